"""Indicator tables: from a section's lines to rows with name, cells, reason, formula and source."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from uigwe.documents.annex import AnnexRow
from uigwe.documents.cells import Cell, Cells, Word, words_of
from uigwe.documents.heads import TableHead, table_heads
from uigwe.documents.healing import Words, heal_texts
from uigwe.documents.layout import Layout, bare
from uigwe.documents.likeness import likeness, pairs, shared
from uigwe.documents.lines import Line
from uigwe.documents.rows import MARGIN, Reading, Witness, readings
from uigwe.values import State

_STOP = re.compile(r"^(?:□|■|◇|<\s|\(?\d{1,2}\)\s*[가-힣])")
_PAGE_STOP = re.compile(r"^(?:[ㅇ○◦◇※]|-\s)")
# A line as long as the page is no line of a cell.
_PAGE_WIDE = 70
_FOOT_WIDE = 40
# No table of one goal or task is longer; what is longer is no table, and looking for cells in it would take for ever.
_TABLE_LINES, _TABLE_WORDS = 400, 4_000
_CUTS = 60
# Reason, formula and source.
_CELLS_BEHIND = 3
_FRACTION = re.compile(r"^([^=×*]{2,120}?)\s*[×xX*]\s*(1?00|1,000)\s+([^=×*/÷]{2,120}?)(?:\s+([*※-]\s?.*))?$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the name as printed, a cell for each year of the head, and the words of the three cells behind them.

    `uncut`: nothing in the text shows where one of these three ends and the next begins.
    """

    name: str
    cells: tuple[Cell | None, ...]
    lines: tuple[int, ...]
    line: int
    head: TableHead
    reason: str
    formula: str
    source: str
    quoted: tuple[Line, ...]
    fit: float
    rivals: tuple[Reading, ...] = ()
    witnessed: bool = True
    uncut: bool = False


@dataclass
class TableRows:
    """The rows of one section's tables, and how many were expected but not found."""

    rows: list[Row] = field(default_factory=list)
    heads: int = 0
    missing: int = 0
    at: Line | None = None


