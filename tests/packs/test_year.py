"""The calendar of a year is data: read with every trouble and its place; another year is another folder."""

from datetime import date, timedelta

import pytest

from tests.shipped import ROOT
from uigwe.packs import PackProblem
from uigwe.packs.year import Reminders, read_year
from uigwe.review import Role
from uigwe.texts import tell

YEAR = """\
format: 1
year: 2024
title: 2024년도 업무 일정
steps:
- {code: half-year, title: 상반기 점검, due: 2024-07-31, owes: [task_owner], basis: 정부업무평가 기본법 제6조, round: results}
- {code: guideline, title: 지침, title_en: Guideline, due: 2023-12-01, ours: true, owes: [performance_office]}
reminders: {before: [5, 0], after: [2]}
approval:
- {code: division_head, title: 실장 결재, by: [division_head]}
"""


def written(folder, text):
    (folder / "year.yaml").write_text(text, encoding="utf-8")
    return folder


def troubles(folder, text):
    with pytest.raises(PackProblem) as problem:
        read_year(written(folder, text))
    return [(one.reason, one.at) for one in problem.value.troubles]


def test_the_steps_come_in_the_order_of_their_days(tmp_path):
    year = read_year(written(tmp_path, YEAR))

    assert [(step.code, step.due) for step in year.steps] == [
        ("guideline", date(2023, 12, 1)),
        ("half-year", date(2024, 7, 31)),
    ]
    assert [step.ours for step in year.steps] == [True, False]
    assert year.steps[1].owes == (Role.TASK_OWNER,)
    assert year.steps[1].title_en == "상반기 점검"  # nobody translated it yet
    assert [one.code for one in year.approval] == ["division_head"]


def test_a_year_of_2024_needs_a_folder_and_nothing_else(tmp_path):
    assert read_year(written(tmp_path, YEAR)).year == 2024


def test_the_years_that_ship_can_be_read_and_each_day_that_no_statute_names_says_that_it_is_ours():
    folders = [path.parent for path in sorted((ROOT / "years").glob("*/year.yaml"))]
    assert folders
    for folder in folders:
        year = read_year(folder)
        assert str(year.year) == folder.name
        assert all(step.ours or step.basis for step in year.steps)


@pytest.mark.parametrize(
    ("text", "reason", "at"),
    [
        (YEAR.replace("2024-07-31", "7월 말"), "not-a-date", "steps 1 due"),
        (YEAR.replace("[task_owner]", "[task_woner]"), "not-in-list", "steps 1 owes"),
        (YEAR.replace("round: results", "round: meeting"), "not-in-list", "steps 1 round"),
        (YEAR.replace("ours: true", "ours: 예"), "not-in-list", "steps 2 ours"),
        (YEAR.replace("code: guideline", "code: half-year"), "step-twice", "steps"),
        (YEAR.replace("code: guideline", "code: 지침/../1"), "bad-step-code", "steps 2 code"),
        (YEAR.replace("due: 2023-12-01, ", ""), "missing-key", "steps 2"),
        (YEAR.replace("before: [5, 0]", "before: [다섯]"), "not-an-integer", "reminders before"),
        (YEAR.replace("format: 1", "format: 9"), "unknown-format", "format"),
        (YEAR.replace("basis:", "bases:"), "unknown-key", "steps 1"),
        ("- 목록\n", "not-a-mapping", ""),
        ("steps: [", "broken-yaml", "L2"),
    ],
)
def test_a_trouble_names_its_place(tmp_path, text, reason, at):
    assert (reason, at) in troubles(tmp_path, text)


def test_every_trouble_is_told_at_once_and_in_words(tmp_path):
    text = YEAR.replace("2024-07-31", "7월 말").replace("code: guideline", "code: '지침 1'")
    with pytest.raises(PackProblem) as problem:
        read_year(written(tmp_path, text))

    said = [tell("packs", one.reason, {"file": one.file, "at": one.at, **one.facts}) for one in problem.value.troubles]
    assert len(said) == 2
    assert said[0].startswith("날짜가 있어야 하나 ‘7월 말’")


def test_a_folder_without_a_calendar_says_so(tmp_path):
    with pytest.raises(PackProblem, match="missing-file"):
        read_year(tmp_path)


def test_reminders_fall_on_their_days_and_on_no_other():
    due = date(2024, 7, 31)
    days = [due + timedelta(days=number) for number in range(-10, 11)]

    assert [(day - due).days for day in days if Reminders((7, 1, 0), (3,)).is_day(due, day)] == [-7, -1, 0, 3]
