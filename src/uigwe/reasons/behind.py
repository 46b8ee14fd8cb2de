"""What a sentence, a bracket or a note says of the calculation before it: what it starts from, where a figure comes from.

`1.2%p를 가산하여 설정. 가산의 기준은 직전 3개년 실적의 평균임`, `3점 상향(전년도 목표 72점 기준)`, `가입률* 대비 1.2%p 상향 * ’21년 말 83.7%`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.setting import BASE
from uigwe.reasons.spelling import replaced
from uigwe.reasons.tokens import read_tokens

FIGURE = r"[\d,.]*\d(?:조|억|만|천|백|십)*(?:%p|%|[가-힣]{0,4}?)"
_AS_BASE = (
    r"(?:임|이다|였음|이었음|입니다|(?:으로|로)(?:함|하였음|하며|하되|삼음|삼았음|잡음|잡았음)|"
    r"(?:을|를)(?:사용함|사용하였음|활용함|활용하였음|씀|썼음))"
)
# `적용 기준은 최근 3년 평균임`, `가산의 바탕은 …`, `기준은 ’25년 실적 2,480개사이고, …`: what a step before it starts from.
_GROUND = pattern_of(
    r"(?:이때|여기서|단)?,?(?:적용|가산|상향|산정|증가|감소|비교|인상|계산|산출|조정|하향|감축|설정)?(?:의|한|하는|된|시)?"
    r"(?:기준|대상|바탕|기준값|기준치|출발점|기초|토대|기점|모수)(?:은|는|이되는값은|이된값은|으로는|로는|:)"
    rf"(?P<base>.{{3,80}}?)(?:{_AS_BASE}|(?P<more>이고,|이며,|로,|으로,).*)?"
)
# `지난해 목표로 내건 55%가 기준`, `… 비중 11.0%를 기준으로 함`.
_GROUNDS = pattern_of(
    r"(?P<base>.{4,80}?)(?:(?:이|가)기준(?:임|이다)?|(?:을|를)기준(?:으로)?(?:함|하였음|삼음|삼았음|산정|산정함|산출|산출함)?)"
)
_GROUND_WITHIN = pattern_of(
    r"(?P<step>.+?(?:상향|증가|가산|감소|하향|높|낮|늘|줄|배로설정|배로|%로)[가-힣]{0,12}?)(?:하되|하며|으며|되|조정|함)?[,:](?P<ground>.+?)(?:\([^()]*\))?"
)
# `3점 상향(전년도 목표 72점 기준)`, `0.8%p 가산하여 설정(기준: 최근 3년 평균)`.
_BRACKET = pattern_of(r"(?P<step>[^()]+?)\((?P<ground>[^()]*(?:\([^()]*\)[^()]*)*)\)(?P<rest>[가-힣]{0,8}|.*)")
_MARKED_GROUND = pattern_of(
    r"(?:(?:적용|가산)?기준(?:은|는|값은|치는)?:?(?P<first>.{4,60})|(?P<last>.{4,60}?)(?:을|를)?기준)(?:임)?"
)
_A_STEP = pattern_of(
    r"\d[\d,.]*(?:%p|%|배|[가-힣]{1,2})\)?(?:의증가율)?(?:을|를|만큼)?(?:추가로|더)?(?:상향|증가|가산|더하|하향|감소|높|낮|늘|줄|적용|올|확대|축소|로설정|수준)"
)
_ONTO = pattern_of(r"더하|가산|추가|합산|얹|보태|적용|곱")
_TIMES = pattern_of(r"\d(?:배|%)(?:로|수준|를목표)")
_CALLED = pattern_of(r"[^.,\d]{0,30}?목표(?:치|값)?(?:는|은|로는?|를),?")
# `0.515명은 최근 3년 평균 0.5명에서 3% 상향한 값임`: where a figure of the calculation comes from.
_WHENCE = pattern_of(
    rf"(?:여기서|이때|이가운데|이중)?(?P<figure>{FIGURE})(?:(?:은|는|이란)(?P<calc>.{{4,90}}?)(?:값|것|수치|결과|합|수준|금액|인원)(?:임|이다|이었음|입니다)|:(?P<short>.{{4,90}}))"
)
_ADDED = pattern_of(r"(?:합|더|합산|가산)(?:한|하여|하|해)?(?:것|값)?$")
# `평균에는 ’21~’23년의 세 해 실적을 썼음`: the years of a mean that was named before.
_OVER = pattern_of(
    r"(?:평균|평균값|평균치)(?:에는|은|는|의대상은|의기간은|기간은|산출에는|계산에는)(?P<years>[^.,]{4,24}?)(?:의)?(?:[가-힣\d]{1,2}해)?"
    r"(?:실적|값|자료|결과)?(?:을|를|으로|로)?(?:썼음|사용함|사용하였음|활용함|활용하였음|이용함|계산함|계산하였음|산출함|산출하였음|임|함)"
)
_MEAN = pattern_of(r"(?P<of>.{0,40}?)(?P<mean>평균(?:값|치)?)(?=을|를|으로|로|에|의|보다|대비)")
# `이는 5개년 평균임`: what a level that was set before is.
_EXPLAINED = pattern_of(
    r"(?:이는|이값은|이것은|이수치는|그값은|목표치는|목표는)(?P<calc>.{4,120}?)(?:의값|값|수치|수준|것|결과)?(?:임|이다|이었음|입니다)"
)
# `10.0%보다 0.4%p 높음`: how a level that was set before compares.
_COMPARED = pattern_of(
    r"(?:이는)?(?P<calc>.{4,120}?(?:보다|대비).*?\d.*?(?P<how>높|낮|많|적))(?:음|은수준임|은것임|은값임)"
)
_LEVEL = pattern_of(
    rf"[^\d]{{0,40}}(?P<figure>{FIGURE})(?:임|이다|(?:으로|로)(?:설정|정)?(?:함|하였음|하였다|설정|잡음|잡았음)?)"
)
# A note that gives the figure of what it is set to: `* ’21.12월 말 기준 83.7%(…)`.
_NOTED = pattern_of(rf"(?:[^()]*?[^\d()’.,])??(?P<figure>{FIGURE})(?:임)?(?:\([^()]*\))?(?:임)?")


# `직전 3개년(’21~’23) 실적의 산술평균`: a note that says what the word is; and a word that is a figure itself.
_DEFINED = pattern_of(
    r"(?:직전|최근|전년|작년|지난해|과거|’\d{2}|20\d{2})[^.]{2,60}(?:평균|평균값|평균치|중앙값|최고치|최저치|실적|실적치)(?:임)?"
)
_COUNTS = pattern_of(r"\d[가-힣%]{0,4}$")
_SPAN = pattern_of(r"\d개?년(?!도)")
_FIGURES = pattern_of(r"\d")


@dataclass(frozen=True, slots=True)
class Joined:
    """A reason as one sentence. `whence` must come to the printed `figure`, the whole to the printed `outcome`."""

    laid: Laid
    whence: Laid | None = None
    figure: str = ""
    outcome: str = ""


def added(laid: Laid) -> Decimal | None:
    """What the printed figures of a part come to that only says that they were added: `2%와 3%p를 합한`."""
    if not _ADDED.search(laid.text):
        return None
    amounts = [token.amount for token in read_tokens(laid) if token.amount is not None]
    return sum((one.number for one in amounts), Decimal(0)) if len(amounts) > 1 else None


def said_behind(laid: Laid, start: int, end: int, begin: int, stop: int) -> Iterator[Joined]:
    """The sentence from `start` to `end` together with what the one from `begin` to `stop` says of it."""
    text = laid.text
    yield from _grounded(laid, start, end, begin, stop)
    if (found := _WHENCE.fullmatch(text, begin, stop)) and found["figure"] in text[start:end]:
        calc = "calc" if found["calc"] else "short"
        yield Joined(replaced(laid, [(end, stop, "")]), laid.part(*found.span(calc)), found["figure"])
    if (found := _OVER.fullmatch(text, begin, stop)) and (mean := _MEAN.match(text, start, end)):
        yield Joined(replaced(laid, [(start, mean.end("mean"), f"{found['years']}실적의평균"), (end, stop, "")]))
    if level := _LEVEL.fullmatch(text, start, end):
        if found := _EXPLAINED.fullmatch(text, begin, stop):
            yield Joined(laid.part(*found.span("calc")), outcome=level["figure"])
        if found := _COMPARED.fullmatch(text, begin, stop):
            compared = with_word(laid.part(*found.span("calc")), "은" + level["figure"])
            yield Joined(compared, outcome=level["figure"])


def said_within(laid: Laid, start: int, end: int) -> Iterator[Joined]:
    """A sentence whose base stands behind its step, in a bracket or a clause."""
    text = laid.text
    if found := _BRACKET.fullmatch(text, start, end):
        ground = _MARKED_GROUND.fullmatch(text, *found.span("ground"))
        if ground:
            span = ground.span("first" if ground["first"] else "last")
            yield from _turned(laid, span, (start, found.end("step")), end, found["rest"])
    if found := _GROUND_WITHIN.fullmatch(text, start, end):
        at = found.span("ground")
        if ground := _GROUND.fullmatch(text, *at) or _GROUNDS.fullmatch(text, *at):
            yield from _turned(laid, ground.span("base"), (start, found.end("step")), end)


def _grounded(laid: Laid, start: int, end: int, begin: int, stop: int) -> Iterator[Joined]:
    text = laid.text
    if found := _GROUND.fullmatch(text, begin, stop) or _GROUNDS.fullmatch(text, begin, stop):
        yield from _turned(laid, found.span("base"), (start, end), stop)


def _turned(laid: Laid, base: tuple[int, int], step: tuple[int, int], end: int, rest: str = "") -> Iterator[Joined]:
    """The base, its particle and the step, in that order, and what else stands behind `end`."""
    said, stepped = laid.text[slice(*base)], laid.text[slice(*step)]
    if not _A_STEP.search(stepped) or _A_STEP.search(said) or BASE.search(stepped):
        return
    if called := _CALLED.match(stepped):
        step = (step[0] + called.end(), step[1])
        stepped = laid.text[slice(*step)]
    particle = "의" if _TIMES.search(stepped) else "에" if _ONTO.search(stepped) else "에서"
    one, other = with_word(laid.part(*base), particle), with_word(laid.part(*step), rest)
    yield Joined(_row(one, other, laid.part(end, len(laid.text))))


def noted(laid: Laid, source: str) -> Iterator[Joined]:
    """A word with a star, and the note behind a star that gives its figure: the figure stands at the word."""
    marks = [at + 1 for at in range(len(laid.text)) if _starred(source, laid.ends[at])]
    notes = [at for at in range(1, len(laid.text)) if _begins_note(source, laid.starts[at])]
    if len(marks) != 1 or len(notes) != 1 or marks[0] >= notes[0]:
        return
    [mark], [note] = marks, notes
    end = note - 1 if laid.text[note - 1] in ".*" else note
    text = laid.text.rstrip(".")
    before = _SPAN.sub("", text[:mark])
    if _COUNTS.search(before):
        return
    if _DEFINED.fullmatch(text, note) and not _FIGURES.search(before):
        yield Joined(_row(laid.part(note, len(text)), laid.part(mark, end)))
    elif found := _NOTED.fullmatch(text, note):
        yield Joined(replaced(laid, [(mark, mark, found["figure"]), (end, len(laid.text), "")]))


def _starred(source: str, at: int) -> bool:
    """Whether a star stands at a place of the source, with what it marks right before it."""
    return source[at : at + 1] == "*" and source[at - 1] not in " \n" and not source[at + 1 : at + 2].isdigit()


def _begins_note(source: str, at: int) -> bool:
    """Whether what begins here is a note: a star or a reference mark and a blank stand before it."""
    before = source[:at].rstrip()
    return before[-1:] in ("*", "※") and before[-2:-1] in ("", " ", "\n") and len(before) < at


def _row(*parts: Laid) -> Laid:
    """Parts in this order, with a blank between them."""
    there = [one for one in parts if one.text]
    return Laid(
        "".join(one.text for one in there),
        tuple(at for one in there for at in one.starts),
        tuple(at for one in there for at in one.ends),
        tuple(gap or not at for one in there for at, gap in enumerate(one.gap)),
    )


def with_word(laid: Laid, word: str) -> Laid:
    """What is said, and a word behind it."""
    many = len(word)
    return Laid(
        laid.text + word,
        laid.starts + laid.starts[-1:] * many,
        laid.ends + laid.ends[-1:] * many,
        laid.gap + (False,) * many,
    )
