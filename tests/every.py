"""Thousands of lines in one test: as `pytest.mark.parametrize`, but the lines are made when the test runs and not when tests
are collected, and none of them costs what a test of its own does. All lines are checked; each that fails is named.

    @every(cases)                       # a function, or a list, of tuples; with several, each of one with each of the other
    def test_it_reads(text, unit, basis): ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

import pytest

Table = Iterable[Any] | Callable[[], Iterable[Any]]
SHOWN = 300


def every(*tables: Table) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """The check of a line becomes the check of every line."""

    def of(check: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            lines = [flat(line) for line in product(*(table() if callable(table) else table for table in tables))]
            failed = [f"{named(line)}\n    {why}" for line in lines if (why := wrong(check, line))]
            assert lines, "no line at all"
            if failed:
                pytest.fail(f"{len(failed)} of {len(lines)} lines:\n" + "\n".join(failed), pytrace=False)

        test.__name__, test.__qualname__, test.__doc__ = check.__name__, check.__qualname__, check.__doc__
        return test

    return of


def seeds(numbers: Iterable[int], quick: int = 1) -> list[Any]:
    """The first few seeds of something that is drawn by lot are for every day, the others run with the slow tests."""
    return [pytest.param(seed, marks=[pytest.mark.slow] if at >= quick else []) for at, seed in enumerate(numbers)]


def on_one(*values: Any) -> list[Any]:
    """The first on every database; the others, which no database can tell from it, on one."""
    return [pytest.param(value, marks=[pytest.mark.once] if at else []) for at, value in enumerate(values)]


def flat(rows: tuple[Any, ...]) -> list[Any]:
    return [one for row in rows for one in (row if type(row) is tuple else (row,))]


def named(line: list[Any]) -> str:
    return ", ".join(str(getattr(one, "id", repr(one))) for one in line)


def wrong(check: Callable[..., None], line: list[Any]) -> str:
    """What is wrong with a line; nothing when all is well."""
    try:
        check(*line)
    except (Exception, pytest.fail.Exception) as error:
        told = str(error).strip().replace("\n", "\n    ")
        return f"{type(error).__name__}: {told[:SHOWN]}"
    return ""
