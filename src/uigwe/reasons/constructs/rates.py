"""Rates of something else that are applied to a result: `소비자물가 상승률 전망(3.5%)만큼 전년 단가를 인상`, two in turn, a list of them."""

import re
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.reasons.build import WHOLE, call, infix, number, signed
from uigwe.reasons.constructs import lexicon as words
from uigwe.reasons.constructs.templates import MisfitError, Slots, construct
from uigwe.reasons.constructs.values import divided, last_of, percent, rate_node, same, years
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_GROWS = pattern_of(r"증가|상승|성장|인상|신장|확대|증액|도전|노력|증감|변동|물가")
_FALLS = pattern_of(r"감소|하락|인하|삭감|축소|절감|감축|감액|할인|저하|하향|감량")
_SHARE = rf"(?:절반|반|2분의1|3분의1|4분의1|1/2|1/3|[2-5]배|{words.PERCENT})"
_OUT = rf"(?:(?:수준)?(?:인|,|=|즉)?\(?=?{words.PERCENT}\)?)?"
_MORE = r"더한|가산한|보탠|합한|합산한|얹은|추가한|높은|높인|상회하는"
_LESS = r"뺀|차감한|낮은|낮춘|제한|하회하는"
_CHAIN = (
    rf"(?:의{_SHARE}{_OUT}|[-+]{words.POINTS}{_OUT}"
    rf"|(?:에|에다|에다가|보다|에서)(?:{words.OTHER}){words.POINTS}(?:를|을)?(?:{_MORE}|{_LESS}){_OUT})"
)
_NAMED = rf"{words.OTHER}{words.RATE_WORD}{words.FORECAST}"
_ONE = rf"{_NAMED}(?:인|은|는|이|:|약)?\(?(?:{words.YEAR}:?)?{words.PERCENT}\)?{words.FORECAST}(?:{_CHAIN})?"
_STAT = (
    r"(?:단순|산술)?(?:평균|최고|최대|최저|최소|중앙|중간|최댓|최솟|중위)(?:치|값|증가율|상승률|성장률|감소율|율|수치)?"
)
_LIST = (
    rf"{_NAMED}(?:은|인|:)?\(?(?:{words.YEAR}:?)?{words.PERCENT}(?:(?:[,·→/]|와|과)(?:{words.YEAR}:?)?{words.PERCENT})+\)?"
    rf"(?:의|중|가운데)?{_STAT}{_OUT}"
)
_AS_MUCH = (
    r"(?:만큼|과동일하게|와동일하게|과동일한비율로|와동일한비율로|과같은비율로|와같은비율로|과같이|와같이|과같은폭으로|와같은폭으로"
    r"|과동일한폭으로|과동률로|을그대로|를그대로|그대로"
    r"|(?:을|를)?(?:동일|똑같이|그대로)?(?:적용|반영|감안|가산)(?:하여|해|한만큼|한)"
    r"|(?:을|를)(?:증가율|상향률|인상률|상승률|성장률|감소율|하향률)(?:로|로하여|로삼아)|에맞추어|에맞춰|에맞게|에비례하여|수준만큼"
    r"|수준으로|씩|를|을|로|으로|,)?"
)
_TO = r"(?:에서|에대하여|에대해|에도|에다|에|을|를|의|보다|대비)?"
_ONCE_MORE = r"(?:동일(?:하게)?|똑같이|같은비율로|동일비율로|그대로|추가(?:로)?|더|일괄)?"
_IN_TURN = r"(?:차례로|차례대로|순차(?:적(?:으로)?)?|순서대로|연이어|연달아|잇따라|거듭|이어서|모두|다시)"
_TIMES = r"(?P<years>[2-5])(?:개?년(?:간|동안)?|회)(?:을|를)?(?:연속(?:하여|으로)?|거듭|잇달아|연달아|연이어|복리로|반복(?:하여)?|차례로|계속)?"
_SIGNS = r"(?:\((?P<signs>[×*\d.()+%=]+)\))?"
_KINDS = {"rate": f"(?:{_LIST}|{_ONE})", "one": _ONE}


def falls(said: str) -> bool:
    """Whether a rate is one of a fall."""
    return bool(_FALLS.search(said)) and not _GROWS.search(said)


def rate_of(said: str) -> Decimal:
    """The rate that a slot comes to: as printed, with what is made of it, or the statistic of a list."""
    if not (_GROWS.search(said) or _FALLS.search(said)) or re.search("증감", said):
        raise MisfitError
    if re.fullmatch(_LIST, said):
        return _statistic(said)
    found = re.fullmatch(rf"(?P<named>.*?)(?P<rate>{words.PERCENT})\)?{words.FORECAST}(?P<chain>{_CHAIN})?", said)
    if found is None:
        raise MisfitError
    rate = percent(found["rate"])
    return _chained(rate, found["chain"]) if found["chain"] else rate


