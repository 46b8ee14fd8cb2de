"""What must be answered before any chain is looked for: signs, growth, words that bend, what a bracket restricts."""

from uigwe.reasons.account import bending
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.ledger.entries import UNCLEAR, Entry
from uigwe.reasons.ledger.explained import structural
from uigwe.reasons.ledger.open_words import OPEN_HERE
from uigwe.reasons.ledger.starts import STATISTICS, resolved
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import Token

MAX_ENTRIES = 12
_NAMES = frozenset(["배정", "월평균", "분기마다", "일평균"])
# What no chain of plain steps answers for.
_NOT_HERE = frozenset(
    [
        "TRIMMEAN", "HMEAN", "WEIGHTED", "SD", "SLOPE", "TREND", "SPREAD", "TRIM", "TRIMMAX", "TRIMMIN", "TOP", "BOTTOM", "CHOOSEMAX",
        "CHOOSEMIN", "BAND", "FUNCTION", "MIDDLE", "EVENLY", "ALONE", "ROUND", "AND", "updown", "per",
    ]
)  # fmt: skip
_VARIABLE = pattern_of(
    r"×\(?[\d.]+%?\)?\+\(?[\d.,]+[가-힣%]*×|\d배로?(?:반영|가중)|\(0\.\d+[+-]|(?<![%A-Za-z])[A-Za-z]\((?:t|’)|[A-Z]’\d|(?<![%A-Za-z])[a-zA-Z][×=]|√|½"
)
_SIGNED = pattern_of(r"^[+-](?:’?\d{2,4}년)?[가-힣 ]{1,16}\(?\d")
# What is a mean by its name: `한 곳의 평균 매출액은`.
_MEAN_IN_A_NAME = pattern_of(r"^평균(?:매출액?|인원|점수|건수|금액|소득|임금|단가)(?:은|는|이|가)")
_CLAUSES = pattern_of(r"[.;,](?!\d)")
_SIGNS = frozenset("+-×÷/*")
# Words that bend elsewhere, and say here what is counted or what is taken up.
_MILD = frozenset(
    [
        "만큼", "이", "그", "한해", "두번", "세번", "네번", "갱신", "동", "해당", "상기", "차이", "격차", "다만", "지수", "폭", "비례",
        "환산", "복리", "당초", "계수", "월평균",
    ]
)  # fmt: skip
# A bracket or a note that says of what the figures are, or what else is to be done.
_QUALIFIED = pattern_of(
    r"\([^()]*[^()\d](?:기준|누계)\)|(?<!감액)(?<!삭감)(?<!감소)\((?:[^()]*[^()\d])?(?:한정|한함|대비|반영|적용|아님|환산|할인|유사기관|마다|대체|국내|전국|온라인|수도권|업계|협의|조정|감액시|반영시|\d개월분|포함|집계|최대\d[^()]*|추가\d[^()]*)\)"
    r"|[.※](?:목표기준|월평균기준|\d년누계|\d년평균으로대체|추가\d[가-힣]+포함|[^.()]{0,10}(?:한정|한함|만집계)|보정계수적용|협의후조정|예산감액률반영|[^.()]{0,8}실적기준|물가상승률추가반영|추경반영시|\d개월분)[.]?$"
)


def countable(laid: Laid, told: list[Token], known: Known) -> bool:
    """Whether the words of a reason are such that a chain of plain steps may answer for them."""
    counted = any(cell.value is not None for cell in known.actuals.values())
    if any((one.kind in _NOT_HERE and one.text not in _NAMES) or (counted and one.kind == "DATE") for one in told):
        return False
    return not _VARIABLE.search(laid.text) and not bent(laid)


def bent(laid: Laid) -> bool:
    """Whether a word or a bracket bends what the figures come to, or leaves it open."""
    if OPEN_HERE.search(laid.text) or _QUALIFIED.search(laid.text):
        return True
    return any(word not in _MILD for word in bending(laid))


def answered(laid: Laid, tokens: list[Token], entries: list[Entry], known: Known) -> bool:
    """Whether the figures are few and clear, every sign and mean has its own, and a growth that is applied too."""
    if len(entries) > MAX_ENTRIES or any(
        entry.unit == UNCLEAR and not structural(entry, laid.text) for entry in entries
    ):
        return False
    return _signed(laid, tokens, entries) and resolved(laid, tokens, entries, known)


def _signed(laid: Laid, tokens: list[Token], entries: list[Entry]) -> bool:
    """Whether every sign stands before a figure, and a growth that is applied has its figure."""
    at = {entry.at for entry in entries}
    for place, token in enumerate(tokens):
        if token.kind == "op" and token.text in _SIGNS and not _holds(laid, tokens, place, at):
            return False
    kinds = {token.kind for token in tokens if not _MEAN_IN_A_NAME.search(laid.text[token.start :])}
    if len(kinds & set(STATISTICS)) > 1 or ("GROWN" in kinds and all(entry.factor for entry in entries)):
        return False
    return not ("CAGR" in kinds or ("RATE" in kinds and "APPLY" in kinds)) or any(entry.percent for entry in entries)


def _holds(laid: Laid, tokens: list[Token], place: int, at: set[int]) -> bool:
    """Whether a sign stands at a figure, parts one thing from the next, or belongs to a definition."""
    token = tokens[place]
    if token.text == "×" and place + 1 < len(tokens) and tokens[place + 1].kind == "RATE":
        return False
    behind = [one for one in tokens[place + 1 : place + 3] if one.kind != "open"][:1]
    if not behind or place + 1 in at or place + 2 in at:
        return bool(behind)
    before = place - 1 in at or (place > 1 and tokens[place - 1].kind == "close")
    if token.text == "/":
        return behind[0].kind != "open"
    if laid.text.find(behind[0].text) < token.start - 1 and behind[0].kind in ("other", "RATE"):
        return True
    if _SIGNED.search(laid.text[token.start :]):
        return True
    clause = _CLAUSES.split(laid.text[: token.start])[-1] + _CLAUSES.split(laid.text[token.end :])[0]
    return not before and "=" in clause and not any(sign.isdigit() for sign in clause)
