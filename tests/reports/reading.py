"""Reading what the reports wrote, with other libraries than wrote it."""

from __future__ import annotations

import ctypes
import io
import zipfile
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest

SPACE = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


def sheets(data: bytes) -> Any:
    """The workbook as openpyxl opens it."""
    return openpyxl.load_workbook(io.BytesIO(data))


def section(data: bytes) -> ElementTree.Element:
    """The body of an HWPX file, read as plain XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist()[0] == "mimetype"
        assert archive.read("mimetype") == b"application/hwp+zip"
        return ElementTree.fromstring(archive.read("Contents/section0.xml"))  # noqa: S314 - our own file


def lines(data: bytes) -> list[str]:
    """The text of each paragraph, cells included, in reading order."""
    found = []
    for one in section(data).iter(f"{SPACE}p"):
        runs = one.findall(f"{SPACE}run/{SPACE}t")
        found.append("".join("".join(run.itertext()) for run in runs))
    return [line for line in found if line]


def tables(data: bytes) -> list[list[list[str]]]:
    """Each table as rows of cells."""
    return [
        [["".join(cell.itertext()) for cell in row.findall(f"{SPACE}tc")] for row in table.findall(f"{SPACE}tr")]
        for table in section(data).iter(f"{SPACE}tbl")
    ]


def drawn(data: bytes) -> Any:
    """The file as rhwp opens it: it draws pages, so it knows how many there are."""
    try:
        # Its wheel leaves out the library that it needs; Debian has it.
        ctypes.CDLL("libfreetype.so.6", mode=ctypes.RTLD_GLOBAL)
        import rhwp
    except (ImportError, OSError) as error:
        pytest.skip(f"rhwp-python cannot be loaded here: {error}")
    return rhwp.Document.from_bytes(data)
