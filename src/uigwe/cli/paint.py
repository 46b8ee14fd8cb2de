"""Colour and tables in the terminal: one console, the marks of findings, plain text when nobody looks."""

import os
import sys
from functools import lru_cache

from rich.console import Console
from rich.text import Text

from uigwe.audit import Level
from uigwe.texts import word

STYLES = {Level.ERROR: "bold red", Level.DOUBT: "yellow", Level.NOTICE: "cyan"}
# The shapes that the site draws: a diamond, a disc, a square.
MARKS = {Level.ERROR: "◆", Level.DOUBT: "●", Level.NOTICE: "■"}


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """The reader of our output left, as `head` does; `uigwe` ends quietly."""
        raise BrokenPipeError


@lru_cache(maxsize=1)
def console() -> Console:
    """The terminal. Piped output is as wide as the text needs, without colour."""
    piped = not sys.stdout.isatty()
    width = int(os.environ.get("COLUMNS", "0")) or (160 if piped else None)
    return _Console(width=width, soft_wrap=False, highlight=False)


def mark(level: Level, language: str) -> Text:
    """A level as sign and word, not by colour alone."""
    return Text(f"{MARKS[level]} {word('level', level, language)}", style=STYLES[level])
