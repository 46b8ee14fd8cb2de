"""Parts of one whole: `정부 교육으로 5만 명, 민간 협력으로 2만 명을 배출하여 모두 7만 명`, `목표 450개소: 도시형 250개소, 농촌형 200개소`."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.reasons.build import infix, number
from uigwe.reasons.constructs.templates import MisfitError
from uigwe.reasons.constructs.values import Figure
from uigwe.reasons.grounded.split import Split
from uigwe.reasons.grounded.wording import RAISED, covered
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_NO_PART = pattern_of(
    r"대비|보다|평균|목표(?!로|$|은|는|임|를)|이상|이내|이하|미만|제외|전년|작년|지난해|최근|직전|증가|감소|상향|하향|가운데|당$|당\(|씩|매[월년회]|월별|분기|반기|[×÷*/→]|예산|누적|누계|까지|부터|"
    r"차감|빼|뺀|잔여|나머지|미달|못|않|또는|혹은|단가|기준|환산|이월|중$|중\(|그중|이중|에서(?=[,(])|(?<![가-힣]{2})에서$|현재|올해는|순증|만점|척도|검토|예정"
)
_TOTAL = pattern_of(
    r"(?:모두|총|합계|도합|합산|합한|합하여|합하면|합쳐|합친|더한|더하여|더해|합|전체|=|총계|합이|합해)[가-힣,:(]{0,4}$"
)
_AND_SUCH = pattern_of(r"등$")  # `정부 7만, 민간 3만 등 10만`
_ADDS = pattern_of(r"합산|합하|합쳐|합친|합한|합해|모두더|더하여|더한|더해|보태|합계|합을|합으로")
_HEAD = pattern_of(r"(?:목표|총|모두|합계|전체)[가-힣]{0,6}\(?$")
_MADE_OF = pattern_of(r"^\)?[가-힣]{0,4}(?:-\(|구성|내역|세부|산출|다음|아래|은|는|:|=|\()[^#]*$")
_MARKED = pattern_of(
    r"(?:^|[-,./;▪·+]|(?:양성|육성|전환|지원|배출|달성|추진)(?=\())(?:\(?[가-힣·]{2,10}\)|[가-힣]{2,10}:)"
)
_COMPARED = (Decimal("0.75"), Decimal(2))
_ALLOWED = (Decimal("0.5"), Decimal(2))
_APART = 5


def summed(parts: Split, known: Known) -> Iterator[Node]:
    """What a reason comes to that lists the parts of its target."""
    figures, words = parts.figures, parts.words
    if len(figures) > 2 and (_TOTAL.search(words[-2]) or _AND_SUCH.search(words[-2])) and _is_set(words[-1]):
        yield from _sum(figures[:-1], (*words[:-2], _TOTAL.sub("", words[-2])), figures[-1], known)
    if len(figures) > 2 and _HEAD.search(words[0]) and _MADE_OF.match(words[1]):
        yield from _sum(figures[1:], words[1:], figures[0], known)
    if len(figures) > 1 and not any(_TOTAL.search(said) for said in words[1:-1]):
        yield from _sum(figures, words, None, known)


def _sum(figures: Sequence[Figure], words: Sequence[str], total: Figure | None, known: Known) -> Iterator[Node]:
    if any(_NO_PART.search(said) for said in words) or not all(_names(said) for said in words[: len(figures)]):
        return
    units = {one.unit for one in figures} | ({total.unit} if total else set())
    if all(one.power for one in (*figures, *([total] if total else []))) and units != {""}:
        units -= {""}  # `6만 양성`
    if len(units) != 1 or units & {"%", "%p", "배", "점"} or not (units - {""} or all(one.power for one in figures)):
        return
    try:
        worths = _worths(figures, known)
    except MisfitError:
        return
    came = sum(worths, Decimal(0))
    past = [cell.value for _, cell in sorted(known.actuals.items()) if cell.value]
    said = "".join(words)
    if total is not None:
        fits = came in (total.number, total.scaled)
    elif _ADDS.search(said):
        fits = not past or past[-1] * _ALLOWED[0] <= came <= past[-1] * _ALLOWED[1]
    else:
        marked = len(_MARKED.findall(said)) >= len(figures)
        fits = marked and (not past or past[-1] * _COMPARED[0] <= came <= past[-1] * _COMPARED[1])
    if fits:
        node: Node = number(worths[0])
        for one in worths[1:]:
            node = infix(node, "+", number(one))
        yield node


def _is_set(said: str) -> bool:
    """Whether nothing more is made of a total: the words behind it set it, or say what is done."""
    return covered(said.lstrip(")"), RAISED) or bool(re.fullmatch(r"[가-힣·]{0,22}", said))


def _names(said: str) -> bool:
    """Whether something is named before a figure."""
    return bool(re.search(r"[가-힣A-Za-z]{2}", said))


def _worths(figures: Sequence[Figure], known: Known) -> list[Decimal]:
    """Parts in the indicator's scale, that in which they come near the results; counts with a scale word are whole when there are none."""
    ways = [[one.scaled for one in figures], [one.number for one in figures]]
    if ways[0] == ways[1]:
        return ways[0]
    sizes = [abs(cell.value) for cell in known.actuals.values() if cell.value]
    if not sizes:
        if any(one.money for one in figures):
            raise MisfitError
        return ways[0]
    near = [one for one in ways if min(sizes) / _APART <= sum(one, Decimal(0)) <= max(sizes) * _APART]
    if len(near) != 1:
        raise MisfitError
    return near[0]
