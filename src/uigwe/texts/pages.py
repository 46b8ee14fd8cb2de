"""One Markdown page per check and per reason, in Korean and English: title, sentence, advice, why it matters, examples."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from uigwe.texts.plainly import from_yaml

LANGUAGES = ("ko", "en")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the handbook. `messages` holds a sentence per case; `default` is the one for all others."""

    id: str
    language: str
    title: str
    messages: Mapping[str, str]
    advice: str
    body: str
    terms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class NoPage(KeyError):
    """A check or reason without a page: an error of ours, caught by a test."""


@lru_cache(maxsize=512)
def page(id: str, language: str = "ko") -> Page:
    """The page of a check."""
    return _read(f"checks/{id}", id, language)


@lru_cache(maxsize=32)
def sentences(name: str, language: str = "ko") -> Mapping[str, Mapping[str, str]]:
    """A file of sentences by reason: `sentences("packs")["unknown-key"]` has `what` and `do`."""
    data = from_yaml(_text(f"{name}.yaml", language))
    return {str(key): value for key, value in data.items()}


def _read(path: str, id: str, language: str) -> Page:
    head, _, body = _text(f"{path}.md", language).removeprefix("---\n").partition("\n---\n")
    front = from_yaml(head)
    messages = front.get("messages") or {"default": front["message"]}
    return Page(id, language, front["title"], messages, front.get("advice", ""), body.strip(), front.get("terms") or {})


def _text(path: str, language: str) -> str:
    if language not in LANGUAGES:
        raise NoPage(f"{language}: {path}")
    file = resources.files("uigwe.texts").joinpath(language, *path.split("/"))
    if not file.is_file():
        raise NoPage(f"{language}: {path}")
    return file.read_text(encoding="utf-8")
