"""Reading and writing again gives the same bytes, and nothing is lost on the way."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from tests.builders import indicator, milestone, plan, task
from tests.every import examples
from tests.shipped import MSS, pack
from tests.strategies import plans
from uigwe import packs
from uigwe.packs import Acceptance, Pack, Question
from uigwe.plan import Paragraph, Patch, Place, Plan, edited


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_pack_that_ships_is_written_with_the_same_bytes(tmp_path):
    packs.write(pack(), tmp_path / "mss")

    assert content(tmp_path / "mss") == content(MSS)


# Looking for the smallest plan that fails would write hundreds of packs.
WITHOUT_SHRINKING = [phase for phase in Phase if phase is not Phase.shrink]


@settings(max_examples=examples(15), phases=WITHOUT_SHRINKING)
@given(plans())
def test_any_plan_comes_back_as_it_was_and_is_written_with_the_same_bytes(tmp_path_factory, one):
    folder = tmp_path_factory.mktemp("pack")

    packs.write(Pack(one), folder / "a")
    again = packs.read(folder / "a")
    packs.write(again, folder / "b")

    assert again.plan == in_reading_order(one)
    assert content(folder / "a") == content(folder / "b")


def in_reading_order(one: Plan) -> Plan:
    """A pack keeps indicators in reading order of their first use."""
    order = {indicator.id: index for index, (indicator, _) in enumerate(one.uses())}
    return replace(one, indicators=tuple(sorted(one.indicators, key=lambda indicator: order[indicator.id])))


def test_a_milestone_that_was_given_up_comes_back_with_its_reason(tmp_path):
    struck = edited(plan(task("Ⅰ-1-①", milestone(), milestone("보고"))), Patch("Ⅰ-1-①/m1", "struck", "사업 중단"))
    packs.write(Pack(struck), tmp_path / "a")

    assert packs.read(tmp_path / "a").plan == struck
    assert packs.from_plain(packs.to_plain(struck)) == struck
    assert (tmp_path / "a" / "struck.csv").is_file()


def test_what_goes_along_with_a_plan_comes_back_too(tmp_path):
    whole = Pack(
        plan(indicator("만족도", target=93)),
        exceptions=(Acceptance("sum", "claim:x:y", "0123", "기저효과", "kim", date(2023, 12, 31)),),
        text=(Paragraph("쉼표, “따옴표”\n줄바꿈", Place(code="Ⅰ-1-①", line=3)),),
        questions=(Question("q1", "unit", "Ⅰ-1", 4, "발췌", "점", ("명", "개"), "명"),),
    )

    packs.write(whole, tmp_path / "pack")

    assert packs.read(tmp_path / "pack") == whole


@settings(max_examples=examples(20))
@given(plans())
def test_plain_json_loses_nothing(one):
    text = json.dumps(packs.to_plain(one), ensure_ascii=False)

    assert packs.from_plain(json.loads(text)) == one
    assert packs.hash_of(packs.from_plain(json.loads(text))) == packs.hash_of(one)


def test_the_2023_plan_survives_plain_json():
    assert packs.from_plain(json.loads(json.dumps(packs.to_plain(pack().plan)))) == pack().plan


def test_a_changed_fact_changes_the_hash():
    one, other = plan(indicator(target=93)), plan(indicator(target="93.0"))

    assert packs.hash_of(one) != packs.hash_of(other)


def test_a_value_keeps_the_digits_that_were_printed(tmp_path):
    packs.write(Pack(plan(indicator(past={2022: "92.0"}, target=93))), tmp_path / "pack")

    [found] = packs.read(tmp_path / "pack").plan.indicators

    assert [str(one.value) for one in found.printings] == ["92.0", "93"]
    assert isinstance(found.printings[0].value, Decimal)


def test_an_unknown_format_of_plain_json_is_refused():
    with pytest.raises(ValueError, match="format"):
        packs.from_plain({"format": 99, "plan": {}})


def test_the_contract_of_2023_has_71_entries_and_decimal_strings():
    told = packs.contract(pack().plan)

    assert len(told["indicators"]) == 71
    [first] = [one for one in told["indicators"] if one["code"] == "Ⅰ-1-①"]
    assert first["target"]["value"] == "92" and first["level"] == "task"
    json.dumps(told)


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["가\x00나", "가\r나", "\x1b[31m", "\ud800"])
@pytest.mark.parametrize("where", ["milestone", "title"])
def test_what_would_not_come_back_is_not_written(tmp_path, text, where):
    hostile = plan(task("Ⅰ-1-①", milestone(text))) if where == "milestone" else plan(task("Ⅰ-1-①", title=text))

    with pytest.raises(packs.PackProblem) as problem:
        packs.write(Pack(hostile), tmp_path / "pack")

    assert {trouble.reason for trouble in problem.value.troubles} == {"control-character"}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("id", ["../../stolen", "a/b", "", "한글", "A"])
def test_no_indicator_writes_outside_its_folder(tmp_path, id):
    escaping = replace(indicator(target=1), id=id)

    with pytest.raises(packs.PackProblem) as problem:
        packs.write(Pack(plan(escaping)), tmp_path / "pack")

    assert problem.value.troubles[0].reason == "wrong-id"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text", ["=1+1", "+82", "-", "@me", 'say "가, 나"', "두\n줄", " 앞뒤 ", "yes", "2023", "null", "%"]
)
def test_awkward_text_comes_back_as_it_was(tmp_path, text):
    awkward = plan(task("Ⅰ-1-①", milestone(text), title=text), indicator(target=1, source=text))

    packs.write(Pack(awkward), tmp_path / "pack")

    assert packs.read(tmp_path / "pack").plan == awkward


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("…", encoding="utf-8")

    with pytest.raises(packs.PackProblem) as problem:
        packs.write(Pack(plan()), tmp_path / "letters")

    assert problem.value.troubles[0].reason == "folder-in-use"
    assert content(tmp_path) == {"letters/dear.txt": "…".encode()}


def test_writing_again_replaces_and_leaves_nothing_behind(tmp_path):
    packs.write(Pack(plan(indicator(id="old", target=1))), tmp_path / "pack")
    packs.write(Pack(plan(indicator(id="new", target=1))), tmp_path / "pack")

    assert [path.name for path in tmp_path.iterdir()] == ["pack"]
    assert [path.stem for path in (tmp_path / "pack" / "indicators").iterdir()] == ["new"]
