"""Results in the order of their size: the one in the middle, the best and the worst, and the mean without these two."""

import re

from uigwe.reasons.known import Known
from uigwe.reasons.normal.described.saying import (
    COUNT,
    CUT,
    MEAN,
    THING,
    YEAR,
    Saying,
    Told,
    number,
    results_before,
    says,
)
from uigwe.reasons.patterns import pattern_of

_RISING = (
    r"(?:작은|낮은|적은)(?:것|값|해|순서?|수치)?(?:부터|순으?로|에서)(?:차례(?:대)?로|순서대로)?|오름차순(?:으로)?"
)
_FALLING = r"(?:큰|높은|많은)(?:것|값|해|순서?|수치)?(?:부터|순으?로|에서)(?:차례(?:대)?로|순서대로)?|내림차순(?:으로)?"
_ORDER = (
    rf"(?:(?:값의|수치의)?(?:크기|높낮이|대소)(?:의)?(?:순서?|차례)?(?:대로|별로|에따라|로|으로)?"
    rf"|순서대로|차례(?:대)?로|순위대로|{_RISING}|{_FALLING})"
)
_ARRANGED = (
    r"(?:(?:줄을?세|줄지어세|세(?=웠|우|워)|늘어놓|나열|배열|정렬|배치|벌여놓|늘어세|세워놓|놓)(?:우|웠|워|하|한|"
    r"했|하였|았|아|으|고|을|면|때|니|여|어|시)*(?:을때|때|고|면|보면|서|후|뒤|다음|놓고)*,?)"
)
_MIDST = (
    r"(?:딱|꼭)?(?:정|한)?(?:가운데|중간|복판|중앙)(?:번째|순위|위치|자리|지점)?(?:에|가|의|로|를)?(?:서게?|놓이게?|오게?|있게?|자리잡게?|들게?|되게?|(?:위치|해당|자리|차지)(?:하게?)?)?"
    r"(?:되는|하는|는|은|한|인|된|을)?"
)
# `가장 높은 해`, `최고치`, `제일 많았던 때의 실적`.
_MOST, _LEAST = (
    rf"(?:(?:실적이|값이|수치가|점수가|건수가)?(?:가장|제일)(?:실적이|값이|수치가|점수가|건수가)?(?:{stems})(?:은|았던|었던|던|한|했던|하였던|ㄴ)?(?:해|연도|때|값|실적|수치|점수|것|건수)?(?:의(?:실적|값|수치|점수|것|건수))?"
    rf"|최(?:{bounds})(?:값|치|점수|점|실적|연도|해|기록|년도)?)(?:하나|한개|1개|1개년|한해)?"
    for stems, bounds in (
        ("높|많|좋|크|큰|컸던|우수|양호", "고|대|댓|상위|상"),
        ("낮|적|나쁜|나빴던|작|저조|부진|안좋|못", "저|소|솟|하위|하"),
    )
)
_TWO = r"(?:와|과|및|,|·|/|하고|그리고)(?:그)?(?:실적이)?"
_EACH = (
    r"(?:(?:두|양)(?:값|해|극단값?|끝|개년|개)(?:을|를|은|는|도)?)?(?:각각|각|모두|둘다|다)?(?:하나|"
    r"한개|1개년|1개|1년|한해|1건|한건|한곳)?(?:씩)?(?:만)?"
)
_BOTH = (
    rf"(?:(?:{_MOST}{_TWO}{_LEAST}|{_LEAST}{_TWO}{_MOST})|상[·,/]?하위(?:의)?(?:값|실적|연도)?(?=각?(?:1|한|하나))|(?:양|양쪽|상하)(?:측)?(?:의)?(?:극단|끝|극값)(?:에있는|의)?(?:치|값|해|실적)?(?:\([^()\d]{{2,16}}\))?)"
    rf"(?:을|를|은|는)?{_EACH}(?:을|를|은|는)?"
)
_LEFT = (
    rf"(?:(?:후|뒤|다음|상태에서|채),?)?(?:의)?(?:나머지|남은|남는|남게되는|그사이의?|중간)?(?:(?P<many>{COUNT})(?:개년도?|"
    rf"개연도|년|해|개)?(?:간|치)?)?(?:의)?(?:{THING})?(?:들)?(?:의|을|를|으로|만|만으로|로)?"
)


