"""What is to be done in later years, once there are more results: `향후 3년치가 쌓이면 3년 평균으로 다시 산정할 예정`.

It says nothing of the target of this year, and goes, whether it is a sentence, a bracket, or a clause in front or behind. It must name what
is to change (a mean, the way in which it is set) and when: when results have come together, or in a year after the target's. So does what
says why only so many years were taken (`3년치 자료가 없어 2년 평균을 적용`), when the reason names as many anyway.
"""

import re
from collections.abc import Iterator

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.stretches import Stretch, stretches
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_RESULTS = (
    r"(?:실적(?:치|값|자료)?|자료|데이터|통계|결과|측정치|측정값|조사치|조사결과|시계열|\d개?년(?:치|분|"
    r"간)?(?:의)?(?:실적|자료|데이터|통계)?(?:치)?)"
)
_GATHER = pattern_of(
    rf"{_RESULTS}(?:이|가|을|를)?(?:충분히|어느정도|일정기간|\d개?년(?:이상|간|치)?|모두)*(?:쌓[이인일]|(?:누적|축적|"
    rf"확보|마련|형성|안정화)(?:되|된|될|시(?![설스장])|후|이후)|모이|모일|모인|갖춰|갖추어|생기|생길)"
)
_SOON = pattern_of(
    r"향후|추후|차후|장래|앞으로|이후(?:에는|부터|엔|로는|연도|년도)?|차기|차년도부터|내년도?부터|다음해부터|"
    r"이듬해부터|익년도?부터|내년에는|다음해에는|다음해에|\d년(?:뒤|후)(?:에|부터)?"
)
_FROM = pattern_of(r"(?:’(?P<short>\d{2})|(?P<long>20\d{2}))년(?:도)?(?:목표)?(?:부터|이후|에는|에)")
_WAY = pattern_of(r"평균|방식|방법|산식|기준|기초|추세|목표")
_CHANGES = pattern_of(
    r"변경|전환|[재새][설산조][정출]|재조정|조정|개편|보완|교체|바꾸|바꿀|바꿈|바꿔|다시|새로|활용|적용|사용|산정|"
    r"산출|설정|검토|반영|쓸|쓰기로|정할|정하기로|잡을|옮겨|도입|이행|관리"
)
_TOLD = pattern_of(
    r"(?:예정|계획|방침|검토|생각|전망|변경|전환|산정|산출|설정|적용|활용|사용)(?:임|이다|함|하겠음|하기로함|하였음|"
    r"한다|할것임|하고자함|할계획임|할예정임|이며|이고|됨|된다)?$|[하]?(?:겠음|기로함|하고자함|할것임|할수있음|"
    r"[한된]다)$|(?:하되|되|이나|하나|지만|며|고),?$"
)
# What speaks of this year's target, of a condition of it, or is settled by nobody knows what.
_NOW = pattern_of(
    r"올해|금년|당해|이번|현재는|우선은|상황에따라|여건에따라|예산|편성|승인|심의|협의(?![가-힣]{0,4}(?:율|률|건수|실적|이행|현황))|결과에따라|절반|이중|그중|제외|초과|이내|상한|하한"
    r"|에만(?:적용|반영|해당|한정)|에한(?:하|함|정)"
)
_PLAN = pattern_of(r"하되|되,?$")
# Behind such a clause the calculation of this year must stand by itself.
_STARTS = pattern_of(r"^(?:올해|금년|당해|이번|우선|’\d{2}|20\d{2}|현재|신규|첫)")
_CALCULATES = pattern_of(r"\d|평균|실적")

_OWN = pattern_of(r"\d[\d.,]*(?:%|[가-힣]{1,3})?(?:를|을|의|에서|보다|대비)|전년|작년|지난해|[상하]향|가산")
_SHORT_OF = pattern_of(
    r"(?P<had>\d)?(?:개)?(?:년|개년)?(?:치|간|이상|분)?(?:의)?(?:이상의?|간의)?(?:실적|자료|데이터|통계|집계)(?:치|"
    r"자료)?(?:이|가|은|는)?(?:아직|모두|전부)?(?:존재하지|집계되지|확보되지|축적되지|쌓이지|없|부족|미비|미집계|"
    r"미확보|뿐)"
    r"|(?:자료|실적|데이터|통계|집계)(?:가|이|은|는)?(?:\d개?년(?:치|분)?)(?:뿐|만|밖에)"
)
_TAKEN = pattern_of(
    r"(?P<many>\d)개?년(?:치|간|분|도)?(?:의)?(?:실적|자료|평균|값|것)*(?:치|값)?(?:만|만을|을|를)?(?:으로|로|"
    r"기준으로|기준|을기준으로|를기준으로)?(?:기준|적용|사용|활용|산정|산출|계산|썼|존재|설정|반영|산입|"
    r"평균)(?:으로)?(?:함|하였음|했음|음|하였다|한것임|임)?$"
)


def without_later(laid: Laid, known: Known) -> Laid:
    """The reason without what is to be done in later years, and without what says why only so many years were taken."""
    for step in (_later, _few):
        if change := next(step(laid, known), None):
            laid = replaced(laid, [change])
    return laid


def _later(laid: Laid, known: Known) -> Iterator[tuple[int, int, str]]:
    for one in stretches(laid):
        rest = laid.text[: one.start] + laid.text[one.end :]
        if not _CALCULATES.search(rest) or (one.kind == "lead" and not _STARTS.match(laid.text, one.end)):
            continue
        if is_later(one.said, known.year) and (one.kind != "lead" or _PLAN.search(one.said)):
            yield one.change


def is_later(said: str, year: int) -> bool:
    """Whether words only say what is to change in the way the target is set, once there are results, or after this year."""
    said = said.strip("-*※ ").rstrip(".")
    after = [int(one["long"] or f"20{one['short']}") > year for one in _FROM.finditer(said)]
    if not all(after) or _NOW.search(said) or not _TOLD.search(said):
        return False
    marks = [one.start() for one in (_GATHER.search(said), _SOON.search(said), _FROM.search(said)) if one]
    if not marks or _OWN.search(said, 0, min(marks)):
        # A calculation of this year stands before it.
        return False
    when = any(after) or bool(_GATHER.search(said)) or bool(_SOON.search(said) and re.search(r"평균|방식|방법", said))
    return when and bool(_WAY.search(said) and _CHANGES.search(said))


def _few(laid: Laid, known: Known) -> Iterator[tuple[int, int, str]]:
    """Why so many years: `3년 이상의 자료가 없어 2년치를 기준으로 하였음`, beside `최근 2년 실적`."""
    for one in stretches(laid):
        if one.kind == "lead":
            continue
        taken = _TAKEN.search(one.said)
        if taken and _SHORT_OF.search(one.said) and _names(laid.text, one, taken["many"]):
            yield one.change


def _names(text: str, one: Stretch, many: str) -> bool:
    rest = text[: one.start] + text[one.end :]
    return bool(re.search(rf"(?<!\d){many}개?년", rest))


_ALREADY = pattern_of(
    r"(?:하되|하고|하며|[.,])(?:’(?P<short>\d{2})|"
    r"(?P<long>20\d{2}))년(?:도)?부터(?:는)?[^.,]{0,12}?평균[^.,]{0,8}(?:적용|설정|산정|활용|사용|전환)"
)


def already(text: str, year: int) -> str:
    """Another way to set the target that is said to hold from this year on: `5% 상향하되, 2023년부터는 3년 평균을 적용`."""
    found = _ALREADY.search(text)
    return found[0] if found and int(found["long"] or f"20{found['short']}") <= year else ""
