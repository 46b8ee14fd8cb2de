"""What takes up something that was named just before, put in that word's place: `평균이 410회인 점을 감안하여 이에 5회를 추가`.

A reason that settles nothing as it stands is read once more in these words. Each entry is a way of saying and the plain words for
it; what needs to be worked out or looked at (a half that is printed, the word before) is a function of its own.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_RESULTS = r"(?:실적|자료|값|수치|점수|성과|통계|데이터|이력)(?:치|값)?"
_SO = r"(?:므로|하여|하여서|해서|어서|아서|라서|이라|어|아|바)"
_THAT = r"(?:그|이|해당|동|이들|이것의)"
_TAKEN = r"(?:단순|산술|기하)?(?:평균|중앙값|최고|최저|합계|중간값|실적|값|점수)"
_OUTCOME = r"(?:건수|인원|수준|값|물량|점수|금액|범위|선|시간|일수|양|수치)?"
_HOLD = r"억제|관리|유지|감축|설정|제한|안정|통제|묶|낮추|줄이|단축|축소"
# Verbs of less, in the form that stands before what came out.
_LESS = r"(?:감축|감소|축소|단축|절감|저감|하향|차감|경감|낮춘|줄인|뺀|내린|덜어낸|낮은|적은)"
_RETOLD = tuple(
    (pattern_of(pattern), word)
    for pattern, word in (
        # `7.5%씩 성장한다는 로드맵의 증가율을`
        (
            rf"(?:매년|연평균|연|해마다)?({NUMERAL}%)씩?(?:성장|증가|상승|확대)(?:한다는|하는|할것이라는)[가-힣]{{0,14}}?(?:증가율|성장률|상승률)[을를]",
            r"증가율\1를",
        ),
        # `상승분 1.2%만 반영`
        (rf"(?:상승|증가|인상|성장)분({NUMERAL}%)(?:만|을|를)?(?:반영|적용)(?=하여|함|한|$|[,.])", r"\1상향"),
        # `3년 평균이 정상 수준이라고 보고 그 106%를`, `평균을 구하고 그 평균의`
        (
            r"(?:이|가|은|는|을|를)[^,.()\d]{2,14}(?:라고|다고|것으로|으로)(?:보고|보아|가정하고|간주하고),?그(?=\d)",
            "의",
        ),
        # `빼고 남은 인원의`, `뺀 나머지의`, `합친 뒤 90%를`
        (rf"[을를](합친|더한|뺀)(?:뒤|후|다음)({NUMERAL}%)(?=를|만)", r"를\1값의\2"),
        # `밑돌지 않도록 동일한 값을`, `목표로 삼되 가산은 하지 않음`
        (
            r"[을를](?:밑돌지|하회하지|떨어지지)않(?:도록|게),?(?:(?:전년도?|작년|지난해|이)(?:와|과))?(?:동일한?|같은)(?:값|수준|수치)(?:을|를|으로)",
            "를",
        ),
        (
            r"(?:삼되|하되|두되),?(?:별도의|추가적인|추가)?(?:가산|상향|조정|증액)(?:은|는)?(?:하지않음|없음|두지않음)$",
            "설정",
        ),
        # what was so far, and what is not wanted
        (
            r"^[^,.]*?(?:하락세|감소세|상승세|증가세|둔화세|추세)(?:를|에서)(?:멈추고|벗어나|끊고|반전시켜|반전시키고)",
            "",
        ),
        (r"^[^,.()]*?(?:증가|감소|상향|하향|확대|축소)[을를]지양하고", ""),
        (rf"^[^,.()]*?{NUMERAL}(?:일|시간|분|건|%)이내[를을](?:원칙|목표|기준)(?:으)?로하(?:며|고|되)", ""),
        # `같은 값(88.1%)이므로 이를`, `54.2%였던 점을 고려해 … 이보다`
        (
            rf"({NUMERAL}%?[가-힣]{{0,2}}?)(?:였던|이었던|인)점을(?:고려|감안)(?:해|하여),?[^,.\d]{{0,16}}?이보다(?=\d)",
            r"\1보다",
        ),
        # a heading, and a figure beside what happened
        (r"^[▪※*○-]?[^:=\d,.()]{2,20}(?:\([^()\d]{1,8}\))?(?<!평균함)(?<!합산함)(?<!합계)[:=](?=.{8})", ""),
        (r"(?<=[미초]달|초과|달성)\([^()]*\)(?=이나|하였으나|했으나|로|으로)", ""),
        # `2개년 실적만 존재하므로 그 평균에`, `실적이 한 해밖에 없어 그 값에`
        (
            rf"(?<=[년해도치)\d])(?:의)?{_RESULTS}(?:만|뿐)(?:이)?(?:존재|있|확보|집계|가용|남아|비교|활용|이용)?[가-힣]{{0,6}}?{_SO},?{_THAT}(?={_TAKEN})",
            "실적",
        ),
        # `① 최근 3년 평균 산정 → ② … 가산`
        (
            r"(평균|실적|최고치|최저치|중앙값)(?:값|치)?(?:을|를)?(?:산정|산출|계산|도출|구함|확인)(?:함|한다)?(?:→|[,;]|후|뒤|한후|한뒤|하고)+,*(?=[^,]{2,})",
            r"\1에",
        ),
        # `만점(100%)`, `(5점 만점)`
        (rf"\((?:{NUMERAL}점(?:만점|척도)|만점{NUMERAL}점)(?:기준|환산)?\)", ""),
        # where less is better, what may not be exceeded is the target
        (
            rf"(?<=의)({NUMERAL}%)(?:에해당하는|에상당하는|인)?{_OUTCOME}(?:이내|이하|범위내|범위이내)(?:로|에서)(?={_HOLD})",
            r"\1로",
        ),
        (rf"({_LESS}(?:한|인|은|ㄴ|된)?){_OUTCOME}(?:이내|이하)(?:로|에서)(?={_HOLD}|설정|정|함|목표)", r"\1값으로"),
        (
            rf"({_LESS}(?:한|인|은|된)?)(?:값|수준|수치|건수|인원|양|물량|일수|시간|금액)(?:을|를)(?:넘지|초과하지|상회하지|웃돌지)않(?:는|도록|게|는것)(?:하는)?(?:것|수준|범위|선)?(?:으로|을|로|에서)?",
            r"\1값으로",
        ),
        (
            rf"({_LESS}(?:한|인|은|된)?)(?:값|수준|수치|건수|인원|양|물량|일수|시간|금액)(?:을|를)상한(?:목표|선|값|치)?(?:치|값)?(?:으로|로)",
            r"\1값으로",
        ),
        # `가산하되 … 그 값의 98%를`
        (
            r"(가산|더|상향|증가|확대|차감|감축|축소|하향)(?:하되|하고|한뒤|한후|하여),?[^,.\d]{0,24}?,?그(?:값|수치|결과|금액|건수|인원|점수)의(?=\d)",
            r"\1한값의",
        ),
        # `가장 낮은 ’18년을 제외한`
        (
            r"(?:중|가운데)?(?:에서)?가장(?:높|낮|저조|부진|나쁘|좋|우수)(?:은|았던|한|했던|던)(?=’?\d{2,4}년(?:도)?(?:실적)?(?:을|를|은|는)?(?:제외|뺀|빼|배제))",
            "",
        ),
        # `3년치가 쌓이면 재설정할 예정임`
        (
            r"(?:고|며|,)[^,.]{0,16}?(?:쌓이면|축적되면|누적되면|확보되면)(?:목표를|이를)?(?:재설정|재산정|재조정|다시설정)(?:할)?(?:예정|계획|방침)(?:임)?[.]?$",
            "함",
        ),
        # `보수적인(낮은) 값`
        (r"(?:보수적|안정적|적극적|도전적)인?\((낮은|높은|작은|큰|많은|적은)\)", r"\1"),
        # `역대 최고치였던 2022년 실적을`
        # `… 하였으며 이는 … 웃도는 수준임`
        (r"(?:하였|했|함|하)(?:으)?(?:며|고),?이는(?:[^.]|\.\d)*?(?:수준|값|것|목표|수치|폭)(?:임|이다)?[.]?$", "함"),
        # `7개 특·광역시 평균 61.2%에`
        (r"(?<![\d.,])\d{1,3}개(?![가이의에는은를을씩])(?=[가-힣·]{2,10}평균\d)", ""),
        # `1,000건을 개방하는 계획 가운데 남은 600건을`
        (r"^[^.]*?(?:계획|목표)(?:가운데|중)(?:에서)?(?=남은\d)", ""),
        # `3,200개사 중 지난 3년간 평균 참여율 62.5%를`
        (r"(?<=[중에])(?:최근|지난|과거|직전)\d개?년(?:간|도)?(?:의)?평균(?=[가-힣]{1,6}[율률]\d)", ""),
        # `복합성장률을 구해 그 성장세가 한 해 더 이어지는 것으로 보고`
        (
            r"(?:을|를)(?:구해|구하여|산출하여|산출해),?그(?:성장세|증가세|상승세|추세|증가율|성장률)(?:가|이)(?:한해더|1년더|올해도|내년에도|계속)*이어(?:지는|진다고|질)(?:것으로)?(?:보고|보아|가정하여|가정하고)",
            "를전년실적에적용하여",
        ),
        # `일평균 이용객 수를 평균한`
        (r"(?:일|월|분기)평균(?=[가-힣]{2,8}(?:를|을|의)(?:산술|기하)?평균)", ""),
        # `십의 자리 미만을 올림 처리하여 10명 단위로`
        (r"((?:십|10)[^\d]{0,14}(?:올림|버림|절사|반올림)(?:처리)?)하여10(?:명|건|개|원)?단위(?:로|의)", r"\1하여"),
        # `수출 전망 증가율과 같은 3.4%만큼`
        (r"[가-힣]{0,8}(?:증가율|성장률|상승률|인상률|감소율)(?:과|와)(?:같은|동일한)(?=\d[\d.]*%)", ""),
    )
)


def retold(laid: Laid) -> Laid | None:
    """The reason with what takes up an earlier word put in that word's place."""
    found = laid
    for pattern, word in _RETOLD:
        if pattern.search(found.text):
            found = replaced(found, [(*one.span(), one.expand(word)) for one in pattern.finditer(found.text)])
    for change in _WORKED:
        if changes := sorted(change(found)):
            found = replaced(found, changes)
    return found if found is not laid else None


