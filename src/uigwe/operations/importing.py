"""From a file a person hands in to a pack in a folder of theirs, with the questions only they can answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from uigwe import packs
from uigwe.documents import Draft, read_layout, read_text
from uigwe.files import preflight
from uigwe.files.child import run
from uigwe.plan import Document, Paragraph

SECONDS = 60
MEGABYTES = 1024


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import gave: the pack as it now lies in the folder, and how the file was decoded."""

    pack: packs.Pack
    encoding: str
    layout: str


def import_document(path: Path, agency: str, year: int, out: Path, years: Path) -> Imported:
    """Read the official text into a pack at `out`; answers given to an earlier import of the same folder are kept.

    Raises `files.Refused` (nothing is written) and `packs.PackProblem`.
    """
    source = preflight(path)
    layout = layout_for(years, year)
    tree = yaml.safe_load(layout.read_text(encoding="utf-8"))
    draft = run(_read, source.text, tree, agency, year, seconds=SECONDS, megabytes=MEGABYTES)
    plan = replace(draft.plan, document=Document(source.name, source.sha256, source.lines))
    pack = packs.Pack(
        plan,
        text=tuple(Paragraph(one.text, one.place) for one in draft.text),
        questions=_with_answers(draft, _answers(out)),
    )
    packs.write(pack, out)
    return Imported(pack, source.encoding, layout.name)


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


def _answers(out: Path) -> dict[str, str]:
    """Answers of an earlier import into the same folder, by question."""
    if not (out / "plan.yaml").is_file():
        return {}
    try:
        return {question.id: question.answer for question in packs.read(out).questions if question.answer}
    except packs.PackProblem:
        return {}


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
