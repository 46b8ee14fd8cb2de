"""Figures that a reason prints, and words for its outcome, that are at odds with the table, with each other or with what was read.

`최근 3년 평균 72점의 102%` where the table's mean is 80, `전년 실적과 동일하게 94.5%` where the last result is 92, `목표 1,200명 … 40개 × 25명`.
Rounding is no odds, nor is another scale, nor a figure that is said to be corrected, or of which something was left out.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from uigwe.formulas.tree import Call, Infix, Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.known import Known, agrees
from uigwe.reasons.patterns import pattern_of
from uigwe.values import EXACT

_F = r"(?<![\d.,’~])(?P<figure>\d[\d,]*(?:\.\d+)?)(?![\d.]\d?)(?P<unit>%p|%|[가-힣]{1,3})?"
_LAST = r"(?:전년도?|작년도?|지난해|직전연?도|직전년도?)"
_YEAR = rf"(?:{_LAST}|(?:’|20)(?P<year>\d{{2}})년(?:도)?)"
_RESULT = r"(?:실적|성과|결과|점수|수준|달성도|실적점수)?(?:치|값)?"
# Behind such a figure it is no level: `평균 3% 증가`.
_STEP = pattern_of(
    r"(?:를|을|가|이|의)?(?:씩|더|만큼|이상|이하|이내|내외|미만|초과|[증감][가소]|상승|하락|성장|[상하]향|가산|인상|인하"
    r"|추가|높|낮|늘|줄|개선|향상|확대|축소|단축|절감|감축|증[액원]|신장|배|p)"
)
_CORRECTED = pattern_of(
    r"확정|수정|보정|정정|환산|중복|제외|공제|이중|잠정|추정|전망|예상|재집계|재산정|재산출|오류|변경|개편|기준변경|바로잡"
    r"|누락|가중|기하|조화|중앙|"
    r"차감|[빼뺀뺌]|이월|통합|분리|신설|편차|누적|누계|상반기|하반기|분기|월(?:말|까지|평균)"
)
_NEAR = (Decimal("0.5"), Decimal(2))
_MANY = {"두": 2, "세": 3, "네": 4, "다섯": 5, "이": 2, "삼": 3, "사": 4, "오": 5}
_HUNDRED = Decimal(100)


def _worth(said: str) -> Decimal:
    return Decimal(said.replace(",", ""))


def _places(said: str) -> int:
    return len(said.partition(".")[2])


def _at_odds(said: str, value: Decimal) -> bool:
    """Whether a figure near a value is no print of it."""
    figure = _worth(said)
    if value == 0 or not _NEAR[0] <= figure / value <= _NEAR[1]:
        return False
    return not agrees(value, figure, _places(said))


def _results(known: Known, years: Sequence[int]) -> list[Decimal] | None:
    cells = [known.actuals.get(year) for year in years]
    values = [cell.value for cell in cells if cell is not None and cell.value is not None]
    return values if len(values) == len(years) and values else None


def _mean(values: Sequence[Decimal]) -> Decimal:
    return EXACT.divide(sum(values, Decimal(0)), Decimal(len(values)))


# ── what was, as it is printed ──

_MEAN = pattern_of(
    r"(?:(?<![\d’~.])(?:최근|직전|과거|지난|이전)?(?P<many>\d|두|세|네|다섯)(?:개)?(?:년|해|연도|년도)(?:도|간|치)?"
    r"|(?=’?\d{2,4}년?(?:도)?~))(?P<span>\([^()]*\)|(?:’|20)\d{2}년?(?:도)?~(?:’|20)\d{2}년(?:도)?)?(?:의|간)?(?:실적|성과"
    r"|결과|점수|만족도)?(?:치|값)?(?P<list>\([^()]*\))?(?:의|을)?"
    rf"(?<!연)(?<!월)(?<!일)(?:산술|단순)?평균(?:치|값|실적|점수|건수|인)?(?:은|는|이|가|인|:|,|\()*(?:약)?{_F}"
)
_SPAN = pattern_of(r"(?:’|20)?(?P<one>\d{2})년?(?:도)?~(?:’|20)?(?P<other>\d{2})")


_SHARE = pattern_of(r"(?<![\d.,])(?P<figure>\d[\d.]*)%(?!p)")


def _is_weight(text: str, figure: str) -> bool:
    """`전년 실적 70% + 최근 3년 평균 30%`: shares that come to the whole."""
    return _worth(figure) < sum((_worth(one["figure"]) for one in _SHARE.finditer(text)), Decimal(0)) == _HUNDRED


def _mean_at_odds(text: str, node: Node, known: Known) -> str:
    """`최근 3년 평균 72점`, and the table's is 80."""
    if _CORRECTED.search(text):
        return ""
    for found in _MEAN.finditer(text):
        if _STEP.match(text, found.end()) or found["unit"] in ("%p", "배"):
            continue
        if _OF_OTHERS.search(text, 0, found.start()) or (found["unit"] == "%" and _is_weight(text, found["figure"])):
            continue
        span = _SPAN.search(found["span"] or "")
        many = _MANY.get(found["many"]) or int(found["many"] or 0)
        years: Sequence[int] = range(known.year - many, known.year)
        if span:
            years = range(2000 + int(span["one"]), 2001 + int(span["other"]))
        values = _results(known, years)
        if values is not None and _at_odds(found["figure"], _mean(values)):
            return found[0]
    return ""


