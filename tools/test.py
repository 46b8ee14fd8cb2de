"""`./run test`: the whole suite on SQLite, what touches the database on PostgreSQL beside it, and one honest count.

    ./run test                         both, but for the slow tests: those of a minute each, and those that repeat a quick
                                       one with other seeds, the other lines of a long bed, in another look or on every page
    ./run test --slow                      those, on both
    ./run test --sqlite [ARGUMENT...]      only SQLite; arguments go to pytest
    ./run test --postgres [ARGUMENT...]    only PostgreSQL
    ./run test ARGUMENT...             arguments go to pytest, on SQLite

Speaks Korean and English to the person at the terminal; the last line counts everything.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CI = os.environ.get("CI", "").lower() in {"true", "1"}
NOTHING_COLLECTED = 5
NO_POSTGRES = 69  # tools/pg_tmp.sh
# A worker keeps the files it begins, so that what a file prepares is prepared once; who has nothing left takes from another.
SHARED = ["--dist=worksteal"]
SLOWEST = 10
# Where tests touch the database: for the run on PostgreSQL nothing else is read (tests/conftest.py). tests/test_house.py
# sees to it that none lies elsewhere.
DATABASE_ROOMS = (ROOT / "tests/web", ROOT / "tests/test_house.py")


def touches_database(path: Path) -> bool:
    """Whether this file, or a folder or file in it, may hold tests that touch the database."""
    return any(path.is_relative_to(room) or room.is_relative_to(path) for room in DATABASE_ROOMS)


@dataclass
class Leg:
    """One run of pytest on one database."""

    name: str
    exit: int = 0
    counts: dict[str, Any] = field(default_factory=dict)
    not_run: str = ""

    @property
    def passed(self) -> int:
        return int(self.counts.get("passed", 0)) + int(self.counts.get("xfailed", 0))

    @property
    def failed(self) -> int:
        broken = sum(int(self.counts.get(name, 0)) for name in ("failed", "error", "xpassed"))
        # Something is wrong although no test says so: a usage error, a crash, an interrupt.
        return broken or int(self.exit not in {0, NOTHING_COLLECTED})

    @property
    def broken(self) -> list[tuple[str, str]]:
        """The tests that failed, and the first line of what they said; pytest's own code where it ended before any test."""
        told = [(name, why) for name, why in self.counts.get("broken", [])]
        if self.failed and not told and not self.not_run:
            return [("pytest", f"{self.exit}")]
        return told

    @property
    def skipped(self) -> list[tuple[str, str]]:
        return [(name, why) for name, why in self.counts.get("skipped", [])]


def run(name: str, arguments: list[str], *, beside: list[str] | None = None, held_back: bool = False) -> Leg:
    """Runs pytest, through the command `beside` when given, and reads the counts that tests/conftest.py leaves.

    `held_back`: what it prints comes out in one piece at the end, for a run that is not the only one.
    """
    title = f"\n═══ {name} ═══"
    if not held_back:
        print(title, flush=True)
    with tempfile.TemporaryDirectory(prefix="uigwe-test.") as folder:
        report = Path(folder) / "report.json"
        environment = {**os.environ, "UIGWE_TEST_REPORT": str(report)}
        environment.pop("UIGWE_DATABASE_URL", None)  # never the database of somebody who works here
        # What was compiled once is kept: the tests themselves, whose rewriting costs more than their reading, and, for each
        # process that a test starts, the program.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [*(beside or []), sys.executable, "-m", "pytest", *arguments]
        printed = (Path(folder) / "printed").open("w+", encoding="utf-8") if held_back else None
        code = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=printed, stderr=printed, check=False
        ).returncode
        if printed is not None:
            with printed:
                printed.seek(0)
                print(title, printed.read(), sep="\n", flush=True)
        counts = json.loads(report.read_text(encoding="utf-8")) if report.is_file() else {}
    return Leg(name, exit=code, counts=counts)


