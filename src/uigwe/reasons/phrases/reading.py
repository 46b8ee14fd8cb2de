"""From signs to words: what the tokens know (years, figures), and every word of the lexicon at every place where it may stand."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from operator import itemgetter

from uigwe.reasons.account import bent
from uigwe.reasons.build import infix, number
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.phrases import lexicon
from uigwe.reasons.phrases.chart import Phrase
from uigwe.reasons.phrases.meaning import Meaning
from uigwe.reasons.phrases.verbs import DIVIDED, FEW, SHARED, VERBS, count_of
from uigwe.reasons.rounding import rounding_of
from uigwe.reasons.tokens import Amount, Token
from uigwe.reasons.words import OF_OTHERS

_YEAR = r"(?:’(\d{2})|((?:19|20)\d{2})|(?<![\d.,’])(\d{2})(?=년|→))년?도?"
_ARROW = pattern_of(rf"{_YEAR}(?:→|->){_YEAR}")
_PLAIN_WORDS: dict[str, re.Pattern[str]] = {
    "noun": lexicon.NOUN, "result": lexicon.RESULT, "cumulated": lexicon.CUMULATED,
    "adverb": lexicon.ADVERB, "point": lexicon.POINTING, "target": lexicon.TARGET,
    "set": lexicon.SETTING, "weight": lexicon.WEIGHT, "comma": lexicon.COMMA, "trend": lexicon.TREND, "goal": lexicon.GOAL_NAMES,
    "other": lexicon.OTHER_RATE, "same": lexicon.SAME_YEARS, "out": lexicon.LEAVING_OUT, "GAP": lexicon.GAP, "every": lexicon.EVERY,
    "thing": lexicon.THING, "arrow": lexicon.ARROW, "leads": lexicon.LEADS, "keeps": lexicon.KEEPS, "restore": lexicon.RESTORE,
    "basis": lexicon.BASIS, "head": lexicon.HEAD, "asmuch": lexicon.AS_MUCH, "each": lexicon.EACH, "tells": lexicon.TELLS, "rose": lexicon.ROSE,
    "considered": lexicon.CONSIDERED,
    "colon": lexicon.COLON, "was": lexicon.WAS,
    "open": pattern_of(r"\("), "close": pattern_of(r"\)"),
}  # fmt: skip
# What a word must not hold that is only a name.
_CALCULATES = pattern_of(
    r"실적|목표|평균|기하|조화|절사|표준편차|추세|늘|줄|높아|낮아|오른|폭|순증|중간|상위|하위|나머지|증가|감소|상승|하락|전년|작년|지난|직전|최근|최고|최저|최대|최소|대비|보다|절반|두배|합계|차이|격차|가중|더하|더한|빼|뺀|나누|나눈|곱|비율만큼|적용|반영|상향|하향|\d|[()+×÷=→,.:]"
    r"|표본|모집단|표준|낮|높|많|않|못|없|아니|매년|매해|해마다|민간|기업|기관|업계|업종|동종|유사|해외|선진|경쟁|국내|세계|누계|일부|동월|동기|분기|씩|제외|누적|추가|유지|동결|기준|이상(?!치)|이하|이내|미만|초과|상반기|하반기|분기|월별|검토|예정|경우|올해|금년|내년|협의|조정"
)
# What may hang on a name: a particle.
_HANGS = pattern_of(r"(?:의|에는?|을|를|이|가|은|는|으?로|과|와|인|보다|대비|만|도|에서|까지|중)?")
_OURS = pattern_of(
    r"우리[가-힣]{1,3}|본부|당부|당원|본사업|동사업|해당사업|본지표|동지표|지표|해당지표|[가-힣]{0,6}(?:물량|분)"
)
_TOPIC = pattern_of(r"[^.,()\d’]{2,36}?(?:은|는|:)(?=[^은는이가을를])")
_WHY = pattern_of(
    r"[^.,()\d’]{3,44}?(?:하여|되어|하므로|되므로|이므로|으므로|하나|되나|으나|이나|지만|에도불구하고|임에도|음에도|데도|고려하여|감안하여|고려해|감안해|위하여|위해|따라|보아|보고|있어|없어|커|높아|크므로|낮아|이어져|것을고려하여|점을고려하여|점을감안하여|차원에서|측면에서)(?:,)?"
)
# What is said of other things without a figure.
_TOLD = pattern_of(r"증가|감소|상승|하락|유지|조정")
_WHY_BRACKET = pattern_of(r"\([^()]{2,44}\)$")
_PREDICATE = pattern_of(r"(?:함|음|임|됨|불가|곤란|감안|고려|차원|위함|때문|예상|전망|영향|지속|우려)\)$")
_DATED = pattern_of(r"(?:’(\d{2})|((?:19|20)\d{2}))년?도?")


def words_of(laid: Laid, tokens: Sequence[Token], known: Known) -> list[Phrase]:
    """Every word, wherever it may stand."""
    return [*_of_tokens(tokens, known), *_of_patterns(laid, known), *_names(laid), *_remarks(laid)]


def _of_tokens(tokens: Sequence[Token], known: Known) -> Iterator[Phrase]:
    for one in tokens:
        if means := _meaning(one, known):
            yield Phrase("N", one.start, one.end, "", means)
        if one.kind in ("blank", "this") or (one.kind == "year" and one.years and one.years[0] >= known.year):
            yield Phrase("adverb", one.start, one.end)
        if one.kind == "until" and one.years:
            past = one.years[0] < known.year
            yield (
                Phrase("M", one.start, one.end, "up", Meaning("years", years=one.years))
                if past
                else Phrase("adverb", one.start, one.end)
            )


def _meaning(one: Token, known: Known) -> Meaning | None:
    before = known.year - 1
    if one.kind in ("year", "range", "list") and one.years and max(one.years) < known.year:
        return Meaning("years", years=one.years, name="run" if one.kind == "range" else "")
    if one.kind == "last" and not one.text.startswith(("현", "종전", "기존")):
        return Meaning("years", years=(before,))
    if one.kind == "ago":
        back = int(one.text[0]) if one.text[0].isdigit() else 2
        return Meaning("years", years=(known.year - back,))
    if one.kind == "span" and 1 < one.count < 30:
        return Meaning("years", years=tuple(range(known.year - one.count, known.year)), spoken=True)
    if one.kind == "number" and one.amount is not None and one.amount.unit not in ("년", "개월"):
        return Meaning("amount", amount=one.amount)
    if one.kind == "times" and one.amount is not None:
        return Meaning("factor", (number(one.amount.number),), amount=one.amount)
    if one.kind == "fraction" and len(one.years) == 2 and one.years[1]:
        above, below = one.years
        return Meaning("factor", (infix(number(Decimal(above)), "/", number(Decimal(below))),))
    return None


def _full(found: re.Match[str], *groups: int) -> int:
    said = next(found[one] for one in groups if found[one])
    return int(said) if len(said) == 4 else 2000 + int(said)


def _of_patterns(laid: Laid, known: Known) -> Iterator[Phrase]:
    """What the patterns of the lexicon make, sign by sign."""
    everywhere = (
        (one.start(), place, one)
        for place, (pattern, _) in enumerate(_ROWS)
        for one in _everywhere(pattern, laid.text)
        if one.start() < one.end()
    )
    for _, place, found in sorted(everywhere, key=itemgetter(0, 1)):
        yield from _ROWS[place][1](found, known)


def _everywhere(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What a pattern finds at every sign of a text, also inside of what it found before."""
    found = pattern.search(text)
    while found is not None and found.start() < len(text):
        yield found
        found = pattern.search(text, found.start() + 1)


