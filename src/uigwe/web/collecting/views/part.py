"""One part of a round in the browser: the whole form on one page, each field saved on its own, the thread beneath."""

import json
from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import ngettext

from uigwe.plan.carried import unmarked
from uigwe.plan.edit import kind_of_object
from uigwe.plan.merge import Answer
from uigwe.plan.part import Form, form_of, settled
from uigwe.plan.rows import NEW_ROW, new_row
from uigwe.review import Verb, why_not
from uigwe.web.collecting.actions import replies as actions
from uigwe.web.collecting.kinds import collected_by
from uigwe.web.collecting.models import Ask
from uigwe.web.collecting.people import supplies
from uigwe.web.collecting.presenters.closed import page_then
from uigwe.web.collecting.presenters.part import (
    Outcome,
    blocks,
    frozen_whole,
    labels,
    left_over,
    one_field,
    why_frozen,
    why_frozen_in,
)
from uigwe.web.collecting.then import Then, then
from uigwe.web.collecting.views.frame import ask_at
from uigwe.web.collecting.views.rounds import KIND_WORDS
from uigwe.web.people.actors import request_actor
from uigwe.web.people.refused import Refused, sentence
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import PlanPatch
from uigwe.web.plans.presenters.codes import address
from uigwe.web.plans.shelf import today
from uigwe.web.plans.views.asking import user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import Opened, opened

MOST_FIELDS = 1_000
_VERBS = (
    Verb.SAVE_PART,
    Verb.REPLY,
    Verb.REFUSE_REPLY,
    Verb.COMMENT,
    Verb.TAKE_FILE,
    Verb.MERGE_FILE,
    Verb.SETTLE_QUESTION,
    Verb.REQUIRE_SUPPLEMENT,
    Verb.ACCEPT_REPLY,
    Verb.EXTEND,
    Verb.REMIND,
)


def part(request: HttpRequest, agency: str, year: int, number: int, code: str) -> HttpResponse:
    """The page of an ask."""
    found = ask_at(request, agency, year, number, code)
    return found.refusal or page(opened(request, agency, year, lately=True), found.ask, Outcome())


def page(frame: Opened, ask: Ask, outcome: Outcome, status: int = 200, **context: Any) -> HttpResponse:
    """The form with what became of the last save, findings, thread and files."""
    kept = None if ask.round.is_open else then(ask)
    form = _form_now(ask, frame, kept)
    may = rights(frame, ask)
    other = collected_by(ask.round)
    why = why_frozen(ask.round.agency_id, ask.round.year, frame.shown.revision)
    node = frame.desk.plan.node(ask.code)
    clerk = supplies(Verb.SEE_ASK, ask.thing(), request_actor(frame.request))
    shown = [] if other or kept else blocks(form, frame.desk.plan, why, outcome)
    return frame.page(
        "collecting/part.html",
        "rounds",
        status=status,
        ask=ask,
        round=ask.round,
        kind=KIND_WORDS[ask.round.kind],
        slug=address(ask.code),
        node=node,
        then=page_then(kept, form) if kept else None,
        left=(ask.due - today()).days,
        days=abs((ask.due - today()).days),
        blocks=shown,
        frozen_whole=frozen_whole(shown),
        old_words=0 if other or kept else left_over(form),
        collected_page=other.template if other and not kept else "",
        collected=other.shown(ask, frame.shown) if other and not kept else None,
        new_labels=labels("milestones", ask.round.year, *NEW_ROW),
        printed=json.dumps(
            [[cell.object, cell.field, _before(cell, outcome)] for cell in form.cells() if not cell.locked],
            ensure_ascii=False,
        ),
        findings=[] if other else frame.desk.about(ask.code, below=True),
        again=0 if other else again_in(frame, ask, form),
        offer_fixes=may["save_part"],
        notes=ask.notes.select_related("by"),
        files=ask.files.select_related("by"),
        questions=ask.questions.open().select_related("file"),
        changed_since=not kept and bool(ask.seal) and ask.stage in ("replied", "accepted") and form.seal != ask.seal,
        may=may,
        clerk=clerk,
        why_not_save="" if clerk and ask.round.is_open else why_not_save(frame, ask),
        key=actions_key(),
        **context,
    )


def _form_now(ask: Ask, frame: Opened, kept: Then | None) -> Form:
    """The form as the plan fills it today; a closed part whose goal or task is gone stays readable."""
    try:
        return actions.form_now(ask, frame.shown.revision)
    except Refused:
        if kept is None:
            raise
        return Form(ask.round.agency_id, ask.round.year, ask.code, ())


