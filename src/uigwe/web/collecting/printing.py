"""Forms that leave the site: what was printed is kept by its seal, so that whatever comes back is compared with exactly that."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from django.utils.translation import gettext as _

from uigwe.operations.forming import forms_archive, one_form
from uigwe.plan.part import Cell, Form, Row, Section
from uigwe.reports.form import FormSheet
from uigwe.web.collecting.actions.replies import form_now
from uigwe.web.collecting.making import made
from uigwe.web.collecting.models import Ask, PrintedForm
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.frame import Opened

MEDIA = {
    "hwpx": "application/hwp+zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def keep(ask: Ask, form: Form) -> None:
    """Remember a version that leaves the site. Once for each version, whoever takes it."""
    cells = json.dumps(asdict(form)["sections"], ensure_ascii=False)
    PrintedForm.objects.get_or_create(ask=ask, seal=form.seal, defaults={"cells": cells})


def printed(ask: Ask, seal: str) -> Form | None:
    """The version with this seal, as it left the site; None when none did."""
    row = PrintedForm.objects.filter(ask=ask, seal=seal).first()
    return None if row is None else _form(ask, json.loads(row.cells))


def _form(ask: Ask, sections: list[dict[str, object]]) -> Form:
    def row(data: dict[str, object]) -> Row:
        return Row(str(data["object"]), tuple(Cell(**cell) for cell in data["cells"]))  # type: ignore[attr-defined]

    made = tuple(
        Section(str(one["kind"]), str(one["object"]), tuple(row(line) for line in one["rows"]), bool(one["may_add"]))  # type: ignore[attr-defined]
        for one in sections
    )
    return Form(ask.round.agency_id, ask.round.year, ask.code, made)


def form_file(frame: Opened, ask: Ask, form: str) -> bytes:
    """The form of an ask as a file. Raises `files.Refused`, `busy` among others."""
    sheet = _sheet(frame, ask)
    data = made(one_form, form, sheet, language())
    keep(ask, sheet.form)
    return data


def all_forms(frame: Opened, asks: Iterable[Ask], form: str) -> bytes:
    """The forms of these asks in one archive."""
    asks = list(asks)
    sheets = [_sheet(frame, ask) for ask in asks]
    data = made(forms_archive, form, sheets, language())
    for ask, sheet in zip(asks, sheets, strict=True):
        keep(ask, sheet.form)
    return data


def _sheet(frame: Opened, ask: Ask) -> FormSheet:
    agency = frame.shown.revision.agency
    round = ask.round
    to = " ".join(
        part for part in (ask.division.name if ask.division else "", ask.owner.name if ask.owner else "") if part
    )
    return FormSheet(
        form=form_now(ask),
        plan_title=frame.desk.plan.title,
        body=agency.name_en if language() == "en" and agency.name_en else agency.name,
        round_no=round.number,
        round_title=round.title,
        guideline=round.guideline,
        due=ask.due,
        day=frame.desk.as_of,
        to=to or _("whoever answers for it"),
        findings=tuple(told.sentence for told in frame.desk.about(ask.code, below=True) if not told.accepted),
    )
