"""The list of findings: filters, what can be chosen, and a finding as a plain record for other programs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlencode

from uigwe.audit import Finding, Level, Type
from uigwe.audit.progress import Progress
from uigwe.plan import order_of_code
from uigwe.texts import page
from uigwe.web.plans.presenters.desk import Desk, Told

STATES = ("open", "accepted", "all")
SINCE = ("new", "still", "gone")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a person wants to see; empty means all."""

    level: str = ""
    type: str = ""
    check: str = ""
    goal: str = ""
    state: str = "open"
    since: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filter":
        """The filter that an address asks for; what is not known is left out."""
        state = query.get("state", "open")
        return cls(
            level=_known(query.get("level", ""), [level.value for level in Level]),
            type=_known(query.get("type", ""), [kind.value for kind in Type]),
            check=query.get("check", "")[:100],
            goal=query.get("goal", "")[:20],
            state=state if state in STATES else "open",
            since=_known(query.get("since", ""), list(SINCE)),
        )

    @property
    def active(self) -> bool:
        """Whether anything is left out beyond what the page leaves out anyway."""
        return self != Filter()

    @property
    def query(self) -> str:
        """The filter as it stands in an address, without the comparison: what it knows and nothing else that somebody typed."""
        given = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "since"}
        return urlencode({name: value for name, value in given.items() if value != getattr(Filter(), name)})

    def takes(self, finding: Finding, accepted: bool) -> bool:
        """Whether the finding fits."""
        return (
            (not self.level or finding.level.value == self.level)
            and (not self.type or finding.type.value == self.type)
            and (not self.check or finding.check == self.check)
            and (
                not self.goal
                or finding.code == self.goal
                or finding.code.startswith(f"{self.goal}-")
                or (self.goal == "-" and not finding.code)
            )
            and (self.state == "all" or accepted == (self.state == "accepted"))
        )


def _known(value: str, known: list[str]) -> str:
    return value if value in known else ""


def chosen(desk: Desk, wanted: Filter, progress: Progress | None = None) -> list[Told]:
    """The findings that fit, the gravest first; with `progress`, of those that are new, still there or gone when that is asked."""
    levels = list(Level)
    among = desk.all
    if wanted.since and progress:
        among = {"new": progress.new, "still": progress.still, "gone": progress.gone}[wanted.since]
    found = [finding for finding in among if wanted.takes(finding, desk.is_accepted(finding))]
    return [desk.told(finding) for finding in sorted(found, key=lambda finding: levels.index(finding.level))]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one performance goal with its tasks, or of the plan as a whole (no code), and how many of each level."""

    code: str
    title: str
    rows: tuple[Told, ...]

    @property
    def levels(self) -> list[tuple[str, int]]:
        counts = Counter(row.level for row in self.rows)
        return [(level.value, counts[level.value]) for level in Level if counts[level.value]]


def groups(desk: Desk, rows: Iterable[Told]) -> list[Group]:
    """Findings by goal, in reading order; what concerns the plan as a whole comes first."""
    found: dict[str, list[Told]] = {}
    for row in rows:
        found.setdefault("-".join(row.code.split("-")[:2]), []).append(row)
    titles = {node.code: node.title for node in desk.plan.nodes()}
    ordered = sorted(found, key=lambda code: order_of_code(code) if code else (0,))
    return [Group(code, titles.get(code, ""), tuple(found[code])) for code in ordered]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, its words, and how many findings have it."""

    value: str
    text: str
    count: int


def choices(desk: Desk) -> Mapping[str, list[Choice]]:
    """What can be chosen: checks that found something, and goals."""
    checks = Counter(finding.check for finding in desk.all)
    goals = Counter[str]()
    for finding in desk.all:
        parts = finding.code.split("-") if finding.code else ["-"]
        goals[parts[0]] += 1
        if len(parts) > 1:
            goals["-".join(parts[:2])] += 1
    order = ["-", *[node.code for node in desk.plan.nodes() if node.code.count("-") < 2]]
    return {
        "checks": [Choice(check, page(check, desk.language).title, count) for check, count in checks.most_common()],
        "goals": [Choice(code, code, goals[code]) for code in order if goals[code]],
    }


def as_record(told: Told) -> dict[str, Any]:
    """A finding as other programs read it."""
    finding = told.finding
    return {
        "key": told.key,
        "check": finding.check,
        "type": finding.type.value,
        "level": finding.level.value,
        "code": finding.code,
        "object": finding.object,
        "title": told.title,
        "sentence": told.sentence,
        "advice": told.advice,
        "values": list(finding.values),
        "steps": list(finding.steps),
        "place": _place(finding.place),
        "places": [_place(one) for one in finding.places],
        "state": "accepted" if told.accepted else "open",
    }


def _place(place: Any) -> dict[str, Any]:
    return {"part": place.part.value, "code": place.code, "heading": place.heading, "line": place.line}
