"""How things stand, told with figures of its own around a plain calculation.

`노후장비 비율이 41%에 이르는 등 위험요인이 늘어나는 가운데 전년 실적을 유지`, `[현황] 등록 25,000대 [목표] 전년 대비 3% 상향`, `…, 이들은 비교용일
뿐이며 우리 청의 전년 점수에서 1점 향상`, `…. 아울러 홍보를 강화하여 목표 달성에 만전을 기하겠음`.

What is in front goes when it names nothing that a calculation starts from, bends nothing, and what follows starts from a base of its own, says
its own step or that it is kept, and takes nothing up. What is promised behind goes when it has no figure.
"""

from collections.abc import Iterator

from uigwe.reasons.bearing import bears
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.held import KEEPS
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.setting import BASE, BENDS, plainly, tells
from uigwe.reasons.spelling import replaced
from uigwe.reasons.tokens import AMOUNT

_Change = tuple[int, int, str]
_THEN = r"(?:속에서|하에서|에서|속에|하에|에)(?:도|는)?(?:불구하고)?"
_STATE = r"(?:상황|여건|국면|실정|추세|환경|형편|처지|시점|시기|현실|상태|분위기|흐름)"
_BEFORE_NOUN = r"[는은인한된린난든진간온친킨찬친쁜딘던큰싼운]"
_HARD = r"(?:어려움|악조건|제약|부담|한계|여건|위기|침체|악재|불확실성|애로|난관|악화|둔화|부진|변동성|공백)"
# How a clause ends that only tells how things stand.
_ENDS = (
    rf"{_BEFORE_NOUN}(?:{_STATE}(?:{_THEN}|이나|이지만|임에도|임에도불구하고|인데도|이므로|이라|으로|을(?:감안|고려)(?:하여|하되|할때|하면|해)|에비추어)"
    r"|가운데(?:에도|서도)?|와중에도?|중에도?|속에서?도?|데다|터라|마당에|반면|탓에|까닭에|영향으로|점에(?:도불구하고|비추어|서)|점을(?:감안|고려|참작)(?:하여|하되|해|할때|하면)|바,|만큼,)"
    r"|[가-힣]{2,8}속에서도?|(?:되|하|오르|내리|줄|늘|지|나|들)(?:으)?면서(?:도)?"
    rf"|{_HARD}(?:이라는어려움|이라는제약|등)?(?:속에서도?|에도|에도불구하고|하에서도?|아래|을딛고|이있으나|이크나|이따르나|이큰가운데|이있음에도|을감안하되|을감안하여|을고려하여|을고려하되)"
    r"|(?:라는|다는)(?:어려움|점|한계|사정|제약|부담|현실|지적|특성|계획|중기계획|방침|기조|로드맵|전략|원칙|구상)(?:속에서도?|에도|에도불구하고|에서|을감안하여|을감안하되|을고려하여|에따라|에맞춰|에맞추어|에비추어|에부응하여|에발맞춰)"
    r"|(?:하는|된|되는|인|한)사업(?:으로서|으로|이며|인데|이나),?|규모의사업(?:으로서|으로|이며|인데|이나),?"
    r"|(?:[였었았했됐갔왔졌렸겼컸]|[있없많적높낮크작좋같])(?:으나|지만|나)|[음함됨임짐움림킴]에도(?:불구하고)?|[음함됨임짐움](?:을|에)(?:감안|고려|참작)?(?:하되|하여|해|따라)"
    r"|(?:은|는|이|가|도)[가-힣]{1,8}(?:하나|되나|지만|이나)|(?:달하|이르|그치|불과하|머무르|미치|상회하|하회하)(?:나|지만)|(?:[없있]어|많아|적어|높아|낮아|커|늘어|줄어|늘어나|줄어들어|떨어져|낮아져|높아져|커져|나빠져|힘들어|어려워|되어|돼)(?:서)?(?:,|(?=전년|작년|지난해|최근\d|직전|’\d|올해|금년))|므로|"
    r"(?:비교|참고|참조)(?:용|자료|사항|치|대상)?(?:일|에)(?:뿐|불과|따름)(?:이며|이고|하며|하고|한바|이나|하나|으로)"
    r"|(?:추세|흐름|하락|낙폭|부진|침체|감소)(?:세)?(?:을|를)(?:멈추|끊|만회하|극복하|벗어나|되돌리|딛)고(?:자)?"
)
_STEPS = pattern_of(rf"{AMOUNT}(?:을|를|씩|만큼)?(?:더|추가로?)?(?:상향|하향|가산|추가|차감|곱|더[한하해]|뺀|빼)")
_CUMULATED = pattern_of(r"누적(?=[가-힣]{2,8}\d)|누계(?=[가-힣]{2,8}\d)")
_START = pattern_of(
    rf"(?:’\d{{2}}|20\d{{2}})년(?:도)?(?:말)?(?:의)?(?:[가-힣]{{0,8}}?(?:실적|수준|값|치|점수|인원|건수|기준치)|{NUMERAL}(?:%|[가-힣]))|(?:두|세|네)해"
)
_SENTENCE = pattern_of(r"(?<!\d)[.]")
# What opens the part that sets: whose, of when.
_OWN = (
    r"(?:그럼에도|그러나|이에|따라서|다만|이런여건에서도|이러한사정에도불구하고|이러한여건에도불구하고)?(?:불구하고)?,?"
)
_CALCULATES = pattern_of(
    rf"\d(?![\d]{{0,3}}년)[\d.,]*(?:%|[가-힣])|{KEEPS}|유지|동일|같[은게]|동결|그대로|수준(?:으로|을)"
)
# What takes up something told before it, or makes so many of each.
_TAKES_UP = pattern_of(
    r"이(?:를|보다|의(?=\d)|에(?=\d))|그(?=\d[\d.]*(?:%|분의))|[이그](?=(?:증가|성장|상승|감소)[율률폭])|그(?:값|절반|반|[가-힣]{0,2}배|만큼|비율|폭|수준|수치|보다|의(?=\d)|중|에(?=\d)|%)|이만큼|(?:같은|동일한?)(?:비율|폭|증가율|감소율|규모|수만큼)|해당|위의|상기|전자|후자|나머지|"
    r"[가-힣]당|마다|곱|[×÷+=]|씩|환산|차감|제외|격차|차이"
)
_OPEN = pattern_of(
    r"(?:확보|승인|편성|통과|배정|반영|체결|확정)(?:되|하|될|할)는?(?:상황|시점|가운데|국면)|(?:경우|조건|전제|만약|가정|때에만|한하여|비례|상응|연동|반영하|적용하|준하여)|(?:실적|목표)(?=[(\d])"
)
_COMPARED = pattern_of(
    r"(?:전년도?|작년|지난해)(?:\([^()]*\))?(?:대비|보다|에비해|에서)|실적(?=이나쁜|저조|부진)|목표(?=관리|달성)|[가-힣]{2}(?:증가|감소|상승|하락)[율률폭]|(?:증가|감소|상승|하락)[율률폭](?=이|은|도|세)"
)
_DISCLAIMED = pattern_of(
    r"(?:비교|참고|참조)(?:용|자료|사항|치|대상)?(?:일|에)(?:뿐|불과|따름)(?:이며|이고|하며|하고|한바|이나|하나|으로),?$"
)
_FIGURE = pattern_of(rf"(?<![’\d.,]){NUMERAL}(?=%|[가-힣])(?!년|월)")

