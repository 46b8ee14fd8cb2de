"""A reason that prints what it comes to, proven by the figures before it: `전년 5,200건에서 150건 감소한 5,050건으로 설정`.

Where no way through the words settles a reason, the outcome that it sets as its target is asked. When the figures told before
it come to exactly that outcome, and each of them has its part in a true equation, the arithmetic is known whatever words
joined it. An outcome that follows from nothing is no more than a statement: it counts only where it is the one figure, set
as the level to be reached (`법정 의무고용률 3.4% 준수를 목표로 함`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import reduce
from itertools import combinations, product

from uigwe.formulas import written
from uigwe.formulas.tree import Infix, Node, Past, Suffix, walk
from uigwe.reasons.build import WHOLE, call, infix, number, signed, years_node
from uigwe.reasons.equations import in_an_equation
from uigwe.reasons.known import Known, agrees, near
from uigwe.reasons.laid import Laid
from uigwe.reasons.outcomes import outcome_at
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Confidence, Note, Reading, Unread
from uigwe.reasons.tokens import Amount, Token, read_tokens
from uigwe.values import EXACT, rounded

FIGURES = 8  # of a reason that is looked at
TOGETHER = 3  # of an arithmetic
LISTED = 4  # results beside their years make a row
APART = 4  # times the largest result, or its part
_HUNDRED = Decimal(100)
# Behind which a sentence turns from why to how much.
_TURNS = pattern_of(
    r"(?:으나|지만|므로|불구하고|감안하여|고려하여|감안해|고려해|취지에서|취지로|의미에서|뜻에서|차원에서|에따라|로하고(?=’|20\d\d)"
    r"|(?<!\d)[.,]|[.,](?!\d))"
)
# What is only looked at before a level is chosen, unless words before it calculate.
_LOOKED_AT = pattern_of(r"(?:감안|고려|참작|참고|반영)(?:하여|해서|해)[^\d.]*(?:’\d{2}년[^\d.]*)?$")
_ENDS = pattern_of(r"(?<!\d)\.|\.(?!\d)|[*※]")
_CALCULATED = pattern_of(
    r"[×÷+=*]|합산|합계|의합|곱|더[한하해]|뺀|빼|차감|가산|[상하]향|(?:증가|감소|확대|축소|개선)(?:한|하는|시[키킨]|분)|"
    r"높[인이은]|낮[춘추은]|늘[린리어]|줄[인이어]|추가|대비\d|보다\d|절반|중간|배(?!경|정|분|출)|의평균|평균을"
)


@dataclass(frozen=True, slots=True)
class _Term:
    """A value, how it was made, and whether it is a part of one (a printed per cent) or points, which are only added and taken off."""

    node: Node
    value: Decimal
    part: bool = False
    points: bool = False
    share: bool = False  # a level in per cent: two of them are only added and taken off


class Printed(StrEnum):
    """How the value of a reading stands to the outcome that the reason prints."""

    NONE = "no outcome is printed"
    SAME = "it is what is printed, as one rounds"
    LOOSELY = "it is what is printed, cut, raised or in round figures, within a hundredth"
    OTHER = "another one is printed"


def printed(laid: Laid, tokens: Sequence[Token], value: Decimal, known: Known) -> Printed:
    """Whether a reason prints this value as its target."""
    at = outcome_at(laid, tokens, known.year)
    amount = tokens[at].amount if at is not None else None
    if amount is None or not _of_a_size(known.amounts(amount)[0], known):
        return Printed.NONE
    worths = known.amounts(amount)
    if any(near(value, one, amount.decimals) for one in worths):
        return Printed.SAME
    close = any(agrees(value, one, amount.decimals) and abs(value - one) * _HUNDRED <= abs(one) for one in worths)
    return Printed.LOOSELY if close else Printed.OTHER


# The mean of two told figures is half of what they come to.
_HALF = _Term(infix(number(Decimal(1)), "/", number(Decimal(2))), Decimal("0.5"), part=True)
_MIDDLE = frozenset(["MEAN", "MIDDLE", "EVENLY"])


def confirmed(laid: Laid, tokens: Sequence[Token], known: Known) -> Reading | None:
    """The arithmetic that proves the outcome which a reason prints as its target, None when there is none."""
    at = outcome_at(laid, tokens, known.year)
    if at is None:
        return None
    outcome = tokens[at]
    if outcome.amount is None or not _of_a_size(known.amounts(outcome.amount)[0], known):
        return None
    sentence = _ENDS.split(laid.text[: outcome.start])[-1]
    if _LOOKED_AT.search(sentence) and not _CALCULATED.search(sentence):
        return None
    figures = [one for one in tokens[:at] if _is_figure(laid, one) and not _says_it(one, outcome)]
    for begin in sorted({0, *(one.end() for one in _TURNS.finditer(laid.text, 0, outcome.start))}):
        chosen = [one for one in figures if one.start >= begin]
        node = _proof(chosen, outcome, tokens[:at], known)
        if node is not None and known.value(node) is not None:
            span = laid.span(chosen[0].start if chosen else outcome.start, outcome.end)
            notes = (Note("proven"), Note("printed"))
            return Reading(written(node), span, Confidence.RULED, known.unit, notes)
    return None


def by_chance(reading: Reading | Unread, laid: Laid, year: int) -> bool:
    """Whether a proof counts for nothing: beside a row of results with their years, other figures come to anything with some of them."""
    if not isinstance(reading, Reading) or not any(note.id == "proven" for note in reading.notes):
        return False
    tokens = read_tokens(laid)
    at = outcome_at(laid, tokens, year)
    figures = [one for one in tokens[:at] if _is_figure(laid, one)]
    listed = sum(one.amount is not None and _year_before(one, tokens) for one in figures)
    return LISTED <= listed < len(figures)


def _is_figure(laid: Laid, token: Token) -> bool:
    """Whether a figure counts something: no span of years, no number of a stage or a rank."""
    if token.kind == "fraction":
        return True
    return token.amount is not None and token.unit != "년" and not _NUMBERED.match(laid.text, token.end)


def _says_it(token: Token, outcome: Token) -> bool:
    """Whether a figure is the outcome itself, printed before: `목표를 정함(964건). 계산식: 927건 × 1.04 = 964건`."""
    return token.amount is not None and token.amount == outcome.amount and bool(token.unit)


_NUMBERED = pattern_of(r"단계|차(?!감|이|액|분)|호(?![가-힣]*당)|위(?!탁)|(?:[~·-]\d)?등급|년차|세대(?!수)|종(?!료)")


def _of_a_size(worth: Decimal, known: Known, apart: int = APART) -> bool:
    """Whether the outcome is one of the indicator's, by its size."""
    results = [abs(one) for one in _results(known) if one]
    return not results or not worth or min(results) / apart <= abs(worth) <= max(results) * apart


