"""A level that a reason states as the target, with nothing calculated: `의무고용률 3.4%를 준수하는 것을 목표로 설정`.

One figure, which can be the indicator's, and behind it nothing but words that set it. Before it may stand why, and of how many.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from uigwe.reasons.account import bent
from uigwe.reasons.build import number
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.shares import count_alike
from uigwe.reasons.tokens import MONEY, Token

# `최근 교류 추이를 감안하여 12회로 설정`: what was taken into account, and then a figure.
_JUDGED = pattern_of(r"(?:감안|고려|참작|종합)(?:하여|해|하고|하되)(?!도|서는)[^.\d]*\d")


def judged(text: str) -> bool:
    """Whether a figure is set behind something taken into account: a bare level then is a judgement."""
    return bool(_JUDGED.search(text))


# ── behind the figure ──

_WHEN = (
    r"(?:연내|연내에|연말까지|올해|금년|금년도|당해연도|당해년도|해당연도|이번년도|차질없이|반드시|모두|전부|전량|새로|새롭게|신규로|우선|계속|꾸준히|지속적으로|"
    r"안정적으로|그대로|최종|최초로|최소한|매년|상시|목표연도)(?:에|의)?"
)
_YEARS = r"(?:’?\d\d(?:\d\d)?년(?:도)?(?:의)?|신규지표의|사업의|지표의)?(?:첫해|최초|올해|금년도?|당해연도|연간|당초|이번|초년도|최종)?(?:의)?"
_TARGET = rf"{_YEARS}(?:(?!한|된|인|은|는|을|를|하|해|여|고|더|기)[가-힣]){{0,4}}?목표(?:치|값|연도|인원|건수|점수|수준|물량|량|수)?"
_HOW = r"(?:[가-힣]{1,5}기준(?:으로)?)?(?:그대로|도전적으로|적극적으로|의욕적으로|보수적으로|최종|새로|높게|신규로)?(?:적용하여|준용하여|반영하여)?"
_SETS = (
    r"(?:설정|산정|책정|제시|결정|확정|부여|선정|수립|채택|준용|반영|적용|추진|계획|배정|유지|고정)(?!되지|하지|하려|예정|검토|여부)"
    r"|표기|목표화|정함|정하(?!지)|정했|정한|정해[져진]|잡[음았은아]|삼[음았는아고]|두[고었]|둠|옮[김겨]|함|하였|했음|한다|하고자|하기로|하며|하는것|임(?=$|[.,(])"
)
# What is done with so many.
_STEP = "상향|하향|증가|감소|추가|상회|초과|미달|하회|단축|감축|확대|축소|제외|통합|연계|결합|일원화"
_DONE = rf"(?:[가-힣]{{2,4}}[·,])?(?!(?:[가-힣]{{0,2}})(?:{_STEP}))[가-힣]{{2,4}}"
_DOING = rf"(?:{_DONE}하|지키|여|갖|만들|얻|따내|거두|올리|채우|이루|따라잡|내놓|되찾|마치)(?:는|기|도록하는)(?:것)?"
_WHAT = r"(?:(?!하고|하며|하여|해서|하는|는것|에게|에서|나머지|일부|등을)[가-힣·]){1,12}?"
_TAIL = pattern_of(
    r"^(?:[a-zA-Z/]{1,6}(?![a-zA-Z]))?\)?(?:이상|이하|이내|수준|내외|정도|안팎)?(?:의|인)?(?:수준|값)?"
    rf"(?:(?:의)?(?:{_WHAT})?(?:을|를|이|가|까지|에)?(?:{_WHEN})*(?:{_DOING})?(?:을|를|으로|로)?(?:{_WHEN})*"
    rf"(?:{_TARGET}(?:에|을|를|로|으로|치로)?{_HOW}(?:{_SETS}|$|[.])|(?<=[를을것기간로])로?(?:{_SETS}))"
    rf"|(?:(?![을를것])[가-힣·]){{0,6}}?(?:으로|로)(?:{_TARGET}(?:를|을|로)?)?{_HOW}(?:{_SETS}))"
)
_AIMS = pattern_of(
    r"목표(?:화)?|것으로(?:함|하였|한다)|설정|정함|정하|정해|책정|부여|준용|결정|제시|확정|산정|선정|유지하는것으로|잡음|잡았"
)
_WITHIN = pattern_of(r"^(?:이하|이내|이상)")
# `올해 목표는 계획에서 정한 52%임`: what the target is said to be.
_AIMED = pattern_of(r"목표(?:치|값|수준|인원|건수)?(?:는|은)(?:(?!하고|하며|하여|으로)[가-힣’·\d()]){0,24}$")
_IS = pattern_of(r"^(?:이상|수준|내외)?(?:임|이다|이며)(?=$|[.,(※])")
# `우수등급 하한선인 85점을 넘기는 것`: a threshold that is to be passed.
_PASSES = pattern_of(
    rf"^(?:을|를|이상을)넘(?:기|는|어서는)(?:는)?것(?:을|으로)(?:{_TARGET}(?:로|으로)?)?{_HOW}(?:{_SETS})"
)
_THRESHOLD = pattern_of(r"(?:하한(?:선|점)?|기준(?:선|점|점수)|커트라인|합격선|최저(?:점|기준)|턱걸이)(?:인|\(|인약)?$")
# Whose view it is: a level that somebody thinks right follows from nothing.
_BY_PEOPLE = pattern_of(r"의견|수렴|자문|심의|판단|협의|감안|고려")
# What is said after that takes the level back, or sets something else.
_UNDONE = pattern_of(
    r"(?:하였|했|이었|였)(?:으나|지만)|하려|하기로한|검토|협의|예상되|전망|미달|못하|지않|다만|단,|이후|부터|최종|추후|조정|여부|상향|하향|가산|추가|제외"
)
_SPANS = pattern_of(r"\d+(?:[~-]\d+)?(?:개)?(?:년|월|일|주|차)(?:간)?|’\d{2}년?|20\d{2}년|제\d+(?:차|기|호)")

# ── before it ──

_BEFORE = frozenset(
    ["other", "ordinal", "SAID", "TARGET", "OVERALL", "this", "comma", "blank", "open", "close", "BOUND", "TOTALOF", "KEEP", "LEFT",
     "year", "MEAN", "CUMUL", "AND", "YEARLY", "BAND", "APPROX"]
)  # fmt: skip
# Names in which stands what bends elsewhere.
_NAMES = pattern_of(r"[상하]위(?:법령|법|계획|규정|지침)|제한(?=속도|구역)|무중단")
# Of what else a figure may be, and what says that it is not the target of this year.
_OF_OTHERS = pattern_of(
    r"예산(?!집행)|사업비(?!집행)|인력|표본|설문|위원|당초|최종|장기|중장기|대비|보다|검토|협의|조사대상|응답자|면담|회의|자문\(|한도|상한|최대|최소(?!기준|요건|한의기준)|점만점|만점|척도|년차|단가|전제|가정|"
    r"의견|수렴|판단|자문|고려|감안|목표였|초과|미달|미만|하였으나|했으나|이었으나|였으나|지만|불구|향후|추후|이후|하한(?!선)"
)
_MEAN_OF_OTHERS = pattern_of(
    r"(?:국가|회원국|선진국|OECD|EU|전국|업계|동종|기관|부처|시도|지자체|국제|세계|민간|타[가-힣]{2,4})(?:의)?평균"
)
# `예년보다 상향된 85명을`: what is said of the very figure, with no figure of its own.
_RAISED = pattern_of(
    r"(?:예년|전년|작년|지난해|종전|평년|기존)(?:도)?(?:실적|수준|목표|평균)?(?:\([^()]*\))?(?:보다|대비|에비해|에비하여)(?:다소|소폭|크게|대폭|좀더|더)?"
    r"(?:(?:상향|하향|증가|감소|확대|축소|강화|향상|개선|높|낮|늘어|줄어|많|적)(?:된|한|은|난|든|아진|조정된|조정한)|올린|올려잡은|높인|늘린|끌어올린|낮춘|줄인)$"
)
# `전년도에 준하여 97.5%`: how it was is no step.
_AS_BEFORE = pattern_of(
    r"(?:예년|전년|작년|지난해|종전|평년)(?:도)?(?:실적|수준)?(?:에|과|와)(?:준하여|준해|마찬가지로|같이)"
)
# So many for each of how many; a part of what stands before it.
_EACH = pattern_of(
    r"(?:(?<!연차)(?<!연도)별(?:로)?|당|마다|각|각각|하루|매일|일일|매[월주]|(?<![가-힣])[월일주])(?:약|평균)*$"
)
_SHARE = pattern_of(r"(?:의|중|가운데|대비|에서|보다)(?:약)?$")
# Behind which a clause that tells why is at its end, or the indicator has been named.
_TURNS = pattern_of(
    r"(?:으나|(?:이|하)나|지만|므로|불구하고|도록(?!하는|함)|(?<=[인은는])만큼|(?<=[가-힣])(?:하여|해|여|아|어|라|며|고|서|바|혀|워|춰|쳐|려|켜|은|는)(?:서)?),?(?=[가-힣’\d])|[.,]"
)
_CLOSED = pattern_of(r"(?:[으이하]나|지만|므로|불구하고|만큼|도록),?$|[.]$")
_TELLS = pattern_of(r"(?:[으이하]나|지만|므로|불구하고),?$|[.]$")
_BESIDE = 2  # signs between the verb of a clause and its end
_VERBS = frozenset(["UP", "DOWN", "IMPROVE"])
_STEPS = _VERBS | frozenset(
    ["RATE", "CAGR", "GROWN", "times", "fraction", "SD", "TREND", "SLOPE", "TOTAL", "op", "EVENLY", "GAP", "MEAN", "GEOMEAN", "MEDIAN",
     "MAX", "MIN", "last", "ago", "span", "range", "list"]
)  # fmt: skip
# By what a quantity is laid down from outside, so that it may lie far from what was.
_PLANNED = pattern_of(r"(?:계획|로드맵|대책|방안|과제|전략|협약|지침)(?:’|상|에서|에|의|에따라|에따른|에맞추어|\))")
_NEAR = (Decimal("0.6"), Decimal(2))
_FAR = (Decimal("0.25"), Decimal(4))
_SMALL = 12


def stated(laid: Laid, tokens: Sequence[Token], known: Known) -> Made | None:
    """The one level that is stated, when it can be the indicator's."""
    figures = [one for one in tokens if one.amount is not None]
    if len(figures) == 2 and _of_how_many(tokens, figures):
        figures = figures[1:]
    for figure in figures:
        if not _is_set(laid, tokens, figure):
            continue
        for begin in _beginnings(laid, tokens, figure):
            if _names_only(laid, tokens, figure, begin, known):
                value = _level(figure, known, planned=bool(_PLANNED.search(laid.text[: figure.start])))
                if value is not None:
                    return Made(number(value), ("stated", "printed"))
    return None


