"""In what an indicator is counted and which way is better, as far as the reason itself shows it."""

from dataclasses import replace
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import Piece
from uigwe.reasons.tokens import MONEY, SCALES, Token


def unit_of(unit: str | None, tokens: list[Token]) -> str:
    """The unit to read for: the one given, else `%` when the reason prints percentage points or results in per cent."""
    if unit is not None:
        return unit.split(",")[0].strip()
    of = ""
    for token in tokens:
        # `실적의 105%에서`: a share of a result is no result in per cent.
        if token.unit == "%p" or (token.unit == "%" and of != "의" and token.tail in ("보다", "보다는", "에서")):
            return "%"
        of = of if token.kind == "blank" else token.tail
    return ""


def shown_scale(tokens: list[Token], text: str, past: list[Decimal]) -> str:
    """The unit with its scale word (만명) when the results are of the size that a reason prints so, and nothing is in per cent."""
    if not any(past) or "%" in text or _SHARES.search(text) or _IN_MONEY.search(text):
        return ""
    low, high = min(one for one in past if one), max(past)
    for token in tokens:
        amount = token.amount
        if amount is None or not amount.scale or not amount.unit or amount.unit.endswith(MONEY):
            continue
        near = low < amount.number * _OF_A_SIZE and amount.number < high * _OF_A_SIZE
        if near and amount.scaled > high * _OF_A_SIZE * _OF_A_SIZE:
            word = next(word for word, power in SCALES.items() if power == amount.scale)
            return word + amount.unit
    return ""


_OF_A_SIZE = 25
_IN_MONEY = pattern_of(r"(?:원|달러|불)(?:단위)?(?:으로|로)(?:환산|표시|표기|산출|나타|계산)")
_SHARES = pattern_of("비율|비중|[가-힣][율률](?![가-힣])")


def scale_open(tokens: list[Token], known: Known) -> str:
    """The scale word in which a reason prints all that it counts (`152만명`), when neither unit nor results say how it is kept."""
    if known.unit or any(cell.value is not None for cell in known.actuals.values()):
        return ""
    counted = [one.amount for one in tokens if one.amount and one.unit not in _RATES and not one.unit.endswith(MONEY)]
    last = next((one for one in reversed(tokens) if one.amount is not None), None)
    if last is not None and last.unit.endswith(MONEY):
        # `5만건에 곱해 12억원 절감`: what comes out is money.
        return ""
    if any(len(_SCALE_WORDS.findall(one.text)) > 1 for one in tokens if one.amount is not None):
        # `2만 4천명`: printed in full.
        return ""
    scales = {amount.scale for amount in counted}
    if len(scales) != 1 or 0 in scales:
        return ""
    return next((word for word, power in SCALES.items() if power in scales), "")


_SCALE_WORDS = pattern_of("[십백천만억조]+")
_RATES = ("%", "%p", "배")


def shows_percent(pieces: list[Piece]) -> bool:
    """Whether the reason prints a starting point or an outcome in per cent: `평균(68.5%)`, `상향한 71.5%`."""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if piece.kind == "operand" and not piece.rate and piece.named is not None and piece.named.unit == "%":
            return True
        comes_out = before is not None and before.kind == "verb" and piece.start - before.end <= 4
        if comes_out and piece.kind == "amount" and piece.amount and piece.amount.unit == "%" and not piece.flags:
            return True
    return False


# Of what less is better.
_LESS = pattern_of(
    r"사고|민원|오류|결함|체납|위반|지연|실업|사망|재해|부채|이직|탈락|불만|불량|불합격|발생|배출|손실|비용|소요|미[가-힣]{1,3}[율률]|미달|부족|나머지|남은|중단|취소|이탈|결핍|유병|자살|격차|적자"
)


# What is earned or sold, of which more is better.
_MORE = pattern_of(
    r"(?:매출|판매|수출|수주|기부|모금|소득|투자|거래|계약|생산|수익|구매|매입|유치|계약)(?:액|금액|실적|금|고)?(?![가-힣]{0,2}감소)"
)


_LOW = pattern_of(
    r"(?:낮|작|적|짧|줄)[을아]수록(?:더)?(?:좋|우수|바람직|양호|성과|높은|긍정)|하향(?:성)?지표|역(?:방향)?지표|감소(?:성)?지표|부\(-\)(?:의)?지표|네거티브지표|망소(?:특성)?지표"
)
_BAD = pattern_of(
    r"(?:이직|사고|결함|체납|탈락|오류|불량|위반|지연|실업|사망|재해|부채|불만|미납|미수납|이탈|취소|자살|유병|결손|누수|연체|중도포기|부정수급|흡연|비만|오염|미세먼지)(?:발생|물질)?(?:률|율|건수|자수|농도|지수|비율)(?:\([^()]*\))?(?:을|를|은|는|:)?[^.]{0,20}?개선"
)


def less_is_better(text: str) -> bool:
    """Whether a reason says, or what it counts shows, that less is better."""
    return bool(_LOW.search(text) or _BAD.search(text))


def directed(known: Known, pieces: list[Piece], text: str) -> Known:
    """Which way is better: said by the reason, or by what is counted: time to be taken less of, points and shares more."""
    kinds = {piece.kind for piece in pieces}
    if known.downward is None and not kinds & {"downward", "upward"} and "개선" in text:
        if known.unit in ("일", "시간", "분", "초"):
            return replace(known, downward=True)
        if (known.percent or known.unit == "점" or _MORE.search(text)) and not _LESS.search(text):
            return replace(known, downward=False)
    if "downward" in kinds:
        return replace(known, downward=True)
    return replace(known, downward=False) if "upward" in kinds and known.downward is None else known