# ── a part of the rate that was told before ──

_TOLD_RATE = pattern_of(
    rf"(?:매년|매해|해마다|연평균|연간|연)(?:평균)?(?:약)?(?P<rate>{NUMERAL})(?P<unit>%p?|[가-힣]{{1,2}})씩?(?P<way>증가|성장|상승|늘|높|올|확대|감소|하락|줄|낮)[^.]*?"
    rf"그(?:의)?(?P<part>절반|반|(?P<below>\d)분의(?P<above>\d)|(?P<share>{NUMERAL})%|두배|(?P<times>{NUMERAL})배)(?:수준|정도|가량)?인(?P<own>{NUMERAL})(?P=unit)(?P<to>만큼|만|을|를)"
)
_FALLING = ("감소", "하락", "줄", "낮")


def _part_of_rate(laid: Laid) -> Iterator[_Change]:
    """`매해 10%씩 성장하였으나 …, 그 절반인 5%만 적용`: the part is printed, and it is the part."""
    found = _TOLD_RATE.search(laid.text)
    if found is None:
        return
    rate, own = (Decimal(found[name].replace(",", "")) for name in ("rate", "own"))
    if rate * _part(found) != own:
        return
    noun = "감소" if found["way"] in _FALLING else "증가"
    own_unit = found["unit"]
    word = (
        f"{noun}율{own}%를"
        if own_unit == "%"
        else f"{noun}분{own}{own_unit}를"
        if own_unit == "%p"
        else f"{own}{own_unit}을"
    )
    yield (found.start(), found.end(), word)


