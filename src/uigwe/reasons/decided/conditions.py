"""A rule with a condition that the table, or a printed figure, decides: `전년 실적이 3년 평균보다 낮으면 3년 평균을, 그렇지 않으면 …`.

Both sides of the comparison must come to a figure. The branch that holds is read as if nothing else were said.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from uigwe.reasons.decided.reason import CHANGE, FIGURE, IN, OPEN, UNIT, Reason, nominal
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Reading

_IF = (
    r"[가-힣]{0,3}?(?:면|(?:는|은|을|한|할|된|될|인|일)?(?:경우|때|해|시)(?:에)?(?:만|는|엔|에는|한하여|한해|한해서)?)"
)
_LESS = r"(?:낮|작|적|못하|뒤지|뒤처지|덜하|떨어지)"
_MORE = r"(?:높|크|큰|클|많|앞서|나으|나은)"
_UNDER = r"(?:못미치|못미친|못미칠|미치지못하|미치지못한|미달하|미달한|미달할|미달|모자라)"
_OVER = r"(?:넘|초과하|초과한|초과할|초과|상회하|상회한|상회할|상회|웃도|웃돌|웃돈|넘어서|넘어선|뛰어넘)"
_BELOW = r"(?:하회하|하회한|하회할|하회|밑도|밑돌|밑돈)"
_X = r"(?P<x>[^.,]{2,30}?)(?:이|가|은|는)"
_RELATION = (
    rf"(?P<y>[^.,]{{2,30}}?)(?:보다(?:더)?(?:(?P<lt>{_LESS})|(?P<gt>{_MORE}))|에(?P<under>{_UNDER})|(?:을|를)?(?:(?P<over>{_OVER})|(?P<below>{_BELOW})"
    r"|(?P<ge>이상|달성하|달성한|달성|충족하|충족한|도달하|도달한)|(?P<le>이하)|(?P<ltw>미만)))(?P<not>지(?:는)?(?:않|못하|못한|못했|아니하))?"
)
_COND = f"{_X}{_RELATION}"
# `3년 평균보다 전년 실적이 낮은 경우`, `전년 실적이 감소한 경우`.
_TURNED = (
    rf"(?P<y>[^.,]{{2,30}}?)보다(?P<x>[^.,]{{2,30}}?)(?:이|가)(?:더)?(?:(?P<lt>{_LESS})"
    rf"|(?P<gt>{_MORE}))(?P<not>지(?:는)?(?:않|못하|못한|못했|아니하))?"
)
_OWN = (
    r"(?P<x>(?:전년도?|직전연?도|작년|지난해)(?:의)?실적)(?:이|은|는)(?:(?:그)?(?:직?전년도?|전전년도?|그전해)(?:의)?(?:실적)?(?:보다|대비|에비해))?"
    r"(?:(?P<lt>감소|줄|하락|떨어|낮아)|(?P<gt>증가|늘|상승|오르|오른|높아))"
)
_ELSE = (
    r"(?:그렇지(?:않|아니|못)[가-힣]{0,4}?(?:면|경우|때)(?:에)?(?:는)?|아니(?:면|라면)|아닌(?:경우|때)(?:에)?(?:는)?|그(?:외|밖|이외)(?:에는|의경우(?:에는)?|에)|이외에는"
    r"|(?:그|이)?(?:와)?반대(?:이면|면|의경우(?:에는)?|라면))"
)
_OPPOSITE = (
    rf"(?:(?:같거나|동일하거나|그와같거나)?(?:(?:그)?(?:보다)?(?:더)?(?:(?P<less>{_LESS}|{_UNDER}"
    rf"|{_BELOW}|미만)|(?P<more>{_MORE}|{_OVER}))|(?P<most>이하)|(?P<least>이상)))"
)
_AGAIN = rf"(?:(?P<again>{FIGURE}){UNIT}(?:에|을|를|보다)?)?"
_NOT_SO = (
    rf"(?:{_OVER}|{_UNDER}|{_BELOW}|{_LESS}|{_MORE}|달성하|충족하|도달하|감소하"
    rf"|증가하)지(?:는)?(?:않|못|아니)[가-힣]{{0,4}}?(?:면|경우|때)(?:에)?(?:는|엔)?"
)
_ROSE_FELL = r"(?:(?P<less>감소|줄|하락)|(?P<more>증가|늘|상승))"
_CONDS = (_COND, _TURNED, _OWN)
_EITHERS = tuple(
    pattern_of(
        rf"^(?P<head>{IN}*?[.:])?(?:{one}){_IF},?(?P<then>{IN}*?),?(?:{_ELSE}|(?P<deny>{_NOT_SO})|{_AGAIN}{other}{_IF}),?(?P<else>.*)$"
    )
    for one, other in zip(_CONDS, (_OPPOSITE, _OPPOSITE, _ROSE_FELL), strict=True)
)
# A rule of which only one branch is told.
_ONLY = tuple(pattern_of(rf"^(?:{one}){_IF},?(?P<then>{IN}*)[.]?$") for one in _CONDS)
# A rule, and an exception to it.
_EXCEPTS = tuple(
    pattern_of(
        rf"^(?P<main>.+?)[.,;(]?(?P<but>단,|다만,|단서로,?|다만|(?<=[.(,])단|(?<=되,)|(?<=되))(?:{one}){_IF},?(?P<then>{IN}*?)\)?[.]?$"
    )
    for one in _CONDS
)
_RULE = pattern_of(
    r"(?:한다는|하는|하기로한|하도록한|하도록하는|한다고한)?(?:내부|자체|부처)?(?:기준|원칙|방식|지침|규칙|규정|산식|방법)(?:을|를|에)?(?:적용|준용|따름|따라|따랐음|의거|사용)[가-힣]*[.]?$"
)
_SHARED = pattern_of(
    r"(?P<particle>을|를|으로|로)(?:기준|목표|적용|택|선택|채택|사용|쓰|씀|토대|바탕|출발|삼|기초|반영|활용|설정|산정)"
)
_CUT = pattern_of(r"(?:을|를|으로|로|에|의|에서|보다|대비)$")


# This year's own target, which is what the rule sets: nothing can be compared with it yet.
_OF_THIS_TARGET = pattern_of(
    r"(?<!전년)(?<!전년도)(?<!작년)(?<!작년도)(?<!지난해)(?<!년)(?<!년도)(?<!의)목표(?:치|값)?(?:에|를|을)(?:미달|못미|미치지못|초과|달성|도달|상회|하회)[가-힣]{0,4}(?:면|경우|때|시)"
)


def decided(reason: Reason) -> Iterator[Reading]:
    """The branch of a rule that the figures decide."""
    if _OF_THIS_TARGET.search(reason.text):
        return
    if (said := _concluded(reason)) is not None:
        yield said
        return
    text = _of_the_two(reason.text)
    for pattern in _EITHERS:
        found = pattern.match(text)
        if found is None or (holds := _holds(reason, found)) is None:
            continue
        chosen = _branch(found, holds)
        if chosen and not OPEN.search(chosen) and (reading := _read_branch(reason, chosen)):
            yield reading
        return
    for pattern in _EXCEPTS:
        found = pattern.match(text)
        if found is not None and (holds := _holds(reason, found)) is not None:
            yield from _excepted(reason, found, holds)
            return
    for pattern in _ONLY:
        found = pattern.match(text)
        if found is not None and (holds := _holds(reason, found)) is not None:
            if holds and (reading := _read_branch(reason, _RULE.sub("함", found["then"]))):
                yield reading
            return
    yield from _by_direction(reason)


# `3년 평균과 전년 실적을 비교하여 전년 실적이 높을 경우 …`: higher than the other.
_THE_TWO = pattern_of(
    rf"^(?P<one>{IN}{{2,24}}?)(?:와|과)(?P<other>{IN}{{2,24}}?)(?:을|를)(?:서로)?(?:비교|견주|대조)(?:하여|해|하였을때|했을때|한결과|할때|하면|하고|어|었을때|면),?(?P<x>{IN}{{2,24}}?)(?P<in>이|가)(?=(?:더)?(?:{_LESS}|{_MORE}))"
)


def _of_the_two(text: str) -> str:
    found = _THE_TWO.match(text)
    if found is None or found["x"] not in (found["one"], found["other"]):
        return text
    other = found["other"] if found["x"] == found["one"] else found["one"]
    return f"{found['x']}{found['in']}{other}보다{text[found.end() :]}"


# `… 경우 동결한다는 내부 원칙에 따라 전년 실적을 유지`.
_CONCLUDED = pattern_of(
    rf"^(?P<rule>{IN}*?)(?:한다는|하는|는|다는)(?:내부|자체|부처)?(?:의)?(?:기준|원칙|방침|지침|규정|규칙)에(?:따라|의거하여|의해|의하여),?(?P<end>{IN}*)$"
)


def _concluded(reason: Reason) -> Reading | None:
    """What follows from a rule, told behind it: both must come to the same."""
    found = _CONCLUDED.match(reason.text)
    if found is None or not _IF_SAID.search(found["rule"]):
        return None
    rule = next(decided(replace(reason, laid=reason.saying(f"{found['rule']}함"))), None)
    end = reason.option(found["end"])
    same = rule is not None and end is not None and reason.known.comes_to(rule) == reason.known.comes_to(end)
    return rule if same else None


_IF_SAID = pattern_of(r"면|경우|때")


def _read_branch(reason: Reason, said: str) -> Reading | None:
    reading = reason.read(said)
    return reading or reason.option(_RULE.sub("", said)) or reason.option(said)


def _branch(found: re.Match[str], holds: bool) -> str:
    """The words of the branch that holds, with what both branches share behind the second one."""
    then, other = found["then"].rstrip(","), _RULE.sub("함", found["else"])
    if not holds:
        return other
    if _BARE.fullmatch(then) and (rate := _BARE.match(other)):
        # `2%, 많은 경우 4%를 상향`.
        return then + other[rate.end() :]
    shared = _SHARED.search(other)
    if (particle := _CUT.search(then)) and shared:
        tail = other[shared.start() :]
        base = then[: particle.start()]
        if particle[0] in ("을", "를") and tail[0] in "을를":
            return base + particle[0] + tail[1:]
        if particle[0] in ("으로", "로") and shared["particle"] in ("으로", "로"):
            return base + particle[0] + tail[len(shared["particle"]) :]
        return base + tail
    return _closed(then)


_BARE = pattern_of(rf"{FIGURE}(?:%p?|점|건|명|개소|개|회)")


def _closed(said: str) -> str:
    """A clause that goes on, as one that ends: `유지하고` as `유지함`."""
    return _GOES_ON.sub("함", said.rstrip(",")) if _GOES_ON.search(said.rstrip(",")) else said.rstrip(",")


_GOES_ON = pattern_of(r"(?:하고|하며|하되)$")


def _holds(reason: Reason, found: re.Match[str]) -> bool | None:
    """Whether the condition holds; None where its sides come to no figure."""
    groups = found.groupdict()
    left = _quantity(reason, groups["x"])
    right = _quantity(reason, groups["y"]) if "y" in groups else _year_before(reason)
    if groups.get("again") and right != Decimal(groups["again"].replace(",", "")):
        return None
    if left is None or right is None:
        return None
    which = next(name for name in _RELATIONS if groups.get(name))
    denied = bool(groups.get("not"))
    holds = {"<": left < right, ">": left > right, ">=": left >= right, "<=": left <= right}[_RELATIONS[which]]
    holds = holds != denied
    if groups.get("deny") and groups["deny"][0] != groups[which][0]:
        return None
    if groups.get("less") or groups.get("more") or groups.get("most") or groups.get("least"):
        # The other branch has a condition of its own.
        up = (">" in _RELATIONS[which]) != denied
        other = {"less": left < right, "more": left > right, "most": left <= right, "least": left >= right}
        name = next(one for one in other if groups.get(one))
        if up == (name in ("more", "least")) or holds == other[name]:
            return None
    return holds


_RELATIONS = {"lt": "<", "under": "<", "below": "<", "ltw": "<", "gt": ">", "over": ">", "ge": ">=", "le": "<="}


def _year_before(reason: Reason) -> Decimal | None:
    cell = reason.known.actuals.get(reason.known.year - 2)
    return cell.value if cell is not None else None


_LEAD = pattern_of(
    r"^(?:(?:내부|자체)?(?:지침|기준|원칙|규칙|산식|규정):?|만약|만일|예컨대|즉|이때|단|다만|산정식:|산정기준:|산정방식:)+,?"
)


def _quantity(reason: Reason, said: str) -> Decimal | None:
    return reason.worth(_LEAD.sub("", said))


# ── exceptions ──

_RATE = pattern_of(rf"(?<![\d.’])(?P<figure>{FIGURE})(?P<unit>%p?|퍼센트|점|건|명|개소|개|회|일|시간)(?!이상|이하)")
_NEW_RATE = pattern_of(
    rf"^(?:상향폭을|증가율을|인상폭을|폭을|율을|상향률을|그|이를)?(?P<figure>{FIGURE})(?P<unit>%p?|퍼센트|점|건|명|개소|개|회|일|시간)(?P<only>만|로|으로|를|을)?"
    rf"(?:만|로|으로)?(?:낮추어|낮춰|높여|올려|줄여|하여|조정하여|축소하여|완화하여|하향하여|상향하여)?(?P<verb>{CHANGE}|적용|조정|반영|축소|완화|낮춰|함|만)[가-힣]*$"
)
_NEW_BASE = pattern_of(
    r"^(?P<base>[^.,]*?(?:평균|실적|목표|수준)(?:치|값)?(?:\([^()]*\))?)(?:을|를|으로|로)(?:그)?(?:기준|출발점|토대|바탕|기초|base)(?:으로|로|값으로)?(?:함|하였음|삼음|한다|적용|하여산정함|산정함|한다)?$"
)
_OLD_BASE = pattern_of(
    r"(?:전년도?|작년|지난해|직전연도|(?:최근|직전|과거|지난)\d개?년(?:간)?)(?:의)?(?:실적)?(?:의)?(?:평균)?(?:실적)?(?:치|값)?(?=을|를|대비|보다|에|의|기준)"
)


def _excepted(reason: Reason, found: re.Match[str], holds: bool) -> Iterator[Reading]:
    """A rule, or what its exception makes of it."""
    main, then = found["main"], found["then"]
    if OPEN.search(main + then):
        return
    if not holds:
        if reading := _main(reason, main):
            yield reading
        return
    said = ""
    rates = list(_RATE.finditer(main))
    if new := _NEW_RATE.match(then):
        if len(rates) == 1 and rates[0]["unit"] == new["unit"] and _one_way(main, new["verb"]):
            said = main[: rates[0].start()] + new["figure"] + new["unit"] + main[rates[0].end() :]
    elif new := _NEW_BASE.match(then):
        bases = list(_OLD_BASE.finditer(main))
        if len(bases) == 1:
            said = main[: bases[0].start()] + new["base"] + main[bases[0].end() :]
    if said:
        if reading := _main(reason, said):
            yield reading
    elif reading := reason.option(nominal(_END.sub("", then))):
        yield reading


_END = pattern_of(r"(?:로|으로)(?:함|한다|하였음)$")
_DOWN = pattern_of(r"하향|인하|감액|축소|감소|감축|낮|내[려리린]|줄|빼|뺀|차감")


def _one_way(main: str, verb: str) -> bool:
    """Whether a step of the exception goes the way of the rule's own; 적용, 조정 and 낮추어 tell of the rate."""
    if verb in ("적용", "조정", "반영", "함", "만", "축소", "완화", "낮춰"):
        return True
    return bool(_DOWN.search(verb)) == bool(_DOWN.search(main))


