"""Parts of a plan by years, and shares of a whole, as they are printed in few words.

`’23~’30년 8년간 총 400대 … 연간 균등`, `90억원을 연도별 2:4:4로 배분`, `5년간 10만명 … 배분비율 15%`, `대상 240개 기관 중 228개 기관 달성(95%)`,
`’26년 목표 120건과 ’22년 실적 80건의 차이를 4년으로 나눠 ’22년 실적에 가산`: each is one form, and the whole of the reason must be of it.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from uigwe.formulas.tree import Node, Suffix
from uigwe.reasons.build import call, infix, number, signed
from uigwe.reasons.known import Known, agrees
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.shares import count_alike
from uigwe.reasons.tokens import SCALES, Token
from uigwe.values import EXACT, rounded

_F = (
    r"(?P<{0}>"
    + NUMERAL
    + r")(?P<{0}_scale>천|만|백만|천만|억|십억|백억)?(?: ?(?P<{0}_unit>(?!년)[가-힣]{{1,3}}?|km|ha|GW|MW|톤))?"
)
_NOUNS = r"(?:[가-힣·]{1,8} ){0,4}"
_TAIL_NOUNS = r"(?: ?[가-힣·]{1,9}){0,4}"
_EVEN = r"(?:균등|균분|똑같이|동일하게|같은 양으로|고르게|등분|나누|나눈|나눠)"
_SPAN = r"(?:’(?P<from>\d\d)(?:년)?~’?(?P<to>\d\d)년?(?:도)? ?)"
_YEARS = (
    r"(?P<years>\d{1,2})(?:개년|년)(?: ?\(’(?P<from2>\d\d)~’?(?P<to2>\d\d)(?:년)?\))?(?:간|에 걸쳐|동안|으로|로| 동안)?"
)


def allotted(laid: Laid, tokens: list[Token], known: Known) -> Made | None:
    """The part that a reason of one of these forms names."""
    text = laid.spaced()
    if len(text) > _LONGEST or _BENDS.search(text):
        return None
    for form, read in _FORMS:
        if (found := form.fullmatch(text)) and (part := read(found, known)) and _counts(found, part, known):
            return part
    return None


def _counts(found: re.Match[str], part: Made, known: Known) -> bool:
    """Whether what comes out counts what the indicator counts, as far as its unit is known."""
    groups = found.groupdict()
    unit = groups.get("total_unit") or groups.get("goal_unit") or ""
    return not known.unit or part.percent or known.unit == unit or count_alike(known.unit, unit)


_LONGEST = 90
_BENDS = pattern_of(
    r"별도|제외하고 별도|다만|단,|※|이내|이상|이하|최대|최소|미정|검토|협의|않|못|또는|거나|예비|중복|누락"
)


def _worth(found: re.Match[str], name: str) -> Decimal:
    value = Decimal(found[name].replace(",", ""))
    if (found[f"{name}_unit"] or "").endswith("원"):
        return value
    scale = found[f"{name}_scale"]
    return EXACT.multiply(value, Decimal(10) ** SCALES[scale]) if scale else value


def _in_span(found: re.Match[str], known: Known, years: int) -> bool:
    """Whether the years that are printed are so many, and the target's is one of them."""
    for first, last in (("from", "to"), ("from2", "to2")):
        groups = found.groupdict()
        if groups.get(first):
            begin, end = int(groups[first]), int(groups[last])
            if end - begin + 1 != years or not begin <= known.year % 100 <= end:
                return False
    return True


def _evenly(found: re.Match[str], known: Known) -> Made | None:
    years = int(found["years"])
    if years < 2 or not _in_span(found, known, years):
        return None
    return Made(infix(number(_worth(found, "total")), "/", number(Decimal(years))))


def _by_ratio(found: re.Match[str], known: Known) -> Made | None:
    shares = [Decimal(one) for one in found["ratio"].split(":")]
    if not _in_span(found, known, len(shares)):
        return None
    share = shares[known.year % 100 - int(found["from"])]
    total = infix(number(_worth(found, "total")), "*", number(share))
    return Made(infix(total, "/", number(sum(shares, Decimal(0)))))


def _by_share(found: re.Match[str], known: Known) -> Made | None:
    if found["years"] and not 1 <= int(found["nth"] or 1) <= int(found["years"]):
        return None
    return Made(infix(number(_worth(found, "total")), "*", number(Decimal(found["share"]), Suffix.RATIO)))


