"""Parts of a document taken out or put elsewhere: a task less, two tasks in the other order, an annex less, annexes in the other order."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from uigwe.documents.codes import ANY_CIRCLED, CIRCLED, circled
from uigwe.documents.layout import Layout
from uigwe.documents.lines import read_lines
from uigwe.documents.sections import Kind, Section, cut
from uigwe.plan import Plan

_HEAD_LINES = 3


def siblings(plan: Plan) -> list[tuple[str, str, str]]:
    """Three tasks in a row of one goal: what belongs to the first two ends where another begins."""
    found = []
    for goal in plan.performance_goals():
        codes = [task.code for task in goal.tasks]
        found += list(zip(codes, codes[1:], codes[2:], strict=False))
    return found


def without_task(text: str, plan: Plan, code: str, following: str) -> str:
    """The text without a task: its section and its entry in every table."""
    lines = text.split("\n")
    for begin, end in reversed(_stretches(plan, code, following)):
        del lines[begin - 1 : end - 1]
    return "\n".join(lines)


def with_tasks_swapped(text: str, plan: Plan, one: str, two: str, third: str) -> str:
    """The text with two neighbouring tasks in the other order, each with the other's number."""
    lines = text.split("\n")
    firsts = _stretches(plan, one, two)
    seconds = _stretches(plan, two, third)
    for (begin, middle), (also, end) in zip(firsts, seconds, strict=True):
        if middle != also:
            continue
        first = _renumbered(lines[begin - 1 : middle - 1], one[-1], two[-1])
        second = _renumbered(lines[middle - 1 : end - 1], two[-1], one[-1])
        lines[begin - 1 : end - 1] = second + first
    return "\n".join(lines)


def swap_of(one: str, two: str) -> dict[str, str]:
    """Which code each of the two tasks has afterwards."""
    return {one: two, two: one}


def _stretches(plan: Plan, code: str, following: str) -> list[tuple[int, int]]:
    """From each place where the task's part begins to where the next task's begins, in every table and section."""
    return list(zip(_starts(plan, code), _starts(plan, following), strict=True))


def _starts(plan: Plan, code: str) -> list[int]:
    """Where parts of the task begin; where the goal above only announces it, none does."""
    above = code.rpartition("-")[0]
    return sorted(name.place.line or 0 for name in plan.names if name.object == code and name.place.code != above)


def _renumbered(lines: Sequence[str], old: str, new: str) -> list[str]:
    """The lines of a part with the number of its task at its head exchanged."""
    changed = list(lines)
    code = re.compile(rf"(?<=[-–])(\s*)([{ANY_CIRCLED}])(?=\s*\)\s*$)")
    for at, line in enumerate(changed[:_HEAD_LINES]):
        match = code.search(line)
        if match and circled(match[2]) == old:
            changed[at] = code.sub(rf"\g<1>{new}", line)
            return changed
    if changed and circled(changed[0].lstrip()[:1]) == old:
        changed[0] = re.sub(rf"^(\s*)[{ANY_CIRCLED}]", rf"\g<1>{new}", changed[0])
    return changed


def sections_of(text: str, layout: Layout) -> tuple[Section, ...]:
    """The sections of a text."""
    return cut(read_lines(text, layout), layout)


def _ranges(text: str, layout: Layout) -> Iterator[tuple[Section, int, int]]:
    last = text.count("\n") + 2
    found = sections_of(text, layout)
    ends = [after.line for _, after in pairwise(found)] + [last]
    yield from ((section, section.line, end) for section, end in zip(found, ends, strict=True))


def without_annex(text: str, layout: Layout, kind: Kind) -> tuple[str, set[int]]:
    """The text without one of its annexes, and the numbers of the lines that are gone."""
    lines = text.split("\n")
    gone: set[int] = set()
    for section, begin, end in reversed(list(_ranges(text, layout))):
        if section.kind is kind:
            del lines[begin - 1 : end - 1]
            gone.update(range(begin, end))
    return "\n".join(lines), gone


def without_front(text: str, layout: Layout) -> tuple[str, set[int]]:
    """The text without anything before the first goal, and the numbers of the lines that are gone."""
    first = next(begin for section, begin, _ in _ranges(text, layout) if section.kind is not Kind.FRONT)
    return "\n".join(text.split("\n")[first - 1 :]), set(range(1, first))


def with_annexes_swapped(text: str, layout: Layout) -> str:
    """The text with the annex of links before the annex of indicators."""
    lines = text.split("\n")
    moved: list[str] = []
    for section, begin, end in reversed(list(_ranges(text, layout))):
        if section.kind is Kind.INDICATORS:
            moved = lines[begin - 1 : end - 1] + moved
            del lines[begin - 1 : end - 1]
    return "\n".join([*lines, *moved])


def lettered(text: str) -> str:
    """Codes of tasks that end in a letter instead of a circled number: `(Ⅰ-1-가)`."""
    letters = "가나다라마바사아자차카타파하"
    return re.sub(
        rf"(?m)(\(\s*[Ⅰ-Ⅻ]\s*[-–]\s*\d{{1,2}}\s*[-–]\s*)([{ANY_CIRCLED}])(?=\s*\)\s*$)",
        lambda match: match[1] + letters[CIRCLED.index(circled(match[2]))],
        text,
    )


def plainly_numbered(text: str) -> str:
    """Codes in plain numbers: `(1-1-1)`, `성과목표 1-1`, `전략목표 1`."""
    roman = {sign: str(number) for number, sign in enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", start=1)}
    text = re.sub(
        rf"(?m)\(\s*([Ⅰ-Ⅻ])\s*[-–]\s*(\d{{1,2}})\s*[-–]\s*([{ANY_CIRCLED}])(?=\s*\)\s*$)",
        lambda match: f"({roman[match[1]]}-{match[2]}-{CIRCLED.index(circled(match[3])) + 1}",
        text,
    )
    return re.sub(
        r"(?m)^(\s*(?:성\s*과|전\s*략)\s*목\s*표\s*)([Ⅰ-Ⅻ])(?=\s*[-–\n]|\s*$|\s)",
        lambda match: match[1] + roman[match[2]],
        text,
    )
