"""Files that belong to nothing: what a killed upload left behind. They are taken away once they are old enough to be nobody's work.

A kept file belongs to a row with a field called `stored`; that is the custom of this site, and every such table is asked.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model

from uigwe.web.uploads import is_name_of_ours

FIELD = "stored"
OLD = timedelta(hours=24)
# Files that are still coming in are gone within a minute or two, or their process is.
_ENDINGS = {"uploads": None, "coming": ".upload"}


@dataclass(frozen=True, slots=True)
class Swept:
    """How many files belonged to nothing, how large they were together, and how many young ones were left alone."""

    files: int = 0
    size: int = 0
    young: int = 0


def sweep(older: timedelta = OLD, *, try_only: bool = False) -> Swept:
    """Take away what belongs to nothing and is older than this; with `try_only` only count it."""
    held = held_names()
    before = time.time() - older.total_seconds()
    files = size = young = 0
    for path in _strays(held):
        told = path.stat(follow_symlinks=False)
        if told.st_mtime > before:
            young += 1
            continue
        files, size = files + 1, size + told.st_size
        if not try_only:
            path.unlink(missing_ok=True)
    return Swept(files, size, young)


def held_names() -> set[str]:
    """The names of all files that a row holds."""
    found: set[str] = set()
    for model in holders():
        found.update(model._default_manager.exclude(**{FIELD: ""}).values_list(FIELD, flat=True))
    return found


def holders() -> list[type[Model]]:
    """The tables whose rows hold a file."""
    return [model for model in apps.get_models() if _has_field(model)]


def _has_field(model: type[Model]) -> bool:
    try:
        model._meta.get_field(FIELD)
    except FieldDoesNotExist:
        return False
    return True


def _strays(held: set[str]) -> Iterator[Path]:
    """Files under names of ours that nothing holds; what bears another name is somebody else's and stays."""
    stems = {name.partition(".")[0] for name in held}
    for folder, ending in _ENDINGS.items():
        place = Path(settings.MEDIA_ROOT) / folder
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if not path.is_file() or path.is_symlink():
                continue
            if ending is not None:
                if path.name.endswith(ending):
                    yield path
            elif is_name_of_ours(path.name) and path.name not in held and path.name.partition(".")[0] not in stems:
                yield path
