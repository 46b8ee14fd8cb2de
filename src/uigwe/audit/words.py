"""The words by which officials give themselves away: reasons that give none, formulas that are targets, years gone by.

This module is the grammar of such phrases; the checks ask it and never look for words themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

# A title is printed as a sentence on its own page and as a noun in tables: `제도를 개선한다`, `제도를 개선`.
_SENTENCE = re.compile(r"(?<=[가-힣]{4})한다$")
# The object of that sentence's verb, as a title without spaces ends.
_OBJECT = re.compile(r"(?<=[가-힣]{2})[을를](?=[가-힣]{2}$)")
_PART_OF = "내"
_ROUGH = ("약", "여", "내외", "이상", "이하", "미만")
TARGET_WORDS = ("목표", "목표치", "목표값")

_QUOTE = r"[‘’'`´′]"
_NOISE = re.compile(r"[\s·‧․・ㆍ･∙•.,’‘'“”\"「」｢｣()\[\]]+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def squeezed(text: str) -> str:
    """A text without spaces, dots, quotes and brackets."""
    return _NOISE.sub("", text)


def without_brackets(text: str) -> str:
    """A name without what stands in its brackets, and without spaces and dots."""
    return squeezed(_BRACKETS.sub("", text))


def without_ending(title: str) -> str:
    """A title without the ending that makes a sentence of it: `창업을확산한다` and `창업확산` are one title."""
    return _OBJECT.sub("", _SENTENCE.sub("", title))


def is_part_of(name: str, whole: str) -> bool:
    """Whether a programme's name says that it is a part of another: `생태계구축 내 거래공정화`. Both squeezed."""
    return name.startswith(whole + _PART_OF)


def is_rough(written: str) -> bool:
    """Whether the words say that a figure is rough."""
    return any(word in written for word in _ROUGH)


def target_of(subject: str) -> str:
    """What a figure is the target of: `만족도 목표` is `만족도`; empty when it is no target."""
    for word in sorted(TARGET_WORDS, key=len, reverse=True):
        if subject.rstrip().endswith(word):
            return subject.rstrip().removesuffix(word).strip()
    return ""


def is_about(subject: str, name: str) -> bool:
    """Whether the subject of a figure is this indicator's target or value: the name and a word for a target."""
    rest = squeezed(target_of(subject) or subject)
    return len(rest) >= 5 and rest == squeezed(name)


# ── reasons ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_RAISED = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)\s*%\s*(?:를|을|만큼|이상|대폭|로)?\s*"
    r"(?P<word>상향|증가|인상|향상|증대|확대|개선|제고|상승|높은|높여)"
)
_WINDOW = re.compile(
    rf"(?:최근|직전|과거|지난)?\s*(?P<count>\d{{1,2}})\s*(?:개년도|개년|년간|년도|년|연도)\s*(?:간|치)?\s*"
    rf"\(\s*(?:{_QUOTE}\s*)?(?P<first>\d{{2,4}})\s*년?도?\s*[~∼～\-–]\s*(?:{_QUOTE}\s*)?(?P<last>\d{{2,4}})\s*년?도?[^()]{{0,12}}\)"
)
_COUNT = re.compile(r"(?:최근|직전|과거|지난)\s*(?P<count>\d{1,2})\s*(?:개년도|개년|년간|년도|년)")
_CONSIDERED = re.compile(r"고려|감안|참고|종합|반영|도전적|적극적|추세|여건")


def raised_by(reason: str) -> Iterator[tuple[Decimal, str]]:
    """Each `103% 상향` of a reason: the number, and the words as printed."""
    for match in _RAISED.finditer(reason):
        yield Decimal(match["number"]), match[0]


def numbers_in(text: str) -> list[Decimal]:
    """Every number in a text, as it is printed."""
    return [Decimal(match[0].replace(",", "")) for match in re.finditer(r"\d[\d,]*(?:\.\d+)?", text)]


@dataclass(frozen=True, slots=True)
class Window:
    """Years that a reason names twice: `최근 3개년(’21~’22)` is three years by its words and two by its dates."""

    text: str
    count: int
    first: int
    last: int

    @property
    def length(self) -> int:
        """How many years the dates hold."""
        return self.last - self.first + 1


