"""Forms filled in as people do it: cells, rows and columns of a real file changed, in a document and in a workbook alike.

A file becomes lines and matrices of cells; a merged cell is one cell in several places. What is done to the matrices is
written back as a file of the same kind.
"""

from __future__ import annotations

import copy
import io
import zipfile
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from lxml import etree

HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


@dataclass(eq=False)
class C:
    """A cell: its text, and what else a workbook or document keeps with it."""

    text: str = ""
    value: Any = None  # in a workbook: a number, a day, a formula in place of the text
    form: str = "@"
    like: Any = None  # in a document: the element it is made from


@dataclass(eq=False)
class Matrix:
    """Rows of cells; the same cell in several places is a merged one."""

    rows: list[list[C]]
    name: str = ""
    element: Any = None
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False

    def at(self, text: str, start: int = 0) -> tuple[int, int]:
        """The first row and column with this text."""
        for row in range(start, len(self.rows)):
            for column, cell in enumerate(self.rows[row]):
                if cell.text == text:
                    return row, column
        raise LookupError(text)


class Filling:
    """A returned form in the making."""

    kind = ""

    def __init__(self, data: bytes) -> None:
        self.matrices: list[Matrix] = []
        self.open(data)

    def open(self, data: bytes) -> None:
        raise NotImplementedError

    def bytes(self) -> bytes:
        raise NotImplementedError

    # ── finding ──

    def row(self, key: str, nth: int = 0) -> tuple[Matrix, int]:
        """The n-th row with this key."""
        for matrix in self.matrices:
            for number, row in enumerate(matrix.rows):
                if row and row[self.key_column(matrix, number)].text == key:
                    if nth == 0:
                        return matrix, number
                    nth -= 1
        raise LookupError(key)

    def key_column(self, matrix: Matrix, number: int) -> int:
        head = self.head_row(matrix, number)
        return (
            next((c for c, cell in enumerate(matrix.rows[head]) if cell.text == "번호"), 0) if head is not None else 0
        )

    @staticmethod
    def head_row(matrix: Matrix, number: int) -> int | None:
        return next((n for n in range(number, -1, -1) if any(cell.text == "번호" for cell in matrix.rows[n])), None)

    def column(self, matrix: Matrix, number: int, head: str) -> int:
        row = self.head_row(matrix, number)
        assert row is not None
        return next(c for c, cell in enumerate(matrix.rows[row]) if cell.text == head)

    def head(self, text: str) -> tuple[Matrix, int, int]:
        for matrix in self.matrices:
            for number, row in enumerate(matrix.rows):
                if any(cell.text == "번호" for cell in row):
                    for column, cell in enumerate(row):
                        if cell.text == text:
                            return matrix, number, column
        raise LookupError(text)

    def last(self, matrix: Matrix, head: int) -> int:
        """The last row of the table below a head."""
        number = head
        while (
            number + 1 < len(matrix.rows)
            and matrix.rows[number + 1][0].text.strip() not in ("",)
            and not self._line(matrix, number + 1)
        ):
            number += 1
        return number

    def _line(self, matrix: Matrix, number: int) -> bool:
        row = matrix.rows[number]
        return len({id(cell) for cell in row}) == 1 or "." in row[0].text

    # ── filling ──

    def cell(self, key: str, head: str, nth: int = 0) -> C:
        """The cell of a row under a head; among the tables that have the row, the one with that head."""
        while True:
            matrix, number = self.row(key, nth)
            try:
                return matrix.rows[number][self.column(matrix, number, head)]
            except StopIteration:
                nth += 1

    def set(self, key: str, head: str, text: str, nth: int = 0) -> None:
        self.cell(key, head, nth).text = text

    def insert(self, after: str, texts: dict[str, str], nth: int = 0) -> None:
        """A row put in below another, as the programs do it: merged cells around it reach over it, no key."""
        matrix, number = self.row(after, nth)
        above = matrix.rows[number]
        below = matrix.rows[number + 1] if number + 1 < len(matrix.rows) else [C()] * len(above)
        made: dict[int, C] = {}
        new = []
        for one, other in zip(above, below, strict=False):
            if one is other:
                new.append(one)
            else:
                new.append(made.setdefault(id(one), C("", like=one.like)))
        for head, text in texts.items():
            cell = new[self.column(matrix, number, head)]
            if cell in made.values():
                cell.text = text
        matrix.rows.insert(number + 1, new)

    def delete(self, key: str) -> None:
        matrix, number = self.row(key)
        del matrix.rows[number]

    def move(self, key: str, after: str) -> None:
        """A row cut and put in below another one."""
        source, number = self.row(key)
        held = source.rows[number]
        alone = [cell if sum(cell in row for row in source.rows) == 1 else None for cell in held]
        del source.rows[number]
        target, where = self.row(after)
        beside = target.rows[where]
        target.rows.insert(where + 1, [cell or beside[at] for at, cell in enumerate(alone)])

    def copy(self, key: str) -> int:
        """A row copied below itself with its key; the number of the copy comes back for `set`."""
        matrix, number = self.row(key)
        shared = [sum(cell in row for row in matrix.rows) > 1 for cell in matrix.rows[number]]
        new = [c if s else copy.copy(c) for c, s in zip(matrix.rows[number], shared, strict=True)]
        matrix.rows.insert(number + 1, new)
        return 1

    def swap(self, one: str, other: str) -> None:
        """Two columns of a table change places, heads and all."""
        matrix, head, first = self.head(one)
        second = next(c for c, cell in enumerate(matrix.rows[head]) if cell.text == other)
        for number in range(head, self.last(matrix, head) + 1):
            row = matrix.rows[number]
            row[first], row[second] = row[second], row[first]

    def add_column(self, beside: str, head: str, texts: dict[str, str]) -> None:
        """A column put in to the right of another one."""
        matrix, top, at = self.head(beside)
        rows = range(top, self.last(matrix, top) + 1)
        for number, row in enumerate(matrix.rows):
            text = head if number == top else texts.get(row[0].text, "") if number in rows else ""
            row.insert(at + 1, C(text, like=row[at].like))

    def drop_column(self, head: str) -> None:
        matrix, top, at = self.head(head)
        for number in range(top, self.last(matrix, top) + 1):
            row = matrix.rows[number]
            row[at] = C("", like=row[at].like) if self.kind == "xlsx" else row[at]
            if self.kind == "hwpx":
                del row[at]

    def rename(self, head: str, text: str) -> None:
        matrix, number, column = self.head(head)
        matrix.rows[number][column].text = text

    def merge(self, cells: list[C], text: str) -> None:
        """Several cells become one with this text."""
        for matrix in self.matrices:
            for row in matrix.rows:
                for column, cell in enumerate(row):
                    if any(cell is one for one in cells):
                        row[column] = cells[0]
        cells[0].text = text

    def drop_key(self, key: str, nth: int = 0) -> None:
        matrix, number = self.row(key, nth)
        matrix.rows[number][self.key_column(matrix, number)].text = ""

    def drop_head(self, head: str) -> None:
        matrix, number, _ = self.head(head)
        del matrix.rows[number]

    def replace_everywhere(self, old: str, new: str) -> None:
        """A text changed wherever it stands, in cells and between them."""
        seen = {id(cell): cell for matrix in self.matrices for row in matrix.rows for cell in row}
        for cell in seen.values():
            cell.text = cell.text.replace(old, new)

    def write_below(self, text: str) -> None:
        """A remark written after all."""
        raise NotImplementedError

    def split(self, key: str, *, repeat_head: bool) -> None:
        """A table cut in two before a row."""
        raise NotImplementedError


