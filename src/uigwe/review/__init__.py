"""Judgements about who may do what, when: asked once by the site's gate and by every action."""

from uigwe.review.actor import NOBODY, Actor, Reach, Role
from uigwe.review.approval import STEPS, Signed, SignStep, Standing, cleared, holding
from uigwe.review.moves import (
    MOVES,
    AmendmentStage,
    Move,
    ReplyStage,
    ResultStage,
    RoundStage,
    Stage,
    Thing,
    Verb,
    YearStage,
)
from uigwe.review.why_not import Refusal, why_not

__all__ = [
    "MOVES",
    "NOBODY",
    "STEPS",
    "Actor",
    "AmendmentStage",
    "Move",
    "Reach",
    "Refusal",
    "ReplyStage",
    "ResultStage",
    "Role",
    "RoundStage",
    "SignStep",
    "Signed",
    "Stage",
    "Standing",
    "Thing",
    "Verb",
    "YearStage",
    "cleared",
    "holding",
    "why_not",
]
