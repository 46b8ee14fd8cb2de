"""What a new target means for the rest: the annex that prints the same one again, and words where a number is meant."""

from uigwe.plan.edit import kind_of_object
from uigwe.plan.indicator import Indicator, Printing, TargetType, Use
from uigwe.plan.patch import Patch
from uigwe.plan.tree import Plan
from uigwe.values import State, is_unit
from uigwe.values.written import read_number


def along(plan: Plan, patch: Patch) -> Patch | None:
    """The patch that writes a new target into the annex as well, where the annex prints the same target now."""
    indicator, use = _of(plan, patch)
    if indicator is None or use is None:
        return None
    target, annexed = indicator.target(use), indicator.annexed(use)
    if target is None or annexed is None or not _same(target, annexed):
        return None
    return Patch(patch.object, "target.annex", patch.value)


def is_words_for_a_number(plan: Plan, patch: Patch) -> bool:
    """Whether a target says words where its indicator counts in a unit or has a number so far: worth asking before it is kept."""
    indicator, use = _of(plan, patch)
    if indicator is None or use is None or read_number(patch.value, indicator.unit).state is not State.TEXT:
        return False
    now = indicator.target(use)
    if now is None or now.state is State.TEXT:
        return False
    if indicator.bounds and indicator.bounds.type is TargetType.WORDS:
        return False
    return is_unit(indicator.unit) or now.value is not None


def _of(plan: Plan, patch: Patch) -> tuple[Indicator | None, Use | None]:
    """The indicator and use whose own target is written; None for every other patch."""
    if patch.field != "target" or kind_of_object(patch.object) != "use":
        return None, None
    id, _, code = patch.object.partition("@")
    indicator = plan.indicator(id)
    return indicator, indicator.use(code) if indicator else None


def _same(one: Printing, other: Printing) -> bool:
    """The same target, however it is spelled: `10만` and `100,000` are one number, words are compared without their spaces."""
    if one.value is not None or other.value is not None:
        return one.value == other.value
    return "".join(one.written.split()) == "".join(other.written.split())
