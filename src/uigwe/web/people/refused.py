"""A refusal on its way to the person: actions raise it, the gate answers it, a sentence explains it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from uigwe.review import AmendmentStage, Refusal, ReplyStage, ResultStage, YearStage

# Why not, and what would help, by the reason of the refusal; said in the language of the page by `sentence`.
SENTENCES = {
    "sign-in": gettext_noop("Please sign in first."),
    "not-your-role": gettext_noop(
        "Your role does not include this. The performance office or an administrator can help."
    ),
    "not-your-agency": gettext_noop("This belongs to another agency."),
    "not-your-division": gettext_noop(
        "This belongs to another division. Ask the division in charge or the performance office."
    ),
    "not-your-task": gettext_noop("Somebody else answers for this task. Ask its owner or the performance office."),
    "wrong-stage": gettext_noop("This cannot be done while the plan is in its present stage."),
    "nothing-changed": gettext_noop("There is nothing to publish: the draft is the same as the published plan."),
    "draft-open": gettext_noop("A draft is open already. Publish it first."),
    "no-draft": gettext_noop("No draft is open. The performance office can start one."),
    "already-undone": gettext_noop("This change was already undone."),
    "already-accepted": gettext_noop("This finding is already accepted."),
    "plan-moved": gettext_noop("The plan changed since this page was made. Look at the changes again, then confirm."),
    "nothing-read": gettext_noop("Nothing was read from this file that a plan could be made of."),
    "intake-is-over": gettext_noop("This file was confirmed or dropped already."),
    "no-such-round": gettext_noop("There is no such round of collection."),
    "collected-already": gettext_noop(
        "Results of this period are being collected already: ‘{name}’ is still open and asks for the same. Go on in that round or "
        "close it first; choose here only what it does not ask for."
    ),
    "no-such-ask": gettext_noop(
        "This goal or task was not asked for in this round, or the plan does not have it any more."
    ),
    "calendar-there": gettext_noop("This year has a calendar already."),
    "no-calendar": gettext_noop("The year before has no calendar that could be taken over."),
    "no-day-off": gettext_noop("No day off of the body's own was entered for this day."),
    "no-such-day": gettext_noop("The calendar of this year has no such step. Open the year first."),
    "no-such-kind": gettext_noop("There is no such kind of round."),
    "no-such-code": gettext_noop("The plan has no such goal or task. Choose what is asked for."),
    "no-such-file": gettext_noop("There is no such file."),
    "no-such-question": gettext_noop("There is no such question."),
    "no-title": gettext_noop("Please give a title."),
    "no-plan": gettext_noop("There is no plan of this year to collect into yet. Bring one in first."),
    "same-day": gettext_noop("It is due on that day already."),
    "nothing-chosen": gettext_noop("Nothing is chosen."),
    "round-closed": gettext_noop("The round is closed: no reply is taken any more. Ask the performance office."),
    "questions-open": gettext_noop(
        "A returned file still waits for a choice. Settle its questions first, or put it aside."
    ),
    "already-settled": gettext_noop("This was settled already."),
    "not-of-this-part": gettext_noop("This field is not part of what was asked for. Load the page again."),
    "no-such-finding": gettext_noop(
        "There is no such finding any more. The plan may have changed since you opened the page."
    ),
    "no-reason": gettext_noop("Please give a reason."),
    "in-the-past": gettext_noop("This day has passed already. Choose today or a later one."),
    "year-fixed": gettext_noop(
        "The plan of this year is fixed. It changes by amendment only: ask for one, and the performance office carries it on."
    ),
    "year-closed": gettext_noop(
        "This year is closed: nothing in it is written any more. It can be opened again by two people, on the approval page: "
        "somebody of the performance office asks with a reason and a document number, another one of it or an auditor allows it."
    ),
    "outside-amendment": gettext_noop(
        "The plan is fixed, and the open amendment does not name this field. Ask the performance office for an amendment that does."
    ),
    "not-as-approved": gettext_noop("The amendment was approved with another value. Only that value may be put in."),
    "not-approved": gettext_noop(
        "Not every step of the approval holds for the plan as it is now. See the approval page for the step that is next."
    ),
    "not-opened": gettext_noop("This year was not opened. The performance office opens it on the approval page."),
    "already-open": gettext_noop("This is open already."),
    "not-fixed": gettext_noop("The plan of this year is not fixed yet. Until then it is edited as a draft."),
    "plan-changed": gettext_noop(
        "The plan was changed while you were looking at it. Load the page again: a signature holds for one wording only."
    ),
    "no-such-step": gettext_noop("The approval of this year has no such step."),
    "not-your-step": gettext_noop("Somebody else notes this step down. The approval page says who."),
    "step-before": gettext_noop("A step before this one does not hold yet."),
    "already-signed": gettext_noop("This step is signed already, and it holds."),
    "no-document-number": gettext_noop("Please give the number of the signed document."),
    "in-the-future": gettext_noop("The day lies in the future."),
    "no-such-amendment": gettext_noop("There is no such amendment."),
    "no-such-task": gettext_noop("Nobody answers for this task so far. Assign it first."),
    "nobody-there": gettext_noop("This division or person is not there any more on that day."),
    "year-there": gettext_noop("The next year has a plan or a draft already."),
    "nothing-published": gettext_noop("No plan of this year is published yet: there is nothing to report against."),
    "result-moved": gettext_noop(
        "Somebody entered another figure meanwhile. Load the page again and look at it first."
    ),
    "no-such-indicator": gettext_noop("The plan has no such indicator at this goal or task."),
    "no-such-period": gettext_noop("This period does not belong to the year."),
    "not-asked-of-you": gettext_noop(
        "This round asks the division, not whoever supplies figures. Ask the owner of the task or the performance office."
    ),
    "not-your-indicator": gettext_noop(
        "Only some indicators of this task were delegated to you, and this is none of them. Ask the division in charge."
    ),
    "already-asked": gettext_noop(
        "That is asked for already. Another person of the performance office, or an auditor, allows or refuses it."
    ),
    "nothing-asked": gettext_noop("Nobody asked for it. Somebody of the performance office asks first."),
    "own-request": gettext_noop(
        "You asked for this yourself. Another person of the performance office, or an auditor, allows or refuses it."
    ),
    "no-requester": gettext_noop("Please say who asked, and for what."),
    "file-too-large": gettext_noop("The file is too large to be kept here: at most 10 MB. Send it in parts."),
    "file-changed": gettext_noop(
        "This file is not what was kept: its hash differs. It is not given out; an administrator looks into the record."
    ),
    "no-reason-for-money": gettext_noop(
        "Another amount was entered for this month. Write the reason in the column beside it, or change it on the results page of the "
        "task."
    ),
    "no-such-counting": gettext_noop("There is no such way of counting. Choose one of those that the page names."),
    "not-a-number": gettext_noop("Please give plain numbers, such as 1,234.5."),
    "not-from-parts": gettext_noop(
        "The value does not follow from its parts by the printed formula. Leave it empty, or correct the parts."
    ),
    "own-entry": gettext_noop(
        "You entered or confirmed this yourself. The head of the division or another person of the performance office confirms it; "
        "another person of the performance office accepts it."
    ),
    "nobody-to-accept": gettext_noop(
        "If you confirmed this, nobody could accept it: whoever confirms does not accept, and nobody else of the performance office can. "
        "The head of the division confirms it; or an administrator gives somebody else the role of the performance office."
    ),
    "no-such-milestone": gettext_noop("The plan has no such milestone."),
    "no-such-line": gettext_noop("The plan has no such budget line or month."),
    "no-such-thing": gettext_noop("There is no such thing any more."),
}


class Refused(Exception):
    """An action was asked for that this person may not do now. Not an error: the gate answers it like any other refusal."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.reason}: {refusal.verb}")
        self.refusal = refusal


def sentence(refusal: Refusal) -> str:
    """What a person reads: why not, and what would help."""
    if refusal.reason == "wrong-stage" and isinstance(refusal.thing.stage, AmendmentStage | ResultStage | YearStage):
        return _(
            "This step is over already, or its turn has not come. The page shows where it stands and what is next."
        )
    if refusal.reason == "wrong-stage" and isinstance(refusal.thing.stage, ReplyStage):
        return _of_a_reply(refusal.thing.stage)
    if refusal.reason not in SENTENCES:
        return _("This is not possible now.")
    said = _(SENTENCES[refusal.reason])
    return said.format(name=refusal.name) if refusal.name else said


def _of_a_reply(stage: ReplyStage) -> str:
    """Why an ask cannot move from where it stands, and who could move it."""
    if stage is ReplyStage.REPLIED:
        return _(
            "The reply was handed in. The performance office accepts it, or requires a supplement; then it opens again."
        )
    if stage is ReplyStage.ACCEPTED:
        return _("The reply was accepted. It opens again when the performance office requires a supplement.")
    if stage is ReplyStage.REFUSED:
        return _(
            "It was said that there will be no reply. It opens again when the performance office requires a supplement."
        )
    return _("There is no reply yet that this could be done to.")
