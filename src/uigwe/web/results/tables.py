"""Tables that go out as workbooks and come back filled in: results, money spent, statements of other papers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from uigwe.operations.rows import TableRow, table_rows
from uigwe.plan import code_from
from uigwe.reports.paper import Column, OfficePaper, PaperSection
from uigwe.texts import glossary, period_called
from uigwe.web.approving.forms import day_of
from uigwe.web.people.models import User
from uigwe.web.people.refused import Refused, sentence
from uigwe.web.plans.templatetags.uigwe import period_word
from uigwe.web.results import actions, books
from uigwe.web.results.actions import Typed
from uigwe.web.results.books import Spent, Stated
from uigwe.web.results.papers import Asked
from uigwe.web.results.presenters import lines, money_lines, periods, plan_tasks
from uigwe.web.uploads import Kept, read

XLSX = frozenset({"xlsx"})


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a table: how many rows were taken in, and which were not, each with its row and why."""

    rows: int
    troubles: Sequence[tuple[int, str]] = ()


def _titles(kind: str) -> tuple[str, ...]:
    return {
        "results": (
            _("Key"), _("Code"), _("Indicator"), _("Unit"), _("Period"), _("Numerator"), _("Denominator"), _("Value"),
            _("Sample"), _("Source"), _("As of"), _("Final"), _("Why"),
        ),
        "spending": (_("Code"), _("Line number"), _("Programme"), _("Planned (won)"), _("Month"), _("Spent so far (won)")),
        "papers": (_("Key"), _("Paper"), _("Name"), _("Formula"), _("Target"), _("Result")),
    }[kind]  # fmt: skip


def template(kind: str, asked: Asked) -> OfficePaper:
    """The table to be filled in, with what is known already."""
    rows: list[tuple[str, ...]] = []
    if kind == "results":
        for line in lines(asked.shown, asked.period):
            row = line.latest
            rows.append((
                line.object, line.use.code, line.use.name, line.indicator.unit, period_word(asked.period or (row.period if row else "")),
                row.numerator if row else "", row.denominator if row else "", row.value if row and not row.computed else "",
                str(row.n or "") if row else "", row.source if row else "", row.as_of.isoformat() if row and row.as_of else "",
                "O" if row and row.finality == "final" else "", "",
            ))  # fmt: skip
    elif kind == "spending":
        for code, own in money_lines(asked.shown.revision.agency_id, asked.year, plan_tasks(asked.desk.plan)).items():
            for one in own:
                last = one.last
                rows.append((code, str(one.line.row), one.line.name, f"{one.planned:f}" if one.planned else "",
                             str(last.month) if last else "", str(last.amount) if last else ""))  # fmt: skip
    else:
        rows = [
            (indicator.id, "", use.name, use.formula, _target(indicator, use), "")
            for indicator, use in asked.desk.plan.uses()
        ]
    columns = tuple(Column(title, 1) for title in _titles(kind))
    title = {
        "results": _("Results to fill in"),
        "spending": _("Money spent, to fill in"),
        "papers": _("Other papers, to fill in"),
    }
    return OfficePaper(
        title[kind], asked.body, asked.desk.as_of, sections=(PaperSection(_("Table"), (), columns, tuple(rows)),)
    )


def _target(indicator: object, use: object) -> str:
    target = indicator.target(use)  # type: ignore[attr-defined]
    return target.written if target else ""


def take_in(kind: str, file: Kept, *, agency: str, year: int, period: str, why: str, by: User) -> Taken:
    """Read a filled table in a child, then take its rows in. Money and papers: all or none; results row by row, each its own entry."""
    titles = _titles(kind)
    rows = read(file, table_rows, titles, takes=XLSX)
    if not rows:
        return Taken(
            0, [(0, _("No row of the first line names all these columns: {columns}").format(columns=", ".join(titles)))]
        )
    if kind == "results":
        return _results(rows, titles, agency, year, period, by)
    try:
        if kind == "spending":
            given = [_spent(row, titles) for row in rows if row.cells[titles[5]]]
            return Taken(books.enter_spending(agency=agency, year=year, rows=given, source=file.name, why=why, by=by))
        stated = [_stated(row, titles) for row in rows if row.cells[titles[1]]]
        return Taken(books.state_papers(agency=agency, year=year, rows=stated, by=by))
    except Refused as refused:
        return Taken(0, [(0, f"{refused.refusal.thing.code} {sentence(refused.refusal)}".strip())])


def _results(rows: Sequence[TableRow], titles: Sequence[str], agency: str, year: int, period: str, by: User) -> Taken:
    taken, troubles = 0, []
    for row in rows:
        cells = [row.cells[title] for title in titles]
        if not any(cells[5:8]) and not cells[12]:
            continue
        id, _at, code = cells[0].partition("@")
        final = "final" if cells[11] else "provisional"
        typed = Typed(
            id, code, period_called(cells[4], periods(year)) or period, cells[5], cells[6], cells[7], cells[8], cells[9],
            day_of(cells[10]) if cells[10] else None, final, cells[12],
        )  # fmt: skip
        try:
            actions.enter(agency=agency, year=year, typed=typed, by=by)
            taken += 1
        except Refused as refused:
            troubles.append((row.number, f"{cells[1]} {cells[2]}: {sentence(refused.refusal)}"))
    return Taken(taken, troubles)


def _spent(row: TableRow, titles: Sequence[str]) -> Spent:
    line, month = row.cells[titles[1]], row.cells[titles[4]]
    return Spent(code_from(row.cells[titles[0]]), _whole(line), _whole(month), row.cells[titles[5]])


def _stated(row: TableRow, titles: Sequence[str]) -> Stated:
    cells = [row.cells[title] for title in titles]
    return Stated(cells[0], _paper(cells[1]), *cells[2:])


def _paper(text: str) -> str:
    """A paper by its name in either language."""
    for name, words in glossary()["paper"].items():
        if text in (name, *words.values()):
            return name
    return text


def _whole(text: str) -> int:
    digits = text.removesuffix(".0")
    return int(digits) if digits.isdecimal() and len(digits) < 6 else 0
