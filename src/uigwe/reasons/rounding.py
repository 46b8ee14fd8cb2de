"""When the reason itself rounds: `소수점 둘째자리에서 반올림`, `천 단위 절사`, `정수로 올림`."""

import re

from uigwe.formulas.tree import Call, Node, walk
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_PLACES = {"첫째": 1, "둘째": 2, "셋째": 3, "넷째": 4, "한": 1, "두": 2, "세": 3, "일": 1, "이": 2, "삼": 3, "1": 1, "2": 2, "3": 3, "4": 4,
           "첫": 1}  # fmt: skip
_WHOLE = {
    "일": 0,
    "십": 1,
    "백": 2,
    "천": 3,
    "만": 4,
    "십만": 5,
    "백만": 6,
    "10": 1,
    "100": 2,
    "1000": 3,
    "10000": 4,
    "1": 0,
}
_MODE = (
    ("반올림", "round"),
    ("절사", "floor"),
    ("버림", "floor"),
    ("버리", "floor"),
    ("버린", "floor"),
    ("버려", "floor"),
    ("내림", "floor"),
    ("절상", "ceil"),
    ("올림", "ceil"),
    ("올려", "ceil"),
    ("올린", "ceil"),
)
_FRACTION = pattern_of(
    r"소수(?:점)?(?:이하|아래)?제?(첫|첫째|둘째|셋째|넷째|한|두|세|[1-4]|일|이|삼)(?:번째|째)?(?:자리|단위)?수?(까지|에서|로|미만|이하)?"
)
_PLACE_ALONE = pattern_of(r"제?(둘째|셋째|넷째)자리수?")
_BELOW = pattern_of(
    r"소수(?:점)?(?:이하|아래|자리)?(?:는|은|를|을)?(?:값을|값은)?(?:반올림|올림|올려|올린|절상|절사|버[림리린려]|내림)"
)
_BELOW_IT = ("미만", "아래", "밑")
_UNIT = pattern_of(
    r"(십만|백만|일|십|백|천|만|10,?000|1,?000|100|10|1)(?:의|개사|개|건|명|원|점|인|톤|회|가구|호)?(자리|단위|(?=미만|아래|밑))수?(에서|로|까지|미만|아래|밑|이하)?"
)


def rounding_of(text: str, printed: int | None, known: Known) -> tuple[str, int, str] | None:
    """How the words round: function, places, and the doubt they leave (empty when none). `printed`: places of the result."""
    mode = next((name for word, name in _MODE if word in text), "round")
    found = _FRACTION.match(text) if not _BELOW.match(text) else None
    if found:
        place, how = _PLACES[found[1]], found[2] or ""
        if how in ("까지", "로", "미만"):
            return mode, place, ""
        if how == "에서":
            return mode, place - 1, ""
        if how == "이하":
            return mode, place - 1, ""
        return mode, place - 1, "rounding-place" if printed is not None else ""
    found = _PLACE_ALONE.match(text)
    if found:
        return mode, _PLACES[found[1]] - 1, ""
    if text.startswith("정수"):
        return mode, 0, ""
    if text.startswith("소수"):
        bare = not re.search(r"이하|아래|자리", text)
        unclear = bare and (mode == "round" or printed is not None)
        return mode, printed if bare and printed is not None else 0, "rounding-place" if unclear else ""
    found = _UNIT.match(text)
    if found:
        size = _WHOLE[found[1].replace(",", "")]
        how = found[3] or ""
        if found[2] == "자리":
            # To round at the units' digit is to round to tens.
            return (
                (mode, -size, "")
                if how in ("까지", "로", *_BELOW_IT)
                else (mode, -(size + 1), "" if how in ("에서", "") else "rounding-place")
            )
        if how in ("로", "까지", *_BELOW_IT):
            return mode, -size, ""
        if how == "에서":
            return mode, -(size + 1), "rounding-place"
        return mode, -size, "rounding-place" if how == "이하" else ""
    return _bare(mode, printed, known)


def _bare(mode: str, printed: int | None, known: Known) -> tuple[str, int, str] | None:
    """`반올림하여` without a place: to the places that the result or, failing that, the past results are printed with."""
    places = [max(0, -int(cell.value.as_tuple().exponent)) for cell in known.actuals.values() if cell.value is not None]
    if not places:
        return None
    return mode, max(places), "rounding-place"


_ROUNDS = pattern_of(
    r"반올림|(?<=[는은로서하])(?:올림|내림)(?=처리|하|한|함|[.)]|$)|절사(?!평균)|절상|버림|(?:소수|미만|이하|자리)[가-힣]{0,6}(?:을|를|은|는)?(?:버렸|버리고|버린|올렸|반올림)"
    r"|사사오입|우수리|끝수|(?:(?<![가-힣])|(?<=[후뒤고되여]))단수(?=처리|조정|정리|[를는]|맞)|근사(?:치|값)"
    r"|(?<![개업장])소수(?:점)?(?:이하|아래|밑|미만|제?(?:첫|둘|셋|한|두|[1-3])(?:째|번째)?자리)(?![가-힣]{0,6}포함)|소수점[은는을를]"
    r"|(?:\d|[십백천만억])(?:의)?(?:건|명|개소|개사|개|원|점|인|회|톤|%)?(?:단위|자리)(?:로|에)?(?:맞[추춰춘춤]|정리|조정|올[려린]|내[려린]|끊|잘라|책정|설정|정[하함])"
)


# A whole number that lies above or below, not the nearest.
_WHICH = pattern_of(r"(?:최소|최대|큰|작은|넘는|상회하는|웃도는)(?:의)?정수")


def unrounded(text: str, node: Node) -> str:
    """The words by which a reason rounds, where the reading does not: at which place nobody could tell."""
    names = {part.name for part in walk(node) if isinstance(part, Call)}
    found = None if names & {"floor", "ceil"} else _WHICH.search(text)
    if found is None and not names & {"round", "floor", "ceil"}:
        found = _ROUNDS.search(text)
    return found[0] if found else ""