_RESULT_OF = pattern_of(
    rf"(?:^|(?<![가-힣’\d]))(?<!~){_YEAR}(?:의|말|도|에)*(?:최종)?(?:얻은|거둔|기록한|달성한|받은|올린)?{_RESULT}(?:은|는|이|가|인|였던|이었던|:|,|\()*(?:약)?{_F}"
)


# A figure of one year in a list of them; what such a list may be of that the table does not have.
_YEARLY = pattern_of(r"’\d{2}년?(?:도)?\)?\s?\d[\d,.]*[가-힣%]")
_OF_OTHERS = pattern_of(r"목표|기관|통계|업계|업종|전국|타|별로|선도|해외|경쟁|유사|예산|사업비|정원")


def _result_at_odds(text: str, node: Node, known: Known) -> str:
    """`전년 실적 82점 대비`, and the table's is 75."""
    if _CORRECTED.search(text):
        return ""
    for found in _RESULT_OF.finditer(text):
        if len(_YEARLY.findall(text)) > 1 or _OF_OTHERS.search(text, 0, found.start()):
            # A list by year, of which nobody says what it counts.
            continue
        year = 2000 + int(found["year"]) if found["year"] else known.year - 1
        weight = found["unit"] == "%" and _is_weight(text, found["figure"])
        values = _results(known, [year]) if year < known.year and not weight else None
        if values is None or _STEP.match(text, found.end()) or found["unit"] in ("%p", "배"):
            continue
        taken = {part.value for part in walk(node) if isinstance(part, Number)} & {_worth(found["figure"])}
        if taken and _at_odds(found["figure"], values[0]):
            return found[0]
    return ""


_YEARS_TOLD = pattern_of(r"(?:’|20)\d{2}")


def _series_at_odds(text: str, node: Node, known: Known) -> str:
    """`’20년 900건, ’21년 950건의 평균`, and the table has others for these years."""
    for part in walk(node):
        if not isinstance(part, Call) or len(part.arguments) < 2 or _CORRECTED.search(text) or _OF_OTHERS.search(text):
            continue
        told = [one.value for one in part.arguments if isinstance(one, Number)]
        if len(_YEARS_TOLD.findall(text)) < len(told):
            # Figures of something else than years.
            continue
        values = _results(known, range(known.year - len(told), known.year))
        if len(told) != len(part.arguments) or values is None:
            continue
        near = all(_NEAR[0] <= one / other <= _NEAR[1] for one, other in zip(told, values, strict=True) if other)
        same = [agrees(other, one, max(0, -_exponent(one))) for one, other in zip(told, values, strict=True)]
        if near and sorted(told) != sorted(values) and not all(same):
            return ",".join(str(one) for one in told)
    return ""


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


_LISTED = pattern_of(
    rf"\((?P<list>[^()]{{3,80}})\)(?:의|을)?(?:산술|단순)?평균(?:치"
    rf"|값)?(?:인|은|:|\()*(?:약)?{_F}"
)
_IN_LIST = pattern_of(r"(?<![\d’.])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d’.])-?\d+(?:\.\d+)?(?!년)")


