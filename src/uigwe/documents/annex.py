"""The annex of indicators, row by row: whose row it is, its target and kind, and the words that hold its name and formula."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from uigwe.documents.codes import Marker, numeral, read_marker
from uigwe.documents.healing import Words, heal_texts
from uigwe.documents.layout import Layout, bare, squeeze
from uigwe.documents.likeness import pairs, shared
from uigwe.documents.lines import Line

_ALIKE = 0.55
_TITLE_LINES = 8
_ROW_LINES = 120


@dataclass(frozen=True, slots=True)
class Titled:
    """A printing of a title: whose, as printed, where."""

    code: str
    written: str
    line: int


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One row: the goal or task it belongs to, the lines with name and formula, target and kind as printed."""

    code: str
    lines: tuple[Line, ...]
    target: str
    target_line: int
    quantification: str
    nature: str
    formula: str = ""

    @property
    def text(self) -> str:
        """Name and formula without spaces."""
        return squeeze(" ".join(line.text for line in self.lines))


@dataclass
class Annex:
    """What the annex of indicators holds."""

    rows: list[AnnexRow] = field(default_factory=list)
    titles: list[Titled] = field(default_factory=list)

    def of(self, code: str) -> list[AnnexRow]:
        """The rows of one goal or task, in order."""
        return [row for row in self.rows if row.code == code]


def read_annex(lines: Sequence[Line], titles: Mapping[str, Sequence[str]], layout: Layout, words: Words) -> Annex:
    """The annex of indicators; `titles` are the wordings of the titles of goals and tasks by code, as other places print them."""
    return _Reader(titles, layout, words).read(_content(lines, layout))


def _content(lines: Sequence[Line], layout: Layout) -> list[Line]:
    """The lines below the table of kinds, without the heads of the tables that each page repeats."""
    head = sorted({bare(word) for word in layout.tables["annex"]}, key=len, reverse=True)
    parts = {bare(word) for name in ("strategic", "goal", "task") for word in layout.annex_tables[name]}
    repeated = re.compile(rf"(?:{'|'.join(map(re.escape, head))}|\d{{2}}년?)+")
    kept: list[Line] = []
    begun = False
    for line in lines:
        text = bare(line.text)
        numbered = re.fullmatch(r"\d?(.*)", text)
        if numbered and numbered[1] in parts:
            begun = True
            continue
        if begun and not repeated.fullmatch(text):
            kept.append(line)
    return kept


class _Reader:
    """Walks down the annex; remembers whose row was read last."""

    def __init__(self, titles: Mapping[str, Sequence[str]], layout: Layout, words: Words) -> None:
        self.layout, self.words = layout, words
        self.plain = [
            (code, plain, pairs(plain)) for code, all in titles.items() for plain in dict.fromkeys(map(bare, all))
        ]
        kinds = "|".join(map(re.escape, layout.quantification)), "|".join(map(re.escape, layout.nature))
        self._kind = re.compile(rf"(?:^|\s)({kinds[0]})\s*({kinds[1]})\s*$")
        self.code = ""
        self.annex = Annex()

    def read(self, lines: Sequence[Line]) -> Annex:
        row: list[Line] = []
        for line in lines:
            row = [*row[-_ROW_LINES:], line] if len(row) > _ROW_LINES else [*row, line]
            match = self._kind.search(line.text)
            if match:
                self._row(row, match)
                row = []
        return self.annex

    def _row(self, lines: list[Line], kind: re.Match[str]) -> None:
        last = lines[-1]
        before = last.text[: kind.start()].strip()
        body = self._after_titles(lines[:-1], last, before)
        target, target_line, kept = _target(body, last, before)
        self.annex.rows.append(AnnexRow(self.code, tuple(kept), target, target_line, kind[1], kind[2]))

    def _after_titles(self, lines: Sequence[Line], last: Line, before: str) -> list[Line]:
        """Takes the titles of goals and tasks off the row and notes them."""
        rest = list(lines)
        if before:
            rest.append(_with_text(last, before))
        at = 0
        while at < len(rest):
            marker = read_marker(rest[at].text)
            found = self._whose(rest, at, marker) if marker else None
            if not marker or not found:
                break
            code, count = found
            pieces = [(marker.rest, rest[at].open_end)]
            pieces += [(line.text, line.open_end) for line in rest[at + 1 : at + count]]
            self.annex.titles.append(Titled(code, heal_texts(pieces, self.words), rest[at].number))
            self.code = code
            at += count
        return rest[at:]

    def _whose(self, rest: Sequence[Line], at: int, marker: Marker) -> tuple[str, int] | None:
        """The goal or task whose title begins at this line, and how many lines it takes."""
        best: tuple[float, str, int] | None = None
        for code, plain, wanted in self._candidates(marker):
            text = ""
            for count in range(1, min(_TITLE_LINES, len(rest) - at) + 1):
                line = rest[at + count - 1].text
                if count > 1 and read_marker(line):
                    break
                text += marker.rest if count == 1 else line
                if len(bare(text)) > len(plain) + 14 and count > 1:
                    break
                alike = shared(pairs(text), wanted)
                if alike > _ALIKE and (best is None or alike > best[0]):
                    best = (alike, code, count)
        if not best:
            return None
        _, code, count = best
        # A full stop that fell off the edge of the cell belongs to the title still.
        while at + count < len(rest) and not bare(rest[at + count].text):
            count += 1
        return code, count

    def _candidates(self, marker: Marker) -> Iterator[tuple[str, str, Counter[str]]]:
        for code, plain, wanted in self.plain:
            parts = code.split("-")
            fits = marker.code == code if marker.code else (len(parts) == 3) == (marker.depth == 3)
            if fits and numeral(parts[-1]) == marker.number:
                yield code, plain, wanted


def _target(body: list[Line], last: Line, before: str) -> tuple[str, int, list[Line]]:
    """The target is the last thing before the kind: the last word of its line, or the block of lines above it."""
    if before and body:
        words = body[-1].text.split()
        kept = body[:-1]
        if len(words) > 1:
            kept = [*kept, _with_text(body[-1], " ".join(words[:-1]))]
        return words[-1], last.number, kept
    start = len(body) - 1
    while start > 0 and not body[start].gap:
        start -= 1
    block = body[max(start, 0) :]
    if not block:
        return "", last.number, []
    written = " ".join(line.text for line in block)
    return written, block[0].number, body[:start]


def _with_text(line: Line, text: str) -> Line:
    return Line(line.number, text, line.gap, line.page, line.open_end, line.indent)
