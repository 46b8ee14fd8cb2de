"""Every place where a title or the name of an indicator is printed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from uigwe.documents.annex import AnnexRow, Titled
from uigwe.documents.codes import read_marker
from uigwe.documents.healing import Words, heal, heal_texts
from uigwe.documents.layout import Layout, bare
from uigwe.documents.likeness import likeness
from uigwe.documents.lines import Line, blocks
from uigwe.documents.naming import printed_name
from uigwe.documents.structure import Entry

_ENTRY_WORDS = 90
_CLOSING = ").,]」』％%"


def split_entry(
    entry: Entry, title: str, names: Sequence[Sequence[str]], words: Words
) -> tuple[Titled, list[tuple[str, int]]]:
    """The title and the names in an entry of a system table: the cuts that agree best with what other places print.

    `names` holds the wordings of each indicator's name, in order.
    """
    pieces = [(word, line) for line in entry.lines for word in line.text.split()][:_ENTRY_WORDS]
    told = [word for word, _ in pieces]
    cuts = [_behind_signs(told, cut) for cut in _best_cuts(told, title, names[:2])]
    parts = [pieces[low:high] for low, high in zip((0, *cuts), (*cuts, len(pieces)), strict=True)]
    titled = Titled(entry.code, _healed(parts[0], words), entry.lines[0].number)
    return titled, [(_healed(part, words), part[0][1].number) for part in parts[1:] if part]


def _behind_signs(pieces: Sequence[str], cut: int) -> int:
    """The cut moved behind signs that close what stands before it: a lone `.` or `)` begins nothing."""
    while cut < len(pieces) and not bare(pieces[cut]) and pieces[cut][0] in _CLOSING:
        cut += 1
    return cut


def _best_cuts(pieces: Sequence[str], title: str, names: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Where each name begins."""
    best: tuple[float, tuple[int, ...]] = (-1.0, (len(pieces),) if names else ())
    if not names:
        return ()
    for first in range(1, len(pieces) + 1):
        fit = likeness(" ".join(pieces[:first]), title)
        if len(names) == 1:
            whole = fit + _nearness(" ".join(pieces[first:]), names[0])
            if whole > best[0]:
                best = (whole, (first,))
            continue
        if fit < 0.5:
            continue
        for second in range(first + 1, len(pieces) + 1):
            whole = (
                fit
                + _nearness(" ".join(pieces[first:second]), names[0])
                + _nearness(" ".join(pieces[second:]), names[1])
            )
            if whole > best[0]:
                best = (whole, (first, second))
    return best[1]


def _nearness(text: str, wordings: Sequence[str]) -> float:
    return max((likeness(text, wording) for wording in wordings), default=0.0)


@dataclass(frozen=True, slots=True)
class AnnexName:
    """The name at the head of an annex row, its line, the end of a title that stands before it (empty mostly), and the formula behind it."""

    written: str
    line: int
    title_end: tuple[tuple[str, bool], ...]
    formula: str = ""


def annex_name(row: AnnexRow, name: str, words: Words) -> AnnexName | None:
    """The name in an annex row. Up to two lines before it may still belong to the title of the goal or task."""
    best: tuple[float, int, int] = (0.0, 0, 0)
    for skipped in range(min(3, len(row.lines))):
        # The cell of the title goes on without a gap; the cell of the name begins below one.
        if skipped and (row.lines[skipped - 1].gap or not row.lines[skipped].gap):
            continue
        pieces = [word for line in row.lines[skipped:] for word in line.text.split()]
        for count in range(1, len(pieces) + 1):
            fit = likeness(printed_name(" ".join(pieces[:count])), name) - 0.02 * skipped
            if fit > best[0]:
                best = (fit, skipped, count)
    if not best[2]:
        return None
    _, skipped, count = best
    whole = [(word, line) for line in row.lines[skipped:] for word in line.text.split()]
    end = _behind_signs([word for word, _ in whole], count)
    part = whole[:end]
    before = tuple((line.text, line.open_end) for line in row.lines[:skipped])
    formula = _healed(whole[end:], words)
    return AnnexName(printed_name(_healed(part, words)), part[0][1].number, before, formula)


def _healed(part: Sequence[tuple[str, Line]], words: Words) -> str:
    texts: list[tuple[str, bool]] = []
    last: Line | None = None
    for word, line in part:
        if line is last:
            texts[-1] = (f"{texts[-1][0]} {word}", line.open_end)
        else:
            texts.append((word, line.open_end))
        last = line
    return heal_texts(texts, words)


def drawing(lines: Sequence[Line], titles: Mapping[str, str], layout: Layout, words: Words) -> Iterator[Titled]:
    """The titles in the drawing of the goals: boxes of strategic goals, then boxes numbered ①, ② … row by row."""
    strategic = [code for code in titles if "-" not in code]
    begin = _label(lines, layout.levels["strategic"])
    middle = _label(lines, layout.levels["goal"])
    if begin is None or middle is None or middle < begin:
        return
    boxes = [box for box in blocks(lines[begin + 1 : middle]) if any(sign.isalnum() for sign in box[0].text)]
    for code, box in zip(strategic, boxes, strict=False):
        if len(boxes) == len(strategic):
            yield Titled(code, heal(box, words), box[0].number)
    left = [code for code in titles if code.count("-") == 1]
    box = []
    for line in [*lines[middle + 1 :], None]:
        marker = read_marker(line.text) if line else None
        begins = marker is not None and marker.depth == 3
        if box and (line is None or begins):
            found = _nearest(box, left, titles, words)
            if found:
                left.remove(found.code)
                yield found
            box = []
        if line and (begins or box):
            box.append(line)


def _label(lines: Sequence[Line], names: Sequence[str]) -> int | None:
    wanted = {bare(name) for name in names}
    return next((at for at, line in enumerate(lines) if bare(line.text) in wanted), None)


def _nearest(box: Sequence[Line], left: Sequence[str], titles: Mapping[str, str], words: Words) -> Titled | None:
    marker = read_marker(box[0].text)
    if not marker:
        return None
    texts = [(marker.rest, box[0].open_end), *((line.text, line.open_end) for line in box[1:])]
    written = heal_texts(texts, words)
    choices = [(likeness(written, titles[code]), code) for code in left if code.split("-")[1] == str(marker.number)]
    fit, code = max(choices, default=(0.0, ""))
    return Titled(code, written, box[0].number) if fit > 0.5 else None
