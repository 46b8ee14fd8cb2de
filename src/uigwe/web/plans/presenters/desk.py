"""One plan as a page meets it: the plan, its findings with what was accepted, and the language they are told in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from uigwe.audit import Finding, Level
from uigwe.plan import Place, Plan
from uigwe.texts import Said, reason_of, say
from uigwe.web.plans.presenters.codes import address
from uigwe.web.plans.presenters.fixes import may_have_fixes
from uigwe.web.plans.presenters.marks import Marks


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words, with the way to the thing it is about."""

    finding: Finding
    title: str
    sentence: str
    advice: str
    key: str
    accepted: Any = None
    reason: str = ""  # the printed words of the reason that the target rests on

    @property
    def level(self) -> str:
        return self.finding.level.value

    @property
    def code(self) -> str:
        return self.finding.code

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(dict.fromkeys((self.finding.place, *self.finding.places)))

    @property
    def may_have_fixes(self) -> bool:
        """Whether an edit of one field may repair it: worth asking for."""
        return may_have_fixes(self.finding.check)

    @property
    def sides(self) -> "list[Side]":
        """The figures it is about: each as printed, with its place when there are as many places as values, or as recomputed."""
        finding = self.finding
        places = finding.places or (finding.place,)
        where = places if len(places) == len(finding.values) else [None] * len(finding.values)
        worked = [_is_worked(value, finding) for value in finding.values]
        return [
            Side(value, None if again else place, "worked" if again else "printed" if any(worked) else "")
            for value, place, again in zip(finding.values, where, worked, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Side:
    """One figure of a finding. `origin` is `printed`, `worked` (recomputed by the check), or empty where that is no question."""

    value: str
    place: Place | None
    origin: str


# Facts of findings that hold what a check worked out; whatever stands in other facts is printed.
WORKED = ("yields", "computed", "added", "as_points", "as_percent", "trend")


def _is_worked(value: str, finding: Finding) -> bool:
    names = [name for name, fact in finding.facts.items() if fact == value]
    return bool(names) and all(name in WORKED for name in names)


# A sentence follows from the finding's key and the language alone; the last few thousand stay at hand.
SAID: dict[tuple[str, str], Said] = {}
MOST_SAID = 5_000


def _said(key: str, finding: Finding, language: str) -> Said:
    if len(SAID) >= MOST_SAID:
        SAID.clear()
    SAID[key, language] = said = say(finding, language)
    return said


class Desk:
    """What a page is made from. Sentences are made only for the findings that are shown."""

    def __init__(
        self, plan: Plan, findings: Iterable[Finding], accepted: Mapping[str, Any], language: str, as_of: date
    ) -> None:
        self.plan = plan
        self.language = "ko" if language.startswith("ko") else "en"
        self.as_of = as_of
        self.all = tuple(findings)
        self.accepted = accepted
        self._keys: dict[int, str] = {}

    def key(self, finding: Finding) -> str:
        """A finding's key, worked out once for a page and only for what the page asks for."""
        key = self._keys.get(id(finding))
        if key is None:
            key = self._keys[id(finding)] = finding.key
        return key

    def is_accepted(self, finding: Finding) -> bool:
        """Whether somebody accepted it as an exception."""
        return bool(self.accepted) and self.key(finding) in self.accepted

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has accepted as an exception, in reading order."""
        return tuple(finding for finding in self.all if not self.is_accepted(finding))

    @cached_property
    def marks(self) -> Marks:
        return Marks(self.open)

    @cached_property
    def indicator_names(self) -> Mapping[str, str]:
        return {indicator.id: indicator.name for indicator in self.plan.indicators}

    def told(self, finding: Finding) -> Told:
        key = self.key(finding)
        said = SAID.get((key, self.language)) or _said(key, finding, self.language)
        return Told(
            finding, said.title, said.sentence, said.advice, key, self.accepted.get(key), reason_of(finding, self.plan)
        )

    def worst_first(self, limit: int | None = None) -> list[Told]:
        """Open findings, the gravest first, in reading order within one level."""
        levels = list(Level)
        ordered = sorted(self.open, key=lambda finding: levels.index(finding.level))
        return [self.told(finding) for finding in ordered[:limit]]

    def about(self, *objects: str, below: bool = False) -> list[Told]:
        """Findings about these objects; with `below`, also about their indicators, milestones and budget lines."""
        wanted = set(objects)

        def is_about(finding: Finding) -> bool:
            return finding.object in wanted or (below and finding.code in wanted)

        levels = list(Level)
        found = [finding for finding in self.all if is_about(finding)]
        return [self.told(one) for one in sorted(found, key=lambda f: (self.is_accepted(f), levels.index(f.level)))]

    def about_indicator(self, id: str) -> list[Told]:
        """Findings about any use of an indicator."""
        return self.about(*{finding.object for finding in self.all if finding.object.partition("@")[0] == id})

    def of_checks(self, *checks: str) -> list[Told]:
        """Open findings of these checks, in reading order."""
        return [self.told(finding) for finding in self.open if finding.check in checks]

    def levels_at(self, code: str) -> Mapping[str, str]:
        """The gravest open level at each object of a goal or task."""
        levels = list(Level)
        ordered = sorted((f for f in self.open if f.code == code), key=lambda f: levels.index(f.level), reverse=True)
        return {finding.object: finding.level.value for finding in ordered}

    def find(self, key: str) -> Finding | None:
        return next((finding for finding in self.all if self.key(finding) == key), None)

    def way_to(self, object: str) -> tuple[str, str]:
        """Where an object is shown: the kind of page (`indicator`, `node`, `home`) and its argument with an anchor."""
        if object.partition("@")[0] in self.indicator_names:
            return "indicator", object.partition("@")[0]
        code = object.partition("/")[0].partition("@")[0]
        if code and self.plan.node(code):
            return "node", address(code)
        return "home", ""
