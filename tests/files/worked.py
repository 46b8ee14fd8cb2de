"""Things for a child to do."""

import os
import time
from pathlib import Path

from uigwe.files import Preflight, Refused
from uigwe.files.telling import tell


def double(number: int) -> int:
    return number * 2


def see(name: str) -> str | None:
    return os.environ.get(name)


def hang() -> None:
    time.sleep(60)


def burn() -> None:
    while True:
        pass


def grow() -> int:
    return len(bytearray(4_000_000_000))


def fail() -> None:
    raise ValueError("a secret word of the document")


def refuse() -> None:
    raise Refused("not-a-plan", {"lines": 3})


def die() -> None:
    os._exit(9)


def chatter() -> str:
    print("noise")
    return "said"


def leave_one_behind(path: str) -> None:
    if os.fork() == 0:
        time.sleep(1.5)
        Path(path).write_text("still here")


def count_aloud() -> str:
    for done in (1, 2, 3):
        tell(done, 3)
    return "counted"


def name_and_lines(source: Preflight) -> tuple[str, int]:
    return source.name, source.lines


def refuse_it(source: Preflight) -> None:
    raise Refused("not-a-plan", {"lines": source.lines})