def _is_set(laid: Laid, tokens: Sequence[Token], figure: Token) -> bool:
    """Whether nothing but what sets it stands behind the figure."""
    before, tail = laid.text[: figure.start], laid.text[figure.end :]
    found = _setting(before, tail)
    if found is None or _BY_PEOPLE.search(before + found[0]) or bent(_WITHIN.sub("", found[0])):
        return False
    end = figure.end + found.end()
    if any(figure.end <= one.start < end and (one.kind in _STEPS or one.amount is not None) for one in tokens):
        return False
    rest = _SPANS.sub("", tail[found.end() :])
    return not (any(sign.isdigit() for sign in rest) or _UNDONE.search(rest) or bent(_NAMES.sub("", rest)))


def _setting(before: str, tail: str) -> re.Match[str] | None:
    """What sets the figure between these words."""
    if _AIMED.search(before) and (found := _IS.match(tail)):
        return found
    found = (_PASSES.match(tail) if _THRESHOLD.search(before) else None) or _TAIL.match(tail)
    return found if found is not None and _AIMS.search(found[0]) else None


def _beginnings(laid: Laid, tokens: Sequence[Token], figure: Token) -> Iterator[int]:
    """Where the words of the figure may begin: at the head, or behind a clause that only tells why."""
    yield 0
    for turn in _TURNS.finditer(laid.text, 0, figure.start + 1):
        if turn.end() > figure.start or not (laid.gap[turn.end()] or turn[0].endswith((".", ","))):
            continue
        said = [one for one in tokens if one.start < turn.end()]
        later = any(one.kind == "year" and one.years for one in said)
        others = [one for one in said if one.amount is not None and one.amount != figure.amount]
        if others and not (later or _TELLS.search(turn[0])):
            continue
        verb = any(one.kind in _VERBS and one.end >= turn.start() - _BESIDE for one in said)
        if not _CLOSED.search(turn[0]) and (verb or any(one.kind in _STEPS - _VERBS for one in said)):
            continue
        yield turn.end()


