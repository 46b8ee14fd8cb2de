"""Pages of checks as the site shows them."""

from dataclasses import dataclass
from functools import lru_cache

from uigwe.audit import CHECKS
from uigwe.reports.handbook import as_html
from uigwe.texts import Page, page
from uigwe.texts.handbook import Chapter
from uigwe.texts.handbook import handbook as chapters


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page of the handbook, its body as HTML."""

    id: str
    type: str
    title: str
    advice: str
    body: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a reader of the handbook looks for."""

    words: str = ""
    kind: str = ""

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return bool(self.words or self.kind)


@lru_cache(maxsize=256)
def render_markdown(check: str, language: str) -> Rendered:
    """The page of a check; raises `NoPage` when there is none."""
    found = page(check, language)
    kind = next((one.type.value for one in CHECKS if one.id == check), "")
    return Rendered(check, kind, found.title, found.advice, as_html(found.body))


@lru_cache(maxsize=4)
def printed(language: str) -> tuple[tuple[Chapter, tuple[Rendered, ...]], ...]:
    """The whole handbook: its pages as HTML, their headings below those of the chapters."""
    return tuple((chapter, tuple(_below(chapter, one) for one in chapter.pages)) for chapter in chapters(language))


def _below(chapter: Chapter, one: Page) -> Rendered:
    return Rendered(one.id, chapter.type, one.title, one.advice, as_html(one.body, level=4))
