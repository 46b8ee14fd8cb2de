"""What a figure is said to surpass: `전년도 증가율(0.8%)을 웃도는 2.0%`, `3년 평균(240명)을 상회하는 260명`.

It tells how high the figure is, and is no part of the calculation.
"""

from collections.abc import Iterator

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of

_SURPASSES = pattern_of(
    r"(?:(?:을|를)(?:크게|다소|소폭|훨씬)?(?:웃도는|상회하는|뛰어넘는|넘어서는|초과하는|능가하는)|보다(?:더|다소|소폭)?(?:높은|많은|큰))(?=\d)"
)
# Behind which what is surpassed may begin.
_HINGE = pattern_of(r"(?:에|에서|으로|은|는|고|여|해|나|만|로|(?<!년)도|[,.])$")


def surpassed(laid: Laid) -> Iterator[tuple[int, int]]:
    """Where the words may stand that name what a figure surpasses: from behind each hinge before, or from the beginning."""
    for found in _SURPASSES.finditer(laid.text):
        yield 0, found.end()
        for at in range(1, found.start() - 1):
            if laid.gap[at] and _HINGE.search(laid.text, 0, at):
                yield at, found.end()


def surpasses(said: str) -> bool:
    """Whether a stretch ends in such words."""
    return bool(_ALONE.search(said))


_ALONE = pattern_of(_SURPASSES.pattern.removesuffix(r"(?=\d)") + "$")
