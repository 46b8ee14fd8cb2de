"""The handbook: the pages of all checks, in chapters by what kind of contradiction they look for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from uigwe.audit import CHECKS, Type
from uigwe.texts.glossary import word
from uigwe.texts.pages import Page, page

_BLANK = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Chapter:
    """The checks of one type, in the order in which they run."""

    type: str
    title: str
    pages: tuple[Page, ...]


@lru_cache(maxsize=4)
def handbook(language: str = "ko") -> tuple[Chapter, ...]:
    """All chapters."""
    return tuple(
        Chapter(
            kind.value,
            word("type", kind.value, language),
            tuple(page(one.id, language) for one in CHECKS if one.type is kind),
        )
        for kind in Type
    )


def pages_about(words: str, chapters: Iterable[Chapter], kind: str = "") -> tuple[Chapter, ...]:
    """The chapters with only the pages that hold each of these words, of this type when one is given."""
    wanted = [_plain(one) for one in words.split()]
    found = []
    for chapter in chapters:
        if kind and chapter.type != kind:
            continue
        kept = tuple(one for one in chapter.pages if all(part in _said(one) for part in wanted))
        if kept:
            found.append(Chapter(chapter.type, chapter.title, kept))
    return tuple(found)


def neighbours(id: str, language: str = "ko") -> tuple[Page | None, Page | None]:
    """The page before and the page after this one, in the order of the handbook."""
    order = [one for chapter in handbook(language) for one in chapter.pages]
    at = next((number for number, one in enumerate(order) if one.id == id), None)
    if at is None:
        return None, None
    return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)


def near(id: str) -> str:
    """The check that somebody may have meant; empty when none is like it."""
    return next(iter(get_close_matches(id, [check.id for check in CHECKS], 1)), "")


def without_blanks(advice: str) -> str:
    """The advice of a check without the facts of one finding: its blanks become an ellipsis."""
    return _BLANK.sub("…", advice)


def _said(one: Page) -> str:
    return _plain(" ".join([one.id, one.title, one.advice, *one.messages.values(), one.body]))


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
