"""What a reason makes of its outcome before it ends, and a reading leaves: `438.9건을 440건으로 조정`, `439건으로 하되 … 9건을 감한 430건`.

Beside it, what a step is put on that is no result: the share of a rate, points of what is no rate, weights that nobody names.
"""

from collections.abc import Callable
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.known import Known, near
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.values import plain

_F = rf"(?<![\d.,’~]){NUMERAL}"
_UNIT = r"(?:%p?|점|건|명|회|개소|개사|개교|개국|개|곳|대|일|시간|분|억원|백만원|만원|천원|원|톤|ha|호|가구)"
_FIGURE = pattern_of(_F)
_REVISED = pattern_of(
    rf"(?P<one>{_F})(?P<unit>{_UNIT})(?:을|를)(?:최종|다시|소폭|일부|보수적으로|도전적으로)*(?P<other>{_F})(?P=unit)(?:으로|로)(?:최종)?"
    r"(?:재?조정|수정|변경|보정|확정|[상하]향|올[려린림]|낮[춰춘춤추]|높[여인임]|맞[춰춘춤추]|정리)"
)
_DONE = r"(?:감한|뺀|더한|더해|합한|가산한|차감한|줄인|늘린|낮춘|높인|올린|내린|조정한|보정한|[상하]향한|보탠|얹은|제외한|추가한|증가한|감소한)"
_SET = r"(?:설정|정함|정하였음|정했음|산정|책정|결정|확정|제시|함|하였음|했음|임|잡음|부여|계획)"
_ENDS = pattern_of(
    rf"{_DONE}(?:값인|결과인|약|총)?(?P<figure>{_F})(?P<unit>{_UNIT})(?:을|를|으로|로)?(?:최종)?(?:목표(?:치|값)?(?:로|를|는)?)?(?:{_SET}(?:함|하였음|했음|한다|하였다)?)?[.]?$"
)
_WEIGHED = pattern_of(
    r"(?:높은|낮은|큰|더많은|많은|작은)(?:가중치|비중|가중)(?:를|을)(?:두|부여|주|준|적용|반영|둔)(?![^.]*\d:\d)"
)
_SLOWER = pattern_of(
    r"(?:증가|성장|상승|감소|하락)(?:율|률|세|폭|분)(?:을|를|이|가)[^.,\d]{0,14}?(?:절반|반|\d+(?:\.\d+)?%|\d/\d)(?:으로|로|수준|만)(?:둔화|낮|축소|줄|반영|적용|완화|감안)"
)
# `(신규사업 10건 별도)`: so many beside, of which the reading knows nothing.
_BESIDE = pattern_of(
    rf"(?<!\d)(?<!\d[가-힣])(?<!\d[가-힣]{{2}})\([^()]*?(?P<figure>{_F})(?!%)(?:{_UNIT})[가-힣]{{0,6}}?(?:은|는|을|를|이|가)?(?:별도|포함|추가|가산|합산|미포함|불포함|제외)[가-힣]{{0,4}}\)"
    r"|\([^().\d]{2,20}(?:은|는)?별도(?:임|관리|추진|산정|집계|로함)?\)"
)
_FALLS = pattern_of(r"(?:감소|하락)(?:율|폭)(?:의|을|를|만큼|로|으로)")
_RISES = pattern_of(
    r"증가|증액|상향|높|늘|확대|향상|상승|회복|불구|올[려리린]|더[하한해]|가산|추가|반등|나누|\+|×|의\d"
)
# A figure of a later year.
_NEXT = pattern_of(
    rf"(?:내년도?|차년도|다음해|이듬해|명년|’(?P<year>\d{{2}})년?(?:도)?)(?:에는|에|은|는|의)?(?:목표)?(?:에는|는|은)?(?P<figure>{_F})"
)
_AT_LEAST = pattern_of(
    r"(?:최소(?:한)?|적어도)(?:전년|작년|지난해|직전|최근|과거|’\d{2}년|3개?년|평균)|(?:을|를)(?:최소|최저)(?:한의)?목표"
)
# `본부 및 6개 지사 각 60건`: one more than the six.
_AND_EACH = pattern_of(
    r"(?:[가-힣](?:및|와|과)|본부,|본사,|본청,|본원,|중앙,)(?P<many>\d+)개?(?:의)?[가-힣]{1,8}?(?:에서|에|가|이|은|는|별)?(?:각각?|당)\d"
)
_TOLD_AGAIN = pattern_of(r"추세|증가세|반영하여|감안하여|고려하여|이므로|평균증가|증가폭|증가분")
_ONCE_MORE = pattern_of(r"각각|각|또|다시|한번더|재차|추가|더하|더한|합산|가산|합한")
_SUM_OF_RATES = pattern_of(r"\d%\+[가-힣]{2,}\d[\d.]*%")
_BY_THEN = pattern_of(r"(?:’|20)(?P<year>\d{2})년?도?(?:말)?까지")
_EACH_YEAR = pattern_of(rf"(?:매년|매해|해마다|연차별로?|연)(?:평균)?(?:약)?(?P<figure>{_F})(?=%|[가-힣])(?!년|월|차)")
_HEAPED = pattern_of(r"누적|누계")
_CLOSE, _WITHIN = Decimal("0.01"), (Decimal("0.5"), Decimal(2))
_NO_RATE = Decimal(200)


