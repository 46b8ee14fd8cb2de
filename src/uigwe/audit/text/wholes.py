"""Wholes and their parts in sentences: `A 70 + B 30 = 100`, `총 5개(A 3, B 2)`, `850개소 가운데 210개소(24.7%)`.

This module is the grammar of figures that add up, and of shares.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from uigwe.audit.text.figures import Figure
from uigwe.reasons.patterns import pattern_of

_TOTAL_BEFORE = pattern_of(r"(?:총|합계|모두|전체|도합|합산|총계)\s*(?:약\s*)?$")
_PLUS = pattern_of(r"[)）]?[^+=→,;:\d]{0,24}[+＋]\s*[^+=→;:\d]{0,24}[(（]?\s*")
_EQUALS = pattern_of(r"[)）]?[^+=→,;:\d]{0,16}[=＝]\s*(?:총|합계|계|약|\s)*")
_OPENS = pattern_of(r"[^\d+=→()（）]{0,14}[:(（]\s*[^\d+=→,()（）]{0,20}[(（]?\s*")
_ITEM = pattern_of(r"[)）]?\s*[,，]\s*[^\d()（）,→+:]{1,24}?[(（]?\s*")
_TAIL_TOTAL = pattern_of(r"[)）]?\s*(?P<etc>등)?\s*,?\s*(?:총|합계|모두|도합)\s*(?:약\s*)?")
_AMONG = pattern_of(r"\s*(?:의)?\s*(?:중|가운데)(?:에서)?,?\s+[^\d(),.:;→]{0,24}")
_SHARE_BEHIND = pattern_of(r"\s*[(（,]\s*(?:약\s*)?")
_OF = pattern_of(r"[)）]?\s*(?:[^\d(),.;:→+]{0,24})의\s*(?:약\s*)?")
_THAT_IS = pattern_of(r"\s*(?:수준)?(?:인|에\s*해당하는|에\s*달하는|,)\s*(?:약\s*)?[^\d(),.;:]{0,6}")
_LOOSE = pattern_of(r"등|제외|별도|이상|이내|내외|포함|중복|예정|잔여|최대")


@dataclass(frozen=True, slots=True)
class Whole:
    """Parts and their total; `shares` stand beside parts, each with the index of its part. `open`: the list says it is not complete."""

    total: Figure | None
    parts: tuple[Figure, ...]
    shares: tuple[tuple[int, Figure], ...] = ()
    open: bool = False


def wholes(text: str, figures: Sequence[Figure]) -> Iterator[Whole]:
    """Every sum and share of a sentence."""
    yield from _added(text, figures)
    yield from _bracketed(text, figures)
    yield from _listed(text, figures)
    yield from _shares(text, figures)


def plus_runs(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Runs of figures joined by plus signs: the index of the first and of the one behind the last."""
    first = 0
    while first < len(figures):
        last = first
        while last + 1 < len(figures) and _joined(text, figures[last], figures[last + 1]):
            last += 1
        if last > first:
            yield first, last + 1
        first = last + 1


def _joined(text: str, one: Figure, other: Figure) -> bool:
    gap = text[one.end : other.start]
    if (gap.endswith(("(", "（")) and other.signed) or "*" in text[one.end : one.end + 1] + gap[-1:]:
        return False  # a change in its bracket; a formula
    return (
        len(gap) < 60
        and ("+" in gap or "＋" in gap or other.written.startswith("+"))
        and bool(_PLUS.fullmatch(gap + ("+" if other.written.startswith("+") else "")))
    )


def same_unit(figures: Sequence[Figure]) -> tuple[Figure, ...] | None:
    """The figures with one unit, where those without one take it from the others; None when they differ."""
    units = {figure.unit for figure in figures if figure.unit}
    if len(units) > 1:
        return None
    unit = next(iter(units), "")
    return tuple(
        replace(figure, unit=unit, value=abs(figure.value) if figure.written[:1] == "+" else figure.value)
        for figure in figures
    )


def _added(text: str, figures: Sequence[Figure]) -> Iterator[Whole]:
    for first, last in plus_runs(text, figures):
        run = figures[first:last]
        total = None
        if last < len(figures) and _EQUALS.fullmatch(text[run[-1].end : figures[last].start]):
            total = figures[last]
        elif (
            first
            and _OPENS.fullmatch(text[figures[first - 1].end : run[0].start])
            and _closes(text, figures[first - 1], run[0])
        ):
            total = figures[first - 1]
        if total is None:
            continue
        alike = same_unit([*run, total])
        if alike:
            yield Whole(alike[-1], alike[:-1])


