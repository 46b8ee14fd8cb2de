"""A form as an HWPX document: the tables of an official plan, with what may be filled in white and the rest grey and locked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from uigwe.files.hwpx import Align, Cell, Look, Paper, Paragraph, Table, paragraph, write_hwpx
from uigwe.reports.dress import HEAD_FILL, LABEL_FILL, SECTION, SMALL, banner, text_cell
from uigwe.reports.form_sheet import (
    Box,
    FormRow,
    FormSheet,
    FormTable,
    banner_of,
    facts_of,
    help_lines,
    mark_line,
    numbered,
    tables_of,
)
from uigwe.texts.forms import form_label

_WIDTH = 174.0
_SHUT = "#EDEDED"
_KEY = 9.0
# How wide a column is in mm; what is not here shares the rest by these parts.
_FIXED: Mapping[str, float] = {
    "unit": 14, "actual": 15, "target": 17, "nature": 15, "quantification": 19, "quarter": 17, "when": 23, "note": 22,
    "struck": 22, "level": 17, "code": 25, "account": 22, "amount": 21, "numerator": 19, "denominator": 19, "value": 19,
    "n": 15, "finality": 17, "counting": 22, "as_of": 24, "state": 18, "done_on": 22, "spent": 24,
}  # fmt: skip
_PARTS: Mapping[str, float] = {"name": 1.0, "reason": 1.8, "formula": 1.8, "source": 1.3, "evidence": 1.2, "why": 1.2}
_CENTRED = {
    "unit",
    "actual",
    "target",
    "nature",
    "quantification",
    "quarter",
    "level",
    "finality",
    "state",
    "n",
    "counting",
}
_RIGHT = {"amount", "spent", "numerator", "denominator", "value"}
_BODY = replace(SMALL, size=9.5)
_TINY = Look(size=6, plain=True, color="#8C8C8C", align=Align.CENTER, spacing=100)
_MARK = Look(size=8.5, plain=True, color="#595959", align=Align.RIGHT, spacing=130)
_HINT = Look(size=8.5, plain=True, color="#404040", align=Align.LEFT, spacing=130, after=2)
_GAP = Look(size=5, spacing=100)
_QUIET = Look(size=9, plain=True, align=Align.LEFT, spacing=145, left=2, hang=3)


def form_hwpx(sheet: FormSheet, language: str = "ko") -> bytes:
    """The document to be filled in and sent back."""
    parts: list[Paragraph | Table] = [
        paragraph(mark_line(sheet, language), _MARK),
        banner(banner_of(sheet, language), size=17),
        paragraph("", _GAP),
        _head(sheet, language),
        *_framed("guideline", sheet.guideline.split("\n") if sheet.guideline.strip() else (), language),
        *_framed("findings", sheet.findings, language),
    ]
    for number, table in enumerate(tables_of(sheet.form, language), 1):
        parts += [
            paragraph(numbered(number, table), SECTION),
            paragraph(table.hint, _HINT),
            _table(table, language),
        ]
    parts += [paragraph(form_label("sheet-help", language), SECTION)]
    parts += [paragraph(line, _QUIET) for line in help_lines(sheet, language)]
    parts += [
        paragraph(form_label("mark-note", language), replace(_QUIET, before=4)),
        paragraph(mark_line(sheet, language), _MARK),
        paragraph(form_label("end", language), Look(size=10.5, align=Align.RIGHT)),
    ]
    title = f"{banner_of(sheet, language)} ({sheet.form.code})"
    return write_hwpx(parts, title=title, author=sheet.body, day=sheet.day, paper=Paper(18, 18))


def _head(sheet: FormSheet, language: str) -> Table:
    """What the form is about, for whom, by when: two facts in a row, the longest ones alone."""
    (body, said), (round_name, round_said), (about, about_said), (to, to_said), (due, due_said), (day, day_said) = (
        facts_of(sheet, language)
    )

    def named(text: str) -> Cell:
        return replace(text_cell(text, _BODY, bold=True, center=True, fill=LABEL_FILL), locked=True)

    def value(text: str, across: int = 1, *, strong: bool = False) -> Cell:
        return replace(text_cell(text, _BODY, bold=strong), across=across, locked=True)

    rows = (
        (named(about), value(about_said, 3, strong=True)),
        (named(body), value(said), named(round_name), value(round_said)),
        (named(to), value(to_said), named(due), value(due_said, strong=True)),
        (named(day), value(day_said, 3)),
    )
    return Table((20.0, 72.0, 22.0, 60.0), rows)


def _framed(key: str, lines: Sequence[str], language: str) -> list[Paragraph | Table]:
    """Lines in a frame under their name; nothing where there are none."""
    if not lines:
        return []
    cell = Cell(tuple(paragraph(line, _QUIET) for line in lines), fill="#FAFAFA", locked=True)
    return [paragraph(form_label(key, language), SECTION), Table((_WIDTH,), ((cell,),))]


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _table(table: FormTable, language: str) -> Table:
    heads = (form_label("col-key", language), *table.heads)
    head = tuple(
        replace(
            text_cell(text, replace(SMALL, size=7 if at == 0 else 9), bold=True, center=True, fill=HEAD_FILL),
            locked=True,
        )
        for at, text in enumerate(heads)
    )
    spans = dict(_spans(table.rows)) if "quarter" in table.columns else {}
    rows = [_row(row, spans.get(at, 0), grouped=bool(spans)) for at, row in enumerate(table.rows)]
    return Table((_KEY, *_widths(table.columns)), (head, *rows), heads=1)


def _spans(rows: Sequence[FormRow]) -> Iterator[tuple[int, int]]:
    """Where the rows of one quarter begin, and how many they are."""
    first = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at].group != rows[first].group:
            yield first, at - first
            first = at


def _row(row: FormRow, span: int, *, grouped: bool) -> tuple[Cell, ...]:
    key = Cell((paragraph(row.key, _TINY),), fill="#F7F7F7", locked=True)
    cells = [key]
    for box in row.boxes:
        if grouped and box.column == "quarter":
            if span:
                cells.append(replace(_cell(box), down=span, locked=True, fill=LABEL_FILL))
            continue
        cells.append(_cell(box))
    return tuple(cells)


def _cell(box: Box) -> Cell:
    name = box.column.partition(".")[0]
    align = Align.CENTER if name in _CENTRED else Align.RIGHT if name in _RIGHT else Align.LEFT
    look = replace(_BODY, align=align, size=9 if name in _FIXED else 9.5)
    lines = box.text.split("\n")
    return Cell(tuple(paragraph(line, look) for line in lines), fill=_SHUT if box.locked else "", locked=box.locked)


def _widths(columns: Sequence[str]) -> tuple[float, ...]:
    names = [column.partition(".")[0] for column in columns]
    fixed = sum(_FIXED.get(name, 0) for name in names)
    parts = sum(_PARTS.get(name, 2.4) for name in names if name not in _FIXED)
    rest = _WIDTH - _KEY - fixed
    if not parts:  # nothing is elastic: what is there is stretched
        return tuple(_FIXED[name] * (_WIDTH - _KEY) / fixed for name in names)
    return tuple(_FIXED[name] if name in _FIXED else rest * _PARTS.get(name, 2.4) / parts for name in names)
