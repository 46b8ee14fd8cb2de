"""Reading a form that came back: whose it is, which version it was, and what its cells answer. Nothing is written here."""

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from uigwe.files import Refused
from uigwe.plan.part import Form
from uigwe.web import uploads
from uigwe.web.collecting.actions.replies import form_now
from uigwe.web.collecting.models import Ask, PrintedForm
from uigwe.web.collecting.printing import printed
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.uploads import Kept

if TYPE_CHECKING:
    from uigwe.operations.collecting import Received

TAKES = frozenset({"hwpx", "hwp", "xlsx"})


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the seal of the version that came back, and the verdict as it is kept."""

    seal: str = ""
    verdict: dict[str, Any] = field(default_factory=dict)


def read_returned(ask: Ask, kept: Kept) -> Read:
    """The file against the version that left the site. What cannot be taken comes back as a verdict with its `problem`."""
    last = _last(ask)
    try:
        found = _read(kept, last)
    except Refused as refused:
        return Read(verdict={"problem": uploads.sentence(refused, language())})
    if found.mark is None:
        said = _(
            "The number of the form is gone from the file. It was compared with the version that was printed last."
        )
        return Read(last.seal, _verdict(found, [said]))
    if problem := _foreign(ask, found):
        return Read(found.mark.seal, {"problem": problem})
    if found.mark.seal == last.seal:
        return Read(last.seal, _verdict(found, []))
    older = printed(ask, found.mark.seal)
    if older is None:
        return Read(
            found.mark.seal,
            {"problem": _("This version of the form never left this site. Take the form anew and fill it in again.")},
        )
    said = _("An older version of the form came back. It was compared with exactly that version.")
    return Read(found.mark.seal, _verdict(_read(kept, older), [said]))


def _last(ask: Ask) -> Form:
    """The version that left last; what the plan says now where none did."""
    row = PrintedForm.objects.filter(ask=ask).last()
    found = printed(ask, row.seal) if row else None
    return found or form_now(ask)


def _read(kept: Kept, form: Form) -> "Received":
    from uigwe.operations.collecting import returned_file  # the child loads what it needs, this process need not

    return uploads.read(kept, returned_file, form, takes=TAKES)


def _foreign(ask: Ask, found: "Received") -> str:
    """Why the file belongs elsewhere; empty when it is this ask's."""
    mark, round = found.mark, ask.round
    assert mark is not None  # noqa: S101 - the caller looked
    if (mark.agency, mark.year) != (round.agency_id, round.year):
        words = _("This is a form of another plan ({agency} {year}). It was not taken in here.")
        return words.format(agency=mark.agency, year=mark.year)
    if mark.round_no != round.number:
        words = _(
            "This is a form of round {number}. Send it on the page of that round, or fill in the form of this one."
        )
        return words.format(number=mark.round_no)
    if mark.code != ask.code:
        words = _("This is the form of {code}. Send it on the page of {code}.")
        return words.format(code=mark.code)
    return ""


def _verdict(found: "Received", said: list[str]) -> dict[str, Any]:
    answers = [asdict(answer) for answer in (*found.answers, *found.added)]
    return {"problem": "", "said": said, "answers": answers, "troubles": [str(one) for one in found.troubles]}
