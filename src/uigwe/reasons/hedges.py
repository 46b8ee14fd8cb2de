"""What is said of a calculation, and of what it is one: a calculation that is expected, refused or asked for is no target.

`전년 대비 3% 상향이 어려움`, `3% 증가 예상`, `103%를 넘기지 않음`: the figures are there, but nobody sets them. And a step whose
figure counts something else (`예산을 5% 증액`, `회의를 5회 더 개최`, `신규 30명`) is a step of something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from uigwe.formulas.tree import Infix, Node, Number, walk
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.objects import of_another_object
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import Piece
from uigwe.reasons.shares import count_alike
from uigwe.reasons.stepwise import miscounted
from uigwe.reasons.tokens import MONEY, Token
from uigwe.reasons.words import RATES

# What is said of a change or a level that then is not the target: hoped for, doubted, asked for, avoided.
_HEDGED = pattern_of(
    r"어려|곤란|무리|불가|힘들|우려|검토(?:중|함|예정|하기로|$)|가능(?:성|여부)|여부|"
    r"여력|여지|논의|협의(?:중|후|$)|지적|요구|건의|요청|방안|안(?:을|과|은|이|중)|지양|미달|못[하한할했]|않|넘기지|하려|려고|다가|추세|세지속|경향|"
    r"육박|근접|가까|[못안]미치|미치지|넘어서|뛰어넘|탈피|벗어나|더하거나|거나[가-힣]{0,2}(?:뺌|빼|차감|유지|상향|하향)|조정가능|협의하여|협의를거쳐|확보시|"
    r"증가하고있|감소하고있|상승하고있|하고있음|되고있음|해왔|하여왔|필요$|필요함|바람직"
)
# A change that only happened, when another without a figure follows from it: `3% 증가하여 올해도 증가 예상`.
_GOES_FURTHER = pattern_of(
    r"(?:하여|해|했고|하고|되어)[^,.()\d]*(?:증가|감소|상향|하향|동결|유지)(?!율|률|시킨|시켜|지표|조정하여|설정)|"
    r"로[^,.()\d]{0,8}실적(?:을)?유지"
)
# What is so much more or less is something else: `5% 확대된 예산으로`, `105%에 해당하는 인력`.
_OF_WHAT = pattern_of(
    r"(?:조정)?((?:한|된|인|난|든|어난|어든|가예상되는|이예상되는|(?:에)?해당하는|(?:에)?상당하는|(?:에)?달하는|규모의|수준(?:의|인)|만큼의)*)"
    r"(?:예산|인력|사업비|수요|정원|인구|재원|물가|비용|단가|조직|장비|시설|인원(?=을투입|투입|이|으로(?!설정|산정|산출|책정|계산|결정|정|함|하였|목표|잡)))"
)
# It is settled by talks in the end: `103%를 기준으로 협의하여 결정`, `원칙으로 하되 조정 가능`.
_TALKS = pattern_of(
    r"^[을를]?(?:원칙|기본|기준|출발점|기점|목표|시작점)(?:으로|로)(?:하되|삼되|하여|삼아|두고|하고)?[^.\d]*(?:조정|협의|예외|결정(?!함|하였음)|검토|매년)"
)
_TAKEN_AGAIN = ("제외", "빼", "뺀", "차감", "가산", "추가", "더하", "더한", "배제")
# By when, later than the target's year, or in the course of how many years.
_IN_YEARS = pattern_of(
    r"(?:향후|앞으로)?(\d{1,2})년(?:간|동안)?(?:내(?=[가-힣])|이내|안에|에걸쳐|동안나누|간나누)|중장기적?으로|장기적으로"
)
_BY_YEAR = pattern_of(r"(?:’(\d{2})|(20\d{2}))년?(?:도)?(?:까지|에는?)(?!남은|의격차)")
_EVERY_YEAR = pattern_of("매년|매해|해마다|연차별|연도별|씩")
_RATE_OF = pattern_of(
    rf"평균(?![에의과와을를은는이가보대])((?:(?!{RATES}|성장)[가-힣]){{1,6}})[률율](?=\d|을|를|이|의|$)"
)
_RATIO = pattern_of(r"(?<=의)비율(?=을적용|을유지|유지|만큼|을반영)")
# What is taken off or added without a figure.
_UNCOUNTED = pattern_of(r"(?:[가-힣]분|물량|이상치|특이값|특이치|실적|과제|사업|금액)(?:을|를|은|는)?$")
# `103%가 되도록 매년 1%씩 상향`: where it is to come, and how fast, are two things.
_UNTIL = pattern_of(r"\d(?:%|건|명|점)(?:가|이)되도록[^,.]*\d")
_HAPPENED = pattern_of(r"(?:함|음)?(?:$|[.,])")
# `이는 하한임`, `실적은 상반기만 집계`: what was read is something else than the target.
_ONLY_SO_FAR = pattern_of(r"[.](?:이는|기준은|실적은)[^.\d]*(?:하한|상한|최소|최대|[가-힣]만(?:집계|반영|포함)|목표임)")
_HEADED = pattern_of(r"[^:\d,.]{0,8}(?:예산|인력|사업비|정원|[상하]반기|분기)[^:\d,.]{0,4}:")
_OTHER_BASE = pattern_of(
    r"(?:전년도?|지난해|작년|전년대비|전년도?보다|최근\d년)(?:의)?(?:예산|인력|사업비|정원|인구|물가|채용)[가-힣]{0,2}(?:의|보다|대비|에서|증가율|\d)"
)
_USED_UP = pattern_of(
    r"(?:늘어난|줄어든|증가한|감소한|확대된|축소된)[가-힣]{1,8}[을를](?:감안|고려|투입|활용)|"
    r"\d%?(?:상향|확대|증가|감소|축소)(?:으)?로[가-힣]{0,8}실적(?:을)?유지"
)
_WAS_SO = pattern_of(
    r"\d(?:%p?|건|명|점)(?:씩)?(?:증가|감소|상승|하락|확대|축소)(?:하였|했|되었|됐|하여왔)|실적이(?:연)?평균\d[\d.]*%(?:씩)?(?:증가|감소)(?=$|[,.])"
    r"|(?:율|률|폭|분)(?:이|은)\d[\d.]*(?:%p?|건|명|점)(?:였|이었)"
)
# `목표의 95%에 그쳐`, `3%에 불과하여`: what was reached.
_ONLY_REACHED = pattern_of(
    r"(?<![\d.])(\d+(?:\.\d+)?)(?:%p?|[가-힣]{1,2}?)(?:에|로|밖에)(?:그쳐|그쳤|그친|머물|불과|지나지않|달성하지못|못미)"
)
# Behind which the sentence goes on to something else.
_CLAUSE_END = pattern_of(r"[,.;]|(?:으나|지만|므로|하되|하며|하고(?!있)|으며|하여|도록|함으로써)")
_CLAUSE_START = pattern_of(r"[,.]|(?:따라|의해|하여|므로|으나|위해|고려해|감안해)")
_SEQUENCE = pattern_of(
    r"후|뒤|다음|다시|재차|더|추가|값|수준|결과|에서|여기|금액|물량|의|고나서|(?<=[높늘올])[여려]|적용"
)
_CONDITION = pattern_of(
    r"(?:상향|하향|증가|감소|확대|축소|인상|상승|하락)(?:할|될|하는|되는)?(?:시(?![장설스키켜킨킴켰책기행점범])|경우)|(?:상향|하향|증가|감소|확대|축소)(?:하|되)면"
)
# What begins later than with this target: `105%를 적용하고 다음 해부터 2%씩 상향`; and a growth that itself grows.
_FROM_LATER = pattern_of(r"(?:다음해|다음연도|내년도?|이듬해|차년도|익년도?|그이후)부터")
_GROWTH_GROWS = pattern_of(
    r"(?:증가|감소|상승|하락|향상|단축|감축)(?:분|폭|량|세|율|률)(?:이|은|가|는)(?:약)?\d[\d.]*배"
)
# `수용률은 50건 중 40건은 미수용`: what is counted is not what the rate counts.
_NOT_SO = pattern_of(
    r"\d[\d,.]*[가-힣]{0,3}(?<!중)(?:은|는|이|가)[가-힣]{0,6}?(?:미[가-힣]{2}|탈락|지연|불[가-힣]{1,2}|못|않)"
)
_OF_FAULTS = pattern_of(r"미[가-힣]{1,3}[율률]|탈락|지연|불[가-힣]{1,3}[율률]|위반|중단|이탈")
_LEVEL_PASSED = pattern_of(r"(\d+(?:\.\d+)?)%(?:를|을)?(?:초과|상회|미달|하회|미만)")
_FORMER = pattern_of(r"\d년(?:도)?이전(?!대비|실적을회복|수준)|이전(?=평균|\d년평균)")
_OTHERS = pattern_of(
    r"(?:타기관|타부처|타지역|타시도|다른기관|다른부처|전국|민간기업|민간|업계|업종|동종|유사기관|유사사업|해외|선진국|OECD|EU)(?:의)?$"
)
_OTHER_THINGS = pattern_of(
    r"예산|사업비|인구|정원|인력|분기|반기|목표|물가|신청(?!률|건수)|(?<![가-힣])월|단가|지원단가"
)
# A sentence behind that settles it otherwise: `실제로는 동결함`, `최종 목표는 협의 후 확정`.
_UNSAYS = pattern_of(
    r"(?:추후|하반기|상반기|연중|분기|중간)[가-힣]{0,6}(?:재조정|재설정|재산정|재검토)(?:함|예정|하기로|할|[.]|$)|"
    r"[.,](?:최종)?목표(?:치|값)?(?:는|은)[^.\d]{0,20}(?:협의|검토|심의|논의)[^.\d]{0,12}(?:확정|결정|조정|변경)|[.,](?:실제로|최종목표|최종적|결국|그럼에도|금년도?목표는|올해목표는)(?:[^.\d]{2,30})(?:[.]|$)"
)
# How much of it, nobody says: `격차를 단계적으로 축소`.
_STEP_BY_STEP = pattern_of(
    r"(?:격차|차이|부족분|미달분|간극)(?:를|을)?(?:단계적|점진적|점차|순차적|꾸준히|지속적)(?:으로)?(?:축소|해소|개선|감축|줄|좁|완화|만회)(?!.*\d)"
)
_WEAK = ("other", "SAID", "blank", "comma", "close", "ACTUAL")
# Units that never count the same: persons, days, money, marks, places, times.
_CLASSES = (
    {"명", "인"},
    {"일", "시간", "분", "초", "개월"},
    {"점"},
    {"건", "회", "건수"},
    {"개", "개소", "개사", "개국", "곳", "개교", "기관"},
    {"톤", "kg"},
    {"km", "ha", "면"},
    {"가구", "세대"},
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where the reading stands."""

    start: int
    end: int
    numbers: frozenset[Decimal] = frozenset()  # the figures that it takes
    parted: bool = False  # whether it divides, as what is missing by years

    @classmethod
    def of(cls, start: int, end: int, nodes: list[Node]) -> "Stretch":
        """Where a reading stands, with the figures that it takes."""
        found = [part for node in nodes for part in walk(node)]
        numbers = frozenset(part.value for part in found if isinstance(part, Number))
        return cls(start, end, numbers, any(isinstance(part, Infix) and part.operator == "/" for part in found))


