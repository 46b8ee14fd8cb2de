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


SET_RATE = [
    (f"{head}증가율을 {was}{way}{now}{end}", Decimal("84.6") * Decimal("1.04"))
    for head in ("", "전년 대비 ", "사업 확대를 반영하여 ")
    for was, way in (("’22년 2.5%", "에서 "), ("전년도 2.5%", "에서 1.5%p 높인 "), ("(’22) 2.5%", " → (’23 목표) "))
    for now, end in (("4%", "로 높여 설정"), ("4.0%", "로 상향 조정함"), ("4%", "로 설정하여 전년 실적에 적용"))
]


@every(SET_RATE)
def test_a_rate_that_is_set_from_another_one_is_applied(text, value):
    found = explain_reason(text, year=2023, history={2021: "82.5", 2022: "84.6"})
    assert found.settled and found.value == value, found.value


@every([("증가율을 3.1%에서 4%로 상향",), ("증가율을 전년 2.5%에서 1%p 높인 4%로 설정",)])
def test_a_rate_set_of_nobody_knows_what_gives_no_value(text):
    found = explain_reason(text, year=2023, history={2021: "82.5", 2022: "84.6"})
    assert not found.settled, found.value


DEFINED = [
    f"{sign}{note}"
    for sign in (" * ", " ※ ", " ⁕ ")
    for note in (
        "이행률 = 이행 건수 / 전체 건수 × 100",
        "(온라인 참여자 + 오프라인 참여자) ÷ 정원",
        "당해연도 스마트팜 농가수+저탄소 인증 농가수",
        "누적성공률 = 1년차 성공률 + ··· + 8년차 성공률(진흥재단, ’17.1)",
    )
]


@every(DEFINED)
def test_what_only_says_what_is_counted_takes_nothing_away(note):
    found = explain_reason(f"전년 실적 대비 3% 상향{note}", year=2023, history={2021: "82.5", 2022: "84.6"})
    assert found.settled and found.value == LAST_RAISED, found.value


@every([(" × 보정계수",), (" + 신규 물량",), (" * 전년 실적 = 온라인 + 오프라인",)])
def test_what_goes_on_with_the_calculation_is_no_note(rest):
    found = explain_reason(f"전년 실적의 103%{rest}", year=2023, history={2021: "82.5", 2022: "84.6"})
    assert not found.settled, found.value


@every(
    [
        ("전년 실적의 105%에서 10건을 차감", Decimal("428.9")),
        ("최근 3년 평균의 105%에서 10건을 뺀 값", Decimal("415.25")),
        ("전년 실적의 105%보다 10건 많게", Decimal("448.9")),
    ]
)
def test_a_share_of_a_result_is_no_result_in_per_cent(text, value):
    found = explain_reason(text, year=2026, history={2023: "402", 2024: "395", 2025: "418"})
    assert found.settled and found.value == value, found.value


@every(
    [
        (f"{head} 전년 실적 대비 3% 상향{rest}", LAST_RAISED)
        for head in (
            "국비 10억원당 신규고용은",
            "예산 10억원당 특허출원 건수는",
            "인구 10만명당 이용자 수:",
            "1,000시간당 재해 건수는",
        )
        for rest in ("", ", 같은 해 경제성장률 2.0%를 웃도는 수준임")
    ]
)
def test_per_how_much_the_indicator_counts_is_its_name(text, value):
    found = explain_reason(text, year=2023, history={2021: "82.5", 2022: "84.6"})
    assert found.settled and found.value == value, found.value


def test_per_how_much_counts_where_there_is_so_much():
    found = explain_reason("국비 10억원당 신규고용은 전년 15명이며 예산은 200억원임", year=2023, history={2022: "290"})
    assert found.settled and found.value == 300
