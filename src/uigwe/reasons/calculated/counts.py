"""So many of each: `28개 기관이 한 해 15차례씩`, `시설 40곳이 곳당 연 650명`, `월 1,350명씩 … 여섯 달치`, `1억원당 520명 … 예산 86억원`.

One figure counts things, another says how many come of each, a third how often in the year; the product is the target when each figure
has its part, what is left is last year's (`전년에는 35곳이 평균 612명`), and the outcome lies near the results.
"""

import re
from decimal import Decimal
from functools import lru_cache

from uigwe.formulas import Node
from uigwe.reasons.build import infix, number
from uigwe.reasons.calculated.figures import Told, figures_of, is_near, last_result
from uigwe.reasons.calculated.signs import in_signs
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_LONGEST = 240
_AGAINST = pattern_of(
    r"않|못|제외|빼|뺀|다만|단,|경우|만약|또는|혹은|검토|당초|이내|이하|(?<!급)이상(?!기후)|미만|초과|절반|일부|나머지|추후|미정|협의|상한"
    r"|하한|한도|취소|보류|철회|가중|격차|아니|중복|잔여|폐지|고려|감안|참고|타기관|다른기관|업계|전국|밝혔|나타났|나타남|대비|보다|상향"
    r"|증가율|최대|최소|목표(?:치)?대비|더늘|추가|신규|별도|반영률|부터|까지|예정이었|격월|격주|격년|분기|더하|더해|더한|합하|합한|합산|합계"
    r"|외에|포함|참작|및|본부|어려|곤란|불가|무리|힘들|으나|지만|보수적|악화|하락|실적을|낮은|높은|낮게|높게|수준|[×÷+=→]"
)
_EACH_BEFORE = pattern_of(
    r"(?:당|별로|별|마다|각각|각|한곳에|한곳이|한곳에서|한개소가|하나에|한명이|한사람이|평균|매번|매회)(?:약|평균)?(?:연간|연|한해에?|1년에"
    r"|매년|월평균|월|매월|한달에|주)?(?:약|평균)?(?:[가-힣]{1,8}?)?$"
)
_EACH_AFTER = pattern_of(r"^(?:[가-힣]{0,8})?씩")
_MONTHLY = pattern_of(r"(?:월평균|매월|매달|월|한달에|달마다|월마다|1개월에)(?:약|평균)?(?:[가-힣]{1,8})?$")
_YEARLY = pattern_of(r"(?:연간|연|한해에?|1년에|매년)(?:약|평균)?(?:[가-힣]{1,8})?$")
_DAILY = pattern_of(r"(?:하루|매일|일평균|주당|매주|주)(?:에)?(?:약|평균)?(?:[가-힣]{1,8})?$")
_MONTHS_TOLD = pattern_of(
    r"(?P<word>한|두|석|세|넉|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)(?:개월|달)(?:치|간|분|동안)?|(?P<n>\d{1,2})(?:개월|달)(?:치|간|분|동안)?"
)
_MONTHS = {
    "한": 1,
    "두": 2,
    "석": 3,
    "세": 3,
    "넉": 4,
    "네": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
    "열한": 11,
    "열두": 12,
}
_SPAN_OF_MONTHS = pattern_of(r"(?P<first>\d{1,2})(?:월)?[~-](?P<last>\d{1,2})월")
_THINGS = pattern_of(r"개소|개사|개교|개국|개관|개|명|인|곳|호|대|척|팀|가구|사|교|종|과제|회|차례|번")
_COUNTED = pattern_of(r"개소|개사|개|명|인|건|회|차례|번|곳|호|대|권|편|그루|톤|kg|시간|가구|마리|점|필지|식|종|과제")
_ONE = pattern_of(r"^(?:[가-힣]{0,6})?(?:에서|에|이|가|당|마다)")
# A number of things in words is no figure here; what is set must be the product.
_IN_WORDS = pattern_of(r"(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)(?:개|곳|명|차례|번|군데|기관|센터|분야)")
_OUTCOME_BEFORE = pattern_of(r"(?:총|모두합쳐|합계|연간총|하여연간|하여연|해연간|로연간|으로연간)$")
_OUTCOME_BEHIND = pattern_of(r"(?:을|를|으로|로)(?:연간)?(?:목표|설정|책정)")
_PAST = pattern_of(r"(?:전년|작년|지난해)(?:도)?(?:에는|에|은|는|의|실적)?")


@lru_cache(maxsize=512)
def in_counts(text: str, known: Known) -> Node | None:
    """What a reason comes to that counts so many of each."""
    if len(text) > _LONGEST or known.percent:
        return None
    own = ".".join(one for one in text.split(".") if one and not _of_last_year(one, known))
    if not own or _AGAINST.search(own) or _PAST.search(own):
        return None
    months, own = _months(own)
    if months is None:
        return None
    if "반기" in own and not months:
        return None
    figures = [one for one in figures_of(own) if not (one.value == 1 and _ONE.match(one.after))]
    if _IN_WORDS.search(own) or any(_DAILY.search(one.before) for one in figures):
        return None
    outcomes = [one for one in figures if _OUTCOME_BEFORE.search(one.before) or _OUTCOME_BEHIND.match(one.after)]
    figures = [one for one in figures if one not in outcomes]
    each = [
        one
        for one in figures
        if _EACH_BEFORE.search(one.before) or _EACH_AFTER.match(one.after) or _MONTHLY.search(one.before)
    ]
    things = [one for one in figures if one not in each]
    if (
        len(each) != 1
        or len(things) > 1
        or any(one.percent or one.unit in ("%p", "월", "년", "일", "배", "") for one in figures)
    ):
        return None
    if not _COUNTED.fullmatch(each[0].unit) or (things and not _THINGS.fullmatch(things[0].unit)):
        return None
    monthly = _MONTHLY.search(each[0].before)
    if (months and not monthly) or (not things and not (monthly and months)):
        return None
    node: Node = number(each[0].value)
    if things:
        node = infix(number(things[0].value), "*", node)
    if monthly:
        node = infix(node, "*", number(Decimal(months or 12)))
    value = known.value(node)
    if any(one.value != value for one in outcomes):
        return None
    return node if is_near(value, known, bare=not last_result(known)) else None


