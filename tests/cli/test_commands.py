"""The command line as a person uses it: exit codes, sentences instead of tracebacks, JSON others rely on."""

import json
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from uigwe.cli import main

PACK = Path("years/2023/plans/mss")


@pytest.fixture(autouse=True)
def korean(monkeypatch):
    monkeypatch.delenv("UIGWE_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "160")


def ran(capsys, *words):
    code = main([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_help_names_every_command_in_the_language_asked_for(capsys):
    code, korean, _ = ran(capsys, "--help")
    assert code == 0
    assert "audit" in korean
    assert "점검" in korean
    _, english, _ = ran(capsys, "--lang", "en", "--help")
    assert "check a plan" in english


def test_an_unknown_command_is_answered_with_the_nearest_one(capsys):
    code, _, err = ran(capsys, "adit")
    assert code == 2
    assert "'audit'" in err


def test_show_draws_the_tree_with_targets(capsys):
    code, out, _ = ran(capsys, "show", PACK)
    assert code == 0
    assert "Ⅱ-1-②" in out
    assert "→ 40.0%" in out
    assert "관리과제 46 · 성과지표 71" in out


@pytest.mark.parametrize("typed", ["Ⅱ-1-②", "2-1-2", "II-1-2"])
def test_one_task_is_shown_in_full_however_its_code_is_typed(capsys, typed):
    code, out, _ = ran(capsys, "show", PACK, typed)
    assert code == 0
    assert "28.1 + 12 %p = 40.1" in out
    assert "세부일정" in out


def test_a_thing_that_is_not_there_is_said_so(capsys):
    code, _, err = ran(capsys, "show", PACK, "Ⅸ-9")
    assert code == 2
    assert "Ⅳ-3-④" in err


def test_an_indicator_shows_the_formula_of_the_annex_where_it_is_another(capsys):
    assert "붙임의 측정산식" in ran(capsys, "show", PACK, "e-commerce-supported")[1]
    assert "붙임의 측정산식" not in ran(capsys, "show", PACK, "angel-gp-training-completions")[1]


def test_the_json_of_show_is_the_contract(capsys):
    code, out, _ = ran(capsys, "show", PACK, "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert [len(data[key]) for key in ("strategic_goals", "performance_goals", "tasks", "indicators")] == [
        4,
        17,
        46,
        71,
    ]
    assert len({one["id"] for one in data["indicators"]}) == 67
    first = next(one for one in data["indicators"] if one["code"] == "Ⅰ-1-①")
    assert first["history"]["2020"] == {"written": "-", "value": None, "state": "none"}
    assert first["history"]["2022"] == {"written": "88", "value": "88", "state": "final"}
    assert first["target"] == {"year": 2023, "written": "92", "value": "92", "state": "final"}
    assert {"part", "code", "line"} <= first["place"].keys()
    for one in data["indicators"]:
        for cell in [*one["history"].values(), one["target"]]:
            assert cell["state"] in ("final", "provisional", "new", "none", "text")
            assert (cell["value"] is None) is (cell["state"] not in ("final", "provisional"))
            assert cell["value"] is None or (isinstance(cell["value"], str) and Decimal(cell["value"]).is_finite())
    assert {link["place"] for task in data["tasks"] for link in task["agenda_links"]} == {"body", "annex"}


def test_audit_ends_with_one_when_an_error_is_open(capsys):
    code, out, _ = ran(capsys, "audit", PACK)
    assert code == 1
    assert "확인 필요" in out


def test_the_json_of_audit_has_the_promised_keys(capsys):
    _, out, _ = ran(capsys, "audit", PACK, "--format", "json")
    findings = json.loads(out)
    promised = {"check", "type", "level", "code", "place", "places", "values", "message", "steps"}
    assert all(promised <= finding.keys() for finding in findings)
    assert {finding["level"] for finding in findings} <= {"error", "doubt", "notice"}


def test_accepted_errors_do_not_fail_the_audit(capsys, tmp_path):
    pack = tmp_path / "mss"
    shutil.copytree(PACK, pack)
    _, out, _ = ran(capsys, "audit", pack, "--format", "json")
    errors = [finding for finding in json.loads(out) if finding["level"] == "error"]
    lines = [
        f"- {{check: {one['check']}, object: '{one['object']}', key: {one['key']}, why: 검토 완료, who: 담당, until: 2099-12-31}}"
        for one in errors
    ]
    (pack / "exceptions.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert ran(capsys, "audit", pack)[0] == 0
    assert ran(capsys, "audit", pack, "--today", "2100-01-01")[0] == 1


def test_audit_can_be_narrowed_to_a_goal(capsys):
    _, out, _ = ran(capsys, "audit", PACK, "--code", "2-1", "--format", "json")
    assert {finding["code"].startswith("Ⅱ-1") for finding in json.loads(out)} == {True}


def test_diff_of_a_pack_with_itself_says_nothing_changed(capsys):
    code, out, _ = ran(capsys, "diff", PACK, PACK)
    assert code == 0
    assert "달라진 것이 없습니다" in out


def test_diff_tells_a_changed_target_by_meaning(capsys, tmp_path):
    changed = tmp_path / "mss"
    shutil.copytree(PACK, changed)
    numbers = changed / "numbers.csv"
    text = numbers.read_text(encoding="utf-8")
    row = "support-notice-matching-rate,target,2023,40.0%,40.0,final,body"
    assert text.count(row) == 1
    numbers.write_text(text.replace(row, row.replace("40.0", "41.5")), encoding="utf-8")
    _, out, _ = ran(capsys, "diff", PACK, changed, "--format", "json")
    [change] = json.loads(out)
    assert (change["code"], change["field"], change["before"], change["after"]) == (
        "Ⅱ-1-②",
        "target.2023",
        "40.0%",
        "41.5%",
    )


BAD_PACKS = {
    "no folder": lambda pack: shutil.rmtree(pack),
    "no plan file": lambda pack: (pack / "plan.yaml").unlink(),
    "broken yaml": lambda pack: (pack / "plan.yaml").write_text("goals: [", encoding="utf-8"),
    "not a mapping": lambda pack: (pack / "plan.yaml").write_text("- 1", encoding="utf-8"),
    "wrong key": lambda pack: _edit(pack / "plan.yaml", "mission:", "misson:"),
    "wrong column": lambda pack: _edit(pack / "milestones.csv", "quarter", "quater"),
    "wrong code page": lambda pack: (pack / "names.csv").write_bytes("이름".encode("cp949")),
    "torn table": lambda pack: (pack / "budget.csv").write_text("task,row\n", encoding="utf-8"),
    "unknown task": lambda pack: _edit(pack / "people.csv", "Ⅰ-1-①", "Ⅸ-9-⑨"),
}


def _edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("kind", BAD_PACKS)
@pytest.mark.parametrize("command", ["show", "audit"])
def test_a_bad_pack_gets_a_sentence_and_never_a_traceback(capsys, tmp_path, kind, command):
    pack = tmp_path / "mss"
    shutil.copytree(PACK, pack)
    BAD_PACKS[kind](pack)
    for language in ("ko", "en"):
        code, out, err = ran(capsys, "--lang", language, command, pack)
        assert code == 2
        assert out == ""
        assert err.strip()
        assert "Traceback" not in err
        assert "{" not in err


def test_help_is_quick_because_it_loads_no_room():
    seen = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "from uigwe.cli import main; main(['--help'])"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rsplit("|", 1)[-1].strip() for line in seen.stderr.splitlines()}
    assert not {name for name in loaded if name.startswith(("django", "rich", "yaml", "uigwe.plan", "uigwe.documents"))}


# ── what is missing or not known ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("audit",), "빠진 것이 있습니다: DIR"),
        (("audit", "--level", "wrong", PACK), "쓸 수 있는 것: error, doubt, notice"),
        (("audit", "--today", "today", PACK), "--today에 ‘today’"),
        (("audit", PACK, "--out"), "--out 뒤에 값이 없습니다"),
        (("show", PACK, "--colour"), "모르는 것이 있습니다: --colour"),
    ],
)
def test_arguments_that_do_not_fit_are_told_in_korean_with_the_way_to_the_help(capsys, words, told):
    with pytest.raises(SystemExit) as stopped:
        main([str(word) for word in words])
    err = capsys.readouterr().err
    assert stopped.value.code == 2
    assert told in err
    assert "--help" in err


def test_a_language_that_is_not_spoken_here_is_refused_in_both(capsys):
    code, _, err = ran(capsys, "--lang", "fr", "show", PACK)
    assert code == 2
    assert "--lang ko" in err and "Use --lang" in err


def test_findings_go_into_a_file_and_bring_their_repairs_when_asked(capsys, tmp_path):
    file = tmp_path / "findings.json"
    code, out, _ = ran(capsys, "audit", PACK, "--check", "values-differ", "--format", "json", "--fixes", "--out", file)

    told = json.loads(file.read_text(encoding="utf-8"))
    assert code == 1 and str(file) in out
    assert told and any(one["fixes"] for one in told)


def test_the_table_names_the_check_of_each_finding(capsys):
    _, out, _ = ran(capsys, "audit", PACK, "--check", "target-basis")
    assert "target-basis" in out


def test_next_years_plan_is_started_from_this_one_and_never_written_over(capsys, tmp_path):
    out = tmp_path / "2024"

    code, told, _ = ran(capsys, "next", PACK, "--out", out)
    again, _, why = ran(capsys, "next", PACK, "--out", out)

    assert code == 0 and "2024년 계획의 초안" in told and "67개" in told
    assert again == 2 and "덮어쓰지 않았습니다" in why
    _, shown, _ = ran(capsys, "show", out)
    assert "관리과제 46 · 성과지표 71" in shown
