"""Working that says of which years a mean is: `최근 3년간 구매액의 평균보다 5% 상향 * ∑(’19~’21년도)구매액/3 * 1.05 = 118.3조원`.

The years go where the window stood, and the working goes, when it has the reason's own number of years and its own step, and what it
prints is what the table yields. A note that only says what was summed in these years goes as well, and one that tells why the step is as
large as it is (`** 계약실적 증가율(7%)을 감안하여 5% 적용`). The years may be told by their signs (`(’19+’20+’21)/3`) or by their results
(`(78.4+80.6+81.0)/3`).
"""

import re
from decimal import Decimal

from uigwe.formulas.tree import Call, Node, Years, walk
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import EXACT, rounded

_NOUN = r"(?:의)?[가-힣]{0,14}"
_Y = r"’?(?:20)?(?:\d{2})년?(?:도)?"
_SPAN = r"’?(?:20)?(?P<first>\d{2})년?(?:도)?~’?(?:20)?(?P<last>\d{2})년?(?:도)?"
_SUMMED = (
    rf"(?:Σ\(?{_SPAN}{_NOUN}\)?{_NOUN}|\((?P<years>’\d{{2}}년?(?:도)?(?:[+]{_Y}){{1,6}}){_NOUN}\){_NOUN}"
    rf"|\((?P<results>{NUMERAL}(?:[+]{NUMERAL}){{1,6}})\)(?:[가-힣]{{0,3}}))"
)
_WORKING = pattern_of(
    rf"[.(:](?:산식:?|산출식:?)?{_SUMMED}[/÷](?P<many>\d)(?:년|개년)?[×*](?P<factor>1\.\d+|1\d\d(?:\.\d+)?%)"
    rf"(?:=(?P<outcome>{NUMERAL})[가-힣%]{{0,4}}?)?(?P<close>[)]?)(?=$|[.*])"
)
_WINDOW = pattern_of(
    r"(?:(?:최근|직전|과거|지난)(?P<many>\d)개?(?:년|연도)(?:도)?(?:간)?|(?<![\d.’~])(?P<all>\d)개?년간)(?:\([’\d~년도]{4,12}\))?"
)
_STEP = pattern_of(r"(?<![\d.])(?P<rate>\d+(?:\.\d+)?)%(?!p)")
_OF_WHAT = pattern_of(r"[.](?:\([’\d~년도]{4,14}\))?(?:(?!제외|평균|[상하]향)[^\d.()×÷*=+]){2,30}$")
_WHY = pattern_of(
    r"[.](?:\([’\d~년도]{4,14}\))?[^\d.()×÷*=+]{2,40}(?:율|률)\(\d+(?:\.\d+)?%\)(?:을|를)(?:감안|고려)(?:하여|해)(?P<rate>\d+(?:\.\d+)?)%(?:를|로|을)?(?:적용)?(?:함|하였음)?$"
)
_OTHER = pattern_of(rf"Σ\(?{_SPAN}")


def with_its_years(laid: Laid, known: Known) -> Laid:
    """The reason with the years of its working in the place of its window."""
    working = next((one for one in _WORKING.finditer(laid.text) if _STEP.search(laid.text, 0, one.start())), None)
    window = _WINDOW.search(laid.text, 0, working.start()) if working else None
    step = _STEP.search(laid.text, 0, working.start()) if working else None
    if working is None or window is None or step is None or not _is_step(working["factor"], step["rate"]):
        return laid
    years = _years(working, known)
    many = int(window["many"] or window["all"])
    if years is None or not len(years) == int(working["many"]) == many or years[-1] >= known.year:
        return laid
    cells = [known.actuals.get(year) for year in years]
    values = [cell.value for cell in cells if cell is not None and cell.value is not None]
    if len(values) != len(cells):
        return laid
    outcome = EXACT.multiply(EXACT.divide(sum(values, Decimal(0)), Decimal(len(values))), _factor(working["factor"]))
    if working["outcome"] and not _prints(working["outcome"].replace(",", ""), outcome):
        return laid
    told = f"’{years[0] % 100:02}~’{years[-1] % 100:02}년"
    return replaced(laid, [(*window.span(), told), (working.start(), _end(laid.text, working), "")])


def _end(text: str, working: re.Match[str]) -> int:
    """Where a working ends, with the note behind it that says of what it is, or why its step is so large."""
    why = _WHY.match(text, working.end())
    if why and _is_step(working["factor"], why["rate"]):
        return why.end()
    of_what = _OF_WHAT.match(text, working.end())
    return of_what.end() if of_what else working.end()


def _years(working: re.Match[str], known: Known) -> list[int] | None:
    """The years whose results are summed, one after the other; by their results when exactly one run of years has these."""
    if working["results"]:
        results = [Decimal(one.replace(",", "")) for one in working["results"].split("+")]
        runs = [
            [first + at for at in range(len(results))]
            for first in known.actuals
            if all(
                (cell := known.actuals.get(first + at)) is not None and cell.value == one
                for at, one in enumerate(results)
            )
        ]
        return runs[0] if len(runs) == 1 else None
    if working["years"]:
        years = [2000 + int(one[-2:]) for one in re.findall(r"\d{2,4}", working["years"])]
        return years if years == list(range(years[0], years[-1] + 1)) else None
    return list(range(2000 + int(working["first"]), 2001 + int(working["last"])))


def other_years(text: str, node: Node) -> str:
    """Years that are summed in signs, where a reading takes the mean of others."""
    found = _OTHER.search(text) if "Σ" in text else None
    if found is None:
        return ""
    summed = (2000 + int(found["first"]), 2000 + int(found["last"]))
    taken = [
        one.listed()
        for part in walk(node)
        if isinstance(part, Call)
        for one in part.arguments
        if isinstance(one, Years)
    ]
    return found[0] if any((min(one), max(one)) != summed for one in taken) else ""


def _factor(printed: str) -> Decimal:
    return Decimal(printed.rstrip("%")) / (100 if printed.endswith("%") else 1)


def _is_step(printed: str, rate: str) -> bool:
    """Whether a factor is the step of so many per cent."""
    return _factor(printed) == 1 + Decimal(rate) / 100


def _prints(printed: str, value: Decimal) -> bool:
    return rounded(value, len(printed.partition(".")[2])) == Decimal(printed)
