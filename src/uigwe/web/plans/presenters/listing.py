"""The list of findings laid out: in groups that say how much is in them, and in pages."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from uigwe.audit import Finding, Level, Type
from uigwe.plan import order_of_code
from uigwe.texts import page, word
from uigwe.web.plans.presenters.desk import Desk, Told
from uigwe.web.plans.presenters.findings import Filter

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one goal with its tasks (no code: the plan as a whole), of one level, type or check. `rows` are those of the page;
    the counts are those of the whole list. `begins`: its first row is on this page.
    """

    code: str
    title: str
    rows: tuple[Told, ...]
    levels: tuple[tuple[str, int], ...]
    size: int
    begins: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the list: its groups, which page it is of how many, and its first and last row of how many. Page 0 is the whole list."""

    groups: tuple[Group, ...]
    number: int
    last: int
    first_row: int
    last_row: int
    size: int
    levels: tuple[tuple[str, int], ...]

    @property
    def numbers(self) -> range:
        """Every page."""
        return range(1, self.last + 1)

    @property
    def before(self) -> int:
        """The page before; 0 where there is none."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The page after; 0 where there is none."""
        return self.number + 1 if 0 < self.number < self.last else 0


def arranged(desk: Desk, found: Iterable[Finding], by: str) -> list[tuple[str, tuple[Finding, ...]]]:
    """Findings in groups, each with its name, in the order in which they are read; within a group they stay as they came."""
    groups: dict[str, list[Finding]] = {}
    for one in found:
        groups.setdefault(_group_of(one, by), []).append(one)
    return [(name, tuple(groups[name])) for name in sorted(groups, key=lambda name: _rank(name, by, groups[name]))]


def _group_of(finding: Finding, by: str) -> str:
    if by == "goal":
        return "-".join(finding.code.split("-")[:2])
    return {"level": finding.level.value, "type": finding.type.value, "check": finding.check}[by]


def _rank(name: str, by: str, rows: Sequence[Finding]) -> tuple[object, ...]:
    """Goals in reading order, what concerns the plan as a whole first; levels and types in theirs; checks by the gravest and how many."""
    levels = list(Level)
    if by == "goal":
        return order_of_code(name) if name else (0,)
    if by == "check":
        return (min(levels.index(one.level) for one in rows), -len(rows), name)
    return ([one.value for one in (levels if by == "level" else list(Type))].index(name),)


def paged(desk: Desk, found: Iterable[Finding], wanted: Filter) -> Page:
    """The page of the list that is asked for; a page that is not there becomes the last. Words are made for its rows only."""
    groups = arranged(desk, found, wanted.by)
    size = sum(len(rows) for _, rows in groups)
    last = max(1, -(-size // PER_PAGE))
    number = min(wanted.page, last)
    start, end = ((number - 1) * PER_PAGE, number * PER_PAGE) if number else (0, size)
    shown, at = [], 0
    for name, rows in groups:
        mine = rows[max(0, start - at) : max(0, end - at)]
        if mine:
            told = tuple(desk.told(one) for one in mine)
            code = name if wanted.by == "goal" else ""
            title = _title(desk, name, wanted.by)
            shown.append(Group(code, title, told, _levels(rows), len(rows), mine[0] is rows[0]))
        at += len(rows)
    everything = [one for _, rows in groups for one in rows]
    return Page(tuple(shown), number, last, min(start + 1, size), min(end, size), size, _levels(everything))


def _title(desk: Desk, name: str, by: str) -> str:
    if by == "goal":
        node = desk.plan.node(name) if name else None
        return node.title if node else ""
    return page(name, desk.language).title if by == "check" else word(by, name, desk.language)


def _levels(rows: Sequence[Finding]) -> tuple[tuple[str, int], ...]:
    counts = Counter(one.level for one in rows)
    return tuple((level.value, counts[level]) for level in Level if counts[level])


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a finding stands in the list that it was opened from: its place, how many there are, the keys before and after, its page."""

    place: int
    size: int
    before: str
    after: str
    page: int


def neighbours(desk: Desk, finding: Finding, found: Sequence[Finding], wanted: Filter) -> Neighbours | None:
    """The findings before and after this one in the list; None where it is not in it. One that was just accepted keeps its place."""
    rows = [one for _, rows in arranged(desk, found, wanted.by) for one in rows]
    at = next((place for place, one in enumerate(rows) if one is finding), None)
    if at is None:
        return None
    keys: Mapping[int, str] = {place: desk.key(rows[place]) for place in (at - 1, at + 1) if 0 <= place < len(rows)}
    return Neighbours(at + 1, len(rows), keys.get(at - 1, ""), keys.get(at + 1, ""), at // PER_PAGE + 1)
