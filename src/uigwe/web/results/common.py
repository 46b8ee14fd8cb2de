"""What the verbs of results share: the right, the closed year, one order of locks, one entry in the record."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction

from uigwe.plan import Plan
from uigwe.plan.part import settled
from uigwe.review import MOVES, Refusal, Thing, Verb, why_not
from uigwe.values import plain
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import Agency, User
from uigwe.web.people.refused import Refused
from uigwe.web.plans import frozen
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.records.chain import record
from uigwe.web.records.once import once

LONGEST_NUMBER = 30


def act(
    verb: Verb, thing: Thing, by: User, key: str, body: dict[str, Any], do: Callable[[Plan], dict[str, Any]]
) -> dict[str, Any]:
    """`do(plan)` in one transaction, once for a key, for somebody who may, in a year that is not closed.

    The agency's row is held first and its year's next, as everywhere, so that closing and writing never pass each other.
    """
    with transaction.atomic():

        def held() -> dict[str, Any]:
            ask(verb, thing, by)
            Agency.objects.select_for_update().filter(pk=thing.agency).first()
            frozen.refuse(frozen.why_closed(frozen.locked(thing.agency, thing.year)), verb, thing)
            return do(plan_now(thing, verb))

        return once(key=key, by=by, verb=verb.value, body={"agency": thing.agency, "year": thing.year, **body}, do=held)


def ask(verb: Verb, thing: Thing, by: User) -> None:
    """Raises `Refused` when the person may not."""
    refusal = why_not(verb, thing, actor_of(by))
    if refusal:
        raise Refused(refusal)


def no(reason: str, verb: Verb, thing: Thing) -> Refused:
    """A refusal to be raised."""
    return Refused(Refusal(reason, verb, thing))


def plan_now(thing: Thing, verb: Verb) -> Plan:
    """The plan in force; a draft is nothing to be measured against."""
    revision = Revision.objects.of(thing.agency, thing.year).published().last()
    if revision is None:
        raise no("nothing-published", verb, thing)
    return plan_of(revision)


def note(verb: Verb, by: User, object: str, before: Any, after: Any, words: str = "") -> None:
    """The one entry in the audit chain."""
    record(verb=MOVES[verb].log, by=by, object=object[:300], before=before, after=after, reason=words)


def number_of(text: str) -> Decimal | None:
    """The number in a field, however its digits and thousands were typed; None for an empty one. Raises ValueError."""
    digits = settled(text, "number").replace(",", "").replace(" ", "").replace("△", "-").replace("−", "-")
    if not digits:
        return None
    try:
        value = Decimal(digits)
    except InvalidOperation:
        raise ValueError(text) from None
    if not value.is_finite() or len(digits) > LONGEST_NUMBER or "e" in digits.lower() or "_" in digits:
        raise ValueError(text)
    return value


def spelled(value: Decimal | None) -> str:
    """A number as the tables keep it."""
    return "" if value is None else plain(value)
