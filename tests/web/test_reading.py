"""Files brought in on the site: received, read, compared, confirmed; questions answered; columns of tables remembered."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.every import on_both, on_one
from tests.files.books import book, sheet
from tests.web import builders
from tests.web.builders import AGENCY, TARGET, TASK, YEAR
from uigwe import packs
from uigwe.operations.drafting import Drafted
from uigwe.packs import Question
from uigwe.review import Role
from uigwe.web import uploads
from uigwe.web.people.refused import Refused
from uigwe.web.plans import actions as plans
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.reading import actions, work
from uigwe.web.reading.models import Answer, Columns, Intake, State
from uigwe.web.records.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]

HEAD = ("과제", "성과지표명", "단위", "2021", "2022", "2023 목표", "측정산식")
ROW = ("맑은 물", "수질 만족도", "점", 82.5, "(잠정) 84.6", 86, "설문")


@pytest.fixture(autouse=True)
def kept_here(tmp_path: Path, settings: Any) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files" / "uploads"


@pytest.fixture
def office(town: builders.Town) -> Client:
    return client_of(town.office)


def client_of(person: Any) -> Client:
    client = Client()
    client.force_login(person, backend="uigwe.web.people.signing.Passwords")
    return client


def upload(data: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def table(*rows: tuple[object, ...], name: str = "지표.xlsx") -> SimpleUploadedFile:
    return upload(book(sheet(HEAD, *(rows or (ROW,)))), name)


def zipped(plan: Any = None, **more: Any) -> SimpleUploadedFile:
    """A pack as a zip."""
    import tempfile

    file = io.BytesIO()
    with tempfile.TemporaryDirectory() as cage:
        packs.write(packs.Pack(plan or builders.plan(), **more), Path(cage) / "pack")
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(Path(cage).rglob("*")):
                if path.is_file():
                    archive.write(path, path.relative_to(cage).as_posix())
    return upload(file.getvalue(), "pack.zip")


QUESTIONS = (
    Question("milestone-no-when-1", "milestone-no-when", f"{TASK}/m1", 3, "지침 마련", "3월", ("4월", "5월")),
    Question("no-overview-1", "no-overview", "plan", 1, "", ""),
)


def read_document(town: builders.Town, monkeypatch: Any, plan: Any = None, questions: Any = QUESTIONS) -> Intake:
    """A document that gives this plan and these questions, whatever stands in the file."""
    drafted = Drafted(
        "document", plan or builders.plan(), questions, prose=3, around={questions[0].id: ((3, "지침 마련"),)}
    )
    monkeypatch.setattr(work, "_drafted", lambda row: drafted)
    row = actions.bring_in(upload=upload("글\n".encode(), "계획.txt"), agency=AGENCY, year=YEAR, by=town.office)
    work.read(row.pk)
    row.refresh_from_db()
    return row


def confirmed(town: builders.Town, monkeypatch: Any, **more: Any) -> Revision:
    row = read_document(town, monkeypatch, **more)
    newest = Revision.objects.of(AGENCY, YEAR).last()
    return actions.confirm(intake=row.pk, seen=newest.hash if newest else "", by=town.office)


# ── bringing in ──────────────────────────────────────────────────────────────────────────────────────────────────────


@on_both
def test_a_workbook_becomes_the_draft(office, town):
    sent = office.post("/import/", {"year": "2023", "file": table()})
    row = Intake.objects.get()
    assert (sent.status_code, sent["Location"]) == (302, f"/import/{row.pk}/")
    assert 'hx-trigger="load' in office.get(f"/import/{row.pk}/").content.decode()
    assert Revision.objects.count() == 0

    office.post(f"/import/{row.pk}/read/")
    page = office.get(f"/import/{row.pk}/").content.decode()
    assert 'class="empty"' in page  # there is nothing to compare with yet
    assert Revision.objects.count() == 0

    done = office.post(f"/import/{row.pk}/confirm/", {"seen": ""})
    draft = Revision.objects.get()
    assert done["Location"] == "/p/abc/2023/changes/"
    assert (draft.stage, draft.agency_id, draft.year) == ("draft", AGENCY, YEAR)
    assert [one.name for one in plan_of(draft).indicators] == ["수질 만족도"]
    row.refresh_from_db()
    assert (row.state, row.revision) == (State.CONFIRMED, draft)
    assert [entry.verb for entry in AuditEntry.objects.order_by("sequence")] == ["file received", "plan imported"]
    assert row.sha256[:16] in AuditEntry.objects.last().reason


def test_what_would_change_is_shown_before_anything_is_written(office, published):
    office.post("/import/", {"year": "2023", "file": zipped(builders.plan(target="94"))})
    row = Intake.objects.get()
    office.post(f"/import/{row.pk}/read/")

    page = office.get(f"/import/{row.pk}/").content.decode()

    assert "<del>92</del>" in page
    assert "<ins>94</ins>" in page
    assert Revision.objects.count() == 1


@on_both
def test_edits_of_the_open_draft_stay_on_top_of_the_file(office, published, town):
    plans.revise(agency=AGENCY, year=YEAR, object=f"{TASK}/m1", field="when", before="3월", value="4월", by=town.office)
    row = read_pack(town, builders.plan(target="94"))
    draft = Revision.objects.drafts().get()

    actions.confirm(intake=row.pk, seen=draft.hash, by=town.office)

    draft.refresh_from_db()
    plan = plan_of(draft)
    assert plan.task(TASK).milestones[0].when == "4월"
    assert plan.indicator("survival").printings[-1].written == "94"
    assert draft.patches.standing().count() == 1


def test_edits_of_the_open_draft_are_taken_back_when_asked(office, published, town):
    plans.revise(agency=AGENCY, year=YEAR, object=f"{TASK}/m1", field="when", before="3월", value="4월", by=town.office)
    row = read_pack(town, builders.plan(target="94"))
    draft = Revision.objects.drafts().get()

    actions.confirm(intake=row.pk, seen=draft.hash, undo=True, by=town.office)

    draft.refresh_from_db()
    assert plan_of(draft).task(TASK).milestones[0].when == "3월"
    assert draft.patches.standing().count() == 0
    assert draft.patches.count() == 1


def test_an_edit_that_no_longer_fits_is_taken_back(published, town):
    from dataclasses import replace

    plans.revise(agency=AGENCY, year=YEAR, object=f"{TASK}/m1", field="when", before="3월", value="4월", by=town.office)
    plan = builders.plan()
    [strategic] = plan.goals
    [goal] = strategic.goals
    bare = replace(goal, tasks=tuple(replace(task, milestones=()) for task in goal.tasks))
    row = read_pack(town, replace(plan, goals=(replace(strategic, goals=(bare,)),)))
    draft = Revision.objects.drafts().get()

    actions.confirm(intake=row.pk, seen=draft.hash, by=town.office)

    draft.refresh_from_db()
    assert plan_of(draft).task(TASK).milestones == ()
    assert draft.patches.standing().count() == 0


def test_a_plan_that_moved_meanwhile_is_shown_again(office, published, town):
    row = read_pack(town, builders.plan(target="94"))
    seen = Revision.objects.get().hash
    plans.revise(agency=AGENCY, year=YEAR, object=f"{TASK}/m1", field="when", before="3월", value="4월", by=town.office)

    answer = office.post(f"/import/{row.pk}/confirm/", {"seen": seen})

    assert answer.status_code == 409
    row.refresh_from_db()
    assert row.state == State.READ


@on_both
def test_a_file_is_confirmed_once(town):
    row = read_pack(town)
    actions.confirm(intake=row.pk, seen="", key="k", by=town.office)

    again = actions.confirm(intake=row.pk, seen="", key="k", by=town.office)
    assert again == Revision.objects.get()
    with pytest.raises(Refused) as caught:
        actions.confirm(intake=row.pk, seen="", by=town.office)
    assert caught.value.refusal.reason == "intake-is-over"


def test_a_table_of_which_nothing_is_taken_cannot_be_confirmed(office, town):
    row = brought(office, table(("맑은 물", "", "", "", "", "", "")))
    assert "intake_confirm" not in office.get(f"/import/{row.pk}/").content.decode()

    assert office.post(f"/import/{row.pk}/confirm/", {"seen": ""}).status_code == 409
    assert Revision.objects.count() == 0


def test_a_dropped_file_leaves_nothing(office, town, kept_here, django_capture_on_commit_callbacks):
    row = read_pack(town)
    with django_capture_on_commit_callbacks(execute=True):
        office.post(f"/import/{row.pk}/drop/")

    row.refresh_from_db()
    assert (row.state, row.found, row.stored) == (State.DROPPED, "", "")
    assert list(kept_here.iterdir()) == []
    assert AuditEntry.objects.last().verb == "file dropped"
    assert office.get(f"/import/{row.pk}/").status_code == 200


def read_pack(town: builders.Town, plan: Any = None, **more: Any) -> Intake:
    row = actions.bring_in(upload=zipped(plan, **more), agency=AGENCY, year=YEAR, by=town.office)
    work.read(row.pk)
    row.refresh_from_db()
    assert row.state == State.READ, row.problem
    return row


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"%PDF-1.7 cut", "a.pdf", "끊긴"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 64, "a.png", "그림"),
        (b"", "a.txt", ""),
        (b"PK\x03\x04 nothing", "a.xlsx", "어긋"),
    ],
)
def test_a_refused_file_is_answered_with_a_sentence(office, kept_here, data, name, said):
    answer = office.post("/import/", {"year": "2023", "file": upload(data, name)})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert said in answer.content.decode()
    assert Intake.objects.count() == 0
    assert not kept_here.exists() or list(kept_here.iterdir()) == []


@pytest.mark.parametrize("year", ["", "23", "1023", "20233", "abcd"])
def test_a_year_that_is_none_is_refused(office, year):
    assert office.post("/import/", {"year": year, "file": table()}).status_code == 422


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: upload("다른 글이다.\n".encode() * 5, "편지.txt"), "찾지 못하였습니다"),
        (lambda: upload(b"PK\x05\x06" + b"\0" * 18, "a.zip"), ""),
        (lambda: zipped(builders.plan(year=2024)), "2024"),
    ],
)
def test_a_file_that_holds_no_plan_is_refused_with_a_sentence(office, made, said):
    answer = office.post("/import/", {"year": "2023", "file": made()})
    if answer.status_code == 302:
        row = Intake.objects.get()
        office.post(f"/import/{row.pk}/read/")
        row.refresh_from_db()
        assert row.state == State.FAILED
        answer = office.get(f"/import/{row.pk}/")
    assert said in answer.content.decode()
    assert Revision.objects.count() == 0


@pytest.mark.parametrize("form", on_one("hwpx", "xlsx"))
def test_the_paper_of_a_published_plan_is_known_and_the_pack_named_instead(office, published, form):
    paper = office.get(f"/p/{AGENCY}/{YEAR}/plan.{form}").content
    office.post("/import/", {"year": "2023", "file": upload(paper, f"받은 계획.{form}")})
    row = Intake.objects.get()
    office.post(f"/import/{row.pk}/read/")
    said = office.get(f"/import/{row.pk}/", headers={"accept-language": "ko"}).content.decode()

    assert "받은 계획" in said and "의궤에서 내려받은 계획 파일" in said and "ZIP(계획 묶음)" in said
    row.refresh_from_db()
    assert (row.state, row.found) == (State.FAILED, "")


def test_a_workbook_without_the_mark_is_read_as_before(office, published):
    """The negative control: a table of people's own, whatever it holds."""
    office.post("/import/", {"year": "2023", "file": table()})
    row = Intake.objects.get()
    office.post(f"/import/{row.pk}/read/")
    row.refresh_from_db()
    assert row.state == State.READ


