"""One series in several places."""

import pytest

from tests.audit.prose import found_in
from tests.builders import claim, found_by, indicator, plan, statement
from uigwe.audit import Level
from uigwe.texts import say


def row(subject: str, **values: str):
    return statement(*(claim(value, subject=subject, period=year[1:]) for year, value in values.items()))


def test_one_subject_with_two_values_for_a_year_is_an_error():
    [finding] = found_by("series-differs", plan(row("수출액", y2022="1,175"), row("수출액", y2022="1,174")))

    assert finding.level is Level.ERROR
    assert say(finding).sentence == "‘수출액’의 2022년 값이 1,175 · 1,174(명)로 서로 다르게 적혀 있습니다."


def test_a_rough_figure_makes_it_a_doubt():
    [finding] = found_by("series-differs", plan(row("비중", y2022="약 18"), row("비중", y2022="19")))

    assert finding.level is Level.DOUBT


def test_a_rounder_figure_is_the_same_value():
    whole = plan(row("지급액", y2022="22.6"), row("지급액", y2022="22.60"))

    assert found_by("series-differs", whole) == []


def test_two_names_are_one_series_when_two_telling_numbers_agree():
    one = row("수출기업 수", y2020="94,903", y2021="92,114", y2022="92,578")
    other = row("수출 중소기업", y2020="94,903", y2021="92,114", y2022="92,549")

    [finding] = found_by("series-differs", plan(one, other))

    assert finding.values == ("92,578", "92,549")


def test_two_names_that_agree_once_are_two_series():
    one = row("방문객", y2020="94,903", y2021="92,114")
    other = row("이용객", y2020="94,903", y2021="81,003")

    assert found_by("series-differs", plan(one, other)) == []


def test_two_rows_of_one_statement_are_two_series():
    both = statement(
        *(claim(v, subject="남", period=y) for y, v in (("2020", "94,903"), ("2021", "92,114"), ("2022", "1,234"))),
        *(claim(v, subject="여", period=y) for y, v in (("2020", "94,903"), ("2021", "92,114"), ("2022", "4,321"))),
    )

    assert found_by("series-differs", plan(both)) == []


def leaning_on(target: str):
    other = indicator("이용자 만족도", id="users", code="Ⅱ-1-①", past={2022: "82.4"})
    words = statement(claim(target, subject="이용자 만족도 목표", unit="점", period="2023", code="Ⅰ-1-①"))
    return plan(other, words)


def test_a_target_borrowed_from_an_indicator_that_has_passed_it_is_a_doubt():
    [finding] = found_by("target-elsewhere", leaning_on("75"))

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, "passed")
    assert finding.values == ("75", "82.4")


def test_a_target_above_what_that_indicator_has_reached_is_no_finding():
    assert found_by("target-elsewhere", leaning_on("85")) == []


@pytest.mark.parametrize(("target", "found"), [("75", ["passed"]), ("85", [])])
def test_a_reason_that_leans_on_the_target_of_another_indicator_is_read(target, found):
    satisfaction = indicator("사업 만족도 조사", code="Ⅰ-1", past={2021: "81.1", 2022: "82.4"}, target=None)
    leaning = indicator(
        "상점 만족도",
        id="shops",
        target=77,
        reason=f"‘사업 만족도 조사’의 ‘23년 목표치({target}점)를 기준으로 약 3% 상향",
        line=30,
    )

    assert [one.facts["case"] for one in found_in("target-elsewhere", "본문", of=plan(satisfaction, leaning))] == found