def windows(reason: str) -> Iterator[Window]:
    """Each number of years with its dates beside it."""
    for match in _WINDOW.finditer(reason):
        first, last = (_year(match[part]) for part in ("first", "last"))
        if first and last and first <= last:
            yield Window(match[0], int(match["count"]), first, last)


def years_counted(reason: str) -> tuple[int, ...]:
    """The numbers of years that a reason looks back: `최근 3년` is 3."""
    return tuple(int(match["count"]) for match in _COUNT.finditer(reason))


def only_considers(reason: str) -> bool:
    """Whether a reason names what was considered rather than how the target follows."""
    return bool(_CONSIDERED.search(reason)) or not re.search(r"\d", reason)


_CHANGED_BY = re.compile(
    r"(?:대비|보다|실적|평균|점|%|건|명|개)\s*(?:의|에|에서)?\s*(?:약\s*)?\d+(?:\.\d+)?\s*%\s?[pP]?\s*(?:를|을|만큼)?\s*(?:대폭\s*)?(?:상향한|상향된|증가한|인상한|가산|높인|높은|더하여|더한)"
)


def tells_change(reason: str) -> bool:
    """Whether a reason says from what and by how much, whatever else was considered: `기존 대비 112% 상향한 70개사`."""
    return bool(_CHANGED_BY.search(reason))


def holds_formula(reason: str, formula: str) -> bool:
    """Whether the cell of the reason holds the formula again: no figure of its own, an equals sign or the same words."""
    figures = re.sub(rf"{_QUOTE}?\d{{2,4}}\s*년(?:도)?", "", reason)
    if re.search(r"\d", figures):
        return False
    one, other = squeezed(reason), squeezed(formula)
    return "=" in reason or (len(other) >= 6 and other in one)


def _year(digits: str) -> int | None:
    if len(digits) == 2:
        return 2000 + int(digits)
    return int(digits) if len(digits) == 4 else None


# ── formulas and sources ─────────────────────────────────────────────────────────────────────────────────────────────

_SCALE = re.compile(r"(?P<points>\d{1,2})\s*점\s*척도")
_CONVERTED = re.compile(r"환산|만점|100점|가중치|백점")
_ADDED = "합산"
_ITEM = re.compile(r"\(\s*\d{1,3}\s*점\s*\)")
_SURVEY = re.compile(r"만족도|체감도|설문|인식도|인지도|경영여건|여건\s*개선")
_ASKED = re.compile(r"설문|조사|만족도")
_SAMPLE = re.compile(r"표본|전수|모든|전체|전\s*기업|참여\s*기업|참여\s*소상공인|\d\s*(?:개사|명|건|개|인|업체)|대상")
_PAST_TIMES = re.compile(r"(?:전년도?|직전|지난해|당해|금년|최근\s*\d+년).*[×xX*ⅹ]\s*(?:1\.\d+|10\d\s*%|1[1-9]\d\s*%)")
_GROWTH = re.compile(r"증가|성장|향상|개선|달성|대비|상승|집약|전년|이전|전후|목표|차이|차\b")
_PART_WHOLE = re.compile(r"(?:율|률|비율|비중|점유)")
_DIFFERENCE = re.compile(r"(?:율|률|비율|비중)\)?\s*[-–−]\s*[^/÷×]*(?:율|률|비율|비중)")
_FORMULA_SIGNS = re.compile(r"[÷∑Σ]|\}\s*/|\)\s*/\s*\(")


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


_RAISED_PAST = re.compile(
    r"(?:전년|직전|지난해|최근\s*\d+\s*(?:개)?년).*\d\s*%p?\s*(?:상향|증가|향상|상승|인상|하향|감소)"
)
_WEIGHT = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<sign>%|점)\s*(?:\)|(?=\s*(?:\+|,|·|$|\()))")
_FACTOR = re.compile(r"(?<![\d.])0?\.(?P<digits>\d{1,3})\s*[×xX*ⅹ]|[×xX*ⅹ]\s*0?\.(?P<after>\d{1,3})(?!\d)")
_CUMULATIVE_MARK = re.compile(r"\((?:누적|누계)\)")
_CUMULATIVE = re.compile(r"누적|누계")


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


