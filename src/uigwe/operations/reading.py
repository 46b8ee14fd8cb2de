"""Packs on disk."""

from pathlib import Path

from uigwe import packs


def read_folder(folder: Path) -> packs.Pack:
    """The pack in a folder; raises `packs.PackProblem` with every trouble."""
    return packs.read(folder)


def shelf(root: Path) -> list[Path]:
    """All packs below a folder; raises `packs.PackProblem` when two say they are the plan of one body and year."""
    folders = packs.find(root)
    packs.refuse_twins(folders)
    return folders
