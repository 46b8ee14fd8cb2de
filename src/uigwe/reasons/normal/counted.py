"""What the indicator counts, told beside the calculation: how a word is defined, who is too new to be counted, of which kinds it is.

`* 누적성공률 = 1년차 성공률 + ··· + 8년차 성공률(금융감독원, ’17.1)`, `* 지정 후 6개월 미만 특구 제외`, `사업조정 또는 상생협약을 통해 …`: none
of them calculates, whatever signs and figures they have.
"""

from collections.abc import Iterator

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.remarked import brackets
from uigwe.reasons.setting import BASE, sentences
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_TERM = r"\d{1,2}년차(?:의)?[가-힣]{1,10}"
_WHENCE = r"(?:\([가-힣A-Za-z·]+(?:,(?:’\d\d|20\d\d)[\d.년월]*)?\))?"
_DEFINED = pattern_of(
    rf"[.*※]*(?P<word>[가-힣]{{2,24}}[=:])?(?:{_TERM}?(?:[+.·~*,]+{_TERM})+|{_TERM}부터{_TERM}까지(?:의|를)?(?:합|합계|누계|누적|합산|더함|더한값)(?:함|임|한값|값)?)"
    rf"{_WHENCE}(?=$|[.*※])"
)
# `개점 후 3개월 미만 점포는 제외`.
_YOUNG = r"\d{1,2}(?:개월|년|주|일)(?:미만|이내|이하|미경과|(?:이|가|을|를|도)?(?:지나지|넘지|경과하지|채우지|안)[가-힣]{0,3}?(?:은|된))"
_NEW_LEFT_OUT = pattern_of(
    rf"[-*※]*[^.\d]*?{_YOUNG}(?:의|인|된)?[가-힣·]{{1,14}}?(?:은|는|을|를|도)?(?:모두|각각)?(?:집계|산정|대상|실적|통계)?(?:에서|에는)?"
    r"(?:제외|뺌|뺐음|빼고집계|미포함|배제|포함하지않음)(?:함|하였음|됨|임|되었음|한수치임)?"
)
_OF_A_TERM = pattern_of(
    r"[*※-]*(?:\d{1,2}[·,~])*\d{1,2}년차(?:이후|이상|부터|까지|이전)?(?:의)?(?:은|는|실적은|수치는|값은)[^.\d]{2,24}"
)
_OF_RESULTS = pattern_of(r"전년|작년|지난해|직전|최근|평균|목표|증가|상향")
_SET_BEFORE = pattern_of(r"(?:[함됨음임다]|설정|산정|산출|책정|제시|[상하]향|목표|수준)$")
# `사업조정 또는 상생협약을 통해`: of either kind, where no figure and no base stands.
_OR = pattern_of(r"또는|혹은")
_PIECE = pattern_of(r"[^.,()▪■□○◦●※]+")
_SETS_IT = pattern_of(r"목표(?:치|값)?(?:를|을)?(?:[가-힣]{0,4})?(?:설정|정함|정하|책정|잡음|잡았음|제시|수립)")
_CHOOSES = pattern_of(
    r"\d|실적|평균|최[고저대소]|(?<!위)중(?=에서|큰|작은|높은|낮은|하나|택|$)|택일|선택|적용|[상하]향|가산|기준|경우|전년|작년|중앙값|추세|수준을|값"
)


def without_counted(laid: Laid, known: Known) -> Laid:
    """The reason without what only says what is counted."""
    del known
    for step in (_definitions, _too_new, _either):
        if changes := sorted(step(laid)):
            laid = replaced(laid, changes)
    return laid


def _definitions(laid: Laid) -> Iterator[_Change]:
    """A word that is said to be the sum of others by year."""
    found = next(
        (one for one in _DEFINED.finditer(laid.text) if one.start() and laid.text.count("년차", *one.span()) > 1), None
    )
    if found:
        yield (*found.span(), "")


def _too_new(laid: Laid) -> Iterator[_Change]:
    """A note, or a bracket behind what is set, that leaves out those who have not been there for so long."""
    for at, (start, end) in enumerate(sentences(laid)):
        said = laid.text[start:end]
        if at and (_leaves_out_the_new(said) or (_OF_A_TERM.fullmatch(said) and not BASE.search(said))):
            yield (start - 1, end, "")
    for start, end in brackets(laid.text):
        behind = laid.text[end : end + 1]
        if (
            behind in ("", ".")
            and _SET_BEFORE.search(laid.text, 0, start)
            and _leaves_out_the_new(laid.text[start + 1 : end - 1])
        ):
            yield (start, end, "")


def _leaves_out_the_new(said: str) -> bool:
    return bool(_NEW_LEFT_OUT.fullmatch(said)) and not _OF_RESULTS.search(said)


def _either(laid: Laid) -> Iterator[_Change]:
    for piece in _PIECE.finditer(laid.text):
        plain = _SETS_IT.sub("", piece[0])
        if _CHOOSES.search(plain) or BASE.search(plain):
            continue
        for one in _OR.finditer(laid.text, *piece.span()):
            if one.start() > piece.start() and laid.gap[one.start()] and laid.gap[one.end() : one.end() + 1] == (True,):
                yield (*one.span(), "및")