@on_both
def test_a_file_is_read_by_one_at_a_time(town, monkeypatch):
    row = actions.bring_in(upload=table(), agency=AGENCY, year=YEAR, by=town.office)
    begun = []

    def drafted(one: Intake) -> Drafted:
        begun.append(one.pk)
        work.read(row.pk)  # a second press of the button while the first is at work
        return Drafted("document", builders.plan())

    monkeypatch.setattr(work, "_drafted", drafted)
    work.read(row.pk)

    assert begun == [row.pk]


def test_a_reading_that_was_lost_can_be_begun_again(town):
    from django.utils import timezone

    row = actions.bring_in(upload=table(), agency=AGENCY, year=YEAR, by=town.office)
    Intake.objects.update(state=State.READING, started=timezone.now() - work.LOST_AFTER * 2)

    work.read(row.pk)

    row.refresh_from_db()
    assert row.state == State.READ


def test_progress_is_told_while_it_is_read(office, town):
    row = actions.bring_in(upload=table(), agency=AGENCY, year=YEAR, by=town.office)
    uploads.telling(row.stored)(12, 200)

    assert 'value="12"' in office.get(f"/import/{row.pk}/progress/").content.decode()


def test_a_closed_or_fixed_year_takes_no_file(town):
    from uigwe.review import YearStage
    from uigwe.web.plans.models import YearBook

    row = read_pack(town)
    book = YearBook.objects.create(agency=town.agency, year=YEAR, stage=YearStage.FIXED, by=town.office)
    for stage in (YearStage.FIXED, YearStage.CLOSED):
        YearBook.objects.filter(pk=book.pk).update(stage=stage)
        with pytest.raises(Refused) as caught:
            actions.confirm(intake=row.pk, seen="", by=town.office)
        assert caught.value.refusal.reason == f"year-{stage}"
    assert Revision.objects.count() == 0