# A part of what was calculated, or a figure that takes its place: `이 중 90%만 반영함`, `최종 목표는 150건으로 조정함`.
_PART_ONLY = pattern_of(
    r"[.,](?:이|그|동)중(?:에서)?(?:의)?\d[\d.]*%(?:만|를|을)|[.,]최종목표(?:치|값)?(?:는|은)\d[^.]*(?:조정|변경|상향|하향|수정)"
)


# `예산의 최근 3년 평균`: the past of something else.
_PAST_OF_THINGS = pattern_of(
    r"(?:^|(?<=[,.]))(?:총|전체)?(?:예산|사업비|정원|인력|인구)(?:액|규모)?의(?=최근|직전|과거|전년|작년|’\d|20\d{2})"
)


def unsaid(text: str) -> str:
    """The sentence behind a calculation that settles it otherwise."""
    found = (
        _PART_ONLY.search(text)
        or _UNSAYS.search(text)
        or _ONLY_SO_FAR.search(text)
        or _HEADED.match(text)
        or _PAST_OF_THINGS.search(text)
        or _STEP_BY_STEP.search(text)
    )
    return found[0] if found else ""


def hedged(laid: Laid, tokens: list[Token], pieces: list[Piece], reach: Stretch, known: Known) -> Iterator[str]:
    """The words that say that what was read is no target, or is one of something else."""
    text = laid.text
    # A start takes the words behind it along, which here are what is said of it.
    last = max((one.end for one in tokens if one.kind not in _WEAK and one.start < reach.end), default=reach.end)
    reach = replace(reach, end=min(reach.end, last))
    yield from _said_behind(text, tokens, reach, known)
    yield from _told_as_fact(text, tokens, reach)
    if (found := _CONDITION.search(text, max(reach.start, 0))) and found.start() <= reach.end:
        yield found[0]
    if found := _GOES_FURTHER.match(text, max(reach.end, 0)):
        yield found[0]
    for found in _LEVEL_PASSED.finditer(text, max(reach.start, 0)):
        if Decimal(found[1]) >= 80:
            yield found[0]
    for one in (_FROM_LATER, _GROWTH_GROWS):
        if found := one.search(text, max(reach.start, 0)):
            yield found[0]
    if (
        known.percent
        and reach.parted
        and (found := _NOT_SO.search(text))
        and not _OF_FAULTS.search(text[: found.start()])
    ):
        yield found[0]
    if found := _FORMER.search(text, max(reach.start, 0), max(reach.end, 0)):
        yield found[0]
    for piece in pieces if known.unit and not known.percent else ():
        rate = _RATE_OF.search(text, piece.start)
        if rate and piece.kind == "operand" and "statistic" in piece.flags and rate.start() < piece.end:
            yield rate[0]
    if ratio := _RATIO.search(text, max(reach.start, 0)):
        yield ratio[0]
    if until := _UNTIL.search(text, max(reach.start, 0), max(reach.end, 0)):
        yield until[0]
    if word := miscounted(laid, tokens, known):
        yield word
    yield from _later(text, reach, known)
    yield from _without_figure(tokens, pieces, reach)
    yield from _of_other_things(laid, tokens, pieces, reach, known)
    yield from _one_after_another(text, tokens, pieces, reach)
    yield from _second_kind(pieces, reach) if not known.unit else ()


