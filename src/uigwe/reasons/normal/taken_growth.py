"""A growth told and then taken up: `연평균 증가건수가 18건이므로 … 이를 더하여`, `성장률이 5.8%인 점에 착안하여 … 같은 비율만큼`.

The figure stands in the place of what takes it up, and what told it goes: `전년 실적에 18건을 더하여`. Only one figure may be told, it must be that
of a growth or a fall, and what is done must go its way. A growth between two years that is used once more is that of these years.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import GROUPED, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import plain

_Change = tuple[int, int, str]
_UNIT = r"(?:%p|%포인트|퍼센트포인트|포인트|%|퍼센트|(?:[가-힣](?<![로에의이가은는을를도와과])){1,3}?)"
_RISE = r"증가|성장|상승|신장|향상|확대|개선|순증|늘[어었은리고]|오[르른]|올[라랐려]|높[아여였]|증대"
_FALL = r"감소|하락|단축|감축|축소|줄[어었은이고]|낮[아추았]|내[려렸리]|저하"
_NOUN = r"(?:증가|성장|상승|신장|향상|확대|개선|순증|감소|하락|단축|감축|축소)(?:율|률|폭|분|량|치|세|건수|인원|점수|규모|수)?"
# A figure that is told to be a growth: `연평균 증가율이 5.8%인 점`, `(18건)`, `해마다 0.6점씩 오르는`.
_TOLD = pattern_of(
    rf"{_NOUN}(?:은|는|이|가|을|를|인)?(?:(?:산출|계산|산정|집계)한결과|구한결과|구해보면)?,?(?:해마다|매년|연평균|연간|연|평균)?(?:약|각각)?\(?(?P<one>{GROUPED})(?P<ones>{_UNIT})\)?(?=인|이|으?로|를|을|가|의|만큼|씩|였|정도|가량|수준|에|,|도)"
    rf"|(?:연평균|매년|연간|연)(?:약)?(?P<three>{GROUPED})(?P<threes>{_UNIT})(?=\))"
    rf"|(?<![\d.])(?P<two>{GROUPED})(?P<twos>{_UNIT})(?:씩|가량|정도|내외|의|안팎|을|를|이|가)*(?:꾸준히|지속적으로|계속(?:하여|해서)?|매년|연속|고르게)*(?=(?:{_RISE}|{_FALL}))"
)
_YEAR = r"(?:’\d{2}|(?:19|20)\d{2})(?:년도?|연도)?"
_LAST = rf"(?:전년도?|작년도?|지난해|직전연?도|직전년도?|{_YEAR})"
_BASE = (
    rf"{_LAST}(?:의|말|말의)?[가-힣·]{{0,10}}?(?:실적|점수|건수|인원|결과|누계|수준|금액|매출액|규모|율|률|수)?(?:치|값)?\(?(?:{GROUPED}(?:%|[가-힣]{{1,3}}?))?\)?"
    r"(?:에서|에도|에다|에|대비|보다|을기준으로|를기준으로|을토대로|를토대로|은|는)?"
)
_THAT = r"(?:이러한|그러한|이같은|이와같은|이와동일한|동일한?|똑같은|같은|이|그|해당|동|위|한해|1년|1개년|한해의)"
_WHAT = (
    r"(?:증가율|성장률|상승률|신장률|향상률|감소율|하락률"
    r"|증가폭|상승폭|감소폭|단축폭|하락폭|개선폭|증가분|상승분|감소분|증가량|감소량|증가건수|증가인원|증가치"
    r"|건수|인원|점수|비율|율|폭|수준|규모|추세|속도|수치|값|분|치|만큼)"
)
_AGAIN = r"(?:다시|한번더|한차례더|1회더|올해도|금년도?에?도|금년도|더|추가로|그대로|똑같이)*"
_UPS = (
    r"더하|더한|더함|더해|보태|보탠|보탬|얹|가산|합산|추가|늘리|늘린|늘림|늘려|늘어"
    r"|높이|높인|높임|높여|올리|올린|올림|올려|상향|증가|성장|상승|확대|향상|개선"
)
_DOWNS = r"빼|뺀|뺌|차감|줄이|줄인|줄임|줄여|낮추|낮춘|낮춤|낮춰|내리|내린|감축|단축|감소|하향|축소|삭감"
_USES = r"적용|반영|곱하|곱한"
_DOES = rf"(?P<does>{_UPS}|{_DOWNS}|{_USES})"
_HALF = r"(?:이|그)(?:의)?(?P<half>절반|2분의1)(?:수준)?(?:만큼|만|을|를)*"
_TAKES = rf"(?:{_HALF}|{_THAT}{_WHAT}(?:만큼|을|를|으로|로|씩)*|(?:이|그)를|그만큼(?:을|만)?|이만큼(?:을)?|그대로)"
_NOW = rf"(?:{_YEAR}에도|올해(?:에)?도|금년(?:에)?도|이번에도)?"
# The base in front of what takes the growth up, or behind it, or none.
_USED = (
    pattern_of(rf"(?P<base>{_BASE})(?:{_AGAIN})(?P<that>{_TAKES})(?:{_AGAIN}){_DOES}"),
    pattern_of(rf"(?P<that>{_TAKES})(?:{_AGAIN})(?P<base>{_BASE})(?:{_AGAIN}){_DOES}"),
    pattern_of(
        rf"{_NOW}(?P<that>{_TAKES}(?:{_AGAIN})(?:증가|성장|상승|늘어|감소|하락|줄어)(?:할|날|들|하는|나는|드는)것으로(?:보아|보고|예상하여|전망하여|전제하여|가정하여|가정하고),?)(?P<base>{_BASE})(?:{_AGAIN}){_DOES}"
    ),
    pattern_of(
        rf"{_NOW}(?P<that>{_THAT}(?:비율|율|증가율|성장률|상승률|폭|건수|인원|수준)(?:만큼|을|를|으로|로|씩)+)(?:{_AGAIN}){_DOES}"
    ),
)
# What stands in front must only tell of the growth.
_ELSE = pattern_of(
    r"목표|제외|가장|다른부처|다른기관|타기관|타부처|타지역|업계|유사기관|다만|이상|이하|이내|초과|미만|절반|배로|배의|가중|대신|아니|않|상반기|하반기|분기|월까지|만약|경우|최고|최저|중앙값|설정함|정함|예산|사업비"
)
_ENDS = pattern_of(
    r"(?:여|해|서|고|며|므로|바|어|아|니|면|도록|아래|하에|따라|따른|데|는데|착안|전제|보아|만큼|되|에|고려|감안|반영|참작|임|음|함|다|로|라)[,.]?$"
)
# A growth between two years, which is used once more.
_BETWEEN = pattern_of(
    rf"(?P<first>{_YEAR})(?:의|도)?(?:[가-힣]{{0,6}})?(?:(?P<from>{GROUPED})(?:%|[가-힣]{{1,3}}?)?)?(?:에서|부터|→)(?P<last>{_YEAR})(?:의|도)?(?:(?P<to>{GROUPED})(?:%|[가-힣]{{1,3}}?)?)?(?:까지|으로|로)?"
    r"(?:증가|성장|상승|늘어나?|확대|감소|변화|높아지)?(?:하는|한|된|되는|나는|난|지는|진)?(?:동안|기간|사이)?(?:간)?(?:의)?(?=(?:연평균|CAGR|복합))"
)
_COMPOUND = pattern_of(r"CAGR|연평균(?:복합)?(?:증가율|성장률|상승률)|복합성장률")
_GOAL = pattern_of(
    r"(?:올해(?:에)?도|금년(?:에)?도)?(?:같은|동일한?)(?:폭|비율|수준)의(?:상승|증가|성장|향상|개선)(?:을|를)목표로(?:하여)?,?$"
)
_ONCE_MORE = pattern_of(r"(?<=[에을를)])(?:한번더|한차례더|1회더|한해더|다시한번|한번다시|다시)(?=적용|반영|곱)")
_TWICE = pattern_of(
    rf"(?P<gone>(?:{_YEAR}?[~-]{_YEAR}|(?:최근|직전|과거)?\d개?년(?:간)?)?(?:의)?(?:연평균|평균)?(?:증가율|성장률|상승률|감소율)\(?(?P<one>{GROUPED})%\)?(?:를|을)?(?:적용|반영)?(?:하여|해|한|,)*)"
    rf"(?={_LAST}(?:의)?(?:실적|수준)?(?:보다|대비|에서)(?P=one)%(?:를|을)?(?:확대|상향|증가|성장|높|늘|상승|올|감소|하향|줄|낮))"
)
_AGAIN_SAID = pattern_of(
    rf"(?P<base>{_LAST}(?:의|말)?[가-힣]{{0,8}}?(?:실적|점수|건수|인원|수준)?(?:치|값)?\(?(?:{GROUPED}(?:%|[가-힣]{{1,3}}?))?\)?(?:에서|에|대비|보다))(?<!\d)(?P<figure>{GROUPED})(?P<unit>%p|%|[가-힣]{{1,3}}?)(?:를|을|만큼|씩)?(?:{_AGAIN})(?P<does>{_UPS}|{_DOWNS}|높은|많은|오른)"
)


@dataclass(frozen=True, slots=True)
class _Growth:
    """What is told: so much, in what, and which way."""

    figure: str
    unit: str
    falls: bool


def taken_growth(laid: Laid, known: Known) -> Laid:
    """The reason with the growth that it tells in the place of what takes it up."""
    for step in (_between, _once_more, _twice, _taken, _same):
        if changes := sorted(step(laid, known)):
            laid = replaced(laid, changes)
    return laid


def _between(laid: Laid, known: Known) -> Iterator[_Change]:
    """`’19년 4.8에서 ’23년 5.8로 증가하는 동안의 연평균증가율을 … 한 번 더 적용`: that of the years named."""
    found = _BETWEEN.search(laid.text)
    if found is None:
        return
    for name, at in (("first", "from"), ("last", "to")):
        if found[at] and not _is_result(found[name], found[at], known):
            return
    yield (found.start(), found.end(), f"’{_short(found['first'])}~’{_short(found['last'])}년")


def _once_more(laid: Laid, known: Known) -> Iterator[_Change]:
    """A compound growth that is applied `한 번 더` is applied once."""
    compound = _COMPOUND.search(laid.text)
    if compound:
        for again in _ONCE_MORE.finditer(laid.text, compound.end()):
            yield (*again.span(), "")


def _short(said: str) -> str:
    return re.sub(r"\D", "", said)[-2:]


def _is_result(year: str, figure: str, known: Known) -> bool:
    cell = known.actuals.get(2000 + int(_short(year)))
    return cell is not None and cell.value == Decimal(figure.replace(",", ""))


def _twice(laid: Laid, known: Known) -> Iterator[_Change]:
    """`연평균 증가율 4% 적용, 전년보다 4% 확대`: one rate, said twice."""
    for found in _TWICE.finditer(laid.text):
        yield (found.start("gone"), found.end("gone"), "")


def _same(laid: Laid, known: Known) -> Iterator[_Change]:
    """`연평균 10%씩 성장해 온 만큼 전년 실적보다 10% 늘어난`: what tells it goes where the same stands again."""
    for found in _AGAIN_SAID.finditer(laid.text):
        goal = _GOAL.search(laid.text[: found.start()])
        growth = _told(laid, goal.start() if goal else found.start(), known)
        if growth and (growth.figure, growth.unit) == (found["figure"], found["unit"]) and _past(found["base"], known):
            if growth.falls == bool(re.fullmatch(_DOWNS, found["does"])):
                yield (0, found.start(), "")
            return


def _taken(laid: Laid, known: Known) -> Iterator[_Change]:
    """What tells the growth goes, and its figure stands where it is used."""
    for pattern in _USED:
        for used in pattern.finditer(laid.text):
            groups = used.groupdict()
            start = used.start()
            growth = _told(laid, start, known)
            base = groups.get("base", "")
            if growth is None or _of_another_kind(growth, base) or not _past(base, known):
                continue
            if "base" not in groups and not _last_growth(growth, known):
                continue
            word = _figure(_halved(growth) if groups.get("half") else growth, used["that"], used["does"])
            if not word:
                continue
            yield (0, start, "")
            if "base" not in groups:
                yield (*used.span("that"), f"전년실적에서{word}")
            elif groups["base"].endswith(("은", "는")):
                yield (used.end("base") - 1, used.end("base"), "에")
                yield (*used.span("that"), word)
            else:
                yield (*used.span("that"), word)
            return


def _last_growth(growth: _Growth, known: Known) -> bool:
    """Whether the last result lies so much above or below the one before it, exactly: only then may the base go without saying."""
    one, other = (known.actuals.get(known.year - back) for back in (2, 1))
    if one is None or other is None or not one.value or other.value is None:
        return False
    figure = Decimal(growth.figure.replace(",", "")) * (-1 if growth.falls else 1)
    change = other.value - one.value
    return change == figure or change * 100 == one.value * figure


def _halved(growth: _Growth) -> _Growth:
    figure = Decimal(growth.figure.replace(",", "")) / 2
    return replace(growth, figure=plain(figure))


def _of_another_kind(growth: _Growth, base: str) -> bool:
    """Whether an amount is told in another unit than the base that it would be added to."""
    printed = re.search(
        rf"(?<![’\d])(?:{GROUPED})(?P<unit>%|[가-힣]{{1,3}}?)\)?(?:에서|에도|에다|에|대비|보다|을|를|은|는)?",
        _dateless(base),
    )
    share = growth.unit.startswith(("%", "퍼센트", "포인트"))
    return printed is not None and not share and printed["unit"] != growth.unit


def _past(base: str, known: Known) -> bool:
    """Whether the base is of a year before the target's."""
    return all(2000 + int(_short(one)) < known.year for one in re.findall(_YEAR, base))


