"""What the words of an indicator say of how it is counted: `counting.yaml`."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from uigwe.texts.plainly import from_yaml


@lru_cache(maxsize=1)
def _words() -> Mapping[str, tuple[str, ...]]:
    text = resources.files("uigwe.texts").joinpath("counting.yaml").read_text(encoding="utf-8")
    return {str(name): tuple(map(str, words)) for name, words in from_yaml(text).items()}


def speaks(group: str, *texts: str) -> bool:
    """Whether one of these texts has a word of the group: `of_sum`, `from_nothing`, `of_state`."""
    return any(word.replace(" ", "") in "".join(text.split()) for word in _words()[group] for text in texts)
