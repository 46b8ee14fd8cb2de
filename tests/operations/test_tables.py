"""Tables of other people's indicators, by a layout alone: all rows accounted for, targets exact."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from uigwe import packs
from uigwe.cli import main
from uigwe.operations.tables import import_table, layout_text, proposed_layout
from uigwe.packs import PackProblem
from uigwe.plan import Seeks, TargetType
from uigwe.texts import LANGUAGES, sentences
from uigwe.values import Direction, State

LAYOUT = Path("years/2018/layouts/gc-infobase.yaml")
HEAD = (
    "id,result_id,name_en,target_year,target_explanation_en,target_type,target_min,target_max,"
    "target_narrative_en,doc,methodology_en,seeking_to"
)
ROWS = (
    'I-1,R-1,"Lakes, clean",2020,why,percent,82.50,,,dp18,how,max',
    "I-2,R-1,Days of waiting,2019,,num,,30.00,,dp18,,min",
    "I-3,R-2,Mean degree,2019,,num_range,4.00,5.00,,dp18,,range",
    'I-4,R-2,Plan of boats,,,text,,,"8 boats\nor more",dp18,,text',
    "I-5,R-3,Fish,,,tbd,,,,dp18,,max",
    "I-6,R-3,Exactly half,2019,,percent,50.00,50.00,,dp18,,target",
    "I-7,R-3,Of next year,2020,,percent,50.00,,,dp19,,max",
    "I-8,R-9,Of no result,2020,,percent,50.00,,,dp18,,max",
    "I-9,R-3,,2020,,percent,50.00,,,dp18,,max",
    "I-1,R-3,Twice,2020,,percent,50.00,,,dp18,,max",
    "I-10,R-3,Odd word,2020,,percent,50.00,,,dp18,,upwards",
    "I-11,R-3,No number,2020,,percent,many,,,dp18,,max",
    "I-12,R-3,Turned round,2020,,percent_range,9.00,4.00,,dp18,,range",
)
RESULTS = "id,subject_id,name_en\nR-1,LAKE,Lakes are clean\nR-2,LAKE,Boats run\nR-3,SEA,Fish live\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "results.csv").write_text(RESULTS, encoding="utf-8")
    path = tmp_path / "indicators.csv"
    path.write_text("\n".join((HEAD, *ROWS)) + "\n", encoding="utf-8")
    return path


def test_every_row_is_taken_or_listed_with_its_reason(table):
    imported = import_table(table, LAYOUT, "lakes", 2018)

    assert imported.rows == len(ROWS)
    assert len(imported.pack.plan.indicators) + len(imported.left_out) == imported.rows
    assert Counter(one.reason for one in imported.left_out) == Counter(
        ["other-year", "no-group", "no-name", "id-twice", "unknown-word", "not-a-number", "low-above-high"]
    )
    assert imported.left_out[0].id == "I-7"


def test_direction_type_and_bounds_are_exact(table):
    plan = import_table(table, LAYOUT, "lakes", 2018).pack.plan
    told = {
        one.id: (one.direction, one.unit, one.bounds.type, one.bounds.seeks, one.bounds.low, one.bounds.high)
        for one in plan.indicators
    }

    assert told == {
        "i-1": (Direction.UP, "%", TargetType.NUMBER, Seeks.AT_LEAST, Decimal("82.50"), None),
        "i-2": (Direction.DOWN, "", TargetType.NUMBER, Seeks.AT_MOST, None, Decimal("30.00")),
        "i-3": (Direction.UP, "", TargetType.RANGE, Seeks.WITHIN, Decimal("4.00"), Decimal("5.00")),
        "i-4": (Direction.UP, "", TargetType.WORDS, Seeks.WORDS, None, None),
        "i-5": (Direction.UP, "", TargetType.OPEN, Seeks.AT_LEAST, None, None),
        "i-6": (Direction.UP, "%", TargetType.NUMBER, Seeks.EXACTLY, Decimal("50.00"), Decimal("50.00")),
    }


def test_targets_are_printed_in_one_cell_with_its_state(table):
    plan = import_table(table, LAYOUT, "lakes", 2018).pack.plan
    told = {one.id: one.target(one.uses[0]) for one in plan.indicators}

    assert [(told[id].year, told[id].written, told[id].state) for id in ("i-1", "i-3", "i-4", "i-5", "i-6")] == [
        (2020, "82.50", State.FINAL),
        (2019, "4.00~5.00", State.TEXT),
        (2018, "8 boats\nor more", State.TEXT),
        (2018, "", State.NONE),
        (2019, "50.00", State.FINAL),
    ]


def test_results_become_goals_below_what_they_belong_to(table):
    plan = import_table(table, LAYOUT, "lakes", 2018).pack.plan

    assert [(goal.code, goal.title, [one.title for one in goal.goals]) for goal in plan.goals] == [
        ("Ⅰ", "LAKE", ["Lakes are clean", "Boats run"]),
        ("Ⅱ", "SEA", ["Fish live"]),
    ]


def test_a_pack_with_bounds_comes_back_as_it_was(table, tmp_path):
    pack = import_table(table, LAYOUT, "lakes", 2018).pack
    packs.write(pack, tmp_path / "pack")

    assert packs.read(tmp_path / "pack").plan == pack.plan
    assert packs.from_plain(packs.to_plain(pack.plan)) == pack.plan


@pytest.mark.parametrize(
    ("was", "becomes", "reason"),
    [("type: number", "type: sum", "not-in-list"), ("low: '82.50'", "low: lots", "not-a-decimal")],
)
def test_wrong_bounds_are_a_trouble(table, tmp_path, was, becomes, reason):
    packs.write(import_table(table, LAYOUT, "lakes", 2018).pack, tmp_path / "pack")
    path = tmp_path / "pack/indicators/i-1.yaml"
    assert was in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(was, becomes), encoding="utf-8")

    with pytest.raises(PackProblem) as caught:
        packs.read(tmp_path / "pack")

    assert reason in [trouble.reason for trouble in caught.value.troubles]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_words(language, table):
    left_out = import_table(table, LAYOUT, "lakes", 2018).left_out

    of_sheets = {"above-head", "hidden-row", "goes-on-from-above", "total-row", "not-computed", "cell-error"}
    assert {one.reason for one in left_out} | of_sheets == sentences("rows", language).keys()


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "utf-16"])
def test_a_table_of_an_office_is_read_by_the_layout_its_header_proposes(tmp_path, encoding):
    path = tmp_path / "table.csv"
    path.write_text(
        "과제,성과지표명,단위,'21,'22,2023년 목표,측정산식\nⅠ-1,수질 만족도,점,82.5,(잠정) 84.6,86,설문\n",
        encoding=encoding,
    )
    layout = tmp_path / "layout.yaml"
    layout.write_text(layout_text(proposed_layout(path, 2023).layout), encoding="utf-8")

    imported = import_table(path, layout, "garam", 2023)

    [one] = imported.pack.plan.indicators
    use = one.uses[0]
    assert (one.name, one.unit, use.formula, one.bounds) == ("수질 만족도", "점", "설문", None)
    assert {year: printing.written for year, printing in one.history(use).items()} == {
        2021: "82.5",
        2022: "(잠정) 84.6",
    }
    assert one.target(use).value == 86


@pytest.mark.parametrize(
    "tree",
    [
        {"kind": "text"},
        {"kind": "table"},
        {"kind": "table", "fields": {"id": "id"}},
        {"kind": "table", "fields": {"name": "no such column"}},
        {"kind": "table", "fields": {"name": "name_en", "colour": "id"}},
        {"kind": "table", "fields": {"name": {"values": {}}}},
        ["kind"],
    ],
)
def test_a_layout_that_does_not_fit_is_a_trouble(table, tmp_path, tree):
    layout = tmp_path / "layout.yaml"
    layout.write_text(yaml.safe_dump(tree), encoding="utf-8")

    with pytest.raises(PackProblem) as caught:
        import_table(table, layout, "lakes", 2018)

    assert caught.value.troubles[0].reason == "layout-lacks"


def test_the_command_says_what_became_of_the_rows(table, tmp_path, capsys):
    words = ["import", str(table), "--agency", "lakes", "--year", "2018", "--out", str(tmp_path / "pack")]

    assert main([*words, "--layout", str(LAYOUT), "--questions"]) == 0
    told = capsys.readouterr().out
    assert "13행 가운데 6행을 담고 7행을 담지 않았습니다." in told
    assert "I-12\tlow-above-high" in told
    assert main(words) == 0
    assert yaml.safe_load(capsys.readouterr().out)["kind"] == "table"


def test_a_changed_table_is_shown_before_it_is_written(table, tmp_path, capsys):
    words = ["import", str(table), "--agency", "lakes", "--year", "2018", "--out", str(tmp_path / "pack")]
    words += ["--layout", str(LAYOUT)]
    assert main(words) == 0
    table.write_text(table.read_text(encoding="utf-8").replace("82.50", "83.50"), encoding="utf-8")
    capsys.readouterr()

    assert main(words) == 1
    assert "83.50" in capsys.readouterr().out
    assert packs.read(tmp_path / "pack").plan.indicator("i-1").bounds.low == Decimal("82.50")
    assert main([*words, "--yes"]) == 0
    assert packs.read(tmp_path / "pack").plan.indicator("i-1").bounds.low == Decimal("83.50")