class Workbook(Filling):
    """A form filled in with a spreadsheet program."""

    kind = "xlsx"

    def open(self, data: bytes) -> None:
        book = openpyxl.load_workbook(io.BytesIO(data))
        for page in book:
            wide = page.max_column
            rows = [
                [C(self._text(page.cell(r, c).value)) for c in range(1, wide + 1)] for r in range(1, page.max_row + 1)
            ]
            for area in page.merged_cells.ranges:
                first = rows[area.min_row - 1][area.min_col - 1]
                for r in range(area.min_row, area.max_row + 1):
                    for c in range(area.min_col, area.max_col + 1):
                        rows[r - 1][c - 1] = first
            self.matrices.append(Matrix(rows, page.title))

    @staticmethod
    def _text(value: Any) -> str:
        return "" if value is None else str(value)

    def bytes(self) -> bytes:
        book = openpyxl.Workbook()
        del book[book.sheetnames[0]]
        for matrix in self.matrices:
            page = book.create_sheet(matrix.name)
            page.sheet_state = "hidden" if matrix.hidden else "visible"
            for number in matrix.hidden_rows:
                page.row_dimensions[number + 1].hidden = True
            for number in matrix.hidden_columns:
                page.column_dimensions[openpyxl.utils.get_column_letter(number + 1)].hidden = True
            self._write(page, matrix)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    @staticmethod
    def _write(page: Any, matrix: Matrix) -> None:
        places: dict[int, list[tuple[int, int]]] = {}
        held: dict[int, C] = {}
        for r, row in enumerate(matrix.rows, 1):
            for c, cell in enumerate(row, 1):
                places.setdefault(id(cell), []).append((r, c))
                held[id(cell)] = cell
        for key, there in places.items():
            cell = held[key]
            r, c = there[0]
            target = page.cell(r, c)
            target.number_format = cell.form
            if cell.value is not None:
                target.value = cell.value
            elif cell.text:
                target.value = cell.text
                target.data_type = "s"
            if len(there) > 1:
                page.merge_cells(start_row=r, start_column=c, end_row=there[-1][0], end_column=there[-1][1])

    def write_below(self, text: str) -> None:
        matrix = self.matrices[0]
        wide = len(matrix.rows[0])
        matrix.rows += [[C() for _ in range(wide)], [C(text), *(C() for _ in range(wide - 1))]]

    def split(self, key: str, *, repeat_head: bool) -> None:
        matrix, number = self.row(key)
        head = self.head_row(matrix, number)
        assert head is not None
        wide = len(matrix.rows[0])
        between = [[C() for _ in range(wide)] for _ in range(2)]
        if repeat_head:
            between.append([copy.copy(cell) for cell in matrix.rows[head]])
        matrix.rows[number:number] = between


