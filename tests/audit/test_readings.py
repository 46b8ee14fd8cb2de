"""A reason that can be read in several ways, none of which yields the target."""

from tests.builders import YEAR, case, found_by, indicator, plan
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


def test_a_product_that_is_not_the_target_is_a_doubt_though_it_reads_in_one_way_only():
    [finding] = found_by(
        "reason-readings",
        plan(
            indicator(
                "상담 건수",
                unit="건",
                past=PAST,
                target=1130,
                reason="8개 상담소별 월 11건의 상담 건수 감안하여 목표 설정",
            )
        ),
    )

    assert set(finding.values) == {"1130", "1056"}


def test_what_a_reading_yields_is_a_step_where_the_reason_goes_on_from_it():
    reason = "8개 상담소별 월 11건, 연 1,056건의 상담 건수 감안하여 누적 목표 설정"

    assert not list(none_yields(matching("5280", reason)))


def test_the_first_item_is_read_where_the_others_look_ahead():
    reason = f"‘{YEAR - 2001}년 기준치 대비 5% 증가한 값을 목표치로 설정 - 향후 3년치 값이 측정되면 3년 평균치에 5% 상향된 값으로 설정 예정"

    [remark] = none_yields(matching("25.9", reason))

    assert remark.values[0] == "25.9"
    assert not list(none_yields(matching("26.4", reason)))
