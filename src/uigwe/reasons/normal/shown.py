"""A list by year at the end of a reason that only shows what is said before: `… 5년 평균(53.0%)의 160% * (’17)52.0→(’18)53.1→…`.

The list goes when its mean is a figure that the reason prints elsewhere. A tag that says where a figure comes from goes with it.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import EXACT

_F = r"-?\d+(?:,\d{3})*(?:\.\d+)?(?!\d)"
_UNIT = r"(?:%|점|명|건|개사|개소|억원|백만원|만원|천원)?"
_YEAR = r"(?:\((?:’|19|20)?\d{2}년?(?:도)?\)|(?:’\d{2}|(?<!\d)(?:19|20)\d{2})년?(?:도)?)"
_ITEM = rf"(?:{_YEAR}:? ?)?(?P<figure>{_F}){_UNIT}"
_PLAIN = re.sub(r"\?P<\w+>", "?:", _ITEM)
_BETWEEN = r"(?:→|,|·|/|;|)* ?"
_ROW = pattern_of(rf"(?<!\d)(?<!\d[.,])(?<!’)(?P<row>{_PLAIN}(?:{_BETWEEN}{_PLAIN}){{2,9}})[)>%.]*$")
# What heads a list: `연도별 증가율(%) :`.
_HEAD = pattern_of(r"(?P<said>[가-힣·/]{0,14})(?:\((?:단위:?)?[가-힣A-Za-z%,·\-0-9 ]{1,14}\))?:?$")
_NAMED = pattern_of(
    r"^(?!설정|산정|산출|책정|제시|정함|목표|적용)(?:연도별|실적|증가율|성장률|추이|현황|[가-힣·]{2,8}(?:율|률|비율|추이|현황|실적))"
)
# At the head of a reason, with or without its name: what follows takes it up.
_FRONT = pattern_of(
    rf"^[(*※-]*(?:[가-힣·/]{{2,14}}(?:\([^()\d]{{1,10}}\))?:)?(?P<row>{_PLAIN}(?:{_BETWEEN}{_PLAIN}){{2,9}})(?!개?년)[)>]*[.,]*(?:위|상기|이상)?(?:의)?(?=\d?[가-힣’])"
)
# What follows such a list names its own base: it is not the list of which something is made.
_OWN_WINDOW = pattern_of(
    r"(?:로|으로|이며|이고|인데|임|이었으며|였으며|,|[.])*(?:최근|직전|지난|과거|전년|작년|\d개?년|(?:두|세|네)해|’\d{2}|20\d{2})"
)
_INSIDE = pattern_of(rf"\((?P<row>{_PLAIN}(?:{_BETWEEN}{_PLAIN}){{2,9}})\)")
_FIGURE = pattern_of(_ITEM)
_DATED = pattern_of(rf"(?:’|\(|(?<!\d)20)’?(?:20)?(?P<year>\d{{2}})년?(?:도)?\)?:? ?(?P<figure>{_F}){_UNIT}")
_TAG = pattern_of(r"<(?P<said>[가-힣A-Za-z0-9·,()\-’ ]{2,30})>")
_NO_TAG = pattern_of(r"대비|상향|제외|평균|증가|목표|→")
_PRINTED = pattern_of(rf"(?<![\d.,’])(?P<figure>{_F})(?![\d.,]|년|개년)")
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of figures, with where it stands in a reason."""

    start: int
    end: int
    figures: tuple[Decimal, ...]

    @property
    def mean(self) -> Decimal:
        return EXACT.divide(sum(self.figures, Decimal(0)), Decimal(len(self.figures)))


def listed(laid: Laid) -> Listed | None:
    """The list at the end of a reason, at its head, or the one in a bracket."""
    found = _ROW.search(laid.text)
    if found and found.start() and (one := _figures(_begin(laid, found.start()), len(laid.text), found["row"])):
        return one
    front = _FRONT.search(laid.text)
    if front and re.search(_YEAR, front["row"]) and (one := _figures(0, front.end(), front["row"])):
        return one
    inside = _INSIDE.search(laid.text)
    return _figures(inside.start(), inside.end(), inside["row"]) if inside else None


def _begin(laid: Laid, row: int) -> int:
    """Where a list begins with what heads it and the signs before that."""
    start, head = row, _HEAD.search(laid.text[:row])
    if head and head[0]:
        words = [at for at in range(*head.span("said")) if laid.gap[at] or laid.text[at - 1 : at] in tuple(".*※(<")]
        start = next((at for at in words if _NAMED.match(laid.text[at:row])), row if head["said"] else head.start())
    return len(laid.text[:start].rstrip(".*※(<"))


def _figures(start: int, end: int, row: str) -> Listed | None:
    if not (re.search(_YEAR, row) or row.count("→") + 1 >= _LEAST):
        return None
    figures = [Decimal(one["figure"].replace(",", "")) for one in _FIGURE.finditer(row)]
    return Listed(start, end, tuple(figures)) if len(figures) >= _LEAST else None


def without_tags(laid: Laid) -> Laid:
    """Without the names of sources in pointed brackets."""
    tags = [(one.start(), one.end(), "") for one in _TAG.finditer(laid.text) if not _NO_TAG.search(one["said"])]
    return replaced(laid, tags) if tags else laid


def without_shown(laid: Laid, known: Known) -> Laid:
    """The reason without a list that shows the mean it prints."""
    bare = without_tags(laid) if "<" in laid.text else laid
    front = _FRONT.search(bare.text)
    if front and _OWN_WINDOW.match(bare.text, front.end()) and _of_the_table(front["row"], known):
        return replaced(bare, [(0, front.end(), "")])
    found = listed(bare) if "평균" in bare.text else None
    if found is None:
        return bare
    rest = bare.text[: found.start] + bare.text[found.end :]
    for one in _PRINTED.finditer(rest):
        figure = one["figure"].replace(",", "")
        places = len(figure.partition(".")[2])
        if abs(Decimal(figure) - found.mean) * 2 <= Decimal(1).scaleb(-places):
            return replaced(bare, [(found.start, found.end, "")])
    return bare


def _of_the_table(row: str, known: Known) -> bool:
    """Whether each figure of a list by year is the table's."""
    pairs = list(_DATED.finditer(row))
    return (
        len(pairs) >= _LEAST
        and len(pairs) == len(_FIGURE.findall(row))
        and all(_is_result(one, known) for one in pairs)
    )


def _is_result(told: re.Match[str], known: Known) -> bool:
    cell = known.actuals.get(2000 + int(told["year"]))
    return cell is not None and cell.value == Decimal(told["figure"].replace(",", ""))
