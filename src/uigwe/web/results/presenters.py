"""Results as pages and papers show them: each use of an indicator with its target, what came of it, and how far that is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from uigwe.plan import BudgetLine, Indicator, Milestone, Plan, Printing, Task, Use
from uigwe.review.counting import Counting, Oddity, adds_up, so_far, standing, upto
from uigwe.review.results import Period, is_ratio, period_name, period_of, reached
from uigwe.values import EXACT, read_number, rounded
from uigwe.web.plans.shelf import Shown
from uigwe.web.results.counting import Years, asked_of, declared, earlier_years
from uigwe.web.results.models import MilestoneReport, Result, Spending

# The one that says most about the year comes last.
ORDER = (Period.Q1, Period.Q2, Period.H1, Period.Q3, Period.Q4, Period.H2, Period.YEAR)


def periods(year: int) -> list[str]:
    """The names of a year's periods, the one that says most last."""
    return [period_name(year, one) for one in ORDER]


def period_now(year: int, as_of: date) -> str:
    """The quarter whose results are due: the last one that is over; the first while none is, the last once the year is."""
    quarters = (Period.Q1, Period.Q2, Period.Q3, Period.Q4)
    over = (as_of.year - year) * 4 + (as_of.month - 1) // 3
    return period_name(year, quarters[min(max(over, 1), 4) - 1])


@dataclass(frozen=True)
class Line:
    """One use of an indicator: its target now and when the plan was fixed, and the results of the year by period.

    `counting`: what its figures count, as the office said; `years`: what the same periods of earlier years came to.
    """

    indicator: Indicator
    use: Use
    original: str | None
    results: Mapping[str, Result] = field(default_factory=dict)
    chosen: str = ""
    counting: Counting | None = None
    years: Years = field(default_factory=dict)

    @property
    def object(self) -> str:
        """The name of the use."""
        return f"{self.indicator.id}@{self.use.code}"

    @cached_property
    def target(self) -> Printing | None:
        """The target in force."""
        return self.indicator.target(self.use)

    @cached_property
    def latest(self) -> Result | None:
        """The result of the chosen period; otherwise the one that says most."""
        if self.chosen:
            return self.results.get(self.chosen)
        return next((row for name in reversed(list(self.results)) if (row := self.results[name])), None)

    @property
    def value(self) -> Decimal | None:
        """What was measured; None when nothing was, or when it was sent back."""
        return self.latest.standing_number if self.latest is not None else None

    @cached_property
    def year_so_far(self) -> tuple[Decimal, int] | None:
        """What is laid beside the target of the year, and up to which quarter: figures of single periods are added up."""
        row, value = self.latest, self.value
        here = period_of(row.period, row.year) if row is not None else None
        if row is None or value is None or here is None:
            return None
        if not adds_up(self.counting, self.indicator.unit, is_ratio(self.use.formula)):
            return value, upto(here)
        figures = {
            period: one.standing_number
            for one in self.results.values()
            if (period := period_of(one.period, one.year)) and upto(period) <= upto(here)
        }
        return so_far({period: number for period, number in figures.items() if number is not None})

    @property
    def added(self) -> bool:
        """Whether what is laid beside the target is more than the figure of the period itself."""
        return self.year_so_far is not None and self.year_so_far[0] != self.value

    @property
    def share(self) -> Decimal | None:
        """How much of the target in force was reached, in per cent."""
        return self._share(self.target.value if self.target else None)

    @property
    def original_share(self) -> Decimal | None:
        """How much of the target as it was fixed was reached; None when it was not amended."""
        if self.original is None:
            return None
        return self._share(read_number(self.original, self.indicator.unit).value)

    def _share(self, target: Decimal | None) -> Decimal | None:
        return reached(self.year_so_far[0], target, self.indicator.direction) if self.year_so_far else None

    @property
    def standing(self) -> str:
        """Whether the target in force was met: `met`, `missed`, `under-way` while the year can still change it, `none`."""
        value, quarter = self.year_so_far or (None, 0)
        target = self.target.value if self.target else None
        return standing(value, target, self.indicator.direction, quarter, self.counting).value

    @property
    def state(self) -> str:
        """`none`, or the stage of the result."""
        return self.latest.stage.value if self.latest else "none"

    @property
    def asked(self) -> bool:
        """Whether something looks odd and nobody said why it is so."""
        return bool(self.latest and not self.latest.answer and self.odd(self.latest))

    def odd(self, row: Result) -> tuple[Oddity, ...]:
        """What is asked of a row that stands."""
        return asked_of(self.indicator, self.use, row, self.results.values(), self.years, self.counting)


def newest(agency: str, year: int) -> dict[tuple[str, str], dict[str, Result]]:
    """The newest row of each period, by indicator and code, the periods in the order of how much they say."""
    order = {name: place for place, name in enumerate(periods(year))}
    found: dict[tuple[str, str], dict[str, Result]] = {}
    rows = Result.objects.newest(agency, year).select_related("by")
    for row in sorted(rows, key=lambda row: order.get(row.period, 99)):
        found.setdefault((row.indicator, row.code), {})[row.period] = row
    return found


