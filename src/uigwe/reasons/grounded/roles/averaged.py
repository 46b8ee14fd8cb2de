"""The mean of rates that are listed, as the target: `5년간 수출 증가율 평균을 반영하여 목표 12%로 설정 * (18)15.2→(19)4.4→(20)△6.1→…`."""

from collections.abc import Iterator

from uigwe.formulas import Node
from uigwe.reasons.build import call, number
from uigwe.reasons.grounded.roles.told import tick, told
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.shown import listed
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_MEAN = pattern_of(r"(?<!연)(?<!월)평균|평균(?:하|한|값|치)")
_NO_MEAN = pattern_of(
    r"대비|보다|상향|가산|더하|더한|제외|최고|최저|최대|최소|가중|기하|실적에(?!서)|에적용|빼|곱|절반|배|추가|하향|이상|상회|연평균|월평균|를적용하여|을적용하여|중앙|조화"
)
_SET = pattern_of(r"목표|설정|산정|책정|정함")
_WINDOW = pattern_of(r"(?P<count>\d{1,2})(?:개)?(?:년|해|년도|연도)(?:간|치)?$")
_SMALL = 2


def averaged(laid: Laid, known: Known) -> Iterator[Node]:
    """The mean of a list of rates by year; the table, where it has these years, must have them so."""
    found = listed(laid)
    if found is None:
        return
    rest = told(replaced(laid, [(found.start, found.end, "")]))
    if len(rest.figures) >= _SMALL or not (_MEAN.search(rest.text) and _SET.search(rest.text)):
        return
    if _NO_MEAN.search(rest.text):
        return
    windows = [int(one["count"]) for name in rest.names if (one := _WINDOW.match(name))]
    if any(count != len(found.figures) for count in windows):
        return
    if any(abs(one.number - found.mean) * 2 > tick(one) for one in rest.figures):
        return
    past = [cell.value for _, cell in sorted(known.actuals.items()) if cell.value is not None]
    if past and tuple(past[-len(found.figures) :]) != found.figures[-len(past) :]:
        return
    yield call("mean", *map(number, found.figures))
