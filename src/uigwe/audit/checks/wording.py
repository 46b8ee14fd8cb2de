"""Slips of the pen in prose: doubled words, open brackets, what the form left over, broken numbers, days that do not exist."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text import Passage
from uigwe.audit.text.passages import body_of
from uigwe.audit.text.slips import (
    Slip,
    begun_note,
    broken_numbers,
    circled,
    closed_again,
    commas,
    doubled,
    half_head,
    has_year_mark,
    head_number,
    impossible_days,
    is_empty_bullet,
    lacks_year_mark,
    left_over,
    note_numbers,
    odd_signs,
    other_years,
    thousands,
    unbalanced,
)
from uigwe.audit.words.names import squeezed
from uigwe.plan import Milestone, Place, Task

_AROUND = 16
# So many figures with a comma for each without one make the comma a custom.
_PRINTED = 12
_STARS = re.compile(r"(?<!\*)\*{1,4}(?!\*)")


def words_doubled(case: Case) -> Iterator[Remark]:
    """A word or a particle stands twice in a row."""
    yield from _each(case, Level.DOUBT, _doubled_in_line)


def brackets_open(case: Case) -> Iterator[Remark]:
    """A bracket opens and never closes, or closes and never opened."""
    yield from _each(case, Level.NOTICE, lambda passage: unbalanced(passage.text))
    for passage in case.prose.passages:
        for slip in closed_again(passage.text) if passage.row else ():
            yield _slip(Level.NOTICE, slip, passage.text, passage.places[0], _object(passage.places[0], slip.text))
    for indicator, use in case.plan.uses():
        told: dict[str, Remark] = {}
        for field in ("formula", "annexed_formula", "source", "reason"):
            text = str(getattr(use, field))
            for slip in unbalanced(text):
                place = use.place_of(field, slip.start)
                first = told.get(squeezed(text)) or _slip(Level.NOTICE, slip, text, place, f"{indicator.id}@{use.code}")
                told[squeezed(text)] = replace(first, places=tuple(dict.fromkeys((*first.places, place))))
        yield from told.values()


def template_left(case: Case) -> Iterator[Remark]:
    """What the blank form says to whoever fills it in is still there: in the prose, or in a milestone."""
    yield from _each(case, Level.DOUBT, lambda passage: left_over(passage.text))
    for task in case.plan.tasks():
        for row in task.milestones:
            for slip in left_over(f"{row.text} {row.note}".strip()):
                yield _slip(Level.DOUBT, slip, row.text, row.place, f"{task.code}/m{row.row}")
    for passage in case.prose.lines():
        if is_empty_bullet(passage.text):
            facts = {"text": passage.text.strip(), "context": passage.text.strip(), "case": "empty"}
            yield Remark(Level.NOTICE, _object(passage.places[0], facts["text"]), passage.places[0], facts)


def numbers_broken(case: Case) -> Iterator[Remark]:
    """A figure in the prose or in a milestone is no number: two points, a comma in the wrong place, digits apart."""
    yield from _each(case, Level.DOUBT, lambda passage: broken_numbers(passage.text))
    for task in case.plan.tasks():
        for row in task.milestones:
            for text in (row.text, row.when):
                for slip in broken_numbers(text):
                    yield _slip(Level.DOUBT, slip, text, row.place, f"{task.code}/m{row.row}")
    yield from _without_comma(case)
    yield from _year_without_mark(case)


def _year_without_mark(case: Case) -> Iterator[Remark]:
    """Times whose year has no apostrophe, in a plan that prints nearly all others with one: told once for a task."""
    rows = [(task, row) for task in case.plan.tasks() for row in task.milestones]
    marked = sum(has_year_mark(row.when) for _, row in rows)
    bare: dict[str, list[Milestone]] = {}
    for task, row in rows:
        if lacks_year_mark(row.when):
            bare.setdefault(task.code, []).append(row)
    if marked < _PRINTED * max(1, sum(map(len, bare.values()))):
        return
    for code, found in bare.items():
        when = found[0].when
        facts = {"text": when, "context": found[0].text, "count": str(len(found)), "case": "year"}
        places = tuple(row.place for row in found)
        yield Remark(Level.NOTICE, f"{code}/m{found[0].row}", places[0], facts, places, (when,))


def _without_comma(case: Case) -> Iterator[Remark]:
    """A figure of thousands without its comma, in a document that prints nearly all others with one."""
    bare = [(passage, slip) for passage in case.prose.lines() for slip in thousands(passage.text)]
    apart = sum(commas(passage.text) for passage in case.prose.lines())
    if apart >= max(_PRINTED, _PRINTED * len(bare)):
        for passage, slip in bare:
            place = passage.place_at(slip.start)
            yield _slip(Level.NOTICE, slip, passage.text, place, _object(place, slip.text))


def signs_odd(case: Case) -> Iterator[Remark]:
    """A sign that stands in place of another: told once, with all its places."""
    found: dict[tuple[str, str], list[tuple[Place, str]]] = {}
    for passage in case.prose.lines():
        for slip in odd_signs(passage.text):
            place = passage.place_at(slip.start)
            found.setdefault((slip.text, slip.kind), []).append((place, _facts(slip, passage.text)["context"]))
    for _, use in case.plan.uses():
        for field in ("formula", "reason", "source"):
            text = str(getattr(use, field))
            for slip in odd_signs(text):
                place = use.place_of(field, slip.start)
                found.setdefault((slip.text, slip.kind), []).append((place, _facts(slip, text)["context"]))
    for (sign, kind), stands in found.items():
        facts = {"text": sign, "context": stands[0][1], "count": str(len(stands)), "case": kind}
        places = tuple(dict.fromkeys(place for place, _ in stands))
        level = Level.DOUBT if kind == "letter" else Level.NOTICE
        yield Remark(level, f"text:sign:{sign}", places[0], facts, places, (sign,))


def days_impossible(case: Case) -> Iterator[Remark]:
    """A day that no calendar has."""
    year = case.plan.year
    yield from _each(case, Level.ERROR, lambda passage: impossible_days(passage.text, year))
    for task in case.plan.tasks():
        for row in task.milestones:
            for slip in impossible_days(row.when, year):
                yield _slip(Level.ERROR, slip, row.when, row.place, f"{task.code}/m{row.row}")


def years_of_another_plan(case: Case) -> Iterator[Remark]:
    """A year gone by where the plan's own year must stand."""
    year = case.plan.year
    for passage in case.prose.lines():
        for slip, named in other_years(passage.text, year):
            facts = _facts(slip, passage.text) | {"named": str(named), "year": str(year)}
            place = passage.place_at(slip.start)
            yield Remark(Level.DOUBT, _object(place, slip.text), place, facts, (place,), (slip.text, str(year)))


