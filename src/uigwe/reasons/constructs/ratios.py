"""Ratios of two printed figures that are applied to a result: `(120개소→90개소)에 비례하여`, `× (33명 ÷ 30명)`, parts of a year made whole."""

import re
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.reasons.build import infix, number
from uigwe.reasons.constructs import lexicon as words
from uigwe.reasons.constructs.templates import MisfitError, Slots, construct
from uigwe.reasons.constructs.values import Figure, divided, figure, figures, last_of, own, ratio, years
from uigwe.reasons.known import Known

_WHOSE = rf"(?:(?:{words.YEAR}|금년도|금년|올해|전년도|전년|작년|당해연도|내년)(?:의|도)?)?"
_LABEL = rf"{_WHOSE}(?:(?!{words.WHEN}){words.OTHER})(?:인|은|는|:)?\(?{words.FIGURE}\)?(?:\({words.YEAR}\))?"
_CHANGE = (
    r"(?:변동|변화|축소|확대|증가|감소|증감|증액|감액|감축|증원|감원|조정|상승|하락|삭감|인상|인하|규모|물량|추이)?"
)
_IN_PROPORTION = (
    r"(?:에비례하여|에비례해|에비례한|에비례|비례하여|에정비례하여|비율로|비율을|비율만큼|비율에따라|비율에맞추어|비율에맞춰"
    r"|비율대로|비율에비례하여|비율에맞게|율을|율로|율만큼"
    r"|(?:의)?(?:증감|증가|감소|변동|변화|축소|확대|상승)(?:률|율|비율)(?:을|로|만큼|에따라|에맞추어)|에맞추어비례적으로"
    r"|만큼비례하여|의비율로|의비율을|의비율만큼|과같은비율로|와같은비율로|과동일한비율로|와동일한비율로)"
)
_DO = r"(?:적용하여|적용해|반영하여|반영해|곱하여)?"
_ALIKE = r"(?:같은비율로|동일비율로|동일한비율로|동일하게|비례하여|그만큼|비례)?"
_TO = r"(?:에서|에다|에|을|를|의|도|보다|대비)?"
_MOVED = (
    r"(?:늘어나는|늘어난|늘어날|늘어남|줄어드는|줄어든|줄어들|증가하는|증가한|증가됨|증가|감소하는|감소한|감소|확대되는|확대된"
    r"|확대한|확대|축소되는|축소된|축소한|축소|커진|작아진|바뀌는|바뀐"
    r"|변경되는|변경된|변동된|조정된|인상된|인상되는|인하된|증액된|증액되는|감액된|삭감된|감축된|증원된|감원된|상승한|하락한|된"
    r"|되는|오른|내린|늘린|줄인)?"
)
_LINK = (
    r"(?:비율만큼|비율로|비율을|비율에따라|비율에맞추어|비율대로|비율에비례하여|데비례하여|것에비례하여|것과같은비율로"
    r"|것과동일한비율로|만큼비례하여|만큼의비율로|증가율만큼|증가율을|감소율만큼|감소율을|데에비례하여|배율을|비만큼)"
)
_QUOTIENT = r"(?:÷|/|대비)"
_OVER = r"(?:비율|비례율|비례|비율인|배율|비|증감비율|증가비율|감소비율|변동비율|변화율)?"
_SET = r"(?:적용|반영|곱하|곱한|곱함|곱해|곱|조정|산정|산출|환산|설정|연동)"
_KINDS = {"lab": _LABEL, "set": _SET}
# How much of a year a part of it is, in months.
_PART = (
    rf"(?:{words.YEAR}|올해|금년|전년|작년)?(?:도)?(?:(?:1(?:월|분기)?[~-])?(?P<months>1[0-2]|[1-9])(?:월까지(?:의)?"
    rf"|월말(?:까지)?(?:의)?|월(?:의)?누적|월누계"
    rf"|개월(?:간)?(?:의)?)|(?:1(?:월|분기)?[~-])(?P<months2>1[0-2]|[1-9])월(?:의)?|(?:1(?:분기"
    rf"|/4분기)?[~-])?(?P<quarters>[1-3])(?:/4)?분기까지(?:의)?|1(?:분기|/4분기)?[~-](?P<quarters2>[23])(?:/4)?분기(?:의)?|(?P<half>상반기|하반기))"
    rf"(?:누적|누계)?(?:{words.NAME})(?:실적)?(?:은|인|이)?"
)
_WHOLE_YEAR = r"(?:연간|1년(?:간|치|분)?|12개월(?:간|치|분)?|연|한해)(?:분|치|실적|기준|단위|물량|값)?(?:으로|로)?"


def _pair(slots: Slots) -> tuple[Decimal, Decimal]:
    """The later figure and the earlier one, in one scale, of one thing."""
    if years(slots["c"]) and years(slots["a"]) and years(slots["c"])[0] <= years(slots["a"])[0]:
        raise MisfitError
    if re.search(r"전년|작년", slots["c"]) or re.search(r"금년|올해|당해|내년", slots["a"]):
        raise MisfitError
    names = [_name(slots[one]) for one in "ac"]
    if all(names) and names[0] != names[1] and not names[0].endswith(names[1]):
        raise MisfitError
    return ratio(_only(slots["c"]), _only(slots["a"]))


