"""Changes between two revisions, grouped by the goal or task they belong to, and what they did to the findings."""

from collections.abc import Iterable
from dataclasses import dataclass

from uigwe.audit import Finding
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


def outcome(before: Iterable[Finding], now: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that the changes took away, and those that they brought."""
    old, new = {finding.key: finding for finding in before}, {finding.key: finding for finding in now}
    return [old[key] for key in old if key not in new], [new[key] for key in new if key not in old]
