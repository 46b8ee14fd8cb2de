"""A plan that names a figure for each year, of which the year's own is the target: `연차별 계획(’23년 150건, ’24년 180건)에 따름`."""

from collections.abc import Sequence

from uigwe.reasons.build import number
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import Token

_PLAN = pattern_of(r"계획|로드맵|연차별|연도별|중기|단계별|당해연도분|해당연도")
_BETWEEN = frozenset(["other", "comma", "SAID", "TARGET", "blank", "arrow", "open", "close", "AND"])
_CALCULATES = frozenset(
    ["UP", "IMPROVE", "op", "APPLY_TIMES", "MEAN", "RATE", "CAGR", "ROUND", "EVENLY", "GAP", "last", "ago", "span", "COMPARE", "times",
     "fraction", "EACH", "ALONE", "CHOOSEMAX", "CHOOSEMIN", "TOTAL", "CONSIDER"]
)  # fmt: skip


def planned(laid: Laid, tokens: Sequence[Token], known: Known) -> Made | None:
    """The figure that a plan by years names for this one."""
    year = known.year
    if not _PLAN.search(laid.text) or any(token.kind in _CALCULATES for token in tokens):
        return None
    pairs: list[tuple[int, Token]] = []
    named = 0
    for token in tokens:
        if token.kind in ("year", "until") and token.years:
            named = token.years[0]
        elif token.amount is not None:
            if not named:
                return None
            pairs.append((named, token))
            named = 0
        elif named and token.kind not in _BETWEEN:
            named = 0
    years = [one for one, _ in pairs]
    later = [one for one in years if one >= year]
    if len(later) < 2 and not (later and len(years) > 2):
        return None
    if years.count(year) != 1 or len({token.unit for _, token in pairs}) != 1 or years != sorted(set(years)):
        return None
    token = next(token for one, token in pairs if one == year)
    return Made(number(known.amounts(token.amount)[0]), ("planned", "told")) if token.amount is not None else None
