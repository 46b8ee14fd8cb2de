"""Calculations that a reason writes out, in signs or in steps: every sign of it has its part.

`A=3년 평균, B=1.04, 목표=A×B`, `① 3년 평균 ② 보정계수 0.96 적용 ③ 1.5점 가산`.
"""

from collections.abc import Callable

from uigwe.formulas import Node
from uigwe.reasons.calculated.counts import in_counts, in_money, in_prose
from uigwe.reasons.calculated.portions import in_portions
from uigwe.reasons.calculated.signs import in_signs
from uigwe.reasons.calculated.steps import in_steps
from uigwe.reasons.calculated.sums import in_stock, in_sums
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid

__all__ = ["calculated", "in_signs"]

_WAYS: tuple[Callable[[str, Known], Node | None], ...] = (
    in_steps,
    in_portions,
    in_money,
    in_prose,
    in_counts,
    in_stock,
    in_sums,
)


def calculated(laid: Laid, known: Known) -> Node | None:
    """What a reason comes to that tells its calculation; none where two ways through it come to something else."""
    found = [node for way in _WAYS if (node := way(laid.text, known)) is not None]
    return found[0] if found and len({known.value(node) for node in found}) == 1 else None
