"""Numbers as written in official tables."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every import every
from uigwe.values import State, read_number
from uigwe.values.written import MINUS

UNITS = ("", "%", "점", "명", "개사", "조원")


@every(
    [
        ("92", "", "92", State.FINAL),
        ("92.0", "", "92.0", State.FINAL),
        ("(잠정) 92", "", "92", State.PROVISIONAL),
        ("103.9 (’22.11)", "", "103.9", State.PROVISIONAL),
        ("(4.0)", "", "4.0", State.FINAL),
        ("(12.5)", "", "12.5", State.FINAL),
        ("92 (87.55)", "", None, State.TEXT),
        ("△0.7", "", "-0.7", State.FINAL),
        ("7만", "명", "70000", State.FINAL),
        ("5,049명", "명", "5049", State.FINAL),
        ("118.9조원", "조원", "118.9", State.FINAL),
        ("118.9조원", "", "118900000000000", State.FINAL),
        ("신규", "", None, State.NEW),
        ("(신규)", "", None, State.NEW),
        ("-", "", None, State.NONE),
        ("", "", None, State.NONE),
        ("시행령 개정", "", None, State.TEXT),
        ("1,23", "", None, State.TEXT),
        ("10만5천", "", None, State.TEXT),
        ("4~6월", "", None, State.TEXT),
    ],
)
def test_a_cell_is_read_as_it_stands(text, unit, value, state):
    read = read_number(text, unit)

    assert read.state is state
    assert read.value == (None if value is None else Decimal(value))
    assert read.text == text


@pytest.mark.parametrize(("text", "step"), [("87.5", "0.1"), ("88", "1"), ("7만", "10000"), ("1.2억", "10000000")])
def test_precision_is_that_of_the_last_printed_digit(text, step):
    assert read_number(text).step == Decimal(step)


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.sampled_from(UNITS), st.booleans(), st.booleans())
def test_every_printed_form_of_a_number_is_read_as_that_number(value, unit, commas, brackets):
    text = f"{value:,f}" if commas else f"{value:f}"
    text = f"({text})" if brackets else f"{text}{unit}"

    read = read_number(text, unit)

    assert (read.value, read.state) == (value, State.FINAL)
    assert read.interval is not None and read.interval.holds(value)


@given(st.integers(1, 10**6), st.sampled_from(sorted(MINUS.replace("\\", ""))))
def test_every_sign_of_less_is_a_minus(number, sign):
    assert read_number(f"{sign}{number}").value == -number


signs = st.sampled_from("0123456789.,-()[]△%p명만억조원 신규잠정’‘~年Ⅰ①½٣\n\t\x00\ud800")


@given(st.text(signs, max_size=30), st.sampled_from(UNITS))
def test_any_text_is_read_without_guessing(text, unit):
    read = read_number(text, unit)

    assert (read.value is None) == (read.state in (State.NEW, State.NONE, State.TEXT))
    assert (read.value is None) == (read.interval is None)
