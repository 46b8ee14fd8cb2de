"""The borders of a row's last cells once more, by the formula that the annex prints: what slipped over a border comes back."""

from dataclasses import replace

from uigwe.documents.layout import bare
from uigwe.documents.tables import Row

# No more signs than these slip over a border.
_SLIPPED = 24


def recut(row: Row, printed: str) -> Row:
    """The row with reason, formula and source cut where the annex's formula begins and ends, when its very signs stand there."""
    wanted = bare(printed)
    reason, formula, source = (bare(text) for text in (row.reason, row.formula, row.source))
    if not formula or len(wanted) <= len(formula) or formula not in wanted:
        return row
    before, _, behind = wanted.partition(formula)
    if len(before) + len(behind) > _SLIPPED or not reason.endswith(before) or not source.startswith(behind):
        return row
    if before == reason or behind == source:
        return row
    return replace(
        row,
        reason=_without_end(row.reason, len(before)),
        formula=printed,
        source=_without_start(row.source, len(behind)),
    )


def _without_end(text: str, count: int) -> str:
    """The text without its last signs, spaces and points not counted."""
    kept = text
    while count:
        count -= bool(bare(kept[-1]))
        kept = kept[:-1]
    return kept.rstrip()


def _without_start(text: str, count: int) -> str:
    kept = text
    while count:
        count -= bool(bare(kept[0]))
        kept = kept[1:]
    return kept.lstrip()
