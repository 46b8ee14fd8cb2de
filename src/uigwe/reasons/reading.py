"""What came of reading a reason: a basis in our language with where it stood, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from uigwe.formulas import Node, read_basis


class Confidence(StrEnum):
    """`sure`: the words allow one reading only. `ruled`: a rule of `docs/reasons.md` settles what they leave open.

    `likened`: no rule does, and the likeliest of all calculations is likely enough (`ranked`).
    `likely`: something is left that no rule settles; such a reading is a proposal, and its value is nobody's word.
    """

    SURE = "sure"
    RULED = "ruled"
    LIKENED = "likened"
    LIKELY = "likely"

    @property
    def settled(self) -> bool:
        """Whether the value of the reading may be given as what the reason says."""
        return self is not Confidence.LIKELY


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on the reading: an identifier and its facts; sentences are made at the edge."""

    id: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A reason understood, each note once. `span` is where in the text it stands; `others` are further bases that the words would allow;
    `words`: those that set it, where others beside them only tell."""

    basis: str
    span: tuple[int, int]
    confidence: Confidence
    unit: str = ""
    notes: tuple[Note, ...] = ()
    others: tuple[str, ...] = ()
    words: str = ""

    def __post_init__(self) -> None:
        # Two ways that come to the same remark the same: it is said once.
        once = tuple(note for at, note in enumerate(self.notes) if note not in self.notes[:at])
        object.__setattr__(self, "notes", once)

    @property
    def node(self) -> Node:
        """The basis as an expression."""
        return read_basis(self.basis, self.unit)


@dataclass(frozen=True, slots=True)
class Unread:
    """A reason that yields no basis, and why (an identifier with its facts)."""

    why: str
    facts: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()


def settled(reading: Reading | Unread | None) -> bool:
    """Whether there is a reading whose value may be given."""
    return isinstance(reading, Reading) and reading.confidence.settled
