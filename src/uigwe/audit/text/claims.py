"""What prose claims in numbers, as the claims of a pack are: one statement for each series, sum and share."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from uigwe.audit.text.figures import Figure, Period, Token, tokens
from uigwe.audit.text.passages import Passage, notes
from uigwe.audit.text.series import Move, Series, difference_before, series
from uigwe.audit.text.tables import Added, Changed, Row, added, changed, rows
from uigwe.audit.text.wholes import Whole, plus_runs, same_unit, wholes
from uigwe.plan import Claim, Place
from uigwe.values import is_unit
from uigwe.values.written import SCALES

_LONGEST = 40
_CUT = re.compile(r"[,;/→⟶<>◦□ㅇ*※▪▸!?)）\]}+]|[.](?!\d)|\s-\s|(?:하고|하며|으며|이며|되고|되며|하여|통해|위해|따라)\s")
_UNIT_IN_NAME = re.compile(r"[(（]\s*(?:단위\s*:?\s*)?([^()（）\d,]{1,6})\s*(?:,[^()（）]*)?[)）]\s*$")
_OPEN_END = re.compile(r"[\s:,(（‘’'|]*(?:최대|최소|총|약|합계|전체|각각)?[\s:(（]*$")
_SLASH = re.compile(r"\s*(?:[(（][^()（）]*[)）])?\s*/\s*")
_STARRED = re.compile(r"(?<!\*)(?P<star>\*{1,4})(?!\*)")
_REMARK = re.compile(r"[(（][^()（）]*[)）]\s*$")
_LEAD = re.compile(r"^(?:[\s*※□ㅇ◦○▪▸∙•/)\-–]|[①-⑳➊-➓]|(?:도|은|는|이|가|을|를|의|와|과|및|등|로|으로)\s)+")
_TIME = re.compile(r"^(?:[‘’'`´′]?\s?\d{2,4}\s?년?도?[~∼→\s]*)+(?:(?:기준|현재|말|중)\s)?\s*")
_PARTICLE = re.compile(r"(?:은|는|이|가|을|를|의|도|에|로|으로|하여|하고|및|등|약|총|만)$")
_STAR = re.compile(r"\s?\*+")

Sentence = tuple[Passage, list[Token]]


def statements(passages: Sequence[Passage]) -> Iterator[list[Claim]]:
    """Every statement of the prose and of the tables left in it; a claim's `statement` is 0 until it joins a plan."""
    for main, below in notes(passages):
        read = [(passage, list(tokens(passage.text))) for passage in (main, *below) if not passage.row]
        for passage, found in read:
            named = _starred(main, passage) if passage.is_note else ""
            yield from _of_sentence(passage, found, named)
        yield from _noted_totals(read)
    for block in rows(passages):
        yield from _of_table(block)


def subject_of(text: str, start: int, floor: int = 0) -> str:
    """What a figure is about: the words before it, back to the last stop or to the end of the figure before."""
    before = _trimmed(text[floor:start])
    unnamed = _REMARK.sub("", before).rstrip(" :")
    cut = [match.end() for match in _CUT.finditer(unnamed) if match.end() < len(unnamed)]
    words = unnamed[cut[-1] :] if cut else unnamed
    words = _TIME.sub("", _LEAD.sub("", words)).strip(" :'’‘(（【】[]")
    words = " ".join(_OPEN_END.sub("", words).split())
    if len(words) > _LONGEST:
        words = words[-_LONGEST:].partition(" ")[2]
    return _PARTICLE.sub("", words).strip()


def unit_of(text: str, start: int) -> str:
    """The unit that a name before a figure carries in its bracket: `수출액(억달러) : `."""
    match = _UNIT_IN_NAME.search(_trimmed(text[:start]))
    unit = match[1].replace(" ", "") if match else ""
    return unit if is_unit(unit) or "/" in unit else ""


def _trimmed(text: str) -> str:
    return re.sub(r"[\s:(（]*(?:약|총|합계)?\s*[:(（]?\s*$", "", text)


def _starred(main: Passage, note: Passage) -> str:
    """What the sentence says before the star that leads to a footnote."""
    for match in _STARRED.finditer(main.text):
        if match["star"] == note.mark:
            return subject_of(main.text, match.start())
    return ""


# ── sentences ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_sentence(passage: Passage, found: list[Token], named: str) -> Iterator[list[Claim]]:
    text = passage.text
    figures = [token for token in found if isinstance(token, Figure)]
    if len(figures) < 2:
        return
    for one, name in _named(passage, list(series(text, found)), named):
        yield _of_series(passage, found, one, name)
    for whole in wholes(text, figures):
        yield from _of_whole(passage, figures, whole)


