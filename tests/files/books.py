"""Workbooks for tests, written with xlsxwriter; read with openpyxl."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter


def book(fill: Callable[[Any], None]) -> bytes:
    """The bytes of a workbook that `fill` wrote."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        fill(made)
    return file.getvalue()


def sheet(*rows: tuple[object, ...], name: str = "지표", at: int = 0) -> Callable[[Any], None]:
    """Fills one sheet with these rows."""

    def fill(made: Any) -> None:
        page = made.add_worksheet(name)
        for number, row in enumerate(rows, at):
            page.write_row(number, 0, row)

    return fill


def saved(path: Path, fill: Callable[[Any], None]) -> Path:
    path.write_bytes(book(fill))
    return path