def _list_at_odds(text: str, node: Node, known: Known) -> str:
    """`(70점, 72점, 74점)의 평균인 81점`."""
    for found in _LISTED.finditer(text):
        values = [_worth(one) for one in _IN_LIST.findall(found["list"])]
        if len(values) > 1 and not _STEP.match(text, found.end()) and not _CORRECTED.search(text):
            mean = _mean(values)
            if mean and _at_odds(found["figure"], mean):
                return found[0]
    return ""


_GROWTH = pattern_of(
    rf"(?:^|(?<=[.,(])|(?:실적|지표)(?:의)?)(?:최근|직전|과거|지난)?(?:(?P<many>\d)(?:개)?년(?:간"
    rf"|도)?(?:의)?(?:실적)?(?:의)?(?:연평균|평균|연간평균)|{_LAST}(?:의)?(?:실적)?)(?P<way>증가|성장|상승|감소|하락)(?:율"
    rf"|률)(?:인|은|:|\()*(?:약)?{_F}"
)
_LOOSE = Decimal("0.1")


def _growth_at_odds(text: str, node: Node, known: Known) -> str:
    """`최근 3년 연평균 증가율 15%를 전년 실적에 적용`, and the table grows by 9.5 %."""
    for found in _GROWTH.finditer(text):
        if found["unit"] != "%" or _CORRECTED.search(text):
            continue
        many = int(found["many"]) if found["many"] else 1
        rates = [rate for span in {many, many + 1} for rate in _rates(known, span)]
        told = _worth(found["figure"])
        past = {cell.value for cell in known.actuals.values()}
        taken = any(isinstance(part, Number) and part.value == told for part in walk(node))
        if (
            rates
            and taken
            and told not in past
            and all(abs(abs(rate) - told) > max(_LOOSE, told * _LOOSE) for rate in rates)
        ):
            return found[0]
    return ""


def _rates(known: Known, span: int) -> Iterator[Decimal]:
    """How results may be said to have grown over so many of them."""
    values = _results(known, range(known.year - span, known.year)) if span > 1 else None
    if values is None or not all(value > 0 for value in values):
        return
    steps = len(values) - 1
    whole = EXACT.divide(values[-1], values[0])
    yield (EXACT.power(whole, EXACT.divide(Decimal(1), Decimal(steps))) - 1) * _HUNDRED
    yield EXACT.divide((whole - 1) * _HUNDRED, Decimal(steps))
    yield (whole - 1) * _HUNDRED
    yearly = [EXACT.divide(after, before) - 1 for before, after in pairwise(values)]
    yield _mean(yearly) * _HUNDRED
    yield from (rate * _HUNDRED for rate in yearly[-1:])
    yield _mean([after - before for before, after in pairwise(values)])


# ── what comes out ──

_SET = r"(?:을|를)?(?:으로|로)?"
_SAME = pattern_of(
    rf"{_YEAR}(?:도|의|말)*{_RESULT}(?:\([^()]*\))?(?:과|와|을|를)?(?:거의)?(?:동일|같|똑같|동등|그대로|유지|대등)(?:한|은"
    rf"|게|하게|이|하여|해|된)?(?:수준|값|수치|유지)?(?:인|으로|을|를|의|한|하여|유지한)?,?{_F}"
)
_COMPARED = pattern_of(
    rf"{_YEAR}(?:도|의|말)*{_RESULT}(?:\([^()]*\))?(?:보다|대비|에비해|에서)(?:는|도)?(?:소폭|다소|약간|조금|더|크게|대폭)?"
    rf"(?:(?P<up>높은|높인|높여|상향한|상향된|상향하여|상향조정한|증가한|증가된|늘린|늘어난|올린|끌어올린|향상된|향상시킨"
    rf"|많은)|(?P<down>낮은|낮춘|낮춰|하향한|하향된|하향하여|하향조정한|감소한|감소된|줄인|줄어든|내린|적은))(?:수준|값|수치)?(?:인|의|으로)?,?{_F}"
)
_LIKE_MEAN = pattern_of(
    rf"(?:최근|직전|과거|지난)(?P<many>\d)(?:개)?년(?:간|도)?(?:의)?{_RESULT}(?:의)?평균(?:치|값)?(?:\([^()]*\))?(?:과"
    rf"|와)?(?:수준|동일한|동일하게|같은|같게|같이)(?:수준)?(?:인|으로|의)?,?{_F}"
)
_RECORD = pattern_of(
    rf"(?:역대|사상|과거|그간|최근\d개?년)(?:의)?(?:중)?최고(?:치|값|실적|수준|점)?(?:인|의|였던|이었던|수준인|\(|,)*{_F}"
)


