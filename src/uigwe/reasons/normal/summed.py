"""Increases that are put together before they are used: `자연증가분 1.8%p와 정책의지분 1.2%p를 합쳐`, `증가율 2%에 도전분 3%p를 더한 5%의 증가율을`.

The parts are increases of one kind, each with its name, and their sum stands in their place; a sum that is printed must be theirs. What only says of
what a rate is made (`5%는 증가율 2%와 도전분 3%p를 합한 것임`, `3.5%p 상향(증가폭 2.5%p + 도전분 1.0%p)`) goes when it comes to it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import GROUPED, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import plain

_Change = tuple[int, int, str]
_UNIT = r"(?:%p|%포인트|퍼센트포인트|포인트|%|퍼센트|건|명|점|개소|개사|개|회|호|가구|농가|억원|백만원|만원|톤|곳)"
_RUN = r"(?:’\d{2}|(?:19|20)\d{2})년?[~-](?:’?\d{2}|(?:19|20)\d{2})년?"
_WINDOW = rf"(?:(?:최근|직전|과거|지난)?\d{{1,2}}(?:개)?년(?:간|도|동안)?(?:\({_RUN}\))?(?:의)?|{_RUN}(?:의)?)?"
_GROWTH = r"(?:증가|상승|성장|향상|개선|신장|확대|순증|증감|물가상승|감소|단축)"
# A part: the growth that was, and what is put on top of it. Names may stand before them, figures not.
_GROWN = rf"{_WINDOW}(?:[가-힣·]{{0,8}}?)(?:매년|연|연간)?(?:평균|자연)?(?:적)?(?:{_GROWTH}(?:율|률|폭|분|량|치|세|효과|건수|인원|수)?|자연분|증감분)"
_WILLED = (
    r"(?:[가-힣·]{0,12}?)(?:도전|의지|노력|정책|상승|추가|가산|상향|목표|개선|확대|효과|성과|적극|신규|제고|강화|격려|가중|반영|기여|향상|증가)(?:적)?(?:인)?(?:목표치?|노력)?"
    r"(?:분|율|률|폭|몫|치|값|량|효과|상향분|가산분|상향률|가산율|상향폭|목표|노력|의지|의지분|노력분|건수|인원)?"
    r"(?:로|으로)?(?:[가-힣]{0,8}(?:위해|위하여)|(?:를|을)반영한)?"
)
_ANY = r"[가-힣·]{0,16}?"
_IS = r"(?:인|은|는|이|:|로|약)?"
_WHEN = rf"(?:\((?:{_RUN}|{_WINDOW}[^()\d%]{{0,10}})\))?"


def _part(name: str, words: str) -> str:
    return rf"(?P<{name}said>{words}){_WHEN}{_IS}\(?(?P<{name}>{GROUPED})(?P<{name}u>{_UNIT})\)?{_WHEN}"


# The same, told with its verb: `연평균 2.5%p 상승하는 추세에`.
_RISING = (
    rf"(?P<rsaid>{_WINDOW}(?:[가-힣·]{{0,8}}?)(?:매년|연평균|평균|연간|해마다)(?:약)?)"
    rf"(?P<r>{GROUPED})(?P<ru>{_UNIT})(?:씩)?(?:꾸준히|지속적으로)?(?:증가|상승|성장|향상|개선)"
    rf"(?:하는|한|해온|하고있는|하였으며|했으며|하였고|하고있으며|하고있어|하여)?(?:추세|흐름|점|것|추이|세)?"
)
_ONE, _TWO = _part("a", _GROWN), _part("b", _WILLED)
_AND = (
    r"(?:와|과|및|하고|,|·|에|에다|에다가|\+|이?며"
    r"|(?:임|이며|이고|으로|로)[.,]?(?:여기에|이에|거기에)|임[.]|를기본으로|을기본으로)?,?(?:추가로|다시|더해|더하여)?"
)
_JOIN = (
    r"(?:=|(?:를|을)?(?:각각|모두|함께|순차|차례로)?(?P<join>합친|합쳐서?|합한|합하여|합해|합산한|합산하여|합산해|합산"
    r"|더한|더하여|더해|더하고|보탠|보태어?|얹은|얹어|가산한|가산하여|가산해|추가한"
    r"|추가하여|등|합계한|반영한|반영하여|반영|적용하여|가산))"
)
_SUM = rf"(?:값인|결과인|총|합계|,|\(|=)*(?P<sum>{GROUPED})(?P<su>{_UNIT})\)?"
_TOGETHER = pattern_of(rf"{_ONE}{_AND}{_TWO}{_JOIN}(?:{_SUM})?")
# With their sum printed, the second may have any name.
_NAMED_SUM = pattern_of(rf"{_ONE}{_AND}{_part('b', _ANY)}{_JOIN}{_SUM}")
_LAST = r"(?:전년도?|작년도?|지난해|직전연?도|직전년도?|’\d{2}년도?|20\d{2}년도?)"
_BASE = pattern_of(
    rf"{_LAST}(?:의|말)?[가-힣·]{{0,12}}?(?:실적|점수|건수|인원|결과|누계|수준|율|률)?(?:치|값)?\(?(?:{GROUPED}(?:%|[가-힣]{{1,3}}?))?\)?(?:에|에다|에서|(?:을|를)(?:기준|출발점|바탕|토대)으로(?:하고|하여|하되|해)?|대비|보다),?$"
)
_BASE_BEHIND = pattern_of(rf"(?:를|을|만큼|의)?{_LAST}")
# The two parts, and behind them the base to which they are added.
_ONTO = pattern_of(
    rf"{_ONE}{_AND}{_TWO}(?:를|을)(?:각각|모두)?(?={_LAST}(?:의)?[가-힣]{{0,6}}?(?:실적|점수|수준|{GROUPED}%)(?:치|값)?(?:{GROUPED}(?:%|[가-힣]{{1,3}}?))?에(?:각각|모두)?(?:더하|더해|더한|가산|합산|반영|보태|얹))"
)
_OF_ELSE = pattern_of(r"예산|인력|정원|사업비|다른부처|다른기관|타기관|타부처")
_NO_PART = pattern_of(
    r"실적|기준|적용|뒤|다음|또는|혹은|제외|감안|고려|중에서|감소|차감|대비|보다|평균치|점수|제외|목표치?에"
)
_RATED = pattern_of(r"(?:의)?[가-힣]{0,3}(?:율|률)|만큼|상향|증가|(?:를|을)[^.]{0,3}(?:율|률)로")
_ABOUT = pattern_of(r"(?:비율|만큼|값|율|수치|폭|분|증가율|상향률)?(?:만큼)?(?:을|를)?")
_AS_MUCH = pattern_of(r"(?:비율|폭)?만큼|비율로")
_JOINS = pattern_of(r"^(?:를|을)?(?:각각|모두|함께)?")
_USES = pattern_of(r"(?:하여|해|한|함)?,?(?=가산|반영|더하|적용|상향)")
_SHARES = ("%", "퍼센트")
_POINTS = ("%p", "%포인트", "퍼센트포인트", "포인트")
_RATE_NAME = pattern_of(r"(?:율|률|성장|물가상승)$")
# What the sum is made of, told behind it: in a bracket, or in a sentence of its own.
_ONCE = _part("a", rf"(?:{_GROWN}|(?:{_WINDOW})?(?:연평균|매년|평균|자연|기존|기본)(?:증가)?)")
_MADE = pattern_of(rf"\((?:=|즉|:)*{_ONCE}{_AND}{_TWO}(?:{_JOIN})?(?:값|것)?(?:임)?\)")
_MADE_OF = pattern_of(
    rf"[.](?:여기서|이때|이)?(?P<sum>{GROUPED})(?P<su>{_UNIT})(?:는|은|란){_ONE}{_AND}{_TWO}{_JOIN}(?:것|값|수치|비율)?(?:임|이다)?[.]?$"
)
_WHICH_IS = pattern_of(rf"[.,]이는{_ONE}{_AND}{_TWO}{_JOIN}(?:것|값|수치|결과)(?:임|이다)[.]?$")
# A rate set up in a sentence of its own and then used: `5%를 증가율로 삼음. 이를 전년 실적에 적용`.
# The parts, and behind them what is done by their sum: `… 1.0%p를 더해 전년 대비 3.5%p 높은`.
_THEN_USED = pattern_of(
    rf"(?:{_ONE}|{_RISING}){_AND}{_TWO}{_JOIN},?(?={_LAST}(?:의)?[가-힣]{{0,6}}?(?:실적|점수|수준)?(?:치|값)?(?:\(?{GROUPED}(?:%|[가-힣]{{1,3}}?)\)?)?(?:대비|보다|에서|에)(?P<sum>{GROUPED})(?P<su>{_UNIT})(?:를|을)?(?:상향|높|증가|가산|늘|올|더|확대|추가))"
)
_COMPARED = pattern_of(
    rf"{_ONE}(?:보다|대비)(?P<b>{GROUPED})(?P<bu>{_UNIT})(?:더)?(?:높은|많은|상향한|큰|추가한|높인)(?P<sum>{GROUPED})(?P<su>{_UNIT})(?=를|을|만큼|의|상향|가산)"
)
_SIGNED = pattern_of(rf"\+(?:{_GROWN}|{_WILLED})\(?(?P<figure>{GROUPED}{_UNIT})\)?")
_SET_UP = pattern_of(
    rf"(?P<rate>{GROUPED}%)(?:를|을)(?P<noun>증가율|상향률|성장률|상승률|인상률)로(?:삼음|삼아|삼고|하고|하여|정함|정하고|설정함|설정하고|설정하여|함|봄)[.,]?(?:이를|이것을|이증가율을|그증가율을)?"
)
_THEN = pattern_of(
    rf"(?P<base>{_LAST}(?:의)?[가-힣]{{0,6}}?실적(?:치|값)?(?:\(?{GROUPED}(?:%|[가-힣]{{1,3}}?)\)?)?에){_WINDOW}(?:매년|연|연간)?평균{_GROWTH}(?:폭|분|량|치|건수|인원)(?:인)?\(?(?P<one>{GROUPED}{_UNIT})\)?(?P<add>를|을)"
    rf"(?:더하고|가산하고|더한뒤|더한후|가산한뒤|가산한후|더한다음|반영하고),?(?:여기에|이에|추가로|다시)?(?:{_WILLED})(?:로|으로|인)?(?:추가로)?\(?(?P<two>{GROUPED}{_UNIT})\)?(?:를|을)(?:추가로|더|추가)?(?=가산|더하|더해|더한|더함|얹|반영|추가|상향)"
)


def summed(laid: Laid, known: Known) -> Laid:
    """The reason with the sum of such increases in their place."""
    for step in (_made_of, _signed, _in_turn, _used_behind, _together, _set_up):
        if changes := sorted(step(laid)):
            laid = replaced(laid, changes)
    return laid


def _worth(said: str) -> Decimal:
    return Decimal(said.replace(",", ""))


def _total(found: re.Match[str], *, rate: bool = False) -> tuple[Decimal, str] | None:
    """What two parts come to, with its unit: points and points, a rate and points of it, so many and so many."""
    one, two = found["au"], found["bu"]
    if one in _SHARES:
        if two not in (*_SHARES, *_POINTS) or not (rate or _RATE_NAME.search(found["asaid"])):
            return None
    elif one != two and not (one in _POINTS and two in _POINTS):
        return None
    if re.search(r"감소|단축", found["asaid"]):
        return None
    return _worth(found["a"]) + _worth(found["b"]), one


def _agrees(found: re.Match[str], total: Decimal, unit: str) -> bool:
    """Whether the sum that is printed, if one is, is theirs."""
    said = found.groupdict()
    if not said.get("sum"):
        return True
    same = said["su"] == unit or (said["su"] in (*_SHARES, *_POINTS) and unit in (*_SHARES, *_POINTS))
    return same and _worth(said["sum"]) == total


def _made_of(laid: Laid) -> Iterator[_Change]:
    """What says of what the rate in front of it is made."""
    for found in _MADE.finditer(laid.text):
        total = _total(found, rate=True)
        if _OF_ELSE.search(found["asaid"]):
            continue
        if total and _told_in_front(laid.text[: found.start()], total[0]):
            yield (*found.span(), "")
    for found in _WHICH_IS.finditer(laid.text):
        total = _total(found, rate=True)
        if total and not _OF_ELSE.search(found["asaid"]) and _told_in_front(laid.text[: found.start()], total[0]):
            yield (*found.span(), "")
    for found in _MADE_OF.finditer(laid.text):
        total = _total(found)
        if total and total[0] == _worth(found["sum"]) and _told_in_front(laid.text[: found.start()], total[0]):
            yield (*found.span(), "")


def _told_in_front(text: str, total: Decimal) -> bool:
    return any(_worth(one) == total for one in re.findall(rf"(?<![\d.,’])({GROUPED}){_UNIT}", text))


def _signed(laid: Laid) -> Iterator[_Change]:
    """`전년 실적 + 연평균 증가폭 2.5%p + 노력분 1.0%p`: the amounts without their names, where each has one."""
    found = list(_SIGNED.finditer(laid.text))
    if len(found) > 1 and re.search(
        rf"{_LAST}(?:도)?(?:의)?실적(?:치|값)?\(?(?:{GROUPED}(?:%|[가-힣]{{1,3}}?))?\)?$", laid.text[: found[0].start()]
    ):
        for one in found:
            yield (*one.span(), f"+{one['figure']}")


def _used_behind(laid: Laid) -> Iterator[_Change]:
    """What tells the parts goes where their sum stands with what is done."""
    for at, gap in enumerate(laid.gap):
        if not gap and at:
            continue
        found = _THEN_USED.match(laid.text, at) or _COMPARED.match(laid.text, at)
        if found is None or _NO_PART.search(found.groupdict().get("bsaid") or ""):
            continue
        said = found.groupdict()
        one, unit = (said["a"], said["au"]) if said.get("a") else (said["r"], said["ru"])
        if (
            said["bu"] in (unit, *_POINTS)
            and said["su"].rstrip("p") == unit.rstrip("p")
            and _worth(one) + _worth(said["b"]) == _worth(said["sum"])
        ):
            yield (found.start(), found.end(), "" if "bsaid" in said else _figure(_worth(said["sum"]), said["su"]))
            return


def _in_turn(laid: Laid) -> Iterator[_Change]:
    """`연평균 증가폭 2.5%p를 더하고 도전적 목표로 3.0%p를 추가로 가산`: the amounts without their names."""
    for found in _THEN.finditer(laid.text):
        yield (found.end("base"), found.end(), f"{_added(found['one'])}더하고{_added(found['two'])}")


def _together(laid: Laid) -> Iterator[_Change]:
    """The two parts as their sum: where they begin with a word of their own, behind a base or before one."""
    for found in (*_found(laid, _TOGETHER), *_found(laid, _NAMED_SUM)):
        total = None if _in_what_order(found) else _total(found)
        if total and _agrees(found, *total) and (change := _as_sum(laid.text, found, *total)):
            yield change
            return
    for found in _found(laid, _ONTO):
        total = _total(found)
        if total:
            yield (found.start(), found.end(), _object(*total))
            return


def _found(laid: Laid, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a word begins, and the first part with it."""
    for at, gap in enumerate(laid.gap):
        if gap or not at or laid.text[at - 1] in ".,(에":
            found = pattern.match(laid.text, at)
            if found and not _NO_PART.search(found["asaid"] + found["bsaid"]) and not _behind_base(laid, found):
                yield found


