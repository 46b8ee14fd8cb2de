"""What the reader could not decide and asks a person."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from uigwe.documents.lines import Line

_EXCERPT_LINES = 12


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt: what kind, about which object, where, the lines around it, what was understood and what else it may be.

    `id` depends on kind, object and content only, so that an answer survives another import of the same document.
    """

    id: str
    kind: str
    object: str
    line: int
    excerpt: str
    understood: str
    alternatives: tuple[str, ...] = ()


def ask(
    kind: str,
    object: str,
    lines: Sequence[Line] = (),
    understood: str = "",
    alternatives: Sequence[str] = (),
    line: int | None = None,
) -> Question:
    """A question about these lines of the document."""
    excerpt = "\n".join(one.text for one in lines[:_EXCERPT_LINES])
    key = hashlib.sha256("\x1f".join((kind, object, excerpt, understood)).encode()).hexdigest()[:12]
    at = line if line is not None else (lines[0].number if lines else 1)
    return Question(f"{kind}-{key}", kind, object, at, excerpt, understood, tuple(alternatives))
