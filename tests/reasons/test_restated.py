"""A calculation that is said twice, in signs and in words: it counts when both come to the same."""

from decimal import Decimal
from itertools import product

import pytest

from tests.every import every
from tests.reasons.values import values

PAST = {2020: "1,900", 2021: "2,210", 2022: "2,305", 2023: "2,350"}
YEAR = 2024


value = values(PAST, YEAR)
SIGNS = [
    "2,350개교 × 1.{rate:02} = {out}개교",
    "’23년 실적 2,350개교×1.{rate:02}",
    "측정산식 : 2,350개교 * 1.{rate:02} = ’24년 목표 {out}개교",
]
TIES = [", ", ", 즉 ", ". 이는 "]
WORDS = ["전년 대비 {rate}% 증가", "전년도 실적 대비 {rate}% 상향한 값", "전년도 실적보다 {rate}% 늘려 잡은 수준임"]


@every([(one,) for one in SIGNS], [(one,) for one in TIES], [(one,) for one in WORDS])
def test_signs_and_words_that_come_to_the_same_count(signs, tie, words):
    said = {"rate": 2, "out": "2,397"}
    assert value(signs.format(**said) + tie + words.format(**said)) == Decimal("2397")


@pytest.mark.parametrize(("tie", "words"), list(product(TIES, WORDS)))
def test_signs_and_words_that_differ_have_no_value(tie, words):
    assert value("2,350개교 × 1.02 = 2,397개교" + tie + words.format(rate=3)) is None


RATES = {2021: "-2.4", 2022: "3.9", 2023: "7.2"}


@pytest.mark.parametrize(
    "text",
    [
        "(△2.4 + 3.9 + 7.2) ÷ 3 = 최근 3개년 매출증가율의 평균을 ’24년 목표로 설정",
        "(△2.4+3.9+7.2)÷3을 ’24년 목표로 설정",
        "최근 3개년 매출증가율의 평균 = (△2.4 + 3.9 + 7.2) ÷ 3",
    ],
)
def test_a_sum_that_begins_below_zero_keeps_its_sign(text):
    assert value(text, RATES) == Decimal("2.9")
