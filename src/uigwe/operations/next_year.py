"""Starting next year's plan from the pack of this year's."""

from pathlib import Path

from uigwe import packs
from uigwe.packs import Pack
from uigwe.plan.next_year import next_year


def next_pack(folder: Path) -> Pack:
    """The draft of the year after that of the pack in this folder. Raises `packs.PackProblem`."""
    return Pack(next_year(packs.read(folder).plan))