def _level_at_odds(text: str, node: Node, known: Known) -> str:
    """`전년 실적과 동일하게 94.5%`, `전년보다 낮은 77점`: the level is not what the words say of it."""
    for pattern in (_SAME, _COMPARED, _LIKE_MEAN, _RECORD):
        for found in pattern.finditer(text):
            if _STEP.match(text, found.end()) or found["unit"] in ("%p", "배"):
                continue
            if _is_not_so(found, pattern, known):
                return found[0]
    return ""


def _is_not_so(found: re.Match[str], pattern: re.Pattern[str], known: Known) -> bool:
    figure = _worth(found["figure"])
    if pattern is _RECORD:
        past = [cell.value for cell in known.actuals.values() if cell.value is not None]
        return bool(past) and _at_odds(found["figure"], max(past))
    if pattern is _LIKE_MEAN:
        values = _results(known, range(known.year - int(found["many"]), known.year))
        return values is not None and _at_odds(found["figure"], _mean(values))
    values = _results(known, [2000 + int(found["year"]) if found["year"] else known.year - 1])
    if values is None or not values[0] or not _NEAR[0] <= figure / values[0] <= _NEAR[1]:
        return False
    if pattern is _SAME:
        return _at_odds(found["figure"], values[0])
    return figure <= values[0] if found["up"] else figure >= values[0]


_AIM = pattern_of(
    rf"(?:^|(?<=[.,(:;)]))[○◦·-]*\(?(?:’(?P<year>\d{{2}})년?(?:도)?|20(?P<long>\d{{2}})년(?:도)?|올해|금년도?"
    rf"|당해연도)?(?:의)?목표(?:치|값)?(?:\(’?\d{{2,4}}년?\)|\))?(?:는|은|:)?{_F}"
)
_LEFT_SIDE = pattern_of(rf"^{_F}=(?=.*[×*+÷])")


def _aim_at_odds(text: str, node: Node, known: Known) -> str:
    """`목표 1,200명 … 40개 기관 × 25명`: the target that is printed does not follow."""
    value = known.value(node)
    for found in (*_AIM.finditer(text), *_LEFT_SIDE.finditer(text)) if value else ():
        groups = found.groupdict()
        said = groups.get("year") or groups.get("long")
        figure = _worth(found["figure"])
        own = any(isinstance(part, Number) and part.value == figure for part in walk(node))
        other = said is not None and 2000 + int(said) != known.year
        if value is None or other or own or _STEP.match(text, found.end()) or found["unit"] == "%p":
            continue
        if _at_odds(found["figure"], value):
            return found[0]
    return ""


_BETTER = pattern_of(r"개선|향상|제고")
_MORE = pattern_of(r"[상]향(?!지표|조정지표)|증가|가산|높[이인여]|올[려린]|늘[려린]")
_BETTER_BY_LESS = pattern_of(r"(?:개선|향상|제고)\((?:감소|하락|단축|축소|저감|하향|낮춤|줄임)")


_FALLS = pattern_of(r"(?:감축|감소|절감|저감|하락)(?:률|율)")


def _falls_upward(text: str, node: Node, known: Known) -> str:
    """`최근 3년 평균 감축률로 설정`, and a growth of results that rose is put on top."""
    grows = any(isinstance(part, Call) and part.name in ("growth", "cagr") for part in walk(node))
    found, value, last = _FALLS.search(text), known.value(node), _results(known, [known.year - 1])
    return found[0] if grows and found and value is not None and last is not None and value > last[0] else ""


