"""What becomes of the answers of a filled form: three values stand for each cell, what was printed, what came back, what the plan says now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from uigwe.plan.carried import alike_but_for_the_mark, rewritten
from uigwe.plan.edit import edited, field_now, kind_of_object
from uigwe.plan.part import settled
from uigwe.plan.patch import EditProblem, Patch
from uigwe.plan.rows import NEW_ROW, every_row, milestone_of, task_of, told_row
from uigwe.plan.targets import is_words_for_a_number
from uigwe.plan.tree import Plan

_FIGURES = {"target": "number", "amount": "amount", "when": "when", "quarter": "quarter"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One cell of a form that came back: what had been printed in it and what stands in it."""

    object: str
    field: str
    printed: str
    returned: str


class Fate(StrEnum):
    """What becomes of an answer: nothing to do, taken, a person decides, or the plan cannot take it."""

    SAME = "same"
    MERGE = "merge"
    ASK = "ask"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer with what the plan says now, its fate, and the reason of an `EditProblem` when it was refused or is asked about."""

    answer: Answer
    now: str
    fate: Fate
    problem: str = ""


def judge(plan: Plan, answers: Iterable[Answer]) -> tuple[Judged, ...]:
    """The fate of each answer, in their order; each is weighed against the plan with the earlier ones merged. Raises nothing.

    Words of last year that came back changed are taken without the mark of last year.
    """
    judged: list[Judged] = []
    for answer in map(_anew, answers):
        one, plan = _weighed(plan, answer)
        judged.append(one)
    return tuple(judged)


def _anew(answer: Answer) -> Answer:
    return replace(answer, returned=rewritten(answer.printed, answer.returned))


def merged(plan: Plan, judged: Iterable[Judged]) -> Plan:
    """The plan with every answer that merges."""
    for one in judged:
        if one.fate is Fate.MERGE:
            plan = edited(plan, patch_of(one.answer))
    return plan


def patch_of(answer: Answer) -> Patch:
    """The patch that an answer asks for."""
    return Patch(answer.object, answer.field, answer.returned)


def _weighed(plan: Plan, answer: Answer) -> tuple[Judged, Plan]:
    try:
        now = field_now(plan, answer.object, answer.field)
        after = edited(plan, patch_of(answer))
    except EditProblem as problem:
        return _not_taken(plan, answer, problem.reason), plan
    kind = kind_of_object(answer.object)
    fate = _fate_of_row(plan, answer) if kind == "new-milestone" else _fate(answer, now)
    if fate is Fate.MERGE and kind == "milestone" and answer.field != "struck" and _is_struck(plan, answer):
        fate = Fate.ASK  # it would be taken into a row that nobody sees any more
    if fate is Fate.MERGE and is_words_for_a_number(plan, patch_of(answer)):
        return Judged(answer, now, Fate.ASK, "words-for-a-number"), plan
    return Judged(answer, now, fate), after if fate is Fate.MERGE else plan


def _not_taken(plan: Plan, answer: Answer, reason: str) -> Judged:
    """What cannot be taken is refused, unless nothing was asked for."""
    try:
        now = field_now(plan, answer.object, answer.field)
    except EditProblem:
        now = answer.printed
    same = _fate(answer, now) is Fate.SAME
    return Judged(answer, now, Fate.SAME if same else Fate.REFUSED, "" if same else reason)


def _fate(answer: Answer, now: str) -> Fate:
    if _alike(answer.returned, answer.printed, answer.field) or _alike(answer.returned, now, answer.field):
        return Fate.SAME
    return Fate.MERGE if alike_but_for_the_mark(now, answer.printed) else Fate.ASK


def _fate_of_row(plan: Plan, answer: Answer) -> Fate:
    """A row that stands there already, as when a file is handed in twice, is not added again; one that was struck is asked."""
    told = told_row(answer.returned) or {}
    for one in every_row(task_of(plan, patch_of(answer))):
        fields = {"when": one.when, "quarter": str(one.quarter), "text": one.text, "note": one.note}
        if all(_alike(told[name], fields[name], name) for name in NEW_ROW):
            return Fate.ASK if one.struck else Fate.SAME
    return Fate.MERGE


def _is_struck(plan: Plan, answer: Answer) -> bool:
    return bool(milestone_of(plan, patch_of(answer))[1].struck)


def _alike(one: str, other: str, field: str) -> bool:
    kind = _FIGURES.get(field, "text")
    return settled(one, kind) == settled(other, kind)