def numbering_skips(case: Case) -> Iterator[Remark]:
    """A list of circled numbers, or of headings in brackets, leaves one out."""
    section: tuple[str, str] | None = None
    circles: set[int] = set()
    heads: set[int] = set()
    halves: dict[int, tuple[Passage, int]] = {}
    for passage in case.prose.lines():
        here = (passage.places[0].code, passage.places[0].heading)
        if here != section:
            section, circles, heads, halves = here, set(), set(), {}
        for offset, number in circled(passage.text):
            yield from _skipped(passage, offset, number, circles, {})
        head = head_number(passage.mark)
        if head:
            yield from _skipped(passage, 0, head, heads, halves)
        halves |= {half: (passage, start) for start in passage.starts if (half := half_head(passage.text[start:]))}
    for task in case.plan.tasks():
        yield from _programmes_skipped(task)


def _programmes_skipped(task: Task) -> Iterator[Remark]:
    """The circled numbers of a budget table, which run on or begin anew below each programme."""
    before = 0
    for line in task.budget:
        number = next((number for _, number in circled(f"{line.mark} ")), 0) if line.mark else 0
        if number > before + 1 and before:
            facts = {"number": str(number), "expected": str(before + 1), "context": f"{line.mark} {line.name}"}
            values = (facts["number"], facts["expected"])
            yield Remark(Level.DOUBT, f"{task.code}/b{line.row}", line.place, facts, (line.place,), values)
        before = number or before


def notes_unmarked(case: Case) -> Iterator[Remark]:
    """A second footnote without a first, or one to which no star of a sentence that has stars leads."""
    for main, below in case.prose.sentences:
        notes = [note for note in below if note.mark.startswith("*")]
        leading = set(_STARS.findall(" ".join([main.text, *(note.text.lstrip(" *") for note in notes)])))
        for index, note in enumerate(notes):
            alone = index == 0 and len(note.mark) > 1
            if len(note.mark) > 1 and note.mark not in leading and (alone or leading):
                place = note.places[0]
                facts = {"mark": note.mark, "context": body_of(note, 0), "case": "first" if alone else "lost"}
                yield Remark(Level.NOTICE, _object(place, note.text), place, facts, (place,), (note.mark,))

    yield from _numbers_without_note(case)
    yield from _stars_in_cells(case)


