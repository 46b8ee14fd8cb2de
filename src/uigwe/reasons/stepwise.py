"""So much every year from a year that is named: `’20년 2,840명에서 매년 60명씩 증가하는 것으로 하여 ’23년 목표 산출`.

The base is a past result, or what is printed for it; the step is taken once for each year from there to the target's. What else the
words say of it (`3년간`, `3년차`, `복리`) must say the same, and no figure and no word that calculates may be left over.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from uigwe.formulas.tree import Node, Past, Suffix
from uigwe.reasons.account import bent
from uigwe.reasons.build import grown, infix, number, signed
from uigwe.reasons.known import Known, agrees
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import FEWER
from uigwe.reasons.tokens import Token

MAX_STEPS = 10
_HARMLESS = frozenset(
    ["other", "blank", "ACTUAL", "TARGET", "SAID", "COMPARE", "this", "comma", "open", "close", "YEARLY", "EACH", "ordinal", "TOTALOF", "APPROX",
     "CUMUL"]
)  # fmt: skip
_VERBS = frozenset(["UP", "DOWN"])
_FIGURES = frozenset(["number", "fraction", "times"])
_NTH = pattern_of(r"(?<!\d)(?:제)?(\d)(?:년차|차년도|년째)|(첫해)(?!대비)")
_INTEREST = pattern_of(r"복리|단리")
# What is told of the plan beside its steps, and what makes nothing of them this year.
_BREAKS = pattern_of(
    r"였으나|했으나|하였으나|으나올해|동결|보류|않|못|다만|대신|절반|균등|누적인원의|상반기|하반기|검토|가능|격년|마다[1-9]|\d년마다"
)


def stepwise(laid: Laid, tokens: Sequence[Token], known: Known) -> Made | None:
    """The base with its steps, when that is all that a reason says."""
    at = next((index for index, token in enumerate(tokens) if token.kind == "YEARLY"), -1)
    if at < 0 or not known.year or _BREAKS.search(laid.text):
        return None
    step = _step(tokens, at)
    base = _base_year(tokens, known)
    if step is None or base is None:
        return None
    token, factor = step
    count = known.year - base
    if not 0 < count <= MAX_STEPS or not _says_so_many(laid.text, tokens, count):
        return None
    rest = [one for one in tokens if one.amount is not None and one is not token]
    repeated = [one for one in rest if one.amount == token.amount]
    rest = [one for one in rest if one not in repeated]
    start = _start(tokens, rest, base, known)
    verbs = [one for one in tokens if one.kind in _VERBS]
    if (
        start is None
        or not verbs
        or {_sign(one) for one in verbs} != {_sign(verbs[0])}
        or not _nothing_else(laid, tokens)
    ):
        return None
    node = _stepped(start[0], token, _sign(verbs[0]), count, known, factor=factor, simple="단리" in laid.text)
    outcomes = [one for one in rest if one is not start[1]]
    if node is None or not all(_comes_out(node, one, known) for one in outcomes):
        return None
    return Made(node)


def miscounted(laid: Laid, tokens: Sequence[Token], known: Known) -> str:
    """`매년 5%씩 … 2년차` from a year that lies otherwise: the steps do not lead to the target."""
    base = _base_year(tokens, known) if any(token.kind == "YEARLY" for token in tokens) else None
    found = _NTH.search(laid.text)
    return found[0] if base and found and not _says_so_many(laid.text, (), known.year - base) else ""


def _step(tokens: Sequence[Token], at: int) -> tuple[Token, bool] | None:
    """The figure by which it changes each year, and whether it is the share of the year before that is left."""
    behind = list(tokens[at + 1 : at + 5])
    factor = len(behind) > 1 and behind[0].kind == "last" and behind[0].tail in ("의", "대비", "")
    if factor:
        behind = behind[1:]
    while (behind and behind[0].kind in ("blank", "APPROX", "ACTUAL")) or (behind and behind[0].text == "평균"):
        behind = behind[1:]
    if not behind or behind[0].kind not in _FIGURES:
        return None
    token = behind[0]
    if factor and not (token.unit == "%" and token.tail in ("", "로", "의")):
        return None
    after = behind[1] if len(behind) > 1 else None
    each = after is not None and (after.kind == "EACH" or after.kind in _VERBS)
    return (token, factor) if factor or each or token.tail in ("을", "를", "만큼", "씩") else None


def _base_year(tokens: Sequence[Token], known: Known) -> int | None:
    """The one past year that is named; the target's own year and the end of a plan may be named beside it."""
    found: set[int] = set()
    for token in tokens:
        if token.kind == "year" and token.years:
            found.add(token.years[0])
        elif token.kind == "until":
            if not token.years or token.years[0] < known.year:
                return None
        elif token.kind in ("range", "list", "ago"):
            return None
    past = {year for year in found if year < known.year}
    return past.pop() if len(past) == 1 and all(year == known.year for year in found - past) else None


