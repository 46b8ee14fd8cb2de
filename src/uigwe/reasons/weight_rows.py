"""Weights in a row behind a window of years: `직전 3년 실적에 최근 연도부터 각각 50%, 30%, 20%의 가중치를 두어 평균한 값`.

They are put into the words in which each year has its weight beside it: `’21년 실적 50%, ’20년 실적 30%, …의 가중평균`. From which
end the row begins must be said, unless the weights rise or fall all along: then the later year weighs more.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of

_SHORT = r"’?(?:\d{2}|(?:19|20)\d{2})년?"
_WINDOW = (
    rf"(?:(?:최근|직전|과거|지난|이전|앞선)(?P<count>\d|두|세|네|다섯)(?:개)?(?:년|연도|년도|해)(?:간|치)?"
    rf"|(?P<listed>{_SHORT}(?:[,·/~-]{_SHORT}){{1,4}}))"
)
_LATEST = r"(?:최근|가까운|최신|직전|나중)(?:의)?(?:연도|년도|년|해|것)?(?:부터|순으로|순서로|순으로각각|에서부터|것부터|순서?(?=\)))"
_OLDEST = r"(?:과거|오래된|먼|앞선|이른|먼저)(?:의)?(?:연도|년도|년|해|것)?(?:부터|순으로|순서로|에서부터)|연도순으로|시간순으로"
_ONE = r"\d+(?:\.\d+)?%?"
_WEIGH = r"(?:가중치|비중|가중값|가중)"
_ROW = pattern_of(
    rf"{_WINDOW}(?:의)?(?:실적|점수|값|성과|결과)?(?:치|값)?(?:에|을|를|의|에는|에대해|에대하여)?(?:각각|연도별로)?"
    rf"(?:(?P<latest>{_LATEST})|(?P<oldest>{_OLDEST}))?(?:각각|차례로|순서대로|차례대로)*(?P<row>{_ONE}(?:[,·/:] ?{_ONE}){{1,4}})(?:의|씩|로|으로)?"
    rf"(?P<weigh>{_WEIGH})?(?:을|를|로)?(?:\((?:(?P<later>{_LATEST})|(?P<older>{_OLDEST}))\))?(?:을|를|로)?(?:각각|차례로|순서대로|차례대로)?"
    r"(?:두어|두고|부여하여|부여해|부여한|적용하여|적용해|적용한|주어|준|곱하여|곱해|곱한|반영하여|매겨|하여|둔)?(?:산출한|계산한|구한|산정한)?(?P<made>(?:가중)?평균|가중합산?|합산|더한|합계|합)(?P<end>한값|한수치|한점수|하여|한|함|값|치)?"
)
_FEW = {"두": 2, "세": 3, "네": 4, "다섯": 5}


def weight_rows(laid: Laid, year: int) -> Iterator[tuple[int, int, str]]:
    """Each such row, with the words that take its place."""
    for found in _ROW.finditer(laid.text):
        years = _years(found, year)
        weights = [Decimal(one.strip().rstrip("%")) for one in re.split(r"[,·/:]", found["row"])]
        if len(years) != len(weights) or not (found["weigh"] or found["made"].startswith("가중")):
            continue
        said = any(found[name] for name in ("latest", "later", "oldest", "older"))
        if ":" in found["row"] and not said:
            continue
        shares = _shares(weights)
        ordered = _ordered(found, years, weights)
        if shares and ordered:
            parts = ",".join(
                f"’{one % 100:02}년실적{share.normalize():f}%" for one, share in zip(ordered, shares, strict=True)
            )
            yield (*found.span(), f"{parts}의가중평균{found['end'] or ''}")


def _years(found: re.Match[str], year: int) -> list[int]:
    if found["count"]:
        count = _FEW.get(found["count"]) or int(found["count"])
        return list(range(year - count, year)) if year else []
    named = [int(one) if len(one) == 4 else 2000 + int(one) for one in re.findall(r"\d{4}|\d{2}", found["listed"])]
    if re.search(r"[~-]", found["listed"]):
        return list(range(named[0], named[-1] + 1)) if len(named) == 2 else []
    return named


def _shares(weights: Sequence[Decimal]) -> list[Decimal]:
    """In per cent, when they come to a whole."""
    total = sum(weights, Decimal(0))
    by = {Decimal(1): 100, Decimal(10): 10, Decimal(100): 1}.get(total)
    return [weight * by for weight in weights] if by else []


def _ordered(found: re.Match[str], years: list[int], weights: Sequence[Decimal]) -> list[int]:
    if found["latest"] or found["later"]:
        return sorted(years, reverse=True)
    if found["oldest"] or found["older"]:
        # From the oldest with falling weights: nobody weighs so, and `account` says so.
        return sorted(years) if list(weights) == sorted(weights) else []
    if found["listed"] and not re.search(r"[~-]", found["listed"]):
        return years
    rising = sorted(weights)
    if list(weights) == rising:
        return sorted(years)
    return sorted(years, reverse=True) if list(weights) == rising[::-1] else []
