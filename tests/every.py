"""Thousands of lines in one test: as `pytest.mark.parametrize`, but the lines are made when the test runs and not when tests
are collected, and none of them costs what a test of its own does. All lines are checked; each that fails is named.

    @every(cases)                       # a function, or a list, of tuples; with several, each of one with each of the other
    def test_it_reads(text, unit, basis): ...

    @every(cases, one_in=6)             # one line of six every day, the same ones each time; the others with the slow tests
    def test_it_reads(text, unit, basis): ...

`./run test tests/reasons` looks at all lines, as does any command that names its tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any
from zlib import crc32

import pytest

Table = Iterable[Any] | Callable[[], Iterable[Any]]
Always = Callable[[Any], bool] | None
SHOWN = 300


def every(
    *tables: Table, one_in: int = 1, always: Always = None
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The check of a line becomes the check of every line."""

    def of(check: Callable[..., None]) -> Callable[..., None]:
        def look(share: str) -> None:
            lines = [flat(line) for line in product(*(table() if callable(table) else table for table in tables))]
            if one_in > 1:
                lines = part(share, lines, one_in, always)
            failed = [f"{named(line)}\n    {why}" for line in lines if (why := wrong(check, line))]
            assert lines, "no line at all"
            if failed:
                pytest.fail(f"{len(failed)} of {len(lines)} lines:\n" + "\n".join(failed), pytrace=False)

        def test() -> None:
            look(SAMPLE)

        def test_of_a_share(share: str) -> None:
            look(share)

        made = test if one_in == 1 else in_two(test_of_a_share)
        made.__name__, made.__qualname__, made.__doc__ = check.__name__, check.__qualname__, check.__doc__
        return made

    return of


SAMPLE, REST = "sample", "rest"
# A test that is asked for each `share` of its lines: for the sample of every day and, with the slow tests, for all others.
in_two = pytest.mark.parametrize("share", [SAMPLE, pytest.param(REST, marks=pytest.mark.slow)])


def part(share: str, lines: Iterable[Any], one_in: int, always: Always = None) -> list[Any]:
    """The sample of some lines or the rest of them. The sample is the same on every machine and spread evenly; a line on which
    much hangs is `always` in it."""
    return [
        line
        for line in lines
        if (share == SAMPLE) == (bool(always and always(line)) or crc32(named(line).encode()) % one_in == 0)
    ]


QUICK = False  # whether this is the quick run; tests/conftest.py knows


def examples(many: int) -> int:
    """How many examples Hypothesis draws: a quarter of them every day, all with the slow tests and when a test is named."""
    return max(5, many // 4) if QUICK else many


def seeds(numbers: Iterable[int], quick: int = 1) -> list[Any]:
    """The first few seeds of something that is drawn by lot are for every day, the others run with the slow tests."""
    return [pytest.param(seed, marks=[pytest.mark.slow] if at >= quick else []) for at, seed in enumerate(numbers)]


def some(values: Iterable[Any], one_in: int) -> list[Any]:
    """One in so many of these is for every day, the others run with the slow tests."""
    return [pytest.param(value, marks=[pytest.mark.slow] if at % one_in else []) for at, value in enumerate(values)]


# In a file of which PostgreSQL has all the rest with the slow tests: a test that it has every day.
on_both = pytest.mark.slow_on_postgres(False)


def on_one(*values: Any) -> list[Any]:
    """The first on every database; the others, which no database can tell from it, on one."""
    return [pytest.param(value, marks=[pytest.mark.once] if at else []) for at, value in enumerate(values)]


def flat(rows: tuple[Any, ...]) -> list[Any]:
    return [one for row in rows for one in (row if type(row) is tuple else (row,))]


def named(line: Iterable[Any]) -> str:
    return ", ".join(str(getattr(one, "id", repr(one))) for one in line)


def wrong(check: Callable[..., None], line: list[Any]) -> str:
    """What is wrong with a line; nothing when all is well."""
    try:
        check(*line)
    except (Exception, pytest.fail.Exception) as error:
        told = str(error).strip().replace("\n", "\n    ")
        return f"{type(error).__name__}: {told[:SHOWN]}"
    return ""