_HEADED = pattern_of(
    r"^(?P<front>\((?:배경|현황|여건|개요|사업개요|추진배경|추진여건|추진현황|실태|참고|사업현황|환경|대내외여건|추진상황)\)(?P<said>.{4,160}?)[.,]?)\((?:목표|목표치|목표설정|설정|설정근거|산출근거|산출|산정|산정근거|근거|목표산출|목표산정|설정방법|산정방법|산식)\):?"
)
_LABEL = pattern_of(
    r"^[○□ㅇ]?[.](?=[가-힣(])|(?:^|(?<=[.]))\((?:목표|목표치|목표설정|설정근거|산출근거)\)(?=[가-힣’\d])"
)
# Another indicator, told beside ours.
_SISTER = pattern_of(
    r"^(?P<front>(?:[^.]|(?<=\d)[.](?=\d))*?(?:자매|관련|연계|다른|타|보조|상위|하위|병행|유사|동반|참고)(?:성과)?지표(?:[^.]|(?<=\d)[.](?=\d))*?(?:하고|하며|이며|하되|이고|이나|으나|지만|며|고|[.]),?)"
    r"(?P<ours>(?:본|이|당해|당|해당|동)(?:성과)?지표(?:\([^()]*\))?(?:은|는|의경우|의경우에는|의목표는|목표는),?)"
)
_SISTER_BEHIND = pattern_of(
    r"(?P<joint>하고|하며|하되|[.]),?(?:자매|연계|다른|타|보조|상위|하위|병행|동반)(?:성과)?지표(?:인[^.,]{1,20})?(?:은|는|의경우|의목표는)[^.]*[.]?$"
)
# What was done with the target of last year.
_LAST_TIME = pattern_of(
    r"^(?P<front>(?:지난해|작년|전년도?|직전연도)(?:에|에는|에도|의)?(?:목표(?:치|값)?(?:를|을|는|도)?)?(?:[^.,]|(?<=\d)[.,](?=\d))*?(?:바있(?:어|으므로|으나|음|지만|음에도)|(?:하였|했|렸|였|췄|겼)(?:으나|지만|으므로|기에|는데)),?)(?P<now>(?:올해|금년|금번|이번|당해연도)(?:도)?(?:에는|에|는|은|목표는)?,?)(?=[가-힣’\d])"
)
_SET_BEFORE = pattern_of(r"목표|잡을때|정할때|세울때|설정")
# What somebody will do for it.
_PROMISED = pattern_of(
    r"[.](?:다만|아울러|또한|한편|이를위해|향후|앞으로|특히|더불어|그리고|이와함께|단|동시에)?,?(?P<said>(?!목표를|실적을|전년)[^.,\d()]{4,70}?(?:(?:힘쓰|노력하|애쓰|매진하|최선을다하|만전을기하|박차를가하|총력을다하|전력을다하|노력을다하|노력을기울이|역량을집중하|강화하|분석하|개선하|분석해개선하|분석하여개선하)"
    r"(?:겠음|겠다|고자함|기로함|도록하겠음|도록함|여나가겠음|여나갈것임)|(?:힘쓸|노력할|매진할|강화할|기울일|기할|다할|집중할|분석할|개선할|보완할)(?:것임|계획임|예정임|계획|예정|방침임|방침)|힘씀|노력함|매진함|만전을기함|최선을다함))(?=$|[.])"
)
_MOVES = pattern_of(r"[상하]향|가산|감액|조정|반영|제외|경우|한하여|절반|동결|차감|재산정|협의|변경")
# How it is measured: parts of a survey in their order, what is divided by what.
_MEASURED = pattern_of(
    r"[.](?P<said>(?:[1-3]차[가-힣]{2,8}(?:,|및|과|와|,및)?){1,3}(?:으로|로)?(?:측정|조사|평가|집계|실시|확인)(?:함|하였음|예정|임)?(?:\((?:매년|연간|매)?(?:\d{1,2}[~·-]\d{1,2}월|\d{1,2}월|\d회)[가-힣]{0,4}\))?)(?=$|[.])"
)


