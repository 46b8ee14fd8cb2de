"""Pages of checks as HTML. Their Markdown is ours; raw HTML in it is shown as text all the same."""

from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt

from uigwe.audit import CHECKS
from uigwe.texts import page

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page of the handbook, its body as HTML."""

    id: str
    type: str
    title: str
    advice: str
    body: str


@lru_cache(maxsize=256)
def render_markdown(check: str, language: str) -> Rendered:
    """The page of a check; raises `NoPage` when there is none."""
    found = page(check, language)
    kind = next((one.type.value for one in CHECKS if one.id == check), "")
    return Rendered(check, kind, found.title, found.advice, _MARKDOWN.render(found.body))


def handbook(language: str) -> list[Rendered]:
    """All pages, in the order in which the checks run."""
    return [render_markdown(check.id, language) for check in CHECKS]
