"""`uigwe import FILE`: an official document becomes a pack, with a list of questions for a person."""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from uigwe.cli.command import Command
from uigwe.cli.diff import table_of_changes
from uigwe.cli.progress import pages_read
from uigwe.cli.summaries import SUMMARIES
from uigwe.documents.table import Note
from uigwe.operations.importing import Imported, read_document
from uigwe.operations.years import years
from uigwe.packs import Pack, PackProblem, Question, Trouble, write
from uigwe.plan import Change
from uigwe.texts import both, fill, phrase, sentences, tell, word

# Files that are tables by their name; a layout makes a table of any.
TABLES = (".csv", ".tsv", ".xlsx")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file, whose plan it is, and where the pack goes."""
    parser.add_argument("file", type=Path, metavar="FILE", help=both("file"))
    parser.add_argument("--agency", help=both("agency-likely"))
    parser.add_argument("--year", type=int, help=both("year-likely"))
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help=both("out"))
    parser.add_argument("--layout", type=Path, metavar="FILE", help=both("layout"))
    parser.add_argument("--years", type=Path, default=years(), metavar="DIR", help=argparse.SUPPRESS)
    parser.add_argument("--dry-run", action="store_true", help=both("dry-run"))
    parser.add_argument("--yes", action="store_true", help=both("yes"))
    parser.add_argument("--questions", action="store_true", help=both("all-questions"))


def run(given: argparse.Namespace) -> int:
    """Import, then say what was found and what is asked."""
    if given.agency is not None and not re.fullmatch(r"[a-z][a-z0-9-]{0,30}", given.agency):
        raise PackProblem([Trouble("bad-agency", "--agency", "", {"found": given.agency})])
    if given.year is not None and not 1990 <= given.year <= 2099:
        raise PackProblem([Trouble("bad-year", "--year", "", {"found": str(given.year)})])
    if given.layout or given.file.suffix.lower() in TABLES:
        nameless = [name for name in ("agency", "year") if getattr(given, name) is None]
        if nameless:
            raise PackProblem([Trouble("table-nameless", f"--{name}") for name in nameless])
        return _table(given)
    with pages_read(given.language) as progress:
        imported = read_document(given.file, given.agency, given.year, given.out, given.years, progress)
    if not _written(imported.pack, imported.changes, given):
        return 1
    _report(imported, given)
    return 0


def _written(pack: Pack, changes: Sequence[Change], given: argparse.Namespace) -> bool:
    """Shows what changes, and writes the pack unless only a look was asked for; False when the person does not want it."""
    if changes:
        table_of_changes(list(changes), given.language)
    if given.dry_run:
        return True
    if changes and not given.yes and not _agreed(given.language):
        print(phrase("not-written", given.language))
        return False
    write(pack, given.out)
    return True


def _table(given: argparse.Namespace) -> int:
    """A table of indicators: by its layout into a pack, or without one a layout to begin with."""
    from uigwe.operations.tables import changes_in, import_table, layout_text, proposed_layout

    if given.layout is None:
        proposed = proposed_layout(given.file, given.year)
        print(layout_text(proposed.layout), end="")
        _say_notes(proposed.notes, given.language)
        print(phrase("layout-proposed", given.language), file=sys.stderr)
        return 0
    imported = import_table(given.file, given.layout, given.agency, given.year)
    if not _written(imported.pack, changes_in(given.out, imported.pack), given):
        return 1
    taken = len(imported.pack.plan.indicators)
    print(phrase("rows-accounted", given.language, rows=imported.rows, taken=taken, left=len(imported.left_out)))
    reasons = sentences("rows", given.language)
    for reason, count in Counter(one.reason for one in imported.left_out).most_common():
        print(f"  {count:>5}  {reasons[reason]['what']}")
    for one in imported.left_out if given.questions else ():
        print(f"  {one.line}\t{one.id}\t{one.reason}\t{one.told}")
    _say_notes(imported.notes, given.language)
    print(phrase("dry-run-done", given.language) if given.dry_run else f"→ {given.out}")
    return 0


def _say_notes(notes: Sequence[Note], language: str) -> None:
    """What is to be known of a table as a whole: other sheets, what is hidden, what a program worked out."""
    for note in notes:
        print(tell("sheets", note.reason, note.facts, language), file=sys.stderr)


def _agreed(language: str) -> bool:
    """What the person says to the changes. Where nobody can be asked the answer is no: `--yes` says it beforehand."""
    if not sys.stdin.isatty():
        return False
    return input(phrase("write-changes", language) + " ").strip().lower() in ("y", "yes")


def _report(imported: Imported, given: argparse.Namespace) -> None:
    from rich.panel import Panel
    from rich.table import Table

    from uigwe.cli.paint import console

    plan, questions = imported.pack.plan, imported.pack.questions
    tasks = list(plan.tasks())
    language = given.language
    rows = (
        (word("object", "strategic_goal", language), len(plan.goals)),
        (word("object", "performance_goal", language), len(list(plan.performance_goals()))),
        (word("object", "task", language), len(tasks)),
        (phrase("indicator-rows", language), len(list(plan.uses()))),
        (word("object", "milestone", language), sum(len(task.milestones) for task in tasks)),
        (word("object", "budget", language), sum(len(task.budget) for task in tasks)),
        (word("object", "link", language), sum(len(task.links) for task in tasks)),
        (phrase("prose-lines", language), len(imported.pack.text)),
    )
    table = Table(show_header=False, box=None)
    for name, count in rows:
        table.add_row(name, f"{count:,}")
    console().print(table)
    if given.dry_run:
        console().print(phrase("dry-run-done", language))
    else:
        console().print(f"→ {given.out}  ({imported.encoding}, {imported.layout})")
    for question in imported.unfit:
        console().print(phrase("answer-unfit", language, object=question.object, answer=question.answer))
    still = [question for question in questions if not question.answer or question in imported.unfit]
    if not still:
        console().print(phrase("no-questions", language))
        return
    shown = still if given.questions else still[:3]
    head = phrase("questions", language, count=len(still))
    console().print(f"\n[bold]{head}[/bold]  ({given.out / 'questions.yaml'})")
    for question in shown:
        title = f"{question.object} · {question.line}"
        console().print(Panel(_told(question, language).replace("[", "\\["), title=title, title_align="left"))
    if len(shown) < len(still):
        console().print(phrase("see-all-questions", language))


def _told(question: Question, language: str) -> str:
    """A question in words: what is asked, the lines around it, what was understood, what else it may be, how to answer."""
    known = sentences("questions", language)
    entry = known.get(question.kind) or known["unknown"]
    facts = {"object": question.object, "understood": question.understood}
    told = f"{fill(entry['ask'], facts)}\n\n{question.excerpt}\n\n= {question.understood or '?'}"
    for number, one in enumerate(question.alternatives, 1):
        told += f"\n{number} {one}"
    return f"{told}\n\n{fill(entry['how'], facts)}"


command = Command(**SUMMARIES["import"], arguments=arguments, run=run)
