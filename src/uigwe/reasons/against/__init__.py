"""What a reason says itself against a reading of it, whichever way it was read, and whatever gave way before.

Of which `years` the reading is, how the target is `settled`, what is only `described`, what is `counted`, what is no `arithmetic` that a
reason means. Each question names the words that it finds; to add one, write it in the room of its purpose, and a line here.
"""

from collections.abc import Callable

from uigwe.formulas.tree import Node
from uigwe.reasons.against import arithmetic, counted, described, settled, years
from uigwe.reasons.known import Known

Against = Callable[[str, Node, Known], str]
AGAINST: tuple[Against, ...] = (
    years.left_out_taken,
    years.heaped_up,
    years.of_a_later_year,
    years.by_a_later_year,
    years.twelfths_left_out,
    settled.refused,
    settled.kept,
    settled.lowered,
    settled.two_targets,
    settled.given_up,
    settled.set_anew,
    settled.ends_otherwise,
    settled.said_to_be_more,
    settled.said_to_lie_elsewhere,
    settled.both_ways,
    settled.except_when,
    settled.only_bounded,
    settled.within_a_range,
    settled.many_in_view,
    described.told_only,
    described.as_it_is,
    described.how_it_is_counted,
    described.only_appraised,
    counted.of_another_indicator,
    counted.by_its_name,
    counted.gap_without_figure,
    counted.allotted_elsewhere,
    counted.of_their_members,
    counted.one_more_of_them,
    counted.more_beside,
    counted.more_unsaid,
    counted.points_of_no_rate,
    counted.of_something_else,
    arithmetic.divided_by_a_quotient,
    arithmetic.base_twice,
    arithmetic.whole_lowered,
    arithmetic.two_rates,
    arithmetic.sum_added_again,
    arithmetic.half_of_a_rate,
    arithmetic.share_of_a_rate,
    arithmetic.added_twice,
    arithmetic.put_on_top,
    arithmetic.deviation_twice,
    arithmetic.taken_off,
    arithmetic.averaged_again,
    arithmetic.divided,
    arithmetic.outcome_taken,
    arithmetic.year_weighted_twice,
    arithmetic.rates_added,
    arithmetic.rises_by_a_fall,
    arithmetic.less_for_more,
    arithmetic.weights_unsaid,
)


def against(text: str, node: Node, known: Known) -> str:
    """The words of a reason that speak against a reading; empty when none do."""
    return next((said for one in AGAINST if (said := one(text, node, known))), "")
