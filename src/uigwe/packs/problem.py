"""What is wrong with a pack. All troubles are collected and told at once; sentences are made in `texts`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing wrong: a reason (an identifier with a sentence in `texts`), the file, the line or key, and the facts of the sentence."""

    reason: str
    file: str
    at: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


class PackProblem(Exception):
    """The folder cannot be read as a pack. Nothing was changed."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        super().__init__("; ".join(f"{t.file} {t.at}: {t.reason} {dict(t.facts)}" for t in troubles))
        self.troubles = tuple(troubles)
