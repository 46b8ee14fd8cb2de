"""`python -m benchmarks.tables [FOLDER]`: Canada's departmental results, read by their layout alone, against the table itself.

FOLDER, by default one beside the checkout, holds `indicators.csv` and `results.csv` as GC InfoBase publishes them. Ends with 1 when a bar is missed.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from benchmarks.bar import Bar, print_bars
from uigwe.operations.tables import import_table
from uigwe.plan import Indicator

ROOT = Path(__file__).resolve().parent.parent
LAYOUT = ROOT / "years/2018/layouts/gc-infobase.yaml"
BESIDE = ROOT.parent / "shared/realdata/gc-infobase"
YEARS = {"dp18": 2018, "dp19": 2019}
# What the table says of a target, told from what the plan holds.
_SEEKS = {"at-least": "max", "at-most": "min", "exactly": "target", "within": "range", "words": "text"}


def main(arguments: list[str]) -> int:
    """Reads both years, compares each row with its indicator, prints, judges."""
    return print_bars(table_bars(Path(arguments[0]) if arguments else BESIDE))


def table_bars(folder: Path) -> Iterator[Bar]:
    """The table in this folder; that there is none is said."""
    if not (folder / "indicators.csv").is_file():
        yield Bar("캐나다의 지표 indicators of Canada", "100 %", f"{folder.name} 없음 is not there", None)
        return
    with (folder / "indicators.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"].lower(): row for row in csv.DictReader(file)}
    taken: dict[str, Indicator] = {}
    reasons: Counter[str] = Counter()
    for year in YEARS.values():
        imported = import_table(folder / "indicators.csv", LAYOUT, "canada", year)
        taken |= {one.id: one for one in imported.pack.plan.indicators}
        reasons.update(one.reason for one in imported.left_out if one.reason != "other-year")
    total, counted = len(rows), len(taken) + sum(reasons.values())
    beside = f"imported {len(taken)}, listed {sum(reasons.values())} {dict(reasons) or ''}"
    yield Bar("셈이 맞는 행 rows accounted for", f"{total}/{total}", f"{counted}/{total}", counted == total, beside)
    for name, same in (
        ("방향 direction", _direction),
        ("목표의 종류 target type", _type),
        ("목표 범위 min and max", _ends),
    ):
        right = sum(same(one, rows[id]) for id, one in taken.items())
        yield Bar(name, "100 %", f"{right}/{len(taken)}", right == len(taken))


def _direction(one: Indicator, row: dict[str, str]) -> bool:
    good = {"max": "up", "min": "down"}.get(row["seeking_to"], "up")
    return bool(one.bounds) and _SEEKS[one.bounds.seeks] == row["seeking_to"] and one.direction == good


def _type(one: Indicator, row: dict[str, str]) -> bool:
    kinds = {
        "number": ("num", "percent"),
        "range": ("num_range", "percent_range"),
        "words": ("text", ""),
        "open": ("tbd", ""),
    }
    return bool(one.bounds) and kinds[one.bounds.type][one.unit == "%"] == row["target_type"]


def _ends(one: Indicator, row: dict[str, str]) -> bool:
    wanted = [Decimal(row[name]) if row[name] else None for name in ("target_min", "target_max")]
    return bool(one.bounds) and [one.bounds.low, one.bounds.high] == wanted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
