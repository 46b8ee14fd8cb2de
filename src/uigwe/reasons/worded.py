"""The words of a reason as they are read: laid out, with every way of saying put into the usual one."""

from collections.abc import Mapping
from decimal import Decimal

from uigwe.reasons.differences import differences
from uigwe.reasons.headings import without_codes, without_unit
from uigwe.reasons.joined_rates import joined_rates
from uigwe.reasons.laid import Laid
from uigwe.reasons.listed import spelt_out
from uigwe.reasons.named_results import listed_results, without_mean_behind
from uigwe.reasons.numerals import in_digits
from uigwe.reasons.ranks import otherwise_said, ranked, weights_in_a_row
from uigwe.reasons.shortfalls import turned_round
from uigwe.reasons.spelling import respelled


def worded(laid: Laid, year: int, results: Mapping[int, Decimal]) -> Laid:
    """The reason in the words that the grammar knows. `results`: the past results that are numbers."""
    plain = differences(spelt_out(in_digits(without_codes(without_unit(laid) or laid))), year, results)
    plain = weights_in_a_row(otherwise_said(ranked(plain, year, results)))
    plain = joined_rates(respelled(turned_round(plain, results.get(year - 1)), year))
    plain = without_mean_behind(plain, year, results) or plain
    return listed_results(plain, results) or plain
