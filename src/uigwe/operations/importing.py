"""From a file a person hands in to a pack in a folder of theirs, with the questions only they can answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from uigwe import packs
from uigwe.documents import Draft, read_layout, read_text
from uigwe.files import preflight
from uigwe.files.child import run
from uigwe.operations.answering import answered
from uigwe.operations.reasoning import keeping_bases, with_bases
from uigwe.plan import Change, Document, Paragraph, compare

SECONDS = 60
MEGABYTES = 1024


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


def read_document(path: Path, agency: str, year: int, out: Path, years: Path) -> Imported:
    """The same without writing: what the pack would be, and what would change in the folder, by meaning."""
    source = preflight(path)
    layout = layout_for(years, year)
    tree = yaml.safe_load(layout.read_text(encoding="utf-8"))
    draft = run(_read, source.text, tree, agency, year, seconds=SECONDS, megabytes=MEGABYTES)
    before = _before(out)
    read = with_bases(replace(draft.plan, document=Document(source.name, source.sha256, source.lines)))
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
    return Imported(pack, source.encoding, layout.name, changes, told.unfit)


def layout_for(years: Path, year: int) -> Path:
    """The layout of a year's form: its own, or else that of the nearest year that has one."""
    found = sorted(years.glob("*/layouts/official-text.yaml"), key=lambda path: _distance(path, year))
    if not found:
        raise packs.PackProblem([packs.Trouble("no-layout", str(years), "", {"year": str(year)})])
    return found[0]


def _distance(path: Path, year: int) -> int:
    name = path.parent.parent.name
    return abs(int(name) - year) if name.isdigit() else 10_000


def _read(text: str, tree: Mapping[str, object], agency: str, year: int) -> Draft:
    return read_text(text, read_layout(tree), agency, year)


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
