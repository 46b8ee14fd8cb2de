"""Seconds of a call, and seconds as a ratio to a reference measured in the same run on the same machine."""

import time
from collections.abc import Callable


def best(call: Callable[[], object], times: int = 5) -> float:
    """The shortest of so many runs: what the machine needs when nobody disturbs it."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def shown(seconds: float) -> str:
    """Seconds with three significant digits, small ones in milliseconds."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"
