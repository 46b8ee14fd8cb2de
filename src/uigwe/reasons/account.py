"""Whether a reading accounts for the whole reason: words that bend what was read and that no step took in.

Most words of a reason are background (what is counted, why so much). A few change the arithmetic wherever they stand: an
exclusion, a limit, a condition, a choice, a denial, a part of the year. When one of them is not part of the reading, the
reading is not the whole of what was said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import Piece
from uigwe.reasons.spread import KIND_OF_SPREAD
from uigwe.reasons.tokens import Token

# Words that bend a reading. `^` in front: the word must not be the inner part of a longer one.
_BENDING = (
    # what is left out
    r"제외|배제|미포함|(?<![통억규과절견해전경])제하고",
    # this or that
    r"또는|혹은|내지(?=\d|전|최|약|그)|이거나|택일|사이(?=의|에서|로|값|$)",
    # not so
    r"(?:하|되|시키|높이|늘리|올리|낮|높|작|크|적|많)지(?:는)?(?:않(?!았으나|았지만|았음에도|은점|을것)|못)|아니라|아닌(?!지)|대신(?!하)|말고|철회(?!율|률|건)|취소(?!율|률|건|예정|예상|분|\d)|보류(?!율|건)|유보(?!율|금)|미반영|미적용",
    r"(?:이어지|지속되|계속되|유지되)지(?:는)?(?:않|못)",
    # limits
    r"(?:유지|동결)(?:가|이|는|은|하기|하는것이|하기가|하기는)?(?:곤란|어려|불가)|이내|미만|(?<!향)한도(?!전)|(?<![향보기비이정])상한|(?<![인저강])하한|(?<![억통견절공])제한(?!적|사항)|초과하지|넘지|상회하지|범위(?=에서|내|안|로|의|\()|최대(?=\d)|밑돌지",
    # conditions
    r"경우|^단,|다만|단서|한하여|한해(?!서는|동안|$)|조건(?=부|으로|하)|"
    r"(?:넘|초과하|미달하|하회하|못미치|낮으|높으|작으|크|같으|있으|없으|되)면(?!서|적|담|허|제)|(?:미달|초과|달성|하회)시(?![장설스])",
    # said and unsaid again
    r"기준(?:은|는)(?=전년도?목표|당초|작년목표|’?\d{2,4}년도?목표)|당초|목표였|상향하려|계획이었|수정(?=하|함|$|목표|된|한)|변경(?=하|함|$)",
    # a rounding of which nobody says the place
    r"반올림|절사(?!평균)|버림(?!받)|버려(?!지|진)|절상|(?<!끌어)(?<!쌓아)올림(?=처리|하여|하고|하되|함|한|$)|내림(?=처리|하여|하고|하되|함|한|$)",
    # parts and shares of what was named
    r"(?:동월|전월|전분기|동분기)(?=대비|보다|실적)|[상하]반기(?=실적|기준|평균|치|대비|의)|\d/?4?분기(?=실적|기준|평균|치|대비|의)|월평균|월별평균|일평균|분기평균|(?<![최향])상위(?!해|하여|한|계획|기관|부처|법|목표|정책|수준)|하위(?!해|하여|한)|^일부(?!터)|(?:초과|미달|부족|잔여|증가|감소|증액|감액)분(?!야|석|기|배|할|류)",
    r"(?:하는|시키는|높이는|늘리는|올리는|줄이는|낮추는)것(?:은|이)[가-힣]{0,12}(?:곤란|어려|불가|무리)|중복(?:을|분을)?제거|[상하]반기까지|(?<![전교상])환율",
    # by another measure
    r"(?<!증)가중|(?<![단통합누집회설관세생])계수(?!\d|인\d|\(\d)|지수(?=를|로|의|$)|환산|비례|안분|(?<!지)역산|(?<!확)보정|누진|할인(?!율|률|점)|배분|절반|반으로|제곱|거듭|(?<!행)(?:복리|단리)(?!후생)|격년|(?<!환)경신|갱신|백분의(?![\d일이삼사오육칠팔구십])|천분의|협의중|될것으로|미정(?=$|이|,)|추후|두번|세번|연속(?!성|적|감소|증가|상승|하락|초과|달성|미달)|^\d+년마다|년에한번",
    # what is missing, and what was named before
    r"(?:이|그|동|해당|상기)(?=(?:표준)?편차|평균(?!보다|대비)|증가율|감소율|성장률|상승률|증가폭|차이(?!가|는)|격차)|미[가-힣]{1,4}분(?=\d|의|을|를)",
    # rates of a loss, whose sign nobody says
    r"(?:감가|이탈|탈락|포기|해지|폐업|소멸|손실|할인|불용|멸실|결손|공실|감모|퇴직|전출|취소|감쇠)(?:율|률)(?=인|약|\(|\d|을|를)",
    # weights in an order that is not the usual one, and halves of a window
    r"[앞뒤]쪽(?=의?\d)|(?<!상)(?<!하)[전후]반(?:부|기간|의)(?=의?\d)",
    r"(?<!최근)연도순|(?:과거|오래된|먼연도|옛)(?:연도)?순|역순",
    # a change of which nobody says how it is measured
    r"(?:변동|변화|회복|반등|둔화|등락)(?:률|율|폭|분)(?=을|를|만큼|그대로|적용|반영|유지|의)|(?:증가|감소|상승|하락|성장|둔화|회복)세(?=를|만|그대로|유지|적용|반영|이어)",
    # how much, of which nobody says how much
    r"일정(?:한)?(?:배율|배수|비율|율|수준|폭|부분|금액|건수|물량)(?!이상)|(?<=의)(?:정확히)?중간(?:수준|지점|선|정도)",
    r"차이|격차|폭(?=만큼|의|을|이|과|$|결정|설정|조정)|만큼",
)
_BENDS = pattern_of("|".join(f"(?:{part})" for part in _BENDING).replace("^", ""))
# What is one of several things that were looked at: `평균, 증가율 등을 토대로`.
_LISTED = pattern_of(
    r"등(?:의|을|를|다양한|여러|제반|각종|요소|지표|요인|자료|을모두|여건|상황|사항|두루|모두|함께|고루|종합적으로){1,6}(?:종합|토대|바탕|근거|기초|반영|분석|검토|비교|참고|고려|감안)"
)
_LOOKED_AT = pattern_of(
    r"분석|검토|살펴|살핀|종합|논의|협의|판단|논리|등(?=여러|다양|각종|제반|주요|관련)|비교(?=검토|분석|하여$|하여설정)"
)
# What a clause behind the calculation says is not taken into account: `법 개정에 따른 증가분은 별도로 반영하지 않음`.
_LEFT_ASIDE = pattern_of(
    r"[,.](?!단|다만|이때)(?:(?!평균|실적|전년|목표|위|이중|가산|상향)[^,.()\d]){2,30}(?:은|는)(?:별도로|따로)?(?:반영|감안|고려)하지(?:는)?않(?:음|았음|는다|기로함)[.]?$"
)
_UNDONE = pattern_of(r"(?:산정|산출|설정|비교|추정|측정|예측|계량화)(?:이|은|도|은현재)?(?:불가|곤란|어려)")
# `10억원당 8.5명 × 320억원`: how many times ten is not what stands there.
_BY_SO_MUCH = pattern_of(
    r"(?<![\d.])(?:[2-9]|\d{2,})(?:억|백만|천만|만|조)?원당.*×[^\d(]{0,10}[\d,.]+(?:조|억|백만|천만|만)원"
)
# `회복세를 반영하여 3년 평균에 10%를 더한`: why so much, when how much is said.
_TAKEN_IN_VIEW = pattern_of(r"를반영(?:하여|해)")
_OR = pattern_of(r"또는|혹은|이거나")
_CHOICES = ("CHOOSEMAX", "CHOOSEMIN")
_TAKES_BACK = pattern_of(r"단,?|다만|상한|하한|최대|최소|그러나|초과|미달|이때|제외")
_PART_OF_YEAR = pattern_of(r"[상하]반기|\d/?4?분기|월평균|월별평균|일평균|분기평균")
_BOUNDED = pattern_of(r"이|그|동|해당|상기|단,|일부|\d+년마다")


# Kinds of tokens that the grammar itself answers for: what they say is taken in, or leaves a doubt of its own.
_ANSWERED = frozenset(
    ["ROUND", "WITHOUT", "TRIM", "TRIMMAX", "TRIMMIN", "TOP", "BOTTOM", "CHOOSEMAX", "CHOOSEMIN", "WEIGHTED", "GROWN",
     "GAP", "ASMUCH", "EVENLY", "times", "fraction", "BAND", "SD", "SLOPE", "SPREAD", "TRIMMEAN", "RATE", "CAGR",
     "EACH", "UP", "DOWN"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a reading begins and ends. `figures`: it takes nothing from the table, so that parts of a year are what its own
    figures stand for. `counted`: the indicator is counted in something else than per cent. `plain`: nothing is done with
    the base that it names. `bare`: what comes out is that base."""

    start: int
    end: int
    figures: bool
    counted: bool
    plain: bool
    bare: bool = False


