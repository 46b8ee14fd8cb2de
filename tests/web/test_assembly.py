"""Answers to the National Assembly are kept: who asked for what, and the files as they left, byte for byte."""

from __future__ import annotations

import hashlib
import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from tests.every import on_both
from tests.reports.reading import lines as lines_of
from tests.web import builders
from tests.web.builders import AGENCY, TARGET, TASK, YEAR
from tests.web.pages.test_pages import client
from uigwe.review import Role
from uigwe.web.people.refused import Refused
from uigwe.web.plans import actions as plans
from uigwe.web.plans.models import Revision, YearBook
from uigwe.web.records import chain
from uigwe.web.records.models import AuditEntry
from uigwe.web.results import actions as results
from uigwe.web.results import assembly
from uigwe.web.results.models import AnswerFile, AssemblyAnswer

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
ONE = {"agency": AGENCY, "year": YEAR}
PAGE = f"/p/{AGENCY}/{YEAR}/results/assembly/"
ASKED = {
    "requester": "산자위 가나다 의원실", "asked_on": "2023-05-02", "request": "생존율 최근 2년 실적과 목표",
    "document_number": "의정-77", "indicators": ["survival"], "years": ["2022", "2023"], "key": "one",
}  # fmt: skip


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT, settings.TODAY = tmp_path, date(2023, 5, 15)


@pytest.fixture
def town(town: builders.Town) -> builders.Town:
    plans.import_pack(pack=builders.pack(), published=True, by=town.office)
    results.enter(**ONE, typed=results.Typed("survival", TASK, "2023-Q1", value="90.5"), by=town.owner)
    return town


def answer(town: builders.Town, **words: object) -> AssemblyAnswer | None:
    client("ko", town.office).post(PAGE, {**ASKED, **words})
    return AssemblyAnswer.objects.order_by("number").last()


@on_both
def test_an_answer_is_kept_with_who_asked_and_what_was_chosen(town):
    head = chain.head()
    row = answer(town)
    assert (row.number, row.requester, row.asked_on, row.document_number) == (
        1, "산자위 가나다 의원실", date(2023, 5, 2), "의정-77",
    )  # fmt: skip
    assert (row.indicators, row.years, row.revision) == (["survival"], [2022, 2023], Revision.objects.get())
    assert (row.head_sequence, row.head_hash) == (head.sequence, head.hash)
    assert [one.kind for one in row.files.all()] == ["hwpx", "xlsx"]
    text = "\n".join(lines_of(bytes(row.files.get(kind="hwpx").data)))
    assert "90.5" in text and "산자위 가나다 의원실" in text and head.hash[:16] in text and "satisfaction" not in text
    entry = AuditEntry.objects.order_by("sequence").last()
    assert entry.verb == "assembly answer kept"
    assert json.loads(entry.after)["files"] == {one.name: one.sha256 for one in row.files.all()}


@on_both
def test_the_same_form_sent_twice_is_one_answer(town):
    answer(town)
    answer(town)
    assert (AssemblyAnswer.objects.count(), AnswerFile.objects.count()) == (1, 2)


def test_what_left_comes_back_unchanged_whatever_changed_since(town):
    row = answer(town)
    file = row.files.get(kind="xlsx")
    before = bytes(file.data)
    results.enter(**ONE, typed=results.Typed("survival", TASK, "2023-Q1", value="91.5"), by=town.owner)
    plans.start_draft(**ONE, by=town.office)
    plans.revise(**ONE, object=TARGET, field="target", before="92", value="70", by=town.office)
    plans.publish(**ONE, note="시험", by=town.office)
    got = client("ko", town.people[Role.EVALUATOR]).get(f"{PAGE}1/files/{file.pk}/")
    assert got.content == before and hashlib.sha256(got.content).hexdigest() == file.sha256
    page = client("ko", town.owner).get(f"{PAGE}1/").content.decode()
    assert file.sha256 in page and "의정-77" in page


def test_a_draft_is_no_answer(town):
    plans.start_draft(**ONE, by=town.office)
    plans.revise(**ONE, object=TARGET, field="target", before="92", value="70", by=town.office)
    row = answer(town)
    assert not row.revision.is_draft
    assert "70" not in lines_of(bytes(row.files.get(kind="hwpx").data))


@pytest.mark.parametrize(
    "words",
    [{"requester": " "}, {"request": ""}, {"indicators": []}, {"years": []}, {"indicators": ["nothing"]}, {"asked_on": "2999-01-01"}],
)  # fmt: skip
def test_what_is_missing_is_said_and_what_was_typed_stays(town, words):
    page = client("ko", town.office).post(PAGE, {**ASKED, **words})
    text = page.content.decode()
    assert page.status_code == 200 and "is-error" in text and "의정-77" in text
    assert AssemblyAnswer.objects.count() == 0


def test_the_office_answers_and_nobody_else(town):
    for person in (
        town.owner,
        town.people[Role.DIVISION_HEAD],
        town.people[Role.AGENCY_STAFF],
        town.people[Role.AUDITOR],
    ):
        assert client("ko", person).post(PAGE, ASKED).status_code == 403
        assert client("ko", person).get(PAGE).status_code == 200
    assert AssemblyAnswer.objects.count() == 0


def test_a_closed_year_is_answered_about_too(town):
    YearBook.objects.create(agency=town.agency, year=YEAR, stage="closed", by=town.office)
    assert answer(town).number == 1


def test_the_file_as_it_was_sent_is_kept_beside_the_table(town):
    answer(town)
    office = client("ko", town.office)
    sent = "국회 제출 답변서\n".encode()
    for _ in range(2):
        office.post(f"{PAGE}1/sent/", {"file": SimpleUploadedFile("답변서.txt", sent)})
    file = AnswerFile.objects.get(kind="sent")
    assert (bytes(file.data), file.name, file.by) == (sent, "답변서.txt", town.office)
    assert office.get(f"{PAGE}1/files/{file.pk}/").content == sent
    assert office.get(f"{PAGE}1/files/{file.pk + 1}/").status_code == 404
    with pytest.raises(Refused):
        assembly.add_sent(**ONE, number=1, name="a", data=sent, by=town.owner)


@on_both
def test_nothing_of_it_is_changed_and_a_changed_file_is_not_given_out(town):
    row = answer(town)
    file = row.files.first()
    for change in (
        lambda: AnswerFile.objects.update(data=b"other"),
        lambda: AssemblyAnswer.objects.update(requester="다른 의원실"),
        lambda: AnswerFile.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()
    file.data = b"other"
    with pytest.raises(Refused, match="file-changed"):
        assembly.unchanged(file)
