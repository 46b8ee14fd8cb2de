"""`python -m benchmarks.hostile`: hostile files are refused in time and in little memory, good ones taken. Ends with 1 when a bar is missed.

Each file is looked at in a process of its own, so that its memory is its own; `--kinds` prints a line for each kind.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bar import Bar, print_bars
from corpus.hostile import HOSTILE, TAKES, good

KINDS = 40
SECONDS = 1
MEGABYTES = 256
_LOOK = """
import json, pathlib, sys, time
from uigwe.files import Refused, preflight
start = time.perf_counter()
try:
    preflight(sys.argv[1], takes=frozenset(sys.argv[2:]))
    told = ""
except Refused as refused:
    told = refused.reason
seconds = time.perf_counter() - start
# The highest of this very program; `ru_maxrss` would begin with that of whoever started it.
status = pathlib.Path("/proc/self/status").read_text()
print(json.dumps([told, seconds, int(status.split("VmHWM:")[1].split()[0]) / 1024]))
"""


def main(arguments: list[str]) -> int:
    """Makes the files, looks at each, prints, judges."""
    return print_bars(hostile_bars("--kinds" in arguments))


def hostile_bars(kinds: bool = False) -> list[Bar]:
    """Every kind of hostile file, and the good ones."""
    with tempfile.TemporaryDirectory() as folder:
        return list(_bars(Path(folder), kinds))


def _bars(folder: Path, kinds: bool) -> Iterator[Bar]:
    looked = []
    for hostile in HOSTILE:
        told, seconds, megabytes = look(hostile.write(folder))
        looked.append((hostile, told, seconds, megabytes))
        if kinds:
            print(f"{hostile.id:<24} {told or 'TAKEN':<20} {seconds * 1000:>6.0f} ms {megabytes:>5.0f} MB")
    taken = [hostile.id for hostile, told, _, _ in looked if not told]
    other = [f"{hostile.id}: {told}" for hostile, told, _, _ in looked if told and told != hostile.reason]
    slowest = max(looked, key=lambda one: one[2])
    largest = max(looked, key=lambda one: one[3])
    count = len(HOSTILE)
    yield Bar("적대적 파일의 종류 hostile kinds", f"≥ {KINDS}", str(count), count >= KINDS)
    yield Bar("거절 refused", "100 %", f"{count - len(taken)}/{count}", not taken, ", ".join(taken))
    yield Bar(
        "까닭이 맞음 for the right reason",
        "100 %",
        f"{count - len(taken) - len(other)}/{count}",
        not taken and not other,
        ", ".join(other),
    )
    yield Bar("가장 느린 거절 slowest", f"≤ {SECONDS} s", f"{slowest[2]:.2f} s", slowest[2] <= SECONDS, slowest[0].id)
    yield Bar(
        "가장 큰 기억 largest memory",
        f"≤ {MEGABYTES} MB",
        f"{largest[3]:.0f} MB",
        largest[3] <= MEGABYTES,
        largest[0].id,
    )
    refused = []
    files = good()
    for name, data in files:
        path = folder / name
        path.write_bytes(data)
        if told := look(path)[0]:
            refused.append(f"{name}: {told}")
    yield Bar(
        "좋은 파일을 받음 good ones taken",
        "100 %",
        f"{len(files) - len(refused)}/{len(files)}",
        not refused,
        ", ".join(refused),
    )


def look(path: Path) -> tuple[str, float, float]:
    """The reason of the refusal (empty when taken), seconds, megabytes."""
    command = [sys.executable, "-c", _LOOK, str(path), *sorted(TAKES)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    told, seconds, megabytes = json.loads(run.stdout)
    return told, seconds, megabytes


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
