"""A plan as plain JSON and back, losing nothing; the form in which revisions are kept."""

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from uigwe.plan import Plan

FORMAT = 1


def to_plain(plan: Plan) -> dict[str, Any]:
    """The plan as values that JSON has: decimals as strings, dates as ISO text, empty fields left out."""
    return {"format": FORMAT, "plan": _plain(plan)}


def from_plain(data: Mapping[str, Any]) -> Plan:
    """The plan that `to_plain` wrote; older formats are upgraded when read, never rewritten."""
    if data.get("format") != FORMAT:
        raise ValueError(f"unknown format of plan JSON: {data.get('format')!r}; this program reads format {FORMAT}")
    plan = _reader(Plan)(data["plan"])
    assert isinstance(plan, Plan)  # noqa: S101 - narrows the type for the reader of this code
    return plan


def hash_of(plan: Plan) -> str:
    """The SHA-256 of the plan's plain JSON: two plans with the same facts have the same hash."""
    text = json.dumps(to_plain(plan), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


_AS_IT_IS = frozenset({str, int, bool, type(None)})


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if dataclasses.is_dataclass(kind):
        found = {}
        for name, default in _defaults(kind):
            one = getattr(value, name)
            if one is not default and (one != default or type(one) is not type(default)):
                found[name] = _plain(one)
        return found
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return value


@lru_cache(maxsize=64)
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


@lru_cache(maxsize=256)
def _reader(kind: Any) -> Callable[[Any], Any]:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}
        return lambda data: kind(**{name: readers[name](value) for name, value in data.items()})
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        inner = _reader(arguments[0])
        return lambda data: tuple(inner(one) for one in data)
    if origin in (typing.Union, types.UnionType):
        inner = _reader(next(one for one in arguments if one is not type(None)))
        return lambda data: None if data is None else inner(data)
    if kind is Decimal:
        return Decimal
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return lambda data: data
