"""The target against the past, and what every indicator needs."""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.past import results
from uigwe.plan import Indicator, Printing, Use
from uigwe.values import EXACT, State, plain


def retreats(case: Case) -> Iterator[Remark]:
    """The target is worse than what was already reached in the latest year with a result."""
    for indicator, use in case.plan.uses():
        latest, target = _latest(indicator, use), indicator.target(use)
        if latest is None or latest.value is None or target is None or target.value is None:
            continue
        # A part of a year says little: behind a provisional result the last full one counts as well.
        full = _latest(indicator, use, final=True)
        if indicator.direction.is_better(latest.value, target.value):
            level = Level.NOTICE if latest.state is State.PROVISIONAL else Level.DOUBT
            yield _remark(level, indicator, use, latest, target)
        elif full and full.value is not None and indicator.direction.is_better(full.value, target.value):
            yield _remark(Level.DOUBT, indicator, use, full, target)


def stands_still(case: Case) -> Iterator[Remark]:
    """The target is exactly what was already reached."""
    for indicator, use in case.plan.uses():
        latest, target = _latest(indicator, use), indicator.target(use)
        if latest and target and latest.value is not None and latest.value == target.value:
            yield _remark(Level.DOUBT, indicator, use, latest, target)


def missing_part(case: Case) -> Iterator[Remark]:
    """An indicator without formula, source or target cannot be measured."""
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        without = [part for part in ("formula", "source") if not getattr(use, part).strip()]
        if (target is None or target.state is State.NONE) and f"{indicator.id}@{use.code}" not in case.carried:
            without.append("target")
        for part in without:
            facts = {"name": use.name, "part": part}
            yield Remark(Level.DOUBT, f"{indicator.id}@{use.code}", use.place, facts)


def _latest(indicator: Indicator, use: Use, *, final: bool = False) -> Printing | None:
    known = [cell for cell in results(indicator, use) if not (final and cell.state is State.PROVISIONAL)]
    return max(known, key=lambda cell: cell.year, default=None)


def _remark(level: Level, indicator: Indicator, use: Use, latest: Printing, target: Printing) -> Remark:
    facts = {
        "name": use.name,
        "year": str(target.year),
        "target": target.written,
        "reached_in": str(latest.year),
        "reached": latest.written,
        "direction": indicator.direction,
        "gap": plain(abs(EXACT.subtract(latest.value or Decimal(0), target.value or Decimal(0)))),
    }
    return Remark(
        level,
        f"{indicator.id}@{use.code}",
        target.place,
        facts,
        (latest.place, target.place),
        (latest.written, target.written),
    )
