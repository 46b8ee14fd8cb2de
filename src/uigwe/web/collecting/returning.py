"""Reading a form that came back: whose it is, which version it was, and what its cells answer. Nothing is written here."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from uigwe.files import Refused
from uigwe.files.refused import of_form
from uigwe.plan.mark import Mark
from uigwe.plan.merge import Answer
from uigwe.reports.form import FormSheet
from uigwe.texts.forms import tell_note
from uigwe.web import uploads
from uigwe.web.collecting.kinds import collected_by
from uigwe.web.collecting.models import Ask
from uigwe.web.collecting.printing import printed, sheet_for
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.frame import Opened
from uigwe.web.uploads import Kept

if TYPE_CHECKING:
    from uigwe.operations.collecting import Received

TAKES = frozenset({"hwpx", "hwp", "xlsx"})


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the seal of the version that came back, and the verdict as it is kept."""

    seal: str = ""
    verdict: dict[str, Any] = field(default_factory=dict)


def read_returned(frame: Callable[[], Opened], ask: Ask, kept: Kept) -> Read:
    """The file against the version that left the site. What cannot be taken comes back as a verdict with its `problem`."""
    from uigwe.operations.collecting import (
        returned_file,  # the readers are loaded where a file is read, not by each page
    )

    versions = _Versions(frame, ask)
    try:
        uploads.look_at(kept, TAKES)
        with uploads.turn(), uploads.naming(kept.name):
            path = uploads.path_of(kept.stored)
            found = returned_file(path, versions, name=kept.name, round_no=ask.round.number)
    except Refused as refused:
        return Read(verdict={"problem": uploads.sentence(of_form(refused), language())})
    seal = found.mark.seal if found.mark else versions.last().form.seal
    if versions.unknown:
        return Read(
            seal,
            {"problem": _("This version of the form never left this site. Take the form anew and fill it in again.")},
        )
    if not found.usable:
        strange = [note for note in found.troubles if note.reason != "left-over"]
        return Read(seal, {"problem": " ".join(tell_note(one.reason, one.all_facts(), language()) for one in strange)})
    verdict = _verdict(found, of_plan=collected_by(ask.round) is None)
    return Read(seal, {**verdict, "untouched": _untouched(versions.held, verdict)})


class _Versions:
    """Which printed form a file is held against, once its number is known."""

    def __init__(self, frame: Callable[[], Opened], ask: Ask) -> None:
        self.frame, self.ask = frame, ask
        self.unknown = False
        self.held: FormSheet | None = None

    def last(self) -> FormSheet:
        """The version that left last; what the plan says now where none did."""
        return printed(self.ask) or sheet_for(self.frame(), self.ask)

    def __call__(self, mark: Mark | None) -> FormSheet | None:
        """The version that this number names, and `held` from now on. For a number of another task the last one, so that the reader
        tells them apart."""
        self.held = self._named(mark)
        return self.held

    def _named(self, mark: Mark | None) -> FormSheet | None:
        row = self.ask.round
        if mark is None or (mark.agency, mark.year, mark.code) != (row.agency_id.lower(), row.year, self.ask.code):
            return self.last()
        there = self.ask if mark.round_no == row.number else self._in_round(mark.round_no)
        found = printed(there, mark.seal) if there else None
        if found is None:
            now = sheet_for(self.frame(), self.ask)
            found = now if now.form.seal == mark.seal else None  # printed by the terminal from this very plan
        self.unknown = found is None
        return found

    def _in_round(self, number: int) -> Ask | None:
        row = self.ask.round
        return Ask.objects.at(row.agency_id, row.year, number).filter(code=self.ask.code).first()


def _untouched(held: FormSheet | None, verdict: Mapping[str, Any]) -> int:
    """How many cells that the form asks for came back as they were printed."""
    told = {(one["object"], one["field"]) for name in ("answers", "doubtful") for one in verdict[name]}
    gone = {object for object, field in told if field == "struck"}
    asked = [cell for cell in held.form.cells() if not cell.locked] if held else []
    return sum(1 for cell in asked if (cell.object, cell.field) not in told and cell.object not in gone)


def _verdict(found: "Received", of_plan: bool) -> dict[str, Any]:
    """What is kept of the reading: sure answers, those that are asked in any case, and what has to be said in sentences.

    A milestone whose row is gone may be meant to be struck, in a form of the plan and in no other.
    """
    gone = [
        Answer(object, "struck", "", _("its row was taken out of the form"))
        for object in found.missing
        if of_plan and "/m" in object
    ]
    told = {note.reason: note for note in found.troubles}
    quiet = {"row-missing"} if gone and len(gone) == len(found.missing) else set()
    waits = [note for note in found.waits() if note.reason not in quiet]
    said = [note for note in told.values() if note not in found.waits()]
    return {
        "problem": "",
        "said": [tell_note(one.reason, one.all_facts(), language()) for one in said],
        "answers": [asdict(answer) for answer in (*found.answers, *found.added)],
        "doubtful": [asdict(answer) for answer in (*found.doubtful, *gone)],
        "troubles": [tell_note(one.reason, one.all_facts(), language()) for one in waits],
    }