_PRINCIPLE = pattern_of(r"(?:을|를)(?:원칙|기본|기준)으로(?:하되|함|하나)?$")


def _main(reason: Reason, said: str) -> Reading | None:
    said = said.rstrip(".,;( ")
    said = _PRINCIPLE.sub("", said)
    if said.endswith("되") and not said.endswith("하되"):
        said = nominal(f"{said[:-1]}는")
    if said.endswith(("하되", "하나", "하고")):
        said = said[:-2] + "함"
    return reason.read(said)


# ── a rule that hangs on which way something else went, and the fact beside it ──

_FELL = r"감소|감액|삭감|줄|축소|하락|낮아지|낮아진|내리|감축"
_ROSE = r"증가|증액|늘|확대|상승|높아지|높아진|오르|오른|증원"
_SAME = r"동결|유지|같|동일|변동없|변동이없"
_WAY = rf"(?:(?P<fell{{0}}>{_FELL})|(?P<rose{{0}}>{_ROSE})|(?P<same{{0}}>{_SAME}))"
_WHEN = r"[가-힣]{0,3}?(?:면|(?:는|은|을|한|할|된|될)?(?:경우|때|해|시)(?:에)?(?:는|엔)?)"
_TWO = pattern_of(
    rf"(?P<of>[가-힣]{{2,12}}?)(?:이|가|은|는)?(?:전년도?|작년)?(?:보다|대비)?(?:에)?{_WAY.format(1)}{_WHEN},?(?P<then1>[^.,]*?(?:유지|동결|상향|하향|가산|\d%|수준|그대로|적용)[^.,]*?)(?:,|고,?|며,?)"
    rf"(?:(?:전년도?|작년)?(?:보다|대비)?{_WAY.format(2)}{_WHEN}|(?P<otherwise>{_ELSE})),?(?P<then2>[^.,]*)"
)
_FACT = (
    rf"(?:은|는|이|가)(?P<said>{IN}*?)(?P<way>{_FELL}|{_ROSE}|{_SAME})(?:함"
    rf"|하였음|했음|되었음|됨|됐음|었음|음|었으므로{IN}*|되어{IN}*|하여{IN}*)?$"
)
_GIVEN = pattern_of(
    rf"(?P<now>{FIGURE})(?P<unit>[가-힣%]{{1,4}}?)(?:으로|로|이며|,)(?:전년도?|작년)(?:의)?(?:\()?(?P<then>{FIGURE})(?P=unit)"
)


