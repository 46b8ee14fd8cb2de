"""`uigwe import FILE`: an official text becomes a pack, with a list of questions for a person."""

import argparse
import re
from pathlib import Path

from uigwe.cli.command import Command
from uigwe.cli.summaries import SUMMARIES
from uigwe.cli.years import YEARS
from uigwe.operations.importing import Imported, import_document
from uigwe.packs import PackProblem, Trouble
from uigwe.texts import both, phrase, word


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file, whose plan it is, and where the pack goes."""
    parser.add_argument("file", type=Path, metavar="FILE", help=both("file"))
    parser.add_argument("--agency", required=True, help=both("agency"))
    parser.add_argument("--year", required=True, type=int, help=both("year"))
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help=both("out"))
    parser.add_argument("--years", type=Path, default=YEARS, metavar="DIR", help=argparse.SUPPRESS)
    parser.add_argument("--questions", action="store_true", help=both("all-questions"))


def run(given: argparse.Namespace) -> int:
    """Import, then say what was found and what is asked."""
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,30}", given.agency):
        raise PackProblem([Trouble("bad-agency", "--agency", "", {"found": given.agency})])
    if not 1990 <= given.year <= 2099:
        raise PackProblem([Trouble("bad-year", "--year", "", {"found": str(given.year)})])
    _report(import_document(given.file, given.agency, given.year, given.out, given.years), given)
    return 0


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
    console().print(f"→ {given.out}  ({imported.encoding}, {imported.layout})")
    if not questions:
        console().print(phrase("no-questions", language))
        return
    shown = questions if given.questions else questions[:3]
    head = phrase("questions", language, count=len(questions))
    console().print(f"\n[bold]{head}[/bold]  ({given.out / 'questions.yaml'})")
    for question in shown:
        told = f"{question.excerpt}\n\n→ {question.understood or '?'}"
        if question.alternatives:
            told += "\n" + "\n".join(f"  · {one}" for one in question.alternatives)
        console().print(
            Panel(
                told.replace("[", "\\["),
                title=f"{question.object} · {question.kind} · {question.line}",
                title_align="left",
            )
        )
    if len(shown) < len(questions):
        console().print(phrase("see-all-questions", language))


command = Command(**SUMMARIES["import"], arguments=arguments, run=run)