def _proof(figures: Sequence[Token], outcome: Token, before: Sequence[Token], known: Known) -> Node | None:
    """The expression of these figures (and of past results named beside them) that comes to the outcome."""
    if not 0 < len(figures) <= FIGURES or outcome.amount is None:
        return None
    if (listed := _results_told(figures, before)) is not None:
        return _mean_told(listed, outcome.amount) if len(listed) == len(figures) else None
    for scaled in (False, True):
        goal = outcome.amount.scaled if scaled else outcome.amount.number
        told = [_terms(token, scaled=scaled) for token in figures]
        sizes = [one.value for terms in told for one in terms] + [goal] + list(_results(known))
        idle = {at for at, terms in enumerate(told) if any(in_an_equation(one.value, sizes) for one in terms)}
        if outcome.unit == "%":
            # `절반인 50%` says the outcome itself.
            idle |= {
                at for at, terms in enumerate(told) if terms[0].value * _HUNDRED == goal and figures[at].unit != "%"
            }
        halved = (
            [_HALF]
            if any(one.kind in _MIDDLE or one.text.startswith(("나누", "나눈", "나눠")) for one in before)
            else []
        )
        levels = {terms[-1].value for terms in told}
        past = [one for one in _past(before, known) if one.value not in levels]
        if past and outcome.unit != "%":
            # Beside a result that is counted, a per cent is a part of it.
            told = [terms[:1] if terms[0].part else terms for terms in told]
        choices = [*told, *([one] for one in (*past, *halved))]
        places = outcome.amount.decimals if not (scaled and outcome.amount.scale) else -outcome.amount.scale
        share = outcome.unit == "%"
        made = _exactly(_candidates(choices, len(told), idle), goal, share=share)
        if not any(one.kind == "MIDDLE" for one in before):
            made = made or _as_printed(_candidates(told, len(told), idle, parts=1), goal, places, share=share)
        made = made or _of_each(told, goal)
        if made is not None:
            return _in_scale(made, goal, known.amounts(outcome.amount)[0])
    return None


