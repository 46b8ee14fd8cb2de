"""What a reason decides itself: options of which one is taken, rules whose condition the figures settle, bounds, results put right.

Each room takes such a reason apart and asks for each part what it says by itself; what is decided is then read as if nothing
else had been said. Where the words settle it another way as well, both must come to the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from uigwe.formulas import Node
from uigwe.reasons.decided.accepted import accepted
from uigwe.reasons.decided.conditions import decided as by_condition
from uigwe.reasons.decided.corrected import called, corrected
from uigwe.reasons.decided.dropped import without_dropped
from uigwe.reasons.decided.held import held
from uigwe.reasons.decided.options import chosen
from uigwe.reasons.decided.reason import Reason
from uigwe.reasons.decided.shares import shared
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.objects import of_another_base, of_another_step
from uigwe.reasons.other_bodies import of_other_bodies
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Reading
from uigwe.reasons.setting import BENDS

_DECIDED: tuple[Callable[[Reason], Iterator[Reading]], ...] = (chosen, by_condition, held, accepted, shared)
# What these take apart is said of the whole: a reading that heeds none of it is none.
_KNOWS_MORE = (chosen, by_condition, held, shared)
# A bracket at the end that only tells: `(운영위 의결 사항)`.
_BEHIND = pattern_of(r"\([^()\d%]*(?:사항|의결|심의|결과|필|완료|참조|반영|의견|사유)\)[.]?$")
MAX_SIGNS = 300  # of a reason that is taken apart


def decided(laid: Laid, known: Known, reads: Callable[[Laid], Reading | None]) -> tuple[Reading, bool] | None:
    """What a reason comes to by what it decides, and whether that is more than a reading of the whole can know; None where it decides nothing."""
    if len(laid.text) > MAX_SIGNS or _later(laid.text, known.year):
        return None
    if (behind := _BEHIND.search(laid.text)) and not BENDS.search(behind[0]) and behind.start():
        laid = laid.part(0, behind.start())
    reason = Reason(laid, known, reads)
    for put_right in (corrected, called):
        if (anew := put_right(reason)) is not None:
            reason = Reason(anew, known, reads)
    found = _taken_apart(reason, laid)
    if found is None or _of_else(laid.text, found[0].node):
        return None
    return found


def _taken_apart(reason: Reason, laid: Laid) -> tuple[Reading, bool] | None:
    if reason.laid is not laid and (reading := reason.of(reason.laid)):
        return reading, False
    for rest in without_dropped(reason):
        if reading := reason.of(rest):
            return reading, False
        if found := _decided(replace(reason, laid=rest)):
            return found
    return _decided(reason)


def _of_else(text: str, node: Node) -> str:
    """The words by which it is decided by others, or of something else than the indicator."""
    return (
        of_other_bodies(text, node)
        or of_another_base(text, node)
        or of_another_step(text, node)
        or next((found[0] for found in _OTHERS.finditer(text)), "")
    )


_OTHERS = pattern_of(
    r"(?:^|[.,])(?:타|다른|경쟁|유사|인근|해외|상대)(?:부처|기관|지자체|시도|국|사|업체|단체|도시|청)(?:들)?(?:은|는|이|가|에서는|의경우)"
    r"|(?:^|[.,])(?:예산|사업비|인력|정원|인건비|물가|단가)(?:을|를)?(?:전년도?|작년|지난해)(?:대비|보다)"
)
_LATER = pattern_of(
    r"^(?:내년|차년도|다음해|후년|차기연도|(?:’|20)(?P<year>\d{2})년)(?:도)?(?:에는|에|부터는|부터|도|목표는|목표)(?!실적)"
)


def _later(text: str, year: int) -> bool:
    """Whether it is decided for another year."""
    found = _LATER.match(text)
    if found is None or _NOW.search(text, found.end()):
        return False
    return not found["year"] or 2000 + int(found["year"]) > year


_NOW = pattern_of(r"올해|금년|까지는|까지|(?:으나|지만)")


def _decided(reason: Reason) -> tuple[Reading, bool] | None:
    return next(((found, step in _KNOWS_MORE) for step in _DECIDED for found in step(reason)), None)
