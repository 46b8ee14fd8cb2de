"""Changes between two revisions, grouped by the goal or task they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass

from uigwe.plan import Change, Plan, order_of_code


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one goal or task."""

    code: str
    title: str
    changes: tuple[Change, ...]


def by_place(plan: Plan, changes: Iterable[Change]) -> list[Group]:
    """Changes under the goal or task they belong to, in reading order; those of the plan as a whole first."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(change.code, []).append(change)
    titles = {node.code: node.title for node in plan.nodes()}
    ordered = sorted(groups, key=lambda code: order_of_code(code) if code else (0,))
    return [Group(code, titles.get(code, ""), tuple(groups[code])) for code in ordered]
