"""Tables of milestones and of money, cell by cell."""

import re
from collections.abc import Iterator, Sequence

from uigwe.documents.blocks import Cell, Piece, Table
from uigwe.documents.budget import COLUMNS, BudgetRow, BudgetTable, circle_of, in_won, level_of, units_of
from uigwe.documents.layout import Layout, squeeze
from uigwe.documents.lines import Line, plain
from uigwe.documents.milestones import MilestoneTable, Step
from uigwe.documents.structured_heads import rows_below
from uigwe.documents.structured_sheet import Joiner, Standing
from uigwe.documents.whens import Endings
from uigwe.plan.records import Amount
from uigwe.values import When, read_when

_BULLET = re.compile(r"^\s*(?:[◦ㅇ○●•·▪□■※⁕*+]|[-–](?=\s))\s*")
_ROW_BULLET = re.compile(r"^\s*(?:[◦ㅇ○●•·▪□■]|[-–](?=\s))")
_AMOUNT = re.compile(r"^\(?\s*(?:[△▲\-–]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?'?|[-–])\s*\)?$")


class StepReader:
    """Reads tables of milestones."""

    def __init__(self, layout: Layout, joiner: Joiner, year: int) -> None:
        self.layout, self.joiner, self.year = layout, joiner, year
        self.endings = Endings(layout)

    def read(self, tables: Sequence[Standing]) -> MilestoneTable:
        """The milestones of one task."""
        found = MilestoneTable()
        for standing in tables:
            found.found = True
            quarter = 0
            for row in rows_below(standing.table, standing.head):
                quarter = self._quarter(standing, row, quarter)
                found.steps += self._steps(standing, row, quarter)
        return found

    def _quarter(self, standing: Standing, row: int, before: int) -> int:
        """The quarter of a row by its label; a row without one goes on with the label above."""
        column = standing.head.one("quarter")
        cell = standing.table.at(row, column) if column is not None else None
        label = squeeze(plain(cell.text)).strip("~∼～") if cell else ""
        if not label:
            return before
        for known, quarter in self.layout.quarters:
            if label.startswith(known):
                return quarter
        return before

    def _steps(self, standing: Standing, row: int, quarter: int) -> Iterator[Step]:
        table, head = standing.table, standing.head
        texts = table.at(row, head.one("text") or 0)
        whens = table.at(row, head.one("when") or 0)
        note = head.one("note")
        notes = table.at(row, note) if note is not None else None
        if texts is None or texts.row != row:
            return
        items = self._items(texts.pieces)
        times = self._times(whens.pieces if whens else (), len(items))
        remarks = self._remarks(notes, len(items))
        for at, item in enumerate(items):
            when = times[at] if at < len(times) else times[-1] if times else ""
            yield self._step(quarter, item, when, remarks[at], standing.line(row), len(times) not in (1, len(items)))

    def _items(self, lines: Sequence[Piece]) -> list[str]:
        """The entries of a cell: each begins with a bullet when any does."""
        if not lines:
            return []
        bulleted = bool(_ROW_BULLET.match(plain(lines[0].text)))
        groups: list[list[Piece]] = []
        for piece in lines:
            if not groups or (bulleted and _ROW_BULLET.match(plain(piece.text))):
                groups.append([])
            groups[-1].append(piece)
        texts = [_BULLET.sub("", self.joiner.text(group), count=1) for group in groups]
        return [text for text in texts if text]

    def _times(self, lines: Sequence[Piece], items: int) -> list[str]:
        """The times of a cell: one, or one for each entry."""
        texts = [text for piece in lines if (text := _BULLET.sub("", self.joiner.text((piece,)), count=1))]
        whole = " ".join(texts)
        if len(texts) == items and items > 1:
            return texts
        if len(texts) > 1 and items == 1:
            return [_untorn(texts)]
        return texts if items > 1 and len(texts) > 1 else [whole] if whole else []

    def _remarks(self, cell: Cell | None, items: int) -> list[str]:
        if cell is None:
            return [""] * items
        texts = [text for piece in cell.pieces if (text := self.joiner.text((piece,)))]
        if len(texts) == items:
            return texts
        return [self.joiner.text(cell.pieces)] * items

    def _step(self, quarter: int, text: str, when: str, note: str, line: int, unsure: bool) -> Step:
        time = read_when(when, self.year)
        doubt = ""
        if when and not time.understood:
            if re.search(r"\d", when):
                doubt = "when-not-understood"
            else:
                time = When(when, None, None, True)
        elif unsure or not when:
            doubt = "no-when"
        return Step(quarter, text, when, note, line, time, doubt)


