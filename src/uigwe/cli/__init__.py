"""`uigwe`: one command. A sub-command is loaded only when it is asked for, so that `uigwe --help` is quick."""

import io
import os
import sys
from importlib.metadata import EntryPoint, entry_points

from uigwe import __version__
from uigwe.cli.command import Command
from uigwe.cli.summaries import SUMMARIES

GROUP = "uigwe.commands"
UNREADABLE = 2
LANGUAGES = ("ko", "en")


def main(argv: list[str] | None = None) -> int:
    """Run `uigwe` with these arguments; the exit code comes back: 0 well, 1 something open, 2 unreadable or misused."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal of another code page shows "?" for a sign it lacks; it never ends the command.
            stream.reconfigure(errors="replace")
    commands = {point.name: point for point in entry_points(group=GROUP)}
    language, words = _language(words)
    if language not in LANGUAGES:
        print(
            SUMMARIES["languages"]["ko"].format(language) + "\n" + SUMMARIES["languages"]["en"].format(language),
            file=sys.stderr,
        )
        return UNREADABLE
    if words and words[0] in ("--version", "-V"):
        print(f"uigwe {__version__}")
        return 0
    if not words or words[0] in ("--help", "-h", "help"):
        print(_overview(commands, language))
        return 0 if words else UNREADABLE
    if words[0] not in commands:
        print(_unknown(words[0], commands, language), file=sys.stderr)
        return UNREADABLE
    return _run(commands[words[0]], words[1:], language)


def _run(point: EntryPoint, words: list[str], language: str) -> int:
    command: Command = point.load()
    from uigwe.cli.parser import Parser

    description = command.ko if language == "ko" else command.en
    parser = Parser(prog=f"uigwe {point.name}", description=description, language=language)
    command.arguments(parser)
    arguments = parser.parse_args(words)
    arguments.language = language
    from uigwe.cli.troubles import guarded

    try:
        return guarded(command.run, arguments)
    except BrokenPipeError:
        # The reader of our output left, as `head` does; nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _language(words: list[str]) -> tuple[str, list[str]]:
    """`--lang en` anywhere, or UIGWE_LANG; Korean otherwise."""
    language = os.environ.get("UIGWE_LANG", "ko")
    kept = []
    rest = iter(words)
    for word in rest:
        if word == "--lang":
            language = next(rest, language)
        elif word.startswith("--lang="):
            language = word.removeprefix("--lang=")
        else:
            kept.append(word)
    known = [one for one in LANGUAGES if language.lower().startswith(one)]
    return (known[0] if known else language), kept


def _overview(commands: dict[str, EntryPoint], language: str) -> str:
    head = SUMMARIES["uigwe"][language]
    names = [name for name in SUMMARIES if name in commands]
    names += [name for name in sorted(commands) if name not in SUMMARIES]
    lines = [f"  {name:<10}{SUMMARIES.get(name, {}).get(language, '')}" for name in names]
    return "\n".join([head, "", *lines, "", SUMMARIES["more"][language]])


def _unknown(name: str, commands: dict[str, EntryPoint], language: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, list(commands), 1)
    hint = SUMMARIES["near"][language].format(near[0]) if near else ""
    return f"{SUMMARIES['unknown'][language].format(name)} {hint}\n\n{_overview(commands, language)}"
