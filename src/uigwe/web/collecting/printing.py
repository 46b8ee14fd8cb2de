"""Forms that leave the site: what was printed is kept by its seal, so that whatever comes back is compared with exactly that."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from uigwe.operations.forming import forms_archive, one_form
from uigwe.reports.form import FormSheet
from uigwe.reports.form_sheet import facts_of
from uigwe.texts import LANGUAGES
from uigwe.web.collecting.actions.replies import form_now
from uigwe.web.collecting.kinds import collected_by
from uigwe.web.collecting.making import made
from uigwe.web.collecting.models import Ask, PrintedForm, Round
from uigwe.web.collecting.then import form_from, then
from uigwe.web.invented import body_of
from uigwe.web.people.actors import request_actor
from uigwe.web.plans.templatetags.uigwe import language, period_word
from uigwe.web.plans.views.frame import Opened
from uigwe.web.records.canonical import digest, spelled

MEDIA = {
    "hwpx": "application/hwp+zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def keep(ask: Ask, sheet: FormSheet) -> None:
    """Remember a form that leaves the site: once, however often the same is taken."""
    text = spelled({**asdict(sheet), "due": sheet.due and sheet.due.isoformat(), "day": sheet.day.isoformat()})
    kept = {"seal": sheet.form.seal, "sheet": text}
    PrintedForm.objects.get_or_create(ask=ask, digest=digest(text), defaults=kept)


def printed(ask: Ask, seal: str = "") -> FormSheet | None:
    """The version with this seal as it left the site, the one that left last without; None when none did.

    The same version may have left on several days: whatever was printed around its cells on any of them counts as printed.
    """
    rows = PrintedForm.objects.filter(ask=ask)
    seal = seal or next(iter(rows.order_by("-pk").values_list("seal", flat=True)[:1]), "")
    sheets = [_sheet_of(json.loads(text)) for text in rows.filter(seal=seal).values_list("sheet", flat=True)]
    if not sheets:
        return None
    around = [text for sheet in sheets for text in (*sheet.findings, *_facts(sheet))]
    return replace(sheets[-1], findings=tuple(dict.fromkeys(around)))


def _facts(sheet: FormSheet) -> list[str]:
    return [value for name in LANGUAGES for _label, value in facts_of(sheet, name)]


def _sheet_of(data: dict[str, Any]) -> FormSheet:
    plain = {
        **data,
        "form": form_from(data["form"]),
        "due": data["due"] and date.fromisoformat(data["due"]),
        "day": date.fromisoformat(data["day"]),
        "findings": tuple(data["findings"]),
    }
    return FormSheet(**plain)


def form_file(frame: Opened, ask: Ask, form: str) -> bytes:
    """The form of an ask as a file. Raises `files.Refused`, `busy` among others."""
    sheet = sheet_for(frame, ask)
    data = made(one_form, form, sheet, language())
    keep(ask, sheet)
    return data


def all_forms(frame: Opened, asks: Iterable[Ask], form: str) -> bytes:
    """The forms of these asks in one archive."""
    asks = list(asks)
    sheets = [sheet_for(frame, ask) for ask in asks]
    data = made(forms_archive, form, sheets, language())
    for ask, sheet in zip(asks, sheets, strict=True):
        keep(ask, sheet)
    return data


def sheet_for(frame: Opened, ask: Ask) -> FormSheet:
    """The form of an ask with what stands around it, as it would leave now; of a closed round as it was collected."""
    kept = None if ask.round.is_open else then(ask)
    form, other = kept.answered if kept else form_now(ask), collected_by(ask.round)
    if other is not None and not kept:
        form = other.narrowed(form, ask, request_actor(frame.request))
    agency = frame.shown.revision.agency
    round = ask.round
    to = " ".join(
        part for part in (ask.division.name if ask.division else "", ask.owner.name if ask.owner else "") if part
    )
    return FormSheet(
        form=form,
        plan_title=frame.desk.plan.title,
        body=body_of(agency, language()),
        round_no=round.number,
        round_title=_round_title(ask.round),
        guideline=round.guideline,
        due=ask.due,
        day=frame.desk.as_of,
        to=to or _("whoever answers for it"),
        findings=() if kept or collected_by(round) else _findings(frame, ask),
    )


def _round_title(round: Round) -> str:
    """What a form is headed with: the round, and its period where its title does not name it already."""
    told = period_word(round.period) if round.period else ""
    return " ".join(part for part in (round.title, "" if told in round.title else told) if part)


def _findings(frame: Opened, ask: Ask) -> tuple[str, ...]:
    return tuple(told.sentence for told in frame.desk.about(ask.code, below=True) if not told.accepted)
