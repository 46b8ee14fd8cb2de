"""In the demonstration what is invented says so: beside amended values, on paper, and in the names of files; nowhere else."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from tests.reports.reading import lines as lines_of
from tests.web.pages.test_pages import client, read
from tests.web.pages.test_year_pages import BASE, fixed, folder  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


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
