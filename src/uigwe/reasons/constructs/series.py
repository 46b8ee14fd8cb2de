"""Results that a reason prints itself, as a series by year: `(’20) 71.2 (’21) 73.4 (’22) 74.9`, `5개년 실적(61, 64, 58, 70, 66)`, `2.1→1.9→1.6`.

The list gives its place to the window of its years, and the reason is read as if the table held those results; then what is
taken from them is put back as printed. Years that are not told are those up to the last before the target's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from uigwe.formulas import Node
from uigwe.formulas.tree import Call, Infix, Negative, Number, Past, Years
from uigwe.reasons.build import call, infix, number
from uigwe.reasons.constructs import lexicon as words
from uigwe.reasons.constructs.templates import MisfitError
from uigwe.reasons.constructs.values import Figure, figure, years
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import read_number

_F = words.FIGURE
_MARKED = rf"\(?{words.YEAR}\)?(?:[:=]|은|는|의|도|실적|\s)?\(?{_F}\)?"
_BEHIND = rf"{_F}\({words.YEAR}\)"
_AND = r"(?:,\s?|·|→|/|;|\s|와|과|및|에서|-)?"
_APART = r"(?:,\s?|·|→|/|;|\s)"
_YEARS = r"(?:(?:최근|직전|과거|지난|이전)?(?P<count>[2-9]|10)(?:개)?(?:년도|년|연도|해)(?:간|치|동안)?|(?:최근|직전|과거)(?P<word>두|세|네|다섯)해)"
_RUN = r"\(?(?P<first>’\d\d|20\d\d)년?[~-](?P<last>’?\d\d|20\d\d)년?\)?"
_ROW = rf"{_F}(?:{_APART}{_F})+"
# A list with its years, and one that is only counted or drawn as a way.
_LISTS = (
    pattern_of(rf"(?:{_YEARS}(?:의|간의)?(?:실적|결과)?(?:치|값)?)?\(?(?P<row>{_MARKED}(?:{_AND}{_MARKED})+)\)?"),
    pattern_of(rf"(?:{_YEARS}(?:의|간의)?(?:실적|결과)?(?:치|값)?)?\(?(?P<row>{_BEHIND}(?:{_AND}{_BEHIND})+)\)?"),
    pattern_of(
        rf"{_YEARS}(?:{_RUN})?(?:의|간의|간)?(?:실적|결과|점수|연도별실적)?(?:치|값)?(?:은|이|인|:|각각)?\(?(?P<row>{_ROW})\)?"
    ),
    pattern_of(rf"{_RUN}(?:의|간의)?(?:실적|결과|점수)?(?:치|값)?(?:은|이|인|:|각각)?\(?(?P<row>{_ROW})\)?"),
    pattern_of(
        rf"(?:(?:최근|연도별|과거)?(?:실적|연도별)(?:추이|추세|현황|변화|값|치)?(?:은|이|인|:)?)?\(?(?P<row>{_F}(?:→{_F}){{2,}})\)?"
    ),
)
_WORDS = {"두": 2, "세": 3, "네": 4, "다섯": 5}


@dataclass(frozen=True, slots=True)
class Series:
    """A reason with its list in other words, and the results that the list held."""

    laid: Laid
    results: Mapping[int, Decimal]


def series_in(laid: Laid, known: Known) -> Iterator[Series]:
    """The reason with a printed list of results as the window of its years."""
    for pattern in _LISTS:
        for found in pattern.finditer(laid.text):
            try:
                results = _results(found, known)
            except (MisfitError, ValueError):
                continue
            yield from _put(laid, found, results)


def _results(found: re.Match[str], known: Known) -> dict[int, Decimal]:
    """The figures of a list by year; they must be of one kind and must not gainsay the table."""
    row = found["row"]
    bare = re.sub(rf"\(?{words.YEAR}\)?(?=[^\d]|\d)", " ", row) if years(row) else row
    values = [figure(one[0]) for one in re.finditer(_F, bare)]
    units = {one.unit for one in values if one.unit}
    if len(values) < 2 or len(units) > 1 or len({one.power for one in values}) > 1:
        raise MisfitError
    named = years(row) or _counted(found, len(values), known)
    if len(named) != len(values) or len(set(named)) != len(named) or max(named) >= known.year:
        raise MisfitError
    groups = found.groupdict()
    count = int(groups.get("count") or _WORDS.get(groups.get("word") or "", 0))
    if count and count != len(values):
        raise MisfitError
    results = {year: _own(one) for year, one in zip(named, values, strict=True)}
    for year, value in results.items():
        cell = known.actuals.get(year)
        if cell is not None and cell.value is not None and cell.value != value:
            raise MisfitError
    return results


def _own(one: Figure) -> Decimal:
    if one.power and not one.money:
        raise MisfitError
    return one.number


def _counted(found: re.Match[str], count: int, known: Known) -> list[int]:
    """The years of a list that names them as a run, or not at all: those up to the last before the target's."""
    groups = found.groupdict()
    if first := groups.get("first"):
        start, end = (2000 + int(one.strip("’")[-2:]) for one in (first, groups["last"]))
        return list(range(start, end + 1))
    return list(range(known.year - count, known.year))


