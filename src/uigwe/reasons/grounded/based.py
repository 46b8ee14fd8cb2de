"""A base and its step in one go: `5년 평균치(60.4%)를 기준으로 삼아 그 150%`, `5.5%였으므로 이의 1.2배`, `목표였던 2.8%보다 0.4%p 높여`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Suffix
from uigwe.reasons.build import grown, infix, number, signed
from uigwe.reasons.constructs.templates import MisfitError
from uigwe.reasons.constructs.values import Figure, own
from uigwe.reasons.grounded.bases import Base, named_base, near, printed_base
from uigwe.reasons.grounded.split import PERCENT, POINTS, Split, unbracketed
from uigwe.reasons.grounded.wording import (
    LINK_AT,
    LINK_BARE,
    LINK_FROM,
    LINK_OF,
    LOWERED,
    MULTIPLIED,
    RAISED,
    STEP,
    covered,
)
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_WHOLE = Decimal(100)
_LEAST = Decimal(50)  # what is less is no share that a target is of another figure
_IN_BRACKETS = pattern_of(r"\((?:#[,:]?)?$")
_HEADED = pattern_of(r"^[^:#]{2,24}:")
_TOLD_FIRST = pattern_of(
    r"^\)?(?:로|으로|임|이며|이고)(?:설정|정|책정|산정|제시|결정)?(?:함|하였음|했음|하였으며|하며|하고)?[.,](?:이는|이것은)?(?P<label>.*)$"
)
_TARGET_IS = pattern_of(r"목표(?:치|값)?(?:를|는|은|로)?\(?$")
_WITH_OUTCOME = 3
_FROM_IT = pattern_of(r"^(?P<label>[^()]*?)(?P<link>에서|보다|대비|에비해|에)$")
_PART_OF = pattern_of(r"^[가-힣]{0,4}?(?:중|가운데)(?:에서)?,?(?P<label>.*)$")
_SHARE = pattern_of(
    r"^(?:에해당하는|에상당하는|에달하는|까지|(?:을|를)?(?:목표|기준)|수준|선|정도|로|를|을|의|인|값|,|$|\(|=)"
)


def based(parts: Split, known: Known) -> Iterator[Node]:
    """What a reason comes to that is one base with one step, with or without its outcome."""
    for one, out in _plain(parts):
        try:
            yield _worked(one, out, known)
        except MisfitError:
            continue


def _plain(parts: Split) -> Iterator[tuple[Split, Figure | None]]:
    """The base and its step, and the outcome behind it or in front of it."""
    words = parts.words
    many = len(parts.figures)
    if many == 1 or many == 2:
        yield parts, None
    if many in (3, 4) and (found := _TOLD_FIRST.match(words[1])) and _TARGET_IS.search(words[0]):
        # `목표를 10.4%로 설정. 증가율 10.0%보다 0.4%p 높음`
        label = found["label"]
        names = parts.names[1][len(parts.names[1]) - label.count("#") :]
        yield Split((label, *words[2:]), parts.figures[1:], (names, *parts.names[2:])), parts.figures[0]
    if many == _WITH_OUTCOME and (found := _FROM_IT.match(words[0])) and words[2] == "→":
        # `전년도 목표치에서 2점 상향(76점→78점)`
        step, base, out = parts.figures
        said = words[1].removesuffix("(") + words[3].removeprefix(")")
        if words[1].endswith("(") and words[3].startswith(")"):
            yield Split((found["label"], found["link"], said), (base, step), (parts.names[0], (), ())), out
    if many == 4 and (found := _PART_OF.match(words[1])) and parts.figures[0].scaled > parts.figures[1].scaled:
        # `대상 220개 기관 중 참여 기관은 40개`
        names = parts.names[1][len(parts.names[1]) - found["label"].count("#") :]
        rest = Split(
            (found["label"], *words[2:-2], _attributive(words[-2])), parts.figures[1:-1], (names, *parts.names[2:-1])
        )
        if parts.figures[0].unit.startswith(parts.figures[1].unit) and _outcome_tail(words[-1]):
            yield rest, parts.figures[-1]
    if many in (2, 3) and _outcome_tail(words[-1]):
        # `… 5%p를 더한 25%로 설정`
        yield Split((*words[:-2], _attributive(words[-2])), parts.figures[:-1], parts.names[:-1]), parts.figures[-1]


def _outcome_tail(said: str) -> bool:
    return covered(said.lstrip(")"), RAISED | LOWERED)


def _attributive(said: str) -> str:
    """What stands before an outcome, without the signs that lead to it."""
    return re.sub(r"(?:인|,|즉|즉,|\(|=|\(=)$", "", said)


def _worked(parts: Split, out: Figure | None, known: Known) -> Node:
    base, link, step, behind = _roles(parts, known)
    node = _step(base, link, step, behind, known, out)
    value = known.value(node)
    if value is None or (out is not None and not _prints(out, value, known)):
        raise MisfitError
    if not near(value, known):
        raise MisfitError
    if base.unit in PERCENT and value > max(_WHOLE, base.worth):
        raise MisfitError
    return node


def _roles(parts: Split, known: Known) -> tuple[Base, str, Figure, str]:
    """The base, what links it, the figure of its step and what stands behind."""
    words = [unbracketed(said) for said in parts.words]
    if len(parts.figures) == 1:
        label, link = _own_label(parts.words[0])
        return named_base(label, parts.names[0], known), link, parts.figures[0], words[1]
    before, link, names = words[0], words[1], parts.names[0]
    if before.endswith("(") and (found := _NAMED_BEHIND.match(link)):
        # `생존율(29.2%, 5년 평균)의`
        before, link = before[:-1] + found["name"], link[found.end() :]
        names += parts.names[1][: found["name"].count("#")]
    elif (before.count("(") > before.count(")")) != link.startswith(")"):
        raise MisfitError
    label = _HEADED.sub("", before if before != words[0] else parts.words[0])
    label = re.sub(r"[()]", "", _IN_BRACKETS.sub("", label))
    return printed_base(label, names, parts.figures[0], known), link.removeprefix(")"), parts.figures[1], words[2]


# What names a figure from behind, in its bracket.
_NAMED_BEHIND = pattern_of(r"^,(?P<name>[가-힣#]{1,12})\)")
_LINKED = pattern_of(
    rf"^(?P<label>.*?(?:실적|실적치|수준|결과|점수|값|율|률|비율|인원|건수|금액|액|수|평균|평균치|평균값|구하고|구한뒤|내고|낸뒤|구한다음|구하여|산출하고|구한후),?)(?P<link>{LINK_FROM.pattern}|{LINK_OF.pattern}|{LINK_AT.pattern}|그(?:값|평균)?(?:의)?|이(?:값|평균)?의)$"
)


# What a base without its figure is linked by; what is only compared with is read elsewhere.
_TAKEN_UP = pattern_of(r"^의|기준|토대|바탕|기초|근거|[그이](?:값|평균|보다|의|에|$)|여기|거기")


def _own_label(said: str) -> tuple[str, str]:
    found = _LINKED.match(_HEADED.sub("", said))
    if found is None or not _TAKEN_UP.search(found["link"]):
        raise MisfitError
    link = found["link"]
    return found["label"], "의" if re.fullmatch(r"[그이](?:값|평균)?(?:의)?", link) else link


_COMPARED = pattern_of(r"(?:대비|에비해|에비하여)(?:약|목표를)?")
# Behind a share: by so much, or to so much.
_ON_TOP = pattern_of(
    r"^(?:를|을|만큼)?(?:다소|대폭|크게|한층|도전적으로|적극적으로|의욕적으로)*(?:상향|하향|올(?!해)|높|끌|확대|늘|강화|낮|줄|축소|감축|내(?!년))"
)


def _step(base: Base, link: str, step: Figure, behind: str, known: Known, out: Figure | None) -> Node:
    """So many per cent of the base or so many times it, or so much above or below it."""
    node = _multiplied(base, link, step, behind) or _shared(base, link, step, behind, told=out is not None)
    return node or _stepped(base, link, step, behind, known, out)


def _multiplied(base: Base, link: str, step: Figure, behind: str) -> Node | None:
    """`38.4%에 180%를 적용하여`, `…를 기준으로 1.5를 곱한`."""
    done = MULTIPLIED.match(behind)
    if done is None or not LINK_AT.fullmatch(link) or not covered(done["rest"], RAISED):
        return None
    if step.unit in PERCENT and (step.number >= _WHOLE or done["verb"] == "곱"):
        return infix(base.node, "*", number(step.number, Suffix.RATIO))
    if step.unit == "배" or (not step.unit and done["verb"] == "곱"):
        return infix(base.node, "*", number(step.number))
    return None


def _shared(base: Base, link: str, step: Figure, behind: str, *, told: bool) -> Node | None:
    """`…를 기준으로 그 150% 수준`, `이의 1.2배`; where so much could be put on top (`그 150%를 상향`), the outcome must be told."""
    least = _LEAST / _WHOLE if step.unit == "배" else _LEAST
    if (step.unit not in PERCENT and step.unit != "배") or step.number < least or (_ON_TOP.match(behind) and not told):
        return None
    words = RAISED if step.number >= least * 2 else LOWERED
    compared = step.number >= least * 2 and _COMPARED.fullmatch(link)
    if (compared or LINK_OF.fullmatch(link)) and _SHARE.match(behind) and covered(behind, words):
        return _times(base, step)
    if link in ("을", "를") and behind.startswith("로") and step.number >= least * 2 and covered(behind, words):
        return _times(base, step)
    return None


def _times(base: Base, step: Figure) -> Node:
    return infix(base.node, "*", number(step.number, Suffix.NONE if step.unit == "배" else Suffix.RATIO))


def _stepped(base: Base, link: str, step: Figure, behind: str, known: Known, out: Figure | None) -> Node:
    """So much above or below it."""
    done = STEP.match(behind)
    if done is None or not (LINK_FROM.fullmatch(link) or (base.owned and LINK_BARE.fullmatch(link))):
        raise MisfitError
    sign = 1 if done["up"] else -1
    if not covered(done["rest"], RAISED if sign > 0 else LOWERED):
        raise MisfitError
    if step.unit in PERCENT:
        if base.unit in PERCENT and out is not None and out.number == base.worth + sign * step.number:
            return signed(base.node, sign, number(step.number))
        return grown(base.node, sign, number(step.number, Suffix.RATIO))
    if step.unit in POINTS and (base.unit in (*PERCENT, *POINTS) or not base.unit):
        return signed(base.node, sign, number(step.number))
    if (step.unit and step.unit == base.unit) or (not base.unit and step.unit not in ("배", "") and not step.power):
        return signed(base.node, sign, number(own(step, known)))
    raise MisfitError


def _prints(out: Figure, value: Decimal, known: Known) -> bool:
    """Whether a value is printed so, as far as it is printed."""
    places = max(0, -int(out.number.as_tuple().exponent))
    step = Decimal(1).scaleb(-places)
    return any(abs(worth - value) < step for worth in (out.number, out.scaled))
