"""A file that somebody handed in, read into a draft that is kept until a person confirms it: a document, a table, or a pack."""

import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from uigwe import packs
from uigwe.documents.table import LeftOut, Note
from uigwe.files import Refused
from uigwe.files.child import run
from uigwe.files.preflight import Preflight
from uigwe.files.telling import Progress
from uigwe.operations.answering import Answered, answered
from uigwe.operations.importing import MEGABYTES, READ, SECONDS, layout_for, readings_of
from uigwe.operations.reasoning import keeping_bases
from uigwe.operations.tables import Proposed, proposal, table_from
from uigwe.plan import Plan
from uigwe.texts.plainly import from_yaml

TAKES = READ | {"xlsx", "zip"}
TABLES = (".csv", ".tsv", ".xlsx")
_PACK = (".yaml", ".yml", ".csv")
# Lines of a text shown above and below what a question is about.
_BESIDE = 3

# From the words of a head to the layout that somebody gave such a table before.
Remembered = Callable[[Sequence[str]], Mapping[str, object] | None]
Around = Mapping[str, tuple[tuple[int, str], ...]]


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a file gave before anybody answered: `way` is `document`, `table` or `pack`.

    `around` holds numbered lines of a text around each question; `proposed` the layout by which a table was read.
    """

    way: str
    plan: Plan
    questions: tuple[packs.Question, ...] = ()
    exceptions: tuple[packs.Acceptance, ...] = ()
    prose: int = 0
    around: Around | None = None
    rows: int = 0
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[Note, ...] = ()
    proposed: Proposed | None = None


def way_of(source: Preflight) -> str:
    """How a file will be read: a zip is a pack, a workbook or a CSV a table, everything else a document."""
    if source.kind == "zip":
        return "pack"
    return "table" if source.kind == "xlsx" or Path(source.name).suffix.lower() in TABLES else "document"


def drafted(
    source: Preflight,
    agency: str,
    year: int,
    years: Path,
    layout: Mapping[str, object] | None = None,
    remembered: Remembered | None = None,
    progress: Progress | None = None,
) -> Drafted:
    """Read a file that was looked at, in a child; nothing is written. Raises `files.Refused` and `packs.PackProblem`.

    `layout` is how a table is laid out, where a person has said so of this file; otherwise `remembered` is asked for one by the
    words of its head, and last it is read by what its head proposes.
    """
    way = way_of(source)
    if way == "pack":
        return _pack(source, agency, year)
    if way == "table":
        return _table(source, agency, year, layout, remembered)
    tree = from_yaml(layout_for(years, year).read_text(encoding="utf-8"))
    plan, draft, questions = readings_of(source, tree, agency, year, progress)
    around = _around(source.text, questions) if source.text else None
    return Drafted(way, plan, questions, prose=len(draft.text), around=around)


def composed(
    plan: Plan, questions: Sequence[packs.Question], answers: Mapping[str, str], before: Plan | None = None
) -> tuple[Answered, tuple[packs.Question, ...]]:
    """The plan with these answers in it and the bases that a person wrote before, and the questions with their answers."""
    asked = tuple(replace(one, answer=answers.get(one.id, one.answer)) for one in questions)
    return answered(keeping_bases(plan, before), asked), asked


def _table(
    source: Preflight,
    agency: str,
    year: int,
    layout: Mapping[str, object] | None,
    remembered: Remembered | None,
) -> Drafted:
    sheet, head = (layout or {}).get("sheet", ""), (layout or {}).get("head", 0)
    proposed = proposal(source, year, str(sheet), head if isinstance(head, int) else 0)
    known = layout or (remembered(proposed.head) if remembered else None)
    if known is not None:
        # The sheet of another year has another name and perhaps another title above it.
        where = {key: proposed.layout[key] for key in ("sheet", "head") if key in proposed.layout}
        rest = {key: value for key, value in known.items() if key not in ("sheet", "head")}
        proposed = replace(proposed, layout={**rest, **where})
    imported = table_from(source, proposed.layout, agency, year)
    return Drafted(
        "table",
        imported.pack.plan,
        rows=imported.rows,
        left_out=imported.left_out,
        notes=imported.notes,
        proposed=proposed,
    )


def _pack(source: Preflight, agency: str, year: int) -> Drafted:
    try:
        found = run(unpacked, source, seconds=SECONDS, megabytes=MEGABYTES)
    except Refused as refused:
        raise Refused(refused.reason, {"file": source.name, **refused.facts}) from None
    if not isinstance(found, packs.Pack):
        raise packs.PackProblem(found)
    plan = found.plan
    if (plan.agency, plan.year) != (agency, year):
        raise Refused("other-plan", {"file": source.name, "found": f"{plan.agency} {plan.year}"})
    return Drafted("pack", plan, found.questions, found.exceptions, len(found.text))


def unpacked(source: Preflight) -> packs.Pack | tuple[packs.Trouble, ...]:
    """The child's part of reading a zipped pack: its folder, or what is wrong with it. Raises `Refused("no-pack-inside")`."""
    with tempfile.TemporaryDirectory(prefix="uigwe-pack.") as cage:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            # Preflight has looked at every name: none leads out of the folder, none comes twice.
            for member in archive.infolist():
                if Path(member.filename).suffix.lower() in _PACK and not member.is_dir():
                    target = Path(cage, member.filename)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(member))
        folders = packs.find(Path(cage))
        if len(folders) != 1:
            raise Refused("no-pack-inside", {"count": len(folders)})
        try:
            return packs.read(folders[0])
        except packs.PackProblem as problem:
            return problem.troubles


def _around(text: str, questions: Sequence[packs.Question]) -> Around:
    lines = text.split("\n")
    return {one.id: _beside(lines, one) for one in questions}


def _beside(lines: Sequence[str], question: packs.Question) -> tuple[tuple[int, str], ...]:
    """The lines a question is about with a few above and below, by number."""
    first = max(1, question.line - _BESIDE)
    last = min(len(lines), question.line + question.excerpt.count("\n") + _BESIDE)
    return tuple((number, lines[number - 1]) for number in range(first, last + 1))
