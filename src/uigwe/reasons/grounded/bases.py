"""What a figure or a name stands for that a step begins from: an own result or mean, a target, or a figure of something else."""

import re
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Past
from uigwe.reasons.account import bent
from uigwe.reasons.build import call, number, years_node
from uigwe.reasons.constructs.templates import MisfitError
from uigwe.reasons.constructs.values import Figure, own
from uigwe.reasons.grounded.split import MARK, Mean
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_WHOSE = pattern_of(
    r"전국|OECD|EU|선진국|주요국|회원국|통계|패널|조사|국세청|유사|동종|업계|업종|타(?:기관|부처|시·?도|지자체|지역)|다른|민간|금융권|은행권|법정|국내|세계|국제|국가"
    r"|공공기관|대기업|중소기업|일반|전체|전산업|광역|기초지자체|해외|평균임금"
)
# Whose results no table of ours has, when they are not printed.
_NOT_OURS = pattern_of(
    r"타(?:기관|부처|시·?도|지자체|지역)|다른|유사|동종|업계|업종|전국|전체|해외|OECD|EU|선진국|주요국|민간|국내|세계|통계청|예산|사업비|인력(?!양성)|정원|물가|경제|목표|신청|월평균|분기|반기|대비|경쟁|상대|비교|(?:증가|감소|상승|하락|성장|변동)(?:율|률|폭|분)|달성[률도]|실적에|평균에"
)
# What calculates, bounds or parts: no name holds it.
_NO_NAME = pattern_of(
    r"보다|대비(?!(?:[가-힣]{0,6})[율률])|에서(?!의|도|는|나온|나타|확인|조사|집계|파악|발표|운영|시행|받|지원|공표|산출된)|더하|더한|빼고|뺀|곱하|곱한|나누|나눈|제외|(?<![융연복통종결])합산(?!업)|합계|합한|합하|상향|하향"
    r"|증가(?![율률폭인]|기업|농)|감소(?![율률폭])|추가|차감|가산|절반|최고|최저|최대|최소|중앙값|중간|편차|기하|가중|누적(?!성공|복귀|이행|[율률])|[×÷+*/=:→]|[.](?!$)|이하|이상|미만|초과|또는|혹은|각각|않|못"
)
_OVER = pattern_of(r"상위(?=지표|사업|과제|기관)")
_LAST = pattern_of(r"(?<!전)전년|작년|지난해|직전연도|직전년도|직전해|전연도")
_WINDOW = pattern_of(r"(\d{1,2})개?(?:년|해|년도|연도)")
_RUN = pattern_of(r"(?:’|20)(\d{2})년?[~-](?:’|20)?(\d{2})")
_YEAR = pattern_of(r"(?:’|20)(\d{2})(?!\d)")
_NEAR = (Decimal("0.4"), Decimal("2.5"))
_CLOSE, _APART = Decimal("0.06"), Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Base:
    """What a step begins from. `owned`: it is the indicator's own last result, or a target."""

    node: Node
    worth: Decimal
    unit: str
    owned: bool


def printed_base(label: str, names: tuple[str, ...], one: Figure, known: Known) -> Base:
    """The figure that is printed for a base; what gainsays the table, or is its own mean, is left to others."""
    label = re.sub(r"(?:였|이었)던$|인$", "", label)
    if _NO_NAME.search(label) or bent(_OVER.sub("", label)) or label.count("(") != label.count(")"):
        raise MisfitError
    worth = own(one, known)
    node = call("mean", *map(number, one.values)) if isinstance(one, Mean) else number(worth)
    if "목표" in label:
        return Base(node, worth, one.unit, owned=True)
    if isinstance(one, Mean):
        return _mean_of_others(one, node, names, known)
    years = _years_of(label, names, known)
    past = [known.actuals[year].value for year in years if known.has(year)]
    if len(past) < len(years) or not past:
        return Base(node, worth, one.unit, owned=bool(years) and "평균" not in label and not _WHOSE.search(label))
    ours = sum((value for value in past if value is not None), Decimal(0)) / len(past)
    if len(past) == 1 and ours == worth:
        return Base(node, worth, one.unit, owned=True)
    apart = abs(ours - worth) / max(abs(ours), abs(worth), Decimal("0.0001"))
    if not (apart > _APART or (_WHOSE.search(label) and (len(past) == 1 or apart > _CLOSE or ours != worth))):
        raise MisfitError
    return Base(node, worth, one.unit, owned=False)


