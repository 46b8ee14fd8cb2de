"""From a table of indicators and its layout to a pack; every row is in the pack or listed with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from uigwe import packs
from uigwe.documents.layout import LayoutProblem
from uigwe.documents.proposing import propose
from uigwe.documents.table_layout import read_table_layout
from uigwe.documents.tabled import LeftOut, Tabled, read_rows, read_table
from uigwe.files import preflight
from uigwe.files.child import run
from uigwe.plan import Change, Document, compare

SECONDS = 60
MEGABYTES = 1024


@dataclass(frozen=True, slots=True)
class ImportedTable:
    """What a table gave: the pack, all rows of the table, and those that are not in the pack."""

    pack: packs.Pack
    rows: int
    left_out: tuple[LeftOut, ...]
    encoding: str


def import_table(path: Path, layout: Path, agency: str, year: int) -> ImportedTable:
    """Read a table by its layout; nothing is written. Raises `files.Refused` and `packs.PackProblem`."""
    source = preflight(path)
    tree = layout_tree(layout)
    beside = tree.get("groups")
    second = preflight(path.parent / Path(str(beside.get("file", ""))).name).text if isinstance(beside, dict) else ""
    tabled = run(_read, source.text, second, tree, agency, year, seconds=SECONDS, megabytes=MEGABYTES)
    if isinstance(tabled, str):
        raise _trouble(layout.name, tabled)
    plan = replace(tabled.plan, document=Document(source.name, source.sha256, source.lines))
    return ImportedTable(packs.Pack(plan), tabled.rows, tabled.left_out, source.encoding)


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


def proposed_layout(path: Path, year: int) -> str:
    """A layout for this table, by its header, as YAML for a person to keep. Raises `files.Refused`."""
    try:
        head, _ = read_rows(preflight(path).text)
    except LayoutProblem as problem:
        raise _trouble(path.name, problem.key) from None
    return yaml.safe_dump(propose(head, year), allow_unicode=True, sort_keys=False)


def _trouble(file: str, key: str) -> packs.PackProblem:
    return packs.PackProblem([packs.Trouble("layout-lacks", file, "", {"key": key})])


def _read(text: str, second: str, tree: Mapping[str, object], agency: str, year: int) -> Tabled | str:
    try:
        layout = read_table_layout(tree)
        head, rows = read_rows(text)
        groups = read_rows(second)[1] if second else ()
        return read_table(head, rows, layout, agency, year, groups)
    except LayoutProblem as problem:
        return problem.key
