"""Tables that come in as a whole: money spent by month, how other papers state an indicator. All rows or none, one entry in the record."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from uigwe.plan import Plan
from uigwe.review import Thing, Verb
from uigwe.web.people.models import User
from uigwe.web.results.common import act, ask, no, note, number_of
from uigwe.web.results.models import PaperStatement, Spending

MOST_WON = 9 * 10**18


@dataclass(frozen=True, slots=True)
class Spent:
    """What was spent of a budget line up to the end of a month, in won, as typed."""

    code: str
    row: int
    month: int
    amount: str


@dataclass(frozen=True, slots=True)
class Stated:
    """How a paper states an indicator."""

    indicator: str
    paper: str
    name: str
    formula: str = ""
    target: str = ""
    result: str = ""


def enter_spending(
    *, agency: str, year: int, rows: Sequence[Spent], source: str = "", why: str = "", key: str = "", by: User
) -> int:
    """How many rows were new. A month that was entered before with another amount needs a reason; it stays in the table."""
    thing = Thing(agency, year)

    def do(plan: Plan) -> dict[str, Any]:
        fresh = [one for row in rows if (one := _spent(plan, thing, row, source, why, by)) is not None]
        Spending.objects.bulk_create(fresh)
        if fresh:
            told = [f"{one} {one.amount}" for one in fresh[:200]]
            note(
                Verb.ENTER_SPENDING, by, f"plan/{agency}/{year} spending", None, {"rows": told, "all": len(fresh)}, why
            )
        return {"rows": len(fresh)}

    body = {"rows": [asdict(row) for row in rows], "source": source, "why": why}
    return int(act(Verb.ENTER_SPENDING, thing, by, key, body, do)["rows"])


def _spent(plan: Plan, thing: Thing, row: Spent, source: str, why: str, by: User) -> Spending | None:
    own = Thing(thing.agency, thing.year, row.code)
    ask(Verb.ENTER_SPENDING, own, by)
    task = plan.task(row.code)
    if task is None or not any(line.row == row.row for line in task.budget) or not 1 <= row.month <= 12:
        raise no("no-such-line", Verb.ENTER_SPENDING, own)
    try:
        amount = number_of(row.amount)
    except ValueError:
        raise no("not-a-number", Verb.ENTER_SPENDING, own) from None
    if amount is None or amount != amount.to_integral_value() or not 0 <= amount < MOST_WON:
        raise no("not-a-number", Verb.ENTER_SPENDING, own)
    same = Spending.objects.filter(
        agency_id=thing.agency, year=thing.year, code=row.code, row=row.row, month=row.month
    ).last()
    if same is not None and same.amount == int(amount):
        return None
    if same is not None and not why.strip():
        raise no("no-reason", Verb.ENTER_SPENDING, own)
    return Spending(
        agency_id=thing.agency, year=thing.year, code=row.code, row=row.row, month=row.month, amount=int(amount),
        source=source.strip()[:300], why=why.strip(), by=by,
    )  # fmt: skip


def state_papers(*, agency: str, year: int, rows: Sequence[Stated], key: str = "", by: User) -> int:
    """How many statements were new or differ from the last one of their paper."""
    thing = Thing(agency, year)

    def do(plan: Plan) -> dict[str, Any]:
        fresh = [one for row in rows if (one := _stated(plan, thing, row, by)) is not None]
        PaperStatement.objects.bulk_create(fresh)
        if fresh:
            told = [{"what": str(one), "target": one.target, "result": one.result} for one in fresh[:200]]
            note(Verb.STATE_PAPER, by, f"plan/{agency}/{year} papers", None, {"rows": told, "all": len(fresh)})
        return {"rows": len(fresh)}

    return int(act(Verb.STATE_PAPER, thing, by, key, {"rows": [asdict(row) for row in rows]}, do)["rows"])


def _stated(plan: Plan, thing: Thing, row: Stated, by: User) -> PaperStatement | None:
    if plan.indicator(row.indicator) is None or row.paper not in PaperStatement.Paper.values or not row.name.strip():
        raise no("no-such-indicator", Verb.STATE_PAPER, thing)
    words = {name: getattr(row, name).strip() for name in ("name", "formula", "target", "result")}
    last = PaperStatement.objects.filter(
        agency_id=thing.agency, year=thing.year, indicator=row.indicator, paper=row.paper
    ).last()
    if last is not None and all(getattr(last, name) == text for name, text in words.items()):
        return None
    words = {"name": words["name"][:300], "formula": words["formula"], "target": words["target"][:100],
             "result": words["result"][:100]}  # fmt: skip
    return PaperStatement(
        agency_id=thing.agency, year=thing.year, indicator=row.indicator, paper=row.paper, by=by, **words
    )