def revised(text: str, node: Node, known: Known) -> str:
    """The words that make another outcome of a reading, or that it puts on what is no result."""
    return next((word for guard in _GUARDS if (word := guard(text, node, known))), "")


def _worth(said: str) -> Decimal:
    return Decimal(said.replace(",", ""))


def _prints(value: Decimal, said: str) -> bool:
    """Whether a figure is what a value is printed as."""
    figure, places = _worth(said), len(said.partition(".")[2])
    return near(value, figure, places) or abs(value - figure) < Decimal(1).scaleb(-places)


def _set_anew(text: str, node: Node, known: Known) -> str:
    value = known.value(node)
    for found in _REVISED.finditer(text) if value is not None and not isinstance(node, Number) else ():
        if value is not None and _prints(value, found["one"]) and not _prints(value, found["other"]):
            return found[0]
    return ""


def _ends_otherwise(text: str, node: Node, known: Known) -> str:
    """A figure that is the outcome of what was done last."""
    value, found = known.value(node), _ENDS.search(text)
    if value is None or found is None or _prints(value, found["figure"]):
        return ""
    figure = _worth(found["figure"])
    own = any(isinstance(part, Number) and part.value == figure for part in walk(node))
    off = abs(figure - value) > abs(value) * _CLOSE
    return found[0] if off and not own and _WITHIN[0] * value <= figure <= _WITHIN[1] * value else ""


def _weights_unsaid(text: str, node: Node, known: Known) -> str:
    found = _WEIGHED.search(text) if any(isinstance(part, Years) for part in walk(node)) else None
    return found[0] if found else ""


def _share_of_a_rate(text: str, node: Node, known: Known) -> str:
    """`증가율을 절반으로 둔화`: the half of a result was taken."""
    halved = (
        isinstance(node, Infix)
        and node.operator == "*"
        and isinstance(node.left, Past)
        and isinstance(node.right, Number)
    )
    found = _SLOWER.search(text) if halved else None
    return found[0] if found else ""


def _more_beside(text: str, node: Node, known: Known) -> str:
    """So many in a bracket that are counted apart, or together with the rest, where a reading has none of them."""
    figures = {part.value for part in walk(node) if isinstance(part, Number)}
    if isinstance(node, Number):
        return ""
    return next(
        (one[0] for one in _BESIDE.finditer(text) if not one["figure"] or _worth(one["figure"]) not in figures), ""
    )


def _rises_by_a_fall(text: str, node: Node, known: Known) -> str:
    """`감소율의 절반 수준으로 최소화`, where the results rose and so would the target."""
    found = _FALLS.search(text) if not _RISES.search(text) else None
    value, last = known.value(node), known.actuals.get(known.year - 1)
    if found is None or value is None or last is None or last.value is None or isinstance(node, Number):
        return ""
    return found[0] if value > last.value else ""