def _untorn(texts: Sequence[str]) -> str:
    """A time broken over lines: no space inside a number or beside a tilde."""
    when = texts[0]
    for text in texts[1:]:
        tight = when[-1] in "~∼～.·," or text[0] in "~∼～.·,월일분" or (when[-1].isdigit() and text[0].isdigit())
        when = f"{when}{text}" if tight else f"{when} {text}"
    return when


class MoneyReader:
    """Reads budget tables."""

    def __init__(self, layout: Layout, joiner: Joiner) -> None:
        self.layout, self.joiner = layout, joiner

    def read(self, tables: Sequence[Standing], lines: Sequence[Line]) -> BudgetTable:
        """The budget lines of one task; the unit stands above the table or in its head."""
        found = BudgetTable()
        for standing in tables:
            found.found = True
            unit = self._unit(standing, lines)
            years = [column.year or 0 for column in standing.head.columns["year"]]
            for row in rows_below(standing.table, standing.head):
                found.rows += self._rows(standing, row, unit, years)
        return found

    def _unit(self, standing: Standing, lines: Sequence[Line]) -> str:
        known = [unit for number, unit in units_of(lines) if number < standing.number]
        head = [Line(0, text) for text in self._head_texts(standing.table, standing.head.rows)]
        inside = [unit for _, unit in units_of([*head, *(Line(0, f"(단위: {text})") for text in _bracketed(head))])]
        return (inside or known or [""])[-1]

    def _head_texts(self, table: Table, rows: int) -> list[str]:
        return [self.joiner.text(cell.pieces) for row in range(rows) for cell in table.starting(row)]

    def _rows(self, standing: Standing, row: int, unit: str, years: Sequence[int]) -> Iterator[BudgetRow]:
        """The lines of a row: one, or several when its cells hold as many lines each."""
        table, head = standing.table, standing.head
        name = self._named(standing, row)
        amounts = [table.at(row, column) for column in head.all("year")]
        account = head.one("account")
        accounts = table.at(row, account) if account is not None else None
        count = self._count(name, amounts)
        for at in range(count):
            text = self._entry(name, at, count)
            written = tuple(self._entry(cell, at, count) for cell in amounts)
            of = self._entry(accounts, at, count)
            if text or any(written):
                yield self._row(text, of, written, unit, years, standing.line(row))

    def _named(self, standing: Standing, row: int) -> Cell | None:
        """The cell of the name: the last of its columns that says something in this row."""
        found = [standing.table.at(row, column) for column in standing.head.all("name")]
        own = [cell for cell in found if cell and cell.row == row and cell.text.strip()]
        return own[-1] if own else None

    def _count(self, name: Cell | None, amounts: Sequence[Cell | None]) -> int:
        lines = [len([one for one in cell.pieces if one.text.strip()]) for cell in amounts if cell]
        own = len([one for one in name.pieces if one.text.strip()]) if name else 0
        several = [count for count in lines if count > 1]
        all_amounts = all(
            _AMOUNT.match(one.text.strip()) for cell in amounts if cell for one in cell.pieces if one.text.strip()
        )
        return own if several and all_amounts and own == max(lines) == min(several) and own > 1 else 1

    def _entry(self, cell: Cell | None, at: int, count: int) -> str:
        if cell is None:
            return ""
        texts = [text for piece in cell.pieces if (text := self.joiner.text((piece,)))]
        if count > 1 and len(texts) == count:
            return texts[at]
        return self.joiner.text(cell.pieces) if count == 1 or len(texts) == 1 else ""

    def _row(
        self, text: str, account: str, written: Sequence[str], unit: str, years: Sequence[int], line: int
    ) -> BudgetRow:
        level, code, name = level_of(text.rstrip("」").strip())
        if not text:
            level = "total"
        amounts = tuple(Amount(year, one, in_won(one, unit)) for year, one in zip(years, written, strict=True))[
            -COLUMNS:
        ]
        odd = any(one and not _AMOUNT.match(one) for one in written)
        bracketed = any(one.startswith("(") for one in written)
        doubt = "amount-column" if odd else ""
        return BudgetRow(level, code, name, account.strip("()"), unit, amounts, bracketed, line, doubt, circle_of(text))


def _bracketed(lines: Sequence[Line]) -> Iterator[str]:
    """What stands in the last brackets of heads: `예산(억원)`."""
    for line in lines:
        match = re.search(r"\(([^()]{1,6})\)$", line.text)
        if match:
            yield match[1]
