"""From every page of a plan a way leads to the other years of the agency, for those who may see them."""

from __future__ import annotations

import pytest

from tests.web.builders import AGENCY, YEAR
from tests.web.collecting.doing import client as browser_of
from uigwe.web.plans import actions
from uigwe.web.results.starting import start_next_year

pytestmark = pytest.mark.django_db
PLAN, NEXT = f"/p/{AGENCY}/{YEAR}/", f"/p/{AGENCY}/{YEAR + 1}/"
SWITCH = 'class="years"'


@pytest.fixture
def two_years(published):
    start_next_year(agency=AGENCY, year=YEAR, by=published.office)
    return published


def page(browser, address):
    return browser.get(address).content.decode()


def test_the_office_goes_from_one_year_to_the_same_page_of_the_other(two_years):
    office = browser_of(two_years.office)

    assert f'href="{NEXT}"' in page(office, PLAN)
    assert f'href="{NEXT}changes/"' in page(office, f"{PLAN}changes/")
    assert f'href="{PLAN}year/"' in page(office, f"{NEXT}year/")
    assert f'href="{PLAN}" aria-current="true"' in page(office, PLAN)


def test_whoever_may_not_see_the_draft_learns_nothing_of_its_year(two_years, client):
    assert SWITCH not in page(client, PLAN)
    assert NEXT not in page(client, PLAN)

    actions.publish(agency=AGENCY, year=YEAR + 1, note="시험", by=two_years.office)

    assert f'href="{NEXT}"' in page(client, PLAN)


def test_a_plan_of_one_year_has_no_switch(published):
    assert SWITCH not in page(browser_of(published.office), PLAN)
