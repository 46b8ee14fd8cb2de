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
_YEAR = re.compile(r"[’‘'`]?((?:19|20)?\d\d)년?(실적|목표)?[치값]?")


def propose(head: Sequence[str], year: int) -> dict[str, object]:
    """A layout of kind `table` for these columns, as far as their names tell."""
    fields: dict[str, object] = {}
    past: dict[int, str] = {}
    free = [column for column in head if column]
    for column in list(free):
        if found := _YEAR.fullmatch(bare(column)):
            at = int(found[1]) if len(found[1]) == 4 else 2000 + int(found[1])
            if at < year:
                past[at] = column
            elif at == year:
                fields["target"] = column
            free.remove(column)
    for exact in (True, False):
        for name, words in _NAMES.items():
            if name in fields:
                continue
            if (fitting := _fitting(words, free, exact)) is not None:
                fields[name] = fitting
                free.remove(fitting)
    ordered = {name: fields[name] for name in (*_NAMES, "target") if name in fields}
    tree: dict[str, object] = {"kind": "table", "name": "", "title": "{year}", "fields": ordered}
    return {**tree, "past": dict(sorted(past.items()))} if past else tree


def _fitting(words: Sequence[str], columns: Sequence[str], exact: bool) -> str | None:
    for word in words:
        for column in columns:
            name = bare(column).lower()
            if name == word or (not exact and len(word) > 2 and word in name):
                return column
    return None
