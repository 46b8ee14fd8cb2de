"""Figures that others lead to, as what they come to: `80조원을 5% 상향한 84조원`, `132조원(120조원 대비 10% 상향)`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.constructs.values import Figure
from uigwe.reasons.grounded.split import PERCENT, POINTS, Mean, Split
from uigwe.reasons.grounded.wording import RAISED, STEP, covered
from uigwe.reasons.patterns import pattern_of
from uigwe.values import EXACT

_FROM = pattern_of(r"^\)?(?:을|를|보다|에서|대비|에비해|에|의평균을|(?:이|)인데이를)?(?:약|다소|도전적으로)*$")
_SURPASSED = pattern_of(
    r"^\)?(?:을|를|보다)?(?:크게|다소|상당히|훨씬)?(?:상회|웃도|웃돌|넘|초과|능가|많|높|뛰어넘)(?:하|으|어서|어)?(?:는|은|서는)$"
)
_CONSIDERED = pattern_of(
    r"^\)?(?:을|를|도)?(?:감안|고려|참고)(?:하여|하되|할때|하면|하고|해)?[가-힣]{0,16},(?P<rest>.*)$"
)
_BRACKET = pattern_of(r"^(?:을|를|은)?\((?P<label>[^()]*)$")
_LINK = pattern_of(r"^(?:보다|에서|대비|에비해|의|을|를)(?:약)?$")


def derived(parts: Split) -> Iterator[Split]:
    """The reason with such figures in the place of what leads to them; itself when there are none."""
    yield parts
    done = _without_working(_without_list(_once(_in_points(_mean_of(parts)))))
    if done != parts:
        yield done
    less = _without_considered(_led_up_to(_in_brackets(_surpassed(done))))
    if less != done:
        yield less


_BETWEEN = pattern_of(r"^[)년%]*(?:→|,|·|/|;|-|와|과|에서)?[(]*#?[):]*$")
_YEAR_LAST = pattern_of(r"[(:]*#[):]*(?:년)?$|\($|:$")
_MEAN = pattern_of(
    r"^[)]*(?:임|이며|이고|였음|였으며|이었음|으로나타남|로나타남|등)?[.,→]*(?:이들|이|동|해당|그|위)?(?:실적|수치|값)?(?:의)?(?P<window>#?)(?:(?P<count>두|세|네|다섯|여섯)해)?(?:간|치)?(?:의)?(?:단순|산술)?평균"
    r"(?:치|값)?(?P<link>.+)$"
    r"|^[)]*(?:을|를)(?:단순|산술)?평균(?:하고|하여|한뒤|한후|한다음|내고|낸뒤),?(?P<taken>.+)$"
)
_COUNTS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6}
_ONCE = pattern_of(r"^(?:,|로|\()?(?:즉|곧|다시말해|=)?,?$")


def _mean_of(parts: Split) -> Split:
    """A printed series and what is said of its mean, as that mean."""
    for first in range(len(parts.figures) - 1):
        last = first + 1
        while last < len(parts.figures) and _BETWEEN.match(parts.words[last]):
            last += 1
        run = parts.figures[first:last]
        found = _MEAN.match(parts.words[last])
        if len(run) < 2 or found is None or len({(one.power, one.unit) for one in run}) != 1:
            continue
        windows = [re.match(r"\d+", said) for said in parts.names[last][:1] if found["window"]]
        if any(one is None or int(one[0]) != len(run) for one in windows):
            continue
        if found["count"] and _COUNTS[found["count"]] != len(run):
            continue
        values = tuple(one.number for one in run)
        mean = Mean(EXACT.divide(sum(values, Decimal(0)), Decimal(len(run))), run[-1].power, run[-1].unit, values)
        link = found["link"] or re.sub(r"^그", "의", found["taken"])
        label = _YEAR_LAST.sub("", parts.words[first])
        names = tuple(said for at in range(first, last) for said in parts.names[at])
        return Split(
            (*parts.words[:first], label, link, *parts.words[last + 1 :]),
            (*parts.figures[:first], mean, *parts.figures[last:]),
            (*parts.names[:first], names, parts.names[last][len(windows) :], *parts.names[last + 1 :]),
        )
    return parts


def _once(parts: Split) -> Split:
    """`두 배, 즉 200%`: one of two that say the same."""
    for at, (one, other) in enumerate(zip(parts.figures, parts.figures[1:], strict=False)):
        if (
            one.unit == "배"
            and other.unit in PERCENT
            and one.number * 100 == other.number
            and _ONCE.match(parts.words[at + 1])
        ):
            return _cut(parts, at, at + 1)
    return parts


def _in_points(parts: Split) -> Split:
    """`10.0%보다 4.0%(0.4%p) 높은`: without the points that the per cent come to."""
    for at in range(len(parts.figures) - 2):
        base, rate, points = parts.figures[at : at + 3]
        closes = parts.words[at + 3]
        if parts.words[at + 2] != "(" or not closes.startswith(")") or points.unit not in POINTS:
            continue
        if rate.unit in PERCENT and base.unit in PERCENT and base.number * rate.number == points.number * 100:
            return parts.without(at + 2, at + 3, "").worded(at + 2, closes[1:])
    return parts


def _without_list(parts: Split) -> Split:
    """Without a list at the end whose mean is printed before."""
    for first in range(1, len(parts.figures) - 1):
        run = parts.figures[first:]
        middle = parts.words[first + 1 : -1]
        if parts.words[-1].strip(")년%") or not all(_BETWEEN.match(one) for one in middle):
            continue
        mean = EXACT.divide(sum((one.number for one in run), Decimal(0)), Decimal(len(run)))
        opens = re.match(r"^(?P<rest>.*?)[.]\(?#?[):]*$", parts.words[first])
        if opens and any(abs(one.number - mean) < _tick(one) for one in parts.figures[:first]):
            names = parts.names[first][: opens["rest"].count("#")]
            return Split((*parts.words[:first], opens["rest"]), parts.figures[:first], (*parts.names[:first], names))
    return parts


_WORKING = pattern_of(r"^(?P<rest>.*?[가-힣)])[.](?:이는|이때|[^.]{2,16}(?:은|는))[^.]*$")


def _without_working(parts: Split) -> Split:
    """Without a last sentence that works out a figure told before: `… 8.8조원을 더함. 올해 목표는 8.0조원을 10% 상향한 값임`."""
    if len(parts.figures) <= _TWO or not _FROM.match(parts.words[-2]):
        return parts
    told = _WORKING.match(parts.words[-3])
    base, rate = parts.figures[-2:]
    if told and any(_leads(base, rate, parts.words[-1], one) for one in parts.figures[:-2]):
        names = parts.names[-3][: told["rest"].count("#")]
        return Split((*parts.words[:-3], told["rest"]), parts.figures[:-2], (*parts.names[:-3], names))
    return parts


_TWO = 2


def _tick(one: Figure) -> Decimal:
    """One in the last place that a figure is printed to."""
    return Decimal(1).scaleb(-max(0, -int(one.number.as_tuple().exponent)))


def _surpassed(parts: Split) -> Split:
    """Without a figure that the next one is said to surpass."""
    for at, (one, other) in enumerate(zip(parts.figures, parts.figures[1:], strict=False)):
        if _SURPASSED.match(parts.words[at + 1]) and _alike(one, other) and other.scaled > one.scaled:
            return _cut(parts, at, at + 1)
    return parts


def _in_brackets(parts: Split) -> Split:
    """Without a bracket that works the figure before it out."""
    for at in range(len(parts.figures) - 2):
        out, base, rate = parts.figures[at : at + 3]
        opens, links, closes = parts.words[at + 1 : at + 4]
        if not (_BRACKET.match(opens) and _LINK.match(links) and ")" in closes):
            continue
        inner, behind = closes.split(")", 1)
        if _leads(base, rate, inner, out):
            cut = parts.without(at + 1, at + 3, "")
            return cut.worded(at + 1, behind)
    return parts


def _led_up_to(parts: Split) -> Split:
    """Without the base and the step of an outcome that goes on."""
    for at in range(len(parts.figures) - 2):
        base, rate, out = parts.figures[at : at + 3]
        if _FROM.match(parts.words[at + 1]) and _leads(base, rate, parts.words[at + 2], out):
            return _cut(parts, at, at + 2)
    return parts


def _without_considered(parts: Split) -> Split:
    """Without a figure at the head that is only taken into account."""
    if len(parts.figures) > 1 and (found := _CONSIDERED.match(parts.words[1])):
        cut = parts.without(0, 1, "")
        return cut.worded(0, found["rest"])
    return parts


def _cut(parts: Split, first: int, last: int) -> Split:
    """Without the figures from `first` up to `last` and the words behind them; the words before them name what is left."""
    label = re.sub(r"\($", "", parts.words[first])
    words = (*parts.words[:first], label, *parts.words[last + 1 :])
    names = (*parts.names[: first + 1], *parts.names[last + 1 :])
    return Split(words, (*parts.figures[:first], *parts.figures[last:]), names)


def _leads(base: Figure, rate: Figure, done: str, out: Figure) -> bool:
    """Whether so many per cent more or less of the base are what is printed."""
    step = STEP.match(done)
    if step is None or rate.unit not in PERCENT or not _alike(base, out) or not covered(step["rest"], RAISED):
        return False
    value = base.number * (1 + (1 if step["up"] else -1) * rate.number / 100)
    return abs(value - out.number) < _tick(out)


def _alike(one: Figure, other: Figure) -> bool:
    return one.power == other.power and (one.unit == other.unit or not (one.unit and other.unit))
