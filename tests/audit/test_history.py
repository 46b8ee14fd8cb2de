"""The columns of the past, and the target against where the past was going."""

import pytest

from tests.builders import found_by, indicator, plan
from uigwe.audit import Level
from uigwe.texts import say


def with_columns(*years: int):
    usual = [
        indicator(f"지표 {n}", id=f"i{n}", code=f"Ⅰ-1-{'①②③④⑤'[n]}", past={2020: 1, 2021: 2, 2022: 3}, target=4)
        for n in range(4)
    ]
    odd = indicator("이행률", id="odd", code="Ⅱ-1-①", past=dict.fromkeys(years, 3), target=4)
    return plan(*usual, odd)


def test_a_table_without_last_years_column_is_an_error():
    [finding] = found_by("columns-years", with_columns(2019, 2020, 2021))

    assert finding.level is Level.ERROR
    assert say(finding).sentence == (
        "‘이행률’의 실적 칸은 2019, 2020, 2021년으로, 2023년 목표 바로 앞의 2022년 칸이 없습니다."
    )


def test_the_usual_columns_are_no_finding():
    assert found_by("columns-years", with_columns(2020, 2021, 2022)) == []


def test_a_plan_without_a_usual_form_has_no_odd_one():
    two = plan(indicator(past={2021: 1}, target=2), indicator("이행률", code="Ⅱ-1-①", past={2022: 1}, target=2))

    assert found_by("columns-years", two) == []


def test_a_target_far_on_the_easy_side_of_the_trend_is_a_notice():
    [finding] = found_by("target-far", plan(indicator(past={2020: "10.8", 2021: "14.9", 2022: "18.5"}, target="10.7")))

    assert (finding.level, finding.facts["case"], finding.facts["trend"]) == (Level.NOTICE, "easier", "22.43")


def test_where_less_is_better_the_sides_change():
    down = indicator(direction="down", past={2020: "10.8", 2021: "14.9", 2022: "18.5"}, target="10.7")

    [finding] = found_by("target-far", plan(down))

    assert finding.facts["case"] == "harder"


def test_twice_last_years_result_is_a_leap():
    [finding] = found_by("target-far", plan(indicator(unit="명", past={2022: 100}, target=190)))

    assert (finding.facts["case"], finding.facts["distance"]) == ("leap", "90")


def test_a_target_on_the_trend_is_no_finding():
    assert found_by("target-far", plan(indicator(past={2020: 10, 2021: "11.2", 2022: 12}, target=13))) == []


def test_a_target_below_the_best_year_is_a_notice():
    [finding] = found_by("target-below-best", plan(indicator(past={2020: "94.0", 2022: "86.9"}, target=87)))

    assert (finding.level, finding.values) == (Level.NOTICE, ("94.0", "87"))


def test_a_target_above_all_years_or_below_the_last_is_not_below_the_best():
    assert found_by("target-below-best", plan(indicator(past={2020: 80, 2022: 86}, target=87))) == []
    assert found_by("target-below-best", plan(indicator(past={2020: 94, 2022: 90}, target=87))) == []


def test_the_last_full_year_behind_a_provisional_one_is_told_once():
    provisional = plan(indicator("구매액", id="bought", past={2020: 90, 2021: 95, 2022: "(잠정) 80"}, target=93))

    assert found_by("target-below-best", provisional) == []
    assert len(found_by("target-retreats", provisional)) == 1


def test_a_running_total_that_falls_is_an_error():
    total = indicator("협약 건수", id="pacts", unit="건, 누적", past={2020: 132, 2021: 173, 2022: 152}, target=246)

    [finding] = found_by("cumulative-falls", plan(total))

    assert (finding.level, finding.values) == (Level.ERROR, ("173", "152"))


def test_a_running_total_that_grows_and_what_is_none_are_no_findings():
    total = indicator("협약 건수(누적)", id="pacts", unit="건", past={2021: 132, 2022: 173}, target=246)
    ratio = indicator("매출", id="sales", formula="누적 매출액 / 출연금", past={2021: 11, 2022: 10}, target=12)

    assert found_by("cumulative-falls", plan(total)) == []
    assert found_by("cumulative-falls", plan(ratio)) == []


def test_a_target_called_new_beside_past_results_is_a_doubt():
    [finding] = found_by("new-with-past", plan(indicator(past={2021: "173", 2022: "211"}, target="신규 246")))

    assert (finding.level, finding.facts["past"]) == (Level.DOUBT, "173, 211")


def test_what_is_really_new_is_no_finding():
    assert found_by("new-with-past", plan(indicator(past={2022: "신규"}, target="77"))) == []
    assert found_by("new-with-past", plan(indicator(target="신규 77"))) == []


@pytest.mark.parametrize(
    ("target", "reason", "found"),
    [
        (500, "지난 실적을 보아 도전적으로 설정", [Level.DOUBT]),
        (500, "지난 실적을 보아 설정", [Level.NOTICE]),
        (540, "지난 실적을 보아 도전적으로 설정", []),
        (410, "지난 실적을 보아 설정", []),
    ],
)
def test_a_cumulative_target_that_adds_less_than_the_year_before_is_told(target, reason, found):
    of = indicator("누적 구간", unit="개", past={2021: 300, 2022: 420}, target=target, reason=reason)

    assert [one.level for one in found_by("adds-less", plan(of))] == found


def test_a_figure_of_one_year_may_grow_by_less():
    of = indicator("구간", unit="개", past={2021: 300, 2022: 420}, target=500)

    assert found_by("adds-less", plan(of)) == []


def test_a_target_that_an_earlier_year_had_reached_is_a_notice():
    [finding] = found_by("target-below-best", plan(indicator(past={2020: "83.7", 2021: 84, 2022: "79.3"}, target=84)))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "reached")
    assert found_by("target-below-best", plan(indicator(past={2020: 82, 2021: 84, 2022: 84}, target=84))) == []


@pytest.mark.parametrize(
    ("written", "count"), [("정비방안 마련", 1), ("-", 0), ("신규", 0), ("해당 없음", 0), ("4건", 0)]
)
def test_a_result_in_words_beside_a_number_is_a_notice(written, count):
    found = found_by("result-in-words", plan(indicator("개정안 발의", unit="건", past={2022: written}, target=1)))

    assert [one.values for one in found] == [(written, "1")] * count
    assert found_by("result-in-words", plan(indicator("개정안", past={2022: written}, target="법령 시행"))) == []
