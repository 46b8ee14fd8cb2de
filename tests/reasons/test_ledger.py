"""Reasons in which every figure is entered once: starts and steps in any words, what is accounted for beside them, and what is not."""

from decimal import Decimal

import pytest

from uigwe.operations.explaining import explain_reason
from uigwe.reasons.known import Known
from uigwe.reasons.laid import lay_out
from uigwe.reasons.ledger import chains, in_ledger
from uigwe.reasons.ledger.follows import AGAINST
from uigwe.reasons.read import known_cells

PAST = {2020: "78", 2021: "82.5", 2022: "84.6"}
# What a calculation starts from, with what it is worth.
STARTS = [
    ("직전 3개 연도(’20~’22) 성적의 평균", "81.7"),
    ("지난해 거둔 84.6점", "84.6"),
    ("재작년과 작년의 평균", "83.55"),
    ("2021년에 얻은 82.5점", "82.5"),
    ("통계청이 펴낸 업종 점수 80.0점", "80"),
]
# What is done with it, as a factor and an amount.
STEPS = [
    ("에서 4%를 더 끌어올린 값을 잡았음", "1.04", "0"),
    ("에 5% 가산을 적용한 값임", "1.05", "0"),
    ("보다 1.2점 높은 점수로 정하였음", "1", "1.2"),
    ("보다 2.5% 줄인 수준으로 잡음", "0.975", "0"),
]
# What stands beside a calculation and is accounted for.
BESIDE = [
    "{}",
    "90점을 웃도는 기관도 있음을 감안하되, {}",
    "만점이 100점인 조사로, {}",
    "물가상승률 3.6%를 고려하되 {}",
]
# A figure is left, a word bends, two starts or two steps come to different values, or nobody says how much.
LEFT = [
    "지난해 거둔 84.6점에서 4%를 끌어올린 값이며 교육 확대분 1.7을 붙임",
    "지난해 거둔 84.6점에서 4%를 끌어올리되 3%는 하반기부터 반영",
    "재작년 실적과 지난해 실적을 두루 보아 2.5% 높은 수준",
    "지난해 거둔 84.6점에서 끌어올린 값을 잡았음",
    "지난해 거둔 84.6점에서 4% 또는 5%를 더 끌어올림",
    "지난해 거둔 84.6점보다 4% 높이는 안은 채택하지 않음",
    "지난해 거둔 84.6점에서 90점으로 30%를 더 끌어올림",
    "업계 평균을 2.5% 웃도는 수준",
    "지난해 얻은 83.0점에서 4%를 더 끌어올린 값을 잡았음",
]


def entered(text, past, year=2023):
    """What the ledger alone makes of a reason."""
    known = Known(year, "", known_cells(past, None))
    found = in_ledger(lay_out(text), known)
    return known.value(found.node) if found else None


def value(text, past, year=2023):
    explained = explain_reason(text, year=year, history=past)
    return explained.value if explained.settled else None


@pytest.mark.parametrize(("start", "worth"), STARTS)
@pytest.mark.parametrize(("step", "factor", "amount"), STEPS)
@pytest.mark.parametrize("beside", BESIDE)
def test_a_start_and_a_step_are_entered_whatever_stands_beside_them(start, worth, step, factor, amount, beside):
    truth = Decimal(worth) * Decimal(factor) + Decimal(amount)
    text = beside.format(start + step)
    assert entered(text, PAST) == truth
    assert value(text, PAST) == truth


@pytest.mark.parametrize("text", LEFT)
def test_a_figure_that_is_left_leaves_the_reason_without_a_value(text):
    assert entered(text, PAST) is None
    assert value(text, PAST) is None


