"""Forms of a pack in a folder: written as files, one for each goal and task, and read when they come back. For whoever works without a site."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from uigwe import packs
from uigwe.audit import Case, Finding, audit
from uigwe.operations.collecting import Received, judged_against, judged_results, returned_file
from uigwe.operations.forming import FORMS, one_form
from uigwe.operations.reporting import body_name
from uigwe.plan import Plan, plain_code
from uigwe.plan.mark import Mark
from uigwe.plan.merge import Judged
from uigwe.plan.part import Form, form_of
from uigwe.plan.results_form import results_form
from uigwe.reports.form_sheet import FormSheet
from uigwe.texts import period_word, say, word

__all__ = ["FORMS", "Forms", "Sending", "forms_of", "one_form", "read_back"]


@dataclass(frozen=True, slots=True)
class Sending:
    """What is printed on forms besides their cells. `period` makes them forms of results, such as `2023-Q1`."""

    day: date
    round_no: int = 1
    round_title: str = ""
    guideline: str = ""
    due: date | None = None
    to: str = ""
    period: str = ""
    findings: bool = False


@dataclass(frozen=True, slots=True)
class Forms:
    """A plan whose forms are written, with its findings if they go along."""

    plan: Plan
    body: str
    sending: Sending
    findings: tuple[Finding, ...] = ()

    def form(self, code: str) -> Form:
        """The form of one goal or task. Raises `KeyError`, and `ValueError` for what is no period of the plan's year."""
        period = self.sending.period
        return results_form(self.plan, code, period) if period else form_of(self.plan, code)

    def sheet(self, code: str, language: str) -> FormSheet:
        """The form with all that is printed on it."""
        sent = self.sending
        found = (one for one in self.findings if one.code == code)
        told = tuple(f"[{word('level', one.level, language)}] {say(one, language).sentence}" for one in found)
        return FormSheet(
            self.form(code), self.plan.title, self.body, sent.round_no, sent.round_title or period_word(sent.period, language), sent.guideline,
            sent.due, sent.day, sent.to, told,
        )  # fmt: skip

    def all(self, folder: Path, kind: str, language: str) -> Iterator[Path]:
        """Write the form of every task into a folder; each file as it is done."""
        folder.mkdir(parents=True, exist_ok=True)
        for task in self.plan.tasks():
            path = folder / f"{self.plan.agency}-{self.plan.year}-{plain_code(task.code)}.{kind}"
            path.write_bytes(one_form(kind, self.sheet(task.code, language), language))
            yield path


def forms_of(folder: Path, sending: Sending) -> Forms:
    """The forms of the pack in this folder."""
    pack = packs.read(folder)
    found: tuple[Finding, ...] = ()
    if sending.findings:
        accepted = {one.key for one in pack.exceptions if one.holds_on(sending.day)}
        found = tuple(
            one for one in audit(Case(pack.plan, None, pack.text or None)).findings if one.key not in accepted
        )
    return Forms(pack.plan, body_name(folder, pack.plan.agency), sending, found)


def read_back(forms: Forms, file: Path, code: str = "") -> tuple[Received, tuple[Judged, ...]]:
    """A returned form of this pack, and the fate of its answers. Without a code the number on the form says whose it is."""
    plan = forms.plan
    looked_up: list[Form] = []

    def printed(mark: Mark | None) -> Form | None:
        wanted = code or (mark.code if mark else "")
        if plan.node(wanted) is None:
            return None
        looked_up.append(forms.form(wanted))
        return looked_up[-1]

    received = returned_file(file, printed)
    if forms.sending.period:
        return received, judged_results(looked_up[-1], received, {}) if looked_up else ()
    return received, judged_against(plan, received)
