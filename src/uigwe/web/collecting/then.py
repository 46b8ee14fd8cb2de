"""What a part of a round said when it was asked and when it was answered, whatever became of the plan since."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from uigwe.plan.part import Cell, Form, Row, Section
from uigwe.web.collecting.models import Ask, PartThen
from uigwe.web.records.canonical import spelled


def spelled_form(form: Form) -> str:
    """A form as it is kept."""
    return spelled(asdict(form))


def form_from(data: dict[str, Any]) -> Form:
    """A form as it was kept."""
    sections = tuple(
        Section(one["kind"], one["object"], tuple(_row(line) for line in one["rows"]), one["may_add"])
        for one in data["sections"]
    )
    return Form(data["agency"], data["year"], data["code"], sections)


def _row(data: dict[str, Any]) -> Row:
    return Row(data["object"], tuple(Cell(**cell) for cell in data["cells"]))


def remember(moment: str, said: Iterable[tuple[Ask, Form]]) -> None:
    """Keep what these parts say at this moment."""
    PartThen.objects.bulk_create(
        PartThen(ask=ask, moment=moment, seal=form.seal, form=spelled_form(form)) for ask, form in said
    )


@dataclass(frozen=True, slots=True)
class Then:
    """A part as it was asked for and as it was answered: as handed in last, or as it stood when the round was closed unanswered."""

    asked: Form
    answered: Form
    since: datetime
    handed_in: bool


def then(ask: Ask) -> Then | None:
    """What is kept of an ask; None where nothing is, as in rounds from before this was kept."""
    rows = list(ask.thens.all())
    asked = next((row for row in rows if row.moment == "asked"), None)
    last = rows[-1] if rows else None
    if asked is None or last is None:
        return None
    # What the office corrected between the reply and the closing belongs to what was collected.
    return Then(_form(asked), _form(last), last.at, any(row.moment == "replied" for row in rows))


def _form(row: PartThen) -> Form:
    return form_from(json.loads(row.form))
