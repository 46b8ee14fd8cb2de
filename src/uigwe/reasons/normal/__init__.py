"""Normal forms: a construct that can be said in many ways is put into the one way that the grammar reads.

Each step takes a reason laid out and gives it back in other words, or as it is. What is written anew says the same, and figures that give way are
those that the table, or other figures of the reason, prove.
"""

from collections.abc import Callable

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.aims import without_aim
from uigwe.reasons.normal.compared import without_compared
from uigwe.reasons.normal.geometric import geometric
from uigwe.reasons.normal.own_rates import own_rates
from uigwe.reasons.normal.summed import summed
from uigwe.reasons.normal.taken_growth import taken_growth

_STEPS: tuple[Callable[[Laid, Known], Laid], ...] = (
    without_aim,
    without_compared,
    geometric,
    own_rates,
    summed,
    taken_growth,
)


def in_normal_form(laid: Laid, known: Known) -> Laid:
    """The reason in the words that the grammar reads."""
    for step in _STEPS:
        laid = step(laid, known)
    return laid
