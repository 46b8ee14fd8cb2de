"""What changed between two packs."""

from pathlib import Path

from uigwe import packs
from uigwe.plan import Change, compare


def compare_folders(old: Path, new: Path) -> tuple[Change, ...]:
    """Every difference from one pack to the other, by meaning."""
    return compare(packs.read(old).plan, packs.read(new).plan)
