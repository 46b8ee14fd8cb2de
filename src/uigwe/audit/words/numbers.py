"""Figures as they are printed, and those that a printer broke."""

import re
from collections.abc import Iterator

from uigwe.reasons.patterns import pattern_of

_BROKEN = (
    pattern_of(r"\d\s+[,.]\s*\d"),
    pattern_of(r"\d[.,]{2,}\d"),
    pattern_of(r"\d,\s+\d{3}(?!\d)"),
    pattern_of(r"(?<![\d.])\d+\.\d+\.\d+(?=\s*(?:점|%|명|건|억|조|개|배))"),
    pattern_of(r"\d,\d{1,2}(?![\d])"),
    pattern_of(r"\d,\d{4,}"),
    pattern_of(r"\d['`’]$"),
)


def calls_new(written: str) -> bool:
    """Whether a cell calls its indicator new."""
    return "신규" in written


def is_bare_number(written: str) -> bool:
    """Whether no unit stands behind the number: `84.7`, and not `1회`."""
    return not re.search(r"\d\s?[가-힣%℃A-Za-z㎡]", written)


def is_broken_number(written: str) -> bool:
    """Whether a printed figure is none: `6 ,982`, `0.37.5`, `1,23`, `65.7'`."""
    return any(pattern.search(written) for pattern in _BROKEN)


def broken_numbers(text: str) -> Iterator[str]:
    """Figures in a sentence that have two points: `0.37.5점`."""
    for match in _BROKEN[3].finditer(text):
        yield match[0]


POINTS = "점"
_WEIGHT_WORDS = ("반영", "가중치", "배점", "비중")


def is_weight(subject: str) -> bool:
    """Whether a percentage says how much something counts in a mark: `만족도 점수 반영 비율`."""
    return any(word in subject for word in _WEIGHT_WORDS)
