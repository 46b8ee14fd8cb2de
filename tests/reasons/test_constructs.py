"""Terse reasons that are counted otherwise than the families: scales, shares, scores, levels."""

from decimal import Decimal

import pytest

from tests.every import every
from tests.reasons.constructs import OTHERS
from uigwe.formulas import read_basis
from uigwe.operations.explaining import explain_reason
from uigwe.reasons.constructs.guards import rate_left, unconverted


@every(OTHERS)
def test_what_a_terse_reason_comes_to(text, history, worth):
    explained = explain_reason(text, year=2023, history=history)
    value = explained.value if explained.settled else None
    assert value == worth or abs(value - worth) < Decimal("1e-9")


@pytest.mark.parametrize(
    ("text", "basis", "left"),
    [
        ("3,200백만원의 110%를 억원으로 환산", "3200 * 110 %", "억원"),
        ("3,200백만원의 110%를 억원으로 환산", "3200 * 110 % / 100", ""),
        ("합격 54건/검사 60건을 백분율로 환산", "54 / 60", "백분율"),
        ("합격 54건/검사 60건을 백분율로 환산", "54 / 60 * 100", ""),
    ],
)
def test_a_conversion_that_is_said_is_done(text, basis, left):
    assert unconverted(text.replace(" ", ""), read_basis(basis)) == left


@pytest.mark.parametrize(
    ("text", "basis", "left"),
    [
        ("전년 실적에 성장률 2%와 물가상승률 3%를 반영", "last * (100 % + 3 %)", "2"),
        ("전년 실적에 성장률 2%와 물가상승률 3%를 합한 5%를 반영", "last * (100 % + 5 %)", ""),
        ("전년 실적에 성장률 2%와 물가상승률 3%를 합한 6%를 반영", "last * (100 % + 6 %)", "6"),
        ("전년 실적에 성장률 2%와 물가상승률 3%를 차례로 적용", "last * (100 % + 2 %) * (100 % + 3 %)", ""),
        ("전년 실적에 물가상승률 3%를 거듭 적용", "last * (100 % + 3 %)", "를거듭적용"),
    ],
)
def test_every_printed_rate_has_its_part(text, basis, left):
    assert rate_left(text.replace(" ", ""), read_basis(basis)) == left
