"""What is wrong with a pack is told all at once, each trouble with its place."""

import pytest

from tests.builders import budget_line, claim, indicator, milestone, plan, statement, task
from uigwe import packs
from uigwe.packs import Pack, PackProblem, Trouble
from uigwe.texts import LANGUAGES, tell


@pytest.fixture
def folder(tmp_path):
    """A good pack, to be spoilt."""
    good = plan(
        indicator("만족도", past={2022: 92}, target=93),
        task("Ⅰ-1-①", milestone("보고", "’23.5월", 2), budget_line()),
        statement(claim("1"), claim("2")),
    )
    packs.write(Pack(good), tmp_path / "pack")
    return tmp_path / "pack"


def spoil(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def troubles(folder) -> list[Trouble]:
    with pytest.raises(PackProblem) as problem:
        packs.read(folder)
    return list(problem.value.troubles)


INDICATOR = "indicators/satisfaction.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "reason", "at"),
    [
        (INDICATOR, "direction:", "directoin:", "unknown-key", ""),
        (INDICATOR, "direction: up", "direction: sideways", "not-in-list", "direction"),
        (INDICATOR, "level: task", "level: village", "not-in-list", "Ⅰ-1-① level"),
        (INDICATOR, "id: satisfaction", "id: other", "wrong-id", "id"),
        (INDICATOR, "code: Ⅰ-1-①", "code: Ⅸ-9-⑨", "unknown-code", "uses"),
        (INDICATOR, "unit: 점", "unit: [점]", "not-a-text", "unit"),
        (INDICATOR, "unit: 점", "unit: %", "broken-yaml", "L3"),
        (INDICATOR, "unit: 점", 'unit: "\\0"', "control-character", "unit"),
        (INDICATOR, "  line: 10", "  line: 10\n  lines: {reason: 12 o13}", "not-an-integer", "Ⅰ-1-① lines reason"),
        (INDICATOR, "  line: 10", "  line: 10\n  lines: {resaon: 12}", "unknown-key", "Ⅰ-1-① lines"),
        ("plan.yaml", "year: 2023", "year: soon", "not-an-integer", "year"),
        ("plan.yaml", "format: 1", "format: 7", "unknown-format", "format"),
        ("plan.yaml", "code: Ⅰ-1-①", "code: Ⅰ-1", "code-twice", "Ⅰ-1"),
        ("numbers.csv", "indicator,kind", "indicator,sort", "wrong-columns", "L1"),
        ("numbers.csv", ",93,93,", ",93,,", "value-against-state", "L3 value"),
        ("numbers.csv", ",93,93,", ",93,many,", "not-a-decimal", "L3 value"),
        ("numbers.csv", ",93,93,", ",93,9E1,", "not-a-decimal", "L3 value"),
        ("numbers.csv", ",93,93,", ",93,NaN,", "not-a-decimal", "L3 value"),
        ("numbers.csv", "satisfaction,target", "somebody,target", "unknown-indicator", "somebody"),
        ("numbers.csv", ",93,93,", ",93,93,1,", "wrong-cell-count", "L3"),
        ("milestones.csv", "Ⅰ-1-①,1", "Ⅰ-1-②,1", "unknown-task", "Ⅰ-1-②"),
        ("milestones.csv", "Ⅰ-1-①,1", "Ⅰ-1-①,one", "not-an-integer", "L2 row"),
        ("milestones.csv", "2023-05-31", "2023-05-32", "not-a-date", "L2 end"),
        ("milestones.csv", "2023-05-31", "2023-04-01", "ends-before-it-starts", "L2 end"),
        ("milestones.csv", "보고", '"보고', "broken-csv", "L2"),
        ("milestones.csv", "보고", "보\x00고", "control-character", "L2"),
        ("budget.csv", "detailed", "tiny", "not-in-list", "L2 level"),
        ("claims.csv", "body", "spine", "not-in-list", "L2 part"),
    ],
)
def test_a_spoilt_pack_is_told_with_its_file_and_place(folder, file, old, new, reason, at):
    spoil(folder, file, old, new)

    found = troubles(folder)

    [trouble] = [one for one in found if one.reason == reason]
    assert file in trouble.file or trouble.file in file
    assert trouble.at == at
    for language in LANGUAGES:
        assert tell("packs", trouble.reason, {"file": trouble.file, "at": trouble.at, **trouble.facts}, language)


def test_an_indicator_with_two_uses_by_one_task_is_a_trouble(folder):
    path = folder / INDICATOR
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text[text.index("- code:") :], encoding="utf-8")

    assert [(one.reason, one.file, one.facts) for one in troubles(folder)] == [
        ("use-twice", INDICATOR, {"found": "Ⅰ-1-①"})
    ]


def test_a_wrong_key_names_the_nearest_known_one(folder):
    spoil(folder, INDICATOR, "formula:", "fomula:")

    unknown, missing = troubles(folder)

    assert (unknown.reason, unknown.at, unknown.facts) == ("unknown-key", "Ⅰ-1-①", {"key": "fomula", "near": "formula"})
    assert (missing.reason, missing.facts) == ("missing-key", {"key": "formula"})
    assert tell("packs", "unknown-key", unknown.facts) == (
        "‘fomula’는 모르는 항목입니다. formula를 뜻하였다면 그렇게 고치고, 아니면 지우십시오."
    )


def test_all_troubles_are_told_at_once(folder):
    spoil(folder, INDICATOR, "direction: up", "direction: sideways")
    spoil(folder, "milestones.csv", "2023-05-31", "someday")
    spoil(folder, "claims.csv", "body", "spine")

    assert {one.reason for one in troubles(folder)} == {"not-in-list", "not-a-date"}
    assert {one.file for one in troubles(folder)} == {INDICATOR, "milestones.csv", "claims.csv"}


def test_an_indicator_that_nobody_uses_is_a_trouble(folder):
    path = folder / INDICATOR
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("uses:")] + "uses: []\n", encoding="utf-8")

    assert "no-uses" in {one.reason for one in troubles(folder)}


@pytest.mark.parametrize("file", ["plan.yaml", "claims.csv", INDICATOR])
def test_a_file_that_is_not_utf8_is_told_with_its_byte(folder, file):
    path = folder / file
    path.write_bytes(path.read_bytes() + "한글".encode("cp949"))

    assert [(one.reason, one.file) for one in troubles(folder)] == [("not-utf8", file)]


@pytest.mark.parametrize("text", ["", "[]", "just words", "- 1\n- 2\n", "a: &a [*a]", "{" * 3000])
def test_a_plan_file_of_any_other_shape_is_a_trouble_and_no_traceback(folder, text):
    (folder / "plan.yaml").write_text(text, encoding="utf-8")

    assert all(one.file for one in troubles(folder))


def test_a_file_saved_on_windows_is_read_all_the_same(folder):
    before = packs.read(folder)
    for path in folder.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert packs.read(folder) == before


def test_a_folder_that_is_not_there_or_is_no_pack_is_told(tmp_path):
    assert [one.reason for one in troubles(tmp_path / "nowhere")] == ["no-folder"]
    assert [one.reason for one in troubles(tmp_path)] == ["no-plan-file"]


def test_a_missing_table_is_an_empty_table(folder):
    (folder / "claims.csv").unlink()

    assert packs.read(folder).plan.claims == ()
