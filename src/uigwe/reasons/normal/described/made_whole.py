"""A part of a year made a whole one: `상반기 실적 412건을 2배로 환산`, `1~9월 실적은 660건 … 같은 월평균으로 이어진다고 보아 연간치를 추정`."""

from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.normal.described.saying import YEAR, Saying, Told, says
from uigwe.reasons.patterns import NUMERAL
from uigwe.values import EXACT, plain

_PART = (
    rf"(?:(?:{YEAR})(?:의)?|올해|금년|작년|전년도?)?(?:(?P<half>상반기|하반기)|(?<![\d~])(?P<quarters>[1-3])/?4?분기(?:(?=까지|누계|누적|말)|(?<=(?<![\d~])1분기)|(?<=1/4분기))|(?<!\d)1/?4?[~-](?P<to_quarter>[23])/?4?분기|(?<!\d)1월?[~-](?P<months>\d{{1,2}})월|(?P<until>\d{{1,2}})월(?:말)?(?=까지|현재|기준))"
    r"(?:말)?(?:까지|현재|기준|누계|누적)*(?:의)?(?:실적|누계|건수|점수|처리실적|처리건수|누적실적|인원|물량|[가-힣]{2,6}(?:건수|인원|실적|수))*(?:치|값)?(?:은|는|인|이|\()?"
)
_FIGURE = rf"(?P<figure>{NUMERAL})(?P<unit>[가-힣]{{1,3}}?)\)?"
_SAME_PACE = (
    r"(?:[^.()\d]{0,24}?(?:같은|동일한)(?:월평균|속도|추세|수준|비율|페이스)(?:으로|로|가|이)?(?:이어진다고|"
    r"계속된다고|지속된다고|유지된다고|간다고|이어질것으로|계속될것으로|지속될것으로|유지될것으로|"
    r"진행될것으로)(?:보아|보고|가정하여|가정하고|전제하고|전제하여|하여),?)"
)
_SAID = r"(?:(?:임|이며|이고|이므로|으로|였음|이었음|을달성|을처리)(?:하였으며|하였고|함|하였으므로)?[.,]?)?"
_WHOLE = r"(?:연간(?:실적|치|값)?|1년치?|12개월(?:분|치)?|한해(?:치|분)?|연말(?:실적)?|연간기준)"
_MADE = (
    rf"(?:(?:을|를)?(?:{_SAME_PACE})?(?:(?:단순)?{_WHOLE}(?:으로|로|를|을|기준으로)?(?:단순)?(?:환산|추정|확대|연장|계산)(?:하면)?"
    rf"|{_WHOLE}(?:으로는|로는|은|는|으로|로)?(?:약)?(?P<whole>{NUMERAL})(?P=unit)(?:으로|로|이|가)?(?:추정|예상|환산|전망|보)(?:되며|되므로|되어|하고|하여|고|아|되고)?,?"
    r"|×(?P<signs>[24])(?!\d|\.)|(?P<times>2|두|4|네)배(?:로한|한|로|하여)(?:연간)?(?:환산|추정|계산|잡|연간화)?)(?:\((?:4/3|12/\d{1,2}|×2|×4/3|×12/\d{1,2}|2배)\))?)"
)
_ON = rf"(?P<on>하고,?(?:여기|이|그값|그)에서?(?={NUMERAL}%)|한값|한수치|치|값|하여|해서|해|하고|한뒤|한후|함)?"
_OUT = rf"(?:(?:한|인)?(?P<out>{NUMERAL})(?P=unit)(?=에|을|를|의|로|으로|보다))?"
_TAKEN_UP = (
    r"(?:,?(?:여기서|여기에서|이값에서|그값에서|여기에|이값에|이를|그값을|이에서|이렇게추정된연간치|"
    r"추정된연간치|추정치|추정한값|그추정치|추정한연간치|환산치|환산된값|환산한값|이연간치|이값|"
    r"그값|이)(?P<as>의|에서|에|를|을|보다)?)?"
)


def _year(told: Told, known: Known) -> str | None:
    """The whole year's result at the same pace; by how many times it is told must be right."""
    del known
    months = _months(told)
    times = told["times"] or told.groupdict().get("signs")
    if not months or (times and months * _TIMES[times] != _YEAR):
        return None
    whole = EXACT.divide(Decimal(told["figure"].replace(",", "")) * 12, Decimal(months))
    if -int(whole.as_tuple().exponent) > _PLACES:
        return None
    if (printed := told.groupdict().get("whole") or told.groupdict().get("out")) and Decimal(
        printed.replace(",", "")
    ) != whole:
        return None
    return f"{plain(whole)}{told['unit']}" + ("" if told.groupdict().get("out") else _hung(told))


_TIMES = {"2": 2, "두": 2, "4": 4, "네": 4}
_YEAR = 12
_PLACES = 3


def _months(told: Told) -> int:
    if told["half"]:
        return 6
    if told["quarters"] or told["to_quarter"]:
        return 3 * int(told["quarters"] or told["to_quarter"])
    months = int(told["months"] or told["until"])
    return months if months < 12 else 0


def _hung(told: Told) -> str:
    """What hangs the step that follows on it."""
    rest = told.string[told.end() :]
    if not rest or rest[0] in ".)":
        return "을목표로설정"
    if told["as"] in ("의", "보다"):
        return told["as"]
    digit = rest[:1].isdigit()
    if told["as"]:
        return "에" if told["as"] == "에" else "에서" if digit else "을"
    return "에서" if digit else "을" if rest.startswith(("목표", "기준")) else ""


SAYINGS: tuple[Saying, ...] = (
    says(rf"{_PART}{_FIGURE}{_SAID}{_MADE}{_ON}[.,]?{_OUT}{_TAKEN_UP}", _year),
    says(
        rf"{_PART}{_FIGURE}(?:을|를)(?P<by>\d{{1,2}})(?:개월)?(?:로|으로)나누(?:어|고)(?:서)?,?12(?:를|개월을|개월로|로)?곱(?:한|하여|해)(?P<times>)(?:{_WHOLE}?(?:환산)?(?:값|치|수치)?)?(?P<as>)",
        lambda told, known: _year(told, known) if int(told["by"]) == _months(told) else None,
    ),
)