# ── who may ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.PUBLIC, Role.PERFORMANCE_OFFICE)])
def test_only_the_office_brings_files_in(town, role):
    with pytest.raises(Refused) as caught:
        actions.bring_in(upload=table(), agency=AGENCY, year=YEAR, by=town.people[role])
    assert caught.value.refusal.reason == "not-your-role"
    assert Intake.objects.count() == 0


def test_the_office_of_another_agency_sees_nothing_of_a_file(town):
    row = read_pack(town)
    stranger = client_of(town.people["stranger"])

    for way in ("", "progress/", "columns/", "layout.yaml"):
        assert stranger.get(f"/import/{row.pk}/{way}").status_code == 404
    for way in ("read/", "confirm/", "drop/", "columns/"):
        assert stranger.post(f"/import/{row.pk}/{way}").status_code == 404
    assert stranger.get(f"/import/{row.pk + 1}/").status_code == 404
    with pytest.raises(Refused):
        actions.bring_in(upload=table(), agency=AGENCY, year=YEAR, by=town.people["stranger"])
    with pytest.raises(Refused):
        actions.confirm(intake=row.pk, seen="", by=town.people["stranger"])
    with pytest.raises(Refused):
        actions.answer(agency=AGENCY, year=YEAR, answers={"x": "="}, by=town.people["stranger"])


