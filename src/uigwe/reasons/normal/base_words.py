"""How a base is named, and how a step hangs on it, in the plain words for both.

`작년 실적을 100으로 놓았을 때 103이 되는 값` is 103 % of it, `3년 평균의 95% 선까지 낮춤` 95 %, `88%에서 그 4%에 해당하는 만큼 상향` 4 %
more; `전년 상·하반기를 합한 연간 건수` is last year's, `최우수 실적인 ’22년` the result of that year, if the table says so, and of
`잠정치 1,480건이 아니라 확정된 1,432건` the second counts.
"""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.conjugated import closing, form_of, verbs
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.reasons.tokens import AMOUNT

_Change = tuple[int, int, str]
_UP = verbs(
    "높이 높여 올리 올려 끌어올리 끌어올려 늘리 늘려 키우 키워 상향하 상향해 확대하 확대해 증가시키 증가시켜 "
    "향상시키 향상시켜"
)
_DOWN = verbs(
    "낮추 낮춰 줄이 줄여 내리 내려 끌어내리 끌어내려 떨어뜨리 떨어뜨려 감축하 감축해 축소하 축소해 "
    "억제하 억제해 단축하 단축해 하향하 하향해 감소시키 감소시켜 경감하 경감해"
)
_TO = r"(?:선|수준|정도|규모)?(?:까지|으로|로)(?:는)?"
_NOUN_UP = r"(?:상향|확대|증가|제고|향상)(?:조정)?(?:함|하였음|한다)?(?=$|[.,(])"
_NOUN_DOWN = r"(?:하향|감축|축소|억제|단축|감소|경감|저감)(?:조정)?(?:함|하였음|한다)?(?=$|[.,(])"
# So much of the base is what it comes to.
_LEVELS = tuple(
    (
        pattern_of(
            rf"(?<=의)(?P<share>{NUMERAL})(?P<unit>%|배)(?P<to>{_TO}(?:{closing(these)}|{noun}"
            rf"|(?:{form_of(these, 'going_on')}|(?:{form_of(these, 'stem')})(?:도록|게))(?=설정|산정|책정|정[함하한]|잡|목표)))"
        ),
        more,
    )
    for these, noun, more in ((_UP, _NOUN_UP, True), (_DOWN, _NOUN_DOWN, False))
)
# The base put at a hundred, or at one.
_AS = (
    r"(?:놓으면|놓았을때|놓았을경우|놓을때|놓고|놓아|두면|두었을때|둘때|두고|하면|하였을때|했을때|할때|하여|하고|보면|보았을때|볼때|보고|보아|잡으면|잡았을때|잡을때|잡고|잡아|치면|쳤을때|칠때|치고|삼으면|삼았을때|삼고|삼아|가정하면|가정할때|환산하면|환산할때)"
)  # fmt: skip
_INDEX = pattern_of(
    rf"(?P<particle>을|를)(?P<whole>100|1)(?:%|점)?(?:(?:으로|로){_AS}|이?라(?:고)?(?:하면|할때|하고|했을때|볼때|치면))(?:서)?,?(?:목표(?:치|값)?(?:를|는|가|은)?|올해(?:는|목표는)?|금년(?:은|목표는)?)?"
    rf"(?P<share>{NUMERAL})(?:%|점)?(?:(?:이|가)되(?:는|도록하는|게하는)(?:지점|선|점)?|(?:이|가)되(?=도록|게)|에해당하는|에해당되는|에이르는|에달하는|인|의|로한|만큼의)?(?P<set>도록|게)?(?:함|하여|하였음)?"
)
# So much of the base, on top of it.
_SHARE = pattern_of(
    rf"(?P<link>의|에서(?:그|그값의|이의)|에(?:그|그값의|이의)|보다(?:그|그값의))(?P<share>{NUMERAL})%(?P<much>에(?:해당|상당)하는(?:만큼|양|수치|값|크기)?(?:만큼)?(?:을|를)?|만큼(?:을|를)?|어치만큼)(?P<verb>(?:더|추가로)?(?:상향|하향|증가|감축|감소|높[이인여임]|낮[추춘춰춤]|늘[리린려림]|줄[이인여임]|올[리린려림]|내[리린려림]|더[하한해함]|얹|보태|덜어|끌어올|가산|확대|축소|단축))"
)
# Both halves of the year make the year.
_WHOLE_YEAR = pattern_of(
    r"(?<=[년도해])(?:의)?(?:상·?하반기|상반기와하반기|1~4분기|1분기부터4분기까지|열두달|12개월|1월부터12월까지)(?:실적)?(?:을|를)?(?:모두|전부)?(?:합한|합친|더한|합산한|아우른|통틀어집계한|통틀은)(?:연간|총|전체)?(?=[가-힣])"
)
_BEST = r"(?:최우수|최고|최대|최상|최고치를|(?:가장|제일)(?:높|좋|우수|많|나)(?:은|았던|한|했던|은해))"
_WORST = r"(?:최저|최소|(?:가장|제일)(?:낮|적|저조|부진|나쁜|나빴)(?:은|았던|한|했던|었던|던)?)"
_NAMED = pattern_of(
    rf"(?:(?:최근|지난|과거|직전)(?P<many>\d{{1,2}})개?년(?:간)?(?:의)?(?:실적)?(?:중|가운데)?(?:에서)?|역대)?(?:의)?(?:(?P<best>{_BEST})|(?P<worst>{_WORST}))(?:의)?(?:실적|값|치|성과|해|연도|수준|점수|기록)?(?:였던|이었던|인|을기록한|를기록한|을보인|를보인|을거둔|를거둔|을낸|,)?"
    rf"(?=(?:’|20)(?P<year>\d{{2}})년(?:도)?(?:의)?(?:실적|수준|값|점수|결과|과|와|보다|대비|에서|의|\({NUMERAL}|{NUMERAL}))"
)
# Another figure of the base than the one that is right.
_RIGHT = pattern_of(
    rf"(?:잠정치|잠정실적|속보치|가집계치?|추정치|예상치|잠정집계치?|당초발표(?:치|한)?)(?:인)?{AMOUNT}(?:이|가)?(?:아니라|아닌|대신),?(?:최종|이후|나중에)?(?:확정된|확정한|확정치인|확정치|확정실적인|확정실적|최종치인|최종|공표된)(?={AMOUNT})"
)
# `3%p가 아닌 3% 상향임을 밝혀 둔다`.
_NOT_THIS = pattern_of(rf"(?<![\d.,]){AMOUNT}(?:이|가)?(?:아닌|아니라),?(?=\d[\d.,]*(?:%|[가-힣]))")
_STATES = pattern_of(
    r"(?<=[가-힣]임)(?:을|임을)?(?:밝혀둔다|밝혀둠|밝힘|분명히함|명시함|분명히한다|유의)(?=$|[.:,])[:,]?"
)
_UNIT = pattern_of(r"(?<=[가-힣])\((?:단위:?)?[‱‰]\)(?=의|에서|보다|대비|을|를|에|과|와)")
# What was planned to be the step, and stays: `당초 계획한 증가폭(전년 대비 8%)은 조정 없이 그대로 반영`.
_AS_PLANNED = pattern_of(
    rf"(?:당초|기존에|계획상)?(?:계획|예정|설정|제시)?(?:한|된|했던)?(?:의)?(?P<way>증가|상향|상승|감축|감소|하향)(?:폭|률|율|분|목표)\((?P<base>(?:전년|작년|지난해|직전|최근|’\d{{2}}년)[^()]{{0,14}}?(?:대비|보다))(?P<step>{AMOUNT})\)(?:은|는|을|를)(?:조정|변경|변동|수정|축소|삭감)?(?:없이|하지않고)?(?:그대로)?(?:반영|적용|유지)(?:함|하였음|한다)?(?=$|[.])"
)
# Why, between a step and what is made of its outcome: `4% 상향하되 예산 감액분을 감안하여 그 값에 0.9를 곱함`.
_BETWEEN = pattern_of(
    r"(?P<verb>[상하]향|증가|확대|가산|감축|축소|인상)(?P<joint>하되|하고|하며|한뒤|한후|한다음),?(?P<why>[^.,\d]{2,30}?(?:감안|고려|반영|참작)(?:하여|해),?)?(?:그|이)(?:값|수치|결과|금액|건수)(?=(?:에|의|에서|을|를)\d|(?:에|의|에서|을|를)절반)"
)
# Something more of its own, on top of what was raised.
_ON_TOP = pattern_of(
    rf"(?P<here>여기에|이에|거기에|그위에)(?P<what>[^.,\d]{{2,30}}?(?:몫|분|물량|건수|인원|수요)(?:인|으로|의)?)(?P<more>{AMOUNT}(?:을|를))(?P<apart>따로|별도로|추가로|더)?(?=얹|더[하한해함]|보태|보탬|가산|합산|합[한쳐침])"
)
_BOUND_ONLY = pattern_of(
    r"(?:을|를|은|는)(?:상한|하한|최저선|하한선|상한선|비교|참고|참조|검토)(?:선|치|값|자료|대상|용)?(?:으로|로|에)?만(?:참고|참조|검토|제시|활용|사용|고려|하고|두)(?:하고|하되|하며|고|되),?(?:목표(?:치|값)?(?:자체)?(?:는|를|은)?)?"
)
_POSTPONED = pattern_of(
    r"(?P<what>(?:(?:아직|현재)?[^.,]{0,24}?(?:않아|없어|못해|부족해|부족하여),?)?(?:최근)?\d개?년(?:간)?(?:의)?(?:실적)?평균(?:치|값)?(?:의)?(?:적용|사용|산정|반영|활용)?(?:은|는|을|를)(?:유보|보류|생략|미룸|미루)(?:함|하고|하며|하되|하였으며|고|였고|였으며)?[-.,]*)(?=(?:직전|전년|작년|지난해|’\d{2}년))"
)


