"""Set phrases about past results, put into the plain words that `tabled` takes step by step.

Each entry is a way of saying and the plain words for it. They are laid down for that reading only: what else the words could
mean is asked elsewhere, and a reading that differs is not given.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_FEW = {"두": 2, "세": 3, "네": 4, "다섯": 5}
_N = r"(?:\d|두|세|네|다섯)"
_SPAN = rf"{_N}(?:개?(?:연도|년도|년)|해)"
_CUTS = "버린|버리고|버려|뺀|빼고|제외한|제외하고|덜어낸|덜어내고|걷어낸|걷어내고|떼어낸|떼고"
_STATISTIC = r"(?:평균|산술|기하|단순|중앙|중위)"
_VERB = r"(?:늘|높|올|줄|낮|증|상향|하향|감|얹|보태|확대|축소|인상|인하|단축|키)"
_BEST = r"(?:최고|최대|최댓|가장(?:높|많|좋|큰|컸|우수)(?:은|았던|했던|던)?)(?:값|치|점|실적|연도|해|성적)*"
_WORST = r"(?:최저|최소|최솟|가장(?:낮|적|나쁜|나빴|작|저조|부진)(?:은|았던|었던|했던|한|던)?)(?:값|치|점|실적|연도|해|성적)*"
_GROWS = "증가|성장|상승|신장|확대|향상"
_TREND = r"(?:추세|흐름|경향|속도|추이)"


def _of_thousand(found: re.Match[str]) -> str:
    """`1,000분의 1,025`: 102.5 %."""
    return f"의{Decimal(found[2].replace(',', '')) * 100 / Decimal(found[1].replace(',', '')):f}%"


def _of_base(found: re.Match[str]) -> str:
    """`100으로 볼 때 104`: 104 % of it; `1로 놓고 1.08`: 1.08 times."""
    return f"의{found[2]}{'%' if found[1] == '100' else '배'}"


_PLAIN: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    # ── which years ──
    (rf"(?:중|가운데)(?:에서)?(?={_BEST}(?:[·,/-]|및|와|과){_WORST})", ""),
    (rf"{_BEST}(?:[·,/-]|및|와|과|하나와){_WORST}(?:를|을|은|는|도)?(?:각각|각|모두|둘다)?(?:1개|한개|하나|1개년|한해|1년|1건)?(?:씩)?"
     rf"(?:를|을|은|는)?(?={_CUTS})", "최고·최저를"),
    (rf"({_CUTS})(?:후|뒤|다음)?(?:의|그)?(?:나머지|남은|남는|중간)?(?:{_SPAN}|{_N}개)?(?:간|치)?(?:의)?(?:실적|값)?(?:의|을|를|으로|만|만으로)?"
     rf"(?={_STATISTIC})", r"\1"),
    (r"’?(\d\d)년?→’?(\d\d)년?[,·]’?\2년?→’?(\d\d)년?(?:의|각각|각)?(?:전년도?대비)?", r"’\1~’\3"),
    (rf"{_N}개?구간(?:의)?(?=\()", "연도별증가율"),
    (r"연도별증가율(\([^()]*\))의?(?:전년대비)?(증가율|상승률|감소율)", r"연도별\2\1"),
    (rf"{_N}개?구간(?:의|동안|간)?", ""),
    (rf"{_N}(?:년|해)(?:뒤|후)(?:인|의)?(?=’?\d)", ""),
    (r"(?:으로|로)부터", "에서"),
    # ── which statistic ──
    (r"(?:의)?가중(?:하여|해)(?=합산|더|합|평균|반영|산출|산정)", "가중치로"),
    (r"(\d+(?:\.\d+)?)대(\d+(?:\.\d+)?)(?:의비율)?(?:으로|로)(?:섞은|섞어|혼합한|배합한|가중한|합친|합산한|반영한|반영하여)", r"\1:\2로가중평균한"),
    (r"(?:의)?(?:비중|비율)(?:으로|을두어|을주어|을적용하여|을곱하여|을부여하여)(?:가중)?(?:하여|해)?"
     r"(?=합산|더|합|가중|반영|산정|산출|평균)", "가중치로"),
    (r"(?:을|를|의)?(?:모두|서로|전부)?곱(?:한|하여|해)(?:뒤|후|다음)?(?:값|수)?(?:의|에)?(?:제곱근|세제곱근|네제곱근|다섯제곱근|\d제곱근|n제곱근)"
     r"(?:을|를|으로|로)?(?:취한|구한|산출한|계산한|씌운|낸)?(?:값)?(?:\(기하평균\))?", "의기하평균"),
    (r"(?:단순)?산술평균|단순평균", "평균"),
    # ── growth ──
    (rf"(?:연평균|해마다평균|매년평균)(?:약)?(\d+(?:\.\d+)?%)(?:씩|로|의|정도|꼴로)*(?:{_GROWS}|늘|커|높아)[가-힣]{{0,5}}{_TREND}", r"증가율\1"),
    (r"(?:1년|한해)(?:치|만)?(?:더)?연장(?:하여|한|함)?(?=$|[.,)가-힣])", "적용"),
    (r"(?:오르|높아지|늘어나|상승하|증가하)는(?=것|계획|경로|수준)", "높이는"),
    (r"끌어(?=올)", ""),
    (r"한해(?=목표)", ""),
    # ── so much of it ──
    (r"의?(1,?000|10,?000|100)분의(\d[\d,]*)", _of_thousand),
    (r"(?:을|를)(100|1)(?:으로|로)(?:볼때|놓고|보고|보아|두고|잡으면|잡고|하면|볼경우|놓을때|환산할때|삼을때|하여|했을때|할때)(?:그|그의|이의)?"
     r"(\d+(?:\.\d+)?)(?:에|이)?(?:해당하는|되는|되도록하는|상당하는|되게하는|되도록)?", _of_base),
    (r"(?<=[%\d배])에(?:해당|상당)(?:하는|한|되는)", ""),
    (rf"더(?={_VERB})", ""),
)  # fmt: skip
_COMPILED = tuple((pattern_of(pattern), word) for pattern, word in _PLAIN)
_REPEATS = pattern_of(
    rf"(?<![최근직전과거지난])(?<!\d)(?:앞으로|향후|이후)?({_N})(?:번|차례|회|해|개?년|개년도|개?연도)(?:간|동안|에걸쳐)?(?:연속(?:하여|으로|해서)?|거듭|반복(?:하여)?|모두|내리"
    r"|계속(?:하여)?|이어서)*(?:복리로)?(?=(?:\((?:복리|단리)\)|복리로|단리로)?(?:적용|곱|가산|반영|상향|이어|지속|증가|늘|성장|올|유지|계속|개선|높|더|줄|감소|낮))"
)
_COMPOUND = pattern_of(r"\((?:연)?(?:복리|단리)(?:로|적용|기준|방식)?\)|(?:복리|단리)로")


@dataclass(frozen=True, slots=True)
class Plain:
    """A reason in plain words, and how often it says that its step is to be taken (0: it does not say)."""

    laid: Laid
    repeats: int = 0
    simple: bool = False  # without interest on interest


def plainly(laid: Laid) -> Plain:
    """The reason in plain words."""
    found = {_number(one[1]) for one in _REPEATS.finditer(laid.text)}
    repeats, simple = (found.pop() if len(found) == 1 else 0), "단리" in laid.text
    if repeats:
        laid = _put(_put(laid, _REPEATS, ""), _COMPOUND, "")
    for pattern, word in _COMPILED:
        laid = _put(laid, pattern, word)
    return Plain(laid, repeats, simple and repeats > 0)


def _number(text: str) -> int:
    return _FEW.get(text) or int(text)


def _put(laid: Laid, pattern: re.Pattern[str], word: str | Callable[[re.Match[str]], str]) -> Laid:
    changes: Sequence[tuple[int, int, str]] = [
        (*one.span(), word(one) if callable(word) else one.expand(word)) for one in pattern.finditer(laid.text)
    ]
    return replaced(laid, changes) if changes else laid