# ── columns ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def brought(office: Client, file: Any) -> Intake:
    office.post("/import/", {"year": "2023", "file": file})
    row = Intake.objects.order_by("id").last()
    office.post(f"/import/{row.pk}/read/")
    row.refresh_from_db()
    return row


def chosen(**meanings: str) -> dict[str, str]:
    return {f"column-{HEAD.index(words)}": meaning for words, meaning in meanings.items()}


def test_the_meaning_of_a_column_can_be_changed_and_is_remembered(office):
    row = brought(office, table())
    page = office.get(f"/import/{row.pk}/columns/").content.decode()
    assert all(words in page for words in (*HEAD, "수질 만족도"))

    sent = office.post(
        f"/import/{row.pk}/columns/",
        {"column-1": "name", "column-2": "unit", "column-3": "past:2020", "column-5": "target", "column-6": "source"},
    )
    assert sent.status_code == 302
    office.post(f"/import/{row.pk}/read/")
    row.refresh_from_db()
    [one] = packs.from_plain(json.loads(row.found)["plan"]).indicators
    assert one.uses[0].source == "설문"
    assert [(cell.year, cell.written) for cell in one.printings] == [(2020, "82.5"), (2023, "86")]

    other = brought(office, table(("맑은 물", "다른 지표", "점", 1, 2, 3, "집계"), name="다른 해.xlsx"))
    [one] = packs.from_plain(json.loads(other.found)["plan"]).indicators
    assert one.uses[0].source == "집계"
    assert Columns.objects.count() == 1
    assert "columns mapped" in AuditEntry.objects.values_list("verb", flat=True)


def test_the_layout_file_reads_the_same_on_the_command_line(office, tmp_path):
    from uigwe.cli import main

    row = brought(office, table())
    (tmp_path / "layout.yaml").write_bytes(office.get(f"/import/{row.pk}/layout.yaml").content)
    (tmp_path / "a.xlsx").write_bytes(book(sheet(HEAD, ROW)))
    words = ["import", str(tmp_path / "a.xlsx"), "--agency", AGENCY, "--year", "2023", "--out", str(tmp_path / "pack")]

    assert main([*words, "--layout", str(tmp_path / "layout.yaml")]) == 0
    assert packs.read(tmp_path / "pack").plan.indicators == packs.from_plain(json.loads(row.found)["plan"]).indicators


