"""The indicator is itself a rate of growth, or a gap between two rates: `최근 3년 매출증가율의 평균을 목표로 설정`.

The table holds those rates then, so the mean that is set is the mean of the results: the rate gives its place to `실적`, and a list that
repeats the table goes. Whether it is so is asked of the table: a list by year that is the table's, a result below zero, or small results with
decimals under a rate that has a name. What is applied to a base (`증가율을 전년 실적에 적용`) stays the growth of the results.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.lists import Row, repeating, without_rows
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_RATE = r"(?:증가율|성장률|신장률|상승률|증감률|향상률|증가세)"
_GAP = r"(?:격차|차이|간극)"
_NAMED = pattern_of(
    rf"(?P<rate>{_RATE})(?P<gap>{_GAP})?(?:\(%p?\)|\([가-힣]{{2,10}}기준\))?|[가-힣](?:율|률)(?P<apart>{_GAP})"
)
# Words at which the name of the rate cannot begin or go on, looking back from it.
_STOPS = pattern_of(
    r"(?:최근|직전|과거|지난|연도|이에|따라서|이를|코로나.*|연도별|매년|해마다|전년대비|전년|전년도|대비|그|단순|산술)"
    r"|.*\d.*|.*평균(?:한|인|치|값)?|.*[,.:;)]|.*[은는을를가](?<!참가)(?<!평가)|.*(?:에|에서|으로|하여|하고|하며|므로|커서|어서|지만|으나)"
)
_NO_NAME = pattern_of(
    r"^(?:.*\d(?:개)?(?:년|연도)(?:간|도|치|동안)?(?:\([^()]*\))?(?:의)?)?(?:.*평균|연도별|연|전년(?:도)?대비)?"
)
# A base to which the rate is applied.
_BASE = pattern_of(
    r"(?:전년도?|작년도?|지난해|직전연?도|(?:’\d{2}|20\d{2})년도?)(?:의|말)?[가-힣]{0,8}?(?:실적|점수|건수|인원|결과|누계|누적|매출액?|금액|수준)(?:치|값)?[^~]{0,12}?(?:에|대비|보다|에서|을기준|를기준|을토대|×|\*)"
    r"|전년(?:도)?(?:대비|보다)(?!(?:의)?[가-힣]{0,6}(?:율|률))|실적에(?:적용|반영|곱|합산)|\d[)]?[×*]"
)
_APPLIED = pattern_of(
    rf"{_RATE}[^.,]{{0,14}}?(?:적용|반영|감안|고려|곱|만큼|씩|이상|초과|상회|유지하여|지속)|연평균[가-힣]{{0,8}}{_RATE}|추세"
)
_POINTS = pattern_of(r"\d(?:\.\d+)?(?:%p|%포인트|포인트|퍼센트포인트)")
_SETS = pattern_of(r"목표|설정|정함|정하|산정|산출|수준|삼[았음아]|준용|잡[았음아]|제시|향상|상향|가산|높")
# Something is made of a base with a rate: `평균에 증가율을 적용`.
_ONTO = pattern_of(rf"(?:에|에서)[가-힣]{{0,8}}{_RATE}(?:을|를|만큼)?(?:적용|반영|곱|가산|합산|더)")
_AS_TARGET = pattern_of(
    rf"[가-힣]{{2}}(?<!평균)(?<!연간)(?<!별){_RATE}(?:의?(?:산술|단순)?평균)?(?:치|값)?(?:을|를)(?:그대로)?(?:올해|금년|당해연도)?(?:의)?목표"
)
# `(마이너스 성장한 ’23년 포함)`: a year of the window.
_INCLUDED = pattern_of(r"\([^()\d]{0,14}’\d{2}년(?:도)?(?:실적)?(?:을|를|도|까지)?(?:모두)?포함\)")
_LARGEST = Decimal(60)
_OF_RATES = Decimal(200)
_FEWEST = 2


def own_rates(laid: Laid, known: Known) -> Laid:
    """The reason of a rate with its rates as results."""
    results = [cell.value for cell in known.actuals.values() if cell.value is not None]
    if len(results) < _FEWEST or max(map(abs, results)) > _OF_RATES:
        return laid
    rows = repeating(laid, known)
    named = list(_NAMED.finditer(laid.text))
    below = min(results) < 0
    if not named and not (below and rows):
        return laid
    plain = without_rows(laid, rows, known) if rows else laid
    if included := _INCLUDED.search(plain.text):
        plain = replaced(plain, [(*included.span(), "")])
    if not _own(plain, rows, results):
        return laid
    changes = sorted(_renamed(plain))
    return replaced(plain, changes) if changes else plain


def _own(laid: Laid, rows: list[Row], results: list[Decimal]) -> bool:
    """Whether the results are the rates of which the reason speaks."""
    text = laid.text
    if _BASE.search(text) or _ONTO.search(text) or not (rows or _SETS.search(text) or _POINTS.search(text)):
        return False
    if min(results) <= 0 or any(len(row.years) >= _FEWEST for row in rows):
        return True
    named = list(_NAMED.finditer(text))
    gap = any(found["gap"] or found["apart"] for found in named)
    if not gap and _APPLIED.search(text):
        return False
    if gap:
        return True
    decimals = any(one != one.to_integral_value() for one in results)
    return decimals and max(results) < _LARGEST and any(_start(laid, found.start()) < found.start() for found in named)


def set_by_its_rate(text: str, known: Known) -> str:
    """The name of a rate whose mean is set as the target, where the results look like such rates: they do not grow by it."""
    results = [cell.value for cell in known.actuals.values() if cell.value is not None]
    small = results and 0 <= min(results) <= max(results) < _LARGEST and any(one % 1 for one in results)
    found = _AS_TARGET.search(text) if small and not _BASE.search(text) else None
    return found[0] if found else ""


def _start(laid: Laid, at: int) -> int:
    """Where the name of a rate begins: word by word back from it."""
    start = at
    while start and not laid.gap[start]:
        start -= 1
    glued = _NO_NAME.match(laid.text[start:at])
    if glued and glued.end():
        return start + glued.end()
    if _broken(laid.text[start:at]):
        return at
    while start:
        before = start - 1
        while before and not laid.gap[before]:
            before -= 1
        if _STOPS.fullmatch(laid.text[before:start]):
            break
        start = before
    return start


def _broken(word: str) -> bool:
    """Whether something ends within the word that holds the rate: a bracket, a stop."""
    return bool(re.search(r"[,.:;)]", word))


def _renamed(laid: Laid) -> Iterator[_Change]:
    """Each rate as the results, or left away where it only says of what the reason is."""
    text = laid.text
    found_all = list(_NAMED.finditer(text))
    told = "실적" in text or len(found_all) > 1
    for found in found_all:
        start, end = _start(laid, found.start()), found.end()
        behind = text[end:]
        if about := re.match(r"(?:에대하여|에대해서?|에대한|에관하여|에관한|에있어서?|의경우)", behind):
            yield (start, end + about.end(), "" if told else "실적의")
        elif told and (about := re.match(r"(?:목표(?:치|값)?)?(?:은|는)(?![가-힣]?\d*\.)", behind)) and not start:
            yield (start, end + about.end(), "")
        elif re.match(r"(?:의)?목표", behind) and re.search(r"실적|평균", text[:start]):
            yield (start, end + (behind[0] == "의"), "")
        elif re.match(r"(?:의)?(?:실적|수준)", behind):
            yield (start, end + (behind[0] == "의"), "" if behind.startswith(("실적", "의실적")) else "실적")
        else:
            yield (start, end, "실적")
