"""What changed between two plans, by meaning and not by line: things are paired first, then their fields are compared."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from uigwe.plan.indicator import Bounds, Indicator, Use
from uigwe.plan.place import order_of_code
from uigwe.plan.records import BudgetLine, Milestone
from uigwe.plan.tree import Plan, Task
from uigwe.values import plain

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `object` names the thing (`Ⅰ-1-①`, `survival-rate@Ⅰ`, `Ⅰ-1-①/m3`), `field` what of it; None means "was not there"."""

    kind: str
    object: str
    code: str
    label: str
    field: str
    before: str | None
    after: str | None


def compare(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Every difference from `old` to `new`, in reading order. Spacing alone is not a difference."""
    changes = [
        *_fields("plan", "plan", "", new.title, _plan_fields(old), _plan_fields(new)),
        *_nodes(old, new),
        *_indicators(old, new),
        *_tasks(old, new),
        *_sets(
            "tally",
            old.tallies,
            new.tallies,
            lambda t: (t.place.part, t.scope, t.level, t.what, t.unit),
            lambda t: t.written,
        ),
        *_sets(
            "reference",
            old.references,
            new.references,
            lambda r: (r.place.code, r.kind, squeezed(r.name)),
            lambda r: r.name,
        ),
        *_sets(
            "claim",
            old.claims,
            new.claims,
            lambda c: (c.place.code, c.place.heading, squeezed(c.subject), c.period, c.role, squeezed(c.written)),
            lambda c: f"{c.subject} {c.written}",
        ),
    ]
    return tuple(changes)


def squeezed(text: str) -> str:
    """Text without any white space: how two spellings of one name are compared."""
    return "".join(text.split())


def _plan_fields(plan: Plan) -> dict[str, str]:
    return {
        "agency": plan.agency,
        "year": str(plan.year),
        "title": plan.title,
        "mission": plan.mission.text,
        "vision": plan.vision.text,
    }


def _fields(
    kind: str, object: str, code: str, label: str, before: dict[str, str], after: dict[str, str]
) -> Iterator[Change]:
    for field in dict.fromkeys([*before, *after]):
        one, other = before.get(field), after.get(field)
        if squeezed(one or "") != squeezed(other or ""):
            yield Change(kind, object, code, label, field, one, other)


def _nodes(old: Plan, new: Plan) -> Iterator[Change]:
    before = {node.code: node.title for node in old.nodes()}
    after = {node.code: node.title for node in new.nodes()}
    for code in sorted({*before, *after}, key=order_of_code):
        if squeezed(before.get(code, "")) != squeezed(after.get(code, "")) or (code in before) != (code in after):
            yield Change(
                "node", code, code, after.get(code) or before[code], "title", before.get(code), after.get(code)
            )


def _indicators(old: Plan, new: Plan) -> Iterator[Change]:
    before = list(old.uses())
    after = list(new.uses())
    for one, other in _pairs_of_uses(before, after):
        indicator, use = other or one or before[0]
        object = f"{indicator.id}@{use.code}"
        if one is None or other is None:
            gone, came = (use.name, None) if other is None else (None, use.name)
            yield Change("indicator", object, use.code, use.name, "", gone, came)
        else:
            yield from _fields("indicator", object, use.code, use.name, use_fields(*one), use_fields(*other))


_Used = tuple[Indicator, Use]


def _pairs_of_uses(before: list[_Used], after: list[_Used]) -> list[tuple[_Used | None, _Used | None]]:
    keys: tuple[Callable[[_Used], Hashable], ...] = (
        lambda used: (used[0].id, used[1].code),
        lambda used: (used[1].code, squeezed(used[1].name)),
        lambda used: (used[0].id, used[1].level),
        lambda used: used[1].code,
    )
    return paired(before, after, keys)


def use_fields(indicator: Indicator, use: Use) -> dict[str, str]:
    """The fields of one use of an indicator as text, by name; past results as `actual.2022`, targets as `target.2023`."""
    fields = {
        "name": use.name,
        "unit": indicator.unit,
        "direction": indicator.direction.value,
        "nature": use.nature,
        "quantification": use.quantification,
        "basis": use.basis,
        "reason": use.reason,
        "formula": use.formula,
        "source": use.source,
    }
    for printing in indicator.own(use):
        fields[f"{printing.kind.value}.{printing.year}"] = printing.written
    if annexed := indicator.annexed(use):
        fields["target.annex"] = annexed.written
    if use.annexed_formula:
        fields["formula.annex"] = use.annexed_formula
    if indicator.bounds:
        fields["bounds"] = _told_bounds(indicator.bounds)
    return fields


def _told_bounds(bounds: Bounds) -> str:
    """Bounds of a target in one line: `range at-least 3..5`."""
    low, high = ("" if end is None else plain(end) for end in (bounds.low, bounds.high))
    return f"{bounds.type.value} {bounds.seeks.value} {low}..{high}"


def _tasks(old: Plan, new: Plan) -> Iterator[Change]:
    before = {task.code: task for task in old.tasks()}
    after = {task.code: task for task in new.tasks()}
    for code in sorted({*before, *after}, key=order_of_code):
        empty = Task(code, "", (after.get(code) or before[code]).place)
        one, other = before.get(code, empty), after.get(code, empty)
        yield from _milestones(code, one.milestones, other.milestones)
        yield from _budget(code, one.budget, other.budget)
        links = _sets(
            "link",
            one.links,
            other.links,
            lambda k: (k.place.part, k.register, k.code, squeezed(k.title)),
            lambda k: f"{k.title} ({k.written})",
            code,
        )
        yield from dict.fromkeys(
            links
        )  # a link stands in the body and in the annex: the same change of both is told once
        yield from _sets(
            "person", one.people, other.people, lambda p: (p.role, squeezed(p.name)), lambda p: p.name, code
        )


def _milestones(code: str, before: Sequence[Milestone], after: Sequence[Milestone]) -> Iterator[Change]:
    keys: tuple[Callable[[Milestone], Hashable], ...] = (
        lambda m: (m.row, squeezed(m.text)),
        lambda m: squeezed(m.text),
        lambda m: (m.quarter, m.row),
        lambda m: (m.quarter, squeezed(m.when)),
    )
    for one, other in paired(before, after, keys):
        shown = other or one or before[0]
        object = f"{code}/m{shown.row}"
        if one is None or other is None:
            yield Change(
                "milestone", object, code, shown.text, "", one.text if one else None, other.text if other else None
            )
        else:
            yield from _fields("milestone", object, code, shown.text, milestone_fields(one), milestone_fields(other))


def milestone_fields(milestone: Milestone) -> dict[str, str]:
    """The fields of a milestone as text."""
    return {
        "quarter": str(milestone.quarter),
        "text": milestone.text,
        "when": milestone.when,
        "start": milestone.start.isoformat() if milestone.start else "",
        "end": milestone.end.isoformat() if milestone.end else "",
        "note": milestone.note,
    }


def _budget(code: str, before: Sequence[BudgetLine], after: Sequence[BudgetLine]) -> Iterator[Change]:
    keys: tuple[Callable[[BudgetLine], Hashable], ...] = (
        lambda b: (b.row, b.level, b.code, squeezed(b.name)),
        lambda b: (b.level, b.code, squeezed(b.name), b.account, b.bracketed),
        lambda b: (b.level, b.code, squeezed(b.name), b.bracketed),
        lambda b: (b.row, b.level),
    )
    for one, other in paired(before, after, keys):
        shown = other or one or before[0]
        object = f"{code}/b{shown.row}"
        if one is None or other is None:
            yield Change(
                "budget", object, code, shown.name, "", one.name if one else None, other.name if other else None
            )
        else:
            yield from _fields("budget", object, code, shown.name, budget_fields(one), budget_fields(other))


def budget_fields(line: BudgetLine) -> dict[str, str]:
    """The fields of a budget line as text; amounts as `amount.2023`."""
    fields = {
        "level": line.level,
        "code": line.code,
        "name": line.name,
        "account": line.account,
        "unit": line.unit,
        "bracketed": "yes" if line.bracketed else "",
    }
    for amount in line.amounts:
        fields[f"amount.{amount.year}"] = amount.written
    return fields


def _sets(
    kind: str,
    before: Sequence[T],
    after: Sequence[T],
    key: Callable[[T], Hashable],
    say: Callable[[T], str],
    code: str = "",
) -> Iterator[Change]:
    for one, other in paired(before, after, (key,)):
        if one is None and other is not None:
            yield Change(kind, say(other), code, say(other), "", None, say(other))
        elif other is None and one is not None:
            yield Change(kind, say(one), code, say(one), "", say(one), None)
        elif one is not None and other is not None and squeezed(say(one)) != squeezed(say(other)):
            yield Change(kind, say(other), code, say(other), "written", say(one), say(other))


def paired(
    before: Sequence[T], after: Sequence[T], keys: Sequence[Callable[[T], Hashable]]
) -> list[tuple[T | None, T | None]]:
    """Pair what is the same thing: by the first key, what is left by the next, and so on; the rest stands alone. In the order of `after`."""
    partner: dict[int, int] = {}
    free_before = list(range(len(before)))
    free_after = list(range(len(after)))
    for key in keys:
        waiting: dict[Hashable, list[int]] = {}
        for index in free_before:
            waiting.setdefault(key(before[index]), []).append(index)
        for index in list(free_after):
            same = waiting.get(key(after[index]))
            if same:
                partner[index] = same.pop(0)
                free_after.remove(index)
                free_before.remove(partner[index])
    together = [(before[partner[i]] if i in partner else None, thing) for i, thing in enumerate(after)]
    return [*together, *((before[i], None) for i in free_before)]
