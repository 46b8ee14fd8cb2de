"""Search over everything a plan says: goals and tasks, indicators, milestones, money, people, bodies and laws, findings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from uigwe.plan import Plan, code_from
from uigwe.texts import hangul
from uigwe.web.plans.presenters.codes import address
from uigwe.web.plans.presenters.desk import Desk

PER_KIND = 30


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be found: its words, and the way to it (`page` and its argument, an anchor)."""

    kind: str
    number: str
    text: str
    page: str
    argument: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found, its words cut around what was typed."""

    thing: Thing
    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind, at most `PER_KIND` shown of `total`."""

    kind: str
    hits: tuple[Hit, ...]
    total: int


def search(desk: Desk, of_plan: Iterable[Thing], words: str) -> list[Group]:
    """Everything that holds the words, in groups: the things of the plan, and its findings."""
    groups: dict[str, list[Hit]] = {}
    code = code_from(words)
    for thing in chain(of_plan, _findings(desk)):
        if thing.kind in ("node", "indicator") and thing.number == code:
            groups.setdefault(thing.kind, []).append(Hit(thing, thing.text, "", ""))
            continue
        span = hangul.find(words, thing.text)
        if span:
            start, end = span
            groups.setdefault(thing.kind, []).append(
                Hit(thing, thing.text[:start], thing.text[start:end], thing.text[end:])
            )
    return [Group(kind, tuple(hits[:PER_KIND]), len(hits)) for kind, hits in groups.items()]


def _findings(desk: Desk) -> Iterator[Thing]:
    for told in map(desk.told, desk.all):
        yield Thing("finding", told.code, f"{told.title}: {told.sentence}", "finding", told.key)


def things(plan: Plan) -> tuple[Thing, ...]:
    """All of a plan that can be found, in the order in which groups are shown."""
    return tuple(_things(plan))


def _things(plan: Plan) -> Iterator[Thing]:
    for node in plan.nodes():
        yield Thing("node", node.code, node.title, "node", address(node.code))
    for indicator in plan.indicators:
        codes = ", ".join(use.code for use in indicator.uses)
        names = dict.fromkeys([indicator.name, *(use.name for use in indicator.uses)])
        yield Thing("indicator", codes, " / ".join(names), "indicator", indicator.id)
        for use in indicator.uses:
            for words in (use.formula, use.source):
                if words:
                    yield Thing("source", use.code, words, "indicator", indicator.id)
    for task in plan.tasks():
        for milestone in task.milestones:
            yield Thing("milestone", task.code, milestone.text, "node", address(task.code), f"m{milestone.row}")
        for line in task.budget:
            if line.name:
                yield Thing(
                    "money", task.code, f"{line.code} {line.name}".strip(), "node", address(task.code), f"b{line.row}"
                )
        for person in task.people:
            words = f"{person.name} ({person.note})" if person.note else person.name
            yield Thing("person", task.code, words, "node", address(task.code), "people")
        for link in task.links:
            yield Thing("agenda", task.code, f"{link.title} ({link.written})", "node", address(task.code), "agenda")
    for reference in plan.references:
        words = f"{reference.name} {reference.detail}".strip()
        code = reference.place.code
        yield Thing("reference", code, words, "node" if code else "home", address(code) if code else "", "references")
