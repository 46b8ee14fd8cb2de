"""The papers that the office owes, filled from what is known: each a function that makes one value, written as HWPX or XLSX."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from uigwe.reports.paper import Column, OfficePaper, PaperSection
from uigwe.review import ResultStage
from uigwe.texts import period_word, word
from uigwe.values import plain
from uigwe.web.plans.presenters.desk import Desk
from uigwe.web.plans.shelf import Shown
from uigwe.web.records import chain
from uigwe.web.results.models import Followed, PaperStatement
from uigwe.web.results.presenters import (
    Line,
    execution,
    lines,
    milestone_lines,
    money_lines,
    plan_tasks,
    tally,
    told_standing,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a paper is made from: the plan as shown, the name of the body, the period (empty: the latest), and, for an answer to the
    National Assembly, the indicators and years that were asked for."""

    shown: Shown
    desk: Desk
    body: str
    period: str = ""
    indicators: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    head: chain.Head | None = None
    asked_by: str = ""

    @property
    def year(self) -> int:
        """The year of the plan."""
        return self.shown.revision.year


def progress(asked: Asked) -> OfficePaper:
    """The sheet for the performance meeting (성과관리점검회의)."""
    rows = lines(asked.shown, asked.period)
    counted = tally(rows)
    tasks = plan_tasks(asked.desk.plan)
    money = money_lines(asked.shown.revision.agency_id, asked.year, tasks)
    reports = milestone_lines(asked.shown.revision.agency_id, asked.year, tasks)
    states = [one.report.state if one.report else "" for row in reports.values() for one in row]
    summary = (
        _("Targets met {met}, not met {missed}, under way {under_way}, not measured {none}").format(**counted),
        _("Milestones done {done}, late {late}, without a report {rest}").format(
            done=states.count("done"), late=states.count("late"), rest=states.count("")
        ),
    )
    late = tuple(
        (task.code, f"{one.milestone.when} {one.milestone.text}".strip(), one.report.words)
        for task in tasks
        for one in reports[task.code]
        if one.report and one.report.state == "late"
    )
    rates = tuple(
        (task.code, task.title, _rate(execution(money[task.code]))) for task in tasks if execution(money[task.code])
    )
    sections = [
        PaperSection(_("In short"), summary),
        _indicators(rows),
        PaperSection(
            _("Milestones that are late"),
            columns=(Column(_("Code"), 2), Column(_("Milestone"), 6), Column(_("Why"), 5)),
            rows=late,
        ),
        PaperSection(
            _("Money spent"),
            columns=(Column(_("Code"), 2), Column(_("Task"), 8), Column(_("Execution rate") + " (%)", 2, figures=True)),
            rows=rates,
        ),
        PaperSection(_("What is to be discussed"), blank=3),
    ]
    return _paper(asked, _("Progress of the performance plan"), sections)


def report(asked: Asked) -> OfficePaper:
    """A skeleton of the report on results (결과보고서): figures filled in, room for words."""
    plan = asked.desk.plan
    rows = lines(asked.shown, asked.period)
    counted = tally(rows)
    sections = [
        PaperSection(
            _("Overview"),
            (
                _("Mission: {text}").format(text=plan.mission.text),
                _("Vision: {text}").format(text=plan.vision.text),
                _("Targets met {met}, not met {missed}, under way {under_way}, not measured {none}").format(**counted),
            ),
        )
    ]
    for goal in plan.performance_goals():
        codes = {goal.code, *(task.code for task in goal.tasks)}
        own = [row for row in rows if row.use.code in codes]
        section = _indicators(own)
        sections.append(PaperSection(f"{goal.code} {goal.title}", (), section.columns, section.rows))
        sections.append(PaperSection(_("Analysis and what follows: {code}").format(code=goal.code), blank=3))
    sections.append(_followed(asked))
    return _paper(asked, _("Report on results (skeleton)"), sections)