def _part(found: re.Match[str]) -> Decimal:
    if found["below"]:
        return Decimal(found["above"]) / Decimal(found["below"])
    if found["share"]:
        return Decimal(found["share"]) / 100
    return Decimal(2) if found["part"] == "두배" else Decimal("0.5")


# ── what a figure takes account of ──

_TEMPERED = pattern_of(r"(?:까지|도|등을|을|를)(?:충분히|함께|모두)?(?:감안|고려|참작|반영)한(?=\d)")
_SPEAKS = pattern_of(r"실적|평균|목표|전년|최고|최저|중앙|합계|대비|\d|[+×÷=]")


def _taking_account(laid: Laid) -> Iterator[_Change]:
    """`표본오차를 감안한 0.7점`: why so much; the words back to the last particle."""
    for found in _TEMPERED.finditer(laid.text):
        start = found.start()
        while start and not laid.gap[start]:
            start -= 1
        if start < found.start() and not _SPEAKS.search(laid.text, start, found.start()):
            yield (start, found.end(), "")


# ── what is done with a list, said before it ──

_VERB_FIRST = pattern_of(
    r"^[^:\d]{0,20}?(?P<verb>가중평균|산술평균|합산|합계)(?:함|한값|값|한것임)?:(?=.+?[\d)%건명개점회]$)"
)