def _share_divides(text: str, node: Node, known: Known) -> str:
    """A figure that is only printed in per cent, and divides as if it were a number."""
    for part in walk(node):
        if not (isinstance(part, Infix) and part.operator == "/" and isinstance(part.right, Number)):
            continue
        under = part.right
        if any(isinstance(one, Call) for one in walk(part.left)):
            # Of how many results a mean is.
            continue
        if under.suffix is not Suffix.NONE or under.value == _HUNDRED:
            continue
        printed = [one for one in _PRINTED.finditer(text) if _worth(one["figure"]) == under.value]
        outcome = any(_worth(one["figure"]) == known.value(node) for one in _PRINTED.finditer(text))
        if printed and not outcome and all(one["unit"] == "%" for one in printed):
            return printed[0][0]
    return ""


_PRINTED = pattern_of(r"(?<![\d.,’~])(?P<figure>\d[\d,]*(?:\.\d+)?)(?P<unit>[%)])?")
_DISMISSED = pattern_of(
    rf"(?:{_YEAR}(?:의)?(?P<result>실적|결과|수준)|(?P<mean>평균(?:치|값)?))(?:과|와)(?:는)?(?:무관하|관계없이|상관없이|별개로|별도로|무관히)"
)


def _dismissed(text: str, node: Node, known: Known) -> str:
    """`’22년 실적과는 무관하게`, and that result is all that is read."""
    calculates = any(isinstance(part, Infix) for part in walk(node))
    found = None if calculates else _DISMISSED.search(text)
    if found is None or isinstance(node, Number):
        return ""
    return found[0] if isinstance(node, Past) == bool(found["result"]) else ""


_POINTS_OF_RATE = pattern_of(r"(?:증가|성장|상승|신장|인상|상향)(?:률|율|폭)(?:은|을|를|이|에서)(?P<figure>\d[\d.]*)%p")


def _points_off_a_rate(text: str, node: Node, known: Known) -> str:
    """`증가율을 2%p 낮춤`, and the points are taken off what was raised."""
    found = _POINTS_OF_RATE.search(text)
    points = [part.value for part in walk(node) if isinstance(part, Number) and part.suffix is Suffix.POINTS]
    ratio = any(isinstance(part, Number) and part.suffix is Suffix.RATIO for part in walk(node))
    return found[0] if found and ratio and _worth(found["figure"]) in points else ""


def _raised_for_the_worse(text: str, node: Node, known: Known) -> str:
    """`낮을수록 좋은 지표 … 2%p 개선`, and the reading raises."""
    value, last = known.value(node), _results(known, [known.year - 1])
    said = _BETTER_BY_LESS.search(text)
    if said is None and known.downward and not _MORE.search(text):
        said = _BETTER.search(text)
    return said[0] if said and value is not None and last is not None and value > last[0] else ""


# ── how it is measured ──

_MEASURED = pattern_of(
    r"(?:당해|금년|올해|금번|당년)(?:연도|년도|도)?[^=,.]*[÷/][^=,.]*(?:전년|작년|직전|지난)[^=]*100|대비(?:당해|금년"
    r"|올해)(?:연도|년도|도)?[^.,]*(?:비율|율|률|비중)(?:임|을말함)?[.]?$"
)


def _only_measured(text: str, node: Node, known: Known) -> str:
    """`(당해연도 매출 − 전년도 매출) ÷ 전년도 매출 × 100`: how the indicator is worked out."""
    quotient = any(isinstance(part, Infix) and part.operator == "/" and part.left == part.right for part in walk(node))
    found = _MEASURED.search(text)
    table = any(isinstance(part, Past | Years) for part in walk(node))
    return found[0] if found and table else text if quotient else ""


Question = Callable[[str, Node, Known], str]
QUESTIONS: tuple[Question, ...] = (
    _mean_at_odds,
    _result_at_odds,
    _series_at_odds,
    _list_at_odds,
    _growth_at_odds,
    _level_at_odds,
    _aim_at_odds,
    _raised_for_the_worse,
    _falls_upward,
    _share_divides,
    _dismissed,
    _points_off_a_rate,
    _only_measured,
)


def at_odds(text: str, node: Node, known: Known) -> str:
    """The figures that are at odds with a reading; empty when none are."""
    return next((word for one in QUESTIONS if (word := one(text, node, known))), "")
