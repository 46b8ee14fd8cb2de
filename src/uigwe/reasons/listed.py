"""Lists of figures in one unit: `20·25·30·35건`, and the number that only says how many there are: `3개 지구 480필지, 620필지, 350필지`."""

import re

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_UNIT = r"(?:건|명|개|회|점|대|억원|백만원|만원|개소|개사|곳|필지|종|편|가구|톤|km|ha|호|척)"
_F = r"\d[\d,]{0,14}(?:\.\d{1,6})?"
_COUNTED = pattern_of(rf"\d{_UNIT}")
# Figures that share the unit of the last; two digits each might be years.
_SHARED = pattern_of(rf"(?<![\d’.,~])(?P<row>{_F}(?:·{_F}){{1,9}})(?P<unit>{_UNIT})(?!당|별)")
_RUN = pattern_of(rf"(?P<first>{_F}(?P<unit>{_UNIT}))(?:(?:,|·|와|과|및)[가-힣]{{0,8}}{_F}(?P=unit)){{1,9}}")
_COUNT = pattern_of(
    r"(?<![\d.,])(?:총|전체)?(?P<count>\d{1,2})(?:개|곳|개소|대|종)(?=[가-힣]{2,8}(?P<end>$|:|의|는|은|이|가|에서|\()?)"
)


def spelt_out(laid: Laid) -> Laid:
    """Each figure of a row with its unit, and without the number of figures that the row has anyway."""
    if not _COUNTED.search(laid.text):
        return laid
    rows = [one for one in _SHARED.finditer(laid.text) if one["unit"] not in ("대",)]
    laid = replaced(laid, [(*one.span(), f"{one['unit']},".join(one["row"].split("·")) + one["unit"]) for one in rows])
    for run in _RUN.finditer(laid.text):
        many = len(re.findall(rf"{_F}{run['unit']}", run[0]))
        before = [one for one in _COUNT.finditer(laid.text, 0, run.start()) if run.start() - one.end() <= _APART]
        if before and int(before[-1]["count"]) == many:
            return replaced(laid, [(*before[-1].span(), "여러")])
    return laid


_APART = 24
