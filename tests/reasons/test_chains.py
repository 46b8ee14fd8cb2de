"""Chains of printed figures, put together from families of words with what they come to; and what only looks like one."""

from decimal import Decimal
from itertools import product

import pytest

from tests.every import every
from uigwe.operations.explaining import explain_reason

YEAR = 2023
# Who does it, so much each, how often, which share: {} where the last result, in the unit, comes from the product.
WHO = [("상담사 22명", 22), ("전국 24개 센터", 24), ("운용 함정 34척", 34)]
EACH = [("1인당 월 62건", 62, 12), ("개소당 하루 14건", 14, 240), ("척당 분기별 30건", 30, 4)]
FORMS = ["{who}이 {each}을 처리", "{who} × {each}", "{each} × {who}로 산출", "{each}에 {who}을 곱하여 산정"]
SHARES = [
    ("", Decimal(1)),
    (" × 이행률 95%", Decimal("0.95")),
    (", 우천 결손 5%를 덜어냄", Decimal("0.95")),
]

SINGLE = """
특허 1건당 기술료 1,450만원 × 이전 예정 특허 310건 | 만원 | 430000 | 449500
1인당 교정교육비 35만원 × 교육인원 2,200명 + 공통운영비 1억원(원단위를 억원으로 환산) | 억원 | 8.4 | 8.7
방문객 1인당 소비액 4만 2천 원에 예상 방문객 25만 명을 곱해 억원으로 환산 | 억원 | 98 | 105
학생 3만 명 × 1인당 연 9만 원을 억원으로 환산 | 억원 | 25.9 | 27
해외 진출기업 300개사에 1사당 평균 수출액 45만 달러를 적용하여 만 달러 단위로 산출 | 만 달러 | 13050 | 13500
철도 수송인원은 하루 38만 명씩 365일을 운행한 연인원을 만 명 단위로 나타냄 | 만 명 | 13510 | 13870
보급률 82.5%에 대상 세대 1,640천세대를 곱해 산출 | 천세대 | 1325 | 1353
장비 1대당 일 처리량 240개, 가동일 250일, 대수 6대에서 가동률 90%를 감안함 | 개 | 318000 | 324000
대당 보조금 700만원, 지원예산 1,050억원이므로 나누어 얻은 대수를 목표로 함 | 대 | 14400 | 15000
호당 단가가 1,500만 원에서 1,800만 원으로 올라 예산 5억 4천만 원으로 가능한 물량 | 호 | 36 | 30
건당 평균 처리비용 8.5만원에서 10% 절감하고 42,000건에 적용한 총비용 | 만원 | 361000 | 321300
상담사 1명이 월 62건을 처리하며 상담사는 45명에서 50명으로 늘어남(연간 12개월 기준, 증원 후 인원 적용) | 건 | 33100 | 37200
함정 1척이 연간 180일 출동하고 하루 2.5건을 검문. 운용 함정 34척 | 건 | 15020 | 15300
관광열차 탑승객은 편당 280명, 주 3편, 연 50주 운행으로 집계 | 명 | 40900 | 42000
일자리 예산 10억원당 고용 11.3명을 적용하고 올해 예산은 2,400억원임 | 명 | 2640 | 2712
R&D 예산 10억원당 SCI 논문 7.8편, 금년 투입예산 1,250억원 ⇒ 비례 산정 | 편 | 940 | 975
억원당 수출액 5.5만달러에서 4% 끌어올린 값에 지원예산 2,000억원을 곱하여 목표 수출액 산정 | 만달러 | 10800 | 11440
심사관 1인당 처리물량 182건을 3% 늘린 187.46건에 금년도 정원 950명을 곱해 산정 | 건 | 172900 | 178087
신규과제 35개와 계속과제 62개를 합한 97개 과제의 논문성과를 과제당 1.4편으로 산정 | 편 | 132 | 135.8
1개 기관당 평균 3.2건 × 대상기관 45개에 전년 이월 6건을 더함 | 건 | 145 | 150
’22년 실적에 신규 참여기관 1곳당 3건씩, 총 9곳의 기여분을 더함 | 건 | 142 | 169
17개 시도별 4회씩에 중앙 주관 5회를 더한 횟수 | 회 | 70 | 73
분기별 목표 20·25·30·35건의 합 | 건 | 102 | 110
총 3개 세부사업의 목표인 120건, 85건, 60건을 더하여 산출한 합계 | 건 | 248 | 265
지원 대상 12,500명 중 수료 예상 비율 84%를 적용하여 목표 인원 도출 | 명 | 10150 | 10500
사업비 48억 원 중 90%를 지원금으로 집행하고 업체당 1.2억 원씩 지급하는 것을 전제로 산출 | 개 | 35 | 36
""".strip().splitlines()
# Figures that nothing joins, that are of something else, or that lead elsewhere; the last result lies near what they would come to.
OPEN = """
함정 34척이 하루 2.5건을 검문 | 건 | 85
강사 10명이 90시간 강의 | 건 | 900
1인당 35만원의 교육비를 지원하고 교육인원을 확대 | 억원 | 8.4
10억원당 고용 11.3명을 적용 | 명 | 11
전년 실적에 기관별 20건을 추가 | 건 | 900
지자체 243곳 중 참여 신청기관의 80% | 개 | 190
1인당 100건 × 9명, 전년 대비 5% 증가 | 건 | 900
상담사 50명이 월 15건을 처리하되 상반기만 운영 | 건 | 9000
1,000건 중 90%를 처리하되 5%는 이월 | 건 | 900
센터당 월 15건씩 5개소, 온라인 비중 95% | 건 | 900
상담사 50명이 1인당 180건을 처리할 수 있는지 검토 | 건 | 9000
회당 30명씩 주 2회 실시 | 명 | 60
순위는 10위에서 두 계단 오른 순위를 목표로 함 | 위 | 10
개소당 45건씩 20개소에서 처리하기 어려움 | 건 | 900
""".strip().splitlines()


