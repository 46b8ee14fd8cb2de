"""Indicators of a pack: one YAML file each, and the tall table of all their printed numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from uigwe.packs import documents
from uigwe.packs.documents import Keys, Tree
from uigwe.packs.problem import Trouble
from uigwe.packs.tables import rows
from uigwe.plan import (
    Bounds,
    Indicator,
    Kind,
    Level,
    Part,
    Place,
    Printing,
    Seeks,
    Standing,
    TargetType,
    Use,
    order_of_code,
)
from uigwe.plan.indicator import WORDS
from uigwe.values import Direction, State

USE_KEYS = ("code", "level", "name", "nature", "quantification", "basis", "reason", "formula", "source")

OPTIONAL_USE_KEYS = ("annexed_formula",)

# Where a cell of words stands: `1403`, and `1404@12` for the line that its twelfth sign begins.
_SPOT = re.compile(r"(\d{1,9})(?:@(\d{1,9}))?")
_PLAIN = re.compile(r"-?\d{1,30}(\.\d{1,30})?")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_indicators(folder: Path, troubles: list[Trouble]) -> tuple[Indicator, ...]:
    """All indicators with their numbers, in reading order of their first use."""
    printings = _printings(folder, troubles)
    printed = {id: at for at, id in enumerate(printings)}  # orders those whose tables have no lines
    indicators = []
    for path in sorted((folder / "indicators").glob("*.yaml")):
        file = f"indicators/{path.name}"
        own = tuple(printings.pop(path.stem, ()))
        tree = documents.load(path, file, troubles)
        if tree is None:
            continue
        indicator = _indicator(tree, file, path.stem, own, troubles)
        if indicator:
            indicators.append(indicator)
    for id in printings:
        troubles.append(Trouble("unknown-indicator", "numbers.csv", id, {"found": id}))
    return tuple(sorted(indicators, key=lambda one: (*_reading_order(one), printed.get(one.id, len(printed)))))


def is_slug(id: str) -> bool:
    """Whether an id may name a file: lower-case letters and digits, joined by hyphens."""
    return _SLUG.fullmatch(id) is not None


def _reading_order(indicator: Indicator) -> tuple[int, tuple[int, ...], int]:
    first = indicator.uses[0]
    return list(Level).index(first.level), order_of_code(first.code), first.place.line or 0


def _indicator(
    tree: object, file: str, stem: str, printings: tuple[Printing, ...], troubles: list[Trouble]
) -> Indicator | None:
    keys = Keys(tree, file, "", troubles, ("id", "name", "unit", "direction", "uses"), ("continues", "bounds"))
    id = keys.text("id")
    if id != stem or not is_slug(id):
        troubles.append(Trouble("wrong-id", file, "id", {"found": id, "expected": stem}))
    direction = keys.text("direction")
    if direction not in list(Direction):
        troubles.append(
            Trouble("not-in-list", file, "direction", {"found": direction, "allowed": ", ".join(Direction)})
        )
        direction = Direction.UP
    uses = tuple(_use(use, file, troubles) for use in keys.items("uses"))
    if not uses:
        troubles.append(Trouble("no-uses", file, "uses"))
        return None
    codes = [use.code for use in uses]
    for code in dict.fromkeys(code for code in codes if codes.count(code) > 1):
        troubles.append(Trouble("use-twice", file, "uses", {"found": code}))
    return Indicator(
        id,
        keys.text("name"),
        keys.text("unit"),
        Direction(direction),
        uses,
        printings,
        keys.text("continues"),
        _bounds(keys.get("bounds"), file, troubles),
    )


def _bounds(tree: object, file: str, troubles: list[Trouble]) -> Bounds | None:
    """What the file says of the target's bounds; most say nothing."""
    if tree is None:
        return None
    keys = Keys(tree, file, "bounds", troubles, ("type", "seeks"), ("low", "high"))
    words = {}
    for key, allowed in (("type", TargetType), ("seeks", Seeks)):
        words[key] = keys.text(key)
        if words[key] not in list(allowed):
            troubles.append(
                Trouble("not-in-list", file, f"bounds {key}", {"found": words[key], "allowed": ", ".join(allowed)})
            )
            return None
    ends: list[Decimal | None] = []
    for key in ("low", "high"):
        text = keys.text(key)
        if text and not _PLAIN.fullmatch(text):
            troubles.append(Trouble("not-a-decimal", file, f"bounds {key}", {"found": text}))
            return None
        ends.append(Decimal(text) if text else None)
    return Bounds(TargetType(words["type"]), Seeks(words["seeks"]), *ends)