def self_evaluation(asked: Asked) -> OfficePaper:
    """A skeleton of the plan for self-evaluation: its parts by law (Framework Act on evaluation, article 15), filled where known."""
    plan = asked.desk.plan
    goals = tuple(
        (goal.code, goal.title, str(len(goal.tasks)), str(sum(1 for _pair in plan.uses(goal.code))))
        for goal in plan.performance_goals()
    )
    tasks = tuple((task.code, task.title, str(sum(1 for _pair in plan.uses(task.code)))) for task in plan.tasks())
    sections = [
        PaperSection(_("Mission, strategic and performance goals"), (plan.mission.text, plan.vision.text)),
        PaperSection(
            _("Performance goals"),
            columns=(
                Column(_("Code"), 1),
                Column(_("Title"), 6),
                Column(_("Tasks"), 1, True),
                Column(_("Indicators"), 1, True),
            ),
            rows=goals,
        ),
        PaperSection(_("Main policies"), blank=3),
        PaperSection(_("Directions of the evaluation"), blank=3),
        PaperSection(_("Organisation and committee"), blank=3),
        PaperSection(
            _("What is evaluated"),
            columns=(Column(_("Code"), 1), Column(_("Task"), 7), Column(_("Indicators"), 1, figures=True)),
            rows=tasks,
        ),
        PaperSection(_("How it is evaluated"), blank=3),
        PaperSection(_("What the results are used for"), blank=3),
        PaperSection(_("Other matters"), blank=2),
    ]
    return _paper(asked, _("Plan for self-evaluation (skeleton)"), sections)


def assembly(asked: Asked) -> OfficePaper:
    """A table for an answer to the National Assembly: the indicators and years asked for, each figure with where it stands."""
    plan = asked.desk.plan
    known = {row.object: row for row in lines(asked.shown)}
    rows: list[tuple[str, ...]] = []
    for indicator, use in plan.uses():
        if indicator.id not in asked.indicators:
            continue
        history, target = indicator.history(use), indicator.target(use)
        for year in asked.years:
            past = history.get(year)
            if past is not None:
                where = _("Plan {year}, {code}").format(year=plan.year, code=use.code)
                rows.append((use.code, use.name, indicator.unit, str(year), _("result"), past.written, where))
            if target is not None and target.year == year:
                where = _("Plan {year}, {code}").format(year=plan.year, code=use.code)
                rows.append((use.code, use.name, indicator.unit, str(year), _("target"), target.written, where))
            line = known.get(f"{indicator.id}@{use.code}")
            if year == asked.year and line is not None and line.latest is not None:
                rows.append((use.code, use.name, indicator.unit, _period(line), _("result"), *_sourced(line)))
    columns = (
        Column(_("Code"), 1.3), Column(_("Indicator"), 4), Column(_("Unit"), 1), Column(_("Period"), 1.4),
        Column(_("Sort"), 1), Column(_("Value"), 1.5, figures=True), Column(_("Source"), 3.5),
    )  # fmt: skip
    section = PaperSection(_("Figures asked for"), (), columns, tuple(rows))
    return _paper(asked, _("Answer to a request of the National Assembly"), [section])


def _sourced(line: Line) -> tuple[str, str]:
    row = line.latest
    assert row is not None  # noqa: S101 - asked before
    told = [row.source] if row.source else []
    if row.stage is not ResultStage.ACCEPTED or not row.source:
        told.append(word("result_stage", row.stage.value, _language()))
    if line.counting is not None and "-" in row.period:
        told.append(word("counting", line.counting.value, _language()))
    if row.as_of:
        told.append(_("as of {day}").format(day=row.as_of.isoformat()))
    if row.finality == "provisional":
        told.append(_("provisional"))
    return row.value or _("not measured"), " · ".join(told)