def _dateless(said: str) -> str:
    return re.sub(_YEAR, "", said)


def _told(laid: Laid, end: int, known: Known) -> _Growth | None:
    """The one growth that the words in front tell, when they tell nothing else."""
    said = laid.text[:end]
    if not said or _ELSE.search(said) or not _ENDS.search(said):
        return None
    found = list(_TOLD.finditer(said))
    if len(found) != 1:
        return None
    [told] = found
    if told["two"] and said[: told.start()].endswith(("을", "를")):
        # So much of something else.
        return None
    figure, unit = next((told[one], told[f"{one}s"]) for one in ("one", "two", "three") if told[one])
    rest = said[: told.start()] + "|" + said[told.end() :]
    if not _only_dated(rest, known):
        return None
    if told["one"] and re.match(r"[가-힣]+(?:율|률)", told[0]) and not unit.startswith(("%", "퍼센트")):
        return None
    way = said if told["three"] else told[0] if told["one"] else said[told.start() : told.end() + 4]
    falls = bool(re.search(_FALL, way))
    if falls and re.search(_RISE, way):
        return None
    return _Growth(figure, unit, falls)


def _only_dated(rest: str, known: Known) -> bool:
    """Whether every other figure is a year, a window of years, or a result of the table beside its year."""
    for found in re.finditer(
        rf"(?P<year>{_YEAR})(?:의|도)?[가-힣]{{0,6}}?(?P<figure>{GROUPED})(?:%|[가-힣]{{1,3}}?)(?=에서|으?로|이|가|,|→)",
        rest,
    ):
        if _is_result(found["year"], found["figure"], known):
            rest = rest.replace(found[0], "")
    rest = re.sub(rf"{_YEAR}|\d{{1,2}}(?:개)?(?:년|해|차례|개월)(?:간|도|연속|동안)?", "", rest)
    return not re.search(r"\d", rest)


def _figure(growth: _Growth, that: str, does: str) -> str:
    """The figure in the place of what takes it up; nothing where the two go different ways."""
    up, down = re.fullmatch(_UPS, does), re.fullmatch(_DOWNS, does)
    if (growth.falls and up) or (not growth.falls and down):
        return ""
    if (re.search(_FALL, that) and not growth.falls) or (re.search(r"증가|성장|상승|신장|향상", that) and growth.falls):
        return ""
    rate = growth.unit in ("%", "퍼센트")
    if not rate and re.search(r"율|률", that.replace("비율", "")):
        return ""
    said = f"{growth.figure}{growth.unit}"
    if re.fullmatch(_USES, does):
        noun = ("감소율" if growth.falls else "증가율") if rate else ("감소분" if growth.falls else "증가분")
        return f"{noun}{said}를"
    return said + ("를" if rate or not growth.unit.endswith(("건", "점", "명")) else "을")
