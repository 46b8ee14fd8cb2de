"""The calendar of a year, `years/<year>/year.yaml`: steps with their due days, who owes what, on which legal basis.

A year is data: the next one is another folder. On the site a copy of the steps is kept for each agency that opens the year,
because an office moves days; the file stays as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from uigwe.packs import documents
from uigwe.packs.documents import Keys
from uigwe.packs.problem import PackProblem, Trouble
from uigwe.review import Role

FORMAT = 1
FILE = "year.yaml"
# What a step may open a round of collection for.
ROUNDS = ("plan", "supplement", "results", "amendment")
ROLES = tuple(role.value for role in Role if role is not Role.PUBLIC)
_LONGEST_CODE = 60


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is due: when, from which roles (none: from outside the agency), what it is, and the statute that asks
    for it. `ours` marks a day that no statute names. `round` is the kind of round that collects it, if one does."""

    code: str
    title: str
    title_en: str
    due: date
    owes: tuple[Role, ...] = ()
    what: str = ""
    what_en: str = ""
    basis: str = ""
    ours: bool = False
    round: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A step of the approval (결재): who writes down that it was given."""

    code: str
    title: str
    title_en: str
    by: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Reminders:
    """On which days people are reminded: so many days before a due day (0: on it), so many after."""

    before: tuple[int, ...] = (7, 3, 1, 0)
    after: tuple[int, ...] = (1, 3, 7)

    def is_day(self, due: date, today: date) -> bool:
        """Whether today is a day for reminding of something that is due then."""
        left = (due - today).days
        return left in self.before if left >= 0 else -left in self.after


@dataclass(frozen=True, slots=True)
class YearCalendar:
    """A year: its steps in the order of their days, its reminders, and, where it has its own, the steps of its approval."""

    year: int
    title: str
    title_en: str
    steps: tuple[Step, ...]
    reminders: Reminders = field(default_factory=Reminders)
    approval: tuple[Signature, ...] = ()


def read_year(folder: Path) -> YearCalendar:
    """The calendar in this folder of a year. Raises `PackProblem` with every trouble and its place."""
    path = folder / FILE
    if not path.is_file():
        raise PackProblem([Trouble("missing-file", FILE)])
    troubles: list[Trouble] = []
    tree = documents.load(path, FILE, troubles)
    found = None if troubles else _calendar(tree, troubles)
    if troubles or found is None:
        raise PackProblem(troubles)
    return found


def _calendar(tree: object, troubles: list[Trouble]) -> YearCalendar:
    keys = Keys(tree, FILE, "", troubles, ("format", "year", "title", "steps"), ("title_en", "reminders", "approval"))
    if keys.get("format") not in (None, FORMAT):
        troubles.append(
            Trouble("unknown-format", FILE, "format", {"found": str(keys.get("format")), "known": str(FORMAT)})
        )
    steps = [_step(one, f"steps {number}", troubles) for number, one in enumerate(keys.items("steps"), 1)]
    approval = [_signature(one, f"approval {number}", troubles) for number, one in enumerate(keys.items("approval"), 1)]
    for at, codes in (("steps", [step.code for step in steps]), ("approval", [one.code for one in approval])):
        troubles += [
            Trouble("step-twice", FILE, at, {"found": code})
            for code in sorted({c for c in codes if codes.count(c) > 1})
        ]
    return YearCalendar(
        keys.integer("year") or 0,
        keys.text("title"),
        keys.text("title_en") or keys.text("title"),
        tuple(sorted(steps, key=lambda step: step.due)),
        _reminders(keys.get("reminders"), troubles),
        tuple(approval),
    )


def _step(tree: object, at: str, troubles: list[Trouble]) -> Step:
    keys = Keys(
        tree, FILE, at, troubles, ("code", "title", "due"),
        ("title_en", "owes", "what", "what_en", "basis", "ours", "round"),
    )  # fmt: skip
    kind = keys.text("round")
    if kind and kind not in ROUNDS:
        troubles.append(Trouble("not-in-list", FILE, f"{at} round", {"found": kind, "allowed": ", ".join(ROUNDS)}))
    return Step(
        code=_code(keys),
        title=keys.text("title"),
        title_en=keys.text("title_en") or keys.text("title"),
        due=_day(keys, "due"),
        owes=tuple(_roles(keys, "owes")),
        what=keys.text("what"),
        what_en=keys.text("what_en") or keys.text("what"),
        basis=keys.text("basis"),
        ours=_flag(keys, "ours"),
        round=kind,
    )


def _signature(tree: object, at: str, troubles: list[Trouble]) -> Signature:
    keys = Keys(tree, FILE, at, troubles, ("code", "title", "by"), ("title_en",))
    title = keys.text("title")
    return Signature(_code(keys), title, keys.text("title_en") or title, tuple(_roles(keys, "by")))


def _code(keys: Keys) -> str:
    code = keys.text("code")
    if code and (
        len(code) > _LONGEST_CODE or not code.replace("-", "").replace("_", "").isalnum() or not code.isascii()
    ):
        keys.troubles.append(Trouble("bad-step-code", keys.file, f"{keys.at} code", {"found": code}))
    return code


def _day(keys: Keys, key: str) -> date:
    value = keys.get(key)
    if isinstance(value, date):
        return value
    if value is not None or key in keys.tree:
        keys.troubles.append(Trouble("not-a-date", keys.file, f"{keys.at} {key}", {"found": str(value)}))
    return date.min


def _flag(keys: Keys, key: str) -> bool:
    value = keys.get(key)
    if value is not None and not isinstance(value, bool):
        keys.troubles.append(
            Trouble("not-in-list", keys.file, f"{keys.at} {key}", {"found": str(value), "allowed": "true, false"})
        )
    return value is True


def _roles(keys: Keys, key: str) -> Iterator[Role]:
    for value in keys.items(key):
        if str(value) in ROLES:
            yield Role(str(value))
        else:
            at = f"{keys.at} {key}"
            keys.troubles.append(
                Trouble("not-in-list", keys.file, at, {"found": str(value), "allowed": ", ".join(ROLES)})
            )


def _reminders(tree: object, troubles: list[Trouble]) -> Reminders:
    if tree is None:
        return Reminders()
    keys = Keys(tree, FILE, "reminders", troubles, (), ("before", "after"))
    return Reminders(tuple(_days(keys, "before")), tuple(_days(keys, "after")))


def _days(keys: Keys, key: str) -> Iterator[int]:
    for value in keys.items(key):
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            yield value
        else:
            keys.troubles.append(Trouble("not-an-integer", keys.file, f"{keys.at} {key}", {"found": str(value)}))