_CONCERNED = re.compile(
    r"이해\s?(?:당사자|관계자|관계집단|관계인)[^.□ㅇ◦]{0,40}?(?:협의|조정|갈등|반발|반대|대립|충돌|이견)[가-힣·‧]*"
)
_GROWS = re.compile(r"(?P<what>[가-힣A-Za-z]{2,12})[을를]?\s?(?:대폭\s?|지속\s?)?(?:확대|증액|확충)")
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


_SOURCE_WORDS = re.compile(
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


_OF_ONE_YEAR = re.compile(
    r"(?<!\d)(?:1|한)\s?년\s?간의?|당해\s?(?:연도|년도|년)\s?(?:한\s?해|1년)|(?<!\d)1년\s?(?:동안|치)"
)


def counts_one_year(text: str) -> str:
    """Where a text says that the figure is that of one year, the words that do; empty otherwise: `’22년 1년간의 매출`."""
    match = _OF_ONE_YEAR.search(text)
    return match[0] if match else ""


_CHANGE_NAMED = re.compile(r"(?:증가|향상|개선|상승|성장|감소|절감|신장|증감|단축)(?:율|률|도)$")
_LATER = r"(?<![가-힣])[^/÷(){}\[\]]{0,24}?(?:이?후|당해|당해년도|해당|올해|금년|당년)(?![가-힣]*증)"
_EARLIER = r"[^/÷]{0,24}?(?:이?전|전년|작년|직전|기준년)"
_LATER_BY_EARLIER = re.compile(rf"{_LATER}[^/÷]*[/÷][\s(\[{{]*{_EARLIER}")
_SAYS_CHANGE = re.compile(r"[-–−－]|증가|향상|개선|상승|성장|감소|절감|신장|증감|단축|차이|빼|순증")


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
_FIRMS_COUNTED = re.compile(rf"(?:기업|업체|사업장|점포|기관){_DONE}")
_PEOPLE_COUNTED = re.compile(
    r"(?:이용자|방문자|수료자|수료생|참여자|참가자|수혜자|가입자|취업자|교육생|종사자|관람객|방문객|이용객)"
    rf"(?:{_DONE}|$)|인원\s?수?$"
)
_PEOPLE = re.compile(r"(?:천|만|백만)?(?:명|인)$")
_THINGS = re.compile(r"(?:천|만)?(?:건|건수|개|개사|개소|곳)$")


def unfit_unit(name: str, unit: str) -> str:
    """What a name counts where its unit counts something else: `firms` in heads, `people` in cases; empty where they agree."""
    bare = without_brackets(name).strip()
    if _PEOPLE.fullmatch(unit) and _FIRMS_COUNTED.search(bare):
        return "firms"
    return "people" if _THINGS.fullmatch(unit) and _PEOPLE_COUNTED.search(bare) else ""


def looks_like_formula(source: str) -> bool:
    """Whether the cell of the source holds a formula."""
    return bool(_FORMULA_SIGNS.search(source))


# ── kinds ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_ACT = re.compile(
    r"(?:대책|개정안|제정안|법안|법령|시행령|계획|방안|전략|지침|기준|제도|과제|후보\S{0,4}|규정)\s*\S{0,6}\s*"
    r"(?:마련|발의|수립|제정|개정|시행|발표|선정|도입|제출)"
)
OUTCOME = "결과"
QUANTITATIVE = "정량"
_ACT_DONE = re.compile(
    r"(?P<what>[가-힣]{2,}(?:\s?[·‧]\s?[가-힣]+)?)\s*(?P<act>마련|발의|수립|제정|개정|시행|발표|선정|도입|제출)\s*(?:건?수|횟수|여부|실적)?$"
)
# Steps by which an act is done under another name.
_DONE_BY = {
    "마련": ("마련", "수립", "제정", "작성", "발표", "확정"),
    "발의": ("발의", "제출", "상정", "통과", "의결"),
    "수립": ("수립", "마련", "확정", "발표"),
    "제정": ("제정", "시행", "공포", "발의", "통과"),
    "개정": ("개정", "시행", "공포", "발의", "통과"),
    "시행": ("시행", "실시", "운영", "공포"),
    "발표": ("발표", "공표", "배포", "공개"),
    "선정": ("선정", "지정", "선발", "확정"),
    "도입": ("도입", "시행", "실시", "운영", "적용"),
    "제출": ("제출", "발의", "송부"),
}


