"""What of a plan stands in a document, fact by fact, and how much of it somebody's reading has: right, missing, wrong, asked about.

A fact is one thing a person could tick off: a title, a name, a unit, one cell of a table. What documents do not print is
none: the basis of a target (it is understood, not read), claims of the prose, the direction of an indicator.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from corpus.plans import Invented
from uigwe.plan import Kind, Part, Plan, Reference
from uigwe.plan.compare import squeezed

IN_TABLES = (Kind.ACTUAL, Kind.TARGET)
Fact = tuple[str, str, str]  # what it is about, which field, what it says


@dataclass
class Score:
    """How a reading compares with the truth."""

    facts: int = 0
    right: int = 0
    wrong: int = 0
    unasked: int = 0
    missed: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    by_kind: Counter[str] = field(default_factory=Counter)
    right_by_kind: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """Right facts in per cent."""
        return 100 * self.right / self.facts if self.facts else 0.0

    @property
    def silent(self) -> float:
        """Wrong facts that nobody was asked about, in per cent of all."""
        return 100 * self.unasked / self.facts if self.facts else 0.0

    def add(self, other: "Score") -> None:
        """Takes in another plan."""
        self.facts += other.facts
        self.right += other.right
        self.wrong += other.wrong
        self.unasked += other.unasked
        self.missed += other.missed
        self.faults += other.faults
        self.by_kind.update(other.by_kind)
        self.right_by_kind.update(other.right_by_kind)


_QUOTED = re.compile(r"「([^「」]{2,60})」")


def truth_of(made: Invented) -> Plan:
    """The plan with the laws that its prose names, which are facts of the section too."""
    named = {(one.place.code, squeezed(one.name)) for one in made.plan.references if one.kind == "law"}
    more: list[Reference] = []
    for paragraph in made.text:
        for name in _QUOTED.findall(paragraph.text) if paragraph.place.code else ():
            key = paragraph.place.code, squeezed(name)
            if key not in named:
                named.add(key)
                more.append(Reference("law", name, "", paragraph.place))
    return replace(made.plan, references=(*made.plan.references, *more))


def score(truth: Plan, read: Plan, asked: Iterable[str]) -> Score:
    """Compares a reading with the truth, spacing aside. `asked`: the objects that questions are about."""
    found = Score()
    objects = set(asked)
    given = _grouped(read)
    for kind, facts in _grouped(truth).items():
        _one_kind(found, kind, facts, given.pop(kind, []), objects)
    for kind, facts in given.items():
        _one_kind(found, kind, [], facts, objects)
    return found


def _one_kind(found: Score, kind: str, truth: list[Fact], given: list[Fact], asked: set[str]) -> None:
    """The facts of one kind of one object, as a sequence: what stands in both in the same order is right."""
    found.facts += len(truth)
    name = kind.split("|")[0]
    found.by_kind[name] += len(truth)
    matcher = SequenceMatcher(None, truth, given, autojunk=False)
    right = sum(block.size for block in matcher.get_matching_blocks())
    found.right += right
    found.right_by_kind[name] += right
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        found.missed += [f"{kind}: {fact}" for fact in truth[a:b]]
        for fact in given[c:d]:
            if _harmless(fact, truth):
                continue
            found.wrong += 1
            if not _is_asked(kind, fact, asked):
                found.unasked += 1
                found.faults.append(f"{kind}: {fact} for {truth[a:b][:1]}")


def _harmless(fact: Fact, truth: list[Fact]) -> bool:
    """A title that is printed once more, in the very words of the truth."""
    return fact[1] == "printed" and fact in truth


def _is_asked(kind: str, fact: Fact, asked: set[str]) -> bool:
    about = {fact[0], kind.split("|")[1] if "|" in kind else "", "plan" if kind == "plan" else ""}
    return any(
        one
        and (
            one in asked
            or any(other.startswith((f"{one}/", f"{one}@")) or other.endswith(f"@{one}") for other in asked)
        )
        for one in about
    )


def _grouped(plan: Plan) -> dict[str, list[Fact]]:
    """All facts of a plan by kind and object, in reading order."""
    grouped: dict[str, list[Fact]] = defaultdict(list)
    for kind, object, field_, said in _facts(plan):
        grouped[kind].append((object, field_, squeezed(said)))
    for kind, facts in grouped.items():
        if kind.startswith(("names", "references", "people", "tallies")):
            facts.sort()
    return grouped


def _facts(plan: Plan) -> Iterator[tuple[str, str, str, str]]:
    yield "plan", "mission", "text", plan.mission.text
    yield "plan", "vision", "text", plan.vision.text
    for node in plan.nodes():
        yield "titles", node.code, "title", node.title
    yield from _indicators(plan)
    yield from _tasks(plan)
    known = _known(plan)
    for name in plan.names:
        place = name.place
        object = known.get((name.object, place.part, place.code)) or known.get(name.object, name.object)
        yield f"names|{object}", object, "printed", name.written
    for one in plan.references:
        yield f"references|{one.place.code}", one.place.code, one.kind, f"{one.name} {one.detail}"
    for tally in plan.tallies:
        what = f"{tally.level} {tally.what} {tally.unit}"
        yield f"tallies|{tally.scope}", f"{tally.place.part} {what}", "count", tally.written


def _known(plan: Plan) -> dict[object, str]:
    """A name for each indicator that both plans know: the code of its first use and its place there."""
    known: dict[object, str] = {}
    counts: Counter[str] = Counter()
    for indicator, use in plan.uses():
        counts[use.code] += 1
        own = f"{use.code} {counts[use.code]}"
        known.setdefault(indicator.id, own)
    return known


def _indicators(plan: Plan) -> Iterator[tuple[str, str, str, str]]:
    counts: Counter[str] = Counter()
    for indicator, use in plan.uses():
        counts[use.code] += 1
        object = f"{use.code} {counts[use.code]}"
        kind = f"indicators|{use.code}"
        for name in ("name", "reason", "formula", "source", "nature", "quantification"):
            said = getattr(use, name)
            if said:
                yield f"{kind}", object, name, said
        yield kind, object, "unit", indicator.unit
        printings = [one for one in indicator.printings if one.kind in IN_TABLES and one.place.code == use.code]
        for one in sorted(printings, key=lambda one: (one.place.part is Part.ANNEX, one.year, one.kind)):
            value = "" if one.value is None else format(one.value.normalize(), "f")
            said = f"{one.written} = {value} {one.state}"
            yield f"values|{use.code}", object, f"{one.place.part} {one.kind} {one.year}", said


def _tasks(plan: Plan) -> Iterator[tuple[str, str, str, str]]:
    for task in plan.tasks():
        code = task.code
        for step in task.milestones:
            kind = f"milestones|{code}"
            yield kind, code, "text", step.text
            yield kind, code, "quarter", str(step.quarter)
            yield kind, code, "when", f"{step.when} = {step.start}..{step.end}"
            if step.note:
                yield kind, code, "note", step.note
        for line in task.budget:
            kind = f"budget|{code}"
            yield kind, code, line.level, f"{line.code} {line.name}"
            yield kind, code, "account", f"{line.account} {line.unit}"
            for amount in line.amounts:
                won = "" if amount.won is None else format(amount.won.normalize(), "f")
                yield kind, code, str(amount.year), f"{amount.written} = {won} {line.bracketed}"
        for link in task.links:
            yield (
                f"links|{code}",
                code,
                link.place.part.value,
                f"{link.register} {link.code} {link.title} {link.written}",
            )
        for person in task.people:
            yield f"people|{code}", code, person.role, f"{person.name} {person.note}"