_Make = Callable[[re.Match[str], Known], Iterator[Phrase]]


def _as(kind: str, mark: str = "", verb: str = "") -> _Make:
    """A word that is of a kind, and no more."""
    return lambda found, known: iter((Phrase(kind, *found.span(), mark, verb=verb),))


def _other(found: re.Match[str], known: Known) -> Iterator[Phrase]:
    yield Phrase("other", *found.span(), verb=found[0])


def _parting(kind: str, form: str) -> _Make:
    return lambda found, known: iter((Phrase(kind, *found.span(), form, verb=str(count_of(found))),))


def _arrow(found: re.Match[str], known: Known) -> Iterator[Phrase]:
    first, last = _full(found, 1, 2, 3), _full(found, 4, 5, 6)
    if first < last < known.year:
        yield Phrase("N", *found.span(), "", Meaning("years", years=tuple(range(first, last + 1)), name="steps"))


def _counted(kind: str) -> _Make:
    return lambda found, known: iter((Phrase(kind, *found.span(), verb=str(FEW.get(found["n"]) or int(found["n"]))),))


def _half(found: re.Match[str], known: Known) -> Iterator[Phrase]:
    half = Decimal("0.5")
    yield Phrase("N", *found.span(), "", Meaning("factor", (number(half),), amount=Amount(half, 0, "배")))


