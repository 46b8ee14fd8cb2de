"""A task passes from one division to another, or from one person to the next; who answered for it before stays known."""

from datetime import date, timedelta
from typing import Any

from uigwe.plan import Task
from uigwe.review import MOVES, Refusal, Thing, Verb
from uigwe.web.approving.actions import ask, in_transaction
from uigwe.web.approving.models import Amendment, Tenure
from uigwe.web.people.models import Division, Responsibility, User
from uigwe.web.people.refused import Refused
from uigwe.web.plans import frozen
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.plans.shelf import today
from uigwe.web.records.chain import record


def transfer(
    *,
    agency: str,
    year: int,
    code: str,
    division: Division,
    owner: User | None,
    day: date,
    why: str,
    document_number: str = "",
    amendment: Amendment | None = None,
    key: str = "",
    by: User,
) -> Tenure:
    """The task belongs to another division from this day on (not later than today)."""
    told = {"document_number": document_number.strip(), "amendment": amendment}
    return _pass_on(Verb.TRANSFER_TASK, agency, year, code, division, owner, day, why, told, key, by)


def hand_over(
    *, agency: str, year: int, code: str, owner: User, day: date, why: str, note: str = "", key: str = "", by: User
) -> Tenure:
    """Another person of the same division answers from this day on; what is open then is listed and kept with the note."""
    return _pass_on(Verb.HAND_OVER, agency, year, code, None, owner, day, why, {"note": note.strip()}, key, by)


def _pass_on(
    verb: Verb, agency: str, year: int, code: str, division: Division | None, owner: User | None, day: date, why: str,
    told: dict[str, Any], key: str, by: User,
) -> Tenure:  # fmt: skip
    body = {"agency": agency, "year": year, "code": code, "division": division.code if division else "",
            "owner": owner.username if owner else "", "day": day.isoformat(), "why": why}  # fmt: skip

    def do() -> dict[str, Any]:
        thing = Thing(agency, year, code)
        ask(verb, thing, by)
        frozen.refuse(frozen.why_closed(frozen.locked(agency, year)), verb, thing)
        rows = Responsibility.objects.select_for_update(of=("self",)).select_related("division", "owner")
        row = rows.filter(agency_id=agency, year=year, code=code).first()
        to = division or (row.division if row else None)
        reason = _why_not(row, to, owner, agency, day, why)
        if reason or row is None or to is None:
            raise Refused(Refusal(reason or "no-such-task", verb, thing))
        before, tenure = _who(row), _left(row, day, why, told, by)
        row.division, row.owner = to, owner
        row.save()
        after = {**_who(row), "day": day.isoformat(), "open": len(tenure.open_items)}
        record(
            verb=MOVES[verb].log, by=by, object=f"plan/{agency}/{year} {code}", before=before, after=after, reason=why
        )
        return {"row": tenure.pk}

    return Tenure.objects.get(pk=in_transaction(key, by, verb, body, do)["row"])


def _left(row: Responsibility, day: date, why: str, told: dict[str, Any], by: User) -> Tenure:
    last = Tenure.objects.filter(agency_id=row.agency_id, year=row.year, code=row.code).order_by("id").last()
    return Tenure.objects.create(
        agency_id=row.agency_id,
        year=row.year,
        code=row.code,
        division=row.division,
        owner=row.owner,
        since=last.until + timedelta(days=1) if last else None,
        until=day - timedelta(days=1),
        why=why.strip(),
        open_items=open_items(row.agency_id, row.year, row.code, day),
        by=by,
        **told,
    )


def _why_not(
    row: Responsibility | None, division: Division | None, owner: User | None, agency: str, day: date, why: str
) -> str:
    if row is None or division is None:
        return "no-such-task"
    if division.agency_id != agency or (owner is not None and owner.agency_id != agency):
        return "not-your-agency"
    if not division.exists_on(day) or (owner is not None and not owner.is_active):
        return "nobody-there"
    if (row.division_id, row.owner_id) == (division.pk, owner.pk if owner else None):
        return "nothing-changed"
    if not why.strip():
        return "no-reason"
    return "in-the-future" if day > today() else ""


def open_items(agency: str, year: int, code: str, day: date) -> list[str]:
    """What is still to be done about a task on that day, as its plan has it: milestones that are not over yet."""
    revision = Revision.objects.of(agency, year).published().last()
    task = plan_of(revision).task(code) if revision else None
    if not isinstance(task, Task):
        return []
    return [f"{one.when} {one.text}".strip() for one in task.milestones if one.end is None or one.end >= day]


def _who(row: Responsibility) -> dict[str, str]:
    return {"division": row.division.code, "owner": row.owner.username if row.owner else ""}
