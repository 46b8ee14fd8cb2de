"""The arithmetic of prose, footnotes and tables."""

import pytest

from tests.builders import claim, found_by, plan, statement
from uigwe.audit import Level
from uigwe.texts import say


def test_parts_that_do_not_add_up_are_an_error():
    posts = statement(claim("191", "part"), claim("66", "part"), claim("259", "total", subject="정원 5급"))

    [finding] = found_by("sum", plan(posts))

    assert say(finding).sentence == "‘정원 5급’의 합계가 259(명)이나 항목을 더하면 257(명)입니다."
    assert finding.steps == ("191 + 66 = 257",)


def test_parts_that_add_up_are_no_error():
    assert found_by("sum", plan(statement(claim("191", "part"), claim("66", "part"), claim("257", "total")))) == []


def test_rounded_parts_add_up_to_what_their_rounding_allows():
    money = [claim("1.4", "part", unit="조원"), claim("2.4", "part", unit="조원"), claim("3.9", "total", unit="조원")]

    assert found_by("sum", plan(statement(*money))) == []


def test_a_wrong_rate_of_change_is_an_error():
    change = statement(claim("25,688"), claim("23,165"), claim("△9.5", "change", subject="방문객", unit="%"))

    [finding] = found_by("change", plan(change))

    assert say(finding).sentence == (
        "‘방문객’: 25,688에서 23,165로 바뀐 폭을 다시 계산하면 -9.8%이나, 적힌 값은 △9.5입니다."
    )


@pytest.mark.parametrize("stated", ["△9.8", "9.8", "△10"])
def test_a_right_rate_of_change_may_be_rounder_and_without_its_sign(stated):
    change = statement(claim("25,688"), claim("23,165"), claim(stated, "change", unit="%"))

    assert found_by("change", plan(change)) == []


def test_a_wrong_difference_is_an_error():
    sales = statement(
        claim("154", unit="조원"), claim("188", unit="조원"), claim("37", "difference", subject="매출액", unit="조원")
    )

    [finding] = found_by("change", plan(sales))

    assert say(finding).sentence == "‘매출액’: 154에서 188로 바뀐 폭을 다시 계산하면 34조원이나, 적힌 값은 37입니다."


def test_two_values_in_different_units_are_not_compared():
    mixed = statement(claim("154", unit="조원"), claim("188", unit="억원"), claim("37", "difference", unit="조원"))

    assert found_by("change", plan(mixed)) == []


def test_a_wrong_share_is_an_error():
    green = statement(
        claim("850", "total", unit="개소"),
        claim("210", "part", unit="개소"),
        claim("27.4%", "share", subject="친환경 시설", unit="%"),
    )

    [finding] = found_by("share", plan(green))

    assert say(finding).sentence == (
        "‘친환경 시설’의 비중이 27.4%로 적혀 있으나, 전체 850 가운데 210의 비중은 24.7%입니다."
    )


def test_a_right_share_is_no_error():
    green = statement(claim("850", "total"), claim("210", "part"), claim("24.7%", "share", unit="%"))

    assert found_by("share", plan(green)) == []


def test_nothing_of_nothing_is_no_share():
    assert (
        found_by("share", plan(statement(claim("0", "total"), claim("0", "part"), claim("0", "share", unit="%")))) == []
    )


def yearly(rate: str):
    return plan(
        statement(
            claim("100", unit="억원", period="2020"),
            claim("121", unit="억원", period="2022"),
            claim(rate, "change", unit="%", period="2020..2022", subject="연평균 성장률"),
        )
    )


def test_a_rate_over_several_years_is_the_yearly_one():
    assert found_by("change", yearly("10.0%")) == []
    [finding] = found_by("change", yearly("21.0%"))
    assert finding.steps == ("((121 / 100) ^ (1 / 2) - 1) * 100 = 10",)


def test_a_printed_sign_counts_and_a_word_does_not():
    def grown(rate: str):
        return plan(statement(claim("100"), claim("104"), claim(rate, "change", unit="%")))

    assert found_by("change", grown("△4%")) != []
    assert found_by("change", grown("4%")) == []


def test_a_rate_that_only_rounding_explains_is_a_notice():
    [finding] = found_by(
        "change",
        plan(statement(claim("154", unit="조원"), claim("188", unit="조원"), claim("22.5%", "change", unit="%"))),
    )

    assert (finding.level, finding.values) == (Level.NOTICE, ("22.5%", "22.08"))
