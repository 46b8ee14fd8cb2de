"""A reason that can be read in several ways, none of which yields the target."""

from tests.builders import YEAR, case, indicator, plan
from uigwe.audit.checks.readings import none_yields

PAST = {YEAR - 3: "30.4", YEAR - 2: "28.8", YEAR - 1: "25.1"}


def matching(target, reason, **fields):
    return case(plan(indicator("매칭률", unit="%", past=PAST, target=target, reason=reason, **fields)))


def test_neither_the_ratio_nor_the_points_give_the_target():
    [remark] = none_yields(matching("40.0", "최근 3년 평균 대비 12% 상향"))
    assert set(remark.values) == {"40.0", "31.47", "40.1"}


def test_one_reading_that_yields_the_target_is_enough():
    assert not list(none_yields(matching("40.1", "최근 3년 평균 대비 12% 상향")))
    assert not list(none_yields(matching("31.5", "최근 3년 평균 대비 12% 상향")))


def test_a_reason_of_one_reading_is_the_business_of_another_check():
    assert not list(none_yields(matching("50", "최근 3년 평균 대비 12%p 상향")))


def test_a_stated_basis_is_the_business_of_another_check():
    assert not list(
        none_yields(matching("40.0", "최근 3년 평균 대비 12% 상향", basis=f"mean({YEAR - 3}..{YEAR - 1}) + 12 %p"))
    )