def _results_told(figures: Sequence[Token], before: Sequence[Token]) -> list[Decimal] | None:
    """The figures that stand beside their years, when there is more than one: results, of which no part is taken of another."""
    dated = [one for one in figures if one.amount is not None and _year_before(one, before)]
    units = {one.unit for one in dated}
    if len(dated) < len(figures) or len(dated) < 2 or len(units) != 1 or not units <= {"%", "점"}:
        return None
    return [one.amount.number for one in dated if one.amount is not None]


def _year_before(figure: Token, before: Sequence[Token]) -> bool:
    ahead = [one for one in before if one.end <= figure.start and one.kind not in ("blank", "close", "ACTUAL", "comma")]
    return bool(ahead) and ahead[-1].kind == "year"


def _mean_told(listed: Sequence[Decimal], goal: Amount) -> Node | None:
    """The mean of results that are told, when the outcome prints it."""
    mean = EXACT.divide(sum(listed, Decimal(0)), Decimal(len(listed)))
    return call("mean", *[number(one) for one in listed]) if rounded(mean, goal.decimals) == goal.number else None


def _exactly(candidates: Iterable[_Term], goal: Decimal, *, share: bool) -> Node | None:
    """What comes to the goal; to a goal in per cent also as so many of so many."""
    for one in candidates:
        if one.value == goal and not one.part:
            return one.node
        if share and one.value * _HUNDRED == goal and isinstance(one.node, Infix) and one.node.operator == "/":
            return infix(one.node, "*", number(_HUNDRED))
    return None


_FINE = 50  # what is printed to one digit (2 for 2.25) proves nothing


def _as_printed(candidates: Iterable[_Term], goal: Decimal, places: int, *, share: bool) -> Node | None:
    """The one value, multiplied or divided, that is printed so when it is rounded."""
    found: dict[Decimal, Node] = {}
    for one in candidates:
        if one.part or not _is_product(one.node):
            continue
        if rounded(one.value, places) == goal and abs(one.value - goal) * _FINE <= abs(goal):
            found[rounded(one.value, max(places, 0) + 6)] = one.node
        elif share and _divides(one.node) and rounded(one.value * _HUNDRED, places) == goal:
            found[rounded(one.value * _HUNDRED, max(places, 0) + 6)] = infix(one.node, "*", number(_HUNDRED))
    return next(iter(found.values())) if len(found) == 1 else None


def _divides(node: Node) -> bool:
    return isinstance(node, Infix) and node.operator == "/"


def _is_product(node: Node) -> bool:
    """Whether figures are only multiplied, divided, and made so much more or less."""
    if not isinstance(node, Infix) or node.operator not in ("*", "/"):
        return False
    parts = [part for part in walk(node) if isinstance(part, Infix)]
    return all(part.operator in ("*", "/") or part.left == WHOLE for part in parts)


def _of_each(told: Sequence[Sequence[_Term]], goal: Decimal) -> Node | None:
    """`21곳이 4회, 5곳이 2회`: so many of each, two by two, put together."""
    if len(told) < 2 * 2 or len(told) % 2 or any(len(terms) != 1 or terms[0].part for terms in told):
        return None
    levels = [terms[0] for terms in told]
    pairs = [(one, each) for one, each in zip(levels[::2], levels[1::2], strict=True)]
    if sum((one.value * each.value for one, each in pairs), Decimal(0)) != goal:
        return None
    first, *rest = [infix(one.node, "*", each.node) for one, each in pairs]
    return reduce(lambda made, more: infix(made, "+", more), rest, first)


