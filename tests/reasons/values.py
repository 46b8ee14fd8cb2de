"""What reasons come to that are told beside the same past results: `value = values(PAST, 2023)`, and then `value(text)`."""

from collections.abc import Callable
from decimal import Decimal

from uigwe.operations.explaining import explain_reason


def values(history: dict[int, str] | None = None, year: int = 2023) -> Callable[..., Decimal | None]:
    """A function from a reason to its value, None where it settles none; it may be asked with other results, or of another year."""

    def value(text, history=history, year=year):
        explained = explain_reason(text, year=year, history=history or {})
        return explained.value if explained.settled else None

    return value
