"""What changed between two packs."""

from pathlib import Path

from uigwe.operations.reading import read_plan
from uigwe.plan import Change, compare


def compare_folders(old: Path, new: Path) -> tuple[Change, ...]:
    """Every difference from one pack or document to the other, by meaning."""
    return compare(read_plan(old).plan, read_plan(new).plan)
