"""The layout that ships, and small texts for tests."""

from functools import cache
from pathlib import Path

from uigwe.documents import Layout, read_layout
from uigwe.documents.healing import Words
from uigwe.documents.lines import Line, read_lines
from uigwe.texts.plainly import from_yaml

LAYOUT = Path(__file__).resolve().parents[2] / "years" / "2023" / "layouts" / "official-text.yaml"


@cache
def tree() -> dict[str, object]:
    """The layout as its file holds it."""
    return from_yaml(LAYOUT.read_text(encoding="utf-8"))


@cache
def layout() -> Layout:
    """The layout that ships."""
    return read_layout(tree())


def lines(text: str) -> list[Line]:
    """The lines of a small text, its first line break taken off."""
    return list(read_lines(text.removeprefix("\n"), layout()))


def words(text: str = "") -> Words:
    """The words of a small text."""
    return Words(lines(text), layout().particles)


def squeezed(text: str) -> str:
    """A text without spaces."""
    return "".join(text.split())
