"""What a target is held against, and is no part of it: the growth of the economy, of others or of the past, how high a level is, its worth.

`…, 이는 경제성장률 1.4%를 크게 웃도는 수준임`, `전체 업체 수가 연 2.4% 줄어드는 가운데 …`, `(물가상승률 3.1%의 2배)`,
`90점은 이미 매우 높은 수준이므로 …`.
Such words go when a calculation stands without them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.stretches import Stretch, stretches
from uigwe.reasons.patterns import GROUPED, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import rounded

_Change = tuple[int, int, str]
_F = rf"-?{GROUPED}"
_RATE = r"(?:(?:증가|성장|상승|신장|증감|인상|감소|하락|향상)(?:율|률|세|폭)|GDP|인플레이션율)"
# Whose growth it is, or when it was.
_OF = (
    r"(?:(?:최근|과거|지난|직전|향후)?\d{1,2}(?:개)?년(?:간|도)?(?:\([’\d~년도]{5,14}\))?|(?:’\d{2}|20\d{2})년(?:도)?(?:~(?:’\d{2}|"
    r"20\d{2})년)?|같은해|같은기간|동기간|올해|금년|당해연도|전년도?|작년|지난해"
    r"|[가-힣·A-Z]{0,20}?)"
)
_WHOSE = rf"(?:(?:참고로|이는|현재|특히),?)?(?:{_OF}(?:의|에|간)?){{0,3}}?(?:연평균|평균|연간|연)?(?:실제|전망|예상)?"
_FORECAST = r"(?:전망치?|예측치?|추정치?|실적치?)?"
_AS_MUCH = (
    rf"(?:인|은|는|이|가|:)?(?:약)?\(?(?:’\d{{2}}년(?:도)?(?:기준)?:?)?(?:약)?(?P<rate>{_F})%(?:p)?(?:수준|내외)?\)?"
)
_GROWTH = rf"{_WHOSE}{_RATE}{_FORECAST}{_AS_MUCH}"
_FELT = (
    r"(?:매우|상당히|충분히|보다|더욱|크게|다소|훨씬|더)*(?:도전|적극|공격|의욕|보수|현실|합리)적(?:인|으로|이)?|"
    r"(?:매우|상당히|크게|훨씬|다소|월등히|비교적|꽤|더|가장|역대)*[높큰많어려]{1,2}[은운]?|쉽지않은|과감한|상향된|"
    r"어려운"
)
_WHAT = (
    r"(?:수준|목표|목표치|목표수준|값|수치|것|설정|상향|편|규모|도전)?(?:을|를|으로|로)?(?:설정|제시|판단|부여|책정|"
    r"반영|잡|정)?(?:함|하였음|한것임|된것임|임|이다|됨|았음|한수준임|한목표임|한값임|한수치임)?"
)
_OVER = (
    rf"(?:(?:를|을)(?:크게|다소|훨씬|월등히|대폭|큰폭으로)?(?:상회|웃도|웃돎|넘|뛰어넘|초과|능가|앞지르|앞서)(?:하는|"
    rf"는|은|음|함|하였음|돎|섬|서는|어서는|어선|어섬)?(?:도전적인|높은)?{_WHAT}"
    rf"|의(?:약)?(?P<times>\d+(?:\.\d+)?)배(?:이상|가까이|수준|정도|가량|에달하는|에해당하는|이상인|넘는)?{_WHAT}"
    rf"|(?:보다|에비해|에비하면|에비하여|에비해서|대비|(?:와|과)비교하면|(?:와|과)비교하여|(?:와|과)비교할때|(?:를|"
    rf"을)감안하면|(?:를|을)고려하면|(?:를|을)감안할때|(?:를|을)고려할때|감안시|고려시|에비추어)(?:볼때|보면|"
    rf"보아)?,?[^.\d]{{0,24}}?(?:{_FELT}){_WHAT})"
)
_HELD = pattern_of(rf"{_GROWTH}{_OVER}")
_TOLD = pattern_of(rf"{_GROWTH}(?:수준|에불과|에그침|내외|정도)?(?:임|이다|였음|이었음|함|하였음)?")
# The same in front of the step, with what links it.
_BEFORE = pattern_of(
    rf"(?:^|(?<=[.,]))(?P<all>{_GROWTH}(?:(?:를|을)(?:크게|다소|훨씬|월등히|대폭)?(?:상회|웃도|넘|뛰어넘|초과|능가|넘어서)(?:하는|는|도록|하여)"
    rf"|보다(?:더|훨씬|크게|다소)?(?:도전적|공격적|적극적|의욕적|높)(?:으로|인|은|게)|대비(?:도전적|공격적|적극적|의욕적)(?:으로|인)"
    rf"|(?:에그치는|에불과한|에머무르는|에머문|인|로예상되는|로전망되는|로둔화되는)(?:상황|여건|가운데)?(?:에서도|"
    rf"에도|임에도|에서|이나|이지만|가운데)(?:불구하고)?|에도불구하고|이나|이지만|였으나|이었으나|에그쳤으나|"
    rf"에불과하나|에불과했으나|에머물렀으나),?)"
    r"(?=[^.]*\d)"
)
_SHRINKS = pattern_of(
    rf"(?:^|(?<=[^\d][.]))(?P<subject>[가-힣·A-Z()]{{2,30}}?)(?:이|가|은|는|도)(?:(?:최근|지난|과거)?\d{{1,2}}개?년(?:간|"
    rf"동안|새|사이)?|매년|해마다|지속적으로|계속|꾸준히|전년대비|전년보다|연평균|연|평균)*(?:약)?{_F}%(?:p)?(?:씩|"
    rf"가량|정도|이상|나)?"
    r"(?:감소|하락|줄|위축|축소|둔화|급감|증가|상승|늘|성장|급증|떨어지)(?:하는|드는|들고있는|하고있는|되는|어나는|"
    r"고있는|지는|된|한|어든|어난|해온|어온|어드는)?"
    r"(?:(?:상황|여건|추세|실정|국면|환경)?(?:에서도|에도|임에도|이나|이지만|가운데(?:에도)?|에서|"
    r"속에서(?:도)?)(?:불구하고)?|하고있으나|고있으나|하였으나|했으나|었으나|하였지만|했지만|하고있는데도|"
    r"하는데도),?(?=[^.]*\d)"
)
# Growth of the past, which `compared` holds against what is applied.
_PAST = pattern_of(
    rf"(?:[^.,]*?(?:으나|지만|여|며|도|고),?)?(?:전년도?|작년도?|지난해|직전|최근\d|과거\d|"
    rf"지난\d)[^가-힣]{{0,2}}(?:개)?(?:년간?|연도|년도)?(?:의)?(?:연평균|평균|실제)?{_RATE}"
)
_OWN = pattern_of(r"실적|목표|평균|지표|전년도?실|동사업|본사업|건수$|성과")
# How high a level is.
_LEVEL = (
    rf"(?:[가-힣]{{0,12}}?(?:만족도|점수|수준|평가|등급|비율|율|률)?(?:의|가|이|는|은)?)?(?:현재|"
    rf"현)?(?P<level>{_F})(?:점|%)(?:대(?:초반|중반|후반)?|이상|초과|을넘는|를넘는|을넘긴|을상회하는|"
    rf"를상회하는)?(?:의|인)?(?:점수|수준|만족도|것|비율|실적)?(?:자체|만)?(?:은|는|이|가|이면|인경우|초과시|이상시|"
    rf"으로|도|을|를|:)"
)
_JUDGED = (
    r"(?:이미|사실상|통상|현실적으로|공공부문에서|상당히|매우|아주|꽤|충분히|대단히|거의|가장|‘|’|\"|최|상위|추가|"
    r"더이상|[가-힣]{2,14}?(?:중|에서|으로|의|상|보다|치고는|가운데))*"
    r"[가-힣’\"\s,]{0,24}?(?:높은|우수|최고|최상위|상위|한계|포화|극소수|드문|드물|정점|도전적|어려운|쉽지|달성하기|"
    r"제한적|여력|곤란|만점)[가-힣’\"]{0,10}?(?:수준|점수|편|구간|등급|것|상황|여건|값|수치|실정)?"
)
_LEVEL_TOLD = pattern_of(
    rf"{_LEVEL}{_JUDGED}(?:임|이다|함|음|에해당|에해당함|에해당하는점수임|으로평가됨|으로봄|으로볼수있음|제한적|여력이없음|여력이제한적임)?"
)
_LEVEL_WHY = pattern_of(
    rf"(?:^|(?<=[^\d][.]))(?:코로나19[^.,\d]*,)?(?P<all>{_LEVEL}{_JUDGED}(?:이라|이라서|이어서|여서|이므로|므로|하므로|"
    rf"이기때문에|인점을감안하여|인점을고려하여|인점에서|인만큼|임에도|이나|이지만|인바|으로,?|어서|인데다|"
    rf"에해당하여|에해당하므로|에속하여),?(?P<rather>(?:무리한|추가|더이상의|과도한|인위적인|급격한)*(?:상향|상승|"
    rf"목표상향)(?:보다는|하기보다는|대신|없이|이아닌),?)?)(?=.*(?:평균|실적|전년))"
)
_STEPPED = pattern_of(
    r"상향(?!여력|이어|된)|하향|가산|더하|얹|곱|뺀|빼|감축|만큼|씩(?!줄|감소|증가|늘)|적용|합산|추가(?!상향|상승|여력)"
)
_SETS = pattern_of(r"^(?:그|이|동|해당)(?:의)?\d|목표|설정|제시|삼[음았]|정함|표준편차|평균")
# Why, and what a target is worth, behind `…한 것으로,`.
_WORTH = pattern_of(
    r"[^\d]{0,60}?(?:도전적|적극적|의욕적|공격적|현실적|합리적|높은|어려운|과감한|쉽지않은)(?:인|으로|한)?(?:목표|"
    r"수준|값|수치|목표치|목표수준|설정|것)(?:을|를)?(?:설정)?(?:임|이다|함|하였음|한것임)?"
)
_CONDITION = pattern_of(
    r"(?:예산|재원|정원|인력|국회|법안|법|조례|사업비|심의|협약|부지|승인|편성|통과)[가-힣]{0,8}(?:확보|승인|편성|"
    r"통과|배정|개정|반영|체결)?[가-힣]{0,4}(?:전제|조건|경우)"
)
_THING = pattern_of(
    r"(?<=[한된린인은는])(?P<thing>것|값|수준|수치|목표|규모)(?P<ending>으로서|으로|로서|로),(?=[가-힣])"
)
_MEAN = pattern_of(
    rf"(?:참고)?:?(?P<window>최근|직전|과거)(?P<many>\d)개?년(?:간)?(?:의)?(?:실적)?(?:의)?평균(?:치|값|실적)?(?:은|"
    rf"는|:)?(?:약)?(?P<mean>{_F})(?:%|[가-힣]{{1,3}}?)(?:수준)?(?:임|이다)?"
)


def without_measure(laid: Laid, known: Known) -> Laid:
    """The reason without what it only holds its target against."""
    for step in (_in_front, _shrinking, _level_why, _worth, _beside):
        for _ in range(2):
            change = next(step(laid, known), None)
            if change is None:
                break
            laid = replaced(laid, [change])
    return laid


def _calculates(text: str) -> bool:
    """Whether a start and a step of its own stand in what is left, or a mean or a result that is set."""
    return bool(re.search(r"전년|작년|지난해|직전|평균|실적|’\d{2}년|20\d{2}년", text)) and bool(re.search(r"\d", text))


def _in_front(laid: Laid, known: Known) -> Iterator[_Change]:
    for found in _BEFORE.finditer(laid.text):
        if (
            not _OWN.search(re.sub(r"평균", "", found["all"]))
            and not _PAST.match(found["all"])
            and _calculates(laid.text[found.end() :])
        ):
            yield (*found.span("all"), "")


def _shrinking(laid: Laid, known: Known) -> Iterator[_Change]:
    for found in _SHRINKS.finditer(laid.text):
        if not _OWN.search(found["subject"]) and _calculates(laid.text[found.end() :]):
            yield (*found.span(), "")


def _level_why(laid: Laid, known: Known) -> Iterator[_Change]:
    for found in _LEVEL_WHY.finditer(laid.text):
        if not _STEPPED.search(found["all"].removesuffix(found["rather"] or "")):
            yield (*found.span("all"), "")


def _worth(laid: Laid, known: Known) -> Iterator[_Change]:
    for found in _THING.finditer(laid.text):
        behind = laid.text[found.end() :].rstrip(".")
        if _WORTH.fullmatch(behind) and not _CONDITION.search(behind) and not _STEPPED.search(behind):
            yield (found.start("ending"), len(laid.text), "임")


def _beside(laid: Laid, known: Known) -> Iterator[_Change]:
    for one in stretches(laid):
        if one.kind == "lead":
            continue
        said = one.said.strip("-*※,/ ").rstrip(".")
        rest = laid.text[: one.start] + one.word + laid.text[one.end :]
        if _only_held(said, one, rest, known) and _calculates(rest):
            yield one.change


def _only_held(said: str, one: Stretch, rest: str, known: Known) -> bool:
    if _HELD.fullmatch(said):
        return not _STEPPED.search(re.sub(r"상향된|상향한|상향설정", "", said))
    if _TOLD.fullmatch(said):
        return one.kind == "sentence" and not re.search(r"증가율|성장률|상승률|증가폭", rest)
    if _LEVEL_TOLD.fullmatch(said):
        return not (_STEPPED.search(said) or _SETS.search(said))
    mean = _MEAN.fullmatch(said)
    return (
        mean is not None
        and "평균" not in rest
        and bool(re.search(r"전년|작년|지난해|실적", rest))
        and _is_mean(mean["many"], mean["mean"], known)
    )


def _is_mean(many: str, printed: str, known: Known) -> bool:
    cells = [known.actuals.get(known.year - back) for back in range(1, int(many) + 1)]
    values = [cell.value for cell in cells if cell is not None and cell.value is not None]
    places = len(printed.partition(".")[2])
    return len(values) == int(many) and rounded(sum(values, Decimal(0)) / int(many), places) == Decimal(
        printed.replace(",", "")
    )
