"""Of which year a reading is, against what the reason says: years that it leaves out, later ones, heaps of them, parts of one."""

from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, Past, Years, walk
from uigwe.reasons.against.parts import FIGURE, TWICE, worth
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_LEFT_OUT = pattern_of(
    r"(?<!에서)(?:’|20)(?P<year>\d{2})년?(?:도)?(?:의)?(?:실적|수치|값|자료)?(?:치)?(?:은|는|을|를|도)?"
    r"(?:[가-힣]{0,6}|[가-힣]{0,20}(?:로|으로|에서|하여|해|어|아|커|려워|므로|기에|[달]라)(?:모두|전부)?)"
    r"(?:제외(?!하지|되지)|배제|빼고|뺀|뺌|뺐|빠[짐졌진]|불포함|미(?:포함|반영|산입|실시|집계)|(?:반영|사용|활용|포함|산입)(?:하지|되지)않)(?!증가|차|값|만큼)"
)


def left_out_taken(text: str, node: Node, known: Known) -> str:
    """`’24년은 제외하고`, and the reading takes the result of that year."""
    taken = {one for part in walk(node) for one in _years(part, known.year)}
    return next((one[0] for one in _LEFT_OUT.finditer(text) if 2000 + int(one["year"]) in taken), "")


def _years(part: Node, year: int) -> tuple[int, ...]:
    if isinstance(part, Years):
        return tuple(part.listed())
    return (part.year or year - 1,) if isinstance(part, Past) else ()


_TWELFTHS = pattern_of(r"(?<!\d)(?:(?P<share>\d{1,2})/12|12분의(?P<of>\d{1,2}))(?![\d/])")
_MONTHS = Decimal(12)


def twelfths_left_out(text: str, node: Node, known: Known) -> str:
    """`… 값에 10/12을 곱하여`, and the reading takes the whole year."""
    found = _TWELFTHS.search(text)
    if found is None or any(isinstance(one, Number) and one.value == _MONTHS for one in walk(node)):
        return ""
    parts = {Decimal(found["share"] or found["of"])}
    return "" if parts & {one.value for one in walk(node) if isinstance(one, Number)} and "개월" in text else found[0]


_FIGURE = pattern_of(FIGURE)
# A figure of a later year.
_NEXT = pattern_of(
    rf"(?:내년도?|차년도|다음해|이듬해|명년|’(?P<year>\d{{2}})년?(?:도)?)(?:에는|에|은|는|의)?(?:목표)?(?:에는|는|은)?(?P<figure>{FIGURE})"
)
_BY_THEN = pattern_of(r"(?:’|20)(?P<year>\d{2})년?도?(?:말)?까지")
_EACH_YEAR = pattern_of(
    rf"(?:매년|매해|해마다|연차별로?|연)(?:평균)?(?:약)?(?P<figure>{FIGURE})(?=%|[가-힣])(?!년|월|차)"
)
_HEAPED = pattern_of(r"누적|누계")


def of_a_later_year(text: str, node: Node, known: Known) -> str:
    """`올해 430건, 내년 440건`: the figure of another year."""
    for found in _NEXT.finditer(text) if isinstance(node, Number) else ():
        later = found["year"] is None or 2000 + int(found["year"]) > known.year
        once = len([one for one in _FIGURE.findall(text) if worth(one) == worth(found["figure"])]) == 1
        if later and once and isinstance(node, Number) and worth(found["figure"]) == node.value:
            return found[0]
    return ""


def heaped_up(text: str, node: Node, known: Known) -> str:
    """`누적 1,241건에서 420건을 추가`, where the results are those of single years."""
    past = [cell.value for cell in known.actuals.values() if cell.value is not None]
    value, found = known.value(node), _HEAPED.search(text)
    taken = any(isinstance(part, Past | Years) for part in walk(node))
    if found is None or value is None or taken or len(past) < 2 or value < max(past) * TWICE:
        return ""
    return found[0]


def by_a_later_year(text: str, node: Node, known: Known) -> str:
    """`’28년까지 9% 증가(매년 3%p씩)`: what is reached then, and not what each year takes."""
    then = any(2000 + int(found["year"]) > known.year for found in _BY_THEN.finditer(text))
    yearly = _EACH_YEAR.search(text) if then else None
    figures = {part.value for part in walk(node) if isinstance(part, Number)}
    if yearly is None or not figures or isinstance(node, Number) or _divides(node):
        return ""
    return "" if worth(yearly["figure"]) in figures else yearly[0]


def _divides(node: Node) -> bool:
    return any(isinstance(part, Infix) and part.operator == "/" for part in walk(node))
