"""A bar: a figure that must be reached, the figure that was, and whether it is met."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the table. `met` is None for what was not measured here, with the reason in `measured`."""

    name: str
    wanted: str
    measured: str
    met: bool | None
    beside: str = ""

    @property
    def verdict(self) -> str:
        """In both languages; nothing for a figure that has no bar."""
        if not self.wanted:
            return ""
        return {True: "달성 met", False: "미달 MISSED", None: "여기서 재지 않음 not measured"}[self.met]


def print_bars(bars: Iterable[Bar]) -> int:
    """Prints the table and names what is missed; 1 when something is, else 0."""
    listed = list(bars)
    rows = [("항목 figure", "기준 bar", "측정 measured", "판정 verdict", "")]
    rows += [(bar.name, bar.wanted, bar.measured, bar.verdict, bar.beside) for bar in listed]
    widths = [max(width(row[at]) for row in rows) for at in range(4)]
    for row in rows:
        cells = [cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=False)]
        print("  ".join([*cells, row[4]]).rstrip())
    missed = [bar.name for bar in listed if bar.met is False]
    print()
    if missed:
        print(f"미달 {len(missed)}건 (missed): {', '.join(missed)}")
        return 1
    print("기준을 모두 달성했습니다. (Every bar that was measured is met.)")
    return 0


def width(text: str) -> int:
    """Columns on a terminal: Hangul takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
