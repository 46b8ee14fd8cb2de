"""Pages of approval, amendments and results: in both languages, with few queries; what they take in and give out."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.utils import CaptureQueriesContext

from tests.every import on_both, on_one
from tests.reports.reading import lines as lines_of
from tests.web import builders
from tests.web.builders import AGENCY, TARGET, TASK, YEAR
from tests.web.pages.test_pages import MOST_QUERIES, client, ministry, read  # noqa: F401 - a fixture
from tests.web.standing import stands
from uigwe.plan import field_now
from uigwe.review import Role, Verb
from uigwe.web.approving import actions, amending
from uigwe.web.approving.amending import Wanted
from uigwe.web.approving.models import Amendment, Approval, KeptFile
from uigwe.web.people.models import Responsibility
from uigwe.web.plans import actions as plans
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import PlanPatch, Revision, YearBook
from uigwe.web.results import actions as results
from uigwe.web.results import following
from uigwe.web.results.actions import Typed
from uigwe.web.results.models import Followed, MilestoneReport, PaperStatement, Result, Spending
from uigwe.web.uploads import path_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
ONE = {"agency": AGENCY, "year": YEAR}
BASE = f"/p/{AGENCY}/{YEAR}/"
PROOF = "기안문: 시행계획을 붙임과 같이 확정합니다.\n".encode()


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@stands
def fixed(published: builders.Town) -> builders.Town:
    """A fixed year with an amendment in force, a result, a report and an opinion."""
    office = published.office
    actions.open_year(**ONE, calendar=None, by=office)
    for step in actions.steps_of(YearBook.objects.get()):
        hash = actions.subject_of(YearBook.objects.get()).hash
        actions.sign(**ONE, step=step.code, hash=hash, document_number="가-1", day=date(2023, 4, 3), by=office)
    actions.fix(**ONE, by=office)
    amending.request(
        **ONE, kind="target", title="조정", reason="추경", items=[Wanted(TARGET, "target", "90", "감소")], by=office
    )
    for verb in (Verb.REVIEW_AMENDMENT, Verb.DELIBERATE_AMENDMENT, Verb.APPROVE_AMENDMENT):
        amending.move(**ONE, number=1, verb=verb, document_number="가-2", by=office)
    amending.open_draft(**ONE, number=1, by=office)
    plans.publish(**ONE, note="시험", by=office)
    results.enter(**ONE, typed=Typed("survival", TASK, "2023-Q1", value="81"), by=published.owner)
    results.report_milestone(**ONE, code=TASK, row=1, state="done", by=published.owner)
    following.add_item(**ONE, kind="opinion", code=TASK, source="간담회", day=date(2023, 3, 2), text="서류", by=office)
    return published


PAGES = (
    "approval/", "amendments/", "amendments/1/", "amendments/new/?code=1-1-1", "responsibilities/?code=1-1-1", "results/",
    "results/?state=entered", "results/survival/1-1-1/", "results/tasks/1-1-1/", "results/papers/", "results/counting/",
    "results/reconciliation/", "results/followed/", "results/followed/1/", "changes/", "1-1-1/", "indicator/survival/",
)  # fmt: skip


@on_both
@pytest.mark.parametrize("language", ["ko", pytest.param("en", marks=[pytest.mark.once, pytest.mark.slow])])
def test_every_page_opens_with_few_queries(fixed, language):
    from django.db import connection

    browser = client(language, fixed.office)
    for page in PAGES:
        read(browser, BASE + page)
        with CaptureQueriesContext(
            connection,
        ) as caught:
            read(browser, BASE + page)
        assert len(caught) <= MOST_QUERIES, f"{page}: {len(caught)}"


@on_both
def test_the_whole_plan_that_ships_has_results_with_few_queries(ministry):  # noqa: F811
    from django.db import connection

    browser = client("ko", ministry.office)
    for page in ("results/", "results/tasks/1-1-1/", "approval/", "responsibilities/"):
        with CaptureQueriesContext(connection) as caught:
            read(browser, BASE + page)
        assert len(caught) <= MOST_QUERIES, f"{page}: {len(caught)}"


def test_original_and_amended_stand_side_by_side(fixed):
    browser = client("ko", fixed.office)
    for page in ("indicator/survival/", "1-1-1/", "results/", "amendments/1/"):
        text = read(browser, BASE + page)
        assert "90" in text and "92" in text and "당초" in text, page


def test_the_public_sees_what_is_in_force_and_nothing_on_its_way(fixed):
    amending.request(
        **ONE,
        kind="other",
        title="아직 비밀",
        reason="까닭",
        items=[Wanted(TARGET, "source", "새 출처", "까닭")],
        by=fixed.office,
    )
    assert "아직 비밀" in read(client("ko", fixed.office), BASE + "amendments/")
    assert "아직 비밀" not in read(client(), BASE + "amendments/")
    assert client().get(BASE + "amendments/2/").status_code == 404
    assert client().get(BASE + "amendments/1/").status_code == 200


@on_both
def test_no_form_of_the_site_writes_to_a_fixed_plan(fixed):
    """Every field × the form of a field, by whoever might: refused with a page that says why."""
    before = PlanPatch.objects.count()
    for who in (fixed.office, fixed.owner, fixed.people[Role.DIVISION_HEAD]):
        browser = client("ko", who)
        for field, value in (("target", "1"), ("reason", "x"), ("formula", "x"), ("name", "x"), ("source", "x")):
            now = {"target": "90", "reason": "", "formula": "식", "name": "survival 지표", "source": "출처"}[field]
            sent = {"object": TARGET, "field": field, "before": now, "value": value}
            answer = browser.post(BASE + "revise/", sent)
            assert answer.status_code == 403 and "확정" in answer.content.decode(), (who, field, answer.status_code)
        for page in ("changes/start/",):
            assert browser.post(BASE + page).status_code in (302, 403)
    assert PlanPatch.objects.count() == before
    assert field_now(plans_now(), TARGET, "target") == "90"


def plans_now():
    from uigwe.web.plans.documents import plan_of
    from uigwe.web.plans.models import Revision

    return plan_of(Revision.objects.of(AGENCY, YEAR).last())


def test_a_step_is_signed_with_its_file_and_the_file_comes_back(published):
    browser = client("ko", published.office)
    assert browser.post(BASE + "approval/open/").status_code == 302
    hash = actions.subject_of(YearBook.objects.get()).hash
    sent = {"step": "division_head", "hash": hash, "document_number": "성과-1", "day": "2023-04-03"}
    browser.post(BASE + "approval/sign/", {**sent, "file": io_file("결재.txt", PROOF)})

    row = Approval.objects.get()
    assert (row.document_number, row.file.name) == ("성과-1", "결재.txt")
    answer = browser.get(f"{BASE}kept/{row.file.pk}/")
    assert b"".join(answer.streaming_content) == PROOF
    assert "attachment" in answer["Content-Disposition"]
    assert client("ko", published.people["stranger"]).get(f"{BASE}kept/{row.file.pk}/").status_code == 404


def io_file(name: str, data: bytes) -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name
    return file


def test_a_refused_signature_leaves_no_file(published, tmp_path):
    browser = client("ko", published.office)
    browser.post(BASE + "approval/open/")
    sent = {"step": "committee", "hash": "0", "document_number": "x", "day": "2023-04-03"}
    browser.post(BASE + "approval/sign/", {**sent, "file": io_file("결재.txt", PROOF)})
    program = {**sent, "file": io_file("결재.txt", b"MZ\x00\x00" + b"\x00" * 100)}
    browser.post(BASE + "approval/sign/", program)

    assert (Approval.objects.count(), KeptFile.objects.count()) == (0, 0)
    assert list((tmp_path / "uploads").iterdir()) == []


def test_an_amendment_is_asked_for_and_carried_on_by_forms(fixed):
    browser = client("ko", fixed.office)
    text = read(browser, BASE + "amendments/new/?code=1-1-1")
    assert 'name="proposed-' in text
    sent = {
        "code": "1-1-1",
        "title": "둘째",
        "kind": "other",
        "reason": "까닭",
        "new-text": "새 일정",
        "new-when": "9월",
        "new-quarter": "3",
    }
    browser.post(BASE + "amendments/new/", sent)
    row = Amendment.objects.get(number=2)
    assert row.items.get().field == "row"
    for step in ("review", "deliberate", "approve"):
        browser.post(BASE + "amendments/2/move/", {"step": step, "document_number": "가-3", "day": "2023-05-02"})
    browser.post(BASE + "amendments/2/open/")
    row.refresh_from_db()
    assert (row.stage, row.result.stage) == ("approved", "draft")
    assert [one.text for one in plans_now().task(TASK).milestones] == ["지침 마련", "새 일정"]


def test_a_new_national_agenda_is_asked_for_on_one_page_and_stands_beside_the_original(fixed):
    browser = client("ko", fixed.office)
    page = read(browser, BASE + "amendments/new/?code=agenda")
    assert "국정과제 연계(모든 과제)" in page and 'name="proposed-1"' in page
    told = {"code": "agenda", "kind": "agenda", "title": "국정과제 재편", "reason": "새 목록", "key": "agenda"}
    browser.post(
        BASE + "amendments/new/", {**told, "proposed-0": "국정 120-1 새 과제\r\n국정 120-2 또 하나", "proposed-1": ""}
    )
    row = Amendment.objects.get(title="국정과제 재편")
    assert [(one.object, one.proposed) for one in row.items.all()] == [
        (f"{TASK}/agenda", "국정 120-1 새 과제\n국정 120-2 또 하나")
    ]
    for verb in (Verb.REVIEW_AMENDMENT, Verb.DELIBERATE_AMENDMENT, Verb.APPROVE_AMENDMENT):
        amending.move(**ONE, number=row.number, verb=verb, document_number="가-3", by=fixed.office)
    amending.open_draft(**ONE, number=row.number, by=fixed.office)
    plans.publish(**ONE, note="시험", by=fixed.office)
    text = read(browser, BASE + "1-1-1/")
    assert "또 하나" in text and "당초" in text
    assert "국정 120-2" in read(client(), BASE + f"amendments/{row.number}/")


def test_a_list_that_is_emptied_takes_all_links_away(fixed):
    browser, told = client("ko", fixed.office), {"code": "agenda", "kind": "agenda", "reason": "재편"}
    new = BASE + "amendments/new/"
    browser.post(new, {**told, "title": "하나", "proposed-0": "국정 120-1 새 과제", "key": "a"})
    _in_force(fixed, "하나")
    assert field_now(plan_of(Revision.objects.published().last()), f"{TASK}/agenda", "links") == "국정 120-1 새 과제"

    browser.post(new, {**told, "title": "셋", "proposed-0": "", "proposed-1": "", "key": "c"})
    row = Amendment.objects.get(title="셋")
    assert [(one.object, one.proposed) for one in row.items.all()] == [(f"{TASK}/agenda", "-")]
    assert "연계 없음" in read(browser, BASE + f"amendments/{row.number}/")
    _in_force(fixed, "셋")
    assert field_now(plan_of(Revision.objects.published().last()), f"{TASK}/agenda", "links") == ""
    assert "연계 없음" in read(client(), BASE + f"amendments/{row.number}/")


def _in_force(town, title):
    number = Amendment.objects.get(title=title).number
    for verb in (Verb.REVIEW_AMENDMENT, Verb.DELIBERATE_AMENDMENT, Verb.APPROVE_AMENDMENT):
        amending.move(**ONE, number=number, verb=verb, document_number="가-3", by=town.office)
    amending.open_draft(**ONE, number=number, by=town.office)
    plans.publish(**ONE, note="시험", by=town.office)


def test_a_new_milestone_is_shown_in_words_wherever_an_edit_is(fixed):
    browser = client("ko", fixed.office)
    told = {"code": "1-1-1", "kind": "other", "title": "일정 추가", "reason": "후속 조치", "key": "m"}
    browser.post(BASE + "amendments/new/", {**told, "new-text": "성과 점검", "new-when": "11월", "new-quarter": "0"})
    row = Amendment.objects.get(title="일정 추가")
    assert "성과 점검 · 11월 · 연중(분기 없음)" in read(browser, BASE + f"amendments/{row.number}/")
    for verb in (Verb.REVIEW_AMENDMENT, Verb.DELIBERATE_AMENDMENT, Verb.APPROVE_AMENDMENT):
        amending.move(**ONE, number=row.number, verb=verb, document_number="가-3", by=fixed.office)
    amending.open_draft(**ONE, number=row.number, by=fixed.office)

    changes = read(browser, BASE + "changes/")
    assert "성과 점검 · 11월 · 연중(분기 없음)" in changes
    assert "&quot;quarter&quot;" not in changes


def test_evidence_comes_with_the_result_or_neither_does(fixed):
    page, owner = BASE + "results/survival/1-1-1/", client("ko", fixed.owner)
    sent = {"period": f"{YEAR}-Q3", "value": "40", "finality": "provisional", "seen": "0", "key": "e"}
    wrong = SimpleUploadedFile("실적.exe", b"MZ\x90\x00" * 20)
    assert owner.post(page, {**sent, "file": wrong}).status_code == 200
    rows = Result.objects.filter(period=f"{YEAR}-Q3")
    assert not rows.exists(), "a file that is not taken in leaves no result behind"

    for _ in range(2):  # sent twice by an impatient finger
        owner.post(page, {**sent, "file": SimpleUploadedFile("실적.txt", PROOF)})
    [row] = rows
    [file] = KeptFile.objects.filter(about=f"result/{row.pk}")
    assert (row.value, file.name) == ("40", "실적.txt")
    assert path_of(file.stored).is_file()


def test_a_line_that_is_no_link_is_told_and_what_was_typed_stays(fixed):
    told = {
        "code": "agenda",
        "kind": "agenda",
        "title": "재편",
        "reason": "새 목록",
        "proposed-0": "번호 없는 줄",
        "key": "x",
    }
    page = client("ko", fixed.office).post(BASE + "amendments/new/", told).content.decode()
    assert "한 줄에 하나씩 알아볼 수 없습니다" in page and "번호 없는 줄" in page


def test_a_task_is_passed_on_by_forms(fixed):
    browser = client("ko", fixed.office)
    sent = {"code": TASK, "division": "two", "owner": "", "day": "2023-05-01", "why": "직제 개편"}
    browser.post(BASE + "responsibilities/transfer/", sent)
    assert Responsibility.objects.get(code=TASK).division == fixed.other_division
    browser.post(
        BASE + "responsibilities/hand-over/",
        {"code": TASK, "owner": "division_head", "day": "2023-05-02", "why": "전보"},
    )
    assert Responsibility.objects.get(code=TASK).owner == fixed.people[Role.DIVISION_HEAD]
    assert "직제 개편" in read(browser, BASE + "responsibilities/")


# ── results ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_result_is_entered_judged_and_proved_by_forms(fixed):
    owner, head = client("ko", fixed.owner), client("ko", fixed.people[Role.DIVISION_HEAD])
    page = BASE + "results/survival/1-1-1/"
    answer = owner.post(page, {"period": "2023-Q2", "value": "많음", "seen": "0"})
    assert answer.status_code == 422 and "많음" in answer.content.decode()  # nothing typed is lost
    ways = {"of-survival": "point", "of-satisfaction": "year-to-date"}
    assert client("ko", fixed.office).post(BASE + "results/counting/", ways).status_code == 302
    owner.post(page, {"period": "2023-Q2", "value": "0.85", "seen": "0", "finality": "final"})
    row = Result.objects.get(period="2023-Q2")
    assert "100배" in read(owner, page)
    owner.post(
        BASE + "results/tasks/1-1-1/evidence/", {"about": f"result/{row.pk}", "file": io_file("증빙.txt", PROOF)}
    )
    assert "증빙.txt" in read(owner, page)
    assert path_of(KeptFile.objects.get().stored).is_file()
    assert 'value="confirm"' not in read(owner, page) and 'value="confirm"' in read(head, page)
    head.post(f"{BASE}results/judge/{row.pk}/", {"verb": "confirm"})
    assert Result.objects.get(pk=row.pk).stage == "confirmed"


def test_milestones_money_papers_and_opinions_by_forms(fixed):
    office = client("ko", fixed.office)
    office.post(BASE + "results/tasks/1-1-1/milestone/", {"row": "1", "state": "late", "words": "협의 지연"})
    assert MilestoneReport.objects.last().state == "late"
    office.post(
        BASE + "results/reconciliation/",
        {"indicator": "survival", "paper": "fiscal", "name": "survival 지표", "target": "92"},
    )
    assert PaperStatement.objects.get().target == "92"
    assert "<mark>92</mark>" in read(office, BASE + "results/reconciliation/")
    office.post(BASE + "results/followed/1/", {"state": "taken-up", "decided": "줄임"})
    assert Followed.objects.get().state == "taken-up"
    office.post(BASE + "results/tasks/1-1-1/delegate/", {"person": "agency_staff"})
    assert client("ko", fixed.people[Role.AGENCY_STAFF]).post(
        BASE + "results/survival/1-1-1/", {"period": "2023-Q3", "value": "88", "seen": "0"}
    ).status_code == 302  # fmt: skip


def filled(browser: object, kind: str, query: str, change: object) -> io.BytesIO:
    """The table that the site gives out, filled in by somebody in a spreadsheet."""
    book = openpyxl.load_workbook(io.BytesIO(browser.get(f"{BASE}results/table/{kind}.xlsx{query}").content))
    sheet = book.worksheets[-1]
    change(sheet)
    out = io.BytesIO()
    book.save(out)
    return io_file("채움.xlsx", out.getvalue())


def test_a_table_of_results_comes_back_filled_in(fixed):
    office = client("ko", fixed.office)

    def fill(sheet):
        titles = {cell.value: cell.column for cell in sheet[1]}
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, titles["값"]).value = (
                84.5 if "survival" in sheet.cell(row, titles["식별자"]).value else "많음"
            )
            sheet.cell(row, titles["출처"]).value = "표"

    answer = office.post(
        BASE + "results/take/",
        {"kind": "results", "file": filled(office, "results", "?period=2023-Q2", fill)},
        follow=True,
    )

    assert Result.objects.get(period="2023-Q2").value == "84.5"
    text = answer.content.decode()
    assert "1줄을 받았습니다" in text and "satisfaction 지표" in text  # and the other row says why not


def test_periods_are_told_in_words_wherever_results_are_shown(fixed):
    for language, word in (("ko", "2023년 1분기"), ("en", "Q1 2023")):
        office = client(language, fixed.office)
        for page in ("results/", "results/survival/1-1-1/?period=2023-Q1"):
            text = read(office, BASE + page)
            assert word in text
            assert "2023-Q1" not in text.replace('value="2023-Q1"', "").replace("period=2023-Q1", "")
        book = openpyxl.load_workbook(io.BytesIO(office.get(f"{BASE}results/papers/central.xlsx").content))
        assert word in {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize("said", ["2023-Q2", "2023년 2분기", "Q2 2023", "2023년2분기"])
def test_a_period_in_a_table_is_understood_as_it_is_written(fixed, said):
    def fill(sheet):
        titles = {cell.value: cell.column for cell in sheet[1]}
        assert sheet.cell(2, titles["기간"]).value == "2023년 1분기"
        for row in range(2, sheet.max_row + 1):
            if "survival" in sheet.cell(row, titles["식별자"]).value:
                sheet.cell(row, titles["기간"]).value = said
                sheet.cell(row, titles["값"]).value = 84.5

    office = client("ko", fixed.office)
    office.post(BASE + "results/take/", {"kind": "results", "file": filled(office, "results", "?period=2023-Q1", fill)})

    assert Result.objects.get(period="2023-Q2").value == "84.5"


def test_a_table_of_money_comes_back_filled_in(ministry):  # noqa: F811
    office = client("ko", ministry.office)

    def fill(sheet):
        titles = {cell.value: cell.column for cell in sheet[1]}
        sheet.insert_rows(2)  # people leave empty rows
        sheet.cell(3, titles["월"]).value = 3
        sheet.cell(3, titles["누적 집행액(원)"]).value = 1_000_000

    answer = office.post(
        BASE + "results/take/", {"kind": "spending", "file": filled(office, "spending", "", fill)}, follow=True
    )
    assert "1줄을 받았습니다" in answer.content.decode(), [str(one) for one in answer.context["messages"]]
    row = Spending.objects.get()
    assert (row.month, row.amount) == (3, 1_000_000)


def test_a_table_of_something_else_is_told(fixed):
    office = client("ko", fixed.office)
    book = openpyxl.Workbook()
    book.active["A1"] = "다른 표"
    out = io.BytesIO()
    book.save(out)
    answer = office.post(
        BASE + "results/take/", {"kind": "papers", "file": io_file("x.xlsx", out.getvalue())}, follow=True
    )
    assert "열 이름" in answer.content.decode()
    answer = office.post(
        BASE + "results/take/", {"kind": "results", "file": io_file("x.xlsx", b"not a workbook")}, follow=True
    )
    assert "is-error" in answer.content.decode()
    assert PaperStatement.objects.count() == 0


@pytest.mark.parametrize("paper", ["progress", "report", "self-evaluation", "central", "reconciliation", "followed"])
def test_every_paper_is_made_in_both_forms(fixed, paper):
    office = client("ko", fixed.office)
    for form in ("hwpx", "xlsx"):
        answer = office.get(f"{BASE}results/papers/{paper}.{form}")
        assert answer.status_code == 200
        assert answer.content[:2] == b"PK"
    assert office.get(f"{BASE}results/papers/{paper}.pdf").status_code == 404


def test_an_answer_to_the_assembly_names_each_source(fixed):
    office = client("ko", fixed.office)
    answer = office.get(BASE + "results/papers/assembly.hwpx?indicators=survival&years=2022&years=2023")
    text = "\n".join(lines_of(answer.content))
    assert (
        "survival 지표" in text
        and "2023년 1분기" in text
        and "2023-Q1" not in text
        and "2023년 계획" in text
        and "satisfaction" not in text
    )


def test_the_attachment_names_the_seal_and_the_end_of_the_record(fixed):
    from uigwe.web.plans.models import Revision
    from uigwe.web.records import chain

    answer = client("ko", fixed.office).get(BASE + "approval/attachment.hwpx")
    text = "\n".join(lines_of(answer.content))
    assert Revision.objects.first().hash in text
    assert chain.head().hash in text


def test_what_was_approved_is_the_revision_that_was_fixed_whatever_came_after(fixed):
    from uigwe.web.plans.models import Revision

    first, last = Revision.objects.order_by("number")
    page = read(client("ko", fixed.office), BASE + "approval/")
    assert (
        page.index("결재되어 확정된 계획") < page.index(first.hash) < page.index("현재 시행 중") < page.index(last.hash)
    )
    assert "제1판이 확정되었습니다" in page and "변경 1건을 반영한 제2판이 시행 중" in page
    assert "제1판이 확정되었습니다" in read(client("ko", fixed.office), BASE + "changes/")

    paper = client("ko", fixed.office).get(BASE + "approval/attachment.hwpx")
    text = "\n".join(lines_of(paper.content))
    assert "-r1.hwpx" in paper["Content-Disposition"]
    assert first.hash in text and last.hash not in text and "제2판(변경 1)" in text


def test_while_it_is_prepared_the_draft_is_what_is_approved(published):
    from uigwe.web.plans.models import Revision

    actions.open_year(**ONE, calendar=None, by=published.office)
    plans.revise(**ONE, object=TARGET, field="target", before="92", value="95", by=published.office)
    page = read(client("ko", published.office), BASE + "approval/")
    assert Revision.objects.drafts().get().hash in page and "현재 시행 중" not in page


@pytest.mark.parametrize("language", on_one("ko", "en"))
@pytest.mark.parametrize("kind", ["results", "spending", "papers"])
def test_no_two_columns_of_a_table_have_one_name(kind, language):
    from django.utils import translation

    from uigwe.web.results.tables import _titles

    with translation.override(language):
        assert len(set(_titles(kind))) == len(_titles(kind))


def test_my_page_says_what_waits_for_whom(fixed):
    def waits(who: object) -> str:
        return read(client("ko", who), "/me/")

    head = fixed.people[Role.DIVISION_HEAD]
    assert "확인할 실적" in waits(head)
    assert "확인할 실적" not in waits(fixed.owner)  # who entered it
    row = Result.objects.get()
    results.judge(**ONE, result=row.pk, verb=Verb.CONFIRM_RESULT, by=head)
    assert "접수할 실적" in waits(fixed.office) and "접수할 실적" not in waits(head)
    results.judge(**ONE, result=row.pk, verb=Verb.RETURN_RESULT, words="증빙", by=fixed.office)
    assert "보완할 실적" in waits(fixed.owner)
    wanted = [Wanted(TARGET, "source", "새 출처", "까닭")]
    amending.request(**ONE, kind="other", title="출처 정정", reason="까닭", items=wanted, by=fixed.owner)
    assert "출처 정정" in waits(fixed.office) and "출처 정정" not in waits(fixed.owner)
