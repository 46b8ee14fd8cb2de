"""Exact decimals: one context for all arithmetic, one way to round, one way to write a number down."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, InvalidOperation

# Enough digits for products of money (15 digits) with ratios (10) without rounding; never the process-wide context.
EXACT = Context(prec=50, rounding=ROUND_HALF_UP, traps=[InvalidOperation])

_MODES = {"round": ROUND_HALF_UP, "ceil": ROUND_CEILING, "floor": ROUND_FLOOR}


def rounded(value: Decimal, decimals: int = 0, mode: str = "round") -> Decimal:
    """`value` to `decimals` places; `mode` is `round` (half up, away from zero), `ceil` or `floor`."""
    step = Decimal(1).scaleb(-decimals)
    return value.quantize(step, rounding=_MODES[mode], context=EXACT)


def half_up(value: Decimal, decimals: int = 0) -> Decimal:
    """Round the way Korean officials do: 0.5 goes up (Python's own `round` would go to the even digit)."""
    return rounded(value, decimals)


def plain(value: Decimal) -> str:
    """A decimal as plain digits, without exponent and without idle zeros after the point: `1E+3` is `1000`."""
    if not value.is_finite():
        raise ValueError(f"not a finite number: {value}")
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