def unaccounted(laid: Laid, tokens: list[Token], pieces: list[Piece], reach: Reach) -> Iterator[str]:
    """The bending words that no step answers for, from behind the last clause that was merely considered."""
    start, end = reach.start, reach.end
    last = tokens[-1].end + len(tokens[-1].tail)
    yield from _other_quantity(tokens, counted=reach.counted)
    yield from (found[0] for found in [_CONDITION.search(laid.text, tokens[0].start, last)] if found)
    yield from _as_bound(tokens)
    if reach.plain and (looked := _LOOKED_AT.search(laid.text, max(start, 0), last)):
        yield looked[0]
    if reach.bare or reach.plain:
        yield from _undone(tokens, pieces, begin=_behind_considered(tokens, start))
    yield from _either_or(tokens)
    yield from _bare_target(tokens, pieces, begin=_behind_considered(tokens, start))
    if undone := _UNDONE.search(laid.text, max(start, 0), last):
        yield undone[0]
    if listed := _LISTED.search(laid.text, max(start, 0), last):
        yield listed[0]
    if by_money := _BY_SO_MUCH.search(laid.text):
        yield by_money[0]
    yield from (token.text for token in tokens if token.kind == "ALONE" and token.start < end + 12)
    spans = [(token.start, token.end + len(token.tail)) for token in tokens if token.kind in _ANSWERED]
    months = any(token.unit == "개월" and start <= token.start < end for token in tokens)
    # `향상` + `한` is not `상한`: a word does not begin inside another.
    words = [(token.start, token.end) for token in tokens if token.kind != "other"]
    begin, close = _behind_considered(tokens, start), _sentence_end(laid, tokens, end)
    apart = _LEFT_ASIDE.search(laid.text, end)
    for found in _BENDS.finditer(laid.text, begin, close):
        at, stop = found.span()
        glued = stop < len(laid.text) and not laid.gap[stop] and "가" <= laid.text[stop] <= "힣"
        if stop - at == _SHORT and laid.gap[at + 1] and at and not laid.gap[at] and glued:
            # `무중단 서비스` is no 단서: it stands in two words.
            continue
        if at < start and _TEMPERED.match(laid.text, stop):
            continue
        if apart is not None and apart.start() <= at < apart.end():
            continue
        if any(one <= at and stop <= other for one, other in spans) or any(one < at < other for one, other in words):
            continue
        if (
            found[0].endswith("세")
            and stop <= start
            and not (reach.plain or reach.bare)
            and _TAKEN_IN_VIEW.match(laid.text, stop)
        ):
            continue
        if _OR.fullmatch(found[0]) and any(one.kind in _CHOICES and one.start > at for one in tokens):
            continue
        if (reach.figures or (months and found[0] == "월평균")) and _PART_OF_YEAR.fullmatch(found[0]):
            continue
        if _BOUNDED.fullmatch(found[0]) and not (at == 0 or laid.gap[at] or not "가" <= laid.text[at - 1] <= "힣"):
            continue
        yield found[0]