def _nth(rising: bool) -> str:
    order = _RISING if rising else _FALLING
    return (
        rf"(?:을|를|들을)?(?:모두)?(?:{order}){_ARRANGED}?,?(?P<nth>{COUNT})번째(?:에|로)?(?:오는|있는|"
        rf"놓이는|해당하는|위치한|서는|인)?(?:의)?(?={THING})"
    )


def _ranked(told: Told, known: Known) -> str | None:
    """`작은 것부터 늘어놓아 세 번째 값`: of five the median, else by its rank."""
    del known
    many, nth = results_before(told), number(told["nth"])
    return "의중앙" if many and nth * 2 == many + 1 and told.string[told.end()] == "값" else None


def _neither(told: Told, known: Known) -> str | None:
    del known
    return "의중앙값" if results_before(told) == 3 else None


def _trimmed(told: Told, known: Known) -> str | None:
    """The mean without the most and the least; how many are left must be right."""
    del known
    many, left = results_before(told), told["many"]
    if left and many and number(left) != many - 2:
        return None
    return f"최고·최저를제외한{f'{number(left)}개년' if left else ''}평균"


def _best_named(told: Told, known: Known) -> str | None:
    """`최근 5년 사이 최고점을 찍었던 ’22년 수준`: that year's result, where the table says so too."""
    many = int(re.findall(r"\d+", told["window"])[0])
    cells = {year: known.actuals.get(year) for year in range(known.year - many, known.year)}
    values = {year: cell.value for year, cell in cells.items() if cell is not None and cell.value is not None}
    year = 2000 + int(told["year"].rstrip("년도")[-2:])
    if len(values) != many or year not in values:
        return None
    best = max(values.values()) if told["most"] else min(values.values())
    return f"’{year % 100:02}년{told['what']}" if values[year] == best else None


_TRIMMED = rf"(?:{_BOTH})(?:{CUT}){_LEFT}"
_LEFT_OVER = pattern_of(_TRIMMED)


def left_over(text: str) -> str:
    """`가장 높은 해와 가장 낮은 해를 빼고 남은 두 해`, of five: as many are not left."""
    for told in _LEFT_OVER.finditer(text):
        many = results_before(told)
        if told["many"] and many and number(told["many"]) != many - 2:
            return told[0]
    return ""


