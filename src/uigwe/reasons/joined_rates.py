"""Rates that are put together before they are used: `자연증가율 2%와 도전분 3%를 합친 5% 상향률`, `그 평균인 5%를`, `4분의 3 수준(75%)`.

What the parts come to is printed, and it is what they come to: then it alone is what is used. Where it is not, nothing is changed.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_N = r"\d+(?:\.\d+)?"
# Behind the figure: it is used as a rate, and is no outcome.
_USED = (
    r"(?=(?:의|을|를|만큼|씩|인)?(?:추가로|더)?(?:가산|적용|상향|증가|성장|반영|곱|더하|더한|더함|더해|보태|얹|늘|높|올|인상"
    r"|하향|감축|감소|줄|낮|[가-힣]{0,4}실적에|전년|작년|지난해|’?\d\d년))"
)
_OR_RATE = r"(?:의)?(?:증가율|상향률|성장률|상승률|인상률|감소율|감축률)"
_AS_RATE = pattern_of(f"{_USED}|{_OR_RATE}")
_NAME = r"[^\d,.()%]{0,14}?"
_SUM = pattern_of(
    rf"{_NAME}(?<![\d.])(?P<one>{_N})%p?{_NAME}(?:와|과|에|에다|및|,){_NAME}(?<![\d.])(?P<other>{_N})%p?{_NAME}"
    rf"(?:를|을)?(?P<how>합친|합한|합산한|더한|보탠|얹은|가산한|추가한|뺀|차감한)(?P<rate>{_N})%(?!p)"
)
_MORE = pattern_of(
    rf"(?<![\d.])(?P<one>{_N})%\)?보다(?P<by>{_N})%p(?P<how>높은|낮은|높인|낮춘|많은|적은|상향한|하향한)(?P<rate>{_N})%(?!p)"
)
_TAKEN = ("뺀", "차감")
_LESS = ("낮은", "낮춘", "적은", "하향")


def joined_rates(laid: Laid) -> Laid:
    """The reason with what such rates come to in their place."""
    changes = sorted(
        [
            *_sums(laid),
            *_compared(laid),
            *_averaged(laid.text),
            *_higher(laid.text),
            *_shares(laid.text),
            *_spelt(laid.text),
        ]
    )
    return replaced(laid, changes) if changes and not _overlap(changes) else laid


def _overlap(changes: list[_Change]) -> bool:
    return any(after[0] < one[1] for one, after in pairwise(changes))


def _used_as_rate(text: str, end: int) -> bool:
    return bool(_AS_RATE.match(text, end))


def _word_start(laid: Laid, at: int, until: int) -> int:
    """Where the words begin that name a figure: behind the last particle of a base before it."""
    said = laid.text[until:at]
    last = max(
        (
            one.end()
            for one in re.finditer(r"(?:에다가|에다|에|보다|대비|에서|,|하여|하고|으로)", said)
            if laid.gap[until + one.end()]
        ),
        default=-1,
    )
    return until + last if last >= 0 else -1


def _noun(found: re.Match[str], text: str) -> str:
    """What to call the rate where nothing behind it says so: `3%를 전년 실적에 적용`."""
    applied = re.match(r"%(?:를|을)(?:전년|작년|지난해|직전|’|실적|이전)", text[found.end("rate") :])
    return "" if not applied else "감소율" if "감소" in found[0] else "증가율"


def _sums(laid: Laid) -> Iterator[_Change]:
    """`2%와 도전분 3%를 합친 5%`: back to where the name of the first begins."""
    for found in _SUM.finditer(laid.text):
        one, other, rate = (Decimal(found[name]) for name in ("one", "other", "rate"))
        total = one - other if found["how"].startswith(_TAKEN) else one + other
        if total != rate or not _used_as_rate(laid.text, found.end()):
            continue
        start = _word_start(laid, found.start("one"), found.start())
        start = (
            start
            if start >= 0
            else found.start()
            if found.start() == 0 or not laid.text[found.start() - 1].isalnum()
            else -1
        )
        if start >= 0:
            yield (start, found.start("rate"), _noun(found, laid.text))


def _compared(laid: Laid) -> Iterator[_Change]:
    """`전년도 증가율(2%)보다 1%p 높은 3%의 증가율을`: the rate, told by another one."""
    for found in _MORE.finditer(laid.text):
        one, by, rate = (Decimal(found[name]) for name in ("one", "by", "rate"))
        total = one - by if found["how"].startswith(_LESS) else one + by
        before = re.search(
            r"(?:전년도?|작년|지난해|(?:최근|지난|직전|과거)\d개?년(?:간|도)?)?(?:의)?(?:연평균|평균)?(?:증가율|성장률|상승률|감소율)\(?$",
            laid.text[: found.start()],
        )
        if total == rate and before and _used_as_rate(laid.text, found.end()):
            yield (before.start(), found.start("rate"), _noun(found, laid.text))


_LISTED = pattern_of(
    rf"(?:연도별|최근\d개?년(?:간)?|각)?(?:의)?(?:증가율|성장률|상승률)(?:은|이|\()?(?P<list>(?:’?\d{{2,4}}년?[:은]?{_N}%(?!p)(?:,|·|→|와|과)?){{2,6}})"
    rf"\)?(?:였으며|이었으며|이며|으로|로|이므로|였으므로|이고|인데|였고)?,?(?:그|이|이들의|이를|의|의단순|의산술)*평균(?:인|한){_NAME}(?P<rate>{_N})%(?!p)"
)
_HIGHER = pattern_of(
    rf"(?P<lead>[^.]*?(?:증가율|성장률|상승률|감소율))(?:은|이)(?P<one>{_N})%(?:로|이며|으로|이나|였으나|이었으나|인데|이므로),?(?:이|그)보다(?P<how>높은|낮은)(?P<rate>{_N})%(?!p)"
)


def _averaged(text: str) -> Iterator[_Change]:
    """`연도별 증가율은 ’20년 4%, ’21년 7%, ’22년 4%였으며, 그 평균인 5%를`."""
    for found in _LISTED.finditer(text):
        rates = [Decimal(one) for one in re.findall(rf"({_N})%", found["list"])]
        if sum(rates) == Decimal(found["rate"]) * len(rates) and _used_as_rate(text, found.end()):
            yield (found.start(), found.start("rate"), "증가율")


def _higher(text: str) -> Iterator[_Change]:
    """`연평균증가율은 6.2%로, 이보다 높은 8%를`: another rate than was."""
    for found in _HIGHER.finditer(text):
        above = Decimal(found["rate"]) > Decimal(found["one"])
        if above == (found["how"] == "높은") and _used_as_rate(text, found.end()):
            yield (found.start(), found.start("rate"), "감소율" if found["lead"].endswith("감소율") else "증가율")


_SHARE = pattern_of(
    rf"(?:(?P<below>\d{{1,2}})분의(?P<above>\d{{1,2}})|(?P<half>절반)|(?P<times>{_N})배)(?P<noun>수준|정도|가량|에해당|규모)?\((?P<share>{_N})%(?:수준)?\)"
)


def _shares(text: str) -> Iterator[_Change]:
    """`4분의 3 수준(75%)`: the same in per cent."""
    for found in _SHARE.finditer(text):
        if abs(_worth(found) * 100 - Decimal(found["share"])) < Decimal("0.1"):
            yield (found.start("share") - 1, found.end(), "")


_PARTS = pattern_of(rf"(?<![\d.])(?P<rate>{_N})%(?!p)(?:수준|상향|증가|확대)?(?P<parts>\([^()]*\))")


def _spelt(text: str) -> Iterator[_Change]:
    """`107%(성장률 5%에 정책 노력 2%p를 추가)`: of what the rate is made."""
    for found in _PARTS.finditer(text):
        parts = [Decimal(one) for one in re.findall(rf"(?<![\d.])({_N})%", found["parts"])]
        if len(parts) > 1 and sum(parts) in (Decimal(found["rate"]), Decimal(found["rate"]) - 100):
            yield (found.start("parts"), found.end("parts"), "")


def _worth(found: re.Match[str]) -> Decimal:
    if found["below"]:
        return Decimal(found["above"]) / Decimal(found["below"])
    return Decimal("0.5") if found["half"] else Decimal(found["times"])