def on_postgres(arguments: list[str], marks: str = "database", *, held_back: bool = False) -> Leg:
    beside = ["bash", str(ROOT / "tools/pg_tmp.sh")]
    leg = run("PostgreSQL", ["-m", marks, *arguments], beside=beside, held_back=held_back)
    if leg.exit == NO_POSTGRES and not leg.counts:
        leg.not_run = "PostgreSQL이 설치되어 있지 않음: apt-get install postgresql (PostgreSQL is not installed)"
        if not CI:
            leg.exit = 0
    return leg


def on_both(which: str) -> list[Leg]:
    """Both databases at the same time, for SQLite a process for each core: while one waits for its server or its browser,
    another computes. Slow tests wait more than they compute."""
    cores = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 4)
    slow = which == "slow"
    many = os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") or str(cores + slow)
    beside = cores if slow else max(1, cores // 2)
    with ThreadPoolExecutor(1) as other:
        waited = other.submit(on_postgres, ["-n", str(beside), *SHARED], f"database and {which}", held_back=True)
        sqlite = run("SQLite", ["-m", which, "-n", many, *SHARED])
        postgres = waited.result()
    if postgres.not_run and not CI:
        count = sqlite.counts.get("database_tests", "?")
        postgres.not_run += f" — {count}개 시험을 하지 않음 ({count} tests not run)"
    return [sqlite, postgres]


def slowest(legs: list[Leg]) -> None:
    """The files that took longest, setups included: where the next minute is to be saved."""
    spent = Counter[str]()
    for leg in legs:
        spent.update({f"{name} [{leg.name}]": seconds for name, seconds in leg.counts.get("files", {}).items()})
    if spent:
        print(f"\n  가장 오래 걸린 파일 {SLOWEST}개 (the {SLOWEST} slowest files):")
        for name, seconds in spent.most_common(SLOWEST):
            print(f"      {seconds:>6.1f} s  {name}")


def summary(legs: list[Leg], not_asked: str) -> int:
    """Prints what ran, what was skipped and why; returns the exit code."""
    print("\n═══ 시험 결과 (test result) ═══")
    skipped = Counter[str]()
    for leg in legs:
        if leg.not_run:
            print(f"  {leg.name:<11} !!! 실행하지 않음 (NOT RUN): {leg.not_run}")
            continue
        if leg.exit == NOTHING_COLLECTED:
            print(f"  {leg.name:<11} 해당하는 시험이 없음 (no test to run)")
            continue
        seconds = leg.counts.get("seconds", "?")
        print(f"  {leg.name:<11} {leg.passed} passed, {leg.failed} failed, {len(leg.skipped)} skipped, {seconds} s")
        skipped.update(f"[{leg.name}] {why}" for _, why in leg.skipped)
    if not_asked:
        print(f"  {not_asked}")
    slowest(legs)
    if skipped:
        print(f"\n  !!! 건너뛴 시험 {skipped.total()}개와 까닭 ({skipped.total()} skipped, and why):")
        for why, count in skipped.most_common():
            print(f"      {count:>4} × {why}")

    if any(leg.broken for leg in legs):
        print("\n  !!! 실패한 시험 (failed tests):")
        for leg in legs:
            for name, why in leg.broken:
                print(f"      [{leg.name}] {name}: {why}")

    passed, failed = sum(leg.passed for leg in legs), sum(leg.failed for leg in legs)
    not_run = sum(int(leg.counts.get("database_tests", 0)) for leg in legs[:1] if any(leg.not_run for leg in legs))
    if passed + failed == 0:
        print("\n  시험이 하나도 실행되지 않았습니다. (No test ran at all.)")
        failed = 1
    print(f"\n{passed} passed, {failed} failed, {skipped.total() + not_run} skipped", flush=True)
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    if not arguments or arguments == ["--slow"]:
        slow = (
            ""
            if arguments
            else "느린 시험과 긴 목록의 나머지는 따로: ./run test --slow (slow tests and the rest of long beds run apart)"
        )
        return summary(on_both("slow" if arguments else "not slow"), slow)
    if arguments[0] == "--postgres":
        return summary([on_postgres(arguments[1:])], "")
    rest = arguments[1:] if arguments[0] == "--sqlite" else arguments
    not_asked = "PostgreSQL은 요청하지 않음: ./run test --postgres … (PostgreSQL was not asked for)"
    return summary([run("SQLite", rest)], not_asked)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
