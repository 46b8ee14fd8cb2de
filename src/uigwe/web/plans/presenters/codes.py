"""Codes of goals and tasks in addresses: printed with Roman and circled numerals, addressed in ASCII (`1-2-3`)."""

from uigwe.plan import Level, Plan, order_of_code
from uigwe.plan.tree import Node


def address(code: str) -> str:
    """The code as it stands in a URL: the second task of the first goal of the first strategic goal is `1-1-2`."""
    return "-".join(str(number) for number in order_of_code(code))


def node_at(plan: Plan, slug: str) -> Node | None:
    """The goal or task at this address."""
    return next((node for node in plan.nodes() if address(node.code) == slug), None)


def lineage(plan: Plan, code: str) -> list[Node]:
    """The goals above a goal or task, the highest first, and itself last."""
    parts = code.split("-")
    above = ["-".join(parts[: length + 1]) for length in range(len(parts))]
    return [node for node in map(plan.node, above) if node]


def neighbours(plan: Plan, code: str) -> tuple[Node | None, Node | None]:
    """The goals or tasks of the same level before and after this one, in reading order."""
    level = Level.of(code)
    row = [node for node in plan.nodes() if Level.of(node.code) is level]
    at = next((index for index, node in enumerate(row) if node.code == code), None)
    if at is None:
        return None, None
    return (row[at - 1] if at else None), (row[at + 1] if at + 1 < len(row) else None)


def own_number(code: str) -> str:
    """The last part of a code, as a tree shows it under its parent."""
    return code.rpartition("-")[2]