class TableReader:
    """Reads indicator tables; the words of the text, the system table and the annex are its witnesses."""

    def __init__(self, layout: Layout, words: Words) -> None:
        self.layout, self.words = layout, words
        self.cells = Cells(layout)

    def read(self, lines: Sequence[Line], annex: Sequence[AnnexRow], structure: str) -> TableRows:
        """The rows of all indicator tables among the lines of one section."""
        found = TableRows()
        heads = list(table_heads(lines, self.layout))
        for number, head in enumerate(heads, start=1):
            found.heads += 1
            found.at = found.at or lines[head.first]
            body = self._body(lines, head.body)
            left = annex[len(found.rows) :]
            found.rows += self._rows(body, head, left, structure, number == len(heads))
        found.missing = max(0, len(annex) - len(found.rows))
        return found

    def _body(self, lines: Sequence[Line], begin: int) -> list[Line]:
        kept: list[Line] = []
        for line in lines[begin : begin + _TABLE_LINES]:
            text = line.text
            if (
                _STOP.match(text)
                or bare(text) in self.layout.milestone_heads
                or (len(text) > _PAGE_WIDE and not self._has_values(text))
            ):
                break
            if text[0] == "※" and len(text) > _FOOT_WIDE:
                break
            if line.page and kept and _PAGE_STOP.match(text):
                break
            if self.layout.has(self.layout.tables["budget"][:1], text) and re.search(r"\d{2}", text):
                break
            if bare(text) in {bare(word) for word in self.layout.tables["indicator"]["name"]}:
                break
            kept.append(line)
        return kept

    def _has_values(self, text: str) -> bool:
        """Whether a long line may still be a row printed without breaks: two values side by side."""
        words = words_of([Line(0, text)])
        starts = [next(iter(self.cells.at(words, at)), None) is not None for at in range(len(words))]
        return any(one and other for one, other in pairwise(starts))

    def _rows(
        self, body: Sequence[Line], head: TableHead, annex: Sequence[AnnexRow], structure: str, last: bool
    ) -> Iterator[Row]:
        """The rows of one table; where another table follows, a further row has to agree with the annex."""
        words = words_of(body)[:_TABLE_WORDS]
        if not words:
            return
        spans: list[tuple[Reading, AnnexRow | None, tuple[Reading, ...]]] = []
        after = 0
        for index in range(max(1, len(annex)) if annex else 6):
            row = annex[index] if index < len(annex) else None
            witness = Witness(_pairs_of(row, structure), row.target if row else "")
            choices = readings(words, len(head.years), self.cells, witness, after, not spans)
            if not choices or (spans and not row and not _plain(choices[0], structure)):
                break
            if spans and row and not last and not choices[0].target_agrees:
                break
            best, rivals = self._settled(words, choices)
            spans.append((best, row, rivals))
            after = best.end
        for at, (reading, row, rivals) in enumerate(spans):
            end = spans[at + 1][0].name_start if at + 1 < len(spans) else len(words)
            yield self._row(body, words, head, reading, end, row, rivals)

    def _settled(self, words: Sequence[Word], choices: Sequence[Reading]) -> tuple[Reading, tuple[Reading, ...]]:
        """The best reading, and those that fit as well but say something else."""
        best = choices[0]
        said = _says(best)
        rivals = [
            other
            for other in choices[1:6]
            if best.fit - other.fit < MARGIN and _says(other) != said and not best.target_agrees
        ]
        return best, tuple(rivals[:3])

    def _row(
        self,
        body: Sequence[Line],
        words: Sequence[Word],
        head: TableHead,
        reading: Reading,
        end: int,
        annex: AnnexRow | None,
        rivals: tuple[Reading, ...],
    ) -> Row:
        name = self._healed(body, words[reading.name_start : reading.start])
        rest = words[reading.end : end]
        reason, formula, source = self._split(rest, annex, name)
        lines = tuple(words[cell.start].line if cell else words[reading.start].line for cell in reading.cells)
        return Row(
            name=name,
            cells=tuple(self._cell(body, words, cell) for cell in reading.cells),
            lines=lines,
            line=words[reading.name_start].line,
            head=head,
            reason=self._healed(body, reason),
            formula=fraction(self._healed(body, formula)),
            source=self._healed(body, _own(source)),
            quoted=tuple(body[words[reading.name_start].row : (words[end - 1].row + 1)]),
            fit=reading.fit,
            rivals=rivals,
            witnessed=annex is not None,
            uncut=self._is_uncut(rest, formula, annex, name),
        )

    def _cell(self, body: Sequence[Line], words: Sequence[Word], cell: Cell | None) -> Cell | None:
        """A cell of words with its line breaks healed; letters set apart to fill a narrow column come together."""
        if cell is None or cell.state is not State.TEXT:
            return cell
        rows: dict[int, list[str]] = {}
        for word in words[cell.start : cell.end]:
            rows.setdefault(word.row, []).append(word.text)
        pieces = [
            ("".join(row) if all(len(word) == 1 for word in row) else " ".join(row), body[at].open_end)
            for at, row in rows.items()
        ]
        return replace(cell, written=heal_texts(pieces, self.words))

    def _split(
        self, rest: Sequence[Word], annex: AnnexRow | None, name: str
    ) -> tuple[Sequence[Word], Sequence[Word], Sequence[Word]]:
        """Reason, formula and source. The annex prints the formula once more; otherwise the gaps between cells decide."""
        if not rest:
            return (), (), ()
        cuts = _cuts(rest)
        wanted = pairs(_formula_text(annex, name)) if annex else Counter()
        spans = [_pairs_of_words(rest[a:b]) for a, b in zip(cuts, [*cuts[1:], len(rest)], strict=True)]
        best = (-1.0, len(rest), len(rest))
        bounds = [*cuts, len(rest)]
        for low in range(len(bounds) - 1):
            total: Counter[str] = Counter()
            for high in range(low + 1, len(bounds)):
                total += spans[high - 1]
                fit = shared(total, wanted) if wanted else 0.0
                fit += _shape(rest, bounds[low], bounds[high], bool(wanted))
                if fit > best[0]:
                    best = (fit, bounds[low], bounds[high])
        _, low_at, high_at = best
        return rest[:low_at], rest[low_at:high_at], rest[high_at:]

    @staticmethod
    def _is_uncut(rest: Sequence[Word], formula: Sequence[Word], annex: AnnexRow | None, name: str) -> bool:
        """Whether the gaps alone, or the words of the annex, fail to say where the three cells end."""
        if not rest or rest[0].row == rest[-1].row:
            return False
        if annex is None:
            return sum(word.gap for word in rest[1:]) != _CELLS_BEHIND - 1
        if any(word.gap for word in rest):
            return False
        return bare(" ".join(word.text for word in formula)) != bare(_formula_text(annex, name))

    def _healed(self, body: Sequence[Line], words: Sequence[Word]) -> str:
        pieces: list[tuple[str, bool]] = []
        row = -1
        for word in words:
            if word.row == row:
                pieces[-1] = (f"{pieces[-1][0]} {word.text}", pieces[-1][1])
            else:
                pieces.append((word.text, body[word.row].open_end))
                row = word.row
        return heal_texts(pieces, self.words)