def lines(shown: Shown, chosen: str = "", code: str = "") -> list[Line]:
    """Every use of every indicator with its results; those of one goal or task when `code` is given."""
    agency, year = shown.revision.agency_id, shown.revision.year
    known, counted, years = newest(agency, year), declared(agency, year), earlier_years(agency, year)
    return [
        Line(
            indicator,
            use,
            shown.originals.get((f"{indicator.id}@{use.code}", f"target.{year}")),
            known.get((indicator.id, use.code), {}),
            chosen,
            counted.get(indicator.id),
            years,
        )
        for indicator, use in shown.plan.uses(code or None)
    ]


def tally(rows: Iterable[Line]) -> dict[str, int]:
    """How many targets were met and missed, how many are under way, and of how many nothing was measured."""
    found = {"met": 0, "missed": 0, "under_way": 0, "none": 0, "asked": 0}
    for row in rows:
        found[row.standing.replace("-", "_")] += 1
        found["asked"] += row.asked
    return found


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """A milestone with the last report on it; `reworded`: it said something else when that was written."""

    milestone: Milestone
    report: MilestoneReport | None

    @property
    def reworded(self) -> str:
        """What it said then, when it says something else now."""
        if self.report is None:
            return ""
        then = f"{self.report.promised} {self.report.text}".strip()
        now = f"{self.milestone.when} {self.milestone.text}".strip()
        return then if then != now else ""


def milestone_lines(agency: str, year: int, tasks: Iterable[Task]) -> dict[str, list[MilestoneLine]]:
    """The milestones of tasks by code, each with what was reported last."""
    rows = MilestoneReport.objects.filter(agency_id=agency, year=year).select_related("by").order_by("id")
    last = {(row.code, row.row): row for row in rows}
    return {
        task.code: [MilestoneLine(one, last.get((task.code, one.row))) for one in task.milestones] for task in tasks
    }


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A budget line with what was spent of it by month, in won."""

    line: BudgetLine
    planned: Decimal | None
    spent: Mapping[int, Spending]

    @property
    def last(self) -> Spending | None:
        """What was spent so far."""
        return self.spent[max(self.spent)] if self.spent else None

    @property
    def rate(self) -> Decimal | None:
        """The share of the year's amount that is spent, in per cent; None without either."""
        if self.last is None or not self.planned:
            return None
        return rounded(EXACT.multiply(EXACT.divide(Decimal(self.last.amount), self.planned), Decimal(100)), 1)


def money_lines(agency: str, year: int, tasks: Iterable[Task]) -> dict[str, list[MoneyLine]]:
    """Budget lines of tasks with what was spent of them, by code."""
    spent: dict[tuple[str, int], dict[int, Spending]] = {}
    for row in Spending.objects.filter(agency_id=agency, year=year).order_by("id"):
        spent.setdefault((row.code, row.row), {})[row.month] = row
    found = {}
    for task in tasks:
        found[task.code] = [
            MoneyLine(line, amount.won, spent.get((task.code, line.row), {}))
            for line in task.budget
            if (amount := line.amount(year)) is not None and amount.won is not None
        ]
    return found


def execution(rows: Iterable[MoneyLine]) -> Decimal | None:
    """The rate of a task: of its lines of one level of which spending is known, the higher level first, so that nothing counts twice."""
    known = [one for one in rows if one.last is not None and one.planned and not one.line.bracketed]
    for level in ("unit", "detailed", "sub"):
        of_level = [one for one in known if one.line.level == level]
        if of_level:
            whole = sum((one.planned for one in of_level if one.planned), Decimal(0))
            gone = sum((Decimal(one.last.amount) for one in of_level if one.last), Decimal(0))
            return rounded(EXACT.multiply(EXACT.divide(gone, whole), Decimal(100)), 1)
    return None


def told_odd(why: str) -> str:
    """The question that an odd figure asks."""
    return {
        "outside-past": _("It lies far outside the past that it is like. Is it right?"),
        "above-year": _("It is part of a year, and more than twice what any whole year brought. Is it right?"),
        "sign": _("The past was never below zero. Is the sign right?"),
        "hundredfold": _("It is about a hundred times, or a hundredth of, the past. Is the unit right?"),
        "falls": _("A sum that runs on does not become smaller. Is it the sum, or that period alone?"),
        "two-figures": _("Another figure was entered for the same day. Which of them is the sum?"),
        "not-the-sum": _("The periods in it come to something else together. Is one of them a sum already?"),
        "part-above-whole": _("The part is larger than the whole. Are both counted alike?"),
    }.get(why, why)


def told_because(why: str) -> str:
    """Why a way of counting is proposed."""
    return {
        "last-year": _("as last year"),
        "words": _("its name, unit or formula says so"),
        "never-fell": _("it says that it is a sum, and its past never fell"),
        "rate": _("a rate or a score is no sum"),
        "count": _("amounts and counts are usually told as sums since January"),
    }.get(why, why)


def told_standing(found: str) -> str:
    """Where a target stands, in words; not measured is one of the answers."""
    return {
        "met": _("met"),
        "missed": _("not met"),
        "under-way": _("under way"),
    }.get(found, _("not measured"))


def plan_tasks(plan: Plan) -> list[Task]:
    """All tasks of a plan."""
    return list(plan.tasks())