def _verb_first(laid: Laid) -> Iterator[_Change]:
    """`사업별 목표를 가중평균함: A 80점(가중치 0.6), B 85점(가중치 0.4)`."""
    if found := _VERB_FIRST.match(laid.text):
        last = len(laid.text) - 1
        yield (0, found.end(), "")
        yield (last, last + 1, f"{laid.text[last]}을{found['verb']}")


# ── a part of what was told for several years ──

_SPREAD = pattern_of(
    rf"(?:에서출발하여|을기준으로|를기준으로|에서)?,?(?:향후|앞으로)?(?P<years>\d)년(?:간|동안)?(?:에걸쳐)?(?:총|모두|합계|전체)?"
    rf"(?P<figure>{NUMERAL})(?P<unit>%p|[가-힣]{{1,2}}?)(?:를|을)?(?:균등하게|고르게|균등|매년균등하게)?"
    r"(?P<way>높|늘|올|확대|증가|향상|상향|줄|낮|감축|단축)[가-힣]{0,4}?(?:다는|하는|할|한다는)?(?:계획|목표|로드맵)(?:의|에따른|에따라|중|가운데)?,?"
    r"(?:첫해분|첫해몫|1년차분|1차년도분|1년분|당해연도분|당해연도몫|올해분|올해몫|한해분"
    r"|(?:해마다|매년)(?:같은|동일한?)?(?:건수|폭|인원|양|규모|점수))(?:을|를)?"
    r"(?:반영하여|반영해|반영|적용하여|더하는것으로|더하여|더함|더해|가산하여)"
)


def _spread(laid: Laid) -> Iterator[_Change]:
    """`향후 4년간 총 6%p를 균등하게 높인다는 계획의 첫해분을 반영해`: an equal part of it, when that is a figure."""
    found = _SPREAD.search(laid.text)
    if found is None or found["years"] in "01":
        return
    part = Decimal(found["figure"].replace(",", "")) / int(found["years"])
    if -int(part.as_tuple().exponent) > MAX_PLACES:
        return
    verb = "빼" if found["way"] in ("줄", "낮", "감축", "단축") else "더하"
    base = "에서" if verb == "빼" else "에"
    yield (
        found.start(),
        found.end(),
        f"{base if found.start() else '전년실적' + base}{part.normalize():f}{found['unit']}를{verb}여",
    )


MAX_PLACES = 3


# ── what is taken account of between the base and its step ──

_BETWEEN = pattern_of(
    r"(?:을|를|등을|도)(?:충분히|함께|모두|종합적으로)?(?:감안|고려|참작)(?:하여|해),?(?=(?:약|추가로|다시)?\d)"
)
_ENDS = pattern_of(r"(?:에서|에|보다|대비|으로|로|되|고|며|은|는|,)$")


def _between(laid: Laid) -> Iterator[_Change]:
    """`전년 실적을 기준으로 하되 최근 상승세를 고려하여 3%를 가산`: the words back to what they stand behind."""
    for found in _BETWEEN.finditer(laid.text):
        start = at = found.start()
        while at and not laid.gap[at]:
            at -= 1
        while at and not _ENDS.search(laid.text[:at]) and start - at < NEAR:
            at -= 1
            while at and not laid.gap[at]:
                at -= 1
        if at and _ENDS.search(laid.text[:at]) and not _SPEAKS.search(laid.text, at, start):
            yield (at, found.end(), "")


NEAR = 24  # signs of what is taken account of


_WORKED: tuple[Callable[[Laid], Iterator[_Change]], ...] = (
    _part_of_rate,
    _taking_account,
    _verb_first,
    _spread,
    _between,
)
