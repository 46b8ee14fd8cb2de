"""Editing a plan: patches on a draft, conflicts, undo, publishing, exceptions, imports; each with its entry in the record."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command
from django.db import DatabaseError, Error, connection, transaction

from tests.web import builders
from tests.web.builders import AGENCY, OTHER_TASK, TARGET, TASK, YEAR
from uigwe.audit import Finding, Level, Report, Type
from uigwe.plan import EditProblem, Place, field_now
from uigwe.web.people.refused import Refused
from uigwe.web.plans import actions, documents, reports
from uigwe.web.plans.models import AcceptedFinding, PlanPatch, Revision
from uigwe.web.records import append_only, chain
from uigwe.web.records.models import AuditEntry

pytestmark = pytest.mark.django_db
ONE = {"agency": AGENCY, "year": YEAR}


def revise(by: object, value: str, *, before: str = "92", object: str = TARGET, field: str = "target") -> actions.Done:
    return actions.revise(**ONE, object=object, field=field, before=before, value=value, by=by)


def now(object: str = TARGET, field: str = "target") -> str:
    return field_now(documents.plan_of(Revision.objects.of(AGENCY, YEAR).select_related("base").last()), object, field)


def verbs() -> list[str]:
    return list(AuditEntry.objects.values_list("verb", flat=True))


# ── revising ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_revised_target_is_a_patch_on_a_draft_and_the_published_plan_stays(published):
    revise(published.office, "95")

    assert now() == "95"
    first = Revision.objects.published().get()
    assert field_now(documents.plan_of(first), TARGET, "target") == "92"


def test_the_draft_read_anew_from_the_tables_is_the_draft_that_was_saved(published):
    revise(published.office, "95")
    revise(published.office, "12월 중", before="3월", object=f"{TASK}/m1", field="when")
    documents.KEPT_PLANS.clear()

    assert (now(), now(f"{TASK}/m1", "when")) == ("95", "12월 중")


def test_edits_of_different_fields_merge(published):
    revise(published.office, "95")
    revise(published.owner, "새 식", before="식", field="formula")

    assert (now(), now(field="formula")) == ("95", "새 식")


def test_the_same_field_changed_by_another_is_a_conflict_that_keeps_both_texts(published):
    revise(published.office, "95")

    with pytest.raises(actions.Conflict) as caught:
        revise(published.owner, "97")

    conflict = caught.value
    assert (conflict.seen, conflict.theirs, conflict.mine) == ("92", "95", "97")
    assert conflict.who == published.office.name
    assert conflict.when is not None
    assert now() == "95"


def test_the_text_that_met_a_conflict_can_be_sent_again(published):
    revise(published.office, "95")
    with pytest.raises(actions.Conflict) as caught:
        revise(published.owner, "97")

    revise(published.owner, caught.value.mine, before=caught.value.theirs)

    assert now() == "97"


def test_saying_what_the_field_says_already_changes_nothing(published):
    revise(published.office, "95")
    entries = AuditEntry.objects.count()

    assert revise(published.owner, "95").row == 0
    assert AuditEntry.objects.count() == entries


def test_line_ends_of_browsers_are_no_difference(published):
    revise(published.office, "한 줄\r\n두 줄", before="식", field="formula")
    revise(published.office, "끝", before="한 줄\r\n두 줄", field="formula")

    assert now(field="formula") == "끝"


def test_an_edit_that_does_not_fit_the_plan_leaves_no_trace(published):
    entries = AuditEntry.objects.count()
    for object, field, value in (
        (TARGET, "target", ""),
        (TARGET, "colour", "red"),
        ("no@such", "target", "1"),
        (TARGET, "formula", "\x00"),
    ):
        with pytest.raises(EditProblem):
            revise(published.office, value, object=object, field=field, before="식" if field == "formula" else "92")
    assert (PlanPatch.objects.count(), AuditEntry.objects.count()) == (0, entries)


def test_big_decimals_survive_both_databases(published):
    figures = ["9999999999999999.99", "99999999999999.99", "0.1234567890123456789", "123456789012345678901234567890"]
    before = "92"
    for figure in figures:
        revise(published.office, figure, before=before)
        documents.KEPT_PLANS.clear()
        plan = documents.plan_of(Revision.objects.drafts().select_related("base").get())
        indicator = plan.indicator("survival")
        assert str(indicator.target(indicator.use(TASK)).value) == figure
        before = figure


def test_an_owner_revises_only_what_is_theirs(published):
    actions.start_draft(**ONE, by=published.office)
    revise(published.owner, "95")

    with pytest.raises(Refused) as caught:
        revise(published.owner, "85", before="80", object=f"satisfaction@{OTHER_TASK}")
    assert caught.value.refusal.reason == "not-your-task"


def test_an_owner_cannot_open_a_draft_and_is_told_so(published):
    with pytest.raises(Refused) as caught:
        revise(published.owner, "95")
    assert caught.value.refusal.reason == "no-draft"


def test_a_right_that_was_taken_away_is_gone_at_once(published):
    actions.start_draft(**ONE, by=published.office)
    published.owner.grants.all().delete()

    with pytest.raises(Refused):
        revise(published.owner, "95")


# ── undo ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_undo_gives_the_field_back_what_it_held(published):
    first = revise(published.office, "95")
    second = revise(published.office, "97", before="95")

    actions.undo(**ONE, patch=second.row, by=published.office)
    assert now() == "95"
    actions.undo(**ONE, patch=first.row, by=published.office)
    documents.KEPT_PLANS.clear()

    assert now() == "92"
    assert Revision.objects.drafts().get().hash == Revision.objects.published().get().hash


def test_undo_of_what_was_edited_since_asks(published):
    first = revise(published.office, "95")
    revise(published.owner, "97", before="95")

    with pytest.raises(actions.Conflict) as caught:
        actions.undo(**ONE, patch=first.row, by=published.office)
    assert (caught.value.theirs, caught.value.mine) == ("97", "92")


def test_undoing_twice_is_refused(published):
    done = revise(published.office, "95")
    actions.undo(**ONE, patch=done.row, by=published.office)

    with pytest.raises(Refused) as caught:
        actions.undo(**ONE, patch=done.row, by=published.office)
    assert caught.value.refusal.reason == "already-undone"


def test_nobody_undoes_what_they_may_not_revise(published):
    done = revise(published.office, "85", before="80", object=f"satisfaction@{OTHER_TASK}")

    with pytest.raises(Refused):
        actions.undo(**ONE, patch=done.row, by=published.owner)


# ── publishing ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_publishing_makes_the_draft_the_newest_published_revision(published):
    revise(published.office, "95")
    done = actions.publish(**ONE, note="목표 상향", by=published.office)

    newest = Revision.objects.published().last()
    assert (done.number, newest.number, newest.left_open["why"], newest.published_by) == (
        2,
        2,
        "목표 상향",
        published.office,
    )
    documents.KEPT_PLANS.clear()
    assert field_now(documents.plan_of(newest), TARGET, "target") == "95"


def test_only_the_office_publishes(published):
    revise(published.office, "95")
    for role in ("task_owner", "division_head", "auditor", "administrator", "stranger"):
        with pytest.raises(Refused):
            actions.publish(**ONE, note="시험", by=published.people[role])
    assert Revision.objects.published().count() == 1


def test_a_draft_without_a_change_is_not_published(published):
    actions.start_draft(**ONE, by=published.office)

    with pytest.raises(Refused) as caught:
        actions.publish(**ONE, note="시험", by=published.office)
    assert caught.value.refusal.reason == "nothing-changed"


def test_what_was_published_cannot_be_changed_by_any_path(published):
    for change in (
        lambda: Revision.objects.published().update(document="{}"),
        lambda: Revision.objects.published().update(stage="draft"),
        lambda: Revision.objects.published().get().save(),
        lambda: Revision.objects.published()._raw_delete("default"),
    ):
        with pytest.raises(Error, match="append-only"), transaction.atomic():
            change()


def test_without_its_guard_a_published_plan_could_be_changed_and_its_fingerprint_would_tell(published):
    from uigwe.web.verifying import changed_documents

    with connection.cursor() as cursor:
        for statement in append_only.removal(connection.vendor, "plans_revision"):
            cursor.execute(statement)
    assert list(changed_documents()) == []

    Revision.objects.published().update(document='{"format":1}')

    assert list(changed_documents()) == [f"{AGENCY}/{YEAR}/1"]


def test_a_second_draft_is_refused(published):
    actions.start_draft(**ONE, by=published.office)

    with pytest.raises(Refused) as caught:
        actions.start_draft(**ONE, by=published.office)
    assert caught.value.refusal.reason == "draft-open"


# ── exceptions ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def finding(monkeypatch) -> Finding:
    """An audit that always finds one and the same thing."""
    found = Finding("target-retreats", Type.METHOD, Level.DOUBT, TARGET, Place(code=TASK), facts={"reached": "91"})
    monkeypatch.setattr(reports, "_made", lambda key, plan, last_year: Report((found,), ("target-retreats",), ()))
    return found


def accept(
    by: object, finding: Finding, why: str = "지난해는 특별한 해였음", until: date = date(2099, 12, 31)
) -> actions.Done:
    return actions.accept_finding(**ONE, finding=finding.key, why=why, until=until, by=by)


def test_an_accepted_finding_has_a_reason_an_end_and_a_name(published, finding):
    accept(published.office, finding)

    row = AcceptedFinding.objects.get()
    assert (row.key, row.check_id, row.object, row.by, row.until) == (
        finding.key,
        "target-retreats",
        TARGET,
        published.office,
        date(2099, 12, 31),
    )
    assert AuditEntry.objects.last().reason == "지난해는 특별한 해였음"


def test_an_exception_wants_a_reason_a_future_and_a_finding(published, finding):
    asked = {"no-reason": {"why": "  "}, "in-the-past": {"until": date(2020, 1, 1)}}
    for reason, words in asked.items():
        with pytest.raises(Refused) as caught:
            accept(published.office, finding, **words)
        assert caught.value.refusal.reason == reason
    with pytest.raises(Refused):
        actions.accept_finding(**ONE, finding="nothing", why="x", until=date(2099, 1, 1), by=published.office)


def test_a_finding_is_accepted_once_and_can_be_withdrawn_and_accepted_again(published, finding):
    accept(published.office, finding)
    with pytest.raises(Refused) as caught:
        accept(published.office, finding)
    assert caught.value.refusal.reason == "already-accepted"

    actions.withdraw_acceptance(**ONE, finding=finding.key, by=published.office)
    assert not AcceptedFinding.objects.standing().exists()
    accept(published.office, finding)
    assert AcceptedFinding.objects.count() == 2


def test_nobody_who_answers_for_the_task_excuses_its_findings(published, finding):
    for role in ("task_owner", "division_head"):
        with pytest.raises(Refused):
            accept(published.people[role], finding)


def test_a_report_kept_in_the_database_is_the_report_that_was_made(published, finding):
    from uigwe.web.plans.reports import from_plain, to_plain

    report = Report((finding,), ("a", "b"), (("c", "text"),))

    assert from_plain(to_plain(report)) == report


# ── imports ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_plan_again_changes_nothing_and_says_who_brought_it(published):
    entries = AuditEntry.objects.count()
    again = actions.import_pack(pack=builders.pack(), published=True, by=published.office)

    assert (again.already, again.number, again.who) == (True, 1, published.office.name)
    assert AuditEntry.objects.count() == entries


def test_a_corrected_plan_comes_in_as_a_draft_beside_the_published_one(published):
    done = actions.import_pack(pack=builders.pack(target="93"), by=published.office)

    assert (done.number, Revision.objects.last().stage) == (2, "draft")
    assert now() == "93"
    revise(published.office, "94", before="93")
    documents.KEPT_PLANS.clear()
    assert now() == "94"


def test_an_import_beside_an_open_draft_is_refused_so_that_nobodys_edits_are_buried(published):
    revise(published.office, "95")

    with pytest.raises(Refused) as caught:
        actions.import_pack(pack=builders.pack(target="93"), by=published.office)
    assert caught.value.refusal.reason == "draft-open"


# ── the record ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_change_has_exactly_one_entry(published, finding):
    done = revise(published.office, "95")
    actions.undo(**ONE, patch=done.row, by=published.office)
    revise(published.office, "96")
    accept(published.office, finding)
    actions.withdraw_acceptance(**ONE, finding=finding.key, by=published.office)
    actions.publish(**ONE, note="시험", by=published.office)

    assert verbs() == [
        "plan imported",
        "draft started",
        "field revised",
        "revision undone",
        "field revised",
        "finding accepted",
        "acceptance withdrawn",
        "plan published",
    ]
    assert chain.verify().intact


@pytest.mark.django_db(transaction=True)
def test_when_the_record_cannot_be_written_nothing_is_changed(published, monkeypatch):
    before = state()

    def broken(*args: object, **words: object) -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr("uigwe.web.plans.actions.record", broken)
    for act in (
        lambda: revise(published.office, "95"),
        lambda: actions.start_draft(**ONE, by=published.office),
        lambda: actions.import_pack(pack=builders.pack(target="93"), by=published.office),
    ):
        with pytest.raises(DatabaseError):
            act()
    assert state() == before


def state() -> tuple[int, int, int]:
    return Revision.objects.count(), PlanPatch.objects.count(), AuditEntry.objects.count()


def test_the_migrations_say_what_the_models_say():
    call_command("makemigrations", "records", "people", "plans", check=True, dry_run=True, verbosity=0)
