"""Counts and figures of one sentence against each other, and figures of one year that are nearly the same."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text import Passage
from uigwe.audit.text.copies import copies
from uigwe.audit.text.counted import (
    ago,
    classes,
    columns,
    currencies,
    listed,
    of_another_kind,
    so_far,
    starred_window,
    windows,
)
from uigwe.audit.text.defined import defined_otherwise, defined_terms
from uigwe.audit.text.lists import lists_in, named_otherwise
from uigwe.audit.text.nearly import Stated, pairs
from uigwe.audit.text.series import series
from uigwe.audit.text.trends import told_trends, turned_in_half
from uigwe.audit.words.laws import rule_for_law
from uigwe.audit.words.names import squeezed
from uigwe.plan import Kind, Place
from uigwe.values import plain

# So many lines may stand between a heading and the first row of its table: its unit, its number.
_BEFORE_ROW = 2
# So much of a sentence is shown on each side of a word.
_AROUND = 20
# So many yearly counts make a history.
_YEARS = 3


def nearly_the_same(case: Case) -> Iterator[Remark]:
    """Two places give one thing in one year two figures that are a slip of the pen apart."""
    prose = case.prose
    quoted = {
        (printing.place.line, printing.value)
        for indicator in case.plan.indicators
        for printing in indicator.printings
        if printing.kind in (Kind.QUOTED, Kind.QUOTED_TARGET)
    }
    claimed = {(claim.place.line, claim.value) for claim in case.plan.claims}
    for one, other in pairs(prose.passages, prose.claims, case.plan):
        both = {(one.place.line, one.value), (other.place.line, other.value)}
        if both & quoted or both <= claimed:
            continue  # the plan holds these figures, and they are compared as facts
        subject = one.subject or other.subject
        facts = {
            "subject": subject,
            "year": one.year,
            "one": _shown(one),
            "other": _shown(other),
            "one_at": one.place.code or one.place.heading,
            "other_at": other.place.code or other.place.heading,
        }
        places = (one.place, other.place)
        object = f"nearly:{subject}:{one.year}"
        yield Remark(Level.DOUBT, object, other.place, facts, places, (one.written, other.written))


def trends(case: Case) -> Iterator[Remark]:
    """A sentence says that something rose over the last years, and the series in its footnote fell, or the other way round."""
    for found in told_trends(case.prose.sentences):
        first, last = found.values[0], found.values[-1]
        if first.value == last.value or (last.value > first.value) is found.rises:
            continue
        place = found.passage.place_at(found.start)
        facts = {
            "words": found.words,
            "subject": first.subject,
            "first": first.written,
            "first_year": first.period,
            "last": last.written,
            "last_year": last.period,
            "case": "fell" if found.rises else "rose",
        }
        places = (place, last.place)
        object = _object(place, found.words)
        yield Remark(Level.DOUBT, object, place, facts, places, (found.words, first.written, last.written))
    yield from _from_another_half(case)


def _from_another_half(case: Case) -> Iterator[Remark]:
    """Something fell or rose from the second half of a year on, and its footnote has the turn in the first, or the other way round."""
    for words, cell, passage, start, note, at in turned_in_half(case.prose.sentences):
        places = (passage.place_at(start), note.place_at(at))
        facts = {"words": words, "first": cell, "case": "half"}
        yield Remark(Level.NOTICE, _object(places[0], words), places[0], facts, places, (words, cell))


def copied(case: Case) -> Iterator[Remark]:
    """One sentence stands in two sections, and one word of it is not the same."""
    for found in copies(tuple(case.prose.lines())):
        one, other = found.passage.place_at(found.start), found.other_passage.place_at(found.other_start)
        facts = {
            "one": found.one,
            "other": found.other,
            "one_at": one.code or one.heading,
            "other_at": other.code or other.heading,
            "context": found.passage.text[max(0, found.start - _AROUND) : found.start + _AROUND].strip(),
        }
        yield Remark(Level.DOUBT, _object(other, found.other), other, facts, (one, other), (found.one, found.other))


def list_counts(case: Case) -> Iterator[Remark]:
    """A number of things is named, and their list in brackets has another number."""
    for passage in case.prose.lines():
        for found in listed(passage.text):
            place = passage.place_at(found.start)
            facts = {"text": found.text, "stated": found.stated, "listed": str(found.listed)}
            yield Remark(
                Level.DOUBT, _object(place, found.text), place, facts, (place,), (found.stated, facts["listed"])
            )
        for found, kind, odd in of_another_kind(passage.text):
            place = passage.place_at(found.start)
            facts = {"text": found.text, "stated": found.stated, "kind": kind, "odd": odd, "case": "kind"}
            yield Remark(Level.NOTICE, _object(place, found.text), place, facts, (place,), (found.stated, odd))
    for main, below in case.prose.sentences:
        for note in below:
            yield from _yearly_counts(main, note, case.plan.year)


def _yearly_counts(main: Passage, note: Passage, year: int) -> Iterator[Remark]:
    """What there is so far, against what its footnote says of each year."""
    for one in series(note.text, note.tokens):
        years = [
            (int(point.period.text), point.figure) for point in one.points if point.period and point.period.is_year
        ]
        if len(years) < _YEARS or len(years) < len(one.points) or len({figure.unit for _, figure in years}) > 1:
            continue
        stated = so_far(main.text, main.figures, years, year) if years[0][1].unit else None
        if stated is None:
            continue
        past = [figure for at, figure in years if at < year]
        added = plain(sum((figure.value for figure in past), Decimal(0)))
        facts = {"text": note.text, "stated": stated.written, "listed": added, "case": "years"}
        places = (main.place_at(stated.start), note.place_at(one.start))
        steps = (f"{' + '.join(figure.written for figure in past)} = {added}",)
        yield Remark(
            Level.DOUBT, _object(places[0], note.text), places[0], facts, places, (stated.written, added), steps
        )


def year_counts(case: Case) -> Iterator[Remark]:
    """A number of years is named, and the dates beside it, or the columns below it, hold another number."""
    for passage in case.prose.lines():
        for found in windows(passage.text):
            place = passage.place_at(found.start)
            facts = {"text": found.text, "stated": found.stated, "listed": str(found.listed)}
            yield Remark(
                Level.DOUBT,
                _object(place, found.text),
                place,
                facts,
                (place,),
                (found.text, found.stated, facts["listed"]),
            )
    yield from _year_columns(case.prose.passages)
    for main, below in case.prose.sentences:
        yield from _years_below(main, below)
        yield from _years_ago(main, below, case.plan.year)


def _years_ago(main: Passage, below: Sequence[Passage], year: int) -> Iterator[Remark]:
    """`10년 전` over a footnote whose first year is longer ago."""
    for note in below[:1]:
        found = ago(main.text, note.text, year)
        if found:
            places = (main.place_at(found.start), note.places[0])
            facts = {"text": found.text, "stated": found.stated, "listed": str(found.listed), "case": "ago"}
            values = (found.text, facts["listed"])
            yield Remark(Level.NOTICE, _object(places[0], found.text), places[0], facts, places, values)


def _years_below(main: Passage, below: Sequence[Passage]) -> Iterator[Remark]:
    """`최근 5개년 실적*` over a footnote with the values of three years."""
    found = starred_window(main.text)
    note = next((one for one in below if found and one.mark == found[1]), None)
    if found is None or note is None:
        return
    window, _ = found
    for one in series(note.text, note.tokens):
        years = {point.period.text for point in one.points if point.period and point.period.is_year}
        # One year more is the base of a growth; one series of all its points, or none.
        if len(years) == len(one.points) and 2 <= len(years) < int(window.stated):
            places = (main.place_at(window.start), note.place_at(one.start))
            facts = {"text": window.text, "stated": window.stated, "listed": str(len(years)), "case": "below"}
            values = (window.text, window.stated, facts["listed"])
            yield Remark(Level.DOUBT, _object(places[0], window.text), places[0], facts, places, values)


def _year_columns(read: Sequence[Passage]) -> Iterator[Remark]:
    for index, passage in enumerate(read):
        row = next((after for after in read[index + 1 : index + 1 + _BEFORE_ROW] if after.row), None)
        found = columns(passage.text, row.text) if row and not passage.row else None
        if found and row:
            places = (passage.place_at(found.start), row.places[0])
            facts = {"text": found.text, "stated": found.stated, "listed": str(found.listed), "case": "columns"}
            values = (found.text, row.text)
            yield Remark(Level.DOUBT, _object(places[0], found.text), places[0], facts, places, values)


def classes_of_a_whole(case: Case) -> Iterator[Remark]:
    """The shares of the classes of one whole nearly add up to 100 %, and do not."""
    for passage in case.prose.lines():
        for text, shares, added, start in classes(passage.text):
            place = passage.place_at(start)
            facts = {"text": text, "added": plain(added), "shares": " + ".join(shares)}
            steps = (f"{facts['shares']} = {plain(added)}",)
            yield Remark(Level.DOUBT, _object(place, text), place, facts, (place,), (facts["added"],), steps)


def defined_twice(case: Case) -> Iterator[Remark]:
    """One term stands for one list of things in one place and for another in another."""
    for one, other in defined_otherwise(defined_terms(case.prose.passages)):
        facts = {"term": one.term, "one": ", ".join(one.items), "other": ", ".join(other.items)}
        level = Level.DOUBT if one.count else Level.NOTICE
        places = (one.place, other.place)
        yield Remark(level, f"text:term:{one.term}", other.place, facts, places, (one.written, other.written))
    for left, at, right, here in named_otherwise(lists_in(case.prose.lines())):
        values = (left.written[at], right.written[here])
        shared = [name for name in left.written if squeezed(name) in right.items]
        facts = {"one": values[0], "other": values[1], "shared": ", ".join(shared), "case": "listed"}
        places = (left.places[at], right.places[here])
        yield Remark(Level.DOUBT, f"text:term:{squeezed(values[0])}", places[1], facts, places, values)


def law_or_rule(case: Case) -> Iterator[Remark]:
    """A heading announces that a law is amended, and what is named below it is a rule that a ministry makes by itself."""
    for main, below in case.prose.sentences:
        found = rule_for_law(main.text, " ".join(note.text for note in below))
        if found:
            head, rule = found
            note = next((note for note in (main, *below) if rule in note.text), main)
            places = (main.place_at(main.text.find(head)), note.place_at(note.text.find(rule)))
            facts = {"head": head, "rule": rule}
            yield Remark(Level.DOUBT, _object(places[0], rule), places[0], facts, places, (head, rule))


def two_currency_words(case: Case) -> Iterator[Remark]:
    """One sentence with its footnotes says dollars in two words."""
    for main, below in case.prose.sentences:
        read = [passage for passage in (main, *below) if not passage.row]
        found = currencies([figure for passage in read for figure in passage.figures])
        if found:
            one, other = found
            facts = {"one": one.written, "other": other.written}
            place = main.places[0]
            object = _object(place, f"{one.written} {other.written}")
            yield Remark(Level.NOTICE, object, place, facts, (place,), (one.written, other.written))


def _shown(one: Stated) -> str:
    """A figure as printed, with the unit that its table gives it."""
    return one.written if not one.unit or one.written.endswith(one.unit) else f"{one.written} {one.unit}"


def _object(place: Place, text: str) -> str:
    return f"text:{place.code or place.heading}:{text}"
