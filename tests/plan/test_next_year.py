"""A new year starts from last year's plan: everything moves on by one year, and what is asked for is empty."""

from datetime import date

from hypothesis import given, settings

from tests.builders import budget_line, indicator, link, milestone, name, person, plan, tally, task
from tests.every import examples
from tests.shipped import MSS
from tests.strategies import plans
from uigwe import packs
from uigwe.plan import Kind
from uigwe.plan.carried import carried_from
from uigwe.plan.next_year import Achieved, next_year
from uigwe.plan.part import form_of
from uigwe.values import State, moved_on, read_when


def before(**more):
    return plan(
        indicator("만족도", past={2020: 90, 2021: 91, 2022: 92}, target=93, annex={2023: 93}, **more),
        task("Ⅰ-1-①", milestone("현장 점검"), budget_line({2022: "200", 2023: "224"}), link(), person()),
        name("Ⅰ-1-①", "하천을 정비한다"),
        tally("items", 1),
    )


def cells(of, kind):
    [one] = of.indicators
    return {printing.year: printing.written for printing in one.printings if printing.kind is kind}


def test_columns_move_on_the_target_is_asked_and_the_newest_result_is_unknown():
    moved = next_year(before())

    assert (moved.year, moved.title) == (2024, "2024년도 성과관리 시행계획")
    assert cells(moved, Kind.ACTUAL) == {2021: "91", 2022: "92", 2023: "-"}
    assert cells(moved, Kind.TARGET) == {2024: ""}
    assert not form_of(moved, "Ⅰ-1-①").cell("satisfaction@Ⅰ-1-①", "target").locked


def test_a_result_that_is_known_stands_in_its_column():
    moved = next_year(before(), {"satisfaction@Ⅰ-1-①": Achieved("93.4", provisional=True)})

    assert cells(moved, Kind.ACTUAL) == {2021: "91", 2022: "92", 2023: "93.4"}
    newest = next(one for one in moved.indicators[0].printings if one.year == 2023)
    assert (newest.state, str(newest.value)) == (State.PROVISIONAL, "93.4")


def test_reasons_and_bases_are_last_years_words_and_say_so():
    [use] = next_year(before(basis="last + 1")).indicators[0].uses

    assert (use.reason, use.basis) == ("〔2023〕 전년 실적 + 1", "〔2023〕 last + 1")
    assert (use.formula, use.source, use.nature) == ("이용자 300명이 준 점수의 평균", "만족도 조사 결과보고서", "결과")
    assert next_year(before()).indicators[0].continues == "satisfaction"


def test_milestones_move_on_and_say_whose_they_were():
    [one] = next_year(before()).task("Ⅰ-1-①").milestones

    assert (one.when, one.start, one.end, one.note) == ("’24.5월", date(2024, 5, 1), date(2024, 5, 31), "〔2023〕")


def test_last_years_money_stands_in_the_past_column_and_this_years_is_asked():
    [line] = next_year(before()).task("Ⅰ-1-①").budget

    assert [(one.year, one.written) for one in line.amounts] == [(2023, "224"), (2024, "")]
    assert not form_of(next_year(before()), "Ⅰ-1-①").cell("Ⅰ-1-①/b1", "amount").locked


def test_what_only_a_printed_document_has_is_not_carried_over():
    moved = next_year(before())

    assert moved.names == () and moved.tallies == () and moved.document.name == ""
    assert moved.task("Ⅰ-1-①").place.line is None
    assert len(moved.indicators[0].printings) == 4


def test_a_target_of_a_farther_year_stands_for_that_year():
    far = next_year(plan(indicator("만족도", code="Ⅰ", past={2022: 92}, target=95, year=2027)))

    assert cells(far, Kind.TARGET) == {2027: "95"}


def test_times_move_on_exactly_by_a_year():
    assert moved_on("’23.4~6월") == "’24.4~6월"
    assert moved_on("’22.12월~’23.1월") == "’23.12월~’24.1월"
    assert moved_on("2023. 3. 5.") == "2024. 3. 5."
    assert moved_on("분기별 1회") == "분기별 1회"
    assert moved_on("23.4월") == "24.4월"
    assert moved_on("’99.12월") == "’00.12월"


def test_every_time_of_the_shipped_plan_is_still_understood_a_year_later():
    shipped = packs.read(MSS).plan
    for old, new in zip(shipped.tasks(), next_year(shipped).tasks(), strict=True):
        for was, now in zip(old.milestones, new.milestones, strict=True):
            read = read_when(was.when, 2023)
            if (read.start, read.end) == (was.start, was.end):
                again = read_when(now.when, 2024)
                assert (again.start, again.end) == (now.start, now.end), now.when


def shape(of):
    return (
        [(node.code, node.title) for node in of.nodes()],
        [(len(one.milestones), len(one.budget), one.links and len(one.links), len(one.people)) for one in of.tasks()],
        [(one.id, one.name, one.unit, one.direction, [use.code for use in one.uses]) for one in of.indicators],
    )


@settings(max_examples=examples(60))
@given(plans())
def test_the_shape_stays_and_years_move_exactly(of):
    moved = next_year(of)
    twice = next_year(moved)

    assert shape(moved) == shape(of) == shape(twice)
    assert (moved.year, twice.year) == (of.year + 1, of.year + 2)
    for one in moved.indicators:
        for use in one.uses:
            assert max(one.history(use)) == of.year
            assert one.target(use).year == moved.year and one.target(use).written == ""
    for task_ in moved.tasks():
        assert all(line.amounts[-1].year == moved.year and not line.amounts[-1].written for line in task_.budget)
    for was, now in zip(of.tasks(), moved.tasks(), strict=True):
        for old, new in zip(was.milestones, now.milestones, strict=True):
            assert (new.start and new.start.year) == (old.start and old.start.year + 1)


@settings(max_examples=examples(60))
@given(plans())
def test_after_two_years_the_words_are_still_those_of_the_year_they_were_written_in(of):
    twice = next_year(next_year(of))

    marks = [carried_from(use.reason) for one in twice.indicators for use in one.uses if use.reason]
    marks += [carried_from(one.note) for task_ in twice.tasks() for one in task_.milestones]
    assert set(marks) <= {of.year}


@settings(max_examples=examples(30))
@given(plans())
def test_what_was_started_is_a_plan_that_can_be_kept(of):
    moved = next_year(of)

    assert packs.from_plain(packs.to_plain(moved)) == moved


def test_the_shipped_plan_a_year_later_is_a_pack_that_reads_as_it_was_written(tmp_path):
    moved = next_year(packs.read(MSS).plan)

    packs.write(packs.Pack(moved), tmp_path / "next")

    assert packs.read(tmp_path / "next").plan == moved