def _names_only(laid: Laid, tokens: Sequence[Token], figure: Token, begin: int, known: Known) -> bool:
    """Whether what stands between the beginning and the figure only names it."""
    label = laid.text[begin : figure.start]
    raised = _RAISED.search(label)
    end = begin + raised.start() if raised else figure.start
    label = laid.text[begin:end]
    as_before = _AS_BEFORE.search(label)
    begin = begin + as_before.end() if as_before else begin
    label = laid.text[begin:end]
    if _EACH.search(label) or (figure.unit == "%" and _SHARE.search(label)):
        return False
    if _OF_OTHERS.search(label) or bent(_NAMES.sub("", _THRESHOLD.sub("", label))):
        return False
    ahead = [one for one in tokens if begin <= one.start and one.end <= end and one is not figure]
    same = [one for one in ahead if one.amount is not None]
    if any(one.amount != figure.amount for one in same) and not _of_how_many(tokens, [*same, figure]):
        return False
    if any(one.kind not in _BEFORE and one.amount is None and not _laid_down(laid, one) for one in ahead):
        return False
    if any(one.kind == "year" and one.years != (known.year,) for one in ahead):
        return False
    return not any(one.kind == "MEAN" for one in ahead) or bool(_MEAN_OF_OTHERS.search(label))


