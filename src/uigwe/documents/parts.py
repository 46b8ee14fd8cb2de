"""What the steps of reading found, side by side, for the steps that put it together."""

from dataclasses import dataclass, field

from uigwe.documents.annex import Annex
from uigwe.documents.front import Stretch
from uigwe.documents.indicators import Indicators
from uigwe.documents.links import LinkTable
from uigwe.documents.milestones import MilestoneTable
from uigwe.documents.sections import Kind, Section
from uigwe.documents.structure import Entry

_TREE = (Kind.STRATEGIC, Kind.GOAL, Kind.TASK)


@dataclass
class Sections:
    """The sections by what they are; one for each code, further ones with the same code aside in `twice`."""

    all: tuple[Section, ...]
    nodes: dict[str, Section] = field(default_factory=dict)
    covers: dict[str, Section] = field(default_factory=dict)
    twice: list[Section] = field(default_factory=list)

    def __post_init__(self) -> None:
        for section in self.all:
            if section.kind is Kind.COVER:
                self.covers.setdefault(section.code, section)
            elif section.kind in _TREE and section.code in self.nodes:
                self.twice.append(section)
            elif section.kind in _TREE:
                self.nodes[section.code] = section

    @property
    def front(self) -> Section:
        """What stands before the first goal."""
        return self.all[0]

    def of(self, kind: Kind) -> list[Section]:
        """The sections of one kind, in order."""
        return [section for section in self.all if section.kind is kind]

    def first_below(self, code: str) -> int:
        """The line where the first section below this goal begins; 1 when there is none."""
        return min((one.line for one in self.nodes.values() if one.code.startswith(f"{code}-")), default=1)


@dataclass
class Parts:
    """Titles by code, the tables of the front and of the annexes, and the indicators."""

    sections: Sections
    titles: dict[str, str]
    overview: Stretch
    system: Stretch
    body_links: LinkTable
    annex_links: LinkTable
    annex: Annex
    entries: dict[str, Entry]
    milestones: dict[str, MilestoneTable]
    indicators: Indicators
