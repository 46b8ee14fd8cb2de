"""Figures that prose gives for what the plan's own tables name: an indicator by its name, a programme by its name.

This module is the grammar of the few words that may stand between such a name and its figure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uigwe.audit.text.figures import Figure, Period
from uigwe.audit.text.passages import Passage
from uigwe.plan import Claim, Plan
from uigwe.values import to_won

_GONE = dict.fromkeys(map(ord, " \t\u00a0\u3000·‧․・ㆍ･∙•.,’‘'“”\"「」｢｣"))
_LEAST = {"indicator": 6, "line": 5}
_OF_INDICATOR = re.compile(
    r"\s*(?:\([^()\d]{1,8}\))?\s*(?:의)?\s*(?P<word>실적|결과|목표치|목표값|목표|수치|값)?\s*(?:은|는|이|가|을|를)?\s*[:(]?\s*(?:약|총)?\s*"
)
_OF_LINE = re.compile(r"\s*(?:사업)?\s*(?:예산|사업비)?\s*(?:은|는|이|가|을|를|에|의)?\s*[:(]?\s*(?:총|약)?\s*")
_NO_BUDGET = re.compile(r"\s*(?:이내|이하|한도|까지|내외|이상|당|씩|규모의\s*(?:융자|보증|펀드|투자))")
_AIM = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:을|를)?\s*(?:으?로\s*)?목표")
_BEFORE = 14


@dataclass(frozen=True, slots=True)
class _Name:
    kind: str
    bare: str
    name: str
    unit: str


def named_values(passages: Sequence[Passage], plan: Plan) -> Iterator[Claim]:
    """A claim for each figure that stands right behind the name of an indicator or a programme, with its year."""
    names = _names(plan)
    for passage in passages:
        if not passage.figures:
            continue
        bare = passage.text.translate(_GONE)
        for name in names:
            if name.bare in bare:
                start, end = _span(passage.text, bare.find(name.bare), len(name.bare))
                yield from _value(passage, name, start, end, plan.year)


def _names(plan: Plan) -> list[_Name]:
    found: dict[tuple[str, str], _Name] = {}
    for indicator, use in plan.uses():
        bare = use.name.translate(_GONE)
        if len(bare) >= _LEAST["indicator"]:
            unit = indicator.unit.partition(",")[0].strip()
            found.setdefault(("indicator", bare), _Name("indicator", bare, use.name, unit))
    for task in plan.tasks():
        for line in task.budget:
            bare = line.name.translate(_GONE)
            if line.level in ("unit", "detailed") and len(bare) >= _LEAST["line"] and not line.bracketed:
                found.setdefault(("line", bare), _Name("line", bare, line.name, line.unit))
    return list(found.values())


def _span(text: str, at: int, length: int) -> tuple[int, int]:
    """Where a stretch of the text without spaces and dots stands in the text."""
    spots = [spot for spot, sign in enumerate(text) if ord(sign) not in _GONE]
    return spots[at], spots[at + length - 1] + 1


def _value(passage: Passage, name: _Name, start: int, end: int, year: int) -> Iterator[Claim]:
    found = passage.tokens
    behind = [token for token in found if token.start >= end][:2]
    figure = next((token for token in behind if isinstance(token, Figure)), None)
    if figure is None or _is_half(passage.text, start, end):
        return
    between = next((token for token in behind if isinstance(token, Period) and token.end <= figure.start), None)
    before = [token for token in found if isinstance(token, Period) and start - _BEFORE <= token.end <= start]
    period = between or (before[-1] if before else None)
    gap = passage.text[end : figure.start]
    if between:
        gap = gap.replace(passage.text[between.start : between.end], "", 1)
    if name.kind == "indicator":
        yield from _of_indicator(passage, name, gap, figure, period)
    else:
        yield from _of_line(passage, name, gap, figure, period.text if period else str(year))


def _of_indicator(passage: Passage, name: _Name, gap: str, figure: Figure, period: Period | None) -> Iterator[Claim]:
    match = _OF_INDICATOR.fullmatch(gap)
    if not match or period is None or len(period.text) != 4 or figure.unit != name.unit:
        return
    aim = period.target or "목표" in (match["word"] or "") or bool(_AIM.match(passage.text, figure.end))
    subject = f"{name.name} 목표" if aim else name.name
    yield _claim(passage, subject, period.text, figure)


def _of_line(passage: Passage, name: _Name, gap: str, figure: Figure, period: str) -> Iterator[Claim]:
    if not _OF_LINE.fullmatch(gap) or len(period) != 4 or to_won(figure.value, figure.unit) is None:
        return
    if not _NO_BUDGET.match(passage.text, figure.end):
        yield _claim(passage, f"{name.name} 예산", period, figure)


def _claim(passage: Passage, subject: str, period: str, figure: Figure) -> Claim:
    return Claim(0, subject, "value", period, figure.written, figure.value, figure.unit, passage.place_at(figure.start))


def _is_half(text: str, start: int, end: int) -> bool:
    """Whether the name is a part of a longer word."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return before.isalpha() or (after.isalpha() and after not in "은는이가을를의에사예")
