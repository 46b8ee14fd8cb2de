"""Calculations that a reason writes out, in signs or in steps: every sign of it has its part.

`A=3년 평균, B=1.04, 목표=A×B`, `① 3년 평균 ② 보정계수 0.96 적용 ③ 1.5점 가산`.
"""

from uigwe.formulas import Node
from uigwe.reasons.calculated.signs import in_signs
from uigwe.reasons.calculated.steps import in_steps
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid

__all__ = ["calculated", "in_signs"]


def calculated(laid: Laid, known: Known) -> Node | None:
    """What a reason comes to that tells its calculation in steps."""
    return in_steps(laid.text, known)
