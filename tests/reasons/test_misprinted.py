"""Figures count as they are printed: with their sign, once, as the outcome where they stand in front, with the step that sets."""

from decimal import Decimal

import pytest

from tests.every import every
from tests.reasons.values import values
from uigwe.formulas import read_basis
from uigwe.operations.explaining import explain_reason
from uigwe.reasons.known import Known
from uigwe.reasons.normal.misprinted import misprinted
from uigwe.reasons.read import known_cells

value = values()
HEADS = ["목표 8.4% = ", "’23년 목표치 8.4% = ", "목표치(8.4%) = "]
BASES = ["최근 2년(’21~’22년) 고용증가율 8.0%", "고용증가율 8.0%", "8.0%"]
BEHIND = ["", " (수혜기업 추적조사)"]


@every([(one,) for one in HEADS], [(one,) for one in BASES], [(one,) for one in BEHIND])
def test_an_outcome_in_front_is_no_part(head, base, behind):
    assert value(f"{head}{base} × 1.05{behind}") == Decimal("8.4")
    assert value(f"{head}{base} × 1.08{behind}") is None


GAPS = {2020: "9.0", 2021: "9.1", 2022: "9.8"}
WHY = ["", "환율 변동성이 큰 상황이나 ", "여건이 어려우므로 "]
IS = ["9.3%p 수준임. ", "9.3%p임. ", "9.3%p 수준이다. "]


@every([(one,) for one in IS], [(one,) for one in WHY])
def test_a_step_that_takes_up_what_was_told_is_taken(told, why):
    assert value(f"매출증가율 차는 3개년 평균이 {told}{why}이보다 0.4%p 높게 목표를 잡음", GAPS) == Decimal("9.7")


def test_a_step_that_sets_is_never_left():
    assert value("최근 3년 평균이 9.3%p 수준임. 환율이 불안하지만 0.4%p 높게 목표를 잡음", GAPS) in (
        None,
        Decimal("9.7"),
    )


SHRUNK = {2020: "3.1", 2021: "3.6", 2022: "3.4"}


@pytest.mark.parametrize(
    "behind", ["", "\n* 기금 예산이 30% 삭감된 비율을 그대로 적용", ", 예산이 30% 삭감된 비율을 그대로 적용"]
)
def test_a_factor_in_a_bracket_is_never_left(behind):
    assert value(f"전년도 실적 × (1-30%){behind}", SHRUNK) in (None, Decimal("2.38"))


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("(-2.4+3.9+7.2)÷3", "(2.4 + 3.9 + 7.2) / 3"),
        ("전년도누적보증액(1,800억원)+당해보증목표(최근3년평균200억원의110%)", "last + 1800 + 200 * 110 %"),
        ("목표8.4%=고용증가율8.0%×1.05", "8.4 * 1.05"),
        ("전년도실적×(1-30%)", "last * 30 %"),
        ("3개년평균이9.3수준임.0.4점높게목표를잡음", "mean(2020..2022)"),
    ],
)
def test_a_reading_that_takes_a_figure_otherwise_is_doubted(text, basis):
    known = Known(2023, "", known_cells({2020: "1400", 2021: "1600", 2022: "1800"}, None))
    assert misprinted(text, read_basis(basis), known)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("(3.9-2.4+7.2)÷3", "(3.9 - 2.4 + 7.2) / 3"),
        ("전년도실적(10건)에10건을더함", "last + 10"),
        ("전년실적에10건을추가함", "last + 10"),
        ("전년도실적×(1-30%)", "last * (1 - 30 %)"),
        ("전년도실적×(1+5%)", "last * 1.05"),
        ("3개년평균보다0.4점높게설정", "mean(2020..2022) + 0.4"),
        ("전년건수를1할늘려잡음", "last * (100 % + 10 %)"),
    ],
)
def test_a_reading_that_takes_them_as_printed_is_not(text, basis):
    known = Known(2023, "", known_cells({2020: "8", 2021: "9", 2022: "10"}, None))
    assert not misprinted(text, read_basis(basis), known)


@every(
    [
        (f"{base} × ({one} + {first}3% {sign} {second}1%)", Decimal(times))
        for base in ("전년도 실적", "전년 실적(418건)")
        for one in ("1", "100%")
        for first, second in (("", ""), ("예산증가율 ", "물가상승률 "))
        for sign, times in (("-", "426.36"), ("+", "434.72"))
    ]
)
def test_rates_that_are_put_together_in_a_bracket(text, value):
    found = explain_reason(text, year=2026, history={2023: "402", 2024: "395", 2025: "418"})
    assert not found.settled or found.value == value, found.value
    assert "418" in text or found.settled


@every(
    [
        ("전년 실적 + (3% - 1%)", Decimal("426.36")),
        ("전년 실적 + 3% - 1%", Decimal("426.36")),
        ("전년 실적 × (1 + 3%) × (1 - 1%)", Decimal("426.2346")),
        ("MAX(전년 실적, 3년 평균) × 1.01", Decimal("422.18")),
        ("MIN(전년 실적×1.05, 430)", None),
        ("y=8x+389(x: 연차, 2026년은 4)", None),
    ]
)
def test_what_signs_put_together_or_choose(text, value):
    found = explain_reason(text, year=2026, history={2023: "402", 2024: "395", 2025: "418"})
    assert (found.value if found.settled else None) == value, found.value