def of_missing(text: str) -> str:
    """The words of a reason that changes what is missing, where the indicator may count what is there."""
    found = _MISSING.search(text)
    return found[0] if found and "100" not in text else ""


def bending(laid: Laid) -> list[str]:
    """Every word that bends a reading, but for those that stand in two words."""
    found = []
    for one in _BENDS.finditer(laid.text):
        at, stop = one.span()
        glued = stop < len(laid.text) and not laid.gap[stop] and "가" <= laid.text[stop] <= "힣"
        if not (stop - at == _SHORT and laid.gap[at + 1] and at and not laid.gap[at] and glued):
            found.append(one[0])
    return found


def bent(text: str) -> bool:
    """Whether a word that bends a reading stands in a text, answered for or not."""
    return any(found[0] not in ("만큼",) for found in _BENDS.finditer(text))


def listed_only(text: str) -> bool:
    """Whether something is one of several things looked at (`평균 등을 반영`), or said not to be calculated at all."""
    return bool(_LISTED.search(text) or _UNDONE.search(text))


def _undone(tokens: list[Token], pieces: list[Piece], begin: int) -> Iterator[str]:
    """`동일 증가율을 적용`, `90%까지 같은 폭으로`: a growth or a goal beside a base that comes out as it is."""
    for piece in pieces:
        if piece.kind == "goal" and piece.amount is not None and piece.start >= begin:
            yield piece.text
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        taken = any(piece.kind == "operand" and piece.start <= token.start < piece.end for piece in pieces)
        used = token.tail in ("을", "를", "만큼", "으로", "로") or (after is not None and after.kind == "APPLY")
        if token.kind in _GROWTH and token.start >= begin and not taken and used:
            yield token.text