def _use(tree: object, file: str, troubles: list[Trouble]) -> Use:
    at = str(tree.get("code", "")) if isinstance(tree, dict) else ""
    keys = Keys(tree, file, at, troubles, USE_KEYS, ("line", "lines", *OPTIONAL_USE_KEYS))
    level = keys.text("level")
    if level not in list(Level):
        troubles.append(Trouble("not-in-list", file, f"{at} level", {"found": level, "allowed": ", ".join(Level)}))
        level = Level.TASK
    texts = {key: keys.text(key) for key in (*USE_KEYS, *OPTIONAL_USE_KEYS) if key not in ("code", "level")}
    return Use(at, Level(level), place=Place(code=at, line=keys.integer("line")), standings=_standings(keys), **texts)


def _standings(keys: Keys) -> tuple[Standing, ...]:
    """The lines of the cells of words, as far as the file tells them."""
    tree = keys.get("lines")
    if tree is None:
        return ()
    told = Keys(tree, keys.file, f"{keys.at} lines".strip(), keys.troubles, (), WORDS)
    found = []
    for field in WORDS:
        spots = [(_SPOT.fullmatch(spot), spot) for spot in told.text(field).split()]
        for match, spot in spots:
            if match is None:
                keys.troubles.append(Trouble("not-an-integer", told.file, f"{told.at} {field}", {"found": spot}))
        read = [match for match, _ in spots if match]
        if read:
            starts = tuple(int(match[2] or 0) for match in read)
            found.append(Standing(field, starts, tuple(int(match[1]) for match in read)))
    return tuple(found)


def _printings(folder: Path, troubles: list[Trouble]) -> dict[str, list[Printing]]:
    found: dict[str, list[Printing]] = {}
    for row in rows(folder, "numbers.csv", troubles):
        state, value = row.one_of("state", State), row.decimal("value")
        if (value is None) is (state in (State.FINAL, State.PROVISIONAL)):
            row.trouble("value-against-state", "value", state=state)
        place = Place(row.one_of("part", Part), row["code"], line=row.line())
        printing = Printing(row.one_of("kind", Kind), row.integer("period"), row["written"], value, state, place)
        found.setdefault(row["indicator"], []).append(printing)
    return found


def indicator_tree(indicator: Indicator) -> Tree:
    """An indicator as the mapping its file holds."""
    tree: Tree = {
        "id": indicator.id,
        "name": indicator.name,
        "unit": indicator.unit,
        "direction": indicator.direction.value,
    }
    if indicator.continues:
        tree["continues"] = indicator.continues
    if indicator.bounds:
        bounds = indicator.bounds
        ends = (("low", bounds.low), ("high", bounds.high))
        told = {name: f"{end:f}" for name, end in ends if end is not None}
        tree["bounds"] = {"type": bounds.type.value, "seeks": bounds.seeks.value, **told}
    tree["uses"] = [_use_tree(use) for use in indicator.uses]
    return tree


def _use_tree(use: Use) -> Tree:
    tree: Tree = {key: str(getattr(use, key)) for key in USE_KEYS}
    tree |= {key: told for key in OPTIONAL_USE_KEYS if (told := str(getattr(use, key)))}
    if use.place.line is not None:
        tree["line"] = use.place.line
    if use.standings:
        tree["lines"] = {one.field: " ".join(map(_spot, one.starts, one.lines)) for one in use.standings}
    return tree


def _spot(start: int, line: int) -> str:
    return f"{line}@{start}" if start else str(line)


def number_rows(indicators: Iterable[Indicator]) -> Iterator[Sequence[object]]:
    """The rows of numbers.csv: by indicator in reading order, then as the indicator holds them."""
    for indicator in sorted(indicators, key=_reading_order):
        for one in indicator.printings:
            place = one.place
            yield (
                indicator.id,
                one.kind.value,
                one.year,
                one.written,
                one.value,
                one.state.value,
                place.part.value,
                place.code,
                place.line,
            )