# What is divided by what, in a note.
_DEFINED = pattern_of(
    r"[.*※]?(?:측정산식|산식|산출식|측정방법)?[:]?(?!전년|최근|작년|실적|평균)[가-힣()·]{2,24}(?:수|건수|인원|량|액|실적수)[/÷](?!전년|최근|작년|실적|평균)[가-힣()·]{2,24}(?:수|건수|인원|량|액)(?:[×*x]100(?:%)?)?[.]?$"
)
# `목표로 삼고 조사는 11월에 외부기관이 실시함`.
_SURVEYED = pattern_of(
    r"(?:설정|산정|정|[으]?로)(?P<joint>하고|삼고|잡고),?(?:조사|측정|평가|설문|집계|만족도조사|실적)(?:은|는)[^.\d]{0,24}(?:\d{1,2}월)?[^.\d]{0,24}(?:실시|시행|수행|진행|측정|조사|집계|확인)(?:함|하였음|할예정임|할계획임|할예정|예정)?[.]?$"
)


_FINISHED = frozenset("함음임정용향출감축")
_CLOSED = {"하고": "함", "삼고": "삼음", "잡고": "잡음"}


def without_background(laid: Laid, known: Known) -> Laid:
    """The reason without what tells how things stand around its calculation."""
    del known
    for step in (_heads, _sister, _last_time, _behind, _front):
        for _ in range(3):
            changes = list(step(laid))
            if not changes:
                break
            laid = replaced(laid, changes)
    return laid


