"""What the terminal says, in both languages."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from uigwe.texts.particles import Sentences
from uigwe.texts.plainly import from_yaml

_FILL = Sentences()


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, Mapping[str, str]]:
    """Key → {ko, en}."""
    text = resources.files("uigwe.texts").joinpath("phrases.yaml").read_text(encoding="utf-8")
    return {str(key): words for key, words in from_yaml(text).items()}


def phrase(key: str, language: str, **facts: object) -> str:
    """A phrase with its facts put in."""
    return _FILL.vformat(phrases()[key][language], (), facts)


def both(key: str) -> str:
    """A phrase in Korean with English beside it, for the help of a command; argparse wants a percent sign twice."""
    words = phrases()[key]
    return f"{words['ko']} · {words['en']}".replace("%", "%%")
