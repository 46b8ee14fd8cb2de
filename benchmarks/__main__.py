"""`./run bench`: how long each thing takes, as a ratio to a reference of the same run, with seconds beside.

    python -m benchmarks             the command line's work
    python -m benchmarks --pages     also the site: it is started, asked at 8 connections, and stopped again

Ends with 1 when a bar is missed, and names it. Ratios compare between machines and days; seconds are for people.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bar import Bar, print_bars
from benchmarks.pages import measure_pages
from benchmarks.timing import best, shown, worked
from corpus.plans import invent_case
from corpus.text import printed
from uigwe import packs
from uigwe.audit import CHECKS, Case, audit
from uigwe.operations.importing import import_document

ROOT = Path(__file__).resolve().parent.parent
YEARS = ROOT / "years"
SHIPPED = YEARS / "2023/plans/mss"
REASON = ("최근 3년 평균 대비 3% 상향", "--history", "2020=78,2021=82.5,2022=84.6", "--year", "2023")
OFFICIAL = ROOT.parent / "shared/plan-2023/plan.txt"


@dataclass(frozen=True, slots=True)
class Work:
    """Something that is timed: what, against which reference, and its bar: in seconds, or how many times the reference (`most`),
    which counts what was worked and not what was waited."""

    name: str
    reference: str
    bar: float | None
    call: Callable[[], object]
    times: int = 5
    note: str = ""
    most: float | None = None

    def wanted(self, reference: float) -> tuple[str, float | None]:
        """The bar as it is printed, and in seconds."""
        if self.most:
            return f"≤ {self.most:g} × {self.reference}", self.most * reference
        return (f"≤ {self.bar:g} s", self.bar) if self.bar else ("", None)


def main(arguments: list[str]) -> int:
    """Times everything and prints the table."""
    parser = argparse.ArgumentParser(prog="./run bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", action="store_true")
    asked = parser.parse_args(arguments)
    pack = packs.read(SHIPPED)
    with tempfile.TemporaryDirectory(prefix="uigwe-bench.") as scratch:
        bars = list(_bars(pack, Path(scratch)))
    if asked.pages:
        bars += measure_pages()
    return print_bars(bars)


def _bars(pack: packs.Pack, scratch: Path) -> Iterator[Bar]:
    plain = packs.to_plain(pack.plan)
    references = {
        "csv": best(_only_csv),
        "json": best(lambda: json.dumps(plain, ensure_ascii=False)),
        "pass": best(lambda: _process(sys.executable, "-c", "pass"), 7),
        "loop": best(lambda: sum(number * number for number in range(10_000_000)), 3, worked) / 10,
    }
    for name, seconds in references.items():
        print(f"  기준 reference {name}: {_REFERENCES[name]}: {shown(seconds)}")
    print()
    for work in (*_reading(pack, scratch), *_whole_processes(), _importing(scratch)):
        clock = worked if work.most else time.perf_counter
        seconds, reference = best(work.call, work.times, clock), references[work.reference]
        wanted, most = work.wanted(reference)
        beside = f"{seconds / reference:.1f} × {work.reference}"
        yield Bar(work.name, wanted, shown(seconds), seconds <= most if most else None, f"{beside}  {work.note}")


_REFERENCES = {
    "csv": "the tables of the pack read by Python's csv module alone",
    "json": "json.dumps of the plan's plain form",
    "pass": "a whole process of `python -c pass`",
    "loop": "a million squares summed in plain Python",
}


def _reading(pack: packs.Pack, scratch: Path) -> Iterator[Work]:
    plan = pack.plan
    yield Work("묶음 읽기 read the pack", "csv", 0.3, lambda: packs.read(SHIPPED))
    yield Work("묶음 쓰기 write the pack", "csv", None, lambda: packs.write(pack, scratch / "pack"))
    yield Work("점검 audit", "json", 0.5, lambda: audit(Case(plan)), note=f"{len(CHECKS)} checks")
    yield Work("해시 hash", "json", None, lambda: packs.hash_of(plan))
    yield Work("JSON에서 from JSON", "json", None, lambda: packs.from_plain(packs.to_plain(plan)))
    yield Work("계획 지어내기 invent a plan", "json", None, lambda: invent_case(1))


def _whole_processes() -> Iterator[Work]:
    uigwe = str(Path(sys.executable).parent / "uigwe")
    yield Work("uigwe --help", "pass", 0.3, lambda: _process(uigwe, "--help"), 7)
    audit_it = lambda: _process(uigwe, "audit", str(SHIPPED), may_find=True)  # noqa: E731 - a row of the table
    yield Work("uigwe audit", "loop", None, audit_it, 3, most=40)
    yield Work("uigwe basis", "loop", None, lambda: _process(uigwe, "basis", *REASON), 5, most=14)
    reading = "import uigwe.reasons"
    yield Work(reading, "loop", None, lambda: _process(sys.executable, "-c", reading), 5, most=5)


def _importing(scratch: Path) -> Work:
    """The official text when it lies beside the checkout; else a text of an invented ministry, said loudly."""
    if OFFICIAL.is_file():
        lines = OFFICIAL.read_text(encoding="utf-8").count("\n")
        call = lambda: import_document(OFFICIAL, "mss", 2023, scratch / "official", YEARS)  # noqa: E731 - a row of the table
        return Work("원문 가져오기 import the official text", "csv", 3, call, 2, f"{lines:,} lines")
    made = printed(invent_case(3, year=2023, tasks=46, goals=17, strategic=4))
    file = scratch / "invented.txt"
    file.write_text(made.text, encoding="utf-8")
    print(
        f"  !!! 원문이 없어 지어낸 글로 잽니다 (no official text at {OFFICIAL.name}: an invented one is imported instead)\n"
    )
    return Work(
        "지어낸 글 가져오기 import an invented text",
        "csv",
        3,
        lambda: import_document(file, "invented", 2023, scratch / "invented", YEARS),
        2,
        f"{made.text.count(chr(10)):,} lines",
    )


def _only_csv() -> int:
    """What any reader of the pack must do at least."""
    cells = 0
    for path in sorted(SHIPPED.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            cells += sum(len(row) for row in csv.reader(file))
    return cells


def _process(*command: str, may_find: bool = False) -> None:
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in ((0, 1) if may_find else (0,)):
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.decode(errors='replace')[-500:]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
