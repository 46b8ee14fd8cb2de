"""One page for the head of the office, as a document and as Markdown for mail and terminal."""

from uigwe.audit import Finding, Level
from uigwe.files.hwpx import Align, Cell, Look, Paper, Paragraph, Table, ems, paragraph, write_hwpx
from uigwe.reports.audited import Audited
from uigwe.reports.dress import INKS, SECTION, SMALL, banner, head, text_cell
from uigwe.reports.summary import Row, by_goal, by_type, gravest, total
from uigwe.reports.words import counts, day, label
from uigwe.texts import say, word

# In widths of a syllable: two lines and a half of the table, and one line.
_SENTENCE, _TITLE = 95, 24


def summary_text(audited: Audited, language: str = "ko") -> str:
    """The page as Markdown."""
    lines = [f"# {_title(audited, language)}", "", _lead(audited, language), ""]
    found = audited.open
    if found:
        lines += _markdown(label("summary-types", language), _types(audited, language), language, ("type",))
        lines += [f"## {label('summary-gravest', language, count=len(gravest(audited)))}", ""]
        for number, finding in enumerate(gravest(audited), 1):
            said = say(finding, language)
            told = f"**{_place(finding)} {said.title}** ({word('level', finding.level, language)})"
            lines.append(f"{number}. {told} {said.sentence}")
        lines.append("")
        goals = by_goal(audited, language)
        if goals:
            lines += _markdown(label("summary-goals", language), goals, language, ("code", "title"))
    lines += [f"## {label('summary-changes', language)}", "", *_changes(audited, language), ""]
    return "\n".join(lines)


def summary_hwpx(audited: Audited, language: str = "ko") -> bytes:
    """The page as a document."""
    parts: list[Paragraph | Table] = [
        banner(_title(audited, language), size=16),
        paragraph("", Look(size=4, spacing=100)),
        paragraph(_lead(audited, language), Look(size=10, spacing=140, align=Align.LEFT)),
    ]
    found = gravest(audited)
    if found:
        parts.append(paragraph(f"□ {label('summary-types', language)}", SECTION))
        parts.append(_across(_types(audited, language), language))
        parts.append(paragraph(f"□ {label('summary-gravest', language, count=len(found))}", SECTION))
        parts.append(_first(audited, found, language))
        goals = by_goal(audited, language)
        if goals:
            parts.append(paragraph(f"□ {label('summary-goals', language)}", SECTION))
            parts.append(_goals(goals, language))
    parts.append(paragraph(f"□ {label('summary-changes', language)}", SECTION))
    parts += [
        paragraph(f"ㅇ {line}", Look(size=10, spacing=140, left=3, align=Align.LEFT))
        for line in _changes(audited, language)
    ]
    paper = Paper(18, 18, 15, 16)
    return write_hwpx(parts, title=_title(audited, language), author=audited.body, day=audited.day, paper=paper)


def _title(audited: Audited, language: str) -> str:
    title = label("summary-title", language, body=audited.body, title=audited.plan.title)
    return f"{title} ({audited.code})" if audited.code else title


def _lead(audited: Audited, language: str) -> str:
    """As of when, how many, and how much was looked at."""
    found = audited.open
    report = audited.report
    held = len(audited.findings) - len(found)
    told = (
        label("summary-counts", language, count=len(found), counts=counts(found, language), accepted=held)
        if audited.findings
        else label("summary-none", language)
    )
    as_of = label("as-of", language, day=day(audited.day, language))
    ran = label("checks-line", language, ran=len(report.ran), skipped=len(report.skipped))
    return f"{as_of} · {told} · {ran}"


def _changes(audited: Audited, language: str) -> list[str]:
    progress = audited.progress
    if progress is None:
        return [label("summary-no-change", language)]

    def few(found: tuple[Finding, ...]) -> int:
        return sum(audited.is_about(one) for one in found)

    told = {
        "new": few(progress.new),
        "gone": few(progress.gone),
        "still": few(progress.still),
        "changed": few(progress.changed),
    }
    lines = [label("summary-change", language, **told)]
    if progress.apart:
        lines.append(label("summary-apart", language, apart=few(progress.apart)))
    return lines