def _by_direction(reason: Reason) -> Iterator[Reading]:
    text = reason.text
    found = _TWO.search(text)
    if found is None:
        return
    rest = [one for one in (text[: found.start()], text[found.end() :]) if len(one) > 3]
    subject = found["of"]
    ways = [next((way for way in ("fell", "rose", "same") if found[f"{way}{n}"]), "") for n in (1, 2)]
    facts = set()
    for one in re.split(r"(?<!\d)[.]|[.](?!\d)", "".join(f"{each}." for each in rest)):
        fact = re.search(re.escape(subject) + _FACT, one)
        if fact is None:
            continue
        word = fact["way"]
        way = "fell" if re.match(_FELL, word) else "rose" if re.match(_ROSE, word) else "same"
        if (given := _GIVEN.search(one)) is not None:
            now, before = (Decimal(given[name].replace(",", "")) for name in ("now", "then"))
            if way != ("fell" if now < before else "rose" if now > before else "same"):
                return
        if OPEN.search(one):
            return
        facts.add(way)
    if len(facts) != 1:
        return
    [way] = facts
    branch = found["then1"] if way == ways[0] else found["then2"] if way == ways[1] or found["otherwise"] else ""
    if branch and (reading := reason.option(_closed(_RULE.sub("", branch)))):
        yield reading
