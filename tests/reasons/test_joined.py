"""Calculations told in two sentences, in a sentence and a note, or with the base behind: what is joined reads as if told at once."""

from collections.abc import Iterator
from decimal import Decimal

from tests.every import every
from uigwe.operations.explaining import explain_reason

PAST = {2020: "78.0", 2021: "82.5", 2022: "84.6"}
LAST, MEAN = Decimal("84.6"), Decimal("81.7")
# A sentence that tells a figure, and what the figure is.
TELLS = [
    ("전년도 실적은 84.6점이다.", LAST),
    ("’22년 실적은 84.6점이었음.", LAST),
    ("직전 3개년 실적의 평균은 81.7점임.", MEAN),
    ("상담 서비스의 최근 3년간 평균은 81.7점으로 나타났음.", MEAN),
    ("같은 부서가 맡은 ‘안내 만족도’의 올해 목표는 80점임.", Decimal(80)),
    ("민간 협회가 조사한 이용자 만족도는 76.0점이었음.", Decimal(76)),
    ("’22년에는 목표를 80점으로 잡았음.", Decimal(80)),
]
# A sentence that works something out.
WORKS_OUT = [
    ("최근 3개년 실적을 평균하였음.", MEAN),
    ("3개년(’20~’22년) 점수를 산술평균함.", MEAN),
    ("직전 3년 실적의 평균을 먼저 구하였음.", MEAN),
]
TAKES_UP = [
    ("여기에 2점을 더하여 목표로 설정", lambda base: base + 2),
    ("’23년에는 신규 센터 개소를 감안하여 동 점수보다 2점 높게 잡음", lambda base: base + 2),
    ("목표는 그보다 3% 높게 잡음", lambda base: base * Decimal("1.03")),
    ("이를 2% 상향한 점수를 목표로 함", lambda base: base * Decimal("1.02")),
    ("올해 목표는 이 값의 105%로 정하였음", lambda base: base * Decimal("1.05")),
    ("그 104%를 목표로 설정하였음", lambda base: base * Decimal("1.04")),
    ("상담 인력이 부족하여 여건이 어려우므로 여기에 1점만 더하여 목표로 함", lambda base: base + 1),
]
CLAUSES = [
    ("최근 3년 실적을 평균한 뒤 ", MEAN),
    ("최근 3년 실적을 평균하고, ", MEAN),
    ("직전 3개년 실적의 평균을 구하고, ", MEAN),
]
ONWARDS = [
    ("2점을 더하여 목표로 설정", lambda base: base + 2),
    ("그 105% 수준으로 목표를 잡음", lambda base: base * Decimal("1.05")),
    ("그 평균에서 1% 상향함", lambda base: base * Decimal("1.01")),
]
STEPS = [
    ("1.2점을 가산하여 목표로 설정하였음", lambda base: base + Decimal("1.2")),
    ("목표는 3%를 상향하여 설정함", lambda base: base * Decimal("1.03")),
    ("3% 상향한 수준을 목표로 함", lambda base: base * Decimal("1.03")),
]
BEHIND = [
    (". 가산의 기준은 직전 3개년 실적의 평균값임", MEAN),
    (". 적용 대상은 최근 3년 실적의 평균임", MEAN),
    (". 이때 기준은 전년도 실적으로 함", LAST),
    ("(기준: 최근 3년 실적의 평균)", MEAN),
    ("(전년도 실적 84.6점 기준)", LAST),
    ("(전년도 목표 80점 기준)", Decimal(80)),
]
NOTES = [
    ("전년 말 점수* 대비 2% 상향\n* ’22.12월 말 기준 84.6점", LAST * Decimal("1.02")),
    ("전년도 목표*보다 1.5점 높게 설정 * ’22년 목표 : 80점", Decimal("81.5")),
    ("협회 평균 점수*의 110%로 목표 설정\n* 협회 이용자 조사 최근 5년 평균 : 76.0점", Decimal("83.6")),
    ("목표는 종전과 같이 3개년 평균*을 적용 * 직전 3개년(’20~’22) 실적의 산술평균", MEAN),
]
EXPLAINED = [
    ("목표를 84점으로 설정. 이는 전년 목표 80점보다 5% 높은 수준임", Decimal(84)),
    (
        "전년 실적에 5%의 증가율을 적용함. 5%는 최근 3년 연평균 증가율 2%와 도전적 상향분 3%p를 합한 것임",
        LAST * Decimal("1.05"),
    ),
]
# What must not be joined: nothing is taken up, something else is, or what is taken up is bent.
OPEN = [
    "담당 인력은 24명이다. 목표는 3% 상향하여 설정함",
    "전년도 예산은 84.6억원이다. 여기에 예산 확보 시 2점을 더하여 목표로 설정",
    "전년도 실적은 84.6점이다. 여기에 적정 증가분을 더하여 목표로 설정",
    "최근 3년 실적을 평균한 뒤 내부 기준에 따라 조정하여 목표로 설정",
    "1.2점을 가산하여 목표로 설정하였음. 가산의 기준은 내부 방침임",
    "1.2점을 가산하여 목표로 설정하였음. 가산의 기준은 상위 기관의 평균임",
    "전년 실적에 5%의 증가율을 적용함. 5%는 최근 3년 연평균 증가율 2%와 도전적 상향분 4%p를 합한 것임",
    "목표를 85점으로 설정. 이는 전년 목표 80점보다 5% 높은 수준임",
    "신규 개방 10점*을 전년 실적에 더하여 목표로 함 * 최근 3년간 연평균 7점 개방",
]


def told() -> Iterator[tuple[str, Decimal]]:
    for before, base in TELLS + WORKS_OUT:
        for onwards, step in TAKES_UP:
            yield f"{before} {onwards}", step(base)
    for before, base in CLAUSES:
        for onwards, step in ONWARDS:
            yield before + onwards, step(base)
    for before, step in STEPS:
        for behind, base in BEHIND:
            yield before + behind, step(base)
    yield from NOTES + EXPLAINED


@every(told, one_in=4)
def test_what_is_told_apart_reads_as_if_told_at_once(text, value):
    found = explain_reason(text, year=2023, history=PAST)
    assert found.settled and found.value == value, (found.value, getattr(found.reading, "basis", found.reading))


@every([(text,) for text in OPEN])
def test_what_takes_up_nothing_that_is_known_gives_no_value(text):
    found = explain_reason(text, year=2023, history=PAST)
    assert not found.settled or found.value is None, (found.value, getattr(found.reading, "basis", found.reading))
