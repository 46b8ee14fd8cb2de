"""So much on top of the least that is asked of those who are selected: `선정요건(매출 20% 이상 증가)에 20%p를 더한 증가율`."""

from collections.abc import Iterator

from uigwe.formulas import Node
from uigwe.reasons.build import number, signed
from uigwe.reasons.grounded.bases import near
from uigwe.reasons.grounded.roles.told import Quantity, Told
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_SELECTS = pattern_of(
    r"선정|선발|뽑|선별|고르|골라|가려|요건|자격|지정|지원대상|모집|공고|심사기준|선정기준|인증기준|기준으로선|대상으로|문턱"
)
_GROWS = pattern_of(r"증가|성장|늘|상승|증대|신장|향상|증가율|성장률|오른|커진|확대")
_LEAST = pattern_of(r"요건|자격|기준|문턱")
_IS_ASKED = pattern_of(
    r"^\)?(?:이상|넘게|을넘|를넘|초과|을초과|를초과|(?:의|이라는|인)?[가-힣]{0,6}(?:요건|자격|기준))"
)
_ADDED = pattern_of(
    r"^\)?(?:를|을|만큼|의|씩)?(?:더|추가|가산|상향|얹|보태|보탠|보탬|합산|합한|합하|합친|높|올려|올린|올림|덧붙|웃도|상회|도전적|의욕적|적극적|공격적)"
)
_EXTRA = pattern_of(
    r"(?:추가|추가로|더해|더하여|도전분|상향분|도전적상향분|추가분|가산분|도전|여기에|이에|이보다|그보다|\+)$"
)
_NO_RELATION = pattern_of(
    r"평균(?:에|의|보다|대비|을|를)|제외|이하|미만|실적|전년도?(?:목표|증가율|성장률|도)|작년|목표(?:치|값)?대비|예산"
)
# Of what else so much may be given on top.
_OF_ELSE = pattern_of(r"지원(?:금|율|비|액)|보조|융자|가점|배점|할인|수수료|금리|감면|인하|비중|점유|포인트제")
_TWO, _THREE = 2, 3
_NEAR = 16  # signs before a figure that name it


def selected(reason: Told, known: Known) -> Iterator[Node]:
    """The least that is asked, with what is put on top of it."""
    text = reason.text
    if not (_SELECTS.search(text) and _GROWS.search(text)) or _NO_RELATION.search(text):
        return
    found = reason.quantities
    if not _TWO <= len(found) <= _THREE and not _twice(reason):
        return
    if any(one.kind not in ("%", "%p") for one in found):
        return
    for least, step in _given_out(reason):
        out = [] if _twice(reason) else [one for one in found if one not in (least, step)]
        if all(one.kind == "%" and one.worth == least.worth + step.worth for one in out) and near(
            least.worth + step.worth, known
        ):
            yield signed(number(least.worth), 1, number(step.worth))
            return


def _twice(reason: Told) -> bool:
    """`20% 이상 … 추가 20%`: as much on top as is asked."""
    return len(reason.quantities) == 1 and len(reason.figures) == _TWO


def _given_out(reason: Told) -> Iterator[tuple[Quantity, Quantity]]:
    """What may be the least, and the step: points, or per cent that are said to be added."""
    if _twice(reason):
        first, second = (Quantity(reason, one, (at,)) for at, one in enumerate(reason.figures))
        for least, step in ((first, second), (second, first)):
            if _asked(least) and not _asked(step) and _put_on_top(step):
                yield least, step
        return
    for least in reason.quantities:
        for step in reason.quantities:
            if step is least or least.kind != "%" or not (_asked(least) and _put_on_top(step)):
                continue
            if step.kind == "%p" or len(reason.quantities) == _THREE or step.named(_EXTRA):
                yield least, step


def _asked(one: Quantity) -> bool:
    return any(_LEAST.search(one.told.words[at][-_NEAR:]) for at in one.places) or one.followed(_IS_ASKED)


def _put_on_top(one: Quantity) -> bool:
    if one.named(_OF_ELSE) or any(_OF_ELSE.search(one.told.behind(at)) for at in one.places):
        return False
    return one.followed(_ADDED) or one.named(_EXTRA)
