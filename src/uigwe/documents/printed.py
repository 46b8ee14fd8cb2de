"""All printings of titles and names in a document, put together from its tables and heads."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from uigwe.documents.annex import Titled
from uigwe.documents.healing import Words, heal_texts
from uigwe.documents.indicators import Found
from uigwe.documents.layout import Layout
from uigwe.documents.names import AnnexName, annex_name, drawing, split_entry
from uigwe.documents.naming import printed_name
from uigwe.documents.parts import Parts
from uigwe.documents.structure import Entry
from uigwe.plan import Name, Part, Place


def names(parts: Parts, layout: Layout, words: Words) -> tuple[Name, ...]:
    """Each place where a title or the name of an indicator is printed, in reading order."""
    found = [*_heads(parts, words), *_front(parts, layout, words), *_indicators(parts, words)]
    return tuple(sorted(found, key=lambda name: name.place.line or 0))


def _heads(parts: Parts, words: Words) -> Iterator[Name]:
    for code, section in parts.sections.nodes.items():
        yield Name(code, parts.titles[code], Place(Part.BODY, code, line=section.title_line))
    for code, cover in parts.sections.covers.items():
        yield Name(code, heal_texts(cover.title, words), Place(Part.BODY, code, line=cover.title_line))


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
