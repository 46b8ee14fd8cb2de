"""How often each year counts, told year by year: `’23년 실적에만 가중치 2를 주고 ’21, ’22년은 1씩 주어 평균함(합계를 4로 나눔)`."""

import re
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.normal.described.saying import MEAN, RESULT, YEAR, Saying, Told, number, says
from uigwe.values import plain

_YEARS = rf"{YEAR}(?:(?:,|·|와|과|및)?(?:’?\d{{2}}년?도?|(?:19|20)\d{{2}}년?도?))*"
_OTHERS = r"(?:나머지|그외|다른|남은)(?:의)?(?:두|세|네|\d개?)?(?:해|년|연도|개년|년도)(?:들)?"
_HOW_MUCH = r"(?:가중치)?(?:를|을)?(?:각각|각)?(?P<{0}>\d(?:\.\d)?)(?:배)?(?:씩)?(?:의)?(?:가중치)?(?:를|을|로|으로)?(?:가중치로)?"
_ONE, _OTHER = (_HOW_MUCH.replace("{0}", name) for name in ("one", "other"))
_GIVEN = r"(?:주|두|부여|반영|적용|매기|곱)(?:하)?(?:고|며|되|어|여|해|아)?,?"
_ALL = rf"(?:하여|해)?(?:합산(?:하여|한뒤|한후|해)?)?(?:가중)?(?:{MEAN}|합산(?:하여|한뒤|한후)?(?=\())"
_DIVIDED = r"(?:\((?:합계|합|총합|총계)(?:를|을)?(?P<whole>\d+(?:\.\d)?)(?:으로|로)나눔\))?"
_TWICE = r"(?P<often>두|세|2|3)(?:번|배|회|중)"


def _by_years(told: Told, known: Known) -> str | None:
    """The weight of each year in a row; they must be all of one window, and what is divided by their sum."""
    del known
    weights: dict[int, Decimal] = {}
    for who, weight in ((told["who"], told["one"]), (told["whom"], told["other"])):
        years = _years(who)
        if not years or weights.keys() & years:
            return None
        weights |= dict.fromkeys(years, Decimal(weight))
    return _row(weights, told["whole"])


def _row(weights: dict[int, Decimal], whole: str | None) -> str | None:
    years = sorted(weights)
    if whole and Decimal(whole) != sum(weights.values()):
        return None
    if years != list(range(years[0], years[-1] + 1)):
        return None
    named = ",".join(f"’{year:02}년" for year in years)
    return f"{named}실적을{':'.join(plain(weights[year]) for year in years)}로가중평균"


def _years(said: str) -> set[int]:
    return {int(one[-2:]) for one in re.findall(r"(?:19|20)\d{2}|\d{2}", said)}


def _in_window(told: Told, known: Known) -> str | None:
    """`최근 3년 평균을 구하되 ’22년 실적은 2배로 반영`."""
    found = re.search(r"(?<![\d’])(\d)개?년", told["window"])
    years = {one % 100 for one in range(known.year - int(found[1]), known.year)} if found else set()
    who = _years(told["who"])
    if len(who) != 1 or not who < years:
        return None
    return _row({year: Decimal(number(told["often"])) if year in who else Decimal(1) for year in years}, None)


def _divided(told: Told, known: Known) -> str | None:
    """`1, 2, 3의 가중치를 주어 6으로 나눔`: by their sum, which a weighted mean is anyway."""
    del known
    weights = [Decimal(one) for one in re.findall(r"\d+(?:\.\d+)?", told["row"])]
    return f"{told['row']}{told['given']}평균" if sum(weights) == Decimal(told["by"]) else None


SAYINGS: tuple[Saying, ...] = (
    says(
        rf"(?P<who>{_YEARS})(?:의)?(?:{RESULT})?(?:에만|에는|에|만|은|는|을|를)?{_ONE}{_GIVEN}(?P<whom>{_YEARS})(?:의)?(?:{RESULT})?(?:에는|에|은|는|을|를)?"
        rf"{_OTHER}{_GIVEN}{_ALL}(?:함)?{_DIVIDED}",
        _by_years,
    ),
    says(
        rf"(?P<window>(?:최근|직전|지난|과거)\d개?년(?:간)?(?:의)?)(?:실적의?)?{MEAN}(?:을|를)?(?:구|산출|계산)하되,?(?P<who>{YEAR})(?:의)?(?:{RESULT})?(?:은|는|을|를)?{_TWICE}(?:으로|로)?(?:씩)?(?:반영|계산|가중|세|산입|적용)(?:함|하여|해서|하여설정|하여산출|어|어서)?",
        _in_window,
    ),
    says(
        rf"(?P<who>{YEAR})(?:의)?(?:{RESULT})?(?:은|는|을|를|만)?{_TWICE}(?:으로|로)?(?:반영하|계산하|세|산입하|적용하)(?:어|여|고|아),?(?P<window>(?:최근|직전|지난|과거)\d개?년(?:간)?(?:의)?)(?:실적)?(?:을|를|의)?{MEAN}",
        _in_window,
    ),
    says(
        r"(?P<row>(?<![\d.:])\d(?:\.\d)?(?:[,:·]\d(?:\.\d)?){1,4})(?P<given>의?가중치를(?:주|두|부여하|적용하|곱하|반영하)(?:어|고|여),?)(?:이를|각각)?(?:합산|더|합|곱하여더|곱하여합산)?(?:하여|한뒤|한후|한값을|해|한합을|한합계를|하고)?,?(?:그)?(?:합계를|합을|합계값을)?"
        r"(?P<by>\d{1,2}(?:\.\d)?)(?:으로|로)(?:나눔|나눈값|나눈수치|나누어산출|나눠산출)",
        _divided,
    ),
)