def act_of(name: str) -> tuple[str, tuple[str, ...]] | None:
    """What an indicator of the ministry's own acts is about, and the words by which the act may stand among the milestones."""
    match = _ACT_DONE.search(without_brackets(name).strip())
    return (match["what"], _DONE_BY[match["act"]]) if match and is_own_act(name) else None


_MADE = re.compile(
    r"(?P<what>대책|방안|전략|지침|개정안|제정안|법안)\s*(?:마련|수립|발표|발의|제출)\s*(?:건수|횟수|여부|수)?$"
)


def made_by(name: str) -> str:
    """The paper that an indicator of the ministry's own acts is about: `대책`, `개정안`; empty for any other indicator."""
    match = _MADE.search(without_brackets(name).strip())
    return match["what"] if match else ""


_OUTPUT = re.compile(
    r"(?:지원|참여|교육|보급|지정|접수|처리|상담|수료|양성|배출|공급|구축|지급|집행|체결)\s?(?:기업|업체|점포|인원|자|생)?\s?(?:건수|개수|인원수|인원|수|실적|비율|률|율)$"
)
_DOING = re.compile(r"(?:발굴|지원|교육|보급|지정|체결|점검|상담|컨설팅|홍보|개최)$")
_TIMES_DONE = frozenset(["건", "회", "개", "개사", "개소", "명"])
_OF_WHAT_FOLLOWED = re.compile(r"만족|매출|고용|성공|생존|증가|향상|개선|정착|재취업|창출")


def is_output(name: str, unit: str = "") -> bool:
    """Whether an indicator counts what was done, spent or how many were served, and not what came of it."""
    bare = without_brackets(name)
    counted = _OUTPUT.search(bare) or (unit in _TIMES_DONE and _DOING.search(bare))
    return bool(counted) and not _OF_WHAT_FOLLOWED.search(bare)


def sets_target(text: str) -> str:
    """Where a formula or a source tells how the target was set, the words that do; empty otherwise."""
    match = re.search(r"(?:성과\s?)?목표(?:치|값)?(?:로|를|을)?\s?(?:설정|산정)", text)
    return match[0] if match else ""


def is_own_act(name: str) -> bool:
    """Whether the indicator counts what the ministry itself does: measures drawn up, bills brought in, plans announced."""
    return bool(_ACT.search(name)) and not re.search(r"[/÷]", name)


# ── milestones ───────────────────────────────────────────────────────────────────────────────────────────────────────

_YEAR_IN_TEXT = re.compile(rf"(?:{_QUOTE}\s*(?P<short>\d{{2}})|(?P<long>20\d{{2}}))\s*년(?:도)?")
_BUDGETING = re.compile(r"예산\s*(?:편성|요구|심의|안|국회)|예산.{0,20}(?:심의|요구|편성|정부안|국회)")
_PLANNING = re.compile(r"(?:추진|운영|운용|사업|시행|세부|기본)\s*계획\s*(?:\(안\))?\s*(?:수립|마련)")
_STAGES = (
    re.compile(r"(?:기본|추진|운영|사업|선정)?계획안?수립$|계획안?마련$"),
    re.compile(r"공고(?:시행)?$"),
    re.compile(r"(?:접수|모집)$"),
    re.compile(r"(?:착수|실시|시작|개시)$"),
    re.compile(r"(?:완료|종료)$"),
    re.compile(r"(?:결과보고|결과공표|결과발표|결과통보|결과보고회)$"),
)


def years_named(text: str) -> Iterator[int]:
    """The years that a text names: `’24년도 사업` is 2024."""
    for match in _YEAR_IN_TEXT.finditer(text):
        yield 2000 + int(match["short"]) if match["short"] else int(match["long"])


def makes_budget(text: str) -> bool:
    """Whether a milestone asks for, draws up or debates a budget."""
    return bool(_BUDGETING.search(text))


def makes_plan(text: str) -> bool:
    """Whether a milestone draws up a plan."""
    return bool(_PLANNING.search(text))


_FOUND_OR_TOLD = re.compile(
    r"(?P<what>[가-힣A-Za-z]{2,}(?:\s?[·‧]\s?[가-힣]+)?\s?(?:사례|모델|성과|콘텐츠|안내서|매뉴얼|교재|영상|사례집))\s?(?:집)?\s?(?P<act>발굴|제작|개발|발간|홍보|배포|전파|시상)$"
)
_FINDING = frozenset(["발굴", "제작", "개발", "발간"])


