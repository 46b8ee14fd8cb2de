"""A reading weighed before its value is given as the word of the reason.

Reading asks what the words can mean; here it is asked whether the outcome can be what was meant. A doubt does not change the
reading, it only takes its sureness away: the value then is a proposal. Each doubt is a note with its own sentence.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.gainsaid import gainsaid
from uigwe.reasons.laid import lay_out
from uigwe.reasons.normal.held import KEEPS
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Confidence, Note, Reading
from uigwe.reasons.worded import worded

# A target this many times beyond what there was needs its own words (`5배`), not a guess about units.
FAR = Decimal("1.6")
# And this many times beyond is a slip of units unless a multiple itself says so, whatever is put together.
BEYOND = Decimal(8)
_TIMES = pattern_of(r"\d배")
_KEEPS = pattern_of(
    "유지|동결|그대로|동일|동등|같은|같게|수준|준하|고수|지속|계속|만큼|회복|목표로|목표치로|목표를|목표치를|적용|답습|재현|준용|승계|고수|이어(?:감|가)|목표값"
    "|(?:실적|평균|수치|값|치)(?:으로|로)(?:설정|책정|정함|정하|한다$|갈음|산정|제시)"
    rf"|{KEEPS}"
)
_SUMS = pattern_of(
    r"[+×÷/=*Σ]|[xX](?=\d)|합|더하|더해|더한|곱|나누|나눈|당|마다|씩|각각|배(?=[로의를])|가산|추가|포함|누적|누계|-|차감|빼|뺀|제외|총|"
    r"의\d|중|대비|보다|에서|상향|증가|하향|감소|감축|높|낮|늘|줄|올|내리|%"
)
_VAGUE = pattern_of(
    r"(?<![\d감])(?:소폭|다소|약간|조금|어느정도|상당폭)(?:의|만|씩)?(?:\([^()]*\))?(?:[가-힣]{0,4})"
    r"(?:상향|하향|높|낮|올|내|늘|줄|증가|감소|조정|개선)"
)
# What the vague word tells is what happened: `소폭 증가하였으나`.
_FACT_BEHIND = pattern_of(r"[가-힣]{0,4}(?:[였었았했됐]|추세|예상|전망|중이|이나|으나|하나|므로)")
# `전년 실적보다 도전적인 수준에서`: beyond what is named, by as much as nobody says; and what only lies apart from us.
_SURPASSED = pattern_of(
    r"보다(?:는)?(?:더|좀더|한층|보다)?(?:도전적|적극적|의욕적|높|낮|상향|하향|강화|우수|나은|나아지|개선|향상|엄격|진전)[가-힣]{0,4}?(?:수준|방향|값|목표|설정|부여|하여|되|한)"
)
_APART_FROM = pattern_of(r"(?:격차|차이)(?:가|이)(?:있|크|큼|벌어|존재|상당|여전)")
# More than what is named, by as much as nobody says.
_EXCEEDS = pattern_of(
    r"(?:을|를|이상을|보다)?(?:상회|초과|능가|웃돌|웃도|뛰어넘|넘어서|상회달성)(?:하도록|하는|할수있|하게|는|도록|게|할것|하고자)(?!않)"
)
HUNDRED = Decimal(100)
_MULTIPLIED = pattern_of(
    r"[\d한두세네섯]배|배(?:로|의|를|수|가|$)|갑절|곱절|절반|(?<![가-힣])반(?=\(|수준|으로|만)|합계|합산|누적|누계|남은|잔여"
    r"|분의(?:\d+|[일이삼사오])(?:수준|로|으로|까지)|×|÷|\+|[당각별](?:약)?\d"
)
_NUMBERED = r"(?:번(?!째|[의을]?(?:점검|방문))|호(?!점)|조(?=제|의\d|에따)|항|차년도|단계|순위)"
_RUN = pattern_of(r"’?(\d{4}|\d{2})년?(?:→|~|-|부터)’?(\d{4}|\d{2})년?(?=[,)년까]|$)")
_SHARE = pattern_of("^(?!.*(?:나누|나눈|÷|/)).*(?:비율|백분율)")
_LEFT_OUT = pattern_of("제외|뺀|빼고|제하고")
_RISES = pattern_of(r"(?<!\d)(\d)(?:개)?(?:년|연도).{0,20}(?:증가|감소|상승|하락|개선|증감)(?:폭|분|량|치)")
_CAPPED = pattern_of("(?:초과|넘|불가|상한|최대치|만점).{0,20}(?:므로|하여|아|어|으로|로)")


def weighed(
    reading: Reading, text: str, node: Node, value: Decimal | None, known: Mapping[int, Decimal], year: int
) -> Reading:
    """The reading, merely likely when its outcome speaks against it. `known`: the past results that are numbers."""
    if not reading.confidence.settled:
        return reading
    if any(note.id == "printed" for note in reading.notes):
        # The reason itself says that it comes to this.
        return reading
    text = reading.words or text
    laid = worded(lay_out(text), year, known)
    doubt = (
        _of_outcome(reading, laid.text, node, value, known)
        or _of_words(reading, laid.text, node, value, known, year)
        or gainsaid(laid, text, node, value, known)
    )
    return replace(reading, confidence=Confidence.LIKELY, notes=(*reading.notes, Note(doubt))) if doubt else reading


def _of_outcome(reading: Reading, text: str, node: Node, value: Decimal | None, known: Mapping[int, Decimal]) -> str:
    """A value far from everything before it, or beyond all that there can be."""
    if value is None:
        return ""
    printed = re.search(rf"=\(?{re.escape(f'{value.normalize():,f}')}|=\(?{re.escape(f'{value.normalize():f}')}", text)
    far = _is_far(
        value, known, BEYOND if _MULTIPLIED.search(text) or _is_entered(reading) else FAR
    ) and not _TIMES.search(text)
    if far and not printed and not _share_of_result(node):
        return "far-from-past"
    return "beyond-ceiling" if _breaks_ceiling(value, reading.unit, known, text) else ""


def _is_entered(reading: Reading) -> bool:
    """Whether every figure of the reason has its part in the reading."""
    return any(note.id == "entered" for note in reading.notes)


def _share_of_result(node: Node) -> bool:
    """`’20년 실적의 60%`: so much of a result that was, which may itself have been out of the way."""
    return (
        isinstance(node, Infix)
        and node.operator == "*"
        and isinstance(node.left, Past)
        and isinstance(node.right, Number)
        and node.right.suffix is Suffix.RATIO
        and Decimal(30) <= node.right.value <= Decimal(300)
    )


def _of_words(
    reading: Reading, text: str, node: Node, value: Decimal | None, known: Mapping[int, Decimal], year: int
) -> str:
    """Words that say less, or something else, than the reading does."""
    if _is_entered(reading) or (any(note.id == "told" for note in reading.notes) and not isinstance(node, Past)):
        # Every figure and every verb has its part in it.
        return "vague-change" if _VAGUE.search(text) else ""
    if isinstance(node, Past) and _VAGUE.search(text):
        return "vague-change"
    if (not isinstance(node, Infix) and _surpassed(text)) or (_APART_FROM.search(text) and _takes_gap(node)):
        return "vague-change"
    if isinstance(node, Past | Number) and not _KEEPS.search(text):
        return "nothing-done"
    if isinstance(node, Number) and _is_a_number_of(node, text):
        return "nothing-done"
    if _adds_unsaid(node, text) and not _in_line(value, reading.unit, known):
        return "unsaid-sum"
    if _vague(text, node):
        return "vague-change"
    if _exceeds_by(text, node):
        return "by-how-much"
    if _either_window(text, node, known) and not any(note.id == "named-agrees" for note in reading.notes):
        return "either-window"
    return "other-years" if _other_years(text, node, year) else ""


def _vague(text: str, node: Node) -> bool:
    """`소폭 상향`: by how much nobody says; of what is kept as it is, only when it is the last thing said."""
    found = _VAGUE.search(text)
    if found is None:
        return False
    return isinstance(node, Infix) or not (_FACT_BEHIND.match(text, found.end()) or _KEEPS.search(text, found.end()))


def _takes_gap(node: Node) -> bool:
    """`x + (y - x)`, or the other alone: the whole gap is closed, which nobody said."""
    whole = isinstance(node, Infix) and isinstance(node.right, Infix) and node.right.operator == "-"
    return isinstance(node, Number) or whole


def _surpassed(text: str) -> bool:
    found = _SURPASSED.search(text)
    return found is not None and not any(sign.isdigit() for sign in text[found.start() :])


def _exceeds_by(text: str, node: Node) -> bool:
    """`최근 5년 평균 증가율을 상회하도록`: more than that, and nobody says how much more."""
    found = _EXCEEDS.search(text)
    if found is None or any(isinstance(part, Number) and part.value != HUNDRED for part in walk(node)):
        return False
    return not _KEEPS.search(text, found.end())


def _is_far(value: Decimal, known: Mapping[int, Decimal], times: Decimal) -> bool:
    sizes = [abs(one) for one in known.values() if one]
    if not sizes or min(known.values()) <= value <= max(known.values()):
        return False
    return abs(value) > max(sizes) * times or abs(value) * times < min(sizes)


def _breaks_ceiling(value: Decimal, unit: str, known: Mapping[int, Decimal], text: str) -> bool:
    """More than 100 % where nothing ever was, or where the words speak of the most there can be."""
    if unit != "%" or value <= 100 or any(one > 100 for one in known.values()):
        return False
    return bool(_CAPPED.search(text)) or (bool(known) and max(known.values()) > 90)


def _is_a_number_of(node: Number, text: str) -> bool:
    """Whether the number of a constant counts something in a list (`28번 과제`) or stands in a bracket behind a word."""
    written = re.escape(f"{node.value.normalize():f}") + r"(?:\.0+)?"
    return bool(
        re.search(
            rf"(?<![\d.]){written}{_NUMBERED}|(?<!평균)(?<!실적)(?<![치값])(?<=[가-힣])\({written}[^()\d]{{0,4}}\)",
            text,
        )
    )


_PART_OF_WHOLE = pattern_of(
    r"\d[가-힣]{1,3}(?:[가-힣]{0,12}중|[가-힣]{0,12}가운데).*\d.*비율(?!(?:을|를)?(?:높|낮|감안|고려))"
)


def _adds_unsaid(node: Node, text: str) -> bool:
    """Whether printed numbers are put together of which nobody says how; for a share hardly any word says so."""
    parts = list(walk(node))
    if any(isinstance(part, Past | Years) for part in parts):
        return False
    if isinstance(node, Infix) and node.operator == "*" and _PART_OF_WHOLE.search(text):
        # `31개 중 28개의 비율`
        return False
    numbers = [part for part in parts if isinstance(part, Number) and part.suffix is Suffix.NONE]
    return len(numbers) > 1 and (not _SUMS.search(text) or bool(_SHARE.search(text)))


def _in_line(value: Decimal | None, unit: str, known: Mapping[int, Decimal]) -> bool:
    """Whether parts that nobody says to add come to something of the indicator's kind and size."""
    sizes = [abs(one) for one in known.values()]
    if unit == "%" or value is None:
        return False
    return not sizes or min(sizes) / 2 <= abs(value) <= max(sizes) * 2


def _either_window(text: str, node: Node, known: Mapping[int, Decimal]) -> bool:
    """`최근 3년의 증가폭`: from the first of the three years, or from the year before it, when that one is known too."""
    said = _RISES.search(text)
    if said is None or "→" in text:
        return False
    return any(late - early == int(said[1]) - 1 and early - 1 in known for late, early in _differences(node))


def _differences(node: Node) -> list[tuple[int, int]]:
    """The pairs of years whose results are taken from each other."""
    found = []
    for part in walk(node):
        if isinstance(part, Infix) and part.operator == "-":
            late, early = part.left, part.right
            if isinstance(late, Past) and isinstance(early, Past) and late.year and early.year:
                found.append((late.year, early.year))
    return found


def _other_years(text: str, node: Node, year: int) -> bool:
    """A span of years is written out of which the reading leaves one end out."""
    named = {one for part in walk(node) if isinstance(part, Years) for one in part.listed()}
    if not named or _LEFT_OUT.search(text):
        return False
    ends = {_year(one) for found in _RUN.finditer(text) for one in found.groups()}
    return any(1990 < one < year and one not in named for one in ends)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)
