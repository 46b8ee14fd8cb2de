"""Forms leave as files and come back: merged, asked, refused, kept; nothing of them is written before a person says so."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.documents.filling import filling
from tests.every import on_both, on_one
from tests.web.builders import AGENCY, TARGET, TASK, YEAR
from tests.web.collecting.doing import MINE, PAGE, PART, ask, client, refusal, save, target_now, wanted
from uigwe.plan.mark import key_of
from uigwe.web.collecting.actions import files, replies, rounds
from uigwe.web.collecting.models import PrintedForm, Question, ReceivedFile
from uigwe.web.plans.models import PlanPatch
from uigwe.web.records.models import AuditEntry
from uigwe.web.uploads import path_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
KEY = key_of(TARGET)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def form(browser, kind: str, page: str = MINE) -> bytes:
    answer = browser.get(f"{page}form.{kind}")
    assert answer.status_code == 200, answer.content[:500]
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def filled(data: bytes, kind: str, *cells: tuple[str, str, str]) -> bytes:
    made = filling(data)
    for key, head, text in cells:
        made.set(key, head, text)
    return made.bytes()


def send(browser, data: bytes, name: str, page: str = MINE, **more: str):
    return browser.post(f"{page}files/", {"file": SimpleUploadedFile(name, data), **more})


def received(browser, data: bytes, name: str, **more: str) -> ReceivedFile:
    answer = send(browser, data, name, **more)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return ReceivedFile.objects.order_by("pk").last()


@on_both
@pytest.mark.parametrize("kind", on_one("hwpx", "xlsx"))
def test_a_filled_form_is_looked_at_confirmed_and_merged(asked, kind):
    owner = client(asked.owner)
    data = filled(form(owner, kind), kind, (KEY, "목표치", "95"), ("m1", "추진계획", "지침을 마련하여 알림"))

    row = received(owner, data, f"회신.{kind}")
    page = owner.get(f"{MINE}files/{row.pk}/")
    assert [(one["field"], one["returned"]) for one in page.context["merge"]] == [
        ("target", "95"),
        ("text", "지침을 마련하여 알림"),
    ]
    assert page.context["verdict"]["troubles"] == []
    assert not PlanPatch.objects.exists(), "nothing is written before a person says so"
    assert f"{MINE}files/{row.pk}/merge/" in page.content.decode()
    assert f"{MINE}files/{row.pk}/merge/" not in client(asked.auditor).get(f"{MINE}files/{row.pk}/").content.decode()

    assert owner.post(f"{MINE}files/{row.pk}/merge/", {"what": "merge"}).status_code == 302
    assert target_now() == "95"
    assert PlanPatch.objects.count() == 2
    row.refresh_from_db()
    assert (row.stage, ask().stage) == ("merged", "begun")
    assert b"".join(owner.get(f"{MINE}files/{row.pk}/kept/").streaming_content) == data


@pytest.mark.parametrize("kind", on_one("hwpx", "xlsx"))
def test_an_untouched_form_is_settled_by_itself_and_holds_no_reply_up(asked, kind):
    owner = client(asked.owner)
    row = received(owner, form(owner, kind), f"회신.{kind}")

    shown = owner.get(f"{MINE}files/{row.pk}/")
    assert (row.stage, row.settled_by, ask().stage) == ("merged", asked.owner, "begun")
    assert "바뀐 것이 없습니다" in shown.content.decode() and shown.context["same"] > 0
    assert not PlanPatch.objects.exists()
    replies.reply(**PART, by=asked.owner)
    assert ask().stage == "replied"


def test_what_the_draft_contradicts_is_asked_cell_by_cell(asked):
    owner = client(asked.owner)
    data = filled(form(owner, "xlsx"), "xlsx", (KEY, "목표치", "95"), (KEY, "자료수집 방법(또는 자료출처)", "새 출처"))
    save(asked.office, value="93")
    row = received(owner, data, "회신.xlsx")

    owner.post(f"{MINE}files/{row.pk}/merge/", {"what": "merge"})

    question = Question.objects.get()
    assert (question.field, question.printed, question.now, question.returned) == ("target", "92", "93", "95")
    assert target_now() == "93"
    assert refusal(replies.reply, **PART, by=asked.owner) == "questions-open"
    settle = f"{MINE}files/{row.pk}/settle/"
    assert settle in owner.get(f"{MINE}files/{row.pk}/").content.decode()
    stale = {"question": question.pk, "choice": "returned", "now": "92"}
    assert owner.post(settle, stale).status_code == 409
    assert owner.post(settle, {**stale, "now": "93"}).status_code == 302
    assert target_now() == "95"
    assert owner.post(settle, {**stale, "now": "95"}).status_code == 422, "a choice is made once"


@pytest.mark.parametrize(
    ("choice", "value", "after"), [("kept", "", "93"), ("returned", "", "95"), ("other", "94", "94")]
)
def test_a_question_is_settled_one_way_or_the_other(asked, choice, value, after):
    owner = client(asked.owner)
    data = filled(form(owner, "xlsx"), "xlsx", (KEY, "목표치", "95"))
    save(asked.office, value="93")
    row = received(owner, data, "회신.xlsx")
    files.merge_file(**PART, file=row.pk, by=asked.owner)
    question = Question.objects.get()

    files.settle_question(**PART, question=question.pk, choice=choice, value=value, now="93", by=asked.owner)

    assert target_now() == after
    replies.reply(**PART, by=asked.owner)


def test_an_older_version_is_compared_with_exactly_that_version(asked):
    owner = client(asked.owner)
    old = filled(form(owner, "xlsx"), "xlsx", (KEY, "목표치", "95"))
    save(asked.office, value="새 출처", before="출처", field="source")
    form(owner, "xlsx")  # a newer one left too
    row = received(owner, old, "회신.xlsx")

    assert PrintedForm.objects.values("seal").distinct().count() == 2
    assert files.merge_file(**PART, file=row.pk, by=asked.owner) == {"merged": 1, "asked": 0}
    assert target_now() == "95"


def test_a_row_taken_out_of_the_form_is_asked_and_not_struck(asked):
    owner = client(asked.owner)
    made = filling(form(owner, "xlsx"))
    matrix, number = made.row("m1")
    del matrix.rows[number]
    row = received(owner, made.bytes(), "회신.xlsx")

    assert files.merge_file(**PART, file=row.pk, by=asked.owner) == {"merged": 0, "asked": 1}
    question = Question.objects.get()
    assert (question.object, question.field) == (f"{TASK}/m1", "struck")


@on_both
def test_the_same_file_again_is_the_same_file(asked):
    owner = client(asked.owner)
    data = filled(form(owner, "xlsx"), "xlsx", (KEY, "목표치", "95"))

    first, second = received(owner, data, "회신.xlsx"), received(owner, data, "회신 (1).xlsx")

    assert first.pk == second.pk
    assert ReceivedFile.objects.count() == 1
    assert len(list(path_of(first.stored).parent.iterdir())) == 1


def test_a_file_put_aside_changes_nothing_and_is_kept(asked):
    owner = client(asked.owner)
    row = received(owner, filled(form(owner, "xlsx"), "xlsx", (KEY, "목표치", "95")), "회신.xlsx")

    assert owner.post(f"{MINE}files/{row.pk}/merge/", {"what": "aside"}).status_code == 302

    assert not PlanPatch.objects.exists()
    assert path_of(row.stored).is_file()
    assert refusal(files.merge_file, **PART, file=row.pk, by=asked.owner) == "already-settled"


def test_a_file_that_is_somebody_elses_or_no_form_is_kept_and_refused_with_a_sentence(asked):
    office = client(asked.office)
    other = form(office, "xlsx", f"{PAGE}1-1-2/")
    row = received(office, other, "다른 과제.xlsx", sender="둘과 김 주무관")
    assert row.stage == "refused"
    assert "다른 서식입니다" in office.get(f"{MINE}files/{row.pk}/").content.decode()
    assert (row.how, row.sender) == ("mail", "둘과 김 주무관")
    assert path_of(row.stored).is_file()

    never = form(office, "xlsx")
    PrintedForm.objects.all().delete()
    save(asked.office)
    assert received(office, never, "모르는 판.xlsx").stage == "refused"


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"%PDF-1.7", b"plain words"])
def test_what_is_no_file_of_ours_is_kept_as_evidence_unopened_with_its_sentence_in_the_thread(asked, data, monkeypatch):
    monkeypatch.setattr("uigwe.web.collecting.views.files.read_returned", lambda *_: pytest.fail("it was opened"))
    owner = client(asked.owner)

    row = received(owner, data, "회신.xlsx")

    assert (row.stage, row.kind, row.size) == ("refused", "", len(data))
    assert path_of(row.stored).read_bytes() == data
    assert row.sha256 == hashlib.sha256(data).hexdigest()
    said = row.ask.notes.get(kind="received").text
    assert said.startswith("회신.xlsx\n") and "증거로 보관하며 열지 않았습니다" in said
    assert said.split("\n")[-1] in owner.get(f"{MINE}files/{row.pk}/").content.decode()
    kept = owner.get(f"{MINE}files/{row.pk}/kept/")
    assert (
        kept.headers["Content-Disposition"].endswith(".evidence") or ".evidence" in kept.headers["Content-Disposition"]
    )
    assert AuditEntry.objects.last().verb == "file taken in"
    assert owner.post(f"{MINE}files/{row.pk}/merge/", {"what": "merge"}).status_code == 422
    assert received(owner, data, "회신.xlsx").pk == row.pk, "the same file is kept once"


def test_a_reply_in_another_format_is_told_the_formats_of_forms_and_not_those_of_plans(asked):
    row = received(client(asked.owner), "글로 적은 회신".encode(), "회신.txt")

    said = row.ask.notes.get(kind="received").text
    assert "서식은 HWPX와 XLSX로 보내 드렸습니다" in said and "PDF" not in said


def test_a_file_with_macros_is_evidence_too(asked):
    owner = client(asked.owner)
    data = io.BytesIO(form(owner, "xlsx"))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")

    row = received(owner, data.getvalue(), "회신.xlsx")

    assert (row.stage, row.kind) == ("refused", "")
    assert "매크로" in row.ask.notes.get(kind="received").text


def test_no_file_at_all_leaves_nothing(asked, settings):
    answer = client(asked.owner).post(f"{MINE}files/", {})

    assert answer.status_code == 422 and answer.context["problem"]
    assert not ReceivedFile.objects.exists()
    assert not any(settings.MEDIA_ROOT.glob("uploads/*"))


def test_somebody_who_may_not_send_files_leaves_none(asked, settings):
    asked.owner.responsibilities.all().delete()

    assert send(client(asked.owner), b"plain words", "회신.xlsx").status_code == 403
    assert not any(settings.MEDIA_ROOT.glob("uploads/*"))


def test_all_forms_of_a_round_in_one_archive(asked):
    answer = client(asked.office).get(f"{PAGE}forms.hwpx.zip")

    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert [name[:5] for name in names] == ["Ⅰ-1-①", "Ⅰ-1-②"]
    assert PrintedForm.objects.count() == 2
    own = zipfile.ZipFile(io.BytesIO(client(asked.owner).get(f"{PAGE}forms.xlsx.zip").content)).namelist()
    assert len(own) == 1


def test_a_closed_round_takes_no_file(asked):
    owner = client(asked.owner)
    data = form(owner, "xlsx")
    rounds.close_round(agency=AGENCY, year=YEAR, number=1, by=asked.office)

    assert send(owner, data, "회신.xlsx").status_code == 422
    assert not ReceivedFile.objects.exists()


def test_the_owner_of_another_task_sees_no_file(asked):
    office = client(asked.office)
    row = received(office, form(office, "xlsx"), "회신.xlsx")
    asked.owner.responsibilities.all().delete()

    for path in ("", "kept/"):
        assert client(asked.owner).get(f"{MINE}files/{row.pk}/{path}").status_code == 403


# ── cut off in the middle ────────────────────────────────────────────────────────────────────────────────────────────


@on_both
@pytest.mark.django_db(transaction=True)
def test_a_merge_that_dies_in_the_middle_has_written_nothing_and_a_retry_completes_once(asked, monkeypatch):
    owner = client(asked.owner)
    data = filled(
        form(owner, "xlsx"),
        "xlsx",
        (KEY, "목표치", "95"),
        (KEY, "자료수집 방법(또는 자료출처)", "새 출처"),
        ("m1", "추진계획", "새 지침"),
    )
    row = received(owner, data, "회신.xlsx")
    real, calls = files.plan_actions.revise_held, []

    def dies(held: object, **words: object) -> object:
        calls.append(words)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(held, **words)

    monkeypatch.setattr("uigwe.web.plans.actions.revise_held", dies)
    with pytest.raises(KeyboardInterrupt):
        files.merge_file(**PART, file=row.pk, key="once", by=asked.owner)
    assert (PlanPatch.objects.count(), Question.objects.count()) == (0, 0)
    row.refresh_from_db()
    assert row.stage == "read"

    monkeypatch.undo()
    for _ in range(2):
        assert files.merge_file(**PART, file=row.pk, key="once", by=asked.owner) == {"merged": 3, "asked": 0}
    assert PlanPatch.objects.count() == 3


@on_both
def test_a_disk_that_is_full_leaves_neither_file_nor_row(asked, monkeypatch, settings):
    owner = client(asked.owner)
    data = form(owner, "xlsx")
    real = files.ReceivedFile.objects.create

    monkeypatch.setattr(
        files.ReceivedFile.objects, "create", lambda **words: (_ for _ in ()).throw(OSError(28, "full"))
    )
    with pytest.raises(OSError, match="full"):
        send(owner, data, "회신.xlsx")
    assert not any(settings.MEDIA_ROOT.glob("uploads/*"))

    monkeypatch.setattr(files.ReceivedFile.objects, "create", real)
    assert received(owner, data, "회신.xlsx").stage == "merged", "nothing was changed in it"
    assert wanted().due > ask().since.date() - timedelta(days=1)


def test_a_merged_file_can_be_handed_in_at_once_and_what_the_office_hands_in_is_recorded_as_such(asked):
    owner, office = client(asked.owner), client(asked.office)
    row = received(office, filled(form(owner, "xlsx"), "xlsx", (KEY, "목표치", "95")), "회신.xlsx")
    page = f"{MINE}files/{row.pk}/"
    button = 'name="file" value='
    assert button not in office.get(page).content.decode()
    office.post(f"{page}merge/", {"what": "merge"})
    assert button in office.get(page).content.decode()

    assert office.post(f"{MINE}reply/", {"file": row.pk}).status_code == 302

    assert ask().stage == "replied"
    entry = AuditEntry.objects.filter(verb="reply handed in").get()
    assert f'"on_behalf_of":"{asked.owner.username}"' in entry.after.replace(" ", "")
    assert "‘회신.xlsx’" in entry.reason and asked.owner.name in entry.reason
    assert button not in office.get(page).content.decode()


def test_what_its_owner_hands_in_is_nobody_elses(asked):
    owner = client(asked.owner)
    row = received(owner, filled(form(owner, "xlsx"), "xlsx", (KEY, "목표치", "95")), "회신.xlsx")
    owner.post(f"{MINE}files/{row.pk}/merge/", {"what": "merge"})

    owner.post(f"{MINE}reply/", {"file": row.pk})

    entry = AuditEntry.objects.filter(verb="reply handed in").get()
    assert "on_behalf_of" not in entry.after
    assert "‘회신.xlsx’" in entry.reason and asked.owner.name not in entry.reason
