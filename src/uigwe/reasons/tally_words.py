"""The words of a tally by what they do: which joins two figures, which says how often in a year, which adds up or divides."""

import re
from decimal import Decimal

from uigwe.reasons.patterns import pattern_of

# Words stand with a blank between them where the reason has one.
# ── so many of each ──
EACH = pattern_of(
    r"(?:(?:^|[가-힣a-zA-Z\d])(?<!해)(?<!상)(?<!적)(?<!타)(?<!담)(?<!부)(?<!개)(?:당|별(?:로)?|마다)|"
    r"(?<![가-힣])(?:각|각각|각기|한 곳에|하나에))(?:씩)?(?:의|에|에서)?(?: |$)"
    r"(?:[가-힣]{1,7}(?<![은는]) ?){0,3}$"
)
# So many in a month, a quarter, half a year; and in a day or a week, of which nobody says how many there are.
_REST = r"(?: ?(?:약|평균|각|각각|씩|의|에|둘째 ?주|첫째 ?주|셋째 ?주|마지막 ?주))*(?: [가-힣]{2,8}){0,2} ?$"
PERIODS: tuple[tuple[re.Pattern[str], Decimal, tuple[str, ...]], ...] = (
    (
        pattern_of(r"(?:매월|매달|월별(?:로)?|월마다|다달이|(?<![가-힣\d])월(?:평균)?(?= |$))" + _REST),
        Decimal(12),
        ("개월", "월"),
    ),
    (
        pattern_of(r"(?:매분기|분기별(?:로)?|분기마다|분기당|(?<![가-힣\d])분기(?:평균)?(?= |$))" + _REST),
        Decimal(4),
        ("분기",),
    ),
    (pattern_of(r"(?:반기별(?:로)?|매반기|반기마다|상[·]?하반기(?:에|별(?:로)?)?)" + _REST), Decimal(2), ("반기",)),
)
DAILY = pattern_of(r"(?:하루|매일|(?<![가-힣])일(?:일|평균|처리량)?(?= |$))(?: ?(?:평균|약))*(?: [가-힣]{2,6})? ?$")
WEEKLY = pattern_of(r"(?:매주|주당|주별(?:로)?|(?<![가-힣])주(?= |$))(?: ?(?:평균|약))*(?: [가-힣]{2,6})? ?$")
# Parts of the year: figures that name them say what falls on each.
QUARTERS = pattern_of(
    r"(?<!\d)(?P<first>[1-4])(?:(?P<sign>[~·,-])(?P<last>[1-4]))?(?:/4)?분기(?P<each>(?:에)? ?각(?:각)?)?(?:에|에는|의)?(?: [가-힣]{1,8}){0,2} ?$"
)
HALVES = pattern_of(r"(?P<half>[상하])반기(?:에|에는|의)?(?: [가-힣]{1,8}){0,2} ?$")

# ── what is done with the figures ──
ADDS = pattern_of(
    r"합산|합계|합한|합하|합쳐|합친|합치|더하|더한|더해|더할|보태|보탠|얹|붙[여이임]|가산|포함(?=하|한|해|시)|총합|(?<!종)(?<!조)(?<!연)(?<!혼)(?<!적)(?<!통)(?<!결)합(?=$|을|으로|의|이|은|[.,:])"
)
ALL = pattern_of(r"총|누적|누계|모두|전체|연간|전량|통틀어|도합|구성(?:되|됨|함)")
LESS = pattern_of(
    r"^ ?(?:을|를)? ?(?:제외(?:한|하고)|뺀|빼고|뺐을때|차감(?:한|하고)|공제(?:한|하고)|덜어낸|제한|제하고)"
)
TIMES = pattern_of(r"곱|적용|반영")
DIVIDES = pattern_of(r"나누|나눈|나눠|나눔|안분|등분|균분|균등|똑같이|고르게|배분")
SPREAD = pattern_of(
    r"^(?: |을|를|으로|로|에|에걸쳐|간|동안)*(?:매년 ?)?"
    r"(?:똑같이|균등하게|균등|고르게|동일하게|동일(?:하게)?|같은 ?양으로)? ?(?:나누|나눈|나눠|나눔|안분|등분|균분|배분)"
)
# What may stand beside a tally: names, and what sets the target.
NAMING = frozenset(
    ["other", "SAID", "TARGET", "this", "TOTALOF", "APPROX", "ordinal", "YEARLY", "CUMUL", "comma", "EACH", "per", "blank", "DATE",
     "TOTAL", "EVENLY", "APPLY", "arrow", "KEEP", "AND", "ASMUCH", "LEFT", "COMPARE"]
)  # fmt: skip
# `늘어난`, `평균`: figures that are none of a tally, unless they only name what is counted.
VERBS = frozenset(["UP", "DOWN", "ALONE"])
RATE = pattern_of(r"(?:율|률|비율|비중|계수)(?:은|는|을|를|인|이|의)?(?:약|평균)?$")


def period(label: str) -> tuple[Decimal, tuple[str, ...]] | None:
    """How often in a year what the figure behind this label counts comes, and the units that would say so themselves."""
    return next(((often, units) for word, often, units in PERIODS if word.search(label)), None)
