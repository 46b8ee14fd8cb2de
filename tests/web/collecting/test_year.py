"""The calendar of a year on the site: copied when the year is opened, moved with a reason, done; reminders and letters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail

from tests.every import on_both
from tests.web.builders import AGENCY, OTHER_TASK, TASK, YEAR
from tests.web.collecting.doing import HERE, PART, ask, client, refusal, wanted
from uigwe.review import Role
from uigwe.web.approving.actions import open_year
from uigwe.web.approving.calendars import calendar_for
from uigwe.web.collecting import reminding
from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.collecting.actions.year import copy_calendar, finish_step, move_deadline
from uigwe.web.collecting.models import Ask, Letter, Note, StepMove, YearStep
from uigwe.web.collecting.presenters.year import row, steps_of
from uigwe.web.records.models import AuditEntry
from uigwe.web.results.starting import start_next_year

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
OF = {"agency": AGENCY, "year": YEAR, "step": "half-year"}
PAGE = f"/p/{AGENCY}/{YEAR}/year/"


@pytest.fixture
def opened(published):
    open_year(agency=AGENCY, year=YEAR, calendar=calendar_for(YEAR), by=published.office)
    return published


def step(code: str = "half-year") -> YearStep:
    return YearStep.objects.get(agency_id=AGENCY, year=YEAR, code=code)


# ── the year ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@on_both
def test_opening_a_year_copies_its_steps_in_the_same_transaction(opened):
    assert YearStep.objects.count() == len(calendar_for(YEAR).steps)
    assert step().planned == step().due == date(2023, 7, 31)


def test_before_that_the_steps_are_those_of_the_file_and_cannot_be_moved(published):
    steps, own = steps_of(AGENCY, YEAR)

    assert len(steps) == len(calendar_for(YEAR).steps)
    assert not own
    assert refusal(move_deadline, **OF, due=date(2023, 8, 10), why="x", by=published.office) == "no-such-day"


def test_before_that_nobody_is_late(published):
    steps, _own = steps_of(AGENCY, YEAR)
    far = date(YEAR + 2, 1, 1)

    assert {row(one, far).state for one in steps} == {"past"}
    page = client(published.office).get(PAGE).content.decode()
    assert "is-late" not in page and "step-late" not in page


def test_once_it_is_opened_what_is_over_and_not_done_is_late(opened):
    assert row(step(), step().due + timedelta(days=1)).state == "late"


@on_both
def test_a_day_moves_with_its_reason_and_the_planned_one_stays(opened):
    move_deadline(**OF, due=date(2023, 8, 10), why="국회 일정", by=opened.office)

    assert (step().planned, step().due) == (date(2023, 7, 31), date(2023, 8, 10))
    assert StepMove.objects.get().why == "국회 일정"
    assert AuditEntry.objects.last().verb == "deadline moved"
    assert "국회 일정" in client(opened.owner).get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("due", "why", "reason"), [(date(2023, 8, 1), " ", "no-reason"), (date(2023, 7, 31), "x", "same-day")]
)
def test_a_day_does_not_move_without_a_reason_nor_to_where_it_stands(opened, due, why, reason):
    assert refusal(move_deadline, **OF, due=due, why=why, by=opened.office) == reason


@pytest.mark.parametrize("who", [role for role in Role if role not in (Role.PUBLIC, Role.PERFORMANCE_OFFICE)])
def test_nobody_but_the_office_moves_a_day(opened, who):
    assert refusal(move_deadline, **OF, due=date(2023, 8, 1), why="x", by=opened.people[who]) == "not-your-role"
    assert refusal(finish_step, **OF, done=True, by=opened.people[who]) == "not-your-role"


def test_how_a_step_stands(opened):
    due = step().due
    states = {left: row(step(), due - timedelta(days=left)).state for left in (30, 14, 0, -1)}
    assert states == {30: "ahead", 14: "soon", 0: "soon", -1: "late"}

    finish_step(**OF, done=True, by=opened.office)
    assert row(step(), due + timedelta(days=9)).state == "done"
    finish_step(**OF, done=False, by=opened.office)
    assert step().done is None


def test_the_days_of_the_year_are_in_the_calendar_file(opened):
    feed = client(opened.owner).get(f"/p/{AGENCY}/{YEAR}/calendar.ics").content.decode()

    assert f"UID:{AGENCY}-{YEAR}-step-half-year@" in feed
    assert "DTSTART;VALUE=DATE:20230731" in feed


def test_the_forms_of_the_page_work(opened):
    office = client(opened.office)
    assert office.post(f"{PAGE}half-year/move/", {"due": "2023-08-10", "why": "까닭"}).status_code == 302
    assert office.post(f"{PAGE}half-year/done/", {"done": "1"}).status_code == 302
    assert step().due == date(2023, 8, 10)
    assert step().done
    assert office.post(f"{PAGE}half-year/move/", {"due": "내일", "why": ""}).status_code == 302
    assert step().due == date(2023, 8, 10)


# ── what waits, and letters ──────────────────────────────────────────────────────────────────────────────────────────


def work(user) -> list[str]:
    return [one.what for one in client(user).get("/me/").context["work"]]


def test_my_page_says_what_waits_for_each_role(asked):
    assert work(asked.owner) == ["회신"]
    assert work(asked.office) == ["담당 없는 과제 1건"]
    assert work(asked.people[Role.EVALUATOR]) == []

    replies.reply(**PART, by=asked.owner)
    assert work(asked.owner) == []
    assert "수리할 회신" in work(asked.office)


def test_steps_that_a_role_owes_are_on_its_page(opened, settings):
    settings.TODAY = date(2023, 7, 20)

    assert "상반기 이행 상황 점검" in [one.about for one in client(opened.owner).get("/me/").context["work"]]
    assert work(opened.people[Role.AUDITOR]) == []


@on_both
def test_reminders_are_written_once_a_day_and_on_their_days_only(asked, settings):
    due = ask().due
    Letter.objects.all().delete()

    assert reminding.remind(due - timedelta(days=5)).reminders == 0
    assert reminding.remind(due - timedelta(days=3)).reminders == 1
    assert reminding.remind(due - timedelta(days=3)).reminders == 0
    assert reminding.remind(due + timedelta(days=1)).reminders == 1
    reminders = Note.objects.filter(kind="reminder")
    assert [note.by for note in reminders] == [None, None]
    assert AuditEntry.objects.filter(verb="reminder sent", who="system").count() == 2


def test_who_handed_in_is_not_reminded(asked):
    replies.reply(**PART, by=asked.owner)

    assert reminding.remind(ask().due - timedelta(days=3)).reminders == 0


@on_both
def test_a_letter_is_sent_once(asked, settings):
    settings.MAIL_IN_FILES = True

    first, second = reminding.remind(), reminding.remind()

    assert (first.sent, second.sent) == (3, 0)
    assert len(mail.outbox) == 3
    asked_for = next(one for one in mail.outbox if "회신 요청" in one.subject)
    assert asked_for.to == ["task_owner@uigwe.invalid"]
    assert f"/p/{AGENCY}/{YEAR}/rounds/1/1-1-1/" in asked_for.body


def test_without_an_address_a_letter_waits_and_is_counted(asked, settings):
    settings.MAIL_IN_FILES = False
    asked.owner.email = "owner@example.invalid"
    asked.owner.save()

    told = reminding.remind()

    assert told.nowhere == 1
    assert {one.to[0] for one in mail.outbox} == {"owner@example.invalid"}


@on_both
def test_what_could_not_be_sent_is_tried_again(asked, settings, monkeypatch):
    def down(*args: object, **words: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", down)
    assert reminding.remind().failed == 3
    monkeypatch.undo()
    assert reminding.remind().sent == 3


@on_both
def test_the_digest_tells_the_office_what_came_in_and_what_is_late(asked):
    replies.reply(**PART, by=asked.owner)
    Ask.objects.filter(code=OTHER_TASK).update(due=date(2000, 1, 1))

    reminding.remind()

    text = Letter.objects.get(person=asked.office, about__startswith="digest").text
    assert f"수리할 회신: 시행계획 작성 {TASK}" in text
    assert "담당자 없음" in text


def test_a_round_that_is_closed_reminds_nobody(asked):
    due = ask().due
    rounds.close_round(**HERE, by=asked.office)

    assert reminding.remind(due).reminders == 0
    assert wanted().kind == "plan"


@on_both
def test_closing_a_round_does_its_step(opened):
    number = rounds.open_round(agency=AGENCY, year=YEAR, wanted=wanted(step="replies"), by=opened.office)
    assert step("replies").done is None

    rounds.close_round(agency=AGENCY, year=YEAR, number=number, by=opened.office)

    assert step("replies").done


# ── a year for which no calendar ships ───────────────────────────────────────────────────────────────────────────────

AFTER = {"agency": AGENCY, "year": YEAR + 1}
AFTER_PAGE = f"/p/{AGENCY}/{YEAR + 1}/year/"


@on_both
def test_a_year_without_a_calendar_takes_over_that_of_the_year_before_with_one_button(opened):
    office = client(opened.office)
    assert f"{AFTER_PAGE}take-over/" in office.get(AFTER_PAGE).content.decode()

    office.post(f"{AFTER_PAGE}take-over/")

    steps = {one.code: one for one in YearStep.objects.of(**AFTER)}
    assert set(steps) == {one.code for one in calendar_for(YEAR).steps}
    assert steps["half-year"].due == steps["half-year"].planned == date(2024, 7, 31)
    assert all(one.due.weekday() < 5 for one in steps.values())
    entry = AuditEntry.objects.last()
    assert (entry.verb, entry.object) == ("calendar taken over", f"year/{AGENCY}/{YEAR + 1}")
    page = office.get(AFTER_PAGE).content.decode()
    assert "take-over/" not in page
    assert f"{AFTER_PAGE}half-year/move/" in page


def test_without_a_calendar_of_its_own_the_agency_takes_over_the_one_that_ships(published):
    assert copy_calendar(**AFTER, by=published.office) == len(calendar_for(YEAR).steps)


def test_a_day_is_taken_over_as_it_was_planned_and_its_words_name_the_new_year(opened):
    YearStep.objects.filter(code="half-year").update(due=date(2023, 8, 9), title="2023년도 상반기 점검")
    copy_calendar(**AFTER, by=opened.office)

    taken = YearStep.objects.of(**AFTER).get(code="half-year")
    assert (taken.due, taken.title) == (date(2024, 7, 31), "2024년도 상반기 점검")


def test_a_calendar_is_taken_over_once_only_where_there_is_none_and_by_the_office(opened):
    assert refusal(copy_calendar, **{**AFTER, "year": YEAR}, by=opened.office) == "calendar-there"
    assert refusal(copy_calendar, **AFTER, by=opened.owner) == "not-your-role"
    assert refusal(copy_calendar, **{**AFTER, "year": YEAR + 5}, by=opened.office) == "no-calendar"
    copy_calendar(**AFTER, by=opened.office)
    assert refusal(copy_calendar, **AFTER, by=opened.office) == "calendar-there"


def test_the_round_of_such_a_year_can_name_its_step_and_there_is_no_calendar_file_before(opened):
    start_next_year(agency=AGENCY, year=YEAR, by=opened.office)
    office = client(opened.office)
    assert "calendar.ics" not in office.get(AFTER_PAGE).content.decode()

    copy_calendar(**AFTER, by=opened.office)

    assert "calendar.ics" in office.get(AFTER_PAGE).content.decode()
    assert '<option value="replies"' in office.get(f"/p/{AGENCY}/{YEAR + 1}/rounds/open/").content.decode()
