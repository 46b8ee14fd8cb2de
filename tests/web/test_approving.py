"""Opening a year, signing its steps, fixing and closing it; amendments; tasks that pass on."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from tests.every import on_both
from tests.web import builders
from tests.web.builders import AGENCY, OTHER_TASK, TARGET, TASK, YEAR
from uigwe.packs.year import Signature, YearCalendar
from uigwe.plan import EditProblem, field_now
from uigwe.review import Role, Verb
from uigwe.web.approving import actions, amending, handing
from uigwe.web.approving.amending import Wanted
from uigwe.web.approving.models import Amendment, Approval, Tenure
from uigwe.web.people.models import Responsibility
from uigwe.web.people.refused import Refused
from uigwe.web.plans import actions as plans
from uigwe.web.plans import documents
from uigwe.web.plans.models import Revision, YearBook
from uigwe.web.plans.shelf import today
from uigwe.web.records.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
ONE = {"agency": AGENCY, "year": YEAR}
STEPS = ("division_head", "office_review", "committee", "consultation", "approved")


def reason(act: object) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()  # type: ignore[operator]
    return caught.value.refusal.reason


def book() -> YearBook:
    return YearBook.objects.get()


def hash() -> str:
    return actions.subject_of(book()).hash


def sign(by: object, step: str, **words: object) -> int:
    given = {"hash": hash(), "document_number": "성과-12", "day": date(2023, 4, 3), **words}
    return actions.sign(**ONE, step=step, by=by, **given)


def sign_all(by: object) -> None:
    for step in STEPS:
        sign(by, step)


def edit(by: object, value: str, before: str = "92") -> None:
    plans.revise(**ONE, object=TARGET, field="target", before=before, value=value, by=by)


def verbs() -> list[str]:
    return list(AuditEntry.objects.values_list("verb", flat=True))


@pytest.fixture
def opened(published: builders.Town) -> builders.Town:
    actions.open_year(**ONE, calendar=None, by=published.office)
    return published


@pytest.fixture
def fixed(opened: builders.Town) -> builders.Town:
    sign_all(opened.office)
    actions.fix(**ONE, by=opened.office)
    return opened


# ── approval ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@on_both
def test_a_year_is_opened_once_and_by_the_office(published):
    assert reason(lambda: actions.open_year(**ONE, calendar=None, by=published.owner)) == "not-your-role"
    actions.open_year(**ONE, calendar=None, by=published.office)
    assert reason(lambda: actions.open_year(**ONE, calendar=None, by=published.office)) == "already-open"
    assert [step.code for step in actions.steps_of(book())] == list(STEPS)
    assert verbs()[-1] == "year opened"


def test_the_steps_are_those_of_the_years_own_table(published):
    own = (Signature("minister", "장관", "Minister", (Role.PERFORMANCE_OFFICE,)),)
    actions.open_year(**ONE, calendar=YearCalendar(YEAR, "", "", (), approval=own), by=published.office)

    sign(published.office, "minister")
    assert actions.fix(**ONE, by=published.office).stage == "fixed"


def test_whoever_opens_a_year_tells_those_who_follow(published):
    heard = []
    actions.year_opened.connect(lambda **told: heard.append(told["book"].year), weak=False, dispatch_uid="test")
    try:
        actions.open_year(**ONE, calendar=None, by=published.office)
    finally:
        actions.year_opened.disconnect(dispatch_uid="test")
    assert heard == [YEAR]


@on_both
def test_steps_are_signed_in_their_order_by_whom_the_table_names(opened):
    head = opened.people[Role.DIVISION_HEAD]
    assert reason(lambda: sign(opened.office, "committee")) == "step-before"
    sign(head, "division_head")
    assert reason(lambda: sign(head, "office_review")) == "not-your-step"
    assert reason(lambda: sign(opened.owner, "office_review")) == "not-your-role"
    assert reason(lambda: sign(opened.office, "division_head")) == "already-signed"
    assert reason(lambda: sign(opened.office, "office_review", document_number=" ")) == "no-document-number"
    assert reason(lambda: sign(opened.office, "office_review", day=date(2999, 1, 1))) == "in-the-future"
    assert reason(lambda: sign(opened.office, "nothing")) == "no-such-step"
    sign(opened.office, "office_review")
    assert Approval.objects.count() == 2


def test_what_was_signed_is_the_plan_that_the_person_saw(opened):
    seen = hash()
    edit(opened.office, "95")
    assert reason(lambda: sign(opened.office, "division_head", hash=seen)) == "plan-changed"


@on_both
def test_a_change_after_signing_means_signing_again(opened):
    edit(opened.office, "95")
    sign_all(opened.office)
    assert book().cleared == hash()
    edit(opened.owner, "96", "95")

    assert all(one.outdated for one in actions.standings(book(), hash()))
    assert reason(lambda: plans.publish(**ONE, note="시험", by=opened.office)) == "not-approved"
    sign_all(opened.office)
    plans.publish(**ONE, note="시험", by=opened.office)
    assert (book().stage, book().fixed_at.number) == ("fixed", 2)
    assert all(one.holds for one in actions.standings(book(), hash()))


def test_a_published_plan_is_fixed_without_a_draft(opened):
    assert reason(lambda: actions.fix(**ONE, by=opened.office)) == "not-approved"
    sign_all(opened.office)
    assert actions.fix(**ONE, by=opened.office).fixed_at.number == 1
    assert reason(lambda: actions.fix(**ONE, by=opened.office)) == "wrong-stage"


def test_a_closed_year_is_not_signed_or_amended_any_more(fixed):
    assert reason(lambda: actions.close(**ONE, by=fixed.owner)) == "not-your-role"
    actions.close(**ONE, by=fixed.office)
    assert reason(lambda: sign(fixed.office, "approved")) == "wrong-stage"
    assert reason(lambda: ask_for(fixed.office)) == "year-closed"
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Approval.objects.create(
            agency=fixed.agency, year=YEAR, step="x", day=today(), revision=Revision.objects.get(), by=fixed.office
        )


@on_both
def test_what_was_signed_cannot_be_changed(opened):
    row = sign(opened.office, "division_head")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Approval.objects.filter(pk=row).update(document_number="0")


# ── amendments ───────────────────────────────────────────────────────────────────────────────────────────────────────


def ask_for(by: object, *items: Wanted, **words: str) -> Amendment:
    told = {"kind": "target", "title": "목표 조정", "reason": "추경", **words}
    return amending.request(**ONE, items=items or (Wanted(TARGET, "target", "90", "대상 감소"),), by=by, **told)


def carry(by: object, *verbs: Verb, **words: object) -> Amendment:
    for verb in verbs:
        row = amending.move(**ONE, number=1, verb=verb, document_number="성과-77", by=by, **words)
    return row


APPROVED = (Verb.REVIEW_AMENDMENT, Verb.DELIBERATE_AMENDMENT, Verb.APPROVE_AMENDMENT)


@on_both
def test_an_amendment_goes_from_request_to_a_plan_in_force(fixed):
    ask_for(fixed.owner)
    assert carry(fixed.office, *APPROVED).stage == "approved"
    draft = amending.open_draft(**ONE, number=1, by=fixed.office)
    assert field_now(documents.plan_of(draft), TARGET, "target") == "90"
    plans.publish(**ONE, note="시험", by=fixed.office)

    row = Amendment.objects.get()
    assert (row.stage, row.result.number, row.base.number, row.in_force) == ("in-force", 2, 1, today())
    assert book().stage == "fixed"
    assert reason(lambda: plans.start_draft(**ONE, by=fixed.office)) == "year-fixed"
    assert [verb for verb in verbs() if "amendment" in verb] == [
        "amendment requested", "amendment reviewed", "amendment deliberated", "amendment approved", "amendment opened",
    ]  # fmt: skip


def test_a_new_national_agenda_amends_the_links_of_several_tasks_at_once_and_their_history_stays(fixed):
    objects = {code: f"{code}/agenda" for code in (TASK, OTHER_TASK)}
    items = [Wanted(object, "links", "국정 120-1 새 과제", "국정과제 재편") for object in objects.values()]
    assert reason(lambda: ask_for(fixed.owner, *items, kind="agenda")) == "not-your-task"
    ask_for(fixed.office, *items, kind="agenda")
    carry(fixed.office, *APPROVED)
    draft = amending.open_draft(**ONE, number=1, by=fixed.office)
    assert {field_now(documents.plan_of(draft), one, "links") for one in objects.values()} == {"국정 120-1 새 과제"}
    plans.publish(**ONE, note="시험", by=fixed.office)

    move = {"code": TASK, "division": fixed.other_division, "owner": None, "why": "직제 개편"}
    handing.transfer(**ONE, **move, day=date(2023, 3, 1), by=fixed.office)
    now = documents.plan_of(Revision.objects.get(number=2))
    assert field_now(now, objects[TASK], "links") == "국정 120-1 새 과제", "a task that is transferred keeps its links"
    assert field_now(documents.plan_of(Revision.objects.get(number=1)), objects[TASK], "links") == ""
    assert {row.field for row in Revision.objects.get(number=2).patches.all()} == {"links"}
    assert reason(lambda: plans.revise(
        **ONE, object=objects[TASK], field="links", before="국정 120-1 새 과제", value="", by=fixed.office
    )) == "year-fixed"  # fmt: skip


def test_an_owner_who_edits_a_fixed_plan_is_told_the_way(fixed):
    assert reason(lambda: edit(fixed.owner, "95")) == "year-fixed"


def test_only_a_fixed_year_is_amended(opened):
    assert reason(lambda: ask_for(opened.office)) == "not-fixed"


def test_an_owner_asks_for_what_is_his_and_decides_nothing(fixed):
    other = Wanted(f"satisfaction@{OTHER_TASK}", "target", "70", "까닭")
    assert reason(lambda: ask_for(fixed.owner, other)) == "not-your-task"
    ask_for(fixed.owner)
    for verb in (*APPROVED, Verb.REFUSE_AMENDMENT):
        assert reason(lambda verb=verb: carry(fixed.owner, verb)) == "not-your-role"
    assert reason(lambda: amending.open_draft(**ONE, number=1, by=fixed.owner)) == "not-your-role"


def test_steps_are_not_skipped_and_approval_has_a_document(fixed):
    ask_for(fixed.office)
    assert reason(lambda: carry(fixed.office, Verb.APPROVE_AMENDMENT)) == "wrong-stage"
    assert reason(lambda: amending.open_draft(**ONE, number=1, by=fixed.office)) == "wrong-stage"
    carry(fixed.office, *APPROVED[:2])
    assert (
        reason(lambda: amending.move(**ONE, number=1, verb=Verb.APPROVE_AMENDMENT, by=fixed.office))
        == "no-document-number"
    )


def test_refusing_and_withdrawing_need_words_and_are_ends(fixed):
    ask_for(fixed.owner)
    assert reason(lambda: carry(fixed.office, Verb.REFUSE_AMENDMENT)) == "no-reason"
    assert carry(fixed.office, Verb.REFUSE_AMENDMENT, words="근거 부족").stage == "refused"
    assert reason(lambda: carry(fixed.owner, Verb.WITHDRAW_AMENDMENT, words="그만")) == "wrong-stage"


@on_both
def test_only_who_asked_or_the_office_withdraws(fixed):
    ask_for(fixed.office)
    assert reason(lambda: carry(fixed.owner, Verb.WITHDRAW_AMENDMENT, words="그만")) == "not-your-role"
    assert carry(fixed.office, Verb.WITHDRAW_AMENDMENT, words="그만").stage == "withdrawn"


def test_a_request_without_reasons_or_that_changes_nothing_is_not_taken(fixed):
    assert reason(lambda: ask_for(fixed.office, Wanted(TARGET, "target", "90", " "))) == "no-reason"
    assert reason(lambda: ask_for(fixed.office, reason="")) == "no-reason"
    for proposed in ("92", "-"):
        with pytest.raises(EditProblem):
            ask_for(fixed.office, Wanted(TARGET, "target", proposed, "까닭"))
    assert Amendment.objects.count() == 0


@on_both
def test_an_amendment_is_opened_once(fixed):
    ask_for(fixed.office)
    carry(fixed.office, *APPROVED)
    amending.open_draft(**ONE, number=1, by=fixed.office)
    assert reason(lambda: amending.open_draft(**ONE, number=1, by=fixed.office)) == "already-open"


def test_other_agencies_and_requests_that_are_not_there(fixed):
    assert reason(lambda: carry(fixed.people["stranger"], *APPROVED)) == "not-your-agency"
    assert reason(lambda: carry(fixed.office, *APPROVED)) == "no-such-amendment"


# ── tasks that pass on ───────────────────────────────────────────────────────────────────────────────────────────────


@on_both
def test_a_task_passes_to_another_division_and_who_had_it_stays_known(fixed):
    move = {**ONE, "code": TASK, "division": fixed.other_division, "owner": None, "why": "직제 개편"}
    assert reason(lambda: handing.transfer(**move, day=date(2023, 5, 1), by=fixed.owner)) == "not-your-role"
    assert reason(lambda: handing.transfer(**move, day=date(2999, 5, 1), by=fixed.office)) == "in-the-future"
    assert reason(lambda: handing.transfer(**{**move, "why": ""}, day=date(2023, 5, 1), by=fixed.office)) == "no-reason"

    tenure = handing.transfer(**move, day=date(2023, 3, 1), by=fixed.office)

    assert (tenure.division, tenure.owner, tenure.until) == (fixed.division, fixed.owner, date(2023, 2, 28))
    assert tenure.open_items == ["3월 지침 마련"]
    now = Responsibility.objects.get(code=TASK)
    assert (now.division, now.owner) == (fixed.other_division, None)
    assert verbs()[-1] == "task transferred"
    assert reason(lambda: handing.transfer(**move, day=date(2023, 5, 1), by=fixed.office)) == "nothing-changed"


@on_both
def test_an_owner_hands_over_to_the_next_with_a_note(fixed):
    head = fixed.people[Role.DIVISION_HEAD]
    told = {**ONE, "owner": head, "day": date(2023, 5, 1), "why": "전보", "note": "지침은 공유 폴더에 있음"}
    assert reason(lambda: handing.hand_over(**told, code=OTHER_TASK, by=fixed.owner)) == "not-your-task"
    handing.hand_over(**told, code=TASK, by=fixed.owner)

    assert Responsibility.objects.get(code=TASK).owner == head
    assert Tenure.objects.get().note == "지침은 공유 폴더에 있음"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Tenure.objects.update(note="")


def test_nothing_passes_on_in_a_closed_year(fixed):
    actions.close(**ONE, by=fixed.office)
    move = {**ONE, "code": TASK, "division": fixed.other_division, "owner": None, "why": "직제 개편"}
    assert reason(lambda: handing.transfer(**move, day=date(2023, 3, 1), by=fixed.office)) == "year-closed"