def _types(audited: Audited, language: str) -> list[Row]:
    return [Row("", word("type", row.title, language), row.counts) for row in by_type(audited)]


def _place(finding: Finding) -> str:
    return finding.code or finding.place.heading


def _markdown(title: str, rows: list[Row], language: str, columns: tuple[str, ...]) -> list[str]:
    heads = [label(one, language) for one in columns] + [word("level", one, language) for one in Level]
    lines = [f"## {title}", "", f"| {' | '.join([*heads, label('total', language)])} |"]
    lines.append("|" + " --- |" * len(columns) + " ---: |" * (len(Level) + 1))
    for row in (*rows, total(rows, label("total", language))):
        words = [row.code, row.title] if len(columns) == 2 else [row.title]
        cells = [*words, *map(str, row.counts), str(row.total)]
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return [*lines, ""]


def _across(rows: list[Row], language: str) -> Table:
    """Levels down, types across."""
    everything = [*rows, total(rows, label("total", language))]
    first = 27.0
    widths = (first, *((174.0 - first) / len(everything) for _ in everything))
    size = 9 if max(ems(row.title) for row in everything) < 5 else 7.5
    heads = (head(label("level", language)), *(head(row.title, size) for row in everything))
    body = []
    for index, level in enumerate(Level):
        name = text_cell(word("level", level, language), bold=True, center=True, ink=INKS[level])
        cells = [text_cell(_number(row.counts[index]), center=True, bold=row is everything[-1]) for row in everything]
        body.append((name, *cells))
    return Table(widths, (heads, *body), heads=1)


def _first(audited: Audited, found: list[Finding], language: str) -> Table:
    heads = tuple(head(label(key, language)) for key in ("number", "level", "where", "finding"))
    rows = []
    for number, finding in enumerate(found, 1):
        said = say(finding, language)
        sentence = _cut(_in_short(finding, said.sentence), _SENTENCE - ems(said.title))
        strong = Look(size=8.5, bold=True, plain=True, spacing=125, align=Align.LEFT)
        quiet = Look(size=8.5, plain=True, spacing=125, align=Align.LEFT)
        told = Paragraph(((f"{said.title}  ", strong), (sentence, quiet)))
        level = text_cell(word("level", finding.level, language), bold=True, center=True, ink=INKS[finding.level])
        new = f" ({label('new', language)})" if audited.is_new(finding) else ""
        rows.append(
            (text_cell(str(number), center=True), level, text_cell(_place(finding) + new, center=True), Cell((told,)))
        )
    return Table((11.0, 26.0, 20.0, 117.0), (heads, *rows), heads=1)


def _goals(rows: list[Row], language: str) -> Table:
    levels = [head(word("level", level, language)) for level in Level]
    heads = (head(label("code", language)), head(label("title", language)), *levels, head(label("total", language)))
    body = []
    for row in (*rows, total(rows, label("total", language))):
        numbers = [text_cell(_number(count), center=True) for count in (*row.counts, row.total)]
        body.append((text_cell(row.code, center=True), text_cell(_cut(row.title, _TITLE), SMALL), *numbers))
    return Table((20.0, 78.0, 26.0, 16.0, 16.0, 18.0), (heads, *body), heads=1)


def _in_short(finding: Finding, sentence: str) -> str:
    """What a finding is about and its figures, which is what a hurried reader wants; otherwise its sentence."""
    about = next((finding.facts[key] for key in ("name", "subject", "text", "title") if finding.facts.get(key)), "")
    figures = finding.values[:3]
    if not about or len(figures) < 2 or any(len(one) > 20 for one in figures):
        return sentence
    return f"{about}: {' ↔ '.join(figures)}"


def _cut(text: str, width: float) -> str:
    """A text that fits; what is left out is shown by an ellipsis."""
    if ems(text) <= width:
        return text
    while ems(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def _number(count: int) -> str:
    return str(count) if count else "-"
