"""A base that is kept, in whatever words: `전년 실적을 지킴`, `하회하지 않는 선에서 같은 금액`, `유지하는 것만으로도 도전적이므로 그 평균값을 설정`.

The base is put as one that is kept (`유지`). That it shall not be fallen below is a bound by itself and no target; it goes only beside words that set
the same level.
"""

from collections.abc import Iterator

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.conjugated import closing, form_of, verbs
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_PAST = r"(?:전년|작년|지난해|직전|최근|과거|지난|종전|’\d{2}년|20\d{2}년|\d개?년|세해|두해)"
# A base with what it is called, up to the particle behind it.
_BASE = (
    rf"(?P<base>{_PAST}(?:[^.,()]|(?<=\d)[.,](?=\d)|\([^()]*\)){{0,30}}?(?:실적|평균|수준|값|치|점수|성적|건수|인원|기록|성과|결과|[율률량액수도]|\d(?:%|[가-힣]{{1,3}}?))(?:치|값)?(?:\([^()]*\))?)"
)  # fmt: skip
_KEEPING = verbs(
    "지키 지켜 지켜내 지켜내 지켜나가 지켜나가 이어가 이어가 이어나가 이어나가 사수하 사수해 고수하 고수해 "
    "방어하 방어해 보전하 보전해 재달성하 재달성해 다시달성하 다시달성해 한번더달성하 한번더달성해 "
    "또달성하 또달성해 올해도달성하 올해도달성해 금년에도달성하 금년에도달성해 올해에도달성하 올해에도달성해 "
    "재현하 재현해 되풀이하 되풀이해 반복하 반복해 유지해나가 유지해나가 견지하 견지해"
)
# That it is kept, as the words say it behind a base.
KEEPS = (
    rf"(?:을|를)(?:계속|그대로|올해도|금년에도|최소한)?(?:{form_of(_KEEPING, 'stem')}|{form_of(_KEEPING, 'noun')}|"
    rf"{form_of(_KEEPING, 'going_on')}|{form_of(_KEEPING, 'past')}"
    r"|사수|고수|방어|재달성|다시달성|한번더달성|또달성|재현|견지)|고정(?=$|[.,])|빼지않|가감하지|내리지도?않|낮추지도?않|변동(?:이)?없음|에머무|에맞[추춤]|로되돌|로(?:정|잡|두|둔|삼)[는한했았었]다"
)
_SAID = r"(?:사수|고수|방어|재달성|다시달성|한번더달성|또달성|올해도달성|금년에도달성|재현|견지|고정)"
_KEPT = pattern_of(
    rf"{_BASE}(?P<kept>(?:을|를)?(?:계속|그대로|올해도|금년에도|최소한)?(?:{closing(_KEEPING)}|{_SAID}(?:함|하였음|한다)?(?=$|[.,(])))"
)
_NEITHER = pattern_of(
    rf"{_BASE}(?P<kept>(?:에서|에|을|를)(?:더?하거나빼지(?:는)?|더하지도빼지도|더하지도덜하지도|가감하지|바꾸지|올리거나내리지|올리지도내리지도|높이거나낮추지|높이지도낮추지도|바꾸지|변경하지|조정하지)(?:않음|않고|않으며|아니함|않기로함|않는다|않는것으로함)"
    r"|에서변동(?:이)?없음|에(?:변화|변동)를주지않음|에(?:머무르|머물|그치)(?:는것으로|기로|도록)(?:함|하였음)|에머무름|에맞춤|에맞추기로함|에맞추어(?=설정|산정|책정|정함)|(?:으로|로)(?:되돌림|되돌리고자함|갈음|갈음함|갈음한다))(?=$|[.,(]|설정|산정|책정|정함|유지|목표)"
)
_SETS = pattern_of(
    rf"{_BASE}(?P<kept>(?:으로|로)(?:정한다|정했다|정하였다|잡는다|잡았다|둔다|두었다|삼는다|삼았다))(?=$|[.])"
)
# `밑돌지 않겠다는 의지에서 전년 이행률과 동일하게`: no bound where the same level is set.
_NOT_BELOW = (
    r"(?:을|를|보다|밑으로|아래로|이하로)(?:는|도)?(?:하회하지|밑돌지|낮아지지|떨어지지|내려가지|줄어들지|줄지|낮추지|낮지|적지|후퇴하지|못하지|나빠지지|뒤처지지)(?:는|도)?"
    r"(?:않는(?:선|수준|범위|정도|한도)(?:에서|으로|내에서)|않(?:도록|게|고|게끔|고자|기위해|기위하여)|않겠다는(?:의지|취지|뜻|각오|목표|판단|방침)(?:에서|로|를담아|에따라|하에),?)"
)
_BOUNDED = pattern_of(
    rf"(?:{_BASE}){_NOT_BELOW},?(?P<next>[^.,\d]{{0,12}}?(?:{_PAST}[^.,]{{0,24}}?(?:과|와)(?:동일|같|똑같)|동일(?:한|하게)?|같은|똑같은|그대로))"
)
# What it is worth to keep it, before it is set.
_WORTH = pattern_of(
    rf"{_BASE}(?P<worth>(?:을|를)(?:유지|지키|달성|이어가)(?:하)?는것(?:만으로)?(?:도|만도|조차|자체가|역시|이)[^.,\d]{{2,40}}?(?:이므로|므로|임에따라|함에따라|이나|으나|지만|라서|어서|아서|워서|하여|바|만큼|으로),?(?:그|이|해당|위|동)?(?:평균|실적|같은|동일한?)?(?:값|수준|치|점수)?(?:을|를|으로|로|과같이|하게)?)"
    r"(?=목표|설정|산정|책정|정함|유지)"
)


def held(laid: Laid, known: Known) -> Laid:
    """The reason with a base that it keeps as one that is kept."""
    del known
    for step in (_worth, _bounded, _kept):
        if changes := list(step(laid)):
            laid = replaced(laid, changes)
    return laid


def _worth(laid: Laid) -> Iterator[_Change]:
    for found in _WORTH.finditer(laid.text):
        yield (*found.span("worth"), "을유지하는것으로")


def _bounded(laid: Laid) -> Iterator[_Change]:
    for found in _BOUNDED.finditer(laid.text):
        if _OTHER_BASE.search(found["next"]):
            yield (found.start(), found.start("next"), "")
        else:
            yield (found.end("base"), found.start("next"), _WITH)


_OTHER_BASE = pattern_of(_PAST)
_WITH = "과"


def _kept(laid: Laid) -> Iterator[_Change]:
    for pattern, word in ((_KEPT, "을유지"), (_NEITHER, "을유지"), (_SETS, "로설정")):
        for found in pattern.finditer(laid.text):
            if "목표" not in found["base"] and found["kept"] != word:
                yield (*found.span("kept"), word)
                return
