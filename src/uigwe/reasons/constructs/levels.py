"""Levels told in a few words, with nothing behind them but what is done: `법정 처리기한 14일 이내 처리`, `중대재해 0건 달성`."""

from uigwe.formulas import Node
from uigwe.reasons.account import bent
from uigwe.reasons.build import number
from uigwe.reasons.constructs import lexicon as words
from uigwe.reasons.constructs.templates import MisfitError, Slots, construct
from uigwe.reasons.constructs.values import figure, own
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_DONE = r"(?:달성|준수|유지|처리|확보|충족|이행|실현|완수|도달)"
# Of what else a figure may be, or what makes it a step, a part or a time.
_NO_LABEL = pattern_of(
    rf"{words.OF_OTHERS}|추가|신규|대비|보다|에서|부터|까지|매년|매월|월|분기|반기|평균|상위|하위|중$|당$|(?<![특성차])별|씩|마다"
    rf"|전년|작년|직전|최근|향후|장기|당초|종전|기존|누적|누계|총|만점|점척도|단가|표본|이후|감안|고려|의$|년도?$|내$|증가|감소|상승"
    rf"|하락|상향|하향|개선|단축"
)
# Where a bound is what is to be kept, and not the least that would do.
_LAID_DOWN = pattern_of(r"법정|법령|의무|로드맵|계획|협약|기준|지침|규정|승인|처리기한")
_STEPS = ("%p", "%포인트", "퍼센트포인트", "포인트", "배", "할")
_NEAR = 2


def _level(slots: Slots, known: Known) -> Node:
    """The figure, when it can be the indicator's: it lies near the results."""
    one = figure(slots["f"])
    label = slots["label"]
    if one.unit in _STEPS or not one.unit or one.money or _NO_LABEL.search(label) or bent(label):
        raise MisfitError
    if slots["bound"] and not _LAID_DOWN.search(label):
        raise MisfitError
    worth = own(one, known)
    past = [cell.value for _, cell in sorted(known.actuals.items()) if cell.value is not None]
    if not past and one.unit != "%" and worth != 0 and not _LAID_DOWN.search(label):
        raise MisfitError
    if worth == 0:
        if past and past[-1] > _FEW:
            raise MisfitError
    elif past and not min(past) / _NEAR <= worth <= max(past) * _NEAR:
        raise MisfitError
    if one.unit == "%" and worth > _ALL:
        raise MisfitError
    return number(worth)


_FEW = 12
_ALL = 100

LEVELS = (
    *construct(
        _level,
        rf"(?P<label>(?:(?!{words.WHEN})[가-힣A-Za-z·]){{2,20}})(?:인|\()?{{f:fig}}\)?(?P<bound>(?:이내|이하|이상)?)(?:수준)?(?:의|에|를|을|로|으로)?(?:전량|전건|모두|전부|차질없이|지속|계속|연속|반드시|100%)?{_DONE}",
    ),
)
