"""Reasons in one go that begin from a figure: a base with its step, told in whatever order and with whatever words around it.

Every word between the figures must have its part: what names the base, what links it with its step, what is done, what is
set. What does not fit as a whole is not read here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Call, Number, Past, Years, walk
from uigwe.reasons.curtailed import curtailed, merely_told
from uigwe.reasons.grounded.based import based
from uigwe.reasons.grounded.criteria import criterion
from uigwe.reasons.grounded.cumulated import cumulated
from uigwe.reasons.grounded.derived import derived
from uigwe.reasons.grounded.roles import by_roles
from uigwe.reasons.grounded.split import Split, split
from uigwe.reasons.grounded.summed import summed
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.numerals import in_digits
from uigwe.reasons.other_bodies import of_other_bodies
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.setting import BENDS, TIES, plainly, tells

_LONGEST = 200
_MOST = 14  # figures, those of a list that is told beside among them
_BREAK = pattern_of(
    r"(?:하되|(?<=[하으았였이])며|하였고|였고|았고|(?<=[함임음]))[,.]?|(?<=[가-힣)])[.]|(?<=[가-힣%)]),"
)
_VIEWED = pattern_of(
    r"^(?!.*(?:더하|가산|상향|하향|추가|적용|설정))[^=×÷]{4,60}(?:을|를|도|등을)?(?:함께|충분히|종합적으로)?(?:감안|고려|반영|참고)(?:함|하였음|했음|한것임|한결과임|하였다)$"
)


# A note of a few words: of what the figures are, how something else went.
_NOTED = pattern_of(
    r"^(?!.*(?:상반기|하반기|분기|만집계|일부))[가-힣·#\d\s]{2,30}(?:집계치|집계|조사치|출처|전수조사|현황|원년|상회|감소세|증가세|둔화세)(?:\([+-]?[\d.]+%p?\))?$"
)

# What figures that are all printed leave out: `지정 후 6개월 미만 지구 제외`.
_LEFT_OUT = pattern_of(r"^(?!.*(?:년도?|실적|평균|이상치|최고|최저))[가-힣·\d]{3,24}(?:은|는)?제외(?:함|하였음)?$")


# Against which year something is to be held: nothing here is.
_AGAINST = pattern_of(r"\((?:’\d{2}|(?:19|20)\d{2})년?(?:도)?(?:의)?(?:실적)?(?:대비|비)\)")


@dataclass(frozen=True, slots=True)
class Grounded:
    """What a reason comes to. `beside`: a remark behind it was left away; `shown`: the reason prints what it comes to."""

    node: Node
    beside: bool = False
    shown: bool = False


def grounded(laid: Laid, known: Known) -> Grounded | None:
    """What a reason comes to that begins from a figure; where it could come to two things, nothing."""
    if len(laid.text) > _LONGEST or _AGAINST.search(laid.text):
        return None
    plain = in_digits(laid)
    if whole := _whole(plain, known):
        return None if of_other_bodies(plain.text, whole) else Grounded(whole, shown=_shown(plain, whole, known))
    for end, told in _ends(plain):
        found = _whole(plain.part(0, end), known)
        if found is None or (told and any(isinstance(part, Past | Years) for part in walk(found))):
            continue
        if merely_told(plain.text) or curtailed(plain.text, found) or of_other_bodies(plain.text, found):
            return None
        return Grounded(found, beside=True, shown=_shown(plain, found, known))
    return None


def _whole(laid: Laid, known: Known) -> Node | None:
    return _one_of(_read(split(laid), known), known) or _one_of(by_roles(laid, known), known)


def _one_of(nodes: Iterator[Node], known: Known) -> Node | None:
    found: dict[Decimal, Node] = {}
    for node in nodes:
        value = known.value(node)
        if value is not None:
            found.setdefault(value, node)
    return next(iter(found.values())) if len(found) == 1 else None


def _read(parts: Split, known: Known) -> Iterator[Node]:
    if not 1 <= len(parts.figures) <= _MOST:
        return
    for one in derived(parts):
        yield from based(one, known)
        yield from cumulated(one, known)
    yield from criterion(parts, known)
    yield from summed(parts, known)


def _shown(laid: Laid, node: Node, known: Known) -> bool:
    """Whether what comes out is printed, or is the mean of what is."""
    value = known.value(node)
    taken = {part.value for part in walk(node) if isinstance(part, Number)}
    if isinstance(node, Call) and len(taken) > 1:
        return True
    return value is not None and any(
        worth == value and worth not in taken for one in split(laid).figures for worth in (one.number, one.scaled)
    )


def _ends(laid: Laid) -> Iterator[tuple[int, bool]]:
    """Where the calculation may end before a remark that only tells; whether it tells what the figures printed leave out."""
    for found in _BREAK.finditer(laid.text):
        rest = laid.text[found.end() :]
        if found.end() == len(laid.text) or not (found[0] or laid.gap[found.end()]):
            continue
        if found[0].endswith(".") and (_NOTED.match(rest) or _LEFT_OUT.match(rest)):
            yield found.end(), not _NOTED.match(rest)
            continue
        if TIES.match(rest) or BENDS.search(plainly(rest)) or rest.count("(") != rest.count(")"):
            continue
        if tells(rest, within=True) or _VIEWED.match(rest):
            yield found.end(), False
