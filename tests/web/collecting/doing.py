"""What the tests of rounds share: the places of the round, its people, and short words for what they do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from tests.web.builders import AGENCY, TARGET, TASK, YEAR
from uigwe.plan.merge import Answer
from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.collecting.models import Ask
from uigwe.web.people.refused import Refused
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.plans.shelf import today

HERE = {"agency": AGENCY, "year": YEAR, "number": 1}
PART = {**HERE, "code": TASK}
PAGE = f"/p/{AGENCY}/{YEAR}/rounds/1/"
MINE = f"{PAGE}1-1-1/"


def wanted(**words: object) -> rounds.Wanted:
    given = {"kind": "plan", "title": "시행계획 작성", "due": today() + timedelta(days=10), **words}
    return rounds.Wanted(**given)  # type: ignore[arg-type]


def ask(code: str = TASK) -> Ask:
    return Ask.objects.select_related("round").get(code=code)


def client(user) -> Client:
    browser = Client()
    browser.force_login(user, backend="uigwe.web.people.signing.Passwords")
    return browser


def refusal(action, **words) -> str:
    with pytest.raises(Refused) as refused:
        action(**words)
    return refused.value.refusal.reason


def save(by, value="95", before="92", object=TARGET, field="target"):
    return replies.save_part(**PART, answers=[Answer(object, field, before, value)], by=by)


def target_now() -> str:
    draft = Revision.objects.of(AGENCY, YEAR).drafts().get()
    indicator, use = next(one for one in plan_of(draft).uses(TASK))
    return indicator.target(use).written
