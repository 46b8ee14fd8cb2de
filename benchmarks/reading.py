"""`python -m benchmarks.reading`: how much of a document the readers find, in every format, and how fast they are.

    python -m benchmarks.reading               forty invented plans, the plan that ships, documents of 200 pages
    python -m benchmarks.reading --plans 4     fewer plans
    python -m benchmarks.reading --missed 10   also shows what was missed and what is wrong

Facts are compared spacing aside; a wrong fact counts as silent when no question is asked about its object. Ends with 1
when a bar is missed, and names it.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path

import yaml

from benchmarks.bar import Bar, print_bars
from corpus.facts import Score, score, truth_of
from corpus.plans import Invented, invent_case
from corpus.print import LOOKS, Sheet, as_hwp, as_hwpx, as_pdf, can_print, drawn, form
from corpus.print.form import draw
from corpus.text import printed
from uigwe import packs
from uigwe.documents import Draft, read_blocks, read_hwpx, read_layout, read_pdf, read_text
from uigwe.plan import Paragraph, Plan

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "years/2023/plans/mss"
LAYOUT = read_layout(yaml.safe_load((ROOT / "years/2023/layouts/official-text.yaml").read_text(encoding="utf-8")))
# Seeds that nobody looked at while the readers were made.
FIRST = 1_000
PLANS = 40
# As small as the plan of a small office.
SMALL = {"strategic": 3, "goals": 6, "tasks": 14}
WANTED = {"hwpx": 99.0, "hwp": 99.0, "pdf": 97.0, "text": 93.0}
SILENT = 0.3
PAGES = 200
SECONDS = {"hwpx": 5.0, "pdf": 40.0, "text": 3.0}
MEGABYTES = 500
PROSE = 30  # paragraphs of a section


@dataclass
class Trial:
    """What one format gave over some plans."""

    score: Score = field(default_factory=Score)
    questions: int = 0
    plans: int = 0

    def add(self, other: "Trial") -> None:
        """Takes in more plans."""
        self.score.add(other.score)
        self.questions += other.questions
        self.plans += other.plans


def main(arguments: list[str]) -> int:
    """Measures, prints, judges."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plans", type=int, default=PLANS)
    parser.add_argument("--first", type=int, default=FIRST)
    parser.add_argument("--missed", type=int, default=0)
    asked = parser.parse_args(arguments)
    if not can_print():
        print("  !!! PDF 문서를 찍을 수 없어 재지 않습니다 (no Typst or no fonts-nanum: PDF is not measured)\n")
    return print_bars([*shipped_bars(), *invented_bars(asked.plans, asked.first, asked.missed), *speed_bars()])


def reading_bars(full: bool) -> Iterator[Bar]:
    """All figures of the readers, or the few of a small fixed sample."""
    if full:
        yield from (*shipped_bars(), *invented_bars(PLANS), *speed_bars())
    else:
        yield from (*shipped_bars(["hwpx"]), *invented_bars(2, small=True))


def formats() -> list[str]:
    """What is printed and read."""
    return ["hwpx", "hwp", *(f"pdf {look}" for look in LOOKS if can_print()), "text"]


def read(made: Invented, sheet: Sheet, name: str, seed: int) -> tuple[Draft, Plan]:
    """The plan printed in a format and read again, and what the print says."""
    agency, year = made.plan.agency, made.plan.year
    if name == "text":
        text = printed(made, seed)
        return read_text(text.text, LAYOUT, agency, year), truth_of(replace(made, plan=text.plan))
    truth = truth_of(replace(made, plan=sheet.plan or made.plan))
    if name in ("hwpx", "hwp"):
        data = as_hwpx(sheet) if name == "hwpx" else as_hwp(sheet)
        return read_blocks(read_hwpx(data), LAYOUT, agency, year), truth
    blocks = read_pdf(as_pdf(sheet, LOOKS[name.removeprefix("pdf ")]))
    return read_blocks(blocks, LAYOUT, agency, year), drawn(truth)


def trial(seed: int, small: bool = False) -> dict[str, Trial]:
    """One invented plan in the habits of one invented office, in every format."""
    made = invent_case(seed, **(SMALL if small else {}))
    sheet = form(made, draw(seed))
    found = {}
    for name in formats():
        draft, truth = read(made, sheet, name, seed)
        result = score(truth, draft.plan, [one.object for one in draft.questions])
        result.missed = [f"{seed} {name} {one}" for one in result.missed]
        result.faults = [f"{seed} {name} {one}" for one in result.faults]
        found[name] = Trial(result, len(draft.questions), 1)
    return found