class Document(Filling):
    """A form filled in with a word processor."""

    kind = "hwpx"

    def open(self, data: bytes) -> None:
        self.archive = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.root = etree.fromstring(archive.read("Contents/section0.xml"))
        for table in self.root.iter(f"{HP}tbl"):
            self.matrices.append(self._matrix(table))

    def _matrix(self, table: Any) -> Matrix:
        found: dict[tuple[int, int], C] = {}
        for cell in table.iter(f"{HP}tc"):
            address, span = cell.find(f"{HP}cellAddr"), cell.find(f"{HP}cellSpan")
            one = C("\n".join(self._lines(cell)), like=cell)
            row, column = int(address.get("rowAddr")), int(address.get("colAddr"))
            for down in range(int(span.get("rowSpan"))):
                for across in range(int(span.get("colSpan"))):
                    found[row + down, column + across] = one
        rows, columns = 1 + max(r for r, _ in found), 1 + max(c for _, c in found)
        return Matrix([[found[r, c] for c in range(columns)] for r in range(rows)], element=table)

    @staticmethod
    def _lines(cell: Any) -> list[str]:
        return ["".join("".join(t.itertext()) for t in p.iter(f"{HP}t")) for p in cell.iter(f"{HP}p")]

    def bytes(self) -> bytes:
        for matrix in self.matrices:
            self._write(matrix)
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for item in old.infolist():
                content = old.read(item.filename)
                if item.filename == "Contents/section0.xml":
                    content = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
                new.writestr(item, content)
        return out.getvalue()

    def _write(self, matrix: Matrix) -> None:
        places: dict[int, list[tuple[int, int]]] = {}
        held: dict[int, C] = {}
        for r, row in enumerate(matrix.rows):
            for c, cell in enumerate(row):
                places.setdefault(id(cell), []).append((r, c))
                held[id(cell)] = cell
        for row in matrix.element.findall(f"{HP}tr"):
            matrix.element.remove(row)
        rows = [etree.SubElement(matrix.element, f"{HP}tr") for _ in matrix.rows]
        for key, there in sorted(places.items(), key=lambda one: one[1][0]):
            (r, c), (last_r, last_c) = there[0], there[-1]
            element = self._cell(held[key])
            element.find(f"{HP}cellAddr").set("rowAddr", str(r))
            element.find(f"{HP}cellAddr").set("colAddr", str(c))
            element.find(f"{HP}cellSpan").set("rowSpan", str(last_r - r + 1))
            element.find(f"{HP}cellSpan").set("colSpan", str(last_c - c + 1))
            rows[r].append(element)
        matrix.element.set("rowCnt", str(len(rows)))
        matrix.element.set("colCnt", str(len(matrix.rows[0])))

    def _cell(self, cell: C) -> Any:
        element = copy.deepcopy(cell.like)
        if "\n".join(self._lines(element)) == cell.text:
            return element
        paragraphs = list(element.iter(f"{HP}p"))
        for extra in paragraphs[1:]:
            extra.getparent().remove(extra)
        holder = paragraphs[0].getparent()
        for number, line in enumerate(cell.text.split("\n")):
            made = paragraphs[0] if number == 0 else copy.deepcopy(paragraphs[0])
            if number:
                holder.append(made)
            runs = made.findall(f"{HP}run")
            for run in runs[1:]:
                made.remove(run)
            for child in list(runs[0]):
                runs[0].remove(child)
            etree.SubElement(runs[0], f"{HP}t").text = line
        return element

    def replace_everywhere(self, old: str, new: str) -> None:
        super().replace_everywhere(old, new)
        for text in self.root.iter(f"{HP}t"):
            if text.text and old in text.text:
                text.text = text.text.replace(old, new)

    def write_below(self, text: str) -> None:
        last = self.root.findall(f"{HP}p")[-1]
        made = copy.deepcopy(last)
        for piece in made.iter(f"{HP}t"):
            piece.text = text
        last.addnext(made)

    def split(self, key: str, *, repeat_head: bool) -> None:
        matrix, number = self.row(key)
        paragraph = next(p for p in matrix.element.iterancestors(f"{HP}p"))
        second = copy.deepcopy(paragraph)
        paragraph.addnext(second)
        rows = matrix.rows[number:]
        matrix.rows = matrix.rows[:number]
        # What was one cell over both halves is now a cell in each.
        again: dict[int, C] = {}
        above = {id(cell) for row in matrix.rows for cell in row}
        rows = [[again.setdefault(id(c), copy.copy(c)) if id(c) in above else c for c in row] for row in rows]
        if repeat_head:
            rows.insert(0, [copy.copy(cell) for cell in matrix.rows[0]])
        self.matrices.insert(self.matrices.index(matrix) + 1, Matrix(rows, element=next(second.iter(f"{HP}tbl"))))


def filling(data: bytes) -> Filling:
    """The form in these bytes, ready to be filled in."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return Workbook(data) if "xl/workbook.xml" in archive.namelist() else Document(data)
