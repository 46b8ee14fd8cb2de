"""Figures put into another unit: `85,400백만원을 억원으로 환산`, `10점 만점 8.3점을 100점 만점으로`, `백분율로`, `월평균으로`."""

import re
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.reasons.build import infix, number, signed
from uigwe.reasons.constructs import lexicon as words
from uigwe.reasons.constructs.rates import share_of
from uigwe.reasons.constructs.templates import MisfitError, Slots, construct
from uigwe.reasons.constructs.values import Figure, divided, figure, figures, rate_node, ratio, same
from uigwe.reasons.known import Known
from uigwe.reasons.tokens import SCALES

_TURN = r"(?:환산|표시|표기|변환|전환|바꾸|바꾼|바꿈|바꿔|나타내|나타낸|계산|산출|산정)"
_OUT = rf"(?:(?:하면|한|하여|함|시)?\(?=?(?:약)?(?P<out>{words.FIGURE})\)?)?"
_UNIT = rf"(?P<unit>(?:{words.SCALE})?(?:{words.UNIT}))(?:단위|기준)?(?:으로|로)"
# Units of one kind by their size.
_SIZES: tuple[dict[str, Decimal], ...] = (
    {"g": Decimal(1), "kg": Decimal(1000), "t": Decimal(1000000), "톤": Decimal(1000000)},
    {"m": Decimal(1), "km": Decimal(1000)},
    {"초": Decimal(1), "분": Decimal(60), "시간": Decimal(3600)},
    {"kWh": Decimal(1), "MWh": Decimal(1000), "GWh": Decimal(1000000)},
    {"kW": Decimal(1), "MW": Decimal(1000), "GW": Decimal(1000000)},
)
# What is done with the figure before it is put into the other unit.
_STEP = (
    rf"(?:의(?P<share>{words.PERCENT}|절반|[2-5]배|\d\.\d+배)|(?:에서|에|보다|대비)(?P<by>{words.FIGURE})(?P<moved>{words.UP}"
    rf"|{words.DOWN}|높은|낮은|많은|적은)"
    r"(?:한|하여|시킨|된|조정)?(?:뒤|후|다음|값|수치|점수)?(?:에|의)?)?"
)
_PERIODS = {"월": 12, "분기": 4, "반기": 2}


def _stepped(slots: Slots, worth: Decimal) -> tuple[Node, Decimal]:
    """The figure, with what is done with it first."""
    node: Node = number(worth)
    if share := slots.get("share"):
        if share.endswith("%"):
            part = figure(share).number
            return infix(node, "*", rate_node(part)), worth * part / 100
        times = Decimal(share[:-1]) if share.endswith("배") else share_of(share)
        return infix(node, "*", number(times)), worth * times
    if by := slots.get("by"):
        step, down = figure(by), bool(re.fullmatch(f"{words.DOWN}|낮은|적은", slots["moved"]))
        sign = -1 if down else 1
        if step.power or figure(slots["f"]).power or step.unit not in ("", figure(slots["f"]).unit):
            raise MisfitError
        return signed(node, sign, number(step.number)), worth + sign * step.number
    return node, worth


def _printed(slots: Slots, worth: Decimal) -> None:
    """An outcome that is printed must be what it comes to."""
    out = figures(slots.get("out", ""))
    if out and not same(out[0].number, worth):
        raise MisfitError


def _factor(one: Figure, unit: str) -> tuple[Decimal, Decimal]:
    """By what a figure is multiplied and divided to be in another unit."""
    found = re.fullmatch(rf"(?P<scale>{words.SCALE})?(?P<unit>{words.UNIT})?", unit)
    if found is None:
        raise MisfitError
    power = SCALES.get(found["scale"] or "", 0)
    if (found["unit"] or "") == one.unit:
        up, down = max(0, one.power - power), max(0, power - one.power)
        if up == down:
            raise MisfitError
        return Decimal(10) ** up, Decimal(10) ** down
    for sizes in _SIZES:
        if one.unit in sizes and found["unit"] in sizes and not (one.power or power):
            here, there = sizes[one.unit], sizes[found["unit"]]
            return (here / there, Decimal(1)) if here >= there else (Decimal(1), there / here)
    raise MisfitError


def _in_unit(slots: Slots, known: Known) -> Node:
    """A figure in another unit."""
    one = figure(slots["f"])
    if known.unit and known.unit != slots["unit"]:
        raise MisfitError
    up, down = _factor(one, slots["unit"])
    node, worth = _stepped(slots, one.number)
    _printed(slots, divided(worth * up, down))
    node = infix(node, "*", number(up)) if up != 1 else node
    return infix(node, "/", number(down)) if down != 1 else node


def _in_percent(slots: Slots, known: Known) -> Node:
    """A share in per cent."""
    part, whole = figure(slots["part"]), figure(slots["whole"])
    above, below = ratio(part, whole)
    if above > below:
        raise MisfitError
    _printed(slots, divided(above * 100, below))
    return infix(infix(number(above), "/", number(below)), "*", number(Decimal(100)))


