"""What was weighed and is not taken, wherever it stands: `… 안을 검토하였으나 현실성이 낮아 채택하지 않고`, `… 참고값일 뿐이며`.

The clause goes with its figures when what is left names its own base and takes none of what went. A year that is left out is
no basis that is refused.
"""

from collections.abc import Iterator

from uigwe.reasons.decided.reason import CHANGE, COUNTS, FIGURE, OPEN, UNIT, Reason, number
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_NOT = r"(?:않|아니하|아니함|못)"
_VERBS = r"(?:채택|적용|사용|활용|반영|준용|선택|산입|이용|수용|고려|감안|인정|동의|채용)"
_REFUSAL = (
    rf"{_VERBS}(?:이|은|는)?(?:하|되)?지(?:는|도)?{_NOT}|(?:쓰|받아들이|받아들여지|따르|삼|택하|취하|넣|들이|두|보)지(?:는|도)?{_NOT}|{_VERBS}(?:할|될)?수없|쓸수없|쓰기(?:에)?(?:어렵|곤란)|{_VERBS}(?:이|하기(?:에)?)?(?:어렵|곤란|불가)"
    r"|부적합|부적절|부적당|적합하지않|적절하지않|적당하지않|타당하지않|맞지않|대표성이(?:없|낮|떨어)|비현실적(?!인)|무리(?:라고|로|가있|여서)"
    r"|기각|반려|부결|폐기|철회|백지화|무산|미채택|미반영|미적용|불채택|불수용|미수용|거부|거절|접(?:고|었|음)|배제(?=하|되|함|됨|했|됐|[.,(]|$)"
    r"|(?<=안)(?:을|은|는|이)?[^.,\d]{0,24}?제외(?=하였|했|되었|하고|하며|함|됨)|이어지지않|비교(?:할수없|하기어렵|하기곤란|가불가|가어렵|가곤란|불가)|단절|연속성이(?:없|끊|부족|떨어)|시계열이(?:끊|단절)|호환되지않"
    r"|참고(?:로만|만|용|용도|자료|사항|값|치|에|수치|지표)(?:일뿐|에그[쳐치침쳤]|에불과|로만|에지나지|만|로(?:두|하|만|활용)|그[쳐치침쳤]|하였|함|임|하고|하며|로삼)|참고(?:하|함|했)(?!여|기|한)"
)
_ENDS = r"(?:(?<=[침함음임])|(?=[(.,]|$)|[가-힣]{0,9}?(?:고|며|으며|으나|지만|으므로|므로|기에|되|어|아|여|대신)|[가-힣]{0,6}?[음함임됨침다])"
_CLAUSE = pattern_of(
    rf"(?:^|(?<=[.,]))(?P<what>(?:[^.,]|(?<=\d)[.,](?=\d))*?)(?P<verb>{_REFUSAL}){_ENDS}(?:\([^()]*\))?(?P<stop>,|[.](?!\d)|$|(?=전년|최근|직전|작년|지난해|’\d{{2}}))"
)
_BASIS = pattern_of(
    r"안(?:을|은|이|도|,|는|으로)|방안|방식|방법|평균|증가율|상승률|성장률|요청|요구|의견|제안|건의|권고|목표|실적|수준|전망|계획|추세|값|사례"
)
_PART_OF = pattern_of(
    r"중(?:에)?[^.]{0,20}제외|가운데|나머지|남은|에서\d|제외한|뺀|특이|이상치|기간(?:은|을)|연도(?:는|은|를)|년(?:은|는|을|도)(?!실적)[^,.]{0,12}제외"
)
_REFERS = pattern_of(
    r"^(?:이|그|동|해당|같은|위|여기|나머지|절반|반만|대신그|그중|이중)(?!에따라|러한|래서|러나)|(?:그|이|위)(?:절반|값|안|율|비율|폭|중|보다|의)"
)
_SINGLE_YEAR = pattern_of(
    r"^(?:[^.,]{0,10})?(?:’\d{2}년도?|20\d{2}년도?|전년도?|작년|지난해)(?:의)?(?:실적|결과|값|수치)?(?:치|값)?(?:\([^()]*\))?(?:은|는|을|를|도)"
)
_WINDOW = pattern_of(r"\d개?년|평균|중앙값|합계|최고|최저|추세|’\d{2}년?~")
# A sentence that only tells of figures: `참고로 ’24년 목표는 …이나 둘 다 산정에 쓰지 않았음.`
_ASIDE = pattern_of(
    r"(?:^|(?<=[.]))(?:[^.]|(?<=\d)[.](?=\d))*(?:무관(?:함|하다|한사항임)|관계(?:가)?없(?:음|는사항임)|상관없음|별개(?:임|의사항임|로관리함)|산정(?:과|에)는?무관함|쓰지않았음|쓰지않음|영향이없음|영향을주지않음)(?:[.](?!\d)|$)"
    r"|(?:^|(?<=[.]))(?:참고로|참고:|\(참고\)|덧붙여|한편),?(?:[^.]|(?<=\d)[.](?=\d))*(?:[.](?!\d)|$)"
)
# A bracket that tells what was taken into account, or that a part of the step is among it.
_VIEWED = pattern_of(
    r"\((?:[^()]*(?:감안|고려|참고|참작)(?:함|하였음|한것임)?|(?:참고|참고로)[:,]?[^()]*(?:이나|이지만)[^()]*)\)(?=[.]?$)|\((?:종전|기존|변경전|개편전|이전)(?:에는|은|는|:)[^()]*\)"
)
_AMONG = pattern_of(
    rf"\((?![^()]*(?:추가|별도|증가|가산))[^()\d]*(?P<some>{FIGURE})(?P<unit>{UNIT})(?:을|를|도|이)?포함(?:함|됨)?\)(?=[.]?$)"
)
_STEP = pattern_of(rf"(?P<figure>{FIGURE}){UNIT}(?:를|을)?(?:더|추가)?(?:{CHANGE})")
_MAKES = pattern_of(r"가산|더[하한해함]|적용(?!하지|되지)|[상하]향(?!안|하는안)|조정|반영(?!하지|되지)|곱")