def found_or_told(text: str) -> tuple[str, bool] | None:
    """What a milestone finds or makes, or tells others of, and whether it is the finding: `성공사례 발굴`, `성공사례 홍보`."""
    match = _FOUND_OR_TOLD.search(_BRACKETS.sub("", text).strip())
    return (squeezed(match["what"].split()[-1]), match["act"] in _FINDING) if match else None


_APPLIED = re.compile(r"^(?P<what>\S.{2,18}?)\s?신청\s?[·‧・/및]?\s?(?:서류\s?)?접수$")
_RECRUITED = re.compile(
    r"^(?P<what>\S.{2,18}?)\s?(?:참여|지원|대상|신청)?\s?(?:기업|업체|기관|팀|과제|교육생|참가자|참여자|소상공인)(?:[을를]|\s?및\s.{2,14}?)?\s?모집(?:\s?공고)?$"
)


def applied_or_recruited(text: str) -> tuple[str, bool] | None:
    """For what a milestone takes applications or recruits, and whether it recruits: `물길학교 신청 접수`, `물길학교 참여기업 모집`."""
    bare = _BRACKETS.sub("", text).strip()
    for pattern, recruits in ((_APPLIED, False), (_RECRUITED, True)):
        match = pattern.match(bare)
        if match:
            return squeezed(match["what"]), recruits
    return None


def stage_of(text: str) -> tuple[str, int] | None:
    """What a milestone is about and how far it has come: `조사 실시` is before `조사 결과 보고`. None when it does not say."""
    bare = squeezed(_BRACKETS.sub("", text))
    for rank, pattern in reversed(tuple(enumerate(_STAGES))):
        match = pattern.search(bare)
        if match:
            return bare[: match.start()], rank
    return None


_DUE = re.compile(rf"{_QUOTE}\s*(?P<year>\d{{2}})\s*(?:년\s*|[.]\s*)(?P<month>1[0-2]|0?[1-9])\s*월?")
_SURVEY_MONTH = re.compile(r"(?<![\d.])(?P<month>1[0-2]|[1-9])\s*월\s*(?:말|초|중)?\s*\)?")


def months_due(text: str) -> Iterator[tuple[int, int, str]]:
    """Dates that a source names: year, month, as printed."""
    for match in _DUE.finditer(text):
        yield 2000 + int(match["year"]), int(match["month"]), match[0].strip()


_OF_LAST_YEAR = re.compile(
    r"전년도?\s?(?:의\s?)?실적을\s?(?:관리|사용|반영|측정)|\d\s?년의?\s?시차|시차\s?발생|전년도의?\s[가-힣 ]{0,12}종료\s?(?:기업|과제|사업)"
)


def measures_last_year(text: str) -> str:
    """Where a source or formula says that the result is that of the year before, the words that do; empty otherwise."""
    match = _OF_LAST_YEAR.search(text)
    return match[0] if match else ""


def survey_months(text: str) -> tuple[int, ...]:
    """The months that a source names without a year."""
    return tuple(int(match["month"]) for match in _SURVEY_MONTH.finditer(_DUE.sub("", text)))


def is_survey_milestone(text: str) -> bool:
    """Whether a milestone asks people for their marks."""
    return "만족도" in text and "조사" in text and "결과" not in text


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_BROKEN = (
    re.compile(r"\d\s+[,.]\s*\d"),
    re.compile(r"\d[.,]{2,}\d"),
    re.compile(r"\d,\s+\d{3}(?!\d)"),
    re.compile(r"(?<![\d.])\d+\.\d+\.\d+(?=\s*(?:점|%|명|건|억|조|개|배))"),
    re.compile(r"\d,\d{1,2}(?![\d])"),
    re.compile(r"\d,\d{4,}"),
    re.compile(r"\d['`’]$"),
)


def calls_new(written: str) -> bool:
    """Whether a cell calls its indicator new."""
    return "신규" in written


def is_bare_number(written: str) -> bool:
    """Whether no unit stands behind the number: `84.7`, and not `1회`."""
    return not re.search(r"\d\s?[가-힣%℃A-Za-z㎡]", written)