def _says_so_many(text: str, tokens: Sequence[Token], count: int) -> bool:
    """`3년간`, `3년차`, `첫해`: as many as lie between."""
    spans = [token.count for token in tokens if token.kind == "span"]
    nth = [1 if found[2] else int(found[1]) for found in _NTH.finditer(text)]
    if nth:
        return all(one == count for one in nth)
    return all(one == count for one in spans)


def _start(
    tokens: Sequence[Token], figures: Sequence[Token], base: int, known: Known
) -> tuple[Node, Token | None] | None:
    """The result of the base year, or what is printed for it."""
    year = next(index for index, one in enumerate(tokens) if one.kind == "year" and one.years and one.years[0] == base)
    first = next((one for one in figures if one.start > tokens[year].start), None)
    beside = first is not None and not any(
        one.kind in (*_VERBS, "YEARLY") for one in tokens[year + 1 :] if one.start < first.start
    )
    node = Past(kind="actual", year=base)
    if first is None or not beside:
        return (node, None) if known.has(base) else None
    amount = first.amount
    if amount is None or amount.unit in ("%p", "배", "년", "월") or known.scale_unclear(amount):
        return None
    value = known.amounts(amount)[0]
    if known.has(base) and known.actuals[base].value == value:
        return node, first
    if known.percent != (amount.unit == "%") and known.unit:
        return None
    return number(value), first


def _stepped(
    base: Node, token: Token, sign: int, count: int, known: Known, *, factor: bool, simple: bool
) -> Node | None:
    part: Node
    if token.amount is None:
        return None
    elif factor:
        if (token.amount.number < 100) != (sign < 0):
            return None
        node = base
        for _ in range(count):
            node = infix(node, "*", number(token.amount.number, Suffix.RATIO))
        return node
    elif token.unit == "%":
        if known.percent:
            return None
        part = number(token.amount.number, Suffix.RATIO)
        if simple:
            part = number(token.amount.number * count, Suffix.RATIO)
    elif token.unit == "배":
        return None
    else:
        points = token.unit == "%p"
        if points and not known.percent:
            return None
        if known.scale_unclear(token.amount):
            return None
        each = number(
            token.amount.number if points else known.amounts(token.amount)[0], Suffix.POINTS if points else Suffix.NONE
        )
        return signed(base, sign, each if count == 1 else infix(each, "*", number(Decimal(count))))
    node = base
    for _ in range(1 if simple else count):
        node = grown(node, sign, part)
    return node


def _sign(verb: Token) -> int:
    return -1 if verb.kind == "DOWN" or any(word in verb.text for word in FEWER) else 1


def _nothing_else(laid: Laid, tokens: Sequence[Token]) -> bool:
    """Whether every word is a name, a year, a figure or a verb of the step."""
    known = _HARMLESS | _VERBS | _FIGURES | {"year", "until", "span", "last"}
    lasts = [one for one in tokens if one.kind == "last"]
    if any(one.kind not in known for one in tokens) or len(lasts) > 1:
        return False
    if lasts and not any(before.kind == "YEARLY" and after is lasts[0] for before, after in pairwise(tokens)):
        return False
    spent = {at for one in tokens if one.kind in (*_VERBS, *_FIGURES, "span") for at in range(one.start, one.end)}
    said = "".join("·" if at in spent else sign for at, sign in enumerate(laid.text))
    return not bent(_INTEREST.sub("", _NTH.sub("", said)))


def _comes_out(node: Node, token: Token, known: Known) -> bool:
    amount = token.amount
    return amount is not None and agrees(known.value(node), known.amounts(amount)[0], amount.decimals)