def _tops(found: re.Match[str], known: Known) -> Iterator[Phrase]:
    most = not re.search("하위|낮|나빴|저조", found["way"])
    yield Phrase("top", *found.span(), "most" if most else "least", verb=str(FEW.get(found["n"]) or int(found["n"])))


def _weighing(found: re.Match[str], known: Known) -> Iterator[Phrase]:
    yield Phrase(
        "W", *found.span(), {"한": "of", "하는": "of", "하여": "on", "해": "on"}.get(found["form"] or "", "end")
    )


def _rounded(found: re.Match[str], known: Known) -> Iterator[Phrase]:
    rounded = _rounding(found, known)
    if not rounded:
        return
    said, form = found["form"] or "", "end"
    if re.match(r"(?:처리)?(?:한|하는|된)|만든|표시한|맞춘|나타낸|정한", said):
        form = "of"
    elif re.match(r"하|해|고|어", said) and not said.startswith(("하기로함", "하였음")):
        form = "on"
    yield Phrase("R", *found.span(), form, verb=rounded)
    if form == "end" and not said and found.end() < len(found.string):
        yield Phrase("R", *found.span(), "on", verb=rounded)


def _growth(found: re.Match[str], known: Known) -> Iterator[Phrase]:
    said = found.groupdict()
    rate = bool(said["rate"] or said["ratio"])
    fewer = not (said["up"] or said["risen"] or found[0].rstrip("평균").endswith("순증"))
    stat = said["stat"] or ("평균" if said["behind"] else "")
    name = {
        "연평균": "CAGR" if rate else "MEAN", "해마다평균": "MEAN", "매년평균": "MEAN", "평균": "MEAN", "산술평균": "MEAN",
        "최대": "MAX", "최고": "MAX", "가장큰": "MAX", "가장높은": "MAX", "최저": "MIN", "최소": "MIN", "가장낮은": "MIN", "가장작은": "MIN",
    }.get(stat, "")  # fmt: skip
    if "순증" in found[0]:
        # What came on top in each year.
        said["each"] = said["each"] or "each"
    if said["gloss"] in ("CAGR", "연평균", "복리") and rate:
        name = "CAGR"
    marks = "each" if said["each"] else "yearly"
    if not (said["each"] or said["yearly2"]) or said["yearly"]:
        marks = "yearly" if said["yearly"] else ""
    means = Meaning("name", fewer=fewer, name=marks)
    yield Phrase("G", *found.span(), "rate" if rate else "change", means, verb=name)


def _rounding(found: re.Match[str], known: Known) -> str:
    """How and to which place, as `floor:0`."""
    said = found.groupdict()
    how = next(name for name in ("round", "ceil", "floor") if said[name])
    if said.get("whole") is not None or "정수" in found[0]:
        return f"{how}:0"
    tens = {"일": 0, "십": 1, "백": 2, "천": 3, "만": 4, "10": 1, "100": 2, "1000": 3, "10000": 4}
    if word := said.get("below") or said.get("unit"):
        return f"{how}:{-tens[word.replace(',', '')]}"
    if said.get("place"):
        return f"{how}:{-tens[said['place']] - 1}"
    spoken = rounding_of(found[0], None, known)
    return f"{how}:{spoken[1]}" if spoken and not spoken[2] else ""


