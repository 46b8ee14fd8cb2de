"""What is said of a calculation, and of what it is one: a calculation that is expected, refused or asked for is no target.

`전년 대비 3% 상향이 어려움`, `3% 증가 예상`, `103%를 넘기지 않음`: the figures are there, but nobody sets them. And a step whose
figure counts something else (`예산을 5% 증액`, `회의를 5회 더 개최`, `신규 30명`) is a step of something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.piece import Piece
from uigwe.reasons.shares import count_alike
from uigwe.reasons.tokens import MONEY, Token
from uigwe.reasons.words import OF_OTHERS

# What is said of a change or a level that then is not the target: hoped for, doubted, asked for, avoided.
_HEDGED = re.compile(
    r"어려|곤란|무리|불가|힘들|우려|검토(?:중|함|예정|하기로|$)|가능(?:성|여부)|여부|"
    r"여력|여지|논의|협의(?:중|후|$)|지적|요구|건의|요청|방안|안(?:을|과|은|이|중)|지양|미달|못하|못한|않|넘기지|하려|려고|다가|추세|세지속|경향|"
    r"증가하고있|감소하고있|상승하고있|하고있음|되고있음|해왔|하여왔|필요$|필요함|바람직"
)
# A change that only happened, when another without a figure follows from it: `3% 증가하여 올해도 증가 예상`.
_GOES_FURTHER = re.compile(
    r"(?:하여|해|했고|하고|되어)[^,.()\d]*(?:증가|감소|상향|하향|동결|유지)(?!율|률|시킨|시켜|지표|조정하여|설정)"
)
# Behind which the sentence goes on to something else.
_CLAUSE_END = re.compile(r"[,.;]|(?:으나|지만|므로|하되|하며|하고(?!있)|으며|하여|도록|함으로써)")
_SEQUENCE = re.compile(
    r"후|뒤|다음|다시|재차|더|추가|값|수준|결과|에서|여기|금액|물량|의|고나서|(?<=[높늘올])[여려]|적용"
)
_CONDITION = re.compile(
    r"(?:상향|하향|증가|감소|확대|축소|인상|상승|하락)(?:할|될|하는|되는)?(?:시(?![장설스키켜킨킴켰책기행점범])|경우)|(?:상향|하향|증가|감소|확대|축소)(?:하|되)면"
)
_LEVEL_PASSED = re.compile(r"(\d+(?:\.\d+)?)%(?:를|을)?(?:초과|상회|미달|하회|미만)")
_FORMER = re.compile(r"\d년(?:도)?이전(?!대비|실적을회복|수준)|이전(?=평균|\d년평균)")
_OTHERS = re.compile(
    r"(?:타기관|타부처|타지역|타시도|다른기관|다른부처|전국|민간기업|민간|업계|업종|동종|유사기관|유사사업|해외|선진국|OECD|EU)(?:의)?$"
)
_OTHER_THINGS = re.compile(
    r"예산|사업비|인구|정원|인력|분기|반기|목표|물가|신청(?!률|건수)|(?<![가-힣])월|단가|지원단가"
)
# A sentence behind that settles it otherwise: `실제로는 동결함`, `최종 목표는 협의 후 확정`.
_UNSAYS = re.compile(r"[.,](?:실제로|최종목표|최종적|결국|그럼에도|금년도?목표는|올해목표는)(?:[^.\d]{2,30})(?:[.]|$)")
# Units that never count the same: persons, days, money, marks, places, times.
_CLASSES = (
    {"명", "인"},
    {"일", "시간", "분", "초", "개월"},
    {"점"},
    {"건", "회", "건수"},
    {"개", "개소", "개사", "곳", "개교", "기관"},
    {"톤", "kg"},
    {"km", "ha", "면"},
    {"가구", "세대"},
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where the reading stands."""

    start: int
    end: int


def unsaid(text: str) -> str:
    """The sentence behind a calculation that settles it otherwise."""
    found = _UNSAYS.search(text)
    return found[0] if found else ""


