"""The year that is played through for the demonstration: whole, in order, and leading to the plan that ships."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.shipped import pack
from uigwe.web import demo
from uigwe.web.approving.models import Amendment, Approval, Tenure
from uigwe.web.collecting.models import Ask, Question, ReceivedFile, Round
from uigwe.web.plans.documents import written
from uigwe.web.plans.models import Revision, YearBook
from uigwe.web.played.story import told
from uigwe.web.records import chain
from uigwe.web.records.models import AuditEntry
from uigwe.web.results.models import Followed, MilestoneReport, Result, Spending

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
HANGUL = re.compile("[가-힣]")


@pytest.mark.django_db
def test_the_year_is_played_whole_and_only_once(settings, tmp_path):
    settings.MEDIA_ROOT, settings.TODAY = tmp_path, date(2023, 10, 18)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    demo.load("en", plain=False)

    revisions = list(Revision.objects.of("mss", 2023))
    assert [one.stage for one in revisions] == ["published"] * 4
    assert revisions[0].hash == written(pack().plan)[1], "what was fixed is what was public"
    assert YearBook.objects.get().stage == "fixed"
    assert Approval.objects.filter(amendment=None).count() == 5
    assert [one.stage for one in Amendment.objects.all()] == ["in-force", "in-force", "refused", "in-force", "reviewed"]

    plan_round = Round.objects.get(number=1)
    assert {one.stage for one in Ask.objects.filter(round=plan_round)} == {"accepted"}
    assert (ReceivedFile.objects.filter(stage="merged").count(), Question.objects.exclude(choice="").count()) == (3, 1)
    assert Round.objects.filter(stage="open").count() == 1

    newest = Result.objects.filter(superseded_by=None).prefetch_related("moves")
    assert {one.stage.value for one in newest} == {"entered", "confirmed", "accepted"}
    assert Result.objects.exclude(odd=[]).exists()
    assert Result.objects.exclude(supersedes=None).count() == 2, "one sent back, one revised"
    assert set(MilestoneReport.objects.values_list("state", flat=True)) == {"done", "late"}
    assert set(Spending.objects.values_list("month", flat=True)) == {3, 6, 9}
    assert (Tenure.objects.count(), Followed.objects.count()) == (2, 3)

    entries = AuditEntry.objects.order_by("sequence")
    assert chain.verify().intact
    times = list(entries.values_list("time", flat=True))
    assert times == sorted(times)
    assert times[-1].date() < date(2023, 10, 19)

    count = entries.count()
    demo.load("en", plain=False)
    assert entries.count() == count
    assert date(2023, 10, 18) == settings.TODAY


def test_every_sentence_of_the_story_says_that_it_is_invented():
    data = told("mss", 2023)
    assert data is not None
    told_in = ("round", "approval", "fixed", "amendments", "transfers", "handovers", "yearly", "returned", "revised")
    sentences = [text for name in (*told_in, "spending", "followed") for text in _sentences(data[name])]

    assert len(sentences) > 50
    assert [text for text in sentences if "지어낸" not in text] == []


def _sentences(data: object, key: str = ""):
    """Everything that is shown as written; codes, days and names are not sentences."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _sentences(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from _sentences(value, key)
    elif isinstance(data, str) and key not in ("sender", "code", "at") and HANGUL.search(data):
        yield data
