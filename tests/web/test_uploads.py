"""Files handed in through the browser: kept under a name of ours, refused with a sentence, never more than so many bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from corpus.hostile import HOSTILE, TAKES
from tests.files import worked
from uigwe.files import Refused
from uigwe.web import uploads


@pytest.fixture(autouse=True)
def kept_here(tmp_path: Path, settings: object) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"  # type: ignore[attr-defined]
    return tmp_path / "files" / "uploads"


def sent(data: bytes = "한 줄\n".encode(), name: str = "계획.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_a_file_is_kept_under_a_name_of_ours(kept_here):
    kept = uploads.receive(sent())

    [file] = kept_here.iterdir()
    assert file.name == kept.stored != kept.name == "계획.txt"
    assert file.read_bytes() == "한 줄\n".encode()
    assert (file.stat().st_mode & 0o777, kept_here.stat().st_mode & 0o777) == (0o600, 0o700)
    assert uploads.look_at(kept).text == "한 줄\n"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "C:\\Users\\x\\a.txt", "a\u202etxt.exe", "x" * 500 + ".txt", ""]
)
def test_no_name_of_a_browser_becomes_a_path(name, kept_here):
    upload = sent()
    upload._name = name  # what Django would have cleaned, a client of our own may not
    kept = uploads.receive(upload)

    assert [one.name for one in kept_here.iterdir()] == [kept.stored]
    assert not set("/\\\u202e") & set(kept.name)
    assert len(kept.name) <= 120


@pytest.mark.parametrize("hostile", HOSTILE[::9], ids=lambda hostile: hostile.id)
def test_nothing_is_left_of_a_refused_file(hostile, tmp_path, kept_here):
    path = hostile.write(tmp_path)
    if not path.is_file() or path.stat().st_size > uploads.LIMITS.size:
        return
    upload = sent(b"")
    upload.file, upload.size = path.open("rb"), path.stat().st_size

    with upload.file, pytest.raises(Refused) as caught:
        upload._name = hostile.name
        uploads.receive(upload, TAKES)

    assert caught.value.facts["file"] == hostile.name
    assert list(kept_here.iterdir()) == []
    for language in ("ko", "en"):
        assert hostile.name in uploads.sentence(caught.value, language)


def test_a_function_is_run_on_it_in_a_child():
    kept = uploads.receive(sent())

    assert uploads.read(kept, worked.name_and_lines) == ("계획.txt", 1)


def test_a_refusal_of_the_child_names_the_file():
    with pytest.raises(Refused) as caught:
        uploads.read(uploads.receive(sent()), worked.refuse_it)

    assert caught.value.facts["file"] == "계획.txt"


def test_a_file_that_changed_since_is_not_read():
    kept = uploads.receive(sent())
    uploads.path_of(kept.stored).write_text("두 줄\n", encoding="utf-8")

    with pytest.raises(Refused, match="changed-on-disk"):
        uploads.look_at(kept)


def test_a_file_that_was_forgotten_is_gone():
    kept = uploads.receive(sent())
    uploads.forget(kept.stored)
    uploads.forget(kept.stored)

    with pytest.raises(Refused, match="no-such-file"):
        uploads.look_at(kept)


@pytest.mark.parametrize("stored", ["../secret.key", "a", "", "0" * 32 + "/x"])
def test_only_names_of_ours_are_looked_up(stored):
    with pytest.raises(ValueError):
        uploads.forget(stored)


def test_whoever_finds_all_turns_taken_is_told_to_come_again(monkeypatch):
    monkeypatch.setattr(uploads, "_PATIENCE", 0.01)
    kept = uploads.receive(sent())

    with uploads.turn(), uploads.turn(), pytest.raises(Refused, match="busy"):
        uploads.read(kept, worked.name_and_lines)


class TestTheDoor:
    """The handler that counts while a file is still coming in."""

    def request(self, size: int, user: object) -> object:
        from django.test import RequestFactory

        request = RequestFactory().post("/", {"first": "1", "file": sent(b"x" * size), "last": "2"})
        request.user = user  # type: ignore[attr-defined]
        return request

    @pytest.fixture
    def person(self) -> object:
        from uigwe.web.people.models import User

        return User(username="somebody")

    def test_a_file_of_a_person_comes_in(self, person):
        assert uploads.sent(self.request(1000, person), "file").size == 1000

    def test_a_file_of_a_visitor_is_read_past(self):
        from django.contrib.auth.models import AnonymousUser

        request = self.request(1000, AnonymousUser())

        with pytest.raises(Refused, match="no-file"):
            uploads.sent(request, "file")
        assert request.POST["last"] == "2"

    def test_what_says_that_it_is_too_large_is_stopped(self, person, monkeypatch):
        monkeypatch.setattr(uploads, "LIMITS", uploads.Limits(size=10))
        with pytest.raises(Refused, match="upload-too-large"):
            uploads.sent(self.request(200_000, person), "file")

    def test_what_turns_out_too_large_is_stopped(self, person, monkeypatch):
        monkeypatch.setattr(uploads, "LIMITS", uploads.Limits(size=100))
        with pytest.raises(Refused, match="upload-too-large"):
            uploads.sent(self.request(1000, person), "file")
