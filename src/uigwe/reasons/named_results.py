"""Results of a year that are printed with words in between: `’21년에 정책자금과 연계된 비율 4.5%의 110%`, `35.7명인 ’24년 실적`.

Where the figure is the very result of that year in the table, the words between name the indicator, and all of it is that result.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced

_YEAR = r"(?P<year>전년도?|작년|지난해|(?:’\d{2}|(?:19|20)\d{2})년도?)"
_FIGURE = rf"(?P<figure>{NUMERAL})(?P<unit>%|[가-힣]{{1,2}}?)"
_BETWEEN = r"(?P<between>[^,.()\d’+×÷=→~]{1,26}?)"
_BEHIND = pattern_of(
    rf"{_YEAR}{_BETWEEN}(?<!\d){_FIGURE}(?=의\d|보다|에서|에\d|대비|을기준|를기준|이었|였|이며|으로,|인데)"
)
_BEFORE = pattern_of(
    rf"(?:(?:인구)?\d*(?:십|백|천|만)*명당)?(?<![\d.,]){_FIGURE}(?:인|였던|이었던|(?:을|를)기록한|에달한|에이른|에머문)(?:{_YEAR})(?:의)?(?:실적|결과|수준|값|성적)(?:치|값)?"
)
# What the figure would be of something else, or no start.
_OF_OTHERS = pattern_of(
    r"목표|계획|예산|대비|보다|평균|최고|최저|증가|감소|상승|하락|늘|줄|높|낮|추가|신규|까지|부터|중|가운데|인력|정원|사업비|단가"
)


def named_results(laid: Laid, known: Known) -> Laid | None:
    """The reason with each such result as the result of its year."""
    changes = sorted(_changes(laid.text, known))
    kept = [one for at, one in enumerate(changes) if not at or one[0] >= changes[at - 1][1]]
    return replaced(laid, kept) if kept else None


def _changes(text: str, known: Known) -> Iterator[tuple[int, int, str]]:
    for found in _BEHIND.finditer(text):
        if not _OF_OTHERS.search(found["between"]) and _is_result(found, known):
            yield (*found.span(), f"{found['year']}실적")
    for found in _BEFORE.finditer(text):
        if _is_result(found, known):
            yield (*found.span(), f"{found['year']}실적")


def _is_result(found: re.Match[str], known: Known) -> bool:
    digits = re.search(r"\d+", found["year"])
    year = (
        known.year - 1 if digits is None else int(digits[0]) if len(digits[0]) == len("2020") else 2000 + int(digits[0])
    )
    cell = known.actuals.get(year)
    return cell is not None and cell.value is not None and cell.value == Decimal(found["figure"].replace(",", ""))


_MEAN_BEHIND = pattern_of(
    rf"(?:[※*]|(?<!\d)[.])(?P<count>\d)개?년(?:간)?평균(?:은|:)?(?P<mean>{NUMERAL})(?:%|[가-힣]{{1,3}})?(?:\([^()\d]*\))?(?::[^.]*)?[.]?$"
)
_MARK = pattern_of(r"(?<=[가-힣%])\*(?=[.,가-힣])")


def without_mean_behind(laid: Laid, year: int, results: Mapping[int, Decimal]) -> Laid | None:
    """The reason without a note that prints the mean of its window: `※ 3개년 평균 6.55회`."""
    found = _MEAN_BEHIND.search(laid.text)
    if found is None:
        return None
    taken = [results.get(one) for one in range(year - int(found["count"]), year)]
    known = [one for one in taken if one is not None]
    if len(known) != len(taken) or not known:
        return None
    printed = Decimal(found["mean"].replace(",", ""))
    if abs(sum(known, Decimal(0)) / len(known) - printed) > Decimal(1).scaleb(int(printed.as_tuple().exponent)):
        return None
    marks = [(*one.span(), "") for one in _MARK.finditer(laid.text, 0, found.start())]
    return replaced(laid, [*marks, (found.start(), found.end(), "")])


_ONE = rf"’\d{{2}}년?:?(?:의)?{NUMERAL}(?:%|[가-힣]{{1,2}})"
_LISTED = pattern_of(
    rf"(?:(?:최근|직전|과거)[^()]*)?\((?P<list>{_ONE}(?:[,·]{_ONE}){{1,5}})\)의(?=(?:단순|산술|기하)?평균)"
)


def listed_results(laid: Laid, results: Mapping[int, Decimal]) -> Laid | None:
    """The figures that a bracket lists for years that the table lacks: `(‘20년 412억원, ‘21년 488억원)의 평균`."""
    found = _LISTED.search(laid.text)
    listed = re.findall(_ONE, found["list"]) if found else []
    if found is None or any(2000 + int(one[1:3]) in results for one in listed):
        return None
    start = found.start()
    while start and found[0].startswith("(") and not laid.gap[start]:
        start -= 1
    figures = "과 ".join(re.sub(r"^’\d{2}년?:?(?:의)?", "", one) for one in listed)
    return replaced(laid, [(start, found.end(), f"{figures}의")])
