"""A layout proposed from the header of a table, for a person to correct and keep."""

import re
from collections.abc import Mapping, Sequence

from uigwe.documents.layout import bare

# What offices call the columns of a table of indicators, without spaces; the first that fits a column is taken.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("지표번호", "지표코드", "id", "번호", "연번"),
    "name": ("성과지표명", "지표명", "성과지표", "indicator", "name", "지표"),
    "group": ("과제번호", "과제코드", "관리과제", "성과목표", "과제", "목표", "group", "result", "goal"),
    "unit": ("단위", "unit"),
    "direction": ("방향", "지표방향", "direction"),
    "target": ("목표치", "목표값", "목표", "target"),
    "low": ("하한", "최소", "min", "low"),
    "high": ("상한", "최대", "max", "high"),
    "reason": ("목표치산출근거", "산출근거", "설정근거", "reason", "explanation"),
    "formula": ("측정산식", "산식", "측정방법", "formula", "methodology"),
    "source": ("자료출처", "출처", "source"),
    "nature": ("지표성격", "성격", "유형"),
}
# How offices say in which direction an indicator is good.
DIRECTIONS: Mapping[str, Sequence[str]] = {
    "up": ("상향", "증가", "상승", "확대", "높을수록", "정방향", "↑", "up", "max"),
    "down": ("하향", "감소", "하락", "축소", "낮을수록", "역방향", "↓", "down", "min"),
}
# Words in place of a name in rows that only add up.
_TOTALS = ("계", "합계", "소계", "총계", "total")
_YEAR = re.compile(r"(실적|목표)?[치값]?[’‘'`]?((?:19|20)?\d\d)년?도?(실적|목표)?[치값]?")
_TARGET = "목표"


def propose(head: Sequence[str], year: int) -> dict[str, object]:
    """A layout of kind `table` for these columns, as far as their names tell."""
    columns, past = _columns(head, year)
    fields: dict[str, object] = {**columns}
    if "direction" in columns:
        values = {word: way for way, words in DIRECTIONS.items() for word in words}
        fields["direction"] = {"column": columns["direction"], "values": values}
    tree: dict[str, object] = {"kind": "table", "name": "", "title": "{year}", "fields": fields, "totals": [*_TOTALS]}
    return {**tree, "past": dict(sorted(past.items()))} if past else tree


def recognised(head: Sequence[str], year: int) -> int:
    """How many of these columns are known by their names; none when no name of an indicator is among them."""
    fields, past = _columns(head, year)
    return len(fields) + len(past) if "name" in fields else 0


def _columns(head: Sequence[str], year: int) -> tuple[dict[str, str], dict[int, str]]:
    fields: dict[str, str] = {}
    past: dict[int, str] = {}
    free = [column for column in head if column]
    for column in list(free):
        if found := _YEAR.fullmatch(bare(column)):
            at = int(found[2]) if len(found[2]) == 4 else 2000 + int(found[2])
            said = found[1] or found[3] or ""
            if at < year and said != _TARGET:
                past.setdefault(at, column)
            elif at == year and said in ("", _TARGET):
                fields.setdefault("target", column)
            free.remove(column)
    for exact in (True, False):
        for name, words in _NAMES.items():
            if name in fields:
                continue
            if (fitting := _fitting(words, free, exact)) is not None:
                fields[name] = fitting
                free.remove(fitting)
    return {name: fields[name] for name in _NAMES if name in fields}, past


def _fitting(words: Sequence[str], columns: Sequence[str], exact: bool) -> str | None:
    for word in words:
        for column in columns:
            name = bare(column).lower()
            if name == word or (not exact and len(word) > 2 and word in name):
                return column
    return None