def is_broken_number(written: str) -> bool:
    """Whether a printed figure is none: `6 ,982`, `0.37.5`, `1,23`, `65.7'`."""
    return any(pattern.search(written) for pattern in _BROKEN)


def broken_numbers(text: str) -> Iterator[str]:
    """Figures in a sentence that have two points: `0.37.5점`."""
    for match in _BROKEN[3].finditer(text):
        yield match[0]


POINTS = "점"
_WEIGHT_WORDS = ("반영", "가중치", "배점", "비중")


def is_weight(subject: str) -> bool:
    """Whether a percentage says how much something counts in a mark: `만족도 점수 반영 비율`."""
    return any(word in subject for word in _WEIGHT_WORDS)


# ── money ────────────────────────────────────────────────────────────────────────────────────────────────────────────

ACCOUNT_ENDINGS = ("회계", "기금", "계정")
FUND = "기금"
OUTLAY_WORDS = ("(총)지출", "총지출", "지출")
BUDGET_WORDS = ("예산", "총사업비", "사업비")
_LOAN_WORDS = ("융자", "대출", "이차보전", "출자")


def is_budget(subject: str) -> bool:
    """Whether a figure is an amount of a budget."""
    return any(word in subject for word in BUDGET_WORDS)


def budget_of(subject: str) -> str:
    """The programme whose budget a figure is: `하천정비 예산` is `하천정비`; empty when it is none."""
    return next((subject.removesuffix(word).strip() for word in BUDGET_WORDS if subject.endswith(word)), "")


def is_loan(name: str) -> bool:
    """Whether a programme lends or invests money, and so moves far more of it than one that spends."""
    return any(word in name for word in _LOAN_WORDS)


def abbreviates(short: str, long: str) -> bool:
    """Whether a short name takes its letters in order from the long one: `균특회계` of `국가균형발전특별회계`."""
    letters = iter(long)
    return len(short) >= 4 and short[-2:] == long[-2:] and all(letter in letters for letter in short)


# ── laws and bodies ──────────────────────────────────────────────────────────────────────────────────────────────────

_BODY_ENDINGS = (
    "공단",
    "공사",
    "진흥원",
    "연구원",
    "재단",
    "협회",
    "중앙회",
    "위원회",
    "센터",
    "정보원",
    "개발원",
    "기술원",
    "평가원",
    "관리원",
    "보증기금",
    "협의회",
)
_PAPER_OF_BODY = r"\s?(?:성과|실적|통계|사업|연차|조사|결과)?(?:보고서|보고|통계|자료|집계)"
_BODY_NAME = re.compile(rf"[가-힣]{{3,20}}?(?:{'|'.join(_BODY_ENDINGS)})(?:(?![가-힣])|(?={_PAPER_OF_BODY}))")
# An agency; `신청`, `요청` and the seats of towns are none.
_AGENCY = re.compile(r"[가-힣]{4,14}(?<![신요시군구도])청(?=(?:[을를은는이가의와과에]|에서|으로|등)?(?![가-힣]))")
# Bodies of which there is one in the country: their names have no kinds.
_SINGLE_ENDINGS = ("공단", "공사", "진흥원", "재단", "보증기금", "중앙회", "개발원")
_LAW_NAMED = re.compile(r"[「｢『](?P<name>[^「」｢｣『』]{2,60}?(?:법|법률|법령|시행령|시행규칙))[」｣』]")
_LAW_AS_GROUND = re.compile(
    r"(?:^|[)）:：,])\s*(?P<name>[가-힣][가-힣·‧ㆍ ]{3,40}?에\s?관한\s?(?:특별조치법|특별법|특례법|법률))(?![가-힣])"
)
_SITE_NAMED = re.compile(
    r"(?<![가-힣A-Za-z0-9·])(?P<name>[가-힣A-Za-z0-9·]{3,20})(?:\s?(?:사이트|홈페이지|누리집))?\s?\(\s?(?:https?://)?(?P<host>(?:[a-z0-9-]+\.)+(?:kr|com|net|org))/?\s?\)"
)
# What kind of site it is says nothing of whose it is.
_SITE_KINDS = ("사이트", "홈페이지", "누리집", "시스템", "플랫폼", "포털", "정보망")
_LAW_TAIL = re.compile(r"(?:에관한)?(?:특별조치법|특별법|특례법|법률|법)$")


