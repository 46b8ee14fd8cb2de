"""What the verbs share: asking for the right, holding the row, writing the line of the thread and the entry in the record."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from uigwe.review import MOVES, Actor, Refusal, ReplyStage, Thing, Verb, why_not
from uigwe.web.collecting.models import Ask, Note, Round
from uigwe.web.collecting.people import why_not_ask
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import User
from uigwe.web.people.refused import Refused
from uigwe.web.records.chain import record
from uigwe.web.records.once import once


def in_transaction(
    key: str, by: User, verb: Verb, body: Mapping[str, Any], do: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """Do it whole or not at all, and under a key only once."""
    with transaction.atomic():
        return once(key=key, by=by, verb=verb.value, body=body, do=do)


def ask_right(verb: Verb, thing: Thing, by: User) -> Actor:
    """What this person may do now. Raises `Refused` when they may not do this to this thing."""
    actor = actor_of(by)
    refusal = why_not(verb, thing, actor)
    if refusal:
        raise Refused(refusal)
    return actor


def refuse(reason: str, verb: Verb, thing: Thing, name: str = "") -> Refused:
    """A refusal for a reason of an action's own; `name` calls what stands in the way."""
    return Refused(Refusal(reason, verb, thing, name))


def held_round(agency: str, year: int, number: int, verb: Verb) -> Round:
    """The round, held until the transaction ends. Raises `Refused("no-such-round")`."""
    found = Round.objects.of(agency, year).select_for_update(of=("self",)).filter(number=number).first()
    if found is None:
        raise refuse("no-such-round", verb, Thing(agency, year))
    return found


def held_ask(agency: str, year: int, number: int, code: str, verb: Verb, by: User) -> Ask:
    """The ask, held, for somebody who may do this to it now. Raises `Refused`: the right, the stage, or a closed round."""
    return held_ask_by(agency, year, number, code, verb, by)[0]


def held_ask_by(agency: str, year: int, number: int, code: str, verb: Verb, by: User) -> tuple[Ask, Actor]:
    """The ask, held, and what the person may do as of then.

    Asks are held before drafts, everywhere. What the row is found by never changes: its code, and the year and number of its
    round. The round itself is read after the ask is ours: closing a round holds all its asks, so what is read here cannot be
    older than a closing that we waited for.
    """
    held = Ask.objects.at(agency, year, number).filter(code=code).select_for_update(of=("self",)).first()
    if held is None:
        raise refuse("no-such-ask", verb, Thing(agency, year))
    held.round = Round.objects.get(pk=held.round_id)
    actor = actor_of(by)
    refusal = why_not_ask(verb, held, held.thing(), actor)
    if refusal:
        raise Refused(refusal)
    if not held.round.is_open and MOVES[verb].stages is not None:
        raise refuse("round-closed", verb, held.thing())
    return held, actor


def where(ask: Ask) -> str:
    """An ask as the record names it."""
    return f"plan/{ask.round.agency_id}/{ask.round.year} round {ask.round.number} {ask.code}"


def entered(verb: Verb, by: Any, object: str, before: Any = None, after: Any = None, reason: str = "") -> None:
    """The entry in the record, under the name that the table of moves gives to the verb."""
    record(verb=MOVES[verb].log, by=by, object=object, before=before, after=after, reason=reason)


def noted(ask: Ask, kind: str, text: str, by: User | None) -> Note:
    """A line of the thread."""
    return Note.objects.create(ask=ask, kind=kind, text=text, by=by)


def moved(ask: Ask, stage: ReplyStage) -> None:
    """The ask stands in another stage from now on."""
    ask.stage, ask.since = stage, timezone.now()
    ask.save(update_fields=["stage", "since", "seal", "due"])


def words(value: str, most: int = 4_000) -> str:
    """Text as the site keeps it: one kind of line end, nothing that cannot be seen at its ends, not endless."""
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()[:most]


def day(value: date) -> str:
    """A day as the record spells it."""
    return value.isoformat()
