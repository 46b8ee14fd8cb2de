"""Who of affiliated bodies hands in what: a whole goal or task, or some of its indicators."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.utils import timezone

from uigwe.plan import Plan
from uigwe.review import Actor, Role, Thing, Verb, why_not
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import Delegation, User
from uigwe.web.results.common import act, ask, no, note


def delegate(
    *, agency: str, year: int, code: str, person: User, indicators: Iterable[str] = (), key: str = "", by: User
) -> Delegation:
    """This person of an affiliated body hands in the results of this goal or task, or of these indicators of it.

    Other indicators than before: the delegation that was there ends, and stays readable.
    """
    thing = Thing(agency, year, code)
    wanted = sorted(set(indicators))

    def do(plan: Plan) -> dict[str, Any]:
        fits = person.agency_id == agency and person.is_active and person.grants.filter(role=Role.AGENCY_STAFF).exists()
        if plan.node(code) is None or not fits:
            raise no("nobody-there", Verb.DELEGATE, thing)
        if set(wanted) - {indicator.id for indicator, _use in plan.uses(code)}:
            raise no("no-such-indicator", Verb.DELEGATE, thing)
        rows = Delegation.objects.filter(agency_id=agency, year=year, code=code, person=person, ended=None)
        last = rows.first()
        if last is not None and last.indicators == wanted:
            return {"row": last.pk}
        rows.update(ended=timezone.now())
        row = Delegation.objects.create(agency_id=agency, year=year, code=code, person=person, indicators=wanted)
        before = _told(last) if last else None
        note(Verb.DELEGATE, by, f"plan/{agency}/{year} {code}", before, _told(row))
        return {"row": row.pk}

    body = {"code": code, "person": person.username, "indicators": wanted}
    return Delegation.objects.get(pk=act(Verb.DELEGATE, thing, by, key, body, do)["row"])


def end_delegation(*, agency: str, year: int, delegation: int, key: str = "", by: User) -> None:
    """The person hands in no more; what was handed in stays."""
    thing = Thing(agency, year)

    def do(_plan: Plan) -> dict[str, Any]:
        row = Delegation.objects.filter(pk=delegation, agency_id=agency, year=year, ended=None).first()
        if row is None:
            raise no("no-such-thing", Verb.DELEGATE, thing)
        ask(Verb.DELEGATE, Thing(agency, year, row.code), by)
        row.ended = timezone.now()
        row.save(update_fields=["ended"])
        note(Verb.DELEGATE, by, f"plan/{agency}/{year} {row.code}", _told(row), None)
        return {}

    act(Verb.DELEGATE, thing, by, key, {"end": delegation}, do)


def _told(row: Delegation) -> dict[str, Any]:
    return {"person": row.person.username, **({"indicators": row.indicators} if row.indicators else {})}


def limits(actor: Actor, thing: Thing) -> frozenset[str] | None:
    """The indicators to which a person is limited there; None when nothing limits them."""
    if why_not(Verb.ENTER_RESULT, thing, replace(actor, delegated=frozenset())) is None:
        return None
    rows = Delegation.objects.filter(agency_id=thing.agency, year=thing.year, code=thing.code, ended=None)
    row = rows.filter(person__username=actor.name).first()
    return frozenset(row.indicators) if row is not None and row.indicators else None


def refuse_outside(verb: Verb, thing: Thing, by: User, indicator: str = "") -> None:
    """Raises `Refused` for what is not among the indicators to which the person is limited."""
    limited = limits(actor_of(by), thing)
    if limited is not None and indicator not in limited:
        raise no("not-your-indicator", verb, thing)
