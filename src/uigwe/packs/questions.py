"""What a reader could not decide and asks a person, as kept in `questions.yaml` of an imported pack."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt of the reader: the piece of the document, what was understood, and what else it may be."""

    id: str
    kind: str
    object: str
    line: int
    excerpt: str
    understood: str
    alternatives: tuple[str, ...] = ()
    answer: str = ""
