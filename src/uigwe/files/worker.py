"""The child's side of `uigwe.files.child`: takes one job on its input, limits itself, answers on its output."""

import os
import pickle
import resource
import sys
from collections.abc import Callable
from typing import Any

from uigwe.files.refused import Refused
from uigwe.files.telling import tell_on

_MEGABYTE = 1024 * 1024


def limit(seconds: float, megabytes: int) -> None:
    """From here on this process may use so much processor time and address space, and leaves no core file."""
    whole = max(1, int(seconds) + 1)
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 1))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE, megabytes * _MEGABYTE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(function: Callable[..., Any], args: tuple[Any, ...]) -> tuple[str, Any]:
    """What came of the job: `done`, `refused`, `memory` or `failed` (with the kind of error only, never its words)."""
    try:
        return "done", function(*args)
    except Refused as refused:
        return "refused", refused
    except MemoryError:
        return "memory", None
    except Exception as error:  # the parent only learns its kind
        return "failed", type(error).__name__


def main() -> None:
    """Read a job, do it within its limits, write what came of it."""
    function, args, seconds, megabytes, pipe = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own parent
    output = os.dup(1)
    os.dup2(2, 1)  # whatever a parser prints must not mix with the answer
    tell_on(pipe)
    limit(seconds, megabytes)
    try:
        told = pickle.dumps(answer(function, args))
    except MemoryError:
        told = pickle.dumps(("memory", None))
    except Exception as error:
        told = pickle.dumps(("failed", type(error).__name__))
    with os.fdopen(output, "wb") as pipe:
        pipe.write(told)


if __name__ == "__main__":
    main()
