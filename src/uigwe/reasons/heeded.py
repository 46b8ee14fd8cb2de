"""What the whole reason must not say for a reading to be sure, whichever way it was read and whatever was left away for it."""

from uigwe.formulas.tree import Node
from uigwe.reasons.curtailed import curtailed
from uigwe.reasons.gainsaid import share_of_shares
from uigwe.reasons.hedges import unsaid
from uigwe.reasons.known import Known
from uigwe.reasons.left_open import left_open, unmade
from uigwe.reasons.objects import of_another_base, of_another_step
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.said_twice import printed_otherwise


def unheeded(text: str, node: Node, known: Known) -> str:
    """The words that leave the target open, bound it, move it once more, or are told of something else; empty without any."""
    return (
        unsaid(text)
        or curtailed(text, node)
        or left_open(text)
        or unmade(text, node)
        or of_another_base(text, node)
        or of_another_step(text, node)
        or share_of_shares(text, node)
        or _set_twice(text)
        or printed_otherwise(text, node, known)
    )


_SET_TWICE = pattern_of(
    r"(?P<one>\d[\d,]*(?:\.\d+)?)[가-힣%]{0,4}(?:으로|로)(?:설정|정함|정하|산정|책정|잡음)[가-힣]*\.(?:이에따라|따라서|이에)목표(?:치)?(?:를|는)(?P<other>\d[\d,]*(?:\.\d+)?)"
)


def _set_twice(text: str) -> str:
    """`… 84.4점으로 정함. 이에 따라 목표를 110.6로 설정함`: two targets."""
    found = _SET_TWICE.search(text)
    return found["other"] if found and found["one"] != found["other"] else ""