def _heads(laid: Laid) -> Iterator[_Change]:
    """`[현황] … [목표] …`."""
    found = _HEADED.match(laid.text)
    for label in _LABEL.finditer(laid.text):
        yield (*label.span(), "")
        return
    if found and _only_tells(found["said"]) and _stands(laid.text[found.end() :], found["said"]):
        yield (*found.span(), "")


def _sister(laid: Laid) -> Iterator[_Change]:
    found = _SISTER.match(laid.text)
    if found:
        yield (*found.span(), "")
        return
    behind = _SISTER_BEHIND.search(laid.text)
    if behind and BASE.search(laid.text, 0, behind.start()):
        yield (*behind.span(), "" if behind["joint"] == "." else "함")


def _last_time(laid: Laid) -> Iterator[_Change]:
    """`지난해 목표를 잡을 때 이미 3% 상향한 바 있어, 올해는 …`."""
    found = _LAST_TIME.match(laid.text)
    rest = laid.text[found.end() :] if found else ""
    if (
        found
        and _SET_BEFORE.search(found["front"])
        and BASE.search(rest)
        and not _TAKES_UP.search(rest)
        and _CALCULATES.search(rest)
    ):
        yield (*found.span(), "")


def _behind(laid: Laid) -> Iterator[_Change]:
    """What is promised, and how it is measured."""
    text = laid.text
    calculated = _CALCULATED.search(text)
    if calculated is None:
        return
    for one in _PROMISED.finditer(text, calculated.end()):
        if not _MOVES.search(one["said"]):
            yield (*one.span(), "")
            return
    starts = (
        at
        for at in range(calculated.end(), len(text))
        if text[at] == "." or (laid.gap[at] and text[at - 1] in _FINISHED)
    )
    measured = _MEASURED.search(text, calculated.end()) or next(
        filter(None, (_DEFINED.match(text, at) for at in starts)), None
    )
    if measured:
        yield (*measured.span(), "")
    elif surveyed := _SURVEYED.search(text):
        yield (surveyed.start("joint"), surveyed.end(), _CLOSED[surveyed["joint"]])


_CALCULATED = pattern_of(r"\d|유지|동일")


def _front(laid: Laid) -> Iterator[_Change]:
    """A clause in front of the calculation, at the head or at the head of a sentence."""
    for start in (0, *(one.end() for one in _SENTENCE.finditer(laid.text))):
        if end := next(_ends_of(laid, start), 0):
            opened = _OPENS.match(laid.text, end)
            yield (start, opened.end() if opened else end, "")
            return


_OPENS = pattern_of(_OWN)
_END = pattern_of(rf"(?:{_ENDS}),?")


def _ends_of(laid: Laid, start: int) -> Iterator[int]:
    """Where what stands in front may end, so that the calculation stands behind it: the last such place."""
    text = laid.text
    stop = next((one.start() for one in _SENTENCE.finditer(text, start)), len(text))
    if stop < len(text) and tells(text[start:stop]) and _parted(text[start:stop], text[stop + 1 :]):
        yield stop + 1
    for one in reversed(list(_END.finditer(text, start, stop))):
        end = one.end()
        blank = end < len(text) and (laid.gap[end] or text[end - 1] == ",")
        if blank and _parted(text[start:end].rstrip(","), text[end:]):
            yield end


def _parted(said: str, rest: str) -> bool:
    """Whether words in front only tell, and what follows calculates by itself."""
    return bool(_FIGURE.search(said)) and (bool(_DISCLAIMED.search(said)) or _only_tells(said)) and _stands(rest, said)


def _only_tells(said: str) -> bool:
    """Whether words name nothing that a calculation starts from, and bend nothing."""
    plain = _CUMULATED.sub("", _COMPARED.sub("", said))
    return not (
        BASE.search(plain) or BENDS.search(plainly(plain)) or _OPEN.search(said) or _STEPS.search(said) or bears(plain)
    )


def _stands(rest: str, said: str) -> bool:
    """Whether what is left calculates by itself, and takes up nothing of what was told."""
    told = {one[0].replace(",", "") for one in _FIGURE.finditer(said)}
    own = {one[0].replace(",", "") for one in _FIGURE.finditer(rest)}
    starts = BASE.search(rest) or _START.search(rest)
    return bool(starts and _CALCULATES.search(rest)) and not _TAKES_UP.search(rest) and not told & own