SAYINGS: tuple[Saying, ...] = (
    # ── the middle one ──
    says(rf"(?:을|를|들을)?(?:모두)?{_ORDER}{_ARRANGED}(?:보면)?(?:그)?{_MIDST}{THING}", "의중앙값"),
    says(rf"(?:의)?(?:중|가운데)?(?:에서)?(?:순위|크기|순서)(?:가|상|로|상으로)?{_MIDST}{THING}", "의중앙값"),
    says(
        rf"(?:값|실적|수치)?(?P<many>{COUNT})(?:개|개의값|값|해)(?:의)?(?:가운데|중)(?:에서)?{_MIDST}{THING}",
        lambda told, _: "의중앙값" if number(told["many"]) == results_before(told) else None,
    ),
    says(
        rf"(?:을|를|들을)?(?:모두)?(?:{_ORDER}{_ARRANGED})(?P<nth>\d)위(?:에)?(?:해당하는|오는|있는|인|의)?{THING}",
        lambda told, _: "의중앙값" if number(told["nth"]) * 2 == results_before(told) + 1 else None,
    ),
    says(
        rf"(?:중|가운데)(?:에서)?(?P<nth>{COUNT})번째로(?:큰|높은|많은|작은|낮은|적은)(?:값|수치|실적)(?:\((?:중앙값|중위수|가운데값|중간값)\))",
        lambda told, _: "의중앙값" if number(told["nth"]) * 2 == results_before(told) + 1 else None,
    ),
    says(
        r"(?<![\d’])(?P<window>(?:최근|직전|지난|과거)?\d개?년)치(?:의)?(?=(?:실적|평균|값|자료)(?!이|가|은|는))",
        r"\g<window>",
    ),
    says(_nth(rising=True), _ranked),
    says(_nth(rising=False), _ranked),
    says(
        rf"(?:의)?(?:중|가운데)?(?:에서)?최고도?,?(?:아니고|도)?최저도아닌(?:가운데|중간|나머지|남은)?(?:하나의)?{THING}",
        _neither,
    ),
    says(
        r"(?P<name>중앙값|중위수|중위값|중앙치)\((?:산술|단순)?(?:평균(?:값|치)?(?:은|이)?아님|평균(?:값|치)?아닌값|가운데(?:에오는|있는|두)?(?:값|수)(?:의평균)?|중간의?두(?:값|수|해)의평균"
        r"|median|Median|MEDIAN|중앙값|중위수|중위값|가운데순위)\)",
        r"\g<name>",
    ),
    says(r"(?:메디안|미디언|(?<![A-Za-z(])(?:median|Median|MEDIAN)(?![A-Za-z)]))(?:값)?", "중앙값"),
    # ── the best and the worst year ──
    says(r"(?<=[중데])(?:에서)?(?:가장|제일)나은(?=것|값|실적|수치|성적)", "가장높은"),
    says(
        r"(?<=[중데])(?:에서)?(?P<most>가장|제일)(?P<what>성과|실적|성적|점수|결과)(?:가|이)(?P<how>좋|높|우수|많|낮|나쁘|저조|부진|적)(?=(?:았던|었던|은|던|했던|한)(?:해|연도|때))",
        r"\g<what>이\g<most>\g<how>",
    ),
    says(
        r"(?:가장|제일)적게(?:난|발생한|발생하였던|발생했던|나온|집계된|기록된|나타난|걸린|든|접수된|일어난|생긴)(?=해|연도)",
        "가장적었던",
    ),
    says(
        r"(?:가장|제일)많이(?:난|발생한|발생했던|나온|집계된|기록된|나타난|팔린|접수된|달성한|거둔|올린|처리한|배출한)(?=해|연도)",
        "가장많았던",
    ),
    says(
        r"(?<=[중데])(?:에서)?(?:실적이|성과가)?(?:정점|최고|최고점|최고치|최대|최대치|최고조|가장정점)(?:이|에|를|을)?(?:었던|였던|달했던|달한|이른|찍은|찍었던|기록한|기록했던)(?=해|연도)",
        "가장높았던",
    ),
    says(
        r"(?<=[중데])(?:에서)?(?:실적이|성과가)?(?:저점|최저|최저점|최저치|최소|최소치|바닥)(?:이|에|를|을)?(?:었던|였던|달했던|달한|이른|찍은|찍었던|기록한|기록했던)(?=해|연도)",
        "가장낮았던",
    ),
    says(
        rf"(?P<window>(?:최근|직전|지난|과거)\d개?년)(?:간)?(?:중|사이|가운데|동안)?(?:에)?(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))(?:을|를|이|에)?(?:찍었던|찍은|기록한|기록했던|보인|보였던|달했던|거둔|였던|이었던|인)?"
        rf"(?P<year>{YEAR})(?:의)?(?P<what>실적|수준|값|기록|점수)",
        _best_named,
    ),
    # ── the mean without both ──
    says(
        rf"{_TRIMMED}(?:(?:산술|단순)?평균(?:값|치)?(?:을구한|을낸|한|을산출한)?(?=값|수치|으로|을|를|에|보다|대비|의|과|와|$|[.,)함하\d]))",
        _trimmed,
    ),
    says(
        rf"(?P<window>(?:최근|직전|지난|과거)?\d개?년(?:간)?(?:\([^()]*\))?|’\d{{2}}년?~’?\d{{2}}년?)(?:간)?(?:의)?(?:실적)?(?:의)?(?:올림픽(?:식|방식의?)?{MEAN}|(?:절사|절삭)평균(?:값)?(?=\())(?:\((?:{_BOTH})(?:각|각각)?(?:1개년|1개|하나|1년|한해)?(?:씩)?(?:을|를)?제외\))?",
        lambda told, _: (
            None if told[0].endswith("평균") and "올림픽" not in told[0] else f"{told['window']}중최고·최저를제외한평균"
        ),
    ),
    says(rf"올림픽(?:식|방식의?)?{MEAN}\((?P<how>[^()]*(?:최고|최대|최댓)[^()]*(?:제외|뺀)[^()]*)\)", r"\g<how>"),
)
