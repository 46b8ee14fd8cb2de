"""Means and standard deviations, recomputed from the values beside them."""

import pytest

from tests.audit.prose import found_in
from tests.builders import claim, found_by, indicator, plan, statement
from uigwe.audit import Case, Level, audit, check_by_id
from uigwe.texts import say


def of(mean: str, *values: str, unit: str = "점", period: str = "2020..2022"):
    years = [claim(value, unit=unit, period=str(2020 + index)) for index, value in enumerate(values)]
    return plan(statement(*years, claim(mean, "mean", unit=unit, period=period, subject="방문객 평균")))


def spread(sd: str, *values: str, mean: str = "11.58", period: str = "2018..2022"):
    years = [claim(value, unit="%", period=str(2023 - len(values) + index)) for index, value in enumerate(values)]
    return plan(
        statement(
            *years,
            claim(mean, "mean", unit="%", period=period, subject="증가율 평균"),
            claim(sd, "sd", unit="%", period=period, subject="증가율 표준편차"),
        )
    )


def test_a_wrong_mean_is_an_error():
    [finding] = found_by("mean", of("81.7", "70.0", "75.0", "80.0"))

    assert finding.level is Level.ERROR
    assert say(finding).sentence == "‘방문객 평균’의 평균은 81.7로 적혀 있으나, 함께 적힌 값들을 평균하면 75입니다."
    assert finding.steps == ("(70 + 75 + 80) / 3 = 75",)


def test_a_mean_cut_instead_of_rounded_is_a_notice():
    [finding] = found_by("mean", of("30.26", "29.7", "30.0", "31.1", unit="%"))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "cut")
    assert finding.values == ("30.26", "30.267")


@pytest.mark.parametrize("mean", ["81.7", "82"])
def test_a_right_mean_is_no_finding_however_it_is_rounded(mean):
    assert found_by("mean", of(mean, "78", "82.5", "84.6")) == []


def test_a_mean_of_more_years_than_are_printed_is_a_notice():
    [finding] = found_by("mean", of("100", "100", "100", unit="%", period="2019..2021"))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "missing")


def test_a_spread_smaller_than_the_printed_values_allow_is_an_error():
    [finding] = found_by("deviation", spread("1.78", "10.8", "14.9", "18.5"))

    assert finding.level is Level.ERROR
    assert finding.values == ("1.78", "4.57")
    assert finding.steps == ("sd(10.8, 14.9, 18.5, 6.85, 6.85) = 4.57",)


def test_a_spread_that_the_unprinted_values_may_have_is_no_finding():
    assert found_by("deviation", spread("5.2", "10.8", "14.9", "18.5")) == []


@pytest.mark.parametrize("sd", ["0.82", "1.00"])
def test_both_ways_to_divide_are_right_when_all_values_are_printed(sd):
    assert found_by("deviation", spread(sd, "1.00", "2.00", "3.00", mean="2.00", period="2020..2022")) == []


def test_a_spread_larger_than_that_of_all_values_is_an_error():
    [finding] = found_by("deviation", spread("2.00", "1.00", "2.00", "3.00", mean="2.00", period="2020..2022"))

    assert finding.facts["case"] == "known"


def reasoned(reason: str, unit: str = "%", past: dict[int, str] | None = None):
    own = past or {2020: "29.7", 2021: "30.0", 2022: "31.1"}
    return Case(plan(indicator("정비율", unit=unit, past=own, target="31.2", reason=reason)), None, ())


def means_in(of: Case):
    check = check_by_id("mean")
    assert check
    return audit(of, (check,)).findings


@pytest.mark.parametrize(
    ("reason", "level"),
    [
        ("최근 3개년 평균(30.26%) 등을 고려", Level.NOTICE),
        ("최근 3년간 평균인 33.1%보다 1% 상향", Level.ERROR),
        ("최근 3개년(’20~’22년) 실적치 평균 33.1% 대비 상향", Level.ERROR),
    ],
)
def test_a_mean_that_a_reason_quotes_is_compared_with_the_table(reason, level):
    [finding] = means_in(reasoned(reason))

    assert finding.level is level


@pytest.mark.parametrize(
    "reason",
    [
        "최근 3개년 평균(30.3%) 등을 고려",
        "최근 3년간 평균 대비 3% 상향",
        "최근 3년 연평균 증가율 3.2% 반영",
        "최근 3년간 평균 증가인원(12명) 감안",
        "최근 3년 평균 30.9점",
    ],
)
def test_a_mean_that_fits_or_is_another_matter_is_none(reason):
    assert means_in(reasoned(reason)) == ()


def test_a_mean_of_more_years_than_the_table_has_is_a_notice():
    [finding] = means_in(reasoned("최근 3개년 평균인 100%보다 상향", past={2021: "100", 2022: "100"}))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "missing")


@pytest.mark.parametrize(("sd", "found"), [("1.78", 1), ("2.6", 0)])
def test_a_spread_that_prose_states_is_compared_with_the_values_of_its_footnote(sd, found):
    lines = (
        f"- 최근 5개년 실적*의 표준편차는 {sd}로, 최고목표 13.36 산출",
        "* 참여기업 수출증가율 : (‘20년)10.8%, (’21년) 14.9%, (’22년) 18.5%",
    )

    assert [one.facts["case"] for one in found_in("deviation", *lines)] == ["values"] * found


SERIES = "* 방문객 수(명) : ’18년 : 1,000, ’19년 : 1,050, ’20년 : 1,100, ’21년 : 1,160, ’22년 : 1,216 / "


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("최근 5년간 증가율 5.0%", 1),
        ("최근 5년간(2018~2022) 방문객 증가율(5.0%)", 1),
        ("최근 5년간 연평균 증가율 5.0%", 0),
        ("최근 5년간 매년 증가율 5.0%", 0),
        ("최근 5년간 증가율 21.6%", 0),
        ("최근 5년간 증가율 7.0%", 0),
        ("최근 6년간 증가율 5.0%", 0),
        ("최근 5년간 점유율 5.0%", 0),
    ],
)
def test_a_yearly_mean_under_the_name_of_growth_over_years(said, count):
    found = found_in("growth-yearly", SERIES + said)

    assert [(one.level, one.values[1]) for one in found] == [(Level.DOUBT, "21.6%")] * count


def test_a_fall_under_the_name_of_growth_over_years():
    [finding] = found_in("growth-yearly", SERIES.replace("1,216", "900") + "최근 5년간 증가율 △2.6%")

    assert finding.values == ("△2.6%", "-10%")


@pytest.mark.parametrize(
    ("past", "reason", "count"),
    [
        ({2020: 1310, 2021: 2409, 2022: 3749}, "최근 3년간 평균 증가인원(1,219명)을 감안", 1),
        ({2020: 1310, 2021: 2409, 2022: 3749}, "최근 3년간 평균 증가인원(1,300명)을 감안", 0),
        ({2020: 1310, 2021: 2409, 2022: 3749}, "최근 3년간 평균 증가율(1.2%)을 감안", 0),
        ({2019: 91, 2020: 1310, 2021: 2409, 2022: 3749}, "최근 3년간 평균 증가인원(1,219명)을 감안", 0),
        ({2021: 2409, 2022: 3749}, "최근 3년간 평균 증가인원(1,219명)을 감안", 0),
    ],
)
def test_the_mean_increase_of_three_years_is_not_that_of_two(past, reason, count):
    of = plan(indicator("고용증가량", unit="명", past=past, target=5049, reason=reason))

    assert [one.level for one in found_in("mean", "□ 고용", of=of)] == [Level.NOTICE] * count
