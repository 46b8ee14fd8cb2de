"""A printed series, year by year, of which the mean is taken: `연도별 증가율(’23: 2.3%, ’24: 3.1%, ’25: 3.4%)의 평균을 전년 실적에 적용`.

The figures are those of the years that stand before them. Their mean is the target, is added to a result, or a result grows by it; a mean printed
beside them must be theirs.
"""

import re
from decimal import Decimal

from uigwe.formulas.tree import Node, Past, Suffix
from uigwe.reasons.build import WHOLE, call, infix, number, signed
from uigwe.reasons.known import Known, near
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.patterns import GROUPED, NUMERAL, pattern_of
from uigwe.reasons.tokens import Token

_F = rf"-?{GROUPED}"
_UNIT = r"(?:%p|%|점|건|명|개소|개|회|천명|만명|억원|톤)?"
_ONE = rf"\(?’(?:\d{{2}}|\d{{4}})년?(?:도)?\)?:?(?P<f>{_F})(?P<u>{_UNIT})"
_PAIR = pattern_of(_ONE)
_PLAIN = re.sub(r"\?P<[fu]>", "", _ONE)
_SERIES = pattern_of(rf"\(?(?P<list>{_PLAIN}(?:(?:→|,|/|·|~)*{_PLAIN}){{1,9}})\)?")
_CHANGES = r"(?:증가|감소|상승|하락|성장|향상|개선|신장|단축|감축)(?:률|율|폭|분|량|건수|인원)?"
# What is taken of the series, with what that comes to.
_MEAN = pattern_of(
    rf"(?P<what>(?:{_CHANGES})?)(?:\(%p?\)|\(건\))?(?:은|는|을|를)?§?(?:로|으로)?(?:등락이심하여|변동이커|변동폭이커서?|편차가커서?)?,?(?:\d{{1,2}}개?년(?:간)?)?(?:의)?"
    rf"(?:{_CHANGES})?(?:의)?(?:을|를)?(?:단순|산술)?평균(?:값|치)?(?:하여|한|인|은|이|을|를|만큼|\(|로|으로|:)*(?P<printed>{_F})?(?P<unit>{_UNIT})\)?"
)
_BASE = rf"(?:전년도?|작년|지난해|직전연?도|’(?P<year>\d{{2}})년?)(?:도)?(?:의)?(?:실적|점수|결과)(?:치|값)?(?P<named>{NUMERAL})?[가-힣%]{{0,2}}?"
_GROWS = pattern_of(rf"(?:을|를|만큼)?{_BASE}(?:에|에서)(?:그대로)?(?:적용|반영|곱하여늘|곱해늘|성장|증가시|늘)")
_ADDS = pattern_of(rf"(?:을|를|만큼)?{_BASE}(?:에|에다)(?:합산|가산|더하|더한|더해|더함|추가|보태|얹)")
_IS = pattern_of(
    r"(?:을|를|로|으로)?(?:올해|금년)?(?:목표(?:치|값)?(?:로|를|으로)?)?(?:설정|정함|정하|산정|산출|함|하였|한다|제시|책정|삼음)"
    r"|^(?:을|를|으로|로)?목표"
)
_ELSE = pattern_of(
    r"대비(?!증가)|보다|제외|가중|이내|상향|하향|추가로|기하|중앙|최고|최저|각각|또는|경우|다만|않|목표였|예산|"
    r"전망|절반|배를|배로|반올림"
)


def series_mean(laid: Laid, tokens: list[Token], known: Known) -> Made | None:
    """The target that follows from the mean of a printed series."""
    found = [one for one in _SERIES.finditer(laid.text) if len(_PAIR.findall(one["list"])) >= 2]
    if len(found) != 1:
        return None
    pairs = [(one["f"], one["u"]) for one in _PAIR.finditer(found[0]["list"])]
    units = {unit for _, unit in pairs if unit}
    if len(units) > 1:
        return None
    before, behind = laid.text[: found[0].start()], laid.text[found[0].end() :]
    unit = next(iter(units), "%" if "(%)" in laid.text else "")
    rest = f"{before}§{behind}"
    taken = _taken(rest)
    if taken is None or _ELSE.search(rest):
        return None
    figures = [Decimal(one.replace(",", "")) for one, _ in pairs]
    mean = call("mean", *(number(one) for one in figures))
    value = known.value(mean)
    printed = taken["printed"]
    if value is None or (
        printed and not near(value, Decimal(printed.replace(",", "")), len(printed.partition(".")[2]))
    ):
        return None
    node = _target(rest[taken.end() :], rest[: taken.start()], mean, unit, known)
    return Made(node) if node is not None and known.value(node) is not None else None


def _taken(rest: str) -> re.Match[str] | None:
    """Where the mean of the series is taken: behind it, or in the sentence before it."""
    found = [one for one in _MEAN.finditer(rest) if "평균" in one[0]]
    return found[0] if len(found) == 1 else None


def _target(behind: str, before: str, mean: Node, unit: str, known: Known) -> Node | None:
    """What becomes of the mean: the target itself, so much on top, or a growth by it."""
    said = behind.partition("§")[0]
    if re.search(r"\d", re.sub(r"’\d{2}년?", "", _GROWS.sub("", _ADDS.sub("", said)))):
        return None
    if grows := _GROWS.match(said):
        base = _base(grows, known)
        rate = infix(mean, "*", number(Decimal(1), Suffix.RATIO)) if unit == "%" else None
        return infix(base, "*", signed(WHOLE, 1, rate)) if base is not None and rate is not None else None
    if adds := _ADDS.match(said):
        base = _base(adds, known)
        return signed(base, 1, mean) if base is not None and unit != "%" else None
    return mean if _IS.match(said.lstrip(".")) and "전년" not in said and "실적" not in said else None


def _base(found: re.Match[str], known: Known) -> Node | None:
    """The result that grows: of the year before, as the table has it."""
    year = 2000 + int(found["year"]) if found["year"] else known.year - 1
    if year != known.year - 1:
        return None
    cell = known.actuals.get(year)
    named = found["named"]
    if named and (cell is None or cell.value != Decimal(named.replace(",", ""))):
        return None
    return Past(kind="last")