def _laid_down(laid: Laid, token: Token) -> bool:
    """`계획에 반영된 사업량`, `법정 기준인`: what a plan or a rule holds."""
    return token.text == "기준" or (token.kind == "APPLY" and laid.text.startswith(("된", "되어있는"), token.end))


def _of_how_many(tokens: Sequence[Token], figures: Sequence[Token]) -> bool:
    """`1,000개 중 900개`: counted of how many."""
    if len(figures) != 2:
        return False
    whole, part = figures
    between = [one for one in tokens if whole.end <= one.start < part.start]
    among = whole.tail in ("중",) or any(one.text.startswith(("중", "가운데")) for one in between)
    return among and bool(whole.unit) and count_alike(whole.unit, part.unit)


def _level(figure: Token, known: Known, *, planned: bool) -> Decimal | None:
    """The figure in the indicator's unit; where nobody says which, it must lie near the results."""
    amount = figure.amount
    if amount is None or amount.unit in ("%p", "배", "년", "월", "개월") or figure.tail == "당":
        return None
    past = [cell.value for _, cell in sorted(known.actuals.items()) if cell.value is not None]
    if known.unit:
        alike = amount.unit == known.unit or (amount.unit and count_alike(amount.unit, known.unit))
        if not alike and not (amount.unit and known.unit.endswith(amount.unit)):
            return None
        value = known.amounts(amount)[0]
        return value if not past or _plausible(value, past, percent=known.percent, planned=planned) else None
    if amount.unit.endswith(MONEY):
        return None
    if not past:
        return known.amounts(amount)[0]
    found = {
        one
        for one in known.amounts(amount)
        if _plausible(one, past, percent=amount.unit == "%", planned=planned and bool(amount.unit))
    }
    return found.pop() if len(found) == 1 else None


def _plausible(value: Decimal, past: list[Decimal], *, percent: bool, planned: bool) -> bool:
    if value == 0:
        return past[-1] <= _SMALL
    if percent:
        return 1 < past[-1] <= 100 and value <= 100 and past[-1] * _NEAR[0] <= value
    low, high = _FAR if planned else _NEAR
    return min(past) * low <= value <= max(past) * high
