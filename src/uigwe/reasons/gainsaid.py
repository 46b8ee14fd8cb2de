"""Figures and words of a reason that gainsay a reading: each takes its sureness away."""

import re
from collections.abc import Mapping
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.laid import Laid
from uigwe.reasons.tokens import MONEY, Amount, Token, read_tokens

_WHOLE = Decimal(100)
# What is not done, and beside it what is: `미이행률을 절반으로 줄인 이행률`.
_MISSING = re.compile(r"(?:미|불)([가-힣]{1,4}?)(?:비율|[율률])")
_REFUSED = r"%[^,.\d]{0,14}(?:곤란|어려[워우움]|무리|불가|힘들)"
_RAISES = "가산|더|추가|상향|증가|높|올|늘|증액|인상|보태"


def gainsaid(laid: Laid, node: Node, value: Decimal | None, known: Mapping[int, Decimal]) -> str:
    """The identifier of the first doubt, empty without one. `known`: the past results that are numbers."""
    text = laid.text
    figures = [token for token in read_tokens(laid) if token.amount is not None]
    amounts = [token.amount for token in figures if token.amount is not None]
    if _share_or_more(text, node):
        return "share-or-more"
    if _other_part(text, node):
        return "other-part"
    if any(re.search(re.escape(_printed(part.value)) + _REFUSED, text) for part in _numbers(node)):
        return "figure-refused"
    if isinstance(node, Past) and _figure_unread(figures, value, known):
        return "figure-unread"
    if _mixed_scales(amounts, node):
        return "mixed-scales"
    return "unsaid-sum" if _whole_things(node, text, known) else ""


def _numbers(node: Node) -> list[Number]:
    return [part for part in walk(node) if isinstance(part, Number)]


def _printed(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _share_or_more(text: str, node: Node) -> bool:
    """`33,246개소의 30%를 확충`: so many of them, or so many more."""
    if not (isinstance(node, Infix) and node.operator == "*" and isinstance(node.left, Number)):
        return False
    change = node.right
    if not (isinstance(change, Infix) and change.operator == "+" and isinstance(change.right, Number)):
        return False
    return bool(re.search(rf"의약?{re.escape(_printed(change.right.value))}%[를을](?!{_RAISES})", text))


def _other_part(text: str, node: Node) -> bool:
    """What is not done is changed, and what is done is the target: only the whole less the one is the other."""
    if any(part.value == _WHOLE and part.suffix is Suffix.NONE for part in _numbers(node)):
        return False
    return any(re.search(rf"(?<![미불]){found[1]}(?:[율률도]|비율)?", text) for found in _MISSING.finditer(text))


def _figure_unread(figures: list[Token], value: Decimal | None, known: Mapping[int, Decimal]) -> bool:
    """A result is taken as it is, and the reason says up to which other figure it shall come."""
    reached = {one.amount.number for one in figures if one.amount is not None and one.tail in ("까지", "로", "으로")}
    return value is not None and bool(reached - {value} - set(known.values()))


def _mixed_scales(amounts: list[Amount], node: Node) -> bool:
    """Money printed in 억원 and in 만원, and divided as if both were the same."""
    scales = {amount.scale for amount in amounts if amount.unit.endswith(MONEY)}
    if len(scales) < 2:
        return False
    unscaled = {amount.number for amount in amounts if amount.unit.endswith(MONEY) and amount.scale}
    return any(
        isinstance(part, Infix)
        and part.operator == "/"
        and isinstance(part.left, Number)
        and isinstance(part.right, Number)
        and {part.left.value, part.right.value} <= unscaled
        for part in walk(node)
    )


def _whole_things(node: Node, text: str, known: Mapping[int, Decimal]) -> bool:
    """Things that are counted are put together, for an indicator whose results are no whole numbers."""
    if any(isinstance(part, Past | Years) for part in walk(node)) or re.search(r"[+×÷/=*]|합|더|비율", text):
        return False
    if not (isinstance(node, Infix) and node.operator == "+"):
        return False
    whole = all(part.value == part.value.to_integral_value() for part in _numbers(node))
    return whole and any(one != one.to_integral_value() for one in known.values())
