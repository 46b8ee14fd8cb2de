"""Indicators of goals: asked of the goal's lead body where one is named, and never silently of nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.every import on_both
from tests.web import builders
from tests.web.builders import AGENCY, OTHER_TASK, TASK, YEAR
from tests.web.collecting.doing import PAGE, client, wanted
from uigwe.packs import Pack
from uigwe.plan import Level, Plan
from uigwe.web.collecting.actions import rounds
from uigwe.web.collecting.models import Ask
from uigwe.web.collecting.unasked import asked_first
from uigwe.web.people.models import Responsibility
from uigwe.web.plans import actions

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
OPEN = f"/p/{AGENCY}/{YEAR}/rounds/open/"
GOAL, STRATEGIC = "Ⅰ-1", "Ⅰ"


def with_goals() -> Plan:
    """The plan with an indicator for its performance goal and one for its strategic goal."""
    plan = builders.plan()
    more = []
    for id, code, level in (("growth", GOAL, Level.GOAL), ("export", STRATEGIC, Level.STRATEGIC)):
        one = builders.indicator(id, code, "50", YEAR)
        more.append(replace(one, uses=tuple(replace(use, level=level) for use in one.uses)))
    return replace(plan, indicators=(*plan.indicators, *more))


@pytest.fixture
def with_lead(town: builders.Town) -> builders.Town:
    """The town, where somebody answers for the performance goal and nobody was named for the strategic one."""
    actions.import_pack(pack=Pack(with_goals()), published=True, by=town.office)
    lead = {"division": town.division, "owner": town.owner}
    Responsibility.objects.create(agency=town.agency, year=YEAR, code=GOAL, **lead)
    return town


@on_both
def test_a_round_asks_goals_with_indicators_of_their_lead_body(with_lead):
    rounds.open_round(agency=AGENCY, year=YEAR, wanted=wanted(), by=with_lead.office)

    found = {one.code: one.division.code for one in Ask.objects.select_related("division")}
    assert found == {GOAL: "one", TASK: "one", OTHER_TASK: "two"}


def test_a_goal_without_indicators_or_whose_lead_body_has_ended_is_not_asked(with_lead):
    assert asked_first(builders.plan(), AGENCY, YEAR) == [TASK, OTHER_TASK]
    with_lead.division.until = "2020-12-31"
    with_lead.division.save()

    assert asked_first(with_goals(), AGENCY, YEAR) == [TASK, OTHER_TASK]


def test_the_office_sees_before_opening_what_nobody_is_asked_for(with_lead):
    page = client(with_lead.office).get(OPEN).content.decode()

    assert f'value="{GOAL}" checked' in page
    assert f'value="{STRATEGIC}">' in page
    assert "받을 사람이 없음" in page
    assert f'<li data-code="{STRATEGIC}" data-gap data-carries><b>{STRATEGIC}</b> export 지표' in page
    assert "주관 부서 미지정" in page
    assert f'<li data-code="{GOAL}" data-carries hidden>' in page, "asked, and somebody answers"


def test_what_was_left_out_is_told_on_the_board_to_the_office_only(with_lead):
    rounds.open_round(agency=AGENCY, year=YEAR, wanted=wanted(codes=(TASK,)), by=with_lead.office)

    board = client(with_lead.office).get(PAGE).content.decode()
    assert "지표를 아무에게도 묻지 않은 목표·과제 3건" in board
    assert "growth 지표" in board
    assert "아무에게도" not in client(with_lead.owner).get(PAGE).content.decode()


def test_where_everything_is_asked_the_board_says_nothing(with_lead):
    codes = (STRATEGIC, GOAL, TASK, OTHER_TASK)
    rounds.open_round(agency=AGENCY, year=YEAR, wanted=wanted(codes=codes), by=with_lead.office)

    assert "아무에게도" not in client(with_lead.office).get(PAGE).content.decode()
