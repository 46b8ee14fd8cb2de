"""Questions about what a plan has and this text has not: annexes, overview, counts that differ, numbers that jump."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from uigwe.documents.codes import roman_value
from uigwe.documents.healing import Words, heal_texts
from uigwe.documents.lines import Line
from uigwe.documents.parts import Parts
from uigwe.documents.questions import Question, ask
from uigwe.documents.sections import Kind
from uigwe.plan import Level, Part, Plan, order_of_code


def what_is_missing(plan: Plan, parts: Parts, lines: Sequence[Line], words: Words) -> Iterator[Question]:
    """Everything that a reader of the whole document would miss."""
    for kind, name in ((Kind.INDICATORS, "no-annex"), (Kind.LINKS, "no-links-annex")):
        if not parts.sections.of(kind):
            yield ask(name, "plan", lines[-2:])
    if not parts.overview.lines:
        yield ask("no-overview", "plan", lines[:2])
    for section in parts.sections.twice:
        title = heal_texts(section.title, words)
        yield ask("code-twice", section.code, section.lines[:3], title, line=section.line)
    yield from _counts(plan)
    yield from _gaps(plan, parts)


def _counts(plan: Plan) -> Iterator[Question]:
    have = {
        Level.STRATEGIC: len(plan.goals),
        Level.GOAL: len(list(plan.performance_goals())),
        Level.TASK: len(list(plan.tasks())),
    }
    for tally in plan.tallies:
        whole = tally.scope == "" and tally.what == "items" and tally.place.part is Part.BODY
        if whole and int(tally.value) != have[tally.level]:
            told = f"{have[tally.level]} / {tally.written}"
            yield ask("count-differs", tally.level.value, (), told, line=tally.place.line)


def _gaps(plan: Plan, parts: Parts) -> Iterator[Question]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for node in plan.nodes():
        parent, _, last = node.code.rpartition("-")
        numbers[parent].append(order_of_code(node.code)[-1] if parent else roman_value(last))
    for parent, found in numbers.items():
        absent = sorted(set(range(1, max(found) + 1)) - set(found))
        if absent:
            told = ", ".join(map(str, absent))
            yield ask("number-missing", parent or "plan", (), told, line=parts.sections.first_below(parent))
