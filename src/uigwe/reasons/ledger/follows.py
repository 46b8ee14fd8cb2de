"""What speaks against a chain: a step on what it cannot be a step of, and what the words take off or put together without one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas.tree import Call, Past, years_named
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.ledger.entries import Entry
from uigwe.reasons.ledger.explained import made_of, said_again
from uigwe.reasons.ledger.starts import Start, dated
from uigwe.reasons.ledger.steps import ADDED, TAKEN_UP, Step, happened, moves
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import Token

_SIZES = (Decimal("0.3"), Decimal(3))
_AS_LARGE = Decimal("0.6")
_MORE_OF_IT = pattern_of(r"^(?:을|를|만큼)?(?:더|추가)")
_STOCK = pattern_of(r"누적|누계|더하|더해|더한|보태|추가|얹|더참여|더모집|더늘")
# What the means are, and no result: `5% 확대된 규모의 예산을 투입`.
_OF_MEANS = pattern_of(r"예산|투입|인력")
_OF_THE_FIGURE = pattern_of(
    r"^(?:\([^()]*\)|[)점건명%])*(?:수준|값)?(?:의|중|가운데|×|대비|에|에다|에대하여|에대해|을|를|이며|이고|기준|,)*(?:그|이|목표율?|참여율|도전|약|반영|가중)*\(?$"
)
_THINGS = ("회", "건", "명", "개", "곳", "개소", "개사", "대")
_NO_SHARE = Decimal(300)
_AT_IT = pattern_of(
    r"^(?:말|도|의)*(?:실적|실적치|실적값|성과|결과|점수|건수|인원|값|치|수준|평균|누적|누계)*(?:\([^()]*\))?(?:보다|대비|에|에다|에다가|에서|을기준으로|를기준으로|기준|의)?,?(?:더|약|다시|추가로|여기에|이에|이보다|연|매년|해마다)*$"
)
# What takes something off, with or without a figure.
_OFF = pattern_of(r"빼|뺀|뺌|뺐|차감|덜어|걷어|바로잡|더함|더하여|더해(?!도)|더한|가산|보태|보탬|얹|합산")
_LABELLED = 8
_OWN = 6  # signs behind a figure within which it is the one that is taken off
_ADDS = pattern_of(r"더|가산|보|얹|합산")
# Things put together, with or without figures.
_TOGETHER = pattern_of(r"합한|합산|합하|합쳐|합친|모두더")
_FAR = 16  # signs before a step within which it is taken up
_TAKES_UP = pattern_of(
    r"(?:^|[ .,])(?:(?:그|이|동|해당) ?(?:[가-힣]{1,5} ?)?(?:의|에|보다|를|을)|그|이|동|해당|여기에(?:다)?|이에|이보다|그보다|거기에) ?(?:더 ?)?$"
    r"|(?:^|[ .,])(?:대용치|기준|준거치?|준거 ?평균|기준값|기준치|평균치?|이 ?비율|이 ?수치)(?:의|을|를|에)? ?(?:더 ?)?$|할증계수 ?$"
)


@dataclass(frozen=True, slots=True)
class Tried:
    """A start and its steps that are being tried: `said` is what they come to one after the other."""

    laid: Laid
    tokens: list[Token]
    entries: list[Entry]
    known: Known
    start: Start
    steps: Sequence[Step]
    said: Sequence[Decimal]

    @property
    def used(self) -> list[Entry]:
        """The figures of the steps."""
        return [step.entry for step in self.steps] + [step.times.entry for step in self.steps if step.times]

    @property
    def year(self) -> int | None:
        """Of which year the result is that it starts from; 0 for last year's, None where it is no result."""
        return (self.start.node.year or 0) if isinstance(self.start.node, Past) else None


def takes_up(laid: Laid, step: Step) -> bool:
    """Whether the words before a step take up what was said: `이에 더해`, `그 값의`."""
    before = laid.part(max(0, step.entry.start - _FAR), step.entry.start).spaced()
    return bool(_TAKES_UP.search(before))


def _by_years(tried: Tried) -> bool:
    """So many per cent each year, from another result than the last: simple or compound, nobody says."""
    return any(step.yearly and step.entry.percent for step in tried.steps) and tried.year not in (
        0,
        tried.known.year - 1,
    )


def _yearly_on_a_mean(tried: Tried) -> bool:
    return tried.year is None and any(step.yearly and step.additive for step in tried.steps)


def _a_level(tried: Tried) -> bool:
    """What would be added is as large as what it is added to, and no sign adds it."""
    text = tried.laid.text
    return any(
        step.additive
        and not step.times
        and not (step.entry.points and _MORE_OF_IT.search(step.entry.near))
        and step.years == 1
        and not ADDED.search(text[: step.entry.start])
        and not _STOCK.search(text)
        and onto * _AS_LARGE <= step.entry.value
        for step, onto in zip(tried.steps, tried.said, strict=False)
    )


def _of_means(tried: Tried) -> bool:
    return any(_OF_MEANS.search(step.entry.near) or not step.entry.value for step in tried.steps)


