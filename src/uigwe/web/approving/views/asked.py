"""Asking the actions of approval, and saying on the page why not."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest

from uigwe.files import Refused as RefusedFile
from uigwe.plan import EditProblem
from uigwe.texts import tell
from uigwe.web.people.refused import Refused, sentence
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.uploads import sentence as told_file

# Who may not at all is answered by the gate; everything else is said on the page.
OF_THE_GATE = frozenset({"sign-in", "not-your-role", "not-your-agency", "not-your-division", "not-your-task"})


@contextmanager
def told(request: HttpRequest, done: str = "", of_a_field: Collection[str] = ()) -> Iterator[None]:
    """Say that it was done, or why it was not: a refusal, a file that is not taken in, an edit that does not fit the plan.

    Refusals for a reason `of_a_field` go on to the caller, which says them at the field.
    """
    try:
        yield
    except Refused as refused:
        if refused.refusal.reason in OF_THE_GATE or refused.refusal.reason in of_a_field:
            raise
        messages.error(request, sentence(refused.refusal))
    except RefusedFile as refused_file:
        messages.error(request, told_file(refused_file, language()))
    except EditProblem as problem:
        patch = problem.patch
        facts = {"object": patch.object, "field": patch.field, "value": patch.value}
        messages.error(request, tell("edits", problem.reason, facts, language()))
    else:
        if done:
            messages.success(request, done)
