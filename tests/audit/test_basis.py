"""The target against the reason that the plan gives for it."""

from tests.builders import found_by, indicator, plan
from uigwe.audit import Level
from uigwe.texts import say

THREE_YEARS = {2020: "89.5", 2021: "89.7", 2022: "89.9"}


def test_a_target_that_its_basis_does_not_yield_is_an_error():
    wrong = plan(indicator("만족도", past=THREE_YEARS, target="90.4", basis="mean(2020..2022) * (100 % + 0.4 %)"))

    [finding] = found_by("target-basis", wrong)

    assert finding.level is Level.ERROR
    assert say(finding).sentence == (
        "‘만족도’의 목표치는 90.4이나, 산출근거(2020~2022년 실적의 평균보다 0.4% 높은 값)를 다시 계산하면 90.06이며 "
        "반올림을 감안해도 차이가 남습니다."
    )
    assert finding.steps == (
        "mean(89.5, 89.7, 89.9) = 89.7",
        "100 % + 0.4 % = 1.004",
        "89.7 * 1.004 = 90.0588",
    )


def test_a_target_that_follows_is_no_finding():
    right = plan(indicator("만족도", past=THREE_YEARS, target="90.1", basis="mean(2020..2022) * (100 % + 0.4 %)"))

    assert found_by("target-basis", right) == []


def test_what_cutting_the_last_digit_explains_is_a_notice():
    cut = plan(
        indicator("만족도", past={2020: "14.9", 2021: "16.4", 2022: "20.5"}, target="17.2", basis="mean(2020..2022)")
    )

    [finding] = found_by("target-basis", cut)

    assert finding.level is Level.NOTICE
    assert say(finding).sentence == (
        "‘만족도’의 목표치는 17.2, 산출근거(2020~2022년 실적의 평균)를 다시 계산한 값은 17.27로, "
        "반올림이나 끝자리 처리로 설명되는 차이입니다."
    )


def test_what_the_rounding_of_a_printed_result_explains_is_no_error():
    """88 may have been 88.4: 5 % more is then 92.8, printed 93."""
    within = plan(indicator("만족도", past={2022: 88}, target=93, basis="last * 105 %"))

    assert [finding.level for finding in found_by("target-basis", within)] == [Level.NOTICE]


def test_an_indicator_without_basis_is_not_recomputed():
    assert found_by("target-basis", plan(indicator(past={2022: 88}, target=93))) == []


def test_a_result_quoted_in_the_reason_fills_an_empty_cell():
    quoted = plan(indicator(past={2022: "신규"}, quoted={2022: "76"}, target=80, basis="last + 4"))

    assert found_by("target-basis", quoted) == found_by("basis-unreadable", quoted) == []


def test_a_basis_that_cannot_be_read_is_a_doubt_and_stops_nothing():
    """An officer may type anything; the audit goes on and says so once."""
    broken = plan(indicator("만족도", past={2022: 88}, target=93, basis="lats * 105 %"))

    [finding] = found_by("basis-unreadable", broken)

    assert found_by("target-basis", broken) == found_by("percent-or-points", broken) == []
    assert say(finding).sentence == "‘만족도’의 산출근거 ‘lats * 105 %’를 식으로 읽을 수 없습니다(모르는 낱말)."
    assert finding.steps == ("    lats * 105 %", "    ~~~~")


def test_a_ratio_added_to_a_value_is_told_as_such():
    [finding] = found_by("basis-unreadable", plan(indicator("만족도", past={2022: 88}, target=93, basis="last + 4 %")))

    assert say(finding).sentence == "‘만족도’의 산출근거 ‘last + 4 %’를 식으로 읽을 수 없습니다(비율(%)을 값에 더함)."


def test_a_basis_on_a_year_that_the_plan_does_not_print_is_a_doubt():
    [finding] = found_by(
        "basis-unreadable", plan(indicator("만족도", past={2022: 88}, target=93, basis="mean(2020..2022)"))
    )

    assert say(finding).sentence == (
        "‘만족도’의 산출근거(2020~2022년 실적의 평균)에 쓰인 2020년 값이 계획 어디에도 적혀 있지 않아, 목표치(93)를 확인할 수 없습니다."
    )


