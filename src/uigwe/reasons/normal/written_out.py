"""A mean with its step that a reason writes out as a formula: `3년 평균보다 4% 높게 설정 * Σ(’20~’22년)구매액/3 × 1.04 = 67.1억원`.

The formula says which years the mean is of, however the words name them. It stands for the reason when the table comes to what the
formula comes to, and the words name the same step; why the step is so large (`증가율(5%)을 감안하여 4% 적용`) then says nothing new.
"""

from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import EXACT, plain, rounded

_FORMULA = pattern_of(
    r"(?:Σ|∑|합계)?\(?(?:Σ|∑)?\(?’?(?:20)?(?P<first>\d{2})년?(?:도)?[~-]’?(?:20)?(?P<last>\d{2})년?(?:도)?\)?[가-힣·]{0,12}\)?[/÷](?P<many>\d)\)?"
    rf"[×*x](?P<factor>\d\.\d+)=(?:약)?(?P<out>{NUMERAL})"
)
_AGAINST = pattern_of(
    r"다만|않|못|제외|또는|혹은|이내|초과|절사|반올림|올림|버림|검토|추가|상반기|하반기|분기|예정|월말|되면|경우|하면|전제|한하여|조건|미정|추후|내부기준"
)
_HUNDRED = Decimal(100)


def written_out(laid: Laid, known: Known) -> Laid:
    """The reason as the formula that it prints, when the table and its words say the same."""
    found = _FORMULA.search(laid.text)
    if found is None:
        return laid
    years = range(2000 + int(found["first"]), 2000 + int(found["last"]) + 1)
    factor, out = Decimal(found["factor"]), Decimal(found["out"].replace(",", ""))
    step = (factor - 1) * _HUNDRED
    rest = laid.text[: found.start()] + laid.text[found.end() :]
    if len(years) != int(found["many"]) or not all(known.has(year) for year in years) or _AGAINST.search(rest):
        return laid
    mean = EXACT.divide(sum((_result(known, year) for year in years), Decimal(0)), Decimal(len(years)))
    if rounded(mean * factor, max(0, -int(out.as_tuple().exponent))) != out:
        return laid
    if "평균" not in rest or f"{plain(step)}%" not in rest:
        return laid
    return replaced(
        laid,
        [(0, len(laid.text), f"’{found['first']}~’{found['last']}년실적평균의{plain(factor * _HUNDRED)}%를목표로설정")],
    )


def _result(known: Known, year: int) -> Decimal:
    cell = known.actuals[year]
    assert cell.value is not None  # noqa: S101
    return cell.value
