"""Importing again: answers stay and count, changes are shown before anything is written."""

import re
from pathlib import Path

import pytest
import yaml

from tests.documents.forms import layout
from tests.documents.test_invented_plans import drawn
from uigwe import packs
from uigwe.cli import main
from uigwe.documents import read_text


@pytest.fixture(scope="module")
def text() -> str:
    """An invented plan, one of whose milestones has lost its time."""
    plan, whole = drawn(2)
    for found in re.finditer(r"(?m) [’‘]\d\d\.\s?\d+월?$", whole):
        lost = whole[: found.start()] + whole[found.end() :]
        if any(one.kind == "milestone-no-when" for one in read_text(lost, layout(), "garam", plan.year).questions):
            return lost
    raise AssertionError


@pytest.fixture
def imported(tmp_path: Path, text: str, capsys):
    file = tmp_path / "plan.txt"
    file.write_text(text, encoding="utf-8")

    def again(*more: str) -> tuple[int, str]:
        year = str(drawn(2)[0].year)
        code = main(["import", str(file), "--agency", "garam", "--year", year, "--out", str(tmp_path / "pack"), *more])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    assert again()[0] == 0
    return tmp_path / "pack", again


def answer(pack: Path, kind: str, words: str) -> str:
    tree = yaml.safe_load((pack / "questions.yaml").read_text(encoding="utf-8"))
    one = next(one for one in tree if one["kind"] == kind)
    one["answer"] = words
    (pack / "questions.yaml").write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    return one["object"]


def test_an_answer_is_put_into_the_plan_when_it_is_imported_again(imported):
    pack, again = imported
    object = answer(pack, "milestone-no-when", "’22.4~6월")

    code, told = again("--yes")

    assert code == 0
    assert "’22.4~6월" in told
    [step] = [
        one for task in packs.read(pack).plan.tasks() for one in task.milestones if f"{task.code}/m{one.row}" == object
    ]
    assert step.when == "’22.4~6월"
    assert step.start is not None
    assert again("--yes")[0] == 0  # and it stays
    assert [one.answer for one in packs.read(pack).questions if one.object == object] == ["’22.4~6월"]


def test_changes_are_not_written_unasked(imported):
    pack, again = imported
    answer(pack, "milestone-no-when", "’22.4~6월")
    before = packs.read(pack).plan

    code, told = again()

    assert code == 1
    assert "--yes" in told
    assert packs.read(pack).plan == before


def test_a_dry_run_shows_the_changes_and_writes_nothing(imported):
    pack, again = imported
    answer(pack, "milestone-no-when", "’22.4~6월")
    before = {path.name: path.read_bytes() for path in pack.iterdir() if path.is_file()}

    code, told = again("--dry-run")

    assert code == 0
    assert "’22.4~6월" in told
    assert {path.name: path.read_bytes() for path in pack.iterdir() if path.is_file()} == before


def test_a_question_is_asked_in_words(imported):
    _, again = imported

    _, korean = again("--questions", "--yes")
    _, english = again("--questions", "--yes", "--lang", "en")

    assert "언제입니까?" in korean
    assert "When is it?" in english


def test_the_same_document_changes_nothing(imported):
    pack, again = imported
    before = {path.name: path.read_bytes() for path in pack.iterdir() if path.is_file()}

    assert again()[0] == 0
    assert {path.name: path.read_bytes() for path in pack.iterdir() if path.is_file()} == before


def test_a_document_is_audited_and_shown_without_being_imported(tmp_path: Path, text: str, capsys):
    file = tmp_path / "plan.txt"
    file.write_text(text, encoding="utf-8")

    assert main(["show", str(file)]) == 0
    assert main(["audit", str(file), "--format", "json"]) in (0, 1)
    assert list(tmp_path.iterdir()) == [file]
    capsys.readouterr()


def test_whose_plan_of_which_year_need_not_be_said(tmp_path: Path, text: str, capsys):
    file = tmp_path / "plan.txt"
    file.write_text(text, encoding="utf-8")

    assert main(["import", str(file), "--out", str(tmp_path / "pack")]) == 0
    plan = packs.read(tmp_path / "pack").plan
    assert (plan.agency, plan.year) == ("agency", drawn(2)[0].year)
    capsys.readouterr()


def test_a_table_does_not_say_whose_it_is(tmp_path: Path, capsys):
    file = tmp_path / "table.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")

    assert main(["import", str(file), "--out", str(tmp_path / "pack")]) == 2
    assert "--agency" in capsys.readouterr().err
