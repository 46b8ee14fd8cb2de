"""Opening HWPX and HWP: the sections of the document as trees, and the heads its paragraphs get. Beside `hwpx` the only user of python-hwpx."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from uigwe.files.refused import Refused


@dataclass(frozen=True, slots=True)
class Head:
    """What the shape of a paragraph puts before it: a bullet, or a number in a form such as `^1.` at a level of its numbering."""

    bullet: str = ""
    numbering: str = ""
    level: int = 0
    start: int = 1
    form: str = ""
    shapes: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """The sections of a document in order, the heads by the id of a paragraph's shape, and the ids of letters that are struck through."""

    sections: tuple[Any, ...]
    heads: Mapping[str, Head]
    struck: frozenset[str] = frozenset()


def open_office(data: bytes) -> Opened:
    """The document in these bytes. To be called in a child that can be killed. Raises `Refused("not-opened")`."""
    from hwpx import HwpxDocument

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            document = HwpxDocument.open(io.BytesIO(data))
            sections = tuple(section.element for section in document.sections)
            headers = [header.element for header in document.parts.headers]
        except MemoryError:
            raise
        except Exception as error:
            # The library tells what it cannot open by many kinds of errors of its own and of others.
            raise Refused("not-opened", {"error": type(error).__name__}) from None
    return Opened(sections, _heads(headers), _struck(headers))


def _struck(headers: list[Any]) -> frozenset[str]:
    letters = (one for header in headers for one in header.iter("{*}charPr"))
    lines = {one.get("id", ""): next(one.iter("{*}strikeout"), None) for one in letters}
    return frozenset(
        id for id, line in lines.items() if line is not None and line.get("shape", "NONE") not in ("NONE", "3D")
    )


def _heads(headers: list[Any]) -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for header in headers:
        bullets = {one.get("id", ""): one.get("char", "") for one in header.iter("{*}bullet")}
        forms = {one.get("id", ""): _forms(one) for one in header.iter("{*}numbering")}
        for shape in header.iter("{*}paraPr"):
            heading = next(shape.iter("{*}heading"), None)
            if heading is None:
                continue
            kind, id, level = heading.get("type", "NONE"), heading.get("idRef", ""), int(heading.get("level") or 0)
            if kind == "BULLET" and bullets.get(id):
                heads[shape.get("id", "")] = Head(bullet=bullets[id])
            elif kind in ("NUMBER", "OUTLINE") and level in forms.get(id, {}):
                found = forms[id]
                form, start, _ = found[level]
                shapes = {at: one[2] for at, one in found.items()}
                heads[shape.get("id", "")] = Head("", id, level, start, form, shapes)
    return heads


def _forms(numbering: Any) -> dict[int, tuple[str, int, str]]:
    """The form, first number and kind of numerals of each level, counted from 0."""
    return {
        int(head.get("level") or 1) - 1: (head.text or "", int(head.get("start") or 1), head.get("numFormat") or "")
        for head in numbering.iter("{*}paraHead")
    }
