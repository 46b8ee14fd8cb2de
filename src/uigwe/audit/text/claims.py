"""What prose claims in numbers, as the claims of a pack are: one statement for each series, sum and share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from uigwe.audit.text.footnotes import of_notes
from uigwe.audit.text.passages import Passage, notes
from uigwe.audit.text.sentences import of_sentence
from uigwe.audit.text.spread import deviations_stated
from uigwe.audit.text.subjects import starred
from uigwe.audit.text.tables import Added, Changed, Row, added, changed, rows
from uigwe.plan import Claim, Place

# A sentence with more figures than this is none.
_MOST = 200


def statements(passages: Sequence[Passage]) -> Iterator[list[Claim]]:
    """Every statement of the prose and of the tables left in it; a claim's `statement` is 0 until it joins a plan."""
    for main, below in notes(passages):
        read = [passage for passage in (main, *below) if not passage.row and len(passage.figures) <= _MOST]
        told: list[Claim] = []
        for passage in read:
            for statement in of_sentence(passage, starred(main, passage) if passage.is_note else ""):
                yield statement
                told += statement
        if read:
            yield from deviations_stated(main, told)
            yield from of_notes(read)
    for block in rows(passages):
        yield from _of_table(block)


def of_passage(main: Passage, passage: Passage) -> list[Claim]:
    """What one passage claims: the sentence itself, or one of its footnotes."""
    found = of_sentence(passage, starred(main, passage) if passage.is_note else "")
    return [claim for statement in found for claim in statement]


def beside(found: Iterable[list[Claim]], known: Sequence[Claim], first: int) -> Iterator[Claim]:
    """The claims of the prose that the pack does not hold yet, numbered from `first`."""
    held = {_key(claim) for claim in known}
    number = first
    for statement in found:
        if statement and not all(_key(claim) in held for claim in statement):
            yield from (replace(claim, statement=number) for claim in statement)
            number += 1


def _key(claim: Claim) -> tuple[str, str, Decimal]:
    return claim.place.code, claim.place.heading, abs(claim.value)


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_table(block: Sequence[Row]) -> Iterator[list[Claim]]:
    for total in added(block):
        yield _of_added(total)
    for change in changed(block):
        yield _of_changed(change)
    for row in block:
        if row.years and row.label and not row.is_change and not any(cell.startswith("(") for cell in row.cells):
            yield [
                Claim(0, row.subject, "value", str(year), cell, value, row.unit, row.place)
                for year, cell, value in zip(row.years, row.cells, row.values, strict=True)
                if value is not None
            ]


def _of_added(one: Added) -> list[Claim]:
    row = one.total.row
    parts = [
        Claim(0, part.row.label, "part", "", part.written, part.value, row.unit, part.row.place) for part in one.parts
    ]
    subject = f"{row.label} {one.total.name}"
    return [*parts, Claim(0, subject, "total", "", one.total.written, one.total.value, row.unit, row.place)]


def _of_changed(one: Changed) -> list[Claim]:
    row = one.new.row
    # No period: a table may print one name under several heads, and they are not one series.
    subject = f"{row.label or row.cells[0]} {one.new.name}"

    def value(written: str, number: Decimal, role: str, unit: str, place: Place) -> Claim:
        return Claim(0, subject, role, "", written, number, unit, place)

    return [
        value(one.old.written, one.old.value, "value", row.unit or "-", one.old.row.place),
        value(one.new.written, one.new.value, "value", row.unit or "-", row.place),
        value(one.change.written, one.change.value, "change", "%", one.change.row.place),
    ]
