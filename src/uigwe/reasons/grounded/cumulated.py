"""What was there so far, and so much more: `누적 운용액 640조원에 운용목표 132조원을 더해`, `전년도 누적 인원에서 1,000명이 늘어나는 것`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Past
from uigwe.reasons.account import bent
from uigwe.reasons.build import infix, number
from uigwe.reasons.constructs.templates import MisfitError
from uigwe.reasons.constructs.values import Figure, own
from uigwe.reasons.grounded.split import Split, unbracketed
from uigwe.reasons.grounded.wording import COPULA, RAISED, STEP, covered
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_SO_FAR = pattern_of(r"누적|누계|까지의?")
_STOCK = pattern_of(r"누적|누계|까지|기존")
_TO = pattern_of(
    rf"^\)?(?:에다가|에다|에|에서|보다|대비|과|와|\+|{COPULA}(?:여기에다가|여기에다|여기에|거기에|이에))(?P<more>.*)$"
)
_ADDED = pattern_of(
    r"^\)?(?:를|을|이|가|만큼)?(?:새로|신규로|더|추가로|각각)*(?:합산|합하|합쳐|합친|합한|순증|\+)(?P<rest>.*)$"
)
_TABLE = (
    r"(?P<before>[가-힣·,()#]*?)(?<!전)(?:전년도|전년|작년도|작년|지난해|직전연도|직전년도)(?:말|까지|말까지)?(?:의)?"
    r"(?P<name>(?:누적|누계)[가-힣]{0,6}?|[가-힣]{2,6}누계)"
)
_UNPRINTED = pattern_of(rf"^{_TABLE}(?P<to>에다가|에다|에|에서|보다|대비)(?P<more>.*)$")
_FIRST = pattern_of(
    rf"^\)?(?:이|가|을|를|은|만큼)?(?P<how>[가-힣#]{{0,24}}?)"
    r"(?:보고|보아|잡고|하고|예상하고|예상하여|예상되어|가정하고|설정하고|책정하고|추정하고|전망하고|으로하여),?"
    rf"(?P<stock>{_TABLE}(?=에|과|와))?(?P<rest>.*)$"
)
_NO_PART = pattern_of(
    r"제외|차감|빼|뺀|대비|보다|상향|하향|평균의|중$|당$|씩|×|÷|/|이내|이하|미만|한도|또는|않|못|월평균|분기|반기"
)
_MOST = Decimal("2.5")


@dataclass(frozen=True, slots=True)
class _Stock:
    node: Node
    worth: Decimal
    figure: Figure | None


def cumulated(parts: Split, known: Known) -> Iterator[Node]:
    """What a reason comes to that adds what is new to what was there."""
    if not _SO_FAR.search("".join(parts.words)):
        return
    for read in (_printed, _named, _turned):
        try:
            stock, more, behind, out = read(parts, known)
            node = _together(stock, more, behind, out, known)
        except (MisfitError, IndexError):
            continue
        if node is not None:
            yield node


_Read = tuple[_Stock, Figure, tuple[str, ...], Figure | None]


def _printed(parts: Split, known: Known) -> _Read:
    """`누적 640조원에 132조원을 더해 772조원으로`."""
    if len(parts.figures) not in (2, 3) or not _STOCK.search(parts.words[0]):
        raise MisfitError
    to = _TO.match(unbracketed(parts.words[1]))
    if to is None or _NO_PART.search(to["more"]):
        raise MisfitError
    stock = _stock(parts.words[0], parts.names[0], parts.figures[0], known)
    return stock, parts.figures[1], parts.words[2:], _last(parts, 2)


def _named(parts: Split, known: Known) -> _Read:
    """`전년도 누적 인원에서 1,000명이 늘어나는`."""
    found = _UNPRINTED.match(unbracketed(parts.words[0]))
    if found is None or len(parts.figures) not in (1, 2) or _NO_PART.search(found["before"] + found["more"]):
        raise MisfitError
    return _from_table(known), parts.figures[0], parts.words[1:], _last(parts, 1)


def _turned(parts: Split, known: Known) -> _Read:
    """`84조원을 당해연도 실적으로 보고, 전년 누계 560조원에 합산`."""
    found = _FIRST.match(unbracketed(parts.words[1]))
    if found is None or _NO_PART.search(parts.words[0]):
        raise MisfitError
    rest = found["rest"]
    if found["stock"] and (to := re.match(r"^(?:에다가|에다|에|과|와)", rest)):
        return _from_table(known), parts.figures[0], (rest[to.end() :], *parts.words[2:]), _last(parts, 1)
    label = (found["stock"] or "") + rest
    to = re.match(r"^\)?(?:에다가|에다|에|과|와)", parts.words[2])
    if not _STOCK.search(label) or to is None:
        raise MisfitError
    names = parts.names[1][len(parts.names[1]) - label.count("#") :]
    stock = _stock(label, names, parts.figures[1], known)
    return stock, parts.figures[0], (parts.words[2][to.end() :], *parts.words[3:]), _last(parts, 2)


def _last(parts: Split, count: int) -> Figure | None:
    """The outcome behind so many figures."""
    if len(parts.figures) > count + 1:
        raise MisfitError
    return parts.figures[count] if len(parts.figures) > count else None


def _stock(label: str, names: tuple[str, ...], one: Figure, known: Known) -> _Stock:
    """What was there, as it is printed; the table must not gainsay it."""
    if _NO_PART.search(label) or bent(label):
        raise MisfitError
    named = [2000 + int(found[1]) for said in names if (found := re.match(r"(?:’|20)(\d{2})", said))]
    year = named[-1] if named else known.year - 1
    if year >= known.year:
        raise MisfitError
    worth = one.number if not one.power or one.money else own(one, known)
    if known.has(year) and known.actuals[year].value not in (one.number, one.scaled):
        raise MisfitError
    return _Stock(number(worth), worth, one)


def _from_table(known: Known) -> _Stock:
    node = Past(kind="last")
    worth = known.value(node)
    if worth is None:
        raise MisfitError
    return _Stock(node, worth, None)


def _together(stock: _Stock, more: Figure, behind: tuple[str, ...], out: Figure | None, known: Known) -> Node | None:
    """What was there with what is new, when both count the same, the verb adds and what is printed comes out."""
    first, *others = (unbracketed(said).removeprefix(")") for said in behind)
    done = STEP.match(first)
    rest = done["rest"] if done and done["up"] else found["rest"] if (found := _ADDED.match(first)) else None
    if rest is None or not all(covered(said.strip("=:()→"), RAISED) for said in (rest, *others)):
        return None
    one = stock.figure
    if more.unit in ("%", "%p", "배") or (one and (one.power != more.power or one.unit != more.unit)):
        return None
    worth = more.number if one or not more.power else own(more, known)
    if out is not None and out.number != (one.number if one else stock.worth) + more.number:
        return None
    if not 0 < worth <= stock.worth * (_MOST - 1):
        return None
    return infix(stock.node, "+", number(worth))