def _chained(rate: Decimal, chain: str) -> Decimal:
    """What is made of a rate before it is used; what it is said to come to must be that."""
    out: list[str] = []
    if share := re.match(rf"의(?P<share>{_SHARE})", chain):
        worth = rate * share_of(share["share"])
        out = re.findall(words.PERCENT, chain[share.end() :])
    else:
        first, *out = re.findall(words.POINTS, chain)
        down = chain.startswith("-") or re.search(_LESS, chain)
        worth = rate - percent(first) if down else rate + percent(first)
    if out and not same(percent(out[0]), worth, "0.03"):
        raise MisfitError
    return worth


def share_of(said: str) -> Decimal:
    """`절반`, `3분의 1`, `1/3`, `40%`, `2배` as a number."""
    if said in ("절반", "반"):
        return Decimal("0.5")
    if found := re.fullmatch(r"(\d+)분의(\d+)", said):
        return divided(Decimal(found[2]), Decimal(found[1]))
    if found := re.fullmatch(r"(\d+)/(\d+)", said):
        return divided(Decimal(found[1]), Decimal(found[2]))
    return Decimal(said[:-1]) if said.endswith("배") else percent(said) / 100


def statistic_of(name: str, values: list[Decimal]) -> Node:
    """The mean, the middle, the most or the least of printed figures."""
    how = "mean" if "평균" in name else "median" if re.search("중앙|중간|중위", name) else ""
    how = how or ("max" if re.search("최고|최대|최댓", name) else "min")
    return call(how, *map(number, values))


def _statistic(said: str) -> Decimal:
    found = re.search(rf"(?<=[%)의중데트])(?P<stat>{_STAT})(?P<out>{_OUT})$", said)
    if found is None:
        raise MisfitError
    rates = [percent(one) for one in re.findall(words.PERCENT, said[: found.start()])]
    worth = Known(0).value(statistic_of(found["stat"], rates)) or Decimal(0)
    out = re.findall(words.PERCENT, found["out"])
    if out and not same(percent(out[0]), worth, "0.03"):
        raise MisfitError
    return worth


def _sign(done: str, rate: str) -> int:
    """Up or down, by the verb; where it only applies, by the rate."""
    if re.fullmatch(words.DOWN, done):
        return -1
    down = falls(rate)
    if re.fullmatch(words.UP, done):
        if down:
            raise MisfitError
        return 1
    return -1 if down else 1


def _applied(slots: Slots, known: Known) -> Node:
    base, _ = last_of(slots["b"], known)
    return infix(base, "*", signed(WHOLE, _sign(slots["d"], slots["r"]), rate_node(rate_of(slots["r"]))))


def _once_more(slots: Slots, known: Known) -> Node:
    """`감액률 30%를 전년 실적에 그대로 적용하여 30% 감소한 값`: what the rate does is said once more."""
    if percent(slots["q"]) != rate_of(slots["r"]) or falls(slots["r"]) != bool(re.fullmatch(words.DOWN, slots["d"])):
        raise MisfitError
    return _applied(slots, known)


def _in_turn(slots: Slots, known: Known) -> Node:
    """Two rates, one behind the other."""
    node, _ = last_of(slots["b"], known)
    factors: list[Decimal] = []
    for said in (slots["r"], slots["s"]):
        sign, rate = _sign(slots["d"], said), rate_of(said)
        factors.append(1 + sign * rate / 100)
        node = infix(node, "*", signed(WHOLE, sign, rate_node(rate)))
    printed = [Decimal(one) for one in re.findall(r"\d+(?:\.\d+)?", slots.get("signs", ""))]
    if slots.get("signs") and [one for one in printed if one != 1] != factors:
        raise MisfitError
    return node


def _joined(slots: Slots, known: Known) -> Node:
    """Two rates put together."""
    base, _ = last_of(slots["b"], known)
    if falls(slots["r"]) != falls(slots["s"]):
        raise MisfitError
    rate = rate_of(slots["r"]) + rate_of(slots["s"])
    out = re.findall(words.PERCENT, slots.get("out", ""))
    if out and percent(out[0]) != rate:
        raise MisfitError
    return infix(base, "*", signed(WHOLE, _sign(slots["d"], slots["r"]), rate_node(rate)))


def _repeated(slots: Slots, known: Known) -> Node:
    """One rate for several years: they must lead from the base to the target's year."""
    node, _ = last_of(slots["b"], known)
    named = years(slots["b"])
    times = int(slots["years"])
    if (named[0] if named else known.year - 1) + times != known.year:
        raise MisfitError
    step = signed(WHOLE, _sign(slots["d"], slots["r"]), rate_node(rate_of(slots["r"])))
    for _ in range(times):
        node = infix(node, "*", step)
    return node