_GROWTH = ("RATE", "GROWN", "CAGR")


# What is missing is made less, where the indicator counts what is there.
_MISSING = pattern_of(
    r"(?:(?<![가-힣])|(?<=전년|년도|작년))미(?:이행|처리|완료|해소|이수|참여|집행|준수|납|달성|응답)[율률](?=을|를|대비|보다|의\d|에서)"
)
# `회복세를 반영하여 최근 3년 평균 …`: taken into account before the calculation begins.
_SHORT = 2
_TEMPERED = pattern_of(r"(?<=세)(?:를|을)?(?:충분히)?(?:반영|감안|고려)(?:하여|해|하되|하고)")
_CONDITION = pattern_of(r"(?:될|할|되는|하는)경우(?!가|도|에도)|조건으로|(?:확보|승인|편성|통과)(?:되면|시)(?!점|기)")


def _as_bound(tokens: list[Token]) -> Iterator[str]:
    """`3% 상향한 값을 상한으로 함`: what it may not exceed, not what it is."""
    for before, token in pairwise(tokens):
        hangs = before.tail in ("을", "를") or before.text.endswith(("을", "를"))
        if token.kind == "BAND" and token.text.startswith(("상한", "하한")) and token.tail in ("로", "으로") and hangs:
            yield token.text


def _either_or(tokens: list[Token]) -> Iterator[str]:
    """`최근 3년 평균이나 전년 실적`: the one or the other."""
    for token, after in pairwise(tokens):
        if token.kind in _NAMED and token.tail in ("이나", "나") and after.kind in _NAMED_NEXT:
            yield token.text + token.tail


_NAMED = ("MEAN", "GEOMEAN", "MEDIAN", "MAX", "MIN", "ACTUAL", "TARGET", "TREND", "CAGR", "RATE")
_NAMED_NEXT = ("last", "year", "span", "range", "list", "TARGET", "number", "ago")