def _stars_in_cells(case: Case) -> Iterator[Remark]:
    """Two stars or more behind a word of an indicator's cell, and no note with so many in its cells or in the prose below the table."""
    begun: dict[str, set[str]] = {}
    for passage in case.prose.lines():
        if passage.mark.startswith("**"):
            begun.setdefault(passage.places[0].code, set()).add(passage.mark)
    for indicator, use in case.plan.uses():
        cells = {field: str(getattr(use, field)) for field in ("name", "reason", "formula", "source")}
        stars = Counter(found for text in cells.values() for found in _STARS.findall(text))
        for field, text in cells.items():
            for match in _STARS.finditer(text):
                mark = match[0]
                if len(mark) > 1 and stars[mark] == 1 and mark not in begun.get(use.code, set()) and match.start():
                    place = use.place_of(field, match.start())
                    context = text[max(0, match.start() - _AROUND) : match.end()].strip()
                    facts = {"mark": mark, "context": context, "name": use.name, "case": "cell"}
                    yield Remark(Level.NOTICE, f"{indicator.id}@{use.code}", place, facts, (place,), (mark, context))


def _numbers_without_note(case: Case) -> Iterator[Remark]:
    """Words lead by a number to a note that stands nowhere: told once, with all its places."""
    lines = tuple(case.prose.lines())
    begun = {begun_note(passage.text[start:]) for passage in lines for start in passage.starts}
    marked: dict[str, list[tuple[Place, str]]] = {}
    for passage in case.prose.passages:
        for slip in note_numbers(passage.text):
            found = marked.setdefault(slip.text, [])
            found.append((passage.place_at(slip.start), passage.text[max(0, slip.start - 8) : slip.end].strip()))
    for mark, found in marked.items():
        if int(mark[:-1]) not in begun:
            place, context = found[0]
            facts = {"mark": mark, "context": context, "count": str(len(found)), "case": "number"}
            places = tuple(one for one, _ in found)
            yield Remark(Level.NOTICE, f"text:note:{mark}", place, facts, places, (mark,))


def _skipped(
    passage: Passage, offset: int, number: int, reached: set[int], halves: dict[int, tuple[Passage, int]]
) -> Iterator[Remark]:
    missing = _missing(number, reached)
    if missing:
        place = passage.place_at(offset)
        text = body_of(passage, offset)
        facts = {"number": str(number), "expected": str(missing), "context": text}
        values: tuple[str, ...] = (str(number), str(missing))
        half = halves.get(missing)
        if half:
            # The heading is there, and has lost half of its bracket.
            place, text, values = half[0].place_at(half[1]), body_of(*half), (f"{missing})", f"({missing})")
            facts = {"number": str(number), "expected": str(missing), "context": text, "case": "half"}
        yield Remark(Level.DOUBT, _object(place, f"{number} {text}"), place, facts, (place,), values)
    reached.discard(number - 1)
    reached.add(number)


def _missing(number: int, reached: set[int]) -> int | None:
    """The number that should have come: none where the list begins, or where any list that is open goes on."""
    if number == 1 or number - 1 in reached or not reached:
        return None
    return number - 1 if number - 2 in reached else None


def _doubled_in_line(passage: Passage) -> Iterator[Slip]:
    """Doubled particles and words of one printed line; a line with several doubled words is the head of a table."""
    found = [slip for slip in doubled(passage.text) if not passage.breaks_between(slip.start, slip.end)]
    words = [slip for slip in found if slip.kind == "word"]
    yield from (slip for slip in found if slip.kind != "word" or len(words) == 1)


def _each(case: Case, level: Level, find: Callable[[Passage], Iterator[Slip]]) -> Iterator[Remark]:
    for passage in case.prose.lines():
        for slip in find(passage):
            place = passage.place_at(slip.start)
            yield _slip(level, slip, passage.text, place, _object(place, slip.text))


def _slip(level: Level, slip: Slip, text: str, place: Place, object: str) -> Remark:
    return Remark(level, object, place, _facts(slip, text), (place,), (slip.text,))


def _facts(slip: Slip, text: str) -> dict[str, str]:
    begin, end = max(0, slip.start - _AROUND), min(len(text), slip.end + _AROUND)
    return {"text": slip.text, "context": text[begin:end].strip(), "case": slip.kind}


def _object(place: Place, text: str) -> str:
    return f"text:{place.code or place.heading}:{text}"
