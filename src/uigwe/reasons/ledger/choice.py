"""Which of the chains counts."""

from uigwe.formulas.tree import Past
from uigwe.reasons.laid import Laid
from uigwe.reasons.ledger.chains import Chain
from uigwe.reasons.ledger.steps import DOWN, NO_STEP, UP
from uigwe.reasons.patterns import pattern_of

_BRACKETS = pattern_of(r"\([^()]*\)")
_SETS = pattern_of(r"목표|설정|정[하함한]|적용|채택|삼[음았고]|[함임음]$|잡")
# A step on a target of another year.
_ON_TARGET = pattern_of(
    r"목표(?:치)?(?:대비|보다)(?=\d)|(?:전년|작년|지난해|전년도|’\d\d년)도?(?:의|에)?(?:세운|당초)?목표(?:치|값|였던|로했던)?\(?[\d.,점%건)]*(?:에|보다|대비|를|에서)(?!초과|달성|웃|상회|넘)"
)
_THAT_TARGET = pattern_of(r"[그이]목표(?:치)?(?:보다|에서|에)")
_CONSIDERED = pattern_of(
    r"등을|이상|초과|하회|못|가운데|사이|중간|고려|감안|참고|참작|종합|판단|곱|나누|차이|대비|보다"
)


def chosen(laid: Laid, found: list[Chain]) -> list[Chain]:
    """The chains that count: proven ones before those at their start, those at their start before others, bare starts last."""
    text = laid.text
    left = _latest(_as_printed(found))
    stepped = [
        one for one in left if one.steps and (_on_it(one, text) if one.start.aimed else not _ON_TARGET.search(text))
    ]
    if stepped:
        return (
            [one for one in stepped if one.exact]
            or [one for one in stepped if one.proven]
            or _nearest([one for one in stepped if one.linked])
            or stepped
        )
    made = [one for one in left if one.start.made and one.alone]
    return made or ([one for one in left if one.linked and one.alone] if _as_it_is(text) else [])


def _latest(chains: list[Chain]) -> list[Chain]:
    """What is done yearly goes on from the latest result that is named."""
    years = [one.start.node.year for one in chains if isinstance(one.start.node, Past) and one.start.node.year]
    return [
        one
        for one in chains
        if not (
            any(step.yearly for step in one.steps)
            and isinstance(one.start.node, Past)
            and one.start.node.year
            and one.start.node.year < max(years)
        )
    ]


def _nearest(chains: list[Chain]) -> list[Chain]:
    """Of the chains that do the same, the one whose start stands nearest before it."""
    return [
        one
        for one in chains
        if not any(
            other.steps == one.steps and one.start.end < other.start.end <= one.steps[0].entry.start for other in chains
        )
    ]


def _as_printed(chains: list[Chain]) -> list[Chain]:
    """The chains without those whose start is printed, rounded, and taken so by another: the printed figure counts."""
    printed = [one for one in chains if one.start.printed]
    return [
        one
        for one in chains
        if one.start.printed or not any(other.steps == one.steps and one.rounds_to(other) for other in printed)
    ]


def _on_it(chain: Chain, text: str) -> bool:
    """Whether the step stands at a target that is named, and at no other."""
    return chain.linked and "목표" not in _THAT_TARGET.sub("", text[chain.start.end : chain.steps[0].entry.start])


def _as_it_is(text: str) -> bool:
    """Whether nothing is done with what a reason starts from: no word of more or less, and it is set."""
    bare = NO_STEP.sub("", _BRACKETS.sub("", text))
    return not UP.search(bare) and not DOWN.search(bare) and not _CONSIDERED.search(bare) and bool(_SETS.search(bare))
