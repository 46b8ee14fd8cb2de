"""The one gate. Every address of the site is in `ROUTES` with what it asks of a person; what is not in it is not served.

To add a page: one line here, one in `urls.py`, one in `tests/web/matrix.yaml`. A system check fails without the first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from uigwe.review import Refusal, Thing, Verb, why_not
from uigwe.web import incidents
from uigwe.web.people.actors import request_actor
from uigwe.web.people.refused import Refused, sentence
from uigwe.web.records.once import KeyReused

READ = ("GET", "HEAD")
WRITE = ("POST",)
FORM = ("GET", "HEAD", "POST")


@dataclass(frozen=True, slots=True)
class Route:
    """What an address asks of a person: the verb, and the methods it answers to."""

    verb: Verb
    methods: tuple[str, ...] = READ


ROUTES: Mapping[str, Route] = {
    # people
    "sign_in": Route(Verb.ENTER, FORM),
    "sign_out": Route(Verb.ENTER, WRITE),
    "set_language": Route(Verb.ENTER, WRITE),
    "session": Route(Verb.READ_OWN, FORM),
    # the shelf and the handbook
    "home": Route(Verb.SEE),
    "checks": Route(Verb.SEE),
    "check": Route(Verb.SEE),
    "handbook_print": Route(Verb.SEE),
    # one plan: reading
    "plan": Route(Verb.SEE),
    "node": Route(Verb.SEE),
    "indicator": Route(Verb.SEE),
    "findings": Route(Verb.SEE),
    "findings_export": Route(Verb.SEE),
    "whole": Route(Verb.SEE),
    "finding": Route(Verb.SEE),
    "fixes": Route(Verb.SEE),
    "money": Route(Verb.SEE),
    "calendar": Route(Verb.SEE),
    "calendar_ics": Route(Verb.SEE),
    "search": Route(Verb.SEE),
    "changes": Route(Verb.SEE),
    # one plan: writing
    "start_draft": Route(Verb.START_DRAFT, WRITE),
    "revise": Route(Verb.REVISE, FORM),
    "try_basis": Route(Verb.REVISE, FORM),
    "undo": Route(Verb.UNDO, WRITE),
    "publish": Route(Verb.PUBLISH, FORM),
    "accept_finding": Route(Verb.ACCEPT, FORM),
    "withdraw_acceptance": Route(Verb.WITHDRAW, WRITE),
    # bringing documents in, and what reading asks
    "bring_in": Route(Verb.IMPORT, FORM),
    "intake": Route(Verb.IMPORT),
    "intake_read": Route(Verb.IMPORT, WRITE),
    "intake_progress": Route(Verb.IMPORT),
    "intake_confirm": Route(Verb.IMPORT, WRITE),
    "intake_drop": Route(Verb.IMPORT, WRITE),
    "intake_columns": Route(Verb.IMPORT, FORM),
    "intake_layout": Route(Verb.IMPORT),
    "questions": Route(Verb.ANSWER, FORM),
    "answers_file": Route(Verb.ANSWER),
    "answers": Route(Verb.ANSWER, WRITE),
    # opening, approving and amending
    "approval": Route(Verb.SEE_APPROVAL),
    "open_year": Route(Verb.OPEN_YEAR, WRITE),
    "sign_step": Route(Verb.SIGN_STEP, WRITE),
    "fix_year": Route(Verb.FIX_YEAR, WRITE),
    "close_year": Route(Verb.CLOSE_YEAR, WRITE),
    "ask_reopening": Route(Verb.ASK_REOPENING, WRITE),
    "decide_reopening": Route(Verb.DECIDE_REOPENING, WRITE),
    "approval_attachment": Route(Verb.SEE_APPROVAL),
    "kept_file": Route(Verb.SEE_APPROVAL),
    "amendments": Route(Verb.SEE),
    "amendment": Route(Verb.SEE),
    "request_amendment": Route(Verb.REQUEST_AMENDMENT, FORM),
    "move_amendment": Route(Verb.REVIEW_AMENDMENT, WRITE),
    "withdraw_amendment": Route(Verb.WITHDRAW_AMENDMENT, WRITE),
    "open_amendment": Route(Verb.OPEN_AMENDMENT, WRITE),
    "responsibilities": Route(Verb.SEE_APPROVAL),
    "transfer_task": Route(Verb.TRANSFER_TASK, WRITE),
    "hand_over": Route(Verb.HAND_OVER, WRITE),
    # the year, and rounds of collection
    "year": Route(Verb.SEE_YEAR),
    "copy_calendar": Route(Verb.COPY_CALENDAR, WRITE),
    "set_day_off": Route(Verb.SET_DAY_OFF, WRITE),
    "move_deadline": Route(Verb.MOVE_DEADLINE, WRITE),
    "finish_step": Route(Verb.FINISH_STEP, WRITE),
    "rounds": Route(Verb.SEE_BOARD),
    "open_round": Route(Verb.OPEN_ROUND, FORM),
    "board": Route(Verb.SEE_BOARD),
    "board_export": Route(Verb.SEE_BOARD),
    "round_forms": Route(Verb.SEE_BOARD),
    "remind": Route(Verb.REMIND, WRITE),
    "accept_replies": Route(Verb.ACCEPT_REPLY, WRITE),
    "extend": Route(Verb.EXTEND, WRITE),
    "close_round": Route(Verb.CLOSE_ROUND, WRITE),
    "part": Route(Verb.SEE_ASK),
    "part_findings": Route(Verb.SEE_ASK),
    "part_form": Route(Verb.SEE_ASK),
    "save_part": Route(Verb.SAVE_PART, WRITE),
    "reply": Route(Verb.REPLY, WRITE),
    "refuse_reply": Route(Verb.REFUSE_REPLY, WRITE),
    "comment": Route(Verb.COMMENT, WRITE),
    "require_supplement": Route(Verb.REQUIRE_SUPPLEMENT, WRITE),
    "accept_reply": Route(Verb.ACCEPT_REPLY, WRITE),
    "take_file": Route(Verb.TAKE_FILE, WRITE),
    "received": Route(Verb.SEE_ASK),
    "received_file": Route(Verb.SEE_ASK),
    "merge_file": Route(Verb.MERGE_FILE, WRITE),
    "settle_question": Route(Verb.SETTLE_QUESTION, WRITE),
    # results, papers, what is followed up
    "start_next_year": Route(Verb.START_NEXT_YEAR, WRITE),
    "results": Route(Verb.SEE_RESULTS),
    "result": Route(Verb.SEE_RESULTS, FORM),
    "task_results": Route(Verb.SEE_RESULTS),
    "judge_result": Route(Verb.RETURN_RESULT, WRITE),
    "report_milestone": Route(Verb.REPORT_MILESTONE, WRITE),
    "enter_spending": Route(Verb.ENTER_SPENDING, WRITE),
    "add_evidence": Route(Verb.ADD_EVIDENCE, WRITE),
    "delegate": Route(Verb.DELEGATE, WRITE),
    "take_table": Route(Verb.ENTER_RESULT, WRITE),
    "result_table": Route(Verb.SEE_RESULTS),
    "papers": Route(Verb.SEE_RESULTS),
    "paper": Route(Verb.SEE_RESULTS),
    "reconciliation": Route(Verb.SEE_RESULTS, FORM),
    "assembly": Route(Verb.SEE_RESULTS, FORM),
    "assembly_answer": Route(Verb.SEE_RESULTS),
    "assembly_file": Route(Verb.SEE_RESULTS),
    "add_sent_file": Route(Verb.ANSWER_ASSEMBLY, WRITE),
    "counting": Route(Verb.SEE_RESULTS, FORM),
    "followed": Route(Verb.SEE_RESULTS, FORM),
    "followed_item": Route(Verb.SEE_RESULTS, FORM),
    # a person's own, and the record
    "me": Route(Verb.READ_OWN),
    "log": Route(Verb.READ_LOG),
    "log_export": Route(Verb.READ_LOG),
    "log_verify": Route(Verb.READ_LOG, WRITE),
}

# A person who may not reach something learns no more about it than that nothing is there.
HIDDEN = frozenset({"not-your-agency"})


class Gate:
    """Asks `why_not` before every view, and answers refusals that actions raise the same way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = "no-store"  # a page for one person is kept by nobody else
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Mapping[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        name = match.view_name if match else ""
        route = ROUTES.get(name)
        if route is None:
            incidents.logger.error("the route %r is not declared in ROUTES and is not served", name)
            raise Http404
        refusal = why_not(route.verb, thing_of(kwargs), request_actor(request))
        if refusal:
            return answer(request, refusal)
        if request.method not in route.methods:
            return HttpResponseNotAllowed(route.methods)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return answer(request, exception.refusal)
        if isinstance(exception, KeyReused):
            return render(request, "422.html", status=422)
        return None


def thing_of(kwargs: Mapping[str, Any]) -> Thing:
    """What an address is about, as far as the address says it; the action asks again about the very goal or task."""
    year = str(kwargs.get("year", ""))
    return Thing(str(kwargs.get("agency", "")), int(year) if year.isdigit() else 0)


def answer(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Sign-in for a visitor, not-found for what is hidden, otherwise a page that says why not."""
    if refusal.reason in HIDDEN:
        raise Http404
    if refusal.reason == "sign-in":
        return _to_sign_in(request)
    return render(request, "403.html", {"refusal": refusal, "sentence": sentence(refusal)}, status=403)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    next_page = request.get_full_path() if request.method in READ else "/"
    address = f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': next_page})}"
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=401, headers={"HX-Redirect": address})
    return redirect(address)
