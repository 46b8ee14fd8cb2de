"""`uigwe diff DIR1 DIR2`: what changed, by meaning."""

import argparse
import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from uigwe.cli.command import Command
from uigwe.cli.summaries import SUMMARIES
from uigwe.operations import compare_folders
from uigwe.plan import Change
from uigwe.texts import both, field_word, phrase, word

KINDS = ("plan", "node", "indicator", "milestone", "budget", "link", "person", "reference", "tally", "claim")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Two packs."""
    parser.add_argument("old", type=Path, metavar="DIR1")
    parser.add_argument("new", type=Path, metavar="DIR2")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--only", choices=KINDS, help=both("only-kind"))


def run(given: argparse.Namespace) -> int:
    """Print the changes; always 0: a change is not a fault."""
    changes = [change for change in compare_folders(given.old, given.new) if given.only in (None, change.kind)]
    if given.format == "json":
        print(json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=2))
    else:
        table_of_changes(changes, given.language)
    return 0


def table_of_changes(changes: list[Change], language: str) -> None:
    """The changes as a table, with their counts below."""
    from rich.table import Table
    from rich.text import Text

    from uigwe.cli.paint import console

    if not changes:
        console().print(phrase("unchanged", language))
        return
    table = Table(header_style="bold", show_lines=False)
    for column in ("kind", "where", "what", "field", "before", "after"):
        table.add_column(phrase(f"column-{column}", language), overflow="fold")
    for change in changes:
        before = Text("-" if change.before is None else change.before, style="red")
        after = Text("-" if change.after is None else change.after, style="green")
        table.add_row(
            word("object", change.kind, language), change.code, change.label, _field(change, language), before, after
        )
    console().print(table)
    counts = Counter(change.kind for change in changes)
    told = ", ".join(f"{word('object', kind, language)} {count}" for kind, count in counts.items())
    console().print(phrase("changes", language, count=len(changes), counts=told))


def _field(change: Change, language: str) -> str:
    if not change.field:
        return phrase("added" if change.before is None else "removed", language)
    return field_word(change.field, language)


command = Command(**SUMMARIES["diff"], arguments=arguments, run=run)
