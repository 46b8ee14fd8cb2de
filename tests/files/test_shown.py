"""What a cell shows: its value as its number format prints it."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from tests.every import every
from uigwe.files.shown import shown


def moment(*parts: int) -> datetime:
    """A moment of a workbook, which knows no zones."""
    return datetime(*parts)  # type: ignore[misc]  # noqa: DTZ001


@every(
    [
        (92, "General", "92"),
        (92.0, "General", "92"),
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", "0.333333333"),
        (1234567890123, "General", "1234567890123"),
        (-7.34, "General", "-7.34"),
        (0, "General", "0"),
        (92, "0.0", "92.0"),
        (0.4, "0%", "40%"),
        (0.876, "0.0%", "87.6%"),
        (1558, "#,##0", "1,558"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (2.5, "0", "3"),
        (-2.5, "0", "-3"),
        (-0.4, "0", "0"),
        (4.0, "0.0##", "4.0"),
        (0.5, "#.0", ".5"),
        (5049, '#,##0"명"', "5,049명"),
        (88, r"0\%", "88%"),
        (-0.7, '0.0;"△"0.0', "△0.7"),
        (-0.7, "0.0;[Red]△0.0", "△0.7"),
        (0, '0;-0;"-"', "-"),
        (3, '0;-0;"-"', "3"),
        (1200, '_-* #,##0_-;-* #,##0_-;_-* "-"_-', "1,200"),
        (4, "(0.0)", "(4.0)"),
        (70000, "#,##0,", "70"),
        (1234, "[$₩-412]#,##0", "₩1,234"),
        (7, "00", "07"),
        (0.5, "# ?/?", "0.5"),
        (12000, "0.00E+00", "12000"),
        (5, "[>=100]0;0.0", "5"),
        (92, "@", "92"),
        ("92.0", "0", "92.0"),
        ("신규", "General", "신규"),
        (True, "General", "TRUE"),
        (None, "General", ""),
        (Decimal("1E+2"), "General", "100"),
    ],
)
def test_a_number_is_shown_as_its_format_prints_it(value, form, told):
    assert shown(value, form) == told


@pytest.mark.parametrize(
    ("value", "form", "told"),
    [
        (moment(2023, 3, 1), "yyyy-mm-dd", "2023-03-01"),
        (moment(2023, 3, 1), "yyyy", "2023"),
        (moment(2023, 3, 1), 'yy"."m"월"', "23.3월"),
        (moment(2023, 3, 1), "m/d/yyyy", "3/1/2023"),
        (moment(2023, 3, 1), "[$-412]yyyy\\. mm\\. dd\\.", "2023. 03. 01."),
        (moment(2023, 3, 1, 9, 5), "h:mm", "9:05"),
        (moment(2023, 3, 1), "mmmm d", "2023-03-01"),
        (date(2023, 3, 1), "General", "2023-03-01"),
        (time(9, 5), "hh:mm:ss", "09:05:00"),
    ],
)
def test_a_day_is_shown_as_its_format_prints_it(value, form, told):
    assert shown(value, form) == told


@every([0, 1.5, -2, moment(2023, 1, 1), "x"], [";;;", '"', "[", "\\", "_", "0;", "[h]:mm", "??/??", "€ 0", "0" * 400])
def test_no_format_breaks_it(value, form):
    assert isinstance(shown(value, form), str)
