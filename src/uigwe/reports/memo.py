"""The memo to the owner of a task: what needs a look, where, why, what would repair it, and room for the reply."""

from datetime import date

from uigwe.audit import Finding
from uigwe.files.hwpx import Align, Cell, Look, Paper, Paragraph, Table, paragraph, write_hwpx
from uigwe.reports.audited import Audited
from uigwe.reports.dress import BODY, INKS, LABEL_FILL, SMALL, banner, head, text_cell
from uigwe.reports.words import counts, day, label, proposed, read_as, title_of, wheres
from uigwe.texts import grounds, say, word

_WIDTHS = (11.0, 23.0, 66.0, 47.0, 27.0)
_NOTE = Look(size=10, plain=True, color="#404040", left=4, hang=4, after=6, align=Align.LEFT)


def memo_hwpx(audited: Audited, language: str = "ko", *, to: str = "", reply_by: date | None = None) -> bytes:
    """A memo about the open findings of one task or goal (`audited.code`), or of the whole plan."""
    found = audited.open
    about = _about(audited, language)
    quoted = f"「{about}」"
    parts: list[Paragraph | Table] = [
        banner(label("memo-title", language)),
        paragraph("", Look(size=6)),
        _address(audited, language, about, to, reply_by),
        paragraph("", Look(size=6)),
    ]
    if found:
        told = {"about": quoted, "count": len(found), "counts": counts(found, language)}
        parts += [
            paragraph(label("memo-first", language, **told), BODY),
            paragraph(label("memo-second", language), BODY),
            paragraph(label("memo-note", language), _NOTE),
            _table(audited, found, language),
            paragraph(label("memo-end", language), Look(size=11, align=Align.RIGHT, before=6)),
        ]
    else:
        end = label("memo-none", language, about=quoted) + "  " + label("memo-end", language)
        parts.append(paragraph(end, BODY))
    title = f"{label('memo-title', language)} ({about})"
    return write_hwpx(parts, title=title, author=audited.body, day=audited.day, paper=Paper(18, 18))


def _about(audited: Audited, language: str) -> str:
    if not audited.code:
        return audited.plan.title
    return f"{audited.code} {title_of(audited.plan, audited.code, language)}".rstrip(".")


def _address(audited: Audited, language: str, about: str, to: str, reply_by: date | None) -> Table:
    """Whom the memo is for, what it is about, of which day, and until when a reply is asked for."""
    owner = label("memo-to-owner", language, code=audited.code) if audited.code else label("memo-to-all", language)
    asked = day(reply_by, language) if reply_by else label("memo-not-set", language)
    plan = f"{audited.body} {audited.plan.title}"

    def named(key: str) -> Cell:
        return text_cell(label(key, language), SMALL, bold=True, center=True, fill=LABEL_FILL)

    rows = (
        (named("memo-to"), text_cell(to or owner), named("memo-day"), text_cell(day(audited.day, language))),
        (named("memo-about"), text_cell(about if audited.code else plan), named("memo-reply-by"), text_cell(asked)),
    )
    return Table((20.0, 88.0, 24.0, 42.0), rows)


def _table(audited: Audited, found: tuple[Finding, ...], language: str) -> Table:
    heads = tuple(head(label(key, language)) for key in ("number", "where", "finding", "advice", "memo-reply"))
    rows = [_row(audited, number, finding, language) for number, finding in enumerate(found, 1)]
    return Table(_WIDTHS, (heads, *rows), heads=1)


def _row(audited: Audited, number: int, finding: Finding, language: str) -> tuple[Cell, ...]:
    said = say(finding, language)
    strong = Look(size=9.5, bold=True, plain=True, spacing=140, align=Align.LEFT)
    quiet = Look(size=8.5, plain=True, color="#404040", spacing=135, align=Align.LEFT, before=1)
    level = Look(size=9, bold=True, plain=True, color=INKS[finding.level], spacing=140, align=Align.CENTER)
    about = [paragraph(said.title, strong), paragraph(said.sentence, SMALL)]
    if finding.values:
        about.append(paragraph(label("memo-values", language, values=" ↔ ".join(finding.values)), quiet))
    behind = grounds(finding, audited.plan, language)
    if behind:
        about.append(paragraph(label("memo-reason", language, words=behind.words), quiet))
        about.append(paragraph(label("memo-reading", language, reading=read_as(behind)), quiet))
    for steps in dict.fromkeys((behind.steps if behind else (), finding.steps)):
        if steps:
            about.append(paragraph(label("memo-steps", language, steps="; ".join(steps)), quiet))
    repair = [paragraph(said.advice, SMALL)]
    blue = Look(size=9, plain=True, color="#1D3C5E", spacing=140, align=Align.LEFT, before=2)
    for sentence in proposed(audited.proposals.get(finding.key, ()), language):
        repair.append(paragraph(label("memo-proposal", language, proposal=sentence), blue))
    places = wheres((finding.place, *finding.places), language)
    centred = Look(size=9, plain=True, spacing=140, align=Align.CENTER)
    return (
        text_cell(str(number), center=True),
        Cell((paragraph(word("level", finding.level, language), level), *(paragraph(one, centred) for one in places))),
        Cell(tuple(about)),
        Cell(tuple(repair)),
        Cell(tuple(paragraph(line, SMALL) for line in label("memo-reply-choice", language).split("\n"))),
    )