def _said_behind(text: str, tokens: list[Token], reach: Stretch, known: Known) -> Iterator[str]:
    """The predicate of the clause in which the calculation stands, outside brackets."""
    said = "".join(one.text + one.tail for one in tokens if one.start >= reach.end)
    behind = re.sub(r"\([^()]*\)", "", said)
    stop = _CLAUSE_END.search(behind)
    said = behind[: stop.end() if stop else len(behind)]
    if found := _HEDGED.search(said) or _TALKS.match(behind):
        yield found[0]
    found = _OF_WHAT.match(behind)
    adnominal = bool(found and found[1]) or text[max(reach.end, 1) - 1] in "든난된한인"
    if found and adnominal and not (found[0].endswith("인원") and known.unit.endswith(("명", "인"))):
        yield found[0]


def _told_as_fact(text: str, tokens: list[Token], reach: Stretch) -> Iterator[str]:
    """`평균 3% 증가하였으므로`, `5% 늘어난 인력을 투입`, `전년 인력의 105%`: what was, and what is something else's."""
    figures = [one for one in tokens if one.amount is not None]
    if found := _OTHER_BASE.search(text, max(reach.start, 0)):
        yield found[0]
    if found := _USED_UP.search(text, max(reach.start, 0)):
        yield found[0]
    for found in _ONLY_REACHED.finditer(text, max(reach.start, 0)):
        if Decimal(found[1]) in reach.numbers:
            yield found[0]
    happened = _WAS_SO.search(text, max(reach.start, 0))
    if happened and not any(one.start >= happened.end() for one in figures):
        yield happened[0]


