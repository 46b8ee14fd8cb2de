"""Words of last year's plan that a new plan starts from: they bear the year's mark, `〔2023〕`, until somebody writes them anew.

The mark stands for "nobody has changed this yet". So words that are changed lose it, whether or not somebody thought of taking
it away; words that are to stay take off the mark and nothing else.
"""

import re
from collections.abc import Iterator

from uigwe.plan.edit import EditProblem, field_now, kind_of_object
from uigwe.plan.part import settled
from uigwe.plan.patch import Patch
from uigwe.plan.tree import Plan

_MARK = re.compile(r"\s*〔\s*(?P<year>\d{4})\s*〕\s*")
# A milestone has one mark for all of its fields.
_OF_MILESTONE = ("text", "when", "quarter")


def carried(text: str, year: int) -> str:
    """Words of that year's plan, marked; words that bear the mark of an earlier year keep it, and what is empty stays so."""
    return text if not text or carried_from(text) else f"〔{year}〕 {text}"


def carried_from(text: str) -> int | None:
    """The year whose words these still are; None once somebody wrote them anew."""
    found = _MARK.match(text)
    return int(found["year"]) if found else None


def unmarked(text: str) -> str:
    """The words without the mark."""
    found = _MARK.match(text)
    return text[found.end() :] if found else text


def rewritten(before: str, text: str) -> str:
    """What somebody made of words that bore the mark: changed ones lose it, for they are not last year's any more."""
    if carried_from(text) is None or carried_from(before) is None:
        return text
    return text if settled(unmarked(text)) == settled(unmarked(before)) else unmarked(text)


def alike_but_for_the_mark(one: str, other: str) -> bool:
    """Whether two wordings differ in the mark alone, which is no word of anybody's."""
    return unmarked(one) == unmarked(other)


def freed(plan: Plan, patch: Patch) -> Iterator[Patch]:
    """What else is not last year's any more once this patch is made in this plan: the mark of a milestone that was changed, and the
    basis of a reason that was written anew, which goes; with a reason that stays, its basis stays."""
    try:
        now = field_now(plan, patch.object, patch.field)
    except EditProblem:
        return
    kind = kind_of_object(patch.object)
    if kind == "milestone" and patch.field in _OF_MILESTONE and settled(now) != settled(patch.value):
        note = field_now(plan, patch.object, "note")
        if carried_from(note):
            yield Patch(patch.object, "note", unmarked(note))
    if kind == "use" and patch.field == "reason" and not carried_from(patch.value):
        basis = field_now(plan, patch.object, "basis")
        if carried_from(basis):
            same = settled(unmarked(now)) == settled(patch.value)
            yield Patch(patch.object, "basis", unmarked(basis) if same else "")
