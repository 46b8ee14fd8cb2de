"""The rows of an indicator table, found by searching for the run of cells that fits the head, the name and the other printings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from uigwe.documents.cells import Cell, Cells, Word
from uigwe.documents.layout import bare
from uigwe.documents.likeness import likeness, pairs
from uigwe.values import State, read_number

# A cell of words is narrow: few words, few lines, short lines.
_TEXT_WORDS, _TEXT_LINES, _TEXT_WIDTH = 9, 7, 12
_NAME_LINES, _NAME_LENGTH, _NAME_WORDS = 12, 90, 60
_FIRST_ROW_LINES = 16
# Readings closer than this are not decided but asked.
MARGIN = 0.15


@dataclass(frozen=True, slots=True)
class Witness:
    """What other places print of the row that is looked for: pairs of signs of its name, and its target."""

    name: Counter[str] = field(default_factory=Counter)
    target: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a row: its name, one cell for each column (None where nothing is printed), and how well it fits."""

    name_start: int
    start: int
    end: int
    cells: tuple[Cell | None, ...]
    fit: float
    target_known: bool = False
    target_agrees: bool = False


def readings(
    words: Sequence[Word], columns: int, cells: Cells, witness: Witness, after: int, first: bool
) -> list[Reading]:
    """The ways to read the next row behind the word `after`, the best first.

    The first row of a table has its name right below the head; a later row's name begins with a line somewhere behind the last cell.
    """
    limit = words[after].row + _FIRST_ROW_LINES if first and after < len(words) else None
    found: list[Reading] = []
    for start in range(after + 1, len(words)):
        if limit is not None and (words[start].row > limit or start - after > _NAME_WORDS):
            break
        for run in _runs(words, start, columns, cells):
            reading = _read(words, run, witness, after, first, cells)
            if reading:
                found.append(reading)
    found.sort(key=lambda reading: -reading.fit)
    return found


@dataclass(frozen=True, slots=True)
class _Run:
    cells: tuple[Cell | None, ...]
    start: int
    end: int
    cost: float


def _runs(words: Sequence[Word], start: int, columns: int, cells: Cells) -> Iterator[_Run]:
    """Runs of cells that begin at this word: all simple, right-aligned with empty cells before, or with one cell of words."""
    for simple in _simple(words, start, columns, cells):
        end = simple[-1].end
        missing = columns - len(simple)
        doubt = sum(cell.doubt for cell in simple)
        if not missing:
            yield _Run(simple, start, end, doubt)
            continue
        yield _Run((None,) * missing + simple, start, end, doubt + 0.3 + 0.15 * missing)
        for text in _texts(words, end):
            for rest in _simple(words, text.end, missing - 1, cells) if missing > 1 else ((),):
                if len(rest) == missing - 1:
                    last = rest[-1].end if rest else text.end
                    yield _Run((*simple, text, *rest), start, last, doubt + 0.4 + text.doubt)
    if words[start].first:
        for text in _texts(words, start):
            for rest in _simple(words, text.end, columns - 1, cells):
                if len(rest) == columns - 1:
                    yield _Run((text, *rest), start, rest[-1].end, 0.45 + text.doubt)


def _simple(words: Sequence[Word], start: int, count: int, cells: Cells) -> Iterator[tuple[Cell, ...]]:
    """The longest sequences of at most `count` cells from this word on."""
    if start >= len(words):
        return
    for cell in cells.at(words, start):
        extended = False
        if count > 1:
            for rest in _simple(words, cell.end, count - 1, cells):
                extended = True
                yield (cell, *rest)
        if not extended:
            yield (cell,)


def _texts(words: Sequence[Word], start: int) -> Iterator[Cell]:
    """Cells of words: from here to the end of one of the next lines, all of them narrow."""
    if start >= len(words):
        return
    top = words[start].row
    width = 0
    at = start
    while at < len(words) and at < start + _TEXT_WORDS and words[at].row < top + _TEXT_LINES:
        width = len(words[at].text) + (0 if words[at].first or at == start else width + 1)
        if width > _TEXT_WIDTH:
            return
        if words[at].last:
            written = " ".join(word.text for word in words[start : at + 1])
            if any(sign.isalpha() for sign in written):
                gap_follows = at + 1 >= len(words) or words[at + 1].gap
                yield Cell(start, at + 1, written, State.TEXT, 0.0 if gap_follows else 0.15)
        at += 1


def _read(words: Sequence[Word], run: _Run, witness: Witness, after: int, first: bool, cells: Cells) -> Reading | None:
    names = [after] if first else list(_name_starts(words, after, run.start))
    best: tuple[float, int] | None = None
    for start in names:
        fit = _name_fit(words[start : run.start], witness, first)
        if fit is not None and (best is None or fit > best[0]):
            best = (fit, start)
    if best is None:
        return None
    fit, name_start = best
    target = run.cells[-1]
    agrees = agreement(target.written if target else "", witness.target)
    fit += 1.2 * agrees if witness.target else 0.0
    if target is None or target.state is State.NONE:
        fit -= 1.0
    elif target.state is State.NEW:
        fit -= 0.6
    before = run.start - 1
    if before > name_start and next(iter(cells.at(words, before)), None):
        fit -= 0.4  # the run would begin in the middle of another
    if words[before].text.endswith(")"):
        fit += 0.1
    return Reading(name_start, run.start, run.end, run.cells, fit - run.cost, bool(witness.target), agrees > 0.75)


def _name_starts(words: Sequence[Word], after: int, start: int) -> Iterator[int]:
    """Where the name of a later row may begin: at the head of a line, at most some lines above its cells."""
    for at in range(start - 1, max(after, start - _NAME_WORDS) - 1, -1):
        if words[start].row - words[at].row > _NAME_LINES:
            return
        if words[at].first:
            yield at


def _name_fit(name: Sequence[Word], witness: Witness, first: bool) -> float | None:
    text = " ".join(word.text for word in name)
    plain = bare(text)
    if not plain or len(plain) > _NAME_LENGTH or not any(sign.isalpha() for sign in plain):
        return None
    if not witness.name:
        return 0.5 - len(plain) / 200
    found = pairs(text)
    held = (found & witness.name).total()
    share = held / max(1, found.total())
    if first:
        return share
    if share < 0.6:
        return None
    # The name as long as possible, but nothing of the cell before it.
    return share + 0.02 * (held - 3 * (found.total() - held))


def agreement(written: str, other: str) -> float:
    """How well two printings of a target agree: 1 for the same number or words, 0 for another number."""
    if not written or not other:
        return 0.0
    one, two = read_number(written), read_number(other)
    if one.value is not None and two.value is not None:
        return 1.0 if one.value == two.value else 0.0
    if bare(written) == bare(other):
        return 1.0
    if (one.value is None) != (two.value is None):
        return 0.0
    return 0.8 * likeness(written, other)
