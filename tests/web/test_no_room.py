"""No room left: a sentence that says what, where, why and what to do; nothing half saved, reading goes on; and strays are swept."""

from __future__ import annotations

import errno
import json
import os
import resource
import time
from contextlib import contextmanager
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection, transaction
from django.test import Client

from tests.web import builders
from tests.web.builders import AGENCY, TARGET, TASK, YEAR
from tests.web.collecting.doing import MINE, PAGE, wanted
from uigwe.review import Role
from uigwe.web import room, sweeping, uploads
from uigwe.web.approving import actions as approving
from uigwe.web.approving.models import Approval, KeptFile
from uigwe.web.collecting.actions import rounds
from uigwe.web.collecting.models import Ask, Note
from uigwe.web.plans.models import PlanPatch, Revision
from uigwe.web.records.models import AuditEntry

pytestmark = pytest.mark.django_db
BASE = f"/p/{AGENCY}/{YEAR}/"
LONG = "오래 걸려 적은 까닭을 여기에 둡니다."


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files"


def client(person) -> Client:
    browser = Client(raise_request_exception=False)
    browser.force_login(person, backend="uigwe.web.people.signing.Passwords")
    return browser


@contextmanager
def full():
    """The database takes nothing more; what both databases say then."""

    def refuse(execute, sql, params, many, context):
        if sql.lstrip().split(" ", 1)[0].upper() in ("INSERT", "UPDATE", "DELETE"):
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


@pytest.fixture
def asked(published: builders.Town) -> builders.Town:
    approving.open_year(agency=AGENCY, year=YEAR, calendar=None, by=published.office)
    rounds.open_round(agency=AGENCY, year=YEAR, wanted=wanted(), by=published.office)
    return published


def hash() -> str:
    return Revision.objects.drafts().get().hash


def writes() -> list[tuple[str, str, dict[str, object]]]:
    """Who sends what: one way of writing of each room."""
    field = {"printed": json.dumps([[TARGET, "target", "92"]]), f"v {TARGET} target": "95"}
    signed = {"step": "division_head", "hash": hash(), "document_number": "가-1", "day": "2023-04-03"}
    return [
        (Role.TASK_OWNER, f"{MINE}save/", field),
        (Role.TASK_OWNER, f"{MINE}reply/", {"text": LONG, "key": "k"}),
        (Role.TASK_OWNER, f"{MINE}comment/", {"text": LONG, "key": "k"}),
        (Role.TASK_OWNER, f"{MINE}refuse/", {"text": LONG, "key": "k"}),
        (Role.PERFORMANCE_OFFICE, f"{PAGE}remind/", {"codes": TASK, "text": LONG, "key": "k"}),
        (Role.PERFORMANCE_OFFICE, f"{PAGE}extend/", {"codes": TASK, "due": "2999-01-01", "why": LONG, "key": "k"}),
        (Role.PERFORMANCE_OFFICE, f"{PAGE}close/", {"key": "k"}),
        (Role.TASK_OWNER, f"{BASE}revise/", {"object": TARGET, "field": "target", "before": "92", "value": "96"}),
        (Role.PERFORMANCE_OFFICE, f"{BASE}approval/sign/", signed),
        (Role.PERFORMANCE_OFFICE, f"{BASE}responsibilities/transfer/", {"code": TASK, "division": "two", "why": LONG}),
        (
            Role.PERFORMANCE_OFFICE,
            f"{BASE}results/followed/",
            {"kind": "opinion", "code": "1-1-1", "text": LONG, "source": "간담회", "day": "2023-03-02"},
        ),
    ]


def state() -> tuple[object, ...]:
    rows = (PlanPatch, AuditEntry, Note, Approval, KeptFile, Ask)
    return (*(model.objects.count() for model in rows), list(Ask.objects.values_list("stage", "due")))


def test_every_room_says_that_there_is_no_room_and_saves_nothing_of_it(asked):
    before, said = state(), []
    for who, path, data in writes():
        browser = client(asked.people[who])
        with full():
            answer = browser.post(path, data)
        page = answer.content.decode()
        assert answer.status_code == 507, (path, answer.status_code, page[:300])
        assert "저장할 공간이 없습니다" in page and "관리자" in page and "uigwe sweep" in page
        assert "데이터베이스가 있는 곳" in page and answer.wsgi_request.incident in page
        if LONG in data.values():
            said.append(LONG in page)
        assert state() == before, path
    assert said and all(said), "what was typed is shown, to be copied"


def test_the_second_try_completes_what_was_refused(asked):
    browser = client(asked.owner)
    with full():
        assert browser.post(f"{MINE}reply/", {"text": LONG, "key": "k"}).status_code == 507
    for _again in range(2):
        assert browser.post(f"{MINE}reply/", {"text": LONG, "key": "k"}).status_code in (302, 422)
    assert Note.objects.filter(kind="reply").count() == 1


def test_a_part_of_a_page_gets_a_sentence_and_the_page_stays(asked):
    browser = client(asked.owner)
    with full():
        answer = browser.post(
            f"{MINE}save/",
            {"object": TARGET, "field": "target", "before": "92", f"v {TARGET} target": "95"},
            headers={"HX-Request": "true"},
        )
    page = answer.content.decode()
    assert answer.status_code == 507 and "data-said" in page and "<html" not in page


