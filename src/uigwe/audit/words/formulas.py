"""What formulas and sources say: scales, surveys and their samples, weights, parts of a whole, growth, what is counted."""

import re
from decimal import Decimal

from uigwe.audit.words.names import without_brackets
from uigwe.reasons.patterns import pattern_of

_SCALE = pattern_of(r"(?P<points>\d{1,2})\s*점\s*척도")
_CONVERTED = pattern_of(r"환산|만점|100점|가중치|백점")
_ADDED = "합산"
_ITEM = pattern_of(r"\(\s*\d{1,3}\s*점\s*\)")
_SURVEY = pattern_of(r"만족도|체감도|설문|인식도|인지도|경영여건|여건\s*개선")
_ASKED = pattern_of(r"설문|조사|만족도")
_SAMPLE = pattern_of(r"표본|전수|모든|전체|전\s*기업|참여\s*기업|참여\s*소상공인|\d\s*(?:개사|명|건|개|인|업체)|대상")
_PAST_TIMES = pattern_of(r"(?:전년도?|직전|지난해|당해|금년|최근\s*\d+년).*[×xX*ⅹ]\s*(?:1\.\d+|10\d\s*%|1[1-9]\d\s*%)")
_GROWTH = pattern_of(r"증가|성장|향상|개선|달성|대비|상승|집약|전년|이전|전후|목표|차이|차\b")
_PART_WHOLE = pattern_of(r"(?:율|률|비율|비중|점유)")
_DIFFERENCE = pattern_of(r"(?:율|률|비율|비중)\)?\s*[-–−]\s*[^/÷×]*(?:율|률|비율|비중)")
_FORMULA_SIGNS = pattern_of(r"[÷∑Σ]|\}\s*/|\)\s*/\s*\(")


def scale_points(formula: str) -> tuple[int, int] | None:
    """The points of a scale (`5점 척도`) that the formula does not convert, and how many marks it adds up; None when it says how."""
    match = _SCALE.search(formula)
    if not match or _CONVERTED.search(formula):
        return None
    items = len(_ITEM.findall(formula)) if _ADDED in formula else 1
    return (int(match["points"]), items) if items else None


def is_survey(name: str, formula: str, source: str) -> bool:
    """Whether the indicator is what people answer when they are asked."""
    return bool(_SURVEY.search(name) and _ASKED.search(f"{formula} {source}"))


def names_sample(formula: str, source: str) -> bool:
    """Whether formula or source say who is asked, or how many."""
    return bool(_SAMPLE.search(f"{formula} {source}"))


def is_satisfaction(name: str) -> bool:
    """Whether the indicator is a mark that people give."""
    return "만족도" in name or "체감도" in name


_RAISED_PAST = pattern_of(
    r"(?:전년|직전|지난해|최근\s*\d+\s*(?:개)?년).*\d\s*%p?\s*(?:상향|증가|향상|상승|인상|하향|감소)"
)
_WEIGHT = pattern_of(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<sign>%|점)\s*(?:\)|(?=\s*(?:\+|,|·|$|\()))")
_FACTOR = pattern_of(r"(?<![\d.])0?\.(?P<digits>\d{1,3})\s*[×xX*ⅹ]|[×xX*ⅹ]\s*0?\.(?P<after>\d{1,3})(?!\d)")
_CUMULATIVE_MARK = pattern_of(r"\((?:누적|누계)\)")
_CUMULATIVE = pattern_of(r"누적|누계")


def is_cumulative(name: str, unit: str, formula: str) -> bool:
    """Whether an indicator is only ever added to."""
    return bool(_CUMULATIVE.search(f"{name} {unit}") or _CUMULATIVE_MARK.search(formula))


def is_bold(reason: str) -> bool:
    """Whether a reason calls its target bold."""
    return bool(re.search(r"도전적|적극적|공격적|획기적|과감", reason))