# What a reason says beside its calculation: where it is printed it proves it, and what is not accounted for ends it.
ACCOUNTED = [
    ("45개교에서 160% 늘어난 117개교까지 넓힘", {2022: "45"}, "117"),
    ("전년도 말 1,240개소 + 신규 지정 90개소 - 지정 해제 25개소", {2022: "1,240"}, "1305"),
    (
        "지난해 1.2% 늘어 8,602명이 되었음. 올해는 증가율을 그 두 배인 2.4%로 높임",
        {2021: "8,500", 2022: "8,602"},
        "8808.448",
    ),
    ("한 곳당 작년 2,000명을 5% 끌어올리고 3곳을 곱한 인원", {2022: "6,000"}, "6300"),
    ("○ 설치 420기 ○ 교체 185기 ○ 이관 95기, 세 물량을 모두 더한 값", {2021: "588", 2022: "641"}, "700"),
    ("’21년 642천명과 ’22년 708천명을 더한 뒤 둘로 나누고, 그 1.2배를 유치", {2021: "642", 2022: "708"}, "810"),
    ("법률 개정안 1건을 국회에 제출", {2022: "-"}, "1"),
    ("안전대책을 상반기와 하반기에 1회씩 발표할 계획", {2022: "-"}, "2"),
    ("안전대책을 세 기관이 각각 1회씩 발표할 계획", {2022: "-"}, None),
]


@pytest.mark.parametrize(("text", "past", "truth"), ACCOUNTED)
def test_what_stands_beside_is_accounted_for(text, past, truth):
    told = entered(text, past)
    assert told is None if truth is None else abs(told - Decimal(truth)) <= Decimal("1e-9")


# How things stand, told in front without a figure, takes no value away, whatever words it is told in; what bears on the target stays.
IN_FRONT = "협의와 검토에 오랜 시간이 걸리고 인력에 한도가 있어 급격한 확대는 어려운 실정임. "
BEARS = ["추경 편성을 전제로 함. ", "예산이 확보되면 다음과 같이 함. ", "신규 기관에 한하여 ▪"]


def test_how_things_stand_in_front_bears_on_nothing():
    text = "지난해 거둔 84.6점에서 4%를 더 끌어올린 값을 잡았음"
    assert value(IN_FRONT + text, PAST) == value(text, PAST) == Decimal("87.984")
    assert all(value(front + text, PAST) is None for front in BEARS)


COUNTS = {2020: "700", 2021: "800", 2022: "900"}
# A line for each question that is asked against a chain: with it there is nothing, without it there would be a value.
ASKED = {
    "_by_years": ("2020년에 얻은 78점에서 연 4%씩 높임", PAST),
    "_yearly_on_a_mean": ("최근 3년 평균에서 매년 2점씩 높임", PAST),
    "_a_level": ("전년 실적보다 85점 높임", PAST),
    "_of_means": ("전년 84.6점에서 5% 늘린 예산을 투입", PAST),
    "_not_of_it": ("업계 점수 80.0점을 알린 뒤 사업체 1.1배를 목표로 함", PAST),
    "_gainsaid": ("3년 평균의 110%를 목표로 제시함 * (실적) ’20년 700명 → ’21년 800명 → ’22년 880명", COUNTS),
    "_of_acts": ("전년 실적 + 5회", PAST),
    "_done_before": ("2021년에 얻은 82.5점에서 2.5% 상승한 실적을 이어 같은 비율로 정함", PAST),
    "_points_of_counts": ("전년 실적보다 2%p 높임", COUNTS),
    "_elsewhere": ("전년 대비 신규 채용자를 10명 늘림", COUNTS),
    "_no_size": ("전년 실적의 4배", PAST),
    "_taken_off": ("전년 실적에서 4% 높인 값에서 이월분을 차감", PAST),
    "_put_together": ("전년 실적을 4% 높인 값과 신규분을 합한 값", PAST),
    "_of_a_part": ("2021년 82.5점에서 2.5% 높인 84.6점을 지난해 얻은 뒤 목표를 정함", PAST),
    "_of_the_past": ("2021년 82.5점에서 2.5% 높인 84.6점을 지난해 얻은 뒤 목표를 정함", PAST),
    "_of_something_else": ("정원을 1.5% 높이되, 전년 실적에 1.015를 곱하여 정함", PAST),
}


def test_each_question_has_its_line():
    assert set(ASKED) == {question.__name__ for question in AGAINST}


@pytest.mark.parametrize("name", ASKED)
def test_a_question_ends_what_would_be_a_value(name, monkeypatch):
    assert entered(*ASKED[name]) is None
    monkeypatch.setattr(chains, "AGAINST", tuple(one for one in AGAINST if one.__name__ != name))
    assert entered(*ASKED[name]) is not None
