"""Liberties that every office takes and nobody calls a mistake: spacing, dots, a rounder number, a unit repeated in a cell."""

from decimal import Decimal

from corpus.plans.ground import Ground, comma
from uigwe.values import half_up


def spaced(ground: Ground, name: str) -> str:
    """The same words with a space more or less, as narrow cells leave them."""
    if not ground.chance(12) or " " not in name:
        return name
    at = [index for index, sign in enumerate(name) if sign == " "]
    gap = ground.one(at)
    return name[:gap] + name[gap + 1 :]


def in_annex(ground: Ground, written: str, value: Decimal | None, unit: str) -> tuple[str, Decimal | None]:
    """A target once more: as it was, with the unit behind it, or without its idle zero."""
    if value is None:
        return written, value
    if unit == "%" and ground.chance(15):
        return f"{written}%", value
    if ground.chance(15) and value.as_tuple().exponent == -1 and value == value.to_integral_value():
        return comma(value), value.quantize(Decimal(1))
    return written, value


def in_prose(ground: Ground, value: Decimal, decimals: int) -> tuple[str, Decimal]:
    """A result as prose gives it: exactly, or rounded to whole numbers with the word for about."""
    if decimals and value > 20 and ground.chance(25):
        rounder = half_up(value)
        return f"{ground.common['about']} {comma(rounder)}", rounder
    return comma(value, decimals), value