def _before(cell: Any, outcome: Outcome) -> str:
    """What the person has now been shown as the plan's value."""
    return str(outcome.fields.get((cell.object, cell.field), {}).get("before", cell.value))


def rights(frame: Opened, ask: Ask) -> dict[str, bool]:
    """What this person may do to the ask now, by verb."""
    actor = request_actor(frame.request)
    allowed = {verb: why_not(verb, ask.thing(), actor) is None for verb in _VERBS}
    return {verb.name.lower(): yes and (ask.round.is_open or verb is Verb.COMMENT) for verb, yes in allowed.items()}


def why_not_save(frame: Opened, ask: Ask) -> str:
    """The sentence that says why this person may not write here now; empty when they may."""
    refusal = why_not(Verb.SAVE_PART, ask.thing(), request_actor(frame.request))
    if not ask.round.is_open:
        refusal = replace_reason(Verb.SAVE_PART, ask, "round-closed")
    return sentence(refusal) if refusal else ""


def replace_reason(verb: Verb, ask: Ask, reason: str) -> Any:
    """A refusal for a reason that the round gives."""
    from uigwe.review import Refusal

    return Refusal(reason, verb, ask.thing())


def findings(request: HttpRequest, agency: str, year: int, number: int, code: str) -> HttpResponse:
    """The findings about this part as they are now: asked for by the page after a field was saved."""
    found = ask_at(request, agency, year, number, code)
    if found.refusal:
        return found.refusal
    frame = opened(request, agency, year, lately=True)
    may = rights(frame, found.ask)
    return frame.page(
        "collecting/_findings.html",
        "rounds",
        ask=found.ask,
        round=found.ask.round,
        slug=code,
        findings=frame.desk.about(found.ask.code, below=True),
        again=again_in(frame, found.ask, actions.form_now(found.ask, frame.shown.revision)),
        offer_fixes=may["save_part"],
    )


def again_in(frame: Opened, ask: Ask, form: Form) -> int:
    """Seconds until the page should ask for the findings again; 0 where the part reads as it did when it was audited."""
    if not frame.shown.draft:
        return 0
    lately = frame.shown.lately
    try:
        same = form_of(lately.plan, ask.code).seal == form.seal
    except KeyError:  # the part is newer than the audit
        same = False
    return 0 if same else lately.again


# ── saving ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def save(request: HttpRequest, agency: str, year: int, number: int, code: str) -> HttpResponse:
    """Save fields: one when the page sends one as it changes, all that differ when the whole form is sent."""
    found = ask_at(request, agency, year, number, code)
    if found.refusal:
        return found.refusal
    one = bool(getattr(request, "htmx", False)) and "object" in request.POST
    return _save_one(request, found.ask) if one else _save_all(request, found.ask)


def _save_one(request: HttpRequest, ask: Ask) -> HttpResponse:
    object, name, before = (request.POST.get(key, "") for key in ("object", "field", "before"))
    typed = _text(request.POST.get(f"v {object} {name}", ""))
    choice = request.POST.get(f"c {object} {name}", "")
    answers = [] if choice == "theirs" else [Answer(object, name, before, typed)]
    saved = actions.save_part(**_at(ask), answers=answers, sure=_sure(request), by=user_of(request))
    outcome = Outcome.of(saved, {(object, name): typed})
    if choice == "theirs" or (saved.whole and not saved.done):
        outcome = Outcome({(object, name): {"state": "same"}})
    held = saved.held
    revision = held.draft if held else actions.newest(ask.round.agency_id, ask.round.year)
    why = why_frozen_in(held.book, held.draft) if held else why_frozen(ask.round.agency_id, ask.round.year, revision)
    field = one_field(actions.form_now(ask, revision), object, name, why, outcome)
    if field is None:
        raise Http404
    status = 409 if saved.conflicts else 422 if not saved.whole else 200
    context = {"field": field, "ask": ask, "round": ask.round, "slug": address(ask.code), "may": {"save_part": True}}
    response = render(request, "collecting/_cell.html", context, status=status)
    if saved.done and (note := _note_freed(saved.done[-1][1], object, user_of(request))):
        note_field = one_field(actions.form_now(ask, revision), object, "note", why, Outcome())
        response.write(
            render_to_string("collecting/_cell.html", {**context, "field": note_field, "beside": note}, request)
        )
    if saved.done:
        response.headers["HX-Trigger"] = "part-saved"
    return response


def _note_freed(row: int, object: str, by: Any) -> bool:
    """Whether saving a field of a milestone took the mark of last year from its note, which stands beside it on the page."""
    if kind_of_object(object) != "milestone":
        return False
    return PlanPatch.objects.filter(object=object, field="note", pk__gt=row, by=by).exists()


