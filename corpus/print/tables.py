"""The tables of the official form: indicators, milestones, money, systems, counts, annexes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.print.sheet import Builder
from uigwe.plan import BudgetLine, Milestone

if TYPE_CHECKING:
    from corpus.print.form import Manner

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"


@dataclass(frozen=True)
class Measured:
    """A row of an indicator table."""

    name: str
    values: Sequence[str]
    reason: str
    formula: str
    source: str


@dataclass(frozen=True)
class Linked:
    """A goal or task with its links; depth 0 is a strategic goal."""

    title: str
    depth: int
    links: tuple[str, ...]


@dataclass(frozen=True)
class Listed:
    """A goal or task with its indicators; depth 0 is a strategic goal."""

    title: str
    depth: int
    names: Sequence[str]


@dataclass(frozen=True)
class Annexed:
    """A goal or task of the annex with the rows of its indicators: name, formula, target, quantification, nature."""

    title: str
    rows: tuple[tuple[str, str, str, str, str], ...]


def indicators(columns: tuple[object, ...], rows: Sequence[Measured], manner: "Manner") -> Builder:
    """The table of indicators: results and targets by year, with the words in the order of the office."""
    past, targets = columns
    years = [*past, *targets]  # type: ignore[misc]
    short = [manner.year.format(yy=f"{year % 100:02}") for year in years]
    yy = f"{years[-1] % 100:02}"
    words = [manner.reason.format(yy=yy), manner.formula, manner.source]
    if manner.formula_first:
        words = [words[1], words[2], words[0]]
    count = len(years)
    builder = Builder([15, *([7] * count), 20, 20, 18])
    first = [(0, manner.name, 2, 1)]
    if past:
        first.append((1, "실적", 1, len(past)))  # type: ignore[arg-type]
    first.append((1 + len(past), "목표치", 1, len(targets)))  # type: ignore[arg-type]
    first += [(1 + count + at, word, 2, 1) for at, word in enumerate(words)]
    builder.head(first, [(1 + at, year, 1, 1) for at, year in enumerate(short)])
    for row in rows:
        told = [row.reason, row.formula, row.source]
        if manner.formula_first:
            told = [told[1], told[2], told[0]]
        builder.line(_narrow(row.name, manner.broken, 9), *row.values, *told)
    return builder


def _narrow(text: str, broken: bool, width: int) -> Sequence[str]:
    """A name broken by hand between words."""
    if not broken:
        return text
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def milestones(rows: Sequence[Milestone], steps: str, head: tuple[str, str, str, str]) -> Builder:
    """The steps of the year: a row for each, or a row for each quarter with lists in its cells."""
    builder = Builder([12, 52, 18, 14])
    builder.head([(at, word, 1, 1) for at, word in enumerate(head)])
    groups: list[list[Milestone]] = []
    for row in rows:
        if not groups or groups[-1][0].quarter != row.quarter:
            groups.append([])
        groups[-1].append(row)
    for group in groups:
        label = f"{group[0].quarter}/4분기" if group[0].quarter else "연중"
        if steps == "lists" and not any(row.note or not row.when for row in group):
            builder.line(label, [f"◦ {row.text}" for row in group], [row.when for row in group], "")
            continue
        for at, row in enumerate(group):
            if steps == "plain" or at == 0:
                builder.put(0, label, 1 if steps == "plain" else len(group))
            builder.put(1, f"◦ {row.text}" if steps == "lists" else row.text)
            builder.put(2, row.when)
            builder.put(3, row.note)
            builder.row += 1
    return builder


def budget(rows: Sequence[BudgetLine], years: Sequence[str], caption: str, in_lines: bool) -> Builder:
    """The table of money: a row for each line, or a row for each programme with lines in its cells."""
    builder = Builder([52, 18, 15, 15])
    if caption:
        builder.put(0, caption, across=4)
        builder.row += 1
    builder.head(
        [(0, "프로그램명\n(단위사업명)", 1, 1), (1, "회계구분", 1, 1), (2, years[0], 1, 1), (3, years[1], 1, 1)]
    )
    lines = list(_lines(rows))
    if not in_lines or any("" in (line[2], line[3]) for line in lines if not line[0].startswith("P")):
        for line in lines:
            builder.line(line[0].removeprefix("P"), *line[1:])
        return builder
    at = 0
    while at < len(lines):
        end = at + 1
        if not lines[at][0].startswith("P"):
            while end < len(lines) and not lines[end][0].startswith("P") and lines[end][0] and lines[at][0]:
                end += 1
        block = lines[at:end]
        if any(not line[1] for line in block):
            for line in block:
                builder.line(line[0].removeprefix("P"), *line[1:])
        else:
            builder.line(*([line[column].removeprefix("P") for line in block] for column in range(4)))
        at = end
    return builder


def _lines(rows: Sequence[BudgetLine]) -> Iterator[tuple[str, str, str, str]]:
    units = 0
    for row in rows:
        one, other = (amount.written for amount in row.amounts)
        name = row.name
        if row.level == "programme":
            name = f"P{name}({row.code})"
        elif row.level == "unit":
            name = f"{CIRCLED[units % 12]} {name}({row.code})"
            units += 1
        elif row.level == "detailed":
            name = f"▪{name}({row.code})"
        elif row.level == "sub":
            name = f"({name})"
        yield name, row.account, one, other


def links(rows: Sequence[Linked], beside: bool) -> Builder:
    """Goals and tasks with their links: goals over the whole width, or beside their tasks."""
    builder = Builder([10, 50, 40])
    builder.head([(0, "성과\n목표", 1, 1), (1, "관리과제", 1, 1), (2, "국정목표 연계\n(과제명 및 과제코드)", 1, 1)])
    at = 0
    while at < len(rows):
        row = rows[at]
        below = 0
        while at + 1 + below < len(rows) and rows[at + 1 + below].depth == 2:
            below += 1
        if beside and row.depth == 1 and below:
            builder.put(0, row.title, below)
            for task in rows[at + 1 : at + 1 + below]:
                builder.put(1, task.title)
                builder.put(2, task.links)
                builder.row += 1
            at += below
        elif row.depth < 2:
            builder.put(0, row.title, across=3)
            builder.row += 1
        else:
            builder.put(0, "")
            builder.put(1, row.title)
            builder.put(2, row.links)
            builder.row += 1
        at += 1
    return builder


def system(rows: Sequence[Listed], beside: bool, together: bool) -> Builder:
    """Goals and tasks with the names of their indicators."""
    builder = Builder([12, 50, 38])
    builder.head([(0, "성과목표", 1, 1), (1, "관리과제", 1, 1), (2, "성과지표", 1, 1)])
    for row in rows:
        cells = [list(row.names)] if together or not row.names else [[name] for name in row.names]
        if row.depth < 2:
            builder.put(0, row.title, len(cells), 2)
        else:
            if not beside:
                builder.put(0, "", len(cells))
            builder.put(0 if beside else 1, row.title, len(cells), 2 if beside else 1)
        for names in cells:
            builder.put(2, names)
            builder.row += 1
    return builder


def tally(numbers: Sequence[str], heads: int) -> Builder:
    """The six counts below heads of one row or two."""
    builder = Builder([1] * 6)
    words = ("전략목표", "성과목표", "관리과제")
    if heads == 2:
        top = [(2 * at, word, 1, 2) for at, word in enumerate(words)]
        builder.head(top, [(at, (words[at // 2], "성과지표")[at % 2], 1, 1) for at in range(6)])
    else:
        builder.head([(at, (words[at // 2], "성과지표")[at % 2], 1, 1) for at in range(6)])
    builder.line(*numbers)
    return builder


def kinds(rows: Sequence[tuple[str, Sequence[str]]]) -> Builder:
    """How many indicators are of which kind."""
    builder = Builder([18, 10, 12, 12, 12, 12, 12, 12])
    builder.head(
        [
            (0, "구분", 2, 1),
            (1, "개수", 2, 1),
            (2, "성과지표\n소계", 2, 1),
            (3, "지표성격", 1, 4),
            (7, "정량지표", 2, 1),
        ],
        [(3 + at, word, 1, 1) for at, word in enumerate(("투입", "과정", "산출", "결과"))],
    )
    for label, own in rows:
        items, counted, *classes = own
        pairs = [[one, other] for one, other in zip(classes[::2], classes[1::2], strict=True)]
        builder.line(label, items, counted, *pairs)
    return builder


def annex(level: str, target: str, rows: Sequence[Annexed], broken: bool) -> Builder:
    """The annex of indicators of one level."""
    builder = Builder([22, 18, 30, 10, 8, 8, 6])
    builder.head(
        [
            (0, level, 2, 1), (1, "성과지표", 2, 1), (2, "측정방법\n(또는 측정산식)", 2, 1), (3, target, 2, 1),
            (4, "지표 종류", 1, 2), (6, "비고", 2, 1),
        ],
        [(4, "정량화", 1, 1), (5, "성격", 1, 1)],
    )  # fmt: skip
    for row in rows:
        if not row.rows:
            builder.put(0, row.title, across=7)
            builder.row += 1
            continue
        builder.put(0, row.title, len(row.rows))
        for name, formula, aim, quantification, nature in row.rows:
            for column, text in enumerate((_narrow(name, broken, 9), formula, aim, quantification, nature, ""), 1):
                builder.put(column, text)
            builder.row += 1
    return builder
