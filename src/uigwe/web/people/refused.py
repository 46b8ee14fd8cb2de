"""A refusal on its way to the person: actions raise it, the gate answers it, a sentence explains it."""

from django.utils.translation import gettext as _

from uigwe.review import Refusal


class Refused(Exception):
    """An action was asked for that this person may not do now. Not an error: the gate answers it like any other refusal."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.reason}: {refusal.verb}")
        self.refusal = refusal


def sentence(refusal: Refusal) -> str:
    """What a person reads: why not, and what would help."""
    sentences = {
        "sign-in": _("Please sign in first."),
        "not-your-role": _("Your role does not include this. The performance office or an administrator can help."),
        "not-your-agency": _("This belongs to another agency."),
        "not-your-division": _(
            "This belongs to another division. Ask the division in charge or the performance office."
        ),
        "not-your-task": _("Somebody else answers for this task. Ask its owner or the performance office."),
        "wrong-stage": _("This cannot be done while the plan is in its present stage."),
        "nothing-changed": _("There is nothing to publish: the draft is the same as the published plan."),
        "draft-open": _("A draft is open already. Publish it first."),
        "no-draft": _("No draft is open. The performance office can start one."),
        "already-undone": _("This change was already undone."),
        "already-accepted": _("This finding is already accepted."),
        "plan-moved": _("The plan changed since this page was made. Look at the changes again, then confirm."),
        "intake-is-over": _("This file was confirmed or dropped already."),
        "no-such-finding": _("There is no such finding any more. The plan may have changed since you opened the page."),
        "no-reason": _("Please give a reason."),
        "in-the-past": _("The end date lies in the past."),
        "year-fixed": _(
            "The plan of this year is fixed. It changes by amendment only: ask for one, and the performance office carries it on."
        ),
        "year-closed": _("This year is closed. Nothing in it is written any more, by anybody."),
        "outside-amendment": _(
            "The plan is fixed, and the open amendment does not name this field. Ask the performance office for an amendment that does."
        ),
        "not-as-approved": _("The amendment was approved with another value. Only that value may be put in."),
        "not-approved": _(
            "Not every step of the approval holds for the plan as it is now. See the approval page for the step that is next."
        ),
    }
    return sentences.get(refusal.reason, _("This is not possible now."))
        "not-opened": _("This year was not opened. The performance office opens it on the approval page."),
        "already-open": _("This is open already."),
        "not-fixed": _("The plan of this year is not fixed yet. Until then it is edited as a draft."),
        "plan-changed": _(
            "The plan was changed while you were looking at it. Load the page again: a signature holds for one wording only."
        ),
        "no-such-step": _("The approval of this year has no such step."),
        "not-your-step": _("Somebody else notes this step down. The approval page says who."),
        "step-before": _("A step before this one does not hold yet."),
        "already-signed": _("This step is signed already, and it holds."),
        "no-document-number": _("Please give the number of the signed document."),
        "in-the-future": _("The day lies in the future."),
        "no-such-amendment": _("There is no such amendment."),
        "no-such-task": _("Nobody answers for this task so far. Assign it first."),
        "nobody-there": _("This division or person is not there any more on that day."),
