"""What the tests of the site share: an invented town, a published plan."""

from __future__ import annotations

from functools import lru_cache

import pytest
from django.db import connection

from tests.web import builders
from uigwe import operations
from uigwe.audit import Report
from uigwe.plan import Plan

audit_plan = operations.audit_plan


@pytest.fixture(autouse=True)
def nothing_at_hand() -> None:
    """Each test reads plans and reports anew."""
    from uigwe.web.plans import documents, lately, reports

    documents.KEPT_PLANS.clear()
    reports.forget()
    lately.forget()


@lru_cache(maxsize=8)
def audited(plan: Plan, last_year: Plan | None = None) -> Report:
    """The same plan has the same findings: half a second for the one that ships, in each test that shows it."""
    return audit_plan(plan, last_year)


@pytest.fixture(autouse=True)
def audits_a_plan_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept, and for whom, is the site's own affair (`nothing_at_hand`); only the audit itself is not made again."""
    monkeypatch.setattr(operations, "audit_plan", audited)


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
