"""What is told of something else behind a calculation changes nothing; what may belong to it takes no part in silence."""

from decimal import Decimal

import pytest

from tests.every import every
from uigwe.operations.explaining import explain_reason

COUNTED = {2021: "120", 2022: "130", 2023: "140"}
SHARES = {2022: "78.0", 2023: "80.0"}
CALCULATIONS = {
    "최근 3년 평균의 110%로 설정": "143",
    "전년 실적 대비 5% 상향": "147",
    "전년 실적에 12건을 더한 건수를 목표로 함": "152",
}
OF_OTHERS = (
    ". 강사는 28명에서 30명으로 늘릴 예정임",
    ". 다만 단속인력(25명)은 전년과 동일",
    "(사업비 8.2억원은 전년과 동일)",
    " ※ 과정별 교육기간은 4주이며 35개 기관이 참여할 예정임",
    "(최근 2년간 각각 6%, 8% 상승한 점을 참고하였음)",
)


def given(text, history, unit=None):
    found = explain_reason(text, year=2024, unit=unit, history=history)
    return found.value if found.settled else None


@every(CALCULATIONS, OF_OTHERS)
def test_figures_of_something_else_change_nothing(text, remark):
    assert given(text + remark, COUNTED, "건") == Decimal(CALCULATIONS[text])


@every(
    CALCULATIONS,
    ["(다만 30건은 제외함)", ". 다만 신규분 30건을 더함", ". 최종 목표는 150건으로 조정함", ". 이 중 90%만 반영함"],
)
def test_what_may_belong_to_the_calculation_takes_the_value_away(text, remark):
    assert given(text + remark, COUNTED, "건") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("설치율은 총 1,000곳 중 설치 820곳을 목표로 함", "82"),
        ("의존도 비중은 출연금 328억원을 총수입 400억원으로 나누어 구함", "82"),
        ("수용률은 권고 50건 중 40건은 미수용", None),
        ("회전율은 매출 400억원을 자산 500억원으로 나눔", None),
    ],
)
def test_a_rate_whose_unit_nobody_gave_is_in_per_cent(text, value):
    assert given(text, SHARES) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "text",
    [
        "전년보다 증가분이 2배 늘어남",
        "전년 실적의 105%를 적용하고 다음 해부터 2%씩 상향",
        "전년 대비 5회 늘림, 협력국 5개국 추가",
    ],
)
def test_what_begins_later_grows_itself_or_counts_otherwise_gives_no_value(text):
    assert given(text, COUNTED) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("전년 대비 5건 증가한 수치를 목표로 함", "145"),
        ("전년 대비 5건 줄어든 건수를 목표로 함", "135"),
        ("역대 최고 기록인 ’23년 실적을 5% 경신하는 것을 목표로 함", "147"),
        ("회복세를 반영하여 최근 3년 평균에 10%를 더한 건수를 목표로 함", "143"),
        ("전년 실적에 인구증가율 5%를 곱한 만큼을 더하여 산정", "147"),
        ("전년 목표와 관계없이 전년 실적에서 5건을 더함", "145"),
        ("사업비 7억원을 건당 단가 500만원으로 나눈 건수", "140"),
        ("전년 대비 20명 늘어난 인원을 투입", None),
        ("역대 최고치를 5% 경신하는 것을 목표로 함", None),
    ],
)
def test_other_words_for_a_step(text, value):
    assert given(text, COUNTED) == (None if value is None else Decimal(value))
