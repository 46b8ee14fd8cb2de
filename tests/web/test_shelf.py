"""What a person finds on the shelf: published plans for everybody, the draft for those who work on it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.http import Http404, HttpRequest
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from tests.web import builders
from tests.web.builders import AGENCY, TARGET, TASK, YEAR
from uigwe.audit import Report
from uigwe.plan import Patch, field_now
from uigwe.review import Verb
from uigwe.web.plans import actions, documents, reports, shelf
from uigwe.web.plans.models import AcceptedFinding, AuditCache, Revision, YearBook
from uigwe.web.records import append_only

pytestmark = pytest.mark.django_db


def asks(user: Any = None, **words: str) -> HttpRequest:
    request = RequestFactory().get("/", words)
    request.user = user or AnonymousUser()
    return request


@pytest.fixture
def drafted(published):
    actions.revise(
        agency=AGENCY, year=YEAR, object=TARGET, field="target", before="92", value="95", by=published.office
    )
    return published


def target(found: shelf.Shown) -> str:
    return field_now(found.plan, TARGET, "target")


def test_the_public_sees_what_was_published_and_the_office_its_draft(drafted):
    public, office = shelf.shown(asks(), AGENCY, YEAR), shelf.shown(asks(drafted.office), AGENCY, YEAR)

    assert (public.draft, target(public)) == (False, "92")
    assert (office.draft, target(office)) == (True, "95")


@pytest.mark.parametrize("who", ["evaluator", "agency_staff", "administrator", "stranger"])
def test_whoever_does_not_work_on_it_sees_what_was_published(drafted, who):
    assert not shelf.shown(asks(drafted.people[who]), AGENCY, YEAR).draft


@pytest.mark.parametrize("who", ["performance_office", "task_owner", "division_head", "auditor"])
def test_whoever_works_on_it_or_audits_it_sees_the_draft(drafted, who):
    assert shelf.shown(asks(drafted.people[who]), AGENCY, YEAR).draft


def test_a_draft_that_one_may_not_see_is_answered_like_one_that_does_not_exist(drafted):
    for user, number in ((None, "2"), (drafted.people["stranger"], "2"), (None, "7")):
        with pytest.raises(Http404):
            shelf.shown(asks(user, revision=number), AGENCY, YEAR)


def test_a_plan_that_was_never_published_does_not_exist_for_the_public(town):
    actions.import_pack(pack=builders.pack(), by=town.office)

    with pytest.raises(Http404):
        shelf.shown(asks(), AGENCY, YEAR)
    assert shelf.plans_on_shelf(asks()) == []
    assert len(shelf.plans_on_shelf(asks(town.office))) == 1


def test_an_older_revision_can_be_asked_for(drafted):
    actions.publish(agency=AGENCY, year=YEAR, note="시험", by=drafted.office)

    assert target(shelf.shown(asks(), AGENCY, YEAR)) == "95"
    assert target(shelf.shown(asks(revision="1"), AGENCY, YEAR)) == "92"


def test_what_changed_is_told_against_the_revision_published_before(drafted):
    found = shelf.shown(asks(drafted.office), AGENCY, YEAR)

    [change] = found.changes
    assert (change.object, change.before, change.after) == (TARGET, "92", "95")
    assert field_now(found.previous, TARGET, "target") == "92"
    assert shelf.shown(asks(), AGENCY, YEAR).changes == ()


def test_the_report_is_made_once_and_then_read(published, monkeypatch):
    made: list[str] = []
    real = reports._made

    def counted(key: str, plan: Any, last_year: Any) -> Report:
        made.append(key)
        return real(key, plan, last_year)

    monkeypatch.setattr(reports, "_made", counted)
    first = shelf.shown(asks(), AGENCY, YEAR).report
    again = shelf.shown(asks(), AGENCY, YEAR).report
    reports.forget()
    from_the_database = shelf.shown(asks(), AGENCY, YEAR).report

    assert first == again == from_the_database
    assert len(made) == 1 == AuditCache.objects.count()


def test_when_a_check_changes_its_source_kept_audits_are_made_anew(tmp_path, monkeypatch):
    room = tmp_path / "some_checks"
    room.mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    (room / "__init__.py").write_text("")
    (room / "money.py").write_text("LIMIT = 3\n")
    first = reports.digest_of(("some_checks",))

    assert reports.digest_of(("some_checks",)) == first  # the same sources, the same name
    (room / "notes.txt").write_text("not a check")
    assert reports.digest_of(("some_checks",)) == first
    (room / "money.py").write_text("LIMIT = 4\n")
    changed = reports.digest_of(("some_checks",))
    assert changed != first
    (room / "money.py").rename(room / "sums.py")
    assert reports.digest_of(("some_checks",)) not in (first, changed)


def test_an_audit_of_other_checks_is_not_read(published, monkeypatch):
    _ = shelf.shown(asks(), AGENCY, YEAR).report
    AuditCache.objects.update(report='{"findings": [], "ran": [], "skipped": []}')
    reports.forget()
    assert shelf.shown(asks(), AGENCY, YEAR).report.ran == ()  # the same checks: what is kept is read
    reports.forget()
    monkeypatch.setattr(reports, "checks_digest", lambda: "another")

    assert shelf.shown(asks(), AGENCY, YEAR).report.ran


@pytest.mark.parametrize("harm", ["a fact is missing", "an unknown check", "not a report"])
def test_a_kept_finding_without_its_sentence_is_found_anew_and_no_page_breaks(published, client, harm):
    whole = shelf.shown(asks(), AGENCY, YEAR).report
    kept = AuditCache.objects.get()
    data = json.loads(kept.report)
    for finding in data["findings"]:
        if harm == "a fact is missing":
            finding["facts"] = {"case": finding["facts"].get("case", "")}
        else:
            finding["check"] = "no-such-check"
    AuditCache.objects.update(report="{" if harm == "not a report" else json.dumps(data))
    reports.forget()

    assert client.get(f"/p/{AGENCY}/{YEAR}/findings/").status_code == 200
    assert shelf.shown(asks(), AGENCY, YEAR).report == whole
    assert AuditCache.objects.get().report == kept.report


def test_a_report_belongs_to_exactly_one_plan(drafted):
    _ = shelf.shown(asks(), AGENCY, YEAR).report, shelf.shown(asks(drafted.office), AGENCY, YEAR).report

    assert AuditCache.objects.count() == 2


def test_an_exception_counts_until_its_end(published, settings):
    AcceptedFinding.objects.create(
        agency=published.agency,
        year=YEAR,
        key="k",
        check_id="c",
        object="o",
        why="w",
        who="x",
        until=date(2023, 6, 30),
        by=published.office,
    )
    settings.TODAY = date(2023, 6, 30)
    assert "k" in shelf.shown(asks(), AGENCY, YEAR).accepted
    settings.TODAY = date(2023, 7, 1)
    assert "k" not in shelf.shown(asks(), AGENCY, YEAR).accepted


def test_the_as_of_date_is_the_settings_or_seouls_today(published, settings):
    import time_machine

    settings.TODAY = None
    with time_machine.travel("2023-12-31T15:00:00+00:00", tick=False):  # midnight in Seoul
        assert shelf.shown(asks(), AGENCY, YEAR).as_of == date(2024, 1, 1)
    settings.TODAY = date(2023, 5, 15)
    assert shelf.shown(asks(), AGENCY, YEAR).as_of == date(2023, 5, 15)


def test_buttons_are_greyed_by_the_question_that_guards_the_action(drafted):
    mine = shelf.shown(asks(drafted.owner), AGENCY, YEAR)

    assert mine.may(Verb.REVISE, TASK)
    assert mine.why_not(Verb.REVISE, builders.OTHER_TASK).reason == "not-your-task"
    assert not mine.may(Verb.PUBLISH)


def test_opening_a_plan_asks_the_database_a_handful_of_questions_whatever_its_size(drafted):
    def questions(user: Any) -> int:
        with CaptureQueriesContext(connection) as asked:
            found = shelf.shown(asks(user), AGENCY, YEAR)
            _ = found.plan, found.report, found.accepted, found.changes
        return len(asked)

    for user in (None, drafted.office, drafted.people["division_head"]):
        questions(user)
        assert questions(user) <= 6


def test_a_draft_that_changes_while_it_is_read_is_read_again(drafted, monkeypatch):
    from uigwe.web.plans.models import Revision

    draft = Revision.objects.drafts().select_related("base").get()
    actions.revise(agency=AGENCY, year=YEAR, object=TARGET, field="target", before="95", value="97", by=drafted.office)
    documents.KEPT_PLANS.clear()

    assert field_now(documents.plan_of(draft), TARGET, "target") == "97"
    assert draft.hash == Revision.objects.drafts().get().hash


def test_last_years_plan_is_laid_beside_this_years(published):
    actions.import_pack(pack=builders.pack(year=YEAR - 1), published=True, by=published.office)

    found = shelf.shown(asks(), AGENCY, YEAR)

    assert found.last_year.year == YEAR - 1
    assert found.previous is None


def test_two_agencies_stand_on_the_shelf_by_name(published):
    actions.import_pack(pack=builders.pack(agency="xyz"), published=True, by=published.people["stranger"])

    assert [row.agency_id for row in shelf.plans_on_shelf(asks())] == [AGENCY, "xyz"]


# ── the plan of a day, and what it said when it was fixed ────────────────────────────────────────────────────────────


def published_on(number: int, day: date) -> None:
    with connection.cursor() as cursor:  # a published revision is guarded, even from tests
        for statement in append_only.removal(connection.vendor, "plans_revision"):
            cursor.execute(statement)
        moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        Revision.objects.filter(number=number).update(published=moment)
        for statement in append_only.statements(connection.vendor, "plans_revision", when="OLD.stage = 'published'"):
            cursor.execute(statement)


def test_the_plan_as_of_a_day_is_the_one_in_force_then(published):
    actions.revise(
        agency=AGENCY, year=YEAR, object=TARGET, field="target", before="92", value="95", by=published.office
    )
    actions.publish(agency=AGENCY, year=YEAR, note="시험", by=published.office)
    published_on(1, date(2023, 4, 14))
    published_on(2, date(2023, 7, 1))

    def number(day: str) -> int:
        return shelf.shown(asks(published.office, as_of=day), AGENCY, YEAR).revision.number

    assert [number(day) for day in ("2023-04-14", "2023-06-30", "2023-07-01", "2024-01-01")] == [1, 1, 2, 2]
    for day in ("2023-04-13", "never", "2023-13-01"):
        with pytest.raises(Http404):
            number(day)


def test_an_amended_plan_knows_what_it_said_when_it_was_fixed(published):
    first = Revision.objects.get()
    YearBook.objects.create(agency=published.agency, year=YEAR, stage="fixed", fixed_at=first, by=published.office)
    with transaction.atomic():
        actions.start_permitted_draft(
            agency=AGENCY, year=YEAR, permits=[Patch(TARGET, "target", "90")], by=published.office
        )

    assert shelf.shown(asks(published.office), AGENCY, YEAR).originals == {(TARGET, f"target.{YEAR}"): "92"}
    assert shelf.shown(asks(published.office, revision="1"), AGENCY, YEAR).originals == {}
