"""Whether a figure that a chain leaves aside is accounted for: a fact of the table, a part of the chain, said again, or of something else."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, permutations

from uigwe.formulas.tree import Past
from uigwe.reasons.build import call, grown, years_node
from uigwe.reasons.known import Known, near
from uigwe.reasons.ledger.entries import Entry
from uigwe.reasons.ledger.steps import TAKEN_UP, direction, happened, of_else, seen, surpassed
from uigwe.reasons.patterns import pattern_of

_AS_A_WHOLE = pattern_of(r"^(?:으로|로)(?:볼|둔|놓|하|했|본|잡|할)")
_SO_MANY = pattern_of(r"^(?:개)?(?:값|수치|연도)")
_SCALE_BEFORE = pattern_of(r"만점(?:이|은|을|:)?$")
_SCALE = pattern_of(r"^(?:만점|척도)|^\)?점?만점")
_PER = pattern_of(r"(?<![\d.,])1(?:0|00)?(?:조|억|천만|백만|만|천)?(?:원|명|개사|개소|가구|인|건|곳|관|개교|마리|호)$")
_GIVES = pattern_of(r"^(?:당|마다|의(?!\\d)|(?:이|을|를|의)?(?:낳|만든|만들|일으|들여|투입|지원|출자|융자))")
_ONCE = pattern_of(r"^(?:만|더)?(?:적용|반영|더)")
_WHOLE = Decimal(100)
_CLOSE = Decimal("0.006")
_ROUGH = Decimal("0.06")
_ABOUT = pattern_of(r"^(?:안팎|가량|내외|정도|여)")
_YEARS = frozenset(Decimal(count) for count in range(2, 6))


def explained(
    entry: Entry,
    worths: Sequence[Decimal],
    moved: Sequence[Decimal],
    used: Sequence[Entry],
    entries: Sequence[Entry],
    text: str,
    known: Known,
    *,
    proven: bool = False,
    steps: bool = False,
) -> bool:
    """Whether an entry is accounted for beside a chain: `worths` is what its start and steps come to, `used` the entries in it."""
    if entry.percent and _APPLIED.search(entry.near) and not (said_again(entry, used, text) or seen(entry)):
        return inner(entry, used, entries, text)
    sure = (
        any(entry.prints(worth) and abs(worth - entry.value) <= abs(worth) * _CLOSE for worth in worths)
        or (
            entry.unit in ("", "%p", *(one.unit for one in used))
            and any(entry.prints(worth) and abs(worth - entry.value) <= worth * _CLOSE for worth in moved)
        )
        or happened(entry)
        or said_again(entry, used, text)
        or structural(entry, text)
        or seen(entry)
        or surpassed(entry)
        or denied(entry)
        or _pool(entry, text)
        or goal(entry)
        or (of_else(text[: entry.start]) and not steps)
        or _last_target(entry, text)
        or any(entry.signed == cell.value for cell in known.actuals.values())
    )
    # What could be a step itself is not told away by what it happens to come to.
    if proven and conceded(entry):
        return True
    return (
        sure
        or (
            not entry.factor
            and not (entry.points and _PART_OF_STEP.search(text[: entry.start]))
            and (entry.value >= 1 or entry.percent)
            and not steps
            and (
                _of_table(entry, known, taken_up=bool(TAKEN_UP.search(text))) or _made_of_others(entry, worths, entries)
            )
        )
        or inner(entry, used, entries, text)
    )


def _last_target(entry: Entry, text: str) -> bool:
    """Whether it is a target of before, of which nothing is made: `지난해 목표는 16%였으나`."""
    return bool(_LAST_TARGET.search(text[: entry.start])) and bool(_WAS.search(entry.after))


_LAST_TARGET = pattern_of(r"(?:지난해|전년도?|작년|종전|당초|기존)(?:의)?목표(?:치|값)?(?:는|은|가|인|였던|이던)?\(?$")
_WAS = pattern_of(r"^(?:이었으나|였으나|였지만|이었지만|인데|이나|였음|이었음|보다높|보다낮|보다상)")


_APPLIED = pattern_of(r"^(?:을|를|가|이)?(?:[가-힣]{1,12}에)?(?:적용|곱[하한함해]|대입)")


def goal(entry: Entry) -> bool:
    """Whether it is one that is to be reached some day: `누적 1,400조원을 향한`."""
    return bool(_GOAL.search(entry.after))


_GOAL = pattern_of(r"^(?:을|를|이라는)?(?:향한|향해|향하|달성을위|달성목표|도달|이루려|고지|돌파|바라보|내다보|염두)")


def _pool(entry: Entry, text: str) -> bool:
    """Whether it counts all of which the target is a part: `평가 대상 234개사 가운데`."""
    return not entry.unit.startswith("%") and bool(
        _OUT_OF.search(entry.after) or _WHOLE_BEFORE.search(text[: entry.start])
    )


_OUT_OF = pattern_of(r"^(?:의)?(?:중|가운데)|^이상(?:의)?[가-힣]{1,8}(?:비율|율|률|자|가구|기업)")
_WHOLE_BEFORE = pattern_of(r"(?:전체|대상|모수|모집단)(?:은|는|이|:|인)?$")


def conceded(entry: Entry) -> bool:
    """Whether a figure is only granted: `45개사나 되지만`."""
    return bool(_CONCEDED.search(entry.after))


_CONCEDED = pattern_of(
    r"^(?:에|수준에)?(?:이르나|달하나|그치나|이르지만)|^(?:이|가)?(?:나|이나|이지만|지만|있으나|되지만|달하나|에그치나|나되지만|에불과|(?:이|가)?(?:섞여|포함되어|끼어)?있(?:음에도|지만|으나))"
)


def denied(entry: Entry) -> bool:
    """Whether the words say that it is not this figure."""
    return bool(_DENIED.search(entry.after)) or entry.before.endswith("잠정치")


# One of several amounts that are put on top: `상승폭(2.5%p)과 신규 효과(1.0%p)`.
_PART_OF_STEP = pattern_of(r"(?:폭|효과|분|목표)\($")
_DENIED = pattern_of(r"^(?:이|가)?아니")


def _of_table(entry: Entry, known: Known, *, taken_up: bool) -> bool:
    """A result, or by how much results changed."""
    past = [cell.value for _, cell in sorted(known.actuals.items()) if cell.value is not None]
    if not entry.points and any(entry.value == value for value in past):
        return True
    about = _ABOUT.search(entry.near)
    years = sorted(year for year, cell in known.actuals.items() if cell.value is not None)
    value = {year: known.actuals[year].value or Decimal(0) for year in years}
    for first, last in combinations(years, 2):
        change = value[last] - value[first]
        if not entry.percent and (entry.value == abs(change) or entry.value == abs(change) / (last - first)):
            return True
        if about and not entry.percent and abs(abs(change) / (last - first) - entry.value) <= entry.value * _ROUGH:
            return True
        if entry.places and not entry.percent and near(abs(change) / (last - first), entry.value, entry.places):
            return True
        if entry.percent and entry.places and value[first] and entry.prints(abs(change) / abs(value[first]) * _WHOLE):
            return True
    if entry.percent and entry.places and not taken_up:
        for first in years[:-1]:
            yearly = call("cagr", years_node(range(first, years[-1] + 1)))
            after = known.value(grown(Past(kind="actual", year=years[-1]), 1, yearly))
            if after is not None and value[years[-1]] and entry.prints(abs(after / value[years[-1]] - 1) * _WHOLE):
                return True
    return False


def said_again(entry: Entry, used: Sequence[Entry], text: str) -> bool:
    """The same step once more: `× 1.004` beside `0.4%`, `3%` beside `1 + 3%`."""
    for one in used:
        if one is entry:
            continue
        if entry.value == one.value and entry.unit == one.unit:
            ways = [direction(each, text[: each.start]) for each in (entry, one)]
            return 0 in ways or ways[0] == ways[1]
        if one.percent and not entry.unit.startswith("%"):
            rate = one.value / _WHOLE
            if entry.value in (1 + rate, 1 - rate, rate):
                return True
        if entry.percent and not one.unit.startswith("%"):
            rate = entry.value / _WHOLE
            if one.value in (1 + rate, 1 - rate, rate):
                return True
        if entry.percent and one.percent and {entry.value - one.value} & {_WHOLE, -_WHOLE}:
            return True
    return False


def structural(entry: Entry, text: str) -> bool:
    """A sign of the writing and no figure: the 1 of `(1 + 3%)`, the 100 of `× 100`, the points of a scale."""
    behind = text[entry.end : entry.end + 2]
    before = text[max(0, entry.start - 2) : entry.start]
    if before.endswith("t-") or before.endswith("T-"):
        return True
    if entry.value == 1 and entry.unit in ("회", "번", "차례") and _ONCE.search(text[entry.end :]):
        return True
    if entry.value == 1 and not entry.unit and behind[:1] in ("+", "-"):
        return True
    if not entry.unit and before[-1:] in ("÷", "/") and entry.value in _YEARS:
        return True
    if _PER.search(text[: entry.end]) and (before.endswith("/") or _GIVES.search(text[entry.end :])):
        return True
    if entry.value == _WHOLE and _AS_A_WHOLE.search(text[entry.end :]):
        return True
    if entry.value in _YEARS and _SO_MANY.search(text[entry.end :]):
        return True
    if entry.value == _WHOLE and before.endswith("×"):
        return True
    if _SCALE_BEFORE.search(text[: entry.start]) or _SCALE.search(text[entry.end : entry.end + 3]):
        return True
    return entry.unit == "점" and bool(_SCALE.search(text[entry.end :]))


def inner(entry: Entry, used: Sequence[Entry], entries: Sequence[Entry], text: str) -> bool:
    """Whether a figure is one from which a figure of the chain comes: the 130 and the 10 % of `130조원 대비 10% 상향한 143조원`."""
    return any(entry in (base, rate) and made in used for base, rate, made in made_of(entries, text))


def made_of(entries: Sequence[Entry], text: str) -> list[tuple[Entry, Entry, Entry]]:
    """A figure, so many per cent or times and the figure that it comes to with them."""
    values = [entry for entry in entries if not entry.factor and entry.value]
    found = []
    for rate in entries:
        way = direction(rate, text[: rate.start]) if rate.percent and rate.value < _WHOLE else 0
        times = rate.factor or _TIMES.search(text[: rate.start])
        factor = 1 + way * rate.value / _WHOLE if way else rate.value if times else None
        if factor is None or factor == 1:
            continue
        found += [
            (base, rate, made)
            for base in values
            for made in values
            if rate not in (base, made)
            and base.unit.startswith("%") == made.unit.startswith("%") <= rate.factor
            and made.value != base.value
            and _in_turn(base, rate, made, entries)
            and near(base.value * factor, made.value, made.places)
        ]
    return found


def _in_turn(base: Entry, rate: Entry, made: Entry, entries: Sequence[Entry]) -> bool:
    """`150조원 대비 10% 상향한 165조원`, `165조원은 150조원 대비 10% 상향`, `10% 상향한 165조원(150조원)`."""
    if base.start < rate.start < made.start or rate.start < made.start < base.start:
        return True
    between = [one for one in entries if made.start < one.start < base.start]
    return made.start < base.start < rate.start and not between


_TIMES = pattern_of(r"×$")


def _made_of_others(entry: Entry, worths: Sequence[Decimal], entries: Sequence[Entry]) -> bool:
    """A ratio, a difference or a sum of two others: `33개사(14.1%)`, `(104.5-100)`."""
    others = [one.value for one in entries if one is not entry and not one.percent]
    for left, right in permutations([*others, *worths], 2):
        if entry.percent and right and left < right and entry.places and entry.prints(left / right * _WHOLE):
            return True
        if not entry.percent and any(
            one.percent and one.places and right and one.prints(entry.value / right * _WHOLE) for one in entries
        ):
            return True
        if (
            not entry.percent
            and left > right > 0
            and entry.prints(left - right)
            and left - right > 0
            and entry.value == left - right
        ):
            return True
    return False
