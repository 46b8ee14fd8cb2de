"""How a child tells its parent how far it has come: numbers on a pipe that was opened for it."""

import os
from collections.abc import Callable

Progress = Callable[[int, int], None]

_pipe = -1


def tell_on(pipe: int) -> None:
    """From here on `tell` writes to this pipe; -1 for none."""
    global _pipe
    _pipe = pipe


def tell(done: int, of: int) -> None:
    """So much is done, of so much. Nothing happens where nobody listens."""
    if _pipe >= 0:
        try:
            os.write(_pipe, f"{done} {of}\n".encode())
        except OSError:
            tell_on(-1)


def listen(pipe: int, progress: Progress) -> None:
    """Hand on what a child tells until it ends. What is not two numbers is nobody's progress."""
    with os.fdopen(pipe, "rb") as told:
        for line in told:
            words = line.split()
            if len(words) == 2 and all(word.isdigit() and len(word) < 10 for word in words):
                progress(int(words[0]), int(words[1]))