def _as_others(slots: Slots, known: Known) -> Node:
    """`예산 10% 삭감에 비례하여 전년 실적의 10% 하향`: by so much as something else changes."""
    base, _ = last_of(slots["b"], known)
    rate = percent(slots["p"])
    if slots["q"] and percent(slots["q"]) != rate:
        raise MisfitError
    return infix(base, "*", signed(WHOLE, _sign(slots["d"], slots["m"]), rate_node(rate)))


RATES = (
    *construct(
        _applied,
        rf"{{r:rate}}{_AS_MUCH}{{b:base}}{_TO}{_ONCE_MORE}{{d:done}}",
        rf"{{b:base}}{_TO}{{r:rate}}{_AS_MUCH}{_ONCE_MORE}{{d:done}}",
        **_KINDS,
    ),
    *construct(
        _once_more,
        rf"{{r:rate}}{_AS_MUCH}{{b:base}}{_TO}{_ONCE_MORE}(?:적용|반영|대입)(?:하여|해|한결과|하고),?(?P<q>{words.PERCENT})(?:를|을|만큼)?{{d:moved}}",
        rf"{{b:base}}{_TO}{{r:rate}}{_AS_MUCH}{_ONCE_MORE}(?:적용|반영|대입)(?:하여|해|한결과|하고),?(?P<q>{words.PERCENT})(?:를|을|만큼)?{{d:moved}}",
        **_KINDS,
    ),
    *construct(
        _in_turn,
        rf"{{b:base}}{_TO}{{r:one}}(?:와|과|및|,|에이어){{s:one}}(?:를|을)?{_IN_TURN}{{d:done}}(?:하여|해|한)?(?:반영|적용|상향|산출)?{_SIGNS}",
        rf"{{r:one}}(?:와|과|및|,|에이어){{s:one}}(?:를|을)?{_IN_TURN}{{b:base}}{_TO}{{d:done}}(?:하여|해|한)?(?:반영|적용|상향|산출)?{_SIGNS}",
        rf"{{b:base}}{_TO}{{r:one}}(?:와|과|및|,|에이어){{s:one}}(?:를|을)?{_IN_TURN}{{d:done}}{_SIGNS}",
        rf"{{b:base}}{_TO}{{r:one}}(?:를|을)?(?:적용|반영|곱)(?:하고|한뒤|한후|하여|한다음),?(?:다시|이어서?|여기에|추가로){{s:one}}(?:를|을)?(?:다시|추가(?:로)?|더)?{{d:done}}",
        **_KINDS,
    ),
    *construct(
        _joined,
        rf"{{b:base}}{_TO}{{r:one}}(?:와|과|및|,){{s:one}}(?:를|을|의)?(?:더한|합한|합산한|합친|합|더하여|합산하여)(?:비율|만큼|값|율|수치)?(?:{{out:pct}})?(?:를|을|만큼)?{{d:done}}",
        rf"{{r:one}}(?:와|과|및|,){{s:one}}(?:를|을|의)?(?:더한|합한|합산한|합친|합|더하여|합산하여)(?:비율|만큼|값|율|수치)?(?:{{out:pct}})?(?:를|을|만큼)?{{b:base}}{_TO}{{d:done}}",
        **_KINDS,
    ),
    *construct(
        _repeated,
        rf"{{b:base}}{_TO}{{r:rate}}(?:를|을|씩)?{_TIMES}{{d:done}}",
        rf"{{r:rate}}(?:를|을)?{{b:base}}{_TO}{_TIMES}{{d:done}}",
        rf"{{b:base}}{_TO}{_TIMES}{{r:rate}}(?:를|을|씩)?{{d:done}}",
        **_KINDS,
    ),
    *construct(
        _as_others,
        rf"{{x:other}}{{p:pct}}(?:의)?{{m:moved}}(?:에비례하여|에비례해|과동일하게|와동일하게|과같은비율로|와같은비율로|된만큼|한만큼|되는만큼|하는만큼|분만큼|만큼|과같이|에맞추어|에맞춰|에맞게|에연동하여|에상응하여|에상응하게|에발맞추어){{b:base}}{_TO}(?:동일하게)?(?P<q>(?:{words.PERCENT})?)(?:를|을|만큼)?{{d:done}}",
        rf"{{x:other}}(?:이|가|은|는){{p:pct}}{{m:moved}}(?:된|한|되는|하는|하므로|함에따라|됨에따라|되어|하여)?(?:비율)?(?:만큼|에비례하여|과같은비율로|과동일하게){{b:base}}{_TO}(?:동일하게)?(?P<q>(?:{words.PERCENT})?)(?:를|을|만큼)?{{d:done}}",
    ),
)  # fmt: skip