def hedged(laid: Laid, tokens: list[Token], pieces: list[Piece], reach: Stretch, known: Known) -> Iterator[str]:
    """The words that say that what was read is no target, or is one of something else."""
    text = laid.text
    yield from _said_behind(text, reach)
    if (found := _CONDITION.search(text, max(reach.start, 0))) and found.start() <= reach.end:
        yield found[0]
    if found := _GOES_FURTHER.match(text, max(reach.end, 0)):
        yield found[0]
    for found in _LEVEL_PASSED.finditer(text, max(reach.start, 0)):
        if Decimal(found[1]) >= 80:
            yield found[0]
    if found := _FORMER.search(text, max(reach.start, 0), max(reach.end, 0)):
        yield found[0]
    yield from _of_other_things(laid, tokens, pieces, reach, known)
    yield from _one_after_another(text, tokens, pieces, reach)


def _said_behind(text: str, reach: Stretch) -> Iterator[str]:
    """The predicate of the clause in which the calculation stands, outside brackets."""
    behind = re.sub(r"\([^()]*\)", "", text[max(reach.end, 0) :])
    stop = _CLAUSE_END.search(behind)
    said = behind[: stop.end() if stop else len(behind)]
    if found := _HEDGED.search(said):
        yield found[0]


def _of_other_things(
    laid: Laid, tokens: list[Token], pieces: list[Piece], reach: Stretch, known: Known
) -> Iterator[str]:
    """`타 부처 전년 실적`, `최근 3년 예산 평균`, `예산을 5% 증액`, `신규 30명을 더함`."""
    for piece in pieces:
        if piece.kind == "operand" and piece.named is None and reach.start <= piece.start < reach.end:
            before = laid.text[max(0, piece.start - 8) : piece.start]
            if found := _OTHERS.search(before):
                yield found[0]
            inner = laid.text[piece.start : piece.end]
            if "statistic" in piece.flags and (found := _OTHER_THINGS.search(re.sub(r"\([^()]*\)", "", inner))):
                yield found[0]
        if piece.kind == "amount" and "change" in piece.flags and reach.start <= piece.start < reach.end:
            if _counts_otherwise(piece, known) and not _of_a_share(piece, pieces, known):
                yield piece.text
            before_it = next((one for one in reversed(tokens) if one.end <= piece.start and one.kind != "blank"), None)
            if before_it is not None and before_it.kind == "other" and _object_of_others(before_it.text):
                yield before_it.text


def _object_of_others(word: str) -> bool:
    return word.endswith(("을", "를")) and any(one in word for one in OF_OTHERS)


def _of_a_share(piece: Piece, pieces: list[Piece], known: Known) -> bool:
    """`12개월` of a product, and parts that are added before they are divided by the whole."""
    at = pieces.index(piece)
    if any(one.kind == "op" for one in pieces[max(0, at - 1) : at + 2]):
        return True
    unit = piece.amount.unit if piece.amount else ""
    others = [one for one in pieces if one.kind in ("amount", "operand") and one is not piece]
    return known.percent and any(
        (figure := one.amount or one.named) is not None and count_alike(figure.unit, unit) for one in others
    )


def _counts_otherwise(piece: Piece, known: Known) -> bool:
    """Whether the figure of a step counts what the indicator cannot."""
    unit = piece.amount.unit if piece.amount else ""
    own = known.unit
    if not unit or not own or unit in ("%", "%p", "배") or count_alike(unit, own):
        return False
    if unit.endswith(MONEY) != own.endswith(MONEY):
        return True
    if known.percent:
        return unit not in ("점", "포인트")
    one = next((index for index, units in enumerate(_CLASSES) if unit in units), None)
    other = next((index for index, units in enumerate(_CLASSES) if own in units), None)
    return one is not None and other is not None and one != other


def _one_after_another(text: str, tokens: list[Token], pieces: list[Piece], reach: Stretch) -> Iterator[str]:
    """`3% 상향 및 2% 상향`: two changes of the same kind, and nobody says that the second comes upon the first."""
    steps = [
        (amount, verb)
        for amount, verb in pairwise(pieces)
        if amount.kind == "amount" and amount.amount and amount.amount.unit in ("%", "%p") and verb.kind == "verb"
        if "change" in amount.flags and reach.start <= amount.start < reach.end
    ]
    for (_, verb), (amount, _) in pairwise(steps):
        if not _SEQUENCE.search(text[verb.end : amount.start]):
            yield amount.text