def _of_a_later_year(text: str, node: Node, known: Known) -> str:
    """`올해 430건, 내년 440건`: the figure of another year."""
    for found in _NEXT.finditer(text) if isinstance(node, Number) else ():
        later = found["year"] is None or 2000 + int(found["year"]) > known.year
        once = len([one for one in _FIGURE.findall(text) if _worth(one) == _worth(found["figure"])]) == 1
        if later and once and isinstance(node, Number) and _worth(found["figure"]) == node.value:
            return found[0]
    return ""


def _heaped_up(text: str, node: Node, known: Known) -> str:
    """`누적 1,241건에서 420건을 추가`, where the results are those of single years."""
    past = [cell.value for cell in known.actuals.values() if cell.value is not None]
    value, found = known.value(node), _HEAPED.search(text)
    taken = any(isinstance(part, Past | Years) for part in walk(node))
    if found is None or value is None or taken or len(past) < 2 or value < max(past) * _WITHIN[1]:
        return ""
    return found[0]


def _by_a_later_year(text: str, node: Node, known: Known) -> str:
    """`’28년까지 9% 증가(매년 3%p씩)`: what is reached then, and not what each year takes."""
    then = any(2000 + int(found["year"]) > known.year for found in _BY_THEN.finditer(text))
    yearly = _EACH_YEAR.search(text) if then else None
    figures = {part.value for part in walk(node) if isinstance(part, Number)}
    if yearly is None or not figures or isinstance(node, Number) or _divides(node):
        return ""
    return "" if _worth(yearly["figure"]) in figures else yearly[0]


def _divides(node: Node) -> bool:
    return any(isinstance(part, Infix) and part.operator == "/" for part in walk(node))


def _only_bounded(text: str, node: Node, known: Known) -> str:
    """`최소 전년 실적 수준`: a bare start below which the target must not lie."""
    found = None if any(isinstance(part, Infix) for part in walk(node)) else _AT_LEAST.search(text)
    return found[0] if found else ""


def _one_more_of_them(text: str, node: Node, known: Known) -> str:
    figures = {part.value for part in walk(node) if isinstance(part, Number)}
    found = _AND_EACH.search(text)
    return found[0] if found and _worth(found["many"]) in figures else ""


def _added_twice(text: str, node: Node, known: Known) -> str:
    """`매년 5건씩 증가하는 추세를 반영하여 5건을 가산`: one step, told and done."""
    for part in walk(node):
        if not (isinstance(part, Infix) and part.operator in ("+", "-") and isinstance(part.right, Number)):
            continue
        before = part.left
        twice = isinstance(before, Infix) and before.operator == part.operator and before.right == part.right
        printed = [one for one in _FIGURE.findall(text) if _worth(one) == part.right.value]
        if twice and len(printed) > 1 and (_TOLD_AGAIN.search(text) or not _ONCE_MORE.search(text)):
            return plain(part.right.value)
    return ""


def _rates_added(text: str, node: Node, known: Known) -> str:
    """`만족도 50% + 이행률 50%`: no rate is raised by the other."""
    found = _SUM_OF_RATES.search(text)
    raised = isinstance(node, Infix) and node.operator == "*" and isinstance(node.left, Number)
    return found[0] if found and raised else ""


def _points_of_no_rate(text: str, node: Node, known: Known) -> str:
    """`전년 실적의 3%p 상향` of some hundreds: what the indicator counts is no rate."""
    past = [cell.value for cell in known.actuals.values() if cell.value is not None]
    points = any(isinstance(part, Number) and part.suffix is Suffix.POINTS for part in walk(node))
    return "%p" if points and past and min(past) > _NO_RATE else ""


_GUARDS: tuple[Callable[[str, Node, Known], str], ...] = (
    _set_anew,
    _ends_otherwise,
    _weights_unsaid,
    _share_of_a_rate,
    _points_of_no_rate,
    _more_beside,
    _of_a_later_year,
    _heaped_up,
    _by_a_later_year,
    _only_bounded,
    _one_more_of_them,
    _added_twice,
    _rates_added,
    _rises_by_a_fall,
)
