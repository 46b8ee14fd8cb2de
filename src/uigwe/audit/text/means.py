"""Means that the reasons of targets quote beside the number of years they are taken over: `최근 3개년 평균(30.26%)`.

This module is the grammar of such quotations.
"""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.plan import Claim, Indicator, Plan, Use
from uigwe.reasons.patterns import pattern_of
from uigwe.values import is_percentage

_QUOTED = pattern_of(
    r"(?:최근|직전|과거|지난)\s*(?P<count>[2-9])\s*(?:개년도|개년|년간|년)\s*간?\s*(?:[(（][^()（）]{0,24}[)）])?\s*(?P<what>[가-힣‧· ]{0,16}?)"
    r"평균(?:값|치)?\s?(?:[(（]\s?|인\s?|은\s?|[:：]\s?)?(?P<mean>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>%\s?[pP]|%|[가-힣]{0,2})"
)
# The mean of how much it grew is another thing, and so is another kind of mean.
_OTHER = pattern_of(r"증가|증감|성장|상승|감소|기하|제외|연\s?$")


def means_quoted(plan: Plan) -> Iterator[list[Claim]]:
    """For each such quotation the past values that the table prints, and the mean; a claim's statement is 0."""
    known = {(claim.place.code, claim.value) for claim in plan.claims if claim.role == "mean"}
    for indicator, use in plan.uses():
        for match in _QUOTED.finditer(use.reason):
            mean = Decimal(match["mean"].replace(",", ""))
            unit = "".join(match["unit"].split())
            if _OTHER.search(match["what"]) or (use.code, mean) in known or not _fits(unit, indicator.unit):
                continue
            yield from _statement(indicator, use, int(match["count"]), match["mean"] + unit, mean, unit)


_INCREASES = pattern_of(
    r"(?:최근|직전|지난)\s?(?P<count>[2-9])\s?개?년\s?간?\s?(?:의\s?)?평균\s?(?:순증|증가)(?:인원|량|건수|수|폭|분|액|치)?\s?"
    r"[(은는이인:]*\s?약?\s?(?P<mean>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>%\s?[pP]|%|[가-힣]{0,3})"
)


def increase_quoted(reason: str, unit: str) -> tuple[int, str, Decimal] | None:
    """The mean increase that a reason quotes, in the unit of the indicator: over how many years, as printed, and its figure."""
    match = _INCREASES.search(reason)
    if match is None or not _fits("".join(match["unit"].split()), unit) or match["unit"] == "%":
        return None
    return int(match["count"]), f"{match['mean']}{match['unit']}", Decimal(match["mean"].replace(",", ""))


def _statement(
    indicator: Indicator, use: Use, count: int, written: str, mean: Decimal, unit: str
) -> Iterator[list[Claim]]:
    target = indicator.target(use)
    if target is None:
        return
    years = range(target.year - count, target.year)
    past = [cell for year, cell in sorted(indicator.history(use).items()) if year in years and cell.value is not None]
    if past:
        values = [
            Claim(0, use.name, "value", str(cell.year), cell.written, cell.value, indicator.unit, cell.place)
            for cell in past
            if cell.value is not None
        ]
        place = use.place_of("reason", use.reason.find(written))
        period = f"{years[0]}..{years[-1]}"
        yield [*values, Claim(0, use.name, "mean", period, written, mean, unit or indicator.unit, place)]


def _fits(unit: str, own: str) -> bool:
    """Whether a quoted unit may be the indicator's: the same, none, or both of per cent."""
    return not unit or own.startswith(unit) or (is_percentage(unit) and is_percentage(own))