def test_a_window_a_year_too_early_is_told_with_the_years_that_fit():
    early = plan(indicator("만족도", past={2020: 80, 2021: 84, 2022: 88}, target=84, basis="mean(2019..2021)"))

    [finding] = found_by("basis-unreadable", early)

    assert finding.values == ("mean(2019..2021)", "mean(2020..2022)", "84")
    assert say(finding).sentence == (
        "‘만족도’의 산출근거(2019~2021년 실적의 평균)에 쓰인 2019년 값은 계획 어디에도 없고, 2020~2022년 실적의 평균으로 "
        "계산하면 목표치 84와 같습니다. "
        "근거에 적힌 연도를 확인할 필요가 있습니다."
    )


def test_a_target_on_results_still_to_come_is_a_notice():
    later = plan(indicator("만족도", past={2022: 88}, target="직전 3년 평균", year=2027, basis="mean(2024..2026)"))

    [finding] = found_by("basis-unreadable", later)

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "future")


def test_a_basis_that_divides_by_nothing_has_no_value():
    [finding] = found_by("basis-unreadable", plan(indicator("만족도", past={2022: 88}, target=93, basis="last / 0")))

    assert (
        say(finding).sentence
        == "‘만족도’의 산출근거(전년도 실적 ÷ 0)는 0으로 나누는 등 값이 정해지지 않는 계산이어서, 목표치(93)를 확인할 수 없습니다."
    )


def test_a_basis_that_can_be_read_and_computed_is_no_doubt():
    assert found_by("basis-unreadable", plan(indicator(past={2022: 88}, target=93, basis="last * 105 %"))) == []


def test_percent_in_the_reason_where_points_were_added_is_a_doubt():
    mixed = plan(
        indicator("이행률", unit="%", past={2022: 88}, target=92, basis="last + 4 %p", reason="88%보다 4% 상향")
    )

    [finding] = found_by("percent-or-points", mixed)

    assert say(finding).sentence == (
        "‘이행률’의 산출근거는 “4%”라고 적었습니다. 4%p를 더하면 92, 4%를 곱하여 늘리면 91.52이고, 적힌 목표치는 92입니다."
    )
    assert finding.values == ("4%", "92", "91.52", "92")


def test_points_called_points_are_no_doubt():
    clear = plan(
        indicator("이행률", unit="%", past={2022: 88}, target=92, basis="last + 4 %p", reason="88%보다 4%p 상향")
    )

    assert found_by("percent-or-points", clear) == []


def test_without_the_result_the_two_readings_are_still_told_apart():
    unknown = plan(indicator("이행률", unit="%", target=92, basis="last + 4 %p", reason="전년보다 4% 상향"))

    [finding] = found_by("percent-or-points", unknown)

    assert say(finding).sentence == "‘이행률’의 산출근거는 “4%”라고 적었으나, 더한 것은 4%p로 보입니다."


def test_points_taken_away_are_read_as_a_fall_in_percent():
    falling = plan(
        indicator("이행률", "down", unit="%", past={2022: 50}, target=45, basis="last - 5 %p", reason="5% 감축")
    )

    [finding] = found_by("percent-or-points", falling)

    assert (finding.facts["as_points"], finding.facts["as_percent"]) == ("45", "47.5")


def test_a_target_that_is_printed_more_coarsely_than_all_results_is_a_notice():
    past = {2020: "76.9", 2021: "78.5", 2022: "78.3"}
    [finding] = found_by("target-basis", plan(indicator(past=past, target="80", basis="mean(2020..2022) * 103 %")))

    assert (finding.level, finding.values) == (Level.NOTICE, ("80", "80.2"))
    whole = {2020: "77", 2021: "78.5", 2022: "78.3"}
    assert found_by("target-basis", plan(indicator(past=whole, target="80", basis="mean(2020..2022) * 103 %"))) == []
