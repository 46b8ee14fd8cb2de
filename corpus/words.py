"""The word lists of the invented ministries: one file for each policy field, and what all fields share."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "words"
FIELDS = ("forest", "sea", "health", "learning", "transport", "culture")


@cache
def words_of(name: str) -> Mapping[str, Any]:
    """The lists of one file of `corpus/words`: a field, or `common`."""
    tree = _load(name)
    assert isinstance(tree, dict), name
    return tree


@cache
def forms_of_bases() -> tuple[Mapping[str, Any], ...]:
    """The ways in which a target follows from the past."""
    return tuple(_load("bases"))


def _load(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
