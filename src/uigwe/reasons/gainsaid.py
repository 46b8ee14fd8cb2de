"""Figures and words of a reason that gainsay a reading: each takes its sureness away."""

import re
from collections.abc import Mapping
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.laid import Laid, lay_out
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import MONEY, Amount, Token, read_tokens

_WHOLE = Decimal(100)
# What is not done, and beside it what is: `미이행률을 절반으로 줄인 이행률`.
_MISSING = pattern_of(r"(?:미|불)([가-힣]{1,4}?)(?:비율|[율률])")
_REFUSED = r"%[^,.\d]{0,14}(?:곤란|어려[워우움]|무리|불가|힘들)"
# What is added or multiplied with, by its name alone; and what makes such a name stand for a figure told before.
_UNCOUNTED = pattern_of(
    r"(?:인원|물량|건수|금액|사업비|연구비|예산|참여자|수요|업체수|개소수)(?:을|를)(?:모두)?(?:더하|더한|합산|합한|가산|곱하|곱한|곱해|더해)"
)
_MADE = pattern_of(r"[한된뺀곱눈인난든]|평균|실적|증가|감소|해당|만큼|최근|전년|직전|작년|지난|동일|나머지|각|당(?!해)")
_RAISES = "가산|더|추가|상향|증가|높|올|늘|증액|인상|보태"


def gainsaid(laid: Laid, source: str, node: Node, value: Decimal | None, known: Mapping[int, Decimal]) -> str:
    """The identifier of the first doubt, empty without one. `source`: the reason as it is
    printed; `known`: the past results that are numbers."""
    text = laid.text
    figures = [token for token in read_tokens(laid) if token.amount is not None]
    amounts = [token.amount for token in figures if token.amount is not None]
    if _share_or_more(text, node):
        return "share-or-more"
    raised = value is not None and value > known.get(max(known, default=0), value)
    if not raised and _other_part(lay_out(source).text, node):
        return "other-part"
    if any(re.search(re.escape(_printed(part.value)) + _REFUSED, text) for part in _numbers(node)):
        return "figure-refused"
    if isinstance(node, Infix) and node.operator == "+" and _SHARE_ITSELF.search(text):
        return "other-part"
    if isinstance(node, Past) and _figure_unread(figures, value, known):
        return "figure-unread"
    if _mixed_scales(amounts, node):
        return "mixed-scales"
    if _figure_missing(text):
        return "figure-missing"
    if "연평균" in text and _whole_change(node):
        return "either-window"
    if _target_as_base(text, node):
        return "which-base"
    if _used_twice(amounts, text, node):
        return "rate-twice"
    if _total_multiplied(amounts, text, node) or _times_a_plan(text, node):
        return "total-multiplied"
    if _of_the_budget(text, node):
        return "of-the-budget"
    return "unsaid-sum" if _whole_things(node, text, known) else ""


# `남은 물량을 4년간 똑같이 나눈 건수를 목표로`: the share of a year, and not what there is with it.
_SHARE_ITSELF = pattern_of(
    r"(?:남은|나머지|잔여|부족한|미달)[^.]{0,12}(?:나눈|나누어|배분한|안분한|등분한)(?:건수|물량|인원|수량|양|몫|값)(?:을|를)(?!.*(?:더|가산|합))[^.]*목표"
)
_AGAIN = pattern_of(r"두번|번더|복리|연속|매년|해마다|매해|거듭|다시|재차|이어서|또|제곱|\d년(?:간|동안)")


def _used_twice(amounts: list[Amount], text: str, node: Node) -> bool:
    """`성장률(1.4%)만큼의 증가를 반영하여 1.4% 상향`: one rate, said twice, is taken once."""
    rates = [part.value for part in _numbers(node) if part.suffix is Suffix.RATIO and part.value < _WHOLE]
    twice = {rate for rate in rates if rates.count(rate) > 1}
    printed = [amount.number for amount in amounts]
    return any(printed.count(rate) > 1 for rate in twice) and not _AGAIN.search(text)


def _total_multiplied(amounts: list[Amount], text: str, node: Node) -> bool:
    """`분기마다 한 차례씩 모두 4회`: what is said to be all is multiplied with what no figure says."""
    if isinstance(node, Infix) and node.operator == "+" and isinstance(node.right, Number):
        return bool(re.search(rf"모두{re.escape(_printed(node.right.value))}(?![\d.])", text.replace(",", "")))
    if not (isinstance(node, Infix) and node.operator == "*"):
        return False
    values = [part.value for part in (node.left, node.right) if isinstance(part, Number)]
    printed = [amount.number for amount in amounts]
    unprinted = len(values) > len([value for value in set(values) if value in printed])
    return unprinted and any(
        re.search(rf"(?:모두|총|합계|도합){re.escape(_printed(one))}(?![\d.])", text) for one in values
    )


