"""`./run bars`: how well auditor and readers do, against the bars of their issues, as one table. Ends with 1 when a bar is missed.

python -m benchmarks.bars             2,000 invented plans for the auditor, some minutes; a fixed small sample for the readers
python -m benchmarks.bars --sample    a fixed small sample for both, within a minute, for CI
python -m benchmarks.bars --full      also 40 invented plans in every format, documents of 200 pages, every changed text
python -m benchmarks.bars --readers   the readers alone (with --full: all of it)
python -m benchmarks.bars --plans N   as many plans as you like
python -m benchmarks.bars --kinds     also a line for each kind of fault
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bar import Bar, print_bars
from benchmarks.collecting import collecting_bars
from benchmarks.hostile import hostile_bars
from benchmarks.reading import reading_bars
from benchmarks.reasons import read_all
from benchmarks.tables import BESIDE, table_bars
from benchmarks.targets import rederived
from benchmarks.trials import Tally, fill_up, run
from benchmarks.variants import variant_bars, variants_bar
from corpus.faults import FAULTS
from uigwe import packs
from uigwe.audit import CHECKS, Case, Type, audit

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "years/2023/plans/mss"

CAUGHT = 97
DERIVED = 95
SECONDS = 2
READ_RIGHT = 95
REASONS = 150
KINDS = 60


def main(arguments: list[str]) -> int:
    """Measures, prints, judges."""
    parser = argparse.ArgumentParser(prog="./run bars", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sample", nargs="?", const="small", metavar="NAME")
    parser.add_argument("--plans", type=int, default=2000)
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--readers", action="store_true")
    asked = parser.parse_args(arguments)
    start = time.monotonic()
    bars: list[Bar] = []
    if not asked.readers:
        tally = run(range(64), 2, small=True) if asked.sample else run(range(asked.plans), 4)
        fill_up(tally)
        if asked.kinds:
            print_kinds(tally)
        print_missed(tally)
        bars += _bars(tally, bool(asked.sample))
    bars += _readers(asked.full)
    status = print_bars(bars)
    if not (asked.readers or asked.sample):
        print()
        status |= print_bars(collecting_bars(sample=not asked.full))
    print(f"{time.monotonic() - start:.0f} s")
    return status


def _readers(full: bool) -> Iterator[Bar]:
    """Documents in every format, changed texts, hostile files, other people's tables."""
    yield from reading_bars(full)
    yield from variant_bars() if full else variants_bar()
    yield from hostile_bars()
    yield from table_bars(BESIDE)


def _bars(tally: Tally, sample: bool) -> Iterator[Bar]:
    covered = [fault for fault in FAULTS if fault.covered]
    tried = sum(tally.tried[fault.id] for fault in covered)
    caught = sum(tally.caught[fault.id] for fault in covered)
    share = 100 * caught / tried if tried else 0
    levels = ", ".join(f"{level} {count}" for level, count in sorted(tally.by_level.items()))
    yield Bar(
        "심은 오류의 발견 faults caught",
        f"≥ {CAUGHT} %",
        f"{share:.1f} %",
        share >= CAUGHT,
        f"{caught}/{tried} ({levels})",
    )
    yield from _by_type(tally)
    without = [fault.id for fault in FAULTS if not fault.covered]
    beside = f"{len(covered)}/{len(FAULTS)}" + (f"; 없음 without a check: {', '.join(without)}" if without else "")
    percent = 100 * len(covered) / len(FAULTS)
    yield Bar(
        "오류 종류의 포괄 kinds covered", "100 %", f"{percent:.0f} %", not without and len(FAULTS) >= KINDS, beside
    )
    alarms = sum(tally.alarms.values())
    beside = f"{tally.plans_with_alarm} of {tally.plans} plans" + (f": {dict(tally.alarms)}" if alarms else "")
    yield Bar("깨끗한 계획의 헛경보 false alarms", "0", str(alarms), alarms == 0, beside)
    yield _kinds_tried(tally)
    yield from _reasons(sample)
    yield from _shipped()
    yield Bar(
        "2023년 원문의 오류 발견 errors of the 2023 text",
        "≥ 90 % / 80 %",
        "손으로 쓴 목록과 대조 against the manual audit",
        None,
    )