# Each pattern with what it makes of what it finds; of two that find something at the same sign the first comes first.
_ROWS: tuple[tuple[re.Pattern[str], _Make], ...] = (
    *((pattern, _as("P", mark)) for mark, pattern in lexicon.PARTICLES),
    *((pattern, _other if kind == "other" else _as(kind)) for kind, pattern in _PLAIN_WORDS.items()),
    *((pattern, _as("S", name)) for name, pattern in lexicon.STATISTICS),
    *((pattern, _as("SV", "mean", form)) for form, pattern in lexicon.AVERAGED),
    *((pattern, _as("C", form, sign)) for form, sign, pattern in lexicon.COMPARED),
    *((pattern, _as("V", form, verb)) for verb, form, pattern in VERBS),
    *((pattern, _parting("DIV", form)) for form, pattern in DIVIDED),
    *((pattern, _parting("SHARE", form)) for form, pattern in SHARED),
    (_ARROW, _arrow),
    (lexicon.GROWTH, _growth),
    (lexicon.CAGR, lambda found, known: iter((Phrase("G", *found.span(), "rate", Meaning("name"), verb="CAGR"),))),
    (lexicon.COUNT, _counted("count")),
    (lexicon.STEPS, _counted("steps")),
    (lexicon.HALF, _half),
    (lexicon.TOPS, _tops),
    (lexicon.WEIGHING, _weighing),
    *((pattern, _rounded) for pattern in lexicon.ROUNDING),
)


def _names(laid: Laid) -> Iterator[Phrase]:
    """Words that nobody knows, from where a blank stands to the next or to a particle: what is counted, or whose it is."""
    text = laid.text
    starts = [
        at
        for at in range(len(text))
        if (at == 0 or laid.gap[at] or text[at - 1] in "(,.") and re.match(r"[가-힣A-Za-z]", text[at])
    ]
    for at in starts:
        end = at + 1
        while end < len(text) and not laid.gap[end] and re.match(r"[가-힣A-Za-z·]", text[end]):
            end += 1
        for stop in range(at + 2, end + 1):
            word = text[at:stop]
            if not _HANGS.fullmatch(text, stop, end):
                continue
            if _CALCULATES.search(word) or bent(word) or any(one in word for one in OF_OTHERS):
                continue
            if word.endswith(("별", "당")):
                continue
            # Ours, or so much of something: only such a name may stand before what is calculated with.
            yield Phrase("X", at, stop, "", verb="ours" if _OURS.fullmatch(word) else "")


def _remarks(laid: Laid) -> Iterator[Phrase]:
    """What stands at the head as the name of the indicator, clauses that only tell why, and such a bracket at the end."""
    text = laid.text
    for found in _TOPIC.finditer(text):
        if found.start() == 0 and not re.search(r"전년|최근|직전|평균|실적|대비|작년|지난해|목표", found[0]):
            yield Phrase("topic", 0, found.end())
        break
    for at in [0, *(one.end() for one in re.finditer(r"[,:]|(?:은|는)", text))]:
        for end in [one.end() for one in re.finditer(r"(?:여|어|로|나|만|고|도|해|로서|아|커|높아|서),?", text)]:
            if (
                4 <= end - at <= 48
                and _WHY.fullmatch(text, at, end)
                and not _CALCULATES.search(_TOLD.sub("", text[at:end].rstrip(",")))
                and not bent(text[at:end])
            ):
                yield Phrase("why", at, end)
    behind = _WHY_BRACKET.search(text)
    if behind is not None and not bent(behind[0]):
        said = _DATED.sub("", behind[0])
        years = tuple(_full(one, 1, 2) for one in _DATED.finditer(behind[0]))
        if _PREDICATE.search(said) and not _CALCULATES.search(_TOLD.sub("", said[1:-1])):
            yield Phrase("aside", behind.start(), behind.end(), means=Meaning("years", years=years))