def _rest(found: re.Match[str], known: Known) -> Made | None:
    node: Node = number(_worth(found, "total"))
    for year, less in re.findall(r"’(\d\d)년(?: [가-힣]{2,6})? (\d[\d,]*)", found["done"]):
        if int(year) >= known.year % 100:
            return None
        node = signed(node, -1, number(Decimal(less.replace(",", ""))))
    value = known.value(node)
    return Made(node) if value is not None and value > 0 else None


def _gap(found: re.Match[str], known: Known) -> Made | None:
    goal, start, years = _worth(found, "goal"), _worth(found, "start"), int(found["years"])
    begin, end = int(found["from"]), int(found["to"])
    if begin > end:
        begin, end = end, begin
    else:
        goal, start = start, goal
    if end - begin != years or begin != known.year % 100 - 1 or int(found["base"] or begin) != begin:
        return None
    return Made(signed(number(start), 1, infix(signed(number(goal), -1, number(start)), "/", number(Decimal(years)))))


def _share(found: re.Match[str], known: Known) -> Made | None:
    groups = found.groupdict()
    whole, part = _worth(found, "whole"), _worth(found, "part")
    less = _worth(found, "less") if groups.get("less") else None
    if not 0 < part <= whole or (less is not None and whole - less != part):
        return None
    node: Node = infix(infix(number(part), "/", number(whole)), "*", number(Decimal(100)))
    value = known.value(node)
    if value is None or not (groups.get("said") or groups.get("rate")):
        return None
    if groups.get("places"):
        places = "첫둘셋".index(groups["places"][0]) + (0 if groups["how"] == "에서" else 1)
        node, value = call("round", node, number(Decimal(places))), rounded(value, places)
    if groups.get("said"):
        said = Decimal(found["said"])
        if not agrees(value, said, max(0, -int(said.as_tuple().exponent))) or value != said:
            return None
    if known.percent or not known.unit:
        return Made(node, percent=True)
    return None


def _level(found: re.Match[str], known: Known) -> Made | None:
    if int(found["year"]) != known.year % 100:
        return None
    return Made(number(_worth(found, "total")))


