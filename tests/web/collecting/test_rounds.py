"""A round from its opening to its end: what is asked, saved, handed in, asked for again, accepted, refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.every import on_both
from tests.web import builders
from tests.web.builders import AGENCY, OTHER_TASK, TARGET, TASK, YEAR
from tests.web.collecting.doing import HERE, MINE, PAGE, PART, ask, client, refusal, save, target_now, wanted
from uigwe.plan.merge import Answer
from uigwe.review import ReplyStage, Role
from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.collecting.days import DaysOff
from uigwe.web.collecting.models import Ask, Letter, Note, Round
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.plans.shelf import today
from uigwe.web.records import chain
from uigwe.web.records.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
# ── opening ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@on_both
def test_a_round_asks_each_task_of_whoever_answers_for_it_and_opens_a_draft(asked):
    found = {one.code: (one.division.code, one.owner and one.owner.username, one.stage) for one in Ask.objects.all()}

    assert found == {TASK: ("one", "task_owner", "asked"), OTHER_TASK: ("two", None, "asked")}
    assert Revision.objects.of(AGENCY, YEAR).drafts().exists()
    assert [note.text for note in ask().notes.all()] == ["작성 지침"]
    assert Letter.objects.get().person == asked.owner


def test_what_has_nobody_is_said_before_the_round_is_opened(published):
    published.owner.is_active = False
    published.owner.save()

    page = client(published.office).get(f"/p/{AGENCY}/{YEAR}/rounds/open/").content.decode()

    assert "떠난 담당자" in page
    assert "담당자 없음" in page


def test_a_division_that_has_ended_is_a_gap(published):
    from uigwe.web.collecting.unasked import carriers

    published.division.until = today() - timedelta(days=1)
    published.division.save()

    found = {one.node.code: one for one in carriers(builders.plan(), AGENCY, YEAR)}

    assert found[TASK].gap == "division-ended"
    assert found[OTHER_TASK].gap == "no-owner"
    assert found["Ⅰ"].gap == "no-division"
    assert found[TASK].reaches_nobody(is_asked=True)


def test_the_form_of_a_round_tells_in_one_list_whom_it_does_not_reach_and_why(published):
    published.owner.is_active = False
    published.owner.save()

    page = client(published.office).get(f"/p/{AGENCY}/{YEAR}/rounds/open/").content.decode()
    box = page[page.index("data-unasked>") : page.index("</aside>")]
    lines = [line for line in box.split("<li ")[1:] if " hidden><b>" not in line]

    assert page.count("<aside") == 1
    assert f"data-unasked-count>{len(lines)}<" in box
    assert [line for line in lines if f'data-code="{TASK}"' in line and "떠난 담당자" in line]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({"kind": "meeting"}, "no-such-kind"),
        ({"title": " "}, "no-title"),
        ({"due": date(2000, 1, 1)}, "in-the-past"),
        ({"codes": ("Ⅸ-1-①",)}, "no-such-code"),
    ],
)
def test_a_round_that_makes_no_sense_is_not_opened(published, words, reason):
    found = refusal(rounds.open_round, agency=AGENCY, year=YEAR, wanted=wanted(**words), by=published.office)

    assert found == reason
    assert not Round.objects.exists()


def test_a_year_without_a_plan_has_nothing_to_collect_into(town):
    assert refusal(rounds.open_round, agency=AGENCY, year=YEAR, wanted=wanted(), by=town.office) in (
        "no-draft",
        "no-plan",
    )


@on_both
def test_opening_twice_with_one_key_opens_once(published):
    for _ in range(2):
        number = rounds.open_round(agency=AGENCY, year=YEAR, wanted=wanted(), key="k", by=published.office)

    assert number == Round.objects.get().number == 1


@on_both
def test_a_task_that_passes_on_takes_its_open_asks_along(asked):
    from uigwe.web.people.actions import answer_for

    new = asked.people[Role.DIVISION_HEAD]
    answer_for(agency=AGENCY, year=YEAR, code=OTHER_TASK, division=asked.division, owner=new, by=asked.office)

    found = Ask.objects.get(code=OTHER_TASK)
    assert (found.division, found.owner) == (asked.division, new)
    rounds.close_round(**HERE, by=asked.office)
    answer_for(agency=AGENCY, year=YEAR, code=OTHER_TASK, division=asked.division, owner=None, by=asked.office)
    assert Ask.objects.get(code=OTHER_TASK).owner == new, "what is over stays as it was"


# ── writing and handing in ───────────────────────────────────────────────────────────────────────────────────────────


@on_both
def test_a_saved_field_is_an_edit_of_the_draft_and_the_reply_has_begun(asked):
    assert save(asked.owner).whole

    assert target_now() == "95"
    assert ask().stage == ReplyStage.BEGUN


@on_both
def test_what_another_changed_asks_and_the_rest_is_saved(asked):
    save(asked.office, value="93")

    both = [Answer(TARGET, "target", "92", "95"), Answer(TARGET, "source", "출처", "새 출처")]
    saved = replies.save_part(**PART, answers=both, by=asked.owner)

    [(_answer, conflict)] = saved.conflicts
    assert (conflict.theirs, conflict.mine) == ("93", "95")
    assert [answer.field for answer, _ in saved.done] == ["source"]
    assert target_now() == "93"


def test_a_field_of_another_part_is_not_written_through_this_one(asked):
    assert refusal(save, by=asked.owner, object=f"satisfaction@{OTHER_TASK}", before="80") == "not-of-this-part"


def test_a_locked_cell_is_not_written(asked):
    assert refusal(save, by=asked.office, field="unit", before="%", value="명") == "not-of-this-part"


@on_both
def test_the_way_of_a_reply(asked):
    save(asked.owner)
    replies.reply(**PART, text="붙임과 같이 회신합니다.", by=asked.owner)
    assert ask().stage == ReplyStage.REPLIED
    assert refusal(save, by=asked.owner, before="95", value="96") == "wrong-stage"

    rounds.require_supplement(**PART, text="근거를 적어 주십시오.", by=asked.office)
    save(asked.owner, before="95", value="96")
    replies.reply(**PART, by=asked.owner)
    rounds.accept_reply(**PART, by=asked.office)

    assert ask().stage == ReplyStage.ACCEPTED
    kinds = [note.kind for note in ask().notes.all()]
    assert kinds == ["request", "reply", "supplement", "reply", "accepted"]


def test_a_refusal_to_reply_needs_a_reason_and_the_office_may_ask_again(asked):
    assert refusal(replies.refuse_reply, **PART, why=" ", by=asked.owner) == "no-reason"
    replies.refuse_reply(**PART, why="소관이 아닙니다.", by=asked.owner)

    assert ask().stage == ReplyStage.REFUSED
    assert Letter.objects.filter(person=asked.office, subject__contains="회신 불가").exists()
    rounds.require_supplement(**PART, text="소관입니다.", by=asked.office)
    assert ask().stage == ReplyStage.SUPPLEMENT


@on_both
def test_a_closed_round_takes_nothing_but_words(asked):
    rounds.close_round(**HERE, by=asked.office)

    assert refusal(save, by=asked.owner) == "round-closed"
    assert refusal(replies.reply, **PART, by=asked.owner) == "round-closed"
    assert refusal(rounds.close_round, **HERE, by=asked.office) == "wrong-stage"
    replies.comment(**PART, text="늦어서 죄송합니다.", by=asked.owner)


@on_both
def test_more_time_and_reminders_go_to_those_who_owe_and_to_nobody_else(asked):
    replies.reply(**PART, by=asked.owner)
    later = today() + timedelta(days=30)

    assert rounds.extend(**HERE, codes=[TASK, OTHER_TASK], due=later, why="국회 일정", by=asked.office) == 1
    assert rounds.remind(**HERE, codes=[TASK, OTHER_TASK], by=asked.office) == 1
    assert Ask.objects.get(code=OTHER_TASK).due == later
    assert Ask.objects.get(code=TASK).due != later
    assert refusal(rounds.extend, **HERE, codes=[OTHER_TASK], due=later, why="", by=asked.office) == "no-reason"
    assert refusal(rounds.remind, **HERE, codes=[], by=asked.office) == "nothing-chosen"


@pytest.mark.parametrize("who", [Role.AUDITOR, Role.EVALUATOR, Role.AGENCY_STAFF, Role.ADMINISTRATOR, "stranger"])
def test_whoever_has_no_part_in_it_does_nothing(asked, who):
    person = asked.people[who]
    acts = [
        lambda: save(person),
        lambda: replies.reply(**PART, by=person),
        lambda: replies.refuse_reply(**PART, why="x", by=person),
        lambda: replies.comment(**PART, text="x", by=person),
        lambda: rounds.remind(**HERE, codes=[TASK], by=person),
        lambda: rounds.extend(**HERE, codes=[TASK], due=today(), why="x", by=person),
        lambda: rounds.close_round(**HERE, by=person),
        lambda: rounds.open_round(agency=AGENCY, year=YEAR, wanted=wanted(), by=person),
    ]

    before = AuditEntry.objects.count()
    assert {refusal(act) for act in acts} <= {"not-your-role", "not-your-agency", "not-your-task"}
    assert AuditEntry.objects.count() == before


def test_the_owner_of_one_task_does_not_touch_another(asked):
    other = {**HERE, "code": OTHER_TASK}

    assert refusal(replies.reply, **other, by=asked.owner) == "not-your-task"
    assert client(asked.owner).get(f"{PAGE}1-1-2/").status_code == 403


@on_both
def test_each_change_has_its_entry_and_a_failing_record_takes_the_change_back(asked, monkeypatch):
    before = AuditEntry.objects.count()
    save(asked.owner)
    replies.reply(**PART, by=asked.owner)
    verbs = list(AuditEntry.objects.filter(sequence__gt=before).order_by("sequence").values_list("verb", flat=True))
    assert verbs == ["field revised", "reply begun", "reply handed in"]
    assert chain.verify().intact

    from uigwe.web.collecting.actions import common

    monkeypatch.setattr(common, "record", lambda **words: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        rounds.accept_reply(**PART, by=asked.office)
    assert ask().stage == ReplyStage.REPLIED


@on_both
@pytest.mark.django_db(transaction=True)
def test_the_thread_cannot_be_rewritten(asked):
    from django.db import DatabaseError, transaction

    for act in (lambda rows: rows.update(text="다른 말"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            act(Note.objects.all())


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_page_opens(asked):
    browser = client(asked.office)
    for path in (
        f"/p/{AGENCY}/{YEAR}/year/",
        f"/p/{AGENCY}/{YEAR}/rounds/",
        f"/p/{AGENCY}/{YEAR}/rounds/open/",
        PAGE,
        MINE,
    ):
        assert browser.get(path).status_code == 200, path
    for query in ("?by=goal", "?stage=asked&late=1", "?division=two", "?errors=1"):
        assert browser.get(PAGE + query).status_code == 200
    assert browser.get(f"{PAGE}board.csv").content.startswith(b"\xef\xbb\xbf")


def test_the_board_shows_an_owner_their_own_asks_only(asked):
    page = client(asked.owner).get(PAGE).content.decode()

    assert f"과제 {TASK}" in page
    assert f"과제 {OTHER_TASK}" not in page


def test_a_round_is_opened_by_its_form(published):
    due = DaysOff(AGENCY).next_working(today() + timedelta(days=5))
    sent = {"kind": "plan", "title": "작성", "due": due, "code": [TASK], "key": "k"}
    answer = client(published.office).post(f"/p/{AGENCY}/{YEAR}/rounds/open/", sent)

    assert answer["Location"].endswith("/rounds/1/")
    assert [one.code for one in Ask.objects.all()] == [TASK]


@on_both
def test_the_whole_form_saves_what_differs_and_nothing_else(asked):
    browser = client(asked.owner)
    shown = browser.get(MINE).context
    typed = {
        f"v {cell.object} {cell.field}": field_value(cell, "95")
        for cell in replies.form_now(ask()).cells()
        if not cell.locked
    }

    answer = browser.post(f"{MINE}save/", {"printed": shown["printed"], **typed})

    assert answer.status_code == 302
    assert target_now() == "95"
    draft = Revision.objects.of(AGENCY, YEAR).drafts().get()
    assert draft.patches.count() == 1


def field_value(cell, target: str) -> str:
    return target if cell.field == "target" else f" {cell.value} "


def test_a_conflict_shows_both_values_and_waits_for_a_choice(asked):
    browser = client(asked.owner)
    printed = browser.get(MINE).context["printed"]
    save(asked.office, value="93")
    mine = {f"v {TARGET} target": "95"}

    answer = browser.post(f"{MINE}save/", {"printed": printed, **mine})
    assert answer.status_code == 409
    assert {"93", "95"} <= set(answer.content.decode().replace("<", ">").split(">"))

    again = {"printed": answer.context["printed"], **mine, f"c {TARGET} target": ""}
    assert browser.post(f"{MINE}save/", again).status_code == 409, "no choice is no choice"
    assert target_now() == "93"
    assert browser.post(f"{MINE}save/", {**again, f"c {TARGET} target": "theirs"}).status_code == 302
    assert target_now() == "93"
    assert browser.post(f"{MINE}save/", {**again, f"c {TARGET} target": "mine"}).status_code == 302
    assert target_now() == "95"


def test_one_field_is_saved_on_its_own(asked):
    browser = client(asked.owner)

    def send(before: str, value: str, **more: str):
        data = {"object": TARGET, "field": "target", "before": before, f"v {TARGET} target": value, **more}
        return browser.post(f"{MINE}save/", data, headers={"HX-Request": "true"})

    saved = send("92", "95")
    assert (saved.status_code, saved["HX-Trigger"]) == (200, "part-saved")
    clash = send("92", "96")
    assert clash.status_code == 409
    assert b"95" in clash.content and b"96" in clash.content
    assert send("95", "", **{}).status_code == 422
    assert send("95", "97", **{f"c {TARGET} target": "theirs"}).status_code == 200
    assert target_now() == "95"


@on_both
def test_a_milestone_is_added_and_struck_by_the_form(asked):
    browser = client(asked.owner)
    printed = browser.get(MINE).context["printed"]
    fresh = {"new text": "성과 공유회", "new when": "11월", "new quarter": "4", "new note": ""}
    assert browser.post(f"{MINE}save/", {"printed": printed, **fresh}).status_code == 302

    printed = browser.get(MINE).context["printed"]
    assert browser.post(f"{MINE}save/", {"printed": printed, f"v {TASK}/m1 struck": "통합"}).status_code == 302

    task = plan_of(Revision.objects.of(AGENCY, YEAR).drafts().get()).task(TASK)
    assert [one.text for one in task.milestones] == ["성과 공유회"]
    assert [one.struck for one in task.struck] == ["통합"]


def test_replies_by_their_forms(asked):
    owner, office = client(asked.owner), client(asked.office)

    assert owner.post(f"{MINE}reply/", {"text": "회신합니다."}).status_code == 302
    assert owner.post(f"{MINE}reply/", {}).status_code == 403
    assert office.post(f"{MINE}supplement/", {"text": ""}).status_code == 422
    assert (
        office.post(f"{MINE}supplement/", {"text": "보완", "due": (today() + timedelta(3)).isoformat()}).status_code
        == 302
    )
    assert owner.post(f"{MINE}comment/", {"text": "질문"}).status_code == 302
    assert owner.post(f"{MINE}reply/", {}).status_code == 302
    assert office.post(f"{MINE}accept/", {}).status_code == 302
    assert office.post(f"{PAGE}remind/", {"code": [OTHER_TASK]}).status_code == 302
    assert (
        office.post(
            f"{PAGE}extend/", {"code": [OTHER_TASK], "due": (today() + timedelta(20)).isoformat(), "text": "까닭"}
        ).status_code
        == 302
    )
    assert Ask.objects.get(code=OTHER_TASK).due == today() + timedelta(20)
    assert office.post(f"{PAGE}close/", {}).status_code == 302
    assert not Round.objects.get().is_open


@on_both
def test_the_office_takes_many_replies_at_once_and_leaves_the_others_alone(asked):
    replies.reply(**PART, by=asked.owner)
    codes = [TASK, OTHER_TASK]
    assert refusal(rounds.accept_replies, **HERE, codes=codes, by=asked.owner) == "not-your-role"
    assert refusal(rounds.accept_replies, **HERE, codes=[], by=asked.office) == "nothing-chosen"
    assert rounds.accept_replies(**HERE, codes=codes, text="고맙습니다", key="k", by=asked.office) == 1
    assert rounds.accept_replies(**HERE, codes=codes, text="고맙습니다", key="k", by=asked.office) == 1, (
        "sent twice, done once"
    )
    assert rounds.accept_replies(**HERE, codes=codes, by=asked.office) == 0
    assert [ask(code).stage for code in codes] == ["accepted", "asked"]
    assert AuditEntry.objects.filter(verb="reply accepted").count() == 1
    assert ask().notes.last().text == "고맙습니다"


def test_the_board_offers_to_take_what_was_handed_in(asked):
    office = client(asked.office)
    assert "회신 수리" not in office.get(PAGE).content.decode()
    replies.reply(**PART, by=asked.owner)
    page = office.get(PAGE).content.decode()
    assert "data-replied" in page and f"{PAGE}accept/" in page
    assert office.post(f"{PAGE}accept/", {"code": [TASK], "key": "one"}).status_code == 302
    assert ask().stage == "accepted"
