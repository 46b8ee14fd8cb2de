"""In the demonstration what is invented says so: beside amended values, on paper, and in the names of files; nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.cache import cache
from django.utils import timezone

from tests.reports.reading import lines as lines_of
from tests.web.builders import AGENCY, YEAR
from tests.web.pages.test_pages import client, read
from tests.web.pages.test_year_pages import BASE, fixed, folder  # noqa: F401 - fixtures
from uigwe.web import clock, invented

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]


@pytest.fixture(autouse=True)
def no_page_at_hand():
    """Parts of pages are kept, and a site does not become a demonstration while it runs."""
    cache.clear()
    yield
    cache.clear()


PUBLIC = ("indicator/survival/", "1-1-1/", "amendments/", "amendments/1/", "changes/")


def test_amended_values_of_the_demonstration_are_marked_for_everybody(fixed, settings):  # noqa: F811
    settings.DEMO = True
    for page in PUBLIC:
        assert '<span class="tag">가상</span>' in read(client(), BASE + page), page


EVERYWHERE = ("", "1-1-1/", "indicator/survival/", "money/", "calendar/", "findings/")


def test_a_plan_that_was_typed_in_the_demonstration_is_told_from_the_one_that_was_published(fixed, settings):  # noqa: F811
    settings.DEMO = True
    for page in EVERYWHERE:
        text = read(client(), BASE + page)
        assert "이 계획은 시연에서 만든 것으로, 모두 지어낸 자료입니다" in text, page
        assert "공개된 문서에서 옮겼고" not in text, page
        assert '<span class="tag">가상</span>' in text, page
    invented._ships.cache_clear()


def test_the_plan_that_ships_is_not_called_invented(fixed, settings, monkeypatch, tmp_path):  # noqa: F811
    settings.DEMO = True
    (tmp_path / str(YEAR) / "plans" / AGENCY).mkdir(parents=True)
    monkeypatch.setenv("UIGWE_YEARS", str(tmp_path))
    invented._ships.cache_clear()
    text = read(client(), BASE)
    invented._ships.cache_clear()

    assert "공개된 문서에서 옮겼고" in text
    assert "모두 지어낸" not in text


def test_a_demonstration_has_one_clock_and_says_it_once(fixed, settings, monkeypatch):  # noqa: F811
    settings.DEMO, settings.TODAY = True, date(2023, 10, 18)
    monkeypatch.setattr(timezone, "now", timezone.now)  # put back afterwards
    clock.keep_the_demo_day()

    assert timezone.localdate() == date(2023, 10, 18)
    text = read(client(), BASE)
    assert text.count("2023년 10월 18일") == 2, "in the banner, and as the as-of date"
    assert "이 사이트에 정해진" not in text


def test_an_ordinary_site_keeps_the_time_of_the_computer(settings, monkeypatch):
    settings.TODAY = date(2023, 10, 18)
    monkeypatch.setattr(timezone, "now", timezone.now)
    clock.keep_the_demo_day()

    assert timezone.localdate() != date(2023, 10, 18)


def test_an_ordinary_site_marks_nothing(fixed):  # noqa: F811
    for page in PUBLIC:
        assert "가상" not in read(client(), BASE + page), page
    answer = client("ko", fixed.office).get(BASE + "findings/export.csv")
    assert 'filename="findings-' in answer["Content-Disposition"]


@pytest.mark.parametrize(
    "file",
    [
        "findings/export.csv",
        "findings/export.xlsx",
        "calendar.ics",
        "approval/attachment.hwpx",
        "results/papers/progress.hwpx",
    ],
)
def test_files_of_the_demonstration_are_called_so(fixed, settings, file):  # noqa: F811
    settings.DEMO = True
    assert 'filename="demo-' in client("ko", fixed.office).get(BASE + file)["Content-Disposition"]


@pytest.mark.parametrize(
    "file",
    ["approval/attachment.hwpx", "results/papers/progress.hwpx", "findings/export.memo", "findings/export.summary"],
)
def test_papers_of_the_demonstration_say_it_at_their_head(fixed, settings, file):  # noqa: F811
    settings.DEMO = True
    text = "\n".join(lines_of(client("ko", fixed.office).get(BASE + file).content))
    assert "지어낸 자료가 들어 있음" in text
