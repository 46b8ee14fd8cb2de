"""So many of so many, in per cent: `전체 640개소 가운데 592개소를 점검`, `분모 4,000명, 분자 3,340명`, `검사를 1,200건으로 늘려 1,140건 적합`.

The whole is known by what stands before or behind it, and the part is what is left; what was done so far and what comes on top make it
together, when what was done so far is last year's result. A share that is printed must come out, and the outcome lie near the results.
"""

from decimal import Decimal
from functools import lru_cache

from uigwe.formulas import Node
from uigwe.formulas.tree import Infix
from uigwe.reasons.build import infix, number
from uigwe.reasons.calculated.figures import Told, figures_of, is_near, last_result
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of
from uigwe.values import EXACT, rounded

_LONGEST = 240
_HUNDRED = Decimal(100)
_RATE = pattern_of(r"[가-힣]{2,}[율률](?![가-힣]{0,2}상승)|비율|비중|백분율|분모|퍼센트|%")
_WHOLE_BEFORE = pattern_of(
    r"(?:전체|총|모두|전부|합계|모집단|분모)[가-힣()·,]{0,24}(?:이|은|는|가|:)?\(?$|(?:대상|검사|신청|모집단|분모|등록|전체수|총수|접수"
    r"|조사)(?:기관|시설|업체|가구|인원|건수|수|물량|자|은|는|이|을|를|건수를)?(?:\([가-힣 ·]+\))?:?(?:인|이)?$"
)
_WHOLE_AFTER = pattern_of(
    r"^(?:[가-힣·]{0,10})?(?:중(?:에서|에|의)?(?![가-힣]?[기장점심요])|가운데|을대상으로|를대상으로|대비|에서(?!\d)|을분모로|를분모로"
    r"|을모집단으로|으로늘려|으로늘리고|를검사하여|을검사하여|을검사해|를점검하여)"
)
_PART_BEFORE = pattern_of(r"분자")
_MORE = pattern_of(r"(?:올해|금년|당해|신규|추가|새로|더)")
_SO_FAR = pattern_of(r"(?:작년|전년|지난해|기존|현재|기(?:완료|설치|정비)|이미|까지)")
_MISSED = pattern_of(r"(?:은|는|이|가|을|를)?(?:미|불|비)(?!고|용|전|율|중)[가-힣]")
_PAST = pattern_of(r"(?:작년|전년도?|지난해)(?!과같|과동일|수준|말|보다)")
_AGAINST = pattern_of(
    r"않|못|제외|빼|뺀|다만|단,|경우|만약|또는|혹은|검토|당초|이내|이하|(?<!급)이상(?!기후)|미만|초과|상반기|하반기|분기|절반|일부|나머지"
    r"|미정|추후|협의|상한|하한|한도|취소|보류|철회|가중|격차|배로|증가율|아니|중복|잔여|폐지|감소|줄어|줄여|부적격|반려|미달|미이행|각각|씩"
    r"|목표(?:치)?대비|고려|감안|참고|타기관|다른기관|경쟁|업계|전국평균|의사를|밝혔|나타났|나타남|[였았었했][음다으]|였으"
)
_OPEN = pattern_of(r"추후|미정|검토|협의|제외|취소|보류|다시|별도|조정|변경|적용하지|반영하지|확정|다만|경우|아니")


@lru_cache(maxsize=512)
def in_portions(text: str, known: Known) -> Node | None:
    """What a reason comes to that tells a part and the whole that it is of."""
    if len(text) > _LONGEST or not _RATE.search(text) or (known.unit and not known.percent):
        return None
    if any(cell.value is not None and cell.value > _HUNDRED for cell in known.actuals.values()):
        return None
    told = [one for one in text.split(".") if one]
    if any((_AGAINST if any(sign.isdigit() for sign in one) else _OPEN).search(one) for one in told):
        return None
    figures = figures_of(text)
    counts = _apart([one for one in figures if not one.percent and one.unit != "%p"])
    shares = [one for one in figures if one.percent]
    if not 2 <= len(counts) <= 4 or len({one.unit for one in counts if one.unit}) > 1 or len(shares) + len(counts) > 6:
        return None
    own = _without_past(counts, known)
    if len(own) == len(counts) == 2 and _PAST.search(text):
        return None
    node = _share(own, known)
    value = known.value(node) if node is not None else None
    # What was done so far is the table's own: so the whole and the part are what they seem.
    proven = len(own) == 3  # the whole, what was done, and what comes on top
    if node is None or value is None or value > _HUNDRED or not (proven or is_near(value, known, bare=known.percent)):
        return None
    return node if all(_explained(one, value, known) for one in shares) else None


def _apart(counts: list[Told]) -> list[Told]:
    """Figures once each: what is written out once more in signs says nothing new."""
    seen: list[Told] = []
    for one in counts:
        if one.value not in [other.value for other in seen]:
            seen.append(one)
    return seen


def _without_past(counts: list[Told], known: Known) -> list[Told]:
    """The figures without a pair that is last year's result (`전년은 960÷1,000`)."""
    last = last_result(known)
    if len(counts) == 4 and last is not None:
        one, other = sorted((counts[0].value, counts[1].value))
        if _comes_to(one, other, last) and _SO_FAR.search(counts[0].before):
            return counts[2:]
    return counts


def _comes_to(part: Decimal, whole: Decimal, printed: Decimal) -> bool:
    places = max(0, -int(printed.as_tuple().exponent))
    return rounded(EXACT.divide(part * _HUNDRED, whole), places) == printed


def _share(counts: list[Told], known: Known) -> Node | None:
    wholes = [one for one in counts if _is_whole(one)]
    if len(wholes) != 1:
        return None
    whole = wholes[0]
    parts = [one for one in counts if one is not whole]
    if any(one.value > whole.value or _MISSED.match(one.after) for one in parts) or not parts:
        return None
    part: Node = number(parts[0].value)
    if len(parts) == 2:
        last = last_result(known)
        so_far, more = parts
        if last is None or not _SO_FAR.search(so_far.before) or not _MORE.search(more.before + more.after):
            return None
        if not _comes_to(so_far.value, whole.value, last):
            return None
        part = infix(part, "+", number(more.value))
    elif len(parts) > 2 or not _is_part(parts[0], after=counts.index(parts[0]) > counts.index(whole)):
        return None
    return Infix(operator="*", left=infix(part, "/", number(whole.value)), right=number(_HUNDRED))


def _is_part(one: Told, *, after: bool) -> bool:
    """Whether a figure is what shall be there of the whole that stands before it: not only what was there so far."""
    so_far = _SO_FAR.search(one.before.replace("말까지", ""))
    return (after or bool(_PART_BEFORE.search(one.before))) and (not so_far or bool(_MORE.search(one.before)))


def _is_whole(one: Told) -> bool:
    if _PART_BEFORE.search(one.before):
        return False
    return bool(_WHOLE_BEFORE.search(one.before) or _WHOLE_AFTER.search(one.after))


def _explained(share: Told, value: Decimal, known: Known) -> bool:
    """Whether a share that is printed is the outcome, or a past result."""
    results = [cell.value for cell in known.actuals.values()]
    return rounded(value, share.places) == share.value or share.value in results