# `’21년의 82.5%를`, `작년에 거둔 84.6점과`: the result of that year by its figure.
_BY_FIGURE = pattern_of(
    rf"(?P<year>전년도?|작년|지난해|(?:’|20)(?P<short>\d{{2}})년도?)(?:의|말|말현재|말기준|에(?:거둔|기록한|달성한|나온|받은|얻은|집계된|조사된)|조사(?:결과|에서)(?:인|나온)?)"
    rf"(?P<told>(?P<figure>{NUMERAL})(?:%|점|[가-힣]{{1,3}}?))(?=을|를|에서|보다|대비|과|와)"
)


# A step by its name: `3%의 상향 폭을 더해`, `5%에 상당하는 폭으로 상향`.
_RISE = r"(?:증가|상향|인상|상승|향상|가산|성장|증액)(?:폭|분|률|율|치|액)"
_FALL = r"(?:감소|하향|감축|축소|하락|단축|절감)(?:폭|분|률|율|치|액)"
_AS_RISE = pattern_of(
    rf"(?P<step>{AMOUNT})(?:의|인|에해당하는|에상당하는)?(?:도전적|적극적|추가적)?(?:인)?{_RISE}(?:을|를)(?:붙[이여임]|붙여서?|더[한하해함]|얹[은어음]|보[태탠탬]|가산)(?:하여|함|하고)?"
)
_AS_MUCH = pattern_of(
    rf"(?<=[비다])(?P<step>{AMOUNT})에(?:해당|상당)하는(?:폭|만큼|정도|크기)(?:으로|만큼)?(?=[상하]향|높|낮|늘|줄|올|증가|감|확대|축소)"
)
# The step told apart from its base: `3년 평균보다 높여 잡되 그 폭은 0.8점으로 함`, `상향 폭은 3%, 기준은 전년 실적임`.
_PAST_BASE = r"(?:(?:전년|작년|지난해|직전|최근|과거|’\d{2}년|20\d{2}년|\d개?년)[^.,]{0,24}?)"
_BY_HOW_MUCH = pattern_of(
    rf"(?P<base>{_PAST_BASE}(?:보다|대비|에서))(?:(?P<up>높|올|늘|상향|끌어올)|낮|줄|내|하향)[가-힣]{{0,6}}(?:되|고|며),?(?:그|상향|하향|증가|감소|인상)(?:의)?(?:폭|비율|정도|크기|률|율)(?:은|는)(?P<step>{AMOUNT})(?:으로|로)?(?:함|정함|설정|설정함|임|한다|하였음)?(?=$|[.])"
)
_STEP_FIRST = pattern_of(
    rf"^(?:(?P<rise>{_RISE})|{_FALL})(?:은|:)(?P<step>{AMOUNT})(?:이며|이고|으로하고|로하고|임)?[,./]?기준(?:은|:|값은|치는)(?P<base>{_PAST_BASE}(?:실적|평균|점수|값|치|수준|\)))(?:임|으로함|로함|이다)?[.]?$"
)
_TO_BE_ADDED = pattern_of(
    rf"(?P<base>{_PAST_BASE})에(?:얹을|더할|보탤|가산할|추가할)(?:{_RISE}|몫|값|점수)?(?:은|는)(?P<step>{AMOUNT})(?:으로|로)?(?:함|정함|설정|설정함|임|한다|하였음)?(?=$|[.])"
)
_FROM_THERE = pattern_of(
    r"(?<=[고여아해되],|.[고여아해되])(?:그로부터|거기서부터|거기에서|거기서|이로부터|그지점에서)(?=\d)"
)
# What is not stopped at.
_NOT_CONTENT = pattern_of(r"에(?:만족하지|안주하지|머무르지|머물지|그치지)(?:는)?않고,?(?:올해는?)?(?=\d|그보다)")
_EXACTLY = pattern_of(r"한치의(?:차이|오차|변동|변화)(?:도)?없이|한치도(?:물러서지|낮추지|후퇴하지)(?:는)?않고")


