"""What the tests of the site share: an invented town, a published plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from tests.web import builders
from tests.web.standing import STANDING, stands, wanted_by


@pytest.fixture(scope="session", autouse=True)
def static_files_are_listed_once() -> Iterator[None]:
    """Every test has a browser of its own, and each would look through the same files of the site again."""
    from whitenoise.middleware import WhiteNoiseMiddleware

    listed: dict[str, dict[str, Any]] = {}
    really = WhiteNoiseMiddleware.add_files_from_finders

    def add(site: Any) -> None:
        if site.static_prefix not in listed:
            really(site)
            listed[site.static_prefix] = dict(site.files)
        site.files.update(listed[site.static_prefix])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", add)
        yield


@pytest.fixture(autouse=True)
def nothing_at_hand() -> None:
    """Each test reads plans and reports anew."""
    from uigwe.web.plans import documents, lately, reports

    documents.KEPT_PLANS.clear()
    reports.forget()
    lately.forget()


@pytest.fixture
def standing(
    request: pytest.FixtureRequest, nothing_at_hand: None, django_db_setup: None, django_db_blocker: Any
) -> None:
    """What the test begins with, below the savepoint that is rolled back after it."""
    STANDING.lay(wanted_by(request.node), django_db_blocker)


@pytest.fixture
def _django_db_helper(standing: None, _django_db_helper: None) -> None:
    """pytest-django's savepoint, upon what stands."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """The next test may begin with something else, or with nothing."""
    try:
        yield
    finally:
        if nextitem is None or {*wanted_by(nextitem).values()} != {*STANDING.values}:
            STANDING.clear()


@stands
def town(db: None) -> builders.Town:
    return builders.Town()


@stands
def published(town: builders.Town) -> builders.Town:
    """The town with its plan published once."""
    from uigwe.web.plans import actions

    actions.import_pack(pack=builders.pack(), published=True, by=town.office)
    return town


@pytest.fixture
def vendor() -> str:
    return connection.vendor
