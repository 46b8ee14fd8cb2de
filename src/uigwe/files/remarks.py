"""What people leave in a file beside its text: remarks pinned to cells and words, text boxes, lines over and under each page, pictures;
and words that they struck through instead of deleting them.

Readers of cells and paragraphs pass by all of these. Only called in a child, after preflight has counted the container through.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from uigwe.files.office import Opened

_BESIDE = ("xl/comments", "xl/threadedComments/", "xl/drawings/")
_PICTURES = ("xl/media/", "BinData/")
_CODES = re.compile(r"&(?:[LCRPNDTFAZG]|\"[^\"]*\"|\d+|K[0-9A-F]{6})")
# In a document: what hangs at pages and words, and is no text of a paragraph.
_ASIDE = ("header", "footer", "hiddenComment", "memo", "fieldBegin")


@dataclass(frozen=True, slots=True)
class Remark:
    """A text that stands beside the text, and where: a cell (`B3`) when it is pinned to one."""

    text: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """All remarks of a file, how many pictures it holds, and the words that are struck through."""

    remarks: tuple[Remark, ...]
    pictures: int = 0
    struck: tuple[Remark, ...] = ()


def remarks_of_workbook(data: bytes) -> Beside:
    """Remarks, text boxes and lines of pages of a workbook."""
    found: list[Remark] = []
    pictures = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            pictures += name.startswith(_PICTURES)
            if name.endswith(".xml") and name.startswith(_BESIDE):
                found += _remarks(archive.read(name))
            elif name.startswith("xl/worksheets/") and name.endswith(".xml"):
                found += _page_lines(archive.read(name))
        struck = tuple(dict.fromkeys(_struck_in_workbook(archive)))
    return Beside(tuple(dict.fromkeys(found)), pictures, struck)


def _struck_in_workbook(archive: zipfile.ZipFile) -> Iterator[Remark]:
    """Words struck through within a cell, and cells that are struck through as a whole."""
    names = set(archive.namelist())
    strings: list[str] = []
    if "xl/sharedStrings.xml" in names:
        for one in _elements(archive, "xl/sharedStrings.xml", "si"):
            strings.append("".join(piece.text or "" for piece in one.iter() if _name(piece.tag) == "t"))
            yield from _struck_runs(one)
    looks = _struck_looks(archive) if "xl/styles.xml" in names else set()
    for name in sorted(names):
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            for cell in _elements(archive, name, "c"):
                if cell.get("s", "0") in looks and (text := _cell_text(cell, strings)).strip():
                    yield Remark(text, cell.get("r", ""))
                for inline in cell:
                    if _name(inline.tag) == "is":
                        yield from _struck_runs(inline, cell.get("r", ""))


def _struck_runs(held: ElementTree.Element, at: str = "") -> Iterator[Remark]:
    runs = (one for one in held if _name(one.tag) == "r")
    return (Remark(text, at) for run in runs if (text := _struck_run(run)))


def _struck_run(run: ElementTree.Element) -> str:
    line = next((one for one in run.iter() if _name(one.tag) == "strike"), None)
    if line is None or line.get("val", "1") in ("0", "false"):
        return ""
    return "".join(one.text or "" for one in run.iter() if _name(one.tag) == "t").strip()


def _struck_looks(archive: zipfile.ZipFile) -> set[str]:
    """The numbers of the looks of cells whose letters are struck through."""
    fonts = [one for holder in _elements(archive, "xl/styles.xml", "fonts") for one in holder]
    struck = {
        str(number)
        for number, font in enumerate(fonts)
        if any(_name(one.tag) == "strike" and one.get("val", "1") not in ("0", "false") for one in font)
    }
    looks = [one for holder in _elements(archive, "xl/styles.xml", "cellXfs") for one in holder]
    return {str(number) for number, look in enumerate(looks) if look.get("fontId") in struck}


def _cell_text(cell: ElementTree.Element, strings: list[str]) -> str:
    text = "".join(one.text or "" for one in cell.iter() if _name(one.tag) in ("v", "t"))
    if cell.get("t") != "s":
        return text
    return strings[int(text)] if text.isdecimal() and int(text) < len(strings) else ""


def _elements(archive: zipfile.ZipFile, member: str, name: str) -> Iterator[ElementTree.Element]:
    root = ElementTree.fromstring(archive.read(member))  # noqa: S314 - preflight has refused document types and entities
    return (one for one in root.iter() if _name(one.tag) == name)


def _remarks(content: bytes) -> Iterator[Remark]:
    root = ElementTree.fromstring(content)  # noqa: S314 - preflight has refused document types and entities
    pinned = [one for one in root.iter() if _name(one.tag) in ("comment", "threadedComment")]
    for one in pinned or [one for one in root.iter() if _name(one.tag) in ("txBody",)]:
        text = "".join(piece.text or "" for piece in one.iter() if _name(piece.tag) in ("t", "text")).strip()
        if text:
            yield Remark(text, one.get("ref", ""))


def _page_lines(content: bytes) -> Iterator[Remark]:
    if b"headerFooter" not in content:
        return
    root = ElementTree.fromstring(content)  # noqa: S314 - as above
    for one in root.iter():
        if _name(one.tag) in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"):
            text = _CODES.sub(" ", one.text or "").strip(" /-|")
            if text:
                yield Remark(text)


def remarks_of_document(opened: Opened) -> Beside:
    """Remarks, lines of pages and pictures of an HWPX or HWP document."""
    found: list[Remark] = []
    struck: list[Remark] = []
    pictures = 0
    for section in opened.sections:
        struck += map(Remark, _taken_out(section))
        for element in section.iter():
            name = _name(element.tag)
            pictures += name == "pic"
            if name == "run" and element.get("charPrIDRef") in opened.struck and (text := _text(element)):
                struck.append(Remark(text))
            if name in _ASIDE:
                text = "\n".join(filter(None, (_text(one) for one in element.iter() if _name(one.tag) == "p")))
                if text.strip():
                    found.append(Remark(text.strip()))
    return Beside(tuple(dict.fromkeys(found)), pictures, tuple(dict.fromkeys(struck)))


def _taken_out(section: ElementTree.Element) -> Iterator[str]:
    """Words that were deleted while changes were tracked: they are in the file until somebody agrees."""
    gone: list[str] | None = None
    for element in section.iter():
        name = _name(element.tag)
        if name == "deleteBegin":
            gone = [element.tail or ""]
        elif name == "deleteEnd":
            if gone is not None and (text := "".join(gone).strip()):
                yield text
            gone = None
        elif gone is not None:
            gone.append((element.text or "") if name == "t" else (element.tail or ""))


def _text(paragraph: ElementTree.Element) -> str:
    return "".join("".join(one.itertext()) for one in paragraph.iter() if _name(one.tag) == "t").strip()


def _name(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
