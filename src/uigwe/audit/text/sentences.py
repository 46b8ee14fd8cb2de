"""Series, sums and shares of one sentence as claims."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from uigwe.audit.text.figures import Figure
from uigwe.audit.text.passages import Passage
from uigwe.audit.text.series import Move, Series, difference_before, series
from uigwe.audit.text.subjects import claim_of, subject_before, subject_of, unit_before
from uigwe.audit.text.wholes import Whole, wholes
from uigwe.plan import Claim
from uigwe.reasons.patterns import pattern_of
from uigwe.values import EXACT
from uigwe.values.written import SCALES

_DOTS = pattern_of(r"[‧·･ㆍ/]")
_SLASH = pattern_of(r"\s*(?:[(（][^()（）]*[)）])?\s*/\s*")
# `3.0%에 0.5%를 더한 3.5%`: from what, by how much, to what.
_RAISED_BY = pattern_of(
    r"(?P<old>\d+(?:\.\d+)?\s?%)\s?(?:에|에서|보다|대비)\s?(?P<by>\d+(?:\.\d+)?\s?%(?:\s?[pP])?)\s?(?:를|을|로|만큼)?\s?(?:더|가산|증가|상향|추가)[한하해]\S{0,2}\s?(?P<new>\d+(?:\.\d+)?\s?%)"
)


def of_sentence(passage: Passage, named: str) -> Iterator[list[Claim]]:
    """The statements of a sentence; `named` is what it is about when it is a footnote that does not say so itself."""
    if len(passage.figures) < 2:
        return
    for one, name in named_series(passage, named):
        yield of_series(passage, one, name)
    for match in _RAISED_BY.finditer(passage.text):
        yield _raised_by(passage, match)
    for whole in wholes(passage.text, passage.figures):
        yield from _of_whole(passage, whole)


def _raised_by(passage: Passage, match: re.Match[str]) -> list[Claim]:
    at = {figure.start: figure for figure in passage.figures}
    found = [at.get(match.start(name)) for name in ("old", "new", "by")]
    subject = subject_before(passage, match.start())
    roles = ("value", "value", "difference")
    return [
        claim_of(passage, figure, role, subject)
        for figure, role in zip(found, roles, strict=True)
        if figure is not None
    ]


def of_series(passage: Passage, one: Series, named: str = "") -> list[Claim]:
    """The points of a series, and what is said of them."""
    added = difference_before(passage.text, passage.tokens, one)
    start = added.start if added else one.start
    own = subject_before(passage, start)
    subject = named if named and (not own or named in own) else own
    unit = one.points[-1].figure.unit or unit_before(passage.text, one.start)
    claims = []
    for point in one.points:
        of = f"{subject} 목표".strip() if point.period and point.period.target else subject
        claims.append(claim_of(passage, point.figure, "value", of, point.period.text if point.period else "", unit))
    if added:
        claims.append(claim_of(passage, added, "difference", subject, claims[-1].period, unit))
    return claims + [_moved(passage, subject, claims, move) for move in one.moves]


def named_series(passage: Passage, named: str = "") -> Iterator[tuple[Series, str]]:
    """`종사자‧매출액 : 25.3 → 27.8만명 / 154 → 188조원`: two names for two series; else the name that the sentence gives."""
    found = list(series(passage.text, passage.tokens))
    if len(found) > 1:
        gaps = [passage.text[one.end : other.start] for one, other in pairwise(found)]
        names = _DOTS.split(subject_of(passage.text, found[0].start))
        if len(names) == len(found) and all(_SLASH.fullmatch(gap) for gap in gaps):
            yield from zip(found, (name.strip() for name in names), strict=True)
            return
    yield from ((one, named) for one in found)


def _moved(passage: Passage, subject: str, values: list[Claim], move: Move) -> Claim:
    number = Decimal(re.sub(r"[^\d.]", "", move.written))
    first, last = values[0].period[:4], values[-1].period[:4]
    span = f"{first}..{last}" if first and last else ""
    period = span if move.spans else values[-1].period
    place = passage.place_at(move.start)
    if move.role == "times":
        # As a rate of change, with the precision that is printed: `2.5배` is 150 %, give or take five.
        rate = EXACT.subtract(number, Decimal(1)).scaleb(2)
        return Claim(0, subject, "change", period, f"{move.written}배", rate, "%", place)
    written = move.written if move.role != "change" else f"{move.written}%"
    signed = -number if move.falling else number
    return Claim(0, subject, move.role, period, written, signed, move.unit or values[0].unit, place)


def _of_whole(passage: Passage, whole: Whole) -> Iterator[list[Claim]]:
    if whole.total is None or (whole.open and _added_up(whole) <= whole.total.value):
        return

    def said(figure: Figure, role: str) -> Claim:
        return claim_of(passage, figure, role, subject_before(passage, figure.start))

    total = said(whole.total, "total")
    if not whole.shares:
        yield [*(said(part, "part") for part in whole.parts), total]
        return
    [(_, share)] = whole.shares
    part = said(whole.parts[0], "part")
    part = part if part.subject else replace(part, subject=total.subject)
    yield [*_one_scale(total, part), claim_of(passage, share, "share", part.subject)]


def _added_up(whole: Whole) -> Decimal:
    return sum((part.value for part in whole.parts), Decimal(0))


def _one_scale(total: Claim, part: Claim) -> tuple[Claim, Claim]:
    """`12만개` and `1,640개` in one unit: that of the total."""
    if total.unit == part.unit:
        return total, part
    apart = _power(part.unit) - _power(total.unit)
    return total, replace(part, value=part.value.scaleb(apart), unit=total.unit)


def _power(unit: str) -> int:
    """How many zeros the scale of a unit stands for: four for `만개`."""
    return next((power for word, power in SCALES.items() if unit.startswith(word)), 0)