@pytest.mark.parametrize(
    "sent",
    [{}, {"column-0": "name", "column-1": "name"}, {"column-1": "name", "column-2": "past:1900"}, {"column-1": "id"}],
)
def test_a_form_that_is_no_layout_is_said(office, sent):
    row = brought(office, table())

    answer = office.post(f"/import/{row.pk}/columns/", sent)

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert Columns.objects.count() == 0


def test_words_of_directions_are_told(office):
    row = brought(office, table((*ROW[:6], "설문")))
    office.post(
        f"/import/{row.pk}/columns/",
        {"column-1": "name", "column-5": "target", "column-6": "direction", "up": "상향", "down": "설문, 하향"},
    )
    office.post(f"/import/{row.pk}/read/")
    row.refresh_from_db()

    [one] = packs.from_plain(json.loads(row.found)["plan"]).indicators
    assert one.direction == "down"


def test_another_sheet_is_looked_at(office):
    def fill(made: Any) -> None:
        sheet(HEAD, ROW, name="지표")(made)
        sheet(HEAD, ("맑은 물", "옛 지표", "점", 1, 2, 3, "식"), name="작년")(made)

    row = brought(office, upload(book(fill), "두 시트.xlsx"))
    page = office.get(f"/import/{row.pk}/").content.decode()
    assert "작년" in page  # what was not read is said

    office.post(f"/import/{row.pk}/columns/", {"act": "look", "sheet": "작년", "head": ""})
    office.post(f"/import/{row.pk}/read/")
    row.refresh_from_db()
    assert [one.name for one in packs.from_plain(json.loads(row.found)["plan"]).indicators] == ["옛 지표"]


# ── questions ────────────────────────────────────────────────────────────────────────────────────────────────────────


@on_both
def test_an_answer_goes_into_the_draft_at_once(office, town, monkeypatch):
    draft = confirmed(town, monkeypatch)
    page = office.get("/p/abc/2023/questions/").content.decode()
    assert '<progress max="2" value="0"' in page
    assert "지침 마련" in page

    sent = office.post(
        "/p/abc/2023/questions/", {"question": "milestone-no-when-1", "choice": "2", "next": "no-overview-1"}
    )

    assert sent.status_code == 302
    assert "q=no-overview-1" in sent["Location"]
    draft.refresh_from_db()
    assert plan_of(draft).task(TASK).milestones[0].when == "5월"
    [row] = Answer.objects.all()
    assert (row.question, row.answer) == ("milestone-no-when-1", "5월")
    entry = AuditEntry.objects.last()
    assert (entry.verb, json.loads(entry.after)["milestone-no-when-1"]) == ("question answered", "5월")


def test_an_answer_can_be_changed_and_taken_back(town, monkeypatch):
    draft = confirmed(town, monkeypatch)
    first = draft.hash
    for told, when in (("6월", "6월"), ("=", "3월"), ("1", "4월"), ("", "3월")):
        actions.answer(agency=AGENCY, year=YEAR, answers={"milestone-no-when-1": told}, by=town.office)
        draft.refresh_from_db()
        assert plan_of(draft).task(TASK).milestones[0].when == when
    assert Answer.objects.count() == 0
    assert draft.hash == first


def test_an_answer_holds_for_a_corrected_document(office, town, monkeypatch):
    confirmed(town, monkeypatch)
    actions.answer(agency=AGENCY, year=YEAR, answers={"milestone-no-when-1": "5월"}, by=town.office)

    draft = confirmed(town, monkeypatch, plan=builders.plan(target="95"))

    plan = plan_of(draft)
    assert plan.task(TASK).milestones[0].when == "5월"
    assert plan.indicator("survival").printings[-1].written == "95"
    assert Revision.objects.count() == 1


def test_an_answer_without_the_right_form_is_not_kept(office, town, monkeypatch):
    values = Question("indicator-values-1", "indicator-values", TARGET, 4, "92", "2023: 92", ("2023: 93",))
    draft = confirmed(town, monkeypatch, questions=(values,))
    before = draft.hash

    answer = office.post("/p/abc/2023/questions/", {"question": values.id, "own": "구십이"})

    assert answer.status_code == 422
    assert "구십이" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.hash == before
    assert (Answer.objects.count(), AuditEntry.objects.filter(verb="question answered").count()) == (0, 0)