def _named(passage: Passage, found: list[Series], named: str) -> Iterator[tuple[Series, str]]:
    """`종사자‧매출액 : 25.3 → 27.8만명 / 154 → 188조원`: two names for two series; else the name that the sentence gives."""
    if len(found) > 1:
        gaps = [passage.text[one.end : other.start] for one, other in pairwise(found)]
        names = re.split(r"[‧·･ㆍ/]", subject_of(passage.text, found[0].start))
        if len(names) == len(found) and all(_SLASH.fullmatch(gap) for gap in gaps):
            yield from zip(found, (name.strip() for name in names), strict=True)
            return
    yield from ((one, named) for one in found)


def _of_series(passage: Passage, found: list[Token], one: Series, named: str) -> list[Claim]:
    added = difference_before(passage.text, found, one)
    start = added.start if added else one.start
    own = next(
        filter(None, (subject_of(passage.text, start, floor) for floor in _floors(passage.text, found, start))), ""
    )
    subject = named if named and (not own or named in own) else own
    unit = one.points[-1].figure.unit or unit_of(passage.text, one.start)
    claims = []
    for point in one.points:
        of = f"{subject} 목표".strip() if point.period and point.period.target else subject
        claims.append(_claim(passage, of, "value", point.period.text if point.period else "", point.figure, unit))
    if added:
        claims.append(_claim(passage, subject, "difference", claims[-1].period, added, unit))
    claims += [_moved(passage, subject, claims, move) for move in one.moves]
    return claims


def _floor(text: str, found: Sequence[Token], start: int) -> int:
    """Where the last figure or time before a figure ends: its subject stands behind. `3D`, `코로나19` are words, not figures."""
    return _floors(text, found, start)[0]


def _floors(text: str, found: Sequence[Token], start: int) -> tuple[int, ...]:
    """The last such end, and the one before where a remark in brackets stands between: `비중(’21, 조사) : 90.3%`."""
    before = [
        token for token in found if token.end <= start and not (isinstance(token, Figure) and _in_word(text, token))
    ]
    ends = [0, 0, *(token.end for token in before)]
    if before and isinstance(before[-1], Period) and before[-1].bracketed:
        return ends[-1], ends[-2]
    return (ends[-1],)


def _in_word(text: str, figure: Figure) -> bool:
    before, after = text[max(0, figure.start - 1) : figure.start], text[figure.end : figure.end + 1]
    return not figure.unit and (before.isalpha() or after.isalpha())


def _moved(passage: Passage, subject: str, values: list[Claim], move: Move) -> Claim:
    number = Decimal(re.sub(r"[^\d.]", "", move.written))
    first, last = values[0].period[:4], values[-1].period[:4]
    period = f"{first}..{last}" if move.role in ("mean", "sd") and first and last else values[-1].period
    unit = move.unit or values[0].unit
    written = move.written if move.role != "change" else f"{move.written}%"
    return Claim(
        0, subject, move.role, period, written, -number if move.falling else number, unit, passage.place_at(move.start)
    )


def _of_whole(passage: Passage, figures: list[Figure], whole: Whole) -> Iterator[list[Claim]]:
    if whole.total is None or (whole.open and _added_up(whole) <= whole.total.value):
        return

    def about(figure: Figure) -> str:
        return subject_of(passage.text, figure.start, _floor(passage.text, figures, figure.start))

    total = _claim(passage, about(whole.total), "total", "", whole.total)
    if whole.shares:
        [(_, share)] = whole.shares
        part = _claim(passage, about(whole.parts[0]) or total.subject, "part", "", whole.parts[0])
        yield [*_one_scale(total, part), _claim(passage, part.subject, "share", "", share)]
        return
    yield [*(_claim(passage, about(part), "part", "", part) for part in whole.parts), total]


def _added_up(whole: Whole) -> Decimal:
    return sum((part.value for part in whole.parts), Decimal(0))


def _one_scale(total: Claim, part: Claim) -> tuple[Claim, Claim]:
    """`12만개` and `1,640개` in one unit: that of the total."""
    if total.unit == part.unit:
        return total, part
    powers = [
        next((power for word, power in SCALES.items() if one.unit == f"{word}{one.unit[len(word) :]}"), 0)
        for one in (total, part)
    ]
    return total, replace(part, value=part.value.scaleb(powers[1] - powers[0]), unit=total.unit)


