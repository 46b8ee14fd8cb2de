"""`uigwe form`: forms written, filled in, and read back, without a site."""

import json

import pytest

from tests.cli.test_commands import PACK, korean, ran
from tests.documents.filling import filling
from tests.reports.reading import lines
from uigwe.plan.mark import key_of

__all__ = ["korean"]


@pytest.mark.parametrize("kind", ["hwpx", "xlsx"])
def test_a_form_is_written_filled_in_and_read_back(capsys, tmp_path, kind):
    out = tmp_path / f"서식.{kind}"
    code, told, _ = ran(capsys, "form", PACK, "1-1-1", "--out", out, "--round", 3, "--due", "2023-03-31")
    assert code == 0 and "mss-2023-R3-Ⅰ-1-①-" in told
    made = filling(out.read_bytes())
    made.set("m2", "추진계획", "답변서를 낸다")
    made.set("b2", "’23 예산", "많이")
    out.write_bytes(made.bytes())

    code, told, _ = ran(capsys, "form", PACK, "--read", out)

    assert code == 1
    assert "답변서를 낸다" in told and "반영 1, 확인 0, 못 받음 1" in told
    assert "금액이 아닙니다" in told


def test_a_form_that_comes_back_well_leaves_nothing_open(capsys, tmp_path):
    out = tmp_path / "form.xlsx"
    ran(capsys, "form", PACK, "1-1-1", "--out", out)
    made = filling(out.read_bytes())
    made.set("m2", "비고", "서면")
    out.write_bytes(made.bytes())

    code, told, _ = ran(capsys, "form", PACK, "1-1-1", "--read", out, "--format", "json")

    found = json.loads(told)
    assert code == 0
    [one] = found["judged"]
    assert (one["object"], one["field"], one["returned"], one["fate"]) == ("Ⅰ-1-①/m2", "note", "서면", "merge")
    assert {note["reason"] for note in found["troubles"]} <= {"before-tables"}


def test_a_form_of_results_is_read_back_too(capsys, tmp_path):
    out = tmp_path / "form.hwpx"
    ran(capsys, "form", PACK, "1-1-1", "--period", "2023-Q1", "--out", out)
    made = filling(out.read_bytes())
    made.set("m1", "추진 상태", "완료")
    out.write_bytes(made.bytes())

    code, told, _ = ran(capsys, "form", PACK, "--period", "2023-Q1", "--read", out, "--format", "json")

    assert code == 0
    assert [(one["field"], one["returned"]) for one in json.loads(told)["judged"]] == [
        ("progress.2023-Q1.state", "done")
    ]


def test_the_forms_of_all_tasks_go_into_a_folder(capsys, tmp_path):
    code, told, _ = ran(capsys, "form", PACK, "--all", "--as", "xlsx", "--out", tmp_path / "forms")

    assert code == 0 and "46건" in told
    assert len(list((tmp_path / "forms").glob("mss-2023-*.xlsx"))) == 46


def test_what_needs_a_look_goes_along_when_it_is_asked_for(capsys, tmp_path):
    ran(capsys, "form", PACK, "4-3-3", "--out", tmp_path / "a.hwpx", "--findings")

    assert any(
        line.startswith("[의문]") or line.startswith("[오류 가능]")
        for line in lines((tmp_path / "a.hwpx").read_bytes())
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("1-1-1",), "--out"),
        (("--out", "a.hwpx"), "--all"),
        (("1-1-1", "--out", "a.docx"), ".xlsx"),
        (("9-9-9", "--out", "a.hwpx"), "9-9-9"),
        (("1-1-1", "--out", "a.hwpx", "--period", "2022-Q1"), "2022-Q1"),
        (("--read", "pyproject.toml"), "pyproject.toml"),
        (("--read", "nowhere.hwpx"), "nowhere.hwpx"),
    ],
)
def test_misuse_is_answered_with_what_to_do(capsys, words, told):
    code, _, err = ran(capsys, "form", PACK, *words)

    assert code == 2 and told in err


def test_a_form_of_an_older_version_is_asked_cell_by_cell(capsys, tmp_path):
    out = tmp_path / "form.xlsx"
    ran(capsys, "form", PACK, "1-1-1", "--out", out)
    made = filling(out.read_bytes())
    mark = next(cell.text for row in made.matrices[0].rows for cell in row if cell.text.startswith("서식 번호"))
    made.replace_everywhere(mark, mark[:-10] + "0123456789")
    made.set("m2", "비고", "서면")
    out.write_bytes(made.bytes())

    code, told, _ = ran(capsys, "form", PACK, "--read", out, "--lang", "en")

    assert code == 1
    assert "printed at another time" in told and "asked 1" in told


def test_keys_of_the_2023_plan_do_not_meet():
    from tests.shipped import pack

    keys = [(use.code, key_of(f"{one.id}@{use.code}")) for one, use in pack().plan.uses()]
    assert len(set(keys)) == len(keys)
