"""The whole of a published plan as one paper: its goals, indicators, milestones, money and links, each in a table."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from uigwe.files.published import PUBLISHED
from uigwe.plan import Indicator, Plan, Use
from uigwe.reports.paper import Column, OfficePaper, PaperSection
from uigwe.texts import word
from uigwe.texts.forms import word_in

PAST_YEARS = 4


def whole_paper(plan: Plan, body: str, day: date, facts: tuple[tuple[str, str], ...], language: str) -> OfficePaper:
    """The plan as it is published; `facts` name the revision and its seal."""
    sections = (
        _goals(plan),
        _figures(plan),
        _measuring(plan),
        _milestones(plan, language),
        _money(plan, language),
        _links(plan),
    )
    statements = ((_("Mission"), plan.mission.text), (_("Vision"), plan.vision.text))
    foot = (_("The seal is the SHA-256 name of the plan: a plan with another word in it has another seal."),)
    return OfficePaper(plan.title, body, day, (*statements, *facts), sections, foot, PUBLISHED)


def _goals(plan: Plan) -> PaperSection:
    rows = tuple((node.code, node.title) for node in plan.nodes())
    return PaperSection(_("Goals and tasks"), columns=(Column(_("Code"), 1), Column(_("Title"), 8)), rows=rows)


def _figures(plan: Plan) -> PaperSection:
    years = range(plan.year - PAST_YEARS, plan.year)
    past = tuple(Column(str(year), 1.2, figures=True) for year in years)
    columns = (
        Column(_("Code"), 1.2),
        Column(_("Indicator"), 4),
        Column(_("Unit"), 1),
        *past,
        Column(_("Target"), 1.4, figures=True),
    )
    rows = []
    for indicator, use in plan.uses():
        history, target = indicator.history(use), indicator.target(use)
        written = tuple(history[year].written if year in history else "" for year in years)
        rows.append(
            (
                use.code,
                use.name,
                indicator.unit,
                *written,
                _written(target.written, target.year, plan) if target else "",
            )
        )
    return PaperSection(_("Indicators"), columns=columns, rows=tuple(rows))


def _written(text: str, year: int, plan: Plan) -> str:
    """A target of another year than the plan's says whose it is."""
    return text if year == plan.year else f"{text} ({year})"


def _measuring(plan: Plan) -> PaperSection:
    columns = (
        Column(_("Code"), 1), Column(_("Indicator"), 2.2), Column(_("Reason of the target"), 3),
        Column(_("Measurement formula"), 3), Column(_("Data source"), 2),
    )  # fmt: skip
    rows = tuple(_measured(indicator, use) for indicator, use in plan.uses())
    return PaperSection(_("How indicators are measured"), columns=columns, rows=rows)


def _measured(_indicator: Indicator, use: Use) -> tuple[str, ...]:
    return use.code, use.name, use.reason, use.formula, use.source


def _milestones(plan: Plan, language: str) -> PaperSection:
    columns = (
        Column(_("Code"), 1.2),
        Column(_("Quarter"), 1.2),
        Column(_("When"), 1.4),
        Column(_("Milestone"), 5),
        Column(_("Note"), 1.6),
    )
    rows = tuple(
        (task.code, word_in("quarter", str(one.quarter), language), one.when, one.text, one.note)
        for task in plan.tasks()
        for one in task.milestones
    )
    return PaperSection(_("Milestones"), columns=columns, rows=rows)


def _money(plan: Plan, language: str) -> PaperSection:
    years = (plan.year - 1, plan.year)
    amounts = tuple(Column(str(year), 1.5, figures=True) for year in years)
    columns = (
        Column(_("Code"), 1.2),
        Column(_("Level"), 1.2),
        Column(_("Programme"), 4),
        Column(_("Account"), 1.8),
        *amounts,
        Column(_("Unit"), 1),
    )
    return PaperSection(_("Money"), columns=columns, rows=tuple(_lines(plan, years, language)))


def _lines(plan: Plan, years: tuple[int, ...], language: str) -> Iterator[tuple[str, ...]]:
    for task in plan.tasks():
        for line in task.budget:
            found = (line.amount(year) for year in years)
            written = tuple(amount.written if amount else "" for amount in found)
            yield task.code, word("budget_level", line.level, language), line.name, line.account, *written, line.unit


def _links(plan: Plan) -> PaperSection:
    columns = (Column(_("Code"), 1.2), Column(_("Register"), 1.4), Column(_("Number"), 1.2), Column(_("Title"), 6))
    rows = tuple(
        dict.fromkeys((task.code, link.register, link.code, link.title) for task in plan.tasks() for link in task.links)
    )
    return PaperSection(_("Links to the national agenda"), columns=columns, rows=rows)