def _terms(token: Token, *, scaled: bool) -> tuple[_Term, ...]:
    """What a figure may be: a level, and a part of one when it is printed in per cent."""
    if token.kind == "fraction":
        above, below = (Decimal(one) for one in token.years)
        return (_Term(infix(number(above), "/", number(below)), EXACT.divide(above, below), part=True),)
    amount = token.amount
    if amount is None:
        return ()
    value = amount.scaled if scaled else amount.number
    level = _Term(number(value), value)
    if amount.unit == "배":
        return (replace(level, part=True),)
    if amount.unit == "%p":
        return (replace(level, points=True),)
    if amount.unit == "%":
        return _Term(number(value, Suffix.RATIO), value / _HUNDRED, part=True), replace(level, share=True)
    return (level,)


def _results(known: Known) -> Iterator[Decimal]:
    yield from (cell.value for cell in known.actuals.values() if cell.value is not None)


def _past(before: Sequence[Token], known: Known) -> Iterator[_Term]:
    """The past results that are named without their figure: `전년 실적`, `’22년`, `최근 3년 평균`."""
    named: set[tuple[int, ...]] = set()
    means = any(one.kind == "MEAN" for one in before)
    for one in before:
        if one.kind == "last":
            named.add((known.year - 1,))
        elif one.kind == "year":
            named.add(one.years)
        elif one.kind == "span" and means:
            named.add(tuple(range(known.year - one.count, known.year)))
        elif one.kind in ("range", "list") and means:
            named.add(one.years)
    for years in sorted(named):
        node: Node = Past(kind="actual", year=years[0]) if len(years) == 1 else call("mean", years_node(years))
        value = known.value(node) if years else None
        if value is not None:
            yield _Term(node, value)


def _candidates(
    choices: Sequence[Sequence[_Term]], told: int, idle: set[int], parts: int = TOGETHER
) -> Iterator[_Term]:
    """What the figures come to, those first that take most of them. `told`: so many of the choices are printed figures; `parts`: so
    many of them, at most, are a part of another (what is only printed so when rounded follows from more by chance)."""
    for size in range(min(len(choices), TOGETHER), 1, -1):
        for chosen in combinations(range(len(choices)), size):
            if chosen[0] < told and all(at in chosen or at in idle for at in range(told)):
                for terms in product(*(choices[at] for at in chosen)):
                    if sum(one.part for one in terms) <= parts:
                        yield from _together(terms)


def _together(terms: Sequence[_Term]) -> Iterator[_Term]:
    """Everything that comes of putting all these values together, two at a time."""
    if len(terms) == 1:
        yield terms[0]
        return
    for one, other in combinations(range(len(terms)), 2):
        rest = [term for at, term in enumerate(terms) if at not in (one, other)]
        for made in _joined(terms[one], terms[other]):
            yield from _together([made, *rest])


def _joined(one: _Term, other: _Term) -> Iterator[_Term]:
    """Two values put together: levels by any sign, a level with a part of it by so much of it, more or less."""
    if one.part and not other.part:
        one, other = other, one
    if one.part:
        yield _Term(infix(one.node, "+", other.node), one.value + other.value, part=True)
    elif other.part:
        yield _Term(infix(one.node, "*", other.node), one.value * other.value, share=one.share)
        for sign in (1, -1) if other is not _HALF else ():
            whole = signed(WHOLE, sign, other.node)
            yield _Term(infix(one.node, "*", whole), one.value * (1 + sign * other.value), share=one.share)
    else:
        share = one.share and other.share
        yield _Term(infix(one.node, "+", other.node), one.value + other.value, share=share)
        yield _Term(infix(one.node, "-", other.node), one.value - other.value, share=share)
        yield _Term(infix(other.node, "-", one.node), other.value - one.value, share=share)
        if one.points or other.points or share:
            return
        yield _Term(infix(one.node, "*", other.node), one.value * other.value)
        if other.value:
            yield _Term(infix(one.node, "/", other.node), EXACT.divide(one.value, other.value))
        if one.value:
            yield _Term(infix(other.node, "/", one.node), EXACT.divide(other.value, one.value))


def _in_scale(node: Node, goal: Decimal, worth: Decimal) -> Node:
    """The expression in the scale in which the indicator counts."""
    if goal == worth or not goal or not worth:
        return node
    return infix(node, "*", number(worth / goal)) if worth > goal else infix(node, "/", number(goal / worth))
