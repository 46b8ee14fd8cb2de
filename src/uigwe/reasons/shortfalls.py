"""What is missing to the whole, told in other words: `미이행률을 전년의 절반으로 줄이는 것을 가정한 이행률`, `100%까지 남은 간격의 4분의 1`.

All of them are the gap between a result and the whole, of which a part is closed; they are put into those words when the reason leaves
no doubt that the indicator counts what is there. Whatever is printed for the result or for what is missing must agree with the table.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from uigwe.reasons.account import bent
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import plain

_F = r"\d+(?:\.\d+)?"
_PART = rf"(?P<part>{_F}%(?!p)|절반|(?:\d{{1,2}}|[이삼사오육칠팔구십])분의(?:[1-9]|일|이|삼)|1/[2-9])"
_LESS = r"(?:줄|감축|축소|감소|낮추|낮춘|낮춰|해소|개선|달성|처리|단축|절감|충족|이행|완료|좁|보완|채우|채운|메우|메운)"
_MORE = r"(?:개선|향상|상향|더하|더한|더함|가산|해소|합산|얹|보태|반영|추가)"
_LAST = r"(?:전년도?|직전연도|직전년도|작년|지난해)"
_ROUND = r"(?:추가로|더|올해|금년에?|금년도에?|당해연도에?|매년)*"
# What the tail of such a clause may say: it sets, and nothing else.
_TAIL = r"(?P<tail>[가-힣]*)(?=$|[.,)])"
_MISSING = r"(?P<missing>(?:미[가-힣]{1,4}?|불만족|불합격|부정평가|부정응답)(?:자|기관|기업)?(?:의)?(?:비율|비중|율|률|성분|분))"
_NAME = rf"(?:(?<=[.,])|^)(?P<name>[가-힣·:]{{0,24}}?)(?:\(?(?P<there>{_F})%\)?(?:에서|의|인데|중|,)?)?"
_IN_BRACKET = rf"(?P<bracket>\((?:100%?-[가-힣]{{2,10}}(?P<shown>{_F})?%?|(?P<alone>{_F})%p?)\))?"
_OF_MISSING = rf"{_NAME}(?:{_LAST}(?:의)?실적에)?(?:{_LAST}(?:의)?)?{_MISSING}{_IN_BRACKET}(?:(?P<printed>{_F})%p?)?"
_SHRUNK = pattern_of(
    rf"{_OF_MISSING}(?:을|를|의|에서|은)?(?:(?:{_LAST}|현재)(?:의|보다|대비|말)?)?{_PART}(?P<to>을|를|만큼|씩|로|으로)?{_ROUND}(?:{_LESS}|(?<=를)(?:더하|더한|더함|가산|추가)){_TAIL}"
)
_BY_POINTS = pattern_of(rf"{_OF_MISSING}(?:을|를|에서|은)?(?P<points>{_F})%p(?:를|을|만큼|씩)?{_ROUND}{_LESS}{_TAIL}")
_TO_LEVEL = pattern_of(rf"{_OF_MISSING}(?:을|를|에서|은)?(?P<level>{_F})%(?:로|까지|수준으로){_LESS}{_TAIL}")
_REST = pattern_of(
    rf"(?:만점\()?100(?P<unit>점|%)\)?(?:만점)?에서{_LAST}(?:의)?(?:실적|점수|[가-힣]{{2,6}}(?:율|률|도))?(?:\((?P<there>{_F})(?:%|점)?\))?(?:을|를)?(?:뺀|제외한|차감한)"
    rf"(?:잔여|나머지|차이|값|남은)*(?:점수|비율|부분|분)?(?:의|중)?{_PART}(?:를|을|만큼)?(?:{_LAST}(?:실적|점수)에)?{_ROUND}{_MORE}{_TAIL}"
)
_OF_MEAN = pattern_of(
    rf"(?P<window>(?:최근|직전|과거)\d개?년(?:도)?(?:간)?(?:의)?(?:실적)?(?:의)?평균)(?:에|에는)?,?(?:그|이|해당)평균(?:과|와)(?:만점\()?100(?P<unit>점|%)\)?(?:의|간의?|사이의?)?"
    rf"(?:차이|격차|간격|차)(?:의|중)?{_PART}(?:를|을|만큼)?{_ROUND}{_MORE}{_TAIL}"
)
_TO_WHOLE = pattern_of(
    rf"(?:(?<=[.,])|^)(?P<name>[가-힣·:]{{0,24}}?)\(?100(?P<unit>%|점)\)?까지의?(?:남은|남아있는|잔여)?(?:간격|격차|여력|차이|부분|거리)(?:\(?(?P<printed>{_F})(?:%p?|점)?\)?)?"
    rf"(?:을|를|의|중|가운데)?(?:{_LAST}(?:말|실적)?(?:을|를)?기준(?:으로)?)?{_PART}(?:을|를|만큼|로|으로)?{_ROUND}{_LESS}{_TAIL}"
)
_TO_OTHERS = pattern_of(
    rf"(?P<who>[가-힣A-Z]{{2,14}}평균)(?:인|\((?:[가-힣A-Z]{{2,6}})?)?(?P<level>{_F})(?P<unit>%|점)\)?에(?:이르|도달하|근접하|맞추)(?:도록|기위해|기위하여|고자|는것을목표로하되|는것을목표로),?"
    rf"(?:현수준\((?P<there>{_F})(?:%|점)\)(?:을|를)?(?:고려하여|감안하여))?(?:{_LAST}(?:의)?실적과의|현재와의|그|이)?(?:격차|차이)(?:의|를)?{_PART}(?:을|를|만큼|로|으로)?{_ROUND}{_LESS}{_TAIL}"
)
_RATE = pattern_of(r"[가-힣](?:율|률|도)(?:은|는|:)?$")
_UNDOES = pattern_of(r"지(?:는)?(?:못|않|도)|어려|어렵|불가|검토|우려|예상|곤란|노력|지양")


def turned_round(laid: Laid, latest: Decimal | None) -> Laid:
    """The reason with what is missing turned round; `latest`: the result of the year before."""
    if latest is None or not 0 < latest < 100:
        return laid
    ways: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str, Decimal], str]], ...] = (
        (_SHRUNK, _shrunk), (_BY_POINTS, _by_points), (_TO_LEVEL, _to_level), (_REST, _gap), (_OF_MEAN, _gap), (_TO_WHOLE, _gap), (_TO_OTHERS, _gap),
    )  # fmt: skip
    for pattern, word in ways:
        found = pattern.search(laid.text)
        if found is None or _undone(found["tail"]) or not _agree(found, latest):
            continue
        if said := word(found, laid.text, latest):
            return replaced(laid, [(*found.span(), said)])
    return laid


def _undone(tail: str) -> bool:
    """Whether the clause takes back what it says."""
    return bent(tail.replace("환산", "")) or bool(_UNDOES.search(tail))


def _agree(found: re.Match[str], latest: Decimal) -> bool:
    """Whether what is printed for the result, or for what is missing, is so in the table."""
    said = found.groupdict()
    there = [Decimal(said[name]) for name in ("there", "shown") if said.get(name)]
    gone = [Decimal(said[name]) for name in ("printed", "alone") if said.get(name)]
    return all(one == latest for one in there) and all(one == 100 - latest for one in gone)


def _counts_what_is_there(found: re.Match[str], text: str) -> bool:
    """Whether the words, or the figures, say that the indicator is the part that is there."""
    said = found.groupdict()
    missing = found["missing"]
    if "100" in (said.get("bracket") or "") or (said.get("there") and _RATE.search(said.get("name") or "")):
        return True
    stem = re.sub(r"(?:자|기관|기업)?(?:의)?(?:비율|비중|율|률)$", "", missing)[1:]
    return bool(re.search(rf"(?<!미)(?<!불){re.escape(stem)}(?:율|률|도|비율)", text))


def _shrunk(found: re.Match[str], text: str, latest: Decimal) -> str:
    to_share = found["part"].endswith("%") and found["to"] in ("로", "으로")
    return "" if to_share or not _counts_what_is_there(found, text) else _closed("100%", found["part"])


def _by_points(found: re.Match[str], text: str, latest: Decimal) -> str:
    return f"전년실적에{found['points']}%p를더함" if _counts_what_is_there(found, text) else ""


def _to_level(found: re.Match[str], text: str, latest: Decimal) -> str:
    level = Decimal(found["level"])
    if not _counts_what_is_there(found, text) or not 0 <= level < 100 - latest:
        return ""
    return f"{plain(100 - level)}%달성을목표로설정"


def _gap(found: re.Match[str], text: str, latest: Decimal) -> str:
    said = found.groupdict()
    whole = f"{said.get('level') or '100'}{found['unit']}"
    return _closed(whole, found["part"], said.get("window") or "전년실적")


def _closed(whole: str, part: str, base: str = "전년실적") -> str:
    return f"{base}과{whole}의격차의{part}를해소하여설정"
