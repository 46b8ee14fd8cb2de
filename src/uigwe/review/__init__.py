"""Judgements about who may do what, when: asked once by the site's gate and by every action."""

from uigwe.review.actor import NOBODY, Actor, Reach, Role
from uigwe.review.moves import MOVES, Move, ReplyStage, RoundStage, Stage, Thing, Verb
from uigwe.review.why_not import Refusal, why_not

__all__ = [
    "MOVES",
    "NOBODY",
    "Actor",
    "Move",
    "Reach",
    "Refusal",
    "ReplyStage",
    "Role",
    "RoundStage",
    "Stage",
    "Thing",
    "Verb",
    "why_not",
]