def central(asked: Asked) -> OfficePaper:
    """What is typed into the central system, one row for each indicator, in the order of the plan."""
    rows = tuple(
        (
            row.use.code, row.use.name, row.indicator.unit, row.use.formula,
            row.target.written if row.target else "", row.original or "",
            _period(row), row.latest.numerator if row.latest else "",
            row.latest.denominator if row.latest else "", _value(row), _rate(row.share),
        )
        for row in lines(asked.shown, asked.period)
    )  # fmt: skip
    titles = (
        (_("Code"), 1.2, False), (_("Indicator"), 3, False), (_("Unit"), 0.8, False), (_("Formula"), 3, False),
        (_("Target"), 1, True), (_("Original target"), 1, True), (_("Period"), 1.1, False),
        (_("Numerator"), 1.2, True), (_("Denominator"), 1.2, True), (_("Result"), 1, True), (_("Reached") + " (%)", 1, True),
    )  # fmt: skip
    section = PaperSection(_("To be entered"), (), tuple(Column(*one) for one in titles), rows)
    return _paper(asked, _("Entry sheet for the central system"), [section])


@dataclass(frozen=True, slots=True)
class Reconciled:
    """An indicator as the plan states it and as other papers do; which of their fields differ."""

    id: str
    name: str
    formula: str
    target: str
    result: str
    statements: Sequence[tuple[PaperStatement, frozenset[str]]]

    @property
    def moved_alone(self) -> bool:
        """Whether some papers agree with the plan and others do not: one of them was changed alone."""
        return any(differ for _row, differ in self.statements)


def reconciled(shown: Shown) -> list[Reconciled]:
    """Every indicator that another paper states too."""
    last: dict[tuple[str, str], PaperStatement] = {}
    revision = shown.revision
    for row in PaperStatement.objects.filter(agency_id=revision.agency_id, year=revision.year).order_by("id"):
        last[row.indicator, row.paper] = row
    stated: dict[str, list[PaperStatement]] = {}
    for row in last.values():
        stated.setdefault(row.indicator, []).append(row)
    found = []
    for line in lines(shown):
        own = stated.pop(line.indicator.id, None)
        if own is None:
            continue
        ours = {
            "name": line.use.name,
            "formula": line.use.formula,
            "target": line.target.written if line.target else "",
            "result": line.latest.value if line.latest else "",
        }
        pairs = [
            (row, frozenset(name for name, text in ours.items() if _differs(getattr(row, name), text))) for row in own
        ]
        found.append(Reconciled(line.indicator.id, statements=pairs, **ours))
    return found


def _differs(there: str, here: str) -> bool:
    """Whether two papers say something else; what one of them leaves out is not a difference."""
    one, other = ("".join(text.replace(",", "").split()) for text in (there, here))
    if not one or not other:
        return False
    try:
        return Decimal(one.rstrip("%")) != Decimal(other.rstrip("%"))
    except ArithmeticError:
        return one != other


def reconciliation(asked: Asked) -> OfficePaper:
    """The sheet that lays the papers side by side."""
    rows: list[tuple[str, ...]] = []
    for one in reconciled(asked.shown):
        rows.append((one.name, _("This plan"), one.name, one.formula, one.target, one.result, ""))
        for statement, differ in one.statements:
            told = ", ".join(word("field", name, _language()) for name in sorted(differ))
            paper = word("paper", statement.paper, _language())
            rows.append(("", paper, statement.name, statement.formula, statement.target, statement.result, told))
    columns = (
        Column(_("Indicator"), 3), Column(_("Paper"), 2), Column(_("Name"), 3), Column(_("Formula"), 3),
        Column(_("Target"), 1.2, True), Column(_("Result"), 1.2, True), Column(_("Differs in"), 2),
    )  # fmt: skip
    return _paper(asked, _("One indicator in many papers"), [PaperSection(_("Side by side"), (), columns, tuple(rows))])


