"""The budget tables of tasks: programmes, unit and detailed programmes, sub-items and totals, with the amounts of their years."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from uigwe.documents.codes import ANY_CIRCLED, ROMAN
from uigwe.documents.healing import Words, heal_texts
from uigwe.documents.layout import Layout, bare, squeeze
from uigwe.documents.lines import Line
from uigwe.documents.years import with_years_below
from uigwe.plan.records import Amount
from uigwe.values import read_number, to_won

_UNIT = re.compile(r"\(\s*단위\s*[:：]?\s*([^()]{1,8})\)")
_AMOUNT = re.compile(r"^\(?(?:[△▲\-–]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?['’´`′]?|\s*[-–]\s*)\)?$")
# `( - )` is one word.
_WORDS = re.compile(r"\(\s*[-–]\s*\)|\S+")
_PROGRAMME = re.compile(rf"\(([{ROMAN}][-–][^\s()]*(?:\(\d\))?)\)")
_CODE = re.compile(r"\((\d{3,4})\)")
_BULLET = re.compile(rf"^(?:[▪▫■□◦ㅇ○·•]|[-–](?=\s)|[{ANY_CIRCLED}])\s*")
_STOP = re.compile(r"^(?:□|■|<|ㅇ|◦|\(\s*\d{1,2}\s*\)|[*※])")
# What stands in the pack: the two columns nearest to the plan's year.
COLUMNS = 2


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """One printed line of a budget table."""

    level: str
    code: str
    name: str
    account: str
    unit: str
    amounts: tuple[Amount, ...]
    bracketed: bool
    line: int
    doubt: str = ""
    mark: str = ""


@dataclass
class BudgetTable:
    """The budget lines of one task."""

    rows: list[BudgetRow] = field(default_factory=list)
    found: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    """A line with a name: what it names and the amounts on it. `marked`: a bullet or a number in a circle stands before it."""

    level: str
    code: str
    name: str
    account: str
    amounts: tuple[str, ...]
    line: int
    open_end: bool = False
    marked: bool = False
    number: str = ""


def read_budget(lines: Sequence[Line], layout: Layout, words: Words) -> BudgetTable:
    """The budget lines among the lines of one task's section; a table that goes on elsewhere on the next page is put together."""
    table = BudgetTable()
    units = units_of(lines)
    years: tuple[int, ...] = ()
    for head, found, region in _regions(lines, layout):
        table.found = True
        above = bisect_left(units, (head.number + 1, ""))
        unit = units[above - 1][1] if above else ""
        years = found or years
        if region and years:
            table.rows += _Reader(layout, words, unit, years).read(region)
    return table


def _regions(lines: Sequence[Line], layout: Layout) -> Iterator[tuple[Line, tuple[int, ...], list[Line]]]:
    at = 0
    while at < len(lines):
        years, size = _head(lines, at, layout)
        if not years:
            at += 1
            continue
        end = _end(lines, at + size, layout)
        yield lines[at], years, list(lines[at + size : end])
        if end < len(lines) and lines[end].page:
            more = _continued(lines, end, layout)
            if more:
                yield lines[at], years, more
        at = end


def _head(lines: Sequence[Line], at: int, layout: Layout) -> tuple[tuple[int, ...], int]:
    """The years of a head that begins at this line, and its lines; no years when none begins here."""
    if not layout.has(layout.tables["budget"][:1], lines[at].text):
        return (), 0
    years, size = with_years_below(lines, at)
    return (tuple(years), size) if len(years) > 1 else ((), 0)


def _end(lines: Sequence[Line], start: int, layout: Layout) -> int:
    for at in range(start, len(lines)):
        text = lines[at].text
        if _STOP.match(text) and not _PROGRAMME.search(text) and not _ends_in_amount(text):
            return at
        if bare(text) in layout.milestone_heads or layout.is_heading("indicators", text):
            return at
        if _head(lines, at, layout)[0]:
            return at
    return len(lines)


