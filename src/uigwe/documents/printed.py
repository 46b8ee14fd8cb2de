"""All printings of titles and names in a document, put together from its tables and heads."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from uigwe.documents.annex import Titled
from uigwe.documents.codes import TASK_CODE
from uigwe.documents.healing import Words, heal_texts
from uigwe.documents.indicators import Found
from uigwe.documents.layout import Layout
from uigwe.documents.likeness import likeness
from uigwe.documents.names import AnnexName, annex_name, drawing, split_entry
from uigwe.documents.naming import printed_name
from uigwe.documents.parts import Parts
from uigwe.documents.structure import Entry
from uigwe.plan import Name, Part, Place

_BOX = re.compile(r"^[□■◇◆]\s*")
_BULLET = re.compile(r"^(?:[□■◇◆ㅇ○◦●•<]|[-–](?=\s)|\(\s*\d{1,2}\s*\))")
_TITLE_LINES = 3
_ALIKE = 0.85


def names(parts: Parts, layout: Layout, words: Words) -> tuple[Name, ...]:
    """Each place where a title or the name of an indicator is printed, in reading order."""
    found = [
        *_heads(parts, words),
        *_announced(parts, words),
        *_front(parts, layout, words),
        *_indicators(parts, words),
    ]
    return tuple(sorted(found, key=lambda name: name.place.line or 0))


def _heads(parts: Parts, words: Words) -> Iterator[Name]:
    for code, section in parts.sections.nodes.items():
        yield Name(code, parts.titles[code], Place(Part.BODY, code, line=section.title_line))
    for code, cover in parts.sections.covers.items():
        yield Name(code, heal_texts(cover.title, words), Place(Part.BODY, code, line=cover.title_line))


def _announced(parts: Parts, words: Words) -> Iterator[Name]:
    """Titles that the section above announces (`□ title(Ⅰ-1-①)`, `◇ title`), in the order of what is below."""
    for section in (*parts.sections.nodes.values(), *parts.sections.covers.values()):
        below = [code for code in parts.titles if code.rpartition("-")[0] == section.code]
        for at, line in enumerate(section.lines):
            if not below or not _BOX.match(line.text):
                continue
            end = next(
                (to for to in range(at + 1, len(section.lines)) if _BULLET.match(section.lines[to].text)), at + 1
            )
            pieces = [(one.text, one.open_end) for one in section.lines[at : min(end, at + _TITLE_LINES)]]
            written = TASK_CODE.sub("", _BOX.sub("", heal_texts(pieces, words))).strip()
            fit, code = max((likeness(written, parts.titles[code]), code) for code in below)
            if fit > _ALIKE:
                below.remove(code)
                yield Name(code, written, Place(Part.BODY, section.code, line=line.number))


def _front(parts: Parts, layout: Layout, words: Words) -> Iterator[Name]:
    for titled in drawing(parts.system.lines, parts.titles, layout, words):
        yield Name(titled.code, titled.written, Place(Part.BODY, heading=parts.system.heading, line=titled.line))
    for titled in parts.body_links.titles:
        yield Name(titled.code, titled.written, Place(Part.BODY, heading=parts.overview.heading, line=titled.line))
    for titled in parts.annex_links.titles:
        yield Name(titled.code, titled.written, Place(Part.ANNEX, titled.code, line=titled.line))


def _indicators(parts: Parts, words: Words) -> Iterator[Name]:
    by_code: dict[str, list[tuple[Found, AnnexName | None]]] = defaultdict(list)
    titles = list(parts.annex.titles)
    for one in sorted(parts.indicators.found, key=lambda found: found.row.line):
        yield Name(one.id, printed_name(one.row.name), Place(Part.BODY, one.code, line=one.row.line))
        name = annex_name(one.annex, one.row.name, words) if one.annex else None
        by_code[one.code].append((one, name))
        if name:
            yield Name(one.id, name.written, Place(Part.ANNEX, one.code, line=name.line))
            if name.title_end:
                titles = _lengthened(titles, one.code, name, words)
    for titled in titles:
        yield Name(titled.code, titled.written, Place(Part.ANNEX, titled.code, line=titled.line))
    for code, entry in parts.entries.items():
        yield from _structure(code, entry, parts.titles.get(code, ""), by_code[code], words)


def _lengthened(titles: Sequence[Titled], code: str, name: AnnexName, words: Words) -> list[Titled]:
    """The last title of this code above the name, with the lines that belong to it and were taken for the name."""
    before = [at for at, titled in enumerate(titles) if titled.code == code and titled.line < name.line]
    changed = list(titles)
    if before:
        old = changed[before[-1]]
        whole = heal_texts([(old.written, True), *name.title_end], words)
        changed[before[-1]] = Titled(code, whole, old.line)
    return changed


def _structure(
    code: str, entry: Entry, title: str, uses: Sequence[tuple[Found, AnnexName | None]], words: Words
) -> Iterator[Name]:
    wordings = [[one.row.name, *((name.written,) if name else ())] for one, name in uses]
    titled, printed = split_entry(entry, title, wordings, words)
    above = code.split("-")[0]
    yield Name(code, titled.written, Place(Part.BODY, above, line=titled.line))
    for (one, _), (written, line) in zip(uses, printed, strict=False):
        yield Name(one.id, written, Place(Part.BODY, above, line=line))
