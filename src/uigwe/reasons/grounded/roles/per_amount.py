"""So many for so much money, of all the money: `억원당 0.450명에서 2% 상향한 0.459명 × 예산 12,000억원(이차보전 제외)`."""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Suffix
from uigwe.reasons.build import WHOLE, infix, number, signed
from uigwe.reasons.grounded.bases import near
from uigwe.reasons.grounded.roles.told import Quantity, Told, printed
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_TIMES = pattern_of(r"곱|×|[*]|적용|승산|대입")
_BUDGET = pattern_of(
    r"예산|융자|규모|사업비|재원|출자|기금|투입|지원액|지원금|보증|공급액|국비|총액|투자액|편성액|모태펀드|대출"
)
_LEFT_OUT = pattern_of(r"^[^○]{0,10}(?:제외|뺀|빼고|별도)")
_NOT_SO = pattern_of(r"대비(?:예산|감액)|절반|나누|추가|더하|더한|차감|가산|합산")
_FROM = pattern_of(
    r"^\)?(?:명|인|건)?(?:을|를|에서|보다|대비|에|의|이던것을|이었던것을|인데이를|인것을|이므로이를|\(|×|[*])*(?:약)?$"
)
_UP = pattern_of(r"^\)?(?:를|을|만큼)?(?:추가로|더)?(?:상향|증가|높|올려|올린|올림|향상|늘|가산|인상|개선|웃도|↑)")
_DOWN = pattern_of(r"낮|줄인|줄여|하향|감소(?!하나|하지만|에도)|감축")
_HUNDRED = Decimal(100)
_CLOSE = Decimal("0.25")


def per_amount(reason: Told, known: Known) -> Iterator[Node]:
    """What a rate by money, as it is or so much higher, comes to with the money that there is."""
    text = reason.text
    if len(reason.per) != 1:
        return
    found = reason.quantities
    money = [one for one in found if one.kind == "money"]
    if len(money) > 1:
        money = [one for one in money if not one.followed(_LEFT_OUT)]
    rates = [one for one in found if one.kind in ("%", "")]
    units = [one for one in found if one.kind != "money" and one not in rates]
    if len(money) != 1 or len({one.kind for one in units}) != 1 or {one.kind for one in units} & {"%p", "배", "점"}:
        return
    if any(
        _NOT_SO.search(_UP.sub("", said) if at - 1 in _places(rates) else said) for at, said in enumerate(reason.words)
    ):
        return
    budget = money[0]
    if not budget.named(_BUDGET) and not any(
        "×" in reason.words[at] or "*" in reason.words[at] for at in budget.places
    ):
        return
    amount = budget.worth / reason.per[0]
    nodes: dict[Decimal, Node] = {}
    for node, worth, rest in _rates(reason, units, rates):
        value = worth * amount
        if not (_TIMES.search(text) or _lies_close(value, known)):
            continue
        if all(printed(value, one.figure) for one in rest) and near(value, known):
            nodes.setdefault(value, infix(node, "*", number(amount)))
    if len(nodes) == 1:
        yield from nodes.values()


def _places(quantities: list[Quantity]) -> set[int]:
    return {at for one in quantities for at in one.places}


def _lies_close(value: Decimal, known: Known) -> bool:
    """Whether a value lies so near to the last result that nobody need say that the two are multiplied."""
    cell = known.actuals.get(known.year - 1)
    last = cell.value if cell is not None else None
    return last is not None and abs(value - last) <= abs(last) * _CLOSE


def _rates(
    reason: Told, units: list[Quantity], rates: list[Quantity]
) -> Iterator[tuple[Node, Decimal, list[Quantity]]]:
    """The rate by money: printed as it is, risen from one that is printed to another, or risen from one to what is not."""
    times = {_times(one) for one in rates}
    if len(times) > 1:
        return
    for one in units:
        rest = [other for other in units if other is not one]
        if not rates:
            yield number(one.worth), one.worth, rest
            continue
        share = rates[0]
        sign = -1 if _DOWN.search(reason.text) else 1
        factor = 1 + sign * (next(iter(times)) - 1)
        for other in rest:
            if printed(other.worth * factor, one.figure) and (one.worth - other.worth) * sign > 0:
                exact = other.worth * factor == one.worth and sign > 0
                node = _higher(other, factor) if exact else number(one.worth)
                yield node, one.worth, [more for more in rest if more is not other]
        if not rest and sign > 0 and _beside(reason, one, share):
            yield _higher(one, factor), one.worth * factor, rest


def _higher(one: Quantity, factor: Decimal) -> Node:
    """The rate, so many per cent higher."""
    return infix(number(one.worth), "*", signed(WHOLE, 1, number((factor - 1) * _HUNDRED, Suffix.RATIO)))


def _times(rate: Quantity) -> Decimal:
    """How many times so much a rate is: `2%` and `1.02` say the same."""
    if rate.kind == "%":
        return 1 + rate.worth / _HUNDRED if rate.worth < _HUNDRED else rate.worth / _HUNDRED
    return rate.worth


def _beside(reason: Told, one: Quantity, share: Quantity) -> bool:
    """Whether the rise stands right behind the rate, so that it is its own."""
    return any(
        at + 1 in share.places and _FROM.match(reason.behind(at)) and _UP.match(reason.behind(at + 1))
        for at in one.places
    ) or any(at + 1 in share.places and share.kind == "" and "×" in reason.behind(at) for at in one.places)
