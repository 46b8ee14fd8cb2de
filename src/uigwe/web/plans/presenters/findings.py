"""The list of findings: what a person wants to see of it, what can be chosen and how much of it there is, and a finding as a plain record."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from uigwe.audit import Finding, Level, Type
from uigwe.audit.progress import Progress
from uigwe.texts import page, word
from uigwe.web.plans.presenters.desk import Desk, Told

STATES = ("open", "accepted", "all")
SINCE = ("new", "still", "gone")
BY = ("goal", "level", "type", "check")
LONGEST_TITLE = 24


@dataclass(frozen=True, slots=True)
class Filter:
    """What a person wants to see; empty means all. `by`: how it is grouped; `since` and `against`: beside which revision;
    `revision`: the one that is read, where it is not the newest; `page`: 0 is the whole list.
    """

    level: str = ""
    type: str = ""
    check: str = ""
    goal: str = ""
    state: str = "open"
    by: str = "goal"
    since: str = ""
    against: str = ""
    revision: str = ""
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filter":
        """The filter that an address asks for; what is not known is left out."""
        given = query.get("page", "")
        return cls(
            level=_known(query.get("level", ""), [level.value for level in Level]),
            type=_known(query.get("type", ""), [kind.value for kind in Type]),
            check=query.get("check", "")[:100],
            goal=query.get("goal", "")[:20],
            state=_known(query.get("state", ""), STATES) or "open",
            by=_known(query.get("by", ""), BY) or "goal",
            since=_known(query.get("since", ""), SINCE),
            against=_number(query.get("against", "")),
            revision=_number(query.get("revision", "")),
            page=0 if given == "all" else max(1, int(_number(given) or 1)),
        )

    @property
    def active(self) -> bool:
        """Whether anything is left out beyond what the page leaves out anyway."""
        return replace(self, by="goal", against="", revision="", page=1) != Filter()

    @property
    def query(self) -> str:
        """The filter as it stands in an address: what it knows and nothing else that somebody typed."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        told = {name: value for name, value in given.items() if value != getattr(Filter(), name)}
        return urlencode({**told, "page": "all"} if self.page == 0 else told)

    def but(self, **changes: Any) -> str:
        """The address of the list with something else chosen, from its first page."""
        return "?" + replace(self, **{"page": 1, **changes}).query

    @property
    def whole(self) -> str:
        """The address of the whole list on one page."""
        return self.but(page=0)

    @property
    def plain(self) -> str:
        """The address of the list beside no other revision."""
        return self.but(since="")

    @property
    def tail(self) -> str:
        """What the address of a finding ends with, so that its page knows the list that it was opened from."""
        query = replace(self, page=1).query
        return f"?{query}" if query else ""

    def takes(self, finding: Finding, accepted: bool) -> bool:
        """Whether the finding fits."""
        return self.is_about(finding) and (self.state == "all" or accepted == (self.state == "accepted"))

    def is_about(self, finding: Finding) -> bool:
        """Whether it fits, accepted or not."""
        return (
            (not self.level or finding.level.value == self.level)
            and (not self.type or finding.type.value == self.type)
            and (not self.check or finding.check == self.check)
            and (not self.goal or self.goal in _above(finding))
        )


def _known(value: str, known: Iterable[str]) -> str:
    return value if value in known else ""


def _number(text: str) -> str:
    return text if text.isascii() and text.isdecimal() and len(text) < 6 else ""


def _above(finding: Finding) -> list[str]:
    """The code of a finding and those of the goals above it; `-` for the plan as a whole."""
    parts = finding.code.split("-") if finding.code else ["-"]
    return ["-".join(parts[: depth + 1]) for depth in range(len(parts))]


def among(desk: Desk, wanted: Filter, progress: Progress | None = None) -> tuple[Finding, ...]:
    """The findings that a list is made from: all of them, or those that are new, still there or gone where that is asked."""
    if wanted.since and progress:
        return {"new": progress.new, "still": progress.still, "gone": progress.gone}[wanted.since]
    return desk.all


def fitting(desk: Desk, wanted: Filter, progress: Progress | None = None) -> list[Finding]:
    """The findings that fit, the gravest first."""
    levels = list(Level)
    found = [one for one in among(desk, wanted, progress) if wanted.takes(one, desk.is_accepted(one))]
    return sorted(found, key=lambda finding: levels.index(finding.level))


def chosen(desk: Desk, wanted: Filter, progress: Progress | None = None) -> list[Told]:
    """The same in words."""
    return [desk.told(finding) for finding in fitting(desk, wanted, progress)]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, its words, and how many findings it would show beside what else is chosen."""

    value: str
    text: str
    count: int


def choices(desk: Desk, wanted: Filter, progress: Progress | None = None) -> Mapping[str, list[Choice]]:
    """What can be chosen, each with how many findings it would show. What would show none is left out, unless it is chosen."""
    found = among(desk, wanted, progress)
    language = desk.language

    def counted(field: str, values: Callable[[Finding], Iterable[str]]) -> Counter[str]:
        rest = replace(wanted, **{field: Filter.__dataclass_fields__[field].default})
        fits = (one for one in found if rest.takes(one, desk.is_accepted(one)))
        return Counter(value for one in fits for value in values(one))

    def offered(field: str, counts: Counter[str], told: Iterable[tuple[str, str]]) -> list[Choice]:
        kept = (one for one in told if counts[one[0]] or one[0] == getattr(wanted, field))
        return [Choice(value, text, counts[value]) for value, text in kept]

    checks = counted("check", lambda one: (one.check,))
    titles = {node.code: node.title for node in desk.plan.nodes()}
    goals = [("-", ""), *((code, f"{code} {_short(title)}") for code, title in titles.items())]
    return {
        "levels": offered("level", counted("level", lambda one: (one.level.value,)), _words("level", Level, language)),
        "types": offered("type", counted("type", lambda one: (one.type.value,)), _words("type", Type, language)),
        "checks": offered("check", checks, [(check, page(check, language).title) for check, _ in checks.most_common()]),
        "goals": offered("goal", counted("goal", _above), goals),
    }


def _words(group: str, members: Iterable[str], language: str) -> list[tuple[str, str]]:
    return [(str(one), word(group, str(one), language)) for one in members]


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


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
        "reason": told.reason,
        "values": list(finding.values),
        "steps": list(finding.steps),
        "place": _place(finding.place),
        "places": [_place(one) for one in finding.places],
        "state": "accepted" if told.accepted else "open",
        "exception": _exception(told.accepted) if told.accepted else None,
    }


def _exception(row: Any) -> dict[str, str]:
    return {"why": row.why, "who": row.who, "until": row.until.isoformat()}


def _place(place: Any) -> dict[str, Any]:
    return {"part": place.part.value, "code": place.code, "heading": place.heading, "line": place.line}