def _later(text: str, reach: Stretch, known: Known) -> Iterator[str]:
    """`향후 3년 내 전년 실적의 103%`, `2025년까지 … 103% 달성`: what is to be reached later, of which no part is this year's."""
    clause = max((one.end() for one in _CLAUSE_START.finditer(text, 0, max(reach.start, 0))), default=0)
    for found in _IN_YEARS.finditer(text, clause):
        if not (found[1] and Decimal(found[1]) in reach.numbers):
            yield found[0]
    for found in _BY_YEAR.finditer(text, clause, max(reach.end, 0)):
        year = 2000 + int(found[1]) if found[1] else int(found[2])
        if known.year and year > known.year and not (reach.parted or _EVERY_YEAR.search(text, found.end())):
            yield found[0]


def _without_figure(tokens: list[Token], pieces: list[Piece], reach: Stretch) -> Iterator[str]:
    """`103%에서 중복분 제외`, `기관별 20건을 추가`: a step without its figure, or a figure for each of how many."""
    depth = 0
    for before, token in pairwise(tokens):
        depth += (token.kind == "open") - (token.kind == "close")
        if token.start < reach.end or depth:
            continue
        if token.amount is not None or (token.kind == "comma" and token.text == "."):
            break
        if before.start >= reach.end and before.kind in ("UP", "DOWN"):
            # `18개와 7개를 합한 신규분을 추가`: what was made just before.
            break
        counted = before.kind != "other" or not _UNCOUNTED.search(before.text)
        if (
            not counted
            and token.kind in ("ALONE", "UP", "DOWN")
            and token.text.lstrip("을를은는").startswith(_TAKEN_AGAIN)
        ):
            yield token.text
    for each, amount, verb in zip(pieces, pieces[1:], pieces[2:], strict=False):
        at = pieces.index(each)
        many = at > 0 and pieces[at - 1].kind == "amount"
        step = amount.amount is not None and amount.amount.unit not in ("%", "%p") and verb.kind == "verb"
        if each.kind == "each" and step and not many and reach.start <= amount.start < reach.end:
            yield each.text