def _says(reading: Reading) -> tuple[object, ...]:
    return tuple(cell.written if cell else "" for cell in reading.cells)


def _plain(reading: Reading, structure: str) -> bool:
    """Whether an unannounced further row is beyond doubt: every cell simple, and the name stands in the system table."""
    return bool(structure) and all(cell and not cell.doubt for cell in reading.cells) and reading.fit > 0.9


def _pairs_of(row: AnnexRow | None, structure: str) -> Counter[str]:
    own = pairs(row.text) if row else Counter()
    return own | pairs(structure) if structure else own


def _pairs_of_words(words: Sequence[Word]) -> Counter[str]:
    return pairs(" ".join(word.text for word in words))


def _formula_text(row: AnnexRow, name: str) -> str:
    """The words of the annex row behind its name."""
    pieces = [word for line in row.lines for word in line.text.split()]
    best = (-1.0, 0)
    for count in range(1, len(pieces)):
        fit = likeness(" ".join(pieces[:count]), name)
        if fit >= best[0]:
            best = (fit, count)
    return " ".join(pieces[best[1] :])


def _cuts(rest: Sequence[Word]) -> list[int]:
    """Where a cell may begin: below a gap, at the second line, and anywhere on the first, which may run on into the next cell."""
    first = rest[0].row
    second = next((word.row for word in rest if word.row > first), first)
    places = (
        at for at, word in enumerate(rest) if word.gap or word.row == first or (word.row == second and word.first)
    )
    return sorted({0, *islice(places, _CUTS)})


def _shape(rest: Sequence[Word], low: int, high: int, known: bool) -> float:
    """How likely three cells are cut here: none of them empty, borders at gaps, and by share when nothing is known of the formula."""
    fit = 0.3 * (low > 0) + 0.6 * (high < len(rest))
    fit -= 0.15 * (0 < low < len(rest) and not rest[low].gap)
    fit -= 0.15 * (high < len(rest) and not rest[high].gap)
    if not known:
        fit += 0.2 - abs(low / len(rest) - 0.5) * 0.2 - abs(high / len(rest) - 0.8) * 0.2
    return fit


def _own(source: Sequence[Word]) -> Sequence[Word]:
    """The source without the remarks that stand below the table."""
    end = next((at for at, word in enumerate(source) if at and word.first and word.text[0] in "※ㅇ○◦"), len(source))
    return source[:end]


def fraction(formula: str) -> str:
    """A fraction printed as numerator, `×100`, denominator comes back on one line: `가 / 나 × 100`."""
    match = _FRACTION.match(formula)
    if not match or "/" in match[1] or "÷" in match[1]:
        return formula
    remark = f" {match[4]}" if match[4] else ""
    return f"{match[1].strip()} / {match[3].strip()} × {match[2]}{remark}"
