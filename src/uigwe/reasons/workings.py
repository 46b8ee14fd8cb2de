"""Working beside a calculation that writes it out once more: `(81.5%→82.315%)`, `: 1,200 × 1.03 = 1,236개사`, `* Σ구매액/3 × 1.05`.

It is left away when every figure of it is one of the calculation's that stands without it (a result, what a part of it comes to,
its factor, the number of its years) and what it comes to is the outcome. What last year's target was (`(전년도 목표 31.0 → 금년도는
평균치로 조정)`) is told in the same way, when the calculation takes no target.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas.tree import Call, Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.bearing import bears
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.setting import sentences
from uigwe.reasons.spelling import replaced
from uigwe.values import rounded

_SHORTEST = 6  # signs of a reason that is left
_N = rf"(?<![’\d.,])[-+]?{NUMERAL}"
_FIGURE = pattern_of(_N)
_YEARS = pattern_of(r"’\d{2}(?:년도?|~’?\d{2,4}년?도?)?|(?<!\d)(?:19|20)\d{2}년도?(?:~(?:20)?\d{2,4}년?도?)?")
_SIGNS = pattern_of(r"[×÷=→*/]|(?<=[\d%)가-힣])[+-](?=[\d(])")
_WINDOW = pattern_of(r"(?:최근|직전|과거|지난)?\d개?년(?:간|도)?")
_COMES_TO = pattern_of(rf"(?:=|→)[^=→]*?({_N})[가-힣%p)]*[.]?$")
_ENDS_OPEN = pattern_of(r"[=→]|(?<=[\d%)가-힣])[+-](?=[\d(])")
_TIMES = pattern_of(r"[×÷*/]")
_TARGET_TOLD = pattern_of(
    rf"(?:기존|종전|당초)?(?:전년도?|작년|지난해|직전년도|’\d{{2}}년도?|기존|종전|당초)(?:의)?목표(?:치|값|는|은|:|치는|값은)*{_N}(?:%p?|[가-힣]{{1,2}}?)?"
    rf"(?:(?:에서|→|대비|보다|를|을|이었음|였음|,|에서는|보다는)[^=×÷]*|$|임)"
)
_TAKES_TARGET = pattern_of(r"목표(?:치|값)?(?:\([^()]*\))?(?:대비|보다|에서|의\d|에\d|수준을유지|를유지)")
_BEHIND = pattern_of(r"(?<=[가-힣%)\d])[:;,](?!\d)")
# A base of its own, which may be another one than that of the calculation.
_BASE = pattern_of(r"평균|전년|작년|지난해|직전|최근")
_MINOR = Decimal("0.0000001")


@dataclass(frozen=True, slots=True)
class Working:
    """A reason without such a stretch, and what that says."""

    laid: Laid
    said: str
    target: bool  # whether it tells last year's target


def workings(laid: Laid) -> Iterator[Working]:
    """The reason without each stretch that could be working written out, those at the end first."""
    for start, end, said in sorted(_stretches(laid), reverse=True):
        rest = laid.text[:start] + laid.text[end:]
        if len(rest) < _SHORTEST:
            continue
        target = bool(_TARGET_TOLD.fullmatch(said)) and not _TAKES_TARGET.search(rest)
        plain = _WINDOW.sub("", _YEARS.sub("", said))
        if target or (_SIGNS.search(plain) and not bears(_SIGNS.sub(" ", plain)) and not _BASE.search(said)):
            yield Working(replaced(laid, [(start, end, "")]), said, target)


def _stretches(laid: Laid) -> Iterator[tuple[int, int, str]]:
    text = laid.text
    depth, begin = 0, 0
    for at, sign in enumerate(text):
        if sign == "(":
            begin = at if not depth else begin
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            if not depth and begin:
                yield begin, at + 1, text[begin + 1 : at]
    parts = sentences(laid)
    for at, (start, end) in enumerate(parts):
        if at:
            yield start - 1, end, text[start:end]
    for one in _BEHIND.finditer(text):
        if text.count("(", 0, one.start()) == text.count(")", 0, one.start()):
            yield one.start(), len(text), text[one.end() :]


def agrees(working: Working, node: Node, known: Known) -> bool:
    """Whether working says what a reading says, figure by figure."""
    value = known.value(node)
    if value is None or isinstance(node, Number):
        return False
    worths = list(_worths(node, known))
    said = _WINDOW.sub("", _YEARS.sub("", working.said))
    figures = [Decimal(one[0].lstrip("+").replace(",", "")) for one in _FIGURE.finditer(said)]
    if not figures:
        return False
    if working.target:
        told, *more = figures
        near = (*worths, abs(value - told), abs(value - told) / told * 100 if told else value)
        return all(any(_prints(one, worth) for worth in near) for one in more)
    outcome = _COMES_TO.search(said)
    if outcome is None and (_ENDS_OPEN.search(said) or not _TIMES.search(said)):
        # Nothing is said of what it comes to: only the factor of the step is told once more.
        return False
    if outcome and not _prints(Decimal(outcome[1].lstrip("+").replace(",", "")), value):
        return False
    return all(any(_prints(one, worth) for worth in worths) for one in figures)


def _prints(figure: Decimal, worth: Decimal) -> bool:
    """Whether a figure is a worth as it is printed to so many places."""
    places = max(0, -int(figure.as_tuple().exponent))
    return abs(figure - worth) < _MINOR or (rounded(worth, places) == figure and figure != 0)


def _worths(node: Node, known: Known) -> Iterator[Decimal]:
    """All that a calculation is made of: its parts, its results, its rates as factors, the number of its years."""
    yield Decimal(1)
    yield Decimal(100)
    for part in walk(node):
        worth = known.value(part)
        if worth is not None:
            yield worth
        if isinstance(part, Number):
            yield part.value
            if part.suffix is not Suffix.NONE:
                for rate in (part.value, part.value / 100):
                    yield from (1 + rate, 1 - rate, 100 + rate, 100 - rate, rate)
        elif isinstance(part, Past):
            cell = known.actuals.get(part.year or known.year - 1)
            if cell is not None and cell.value is not None:
                yield cell.value
        elif isinstance(part, Call):
            years = [year for one in part.arguments if isinstance(one, Years) for year in one.listed()]
            results = [cell.value for year in years if (cell := known.actuals.get(year)) and cell.value is not None]
            yield Decimal(len(years))
            yield sum(results, Decimal(0))
            yield from results
