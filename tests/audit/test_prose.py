"""What prose states against the tables."""

import pytest

from tests.audit.prose import found_in
from tests.builders import budget_line, claim, found_by, indicator, plan, statement, task
from uigwe.audit import Level


def said(written: str, subject: str, unit: str = "억원", period: str = "2023"):
    return statement(claim(written, subject=subject, unit=unit, period=period, code="Ⅰ-1-①"))


def test_a_result_in_prose_that_its_table_does_not_have_is_an_error():
    [finding] = found_by("claim-differs", plan(indicator(past={2022: "92.1"}), said("91.2", "만족도", "점", "2022")))

    assert (finding.level, finding.facts["case"]) == (Level.ERROR, "indicator")
    assert finding.values == ("91.2", "92.1")


def test_a_target_in_prose_is_compared_with_the_target():
    other = plan(indicator(past={2022: "92"}, target="94"), said("93", "만족도 목표", "점"))
    same = plan(indicator(past={2022: "92"}, target="94"), said("94", "만족도 목표", "점"))

    assert [finding.values for finding in found_by("claim-differs", other)] == [("93", "94")]
    assert found_by("claim-differs", same) == []


def test_about_42_is_42_point_3_and_not_47():
    table = indicator(past={2022: "42.3"}, unit="%")

    assert found_by("claim-differs", plan(table, said("약 42", "만족도", "%", "2022"))) == []
    [finding] = found_by("claim-differs", plan(table, said("약 47", "만족도", "%", "2022")))
    assert finding.level is Level.DOUBT


def test_the_money_of_a_programme_in_prose_is_that_of_its_line():
    table = task("Ⅰ-1-①", budget_line({2023: "418"}))

    [finding] = found_by("claim-differs", plan(table, said("417", "하천정비 예산")))

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, "line")
    assert found_by("claim-differs", plan(table, said("418", "하천정비 예산"))) == []


def test_a_hundred_times_more_money_is_a_matter_of_units():
    table = task("Ⅰ-1-①", budget_line({2023: "418"}))

    [finding] = found_by("claim-differs", plan(table, said("41,800", "하천정비 예산")))

    assert finding.facts["case"] == "unit"


def sums_to(claimed: str):
    lines = [budget_line({2023: amount}, level="unit", code=code) for amount, code in (("150", "10"), ("250", "11"))]
    return plan(task("Ⅰ-1-①", *lines), said(claimed, "융자 예산 합계"))


def test_money_a_little_beside_the_sum_of_the_table_is_a_doubt():
    [finding] = found_by("claim-differs", sums_to("398"))

    assert finding.facts["case"] == "sum"
    assert finding.steps == ("150 + 250 = 400",)


def test_the_sum_itself_and_another_matter_are_no_findings():
    assert found_by("claim-differs", sums_to("400")) == found_by("claim-differs", sums_to("90")) == []


def marked(share: str):
    def mark(points: str, subject: str, role: str):
        return claim(points, role, subject=subject, unit="점", period="", code="Ⅰ-1-①")

    rows = [
        mark("60", "정성평가 추진노력", "part"),
        mark("40", "정량평가 주민 만족도", "part"),
        mark("100", "평가 배점", "total"),
    ]
    told = claim(share, subject="평가의 만족도점수 반영 비율", unit="%", period="", code="Ⅰ-1-①")
    return plan(statement(*rows), statement(told))


def test_a_mark_that_counts_another_share_in_prose_is_a_doubt():
    [finding] = found_by("claim-differs", marked("15"))

    assert (finding.level, finding.values) == (Level.DOUBT, ("40", "15"))
    assert found_by("claim-differs", marked("40")) == []


@pytest.mark.parametrize(("share", "found"), [("15%", [("10점", "15%")]), ("10%", [])])
def test_marks_that_the_prose_itself_gives_are_compared_with_what_it_says_they_count(share, found):
    lines = (
        "【평가방식】 정성평가(70점) + 정량평가(30점)",
        "▸ (정량평가) 성과지표(20점) + 방문객 만족도(10점)",
        f"ㅇ (결과활용) 기관평가에 만족도점수 반영({share})",
    )

    assert [one.values for one in found_in("claim-differs", *lines)] == found


@pytest.mark.parametrize(("said", "found"), [("1,497억원", ["1500 억원"]), ("1,500억원", []), ("700억원", [])])
def test_money_that_the_prose_calls_the_budget_is_compared_with_the_sum_of_the_table(said, found):
    lines = [
        budget_line({2022: "900", 2023: "1,000"}, name="둔치정비", code="1254", level="unit"),
        budget_line({2022: "400", 2023: "500"}, name="제방보강", code="1261", level="unit", line=75),
    ]
    told = f"- ’23년 하천 정비 예산 {said}(이월 제외)으로 산출"

    assert [one.facts["own"] for one in found_in("claim-differs", told, of=plan(task("Ⅰ-1-①", *lines)))] == found