def _bare_target(tokens: list[Token], pieces: list[Piece], begin: int) -> Iterator[str]:
    """`목표 대비 3% 상향`: the target of which year, which no starting point took in."""
    for token, after in pairwise(tokens):
        compared = after.kind == "COMPARE" and "대비" in after.text
        if token.kind != "TARGET" or token.start < begin or not (token.tail == "보다" or compared):
            continue
        if not any(piece.kind in ("operand", "goal") and piece.start <= token.start < piece.end for piece in pieces):
            yield token.text


def _other_quantity(tokens: list[Token], *, counted: bool) -> Iterator[str]:
    """`3년 평균 목표 대비`, `목표 대비 달성률을 적용`: what is taken is not a result of the indicator."""
    for one in tokens:
        rate = one.kind == "ACTUAL" and one.text.endswith(("률", "달성도"))
        if rate and (counted or one.tail in ("을", "를")):
            yield one.text
    for one, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        named = one.kind in ("MEAN", "GEOMEAN", "MAX", "MIN") and not one.tail and token.kind == "TARGET"
        if named and (token.tail in ("보다", "에서", "의") or after.kind == "COMPARE"):
            yield one.text + token.text


def _sentence_end(laid: Laid, tokens: list[Token], end: int) -> int:
    """Where what may bend the reading ends: its own sentence, and a next one that takes something back."""
    last = tokens[-1].end + len(tokens[-1].tail)
    for token in tokens:
        if token.kind == "comma" and token.text == "." and token.start >= end:
            return last if _TAKES_BACK.match(laid.text, token.end) else token.start
    return last


def _behind_considered(tokens: list[Token], start: int) -> int:
    """Where the last clause of circumstances before the reading ends."""
    return max(
        (token.end for token in tokens if token.kind == "CONSIDER" and token.end <= start), default=tokens[0].start
    )


# What in a bracket may change the calculation.
_SPEAKING = frozenset(
    ["number", "times", "fraction", "year", "range", "list", "span", "until", "last", "ago", "per", "COMPARE", "MEAN", "GEOMEAN",
     "HMEAN", "TRIMMEAN", "WEIGHTED", "OVERALL", "MEDIAN", "MIDDLE", "SD", "SLOPE", "TREND", "SPREAD", "CAGR", "RATE", "GROWN",
     "CHOOSEMAX", "CHOOSEMIN", "MAX", "MIN", "BAND", "UP", "DOWN", "IMPROVE", "BOUND", "EVENLY", "YEARLY", "KEEP", "ALONE",
     "GAP", "DATE", "TRIM", "TRIMMAX", "TRIMMIN", "TOP", "BOTTOM", "op", "updown", "EACH", "LEFT", "sum", "ASMUCH"]
)  # fmt: skip
_YEARS_NAMED = ("year", "range", "list", "until", "span", "last", "this")
_TAKEN_IN = frozenset(["years", "span", "comma", "yearly", "each", "left", "about", "bound", "keep", "per", "gap"])


# What says when, from what, or that something is not yet known; and that all places are kept.
_REMARKING = pattern_of(
    r"미확정|미집계|미공표|미발표|미실시|집계중|소수점이하포함|년차(?=$|\))|출처|자료|발표|공표|통보|고시|시행|제정|개정"
)
# Words beside a figure within the calculation that say what it is, not how to take it.
_HARMLESS = pattern_of(
    r"잠정|확정|최종|누적|누계|적극|도전|선형|지표|실적|성과|양호|우수|결과|조사|통계|코로나|기존|신규|계속|단위|목표|가집계|추정|예상|"
    r"^[A-Za-zα가-힣]$|저조|급증|급감|반올림|절사|올림|버림|자리|STDEV|표본|모집단|참고|별첨|붙임|수도권|국비|지방비|전체|합계|계$|명$|건$"
)
# What was looked at when the figure beside it was chosen.
_OF_OTHERS = pattern_of(
    r"(?:최근|금년)?(?:소비자)?(?:물가|경제|GDP|임금)(?:상승|성장|인상)률(?:수준|전망)?(?:을|를)?(?:반영|감안|고려)"
    r"|(?:예산|인력|정원|여건|사업비|조직)[가-힣]{0,10}(?:반영|감안|고려)"
)
_RESTRICTING = pattern_of(r"한정|제거|국한|해당분|중복|(?<!방)만(?:$|적용|반영|해당|포함)")
_MONTH = pattern_of(r"\d월|\.\d")
_RATES = ("CAGR", "RATE", "MEAN", "GEOMEAN", "SD", "TREND")


