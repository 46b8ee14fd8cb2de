"""A step that applies to a share only, or of which a share is left for later: `물량의 60%인 수도권만 5% 늘리고 나머지는 그대로 둠`."""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.decided.reason import FIGURE, IN, Reason, number
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Reading
from uigwe.values import plain

_S = r"(?P<share>\d{1,2}(?:\.\d+)?)%"
_GROW = r"(?:늘[리려린림]|상향|확대|증액|올[리려린림]|높[이여인임]|인상|가산|증가|증원)"
_FALL = r"(?:줄[이여인임]|하향|축소|감액|낮[추춰춘춤]|내[리려린림]|감축|감소|삭감)"
_KEPT = r"(?:그대로|동결|유지|전년수준|전년과(?:같|동일)|현행|변동없|손대지|제자리)"
# Of the whole so many per cent are one part, and only that part moves.
_PART_MOVES = pattern_of(
    rf"(?:(?:전체)?(?:전년)?[가-힣]{{1,8}}?(?:의|에서|중)?)?{_S}(?:를|을)?(?:차지하는|점하는|에해당하는|인|을맡은|를맡은|을담당하는|를담당하는|의비중인|비중의|에달하는)[^.,\d%]{{1,16}}?(?P<only>만|에대해서만|에대하여만|에한하여|에한해|에만|은|는|을|를)"
    rf"(?:전년)?(?:도)?(?:실적)?(?:물량)?(?:대비|보다|에서)?(?P<rate>{FIGURE})%(?:를|을)?(?:더)?(?:(?P<up>{_GROW})|(?P<down>{_FALL}))[가-힣]{{0,4}},?"
    rf"나머지(?:\(?(?P<rest>\d{{1,2}}(?:\.\d+)?)%\)?)?[^.\d]{{0,20}}?{_KEPT}[^.\d]*[.]?$"
)
# `광역시(전체의 60%) 물량은 5% 늘리고 군 지역(40%)은 전년 수준 유지`.
_TWO_PARTS = pattern_of(
    rf"(?:^|(?<=[.,]))[^.,()\d]{{1,14}}\((?:[^()\d]{{0,6}}(?:의|비중|비율|점유율)?:?)?{_S}\)[가-힣]{{0,6}}?(?:은|는|만|을|를)(?:전년)?(?:도)?(?:실적)?(?:대비|보다)?(?P<rate>{FIGURE})%(?:를)?(?:(?P<up>{_GROW})|(?P<down>{_FALL}))[가-힣]{{0,4}},?"
    rf"[^.,()\d]{{1,14}}\((?:[^()\d]{{0,6}}(?:의|비중|비율|점유율)?:?)?(?P<rest>\d{{1,2}}(?:\.\d+)?)%\)[^.\d]{{0,16}}?{_KEPT}[^.\d]*[.]?$"
)
# Of what is added a share is carried over.
_SOME_LATER = pattern_of(
    rf"(?P<main>{IN}*?(?:(?P<times>두배|2배|세배|3배)(?:로|까지)?|(?P<rate>{FIGURE})%(?:를|을)?)(?:더)?(?P<verb>{_GROW})[가-힣]{{0,3}}?(?:되|하되|나|으나|지만),?)"
    rf"(?:늘어나는|늘어난|추가되는|추가|증가하는|증가|늘릴|더하는|확대되는|확대|신규|상향되는)(?:물량|분|몫|건수|인원|부분|규모|분량|예산|금액|수|사업량|면적|폭)*(?:의|중|가운데)?(?P<share>\d{{1,2}}(?:\.\d+)?%|절반|\d/\d)(?P<what>{IN}*)[.]?$"
)
# Half of a year that is open, of a result of the whole.
_HALF_YEAR = pattern_of(
    r"(?:반년|6개월|여섯달|절반의기간|상반기|하반기)(?:간|동안)?만?[^.\d]{0,20}?(?:므로|여|어서|아서|여서|기에|점을감안하여|점을고려하여),?(?P<base>(?:전년도?|작년|지난해)(?:의)?(?:연간|한해|1년치|1년)?(?:의)?실적(?:치|값)?)의(?:1/2|절반|반|50%|6/12|2분의1)(?:을|를|만|만을|로|으로|에해당하는)?[^.\d]{0,16}?(?:적용|반영|설정|산정|목표|함|잡음|책정)[가-힣]*[.]?$"
)
# What is left to a hundred of the target of the other part.
_REST = pattern_of(
    rf"목표(?:치|값)?(?:가|는|를|인)?(?P<other>{FIGURE})%(?:이므로|이니|이라|로잡혀|로정해져|로설정되어|로설정하였으므로|로정하였으므로|인바|이며|이고)[^.\d]*?(?:본|이|당해|동|우리)(?:지표|항목)[^.\d]*?(?:나머지|잔여(?:분|비율)?|여집합|뺀나머지)(?:로|임|를|비율|인|값)[^.\d]*[.]?$"
)
_OUT = pattern_of(r"제외|이월|빼|뺌|뺀|미루|미룸|차감|덜|넘[김기겨]|유보|배제")
_IN = pattern_of(r"만[^.]{0,12}(?:반영|적용|인정|포함|산입|더함|계상)")
_TIMES = {"두배": 2, "2배": 2, "세배": 3, "3배": 3}
_BASED = pattern_of(r"(?:전년도?|작년|지난해|직전연?도?)(?:의)?(?:실적|물량)?(?:대비|보다|의|을|를|에서|에비해)")


def shared(reason: Reason) -> Iterator[Reading]:
    """A step of a share."""
    text = reason.text
    if found := _PART_MOVES.search(text) or _TWO_PARTS.search(text):
        share, rest = number(found["share"]), found["rest"]
        if rest is not None and share + number(rest) != 100:
            return
        factor = 1 + number(found["rate"]) / (100 if found["up"] else -100)
        said = f"전년실적×{plain(share)}%×{plain(factor)}+전년실적×{plain(100 - share)}%"
        if reading := reason.read(said):
            yield reason.made(reading.basis, reading)
        return
    if found := _HALF_YEAR.search(text):
        if reading := reason.read("전년실적의50%"):
            yield reason.made(reading.basis, reading)
        return
    if found := _REST.search(text):
        rest = 100 - number(found["other"])
        if rest > 0 and (reading := reason.read(f"{plain(rest)}%를목표로설정")):
            yield reason.made(f"100 - {found['other']}", reading)
        return
    found = _SOME_LATER.search(text)
    if found is None or not _BASED.search(found["main"]) or "평균" in found["main"]:
        return
    rate = number(found["rate"]) if found["rate"] else (_TIMES[found["times"]] - 1) * number("100")
    share = number(found["share"].rstrip("%")) if found["share"].endswith("%") else _part(found["share"])
    if _OUT.search(found["what"]) and not _IN.search(found["what"]):
        share = 100 - share
    elif not _IN.search(found["what"]):
        return
    if reading := reason.read(f"전년실적+전년실적×{plain(rate)}%×{plain(share)}%"):
        yield reason.made(reading.basis, reading)


def _part(said: str) -> Decimal:
    """`절반`, `1/4` in per cent."""
    if said == "절반":
        return number("50")
    above, below = said.split("/")
    return number(above) * 100 / number(below)
