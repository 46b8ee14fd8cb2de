"""`uigwe next PACK --out DIR`: the draft of next year's plan, moved on from this year's."""

import argparse
import sys
from pathlib import Path

from uigwe import packs
from uigwe.cli.command import Command
from uigwe.cli.summaries import SUMMARIES
from uigwe.operations.next_year import next_pack
from uigwe.texts import both, phrase

MISUSED = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    """A pack, and where the next one goes."""
    parser.add_argument("folder", type=Path, metavar="PACK", help=both("folder-pack"))
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help=both("next-out"))


def run(given: argparse.Namespace) -> int:
    """0 when it was written; 2 when a pack is there already: what somebody may have written is not written over."""
    if (given.out / "plan.yaml").exists():
        print(phrase("next-there", given.language, folder=given.out), file=sys.stderr)
        return MISUSED
    pack = next_pack(given.folder)
    packs.write(pack, given.out)
    targets = [one.target(use) for one, use in pack.plan.uses()]
    asked = sum(1 for target in targets if target is None or not target.written)
    year = pack.plan.year
    print(phrase("next-written", given.language, folder=given.out, year=year, before=year - 1, targets=asked))
    return 0


command = Command(**SUMMARIES["next"], arguments=arguments, run=run)