def weights_of(formula: str) -> tuple[Decimal, ...]:
    """The weights of a formula's parts, in per cent: `신속성(30%) + 적극성(30%)`, `0.4 × 계획 + 0.6 × 성과`."""
    if "+" not in formula and "," not in formula and "·" not in formula:
        return ()
    factors = [Decimal(f"0.{m['digits'] or m['after']}") * 100 for m in _FACTOR.finditer(formula)]
    if len(factors) >= 2 and formula.count("+") == len(factors) - 1:
        return tuple(factors)
    found = [(Decimal(m["number"]), m["sign"]) for m in _WEIGHT.finditer(formula)]
    if len(found) < 2 or len({sign for _, sign in found}) != 1 or re.search(r"[/÷]", formula):
        return ()
    return tuple(number for number, _ in found)


def is_target_basis(formula: str) -> bool:
    """Whether a formula tells how the target is set (`전년도 … × 1.03`) rather than how the result is measured."""
    told = _PAST_TIMES.search(formula) or _RAISED_PAST.search(formula)
    return bool(told) and not re.search(r"[/÷]", formula)


def is_part_of_whole(name: str, formula: str) -> bool:
    """Whether the indicator is the share of a part in its whole, which cannot pass 100 %."""
    ratio = re.search(r"[/÷]", formula) or "대비" in formula
    return bool(ratio and _PART_WHOLE.search(name) and not _GROWTH.search(name) and not _GROWTH.search(formula))


def lacks_hundred(formula: str) -> bool:
    """Whether a formula divides and never makes per cent of it: `이행 건수 ÷ 대상 건수`."""
    divides = re.search(r"[가-힣)\]}⎬]\s*[/÷]\s*[가-힣(\[{]", formula)
    return bool(divides) and not re.search(r"100|백분율|비율|%", formula)


_CONCERNED = pattern_of(
    r"이해\s?(?:당사자|관계자|관계집단|관계인)[^.□ㅇ◦]{0,40}?(?:협의|조정|갈등|반발|반대|대립|충돌|이견)[가-힣·‧]*"
)
_GROWS = pattern_of(r"(?P<what>[가-힣A-Za-z]{2,12})[을를]?\s?(?:대폭\s?|지속\s?)?(?:확대|증액|확충)")
_MONEY, _LESS = r"(?:예산|출자\S{0,3}|재정|사업비|지원액|규모)", r"(?:감액|삭감|축소|감소|줄어|줄었|줄인)"


def interests_named(text: str) -> re.Match[str] | None:
    """Where a text says that those concerned must be heard, disagree or are to be reconciled."""
    return _CONCERNED.search(text)


def growth_promised(title: str) -> re.Match[str] | None:
    """Where a title promises more of something; `what` is what."""
    return _GROWS.search(title)


def cut_of(what: str, text: str) -> str:
    """The words that say that the money of something is cut; empty where there are none."""
    match = re.search(rf"{re.escape(what)}[가-힣]*\s?{_MONEY}(?:[^.,]|\d[.,]\d){{0,40}}?{_LESS}", text)
    return match[0] if match else ""


def says_words(text: str) -> bool:
    """Whether a cell holds words and no number: `조성방안 마련`; not a dash, `해당 없음` or a date."""
    return bool(re.fullmatch(r"[가-힣A-Za-z·‧ ]{4,}", text.strip())) and not re.search(
        r"해당\s?없|미\s?실시|미\s?집계|집계\s?중|신규|예정|비공개|폐지|산출\s?불가", text
    )


_SOURCE_WORDS = pattern_of(
    r"조사|보고|자료|통계|시스템|DB|디비|집계|결과|대장|기관|공단|공사|진흥|협회|재단|은행|센터|위원회|누리집|홈페이지|보도|명단|증빙|확인|설문|내부|현황|연보|전산|공문|부$|청$|처$|원$|국$|과$|[A-Z]{2,}"
)


def counts_something(source: str) -> bool:
    """Whether what stands as a source names what is counted and nobody who counts it: `공공기관과 체결한 협약 건수`."""
    counted = re.sub(r".*(?:한|된|받은)\s", "", source.strip())  # who concluded, took part or was served counts nothing
    return bool(re.search(r"(?:건수|횟수|개수|인원수|기업수|금액|비율)$", counted)) and not _SOURCE_WORDS.search(
        counted
    )


