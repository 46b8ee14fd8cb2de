"""Whether a remark bears on a calculation: what parts a bracket that changes it from one that only tells.

A remark changes a calculation in four ways only: it prints a figure of the calculation, it names an object of it (a result, a
mean, a target) of which something is made, it says how much of it counts (a condition, an exclusion, a part, a bound, a choice,
another measure, a rounding), or it moves it once more. What does none of these tells, whatever it is about: the survey, the
budget, the plan behind it, why, how hard it is. Figures of names, dates and scales count nothing; a figure that stands beside a
noun of its own counts that.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from uigwe.reasons.patterns import NUMERAL, pattern_of

MARKS = "-*※○●■□◦▪·:,. "

# How it is counted, which changes nothing where the calculation says so as well.
_COUNTED_ON = pattern_of(r"(?:누적|누계)(?:기준|지표|실적|치|값)?,?")

# ── figures that are names, dates and scales ──

_NAMES = pattern_of(
    r"(?:’\d{2}|(?:19|20)\d{2})(?:년|학년|회계연)?도?(?:~(?:’?\d{2,4})?년?도?)?(?!\d)"
    r"|제\d+(?:차|조|항|호|기|회|형|종|단계)(?:의\d+)?|제?\d{5,}호"
    r"|\d+(?:점|단계|등급|점짜리)(?:리커트)?(?:척도|만점|평가|체계|기준척도)(?:기준)?|\d+점만점(?:기준)?"
    r"|100점(?:만점)?(?:으로|기준)?환산(?:점수|값)?|[A-Z]{2,6}\d(?:\.\d)?(?=가중치|모형|모델|방식|지표|조사|기준)"
    r"|(?:국정|세부|단위|전략|실천|핵심)?과제\d+(?:[-.]\d+)*(?:번|호)?|\d+번(?:째)?(?:국정)?과제"
    r"|\d+(?:[-~]\d+)?(?:쪽|페이지|면)(?!적)|p[.]?\d+"
    r"|\(?[tTnN]-\d\)?"
    r"|(?:신뢰수준|표본오차|표집오차|오차범위|오차)(?:은|는|:)?±?\d[\d.]*%p?(?:(?:에서|에)?(?:표본오차|오차)?±\d[\d.]*%p?)?"
    r"|(?:매년|매|연간?|1년에|해마다)\d+(?:회|차례|번)(?=조사|측정|실시|평가|점검|공표|설문|집계|발표|산출|개최|갱신|$)"
    r"|(?<!\d)(?:1[0-2]|[1-9])(?:[~·](?:1[0-2]|[1-9]))?월(?:중|초|중순|하순)?(?=에?(?:조사|측정|실시|평가|점검|공표|설문|집계|발표|산출|전수|확정|시행|예정|온라인|진행|수행|결과))"
    r"|(?:12월(?:말|31일)|연말)(?:기준|현재)"
    r"|(?:익년|차년도?|다음해|이듬해|매년|당해연도)(?:1[0-2]|[1-9])월(?:중|말|초)?"
    r"|\d+(?:년차(?=[가-힣])|차년도(?=[가-힣])|개?년연속|년째|개?년(?:간)?(?:의)?추세|개?년이상|개?년내|개?년이내|년만에)"
    r"|(?:[상하]반기|[1-4]/?4?분기)(?:중|에)?(?=조사|설문|측정|실시|평가|공표|발표)"
    r"|(?:분기|반기|월)별(?=점검|관리|실시|모니터링|조사|공표|실적점검)"
    r"|\d+위(?:권)?(?=$|수준|[가-힣]*[.,]?$)|코로나19|정부24|[가-힣]{2}119"
)

# Years alone say of what a figure is told.
_YEARS = pattern_of(r"(?:’?\d{2,4}(?:년|년도|학년도)?|[~,·→\s]|기준|실적|최근|\d개?년|연도|간)*")

_WORDS = pattern_of(r"[가-힣][^가-힣]*[가-힣]|t-\d")

# ── what bears on a calculation without a figure ──

_LEAVES_OUT = (
    r"제외|배제|포함하지|미포함|미반영|미적용|(?<![가-힣])[뺀뺌]|(?<=에서)(?:뺐|뺌|빠[짐졌진])|빼고|차감|공제(?!회)|가감|중복|제거|합산|덜어|별도|"
    r"이월|잔여|나머지|(?<!억)제한(?=$|함|하여|하고|적용)"
)
_RESTRICTS = (
    r"한정|국한|한함|한하|에한(?=함|해|정)|(?:에|분|건|곳|대상|실적|기관|지역|사업|물량)만(?!족)|해당분|이내|미만|초과(?!달성)|"
    r"이상(?!기후|기온|고온|저온|한파|없|징후)|이하|(?<!향)(?<!지원)(?<!대출)(?<!융자)(?<!보조)상한|(?<![인저강])하한|"
    r"(?<!지원)(?<!융자)(?<!대출)(?<!보증)(?<!보조)한도(?!전)|최대(?!규모|한|치|실적|수준|현안|과제)|최소(?!화)|넘지|넘기지|보장(?=$|함|하|되)|범위(?=내|에서|안|\()"
)
_PROVIDES = (
    r"경우|조건(?!부지)|전제|(?:[되하으]|이루어지|없|않으|있으)면(?!서|적|담|허|제|접|세|역|밀)|때에만|"
    r"(?:확보|승인|편성|통과|달성|미달|초과|반영|확정|배정|개정|발생|증액|감액|완료|선정|체결|충원|종료|변경)시"
    r"(?=$|에|동결|적용|상향|하향|조정|변경|[,.])|^단,|다만|단서|여건에따라|상황에따라|결과에따라|에따라(?:조정|변경|결정|가감|확정|차등)"
)
_CHOOSES = r"또는|혹은|내지(?=\d|전)|중(?:큰|작은|높은|낮은|최)|택일|(?:실적|평균|목표)이?나(?=전년|최근|평균)|사이(?=의|에서|값|$)"
_TAKES_PART = (
    r"(?:이|그|동|위)(?:중|가운데)|절반|일부(?=수용|반영|조정|적용|제외|변경|포함|지역|기관|만)|(?<![가-힣])일부|\d+개월|(?:[상하]반기|분기|월|동절기|하절기)(?:별)?(?:실적|분|만|기준|까지|부터|평균|현재|누계|치)|"
    r"월평균|일평균|누계|누적|\d+월(?:말)?(?:부터|까지|현재|기준|이후|이전|개원|개관|개소|개통|개시)|격년|격월|\d년마다|걸쳐|분할|나누|나눈|배분|안분|균등|표본기준|[상하]위\d|"
    r"^(?:[상하]반기|\d/?4?분기|\d+월)(?:에|말)?$|(?:은|는|이|가)\d+(?:개월|월)|만(?:운영|시행|실시|집계|반영|적용|인정|포함|해당|대상)"
)
_MEASURES = (
    r"가중(?!되)|환산|보정|계수(?!기)|할인(?!율적)|할증|연동|(?<!경제)(?<!물가)지수(?=를|로|적용|반영)|복리|단리|누진|"
    r"표본(?!\d|수|조사|크기|오차|규모|추출|은|:)|STDEV|모표준|모집단(?!은|:|\d)|지표는[^,.]*(?:측정|산정|집계|계산|산출)"
)
_ROUNDS = r"반올림|절사|절상|버림|올림(?=처리|함|$|하)|내림(?=처리|함|$|하)|소수|정수|자리(?=에서|까지|이하|수|$)|단위(?:까지|로|에서|이하)"
_LATER = (
    r"추후|차후|협의(?:후|하여|결과|중)|재산정|재조정|재설정|재검토|잠정목표|미정|확정(?:후|시|되면|예정목표)|결정(?=$|함|예정|될|할)|변경(?:될|가능|할)|조정(?:될|가능|할수)|"
    r"취소|철회|보류|실제(?=로|목표)|최종(?=목표|적|값)|수정(?=$|함|하|목표)|대체|대신(?!증권)"
)
_STEPS = (
    r"(?<!향후단계적)(?:추가|가산|할증|증액|감액|증원분|더하|더한|더함|얹|보태|곱하|곱한|곱함)(?=$|함|하|로|반영|포함|적용|조정|\d|여|해|한|물량|분)|"
    r"[상하]향(?:조정)(?!예정|계획|과제)|만큼|[+×÷=]|(?<=[가-힣\d])\*|(?:에|로)더|이보다|여기에|여기서|이에(?=\d|더|추가)|이때|"
    r"(?:분|율|률|폭|액|물량|수요|증감|추세|증가세|감소세|변동|변화)(?:을|를|도|만)?(?:추가|모두|일부|그대로)?(?:반영|적용|가산|합산)|(?:율|률|폭|계수)적용|환율변동"
)
_DENIES = r"아님|아닌(?!지)|(?<!쉽지)(?<!크지)(?<!많지)(?<!좋지)(?<!높지)(?<!낮지)(?<!녹록지)(?<!충분하지)(?<!간단치)않(?!도록|게|은상황|은여건|은점)"
_BASES = (
    r"기준(?!금리|준용|중위소득|강화|완화|마련|개정|정립|정비|연도변경)|(?:대비|보다|에비해|비)$|단위:?(?:천|백|만|억)"
)
_BEARS = pattern_of(
    "|".join(
        (
            _LEAVES_OUT,
            _RESTRICTS,
            _PROVIDES,
            _CHOOSES,
            _TAKES_PART,
            _MEASURES,
            _ROUNDS,
            _LATER,
            _STEPS,
            _DENIES,
            _BASES,
        )
    )
)
# What looks like one of these and is none: what is done later, what a scheme is called, why there was a step.
_HARMLESS = pattern_of(
    r"100점(?:만점)?(?:으로|기준)?환산(?:점수|값)?|(?:가중치(?:를)?적용(?:한)?)?환산점수|초과달성|(?:감안|고려|비교)하면|최대한|최소화|무제한|(?:합동|관계부처|부처간?|기재부|행안부|재정당국)협의(?:완료|지표|를거침|를마침|결과반영)?|"
    r"(?:향후|차년도부터|내년도?부터|다음해부터|차기연도부터|중장기적으로)[^,.\d]{0,24}(?:예정|계획|추진|검토)|"
    r"(?:단계적|점진적|지속적?|순차적)(?:으로)?(?:상향|확대|인상|강화|개선|조정|하향|축소|증액)(?:예정|계획|추진|중)?|"
    r"(?:통계청|KOSIS|국가통계포털|e-나라지표|결산|회계결산|공표|공시|조사|조사시점|발표|확정치|확정실적|시스템|자체집계)(?:자료|통계)?기준|"
    r"별도(?:의)?(?:조사|측정|설문)(?:없음|없이|실시|불필요)?|(?:[가-힣]{2,8}(?:에|으로|로))(?:따른|인한|의한)[가-힣]{2,14}(?:반영|감안|고려)|"
    r"(?:예산|사업비|국비|지방비|보조금|인건비|운영비|재원|기금|출연금|보조율|정원|인력)(?:은|는|이|가)?(?:전년도?(?:대비|보다)|약|총)*(?:\d[\d.,]*(?:%|[십백천만억조]*원|명)?)?(?:이|가)?"
    r"(?:감액|증액|삭감|축소|확대|동결|인상|인하|감소|증가|절감|감축|증원)(?:됨|되었음|예정|됨에도|에도|기조|된상황|되고[가-힣]{2,20}상황)?$|이월(?:예산)?없음|제한된[가-힣]{1,4}|중복수혜자?없음|일부개정"
)

# ── what a calculation is made of ──

_OBJECTS = pattern_of(
    r"실적|목표|평균|중앙값|추세선|최고치|최저치|최댓값|최솟값|(?<!경제)(?<!물가)(?<!임금)(?<!인구)(?:증가|상승|성장|감소)[율률폭분]|전년|작년|지난해|직전|최근\d|과거\d"
)
# What is said of such an object, at the end, when nothing is made of it: what it is worth, that it is missing, when it is known.
_SAID_OF = pattern_of(
    r"(?:상회|하회|웃돎|웃도는것|웃도는수준|초과달성|(?<!까지)달성|도전적|적극적|의욕적|공격적|보수적|"
    r"(?:[높낮많적크작]은|우수한|양호한|도전적인|적극적인|의욕적인|유사한|최고의|어려운)(?:수준|편|수치|목표|목표치|목표수준|상황|여건)?|최고(?:치|수준|실적|점)?|최대(?:치|실적)|(?:도전적|적극적|의욕적)(?:으로|인)?(?:설정|목표|수준)|"
    r"(?:불가|곤란|어려움|부재|미비|저조|정체|양호|우수|둔화|큼|높음|낮음|적음|많음|심함|한계|부담|우려|필요|노력|없음|불확실|존재)|"
    r"(?:확정|공표|발표|공개|점검|관리|집계|측정|조사|제출|통보|보고)(?:예정|중|완료)?|"
    r"(?:동일|같은|같|유사)(?:한)?(?:방식|방법|산식|기준|지표|항목|문항|척도)?|변동없음|변경없음|[가-힣A-Z]등급|우수기관|여건|상황|차원|취지|영향|여파|반등|급감|급증|회복세|하락세|상승세|증가세|감소세|감소|증가|하락|상승)"
    r"(?:임|함|음|이다|이었음|하였음|했음|하고있음|되고있음|됨|중|예상|예상됨|전망|전망됨)?$"
)
# What is judged so, whatever figures it prints.
_WORTH = pattern_of(
    r"(?:(?:[높낮많적크작]은|최고|우수한|양호한|도전적인|적극적인|어려운|상위)(?:의)?(?:수준|편|목표|여건|상황)|도전적|적극적|쉽지않음|곤란|어려움|불가)(?:임|함|이다)?$"
)
_VIEWED = pattern_of(
    r"(?:점|상황|여건|추세|영향|특성|둔화|악화|의견|취지|지적(?:사항)?|수요|감소|증가|체감도|인구감소)(?:을|를|등을|도|등)?(?:함께|종합적으로|충분히)?(?:반영|감안|고려|참고)(?:함|하였음)?$"
)

_BY_SO_MUCH = pattern_of(r"\([-+]?\d[\d.,]*%?p?\)$")

# ── figures ──

_FIGURE = pattern_of(rf"(?<![’\d.])[-+]?{NUMERAL}(?P<unit>%p|%|[십백천만억조]*[가-힣]{{0,2}})")
# The noun that a figure counts, before it or behind it.
_NOUN_BEFORE = pattern_of(
    r"(?P<noun>[가-힣A-Za-z·]{2,14}?)(?:은|는|이|가|을|를|도|의)?(?::|총|약|전년과동일한|전년동일|[가-힣]{0,6}인)?[(]?$"
)
_NOUN_BEHIND = pattern_of(r"[)]?(?:의|이|가|은|는|을|를|에서)?(?P<noun>[가-힣]{2,})")
_NO_NOUN = pattern_of(
    r"(?:실적|목표|평균|기준|수준|값|수치|[율률폭분액]|대비|보다|최근|직전|과거|전년|작년|올해|금년|매년|연간|월|상향|하향|가산|추가|약|총|각|등)$"
)
_MOVES = pattern_of(
    r"^(?:을|를|씩|만큼|의)?(?:추가|더|만|까지)?(?:로)?(?:상향|하향|가산|조정|반영|적용|할인|할증|차감|추가|더|빼|뺀|곱|나누|나눈|높[이인여]|낮[추춘춰]|올[리려린]|내[리려린]|늘[리려린]|줄[이여인]|수준|목표|포함|배)"
)
# What has prices, sizes and rates of its own: its rise is no step of the calculation.
_OF_ITS_OWN = pattern_of(
    r"가격|물가|임금|예산|사업비|국비|지방비|인력|정원|환율|금리|유가|보조율|응답률|회수율|출산율|고령화|경제성장률|인건비|재원|경쟁률|모집단|표본|조사대상|응답자"
)
# The kind of mean that is meant anyway.
_PLAIN_MEAN = pattern_of(r"(?:단순|산술)평균(?:값|치)?(?:임)?")
_NAMED_MEAN = pattern_of(r"(?:기하|조화|가중|절사|이동)평균(?:치|값)?(?:은|:|,)?\d")
_OTHER_MEAN = pattern_of(r"기하|가중|중앙|중위|조화|이동|절사|중간|증가율|성장률")
# In these a figure in a bracket may be a factor.
_FACTORED = pattern_of(
    r"(?<!해)(?<!담)(?<!정)당(?!해|초|시|면|선|국|사|위)|(?<!매년)(?<!해마다)씩|마다(?!\d)|각각|별로|[×*÷]|곱|나누|나눈|합산|합한|합계"
)


_YEARLY = pattern_of(r"(?:매년|해마다|매해|연)[^,.]{0,10}씩")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a remark is. `certain`: no figure in it could be one of the calculation, whatever is read with it."""

    certain: bool
    names_object: bool  # whether it names what a calculation could lean on
    figures: bool  # whether it prints figures that count something


