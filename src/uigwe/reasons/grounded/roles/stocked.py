"""What was there with what is new: `전년 누적 3,600명에 1,300명(최근 3년 평균 1,180명을 상회)을 더함`, `누적 850조원 + 165조원`.

What is new is printed, or is so many per cent more than a mean that is; a mean beside it is what it is held against.
"""

import itertools
from collections.abc import Iterator
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Past, Suffix
from uigwe.reasons.build import WHOLE, infix, number, signed
from uigwe.reasons.grounded.roles.told import YEAR_OF, Quantity, Told, printed
from uigwe.reasons.grounded.split import MARK
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_IN_ALL = pattern_of(r"누적|누계|쌓인|쌓아|까지의|누증")
_STOCK = pattern_of(r"누적|누계|까지|쌓인|쌓아온|기존|보유|기조성|기지정")
_MEAN = pattern_of(r"평균")
_ADDS = pattern_of(
    r"더하|더한|더해|더함|합산|합하|합친|합한|합해|합쳐|합계|합함|합을|가산|추가|보태|보탠|보탬|얹|[+]|증가|늘|순증|누적\)$|새로|신규"
)
_FROM_TABLE = pattern_of(
    r"(?:(?<!전)전년도?|작년도?|지난해|직전(?:연도|년도|해)|전연도)(?:말|까지)*(?:의)?(?:쌓인|쌓아온|총)?[가-힣]{{0,8}}?(?:누적|누계|쌓인)"
    r"|(?:누적|누계)(?:치|지표|기준|값|실적)?(?:이므로|이며|로서|기준으로|임|\)$)|\((?:누적|누계)(?:기준|치)?\)|까지(?:의)?(?:쌓인|누적|누계)"
)
# `’24년 누적 실적`: of a year, not of so many.
_FROM_YEAR = pattern_of(rf"{MARK}(?:말|까지)*(?:의)?(?:쌓인|쌓아온|총)?[가-힣]{{0,8}}?(?:누적|누계|쌓인)")
_TAKEN_OFF = pattern_of(
    r"(?:더한|합한|합산한|합친)(?:값인)?(?:누적|누계)|차감|빼|뺀|상환|탈퇴|이탈|폐업|만료|해지(?!단지|지구|기업)|감모|순감|회수|소각|감안하지|중복|제외한(?:값|수치|순)"
)
_GOAL_LATER = pattern_of(r"^[^○]{0,4}(?:달성)?목표|^(?:을|를|의)?달성")
_ADDED_ITSELF = pattern_of(r"^\)?(?:을|를|만큼)?(?:그대로)?(?:더하|더한|더해|가산|합산|추가|보태|보탠|얹)")
# What is no addition: taken off, or so many of it each month; what is added without its figure.
_NOT_NEW = pattern_of(
    r"^\)?(?:을|를|은|는|이|가|의)?(?:모두|전량)?(?:제외|빼|뺀|감소|해제|해지|줄|차감|×|[*]|씩(?!늘|증가)|당|/|÷)"
)
_NOT_SO_NAMED = pattern_of(
    r"(?:월|매월|월별|월평균|분기|일평균|하루|해제|해지|종료|폐지|만료|이탈|탈락|취소|감소|폐쇄|철거)[가-힣]{0,3}$"
)
_UNFIGURED = pattern_of(
    r"(?:신규|추가)[가-힣]{0,8}(?:물량|분|수요|건수|인원)(?:을|를|도)?(?:모두|함께)?(?:반영|합산|더하|더한|추가|포함)"
)
# A mean that the table has, as the base itself: `최근 2년 평균에 15건을 더하여 산정 [3년 누계]`.
_UPON_A_MEAN = pattern_of(r"평균(?:치|값|실적)?에○(?!%)")
_LESS = pattern_of(r"^\)?(?:을|를)?(?:밑도|하회|보다(?:낮|적)|에못미)")
_MOST = Decimal("1.5")
_HUNDRED = Decimal(100)
_TWICE = Decimal(2)


def stocked(reason: Told, known: Known) -> Iterator[Node]:
    """What was there with what is new."""
    text = reason.text
    if (
        not (_IN_ALL.search(text) and _ADDS.search(text))
        or _TAKEN_OFF.search(text)
        or _UNFIGURED.search(text)
        or _UPON_A_MEAN.search(text)
    ):
        return
    found = reason.quantities
    amounts = [one for one in found if one.kind not in ("%", "%p", "배", "")]
    rates = [one for one in found if one.kind in ("%", "배", "")]
    if len({one.kind for one in amounts}) != 1 or len(amounts) + len(rates) != len(found) or len(rates) > 1:
        return
    rate = rates[0] if rates else None
    nodes: dict[Decimal, Node] = {}
    for stock, unit in _stocks(amounts, reason, known):
        rest = [one for one in amounts if one is not stock]
        for node, worth in _new(stock, rest, rate, unit, known):
            nodes.setdefault(worth, node)
    if len(nodes) == 1:
        yield from nodes.values()


