"""The mutator: kinds of faults that officials make, each put into a clean plan on purpose."""

from corpus.faults import across, arithmetic, basis, counting, crossing, dates, labels, methods, units, wording
from corpus.faults.fault import Fault, Injected, found

FAULTS: tuple[Fault, ...] = (
    *arithmetic.FAULTS,
    *basis.FAULTS,
    *crossing.FAULTS,
    *counting.FAULTS,
    *units.FAULTS,
    *labels.FAULTS,
    *dates.FAULTS,
    *wording.FAULTS,
    *methods.FAULTS,
    *across.FAULTS,
)

__all__ = ["FAULTS", "Fault", "Injected", "found"]