def bears(said: str) -> bool:
    """Whether something in these words says how to calculate, without a figure."""
    return bool(_BEARS.search(_HARMLESS.sub("", _NAMES.sub("가", _HARMLESS.sub("", said)))))


# A remark that moves what was calculated before it, or says of which part or by what it is: it must be heeded.
_TURNS = pattern_of(
    r"^(?:[상하]반기|\d?/?4?분기|분기별|월평균|일평균|전년도?목표|목표|표본|전국|업종|(?:타|다른|유사)기관|수도권|국내|해외|신규|온라인|본부|본청)(?:실적|평균)*"
    r"(?:기준|만|한정|국한|만집계|만반영)(?:임|함)?$"
    r"|^(?:[상하]반기|[1-4](?:/4)?분기)(?:임)?$"
    r"|^(?:약)?(?:1[01]|[1-9])개월(?:분|치)(?:임)?$"
    r"|^(?:이|그|동)(?:중|가운데)(?:에서)?(?:\d[\d.,]*[%가-힣]|절반|일부)"
    r"|(?:실적|분|대상|접수분|사업|물량|지역|기관)만(?:을)?(?:집계|반영|적용|인정|포함|산정)(?:함|임|하였음)?$"
    r"|^(?:신규|이월|추가)(?:물량|분|건)?\d[\d.,]*[가-힣]{1,3}(?:을|를)?(?:추가|별도|포함|합산|반영|가산)(?:함|임)?$|^추가\d[\d.,]*[가-힣]{1,3}(?:포함|반영)"
    r"|^(?:감액분|증액분|여기에|이에|추가로)?\d[\d.,]*%p?(?:를|을)?(?:추가)?(?:하향|상향|가산|차감|할인|할증|감액|증액|반영)(?:조정|반영)?(?:함|임)?$"
    r"|(?:상승률|감액률|증액률|증가율|감소율|변동률|변동|물가)(?:을|를|만큼)?(?:추가)?(?:반영|가산|연동|적용)(?:함|임)?$"
    r"|보정계수[를을]?(?:적용|반영|곱)|^가중치\d"
    r"|(?:확보|승인|편성|통과|반영)시(?:임)?$|(?:에한함|한정|국한)(?:임|함)?$|^(?:최근)?\d개?년누계(?:임)?$|^(?:분기|월|반기)별실적(?:의)?평균(?:임)?$|협의후[가-힣]{0,4}$"
    r"|^(?:또는|혹은)|\d개?년평균으로대체"
)


