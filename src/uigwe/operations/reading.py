"""Plans on disk: packs in folders, and documents that are read on the spot."""

from pathlib import Path

from uigwe import packs
from uigwe.files.telling import Progress
from uigwe.operations.years import years


def read_plan(path: Path, progress: Progress | None = None) -> packs.Pack:
    """The pack in a folder, or what an official document says, read on the spot and kept nowhere.

    Raises `packs.PackProblem` with every trouble of a pack, `files.Refused` for a file that cannot be read.
    """
    if path.name == "plan.yaml":
        return packs.read(path.parent)
    if not path.is_file():
        return packs.read(path)
    from uigwe.operations.importing import read_document

    return read_document(path, None, None, None, years(), progress).pack


def shelf(root: Path) -> list[Path]:
    """All packs below a folder; raises `packs.PackProblem` when two say they are the plan of one body and year."""
    folders = packs.find(root)
    packs.refuse_twins(folders)
    return folders