def _continued(lines: Sequence[Line], start: int, layout: Layout) -> list[Line]:
    """Rows that the next page prints below its other text, without a head of their own."""
    end = next((at for at in range(start + 1, len(lines)) if lines[at].page), len(lines))
    if any(layout.has(layout.tables["budget"][:1], line.text) for line in lines[start:end]):
        return []
    for at in range(start, end):
        text = lines[at].text
        if _PROGRAMME.search(text) and not _STOP.match(text):
            return list(lines[at : _end(lines, at + 1, layout)])
    return []


def _ends_in_amount(text: str) -> bool:
    words = _WORDS.findall(text)
    return len(words) > 1 and bool(_AMOUNT.match(words[-1])) and words[-1] not in "-–"


def units_of(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """The units of money printed above tables, with their lines; the table itself may have slipped below other headings."""
    found = [(line.number, match[1]) for line in lines for match in [_UNIT.search(line.text)] if match]
    return [(number, squeeze(unit)) for number, unit in found if to_won(Decimal(1), unit) is not None]


class _Reader:
    """Reads one stretch of rows."""

    def __init__(self, layout: Layout, words: Words, unit: str, years: Sequence[int]) -> None:
        self.layout, self.words, self.unit = layout, words, unit
        self.years = tuple(years)
        self.columns = len(self.years)

    def read(self, region: Sequence[Line]) -> list[BudgetRow]:
        rows: list[BudgetRow] = []
        pending: list[_Named] = []
        loose: list[tuple[str, int]] = []
        for named in self._lines(region):
            if named.name:
                if loose:
                    rows += self._columns(pending, loose)
                    pending, loose = [], []
                if pending and self._continues(pending[-1], named):
                    pending[-1] = self._joined(pending[-1], named)
                    if pending[-1].amounts:
                        rows += [self._row(one) for one in pending]
                        pending = []
                elif named.amounts or named.level == "programme":
                    rows += [self._row(one) for one in pending] + [self._row(named)]
                    pending = []
                else:
                    pending.append(named)
            elif named.account and not named.amounts:
                pending = _with_account(pending, named.account)
            elif len(named.amounts) == self.columns and not loose:
                if pending:
                    rows += [self._row(one) for one in pending[:-1]]
                    rows.append(
                        self._row(
                            replace(pending[-1], amounts=named.amounts, account=pending[-1].account or named.account)
                        )
                    )
                    pending = []
                else:
                    rows.append(self._row(replace(named, level="total")))
            else:
                if named.account:
                    pending = _with_account(pending, named.account, ("detailed",))
                loose += [(amount, named.line) for amount in named.amounts]
        return rows + self._columns(pending, loose)

    def _lines(self, region: Sequence[Line]) -> Iterator[_Named]:
        for line in region:
            for part, open_end in self._parts(line):
                yield self._named(part, line.number, open_end)

    def _parts(self, line: Line) -> Iterator[tuple[str, bool]]:
        """A programme and the unit programme below it may stand on one line."""
        match = re.match(rf"^(.*?\([{ROMAN}][-–][^\s()]*\))\s*([{ANY_CIRCLED}].*)$", line.text)
        if match:
            yield match[1], True
            yield match[2], line.open_end
        else:
            yield line.text, line.open_end

    def _named(self, text: str, number: int, open_end: bool) -> _Named:
        words = _WORDS.findall(text)
        amounts: list[str] = []
        while words and len(amounts) < self.columns and _AMOUNT.match(words[-1]):
            if words[-1] in "-–" and len(words) == 1 and amounts == [] and len(text) > 2:
                break
            amounts.insert(0, words.pop())
        account = words.pop().strip("()") if words and self._is_account(words[-1]) else ""
        rest = " ".join(words).rstrip("」").strip()
        level, code, name = level_of(rest)
        return _Named(
            level, code, name, account, tuple(amounts), number, open_end, bool(_BULLET.match(rest)), circle_of(rest)
        )

    def _is_account(self, word: str) -> bool:
        plain = word.strip("().")
        known = {squeeze(name) for name in self.layout.accounts}
        return plain in known or (
            len(plain) <= 8 and plain.endswith(tuple(self.layout.account_endings)) and "(" not in word
        )

    def _continues(self, before: _Named, after: _Named) -> bool:
        """Whether a line only goes on with the name of the line before it: it ends in a word that cannot end one."""
        if before.amounts or before.account:
            return False
        if before.marked and not before.code:  # its number stands on the line behind it
            return not after.marked and bool(after.code)
        open_name = not before.name.endswith(")") and before.name.split()[-1] in self.layout.open_words
        return before.level == "detailed" and after.level == "sub" and open_name

    def _joined(self, before: _Named, after: _Named) -> _Named:
        name = heal_texts([(before.name, before.open_end), (after.name, True)], self.words)
        level, code = (before.level, before.code) if before.code else (after.level, after.code)
        joined = replace(before, level=level, code=code, name=name)
        return replace(joined, amounts=after.amounts, account=before.account or after.account)

    def _columns(self, pending: Sequence[_Named], loose: Sequence[tuple[str, int]]) -> list[BudgetRow]:
        """Amounts printed column by column: as many rows as they fill, the last names first; what is left over is a total."""
        if not loose:
            return [self._row(one) for one in pending]
        count, rest = divmod(len(loose), self.columns)
        if rest or not count:
            last = pending[-1] if pending else _Named("total", "", "", "", (), loose[0][1])
            placed = replace(last, amounts=tuple(amount for amount, _ in loose[: self.columns]))
            return [*(self._row(one) for one in pending[:-1]), replace(self._row(placed), doubt="amounts-unplaced")]
        by_row = [tuple(loose[column * count + row] for column in range(self.columns)) for row in range(count)]
        bare_names = pending[: max(0, len(pending) - count)]
        filled = pending[max(0, len(pending) - count) :]
        rows = [self._row(one) for one in bare_names]
        for index, cells in enumerate(by_row):
            amounts = tuple(amount for amount, _ in cells)
            if index < len(filled):
                rows.append(self._row(replace(filled[index], amounts=amounts)))
            else:
                rows.append(self._row(_Named("total", "", "", "", amounts, cells[0][1])))
        return rows

    def _row(self, named: _Named) -> BudgetRow:
        doubt = "amount-column" if 0 < len(named.amounts) < self.columns else ""
        written = named.amounts + ("",) * (self.columns - len(named.amounts))
        amounts = tuple(
            Amount(year, amount, in_won(amount, self.unit)) for year, amount in zip(self.years, written, strict=True)
        )[-COLUMNS:]
        bracketed = any(amount.startswith("(") for amount in named.amounts)
        return BudgetRow(
            named.level,
            named.code,
            named.name,
            named.account,
            self.unit,
            amounts,
            bracketed,
            named.line,
            doubt,
            named.number,
        )


def in_won(amount: str, unit: str) -> Decimal | None:
    """An amount as printed, in won; None for `-` and for nothing."""
    value = read_number(amount.strip("()'’´`′")).value
    return to_won(value, unit) if value is not None else None


def circle_of(text: str) -> str:
    """The circled number that a line begins with; empty when there is none."""
    first = text.strip()[:1]
    return first if first and first in ANY_CIRCLED else ""


def level_of(rest: str) -> tuple[str, str, str]:
    """Level, code and name of a line without its account and amounts."""
    if not rest:
        return "total", "", ""
    programme = _PROGRAMME.search(rest)
    bullet = _BULLET.match(rest)
    plain = _BULLET.sub("", rest, count=1)
    if programme and not bullet:
        return "programme", programme[1], (rest[: programme.start()] + rest[programme.end() :]).strip()
    codes = list(_CODE.finditer(plain))
    if codes:
        last = codes[-1]
        name = " ".join(f"{plain[: last.start()]} {plain[last.end() :]}".replace("」", "").split())
        name = re.sub(r"\s+\(", "(", name) if plain[last.end() :].startswith("(") else name
        return ("unit" if len(last[1]) == 4 else "detailed"), last[1], name
    inside = re.fullmatch(r"\((.*)\)", plain)
    return "sub", "", (inside[1] if inside else plain).strip()


def _with_account(pending: Sequence[_Named], account: str, levels: Sequence[str] = ()) -> list[_Named]:
    """An account printed by itself belongs to the first of the waiting lines that has none."""
    given = list(pending)
    for index, named in enumerate(given):
        if not named.account and (not levels or named.level in levels):
            given[index] = replace(named, account=account)
            break
    return given