def _by_type(tally: Tally) -> Iterator[Bar]:
    for type in Type:
        kinds = [fault for fault in FAULTS if fault.type is type and fault.covered]
        tried = sum(tally.tried[fault.id] for fault in kinds)
        caught = sum(tally.caught[fault.id] for fault in kinds)
        if tried:
            share = 100 * caught / tried
            yield Bar(
                f"  {type}",
                "",
                f"{share:.1f} %",
                None,
                f"{caught}/{tried}, {len(kinds)} kinds",
            )


def _reasons(sample: bool) -> Iterator[Bar]:
    """Reasons in other words than the shipped plan's, read without knowing the target."""
    read = read_all(range(4 if sample else 24))
    share = 100 * read.right / read.tried if read.tried else 0
    enough = read.tried >= REASONS
    beside = f"{read.right}/{read.tried}; unread {read.unread}, guessed wrong {read.guessed_wrong}"
    for line in read.examples if read.sure_wrong or share < READ_RIGHT else ():
        print(f"  사유 reason: {line}")
    yield Bar(
        "바르게 읽은 사유 reasons read rightly",
        f"≥ {READ_RIGHT} %",
        f"{share:.1f} %",
        share >= READ_RIGHT and enough,
        beside,
    )
    yield Bar("확실하다며 틀린 사유 wrong given as sure", "0", str(read.sure_wrong), read.sure_wrong == 0)


def _kinds_tried(tally: Tally) -> Bar:
    """A kind that never found a place in any plan was not measured at all."""
    never = [fault.id for fault in FAULTS if not tally.tried[fault.id]]
    beside = f"plans: {tally.plans}" + (f"; never: {', '.join(never)}" if never else "")
    return Bar("시험한 종류 kinds tried", "all", f"{len(FAULTS) - len(never)}/{len(FAULTS)}", not never, beside)


def _shipped() -> Iterator[Bar]:
    """What can be said of the plan that ships."""
    pack = packs.read(SHIPPED)
    outcomes = rederived(pack.plan)
    counts = Counter(outcomes.values())
    right = len(outcomes) - counts["unexplained"]
    share = 100 * right / len(outcomes)
    beside = ", ".join(f"{name} {count}" for name, count in counts.most_common())
    yield Bar("2023년 목표의 재계산 targets re-derived", f"≥ {DERIVED} %", f"{share:.1f} %", share >= DERIVED, beside)
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        report = audit(Case(pack.plan))
        seconds.append(time.perf_counter() - start)
    beside = f"{len(CHECKS)} checks, {len(report.findings)} findings"
    yield Bar("점검 시간 time of the audit", f"≤ {SECONDS} s", f"{min(seconds):.2f} s", min(seconds) <= SECONDS, beside)


def print_kinds(tally: Tally) -> None:
    """A line for each kind of fault."""
    for fault in FAULTS:
        mark = " " if tally.caught[fault.id] == tally.tried[fault.id] else "!"
        covered = "" if fault.covered else "  (점검 없음 no check)"
        print(f"{mark} {fault.type:<16} {fault.id:<42} {tally.caught[fault.id]:>4}/{tally.tried[fault.id]:<4}{covered}")
    print()


def print_missed(tally: Tally) -> None:
    """Examples of what was missed and of false alarms, with the seed that shows them again."""
    for title, examples in (("놓침 missed", tally.missed), ("헛경보 false alarm", tally.alarmed)):
        for id, lines in sorted(examples.items()):
            for line in lines:
                print(f"  {title} {id}: {line[:300]}")
    if tally.missed or tally.alarmed:
        print()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