def in_base_words(laid: Laid, known: Known) -> Laid:
    """The reason with its base and how its step hangs on it in plain words."""
    for step in (_plain, _shares, _levels, _named, _by_figure):
        if changes := _apart(sorted(step(laid, known))):
            laid = replaced(laid, changes)
    return laid


def _apart(changes: list[_Change]) -> list[_Change]:
    """Changes of which none lies in another."""
    return [one for at, one in enumerate(changes) if not at or one[0] >= changes[at - 1][1]]


def _plain(laid: Laid, known: Known) -> Iterator[_Change]:
    del known
    for pattern, word in (
        (_WHOLE_YEAR, ""),
        (_RIGHT, ""),
        (_NOT_THIS, ""),
        (_STATES, "."),
        (_UNIT, ""),
        (_POSTPONED, ""),
        (_FROM_THERE, ""),
        (_NOT_CONTENT, "에서"),
        (_EXACTLY, ""),
    ):
        yield from ((*one.span(), word) for one in pattern.finditer(laid.text))
    for found in _BETWEEN.finditer(laid.text):
        yield (*found.span(), f"{found['verb']}한값")
    for found in _ON_TOP.finditer(laid.text):
        yield (*found.span(), f"{found['here']}{found['more']}")
    for found in _AS_RISE.finditer(laid.text):
        yield (
            *found.span(),
            f"{found['step']}를더하여설정함" if found.end() == len(laid.text) else f"{found['step']}를더하여",
        )
    for found in _AS_MUCH.finditer(laid.text):
        yield (*found.span(), found["step"])
    for found in _BY_HOW_MUCH.finditer(laid.text):
        yield (*found.span(), f"{found['base']}{found['step']}{'높' if found['up'] else '낮'}게설정함")
    if first := _STEP_FIRST.match(laid.text):
        yield (*first.span(), f"{first['base']}대비{first['step']}{'상' if first['rise'] else '하'}향")
    for found in _TO_BE_ADDED.finditer(laid.text):
        yield (*found.span(), f"{found['base']}에{found['step']}를더함")
    for found in _AS_PLANNED.finditer(laid.text):
        yield (*found.span(), f"{found['base']}{found['step']}{found['way']}")
    for found in _BOUND_ONLY.finditer(laid.text):
        start = max(laid.text.rfind(sign, 0, found.start()) for sign in ".,")
        if not _STEP.search(laid.text, start + 1, found.start()):
            yield (start + 1, found.end(), "")


