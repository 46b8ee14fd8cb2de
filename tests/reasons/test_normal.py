"""Constructs that are put into one form before they are read: own rates, growth taken up, sums of increases, rates compared."""

from decimal import Decimal

import pytest

from tests.every import every, in_two, part
from tests.reasons.normal import FAMILIES, OPEN, SINGLE, YEAR
from uigwe.operations.explaining import explain_reason

ONE_IN = 6  # of the combinations, every day


def given(text, past, year=YEAR):
    explained = explain_reason(text, year=year, unit=None, history=past)
    return explained.value if explained.settled else None


def near(one, other):
    return abs(one - other) <= abs(other) * Decimal("1e-6")


@in_two
@pytest.mark.parametrize("family", FAMILIES)
def test_any_combination_of_a_family_is_read_and_none_is_wrong(family, share):
    unread, wrong = [], []
    asked = part(share, family(), ONE_IN)
    for text, past, year, truth in asked:
        value = given(text, past, year)
        if value is None:
            unread.append(text)
        elif not near(value, truth):
            wrong.append((text, value, truth))

    assert not wrong
    assert len(unread) <= 0.03 * len(asked), unread


@every(SINGLE)
def test_each_further_form_is_read(text, past, value):
    found = given(text, past)

    assert found is not None
    assert value is None or near(found, Decimal(value))


@every(OPEN)
def test_what_does_not_come_into_such_a_form_has_no_value(text, past):
    assert given(text, past) is None


AIMED = [
    ("전년 실적 84.6점 대비 4% 높은 점수를 {}목표로 함", Decimal("84.6") * Decimal("1.04")),
    ("최근 3년 평균의 105%를 {}목표치로 설정하였음", Decimal("81.7") * Decimal("1.05")),
    ("직전 3개년 평균을 {}목표로 정하였음", Decimal("81.7")),
]
NAMES = ["", "올해 상담 서비스의 ", "센터의 연간 만족도 ", "중앙과 지방의 공동 ", "도전적인 "]


@every(AIMED, [(name,) for name in NAMES])
def test_what_the_target_is_called_takes_nothing_away(text, value, name):
    found = explain_reason(text.format(name), year=2023, history={2020: "78.0", 2021: "82.5", 2022: "84.6"})
    assert found.settled and found.value == value


@every(
    [
        (f"전년 실적 84.6점 대비 4% 늘어난 점수를 {name} 목표로 함",)
        for name in ("센터의 하반기", "센터의 잠정", "3개 지사의")
    ]
)
def test_another_target_than_the_year_s_is_none(text):
    found = explain_reason(text, year=2023, history={2020: "78.0", 2021: "82.5", 2022: "84.6"})
    assert not found.settled


COMPARED = [
    ("전년 대비 3.0%의 증가율을 적용(’22년 증가율은 2.5%)하여 설정", Decimal("84.6") * Decimal("1.03")),
    ("전년도 실적(84.6점)을 경제성장률 2.6%보다 높은 3% 상향하여 설정", Decimal("84.6") * Decimal("1.03")),
    ("금융권의 완치율 52.0%에 5%p를 가산하여 도전적인 목표치(57%)를 설정", Decimal(57)),
    ("협회 조사의 종결률이 48.5%이므로 이보다 4.5%p 높은 53.0%를 목표로 함", Decimal(53)),
]


@every(COMPARED)
def test_what_is_compared_with_or_comes_out_takes_its_place(text, value):
    found = explain_reason(text, year=2023, history={2020: "78.0", 2021: "82.5", 2022: "84.6"})
    assert found.settled and found.value == value, found.value


@every(
    [
        ("금융권의 완치율 52.0%에 5%p를 가산하여 도전적인 목표치(58%)를 설정",),
        ("전년 대비 3.0%와 ’22년 증가율 2.5%를 설정",),
    ]
)
def test_what_does_not_come_out_gives_no_value(text):
    found = explain_reason(text, year=2023, history={2020: "78.0", 2021: "82.5", 2022: "84.6"})
    assert not found.settled, found.value


LAST_RAISED = Decimal("84.6") * Decimal("1.03")
CUT = [
    f"{place}{particle} {verb}"
    for place, particle in (("소수점 이하", "를"), ("소수점 아래", "는"), ("소수점 첫째 자리", "에서"))
    for verb in (
        "버렸으며, 여건은 좋지 않음",
        "버렸음",
        "버렸다",
        "버리고 설정함",
        "버린 값으로 정함",
        "잘라 냄",
        "잘라 낸 값을 목표로 함",
        "떼어 냈음",
        "떼고 설정",
        "끊어 목표로 함",
        "내려 목표로 정함",
    )
]
RAISED = [
    f"{place}{particle} {verb}"
    for place, particle in (("소수점 이하", "는"), ("소수점 첫째 자리", "에서"))
    for verb in ("올렸음", "올려 설정", "올린 값을 목표로 함", "올리고 설정함")
]


@every([(rest, Decimal(87)) for rest in CUT] + [(rest, Decimal(88)) for rest in RAISED])
def test_what_is_cut_off_or_rounded_up_in_other_words(rest, value):
    found = explain_reason(
        f"전년 실적 대비 3% 상향하되 {rest}", year=2023, history={2020: "78.0", 2021: "82.5", 2022: "84.6"}
    )
    assert found.settled and found.value == value, found.value


@every([("온라인 접수를 잘라 냄",), ("현장 점검의 수준을 올렸음",)])
def test_what_is_cut_off_but_no_place_rounds_nothing(rest):
    found = explain_reason(
        f"전년 실적 대비 3% 상향하되 {rest}", year=2023, history={2020: "78.0", 2021: "82.5", 2022: "84.6"}
    )
    assert not found.settled or found.value == LAST_RAISED


def test_a_reason_without_blanks_is_read():
    found = explain_reason("전년실적을5%상향한값을센터일자리목표로함", year=2023, history={2022: "100"})
    assert found.settled and found.value == 105


UNSAID = [
    "하고 백 단위로 맞춤",
    "하되 우수리는 뗌",
    " 후 단수 처리",
    "(사사오입)",
    "(단수 조정)",
    ", 근사치로 설정",
    "하되 5건 단위로 올려 잡음",
    "한 값을 넘는 최소 정수",
]


@every([(rest,) for rest in UNSAID])
def test_where_nobody_says_how_it_is_rounded_there_is_no_value(rest):
    found = explain_reason(f"전년 실적 대비 3% 상향{rest}", year=2023, history={2021: "82.5", 2022: "84.6"})
    assert not found.settled, found.value


@every([(f"전년 실적 대비 3%{rest}",) for rest in ("대로 상향", "대 상향", " 남짓 상향", " 가까이 높은 수준으로 설정")])
def test_about_so_many_per_cent_is_not_so_many(rest):
    found = explain_reason(rest, year=2023, history={2021: "82.5", 2022: "84.6"})
    assert not found.settled, found.value


def test_what_grew_by_about_so_many_takes_nothing_away():
    text = "전년 실적은 12% 가까이 증가하였으며, 올해는 전년 실적 대비 3% 증가를 목표로 함"
    found = explain_reason(text, year=2023, history={2021: "82.5", 2022: "84.6"})
    assert found.settled and found.value == LAST_RAISED
