"""Next year's plan is started from this year's: what is in force, moved on by a year, with the results that the office accepted."""

from typing import Any

from django.db import transaction

from uigwe.plan.next_year import Achieved, next_year
from uigwe.review import MOVES, ResultStage, Stage, Thing, Verb
from uigwe.web.people.models import Agency, Responsibility, User
from uigwe.web.plans import frozen
from uigwe.web.plans.actions import Done
from uigwe.web.plans.documents import plan_of, written
from uigwe.web.plans.models import Revision
from uigwe.web.records.chain import record
from uigwe.web.records.once import once
from uigwe.web.results.common import ask, no
from uigwe.web.results.counting import declared, year_end
from uigwe.web.results.models import Finality
from uigwe.web.results.presenters import newest

_VERB = Verb.START_NEXT_YEAR


def start_next_year(*, agency: str, year: int, key: str = "", by: User) -> Done:
    """The draft of the plan of `year` + 1. Refused where that year has a plan already. Whoever answers for a task goes on answering.

    A closed year may be followed by a new one: nothing of it moves.
    """
    thing = Thing(agency, year)

    def do() -> dict[str, Any]:
        ask(_VERB, thing, by)
        Agency.objects.select_for_update().get(pk=agency)  # twice at once: the second finds the first one's draft
        frozen.refuse(frozen.why_no_draft(frozen.locked(agency, year + 1), permitted=False), _VERB, thing)
        base = Revision.objects.of(agency, year).published().last()
        if base is None:
            raise no("nothing-published", _VERB, thing)
        if Revision.objects.of(agency, year + 1).exists():
            raise no("year-there", _VERB, thing)
        document, hash = written(next_year(plan_of(base), achieved(agency, year)))
        row = Revision.objects.create(
            agency_id=agency, year=year + 1, number=1, stage=Stage.DRAFT, document=document, hash=hash, by=by
        )
        people = _answered_for(agency, year)
        before = {"year": year, "number": base.number, "hash": base.hash}
        after = {"year": year + 1, "number": row.number, "hash": hash, "responsibilities": people}
        record(verb=MOVES[_VERB].log, by=by, object=f"plan/{row}", before=before, after=after)
        return {"agency": agency, "year": year + 1, "number": row.number}

    with transaction.atomic():
        return Done(**once(key=key, by=by, verb=_VERB.value, body={"agency": agency, "year": year}, do=do))


def achieved(agency: str, year: int) -> dict[str, Achieved]:
    """What the year came to, by use: results that the office accepted, of the whole year or of the sum at its end."""
    counted, found = declared(agency, year), {}
    for (indicator, code), periods in newest(agency, year).items():
        rows = (periods.get(name) for name in year_end(year, counted.get(indicator)))
        row = next((row for row in rows if row and row.value and row.stage is ResultStage.ACCEPTED), None)
        if row is not None:
            found[f"{indicator}@{code}"] = Achieved(row.value, row.finality != Finality.FINAL)
    return found


def _answered_for(agency: str, year: int) -> int:
    """Who answers for what, carried over; what somebody said of the new year already stays."""
    rows = Responsibility.objects.filter(agency_id=agency, year=year)
    there = set(Responsibility.objects.filter(agency_id=agency, year=year + 1).values_list("code", flat=True))
    fresh = [
        Responsibility(
            agency_id=agency, year=year + 1, code=row.code, division_id=row.division_id, owner_id=row.owner_id
        )
        for row in rows
        if row.code not in there
    ]
    Responsibility.objects.bulk_create(fresh)
    return len(fresh)
