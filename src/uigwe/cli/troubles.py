"""What a person sees when something cannot be read: a sentence that says what, where, why and what to do; never a traceback."""

import argparse
import sys
from collections.abc import Callable, Iterator

from uigwe.files import Refused
from uigwe.packs import PackProblem
from uigwe.texts import tell

UNREADABLE = 2


def guarded(run: Callable[[argparse.Namespace], int], arguments: argparse.Namespace) -> int:
    """Run a command; refusals of files and packs become sentences and exit code 2."""
    try:
        return run(arguments)
    except (PackProblem, Refused) as problem:
        for line in told(problem, arguments.language):
            print(line, file=sys.stderr)
    except BrokenPipeError:
        raise
    except PermissionError as error:
        facts = {"file": str(error.filename or ""), "at": ""}
        print(tell("files", "no-permission", facts, arguments.language), file=sys.stderr)
    except OSError as error:
        facts = {"file": str(error.filename or ""), "at": "", "error": error.strerror or str(error)}
        print(tell("files", "disk", facts, arguments.language), file=sys.stderr)
    return UNREADABLE


def told(problem: PackProblem | Refused, language: str) -> Iterator[str]:
    """The sentences of a problem, one line each."""
    if isinstance(problem, Refused):
        yield tell("files", problem.reason, {name: str(value) for name, value in problem.facts.items()}, language)
        return
    for trouble in problem.troubles:
        where = f"{trouble.file} {trouble.at}".strip()
        sentence = tell("packs", trouble.reason, {"file": trouble.file, "at": trouble.at, **trouble.facts}, language)
        yield f"{where}: {sentence}"
