"""Figures written in words or half in words, as digits: `이백오십 건` is 250건, `1백억원` 100억원, `9할 5푼` 95%, `천분의 5` 0.5%."""

from decimal import Decimal

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import plain

_ONES = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
_TENS = {"천": 1000, "백": 100, "십": 10}
_COUNTED = "건|명|인(?!원)|개|점|회|곳|대(?!비)|톤|호|가구|세대|마리|편|팀|척|시간|일(?!자)|원|달러|퍼센트|프로(?!그램)|%|만|억|조"
# At least two letters, one of which is a digit: `이백`, `십오`, `삼천육백`.
_WORDS = pattern_of(
    rf"(?=[십백천]*[일이삼사오육칠팔구]|[십백천]{{2}})(?P<words>(?:[일이삼사오육칠팔구]?[천백십]){{1,3}}[일이삼사오육칠팔구]?)(?={_COUNTED})"
)
_MIXED = pattern_of(
    r"(?<![\d,.])(?P<digits>\d{1,2})(?P<tens>[천백십])(?P<more>\d{0,3})"
    r"(?=[억만조]|(?:건|명|개|점|회|곳|톤|호|가구|세대|마리|편|척)(?!원))"
)
# One letter alone says a figure only before what nothing else can stand before: `일 퍼센트포인트`, `이만 명`.
_LETTER = pattern_of(
    r"(?P<words>[일이삼사오육칠팔구십])(?=퍼센트|프로(?!그램|젝트|세스)|[만억](?:여)?(?:명|건|개|원|톤|호|가구|회|대(?!비)|점))"
)
# `일 점 오 퍼센트` is 1.5 %.
_DECIMAL = pattern_of(
    r"(?P<words>[일이삼사오육칠팔구십]{1,3}|영)점(?P<places>[영공일이삼사오육칠팔구]{1,2})(?=퍼센트|프로(?!그램|젝트|세스)|%)"
)
_DIGITS = {"영": 0, "공": 0, **_ONES}
_OF_MANY = pattern_of(rf"(?<![\d,.])(?P<whole>1,?000|천|10,?000|만|100)분의(?P<part>{NUMERAL})(?![\d.가-힣]*%)")
_WHOLE = {"천": 1000, "만": 10000}
_TENTHS = pattern_of(r"(?<![\d.])(?P<tenths>\d)할(?P<hundredths>\d)푼(?:(?P<thousandths>\d)리)?")


def in_digits(laid: Laid) -> Laid:
    """The reason with figures in words as digits; a word counts only where it begins, before what it counts."""
    decimals = [found for found in _DECIMAL.finditer(laid.text) if _begins(laid, found.start())]
    within = {at for found in decimals for at in range(*found.span())}
    changes = [
        (found.start(), found.end(), str(_number(found["words"])))
        for found in _WORDS.finditer(laid.text)
        if len(found["words"]) > 1 and _begins(laid, found.start()) and found.start() not in within
    ]
    for found in _MIXED.finditer(laid.text):
        number = int(found["digits"]) * _TENS[found["tens"]] + int(found["more"] or 0)
        changes.append((found.start(), found.end(), str(number)))
    for found in decimals:
        whole = 0 if found["words"] == "영" else _number(found["words"])
        changes.append((*found.span(), f"{whole}.{''.join(str(_DIGITS[one]) for one in found['places'])}"))
    for found in _LETTER.finditer(laid.text):
        before = laid.text[: found.start()]
        if _begins(laid, found.start()) and found.start() not in within and not before.endswith("점"):
            changes.append((*found.span(), str(_number(found["words"]))))
    for found in _OF_MANY.finditer(laid.text):
        if not _begins(laid, found.start()):
            continue
        whole = _WHOLE.get(found["whole"]) or int(found["whole"].replace(",", ""))
        share = Decimal(found["part"].replace(",", "")) * 100 / whole
        changes.append((*found.span(), f"{plain(share)}%"))
    for found in _TENTHS.finditer(laid.text):
        part = f".{found['thousandths']}" if found["thousandths"] else ""
        changes.append((found.start(), found.end(), f"{found['tenths']}{found['hundredths']}{part}%".lstrip("0")))
    return replaced(laid, sorted(changes)) if changes else laid


def _begins(laid: Laid, at: int) -> bool:
    return at == 0 or laid.gap[at] or not "가" <= laid.text[at - 1] <= "힣"


def _number(words: str) -> int:
    """What numerals say up to 9,999."""
    total, ones = 0, 0
    for sign in words:
        if sign in _TENS:
            total += (ones or 1) * _TENS[sign]
            ones = 0
        else:
            ones = _ONES[sign]
    return total + ones