def _of_other_things(
    laid: Laid, tokens: list[Token], pieces: list[Piece], reach: Stretch, known: Known
) -> Iterator[str]:
    """`타 부처 전년 실적`, `최근 3년 예산 평균`, `예산을 5% 증액`, `신규 30명을 더함`."""
    for piece in pieces:
        if piece.kind == "operand" and piece.named is None and reach.start <= piece.start < reach.end:
            before = laid.text[max(0, piece.start - 8) : piece.start]
            if found := _OTHERS.search(before):
                yield found[0]
            inner = laid.text[piece.start : piece.end]
            if "statistic" in piece.flags and (found := _OTHER_THINGS.search(re.sub(r"\([^()]*\)", "", inner))):
                yield found[0]
        if piece.kind == "amount" and "change" in piece.flags and reach.start <= piece.start < reach.end:
            if _counts_otherwise(piece, known) and not _of_a_share(piece, pieces, known):
                yield piece.text
            base = next((one for one in reversed(pieces[: pieces.index(piece)]) if one.kind == "operand"), None)
            if base is not None and base.link in ("이", "가") and _told_of(laid.text, piece, pieces):
                yield piece.text
            before_it = next((one for one in reversed(tokens) if one.end <= piece.start and one.kind != "blank"), None)
            if before_it is not None and before_it.kind == "other" and _object_of_others(before_it.text):
                yield before_it.text
            if noun := of_another_object(laid.text, tokens, piece):
                yield noun


