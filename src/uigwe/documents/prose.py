"""The prose of the document for the user's own folder: every line that is not a row of a table, with its place."""

import re
from collections.abc import Iterator, Sequence

from uigwe.documents.codes import ROMAN
from uigwe.documents.lines import Line
from uigwe.documents.sections import Kind, Section
from uigwe.plan import Paragraph, Part, Place

_CHAPTER = re.compile(rf"^([{ROMAN}])[.\s]")
_PART = re.compile(r"^(\d{1,2})\s*\.\s*\S")
_SUB = re.compile(r"^\(\s*(\d{1,2})\s*\)\s*\S")
_ANNEXES = (Kind.INDICATORS, Kind.LINKS)

# A bullet of prose below a table is a line of the page's width; a cell of the table is narrow.
_BULLET_BELOW = re.compile(r"\s*[ㅇ◦○]\s")
_WIDE = 30
# A remark below a table: its own line may be short, and what it says is as wide as the page.
_REMARK_BELOW = re.compile(r"\s*※\s")
_AS_PAGE = 40


# A row of a table that closes a bracket which it never opened: the reader of the table takes the sign off, and it is a slip.
_STRAY = re.compile(r"^[^「｢『]*\)\s?[」｣』]\s")


def cells_of(row: Sequence[Line]) -> Iterator[Line]:
    """The lines of a row of a table up to the first wide bullet or remark: what is written below the table is prose."""
    for at, line in enumerate(row):
        if _BULLET_BELOW.match(line.text) and len(line.text.strip()) >= _WIDE:
            return
        if _REMARK_BELOW.match(line.text) and any(len(other.text.strip()) >= _AS_PAGE for other in row[at:]):
            return
        yield line


def prose(sections: Sequence[Section], tabled: set[int]) -> Iterator[Paragraph]:
    """The lines in order, annexes left out (they are tables). In the goal tree a line has a code, elsewhere a heading (`Ⅱ.2.(3)`)."""
    chapter = part = sub = ""
    for section in sections:
        if section.kind in _ANNEXES:
            continue
        if section.kind is Kind.FOLLOW_UP:
            chapter, part, sub = _next(chapter), "", ""
        for line in section.lines:
            if line.number in tabled and not _STRAY.search(line.text):
                continue
            if section.code:
                yield Paragraph(line.text, Place(Part.BODY, section.code, line=line.number))
                continue
            chapter, part, sub = _path(line.text, line.page, chapter, part, sub)
            heading = ".".join(piece for piece in (chapter, part, sub) if piece)
            yield Paragraph(line.text, Place(Part.BODY, heading=heading, line=line.number))


def _path(text: str, page: bool, chapter: str, part: str, sub: str) -> tuple[str, str, str]:
    found = _CHAPTER.match(text)
    if found and page:
        return found[1], "", ""
    found = _PART.match(text)
    if found:
        return chapter, found[1], ""
    found = _SUB.match(text)
    return (chapter, part, f"({found[1]})") if found else (chapter, part, sub)


def _next(chapter: str) -> str:
    """The chapter behind the one with the goal tree, whose own pages do not say their number again."""
    at = ROMAN.find(chapter) if chapter else -1
    return ROMAN[at + 1] if 0 <= at < len(ROMAN) - 1 else chapter