def _closes(text: str, total: Figure, first: Figure) -> bool:
    """Whether the figure before a sum is the sum's own: it carries a unit or a word such as `총`."""
    return bool(total.unit and first.unit in ("", total.unit)) or bool(_TOTAL_BEFORE.search(text[: total.start]))


def _bracketed(text: str, figures: Sequence[Figure]) -> Iterator[Whole]:
    for index, total in enumerate(figures):
        behind = re.match(r"[^\d()（），,.→:]{0,10}[(（]", text[total.end : total.end + 12])
        if not behind:
            continue
        begin = total.end + behind.end()
        close = _closing(text, begin)
        inside = [figure for figure in figures[index + 1 :] if figure.end <= close]
        body = text[begin:close]
        if len(inside) < 2 or "+" in body or "→" in body or _LOOSE.search(body) or not _is_list(body, inside, begin):
            continue
        alike = same_unit([*inside, total])
        said = bool(_TOTAL_BEFORE.search(text[max(0, total.start - 8) : total.start]))
        if alike and total.unit not in ("%", "%p", "년", "일", "") and (said or (len(inside) >= 3 and _near(alike))):
            yield Whole(alike[-1], alike[:-1])


def _closing(text: str, begin: int) -> int:
    depth = 1
    for at in range(begin, min(len(text), begin + 200)):
        if text[at] in "(（":
            depth += 1
        elif text[at] in ")）":
            depth -= 1
            if depth == 0:
                return at
    return begin


def _is_list(body: str, inside: Sequence[Figure], begin: int) -> bool:
    """Whether each item between the commas is one name with one figure."""
    items = re.split(r"[,，·/ㆍ]\s*(?![\d]{3})", body)
    if len(items) != len(inside):
        items = re.split(r"[,，]\s*(?!\d{3}(?!\d))", body)
    return len(items) == len(inside) and all(re.search(r"\d", item) and re.match(r"\s*[^\d\s]", item) for item in items)


def _near(alike: Sequence[Figure]) -> bool:
    total, added = alike[-1].value, sum((one.value for one in alike[:-1]), start=alike[0].value * 0)
    return bool(total) and abs(added - total) * 10 <= total


def _listed(text: str, figures: Sequence[Figure]) -> Iterator[Whole]:
    """`훈장 2점, 포장 1점, 표창 44점 등 총 47점`."""
    for index, total in enumerate(figures):
        if index < 2:
            continue
        tail = _TAIL_TOTAL.fullmatch(text[figures[index - 1].end : total.start])
        if not tail:
            continue
        first = index - 1
        while first and _ITEM.fullmatch(text[figures[first - 1].end : figures[first].start]):
            first -= 1
        run = figures[first:index]
        if len(run) < 2 or len({one.unit for one in (*run, total)}) != 1 or not total.unit:
            continue
        yield Whole(total, tuple(run), open=bool(tail["etc"]))


def _shares(text: str, figures: Sequence[Figure]) -> Iterator[Whole]:
    for index in range(len(figures) - 2):
        one, two, three = figures[index : index + 3]
        first, second = text[one.end : two.start], text[two.end : three.start]
        if (
            three.unit == "%"
            and one.unit == two.unit
            and one.unit not in ("", "%")
            and _AMONG.fullmatch(first)
            and _SHARE_BEHIND.fullmatch(second)
            and not three.signed
        ):
            yield Whole(one, (two,), ((0, three),))
        elif (
            two.unit == "%"
            and one.unit == three.unit
            and one.unit not in ("", "%")
            and _OF.fullmatch(first)
            and _THAT_IS.fullmatch(second)
        ):
            yield Whole(one, (three,), ((0, two),))
        elif three.unit == "%" and _part_of(text, one, two, three):
            yield Whole(two, (one,), ((0, three),))


def _part_of(text: str, one: Figure, two: Figure, share: Figure) -> bool:
    """`유치기업 (1,640개)도 신설법인 (12만개)의 1.4%에 불과`: two bracketed figures of one thing."""
    between, behind = text[one.end : two.start], text[two.end : share.start]
    return (
        one.unit[-1:] == two.unit[-1:] != ""
        and bool(re.fullmatch(r"[)）](?:도|은|는|이|가)\s*[^\d(),.;:→]{1,16}[(（]", between))
        and bool(re.fullmatch(r"[)）]의\s*(?:약\s*)?", behind))
    )
