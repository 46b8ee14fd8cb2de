"""What other pages say of documents that were brought in."""

from typing import Any

from django import template

from uigwe.review import Verb
from uigwe.web.reading.models import Intake, State
from uigwe.web.reading.presenters.asked import open_questions

register = template.Library()


@register.simple_tag(takes_context=True)
def questions_left(context: Any) -> int:
    """How many questions of the shown draft's document have no answer yet, for those who may answer them."""
    shown = context["shown"]
    if not shown.draft or not shown.may(Verb.ANSWER):
        return 0
    row = Intake.objects.filter(revision=shown.revision, state=State.CONFIRMED).defer("found").order_by("-id").first()
    return open_questions(row) if row else 0
