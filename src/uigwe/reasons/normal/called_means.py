"""A mean that is called what it is a mean of, and printed: `’20~’22년 참여학교 교육 준비 정도 개선 평균치인 112.4%로 정함`.

Where the table's mean of those years is the figure that is printed, the words between do nothing: the years, the mean and the figure are
left, and to apply it (`평균값인 112.4%를 적용`) is to set it.
"""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import EXACT, rounded

_Change = tuple[int, int, str]
_F = rf"(?P<figure>{NUMERAL})(?P<unit>%|[가-힣]{{1,3}}?)?"
_CALLED = pattern_of(
    r"(?:(?:’|20)(?P<from>\d{2})년?(?:도)?(?:~|부터)(?:’|20)?(?P<to>\d{2})년?(?:도)?(?:까지|간|동안)?"
    r"|(?:최근|지난|직전|과거)(?P<many>\d)개?년(?:간|도|동안)?(?:\([^()]*\))?)"
    rf"(?P<called>[^.,()\d=×+]{{0,40}}?)(?P<mean>(?:산술|단순)?평균(?:값|치|수치)?)"
    rf"(?:(?:인|인약|은|으로)?{_F}|\({_F.replace('<figure>', '<within>').replace('<unit>', '<of>')}\))"
    r"(?P<applied>(?:을|를)(?:그대로)?적용(?:하여|해|함|하였음|$)(?=$|[.]|설정|정|목표)(?:설정|정)?(?:함|하였음)?)?"
)
_ANOTHER = pattern_of(
    r"증[가감]|대비|보다|제외|성장|상승|추세|최[고저]|가중|기하|중앙|목표|편차|각|및|와|과(?!정|제|학)"
)


def called_means(laid: Laid, known: Known) -> Laid:
    """The reason with such a mean in plain words."""
    found = _CALLED.search(laid.text)
    if found is None or _ANOTHER.search(found["called"]):
        return laid
    changes = list(_changes(laid, found.span("called"), found["called"]))
    if found["applied"]:
        changes.append((*found.span("applied"), "로설정함"))
    return replaced(laid, changes) if changes and _proved(found.groupdict(), known) else laid


def _changes(laid: Laid, span: tuple[int, int], called: str) -> Iterator[_Change]:
    if called not in ("", "의", "실적의", "실적", "평균"):
        yield (*span, "실적의")


def _proved(said: dict[str, str | None], known: Known) -> bool:
    """Whether the table's mean of those years is what is printed."""
    printed = Decimal((said["figure"] or said["within"] or "").replace(",", ""))
    last = 2000 + int(said["to"] or 0) if said["to"] else known.year - 1
    first = 2000 + int(said["from"] or 0) if said["from"] else known.year - int(said["many"] or 0)
    years = range(first, last + 1)
    cells = [known.actuals.get(year) for year in years]
    values = [cell.value for cell in cells if cell is not None and cell.value is not None]
    if len(values) != len(cells) or len(values) < 2:
        return False
    mean = EXACT.divide(sum(values, Decimal(0)), Decimal(len(values)))
    return rounded(mean, max(0, -int(printed.as_tuple().exponent))) == printed
