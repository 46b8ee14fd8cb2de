"""Sentences that are one calculation: the word that takes up what stands before gives way to what it takes up.

`전년도 실적은 846명이다. 목표는 그 104%로 상향하였다.` says `전년도 실적 846명의 104%로 상향하였다.`. What is joined is read by the grammar as any
other reason; joined in two ways, both must come to the same. What stands behind is turned round in `behind`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from uigwe.reasons.behind import FIGURE, Joined, noted, said_behind, said_within
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.setting import sentences
from uigwe.reasons.spelling import replaced

_IS = (
    r"(?:이었음|였음|이었다|였다|이었으며|였으며|이었고|였고|이었는데|였는데|이었으므로|였으므로|이며|이고|이므로|인데|"
    r"(?:으로|로)(?:집계|조사|파악|확인|산출)(?:됨|되었음|되었으며|되어)|(?:으로|로)나타(?:남|났음|났으며|나)|수준임|수준이다|수준으로|임|이다)"
)

# ── what stands before ──

# `전년도 실적은 4,350명이다`, `… 만족도는 5년 평균 42.0%임`: what a figure is of, and the figure.
_TOLD = pattern_of(rf"(?P<more>[^은는.,]{{0,14}}?)(?P<figure>{FIGURE})(?:\([^()]*\))?(?P<is>{_IS}?)")
# `작년에는 목표를 250개소로 잡았음`, `… 재생 성공률 56.2%`: a target of before, and a figure that has no predicate.
_AIMED = pattern_of(
    rf"(?P<of>(?:전년|작년|지난해|’\d{{2}}년|20\d{{2}}년)도?)(?:에는|에|는|은)?(?:의)?목표(?:치|값)?(?:를|을|는|은)(?P<figure>{FIGURE})(?:으로|로)(?:잡|정|설정|제시|책정|삼)[가-힣]{{1,4}}"
)
_BARE = pattern_of(rf"[^,]{{4,60}}(?:율|률|실적|평균|점수|비중|건수|인원|수|목표|목표치)(?P<figure>{FIGURE})")
# `만족도 점수를 평균하였음`, `최근 3년 실적의 평균을 먼저 구함`: what is worked out.
_DOING = r"(?:하였음|했음|하였다|했다|함|하고|한뒤|한후|한다음|하여|해)"
_AVERAGED = pattern_of(rf"(?P<of>.{{4,80}}?)(?:을|를)?(?P<by>산술평균|단순평균|평균){_DOING}")
_FOUND = pattern_of(
    r"(?P<of>.{4,80}?(?:평균|실적|값|치|율|률|증가분|증가폭|편차|점수|건수|금액|인원))(?:을|를)(?:먼저|우선)?(?:구|산출|산정|계산|도출)"
    + _DOING
)

# ── what takes it up ──

_IT = r"(?:그|이|해당|위|동)(?:값|수치|비율|평균|평균값|평균치|결과|금액|인원|건수|점수|실적|기준치|수준|목표|목표치|요건|기준)"
_ANAPHOR = pattern_of(
    rf"(?:(?P<at>(?:여기|거기)에다?가?|이에(?!따라|대한|비해)|{_IT}에(?!서|비해))"
    rf"|(?P<than>(?:이|그)(?:보다|대비|에비해)|{_IT}(?:보다|대비|에비해))"
    rf"|(?P<from>(?:여기|거기)에?서|이에서|{_IT}에서)"
    rf"|(?P<it>이를|그를|{_IT}(?:을|를))"
    rf"|(?P<of>이의|그의|{_IT}의|(?:그|이)(?=\d|절반|두배|세배|[일이삼사오육칠팔구]할)))(?=[\d가-힣])"
)
_WHY = pattern_of(r"[^.\d]{2,60}(?:므로|으나|이나|지만|하여|되어|이뤄져|라서|어서|아서|고자|위해|위하여|는데|는|은),?")
_PART_OF_YEAR = pattern_of(r"분기|반기|\d월")
_PARTICLES = {"of": "의", "at": "에", "than": "보다", "from": "에서", "it": "을"}
# What the target is called before it is set: `목표는`, `우리 사업의 올해 목표치는`, `’24년에는`.
_CALLED = pattern_of(
    r"(?:[^.,\d]{0,24}?(?:목표|목표치|목표값|지표)(?:는|은|로|로는)|[^.,\d]{2,20}?의경우|"
    r"(?:올해|금년|금년도|당해연도|당해년도|’\d{2}년|20\d{2}년)(?:도)?(?:에는|는|은|도)?(?:목표(?:치|값)?(?:는|은))?|따라서|다소|도전적으로|적극적으로),?"
)
# A step that begins by itself, behind what it starts from: `평균한 뒤 0.5%p를 더하여`.
_STEP = pattern_of(
    r"(?:도전적(?:으로|인목표로)?|추가로|적극적으로|다시)?(?:증가율|상승률|성장률|가산율)?\(?\d[\d,.]*(?:%p|%|[가-힣]{1,2})\)?(?:을|를|만큼)?"
    r"(?P<verb>더|가산|추가|합|얹|보태|적용|곱|상향|하향|증가|감소|높|낮|늘|줄|올|내|빼|차감|증액|감액)"
)
_ONTO = ("더", "가산", "추가", "합", "얹", "보태", "적용", "곱")
# `이 값을 목표로 함`, `이 값이 올해 목표임`: the target is what was worked out.
_SETS_IT = pattern_of(
    r"(?:이값|그값|이수치|그결과|이결과|이것|이상의값|이(?!가운데|중))(?:을|를|이|가)?[^\d.,]{0,24}?(?:목표|목표치|목표값)(?:로|으로)?[^\d.,]{0,8}"
    r"(?:임|이다|함|하였음|삼음|삼았음|설정|설정함|설정하였음|정함|정하였음|제시함|잡음|잡았음)"
)


def joined(laid: Laid, source: str) -> Iterator[Joined]:
    """The ways to read two sentences, two clauses of one, or a word and its note in `source`, as one calculation."""
    spans = sentences(laid)
    for (start, end), (begin, stop) in pairwise(spans):
        yield from _taken_up(laid, start, end, begin, stop)
        yield from said_behind(laid, start, end, begin, stop)
    for start, end in spans:
        yield from said_within(laid, start, end)
    if len(spans) == 1:
        yield from _clauses(laid)
    yield from noted(laid, source)


def _taken_up(laid: Laid, start: int, end: int, begin: int, stop: int) -> Iterator[Joined]:
    """What stands before, put where it is taken up."""
    text = laid.text
    if _SETS_IT.fullmatch(text, begin, stop):
        yield Joined(replaced(laid, [(end, stop, "")]))
        return
    at = _after_called(text, begin)
    found = _ANAPHOR.match(text, at, stop) or _behind_why(laid, at, stop)
    role = found.lastgroup or "" if found else ""
    base = _told(laid, start, end, role) or _worked_out(text, start, end)
    if base is None:
        return
    if found:
        role = "from" if role == "it" and _STEP.match(text, found.end(), stop) else role
        yield Joined(_put(laid, base, found.end(), role))
    elif step := _STEP.match(text, at, stop):
        yield Joined(_put(laid, base, at, "at" if step["verb"] in _ONTO else "from"))


def _clauses(laid: Laid) -> Iterator[Joined]:
    """The same within one sentence: `평균을 구하고, 그 105% 수준으로`, `평균한 뒤 0.5%p를 더하여`, `48.5%이므로 이보다 4.5%p 높은`."""
    text = laid.text
    for at in (at for at in range(4, len(text)) if laid.gap[at]):
        if found := _ANAPHOR.match(text, at):
            role = found.lastgroup or ""
            if base := _told(laid, 0, at - (text[at - 1] == ","), role):
                yield Joined(_put(laid, base, found.end(), role))
            break
    for pattern in (_AVERAGED, _FOUND):
        found = pattern.match(text)
        if found is None or found.end() >= len(text):
            continue
        at = _after_called(text, found.end() + (text[found.end()] == ","))
        base = _worked_out(text, 0, found.end())
        if base is None:
            continue
        if taken := _ANAPHOR.match(text, at):
            yield Joined(_put(laid, base, taken.end(), taken.lastgroup or ""))
        elif step := _STEP.match(text, at):
            yield Joined(_put(laid, base, at, "at" if step["verb"] in _ONTO else "from"))


def _behind_why(laid: Laid, begin: int, stop: int) -> re.Match[str] | None:
    """A word that takes up what stands before, behind a clause that tells why or whose target it is: `… 어려우므로 여기에 0.8%p를 더하여`."""
    for at in range(begin + 2, stop):
        if laid.gap[at] and (found := _ANAPHOR.match(laid.text, at, stop)):
            return found if _WHY.fullmatch(laid.text, begin, at) else None
    return None


def _after_called(text: str, at: int) -> int:
    """Where a sentence begins behind what only names the target."""
    while (found := _CALLED.match(text, at)) and found.end() > at:
        at = found.end()
    return at


def _told(laid: Laid, start: int, end: int, role: str) -> list[tuple[int, int, str]] | None:
    """How a sentence that tells a figure becomes its name: without its particle, without its predicate."""
    text = laid.text
    if found := _AIMED.fullmatch(text, start, end):
        return [(found.end("of"), found.start("figure"), "목표"), (found.end("figure"), end, "")]
    if not role.startswith("of") and (found := _BARE.fullmatch(text, start, end)):
        return [(found.end("figure"), end, "")]
    for at in range(end - 1, start + 1, -1):
        if text[at] not in "은는이가" or laid.gap[at + 1 : at + 2] != (True,) or _within(text, start, at):
            continue
        found = _TOLD.fullmatch(text, at + 1, end)
        if found is None:
            continue
        behind = (found.end("figure"), end, "")
        if role == "of" and found["figure"].endswith("%"):
            if _PART_OF_YEAR.search(text, start, at):
                return None
            # A share of a share: only what the figure is called stands before it.
            return [(start, found.start("figure"), "비율"), behind]
        return [(at, at + 1, ""), behind]
    return None


def _within(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _worked_out(text: str, start: int, end: int) -> list[tuple[int, int, str]] | None:
    """How a clause that works something out becomes what it works out."""
    if found := _FOUND.fullmatch(text, start, end):
        return [(found.end("of"), end, "")]
    if found := _AVERAGED.fullmatch(text, start, end):
        return [(found.end("by"), end, "한값")]
    return None


def _put(laid: Laid, base: list[tuple[int, int, str]], at: int, role: str) -> Laid:
    """The base with the particle of what took it up, and what goes on at `at`."""
    *before, (start, _, word) = base
    return replaced(laid, [*before, (start, at, word + _PARTICLES[role])])
