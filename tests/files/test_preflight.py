"""Files are looked at before anything opens them: by size, by their first bytes, by their encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uigwe.files import Limits, Refused, preflight
from uigwe.files.encodings import decode
from uigwe.files.kinds import sniff
from uigwe.files.preflight import tidy

TEXT = "전략목표 Ⅰ\n① 섬을 잇는다\n"


def refused(path, limits=None) -> Refused:
    with pytest.raises(Refused) as caught:
        preflight(path, limits)
    return caught.value


def test_a_text_comes_with_its_encoding_its_hash_and_its_lines(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")

    looked = preflight(path)

    assert (looked.kind, looked.encoding, looked.text, looked.lines, len(looked.sha256)) == (
        "text",
        "utf-8",
        TEXT,
        2,
        64,
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp949", "euc-kr"),
        ("euc-kr", "euc-kr"),
    ],
)
def test_korean_encodings_are_told_apart(tmp_path, written: str, told: str):
    path = tmp_path / "plan.txt"
    data = TEXT.encode(written)
    path.write_bytes(b"\xfe\xff" + data if written == "utf-16-be" else data)

    looked = preflight(path)

    assert (looked.text, looked.encoding) == (TEXT, told)


def test_syllables_only_cp949_knows_are_read_as_cp949(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes("똠방각하 전략목표".encode("cp949"))

    assert preflight(path).encoding == "cp949"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty-file"),
        (b" \n\n", "empty-file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b"\xff\xd8\xff\xe0\x00", "picture"),
        (b"%PDF-1.7\n", "unread-kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "unread-kind"),
        (b"PK\x03\x04mimetypeapplication/hwp+zip", "unread-kind"),
        ("전략".encode() + b"\x00" + "목표".encode(), "zero-bytes"),
        (bytes(range(1, 32)) * 40, "binary"),
        (b"\xff\xfe\x00\xd8a", "unknown-encoding"),
        ("전략".encode() + b"\xff\xff", "unknown-encoding"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path, data: bytes, reason: str):
    path = tmp_path / "plan.txt"
    path.write_bytes(data)

    told = refused(path)

    assert told.reason == reason
    assert told.facts["file"] == "plan.txt"


def test_a_file_of_a_hundred_megabytes_is_refused_without_being_read(tmp_path):
    path = tmp_path / "plan.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)

    told = refused(path)

    assert (told.reason, told.facts["megabytes"], told.facts["limit"]) == ("file-too-large", 100, 20)


def test_a_file_at_the_limit_is_read(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(b"a" * 100)

    assert preflight(path, Limits(size=100)).size == 100
    assert refused(path, Limits(size=99)).reason == "file-too-large"


def test_too_many_lines_and_too_long_lines_are_refused_with_the_place(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("가\n" * 50 + "나" * 50)

    assert refused(path, Limits(lines=20)).reason == "too-many-lines"
    assert refused(path, Limits(line=20)).facts["line"] == 51


def test_folders_and_missing_files_are_refused(tmp_path):
    assert refused(tmp_path).reason == "not-a-file"
    assert refused(tmp_path / "none.txt").reason == "no-such-file"


def test_jamo_become_syllables_and_numerals_stay():
    assert tidy("한Ⅰ①㎡％\r\n끝\r") == "한Ⅰ①㎡％\n끝\n"


def test_a_text_that_begins_like_a_program_is_a_text():
    assert sniff("MZ 세대".encode()) == "text"
    assert sniff(b"MZ\x90\x00\x03") == "program"


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0xD7A3)))
def test_utf8_comes_back_as_it_was(text: str):
    assert decode(text.encode()) == (text, "utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes):
    try:
        decode(data)
    except Refused as told:
        assert told.reason in {"zero-bytes", "unknown-encoding", "binary"}
