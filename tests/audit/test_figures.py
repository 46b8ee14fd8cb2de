"""Figures as they stand on the page."""

import pytest

from tests.audit.prose import found_in
from tests.builders import budget_line, claim, found_by, indicator, plan, statement, task
from uigwe.audit import Level
from uigwe.audit.words.numbers import is_broken_number
from uigwe.texts import say


@pytest.mark.parametrize("written", ["6 ,982", "167 .8", "15..2", "1,23", "12,3456", "65.7'"])
def test_what_is_no_number(written):
    assert is_broken_number(written)


@pytest.mark.parametrize(
    "written", ["6,982", "167.8", "(4.0)", "△0.7", "1,234,567", "’22.11", "103.9 (’22.11)", "2023. 5", "0.409(명/억원)"]
)
def test_what_is_a_number_or_a_date(written):
    assert not is_broken_number(written)


def test_two_points_in_a_reason_are_a_doubt():
    [finding] = found_by("number-malformed", plan(indicator(reason="증가폭(0.37.5점) 추세를 감안", target=1)))

    assert (finding.level, finding.values) == (Level.DOUBT, ("0.37.5",))
    assert found_by("number-malformed", plan(indicator(reason="증가폭(0.375점), ’22.1.15.", target=1))) == []


def test_a_stray_sign_in_a_budget_table_is_a_doubt():
    [finding] = found_by("number-malformed", plan(task("Ⅰ-1-①", budget_line({2023: "65.7'"}))))

    assert finding.object == "Ⅰ-1-①/b1"


def apart(written: str):
    return plan(
        statement(
            claim("70.1%", unit="%"),
            claim("56.7%", unit="%"),
            claim(written, "difference", unit="%", subject="상대지수"),
        )
    )


def test_a_difference_of_percentages_in_percent_is_an_error():
    [finding] = found_by("percent-for-points", apart("13.4%"))

    assert finding.level is Level.ERROR
    assert say(finding).sentence == (
        "‘상대지수’: 70.1%에서 56.7%로 바뀐 것을 13.4%로 적었으나, 두 비율의 차이는 13.4%p이고 증감률은 19.1%입니다."
    )


@pytest.mark.parametrize("written", ["13.4%p", "19.1%"])
def test_points_and_a_real_rate_are_no_findings(written):
    assert found_by("percent-for-points", apart(written)) == []


def parts(*numbers: str):
    rows = [claim(number, "part", period="2023", code="Ⅰ-1-①") for number in numbers]
    return plan(indicator("양성 인원", id="trained", unit="명", target="14,500"), statement(*rows))


def test_parts_that_nearly_make_the_target_are_a_doubt():
    [finding] = found_by("parts-target", parts("7,600", "2,000", "4,600"))

    assert (finding.level, finding.values) == (Level.DOUBT, ("14,500", "14200"))


@pytest.mark.parametrize("numbers", [("7,600", "2,000", "4,900"), ("760", "200", "460"), ("7,600", "6,600")])
def test_parts_that_make_it_or_are_another_matter_are_no_findings(numbers):
    assert found_by("parts-target", parts(*numbers)) == []


def test_the_mean_of_points_in_percent_is_a_doubt():
    def of(mean: str):
        return plan(
            statement(
                claim("28.7", unit="%p"), claim("29.5", unit="%p"), claim(mean, "mean", unit="%p", subject="평균")
            )
        )

    [finding] = found_by("percent-for-points", of("29.1%"))

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, "mean")
    assert found_by("percent-for-points", of("29.1%p")) == []


def test_a_bracketed_row_with_one_amount_bare_is_a_doubt():
    def of(*written: str):
        years = dict(zip((2022, 2023), written, strict=True))
        return plan(
            task(
                "Ⅰ-1-①",
                budget_line({2022: "4,302", 2023: "3,899"}, level="unit", name="물길 조성", code="4154"),
                budget_line(years, level="total", name="", code="", bracketed=True),
            )
        )

    [finding] = found_by("number-malformed", of("(258)", "3,595"))

    assert (finding.level, finding.values) == (Level.DOUBT, ("(258)", "3,595"))
    assert found_by("number-malformed", of("(258)", "(304)")) == found_by("number-malformed", of("(258)", "-")) == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("- 전년도 목표 3.0%에 0.5%를 더한 3.5%로 목표 설정", 1),
        ("- 전년도 목표 3.0%보다 0.5% 상향한 3.5%로 목표 설정", 1),
        ("- 전년도 목표 3.0%에 0.5%p를 더한 3.5%로 목표 설정", 0),
        ("- 전년도 목표 50.0%보다 5% 상향한 52.5%로 목표 설정", 0),
    ],
)
def test_a_rise_told_in_one_sentence_is_seen(line, count):
    assert len(found_in("percent-for-points", line)) == count


@pytest.mark.parametrize(("last", "found"), [("4,600", [("14,500", "14200")]), ("4,900", []), ("300", [])])
def test_targets_of_parts_that_a_small_table_lists_are_added_up(last, found):
    lines = (
        "ㅇ 현장 인력을 기름",
        "구분 사업명 참여기관(’23) 목표인원(’23)",
        "기능인력 숲해설 205개교 7,600",
        "나무의사 3개교 2,000",
        f"기술인력 17개 사업단 {last}",
        "* 지원규모 변동 가능",
    )
    of = plan(indicator("양성 인원", unit="명", target="14,500"))

    assert [one.values for one in found_in("parts-target", *lines, of=of)] == found