def followed(asked: Asked) -> OfficePaper:
    """Opinions from the field and conflicts with what became of them."""
    return _paper(asked, _("Opinions from the field and conflicts"), [_followed(asked)])


def _followed(asked: Asked) -> PaperSection:
    revision = asked.shown.revision
    items = Followed.objects.filter(agency_id=revision.agency_id, year=revision.year).prefetch_related("steps")
    rows = []
    for item in items.order_by("number"):
        last = max(item.steps.all(), key=lambda step: step.pk, default=None)
        rows.append((
            str(item.number), word("followed", item.kind, _language()), item.code, item.day.isoformat(), item.source,
            item.text, word("followed_state", item.state, _language()), last.decided if last else "",
            last.changed if last else "",
        ))  # fmt: skip
    columns = (
        Column(_("No."), 0.7), Column(_("Sort"), 1.2), Column(_("Code"), 1.2), Column(_("Day"), 1.4),
        Column(_("From"), 2), Column(_("What was said"), 4), Column(_("State"), 1.3), Column(_("What was decided"), 3),
        Column(_("What changed"), 2),
    )  # fmt: skip
    return PaperSection(_("Opinions from the field and conflicts"), (), columns, tuple(rows))


def _indicators(rows: Sequence[Line]) -> PaperSection:
    columns = (
        Column(_("Code"), 1.3), Column(_("Indicator"), 4), Column(_("Unit"), 0.9), Column(_("Target"), 1.1, True),
        Column(_("Original target"), 1.1, True), Column(_("Period"), 1.2), Column(_("Result"), 1.2, True),
        Column(_("Reached") + " (%)", 1.1, True), Column(_("State"), 1.6),
    )  # fmt: skip
    told = tuple(
        (
            row.use.code, row.use.name, row.indicator.unit, row.target.written if row.target else "",
            row.original or "", _period(row), _value(row), _rate(row.share),
            _state(row),
        )
        for row in rows
    )  # fmt: skip
    return PaperSection(_("Indicators"), (), columns, told)


def _period(row: Line) -> str:
    return period_word(row.latest.period, _language()) if row.latest else ""


def _value(row: Line) -> str:
    if row.latest is None or not row.latest.value:
        return _("not measured") if row.latest else ""
    return row.latest.value


def _state(row: Line) -> str:
    if row.latest is None:
        return ""
    provisional = " · " + _("provisional") if row.latest.finality == "provisional" else ""
    return told_standing(row.standing) + provisional


def _rate(share: Decimal | None) -> str:
    return "" if share is None else plain(share)


def _language() -> str:
    from uigwe.web.plans.templatetags.uigwe import language

    return language()


def _paper(asked: Asked, title: str, sections: Sequence[PaperSection]) -> OfficePaper:
    head = asked.head or chain.head()
    revision = asked.shown.revision
    facts = (
        (_("Body"), asked.body),
        (_("Plan"), asked.desk.plan.title + " " + _("(revision {n})").format(n=revision.number)),
        (_("As of"), asked.desk.as_of.isoformat()),
        (_("Period"), period_word(asked.period, _language()) if asked.period else _("the latest of each indicator")),
        *([(_("Asked for by"), asked.asked_by)] if asked.asked_by else []),
    )
    ended = _("End of the record when this was printed: entry {number}, {hash}")
    foot = (
        _("Reached: result ÷ target where more is better; 1 + (target − result) ÷ target where less is better."),
        " ".join((_("Seal of the plan"), revision.hash[:16], "·", ended.format(number=head.sequence, hash=head.hash[:16]))),
    )  # fmt: skip
    return OfficePaper(title, asked.body, asked.desk.as_of, facts, tuple(sections), foot)


PAPERS: dict[str, Callable[[Asked], OfficePaper]] = {
    "progress": progress,
    "report": report,
    "self-evaluation": self_evaluation,
    "assembly": assembly,
    "central": central,
    "reconciliation": reconciliation,
    "followed": followed,
}
