"""A trend of past results that goes on: `’20~’22년 실적의 증가폭 10을 동일 적용`, `매년 0.4일 단축 추세 유지`.

What is printed must be what the results show.
"""

import re
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Past
from uigwe.reasons.build import infix, number
from uigwe.reasons.constructs import lexicon as words
from uigwe.reasons.constructs.templates import MisfitError, Slots, construct
from uigwe.reasons.constructs.values import divided, figure, years
from uigwe.reasons.known import Known

_RUN = r"(?:’\d{2}~’\d{2}년실적)"
_KIND = r"(?:증가폭|감소폭|상승폭|하락폭|변동폭|개선폭|단축폭|증가분|감소분|상승분|증가량|감소량|증가치|증가|감소|상승|하락)"
_MEAN = r"(?:연평균|평균|매년|연간|연|해마다)?"
_ON = r"(?:동일(?:하게|한)?|그대로|계속|같이|올해도|금년에도|금년도에도|올해에도|똑같이|이어|한번더|추가로|1회더)*"
_DO = r"(?:적용|반영|유지|가산|차감|연장|지속|더하|더한|더함|더해|빼|뺀|뺌|이어감|이어가)"
_KINDS = {"run": _RUN, "kind": _KIND}


def _goes_on(slots: Slots, known: Known) -> Node:
    """The last result, and once more the mean change."""
    first, last = years(slots["w"])
    cells = [known.actuals.get(year) for year in range(first, last + 1)]
    values = [cell.value for cell in cells if cell is not None and cell.value is not None]
    if last != known.year - 1 or len(values) != len(cells) or len(values) < 2:
        raise MisfitError
    step = figure(slots["g"])
    change = divided(values[-1] - values[0], Decimal(len(values) - 1))
    places = Decimal(1).scaleb(int(step.number.as_tuple().exponent)) / 2
    if step.power or abs(abs(change) - step.number) > places or step.unit == "%":
        raise MisfitError
    said = slots["k"]
    if (change > 0 and re.search(_FALLS, said)) or (change < 0 and re.search(_RISES, said)):
        raise MisfitError
    whole = infix(Past(kind="actual", year=last), "-", Past(kind="actual", year=first))
    return infix(Past(kind="actual", year=last), "+", infix(whole, "/", number(Decimal(len(values) - 1))))


_RISES = rf"증가|상승|{words.UP}"
_FALLS = rf"감소|하락|단축|{words.DOWN}"

TRENDS = (
    *construct(
        _goes_on,
        rf"{{w:run}}(?:추이|추세|변화)?(?:의|로|으로|중|,)?{_MEAN}{{k:kind}}(?:인|은)?\(?{{g:fig}}\)?(?:씩|을|를|만큼|만큼을)?(?:{words.WHEN}(?:실적)?(?:에서|에도|에))?{_ON}{_DO}",
        rf"{{w:run}}(?:추이|추세|변화)?(?:의|로|으로|중|,)?(?:연평균|매년|연간|연|해마다){{g:fig}}(?:씩)?{{k:moved}}(?:하는|한|된|되는|해온|하고있는|중인)?(?:추세|흐름|추이|경향)?(?:를|을|가|이)?{_ON}{_DO}",
        **_KINDS,
    ),
)  # fmt: skip
