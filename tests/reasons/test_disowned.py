"""What a reason says of the very calculation that it holds: only considered, how it is counted, of something else. It has no value."""

from decimal import Decimal

import pytest

from tests.every import every
from tests.reasons.values import values

PAST = {2019: "440", 2020: "450", 2021: "460", 2022: "470", 2023: "500"}
YEAR = 2024


value = values(PAST, YEAR)
CONSIDERED = [
    "전국 6개 지역센터에서 매월 7건 안팎의 계약이 이루어지는 점을",
    "8개 지사에서 분기별로 15건 정도를 처리하는 점을",
    "지정기관 25개소가 연간 20건 내외를 상담하고 있는 점을",
]
SETS = ["감안하여 목표 설정", "고려하여 ’24년 목표를 설정함", "종합적으로 고려하여 목표치를 책정하였음"]


@every([(words,) for words in CONSIDERED], [(one,) for one in SETS])
def test_figures_of_what_is_that_are_only_considered_set_nothing(words, sets):
    assert value(f"{words} {sets}") is None


OF_SOMETHING_ELSE = [
    "지정 누계는 전년 말까지 체결된 건수에 당해 순증분을 합하여 집계함",
    "목표치는 전산시스템 집계값을 매년 1월 말 기준으로 확정하며, 지난해 집계는 500건",
    "최근 3년 평균(476.7건)과 비교하여 도전적인 수준임",
    "본 지표는 ‘창업기업 생존율’의 최근 3년 평균(통계청)에 2건을 더하여 설정",
    "전국 6개 지역센터에서 매월 10건 안팎의 계약이 이루어지는 점을 감안하여 ’24년 목표 설정",
]
TAKEN_BACK = [
    "전년 실적을 3% 상향 후 신규 지표 효과를 가산",
    "500건 × 1.04 = 520건. 이는 전년 대비 6% 증가",
    "전년 실적 대비 4% 상향하여 설정. 이는 전년 실적 대비 6% 높은 수준임",
]


@pytest.mark.parametrize("text", [*OF_SOMETHING_ELSE, *TAKEN_BACK])
def test_what_is_told_of_something_else_or_taken_back_has_no_value(text):
    assert value(text) is None


KEPT = [
    ("최근 3년 평균 증가율과 여건을 고려하여 전년 실적 대비 4% 상향 설정", Decimal(520)),
    ("’24년 예산은 전년 대비 20% 증액되었음. 목표는 전년 실적 대비 4% 상향 설정", Decimal(520)),
    ("전년 실적에 10건을 더하여 목표를 상향 조정", Decimal(510)),
    ("전년 실적 대비 2% 감축하여 목표를 하향 조정", Decimal(490)),
    ("2027년까지 2,000건 발굴 계획에 따라 4년간 균등 배분한 물량을 목표로 설정", Decimal(500)),
    (
        "최근 3년 평균 대비 5% 상향. 단년도 실적은 변동이 커 적용하지 않음",
        (Decimal(460) + 470 + 500) / 3 * Decimal("1.05"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), KEPT)
def test_what_only_looks_like_it_keeps_its_value(text, expected):
    found = value(text)
    assert found is not None and abs(found - expected) < Decimal("1e-6")