def _months(text: str) -> tuple[int | None, str]:
    """For how many months it is told, and the rest; 0 when nothing is said, None when two things are."""
    said: set[int] = set()
    for one in _SPAN_OF_MONTHS.finditer(text):
        said.add(int(one["last"]) - int(one["first"]) + 1)
    for one in _MONTHS_TOLD.finditer(text):
        said.add(_MONTHS[one["word"]] if one["word"] else int(one["n"]))
    if len(said) > 1:
        return None, text
    rest = _MONTHS_TOLD.sub("", _SPAN_OF_MONTHS.sub("", text))
    return (said.pop() if said else 0), rest


def _of_last_year(sentence: str, known: Known) -> bool:
    """Whether a sentence tells how last year's result came about."""
    figures = figures_of(sentence)
    last = last_result(known)
    product = Decimal(1)
    for one in figures:
        product *= one.value
    return bool(_PAST.search(sentence)) and bool(figures) and product == last


_PER = pattern_of(
    r"(?P<per>\d+)?억원?(?:투입|지원|집행|출자)?당(?:[가-힣]{0,10}?)(?P<rate>\d+(?:\.\d+)?)(?P<unit>명|건|개소|개사|개|대|가구|호|ha|톤)"
)


def in_money(text: str, known: Known) -> Node | None:
    """What so much money yields at so many for each hundred million."""
    found = list(_PER.finditer(text))
    if len(found) != 1 or len(text) > _LONGEST or _AGAINST_MONEY.search(text):
        return None
    rest = text[: found[0].start()] + text[found[0].end() :]
    figures = [one for one in figures_of(rest) if one.unit or one.value != 1]
    if any(one.unit != "억원" for one in figures):
        return None
    node = _budget(figures)
    if node is None:
        return None
    per, rate = Decimal(found[0]["per"] or 1), Decimal(found[0]["rate"])
    node = infix(node, "*", number(rate))
    if per != 1:
        node = infix(node, "/", number(per))
    return node if is_near(known.value(node), known) else None


_AGAINST_MONEY = pattern_of(
    r"않|못|다만|단,|경우|만약|또는|혹은|검토|당초|이내|이하|이상|미만|초과|절반|일부|추후|미정|협의|상한|하한|한도|취소|보류|철회|가중|아니"
    r"|상향|하향|증가율|감액|증액|요구|신청|확정될|심의"
)
_CUT = pattern_of(r"제외|뺀|빼고|차감|공제|덜어")


def _budget(figures: list[Told]) -> Node | None:
    """The money that counts: all of it, or what is left of it."""
    if len(figures) == 1:
        return number(figures[0].value)
    if len(figures) != 2 or figures[0].value <= figures[1].value:
        return None
    if re.match(r"(?:중|가운데|에서)", figures[0].after) and _CUT.search(figures[1].after):
        return infix(number(figures[0].value), "-", number(figures[1].value))
    return None


_FORMULA = pattern_of(
    r"(?P<formula>\d[\d,.]*[가-힣%]{0,4}(?:[×÷]\d[\d,.]*[가-힣%]{0,4}){1,4})(?:=\d[\d,.]*[가-힣]{0,3})?(?:으로|로|을|를)?(?:산출|산정|계산"
    r"|설정|정함|책정|추산|도출)?(?:함|하였음|했음|됨)?[.]?$"
)
_AGAINST_WORDS = pattern_of(
    r"않|못|제외|다만|단,|경우|만약|또는|혹은|검토|당초|이내|이하|미만|초과|절반|일부|추후|미정|협의|상한|하한|한도|취소|보류|철회|아니|별도"
    r"|추가로|더하|합산|상향|가산|%|분기|반기"
)
_FROM_TO = pattern_of(r"(?P<first>\d[\d,]*)[가-힣]{1,3}에서(?P<second>\d[\d,]*)[가-힣]{1,3}으로")


@lru_cache(maxsize=512)
def in_prose(text: str, known: Known) -> Node | None:
    """A product that a reason writes out at its end, behind words that tell where its factors come from."""
    found = _FORMULA.search(text)
    if found is None or not found.start() or len(text) > _LONGEST or _AGAINST_WORDS.search(text[: found.start()]):
        return None
    node = in_signs(found["formula"], known)
    factors = {one.value for one in figures_of(found["formula"])}
    told = figures_of(text[: found.start()])
    moved = [[Decimal(one[name].replace(",", "")) for name in ("first", "second")] for one in _FROM_TO.finditer(text)]
    behind = {one for pair in moved if pair[1] in factors for one in (pair[0], abs(pair[0] - pair[1]))}
    if (
        node is None
        or not {one.value for one in told} & factors
        or any(one.value not in factors | behind | {Decimal(1)} for one in told)
    ):
        return None
    return node if is_near(known.value(node), known) else None
