"""A geometric mean told as a root of a product, and a statistic that is named before its years."""

from uigwe.reasons.known import Known
from uigwe.reasons.normal.described.saying import COUNT, WINDOW, Saying, Told, number, results_before, says

_ROOTS = {"제곱근": 2, "세제곱근": 3, "네제곱근": 4, "다섯제곱근": 5, "루트": 2}
_TAKEN = r"(?:(?:을|를|로|으로)?(?:취|구|산출|씌우|풀|계산|내)(?:한|하여|해|은|어|고|함|하고|운)?(?=값|수치|것))"
_STATISTIC = r"기하평균|조화평균|중앙값|중위수|평균|산술평균|단순평균|절사평균"


def _rooted(told: Told, known: Known) -> str | None:
    """The root must be that of as many results."""
    del known
    root = _ROOTS[told["root"]] if told["root"] else number(told["nth"]) if told["nth"].isdigit() else 0
    many = results_before(told)
    named = told[0].endswith("(기하평균)")
    return "의기하평균" if not named and (not root or root == many) else None


SAYINGS: tuple[Saying, ...] = (
    says(r"(?<=기하평균)\([^()]{0,16}곱[^()]{0,10}제곱근[^()]{0,6}\)", ""),
    says(
        rf"(?:을|를|의)?(?:{COUNT}(?:개|값)?(?:을|를)?)?(?:모두|서로|전부|다)?곱(?:한|하여|해|하고|의)?(?:뒤|후|다음)?(?:값|수|것)?(?:의|에|에서)?,?"
        rf"(?:그)?(?:값의)?(?:(?P<root>세제곱근|네제곱근|다섯제곱근|제곱근|루트)|(?P<nth>\d|n)(?:차)?제곱근){_TAKEN}?(?:값)?(?:\(기하평균\))?",
        _rooted,
    ),
    says(
        rf"(?:(?P<name>{_STATISTIC})(?:을|를)(?:사용|적용|활용|채택|이용|선택|산출방식으로)?(?:쓰|하|택하|취하)?(?:기로하(?:고|며|되|였으며)|되|고|며|여|였으며|였고),?(?:그)?(?:산출|산정|계산)?(?:대상은)?(?P<years>{WINDOW}(?:\([^()]*\))?)(?:의)?(?:실적)?"
        rf"(?:을|를)?(?:대상(?:으로)?(?:하여|하고)?|에대하여|에대해|에적용(?:하여)?)(?=산출|산정|계산|구|설정|함|도출))",
        r"\g<years>실적의\g<name>을",
    ),
)
