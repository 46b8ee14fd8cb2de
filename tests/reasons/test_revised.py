"""What a reason makes of its outcome before it ends, and years that it leaves out of its mean at another place."""

from decimal import Decimal

import pytest

from tests.every import every
from tests.reasons.values import values

PAST = {2023: "402", 2024: "395", 2025: "418"}
FIVE = {2021: "380", 2022: "300", **PAST}


value = values(PAST, 2026)
NONE = [
    "전년 실적(418건) 대비 5% 상향한 438.9건을 445건으로 조정",
    "전년 실적 대비 5% 상향한 439건으로 하되, 인력 감소를 반영하여 9건을 감한 430건",
    "최근연도에 높은 가중치를 두어 산출한 3년 평균",
    "최근 3년 평균(최근 실적에 더 많은 비중을 둠)",
    "전년 대비 증가율을 전년의 절반으로 둔화시켜 적용",
    "전년 실적의 3%p 상향",
    "전년 실적 대비 5% 상향(신규사업 10건 별도)",
    "전년 실적 대비 5% 상향(위탁사업 20건 포함)",
    "전년 실적 대비 5% 상향(위탁분은 별도)",
    "최근 3년 평균 감소율의 절반 수준으로 감소폭을 최소화",
    "지난해 418건에서 올해 430건, 내년 440건으로 단계적 상향",
    "누적 1,241건에서 ’26년 420건을 추가하여 누적 1,661건(단년도 기준 420건)",
    "3년 평균 실적에 매년 5건씩 증가하는 추세를 반영하여 5건을 가산",
    "최근 3년간 매년 약 7건씩 상승, 동일하게 7건 상향",
    "본부 및 6개 지사 각 60건",
    "만족도 50% + 이행률 50%",
    "’28년까지 전년 실적 대비 9% 증가(매년 3%p씩)",
    "최소 전년 실적 수준",
    "전년 실적을 최소 목표로 설정",
    "전년 실적 대비 3% 상향(예산 확보 시 5%)",
    "전년 실적 대비 3% 상향하며 추경 확보 시 추가 상향",
    "전년 계획 대비 3% 상향",
    "전년도 추정치 대비 3% 상향",
    "’25년 예상 실적보다 3% 높게 설정",
    "’25.10월까지 실적 대비 3% 상향",
    "’25년 9월말 현재 누적 실적보다 5% 높게 설정",
]


@every([(text,) for text in NONE])
def test_what_makes_another_outcome_leaves_no_value(text):
    assert value(text) is None


KEPT = [
    ("전년 실적(418건) 대비 5% 상향한 438.9건을 439건으로 조정", "438.9"),
    ("전년 실적 대비 5% 상향한 439건을 목표로 함", "438.9"),
    ("전년 실적에서 8건을 뺀 410건", "410"),
    ("전년 실적 70%, 전전년 실적 30%를 가중하여 산출", "411.1"),
    ("전년 실적 대비 5% 상향(온라인 상담 포함)", "438.9"),
    ("전년 실적 대비 10% 높인 459.8건으로 하되, 사업 축소를 고려하여 20건을 뺀 440건으로 설정", "439.8"),
    ("계속사업 64건(전년 이월 19건 포함)과 신규 356건을 더한 지원건수", "420"),
    ("전년 실적 대비 1% 상향(업계 전체는 5년간 감소세여서 도전적)", "422.18"),
    ("전년 실적에 1.01을 곱하여 목표를 산출하였음(업계 전체는 감소세여서 도전적)", "422.18"),
    ("’28년까지 457건 달성을 위하여 전년 실적 대비 매년 3%씩 증가", "430.54"),
    ("올해 430건, 내년 440건으로 단계적 상향", None),
    ("’25.12월까지의 실적 대비 5% 상향", "438.9"),
]


@every(KEPT)
def test_what_says_the_same_takes_nothing_away(text, worth):
    found = value(text)
    assert found is None if worth is None else found is not None and abs(found - Decimal(worth)) < Decimal("0.11")


WHY = ("", "코로나19로 급감하여 ", "이상치로 보아 ", "산정에서 ")
LEAVES = ("제외", "제외함", "제외하였음", "배제", "포함하지 않음")
STEPS = (
    ("평균 대비 5% 상향", Decimal("1.05")),
    ("평균의 103%로 설정", Decimal("1.03")),
    ("평균을 목표로 설정", Decimal(1)),
)
PLACES = ("({})", ". {}", " * {}", " ※ {}", ", {}")
OUT = [
    (f"최근 3년 {step}" + place.format(f"’23년은 {why}{leaves}"), Decimal("406.5") * times)
    for step, times in STEPS
    for place in PLACES
    for why in WHY
    for leaves in LEAVES
]


@pytest.mark.slow
@every(OUT)
def test_a_year_that_is_left_out_at_another_place(text, worth):
    assert value(text) == worth


@every(OUT[::17])
def test_some_years_that_are_left_out_at_another_place(text, worth):
    assert value(text) == worth


@every(
    [
        ("’22년을 제외한 4개년 평균의 103%", Decimal("398.75") * Decimal("1.03")),
        ("’22년과 ’23년을 뺀 나머지 3개년 평균", (Decimal(380) + 395 + 418) / 3),
        ("최근 5년 평균에 5건을 더함. ’22년은 코로나19로 급감하여 제외하였음", Decimal("403.75")),
        ("최근 3년 평균에 5건을 더함. ’22년은 코로나19로 급감하여 제외", Decimal(410)),
        ("최근 2년 평균에 5건을 더함(’24년 제외)", None),
        ("최근 3년 평균 대비 5% 상향(’23년 미실시)", None),
        ("최근 3년 평균 대비 5% 상향(’23년은 제외)", None),
    ]
)
def test_years_left_out_of_five(text, worth):
    found = value(text, FIVE)
    assert found is None if worth is None else found is not None and abs(found - worth) < Decimal("1e-6")