def _save_all(request: HttpRequest, ask: Ask) -> HttpResponse:
    printed, typed = _printed(request), _typed(request)
    answers, again = _answers(actions.form_now(ask), printed, typed, request)
    saved = actions.save_part(**_at(ask), answers=answers, sure=_sure(request), by=user_of(request))
    again_saved = Outcome({at: {"state": "conflict", **shown} for at, shown in again.items()})
    if saved.whole and not again:
        _say(request, len(saved.done))
        return redirect("part", **{**_at(ask), "code": address(ask.code)})
    outcome = Outcome({**Outcome.of(saved, typed).fields, **again_saved.fields})
    frame = opened(request, ask.round.agency_id, ask.round.year, lately=True)
    ask.refresh_from_db(fields=["stage", "since"])
    status = 409 if saved.conflicts or again else 422
    return page(frame, ask, outcome, status=status, new=_new_typed(request) if saved.problems else None)


def _answers(
    form: Form, printed: dict[tuple[str, str], str], typed: dict[tuple[str, str], str], request: HttpRequest
) -> tuple[list[Answer], dict[tuple[str, str], dict[str, str]]]:
    """What was changed on the page; and conflicts that were shown and sent again without a choice."""
    answers, again = [], {}
    for at, value in typed.items():
        cell = form.cell(*at)
        kind = cell.kind if cell else "text"
        before = printed.get(at)
        if before is None or settled(before, kind) == settled(value, kind):
            continue
        choice = request.POST.get(f"c {at[0]} {at[1]}")
        if choice == "theirs":
            continue
        if choice == "":
            now = cell.value if cell else ""
            again[at] = {"value": value, "before": now, "theirs": now}
            continue
        answers.append(Answer(*at, before, value))
    for object, name in _kept_words(request):
        cell = form.cell(object, name)
        if cell is not None and (object, name) in printed:
            answers = [one for one in answers if (one.object, one.field) != (object, name)]
            answers.append(Answer(object, name, printed[object, name], unmarked(cell.value)))
    fresh = _new_typed(request)
    if fresh and any(fresh[name].strip() for name in ("when", "text", "note")):
        answers.append(Answer(f"{form.code}/m+", "row", "", new_row(**fresh)))
    return answers, again


def _new_typed(request: HttpRequest) -> dict[str, str] | None:
    if "new text" not in request.POST:
        return None
    return {name: _text(request.POST.get(f"new {name}", "")) for name in NEW_ROW}


def _printed(request: HttpRequest) -> dict[tuple[str, str], str]:
    """What the page had shown in each field."""
    try:
        rows = json.loads(request.POST.get("printed", "[]"))
        return {(str(object), str(field)): str(value) for object, field, value in rows[:MOST_FIELDS]}
    except (ValueError, TypeError, RecursionError):
        return {}


def _typed(request: HttpRequest) -> dict[tuple[str, str], str]:
    found = {}
    for name in _names(request.POST, "v"):
        _v, object, field = name.split(" ", 2)
        found[object, field] = _text(request.POST.get(name, ""))
    return found


def _sure(request: HttpRequest) -> set[tuple[str, str]]:
    """The fields whose words somebody confirmed."""
    parts = (name.split(" ", 2) for name in _names(request.POST, "s"))
    return {(object, field) for _s, object, field in parts}


def _kept_words(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields whose words of last year are to stay: the button that was pressed."""
    parts = (name.split(" ", 2) for name in _names(request.POST, "k"))
    return [(object, field) for _k, object, field in parts]


def _names(names: Iterable[str], kind: str) -> list[str]:
    return [name for name in names if name.startswith(f"{kind} ") and name.count(" ") == 2][:MOST_FIELDS]


def _text(value: str) -> str:
    """As a person typed it, without the ends of lines that browsers send."""
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


def _at(ask: Ask) -> dict[str, Any]:
    row = ask.round
    return {"agency": row.agency_id, "year": row.year, "number": row.number, "code": ask.code}


def _say(request: HttpRequest, count: int) -> None:
    from django.contrib import messages

    messages.success(request, ngettext("{n} field saved.", "{n} fields saved.", count).format(n=count))


def shown_again(request: HttpRequest, ask: Ask, problem: str, **context: Any) -> HttpResponse:
    """The page of the ask once more, with what was not possible."""
    frame = opened(request, ask.round.agency_id, ask.round.year, lately=True)
    ask.refresh_from_db()
    return page(frame, ask, Outcome(), status=422, problem=problem, **context)


def plan_now(ask: Ask) -> Any:
    """The plan that the round collects into, as it is now."""
    revision = actions.newest(ask.round.agency_id, ask.round.year)
    return plan_of(revision) if revision else None
