"""A budget, staff or another means that shrinks or grows, and the result that goes with it: `예산이 25% 줄었다. 전년 실적에서 같은 비율만큼 낮춘 값`.

The rate stands where it is taken up (`전년 실적 대비 25% 낮춘 값`); what tells it goes, and so does a clause that only says whose rate a printed step
is. A change that is merely taken into account, with nothing that takes it up, stays as it is.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.stretches import stretches
from uigwe.reasons.patterns import GROUPED, pattern_of
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_MEANS = (
    r"[가-힣·]{0,14}?(?:예산|사업비|국비|지방비|보조금|출연금|출자금|출자액|재원|인력|정원|기금|융자금|융자규모|"
    r"지원금|지원액|지원규모|투자액|보증재원|국고보조|공급물량|배정물량)(?:액|규모|금)?"
)
_FALLS = r"감액|삭감|감소|축소|감축|하락|줄[어었은인]|깎|인하|절감|감원"
_RISES = r"증액|증가|확대|늘[어었린려]|인상|증원|상승"
_NOUN = r"(?:율|률|비율|폭|분|률분)"
_RATE = rf"\(?(?:전년대비)?(?:약)?[-+]?(?P<rate>{GROUPED})%(?!p)\)?"
# `예산이 1,000억원에서 750억원으로 25% 줄었다`, `예산 감액(△25%)`: what is told of the means.
_TOLD = pattern_of(
    rf"{_MEANS}(?:이|가|은|는|도|을|를|의|:)?(?P<between>[^.%]{{0,60}}?){_RATE}(?:나|가량|정도|이상)?(?:의|"
    rf"가)?(?:대폭|크게|추가로)?(?P<way>{_FALLS}|{_RISES})"
    rf"|{_MEANS}(?:이|가|의)?(?P<way2>감액|삭감|감소|축소|감축|증액|증가|확대|증원|인상){_NOUN}?(?:은|이|인|"
    rf":)?\(?(?:전년대비)?(?:약)?[-+]?(?P<rate2>{GROUPED})%(?!p)\)?"
)
_YEAR = r"(?:’\d{2}|20\d{2})년(?:도)?(?:말)?"
_LAST = r"(?:전년도?|작년도?|지난해|직전연?도|직전년도)(?:말)?(?:의)?"
_BASE = (
    rf"(?:(?:{_YEAR}|{_LAST})(?:의)?[가-힣]{{0,8}}?(?:실적(?:치|값)?|건수|인원|점수|성과|결과|조성액|규모)|"
    rf"(?:(?:최근|직전|과거|지난)?\d개?년(?:간)?(?:의)?(?:실적)?(?:의)?평균(?:치|값|실적)?))"
    rf"(?:\((?:약)?{GROUPED}(?:%|[가-힣]{{1,3}})\))?"
)
_AGAIN = r"(?:그대로|똑같이|동일하게|모두|도)*"
_THAT = (
    r"(?:같은|똑같은|동일한?|동|이|그|해당|위)(?:비율|감액률|감액율|감액비율|삭감률|삭감율|삭감비율|감소율|감소비율|"
    r"감축률|축소율|증액률|증가율|증액비율|인상률|율|률|폭|비중|수준)(?:만큼|으로|로|을|를|만)*"
)
_TAKES = rf"(?P<that>{_THAT}|동률로|동률만큼|그만큼|이만큼|같은정도로)"
_DOES = (
    r"(?P<use>적용|반영)|(?P<down>낮[추춰춘]|줄[이여인]|내[려리린]|감축|축소|하향|감액|감소|차감|빼|뺀|깎)|"
    r"(?P<up>높[이여인]|늘[리려린]|올[려리린]|확대|상향|증액|증가|가산|더[하한해])"
)
_USED = (
    pattern_of(rf"(?P<base>{_BASE})(?:을|를|에서|에다|에|보다|대비|도|의)?{_AGAIN}{_TAKES}{_AGAIN}(?:{_DOES})"),
    pattern_of(rf"{_TAKES}{_AGAIN}(?P<base>{_BASE})(?:을|를|에서|에|보다|대비|도)?{_AGAIN}(?:{_DOES})"),
)
# `예산 감액률(△15%)과 같은 비율로 전년도 실적을 줄여`.
_LIKE = pattern_of(
    rf"{_MEANS}(?:의)?(?P<way>감액|삭감|감소|축소|감축|증액|증가|확대|증원|인상)(?:된)?{_NOUN}?(?:인)?{_RATE}(?:과|"
    rf"와|에)?(?:같은|똑같은|동일한|동일하게|비례하여|맞추어|맞춰)?(?:비율|폭|수준|률|율)?(?:로|으로|만큼)?(?:을|를)?"
    rf"(?P<base>{_BASE})(?:을|를|에서|에|보다|대비|도)?{_AGAIN}(?:{_DOES})"
)
_NAMED = pattern_of(
    rf"(?<=1[-+])(?P<name>{_MEANS}(?:의)?(?:감액|삭감|감소|축소|감축|증액|증가|증원|인상)(?:된)?{_NOUN}?)\(?(?={GROUPED}%\)?\))"
)
_LEAD = pattern_of(
    rf"^(?P<all>[^.,]{{0,20}}?{_MEANS}(?:이|가|은|는|도|을|를|의)?[^.%]{{0,40}}?{_RATE}(?:의)?(?P<way>{_FALLS}|"
    rf"{_RISES})[^.,\d]{{0,12}}?(?:에맞추어|에맞춰|맞추어|맞춰|에따라|데따라|에비례하여|에상응하여|에대응하여|만큼|"
    rf"데맞춰|데맞추어),?(?:목표(?:치)?(?:도|는|를))?)(?=(?:전년|작년|지난해|직전|최근|’|20|[가-힣]{{0,12}}목표(?:도|"
    rf"는)).*\d)"
)
_SHARE = pattern_of(rf"의(?P<share>{GROUPED})%")
_OWN = pattern_of(r"실적|목표(?!도)|평균")


def with_means(laid: Laid, known: Known) -> Laid:
    """The reason with the change of the means where the result takes it up."""
    del known
    for step in (_named, _explained, _like, _taken):
        if changes := list(step(laid)):
            laid = replaced(laid, changes)
    return laid


def _named(laid: Laid) -> Iterator[_Change]:
    """`(1 - 예산 감액률 25%)`."""
    for found in _NAMED.finditer(laid.text):
        yield (*found.span("name"), "")
        return


def _explained(laid: Laid) -> Iterator[_Change]:
    """What only says whose rate a step is that is printed anyway."""
    lead = _LEAD.match(laid.text)
    if lead and _steps(laid.text[lead.end() :], lead["rate"], falls=_is_fall(lead["way"])):
        yield (*lead.span("all"), "")
        return
    for one in stretches(laid):
        told = list(_TOLD.finditer(one.said))
        rest = laid.text[: one.start] + one.word + laid.text[one.end :]
        if len(told) == 1 and one.said.count("%") == 1 and not _OWN.search(one.said):
            rate, way = told[0]["rate"] or told[0]["rate2"], told[0]["way"] or told[0]["way2"]
            if _steps(rest, rate, falls=_is_fall(way)) and not re.search(r"추가|더하|가산|절반|일부|만반영", one.said):
                yield one.change
                return


def _steps(text: str, rate: str, *, falls: bool) -> bool:
    """Whether the same rate is a step of what is left: `25% 하향`, `× (1-25%)`, `의 75%`."""
    signed = rf"(?<![\d.]){re.escape(rate)}%"
    verbs = r"낮|줄|내[려리린]|감|축소|하향|차감|빼|뺀|깎" if falls else r"높|늘|올|확대|상향|증|가산|더"
    if re.search(rf"{signed}(?:를|을|만큼|의)?(?:{verbs})|1[-+]{signed}", text):
        return True
    whole = Decimal(100) + (-1 if falls else 1) * Decimal(rate.replace(",", ""))
    return any(Decimal(one["share"].replace(",", "")) == whole for one in _SHARE.finditer(text)) or bool(
        re.search(rf"[×*]{whole}%", text)
    )


def _like(laid: Laid) -> Iterator[_Change]:
    found = _LIKE.search(laid.text)
    if found:
        yield from _in_one(found, found["rate"], falls=_is_fall(found["way"]))


def _taken(laid: Laid) -> Iterator[_Change]:
    for pattern in _USED:
        for used in pattern.finditer(laid.text):
            told = list(_TOLD.finditer(laid.text, 0, used.start()))
            if len(told) != 1 or laid.text.count("%", 0, used.start()) != 1:
                continue
            if _OWN.search(laid.text, 0, used.start()):
                continue
            rate, way = told[0]["rate"] or told[0]["rate2"], told[0]["way"] or told[0]["way2"]
            for _, end, word in _in_one(used, rate, falls=_is_fall(way)):
                yield (0, end, word)
                return


def _in_one(found: re.Match[str], rate: str, *, falls: bool) -> Iterator[_Change]:
    """`전년 실적 대비 25% 하향`, where the verb goes the same way."""
    if (falls and found["up"]) or (not falls and found["down"]):
        return
    verb = ("하향" if falls else "상향") if found["use"] else found["down"] or found["up"]
    yield (found.start(), found.end(), f"{found['base']}대비{rate}%{verb}")


def _is_fall(way: str) -> bool:
    return bool(re.match(_FALLS, way))