def given(text, unit, last):
    last = Decimal(last)
    history = {2021: str((last * Decimal("0.97")).quantize(last)), 2022: str(last)}
    explained = explain_reason(text, year=YEAR, unit=unit, history=history)
    return explained.value if explained.settled else None


def family():
    for (who, number), (each, one, often), form, (share, part) in product(WHO, EACH, FORMS, SHARES):
        days = ", 근무일수 240일" if often == 240 else ""
        if days and form.endswith(("처리", "산출", "산정")) and "곱" in form:
            continue
        stem = form.format(who=who, each=each)
        if "×" in share and stem.endswith(("처리", "산출", "산정")):
            continue
        yield stem + days + share, number * one * often * part


@pytest.mark.parametrize("said", [True, False], ids=["unit", "no-unit"])
def test_every_figure_of_a_chain_has_its_part(said):
    unread, wrong = [], []
    for text, truth in family():
        value = given(text, "건" if said else None, (truth * Decimal("0.96")).quantize(Decimal(1)))
        if value is None:
            unread.append(text)
        elif abs(value - truth) > truth * Decimal("1e-9"):
            wrong.append((text, value, truth))

    assert not wrong
    assert len(unread) <= 0.05 * len(list(family())), unread


@every([tuple(line.split(" | ")) for line in SINGLE], [True, False])
def test_a_chain_comes_to_what_its_figures_are(text, unit, last, truth, said):
    value = given(text, unit if said else None, last)

    assert value is not None
    assert abs(value - Decimal(truth)) <= Decimal(truth) * Decimal("1e-9")


@every([tuple(line.split(" | ")) for line in OPEN], [True, False])
def test_figures_that_nothing_joins_have_no_value(text, unit, last, said):
    assert given(text, unit if said else None, last) is None


def test_a_chain_far_from_the_last_result_has_no_value():
    text = "함정 1척이 연간 180일 출동하고 하루 2.5건을 검문. 운용 함정 34척"
    assert given(text, "건", "15020") == Decimal(15300)
    assert given(text, "건", "1502") is None
