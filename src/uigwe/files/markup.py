"""XML looked through before a document parser sees it: no document type, no entities, one plain encoding, not too deep."""

from pyexpat import ErrorString, ExpatError
from xml.parsers import expat

from uigwe.files.refused import Refused

_ENDINGS = (".xml", ".hpf", ".rels", ".vml", ".rdf", ".xhtml", ".svg")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_STARTS = (b"<", b"<\x00", b"\x00<", b"\x00\x00\x00<", b"<\x00\x00\x00", b"\x4c\x6f\xa7\x94")
_ENCODINGS = {None, "utf-8", "utf8", "utf-16", "us-ascii", "ascii"}
DEEPEST = 128
ATTRIBUTES = 200


def is_markup(name: str, first: bytes) -> bool:
    """Whether a member is XML: by its name, or because it begins like XML in any encoding that a parser might guess."""
    if name.casefold().endswith(_ENDINGS):
        return True
    for mark in _MARKS:
        first = first.removeprefix(mark)
    return first.lstrip(b" \t\r\n\x00").startswith(b"<") or first.startswith(_STARTS)


def check_markup(data: bytes, name: str, most: int) -> int:
    """How many elements there are, at most so many.

    Raises `Refused`: `doctype`, `odd-encoding`, `nested-too-deep`, `too-many-elements`, `broken-markup`.
    """
    depth = count = 0

    def start(_: str, attributes: list[str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > DEEPEST:
            raise Refused("nested-too-deep", {"member": name, "limit": DEEPEST})
        if count > most or len(attributes) > 2 * ATTRIBUTES:
            raise Refused("too-many-elements", {"member": name, "limit": most})

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(*_: object) -> None:
        raise Refused("doctype", {"member": name})

    def declared(_: str, encoding: str | None, __: int) -> None:
        if (encoding.lower() if encoding else None) not in _ENCODINGS:
            raise Refused("odd-encoding", {"member": name, "encoding": encoding})

    def unknown(*_: object) -> int:
        raise Refused("odd-encoding", {"member": name, "encoding": "?"})

    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = doctype
    parser.XmlDeclHandler = declared
    parser.ExternalEntityRefHandler = unknown
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        # In one piece: a token that goes on for megabytes is read once, not again with every piece.
        parser.Parse(data, True)
    except ExpatError as error:
        raise Refused(
            "broken-markup", {"member": name, "line": error.lineno, "error": ErrorString(error.code) or ""}
        ) from None
    return count