def test_pages_are_still_read_when_nothing_can_be_written(asked):
    from uigwe.web.plans import reports
    from uigwe.web.plans.models import AuditCache

    AuditCache.objects.all().delete()
    reports.forget()
    browser = client(asked.owner)
    session = browser.session
    session["seen"] = session.get("seen", 0) - 120  # so that the next page would note it down
    session.save()
    with full():
        for page in ("", "findings/", "1-1-1/", "indicator/survival/", "rounds/", "rounds/1/1-1-1/", "changes/"):
            assert browser.get(BASE + page).status_code == 200, page


def test_what_is_not_about_room_is_an_error_as_ever(asked, monkeypatch):
    def broken(*_args, **_words):
        raise OperationalError("could not connect to server")

    monkeypatch.setattr("uigwe.web.collecting.actions.replies.comment", broken)
    answer = client(asked.owner).post(f"{MINE}comment/", {"text": LONG, "key": "k"})
    assert answer.status_code == 500 and "문제가 생겼습니다" in answer.content.decode()


@pytest.mark.parametrize(
    ("error", "where"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "files"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "files"),
        (OSError(errno.EFBIG, "File too large"), "files"),
        (OSError(errno.EACCES, "Permission denied"), ""),
        (OperationalError("database or disk is full"), "database"),
        (OperationalError("database is locked"), ""),
        (ValueError("disk is full"), ""),
        (None, ""),
    ],
)
def test_no_room_is_known_by_its_cause(error, where):
    assert room.where_full(error) == where
    outer = RuntimeError("outer")
    outer.__cause__ = error
    assert room.where_full(outer) == where


def test_each_database_says_it_in_its_own_way():
    for error in (SimpleError(sqlite_errorname="SQLITE_FULL"), SimpleError(sqlstate="53100")):
        assert room.where_full(error) == "database"
    assert room.where_full(SimpleError(sqlstate="40001")) == ""


class SimpleError(Exception):
    def __init__(self, **words: str) -> None:
        super().__init__("as the driver raises it")
        self.__dict__.update(SimpleNamespace(**words).__dict__)


# ── the real thing ───────────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def no_file_larger_than(size: int):
    """This process may write no file beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [400_000, 4_000_000])  # in memory while it comes in, and waiting in a file
def test_a_file_that_has_no_room_leaves_nothing_and_says_so(asked, folder, size):
    upload = SimpleUploadedFile("big.xlsx", b"PK\x03\x04" + os.urandom(size))
    with no_file_larger_than(200_000):
        answer = client(asked.owner).post(f"{MINE}files/", {"file": upload, "sender": ""})
    assert answer.status_code == 507
    assert "올린 파일을 두는 곳" in answer.content.decode()
    assert [path for path in folder.rglob("*") if path.is_file()] == []


@pytest.mark.once  # a limit of pages is SQLite's
@pytest.mark.django_db(transaction=True)
def test_a_full_sqlite_takes_nothing_of_a_save_and_the_rest_when_it_has_room_again(published):
    rounds.open_round(agency=AGENCY, year=YEAR, wanted=wanted(), by=published.office)
    browser, before = client(published.owner), state()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    try:
        answer = browser.post(f"{MINE}comment/", {"text": LONG * 150, "key": "k"})
        assert answer.status_code == 507 and "데이터베이스가 있는 곳" in answer.content.decode()
        assert state() == before
        assert browser.get(MINE).status_code == 200
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1073741823")
    assert browser.post(f"{MINE}comment/", {"text": LONG * 150, "key": "k"}).status_code == 302
    assert Note.objects.filter(kind="comment").count() == 1


# ── strays ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def put(folder, name: str, hours: float) -> None:
    place = folder / ("coming" if name.endswith(".upload") else "uploads")
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(b"12345")
    then = time.time() - hours * 3600
    os.utime(place / name, (then, then))


def left(folder) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


A, B, C, D = ("a" * 32, "b" * 32, "c" * 32, "d" * 32)


def test_what_belongs_to_nothing_and_is_old_is_swept_and_nothing_else(published, folder):
    for name, hours in (
        (f"{A}.xlsx", 30), (f"{A}.progress", 30), (f"{B}.pdf", 1), (f"{C}.hwpx", 300), (f"{C}.progress", 300),
        ("notes of the admin.txt", 900), ("tmp8xq.upload", 30), ("tmp9xq.upload", 1),
    ):  # fmt: skip
        put(folder, name, hours)
    KeptFile.objects.create(
        agency=published.agency, year=YEAR, about="approval", name="기안.hwpx", stored=f"{C}.hwpx", kind="hwpx", size=5,
        sha256="0" * 64, by=published.office,
    )  # fmt: skip

    told = sweeping.sweep(try_only=True)
    assert (told.files, told.size, told.young) == (3, 15, 2)
    assert len(left(folder)) == 8

    assert sweeping.sweep() == told
    assert left(folder) == {f"{B}.pdf", f"{C}.hwpx", f"{C}.progress", "notes of the admin.txt", "tmp9xq.upload"}
    assert sweeping.sweep(timedelta(minutes=30)).files == 2


def test_every_table_that_holds_a_file_is_asked():
    assert {model.__name__ for model in sweeping.holders()} >= {"KeptFile", "ReceivedFile", "Intake"}


def test_a_killed_upload_is_swept_when_the_site_starts(db, folder):
    from uigwe.web import starting

    kept = uploads.receive(SimpleUploadedFile("계획.txt", "한 줄\n".encode()))  # and then the process was killed
    then = time.time() - 25 * 3600
    os.utime(uploads.path_of(kept.stored), (then, then))
    with transaction.atomic():
        starting.tidy()
    assert left(folder) == set()
