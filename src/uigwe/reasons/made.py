"""What a way through a reason comes to."""

from dataclasses import dataclass

from uigwe.formulas.tree import Node

TOLD, PRINTED = ("told",), ("told", "printed")


@dataclass(frozen=True, slots=True)
class Made:
    """An expression, with the notes on how it was found. `percent`: it is a share in per cent."""

    node: Node
    notes: tuple[str, ...] = TOLD
    percent: bool = False
