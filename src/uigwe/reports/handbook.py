"""The handbook of checks as a file: Markdown, a page for the browser, a document."""

from collections.abc import Iterator
from datetime import date
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from uigwe.files.hwpx import Align, Look, Paper, Paragraph, Table, paragraph, write_hwpx
from uigwe.reports.dress import BODY, NAVY, SECTION, banner
from uigwe.reports.words import label
from uigwe.texts import Page
from uigwe.texts.handbook import Chapter, handbook, without_blanks

# Our own Markdown; raw HTML in it is shown as text all the same.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_CHAPTER = Look(size=16, bold=True, plain=True, color=NAVY, after=6, align=Align.LEFT)
_TITLE = Look(size=13, bold=True, plain=True, color=NAVY, before=14, after=2, align=Align.LEFT)
_ID = Look(size=9, plain=True, color="#595959", align=Align.LEFT)
_HEAD = Look(size=11, bold=True, plain=True, before=5, after=1, align=Align.LEFT)
_TEXT = Look(size=10.5, spacing=150, after=2, align=Align.LEFT)
_QUOTE = Look(size=10.5, plain=True, color="#1D3C5E", spacing=145, left=6, after=2, align=Align.LEFT)
_ITEM = Look(size=10.5, spacing=145, left=5, hang=5, after=1, align=Align.LEFT)
_LISTED = Look(size=10, spacing=140, left=4, align=Align.LEFT)
_STYLE = """
body { font: 11pt/1.6 "Noto Sans KR", "Malgun Gothic", sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
body { word-break: keep-all; } nav ul { list-style: none; padding-left: 1rem; }
h1, h2, h3 { color: #1F3864; line-height: 1.3; } h2 { border-bottom: 2px solid; padding-bottom: .25rem; margin-top: 3rem; }
h3 { margin-top: 2.5rem; } h4 { margin: 1.25rem 0 .25rem; } code { color: #595959; font-size: .8em; font-weight: 400; }
blockquote { margin: .5rem 0; padding: .25rem 1rem; border-left: 3px solid #8FA3C4; color: #1D3C5E; }
@page { size: A4; margin: 18mm; }
@media print {
  nav > ul { columns: 2; padding: 0; }
  body { margin: 0; font-size: 10pt; } h2 { break-before: page; } article, blockquote { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; } a { color: inherit; text-decoration: none; }
}
"""


def as_html(body: str, level: int = 2) -> str:
    """The body of a page as HTML, its headings at this level."""
    made: str = _MARKDOWN.render(body)
    return made.replace("<h2>", f"<h{level}>").replace("</h2>", f"</h{level}>")


def handbook_text(language: str = "ko") -> str:
    """The handbook as one Markdown file: contents, then a chapter per type."""
    chapters = handbook(language)
    lines = [f"# {label('handbook-title', language)}", "", label("handbook-lead", language), ""]
    for chapter in chapters:
        lines.append(f"- {_counted(chapter)}")
        lines += [f"  - [{one.title}](#{one.id})" for one in chapter.pages]
    for chapter in chapters:
        lines += ["", f"## {chapter.title}"]
        for one in chapter.pages:
            lines += ["", page_text(one, level=3)]
    return "\n".join(lines) + "\n"


def page_text(one: Page, level: int = 1) -> str:
    """One page as Markdown, its heading at this level."""
    marks = "#" * level
    anchor = f'<a id="{one.id}"></a>\n' if level > 1 else ""
    body = one.body.replace("\n## ", f"\n{marks}# ").removeprefix("## ")
    first = f"{marks}# " if one.body.startswith("## ") else ""
    return f"{anchor}{marks} {one.title} (`{one.id}`)\n\n{without_blanks(one.advice)}\n\n{first}{body}".rstrip()


def handbook_html(language: str = "ko") -> str:
    """The handbook as a file for the browser, with contents, and a chapter to a page in print."""
    chapters = handbook(language)
    title = escape(label("handbook-title", language))
    parts = [f"<h1>{title}</h1><p>{escape(label('handbook-lead', language))}</p><nav><ul>"]
    for chapter in chapters:
        listed = "".join(f'<li><a href="#{one.id}">{escape(one.title)}</a></li>' for one in chapter.pages)
        parts.append(f'<li><a href="#type-{chapter.type}">{escape(_counted(chapter))}</a><ul>{listed}</ul></li>')
    parts.append("</ul></nav>")
    for chapter in chapters:
        parts.append(f'<h2 id="type-{chapter.type}">{escape(chapter.title)}</h2>')
        parts += [_article(one) for one in chapter.pages]
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="{language}"><head>{head}</head><body>{"".join(parts)}</body></html>\n'


def _article(one: Page) -> str:
    head = f"<h3>{escape(one.title)} <code>{one.id}</code></h3><p>{escape(without_blanks(one.advice))}</p>"
    return f'<article id="{one.id}">{head}{as_html(one.body, level=4)}</article>'


def handbook_hwpx(day: date, language: str = "ko") -> bytes:
    """The handbook as a document: contents, then each chapter on a page of its own."""
    chapters = handbook(language)
    title = label("handbook-title", language)
    parts: list[Paragraph | Table] = [
        banner(title),
        paragraph("", Look(size=5)),
        paragraph(label("handbook-lead", language), BODY),
    ]
    for chapter in chapters:
        parts.append(paragraph(f"□ {_counted(chapter)}", SECTION))
        parts += [paragraph(f"- {one.title}", _LISTED) for one in chapter.pages]
    for chapter in chapters:
        parts.append(Paragraph(((chapter.title, _CHAPTER),), on_new_page=True))
        for one in chapter.pages:
            parts += [
                paragraph(one.title, _TITLE),
                paragraph(one.id, _ID),
                paragraph(without_blanks(one.advice), _TEXT),
            ]
            parts += _paragraphs(one.body)
    return write_hwpx(parts, title=title, author=label("handbook-author", language), day=day, paper=Paper())


def _paragraphs(body: str) -> Iterator[Paragraph]:
    """The Markdown of a page as paragraphs: headings, text, quotes, items of lists with their numbers."""
    look, mark, number = _TEXT, "", 0
    for token in _MARKDOWN.parse(body):
        if token.type == "heading_open":
            look = _HEAD
        elif token.type == "blockquote_open":
            look = _QUOTE
        elif token.type == "ordered_list_open":
            look, number = _ITEM, 1
        elif token.type == "bullet_list_open":
            look, number = _ITEM, 0
        elif token.type == "list_item_open":
            mark, number = (f"{number}. ", number + 1) if number else ("· ", 0)
        elif token.type in ("heading_close", "blockquote_close", "ordered_list_close", "bullet_list_close"):
            look = _TEXT
        elif token.type == "inline":
            yield paragraph(mark + _words(token), look)
            mark = ""


def _words(token: Token) -> str:
    """The words of a line without its Markdown."""
    return "".join(" " if one.type in ("softbreak", "hardbreak") else one.content for one in token.children or ())


def _counted(chapter: Chapter) -> str:
    return f"{chapter.title} ({len(chapter.pages)})"