def _put(laid: Laid, found: re.Match[str], results: Mapping[int, Decimal]) -> Iterator[Series]:
    """The window in the place of the list; or nothing, where a window of its own follows."""
    named = sorted(results)
    run = named == list(range(named[0], named[-1] + 1))
    short = [f"’{year % 100:02d}" for year in named]
    window = f"{short[0]}~{short[-1]}년실적" if run else "과".join(f"{one}년실적" for one in short)
    yield Series(replaced(laid, [(found.start(), found.end(), window)]), results)
    behind = re.match(r",|의|으로|로", laid.text[found.end() :])
    if (
        not laid.text[: found.start()]
        and behind
        and re.match(r"[2-9]개?년|최근[2-9]|연평균|매년|평균", laid.text[found.end() + behind.end() :])
    ):
        yield Series(replaced(laid, [(0, found.end() + behind.end(), "")]), results)


_TREND = pattern_of(
    rf"(?:매년|해마다|연평균|연간){_F}(?:씩)?(?:{words.UP}|{words.DOWN})[가-힣]{{0,4}}(?:추세|추이|흐름|경향)"
)


def trend_said(text: str) -> bool:
    """Whether a yearly step is said to be what the results show: then they must show it."""
    return bool(_TREND.search(text))


def holding(known: Known, results: Mapping[int, Decimal]) -> Known:
    """What is known, with the printed results in the table."""
    printed = {year: read_number(f"{value:f}", known.unit) for year, value in results.items()}
    return replace(known, actuals={**known.actuals, **printed})


def as_printed(node: Node, results: Mapping[int, Decimal], known: Known) -> Node:
    """The expression with printed results as figures wherever the table has none."""
    lacking = {year for year in results if not known.has(year)}
    match node:
        case Past(kind="last") if known.year - 1 in lacking:
            return Number(value=results[known.year - 1])
        case Past(kind="actual", year=int(year)) if year in lacking:
            return Number(value=results[year])
        case Infix():
            return replace(
                node, left=as_printed(node.left, results, known), right=as_printed(node.right, results, known)
            )
        case Negative():
            return replace(node, operand=as_printed(node.operand, results, known))
        case Call(name="growth" | "cagr", arguments=(Years() as taken,)) if lacking & set(taken.listed()):
            return _growth(node.name, taken, results, known)
        case Call():
            return replace(node, arguments=_arguments(node.arguments, results, known, lacking))
    return node


def _growth(name: str, taken: Years, results: Mapping[int, Decimal], known: Known) -> Node:
    """The mean of the yearly rates of printed results; the compound rate of more than one step has no other words."""
    each = [as_printed(Past(kind="actual", year=year), results, known) for year in taken.listed()]
    rates = [infix(infix(after, "/", one), "-", number(Decimal(1))) for one, after in pairwise(each)]
    return call("mean", *rates) if len(rates) > 1 else rates[0]


def _arguments(
    arguments: tuple[Node, ...], results: Mapping[int, Decimal], known: Known, lacking: set[int]
) -> tuple[Node, ...]:
    found: list[Node] = []
    for one in arguments:
        if isinstance(one, Years) and lacking & set(one.listed()):
            found += [
                Number(value=results[year]) if year in lacking else Past(kind="actual", year=year)
                for year in one.listed()
            ]
        else:
            found.append(as_printed(one, results, known))
    return tuple(found)