def without_dropped(reason: Reason) -> Iterator[Laid]:
    """The reason without what it says is not taken."""
    laid, gone = reason.laid, ""
    for _ in range(_MOST):
        cut = _first(laid)
        if cut is None:
            break
        said = laid.text[cut[0] : cut[1]]
        if _TAKES_UP.match(laid.text, cut[1]):
            # What follows takes up what is refused, or what stands before it: nobody says.
            return
        gone += said
        laid = replaced(laid, [(*cut, "")])
        if not _STEP.search(said) and not _RATE.search(said) and _bases(said) & _bases(laid.text):
            # What is left takes the very base that is refused.
            return
        if not COUNTS.search(laid.text) and "평균" not in laid.text and "실적" not in laid.text:
            return
    if gone and laid.text and not _REFERS.search(laid.text) and not OPEN.search(laid.text):
        if _SINGLE_YEAR.search(gone) and _WINDOW.search(laid.text):
            # The year that is not taken may be one of the window.
            return
        yield laid


_MOST = 4


_TAKES_UP = pattern_of(r"[,.]?(?:여기|거기|이에(?!따라)|이를|이값|이의|그(?!러나|래서|리고|에따라)|동|해당|위(?!원))")


def _bases(said: str) -> set[str]:
    """The bases that a stretch names."""
    return {name for name, words in _KINDS if words.search(said)}


_KINDS = (
    ("mean", pattern_of(r"평균(?!증가|성장|상승)")),
    (
        "last",
        pattern_of(
            r"(?:전년도?|작년도?|지난해|직전연?도?|직전년도)(?:의)?(?:실적|대비|보다|결과|수준|$)|(?<!기)(?<![가-힣])실적(?=은|을|대비)"
        ),
    ),
    ("target", pattern_of(r"목표(?:치|값)?(?=대비|보다|에서|에|을기준|를기준|은|는)")),
    ("growth", pattern_of(r"(?:증가|상승|성장)[률율]")),
)
_RATE = pattern_of(r"\d[\d.]*%p?(?:를|을|만큼)?(?:씩)?(?:더|추가)?(?:높|늘|올|상향|하향|가산|증|감|낮|줄|더)")


def _first(laid: Laid) -> tuple[int, int] | None:
    text = laid.text
    for found in _CLAUSE.finditer(text):
        what = found["what"]
        if not _BASIS.search(what) or _PART_OF.search(what) or what.count("(") != what.count(")"):
            continue
        if found.start() == 0 and found.end() == len(text):
            continue
        before = text[: found.start()].rstrip(",")
        if before and found["stop"] != "." and found.end() == len(text) and not _CLOSED.search(before):
            continue
        return found.start(), found.end()
    for found in _ASIDE.finditer(text):
        if (found.start() or found.end() < len(text)) and not _MAKES.search(found[0]):
            return found.span()
    if (viewed := _VIEWED.search(text)) and viewed.start():
        return viewed.span()
    among = _AMONG.search(text)
    if among is not None and any(
        number(one["figure"]) > number(among["some"]) for one in _STEP.finditer(text, 0, among.start())
    ):
        return among.span()
    return None


_CLOSED = pattern_of(r"[함임음됨정향].?$|[.]$")
