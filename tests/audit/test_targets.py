"""The target against the past, and what every indicator needs."""

from tests.builders import found_by, indicator, plan
from uigwe.audit import Level
from uigwe.texts import say


def test_a_target_below_last_years_result_is_a_doubt():
    retreat = plan(indicator("만족도", past={2022: 92}, target=90))

    [finding] = found_by("target-retreats", retreat)

    assert finding.level is Level.DOUBT
    assert say(finding).sentence == (
        "만족도는 2022년에 이미 92의 실적을 거두었으나 2023년 목표치는 90입니다(상향 지표, 차이 2)."
    )


def test_a_target_above_every_result_is_no_finding():
    advance = plan(indicator("만족도", past={2021: 91, 2022: 92}, target=93))

    assert found_by("target-retreats", advance) == []


def test_where_less_is_better_a_higher_target_is_the_retreat():
    worse = plan(indicator("처리기간", "down", unit="일", past={2022: 10}, target=12))
    better = plan(indicator("처리기간", "down", unit="일", past={2022: 10}, target=8))

    [finding] = found_by("target-retreats", worse)

    assert "하향 지표, 차이 2" in say(finding).sentence
    assert found_by("target-retreats", better) == []


def test_only_the_latest_result_counts():
    rebound = plan(indicator("만족도", past={2020: 95, 2022: 88}, target=90))

    assert found_by("target-retreats", rebound) == []


def test_below_a_provisional_result_is_only_a_notice():
    [finding] = found_by("target-retreats", plan(indicator(past={2022: "92 (잠정)"}, target=90)))

    assert finding.level is Level.NOTICE


def test_a_target_equal_to_the_result_stands_still():
    still = plan(indicator("만족도", past={2022: "54.1"}, target="54.1"))

    [finding] = found_by("target-stands-still", still)

    assert say(finding).sentence == "‘만족도’의 2023년 목표치 54.1은 2022년 실적 54.1과 같아 차이가 0입니다."
    assert found_by("target-retreats", still) == []


def test_a_target_that_moves_at_all_does_not_stand_still():
    assert found_by("target-stands-still", plan(indicator(past={2022: "54.1"}, target="54.2"))) == []


def test_a_new_indicator_has_nothing_to_be_compared_with():
    new = plan(indicator(past={2022: "신규"}, target=90))

    assert found_by("target-stands-still", new) == found_by("target-retreats", new) == []


def test_an_indicator_without_formula_is_incomplete():
    [finding] = found_by("missing-part", plan(indicator("만족도", target=90, formula=" ")))

    assert say(finding).sentence == "‘만족도’의 측정산식이 비어 있습니다."
    assert say(finding, "en").sentence == "The measurement formula of ‘만족도’ is empty."


def test_each_missing_part_is_told_by_itself():
    empty = plan(indicator(formula="", source=""))

    assert [finding.facts["part"] for finding in found_by("missing-part", empty)] != []
    assert {finding.facts["part"] for finding in found_by("missing-part", empty)} == {"formula", "source", "target"}


def test_a_target_in_words_is_a_target():
    assert found_by("missing-part", plan(indicator(unit="", target="시행령 개정"))) == []


def test_behind_a_part_of_a_year_the_last_full_year_counts():
    part = indicator(past={2021: "118.9", 2022: "103.9 (’22.11)"}, target="118.3", unit="조원")

    [finding] = found_by("target-retreats", plan(part))

    assert (finding.level, finding.facts["reached_in"]) == (Level.DOUBT, "2021")


def test_a_result_that_only_the_reason_tells_counts_as_reached():
    quiet = indicator(unit="명", past={2021: "-", 2022: "신규"}, target=518, reason="’21년도 397, ’22년도 546을 고려")

    [finding] = found_by("target-retreats", plan(quiet))

    assert finding.values == ("546", "518")
