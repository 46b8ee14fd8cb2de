"""How many findings stand open where: the mark that a goal, task or indicator carries."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from uigwe.audit import Finding, Level


@dataclass(frozen=True, slots=True)
class Mark:
    """Counts by level; `worst` is empty where nothing is open."""

    counts: Mapping[Level, int]

    @property
    def worst(self) -> str:
        return next((level.value for level in Level if self.counts.get(level)), "")

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def error(self) -> int:
        return self.counts.get(Level.ERROR, 0)

    @property
    def doubt(self) -> int:
        return self.counts.get(Level.DOUBT, 0)

    @property
    def notice(self) -> int:
        return self.counts.get(Level.NOTICE, 0)


class Marks:
    """The open findings, counted under each goal and task (with what is below it) and at each object."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._under: dict[str, Counter[Level]] = {}
        self._at: dict[str, Counter[Level]] = {}
        self._all: Counter[Level] = Counter()
        self._apart: Counter[Level] = Counter()
        for finding in findings:
            self._all[finding.level] += 1
            self._at.setdefault(finding.object, Counter())[finding.level] += 1
            if not finding.code:
                self._apart[finding.level] += 1
            parts = finding.code.split("-") if finding.code else []
            for length in range(len(parts)):
                self._under.setdefault("-".join(parts[: length + 1]), Counter())[finding.level] += 1

    def under(self, code: str) -> Mark:
        """The mark of a goal or task: what is open at it and below it."""
        return Mark(self._under.get(code, {}))

    def of_indicator(self, id: str) -> Mark:
        """The mark of an indicator over all its uses."""
        found: Counter[Level] = Counter()
        for object, counts in self._at.items():
            if object.partition("@")[0] == id:
                found.update(counts)
        return Mark(found)

    def apart(self) -> Mark:
        """What is open about the plan as a whole and stands under no goal."""
        return Mark(self._apart)

    def whole(self) -> Mark:
        """The mark of the plan: everything that is open."""
        return Mark(self._all)
