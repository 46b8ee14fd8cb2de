"""A stock with what comes and goes, parts of a plan and shares of a whole in few words; and their siblings that lack something."""

from decimal import Decimal
from itertools import product

import pytest

from tests.reasons.values import values
from uigwe.reasons.balances import balanced
from uigwe.reasons.known import Known
from uigwe.reasons.laid import lay_out
from uigwe.reasons.read import known_cells
from uigwe.reasons.tokens import read_tokens

HISTORY = {2021: "5200", 2022: "5600"}
STOCKS = ["’22년 말 보유 5,600대", "전년 누적 5,600대", "보유 대수(’22년 5,600대)", "기존 등록 5,600대"]
# What comes and goes, as it stands behind a stock with its particle, and what it makes of 5,600.
FLOWS = [
    ("{}에서 폐차 400대를 제외하고 신규 900대를 더함", 6100),
    ("{} - 폐차 400대 + 신규 900대", 6100),
    ("{}에 신규 900대, 폐차 400대를 가감", 6100),
    ("{}에 신규 도입 900대를 더하고 말소 400대를 뺀 6,100대", 6100),
    ("{}에 분기마다 50대씩 추가", 5800),
    ("{}에 반기마다 신규 30대씩 추가", 5660),
    ("{}에 월평균 신규 20대씩 1년간 누적", 5840),
    ("{}에서 신규 180대 추가, 만료 30대 차감", 5750),
    ("{}에서 매각 20대와 폐기 30대를 차감하고 신규 구매 100대 반영", 5650),
]
LASTS = ["전년 누적실적", "전년도 누적 실적", "전년 말 등록 대수", "직전연도 보유 대수", "’22년 누적 실적"]
BROKEN = [
    "전년 누적실적에서 해제 3대를 제외하고 신규 지정 물량 반영",
    "전년 누적실적에 신규 900대, 폐차분을 가감",
    "’22년 말 보유 5,600대에 신규 900대, 이전 400대를 가감",
    "’21년 누적실적에 신규 900대, 폐차 400대를 가감",
    "전년 누적실적에 신규 900대를 더하고 폐차 400대를 뺀 6,200대",
    "전년 누적실적에 격주 5대씩 추가",
]
# Parts of plans and shares, with their truth for 2023.
PARTS = [
    ("’23~’30년 8년간 총 400대 감축을 위한 연간 균등 감축대수", 50),
    ("5개년 총 2,500호 공급계획을 매년 동일하게 나눈 물량", 500),
    ("총 1,200km 중 잔여 360km를 3년(’23~’25)에 걸쳐 균등 시공", 120),
    ("총 800개소 중 남은 240개소를 4년(’22~’25)간 균등 정비", 60),
    ("’22~’24년 절감목표 90억원을 연도별 2:4:4로 배분", 36),
    ("’23~’25년 공급물량 600호를 연차별 3:2:1로 나눈 물량", 300),
    ("5년간 10만명 양성 목표 중 1차 연도 배분비율 15%를 적용한 인원", 15_000),
    ("4년간 800호 공급 목표 중 2년차 배분비율 30%를 적용", 240),
    ("전체 600개소 중 ’21년 150, ’22년 200을 뺀 나머지를 ’23년 완료", 250),
    ("대상 900가구 중 ’21년 300가구와 ’22년 350가구를 제외한 나머지 정비", 250),
    ("’26년 목표 120건과 ’22년 실적 80건의 차이를 4년으로 나눠 ’22년 실적에 가산", 90),
    ("’22년 실적 80건과 ’27년 목표 130건의 차이를 5년으로 나누어 전년 실적에 더함", 90),
    ("로드맵상 ’23년 누적 보급량 3.2GW", Decimal("3.2")),
    ("중장기 계획에 따른 ’23년 보급 목표 1,250대를 적용", 1250),
    ("대상 240개 기관 중 228개 기관 달성(95%)", 95),
    ("전체 80개 과제 중 72개 완료(90%)", 90),
    ("대상 사업 50개 중 미흡 4개를 제외한 46개의 비율(92%)", 92),
    ("17개 시·도 중 14개 참여 시의 참여율(%, 소수점 둘째자리에서 반올림)", Decimal("82.4")),
    ("분모 350, 분자 301로 예상하여 86% 산출", 86),
    ("분자 301건, 분모 350건으로 추정하여 86%", 86),
]
OPEN = [
    "’24~’30년 7년간 총 400대 감축을 위한 연간 균등 감축대수",
    "’23~’30년 5년간 총 400대 감축을 위한 연간 균등 감축대수",
    "’22~’24년 절감목표 90억원을 연도별 2:4로 배분",
    "’26년 목표 120건과 ’22년 실적 80건의 차이를 3년으로 나눠 ’22년 실적에 가산",
    "로드맵상 ’24년 누적 보급량 3.2GW",
    "대상 240개 기관 중 228개 기관 달성(96%)",
    "대상 사업 50개 중 미흡 4개를 제외한 45개의 비율(90%)",
    "분모 350, 분자 301로 예상하여 90% 산출",
]


value = values()


def missed(cases, history):
    unread, wrong = [], []
    for text, truth in cases:
        given = value(text, history)
        if given is None:
            unread.append(text)
        elif abs(given - truth) > Decimal("1e-9"):
            wrong.append((text, given, truth))
    return unread, wrong


def test_a_stock_with_what_comes_and_goes():
    cases = [(flow.format(stock), truth) for stock, (flow, truth) in product(STOCKS, FLOWS)]
    lasts = [(flow.format(last), truth) for last, (flow, truth) in product(LASTS, FLOWS) if " - " not in flow]
    unread, wrong = missed(cases + lasts, HISTORY)
    assert not wrong, wrong
    assert len(unread) <= 0.1 * len(cases + lasts), unread


@pytest.mark.parametrize("text", BROKEN)
def test_what_comes_or_goes_without_its_figure_or_sign_gives_no_value(text):
    assert value(text, HISTORY) is None


def test_parts_of_plans_and_shares():
    unread, wrong = missed(PARTS, {})
    assert not wrong, wrong
    assert not unread, unread


@pytest.mark.parametrize("text", OPEN)
def test_a_part_that_does_not_fit_gives_no_value(text):
    assert value(text, {}) is None


def test_a_word_and_a_verb_that_gainsay_each_other_are_no_balance():
    known = Known(2023, "", known_cells(HISTORY, None))
    for text in [
        "보유 5,600대에서 신규 900대를 제외하고 폐차 400대를 더함",
        "보유 5,600대에 신규 900대를 더하고 폐차 400대를 가산",
    ]:
        laid = lay_out(text)
        assert balanced(laid, read_tokens(laid), known) is None
    laid = lay_out("보유 5,600대에 신규 900대를 더하고 폐차 400대를 뺌")
    assert known.value(balanced(laid, read_tokens(laid), known).node) == 6100
