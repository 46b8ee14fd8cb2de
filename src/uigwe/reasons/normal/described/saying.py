"""A way of saying and its plain words, and the words that the ways of saying share."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced

Told = re.Match[str]
# What a saying comes to in plain words; None where it does not agree with itself, and stays as it is.
Word = Callable[[Told, Known], str | None]

_COUNTS = {
    word: at for at, word in enumerate(("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"), start=1)
}
_COUNTS |= {"하나": 1, "둘": 2, "셋": 3, "넷": 4, "반": 2, "절반": 2}
COUNT = r"(?:\d{1,2}(?![\d,.])|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|하나|둘|셋|넷)"
YEAR = r"(?:’\d{2}|(?:19|20)\d{2})년?도?"
RANGE = rf"{YEAR}(?:~|-|부터|에서){YEAR}(?:까지)?"
WINDOW = (
    rf"(?:(?:최근|직전|지난|과거)?(?<!\d)\d{{1,2}}(?:개년도?|년|개연도)(?:간|동안)?(?:\({RANGE}\))?"
    rf"|(?:최근|직전|지난|과거)(?:두|세|네|다섯)해|{RANGE})"
)
RESULT = r"(?:실적(?:치|값)?|값|수치|점수|건수|인원|결과|성과|측정값)"
THING = r"(?:(?:의)?실적(?:치|값)?|값|수치|수준|점수|건수|인원|것|해의(?:실적|값|수치|점수|건수|기록)|치|점|지점|쪽|데|자리)"
LAST = rf"(?:(?:전년도?|작년도?|지난해|직전연도|직전년도|직전해)(?:의)?|{YEAR}(?:의)?)(?:말)?"
MEAN = r"(?:단순|산술)?평균(?:값|치|실적)?"
# A base of a reason: a result, or a statistic of some years.
BASE = (
    rf"(?:{LAST}{RESULT}|{WINDOW}(?:의)?(?:{RESULT})?(?:의|중)?(?:{MEAN}|중앙값|기하평균|최고(?:값|치|실적|점)|최댓값|최저(?:값|치|실적|점)|최솟값))"
    rf"(?:\({NUMERAL}(?:%|[가-힣]{{1,3}})?\))?"
)
CUT = (
    r"(?:제외|배제|차감|공제|탈락|절사|제거)(?:하고|한|하여|해|시키고|시킨|된)?|(?:빼|버리|제하|"
    r"덜어내|걷어내|잘라내|떼어내|들어내|털어내|떼|치우|솎아내|추려내)고|뺀|버린|제한|덜어낸|걷어낸|"
    r"잘라낸|떼어낸|들어낸|털어낸|뗀|솎아낸|추려낸"
)
ENDS = r"(?=$|[.,)])"


@dataclass(frozen=True, slots=True)
class Saying:
    """A way of saying and what it is in plain words."""

    pattern: re.Pattern[str]
    word: Word


def says(pattern: str, word: str | Word) -> Saying:
    """A saying; in words that are a template, the groups of the pattern stand."""
    return Saying(pattern_of(pattern), word if callable(word) else lambda told, _: told.expand(word))


def said_plainly(sayings: Iterable[Saying], laid: Laid, known: Known) -> Laid:
    """The reason with each of these sayings in plain words."""
    for saying in sayings:
        changes = [
            _least(told, word)
            for told in saying.pattern.finditer(laid.text)
            if (word := saying.word(told, known)) is not None and word != told[0]
        ]
        laid = replaced(laid, changes) if changes else laid
    return laid


def _least(told: Told, word: str) -> tuple[int, int, str]:
    """What changes, without the signs at both ends that stay: they keep their blanks and their places in the source."""
    before = _same(told[0][:-1], word)  # at least one sign gives way, for what is written anew stands in its place
    behind = _same(told[0][before + 1 :][::-1], word[before:][::-1])
    return told.start() + before, told.end() - behind, word[before : len(word) - behind]


def _same(one: str, other: str) -> int:
    """How many signs two words have in common at their beginnings."""
    differ = (at for at, (here, there) in enumerate(zip(one, other, strict=False)) if here != there)
    return next(differ, min(len(one), len(other)))


def number(word: str) -> int:
    """How many a number in words is."""
    return int(word) if word.isdigit() else _COUNTS[word]


_COUNTED = pattern_of(
    rf"(?P<since>{YEAR})(?:~|-|부터|에서)(?P<to>{YEAR})|(?<![\d’])(?P<many>\d{{1,2}}|두|세|네|다섯)(?:개년|개연도|년|해)(?!도)|(?P<list>{YEAR}(?:(?:,|·|및|와|과){YEAR})+)"
)
_TWO_DIGITS = pattern_of(r"(?:’|(?:19|20)(?=\d{2}))(\d{2})")


def results_before(told: Told) -> int:
    """Of how many results is said before a saying: those of the window that stands last; 0 where none does."""
    found = list(_COUNTED.finditer(told.string, 0, told.start()))
    if not found:
        return 0
    [*_, last] = found
    if last["many"]:
        return number(last["many"])
    years = [int(one) for one in _TWO_DIGITS.findall(last[0])]
    return len(years) if last["list"] else years[-1] - years[0] + 1