_STEP = pattern_of(r"[상하]향|가산|더한|곱한|높[은인]|낮[은춘]|늘린|줄인|뺀")


def _shares(laid: Laid, known: Known) -> Iterator[_Change]:
    """A base at a hundred, and so much of it on top."""
    del known
    for found in _INDEX.finditer(laid.text):
        share = Decimal(found["share"].replace(",", "")) * (_HUNDRED if found["whole"] == "1" else 1)
        if _LOW < share < _HIGH:
            yield (
                *found.span(),
                f"의{share.normalize():f}%" + ("로설정함" if found["set"] and found.end() == len(laid.text) else ""),
            )
    for found in _SHARE.finditer(laid.text):
        yield (*found.span(), f"에서{found['share']}%{found['verb']}")


_HUNDRED, _LOW, _HIGH = Decimal(100), Decimal(20), Decimal(400)


_YEARLY = pattern_of(r"매년|해마다|매해")


def _levels(laid: Laid, known: Known) -> Iterator[_Change]:
    """`95% 선까지 낮춤`: it comes to so much."""
    del known
    for pattern, more in _LEVELS:
        for found in pattern.finditer(laid.text):
            share = Decimal(found["share"].replace(",", "")) / (_HUNDRED if found["unit"] == "%" else 1)
            if _YEARLY.search(laid.text, 0, found.start()):
                continue
            if share > 1 if more else share < 1:
                yield (
                    *found.span("to"),
                    "로설정함" if found.end() == len(laid.text) or laid.text[found.end()] in ".,(" else "수준으로",
                )


def _named(laid: Laid, known: Known) -> Iterator[_Change]:
    """The best or the worst year by its name, when it is the best or the worst."""
    for found in _NAMED.finditer(laid.text):
        year = 2000 + int(found["year"])
        since = known.year - int(found["many"]) if found["many"] else 0
        values = {
            at: cell.value for at, cell in known.actuals.items() if cell.value is not None and since <= at < known.year
        }
        if year in values and values[year] in (min(values.values()), max(values.values())):
            yield (*found.span(), "")


def _by_figure(laid: Laid, known: Known) -> Iterator[_Change]:
    """A result that is told by its figure, when it is the result of that year."""
    for found in _BY_FIGURE.finditer(laid.text):
        cell = known.actuals.get(2000 + int(found["short"]) if found["short"] else known.year - 1)
        if cell is not None and cell.value == Decimal(found["figure"].replace(",", "")):
            yield (*found.span(), f"{found['year']}실적({found['told']})")
