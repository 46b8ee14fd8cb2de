"""A criterion of selection and so much on top: `매출이 15% 이상 늘어난 기업을 뽑고 있으므로 추가로 10%p를 더한 25%`."""

import re
from collections.abc import Iterator

from uigwe.formulas import Node
from uigwe.reasons.build import number, signed
from uigwe.reasons.constructs.values import Figure
from uigwe.reasons.grounded.bases import near
from uigwe.reasons.grounded.split import PERCENT, POINTS, Split
from uigwe.reasons.grounded.wording import FROM, MANNER, RAISED, STEP, covered
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_SELECTS = pattern_of(r"선정|선발|뽑|선별|고르|요건|자격|지원대상|지원하|지원중|대상으로|모집|발굴|기준")
_NO_PART = pattern_of(r"대비|보다(?!$)|평균|제외|이하|미만|또는|실적|전년|작년|목표|예산|않|못|중$")
_ENDS = (
    r"(?:므로|어서|아서|여서|하여|어|여|아|점을(?:감안|고려|반영)(?:하여|해|할때|하되)?|점에서|점에비추어|데서|데|만큼|으며|며|고|임|음|되"
    r"|기에|때문에|니|바|다)[,.]?"
)
_ON_TOP = (
    r"(?:여기에다가|여기에다|여기에|거기에다|거기에|이에|이기준에|그기준에|이를기준으로|이를토대로|이보다|그보다"
    r"|(?:이|그)?(?:선정)?(?:기준|요건)(?:보다|에)|)"
)
_LEAST = r"(?P<least>이상|초과|넘게|을넘는|를넘는|를초과하는|을초과하는|)(?P<what>[가-힣·]{0,34}?)"
_REQUIRES = pattern_of(
    rf"^{_LEAST}{_ENDS}(?P<again>(?:그|이|기준인|기본인?|해당|(?:이|그)?선정(?:기준|요건)인?|요건인|최소기준인|이기준|그기준)?)$"
)
_LEADS = pattern_of(rf"^{_LEAST}{_ENDS}(?P<top>{_ON_TOP}){MANNER}$")
_AGAIN = pattern_of(
    rf"^(?:{FROM}|(?:를|을)?(?:기준|기본|기초|바탕)(?:으로)?(?:하여|하되|삼아|에)?|기준에|에다가){MANNER}$"
)


def criterion(parts: Split, known: Known) -> Iterator[Node]:
    """What a reason comes to that adds so much to the least that it asks of those whom it selects."""
    figures, words = parts.figures, tuple(re.sub(r"[()]", "", said) for said in parts.words)
    least = figures[0]
    if least.unit not in PERCENT or _NO_PART.search(words[0]):
        return
    if len(figures) in (2, 3) and (found := _LEADS.match(words[1])):
        step, out, behind = figures[1], figures[2:], words[2:]
        bound = found["top"] or out
    elif len(figures) in (3, 4) and figures[1] == least and (found := _REQUIRES.match(words[1])):
        step, out, behind = figures[2], figures[3:], words[3:]
        bound = _AGAIN.match(words[2])
    else:
        return
    asks = words[0] + words[1]
    if not bound or not _SELECTS.search(asks) or not (found["least"] or re.search("기준|요건|자격", asks)):
        return
    if (
        not _NO_PART.search(found["what"])
        and _raises(step, least, out, behind)
        and near(least.number + step.number, known)
    ):
        yield signed(number(least.number), 1, number(step.number))


def _raises(step: Figure, least: Figure, out: tuple[Figure, ...], behind: tuple[str, ...]) -> bool:
    """Whether what stands behind adds the step, in points, and comes to what is printed."""
    done = STEP.match(behind[0])
    if done is None or not done["up"] or not all(covered(one, RAISED) for one in (done["rest"], *behind[1:])):
        return False
    if out:
        return step.unit in (*POINTS, *PERCENT) and out[0].number == least.number + step.number
    return step.unit in POINTS
