"""What the tests of the site share: an invented town, a published plan."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.web import builders


@pytest.fixture(autouse=True)
def nothing_at_hand() -> None:
    """Each test reads plans and reports anew."""
    from uigwe.web.plans import documents, lately, reports

    documents.KEPT_PLANS.clear()
    reports.forget()
    lately.forget()


@pytest.fixture
def town(db: None) -> builders.Town:
    return builders.Town()


@pytest.fixture
def published(town: builders.Town) -> builders.Town:
    """The town with its plan published once."""
    from uigwe.web.plans import actions

    actions.import_pack(pack=builders.pack(), published=True, by=town.office)
    return town


@pytest.fixture
def vendor() -> str:
    return connection.vendor
