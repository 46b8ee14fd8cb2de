"""`uigwe audit` with `--format xlsx|hwpx|summary` and with `--against`."""

import json
import shutil

import pytest

from tests.cli.test_commands import PACK, korean, ran
from tests.cli.test_import import text
from tests.reports.reading import lines, sheets

__all__ = ["korean", "text"]


@pytest.fixture
def before(tmp_path):
    """The pack as it was before a target was changed."""
    old = tmp_path / "before"
    shutil.copytree(PACK, old)
    numbers = old / "numbers.csv"
    row = "support-notice-matching-rate,target,2023,40.0%,40.0,final,body"
    text = numbers.read_text(encoding="utf-8")
    assert row in text
    numbers.write_text(text.replace(row, row.replace("40.0", "41.5")), encoding="utf-8")
    return old


def test_findings_are_written_as_a_workbook(capsys, tmp_path):
    out = tmp_path / "findings.xlsx"

    code, told, _ = ran(capsys, "audit", PACK, "--format", "xlsx", "--code", "2-1", "--out", out)

    sheet = sheets(out.read_bytes()).worksheets[0]
    assert code == 1
    assert f"확인 필요 {sheet.max_row - 1}건" in told
    assert {row[4].value[:3] for row in sheet.iter_rows(min_row=2)} == {"Ⅱ-1"}


def test_a_memo_is_written_to_the_owner_of_a_task(capsys, tmp_path):
    out = tmp_path / "memo.hwpx"

    ran(capsys, "audit", PACK, "--format", "hwpx", "--code", "Ⅳ-3-③", "--to", "상생과", "--out", out)

    told = "\n".join(lines(out.read_bytes()))
    assert "상생과" in told
    assert "제안:" in told
    assert "88.4" in told


def test_a_summary_is_printed_or_written_by_the_ending_of_its_name(capsys, tmp_path):
    _, told, _ = ran(capsys, "audit", PACK, "--format", "summary")
    ran(capsys, "audit", PACK, "--format", "summary", "--out", tmp_path / "a.md")
    ran(capsys, "audit", PACK, "--format", "summary", "--out", tmp_path / "a.hwpx")

    assert told.startswith("# 중소벤처기업부 2023년도 성과관리 시행계획 점검 요약")
    assert (tmp_path / "a.md").read_text(encoding="utf-8").strip() == told.strip()
    assert "중소벤처기업부 2023년도 성과관리 시행계획 점검 요약" in lines((tmp_path / "a.hwpx").read_bytes())


@pytest.mark.parametrize("format", ["xlsx", "hwpx"])
def test_a_file_needs_a_name(capsys, format):
    code, out, err = ran(capsys, "audit", PACK, "--format", format)

    assert (code, out) == (2, "")
    assert "--out" in err


def test_a_code_that_is_not_there_is_said_so_and_nothing_is_written(capsys, tmp_path):
    code, _, err = ran(capsys, "audit", PACK, "--format", "hwpx", "--code", "9-9", "--out", tmp_path / "a.hwpx")

    assert code == 2 and "Ⅳ-3-④" in err
    assert not (tmp_path / "a.hwpx").exists()


def test_a_folder_that_is_not_there_gets_a_sentence(capsys, tmp_path):
    code, _, err = ran(capsys, "audit", PACK, "--format", "xlsx", "--out", tmp_path / "no" / "a.xlsx")

    assert code == 2 and err.strip() and "Traceback" not in err


def test_two_states_of_a_plan_are_compared(capsys, before):
    code, told, _ = ran(capsys, "audit", PACK, "--against", before, "--code", "2-1-2")
    _, out, _ = ran(capsys, "audit", PACK, "--against", before, "--format", "json")
    parts = json.loads(out)

    assert code == 1
    assert "새로 생긴 것" in told and "해소된 것" in told
    assert parts.keys() == {"new", "gone", "still", "apart"}
    assert {one["code"] for one in parts["new"]} == {"Ⅱ-1-②"}
    assert "41.5%" in json.dumps(parts["gone"], ensure_ascii=False)
    assert parts["still"]


def test_a_plan_compared_with_itself_has_nothing_new(capsys):
    _, out, _ = ran(capsys, "audit", PACK, "--against", PACK, "--format", "json")

    parts = json.loads(out)
    assert parts["new"] == parts["gone"] == parts["apart"] == []


# ── a document that was read on the spot ─────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def document(tmp_path, text):
    """An invented plan as text, about which its reader asks something."""
    file = tmp_path / "새 계획.txt"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("form", ["table", "json", "summary"])
def test_the_audit_of_a_document_says_what_its_reader_asks_and_how_to_answer(capsys, document, form):
    _, told, beside = ran(capsys, "audit", document, "--format", form)

    assert "답을 기다립니다" in beside and f"uigwe import '{document}'" in beside
    assert "답을 기다립니다" not in told, "what other programs read stays as it is"


def test_the_audit_of_a_pack_asks_nothing(capsys):
    assert "답을 기다립니다" not in "".join(map(str, ran(capsys, "audit", PACK, "--code", "2-1")))
