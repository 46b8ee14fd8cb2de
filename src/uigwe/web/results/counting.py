"""What the figures of each indicator count: proposed from its words and its past, confirmed by the office, asked by every judgement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from uigwe.plan import Indicator, Plan, Use
from uigwe.review import Thing, Verb
from uigwe.review.counting import Because, Counting, Figure, Oddity, Told, oddities, proposed
from uigwe.review.results import Period, is_ratio, period_name, period_of
from uigwe.texts.counting import speaks
from uigwe.web.people.models import User
from uigwe.web.results.common import act, no, note
from uigwe.web.results.models import Counted, Result


def declared(agency: str, year: int) -> dict[str, Counting]:
    """What the office said of each indicator; those of which it said nothing are not in it."""
    rows = Counted.objects.filter(agency_id=agency, year=year).order_by("id")
    return {row.indicator: Counting(row.counting) for row in rows}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One indicator with what is proposed for it and what was declared."""

    indicator: Indicator
    counting: Counting
    because: Because
    now: Counting | None

    @property
    def chosen(self) -> Counting:
        """What its row of the form starts with."""
        return self.now or self.counting


def proposals(plan: Plan) -> list[Proposal]:
    """Every indicator of the plan in its order."""
    now, last = declared(plan.agency, plan.year), declared(plan.agency, plan.year - 1)
    found = []
    for one in plan.indicators:
        counting, because = proposed(told(one), last.get(one.id))
        found.append(Proposal(one, counting, because, now.get(one.id)))
    return found


def told(indicator: Indicator) -> Told:
    """What an indicator says by itself of how it is counted."""
    use = indicator.uses[0]
    texts = (indicator.unit, *(one.name for one in indicator.uses), *(one.formula for one in indicator.uses))
    past = [one.value for _year, one in sorted(indicator.history(use).items()) if one.value is not None]
    return Told(
        speaks("of_sum", *texts), speaks("from_nothing", *texts), speaks("of_state", *texts), is_ratio(use.formula),
        indicator.unit, tuple(past),
    )  # fmt: skip


def declare(*, agency: str, year: int, given: Mapping[str, str], key: str = "", by: User) -> int:
    """The office says what indicators count. How many of them were new or changed."""
    thing = Thing(agency, year)

    def do(plan: Plan) -> dict[str, Any]:
        known = declared(agency, year)
        fresh = []
        for indicator, counting in given.items():
            if plan.indicator(indicator) is None:
                raise no("no-such-indicator", Verb.DECLARE_COUNTING, thing)
            if counting not in {one.value for one in Counting}:
                raise no("no-such-counting", Verb.DECLARE_COUNTING, thing)
            if known.get(indicator) != counting:
                fresh.append(
                    Counted(agency_id=agency, year=year, indicator=indicator, counting=Counting(counting), by=by)
                )
        Counted.objects.bulk_create(fresh)
        if fresh:
            before = {row.indicator: known[row.indicator].value for row in fresh if row.indicator in known}
            after = {row.indicator: str(row.counting) for row in fresh}
            note(Verb.DECLARE_COUNTING, by, f"plan/{agency}/{year} counting", before or None, after)
        return {"rows": len(fresh)}

    return int(act(Verb.DECLARE_COUNTING, thing, by, key, {"given": dict(given)}, do)["rows"])


# ── questions ────────────────────────────────────────────────────────────────────────────────────────────────────────

Years = Mapping[tuple[str, str], Mapping[int, Decimal]]


def earlier_years(agency: str, year: int, indicator: str = "") -> Years:
    """What the same periods of earlier years came to, by use (`indicator@code`) and name of the period; of one indicator if named."""
    rows = Result.objects.filter(agency_id=agency, year__lt=year, superseded_by=None).prefetch_related("moves")
    rows = rows.filter(indicator=indicator) if indicator else rows
    found: dict[tuple[str, str], dict[int, Decimal]] = {}
    for row in rows:
        period = period_of(row.period, row.year)
        if period is not None and row.standing_number is not None:
            found.setdefault((f"{row.indicator}@{row.code}", period.value), {})[row.year] = row.standing_number
    return found


def figure_of(
    indicator: Indicator, use: Use, period: str, year: int, *, value: Decimal | None, numerator: Decimal | None,
    denominator: Decimal | None, rows: Iterable[Result], years: Years,
) -> Figure:  # fmt: skip
    """A result with everything that it may be laid beside."""
    here = period_of(period, year) or Period.YEAR
    others = {
        other: row.standing_number
        for row in rows
        if (other := period_of(row.period, year)) not in (None, here) and row.standing_number is not None
    }
    return Figure(
        value, here, indicator.unit, is_ratio(use.formula), numerator, denominator,
        past={at: one.value for at, one in indicator.history(use).items() if one.value is not None},
        same=years.get((f"{indicator.id}@{use.code}", here.value), {}),
        others={other: number for other, number in others.items() if other is not None},
    )  # fmt: skip


def asked_of(
    indicator: Indicator, use: Use, row: Result, rows: Iterable[Result], years: Years, counting: Counting | None
) -> tuple[Oddity, ...]:
    """What is asked of a result today: what its indicator counts may have been said since it was entered."""
    numbers = {name: Decimal(text) if (text := getattr(row, name)) else None for name in ("numerator", "denominator")}
    figure = figure_of(indicator, use, row.period, row.year, value=row.number, rows=rows, years=years, **numbers)
    return oddities(figure, counting)


def year_end(year: int, counting: Counting | None) -> list[str]:
    """The periods whose figure is that of the year, the surest first."""
    ends = [Period.YEAR]
    if counting in (Counting.YEAR_TO_DATE, Counting.RUNNING):
        ends += [Period.Q4, Period.H2]
    return [period_name(year, one) for one in ends]
