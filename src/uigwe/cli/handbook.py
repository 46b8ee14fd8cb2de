"""`uigwe handbook` writes the pages of all checks to one file; `uigwe explain CHECK` shows one of them."""

import argparse
import sys
from datetime import date
from pathlib import Path

from rich.markdown import Markdown

from uigwe.cli.command import Command
from uigwe.cli.paint import console
from uigwe.cli.summaries import SUMMARIES
from uigwe.reports.handbook import handbook_html, handbook_hwpx, handbook_text, page_text
from uigwe.texts import NoPage, both, page, phrase
from uigwe.texts.handbook import handbook, near, pages_about

MISUSED = 2
FORMS = (".hwpx", ".md", ".html")


def _handbook_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=both("handbook-out"))


def write(given: argparse.Namespace) -> int:
    """Write the handbook in the form that the name of the file asks for."""
    form = given.out.suffix.lower()
    if form not in FORMS:
        print(phrase("handbook-form", given.language, forms=", ".join(FORMS)), file=sys.stderr)
        return MISUSED
    if form == ".hwpx":
        day = date.today()  # noqa: DTZ011 - the day on the person's own wall
        made = handbook_hwpx(day, given.language)
    else:
        made = (handbook_html if form == ".html" else handbook_text)(given.language).encode()
    given.out.write_bytes(made)
    count = sum(len(chapter.pages) for chapter in handbook(given.language))
    print(phrase("handbook-written", given.language, file=given.out, count=count))
    return 0


def _explain_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("check", nargs="?", default="", metavar="CHECK", help=both("explain-check"))


def explain(given: argparse.Namespace) -> int:
    """Show the page of a check; without a check, or with a word that names none, list those that fit."""
    try:
        found = page(given.check, given.language) if given.check else None
    except NoPage:
        found = None
    if found:
        console().print(Markdown(page_text(found)))
        return 0
    fitting = pages_about(given.check, handbook(given.language))
    for chapter in fitting:
        console().print(chapter.title, style="bold")
        for one in chapter.pages:
            console().print(f"  {one.id:<24}{one.title}", markup=False)
    if fitting:
        return 0
    print(phrase("explain-unknown", given.language, check=given.check), file=sys.stderr)
    if like := near(given.check):
        print(SUMMARIES["near"][given.language].format(like), file=sys.stderr)
    return MISUSED


handbook_command = Command(**SUMMARIES["handbook"], arguments=_handbook_arguments, run=write)
explain_command = Command(**SUMMARIES["explain"], arguments=_explain_arguments, run=explain)