def _name(said: str) -> str:
    """What a figure is called, without its year."""
    bare = re.sub(rf"{words.YEAR}|금년도?|올해|전년도?|작년|당해연도|내년", "", said)
    return re.sub(r"[\d.,()%:]+.*$", "", bare).strip("의도은는이가인")


def _only(said: str) -> Figure:
    found = figures(said)
    if len(found) != 1 or found[0].unit in ("%p", "%포인트", "포인트", "배"):
        raise MisfitError
    return found[0]


def _grown(slots: Slots, known: Known) -> Node:
    """A result, as many times as something else grew."""
    later, earlier = _pair(slots)
    for word in (slots.get("m", ""), slots["d"]):
        if (re.search(_UPWARD, word) and later < earlier) or (re.search(_DOWNWARD, word) and later > earlier):
            raise MisfitError
    base, _ = last_of(slots["b"], known)
    return infix(infix(base, "*", number(later)), "/", number(earlier))


_UPWARD = rf"늘|증가|확대|커진|증액|증원|인상|상승|오른|{words.UP}"
_DOWNWARD = rf"줄|감소|축소|작아|감액|감원|삭감|감축|인하|하락|내린|{words.DOWN}"


def _productive(slots: Slots, known: Known) -> Node:
    """So many for so much, and then for how much else."""
    amount, made, other = (_only(slots[name]) for name in ("a", "m", "c"))
    if amount.unit != other.unit or re.search(r"금년|올해|내년", slots["a"] + slots["m"]):
        raise MisfitError
    above, below = ratio(other, amount)
    worth = own(made, known)
    _near(worth * above / below, known)
    return infix(infix(number(worth), "*", number(above)), "/", number(below))


def _near(worth: Decimal, known: Known) -> None:
    """What is far from every result counts something else."""
    past = [abs(cell.value) for cell in known.actuals.values() if cell.value]
    if past and not min(past) / 3 <= abs(worth) <= max(past) * 3:
        raise MisfitError


def _scaled_up(slots: Slots, known: Known) -> Node:
    """A figure by a ratio that is printed: `750건을 12/10 비율로 연간 환산`."""
    above, below = Decimal(slots["u"]), Decimal(slots["v"])
    part = _months(slots)
    if part and above * part != below * _YEAR_MONTHS:
        raise MisfitError
    worth = own(figure(slots["n"]), known)
    return infix(infix(number(worth), "*", number(above)), "/", number(below))


_YEAR_MONTHS = 12


def _months(slots: Slots) -> int:
    """How many months the part of a year has that a slot names; 0 when it names none."""
    if months := slots.get("months") or slots.get("months2"):
        return int(months)
    if quarters := slots.get("quarters") or slots.get("quarters2"):
        return int(quarters) * 3
    return 6 if slots.get("half") else 0


def _of_a_part(slots: Slots, known: Known) -> Node:
    """A part of a year as a whole one."""
    part = _months(slots)
    if not 0 < part < _YEAR_MONTHS:
        raise MisfitError
    worth = own(figure(slots["n"]), known)
    if figure(slots["n"]).share:
        raise MisfitError
    out = figures(slots.get("out", ""))
    value = divided(worth * _YEAR_MONTHS, Decimal(part))
    if out and abs(out[0].number - value) > 1:
        raise MisfitError
    return infix(infix(number(worth), "*", number(Decimal(_YEAR_MONTHS))), "/", number(Decimal(part)))


_OUT = rf"(?:\(?=?(?P<out>{words.FIGURE})\)?)?"

