"""Tables as extraction leaves them: the indicator table, milestones, budget, the annex of indicators."""

from corpus.text.pages import Pages, broken, wrapped
from uigwe.plan import BudgetLine, Indicator, Kind, Milestone, Printing, Use

_REASONS = ("목표치 산출근거", "산출 근거", "설정근거")
_STYLES = ("glued", "alone", "name", "torn")


def indicator_head(pages: Pages, years: list[int], target: int) -> None:
    """The head of an indicator table; the years stand glued to its last cell, or below it."""
    columns = " ".join(f"’{year % 100}" for year in (*years, target))
    pages.add(
        "성과지표",
        "실적 목표치",
        f"’{target % 100}년 {pages.dice.choice(_REASONS)}",
        "측정산식",
        "(또는 측정방법)",
        "자료수집 방법",
    )
    if pages.dice.random() < 0.5:
        pages.add(f"(또는 자료출처){columns}")
    else:
        pages.add("(또는 자료출처)", columns)


def indicator_row(pages: Pages, indicator: Indicator, use: Use) -> tuple[int, dict[tuple[Kind, int], int]]:
    """One row: name, values, reason, formula, source; the line of the name, and that of each cell."""
    cells: list[Printing] = [*indicator.history(use).values()]
    target = indicator.target(use)
    values = " ".join([cell.written for cell in cells] + ([target.written] if target else []))
    name = broken(f"{use.name}({indicator.unit})", pages.dice.choice((9, 11, 14)))
    reason = broken(use.reason or "-", 15)
    style = pages.dice.choice(_STYLES)
    first = pages.next
    lines: list[int] = []
    last = 0
    if style == "name":
        pages.add(*name[:-1], loose=False)
        at = pages.add(f"{name[-1]} {values} {reason[0]}", *reason[1:], loose=False)
    elif style == "glued":
        pages.add(*name, loose=pages.dice.random() < 0.5)
        pages.gap()
        at = pages.add(f"{values} {reason[0]}", *reason[1:], loose=False)
    elif style == "alone":
        pages.add(*name, "", loose=False)
        at = pages.add(values, "", *reason, loose=False)
    else:
        pages.add(*name, "", loose=False)
        at = pages.next
        lines = [_torn(pages, cell.written) for cell in cells]
        last = pages.add(f"{target.written if target else '-'} {reason[0]}", *reason[1:], loose=False)
    pages.gap()
    pages.cell(use.formula, 12)
    pages.cell(use.source, 12)
    where = dict(zip([(cell.kind, cell.year) for cell in cells], lines or [at] * len(cells), strict=True))
    if target:
        where[(target.kind, target.year)] = last or at
    return first, where


def _torn(pages: Pages, value: str) -> int:
    """A value alone on its line; a narrow column breaks the word for a new indicator in two."""
    pieces = list(value) if value == "신규" else [value]
    return pages.add(*pieces, "", loose=False)


def milestone_table(pages: Pages, year: int, rows: tuple[Milestone, ...]) -> dict[int, int]:
    """The table of the year's steps by quarter; the line of each row."""
    at: dict[int, int] = {}
    pages.add(f"< ’{year % 100}년도 과제추진 계획 >", "구 분 추진계획 세부일정 비 고")
    for quarter in (1, 2, 3, 4):
        own = [row for row in rows if row.quarter == quarter]
        label = f"{quarter}/4분기"
        if len(own) == 1 and pages.dice.random() < 0.5:
            joint = pages.dice.choice((" ", "◦", ""))
            at[own[0].row] = pages.add(f"{label}{joint}{own[0].text} {own[0].when}")
            continue
        pages.add(label, loose=False)
        for row in own:
            lines = wrapped(row.text, 24)
            if len(lines) > 1:
                at[row.row] = pages.add(*lines, "", row.when, "", loose=False)
            else:
                at[row.row] = pages.add(f"{row.text} {row.when}", loose=pages.dice.random() < 0.5)
        pages.gap()
    return at


_MARKS = "①②③④⑤⑥⑦⑧⑨"


def budget_table(pages: Pages, year: int, rows: tuple[BudgetLine, ...]) -> dict[int, int]:
    """The table of money, with its unit above; the line of each row."""
    at: dict[int, int] = {}
    pages.add("□ 관련 재정사업 내역", f"(단위 : {rows[0].unit})", f"회계구분1」 ’{(year - 1) % 100} ’{year % 100}")
    units = 0
    for row in rows:
        amounts = " ".join(amount.written for amount in row.amounts).strip()
        if row.level == "programme":
            text = f"{row.name}({row.code})"
        elif row.level == "unit":
            text = f"{_MARKS[units % len(_MARKS)]} {row.name}({row.code}) {row.account} {amounts}"
            units += 1
        elif row.level == "detailed":
            text = f"▪{row.name}({row.code}) {row.account} {amounts}"
        elif row.level == "sub":
            text = f"({row.name}) {row.account} {amounts}"
        else:
            text = amounts
        at[row.row] = pages.add(text)
    return at


def annex_row(pages: Pages, title: str, indicators: list[tuple[Indicator, Use]]) -> tuple[int, dict[str, int]]:
    """The rows of one goal or task in the annex: narrow title, narrow name, formula, target and kind; lines of title and names."""
    first = pages.cell(title, pages.dice.choice((14, 60)))
    at: dict[str, int] = {}
    for indicator, use in indicators:
        at[indicator.id] = pages.cell(f"{use.name}({indicator.unit})", 12)
        lines = broken(use.formula, 20)
        kinds = f"{_annex_target(indicator, use)} {use.quantification} {use.nature}"
        if pages.dice.random() < 0.5:
            pages.add(*lines[:-1], f"{lines[-1]} {kinds}", loose=False)
        else:
            pages.add(*lines, "", kinds, loose=False)
        pages.gap()
    return first, at


def _annex_target(indicator: Indicator, use: Use) -> str:
    found = [
        one.written
        for one in indicator.printings
        if one.kind is Kind.TARGET and one.place.part.value == "annex" and one.place.code == use.code
    ]
    return found[0] if found else "-"
