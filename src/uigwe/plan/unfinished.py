"""What a plan still lacks before it is whole: targets nobody gave, words of last year's plan, cells that a form asks for and are empty."""

from collections.abc import Iterator
from dataclasses import dataclass

from uigwe.plan.carried import carried_from
from uigwe.plan.part import Cell, form_of
from uigwe.plan.tree import Plan

# A note belongs to few milestones, and a reason for striking to those that are struck: nobody owes them.
_OWED_BY_NOBODY = ("note", "struck")
_NO_TARGET = ("", "-", "–")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """How much is missing: uses of indicators without a target, cells that still bear last year's mark, cells with nothing in them."""

    targets: int
    carried: int
    empty: int


def unfinished(plan: Plan) -> Unfinished:
    """Counted over every goal and task, in what its form asks for. A target that is missing is counted as that and not as an empty cell."""
    cells = [cell for node in plan.nodes() for cell in form_of(plan, node.code).cells()]
    targets = sum(1 for cell in cells if cell.field == "target" and _without_target(cell))
    asked = list(_asked(cells))
    return Unfinished(
        targets=targets,
        carried=sum(1 for cell in cells if not cell.locked and carried_from(cell.value)),
        empty=sum(1 for cell in asked if not cell.value.strip()),
    )


def _asked(cells: list[Cell]) -> Iterator[Cell]:
    return (cell for cell in cells if not cell.locked and cell.field not in ("target", *_OWED_BY_NOBODY))


def _without_target(cell: Cell) -> bool:
    return cell.value.strip() in _NO_TARGET
