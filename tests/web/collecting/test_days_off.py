"""Days on which nobody works: known, entered by the office, pointed out where something is due on one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.every import on_both
from tests.web.builders import AGENCY, YEAR
from tests.web.collecting.doing import MINE, PART, ask, client, refusal
from tests.web.collecting.test_year import opened  # noqa: F401 - a fixture
from uigwe.web.collecting.actions import replies
from uigwe.web.collecting.actions.year import copy_calendar, set_day_off
from uigwe.web.collecting.days import DaysOff
from uigwe.web.collecting.models import Ask, DayOff, Round, YearStep
from uigwe.web.records import chain
from uigwe.web.records.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
ONE = {"agency": AGENCY, "year": YEAR}
PAGE = f"/p/{AGENCY}/{YEAR}/year/"
OPEN = f"/p/{AGENCY}/{YEAR}/rounds/open/"


def off(town, day: date, name: str = "개청기념일") -> None:
    set_day_off(**ONE, day_off=day, name=name, by=town.office)


@pytest.mark.parametrize(("day", "then"), [(5, 5), (6, 8), (7, 8), (8, 8)])
def test_a_weekend_is_put_on_the_monday_after(db, day, then):
    assert DaysOff(AGENCY).next_working(date(2024, 1, day)) == date(2024, 1, then)


def test_a_feast_is_passed_over_whole(db):
    assert DaysOff(AGENCY).next_working(date(2023, 9, 28)) == date(2023, 10, 4)


@on_both
def test_the_office_enters_the_days_of_its_own_and_takes_them_back(published):
    day = date(YEAR, 7, 26)
    assert refusal(set_day_off, **ONE, day_off=day, name="개청기념일", by=published.owner) == "not-your-role"
    assert refusal(set_day_off, **ONE, day_off=day, name="", by=published.office) == "no-day-off"

    off(published, day)
    off(published, day)  # says the same: nothing happens
    assert (DaysOff(AGENCY).why(day), DaysOff("xyz").why(day)) == ("개청기념일", "")
    off(published, day, "기관 휴무일")
    off(published, day, "")

    assert DaysOff(AGENCY).why(day) == ""
    assert DayOff.objects.count() == 2, "what was taken back stays in the table"
    told = [(one.before, one.after) for one in AuditEntry.objects.filter(verb="day off set")]
    assert len(told) == 3
    assert chain.verify().intact


def test_a_step_that_is_due_on_such_a_day_is_pointed_out_with_the_next_working_day(opened, settings):  # noqa: F811
    settings.TODAY = date(YEAR, 7, 1)
    YearStep.objects.filter(code="half-year").update(due=date(YEAR, 8, 15))
    page = client(opened.office).get(PAGE).content.decode()

    assert "일하지 않는 날(광복절)입니다. 다음 근무일은 2023-08-16입니다" in page
    assert 'value="2023-08-16" required' in page
    YearStep.objects.filter(code="half-year").update(due=date(YEAR, 8, 16))
    assert "광복절)입니다" not in client(opened.office).get(PAGE).content.decode()


def test_the_days_are_entered_on_the_page_of_the_year_by_the_office_only(opened):  # noqa: F811
    office = client(opened.office)
    assert "대체공휴일(부처님 오신 날)" in office.get(PAGE).content.decode()
    office.post(f"{PAGE}days-off/", {"day": "2023-07-26", "name": "개청기념일"})
    assert "개청기념일" in client(opened.owner).get(PAGE).content.decode()
    assert "days-off/" not in client(opened.owner).get(PAGE).content.decode()
    assert "날짜와 이름을" in office.post(f"{PAGE}days-off/", {"day": "", "name": "x"}, follow=True).content.decode()

    office.post(f"{PAGE}days-off/", {"day": "2023-07-26", "back": "1"})
    assert "개청기념일" not in office.get(PAGE).content.decode()


def test_a_day_moved_to_such_a_day_is_moved_and_pointed_out(opened):  # noqa: F811
    answer = client(opened.office).post(f"{PAGE}half-year/move/", {"due": "2023-10-09", "why": "요청"}, follow=True)

    assert "2023-10-09: 쉬는 날(한글날)입니다. 다음 근무일은 2023-10-10입니다." in answer.content.decode()
    assert YearStep.objects.get(code="half-year").due == date(2023, 10, 9)


def test_a_round_due_on_such_a_day_is_asked_about_once(published, settings):
    settings.TODAY = date(2023, 9, 11)
    office = client(published.office)
    sent = {"kind": "plan", "title": "보완", "due": "2023-10-02", "key": "k"}
    answer = office.post(OPEN, sent)
    assert (answer.status_code, Round.objects.count()) == (422, 0)
    page = answer.content.decode()
    assert "임시공휴일" in page and "2023-10-04" in page
    assert 'name="sure_of" value="2023-10-02"' in page

    assert office.post(OPEN, {**sent, "sure_of": "2023-10-02"}).status_code == 302
    [row] = Round.objects.all()
    assert "임시공휴일" in office.get(f"/p/{AGENCY}/{YEAR}/rounds/{row.number}/").content.decode()


def test_a_supplement_due_on_such_a_day_is_pointed_out(asked, settings):
    settings.TODAY = date(2023, 9, 11)
    Ask.objects.update(due=date(2023, 9, 20))
    replies.reply(**PART, by=asked.owner)
    sent = {"text": "근거를 더 적어 주십시오.", "due": "2023-10-03"}
    answer = client(asked.office).post(f"{MINE}supplement/", sent, follow=True)

    assert "개천절" in answer.content.decode() and "2023-10-04" in answer.content.decode()
    assert ask().due == date(2023, 10, 3), "pointed out, not changed"


def test_a_new_round_is_proposed_for_a_working_day(published, settings):
    settings.TODAY = date(2023, 9, 15)  # two weeks on is Chuseok
    assert 'value="2023-10-04"' in client(published.office).get(OPEN).content.decode()


@on_both
def test_a_calendar_that_is_taken_over_leaves_the_days_off_out(opened):  # noqa: F811
    off(opened, date(2024, 7, 31))
    copy_calendar(agency=AGENCY, year=YEAR + 1, by=opened.office)

    assert YearStep.objects.get(year=YEAR + 1, code="half-year").due == date(2024, 8, 1)
