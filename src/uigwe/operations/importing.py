"""From a file a person hands in to a pack in a folder of theirs, with the questions only they can answer."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from uigwe import packs
from uigwe.documents import Draft, read_blocks, read_hwpx, read_layout, read_pdf, read_text
from uigwe.files import Limits, Refused, preflight
from uigwe.files.child import run
from uigwe.files.preflight import MEGABYTE, Preflight
from uigwe.files.published import refuse_published
from uigwe.files.telling import Progress, tell
from uigwe.operations.answering import answered
from uigwe.operations.reasoning import keeping_bases, with_bases
from uigwe.plan import Change, Document, Paragraph, Plan, compare
from uigwe.texts.plainly import from_yaml

# A PDF of many hundred pages takes minutes on a small machine; everything else is done long before.
SECONDS = 240
MEGABYTES = 1024
LIMITS = Limits(size=50 * MEGABYTE)
READ = frozenset({"text", "hwpx", "hwp", "pdf"})
# The code of a body that nobody named.
NAMELESS = "agency"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import gave: the pack, how the file was decoded, what changes in the folder, and answers that did not fit."""

    pack: packs.Pack
    encoding: str
    layout: str
    changes: tuple[Change, ...] = ()
    unfit: tuple[packs.Question, ...] = ()


def import_document(path: Path, agency: str, year: int, out: Path, years: Path) -> Imported:
    """Read the official text into a pack at `out`; answers given to an earlier import of the same folder are put in again.

    Raises `files.Refused` (nothing is written) and `packs.PackProblem`.
    """
    imported = read_document(path, agency, year, out, years)
    packs.write(imported.pack, out)
    return imported


def read_document(
    path: Path, agency: str | None, year: int | None, out: Path | None, years: Path, progress: Progress | None = None
) -> Imported:
    """The same without writing: what the pack would be, and what would change in the folder, by meaning.

    Without an agency it is the one of `years` whose name the document says most often, without a year the one that its
    targets are set for, and without a folder there is nothing to compare with. `progress` hears how many pages of how many are
    read, where the format has pages.
    """
    source = preflight(path, LIMITS, READ)
    layout = layout_for(years, year)
    tree = from_yaml(layout.read_text(encoding="utf-8"))
    read, draft, _ = readings_of(source, tree, agency or NAMELESS, year, progress)
    read = replace(read, agency=agency or likely_agency(draft, years))
    before = _before(out) if out else None
    plan = keeping_bases(read, before.plan if before else None)
    questions = _with_answers(draft, {one.id: one.answer for one in before.questions} if before else {})
    told = answered(plan, questions)
    pack = packs.Pack(
        told.plan,
        exceptions=before.exceptions if before else (),
        text=tuple(Paragraph(one.text, one.place) for one in draft.text),
        questions=questions,
    )
    changes = compare(before.plan, told.plan) if before else ()
    return Imported(pack, source.encoding or source.kind.upper(), layout.name, changes, told.unfit)


def likely_agency(draft: Draft, years: Path) -> str:
    """The code of the body whose name the document says most often, among those that the years' tables of bodies know."""
    said = "".join((draft.plan.title, *(one.text for one in draft.text), *(one.name for one in draft.plan.references)))
    bodies = {
        row["name"]: row["code"]
        for table in sorted(years.glob("*/organisations.csv"))
        for row in csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines())
        if not row.get("parent")
    }
    named = max(bodies, key=said.count, default="")
    return bodies[named] if named and named in said else NAMELESS


def readings_of(
    source: Preflight, tree: Mapping[str, object], agency: str, year: int | None, progress: Progress | None = None
) -> tuple[Plan, Draft, tuple[packs.Question, ...]]:
    """A document that was looked at: its plan with the bases that its reasons give, the draft it is from, its questions unanswered."""
    draft = _drafted(source, tree, agency, year, progress)
    document = Document(source.name, source.sha256, draft.plan.document.lines)
    return with_bases(replace(draft.plan, document=document)), draft, _with_answers(draft, {})


def layout_for(years: Path, year: int | None) -> Path:
    """The layout of a year's form: its own, or else that of the nearest year that has one; the newest when no year is known."""
    found = sorted(years.glob("*/layouts/official-text.yaml"), key=lambda path: _distance(path, year or 9999))
    if not found:
        raise packs.PackProblem([packs.Trouble("no-layout", str(years), "", {"year": str(year or "")})])
    return found[0]


def _distance(path: Path, year: int) -> int:
    name = path.parent.parent.name
    return abs(int(name) - year) if name.isdigit() else 10_000


def _drafted(
    source: Preflight, tree: Mapping[str, object], agency: str, year: int | None, progress: Progress | None
) -> Draft:
    """The draft, read in a child; a refusal names the file."""
    refuse_published(source)
    held = source.text or source.data
    try:
        return run(
            draft_of, source.kind, held, tree, agency, year, seconds=SECONDS, megabytes=MEGABYTES, progress=progress
        )
    except Refused as refused:
        raise Refused(refused.reason, {"file": source.name, **refused.facts}) from None


def draft_of(kind: str, held: str | bytes, tree: Mapping[str, object], agency: str, year: int | None) -> Draft:
    """The child's part: text line by line, everything else by its blocks."""
    layout = read_layout(tree)
    if isinstance(held, str):
        return read_text(held, layout, agency, year)
    blocks = read_pdf(held, tell) if kind == "pdf" else read_hwpx(held)
    return read_blocks(blocks, layout, agency, year)


def _before(out: Path) -> packs.Pack | None:
    """The pack of an earlier import into the same folder; None when there is none that can be read."""
    if not (out / "plan.yaml").is_file():
        return None
    try:
        return packs.read(out)
    except packs.PackProblem:
        return None


def _with_answers(draft: Draft, answers: Mapping[str, str]) -> tuple[packs.Question, ...]:
    return tuple(
        packs.Question(
            id=one.id,
            kind=one.kind,
            object=one.object,
            line=one.line,
            excerpt=one.excerpt,
            understood=one.understood,
            alternatives=tuple(one.alternatives),
            answer=answers.get(one.id, ""),
        )
        for one in draft.questions
    )