def is_body(name: str) -> bool:
    """Whether a name is that of a body: it ends like one."""
    return without_brackets(name).endswith(_BODY_ENDINGS)


def body_names(text: str) -> Iterator[str]:
    """The names of bodies in a text, as printed."""
    for pattern in (_BODY_NAME, _AGENCY):
        for match in pattern.finditer(text):
            yield match[0]


def is_single_body(name: str) -> bool:
    """Whether a name is that of a body of which there is one, and not of one of many centres or committees."""
    return name.endswith((*_SINGLE_ENDINGS, "청"))


def laws_named(text: str) -> Iterator[tuple[str, int]]:
    """The statutes that a text names in corner brackets, or as the ground of something: name, and where it begins."""
    for pattern in (_LAW_NAMED, _LAW_AS_GROUND):
        for match in pattern.finditer(text):
            yield match["name"].strip(), match.start("name")


_STATUTE = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{4,24}(?<![방기공용편해])법)(?=(?:령|\s?시행령|\s?시행규칙)?(?:[을를의에상은는이가]|[\s,」｣)*]|$))"
)


def statutes_in(text: str) -> Iterator[tuple[str, int]]:
    """The statutes that a text names in one word, in brackets or not: name, and where it begins."""
    for match in _STATUTE.finditer(text):
        yield match["name"], match.start("name")


_LAW_ACT = re.compile(
    r"(?P<law>[가-힣]{2,20}법)(?P<under>령|\s?시행령|\s?시행규칙|\s?하위법령)?[*」｣』]{0,4}(?:의|을|를)?\s*(?P<act>개정|제정)(?!\s?안)(?P<rest>[^()\d]{0,12}\((?P<when>[^()]{3,14})\))?"
)


@dataclass(frozen=True, slots=True)
class LawAct:
    """A statute that is to be made or amended: its name, which of both, whether rules under it are meant, the time in brackets behind it."""

    law: str
    act: str
    rules: bool
    when: str
    start: int


def law_acts(text: str) -> Iterator[LawAct]:
    """The statutes that a text says will be made or amended: `하천법 개정(’23.6월)`. `하천법령` may be the law itself."""
    for match in _LAW_ACT.finditer(text):
        rules = bool(match["under"]) and match["under"] != "령"
        yield LawAct(match["law"], match["act"], rules, match["when"] or "", match.start())


_LAW_HEADING = re.compile(r"\(\s?(?:법|법률|법령)\s?(?:개정|제정)\s?\)")
_RULE_MADE = re.compile(
    r"[「｢『]\s?(?P<name>[^「」｢｣『』]{2,40}(?:요령|지침|고시|훈령|예규|운영규정|처리규정))\s?[」｣』]\s?(?:을|를|의)?\s?(?:개정|제정)"
)
_LAW_MADE = re.compile(r"[「｢『][^「」｢｣『』]{2,40}(?:법|법률|시행령|시행규칙)\s?[」｣』]")


def rule_for_law(text: str, below: str) -> tuple[str, str] | None:
    """The heading that announces a law (`(법개정)`) and the rule of a ministry that is all it comes to; None where a law is named."""
    head, rule = _LAW_HEADING.search(text), _RULE_MADE.search(f"{text} {below}")
    if head is None or rule is None or _LAW_MADE.search(f"{text} {below}"):
        return None
    return head[0], rule["name"]


def calls_short(text: str, short: str) -> bool:
    """Whether a text says that it will call something by a shorter name: `(이하 협동조합법)`."""
    return bool(re.search(rf"이하\s?[‘'“\"「｢]?{re.escape(short)}", text))


def sites_named(text: str) -> Iterator[tuple[str, str, int]]:
    """The sites that a text names with their address in brackets: name, address, and where the name begins. `홈페이지` is no name."""
    for match in _SITE_NAMED.finditer(text):
        if not match["name"].endswith(_SITE_KINDS):
            yield match["name"], match["host"], match.start()


def is_decree(stem: str) -> bool:
    """Whether a law is a decree or a rule under another: its name is that of the other."""
    return stem.endswith(("령", "규칙"))


def law_stem(name: str) -> str:
    """A statute's name without its ending: `진흥에 관한 법률` and `진흥법` are both `진흥`."""
    return _LAW_TAIL.sub("", name)