def test_edits_of_people_stay_on_top_of_answers(town, monkeypatch):
    draft = confirmed(town, monkeypatch)
    plans.revise(agency=AGENCY, year=YEAR, object=TARGET, field="target", before="92", value="96", by=town.office)

    actions.answer(agency=AGENCY, year=YEAR, answers={"milestone-no-when-1": "2"}, by=town.office)

    draft.refresh_from_db()
    plan = plan_of(draft)
    assert plan.indicator("survival").printings[-1].written == "96"
    assert plan.task(TASK).milestones[0].when == "5월"


def test_answers_travel_as_the_file_of_the_command_line(office, town, monkeypatch):
    confirmed(town, monkeypatch)
    actions.answer(agency=AGENCY, year=YEAR, answers={"milestone-no-when-1": "2"}, by=town.office)
    file = office.get("/p/abc/2023/questions/answers.yaml")
    told = yaml.safe_load(file.content)
    assert [one.get("answer", "") for one in told] == ["5월", ""]

    told[0]["answer"], told[1]["answer"] = "4월", "="
    told.append({**told[1], "id": "of-another-document"})
    answer = office.post(
        "/p/abc/2023/questions/answers/", {"file": upload(yaml.safe_dump(told, allow_unicode=True).encode(), "q.yaml")}
    )

    assert answer.status_code == 200
    assert dict(Answer.objects.values_list("question", "answer")) == {
        "milestone-no-when-1": "4월",
        "no-overview-1": "=",
    }
    assert plan_of(Revision.objects.get()).task(TASK).milestones[0].when == "4월"


@pytest.mark.parametrize(
    "text", ["", "{", "a: 1", "- 1", "- {id: x}", "&a [*a]", "- id: milestone-no-when-1\n  kind: [1]"]
)
def test_a_file_that_holds_no_answers_is_refused_with_a_sentence(office, town, monkeypatch, text):
    confirmed(town, monkeypatch)

    answer = office.post("/p/abc/2023/questions/answers/", {"file": upload(text.encode(), "q.yaml")})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert Answer.objects.count() == 0


def test_questions_of_a_published_plan_are_only_read(office, town, monkeypatch):
    confirmed(town, monkeypatch)
    plans.publish(agency=AGENCY, year=YEAR, note="시험", by=town.office)

    assert office.get("/p/abc/2023/questions/").status_code == 200
    assert office.post("/p/abc/2023/questions/", {"question": "no-overview-1", "choice": "="}).status_code == 409


def test_a_plan_without_a_document_has_no_questions(office, published):
    assert office.get("/p/abc/2023/questions/").status_code == 200
    assert office.get("/p/abc/2023/questions/answers.yaml").status_code == 200


def test_the_draft_says_how_many_questions_are_left(office, town, monkeypatch):
    confirmed(town, monkeypatch)
    assert "/p/abc/2023/questions/" in office.get("/p/abc/2023/").content.decode()

    for one in QUESTIONS:
        actions.answer(agency=AGENCY, year=YEAR, answers={one.id: "="}, by=town.office)
    assert "/p/abc/2023/questions/" not in office.get("/p/abc/2023/").content.decode()


def test_a_pack_brings_its_questions_and_exceptions(office, town):
    row = read_pack(town, questions=QUESTIONS)
    actions.confirm(intake=row.pk, seen="", by=town.office)

    actions.answer(agency=AGENCY, year=YEAR, answers={"milestone-no-when-1": "2"}, by=town.office)

    assert plan_of(Revision.objects.get()).task(TASK).milestones[0].when == "5월"


@on_both
def test_people_who_answer_at_once_lose_nothing(town, monkeypatch):
    """The second waits for the first: both answers are in."""
    confirmed(town, monkeypatch)
    actions.answer(agency=AGENCY, year=YEAR, answers={"milestone-no-when-1": "2"}, by=town.office)
    actions.answer(agency=AGENCY, year=YEAR, answers={"no-overview-1": "="}, by=town.office)

    assert Answer.objects.count() == 2
    assert plan_of(Revision.objects.get()).task(TASK).milestones[0].when == "5월"
