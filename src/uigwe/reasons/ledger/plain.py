"""What is put plainly before a ledger is opened: sums divided by their number, simple means, twice a year, what was found rounded."""

from collections.abc import Callable
from re import Match, Pattern

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.setting import BASE, COUNTED, NAMED, is_told, sentences
from uigwe.reasons.spelling import replaced
from uigwe.reasons.tokens import read_tokens

_COUNTS = {"하나": 1, "한": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5, "여섯": 6}
_DIVIDED = pattern_of(
    r"(?:을|를|에걸쳐|동안)?(?:모두|전부)?(?:더(?:한|하여|해)|합(?:한|하여|해|친))(?:다음|뒤|후|값을|것을|수를)?,?(?P<n>[2-6]|둘|셋|넷|다섯)(?:으로|로)나(?:눈|누고|눠|누어|눔)"
)
_SIMPLE = pattern_of(r"(?:고르게|(?:똑)?같은비중으로|똑같이)(?=평균)")
# What is said of how things are, and denies nothing.
_SCANT = pattern_of(r"(?:충분|넉넉|적|작|드물|과|많|크|쉽|순탄|만만|이어|구체화)(?:하|치|지)?(?:지)?(?:는|가|도)?않")
# A step that is refused and changes nothing: `더 올리지 않고 3년 평균을`.
_NO_MORE = pattern_of(r"(?:무리하게|무리해서|더는?|더이상)?(?:올리|높이|늘리)지(?:는)?않고,?")
# `412가구를 100으로 볼 때 106에 해당하는`.
_INDEX = pattern_of(
    r"(?:을|를)100으로(?:볼때|하면|하였을때|두면|둘때|놓고|놓으면|둔지수|한지수)(?P<n>\d{2,3}(?:\.\d+)?)(?=에해당|수준|이되|상당|으로|인)"
)
_TREND = pattern_of(r"(?:추세|추이)대신(?=최근|직전|\d)")
_SINGLE_USE = pattern_of(r"1회용")
_HIGHER = pattern_of(r"상위(?=지표|계획|목표|평가)")
_IN_NAME = pattern_of(r"(?:월|연|주)\d회이상(?=[가-힣])")
_TIMES = pattern_of(r"(?P<n>한|두|세|네|다섯|여섯)(?:차례|번)(?=발표|개최|공모|실시|제출|선정|공표|열)")
_HALVES = pattern_of(r"상반기(?:와|및|·|,)하반기(?:에)?(?:각각?)?(?P<n>\d+)(?P<unit>회|건|차례|번)씩?")
_ROUNDED = pattern_of(r"(?<=[가-힣\d%])\((?:소수점?이하)?반올림(?:함|한값)?\)(?=.*\d)")
_NOT_USED = pattern_of(
    r"\((?:잠정|미확정|집계중)[^()]*(?:미반영|제외|미포함|불포함)\)"
    r"|[※*](?:’\d\d년(?:은|분은|실적은)?)[^※*.]{0,30}(?:집계|잠정|확정)[^※*.]{0,12}제외(?:함|하였음)?$"
)
_LATER = pattern_of(r"(?:하고|하며|하되|,)?산정(?:방식|방법)은추후(?:보완|개선|정비)(?:함|예정|하기로함)?$")


def plainly(laid: Laid, known: Known) -> Laid:
    """A reason with what is said about it in plain words."""
    for pattern, word in _PLAIN:
        laid = replaced(laid, [(*found.span(), word(found)) for found in pattern.finditer(laid.text)])
    found = _DIVIDED.search(laid.text)
    if found and _count(found["n"]) == _many(laid, found.start(), known):
        laid = replaced(laid, [(*found.span(), "를평균한")])
    return laid


def foreground(laid: Laid) -> Laid:
    """A reason without the sentences in front that have no figure and name nothing that is calculated with: how things stand."""
    gone: list[tuple[int, int, str]] = []
    for start, end in sentences(laid)[:-1]:
        said = laid.text[start:end]
        ended = laid.text[end] == "." and is_told(said[-1])
        if not ended or COUNTED.search(NAMED.sub("", said)) or BASE.search(said) or _MATTERS.search(said):
            break
        gone.append((start, end + 1, ""))
    return replaced(laid, gone) if gone else laid


_MATTERS = pattern_of(
    r"목표|기준|산정|산식|적용|지표|실적|평균|방식|예시|초안|이안|본안|아래|다음|취소|철회|무효|폐지|보류|[만되하]면|경우|전제|한하|조건|’\d"
)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word]


def _many(laid: Laid, end: int, known: Known) -> int:
    """How many years or results are named before a place."""
    tokens = [token for token in read_tokens(laid) if token.end <= end]
    windows = [token for token in tokens if token.kind in ("span", "range", "list")]
    if windows:
        return len(windows[-1].years) or windows[-1].count
    past = {cell.value for cell in known.actuals.values() if cell.value is not None}
    return sum(token.amount is not None and token.amount.number in past for token in tokens)


_PLAIN: tuple[tuple[Pattern[str], Callable[[Match[str]], str]], ...] = (
    (_SIMPLE, lambda _: ""),
    (_SCANT, lambda _: "모자라"),
    (_NO_MORE, lambda _: ""),
    (_INDEX, lambda found: f"의{found['n']}%"),
    (_TREND, lambda _: ""),
    (_SINGLE_USE, lambda _: "일회용"),
    (_HIGHER, lambda _: "큰"),
    (_IN_NAME, lambda _: ""),
    (_TIMES, lambda found: f"{_COUNTS[found['n']]}회"),
    (_HALVES, lambda found: f"연간{2 * int(found['n'])}회"),
    (_ROUNDED, lambda _: ""),
    (_NOT_USED, lambda _: ""),
    (_LATER, lambda _: ""),
)