def invented_bars(plans: int, first: int = FIRST, missed: int = 0, small: bool = False) -> Iterator[Bar]:
    """Invented plans in every format: how much of them comes back, and how much comes back wrong and unasked."""
    seeds = range(first, first + plans)
    totals = {name: Trial() for name in formats()}
    # Forked children of a process that has typeset something would wait for ever for its threads.
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        for done, found in enumerate(pool.map(trial, seeds, [small] * plans), 1):
            for name, one in found.items():
                totals[name].add(one)
            if sys.stderr.isatty() or done % 10 == 0:
                print(f"  {done}/{len(seeds)} 계획 (plans)", file=sys.stderr, flush=True)
    for name, total in totals.items():
        for line in (total.score.missed + total.score.faults)[:missed]:
            print(f"  {line[:200]}")
        yield from _bars(f"지어낸 계획 invented, {name}", total, WANTED[name.split()[0]], SILENT)


def _bars(name: str, total: Trial, wanted: float, silent: float) -> Iterator[Bar]:
    found = total.score
    beside = f"{found.right:,}/{found.facts:,} facts of {total.plans} plans, {total.questions} questions"
    yield Bar(name, f"≥ {wanted:g} %", f"{found.share:.2f} %", found.share >= wanted, beside)
    told = f"{found.silent:.3f} %"
    yield Bar("  틀렸는데 묻지 않음 wrong, not asked", f"≤ {silent:g} %", told, found.silent <= silent)


def shipped_bars(only: Sequence[str] = ()) -> Iterator[Bar]:
    """The plan that ships, printed by us and read back."""
    made = Invented(packs.read(SHIPPED).plan, ())
    sheet = form(made)
    for name in only or formats():
        if name == "text":
            continue  # our own text of it is no test: the official one is (see tests of the text reader)
        draft, truth = read(made, sheet, name, 0)
        found = score(truth, draft.plan, [])
        met = found.right == found.facts and not found.wrong and not draft.questions
        beside = f"{found.right:,}/{found.facts:,} facts, {found.wrong} wrong"
        told = f"{found.share:.2f} %, {len(draft.questions)}"
        yield Bar(f"2023년 계획 the plan that ships, {name}", "100 %, 0 questions", told, met, beside)


def speed_bars() -> Iterator[Bar]:
    """Documents of so many pages, each read in a process of its own: seconds and memory."""
    made = _wordy(invent_case(FIRST, strategic=6, goals=24, tasks=60))
    sheet = form(made, draw(FIRST))
    with tempfile.TemporaryDirectory(prefix="uigwe-reading.") as scratch:
        pages = 0
        for name in reversed([one for one in formats() if one != "hwp"]):
            file = Path(scratch) / name.replace(" ", "-")
            file.write_bytes(_data(made, sheet, name))
            seconds, megabytes, counted = _alone(file, name.split()[0], made.plan.year)
            pages = counted or pages
            limit = SECONDS[name.split()[0]]
            beside = f"{len(list(made.plan.tasks()))} tasks"
            if pages:
                seconds, beside = seconds * PAGES / pages, f"{pages} pages: {seconds:.1f} s"
            yield Bar(f"{PAGES}쪽 읽기 pages, {name}", f"≤ {limit:g} s", f"{seconds:.1f} s", seconds <= limit, beside)
            told = f"{megabytes} MB"
            yield Bar("  기억 장치 memory", f"≤ {MEGABYTES} MB", told, megabytes <= MEGABYTES)


def _data(made: Invented, sheet: Sheet, name: str) -> bytes:
    if name == "text":
        return printed(made, FIRST).text.encode()
    return as_hwpx(sheet) if name == "hwpx" else as_pdf(sheet, LOOKS[name.removeprefix("pdf ")])


def _wordy(made: Invented) -> Invented:
    """The plan with as much prose as the plans of ministries have, most of whose pages are prose."""
    said = [one.text for one in made.text if one.place.code]
    more = [
        Paragraph(said[(at * 7 + number) % len(said)], node.place)
        for at, node in enumerate(made.plan.nodes())
        for number in range(PROSE)
    ]
    return replace(made, text=(*made.text, *more))


def _alone(file: Path, kind: str, year: int) -> tuple[float, int, int]:
    """Seconds, megabytes and pages of one reading in a process of its own."""
    code = f"from benchmarks.reading import alone; alone({str(file)!r}, {kind!r}, {year})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    seconds, megabytes, pages = done.stdout.split()
    return float(seconds), int(megabytes), int(pages)


def alone(file: str, kind: str, year: int) -> None:
    """What `_alone` runs."""
    data = Path(file).read_bytes()
    start = time.perf_counter()
    pages = 0
    if kind == "text":
        read_text(data.decode(), LAYOUT, "speed", year)
    else:
        blocks = read_pdf(data) if kind == "pdf" else read_hwpx(data)
        read_blocks(blocks, LAYOUT, "speed", year)
        pages = max((block.page or 0 for block in blocks if hasattr(block, "turns")), default=0)
    seconds = time.perf_counter() - start
    print(f"{seconds:.2f}", _highest(), pages)


def _highest() -> int:
    """The most memory this process ever had, in MB; getrusage would count what its parent had as well."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return int(re.search(r"VmHWM:\s*(\d+)", status)[1]) // 1024  # type: ignore[index]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