def named_before_equals(text: str) -> str:
    """What a formula says it is the formula of: `매출 증가율(%) = …`; empty where it does not say."""
    match = re.match(r"\s*(?P<name>[가-힣A-Za-z·‧･․ ()%]{4,60}?)\s*[=＝]", text)
    return match["name"].strip() if match else ""


def says_cumulative(text: str) -> bool:
    """Whether a text says that something is counted from its beginning on and not for a year."""
    return bool(re.search(r"누적|누계|통산|이래|(?:시행|도입|지정|출범|개소)\s?이후", text))


_OF_ONE_YEAR = pattern_of(
    r"(?<!\d)(?:1|한)\s?년\s?간의?|당해\s?(?:연도|년도|년)\s?(?:한\s?해|1년)|(?<!\d)1년\s?(?:동안|치)"
)


def counts_one_year(text: str) -> str:
    """Where a text says that the figure is that of one year, the words that do; empty otherwise: `’22년 1년간의 매출`."""
    match = _OF_ONE_YEAR.search(text)
    return match[0] if match else ""


_CHANGE_NAMED = pattern_of(r"(?:증가|향상|개선|상승|성장|감소|절감|신장|증감|단축)(?:율|률|도)$")
_LATER = r"(?<![가-힣])[^/÷(){}\[\]]{0,24}?(?:이?후|당해|당해년도|해당|올해|금년|당년)(?![가-힣]*증)"
_EARLIER = r"[^/÷]{0,24}?(?:이?전|전년|작년|직전|기준년)"
_LATER_BY_EARLIER = pattern_of(rf"{_LATER}[^/÷]*[/÷][\s(\[{{]*{_EARLIER}")
_SAYS_CHANGE = pattern_of(r"[-–−－]|증가|향상|개선|상승|성장|감소|절감|신장|증감|단축|차이|빼|순증")


def takes_ratio_for_change(name: str, formula: str) -> bool:
    """Whether the name is that of a change and the formula divides the later by the earlier and takes nothing off: 100 is no change.

    `매출 증가율`, `당해 연도 매출액 / 전년도 매출액 × 100`.
    """
    named = _CHANGE_NAMED.search(without_brackets(name))
    return bool(named) and not _SAYS_CHANGE.search(formula) and bool(_LATER_BY_EARLIER.search(formula))


def is_difference_of_rates(formula: str) -> bool:
    """Whether the formula takes one rate from another: the result is percentage points."""
    return bool(_DIFFERENCE.search(formula)) and not re.search(r"[/÷]", formula)


_DONE = r"\s*(?:지원|참여|육성|선정|발굴|인증|등록|유치|양성)?\s*(?:건?수|개수|총수)$"
_FIRMS_COUNTED = pattern_of(rf"(?:기업|업체|사업장|점포|기관){_DONE}")
_PEOPLE_COUNTED = pattern_of(
    r"(?:이용자|방문자|수료자|수료생|참여자|참가자|수혜자|가입자|취업자|교육생|종사자|관람객|방문객|이용객)"
    rf"(?:{_DONE}|$)|인원\s?수?$"
)
_PEOPLE = pattern_of(r"(?:천|만|백만)?(?:명|인)$")
_THINGS = pattern_of(r"(?:천|만)?(?:건|건수|개|개사|개소|곳)$")


def unfit_unit(name: str, unit: str) -> str:
    """What a name counts where its unit counts something else: `firms` in heads, `people` in cases; empty where they agree."""
    bare = without_brackets(name).strip()
    if _PEOPLE.fullmatch(unit) and _FIRMS_COUNTED.search(bare):
        return "firms"
    return "people" if _THINGS.fullmatch(unit) and _PEOPLE_COUNTED.search(bare) else ""


def looks_like_formula(source: str) -> bool:
    """Whether the cell of the source holds a formula."""
    return bool(_FORMULA_SIGNS.search(source))
