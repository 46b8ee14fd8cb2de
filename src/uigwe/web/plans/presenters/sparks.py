"""A line of a few years, small enough to stand in a row of text: coordinates for an SVG drawn in the template."""

from dataclasses import dataclass
from decimal import Decimal

from uigwe.plan import Indicator, Use
from uigwe.values import EXACT, State, rounded

WIDTH, HEIGHT, MARGIN = Decimal(112), Decimal(28), Decimal(4)


@dataclass(frozen=True, slots=True)
class Dot:
    """One year: where it stands and what it is (`past`, `soft` for provisional, `goal` for the target)."""

    x: str
    y: str
    kind: str


@dataclass(frozen=True, slots=True)
class Spark:
    """Dots in the order of years, and the path through them."""

    dots: tuple[Dot, ...]
    path: str


def spark(indicator: Indicator, use: Use) -> Spark | None:
    """Past results and the target of one use; None when there are not two numbers to join."""
    points = [
        (year, p.value, "soft" if p.state is State.PROVISIONAL else "past")
        for year, p in indicator.history(use).items()
        if p.value is not None
    ]
    target = indicator.target(use)
    if target is not None and target.value is not None:
        points.append((target.year, target.value, "goal"))
    if len(points) < 2:
        return None
    points.sort(key=lambda point: point[0])
    across = _scale([Decimal(year) for year, _, _ in points], WIDTH)
    up = _scale([value for _, value, _ in points], HEIGHT)
    dots = tuple(
        Dot(str(rounded(x, 1)), str(rounded(EXACT.subtract(HEIGHT, y), 1)), kind)
        for x, y, (_, _, kind) in zip(across, up, points, strict=True)
    )
    return Spark(dots, "M" + " L".join(f"{dot.x} {dot.y}" for dot in dots))


def _scale(values: list[Decimal], length: Decimal) -> list[Decimal]:
    """Values spread over `length` with a margin at both ends; equal values lie in the middle."""
    low, high = min(values), max(values)
    if low == high:
        return [EXACT.divide(length, Decimal(2))] * len(values)
    room = length - 2 * MARGIN
    return [
        EXACT.add(MARGIN, EXACT.divide(EXACT.multiply(EXACT.subtract(value, low), room), EXACT.subtract(high, low)))
        for value in values
    ]
