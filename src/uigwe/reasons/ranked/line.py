"""A reason as it is ranked: its letters, its figures, the years that it names, and the results of the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from uigwe.reasons.exclusions import without
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.ledger.entries import Entry, entries_of
from uigwe.reasons.ledger.plain import plainly
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.reasons.tokens import Token, read_tokens
from uigwe.reasons.worded import worded

_NAMED = frozenset(["range", "list", "span"])
_COUNTED = pattern_of(r"(?<!\d)(?P<n>[2-9]|10|두|세|네|다섯)(?:개)?(?:해|년|번|차례|배)")
_NUMBERS = {"두": 2, "세": 3, "네": 4, "다섯": 5}
_PARTS = (
    (pattern_of(r"분기|석달"), 4),
    (pattern_of(r"매월|월별|다달|매달|한달|월\d|열두달|12개월"), 12),
    (pattern_of(r"반기"), 2),
)


@dataclass(frozen=True)
class Line:
    """One reason. `past`: the results of the table before the year of the target, the oldest first."""

    text: str
    tokens: tuple[Token, ...]
    entries: tuple[Entry, ...]
    known: Known
    past: dict[int, Decimal]

    @cached_property
    def last(self) -> Decimal | None:
        """The latest result."""
        return self.past[max(self.past)] if self.past else None

    @cached_property
    def results(self) -> frozenset[Decimal]:
        """Every result, whatever its year."""
        return frozenset(self.past.values())

    @cached_property
    def places(self) -> int:
        """To how many places results are printed."""
        return max((max(0, -int(value.as_tuple().exponent)) for value in self.results), default=0)

    @cached_property
    def open(self) -> tuple[tuple[int, Decimal, Decimal], ...]:
        """The figures that are no results: their place, value and half of their last digit."""
        return tuple(
            (at, entry.value, Decimal(5).scaleb(-entry.places - 1))
            for at, entry in enumerate(self.entries)
            if entry.value not in self.results
        )

    def heard(self, kinds: frozenset[str]) -> Iterator[str]:
        """The kinds of words that occur, of those that are asked for, each once."""
        yield from sorted({token.kind for token in self.tokens} & kinds)

    @cached_property
    def named(self) -> dict[int, Token]:
        """The single years that are named and have a result, each with where it is named first."""
        found: dict[int, Token] = {}
        for token in self.tokens:
            if token.kind in ("year", "last"):
                for year in token.years or (self.known.year - 1,):
                    found.setdefault(year, token)
        return found

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """How many years or times are counted anywhere."""
        found = {len(token.years) or token.count for token in self.tokens if token.kind in _NAMED}
        found |= {_NUMBERS.get(one["n"]) or int(one["n"]) for one in _COUNTED.finditer(self.text)}
        return tuple(sorted(count for count in found if 1 < count <= _MANY))

    @cached_property
    def parts(self) -> tuple[int, ...]:
        """Into how many parts a year is parted: quarters, months, halves."""
        return tuple(many for pattern, many in _PARTS if pattern.search(self.text))

    @cached_property
    def windows(self) -> dict[tuple[int, ...], str]:
        """Runs of years with results, and how each is told."""
        found: dict[tuple[int, ...], str] = {}
        for years, how in self._told():
            run = tuple(sorted(set(years)))
            if len(run) > 1 and all(year in self.past for year in run):
                found.setdefault(run, how)
        return found

    def _told(self) -> Iterator[tuple[tuple[int, ...], str]]:
        every, year = sorted(self.past), self.known.year
        single = sorted(one for one in self.named if one in self.past)
        for token in self.tokens:
            if token.kind in _NAMED and len(token.years) > 1:
                yield token.years, "named"
                for one in single:
                    yield tuple(other for other in token.years if other != one), "without"
            if token.kind == "span" and token.count > 1:
                run = tuple(range(year - token.count, year))
                yield run, "counted"
                yield tuple(every[-token.count :]), "latest"
                for one in single:
                    yield tuple(other for other in run if other != one), "without"
        if len(single) > 1:
            yield tuple(single), "years"
            yield tuple(range(single[0], single[-1] + 1)), "between"
        yield tuple(every), "all"
        for one in single:
            yield tuple(other for other in every if other != one), "without"
        yield from self._trimmed(every)
        yield tuple(every[-2:]), "two"
        yield tuple(every[-3:]), "three"

    def _trimmed(self, every: list[int]) -> Iterator[tuple[tuple[int, ...], str]]:
        """Years without the highest, the lowest, or without either."""
        if not _LEFT_OUT.search(self.text):
            return
        counted = [token.count for token in self.tokens if token.kind == "span" and token.count > _FEW]
        for years in {tuple(every[-many:]) for many in (*counted, len(every)) if len(every) >= many > _FEW}:
            ranked = sorted(years, key=lambda year: self.past[year])
            yield tuple(ranked[:-1]), "but-highest"
            yield tuple(ranked[1:]), "but-lowest"
            yield tuple(ranked[1:-1]), "but-both"


_MANY = 10
_FEW = 2
_LEFT_OUT = pattern_of(r"제외|빼|뺀|배제|제하|덜어")
_SUM_OF_SHARE = pattern_of(r"\(1(?P<sign>[+-])(?P<share>0\.\d+)\)")


def _factored(laid: Laid) -> Laid:
    """`(1 + 0.05)` as the factor that it is."""
    found = _SUM_OF_SHARE.finditer(laid.text)
    return replaced(laid, [(*one.span(), str(1 + Decimal(one["sign"] + one["share"]))) for one in found])


_NATIVE = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_ALONE = {"하나": 1, "둘": 2, "셋": 3, "넷": 4, "다섯": 5, "여섯": 6}
_COUNTER = pattern_of(rf"(?P<n>{'|'.join(_NATIVE)})(?P<unit>번|차례|건|곳|개소|군데|회|점|가지|개사|명)(?!째)")
_BY_ITSELF = pattern_of(
    rf"(?<![가-힣])(?P<n>{'|'.join(_ALONE)})(?=을|를|씩|꼴|의|,|$)|(?<=[가-힣안])(?P<m>셋|넷)(?=을|를|씩|꼴)"
)


def _in_digits(laid: Laid) -> Laid:
    """Native numerals before what is counted as digits."""
    laid = replaced(laid, [(*one.span(), f"{_NATIVE[one['n']]}{one['unit']}") for one in _COUNTER.finditer(laid.text)])
    return replaced(
        laid, [(*one.span(), f"{_ALONE[one['n'] or one['m']]}건") for one in _BY_ITSELF.finditer(laid.text)]
    )


def line_of(source: Laid, known: Known) -> Line:
    """A reason that is laid out, with what is known beside it."""
    results = {year: cell.value for year, cell in sorted(known.actuals.items()) if cell.value is not None}
    laid = _in_digits(_factored(plainly(worded(source, known.year, results), known)))
    tokens = [token for token in without(read_tokens(laid)) if token.kind != "blank"]
    past = {year: value for year, value in results.items() if year < known.year}
    return Line(laid.text, tuple(tokens), tuple(entries_of(laid, tokens, known)), known, past)
