"""Where a calculation that is told begins: a result, a mean of results, or a figure with what it is called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.reasons.build import call, infix, number, years_node
from uigwe.reasons.calculated.operands import UNIT, base, operand
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of
from uigwe.values import rounded

FIGURE = r"(?<!\d)(?<!\d[.,])\d+(?:,\d{3})*(?:\.\d+)?(?!\d)"


@dataclass(frozen=True, slots=True)
class Start:
    """What a calculation begins with, and where the words of it end."""

    node: Node
    end: int


# What stands in front of the start: a name, a head, a number.
_HEAD = pattern_of(
    r"(?:[-◇□○ㅇo·※*,. ]|\(?[1가]\)|가\.|제?1단계(?:로|는)?[:.,]?|첫째[,:]?|먼저,?|우선,?|\(?(?:기준|기준값|기준치|출발|출발점|기초|기본|토대"
    r"|산출|산식|산출식|산출방법|산정|계산|목표|목표치|목표수준|목표값|산출근거)(?:\)|:|=|은|는)"
    r"|(?:(?!기준|평균|실적|전년|작년|최근)[가-힣A-Za-z·()]){2,24}?(?:목표(?:치|값)?)?(?:은|는|:)(?=[,’\d최직전작지과리]))*"
)
# How the start goes over into what is done with it.
_OVER = (
    r"(?:의)?(?:값|결과|수준|점수|수치)?(?:을|를|은|는|에서|에다|에|의|인|으로|로|이며|이고|이|가|대비|보다)?"
    r"(?:기준점|출발점|기준|토대|바탕|기초|기반|기본|시작점|밑바탕|출발)?(?:값)?(?:으로|로)?"
    r"(?:하여|해|삼아|삼고|하고|두고|놓고|시작해|시작하여|시작해서|출발하여|출발해|산출|계산|구함|구하고|구한뒤|구한|확인|산정|도출|파악|잡고"
    r"|한후|한뒤|한다음|함|하되)?(?:하여|하고|한뒤|한후|한다음|후|뒤|함|에|을|를|값에|값을|값|다음)?"
)
_BARE = pattern_of(_OVER)
_SCALE = r"(?:(?:리커트)?(?:[1-9]|10)점(?:만점|척도)(?:기준|기준으로|에서|의|상|으로|조사|조사에서)?(?:(?:한|된)?[가-힣]{0,8})?)"
_PLACED = pattern_of(
    rf"(?P<scale>{_SCALE})?(?P<when>(?:(?:최근|직전|과거|지난)?(?P<many>[2-9])(?:개년도|개년|개연도|년도|년)(?:간)?(?:의)?)|(?:전년도|전년"
    rf"|작년도|작년|지난해|직전년도|직전연도)(?:말)?(?:의)?|’(?P<year>\d{{2}})년(?:도)?(?:말)?(?:의)?)?"
    rf"(?P<name>(?:(?!예산|사업비|인력|정원|인구|물가|목표|계획|전국|업계|타기관|증가|상승|격차)[가-힣·]){{0,24}}?)(?:인|은|는|이"
    rf"|:)?\(?(?P<n>{FIGURE})(?P<u>{UNIT})?\)?"
)
_DATED = pattern_of(r"\((?:[’\d.년월일~∼,·\s]|표본|n=|\d명|[가-힣]{0,6}조사|기준|실시)+\)")
_LISTED = pattern_of(
    rf"(?:지난|최근|직전|과거)(?P<many>[2-6])(?:개)?년(?:간)?(?:\([^()]*\))?(?:의)?실적(?:은|이"
    rf"|:)?(?:각각)?(?P<list>{FIGURE}(?:[점건명%]?[,·] ?{FIGURE})+)[점건명%]?(?:이며|이고|으로|로|인데|이므로|이어서|,)?(?:이)?(?:값|수치|실적"
    rf"|세값)?(?:들)?(?:의|을|를)?(?P<what>합|합계|모두더한값|평균)(?:을|를|에|에서|의)?"
)


def start_of(text: str, known: Known) -> Start | None:
    """The start of a calculation that is told, the longest that the words allow."""
    head = _HEAD.match(text)
    since = head.end() if head else 0
    if (listed := _LISTED.match(text, since)) is not None:
        return _of_list(listed, known)
    placed = _placed(_without_dates(text, since), text, since, known)
    for end in range(min(len(text), since + 60), since + 1, -1):
        said = text[since:end]
        node = base(said, known) or _with_mean_first(said, known)
        if node is not None and (placed is None or _over(text, end) >= placed.end):
            return Start(node, _over(text, end))
    return placed


def _over(text: str, end: int) -> int:
    over = _BARE.match(text, end)
    return over.end() if over else end


def _without_dates(text: str, since: int) -> Iterator[tuple[str, int]]:
    """The rest of the reason, and how many signs of it a bracket of dates took."""
    yield text[since:], 0
    if (dated := _DATED.search(text, since)) is not None:
        yield text[since : dated.start()] + text[dated.end() :], dated.end() - dated.start()


def _with_mean_first(said: str, known: Known) -> Node | None:
    """`(’19~’21)평균`, `3년 취업률의 평균`: a noun of what is counted between the years and the mean."""
    found = _MEAN_OF.fullmatch(said)
    if found is None:
        return None
    many = int(found["many"])
    years = list(range(known.year - many, known.year))
    if found["first"] and [2000 + int(found["first"]), 2000 + int(found["last"])] != [years[0], years[-1]]:
        return None
    node = call("mean", years_node(years))
    return node if many > 1 and all(known.has(year) for year in years) else None


_MEAN_OF = pattern_of(
    r"(?:최근|직전|과거|지난)?(?P<many>[2-9])(?:개년도|개년|년도|년)(?:간)?(?:\(’(?P<first>\d{2})년?[~-]’?(?P<last>\d{2})년?\))?(?:의)?"
    r"(?:(?!예산|목표|물가|인구|계획|타기관|업계|전국|정원|인력|제외|누적|상반기|하반기|증가|성장|평균|[이가은는을를]평균|중|상위|하위|최고|최저|최대|최소"
    r"|가운데|높은|낮은|전년|작년|지난|및|좋은|매출|기하|조화|가중|절사|이동|중앙)[가-힣·]){0,10}?(?:의)?(?:산술|단순)?평균(?:값|치)?"
)


def _placed(rests: Iterator[tuple[str, int]], text: str, since: int, known: Known) -> Start | None:
    """A figure with what it is called; where that is of a year that the table has, it must be what the table has."""
    for rest, gone in rests:
        found = _PLACED.match(rest)
        if found is None or not (found["name"] or found["when"] or found["scale"]):
            continue
        figure = Decimal(found["n"].replace(",", ""))
        node: Node | None = number(figure)
        if found["when"] and not found["scale"]:
            node = _of_the_table(found, figure, known)
        if node is not None:
            return Start(node, _over(text, since + found.end() + gone))
    return None


def _of_the_table(found: re.Match[str], figure: Decimal, known: Known) -> Node | None:
    places = len(found["n"].partition(".")[2])
    if found["many"]:
        years = list(range(known.year - int(found["many"]), known.year))
        if "평균" not in found["name"] or not all(known.has(year) for year in years):
            return None
        node: Node = call("mean", years_node(years))
    else:
        year = 2000 + int(found["year"]) if found["year"] else known.year - 1
        if not known.has(year):
            return number(figure) if year < known.year else None
        node = operand(f"’{year % 100:02}년실적", known) or number(figure)
    value = known.value(node)
    return node if value is not None and rounded(value, places) == figure else None


def _of_list(found: re.Match[str], known: Known) -> Start | None:
    """Results that are printed one after the other, which are those of the table."""
    figures = [Decimal(one.replace(",", "")) for one in re.findall(FIGURE, found["list"])]
    years = list(range(known.year - int(found["many"]), known.year))
    cells = [known.actuals.get(year) for year in years]
    if len(figures) != len(years) or [cell.value if cell else None for cell in cells] != figures:
        return None
    total: Node = number(figures[0])
    for one in figures[1:]:
        total = infix(total, "+", number(one))
    node = call("mean", years_node(years)) if found["what"] == "평균" else total
    return Start(node, found.end())