def _stocks(amounts: list[Quantity], reason: Told, known: Known) -> Iterator[tuple[Quantity | None, Decimal]]:
    """What was there, as printed or in the table, and how much one of the indicator's units is."""
    last = known.actuals.get(known.year - 1)
    value = last.value if last is not None else None
    past = [cell.value for _, cell in sorted(known.actuals.items()) if cell.value is not None]
    if any(later < earlier for earlier, later in itertools.pairwise(past)):
        return
    if value:
        same = [
            one for one in amounts if any(one.worth == value.scaleb(power) for power in (0, one.figure.power, 8, 12, 6))
        ]
        for one in same:
            if not one.named(_MEAN):
                yield one, one.worth / value
        sums = any(one.worth == value + other.worth for one in amounts for other in amounts if other is not one)
        if not same and (sums or _FROM_TABLE.search(reason.text) or _of_last_year(reason, known)):
            yield None, Decimal(1)
        return
    for one in amounts:
        to_come = any(year >= known.year for at in one.places for year in one.told.named_years(at))
        if not past and one.named(_STOCK) and not (one.named(_MEAN) or one.followed(_GOAL_LATER) or to_come):
            yield one, Decimal(1).scaleb(one.figure.power)


def _of_last_year(reason: Told, known: Known) -> bool:
    """Whether what was there is said to be that of the last year."""
    names = [reason.names[reason.text.count(MARK, 0, one.start())] for one in _FROM_YEAR.finditer(reason.text)]
    years = [2000 + int(found[1]) for name in names if (found := YEAR_OF.match(name))]
    return known.year - 1 in years


def _new(
    stock: Quantity | None, rest: list[Quantity], rate: Quantity | None, unit: Decimal, known: Known
) -> Iterator[tuple[Node, Decimal]]:
    """The stock with what is new, for each way to give the other figures their roles."""
    base = known.value(Past(kind="last")) if stock is None else stock.worth / unit
    if base is None:
        return
    start: Node = Past(kind="last") if stock is None else number(base)
    means = [one for one in rest if one.named(_MEAN)]
    others = [one for one in rest if one not in means]
    if len(means) > 1 or (rate is not None and not means):
        return
    mean = means[0] if means else None
    for new in others or [None]:  # type: ignore[list-item]
        told = [one for one in others if one is not new]
        more = _worth(new, mean, rate)
        if more is None or not _sized(more / unit, base, known):
            continue
        if all(_comes_out(one, base * unit + more) for one in told):
            node = number(more / unit) if new is not None else _risen(mean, rate, unit)
            yield infix(start, "+", node), base + more / unit


def _worth(new: Quantity | None, mean: Quantity | None, rate: Quantity | None) -> Decimal | None:
    """How much is new, when its mean and its rate lead to it."""
    if new is not None and (new.followed(_NOT_NEW) or new.named(_NOT_SO_NAMED)):
        return None
    if new is None:
        if mean is None:
            return None
        return mean.worth * _times(rate) if rate else (mean.worth if mean.followed(_ADDED_ITSELF) else None)
    if mean is None:
        return new.worth
    if mean.followed(_ADDED_ITSELF) and not rate:
        return None
    if rate:
        return new.worth if printed(mean.worth * _times(rate), new.figure) else None
    return new.worth if new.worth > mean.worth and not mean.followed(_LESS) else None


def _times(rate: Quantity) -> Decimal:
    if rate.kind != "%":
        return rate.worth
    return rate.worth / _HUNDRED if rate.worth >= _HUNDRED else 1 + rate.worth / _HUNDRED


def _risen(mean: Quantity | None, rate: Quantity | None, unit: Decimal) -> Node:
    """So much of a mean, or so much more than it."""
    if mean is None:
        raise ValueError
    base = number(mean.worth / unit)
    if rate is None:
        return base
    if rate.kind != "%":
        return infix(base, "*", number(rate.worth))
    share = number(rate.worth, Suffix.RATIO)
    return infix(base, "*", share if rate.worth >= _HUNDRED else signed(WHOLE, 1, share))


def _sized(more: Decimal, base: Decimal, known: Known) -> bool:
    """Whether so much can be new in a year: not more than half as much again as there is, nor far more than came before."""
    past = [cell.value for _, cell in sorted(known.actuals.items()) if cell.value is not None]
    rises = [later - earlier for earlier, later in itertools.pairwise(past)]
    return 0 < more <= base * _MOST and (not rises or more <= max(rises) * _TWICE)


def _comes_out(one: Quantity, value: Decimal) -> bool:
    """Whether a figure is the outcome, or what is to be there in a later year."""
    return printed(value, one.figure) or (one.worth > value and one.named(_IN_ALL) and one.followed(_GOAL_LATER))
