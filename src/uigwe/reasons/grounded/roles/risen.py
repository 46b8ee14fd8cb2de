"""So many of all, and by how much their number rises: `대상 234개사 중 34개사, 기존 대비 150% 상향한 85개사`. What comes out must be printed."""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Suffix
from uigwe.reasons.build import WHOLE, infix, number, signed
from uigwe.reasons.grounded.bases import near
from uigwe.reasons.grounded.roles.told import Quantity, Told, printed
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_RISES = pattern_of(
    r"^\)?(?:를|을|만큼|로|가)?(?:대폭|크게|과감히|과감하게|도전적으로|한층|더|정도|가량)*(?:상향|증가|늘|확대|높|많|끌어올|올려|올린|올림|증대|불|키)"
)
_TO = pattern_of(
    r"^\)?(?:인|가|이|를|을|로|으로|까지|의|에|$|\(|,|참여|수준|달성|[가-힣]{2,6}(?:로|으로|을|를|까지|에|의|참여|달성|$))"
)
# `이를 2.5배인 50곳으로 늘리는`.
_IS = pattern_of(r"^\)?(?:인|에해당하는|수준인|,|\()")
_RAISED_TO = pattern_of(r"^\)?(?:로|으로|까지)(?:크게|대폭)*(?:늘|확대|높|올려|올리|상향|끌어올)")
_PRESENT = pattern_of(r"현재|참여|기존|가입|도입|시범|이미|동참|실시|운영|보유|활용|이용|동의|협약|인증|중|가운데|현")
_WHOLE_OF = pattern_of(r"^\)?(?:[가-힣]{0,12})(?:중|가운데|이고그|이며그|인데그)")
_MORE = pattern_of(r"평균|예산|증감률|이상|초과(?!달성)|미만|이하|제외|목표대비|계획대비")
_HUNDRED = Decimal(100)


def risen(reason: Told, known: Known) -> Iterator[Node]:
    """The number that there is, raised by what is printed to what is printed."""
    if _MORE.search(reason.text) or not _PRESENT.search(reason.text):
        return
    found = reason.quantities
    things = [one for one in found if one.kind not in ("%", "%p", "배", "", "money")]
    rates = [one for one in found if one.kind in ("%", "배")]
    if len({one.kind for one in things}) != 1 or len(things) + len(rates) != len(found) or not 2 <= len(things) <= 3:
        return
    nodes: dict[Decimal, Node] = {}
    for base in things:
        for out in things:
            for rate in rates:
                if out is base or not _leads(base, rate, out):
                    continue
                if _rest_told(found, base, rate, out) and near(out.worth, known) and _last_agrees(base, known):
                    nodes.setdefault(out.worth, _node(base, rate))
    if len(nodes) == 1:
        yield from nodes.values()


def _leads(base: Quantity, rate: Quantity, out: Quantity) -> bool:
    """Whether the base, so much more of it, is what is printed behind."""
    rises = rate.followed(_RISES) or (rate.kind == "배" and rate.followed(_IS) and out.followed(_RAISED_TO))
    if out.places[-1] < base.places[0] or not out.followed(_TO) or not rises:
        return False
    times = rate.worth if rate.kind == "배" else 1 + rate.worth / _HUNDRED
    return times > 1 and printed(base.worth * times, out.figure)


def _rest_told(found: tuple[Quantity, ...], base: Quantity, rate: Quantity, out: Quantity) -> bool:
    """Whether every other figure is all of which they are a part, or the share of one of the two."""
    rest = [one for one in found if one not in (base, rate, out)]
    wholes = [one for one in rest if one.kind == base.kind]
    if len(wholes) > 1 or any(one.worth < out.worth for one in wholes):
        return False
    shares = [one for one in rest if one.kind != base.kind]
    if not shares:
        return True
    if not wholes and len(shares) == 1:
        return True
    if not all(one.worth for one in (*shares, *wholes)):
        return False
    whole = wholes[0].worth if wholes else base.worth * _HUNDRED / shares[0].worth
    return whole != 0 and all(
        one.kind == "%" and any(printed(part.worth / whole * _HUNDRED, one.figure) for part in (base, out))
        for one in shares
    )


def _last_agrees(base: Quantity, known: Known) -> bool:
    """Whether the table, where it has last year's result, has this one."""
    cell = known.actuals.get(known.year - 1)
    return cell is None or cell.value is None or cell.value == base.worth


def _node(base: Quantity, rate: Quantity) -> Node:
    if rate.kind == "배":
        return infix(number(base.worth), "*", number(rate.worth))
    return infix(number(base.worth), "*", signed(WHOLE, 1, number(rate.worth, Suffix.RATIO)))
