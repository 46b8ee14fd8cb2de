"""One spelling of a value as JSON, so that the same facts always have the same hash."""

import hashlib
import json
from typing import Any


def spelled(value: Any) -> str:
    """JSON with sorted keys, no spaces and Hangul as it is. Binary floats are refused: they have no one spelling."""
    _refuse_floats(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(text: str) -> str:
    """The SHA-256 of a text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a binary float; keep decimals as text")
    if isinstance(value, dict):
        for one in value.values():
            _refuse_floats(one)
    elif isinstance(value, list | tuple):
        for one in value:
            _refuse_floats(one)