def _mean_of_others(one: Mean, node: Node, names: tuple[str, ...], known: Known) -> Base:
    """The mean of a printed series that is not our own."""
    years = [2000 + int(found[1]) for said in names if (found := _YEAR.match(said))][-len(one.values) :]
    ours = [known.actuals[year].value for year in years if known.has(year)]
    if any(value in one.values for value in ours):
        raise MisfitError
    return Base(node, one.number, one.unit, owned=False)


def _years_of(label: str, names: tuple[str, ...], known: Known) -> list[int]:
    """The years of which a label tells: a run, a window before the target's year, one year; none when it names none."""
    for said in names:
        if run := _RUN.search(said):
            return list(range(2000 + int(run[1]), 2000 + int(run[2]) + 1))
    if "평균" in label:
        windows = [int(found[1]) for said in names if (found := _WINDOW.fullmatch(said.rstrip("간치")))]
        if windows:
            return list(range(known.year - windows[-1], known.year))
    single = [2000 + int(found[1]) for said in names if (found := _YEAR.match(said))]
    if len(single) == 1:
        return single
    return [known.year - 1] if _LAST.search(label) and not single else []


_OWN_LAST = pattern_of(
    rf"(?P<before>.*?)(?:(?P<last>(?<!전)전년도|(?<!전)전년|작년도|작년|지난해|직전연도|직전년도|직전해|직전년)|(?P<year>{MARK}))(?:의|도|도의|말|말의)?"
    r"(?P<name>[가-힣·,]*?)(?:실적|실적치|실적값|수준|결과|점수|값|[가-힣]{1,6}(?:율|률|비율|인원|건수|금액|액|수))(?:치|값)?"
)
_OWN_MEAN = pattern_of(
    rf"(?P<before>.*?)(?:최근|직전|과거|지난)?(?P<window>{MARK})(?:간)?(?:\((?P<run>{MARK})\))?(?:의|간의)?(?P<name>[가-힣·]*?)(?:의)?(?:단순|산술)?평균(?:치|값|실적|점수|금액|매출액|건수|인원)?"
    r"(?:를|을)?(?:먼저)?(?:구하고|낸뒤|구한뒤|구한후|낸후|구한다음|낸다음|내고|산출하고|산출한뒤|구하여)?"
)


def named_base(label: str, names: tuple[str, ...], known: Known) -> Base:
    """The own result, or the mean of own results, that is named without its figure."""
    label = label.rstrip(",")
    if (
        "(" in label.replace(f"({MARK})", "")
        or _NOT_OURS.search(label)
        or bent(label)
        or _NO_NAME.search(label.replace(",", ""))
    ):
        raise MisfitError
    node: Node
    if (found := _OWN_MEAN.fullmatch(label)) and names:
        years = _mean_years(found, names, known)
        if not years or not all(known.has(year) for year in years):
            raise MisfitError
        node = call("mean", years_node(years))
    elif "평균" not in label and (found := _OWN_LAST.fullmatch(label)):
        year = known.year - 1 if found["last"] else _single(names)
        if year >= known.year or not known.has(year) or len(names) > (1 if found["year"] else 0):
            raise MisfitError
        node = Past(kind="last") if found["last"] else Past(kind="actual", year=year)
    else:
        raise MisfitError
    worth = known.value(node)
    if worth is None:
        raise MisfitError
    return Base(node, worth, "", owned=True)


def _mean_years(found: re.Match[str], names: tuple[str, ...], known: Known) -> list[int]:
    runs = [run for said in names if (run := _RUN.search(said))]
    windows = [int(one[1]) for said in names if (one := _WINDOW.match(said))]
    if runs:
        years = list(range(2000 + int(runs[0][1]), 2000 + int(runs[0][2]) + 1))
        return years if not windows or windows == [len(years)] else []
    return (
        list(range(known.year - windows[0], known.year))
        if len(windows) == 1 and not any(_YEAR.match(said) for said in names)
        else []
    )


def _single(names: tuple[str, ...]) -> int:
    found = [2000 + int(one[1]) for said in names if (one := _YEAR.match(said))]
    if len(found) != 1:
        raise MisfitError
    return found[0]


def near(worth: Decimal, known: Known) -> bool:
    """Whether a value can be the indicator's, as far as its results show."""
    past = [abs(cell.value) for cell in known.actuals.values() if cell.value]
    return not past or min(past) * _NEAR[0] <= worth <= max(past) * _NEAR[1]
