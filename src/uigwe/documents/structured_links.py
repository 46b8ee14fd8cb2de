"""The tables of goals and tasks: with their links to the national agenda, with their indicators, and with their counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from uigwe.documents.annex import Titled
from uigwe.documents.blocks import Cell, Piece
from uigwe.documents.codes import CIRCLED, numeral, read_marker, roman
from uigwe.documents.layout import Layout, squeeze
from uigwe.documents.likeness import likeness
from uigwe.documents.lines import Line
from uigwe.documents.links import Brackets, Link, LinkTable
from uigwe.documents.naming import printed_name
from uigwe.documents.structured_heads import Kind, rows_below
from uigwe.documents.structured_sheet import Joiner, Standing
from uigwe.documents.tallies import Counted, read_kinds
from uigwe.plan import Level

_LEVELS = (Level.STRATEGIC, Level.GOAL, Level.TASK)


@dataclass
class Listed:
    """A goal or task in a table: its title, and the lines of the cells beside it with their rows."""

    title: Titled
    beside: list[tuple[int, tuple[Piece, ...]]] = field(default_factory=list)


class TreeReader:
    """Reads tables that list goals and tasks from top to bottom."""

    def __init__(self, layout: Layout, joiner: Joiner, titles: Mapping[str, str]) -> None:
        self.layout, self.joiner, self.titles = layout, joiner, titles
        self.brackets = Brackets(layout)

    def listed(self, standing: Standing, strategic: str, role: str) -> list[Listed]:
        """The goals and tasks of one table in order, each with what stands beside it in the columns of a role."""
        found: list[Listed] = []
        goal = 0
        used: list[Cell] = []
        for row in rows_below(standing.table, standing.head):
            for cell in standing.table.starting(row):
                if cell.column in standing.head.all(role) or not cell.text.strip():
                    continue
                text = self.joiner.text(cell.pieces)
                code, written = self._code(text, strategic, goal)
                if not code:
                    continue
                if "-" not in code:
                    strategic, goal = code, 0
                elif code.count("-") == 1:
                    goal = numeral(code.split("-")[1]) or 0
                found.append(Listed(Titled(code, written, standing.line(row))))
            for column in standing.head.all(role):
                beside = standing.table.at(row, column)
                if beside and beside.row == row and beside not in used and found and beside.text.strip():
                    used.append(beside)
                    if not self._is_title(beside, found[-1]):
                        found[-1].beside.append((standing.line(row), beside.pieces))
        return found

    def _is_title(self, cell: Cell, listed: Listed) -> bool:
        """Whether a merged cell over the whole row was the title itself."""
        marker = read_marker(self.joiner.text(cell.pieces))
        return marker is not None and squeeze(marker.rest) == squeeze(listed.title.written)

    def _code(self, text: str, strategic: str, goal: int) -> tuple[str, str]:
        marker = read_marker(text)
        if not marker:
            return self._by_wording(text)
        written = marker.rest.strip()
        if marker.code:
            return marker.code, written
        if marker.depth == 1:
            return roman(marker.number), written
        if marker.depth == 2:
            return self._numbered(marker.number, written, strategic)
        return (f"{strategic}-{goal}-{CIRCLED[marker.number - 1]}", written) if strategic and goal else ("", "")

    def _numbered(self, number: int, written: str, strategic: str) -> tuple[str, str]:
        """`1.` is a goal of the strategic goal above, or where strategic goals are numbered so, one of them."""
        choices = [code for code in self.titles if code == roman(min(number, 12)) or code == f"{strategic}-{number}"]
        best = max(choices, key=lambda code: likeness(written, self.titles[code]), default="")
        if strategic and (not best or likeness(written, self.titles[best]) < 0.5):
            best = f"{strategic}-{number}"
        return best, written

    def _by_wording(self, text: str) -> tuple[str, str]:
        best = max(self.titles, key=lambda code: likeness(text, self.titles[code]), default="")
        return (best, text) if best and likeness(text, self.titles[best]) > 0.8 else ("", "")

    # ── links ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def links(self, tables: Sequence[Standing]) -> LinkTable:
        """The links to the agenda, and the titles beside them."""
        links: list[Link] = []
        titles: list[Titled] = []
        strategic = ""
        for standing in tables:
            found = self.listed(standing, strategic, "link")
            for listed in found:
                titles.append(listed.title)
                for line, pieces in listed.beside:
                    links += self._links(listed.title.code, line, pieces)
            strategic = found[-1].title.code.split("-")[0] if found else strategic
        return LinkTable(tuple(links), tuple(titles))

    def _links(self, code: str, line: int, pieces: Sequence[Piece]) -> Iterator[Link]:
        text = self.joiner.text(pieces)
        begin = 0
        for bracket in self.brackets.find(text):
            register, item = self.brackets.register(bracket[1])
            title = printed_name(text[begin : bracket.start()].strip(" ,"))
            yield Link(code, register, item, title, " ".join(bracket[1].split()), line)
            begin = bracket.end()
        whole = self.brackets.whole(text[begin:])
        if whole:
            yield Link(code, whole[1], "", "", " ".join(whole[0].split()), line)


def names_beside(
    pieces: Sequence[tuple[int, tuple[Piece, ...]]], wanted: Sequence[str], joiner: Joiner
) -> list[tuple[str, int]]:
    """The names of indicators in the cells beside a title, as many as wanted: a cell each, or cut where they agree best."""
    if not pieces or not wanted:
        return []
    if len(pieces) == len(wanted):
        return [(printed_name(joiner.text(lines)), line) for line, lines in pieces]
    flat = [(line, one) for line, lines in pieces for one in lines]
    if len(flat) < len(wanted):
        return [(printed_name(joiner.text(lines)), line) for line, lines in pieces]
    return _cut(flat, wanted, joiner)


def _cut(flat: Sequence[tuple[int, Piece]], wanted: Sequence[str], joiner: Joiner) -> list[tuple[str, int]]:
    """The best way to cut the lines into the wanted names, each name one line or more."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for name in wanted:
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for begin, (fit, cuts) in best.items():
            for end in range(begin + 1, len(flat) + 1):
                text = joiner.text([piece for _, piece in flat[begin:end]])
                whole = fit + likeness(printed_name(text), name)
                if end not in following or whole > following[end][0]:
                    following[end] = (whole, (*cuts, begin))
        best = following
    end = len(flat) if len(flat) in best else max(best)
    starts = best[end][1]
    return [
        (printed_name(joiner.text([piece for _, piece in flat[low:high]])), flat[low][0])
        for low, high in zip(starts, (*starts[1:], end), strict=True)
    ]


