"""The parser of a command's arguments: what is missing or not known is said in the person's language, with the way to the help."""

import argparse
import re
import sys
from typing import Any, NoReturn

from uigwe.texts import phrase

MISUSED = 2
# What argparse says, and the phrase for it. Whatever is not here is shown as it comes.
_SAID = (
    ("misused-required", re.compile(r"the following arguments are required: (?P<names>.+)")),
    (
        "misused-choice",
        re.compile(r"argument (?P<name>\S+): invalid choice: '?(?P<found>.*?)'? \(choose from (?P<known>.+)\)"),
    ),
    ("misused-value", re.compile(r"argument (?P<name>\S+): invalid \S+ value: '(?P<found>.*)'")),
    ("misused-empty", re.compile(r"argument (?P<name>\S+): expected (?:one|at least one) argument")),
    ("misused-unknown", re.compile(r"unrecognized arguments: (?P<names>.+)")),
)


class Parser(argparse.ArgumentParser):
    """argparse with titles and errors in Korean or English."""

    def __init__(self, *, language: str, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=argparse.RawDescriptionHelpFormatter, **options)
        self.language = language
        self._positionals.title = phrase("help-positionals", language)
        self._optionals.title = phrase("help-options", language)
        self.add_argument("-h", "--help", action="help", help=phrase("help-help", language))

    def format_help(self) -> str:
        """The help under a Korean or English word for usage."""
        return super().format_help().replace("usage:", phrase("help-usage", self.language), 1)

    def error(self, message: str) -> NoReturn:
        """One sentence and the way to the help; exit code 2."""
        print(f"{self.prog}: {_told(message, self.language)}", file=sys.stderr)
        print(phrase("help-more", self.language, prog=self.prog), file=sys.stderr)
        self.exit(MISUSED)


def _told(message: str, language: str) -> str:
    for key, pattern in _SAID:
        if found := pattern.fullmatch(message):
            return phrase(key, language, **{name: value.replace("'", "") for name, value in found.groupdict().items()})
    return message