def _told_of(text: str, amount: Piece, pieces: list[Piece]) -> bool:
    """`최근 3년 실적이 평균 3% 증가`: what happened to what stands there as the subject."""
    at = pieces.index(amount) + 1
    verb = pieces[at] if at < len(pieces) else None
    return (
        verb is not None
        and verb.kind == "verb"
        and verb.text.startswith(("증가", "감소", "상승", "하락"))
        and bool(_HAPPENED.match(text, verb.end))
    )


def _object_of_others(word: str) -> bool:
    """`예산을`, `예산`, `신규 채용`: what the figure behind it is told of."""
    return bool(re.search(r"(?:[가-힣]{0,4}예산|사업비|정원|인구|인력|채용|홍보횟수)[을를]?$", word))


def _of_a_share(piece: Piece, pieces: list[Piece], known: Known) -> bool:
    """`12개월` of a product, and parts that are added before they are divided by the whole."""
    at = pieces.index(piece)
    if any(one.kind == "op" for one in pieces[max(0, at - 1) : at + 2]):
        return True
    unit = piece.amount.unit if piece.amount else ""
    others = [one for one in pieces if one.kind in ("amount", "operand") and one is not piece]
    return known.percent and any(
        (figure := one.amount or one.named) is not None and count_alike(figure.unit, unit) for one in others
    )


def _counts_otherwise(piece: Piece, known: Known) -> bool:
    """Whether the figure of a step counts what the indicator cannot."""
    unit = piece.amount.unit if piece.amount else ""
    own = known.unit
    if not unit or not own or unit in ("%", "%p", "배") or count_alike(unit, own):
        return False
    if unit.endswith(MONEY) != own.endswith(MONEY):
        return True
    if known.percent:
        return unit not in ("점", "포인트")
    return _of_two_kinds(unit, own)


def _of_two_kinds(unit: str, own: str) -> bool:
    """Whether two units never count the same."""
    one = next((index for index, units in enumerate(_CLASSES) if unit in units), None)
    other = next((index for index, units in enumerate(_CLASSES) if own in units), None)
    return one is not None and other is not None and one != other


def _second_kind(pieces: list[Piece], reach: Stretch) -> Iterator[str]:
    """`5회 늘림, 협력국 5개국 추가` of an indicator whose unit nobody gave: what counts otherwise than the first change."""
    changes = [
        piece
        for piece in pieces
        if piece.kind == "amount"
        and piece.amount
        and "change" in piece.flags
        and reach.start <= piece.start < reach.end
    ]
    for piece in changes[1:]:
        if piece.amount and changes[0].amount and _of_two_kinds(piece.amount.unit, changes[0].amount.unit):
            yield piece.text


def _one_after_another(text: str, tokens: list[Token], pieces: list[Piece], reach: Stretch) -> Iterator[str]:
    """`3% 상향 및 2% 상향`: two changes of the same kind, and nobody says that the second comes upon the first."""
    steps = [
        (amount, verb)
        for amount, verb in pairwise(pieces)
        if amount.kind == "amount" and amount.amount and amount.amount.unit in ("%", "%p") and verb.kind == "verb"
        if "change" in amount.flags
        and amount.link not in ("와", "과", "및")
        and reach.start <= amount.start < reach.end
    ]
    for (_, verb), (amount, after) in pairwise(steps):
        both_points = amount.amount is not None and amount.amount.unit == "%p" and verb.label == after.label == "plain"
        if not both_points and not _SEQUENCE.search(text[verb.end : amount.start]):
            # Points that are added and taken off one by one (`0.7%p를 더하고 0.2%p를 뺀`) come to the same in any order.
            yield amount.text
