"""A level that a reason states as the target, with nothing calculated: `의무고용률 3.4%를 준수하는 것을 목표로 설정`.

One figure, which can be the indicator's, and behind it nothing but words that set it. Before it may stand why, and of how many.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.reasons.account import bent
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.shares import count_alike
from uigwe.reasons.tokens import MONEY, Token

# `최근 교류 추이를 감안하여 12회로 설정`: what was taken into account, and then a figure.
_JUDGED = re.compile(r"(?:감안|고려|참작|종합)(?:하여|해|하고|하되)(?!도|서는)[^.\d]*\d")


def judged(text: str) -> bool:
    """Whether a figure is set behind something taken into account: a bare level then is a judgement."""
    return bool(_JUDGED.search(text))


_SETS = (
    "이상|이하|이내|수준|을|를|로|으로|의|에|가|이|까지|인|함|하는|한다|한|하여|하도록|하고자|하기로|하고|하며|되도록|되는|도록|는|것|기준|목표(?:치|값|연도|로)?|설정|산정|책정|"
    "제시|결정|확정|부여|준수|유지|달성|이행|참여|처리|도달|충족|따라잡|회복|완료|관리|억제|정함|정하였음|잡음|기관|기업|사업장|표기|단위|건수|기관수|수|그대로|준용|반영|채택|"
    "추진|지속|계속|확보|사업|획득|받는|얻는|하였음|했음|임|자|시|과제|전원|모두|전체|운영|최종|값"
)
_TAIL = re.compile(rf"^\)?(?:{_SETS})*[.]?$")
_AIMS = re.compile(r"목표|설정|정함|책정|부여|준용|결정|제시|확정|산정")
_BEFORE = frozenset(
    [
        "other",
        "ordinal",
        "SAID",
        "TARGET",
        "OVERALL",
        "this",
        "comma",
        "blank",
        "open",
        "close",
        "BOUND",
        "TOTALOF",
        "KEEP",
        "LEFT",
        "year",
        "MEAN",
        "CUMUL",
    ]
)
# Of what else a figure may be, and what says that it is not the target of this year.
_OF_OTHERS = re.compile(
    r"예산|사업비|인력|표본|설문|위원|당초|최종|장기|중장기|대비|보다|검토|협의|조사대상|응답자|면담|회의|자문\(|한도|상한|하한|최대|최소|점만점|만점|척도|년차|단가|전제|가정|"
    r"의견|수렴|판단|자문|고려|감안|목표였|초과|미달|미만|하였으나|했으나|이었으나|였으나|지만|불구|향후|추후|이후"
)
_MEAN_OF_OTHERS = re.compile(
    r"(?:국가|회원국|선진국|OECD|EU|전국|업계|동종|기관|부처|시도|지자체|국제|세계|민간|타[가-힣]{2,4})(?:의)?평균"
)
_NEAR = (Decimal("0.6"), Decimal("1.7"))
_SMALL = 12


@dataclass(frozen=True, slots=True)
class Stated:
    """The level, with where it stands."""

    value: Decimal
    start: int
    end: int


def stated(laid: Laid, tokens: Sequence[Token], known: Known) -> Stated | None:
    """The one level that is stated, when it can be the indicator's."""
    figures = [one for one in tokens if one.amount is not None]
    if len(figures) == 2 and _of_how_many(tokens, figures):
        figures = figures[1:]
    if len(figures) != 1:
        return None
    [figure] = figures
    tail, before = laid.text[figure.end :], laid.text[: figure.start]
    if not _TAIL.match(tail) or not _AIMS.search(tail) or _OF_OTHERS.search(before) or bent(before):
        return None
    ahead = [one for one in tokens if one.end <= figure.start]
    if any(one.kind not in _BEFORE and one.amount is None for one in ahead):
        return None
    if any(one.kind == "year" and one.years != (known.year,) for one in ahead):
        return None
    if any(one.kind == "MEAN" for one in ahead) and not _MEAN_OF_OTHERS.search(before):
        return None
    value = _level(figure, known)
    return Stated(value, figure.start, tokens[-1].end) if value is not None else None


def _of_how_many(tokens: Sequence[Token], figures: Sequence[Token]) -> bool:
    """`1,000개 중 900개`: counted of how many."""
    whole, part = figures
    between = [one for one in tokens if whole.end <= one.start < part.start]
    among = whole.tail in ("중",) or any(one.text.startswith(("중", "가운데")) for one in between)
    return among and bool(whole.unit) and count_alike(whole.unit, part.unit)


def _level(figure: Token, known: Known) -> Decimal | None:
    """The figure in the indicator's unit; where nobody says which, it must lie near the results."""
    amount = figure.amount
    if amount is None or amount.unit in ("%p", "배", "년", "월", "개월") or figure.tail == "당":
        return None
    past = [cell.value for _, cell in sorted(known.actuals.items()) if cell.value is not None]
    if known.unit:
        alike = amount.unit == known.unit or (amount.unit and count_alike(amount.unit, known.unit))
        if not alike and not (amount.unit and known.unit.endswith(amount.unit)):
            return None
        value = known.amounts(amount)[0]
        return value if not past or _plausible(value, past, percent=known.percent) else None
    if not past or amount.unit.endswith(MONEY):
        return None
    found = {one for one in known.amounts(amount) if _plausible(one, past, percent=amount.unit == "%")}
    return found.pop() if len(found) == 1 else None


def _plausible(value: Decimal, past: list[Decimal], *, percent: bool) -> bool:
    latest = past[-1]
    if value == 0:
        return latest <= _SMALL
    if percent:
        return 1 < latest <= 100 and value <= 100 and latest * _NEAR[0] <= value
    return latest * _NEAR[0] <= value <= latest * _NEAR[1]
