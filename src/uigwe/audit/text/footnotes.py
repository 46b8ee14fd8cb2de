"""What a sentence says in one figure and its footnote in several: a total and its parts, a rise and the series behind it.

This module is the grammar of such pairs.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from uigwe.audit.text.figures import Figure
from uigwe.audit.text.passages import Passage
from uigwe.audit.text.sentences import named_series, of_series
from uigwe.audit.text.series import Point, Series
from uigwe.audit.text.subjects import claim_of, starred, subject_before
from uigwe.audit.text.wholes import plus_runs, same_unit
from uigwe.plan import Claim
from uigwe.reasons.patterns import pattern_of
from uigwe.values import EXACT

_STAR = pattern_of(r"\s?\*+")
_TOTAL = pattern_of(r"(?:합계|총|모두|전체)\s*(?:약\s*)?$")
_NOT_ALL = pattern_of(r"등(?![가-힣])|[=＝→]")
_MOVED = pattern_of(
    r"\s*(?:p\s*)?(?:이상\s*)?(?:나|이|가|을|를)?\s*(?P<word>증가|감소|상승|하락|확대|축소|향상|개선|높|낮|늘|줄)"
    r"(?P<tail>[가-힣]{0,4}\s*(?:약\s*)?)"
)
_FALLING = ("감소", "하락", "축소", "낮", "줄")
_YEAR_BEFORE = pattern_of(r"(?:전년(?:도)?|전기|전월|직전\s?년도)\s*(?:\([^()]*\)\s*)?(?:대비|보다|比)\s*(?:약\s*)?$")


def of_notes(read: Sequence[Passage]) -> Iterator[list[Claim]]:
    """The statements that a sentence makes together with its footnotes."""
    main, *below = read
    for note in below:
        yield from _total(main, note)
    found = [
        (note, one, name)
        for note in read
        for one, name in named_series(note, starred(main, note) if note.is_note else "")
        if one.linked
    ]
    for passage in read:
        for index, figure in enumerate(passage.figures):
            match = _MOVED.match(passage.text, figure.end)
            if match and not figure.signed and not any(_is_of(one, note, figure, passage) for note, one, _ in found):
                then = passage.figures[index + 1] if index + 1 < len(passage.figures) else None
                behind = then if then and then.start == match.end() else None
                yield from _moved(passage, figure, match["word"] in _FALLING, behind, found)


def _is_of(one: Series, note: Passage, figure: Figure, passage: Passage) -> bool:
    """Whether the figure is a point of the series, or already read as its move."""
    if note is not passage:
        return False
    moves = any(move.start <= figure.start < move.end or figure.start <= move.start < figure.end for move in one.moves)
    return moves or any(point.figure.start == figure.start for point in one.points)


# ── a total, and its parts below ─────────────────────────────────────────────────────────────────────────────────────


def _total(main: Passage, note: Passage) -> Iterator[list[Claim]]:
    """`합계 2,227억원` in a sentence, `* 온라인 1,229억원 + 오프라인 998억원` in its footnote."""
    runs = list(plus_runs(note.text, note.figures))
    if len(runs) != 1 or _NOT_ALL.search(note.text):
        return
    first, last = runs[0]
    alike = same_unit(note.figures[first:last])
    if alike is None or not alike[0].unit or "+" in note.text[note.figures[last - 1].end :]:
        return
    totals = [one for one in main.figures if one.unit == alike[0].unit and _has_note(main, note, one)]
    if len(totals) == 1:
        parts = [claim_of(note, part, "part", subject_before(note, part.start)) for part in alike]
        yield [*parts, claim_of(main, totals[0], "total", subject_before(main, totals[0].start))]


def _has_note(main: Passage, note: Passage, figure: Figure) -> bool:
    star = _STAR.match(main.text, figure.end)
    if star:
        return star[0].strip() == note.mark
    return bool(_TOTAL.search(main.text[: figure.start])) and "*" not in main.text


# ── a move, and the series behind it ─────────────────────────────────────────────────────────────────────────────────


def _moved(
    passage: Passage,
    figure: Figure,
    falling: bool,
    behind: Figure | None,
    found: Sequence[tuple[Passage, Series, str]],
) -> Iterator[list[Claim]]:
    """`매출액이 37조원 증가`, `전년 대비 0.7점 상승한 49.3점`: against the series of that name, or with that last value."""
    before = passage.text[: figure.start]
    yearly = _YEAR_BEFORE.search(before)
    subject = subject_before(passage, yearly.start() if yearly else figure.start)
    for note, one, name in found:
        pair = _pair(one, behind if yearly else None)
        values = [claim for claim in of_series(note, one, name) if claim.role == "value"]
        known = bool(behind and yearly) or _is_noted(passage, note, yearly) or _is_same(subject, values[0].subject)
        role = _role(figure, pair) if pair and known else ""
        if pair and role:
            chosen = [values[one.points.index(point)] for point in pair]
            unit = "%" if role == "change" else chosen[-1].unit
            said = claim_of(passage, figure, role, subject or chosen[-1].subject, chosen[-1].period)
            value = -abs(said.value) if falling else abs(said.value)
            yield [*chosen, Claim(0, said.subject, role, said.period, said.written, value, unit, said.place)]
            return


def _pair(one: Series, last: Figure | None) -> tuple[Point, Point] | None:
    """The two points that the move lies between: those up to a value that is named, or all where there are two."""
    if last is not None:
        for before, point in pairwise(one.points):
            if point.figure.value == last.value and point.figure.unit == last.unit:
                return before, point
        return None
    return (one.points[0], one.points[1]) if len(one.points) == 2 else None


def _is_noted(passage: Passage, note: Passage, yearly: re.Match[str] | None) -> bool:
    """`평균 영업일수* 전년 대비 0.4일 감소`: the star before leads to the footnote with the series."""
    before = passage.text[: yearly.start()].rstrip() if yearly else ""
    star = re.search(r"(?<!\*)\*{1,4}$", before)
    return bool(star) and note.is_note and star is not None and star[0] == note.mark


def _is_same(subject: str, name: str) -> bool:
    """Whether the move and the series have one name: the same last word."""
    return bool(subject and name) and len(name.split()[-1]) >= 2 and subject.split()[-1] == name.split()[-1]


def _role(figure: Figure, pair: tuple[Point, Point]) -> str:
    """A rate of change in %, or a difference in the unit of the values. `%` of percentages that lie so far apart is a difference."""
    unit = pair[1].figure.unit
    if figure.unit == "%" and unit != "%":
        return "change"
    if figure.unit == "%":
        apart = EXACT.subtract(pair[1].figure.value, pair[0].figure.value)
        return "difference" if abs(apart) == abs(figure.value) and apart != Decimal(0) else "change"
    return "difference" if figure.unit == unit or (figure.unit, unit) == ("%p", "%") else ""
