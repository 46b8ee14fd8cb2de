"""Words for rounding in the usual ones: `소수점 아래는 떼어 냈음`, `소수점 이하를 버렸으며` cut off, `소수점 이하는 올렸음` rounds up.

Only behind a place of a figure do they mean that.
"""

import re

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_NTH = r"제?(?:첫|둘|셋|넷|한|두|세|[1-4])(?:째|번째)?"
_PLACE = (
    rf"(?:소수(?:점)?(?:(?:이하|아래|밑|미만){_NTH}자리|{_NTH}자리|이하|아래|밑|미만|자리)|소수점(?=[은는을를])"
    r"|(?:일|십|백|천|만|1|10|100|1,?000)(?:의)?(?:자리|단위))"
    r"(?:수|숫자)?(?:이하|미만|아래)?(?:의)?(?:숫자|값|부분|수치|수|끝수|단수)?(?:에서)?(?:를|을|는|은|도)?(?:모두|전부|일괄)?"
)
# By how the verb goes on: it is over, it leads on, it stands in front of a noun, it is a noun itself, and all else.
_OFF = r"(?:떼어|잘라|끊어|덜어)"
_CUTS = (
    ("하였", rf"버렸|떼었|떼냈|뗐|{_OFF}냈|잘라버렸|떼어버렸|잘랐|끊었|내렸"),
    ("하여", rf"버려서?|{_OFF}(?:내어|내)서?(?=[^고되며는면])|(?:떼어|잘라|끊어)서?(?!내|냈|낸|냄|버)|내려서?"),
    ("한", rf"버린|{_OFF}낸|뗀|자른|끊은|내린"),
    ("함", rf"{_OFF}냄|뗌|자름|끊음|내림(?!하|한|함|처리)"),
    ("하", rf"(?:버리|{_OFF}내|떼|자르|끊|내리)(?=[고되며는면])|(?:무시|생략|삭제|제거|절삭)하"),
    ("", r"(?:무시|생략|삭제|제거|절삭|미반영)(?!하)"),
    ("한", r"(?:무시|생략|삭제|제거|절삭)한"),
)
_RAISES = (
    ("하였", r"올렸"),
    ("하여", r"올려서?"),
    ("한", r"올린"),
    ("하", r"올리(?=[고되며])"),
)


def _verbs(name: str, verbs: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((pattern_of(rf"{_PLACE}(?P<verb>{verb})"), f"{name}{end}") for end, verb in verbs)


# `소수점 첫째자리까지 남기고 둘째자리 이하 절사`: one place, said from both sides.
_KEPT = pattern_of(
    r"(?P<place>소수(?:점)?(?:이하|아래)?(?:첫|둘|셋)째자리)까지(?:만)?(?:남기|남겨|살리|두|표시하|표기하|나타내)(?:고|며|되),?"
    rf"(?:그)?(?:소수점?)?(?:{_NTH}자리)?(?:이하|부터|아래|미만|밑)?(?:는|은|를|을|에서)?(?=절사|버림|반올림|올림|절상)"
)
_SAME = (*_verbs("절사", _CUTS), *_verbs("올림", _RAISES))


def in_words_of_rounding(laid: Laid, known: Known) -> Laid:
    """The reason with its words for rounding in the usual ones."""
    del known
    laid = replaced(laid, [(*one.span(), f"{one['place']}까지") for one in _KEPT.finditer(laid.text)])
    for pattern, word in _SAME:
        if changes := [(*one.span("verb"), word) for one in pattern.finditer(laid.text)]:
            laid = replaced(laid, changes)
    return laid
