"""A figure of others beside the own result: the middle between them, a part of the gap, the mean of a few that are named."""

import re
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.reasons.build import infix, number
from uigwe.reasons.constructs import lexicon as words
from uigwe.reasons.constructs.rates import share_of, statistic_of
from uigwe.reasons.constructs.templates import MisfitError, Slots, construct
from uigwe.reasons.constructs.values import figures, last_of, own, same
from uigwe.reasons.known import Known

# Whose figure it is.
_WHOSE = (
    r"국가|국|회원국|선진국|OECD|EU|유럽연합|G7|G20|전국|업계|업종|동종|기관|부처|시도|지자체|지방|국제|세계|민간|타[가-힣]|상위"
    r"|선도|선두|최우수|우수|수도권|비수도권|주요|미국|일본|독일|영국|프랑스|광역|기업|병원|학교|대학|공단|공사|그룹|평균|공공|권역"
    r"|표준|기준"
)
_BENCH = rf"(?:(?:(?!{words.WHEN}|실적|목표)[가-힣A-Za-z·\d])+?)(?:인|은|는|:)?\(?(?:{words.YEAR}:?)?{words.FIGURE}\)?(?:\({words.YEAR}\))?"
_SHARE = rf"(?:절반|반|[2-9]분의[1-9]|1/[2-9]|2/3|3/4|{words.PERCENT})"
_GAP = rf"(?:격차|차이|차|갭|간극)(?:인)?(?P<gap>(?:\(?{words.FIGURE}\)?)?)(?P<own>(?:\((?:{words.OWN})?{words.WHEN}(?:실적)?:?{words.FIGURE}\))?)"
_CLOSE = r"(?:해소|축소|좁히|좁힘|좁혀|좁힌|단축|줄이|줄임|줄여|줄인|만회|개선|메우|메움|극복|따라잡|감축|추격)"
_MIDDLE = r"(?:의|을|를)?(?:산술|단순)?(?:중간|가운데|평균|절반지점|중앙)(?:값|점|치|지점|수준|선)?"
_AND = r"(?:와|과|및|,)"
_BETWEEN = r"(?:의|간|간의|사이의|와의|과의|사이)?"
_KINDS = {"bench": _BENCH, "share": _SHARE, "stat": rf"(?:단순|산술)?{words.CHOICE}(?:값|치|점수|실적)?"}
_LIST = rf"(?:[가-힣A-Za-z]{{1,8}}:?)?{words.FIGURE}(?:(?:[,·/]|와|과|및)(?:[가-힣A-Za-z]{{1,8}}:?)?{words.FIGURE})+"


def _bench(said: str, known: Known) -> Decimal:
    """The figure of others."""
    if not re.search(_WHOSE, said):
        raise MisfitError
    found = figures(re.sub(r"G\d+|상위\d+[가-힣%]{0,2}|\d+개(?:국|기관|시도|사|교)", "", said))
    if len(found) != 1:
        raise MisfitError
    return own(found[0], known)


def _middle(slots: Slots, known: Known) -> Node:
    base, worth = last_of(slots["b"], known)
    bench = _bench(slots["o"], known)
    _alike(bench, worth)
    return infix(infix(base, "+", number(bench)), "/", number(Decimal(2)))


def _alike(bench: Decimal, worth: Decimal) -> None:
    """Figures of quite another size count something else."""
    if not (bench and worth) or not Decimal("0.1") <= abs(bench / worth) <= 10:
        raise MisfitError


def _closer(slots: Slots, known: Known) -> Node:
    """The result, nearer to the others by a part of the gap."""
    said = slots.get("b") or slots["own"].strip("()") or "전년실적"
    base, worth = last_of(said, known)
    bench = _bench(slots["o"], known)
    _alike(bench, worth)
    if slots["own"] and slots.get("b"):
        raise MisfitError
    if slots["gap"] and not same(figures(slots["gap"])[0].number, abs(bench - worth)):
        raise MisfitError
    part = number(share_of(slots["s"]))
    if worth > bench:
        return infix(base, "-", infix(infix(base, "-", number(bench)), "*", part))
    return infix(base, "+", infix(infix(number(bench), "-", base), "*", part))


_COUNTED = (
    r"(?P<count>[2-9]|10|두|세|네|다섯)(?:개|곳|개소|개기관|기관|개사|사|개국|국|개시도|개교|개업체|개부처|개지역)"
)
_COUNTS = {"두": 2, "세": 3, "네": 4, "다섯": 5}


def _of_few(slots: Slots, known: Known) -> Node:
    """The mean, the most or the least of a few others that are all printed."""
    if not re.search(_WHOSE, slots["x"] + slots["count"] + slots["z"]):
        raise MisfitError
    count = _COUNTS.get(slots["count"]) or int(slots["count"])
    found = figures(slots["list"])
    if len(found) != count or len({(one.unit or found[-1].unit, one.power) for one in found}) != 1:
        raise MisfitError
    return statistic_of(slots["t"], [own(one, known) for one in found])


BENCHMARKS = (
    *construct(
        _middle,
        rf"{{o:bench}}{_AND}{{b:base}}{_MIDDLE}",
        rf"{{b:base}}{_AND}{{o:bench}}{_MIDDLE}",
        **_KINDS,
    ),
    *construct(
        _closer,
        rf"{{o:bench}}(?:와|과)의{_GAP}(?:의|중|가운데)?{{s:share}}(?:만큼)?(?:를|을)?(?:만)?{_CLOSE}",
        rf"{{o:bench}}(?:와|과){{b:base}}{_BETWEEN}{_GAP}(?:의|중|가운데)?{{s:share}}(?:만큼)?(?:를|을)?(?:만)?{_CLOSE}",
        rf"{{b:base}}(?:와|과){{o:bench}}{_BETWEEN}{_GAP}(?:의|중|가운데)?{{s:share}}(?:만큼)?(?:를|을)?(?:만)?{_CLOSE}",
        rf"{{b:base}}(?:에서|에)?{{o:bench}}(?:와|과)의{_GAP}(?:의|중|가운데)?{{s:share}}(?:만큼)?(?:를|을)?(?:만)?{_CLOSE}",
        rf"{{o:bench}}(?:와|과)의{_GAP}(?:를|을){{s:share}}(?:만큼)?(?:로)?{_CLOSE}",
        rf"{{o:bench}}(?:와|과){{b:base}}{_BETWEEN}{_GAP}(?:를|을){{s:share}}(?:만큼)?{_CLOSE}",
        rf"{{b:base}}(?:와|과){{o:bench}}{_BETWEEN}{_GAP}(?:를|을){{s:share}}(?:만큼)?{_CLOSE}",
        **_KINDS,
    ),
    *construct(
        _of_few,
        rf"{{x:other}}{_COUNTED}(?P<z>{words.OTHER})\((?P<list>{_LIST})\)(?:의|중)?(?:가장)?{{t:stat}}",
        **_KINDS,
    ),
)  # fmt: skip
