"""The form on which results are reported: per indicator, per milestone and per budget line of one goal or task, for one period.

Names of fields are `result.<period>.<name>`, `progress.<period>.<name>` and `spending.<period>.<name>`; a period is `2023`,
`2023-H1` or `2023-Q1`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from uigwe.plan.indicator import Indicator, Use
from uigwe.plan.merge import Answer, Fate, Judged
from uigwe.plan.part import Cell, Form, Row, Section, settled
from uigwe.plan.records import BudgetLine, Milestone
from uigwe.plan.tree import Plan, Task
from uigwe.values import State, read_number, read_when

# What is asked for, by section: the name of each field and the kind of its cell.
FIELDS: Mapping[str, Mapping[str, str]] = {
    "result": {
        "numerator": "number", "denominator": "number", "value": "number", "n": "number", "finality": "choice",
        "as_of": "when", "source": "long", "evidence": "text", "why": "long",
    },
    "progress": {"state": "choice", "done_on": "when", "done": "long", "evidence": "text"},
    "spending": {"spent": "amount", "why": "long"},
}  # fmt: skip
STATES = ("done", "late", "under-way", "not-begun")
FINALITIES = ("provisional", "final")
_PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])))?")
_DAY = re.compile(r"[’'‘]?(?P<year>\d{2}|\d{4})\s*[.\-/]\s*(?P<month>\d{1,2})\s*[.\-/]\s*(?P<day>\d{1,2})\s*[.]?")
_LONGEST = 2_000

Known = Mapping[tuple[str, str], str]


def results_form(plan: Plan, code: str, period: str, known: Known | None = None) -> Form:
    """The form of one goal or task for a period, with what is known already.

    Milestones that are due after the period are not asked for. Raises `KeyError` when the plan has no such code, `ValueError`
    for what is no period of its year.
    """
    node = plan.node(code)
    if node is None:
        raise KeyError(code)
    last = last_quarter(period, plan.year)
    title = Cell(node.code, "title", "long", node.title, locked=True)
    sections = [Section("node", node.code, (Row(node.code, (title,)),))]
    sections += [
        Section("results", f"{one.id}@{code}", (_of_use(one, use, period, known or {}),))
        for one, use in plan.uses(code)
    ]
    if isinstance(node, Task):
        due = [one for one in node.milestones if one.quarter <= last]
        if due:
            rows = tuple(_of_milestone(code, one, period, known or {}) for one in due)
            sections.append(Section("progress", code, rows))
        if node.budget:
            rows = tuple(_of_line(code, one, plan.year, period, known or {}) for one in node.budget)
            sections.append(Section("spending", code, rows))
    return Form(plan.agency, plan.year, code, tuple(sections))


def last_quarter(period: str, year: int) -> int:
    """The quarter with which a period of this year ends."""
    found = _PERIOD.fullmatch(period)
    if found is None or int(found["year"]) != year:
        raise ValueError(f"no period of {year}: {period!r}")
    if found["quarter"]:
        return int(found["quarter"])
    return 2 * int(found["half"]) if found["half"] else 4


def _asked(section: str, object: str, period: str, known: Known) -> Iterator[Cell]:
    for name, kind in FIELDS[section].items():
        field = f"{section}.{period}.{name}"
        yield Cell(object, field, kind, known.get((object, field), ""))


def _of_use(indicator: Indicator, use: Use, period: str, known: Known) -> Row:
    object = f"{indicator.id}@{use.code}"
    target = indicator.target(use)
    shown = (
        Cell(object, "name", "text", use.name, locked=True),
        Cell(object, "unit", "text", indicator.unit, locked=True),
        Cell(object, "target", "number", target.written if target else "", locked=True),
        Cell(object, "counting", "choice", known.get((object, "counting"), ""), locked=True),
    )
    return Row(object, (*shown, *_asked("result", object, period, known)))


def _of_milestone(code: str, one: Milestone, period: str, known: Known) -> Row:
    object = f"{code}/m{one.row}"
    shown = (
        Cell(object, "quarter", "quarter", str(one.quarter), locked=True),
        Cell(object, "text", "long", one.text, locked=True),
        Cell(object, "when", "when", one.when, locked=True),
    )
    return Row(object, (*shown, *_asked("progress", object, period, known)))


def _of_line(code: str, line: BudgetLine, year: int, period: str, known: Known) -> Row:
    object = f"{code}/b{line.row}"
    own = line.amount(year)
    shown = [
        Cell(object, field, "text", value, locked=True)
        for field, value in (("level", line.level), ("code", line.code), ("name", line.name))
    ]
    shown.append(Cell(object, "amount", "amount", own.written if own else "", locked=True))
    shown.append(Cell(object, "unit", "text", line.unit, locked=True))
    heading = all(not one.written for one in line.amounts)
    asked = () if heading else tuple(_asked("spending", object, period, known))
    return Row(object, (*shown, *asked))


def judge_results(form: Form, answers: Iterable[Answer], now: Known) -> tuple[Judged, ...]:
    """The fate of each answer to a form of results. `now` is what the records say at present; what is not there is empty."""
    asked = {(cell.object, cell.field): cell for cell in form.cells() if not cell.locked}
    held = dict(now)
    judged = []
    for answer in answers:
        cell = asked.get((answer.object, answer.field))
        one = _judged(answer, cell, held.get((answer.object, answer.field), ""))
        if one.fate is Fate.MERGE:
            held[answer.object, answer.field] = answer.returned
        judged.append(one)
    return tuple(judged)


def _judged(answer: Answer, cell: Cell | None, now: str) -> Judged:
    if cell is None:
        same = settled(answer.returned) == settled(answer.printed)
        return Judged(answer, now, Fate.SAME if same else Fate.REFUSED, "" if same else "no-such-field")
    returned = settled(answer.returned, cell.kind)
    if returned in (settled(answer.printed, cell.kind), settled(now, cell.kind)):
        return Judged(answer, now, Fate.SAME)
    problem = why_not_told(cell.field.rpartition(".")[2], returned)
    if problem:
        return Judged(answer, now, Fate.REFUSED, problem)
    return Judged(answer, now, Fate.MERGE if now == answer.printed else Fate.ASK)


def why_not_told(name: str, text: str) -> str:
    """Why a field cannot hold this: `not-a-number`, `not-a-day`, `not-a-state`, `not-a-finality`, `too-long`; empty when it can.

    An empty text takes back what was there.
    """
    if len(text) > _LONGEST:
        return "too-long"
    if not text:
        return ""
    if name in ("numerator", "denominator", "value", "n", "spent"):
        return "" if read_number(text).state in (State.FINAL, State.PROVISIONAL) or text == "-" else "not-a-number"
    if name in ("as_of", "done_on"):
        return "" if day_of(text) else "not-a-day"
    if name == "state":
        return "" if text in STATES else "not-a-state"
    if name == "finality":
        return "" if text in FINALITIES else "not-a-finality"
    return ""


def day_of(text: str) -> date | None:
    """A day as people write it: `2023-03-31`, `2023. 3. 31.`, `’23.3.31`, in words too; None for anything else, and for one without a year."""
    plain = settled(text, "when")
    found = _DAY.fullmatch(plain)
    if found is None:
        when = read_when(plain, date.min.year)
        return when.start if when.start == when.end and when.start and when.start.year > date.min.year else None
    year = int(found["year"])
    try:
        return date(year + 2000 if year < 100 else year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None