def _on_a_scale(slots: Slots, known: Known) -> Node:
    """Points on a scale of so many as points on another."""
    one, old, new = figure(slots["f"]), Decimal(slots["n"]), Decimal(slots["m"])
    node, worth = _stepped(slots, one.number)
    if worth > old or old == new or one.unit not in ("", "점"):
        raise MisfitError
    _printed(slots, divided(worth * new, old))
    return infix(infix(node, "*", number(new)), "/", number(old))


def _per_period(slots: Slots, known: Known) -> Node:
    """So many a year as so many a month."""
    one = figure(slots["f"])
    parts = Decimal(slots.get("count") or _PERIODS[slots["period"]])
    if one.share or one.power:
        raise MisfitError
    node, worth = _stepped(slots, one.number)
    _printed(slots, divided(worth, parts))
    return infix(node, "/", number(parts))


def _per_year(slots: Slots, known: Known) -> Node:
    """So many a month, or a day on so many days, as so many a year."""
    one = figure(slots["f"])
    parts = Decimal((slots.get("days") or "0").replace(",", "")) or Decimal(_PERIODS.get(slots.get("period") or "", 0))
    if one.share or one.power or not parts:
        raise MisfitError
    node, worth = _stepped(slots, one.number)
    _printed(slots, worth * parts)
    return infix(node, "*", number(parts))


_HEAD = rf"(?:{words.YEAR})?(?:도)?(?:의)?{words.OTHER}(?:은|는|인|이)?\(?"
_TO = r"\)?(?:를|을|은|는|인것을)?"
_WHOLE = r"(?:연간|연|1년|연단위|한해|12개월)(?:분|치|기준|단위|실적|물량|총계|값)?(?:으로|로)?"

CONVERSIONS = (
    *construct(_in_unit, rf"{_HEAD}{{f:fig}}{_STEP}{_TO}{_UNIT}(?:단위)?{_TURN}{_OUT}"),
    *construct(
        _in_percent,
        rf"{_HEAD}{{part:fig}}(?:건)?(?:/|÷){words.OTHER}{{whole:fig}}{_TO}(?:의비율을)?(?:백분율|퍼센트|%|백분비)(?:단위)?(?:로|으로){_TURN}{_OUT}",
        rf"{_HEAD}{{whole:fig}}(?:중|가운데|대비){words.OTHER}{{part:fig}}{_TO}(?:{words.OTHER}비율을)?(?:백분율|퍼센트|%|백분비)(?:단위)?(?:로|으로){_TURN}{_OUT}",
        rf"{_HEAD}(?P<f>0\.\d+){_TO}(?:백분율|퍼센트|%|백분비)(?:단위)?(?:로|으로){_TURN}{_OUT}",
    ),
    *construct(
        _on_a_scale,
        rf"(?:{words.OTHER})(?P<n>\d+)점(?:만점|척도)?(?:의|에|중|기준|으로|에서)?{words.OTHER}\(?{{f:fig}}{_STEP}{_TO}(?P<m>\d+)점(?:만점)?(?:기준|척도|단위|환산)?(?:으로|로)?(?:{_TURN}){_OUT}",
        rf"(?:{words.OTHER})(?P<n>\d+)점(?:만점|척도)(?:의|에|중|기준|으로|에서)?{words.OTHER}\(?{{f:fig}}{_STEP}{_TO}(?P<m>\d+)점만점(?:으로|기준)",
    ),
    *construct(
        _per_period,
        rf"(?:{words.YEAR})?(?:연간|연|1년|총)(?:총)?{words.OTHER}\(?{{f:fig}}{_STEP}{_TO}(?P<period>월|분기|반기)(?:별)?(?:평균)?(?:치|값|단위)?(?:으로|로){_TURN}{_OUT}",
        rf"{_HEAD}{{f:fig}}{_STEP}{_TO}(?P<period>월|분기|반기)(?:별)?평균(?:치|값)?(?:으로|로){_TURN}{_OUT}",
        rf"(?:최근|직전|과거|지난)?(?P<count>[2-9]|10)(?:개)?년(?:간|동안)?(?:의)?(?:누계|누적|합계|총계|총|합산)(?:실적|량|액|치|값)?{words.OTHER}\(?{{f:fig}}\)?{_TO}(?:연평균|연간평균|1년평균|연간|연|단년도|1년|해당연평균)(?:치|값|단위|분|실적)?(?:으로|로)(?:{_TURN}){_OUT}",
    ),
    *construct(
        _per_year,
        rf"(?:{words.OTHER})(?P<period>월|분기)(?:별)?(?:평균)?(?:(?!누){words.OTHER})\(?{{f:fig}}{_STEP}{_TO}{_WHOLE}{_TURN}{_OUT}",
        rf"(?:{words.OTHER})(?:1일|일|하루)(?:당)?(?:평균)?{words.OTHER}\(?{{f:fig}}{_STEP}{_TO}(?:연간|연|운영일수|근무일수|개장일수|영업일|연운영일수|연간운영일수)?(?P<days>\d{{2,3}})일(?:기준|운영|운영기준|간)?(?:으로|로|을곱하여|을적용하여|을기준으로|을곱해)?(?:{_WHOLE})?{_TURN}{_OUT}",
    ),
)  # fmt: skip