def _claim(passage: Passage, subject: str, role: str, period: str, figure: Figure, unit: str = "") -> Claim:
    place = passage.place_at(figure.start)
    return Claim(0, subject, role, period, figure.written, figure.value, figure.unit or unit, place)


# ── footnotes ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _noted_totals(read: Sequence[Sentence]) -> Iterator[list[Claim]]:
    """`합계 2,227억원` in a sentence, `* 온라인 1,229억원 + 오프라인 998억원` in its footnote."""
    if len(read) < 2:
        return
    (main, found), *below = read
    for note, inside in below:
        figures = [token for token in inside if isinstance(token, Figure)]
        runs = list(plus_runs(note.text, figures))
        if len(runs) != 1:
            continue
        first, last = runs[0]
        alike = same_unit(figures[first:last])
        if (
            alike is None
            or not alike[0].unit
            or re.search(r"등(?![가-힣])|[=＝→]", note.text)
            or _behind(note, figures[last - 1])
        ):
            continue
        totals = [
            one for one in found if isinstance(one, Figure) and one.unit == alike[0].unit and _is_noted(main, note, one)
        ]
        if len(totals) == 1:
            total = _claim(
                main,
                subject_of(main.text, totals[0].start, _floor(main.text, found, totals[0].start)),
                "total",
                "",
                totals[0],
            )
            yield [
                *(
                    _claim(
                        note,
                        subject_of(note.text, part.start, _floor(note.text, figures, part.start)),
                        "part",
                        "",
                        part,
                    )
                    for part in alike
                ),
                total,
            ]


def _behind(note: Passage, last: Figure) -> bool:
    """Whether the sum goes on in words: then its last figure may not be the last part."""
    return "+" in note.text[last.end :]


def _is_noted(main: Passage, note: Passage, figure: Figure) -> bool:
    star = _STAR.match(main.text, figure.end)
    if star:
        return star[0].strip() == note.mark
    return bool(re.search(r"(?:합계|총|모두|전체)\s*(?:약\s*)?$", main.text[: figure.start])) and "*" not in main.text


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_table(block: Sequence[Row]) -> Iterator[list[Claim]]:
    for one in added(block):
        yield _of_added(one)
    for change in changed(block):
        yield _of_changed(change)
    for row in block:
        if row.years and row.label and not row.is_change and not any(cell.startswith("(") for cell in row.cells):
            yield [
                Claim(0, row.label, "value", str(year), cell, value, "", row.place)
                for year, cell, value in zip(row.years, row.cells, row.values, strict=True)
                if value is not None
            ]


def _of_added(one: Added) -> list[Claim]:
    row = one.total.row
    year = str(row.years[one.total.column]) if row.years else ""
    column = year or str(one.total.column + 1)
    parts = [Claim(0, part.row.label, "part", year, part.written, part.value, "", part.row.place) for part in one.parts]
    return [
        *parts,
        Claim(0, f"{row.label} ({column})", "total", year, one.total.written, one.total.value, "", row.place),
    ]


def _of_changed(one: Changed) -> list[Claim]:
    row = one.new.row
    year = str(row.years[one.new.column]) if row.years else ""
    # No period: the table may print one name under several heads, and they are not one series.
    label = row.label or f"{row.cells[0]} ({one.new.column + 1})"
    subject = f"{label} ({year})" if year else label

    def value(written: str, number: Decimal, role: str, unit: str, place: Place) -> Claim:
        return Claim(0, subject, role, "", written, number, unit, place)

    return [
        value(one.old.written, one.old.value, "value", "-", one.old.row.place),
        value(one.new.written, one.new.value, "value", "-", row.place),
        value(one.change.written, one.change.value, "change", "%", one.change.row.place),
    ]


def beside(found: Iterable[list[Claim]], known: Sequence[Claim], first: int) -> Iterator[Claim]:
    """The claims of the prose that the pack does not hold yet, numbered from `first`."""
    held: set[tuple[str, str, Decimal]] = {_key(claim) for claim in known}
    number = first
    for statement in found:
        if statement and not all(_key(claim) in held for claim in statement):
            for claim in statement:
                yield Claim(
                    number, claim.subject, claim.role, claim.period, claim.written, claim.value, claim.unit, claim.place
                )
            number += 1


def _key(claim: Claim) -> tuple[str, str, Decimal]:
    return claim.place.code, claim.place.heading, abs(claim.value)
