"""Run a function in a child process that can be killed: limited memory, processor time and wall clock, no inherited secrets."""

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from uigwe.files.refused import Refused
from uigwe.files.telling import Progress, listen

R = TypeVar("R")

# What a child may see of the environment: enough to start Python and to decode text, nothing that could be a secret.
_KEPT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "VIRTUAL_ENV", "SYSTEMROOT")
_OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)


def run(
    function: Callable[..., R],
    *args: Any,
    seconds: float = 30,
    megabytes: int = 1024,
    progress: Progress | None = None,
) -> R:
    """What `function(*args)` returns, worked out in a child that cannot hurt us.

    `function` is a public function of a module; what it takes and gives must be picklable. `progress` hears what it tells by
    `uigwe.files.telling.tell`. Raises `Refused`:
    `took-too-long`, `too-much-memory`, `parser-failed`, `parser-died`; a `Refused` of the function itself comes through as it is.
    """
    with _heard(progress) as pipe:
        answer, code = _answered((function, args, seconds, megabytes, pipe), seconds)
    told: R = _told(answer, code, seconds, megabytes)
    return told


def _answered(work: tuple[Any, ...], seconds: float) -> tuple[bytes, int]:
    """What the child writes about its work, and the code it ends with."""
    # Nameless files instead of pipes: nothing a child leaves open can keep us waiting, and no size can block us.
    with tempfile.TemporaryFile() as job, tempfile.TemporaryFile() as answer:
        pickle.dump(work, job)
        job.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-m", "uigwe.files.worker"],
            stdin=job,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
            pass_fds=(work[-1],) if work[-1] >= 0 else (),
        )
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise Refused("took-too-long", {"seconds": _whole(seconds)}) from None
        finally:
            _end(process)
        answer.seek(0)
        return answer.read(), process.returncode


@contextmanager
def _heard(progress: Progress | None) -> Iterator[int]:
    """The end of a pipe for the child to tell on; -1 when nobody asks. A thread hands on what comes until the child is gone."""
    if progress is None:
        yield -1
        return
    mine, childs = os.pipe()
    listener = threading.Thread(target=listen, args=(mine, progress), daemon=True)
    listener.start()
    try:
        yield childs
    finally:
        os.close(childs)
        listener.join(timeout=1)


def _told(answer: bytes, code: int, seconds: float, megabytes: int) -> Any:
    if code in _OUT_OF_TIME:
        raise Refused("took-too-long", {"seconds": _whole(seconds)})
    if code != 0 or not answer:
        raise Refused("parser-died", {"code": code})
    told, value = pickle.loads(answer)  # noqa: S301 - written by our own worker
    if told == "done":
        return value
    if told == "refused":
        raise value
    if told == "memory":
        raise Refused("too-much-memory", {"megabytes": megabytes})
    raise Refused("parser-failed", {"error": value})


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    # The child finds the same packages as we do, wherever they were found.
    kept["PYTHONPATH"] = os.pathsep.join(entry for entry in sys.path if entry)
    return kept


def _end(process: subprocess.Popen[bytes]) -> None:
    """Nothing the child started outlives it: the whole session goes."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()
    process.wait()


def _whole(seconds: float) -> int:
    return max(1, round(seconds))