def _not_of_it(tried: Tried) -> bool:
    """A share or a multiple that is not said of the very printed figure."""
    start, steps = tried.start, tried.steps
    if not (start.printed and steps and steps[0].sign == 0):
        return False
    between = tried.laid.text[start.end : steps[0].entry.start]
    return start.end > steps[0].entry.start or not (_OF_THE_FIGURE.search(between) or takes_up(tried.laid, steps[0]))


def _gainsaid(tried: Tried) -> bool:
    """A figure at a year of the window is another than the table has."""
    if not isinstance(tried.start.node, Call):
        return False
    years = set(years_named(tried.start.node))
    return any(
        token.kind == "year"
        and token.years
        and token.years[0] in years
        and entry.value != tried.known.actuals[token.years[0]].value
        for entry in dated(tried.tokens, tried.entries, tried.known)
        for token in tried.tokens[max(0, entry.at - 1) : entry.at]
    )


def _of_acts(tried: Tried) -> bool:
    """An amount counts things where the results are measured: `5회` of a score of 84.6."""
    past = [cell.value for cell in tried.known.actuals.values() if cell.value is not None]
    measured = any(value != value.to_integral_value() for value in past)
    return measured and any(step.additive and step.entry.unit in _THINGS for step in tried.steps)


def _done_before(tried: Tried) -> bool:
    """What happened on the way from an earlier year is no step from there."""
    earlier = bool(tried.year) and (tried.year or 0) < tried.known.year - 1
    return earlier and any(happened(step.entry) and not step.yearly for step in tried.steps)


def _points_of_counts(tried: Tried) -> bool:
    past = [cell.value for cell in tried.known.actuals.values() if cell.value is not None]
    return any(step.entry.points for step in tried.steps) and any(abs(value) > _NO_SHARE for value in past)


def _elsewhere(tried: Tried) -> bool:
    """An amount that is added to what the table has stands at something else."""
    if tried.start.takes:
        return False
    return any(step.additive and not step.entry.points and not _stands_at(tried, step) for step in tried.steps)


def _stands_at(tried: Tried, step: Step) -> bool:
    text, start = tried.laid.text, tried.start
    if start.end > step.entry.start:
        return False
    tight = _AT_IT.search(text[start.end : step.entry.start]) and (moves(step.entry) or step.yearly)
    return bool(tight) or bool(ADDED.search(text[: step.entry.start]))


def _no_size(tried: Tried) -> bool:
    """Nothing is left, or it is of another size than the results."""
    past = [cell.value for cell in tried.known.actuals.values() if cell.value is not None and cell.value > 0]
    value = tried.said[-1]
    return value <= 0 or (
        not tried.start.aimed and bool(past) and not min(past) * _SIZES[0] <= value <= max(past) * _SIZES[1]
    )


def _taken_off(tried: Tried) -> bool:
    """Something is taken off or put on that no step takes."""
    return any(
        not any(
            entry.start - (_LABELLED if _ADDS.match(found[0]) else 0)
            <= found.start()
            <= entry.end + (len(entry.near) + 1 if _ADDS.match(found[0]) else _OWN)
            or TAKEN_UP.search(tried.laid.text[entry.end : found.start()])
            for entry in tried.used
        )
        for found in _OFF.finditer(tried.laid.text)
        if not (tried.start.made and tried.start.start <= found.start() <= tried.start.end)
    )


def _put_together(tried: Tried) -> bool:
    """Things are put together that no step adds."""
    return (
        not tried.start.made
        and bool(_TOGETHER.search(tried.laid.text))
        and not any(step.additive for step in tried.steps)
    )


def _of_a_part(tried: Tried) -> bool:
    """A step by which another printed figure comes from another one."""
    return any(
        step.entry.percent and step.entry is rate and not base.prints(tried.said[0])
        for step in tried.steps
        for base, rate, _ in made_of(tried.entries, tried.laid.text)
    )


def _of_the_past(tried: Tried) -> bool:
    """What an earlier result came to is a later one: `’21년 82.5점에서 2.5% 높인 ’22년 84.6점`."""
    year = tried.year
    if not year or not tried.steps:
        return False
    later = [
        cell.value
        for when, cell in tried.known.actuals.items()
        if year < when < tried.known.year and cell.value is not None
    ]
    told = [entry for entry in tried.entries if entry.value in later]
    return any(abs(tried.said[-1] - entry.value) * 2 <= Decimal(1).scaleb(-entry.places) for entry in told)


def _of_something_else(tried: Tried) -> bool:
    """The step is said to be done to something else: `정원을 1.5% 높이되 … 1.015를 곱`."""
    text, used = tried.laid.text, tried.used
    rest = [entry for entry in tried.entries if entry not in used]
    return any(moves(one) and _MEANS_MOVED.search(text[: one.start]) and said_again(one, used, text) for one in rest)


_MEANS_MOVED = pattern_of(r"(?:정원|인력|예산|사업비|인구|단가|가격|금리)(?:을|를)$")
AGAINST: tuple[Callable[[Tried], bool], ...] = (
    _by_years, _yearly_on_a_mean, _a_level, _of_means, _not_of_it, _gainsaid, _of_acts, _done_before, _points_of_counts, _elsewhere, _no_size,
    _taken_off, _put_together, _of_a_part, _of_the_past, _of_something_else,
)  # fmt: skip
