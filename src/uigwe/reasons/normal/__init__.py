"""Normal forms: a construct that can be said in many ways is put into the one way that the grammar reads.

Each step takes a reason laid out and gives it back in other words, or as it is. What is written anew says the same, and figures that give way are
those that the table, or other figures of the reason, prove.
"""

from collections.abc import Callable

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.aims import without_aim
from uigwe.reasons.normal.base_words import in_base_words
from uigwe.reasons.normal.bounds import bounded
from uigwe.reasons.normal.called_means import called_means
from uigwe.reasons.normal.compared import without_compared
from uigwe.reasons.normal.counted import without_counted
from uigwe.reasons.normal.cuts import with_means
from uigwe.reasons.normal.defined import without_definition
from uigwe.reasons.normal.described import described
from uigwe.reasons.normal.expected import without_expected
from uigwe.reasons.normal.geometric import geometric
from uigwe.reasons.normal.headed import without_heads
from uigwe.reasons.normal.held import held
from uigwe.reasons.normal.its_share import its_share
from uigwe.reasons.normal.last_target import last_target
from uigwe.reasons.normal.later import without_later
from uigwe.reasons.normal.lessened import lessened
from uigwe.reasons.normal.marks import without_marks
from uigwe.reasons.normal.measured import without_measure
from uigwe.reasons.normal.middled import middled
from uigwe.reasons.normal.named_bases import with_named_base
from uigwe.reasons.normal.noted import without_noted
from uigwe.reasons.normal.own_rates import own_rates
from uigwe.reasons.normal.per_so_much import without_per
from uigwe.reasons.normal.refused import without_refused
from uigwe.reasons.normal.restepped import restepped
from uigwe.reasons.normal.rounded import in_words_of_rounding
from uigwe.reasons.normal.shown import without_shown
from uigwe.reasons.normal.sigma import with_its_years
from uigwe.reasons.normal.sizes import in_its_size
from uigwe.reasons.normal.so_far import so_far
from uigwe.reasons.normal.stocked import stocked
from uigwe.reasons.normal.summed import summed
from uigwe.reasons.normal.sums import in_order
from uigwe.reasons.normal.taken_growth import taken_growth
from uigwe.reasons.normal.told import told_otherwise
from uigwe.reasons.normal.up_and_down import up_or_down
from uigwe.reasons.normal.verbs import in_usual_verbs
from uigwe.reasons.normal.yearly import yearly
from uigwe.reasons.normal.years_out import without_years_out

# What stands beside the calculation, and could leave it open.
_BESIDE: tuple[Callable[[Laid, Known], Laid], ...] = (
    without_heads,
    without_marks,
    without_counted,
    without_definition,
    without_later,
    without_expected,
    without_measure,
    bounded,
    last_target,
)
_STEPS: tuple[Callable[[Laid, Known], Laid], ...] = (
    described,
    restepped,
    middled,
    without_shown,
    with_named_base,
    so_far,
    lessened,
    with_its_years,
    without_noted,
    without_per,
    without_years_out,
    without_refused,
    its_share,
    in_its_size,
    up_or_down,
    in_base_words,
    held,
    in_usual_verbs,
    in_words_of_rounding,
    with_means,
    called_means,
    stocked,
    yearly,
    told_otherwise,
    without_aim,
    in_order,
    without_compared,
    geometric,
    own_rates,
    summed,
    taken_growth,
)


def parted(laid: Laid, known: Known) -> Laid:
    """The reason without what is said of later years, what it is held against, and with its signs of lists as stops."""
    for step in _BESIDE:
        laid = step(laid, known)
    return laid


def in_normal_form(laid: Laid, known: Known) -> Laid:
    """The reason in the words that the grammar reads."""
    for step in _STEPS:
        laid = step(laid, known)
    return laid
