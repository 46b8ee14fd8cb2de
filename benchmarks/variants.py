"""`python -m benchmarks.variants`: one text in other years, words, values, signs, heads and parts: is it still read as it was?

    python -m benchmarks.variants               the official text where it lies beside the checkout, else an invented one
    python -m benchmarks.variants --seed 7      the text of an invented plan
    python -m benchmarks.variants --missed 10   also shows what was missed and what is wrong

What the reader finds in the unchanged text, changed in the same way, is the truth. Ends with 1 when a bar is missed.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.bar import Bar, print_bars
from corpus.plans import invent_case
from corpus.text import printed
from corpus.variants import VARIANTS, Case, case_of, compared
from uigwe.documents import read_layout

ROOT = Path(__file__).resolve().parent.parent
OFFICIAL = ROOT.parent / "shared/plan-2023/plan.txt"
WORDS = yaml.safe_load((ROOT / "years/2023/layouts/official-text.yaml").read_text(encoding="utf-8"))
SILENT = 0.3
FIRST = 2
SMALL = {"strategic": 3, "goals": 6, "tasks": 16}


def main(arguments: list[str]) -> int:
    """Measures, prints, judges."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.variants", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int)
    parser.add_argument("--missed", type=int, default=0)
    asked = parser.parse_args(arguments)
    return print_bars(variant_bars(asked.seed, asked.missed))


def variants_bar() -> Iterator[Bar]:
    """All ways of changing a small invented text, as one line."""
    bars = list(variant_bars(FIRST, **SMALL))
    missed = [bar.name for bar in bars if not bar.met]
    told = f"{len(bars) - len(missed)}/{len(bars)}"
    yield Bar("고친 글을 그대로 읽음 changed texts read alike", "100 %", told, not missed, ", ".join(missed))


def variant_bars(seed: int | None = None, missed: int = 0, **counts: int) -> Iterator[Bar]:
    """A line for each way in which the text is changed."""
    case = official() if seed is None and OFFICIAL.is_file() else invented(seed or FIRST, **counts)
    for variant in VARIANTS:
        score, draft = compared(case, variant)
        for line in (score.missed + score.faults)[:missed]:
            print(f"  {variant.id}: {line[:200]}")
        beside = f"{score.right:,}/{score.facts:,} facts, {score.unasked} wrong and not asked, {len(draft.questions)} questions"
        yield Bar(
            f"고친 글 changed text: {variant.id}",
            f"≥ {variant.wanted:g} %, ≤ {SILENT:g} %",
            f"{score.share:.2f} %, {score.silent:.2f} %",
            score.share >= variant.wanted and score.silent <= SILENT,
            beside,
        )


def official() -> Case:
    """The official text beside the checkout."""
    return case_of(OFFICIAL.read_text(encoding="utf-8"), read_layout(WORDS), WORDS, "mss", 2023)[0]


def invented(seed: int, **counts: int) -> Case:
    """The text of an invented plan."""
    made = invent_case(seed, **counts)
    text = printed(made, seed).text
    return case_of(text, read_layout(WORDS), WORDS, made.plan.agency, made.plan.year)[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