_ROUND = r"(?: ?\((?:%,? ?)?(?:소수점 ?)?(?P<places>첫째|둘째|셋째) ?자리(?P<how>에서|까지) ?반올림\))?"
_SAID = r"(?: ?\(?(?:→|=)? ?(?P<said>\d+(?:\.\d+)?)%\)?)?"
_WHOLE, _PART, _TOTAL = _F.format("whole"), _F.format("part"), _F.format("total")
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Known], Made | None]], ...] = (
    (
        pattern_of(rf"{_NOUNS}{_SPAN}?{_YEARS} ?(?:총 ?)?{_NOUNS}{_TOTAL}(?:을|를|의)? ?{_NOUNS}{_EVEN}{_TAIL_NOUNS}"),
        _evenly,
    ),
    (
        pattern_of(
            rf"(?:총 {_F.format('all')} ?중 )?{_NOUNS}(?:잔여|남은|나머지|총|전체) ?{_NOUNS}{_TOTAL}(?:을|를)? {_SPAN}?{_YEARS} ?(?:매년"
            rf" )?{_EVEN}{_TAIL_NOUNS}"
        ),
        _evenly,
    ),
    (
        pattern_of(
            rf"{_NOUNS}{_SPAN}{_NOUNS}{_TOTAL}(?:을|를)? (?:연도별|연차별|해마다|매년)(?:로)? ?(?P<ratio>\d{{1,2}}(?::\d{{1,2}}){{1,9}}"
            rf")(?:의 비율)?(?:로|으로)? ?(?:배분|나누|나눈|나눠|안분){_TAIL_NOUNS}"
        ),
        _by_ratio,
    ),
    (
        pattern_of(
            rf"(?:(?P<years>\d{{1,2}})(?:개년|년)(?:간)? )?(?:총 )?{_NOUNS}{_TOTAL}(?:의)? ?{_NOUNS}(?:중 )?(?P<nth>\d)(?:차 ?연도"
            rf"|차년도|년차|차 년도)(?:의)? (?:[가-힣]{{2,6}} )?(?:[가-힣]{{2}})?(?:비율|비중) (?P<share>\d+(?:\.\d+)?)%(?:를|을)? ?(?:적용|곱"
            rf"|반영){_TAIL_NOUNS}"
        ),
        _by_share,
    ),
    (
        pattern_of(
            rf"(?:전체|총|대상)? ?{_NOUNS}{_TOTAL} ?중 (?P<done>(?:’\d\d년(?: [가-힣]{{2,6}})? \d[\d,]*(?:개소|건|개|명|곳|호|대)?(?:, ?|"
            rf"와 |과 |· ?)?){{1,5}})(?:을|를) (?:뺀|제외한|차감한) (?:나머지|잔여|남은){_TAIL_NOUNS}(?: ’\d\d년)?{_TAIL_NOUNS}"
        ),
        _rest,
    ),
    (
        pattern_of(
            rf"’(?P<from>\d\d)년 (?:목표|실적)(?:치|값)? ?{_F.format('goal')}(?:과|와) ’(?P<to>\d\d)년 (?:목표|실적)(?:치|값)? ?"
            rf"{_F.format('start')}의 (?:차이|차|격차)(?:를|을)? (?P<years>\d{{1,2}})(?:년|개년)?(?:으로|로|년간|등분)(?:하여|해)? ?(?:균등 ?)?"
            rf"(?:나눠|나누어|나눈 값을|나눈 몫을|배분하여|나눈 만큼)? ?(?:(?:’(?P<base>\d\d)년|전년) 실적)?(?:치|값)?에 "
            rf"(?:가산|더함|더한 값|합산|더하여 설정|가산하여"
            rf" 설정|추가)(?:함)?"
        ),
        _gap,
    ),
    (
        pattern_of(
            rf"(?:전체|총|대상)? ?{_NOUNS}{_WHOLE}(?: [가-힣·]{{1,6}})? ?중 ?{_NOUNS}{_PART}(?: [가-힣·]{{1,6}}){{0,3}}?(?:의|시의|시)?"
            rf"(?: ?(?P<rate>[가-힣]{{0,6}}(?:율|률|비율|비중)))?(?:을|를)?{_SAID}{_ROUND}(?: ?달성| ?목표| ?산출| ?산정| ?완료)?"
        ),
        _share,
    ),
    (
        pattern_of(
            rf"(?:전체|총|대상)? ?{_NOUNS}{_WHOLE}(?: [가-힣·]{{1,6}})? ?중 ?{_NOUNS}{_F.format('less')}(?: [가-힣]{{1,6}})?(?:을|를"
            rf") (?:제외|차감|공제)?(?:한|뺀) {_PART}(?: [가-힣]{{1,6}})?의 (?P<rate>[가-힣]{{0,6}}(?:율|률|비율|비중)){_SAID}"
        ),
        _share,
    ),
    (
        pattern_of(
            rf"분모(?:는|를|가)? ?{_NOUNS}{_WHOLE}(?:,|,? ?이?며|이고|으로|로|,? ?하고)? ?분자(?:는|를|가)? ?{_NOUNS}{_PART}(?:으로|로|을|를)? ?"
            rf"(?:예상|추정|설정|산정|계산)?(?:하여|해|한|함|하면)?,? ?(?P<said>\d+(?:\.\d+)?)%{_TAIL_NOUNS}"
        ),
        _share,
    ),
    (
        pattern_of(
            rf"분자(?:는|를|가)? ?{_NOUNS}{_PART}(?:,|,? ?이?며|이고|으로|로|,? ?하고)? ?분모(?:는|를|가)? ?{_NOUNS}{_WHOLE}(?:으로|로|을|를)? ?"
            rf"(?:예상|추정|설정|산정|계산)?(?:하여|해|한|함|하면)?,? ?(?P<said>\d+(?:\.\d+)?)%{_TAIL_NOUNS}"
        ),
        _share,
    ),
    (
        pattern_of(
            rf"[가-힣 ]{{0,16}}(?:계획|로드맵|대책|전략)(?:\([^()]*\))?(?:상|상의|의|에서 정한|에 따른|에 제시된) ’(?P<year>\d\d)년도? ?{_NOUNS}"
            rf"{_TOTAL}(?:을|를)? ?(?:준용|적용|반영|달성|으로 설정)?"
        ),
        _level,
    ),
)