def counts(standing: Standing) -> list[Counted]:
    """The six counts of a table of goals, tasks and indicators."""
    row = standing.head.rows
    numbers = [cell.text.strip() for cell in standing.table.row(row) if cell.text.strip()]
    cells = [(level, what) for level in _LEVELS for what in ("items", "indicators")]
    return [
        Counted(level, what, number, Decimal(number), False, standing.line(row))
        for (level, what), number in zip(cells, numbers, strict=False)
    ]


def kinds(standing: Standing, layout: Layout, joiner: Joiner) -> list[Counted]:
    """The table of kinds of indicators: each level's cells in the order in which text prints them."""
    table = standing.table
    lines: list[Line] = []
    row = standing.head.rows
    while row < table.rows:
        label = table.at(row, 0)
        end = row + label.down if label else row + 1
        seen: list[Cell] = []
        for column in range(table.columns):
            for at in range(row, end):
                cell = table.at(at, column)
                if cell is None or cell in seen:
                    continue
                seen.append(cell)
                for word in (
                    joiner.text(cell.pieces).replace("(", " (").split() if column else [joiner.text(cell.pieces)]
                ):
                    lines.append(Line(standing.line(row), word, True, False, True))
        row = max(end, row + 1)
    return read_kinds(lines, layout)


def tables_of(tables: Sequence[Standing], kind: Kind) -> list[Standing]:
    """The tables of one kind."""
    return [one for one in tables if one.head.kind is kind]