def _times_a_plan(text: str, node: Node) -> bool:
    """`발굴 목표(~’26년 150건)에 맞추어 매년 30건씩`: what a plan holds in all, and what is done of it, are not multiplied."""
    if not (isinstance(node, Infix) and node.operator == "*"):
        return False
    values = [part for part in (node.left, node.right) if isinstance(part, Number)]
    plan = _PLAN.search(text)
    if plan is None or len(values) < 2:
        return False
    sides = [_printed(part.value) in text[: plan.start()].replace(",", "") for part in values]
    return sides[0] != sides[1]


_PLAN = pattern_of(
    r"(?:에맞추어|에맞춰|달성을위해|달성을위하여|이행을위해|에의거|에따라)(?=매년|해마다|연간|연|금년|올해|당해|’)"
)


def _of_the_budget(text: str, node: Node) -> bool:
    """`예산이 31.5% 삭감된 사정을 반영하여 하향 조정`: by how much the budget fell, and not by how much the target does."""
    return not re.search("같은|동일|비례|만큼", text) and any(
        len(re.findall(rf"(?<![\d.]){re.escape(_printed(part.value))}%", text)) == 1
        and re.search(
            rf"예산(?:이|은|가)?[^.,\d]{{0,12}}{re.escape(_printed(part.value))}%(?:가|이|나)?"
            r"(?:삭감|감액|증액|축소|확대|감소|증가)(?:된|한|되는|하는)(?:사정|점|상황|여건|것|만큼의여건)",
            text,
        )
        for part in _numbers(node)
        if part.suffix is Suffix.RATIO
    )


def share_of_shares(text: str, node: Node) -> str:
    """`14.2%, 15.1%, 15.4%의 흐름을 감안한 14.9%`: shares told in a row are not added up and of them a share taken."""
    for part in walk(node):
        if not (isinstance(part, Infix) and part.operator == "*" and isinstance(part.right, Number)):
            continue
        added = _numbers(part.left)
        row = len(added) > 1 and all(
            re.search(rf"(?<![\d.]){re.escape(_printed(one.value))}0*%", text) for one in added
        )
        share = part.right.suffix is Suffix.RATIO and part.right.value != 1  # `× 1 %` only makes a rate of points
        if row and share and all(one.suffix is Suffix.NONE for one in added):
            return f"{_printed(part.right.value)}%"
    return ""


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


_ALL_THESE = pattern_of("[가-힣]{1,3}등")  # `… 90건 등 분기별 물량을 모두 합한`


def _figure_missing(text: str) -> bool:
    """`80명에 신설 과정의 인원을 더하여`: what is added or multiplied with is named, and no figure of it stands there."""
    for found in _UNCOUNTED.finditer(text):
        before = re.split(r"\d", text[: found.start()])[-1]
        if before != text[: found.start()] and not (_MADE.search(before) or _ALL_THESE.match(before)):
            return True
    return False


def _whole_change(node: Node) -> bool:
    """Whether the change over several years is taken whole, undivided."""
    divided = {id(part.left) for part in walk(node) if isinstance(part, Infix) and part.operator == "/"}
    return any(
        isinstance(part, Infix)
        and part.operator == "-"
        and isinstance(part.left, Past)
        and isinstance(part.right, Past)
        and abs((part.left.year or 0) - (part.right.year or 0)) > 1
        and id(part) not in divided
        for part in walk(node)
    )


def _target_as_base(text: str, node: Node) -> bool:
    """`목표 2.7 대비 실적 2.65였으므로 실적 기준 2% 확대`: the figure called a target is no start where a result is named too."""
    return "실적" in text and any(
        re.search(rf"목표(?:치|값)?{re.escape(_printed(part.value))}[가-힣%p]{{0,5}}대비[^(]*실적", text)
        for part in _numbers(node)
    )


def _whole_things(node: Node, text: str, known: Mapping[int, Decimal]) -> bool:
    """Things that are counted are put together, for an indicator whose results are no whole numbers."""
    if any(isinstance(part, Past | Years) for part in walk(node)) or re.search(
        r"[+×÷/=*]|합|더|비율|(?:대비|보다|에서)\d", text
    ):
        return False
    if not (isinstance(node, Infix) and node.operator == "+"):
        return False
    whole = all(part.value == part.value.to_integral_value() for part in _numbers(node))
    return whole and any(one != one.to_integral_value() for one in known.values())
