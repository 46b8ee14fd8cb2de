"""What may not be written any more, and why: the one place that every write to a plan asks.

A year that nobody opened is free. While it is prepared, a plan is published only after all steps of its approval. Once
fixed, it changes by amendment alone: a draft may be opened only with permits, and in it only the permitted fields move.
Closed, nothing moves. The row of the year is locked first, so that fixing and writing never pass each other; the database
refuses the same by itself (`guards`).
"""

from collections.abc import Iterable
from typing import Any

from uigwe.review import Refusal, Thing, Verb, YearStage
from uigwe.web.people.refused import Refused
from uigwe.web.plans.models import Revision, YearBook
from uigwe.web.records.append_only import operation


def locked(agency: str, year: int) -> YearBook | None:
    """The year's row, held until the transaction ends; None when the year was never opened."""
    return YearBook.objects.select_for_update(of=("self",)).filter(agency_id=agency, year=year).first()


def stage_of(agency: str, year: int) -> YearStage | None:
    """How far the year is; None when nobody opened it."""
    found = YearBook.objects.filter(agency_id=agency, year=year).values_list("stage", flat=True).first()
    return YearStage(found) if found else None


def why_closed(book: YearBook | None) -> str:
    """Why nothing at all may be written; empty while the year is not closed."""
    return "year-closed" if book is not None and book.stage == YearStage.CLOSED else ""


def why_no_draft(book: YearBook | None, permitted: bool) -> str:
    """Why no draft may be opened or brought in. `permitted`: an approved amendment opens it."""
    if why_closed(book):
        return "year-closed"
    return "year-fixed" if book is not None and book.stage == YearStage.FIXED and not permitted else ""


def why_not_field(book: YearBook | None, draft: Revision, object: str, field: str, value: str | None) -> str:
    """Why this field of the draft may not get this value (None: may not be touched at all)."""
    if book is None or book.stage == YearStage.PREPARING:
        return ""
    if why_closed(book):
        return "year-closed"
    permit = draft.permits.filter(object=object, field=field).first()
    if permit is None:
        return "outside-amendment"
    return "not-as-approved" if value is not None and permit.value and permit.value != value else ""


def why_not_publish(book: YearBook | None, draft: Revision) -> str:
    """Why this draft may not become the plan."""
    if book is None:
        return ""
    if book.stage == YearStage.PREPARING:
        return "" if book.cleared == draft.hash else "not-approved"
    if why_closed(book):
        return "year-closed"
    return "" if draft.permits.exists() else "year-fixed"


def refuse(reason: str, verb: Verb, thing: Thing) -> None:
    """Raises `Refused` when there is a reason."""
    if reason:
        raise Refused(Refusal(reason, verb, thing))


# ── the same, said to the database ───────────────────────────────────────────────────────────────────────────────────

_CLOSED = (
    "EXISTS (SELECT 1 FROM plans_yearbook y WHERE y.agency_id = {agency} AND y.year = {year} AND y.stage = 'closed')"
)
_OF_THE_DRAFT = (
    "EXISTS (SELECT 1 FROM plans_yearbook y JOIN plans_revision r ON r.agency_id = y.agency_id AND r.year = y.year "
    "WHERE r.id = NEW.revision_id AND (y.stage = 'closed' OR (y.stage = 'fixed' AND NOT EXISTS (SELECT 1 FROM plans_permit p "
    "WHERE p.revision_id = r.id AND p.object = NEW.object AND p.field = NEW.field))))"
)
MESSAGE = "frozen: the year is fixed or closed"


def statements(vendor: str, table: str, condition: str, verbs: Iterable[str] = ("INSERT",)) -> list[str]:
    """SQL that refuses rows of `table` for which the condition (on NEW) holds."""
    found = []
    for verb in verbs:
        name = f"{table}_frozen_{verb.lower()}"
        if vendor == "postgresql":
            found += [
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {condition} THEN "
                f"RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'insufficient_privilege'; END IF; RETURN NEW; END $$",
                f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
            ]
        else:
            found.append(
                f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW WHEN {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            )
    return found


def guard(table: str, condition: str, verbs: Iterable[str] = ("INSERT",)) -> Any:
    """A migration operation that makes the database refuse such rows."""
    verbs = tuple(verbs)

    def off(vendor: str) -> list[str]:
        on_table = f" ON {table}" if vendor == "postgresql" else ""
        return [f"DROP TRIGGER IF EXISTS {table}_frozen_{verb.lower()}{on_table}" for verb in verbs]

    return operation(lambda vendor: statements(vendor, table, condition, verbs), off)


def closed_year(agency: str = "NEW.agency_id", year: str = "NEW.year") -> str:
    """The condition that the year of a row is closed."""
    return _CLOSED.format(agency=agency, year=year)


def frozen_field() -> str:
    """The condition that a patch touches what its draft may not touch."""
    return _OF_THE_DRAFT
