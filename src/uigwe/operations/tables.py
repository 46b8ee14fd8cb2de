"""From a table of indicators (CSV or a workbook) and its layout to a pack; every row is in the pack or listed with its reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import yaml

from uigwe import packs
from uigwe.documents.layout import LayoutProblem
from uigwe.documents.proposing import propose
from uigwe.documents.sheet_table import best_table, table_of
from uigwe.documents.table import LeftOut, Note, Table, TableRow, read_csv
from uigwe.documents.table_layout import read_table_layout
from uigwe.documents.tabled import Tabled, read_table
from uigwe.files import Refused, preflight
from uigwe.files.child import run
from uigwe.files.preflight import Preflight
from uigwe.files.published import refuse_published
from uigwe.files.sheets import read_sheets
from uigwe.plan import Change, Document, compare

R = TypeVar("R")

SECONDS = 60
MEGABYTES = 1024
READ = frozenset({"text", "xlsx"})
_FIRST_ROWS = 6


@dataclass(frozen=True, slots=True)
class ImportedTable:
    """What a table gave: the pack, all rows of the table, those that are not in the pack, and what is to be said of it."""

    pack: packs.Pack
    rows: int
    left_out: tuple[LeftOut, ...]
    encoding: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """A layout for a person to correct, beside what it is about: the words of the head, the first rows, the sheets there are."""

    layout: Mapping[str, object]
    head: tuple[str, ...]
    first: tuple[tuple[int, tuple[str, ...]], ...]
    sheet: str
    sheets: tuple[str, ...]
    notes: tuple[Note, ...]


def import_table(path: Path, layout: Path, agency: str, year: int) -> ImportedTable:
    """Read a table by its layout; nothing is written. Raises `files.Refused` and `packs.PackProblem`."""
    source = preflight(path, takes=READ)
    tree = layout_tree(layout)
    beside = tree.get("groups")
    second = preflight(path.parent / Path(str(beside.get("file", ""))).name).text if isinstance(beside, dict) else ""
    return table_from(source, tree, agency, year, layout.name, second)


def table_from(
    source: Preflight, tree: Mapping[str, object], agency: str, year: int, layout: str = "", second: str = ""
) -> ImportedTable:
    """The same for a file that was looked at and a layout at hand. Raises `files.Refused` and `packs.PackProblem`."""
    tabled = _child(source, _read, second, tree, agency, year)
    if isinstance(tabled, str):
        raise _trouble(layout or source.name, tabled)
    plan = replace(tabled.plan, document=Document(source.name, source.sha256, source.lines))
    encoding = source.encoding or source.kind.upper()
    return ImportedTable(packs.Pack(plan), tabled.rows, tabled.left_out, encoding, tabled.notes)


def changes_in(out: Path, pack: packs.Pack) -> tuple[Change, ...]:
    """What this pack would change in a folder, by meaning; nothing where there is no pack yet."""
    if not (out / "plan.yaml").is_file():
        return ()
    try:
        return compare(packs.read(out).plan, pack.plan)
    except packs.PackProblem:
        return ()


def layout_tree(path: Path) -> Mapping[str, object]:
    """The layout as it is written. Raises `packs.PackProblem`."""
    try:
        tree = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise packs.PackProblem([packs.Trouble("no-layout-file", path.name)]) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise packs.PackProblem(
            [packs.Trouble("broken-yaml", path.name, "", {"error": type(error).__name__})]
        ) from None
    if not isinstance(tree, dict):
        raise _trouble(path.name, "kind: table")
    return tree


def layout_text(tree: Mapping[str, object]) -> str:
    """A layout as a file for a person to keep."""
    return yaml.safe_dump(dict(tree), allow_unicode=True, sort_keys=False)


def proposed_layout(path: Path, year: int) -> Proposed:
    """A layout for this table, by its head. Raises `files.Refused` and `packs.PackProblem`."""
    return proposal(preflight(path, takes=READ), year)


def proposal(source: Preflight, year: int, sheet: str = "", head: int = 0) -> Proposed:
    """The same for a file that was looked at, for one of its sheets or a head in another row. Raises likewise."""
    found = _child(source, _look, year, sheet, head)
    if isinstance(found, str):
        raise _trouble(source.name, found)
    return found


def _child(source: Preflight, function: Callable[..., R], *args: object) -> R:
    """What the function makes of the file, in a child; a refusal names the file."""
    refuse_published(source)
    try:
        return run(function, source, *args, seconds=SECONDS, megabytes=MEGABYTES)
    except Refused as refused:
        raise Refused(refused.reason, {"file": source.name, **refused.facts}) from None


def _trouble(file: str, key: str) -> packs.PackProblem:
    return packs.PackProblem([packs.Trouble("layout-lacks", file, "", {"key": key})])


def _read(source: Preflight, second: str, tree: Mapping[str, object], agency: str, year: int) -> Tabled | str:
    """The child's part of reading; a string says what the layout lacks."""
    try:
        layout = read_table_layout(tree)
        workbook = source.kind == "xlsx"
        table = (
            table_of(read_sheets(source.data), year, layout.sheet, layout.head) if workbook else read_csv(source.text)
        )
        groups = [row.cells for row in read_csv(second).rows] if second else ()
        return read_table(table, layout, agency, year, groups)
    except LayoutProblem as problem:
        return problem.key


def _look(source: Preflight, year: int, sheet: str, head: int) -> Proposed | str:
    """The child's part of proposing."""
    try:
        table = _seen(source, year, sheet, head)
    except LayoutProblem as problem:
        return problem.key
    tree = propose([word for word in table.head if word not in table.hidden], year)
    where: dict[str, object] = {"sheet": table.sheet} if len(table.sheets) > 1 else {}
    if head or table.head_row > 1:
        where["head"] = table.head_row
    kept = {"kind": tree.pop("kind"), "name": tree.pop("name"), "title": tree.pop("title")}
    first = [(row.line, tuple(row.cells.get(word, "") for word in table.head)) for row in _shown(table)]
    return Proposed({**kept, **where, **tree}, table.head, tuple(first), table.sheet, table.sheets, table.notes)


def _seen(source: Preflight, year: int, sheet: str, head: int) -> Table:
    if source.kind != "xlsx":
        return read_csv(source.text)
    sheets = read_sheets(source.data)
    return table_of(sheets, year, sheet, head) if sheet else best_table(sheets, year)


def _shown(table: Table) -> Sequence[TableRow]:
    return [row for row in table.rows if not row.hidden][:_FIRST_ROWS]
