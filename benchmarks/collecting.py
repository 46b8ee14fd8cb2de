"""Collecting under load and when things break, against the bars of its issue, on SQLite and on PostgreSQL.

python -m benchmarks.collecting             the whole: a minute of the last evening, 400 saves of a field, 20 kills: a quarter of an hour
python -m benchmarks.collecting --sample    the same in small
python -m benchmarks.collecting --only evening,writers   some of evening, writers, breaking, refusing

Each database is measured in processes of its own; PostgreSQL is a throw-away server that waits for its disk as a real one does.
"""

import argparse
import dataclasses
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from benchmarks import breaking, evening, writers
from benchmarks.bar import Bar, print_bars
from benchmarks.site import NO_POSTGRES, ROOT, made

PEOPLE = 200
P95 = {"SQLite": 600, "PostgreSQL": 300}


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    seconds: float = 60
    saves: int = 50
    kills: int = 20
    cuts: int = 10


SAMPLE = Size(seconds=25, saves=10, kills=2, cuts=3)


def main(arguments: list[str]) -> int:
    """Measures, prints, judges."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.collecting", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--on", choices=sorted(P95), help=argparse.SUPPRESS)
    parser.add_argument("--to", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    parts = [part for part in PARTS if part in asked.only.split(",")]
    if asked.on is None:
        return print_bars(collecting_bars(asked.sample, parts))
    size = SAMPLE if asked.sample else Size()
    bars = [bar for part in parts for bar in PARTS[part](asked.on, size)]
    asked.to.write_text(json.dumps([dataclasses.asdict(bar) for bar in bars], ensure_ascii=False), encoding="utf-8")
    return 0


def collecting_bars(sample: bool, parts: list[str] | None = None) -> Iterator[Bar]:
    """The bars of both databases; for one that is not on this machine a line that says so."""
    for database in P95:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "bars.json"
            command = [sys.executable, "-m", "benchmarks.collecting", "--on", database, "--to", str(file)]
            command += [*(["--sample"] if sample else []), "--only", ",".join(parts or PARTS)]
            given = {**os.environ, "UIGWE_PG_DURABLE": "1"}
            given.pop("UIGWE_DATABASE_URL", None)
            beside = ["bash", str(ROOT / "tools/pg_tmp.sh")] if database == "PostgreSQL" else []
            code = subprocess.run([*beside, *command], cwd=ROOT, env=given, check=False).returncode
            if code == NO_POSTGRES and not file.is_file():
                yield Bar(f"{database}", "all", "—", None, "not on this machine")
            elif code:
                yield Bar(f"{database}", "all", f"ended with {code}", False)
            else:
                yield from (Bar(**one) for one in json.loads(file.read_text(encoding="utf-8")))


def _evening(database: str, size: Size) -> Iterator[Bar]:
    with made(PEOPLE) as site:
        site.start()
        seen = evening.play(site, size.seconds)
        looked = site.tell("look")
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    name = f"마지막 날 저녁 {PEOPLE}명 last evening, {database}"
    yield Bar(
        f"{name}: errors",
        "0",
        str(seen.errors + len(seen.wrong)),
        not seen.errors and not seen.wrong,
        "; ".join(seen.wrong[:2]),
    )
    p95, bar = evening.p95(seen.saves), P95[database]
    yield Bar("  저장 p95 of a save", f"≤ {bar} ms", f"{p95:.0f} ms", p95 <= bar, f"{evening.told(seen)}; {load}")
    now = {(object, field): said for object, field, said in looked["now"]}
    lost = sum(now.get(at) != value for at, value in seen.said.items()) + abs(len(looked["patches"]) - seen.saved)
    torn = not looked["intact"] or bool(looked["torn"])
    beside = f"{seen.saved} acknowledged, {seen.clashes} asked with both values"
    yield Bar("  잃은 저장 saves lost", "0", str(lost), not lost and not torn, beside)


def _writers(database: str, size: Size) -> Iterator[Bar]:
    with made(46) as site:
        site.start()
        for title, write in (("같은 칸 one field", writers.same_field), ("각자의 칸 a field each", writers.own_fields)):
            seen = write(site, saves=size.saves)
            whole = seen.acknowledged == writers.WRITERS * size.saves and not (
                seen.lost or seen.errors or seen.one_sided
            )
            beside = f"{seen.clashes} times 409 with both values; errors {len(seen.errors)}"
            measured = f"{seen.lost} of {seen.acknowledged}"
            yield Bar(
                f"8명이 동시에, {title}, {database}: lost",
                f"0 of {writers.WRITERS * size.saves}",
                measured,
                whole,
                beside,
            )
        site.stop()
        site.start(command=(sys.executable, "-m", "benchmarks.unlocked"))
        seen = writers.same_field(site, saves=min(size.saves, 10))
    beside = f"{seen.lost} lost of {seen.acknowledged}, {len(seen.errors)} errors"
    if database == "PostgreSQL":
        yield Bar("  대조: 잠금 없이 control without the lock", "loses", beside, bool(seen.lost or seen.errors))
    else:
        yield Bar(
            "  대조: 잠금 없이 control without the lock", "", beside, None, "SQLite writes one after the other anyway"
        )


def _breaking(database: str, size: Size) -> Iterator[Bar]:
    with made(46) as site:
        seen = breaking.killed(site, size.kills)
        beside = f"{size.kills} kills, {seen.cut} files caught in the middle {breaking.told(seen)}"
        yield from _broken(f"kill -9, {database}", seen, beside)
        seen, twice = breaking.cut(site, size.cuts)
        yield from _broken(
            f"끊긴 연결 cut after COMMIT, {database}", seen, f"{seen.cut} answers lost {breaking.told(seen)}"
        )
        yield Bar(
            "  대조: 열쇠 없이 control without a key", "twice", f"{twice} for {size.cuts}", twice == 2 * size.cuts
        )
        seen = breaking.full(site)
        beside = f"{seen.cut} writes refused for want of room {breaking.told(seen)}"
        yield from _broken(f"디스크 부족 no room, {database}", seen, beside)


def _broken(name: str, seen: breaking.Broken, beside: str) -> Iterator[Bar]:
    yield Bar(f"{name}: half written", "0", str(len(seen.torn)), not seen.torn and seen.cut > 0, beside)
    yield Bar(
        "  다시 하면 한 번 a retry completes once", "100 %", f"{seen.once}/{seen.tried}", seen.once == seen.tried > 0
    )


def _refusing(database: str, _size: Size) -> Iterator[Bar]:
    """What the tests of frozen years and of altered forms count, each with its controls; forms need no database."""
    tried, failed = _tests("tests/web/test_frozen.py")
    yield Bar(
        f"닫힌 해·확정된 해 frozen and closed, {database}: writes landed",
        "0",
        str(failed),
        not failed and tried > 0,
        f"{tried} tests, each of many writes",
    )
    if database == "SQLite":
        tried, failed = _tests("tests/documents/test_returned.py", "-k", "every_answer_is_right_or_asked")
        yield Bar(
            "고쳐 보낸 서식 altered forms: silent losses",
            "0",
            str(failed),
            not failed and tried > 0,
            f"{tried} alterations",
        )


def _tests(*words: str) -> tuple[int, int]:
    """How many tests ran and how many of them did not pass."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", *words]
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
        suite = ElementTree.parse(report).getroot().find("testsuite") if report.is_file() else None  # noqa: S314 - our own
    if suite is None:
        return 0, 0
    return int(suite.get("tests", 0)) - int(suite.get("skipped", 0)), int(suite.get("failures", 0)) + int(
        suite.get("errors", 0)
    )


PARTS: dict[str, Callable[[str, Size], Iterator[Bar]]] = {
    "evening": _evening,
    "writers": _writers,
    "breaking": _breaking,
    "refusing": _refusing,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