RATIOS = (
    *construct(
        _grown,
        # told in words, before the base and behind it
        rf"{{x:other}}(?:이|가|은|는|을|를)?{{a:lab}}(?:에서|→|인데){{c:lab}}(?:로|으로)?(?P<m>{_MOVED}){_LINK}{_DO}{{b:base}}{_TO}{_ALIKE}{{d:done}}",
        rf"{{b:base}}{_TO}{{x:other}}(?:이|가|은|는|을|를|의)?{{a:lab}}(?:에서|→){{c:lab}}(?:로|으로)?(?P<m>{_MOVED}){_LINK}{_DO}{{d:done}}",
        rf"{{x:other}}(?:이|가|은|는|을|를)?{{a:lab}}(?:에서|→){{c:lab}}(?:로|으로)(?P<m>{_MOVED})(?:하므로|되므로|됨에따라|함에따라|하여|되어|하므로이에)?,?(?:이에)?{{b:base}}{_TO}(?:같은비율로|동일비율로|동일한비율로|비례하여)(?:{{d:done}})",
        # in a bracket
        rf"{{x:other}}{_CHANGE}(?P<y>율|률|비율)?\({{a:lab}}(?:에서|→){{c:lab}}(?:로|으로)?{_CHANGE}\)(?:의)?{_IN_PROPORTION}{_DO}{{b:base}}{_TO}{_ALIKE}{{d:done}}",
        rf"{{b:base}}{_TO}{{x:other}}{_CHANGE}(?P<y>율|률|비율)?\({{a:lab}}(?:에서|→){{c:lab}}(?:로|으로)?{_CHANGE}\)(?:의)?{_IN_PROPORTION}{_DO}{{d:done}}",
        rf"{{x:other}}(?:율|률|비율)\({{a:lab}}(?:에서|→){{c:lab}}\)(?:을|를|만큼|로)?{_DO}{{b:base}}{_TO}{{d:done}}",
        rf"{{b:base}}{_TO}{{x:other}}(?:율|률|비율)\({{a:lab}}(?:에서|→){{c:lab}}\)(?:을|를|만큼|로)?{_DO}{{d:done}}",
        **_KINDS,
    ),
    *construct(
        _grown,
        # as a quotient
        rf"{{x:other}}{_OVER}\({{c:lab}}{_QUOTIENT}{{a:lab}}\)(?:의비율)?(?:를|을|로|으로|만큼|에비례하여|에따라)?{{b:base}}{_TO}{{d:set}}",
        rf"{{b:base}}{_TO}{{x:other}}{_OVER}\({{c:lab}}{_QUOTIENT}{{a:lab}}\)(?:의비율)?(?:를|을|로|으로|만큼|에비례하여|에따라)?{{d:set}}",
        rf"{{b:base}}{_TO}{{c:lab}}(?:÷|/){{a:lab}}(?:의)?{_OVER}(?:를|을|로|으로)?{{d:set}}",
        rf"{{c:lab}}(?:÷|/){{a:lab}}(?:의)?{_OVER}(?:를|을|로|으로)?{{b:base}}{_TO}{{d:set}}",
        rf"{{b:base}}[×*]{{x:other}}{_OVER}\(?{{c:lab}}(?:÷|/){{a:lab}}\)?(?P<d>)",
        rf"{{x:other}}{_OVER}\({{c:lab}}(?:÷|/){{a:lab}}\)[×*]{{b:base}}(?P<d>)",
        **_KINDS,
    ),
    *construct(
        _productive,
        rf"{{a:lab}}(?:으로|로|에서|에|을투입하여|을들여|를들여){{m:lab}}(?:을|를|이|가)?(?:(?!{words.DOWN})[가-힣]){{1,6}}?(?:한|된|하는|던|인)(?:전년도?|작년|{words.YEAR})?(?:의)?(?:비율|실적비율|수준|성과|효율|단가|비)(?:을|를|로|대로)(?:그대로)?{{c:lab}}에(?:그대로|동일하게)?{{d:set}}",
        rf"{{a:lab}}(?:중|가운데){{m:lab}}(?:을|를|이|가)?(?:(?!{words.DOWN})[가-힣]){{1,6}}?(?:한|된|하는|던|인)(?:전년도?|작년|{words.YEAR})?(?:의)?(?:비율|수준)(?:을|를|로|대로)(?:그대로)?{{c:lab}}에(?:그대로|동일하게)?{{d:set}}",
        rf"{{c:lab}}에(?:{_WHOSE})(?:(?!{words.DOWN})[가-힣]){{1,8}}?(?:율|비율|률)\({{m:lab}}(?:/|÷){{a:lab}}\)(?:을|를)?(?:그대로|동일하게)?{{d:set}}",
        **_KINDS,
    ),
    *construct(
        _scaled_up,
        rf"(?:{_PART}|{{x:other}}){{n:fig}}(?:을|를|에|의)?{{u:num}}/{{v:num}}(?:의)?(?:비율|배|비)?(?:로|으로|를|을)?(?:{_WHOLE_YEAR})?(?:환산|곱한|곱하|곱함|곱해|적용|확대|반영)",
        rf"(?:{_PART}|{{x:other}}){{n:fig}}(?:을|를)?{{v:num}}(?:으로|로)(?:나누어|나눠|나누고|나눈뒤|나눈후|나눈값에|나눈다음),?{{u:num}}(?:를|을)?(?:곱한|곱하|곱함|곱해)",
        rf"(?:{_PART}|{{x:other}}){{n:fig}}[×*]\(?{{u:num}}(?:개월)?(?:÷|/){{v:num}}(?:개월)?\)?",
        num=r"\d{1,3}",
    ),
    *construct(
        _of_a_part,
        rf"{_PART}\(?{{n:fig}}\)?(?:을|를|의)?{_WHOLE_YEAR}(?:단순)?(?:환산|확대|연장|추정|산출){_OUT}",
        rf"{_PART}\(?{{n:fig}}\)?(?:을|를)?(?:단순)?연환산{_OUT}",
    ),
)  # fmt: skip