def _in_what_order(found: re.Match[str]) -> bool:
    """Whether two rates may be used one upon the other: nobody says that they are added."""
    if found["sum"] or found["au"] not in _SHARES or found["bu"] not in _SHARES:
        return False
    return bool(re.match("등|반영|적용", found["join"]) or re.search("차례|순차", found[0]))


def _behind_base(laid: Laid, found: re.Match[str]) -> bool:
    """Whether a word of the name ends as a base does."""
    if _OF_ELSE.search(found["asaid"]):
        return True
    return any(laid.gap[at] and laid.text[at - 1] == "에" for at in range(found.start() + 1, found.start("a")))


def _figure(total: Decimal, unit: str) -> str:
    return f"증가율{plain(total)}%" if unit in _SHARES else f"{plain(total)}{unit}"


def _object(total: Decimal, unit: str) -> str:
    """The figure as what is added."""
    return _added(_figure(total, unit))


def _added(figure: str) -> str:
    """With the particle of what is added."""
    return figure + ("을" if figure.endswith(("건", "명", "점", "원", "톤", "곳")) else "를")


def _as_sum(text: str, found: re.Match[str], total: Decimal, unit: str) -> _Change | None:
    """What stands in the place of the parts, by what is done with them."""
    start, end = found.span()
    before, behind = text[:start], text[end:]
    bare, figure = f"{plain(total)}{unit}", _figure(total, unit)
    if found["sum"]:
        return (start, end, bare if _RATED.match(behind) else figure)
    if found["join"].endswith(("한", "친", "탠", "은")):
        if behind.startswith(("것", "값임", "결과임")):
            return None
        about = _ABOUT.match(behind)
        used = _AS_MUCH.match(behind)
        return (start, end + (about.end() if about else 0), bare if used else _object(total, unit))
    if _BASE.search(before):
        uses = _USES.match(behind)
        if uses and unit not in _SHARES and behind.startswith("반영", uses.end()):
            return (start, end + uses.end(), f"{_object(total, unit)}더하여")
        if uses:
            return (start, end + uses.end(), _object(total, unit))
        return (start, end, f"{_object(total, unit)}{'적용하여' if unit in _SHARES else _JOINS.sub('', found['join'])}")
    return (start, end, _object(total, unit)) if _BASE_BEHIND.match(behind) else None


def _set_up(laid: Laid) -> Iterator[_Change]:
    """`5%를 증가율로 삼음. 이를 전년 실적에 적용`: the rate where it is used."""
    for found in _SET_UP.finditer(laid.text):
        if not found.start() or laid.text[found.start() - 1] in ".,":
            yield (*found.span(), f"{found['noun']}{found['rate']}를")
