"""Seconds of a call, and seconds as a ratio to a reference measured in the same run on the same machine."""

import os
import time
from collections.abc import Callable


def worked() -> float:
    """Seconds that this process and those it started have worked, however long they waited for others."""
    return sum(os.times()[:4])


def best(call: Callable[[], object], times: int = 5, clock: Callable[[], float] = time.perf_counter) -> float:
    """The shortest of so many runs: what the machine needs when nobody disturbs it."""
    seconds = []
    for _ in range(times):
        start = clock()
        call()
        seconds.append(clock() - start)
    return min(seconds)


def shown(seconds: float) -> str:
    """Seconds with three significant digits, small ones in milliseconds."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"
