"""What a reason does with its results, told by what is done: `크기순으로 줄 세웠을 때 정가운데 놓이는 값` is their median.

Each module knows one kind of doing and gives it its usual name; everything else of the reason stays, so that whatever bends it is still seen.
A name is given only where what is said with it agrees: how many results are left, of which root, up to which year.
"""

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.described import (
    between,
    growths,
    kept,
    left_out,
    lines,
    made_whole,
    mixtures,
    order,
    over_years,
    remaining,
    roots,
    staged,
    weighted,
)
from uigwe.reasons.normal.described.saying import Saying, said_plainly

# The names of sums and steps first: what they hold may be a median or a mean.
_SAYINGS: tuple[Saying, ...] = (
    *kept.SAYINGS,
    *left_out.SAYINGS,
    *staged.SAYINGS,
    *order.SAYINGS,
    *roots.SAYINGS,
    *lines.SAYINGS,
    *mixtures.SAYINGS,
    *weighted.SAYINGS,
    *between.SAYINGS,
    *growths.SAYINGS,
    *made_whole.SAYINGS,
    *over_years.SAYINGS,
    *remaining.SAYINGS,
)


def described(laid: Laid, known: Known) -> Laid:
    """The reason with the usual names of what it does with its results."""
    return said_plainly(_SAYINGS, laid, known)
