"""The columns of past years: which years they are, and how far the target lies from where the past was going."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from uigwe.audit.case import Case
from uigwe.audit.figures import mean_of, total_of
from uigwe.audit.finding import Level, Remark
from uigwe.audit.past import results
from uigwe.audit.words.formulas import is_bold, is_cumulative, says_words
from uigwe.audit.words.numbers import calls_new
from uigwe.plan import Indicator, Printing, Use
from uigwe.plan import Level as PlanLevel
from uigwe.values import EXACT, State, is_percentage, plain, rounded

# How far a value may stray from a straight line through n points, in standard errors, once in twenty times (Student's t).
_FAR = {3: Decimal("12.7"), 4: Decimal("4.3"), 5: Decimal("3.2"), 6: Decimal("2.8"), 7: Decimal("2.6")}
_FAR_OF_MANY = Decimal("2.4")
_AT_LEAST = 3
_LEAP = Decimal("0.5")


def columns(case: Case) -> Iterator[Remark]:
    """The columns of one indicator table are other years than those of the others of its level."""
    tables: dict[PlanLevel, list[tuple[Indicator, Use, tuple[int, ...]]]] = defaultdict(list)
    for indicator, use in case.plan.uses():
        years = tuple(sorted(indicator.history(use)))
        if years:
            tables[use.level].append((indicator, use, years))
    for found in tables.values():
        counts = Counter(years[-1] for _, _, years in found)
        [(usual, most)] = counts.most_common(1)
        if most * 3 < len(found) * 2 or len(found) < _AT_LEAST:
            continue
        for indicator, use, years in found:
            target = indicator.target(use)
            if years[-1] != usual and target is not None:
                gap = target.year == case.plan.year
                level = Level.ERROR if gap else Level.DOUBT
                yield _columns(level, indicator, use, years, usual, target)


def far_from_trend(case: Case) -> Iterator[Remark]:
    """The target lies farther from the straight line through the past than chance explains, or leaps from the last result."""
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        past = [cell for cell in indicator.history(use).values() if cell.value is not None]
        if target is None or target.value is None or not past:
            continue
        if any(cell.state is State.PROVISIONAL for cell in past):
            continue
        ordered = sorted(past, key=lambda cell: cell.year)
        far = list(_far(indicator, use, target, ordered)) if len(past) >= _AT_LEAST else []
        yield from far or _leap(indicator, use, target, ordered[-1])


def below_best(case: Case) -> Iterator[Remark]:
    """The target is better than last year and no better than what an earlier year had reached."""
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        past = results(indicator, use)
        if target is None or target.value is None or len(past) < 2:
            continue
        latest = max(past, key=lambda cell: cell.year)
        best = latest
        for cell in past:
            if (
                cell.value is not None
                and best.value is not None
                and indicator.direction.is_better(cell.value, best.value)
            ):
                best = cell
        full = max((cell for cell in past if cell.state is not State.PROVISIONAL), key=_year_of, default=latest)
        if best in (latest, full) or latest.value is None or best.value is None:
            continue  # `retreats` says so
        better = indicator.direction.is_better
        reached = best.value == target.value != latest.value
        if (reached or better(best.value, target.value)) and not better(latest.value, target.value):
            facts = {
                "name": use.name,
                "target": target.written,
                "year": str(target.year),
                "best": best.written,
                "best_year": str(best.year),
                "case": "reached" if reached else "below",
            }
            values = (best.written, target.written)
            object = f"{indicator.id}@{use.code}"
            yield Remark(Level.NOTICE, object, target.place, facts, (best.place, target.place), values)


def _year_of(cell: Printing) -> int:
    return cell.year


def cumulative_falls(case: Case) -> Iterator[Remark]:
    """A figure that is only ever added to becomes less from one year to the next."""
    for indicator, use in case.plan.uses():
        if not is_cumulative(use.name, indicator.unit, use.formula):
            continue
        cells = sorted((*indicator.history(use).values(), *_targets(indicator, use)), key=lambda cell: cell.year)
        known = [cell for cell in cells if cell.value is not None]
        for before, after in pairwise(known):
            if before.value is not None and after.value is not None and after.value < before.value:
                facts = {
                    "name": use.name,
                    "year": str(before.year),
                    "before": before.written,
                    "next": str(after.year),
                    "after": after.written,
                }
                values = (before.written, after.written)
                object = f"{indicator.id}@{use.code}"
                yield Remark(Level.ERROR, object, after.place, facts, (before.place, after.place), values)


def adds_less(case: Case) -> Iterator[Remark]:
    """A figure that is only ever added to is to grow by less than it grew in the year before: the target rises, the effort does not."""
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        if (
            target is None
            or target.value is None
            or not is_cumulative(use.name, indicator.unit, use.formula + use.reason)
        ):
            continue
        past = indicator.history(use)
        last, before = past.get(target.year - 1), past.get(target.year - 2)
        if last is None or before is None or last.value is None or before.value is None:
            continue
        added, achieved = EXACT.subtract(target.value, last.value), EXACT.subtract(last.value, before.value)
        if not 0 < added < achieved:
            continue
        facts = {
            "name": use.name,
            "year": str(target.year),
            "added": plain(added),
            "before": str(last.year),
            "achieved": plain(achieved),
            "case": "bold" if is_bold(use.reason) else "less",
        }
        steps = (
            f"{plain(target.value)} - {plain(last.value)} = {plain(added)}",
            f"{plain(last.value)} - {plain(before.value)} = {plain(achieved)}",
        )
        level = Level.DOUBT if is_bold(use.reason) else Level.NOTICE
        places = (before.place, last.place, target.place)
        values = (facts["added"], facts["achieved"])
        yield Remark(level, f"{indicator.id}@{use.code}", target.place, facts, places, values, steps)


def new_with_past(case: Case) -> Iterator[Remark]:
    """A cell calls the indicator new and gives a number, while its columns hold results of the past."""
    for indicator, use in case.plan.uses():
        past = [cell for cell in indicator.history(use).values() if cell.value is not None]
        cells = [*indicator.history(use).values(), *_targets(indicator, use)]
        called = next((cell for cell in cells if cell.value is not None and calls_new(cell.written)), None)
        known = [cell for cell in past if called is not None and cell.year < called.year]
        if called is not None and known:
            facts = {
                "name": use.name,
                "written": called.written,
                "year": str(called.year),
                "past": ", ".join(cell.written for cell in sorted(known, key=lambda cell: cell.year)),
            }
            object = f"{indicator.id}@{use.code}"
            yield Remark(Level.DOUBT, object, called.place, facts, (called.place,), (called.written,))


def _targets(indicator: Indicator, use: Use) -> tuple[Printing, ...]:
    target = indicator.target(use)
    return (target,) if target else ()


def _columns(
    level: Level, indicator: Indicator, use: Use, years: tuple[int, ...], usual: int, target: Printing
) -> Remark:
    facts = {
        "name": use.name,
        "years": ", ".join(str(year) for year in years),
        "usual": str(usual),
        "target_year": str(target.year),
        "case": "gap" if level is Level.ERROR else "other",
    }
    return Remark(level, f"{indicator.id}@{use.code}", target.place, facts, (target.place,), (facts["years"],))


def _far(indicator: Indicator, use: Use, target: Printing, past: list[Printing]) -> Iterator[Remark]:
    points = [(Decimal(cell.year), cell.value) for cell in past if cell.value is not None]
    trend, spread = _forecast(points, Decimal(target.year))
    if not spread or target.value is None:
        return
    distance = EXACT.divide(EXACT.subtract(target.value, trend), spread)
    if abs(distance) <= _FAR.get(len(points), _FAR_OF_MANY):
        return
    easier = indicator.direction.is_better(trend, target.value)
    facts = {
        "name": use.name,
        "target": target.written,
        "trend": plain(rounded(trend, 2)),
        "distance": plain(rounded(abs(distance), 1)),
        "case": "easier" if easier else "harder",
    }
    steps = (
        f"trend({past[0].year}..{past[-1].year}) = {facts['trend']}",
        f"({plain(target.value)} - {facts['trend']}) / {plain(rounded(spread, 3))} = {plain(rounded(distance, 2))}",
    )
    values = (target.written, facts["trend"])
    yield Remark(Level.NOTICE, f"{indicator.id}@{use.code}", target.place, facts, (target.place,), values, steps)


def _leap(indicator: Indicator, use: Use, target: Printing, latest: Printing) -> Iterator[Remark]:
    """The target is far from the last result itself, where a straight line cannot be drawn or says nothing."""
    if is_percentage(indicator.unit) or not latest.value or target.value is None:
        return
    change = EXACT.divide(EXACT.subtract(target.value, latest.value), abs(latest.value))
    if abs(change) < _LEAP:
        return
    facts = {
        "name": use.name,
        "target": target.written,
        "trend": latest.written,
        "distance": plain(rounded(abs(EXACT.multiply(change, Decimal(100))), 1)),
        "case": "leap",
    }
    values = (target.written, latest.written)
    yield Remark(Level.NOTICE, f"{indicator.id}@{use.code}", target.place, facts, (target.place,), values)


def _forecast(points: list[tuple[Decimal, Decimal]], at: Decimal) -> tuple[Decimal, Decimal]:
    """The straight line read at a year, and the standard error of that forecast (zero for points on one line)."""
    count = Decimal(len(points))
    x_mean, y_mean = mean_of([x for x, _ in points]), mean_of([y for _, y in points])
    xx = total_of(EXACT.power(x - x_mean, Decimal(2)) for x, _ in points)
    xy = total_of(EXACT.multiply(x - x_mean, y - y_mean) for x, y in points)
    slope = EXACT.divide(xy, xx)
    trend = EXACT.add(y_mean, EXACT.multiply(slope, at - x_mean))
    residuals = [y - y_mean - EXACT.multiply(slope, x - x_mean) for x, y in points]
    squares = total_of(EXACT.power(rest, Decimal(2)) for rest in residuals)
    ahead = EXACT.divide(EXACT.power(at - x_mean, Decimal(2)), xx)
    variance = EXACT.divide(squares, count - 2)
    return trend, EXACT.sqrt(EXACT.multiply(variance, 1 + EXACT.divide(Decimal(1), count) + ahead))


def in_words(case: Case) -> Iterator[Remark]:
    """A result is told in words where the target is a number: what was done then cannot be compared with what is promised now."""
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        if target is None or target.value is None:
            continue
        told = [
            cell for cell in indicator.history(use).values() if cell.state is State.TEXT and says_words(cell.written)
        ]
        for cell in told:
            facts = {"name": use.name, "year": str(cell.year), "written": cell.written, "target": target.written}
            places = tuple(dict.fromkeys((cell.place, target.place)))
            values = (cell.written, target.written)
            yield Remark(Level.NOTICE, f"{indicator.id}@{use.code}", cell.place, facts, places, values)
