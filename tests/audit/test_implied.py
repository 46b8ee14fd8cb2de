"""What the figures of a reason imply for a year that nobody prints."""

import pytest

from tests.builders import found_by, indicator, plan
from uigwe.audit import Level

PAST = {2020: "115.3", 2021: "118.9"}


def of(reason, past=PAST):
    return plan(indicator("구매액", unit="조원", past=past, target="118.3", reason=reason))


@pytest.mark.parametrize(
    "reason",
    [
        "∑(’19~’21년) 구매액/3 × 1.05 = 118.3, 연평균 증가율 6%를 고려",
        "* ∑(‘19~‘21년도)구매액/3 * 1.05 = 118.3조원 ** 연평균 증가율(6%)을 고려하여 5% 적용",
        "Σ(2019~2021년) 구매액 ÷ 3 × 105% = 118.3, 연평균 증가율은 8.5%",
    ],
)
def test_a_growth_that_the_figures_cannot_have_is_a_doubt(reason):
    [finding] = found_by("growth-implied", of(reason))

    assert finding.level is Level.DOUBT
    assert (finding.facts["value"], finding.facts["year"]) == ("103.8", "2019")


@pytest.mark.parametrize(
    ("reason", "past"),
    [
        ("∑(’19~’21년) 구매액/3 × 1.05 = 118.3, 연평균 증가율 7%를 고려", PAST),
        ("∑(’19~’21년) 구매액/3 × 1.05 = 118.3, 연평균 증가율 7.1%를 고려", PAST),
        ("∑(’19~’21년) 구매액/3 × 1.05 = 118.3", PAST),
        ("∑(’19~’21년) 구매액/3 × 1.05 = 118.3, 연평균 증가율 6%를 고려", {2019: "105.8", **PAST}),
        ("∑(’19~’21년) 구매액/3 × 1.05 = 118.3, 연평균 증가율 6%를 고려", {2021: "118.9"}),
        ("∑(’19~’21년) 구매액/4 × 1.05 = 118.3, 연평균 증가율 6%를 고려", PAST),
        ("∑(’19~’21년) 구매액/3 × 1.05 = 60.3, 연평균 증가율 6%를 고려", PAST),
    ],
)
def test_a_growth_that_they_may_have_and_what_says_too_little_is_no_finding(reason, past):
    assert found_by("growth-implied", of(reason, past)) == []