def brackets_open(
    laid: Laid, tokens: list[Token], pieces: list[Piece], reach: Reach, years: frozenset[int], year: int
) -> Iterator[str]:
    """Brackets with words that calculate, of which nothing was taken in: `(표본기준)`, `(’19년 대비)`."""
    begin, close = _behind_considered(tokens, reach.start), _sentence_end(laid, tokens, reach.end)
    spread = any("SD" in piece.flags or piece.label == "SD" for piece in pieces)
    for before, inner in _brackets(tokens):
        if not inner or inner[0].start < begin or inner[-1].end > close:
            continue
        start, end = inner[0].start, inner[-1].end
        taken = any(piece.kind not in _TAKEN_IN and piece.start < end and start <= piece.end for piece in pieces)
        printed = any(
            piece.amount and piece.kind in ("rate", "amount", "same") and piece.end == before.end for piece in pieces
        )
        within = reach.start <= start < reach.end or any(piece.end == before.end for piece in pieces)
        if not taken and not _only_remarks(
            before,
            inner,
            years,
            year,
            printed=printed,
            spread=spread,
            within=within,
        ):
            yield laid.text[start:end]


def _only_remarks(
    before: Token, inner: list[Token], years: frozenset[int], year: int, *, printed: bool, spread: bool, within: bool
) -> bool:
    """Whether the bracket holds no word that calculates, or only years and names that the reading has anyway.

    `printed`: it stands behind a figure, whose years change nothing.
    """
    text = "".join(one.text + one.tail for one in inner)
    if _REMARKING.search(text) or (spread and len(inner) <= 4 and KIND_OF_SPREAD.search(text)):
        return True
    speaking = [one for one in inner if one.kind in _SPEAKING]
    if _OF_OTHERS.fullmatch(text) and not any(one.amount for one in inner):
        return True
    if _RESTRICTING.search(text) or (speaking and any(one.kind == "CUMUL" for one in inner)):
        return False
    if not speaking:
        return not within or bool(_HARMLESS.search(text))
    if before.kind == "GROWN" and len(speaking) > 1 and speaking[-1].kind == "COMPARE":
        # `상승폭(’17년 대비)`
        speaking = speaking[:-1]
    if before.kind == "span" and [one.kind for one in inner] == ["range"] and len(inner[0].years) == before.count:
        # `5년간(’20~’24)`
        return True
    if all(one.kind in _YEARS_NAMED for one in speaking):
        dated = before.kind in ("other", "blank") and len(speaking) == 1 and bool(_MONTH.search(speaking[0].text))
        return printed or dated or all(_known_years(one, years, year) for one in speaking)
    return len(speaking) == 1 and speaking[0].kind in _RATES and before.kind in _RATES


def names_only(text: str, *, beside: bool) -> bool:
    """Whether a bracket of words merely names something; `beside`: behind a figure it must be known to be harmless."""
    if _RESTRICTING.search(text) or _BENDS.search(text) or "기준" in text or "반영" in text or "적용" in text:
        return False
    return not beside or bool(_HARMLESS.search(text))


def _known_years(token: Token, years: frozenset[int], year: int) -> bool:
    named = set(range(year - token.count, year)) if token.kind == "span" else set(token.years)
    return named <= years or all(one >= year for one in named)


def _brackets(tokens: list[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """What stands in each bracket, with those inside it, and the token before it."""
    inner: list[Token] = []
    before = previous = tokens[0]
    depth = 0
    for token in tokens:
        depth -= token.kind == "close"
        if token.kind == "close" and depth <= 0:
            yield before, inner
            inner, depth = [], 0
        if depth:
            inner.append(token)
        if token.kind == "open" and not depth:
            before = previous
        depth += token.kind == "open"
        previous = token