_CUTS = pattern_of(r"^(?:소수[가-힣\d]{2,12}?(?:에서|이하)?)?(?:절사|반올림|버림|올림)(?:함|임|처리|하여산정)?$")
_ROUNDED = pattern_of(r"절사|반올림|버림|버린|올림|올린|정수")


def without_the_harmless(said: str) -> str:
    """The words without those that look as if they did something and do not."""
    return _HARMLESS.sub("", said)


def turns(said: str, rest: str) -> bool:
    """Whether a remark surely does something to the calculation that it stands beside. `rest`: what is said without it."""
    said = said.strip(MARKS)
    return bool(_TURNS.search(said)) or bool(_CUTS.search(said) and not _ROUNDED.search(rest))


def only_tells(said: str, rest: str) -> Remark | None:
    """What a remark is that bears on no calculation; None for one that does, or may. `rest`: what is said without it."""
    plain = _HARMLESS.sub("", _COUNTED_ON.sub("", said) if _COUNTED_ON.search(rest) else said).strip(MARKS)
    if _PLAIN_MEAN.fullmatch(plain):
        return Remark(True, False, False) if "평균" in rest and not _OTHER_MEAN.search(rest) else None
    bare = _NAMES.sub("", plain).strip(MARKS)
    if _NAMED_MEAN.match(plain) or "Σ" in plain:
        # `(기하평균 56.3억원)`, `(Σ’19~’21/3)`: which mean it is.
        return None
    if (
        (plain and _YEARS.fullmatch(plain))
        or not _WORDS.search(said)
        or _BEARS.search(_HARMLESS.sub("", bare))
        or _BEARS.search(_HARMLESS.sub("", _NAMES.sub("가", plain)))
    ):
        return None
    names = bool(_OBJECTS.search(bare))
    appraised = bool(_SAID_OF.search(_BY_SO_MUCH.sub("", bare)) or _VIEWED.search(bare))
    if names and not appraised:
        return None
    judged = (names and appraised) or bool(_WORTH.search(bare) or _VIEWED.search(bare))
    figures = list(_figures(bare, rest, appraised=judged))
    if None in figures:
        return None
    return Remark(all(figures), names, bool(figures))


def _figures(said: str, rest: str, *, appraised: bool) -> Iterator[bool | None]:
    """Of each figure, whether it is certainly one of something else; None for one that may be a figure of the calculation."""
    for one in _FIGURE.finditer(said):
        before, behind = said[: one.start()], said[one.end() :]
        factored = _FACTORED.search(_YEARLY.sub("", rest)) or _FACTORED.search(said)
        if _MOVES.match(one["unit"].lstrip("%p") + behind):
            yield None
            continue
        if appraised:
            yield True
            continue
        noun = _NOUN_BEFORE.search(before)
        counted = _NOUN_BEHIND.match(behind) if one["unit"] not in ("%", "%p", "") else None
        own = bool(noun and _OF_ITS_OWN.search(before))
        if own:
            yield True
        elif noun and not _NO_NOUN.search(noun["noun"]):
            yield None if factored or noun["noun"] in rest else False
        elif counted:
            yield None if factored or counted["noun"][:2] in rest else False
        else:
            yield None
