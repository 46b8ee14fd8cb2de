"""The one question: may this person do this to that, now?"""

from collections.abc import Sequence
from dataclasses import dataclass

from uigwe.review.actor import Actor, Reach, Role
from uigwe.review.moves import MOVES, Thing, Verb


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not. `sign-in`: we do not know who it is · `not-your-role` · `not-your-agency` · `not-your-division` ·
    `not-your-task` · `wrong-stage` · and reasons that an action adds, such as `nothing-changed`.

    `name` calls what stands in the way, where the sentence of the reason names it."""

    reason: str
    verb: Verb
    thing: Thing
    name: str = ""


def why_not(verb: Verb, thing: Thing, actor: Actor) -> Refusal | None:
    """The reason this person may not do this to this thing now; None when they may.

    A thing without agency, code or stage asks in general: whether there is anything to which the person may do it.
    """
    move = MOVES[verb]
    reaches = [move.by[role] for role in {*actor.roles, Role.PUBLIC} if role in move.by]
    if not reaches:
        reason = "not-your-role" if actor.signed_in else "sign-in"
    elif thing.stage is not None and move.stages is not None and thing.stage not in move.stages:
        reason = "wrong-stage"
    else:
        reason = _out_of_reach(reaches, thing, actor)
    return Refusal(reason, verb, thing) if reason else None


def _out_of_reach(reaches: Sequence[Reach], thing: Thing, actor: Actor) -> str:
    """Which relation is missing; empty when one of the reaches covers the thing."""
    furthest = max(reaches)
    if furthest is Reach.ANYTHING or not thing.agency:
        return ""
    if thing.agency != actor.agency:
        return "not-your-agency"
    # A plan in general (no code): owners do have something in it that they may touch.
    if furthest is Reach.AGENCY or thing == Thing(thing.agency, thing.year, "", thing.stage):
        return ""
    where = (thing.agency, thing.year, thing.code)
    owned = {Reach.DELEGATED: actor.delegated, Reach.MINE: actor.mine, Reach.DIVISION: actor.mine | actor.division}
    if any(where in owned[reach] for reach in reaches):
        return ""
    return "not-your-division" if furthest is Reach.DIVISION else "not-your-task"
