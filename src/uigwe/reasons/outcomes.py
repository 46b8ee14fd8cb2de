"""The figure that a reason sets as its target: `… 5,050건으로 설정`, `… 90점을 목표로`, `… = 76.2%`."""

from collections.abc import Sequence

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import Token
from uigwe.reasons.words import DONE, SUPPLY

_YEAR = r"(?:(?:올해|금년|당해|차년|’?\d\d(?:\d\d)?년)도?(?:의)?|[가-힣]{0,5}첫해(?:의)?)?"
_TARGET = rf"{_YEAR}(?:(?!한|된|인|은|는|을|를|하|해|여|고|더)[가-힣]){{0,4}}?(?:목표(?:치|값|인원|건수|점수|량|수준)?|지표값)"
_SETS = (
    r"설정(?!되)|산정|산출|책정|정함|정하|정했|결정|선정|부여|제시(?!되)|계획|잡[았음아]|삼[았음아]|삼는|도출|두[었기]|둠|수립|추진|추계|배정|"
    r"반영(?:함|하였)|함(?=$|[.,(※])|하였|한다|하고|하며|하되"
)
_MOVES = r"끌어올|높[이여임]|낮[추춰춤]|줄[이여임]|늘[리려림]|상향|하향|단축|감축|확대|개선|향상|조정|유지"
_MANNER = (
    r"(?:그대로|도전적으로|높게|높여|낮춰|낮추어|올려|내려|늘려|줄여|상향하여|하향하여|상향|하향|최종|새로|의욕적으로)?"
)
# What is done with so many: `450개사 지원을 목표로`.
_DONE = rf"(?:{SUPPLY}|{DONE}|유지|준수|이행|합격)"
# What follows the figure, and what stands before it.
_BEHIND = pattern_of(
    rf"(?:(?:[가-힣]|[a-zA-Z/]{{1,5}})(?=을|를|으로|로|이상))?(?:\([^()]*\))?(?:이상|이하|이내|내외|수준|정도)?(?:\([^()]*\))?"
    rf"(?:(?:으로|로)(?:{_TARGET}(?:를|을|로)?)?{_MANNER}(?:{_SETS})"
    rf"|(?:을|를)(?:{_SETS})"
    rf"|(?:을|를)(?:달성|유지|확보|준수|관리)하고자"
    rf"|(?:(?:[가-힣]{{2,4}}[율률])?{_DONE}?(?:을|를)|(?:을|를)?(?:달성|유지|확보|준수|이행)하는것을)(?:그대로)?(?:{_TARGET})(?:로|으로|를|을)?{_MANNER}(?:{_SETS}|$|[.])"
    rf"|(?:으로|로)(?:목표(?:치|값)?(?:를|을)?)?(?:{_MOVES})"
    rf"|(?:을|를|에)(?:채우|이르|도달하)는것(?:으로(?:{_SETS})|을{_TARGET})"
    rf"|(?:으로|로)(?:관리|유지|억제)하(?:는것을{_TARGET}|고자)"
    r"|(?:임|이다|가됨|이됨)?(?:$|[.]|※))"
)
# So many things of which something is done; of a share it would say of which part.
_DOING = pattern_of(
    rf"(?:(?!더|추)[가-힣]{{1,2}})?(?:을|를)?{_DONE}하는것을{_TARGET}(?:로|으로|를|을)?(?:{_SETS}|$|[.])"
)
_BEFORE = pattern_of(rf"(?:=|(?<!최[고저대소])(?<![상하]한){_TARGET}(?:는|은|:|인)?)(?:약|총)?$")
_ENDS = pattern_of(r"[가-힣]{0,3}(?:$|[.)])")
# A figure that is none: said of a part of the year or of a later one, or taken back behind it.
_OTHERWISE = pattern_of(r"최종목표|중장기|[상하]반기|\d/?4?분기|까지의목표|년까지")
_UNDONE = pattern_of(
    r"[^.]*?(?:(?:하였|했|이었|였)(?:으나|지만)|하려|하기로한|검토|협의|예상되|전망|미달|못하|지않)|(?:이었|였)음|[^.]*[.,]다만"
)
_NAMED = pattern_of(r"[※*.]\d개?년[^.]{0,12}(?:평균|증가폭|증가분|상승폭|실적|표준편차)(?:은|:)?(?:약)?$")
_LAST = pattern_of(r"[가-힣%]{0,3}[.]?$")
_BOUND = pattern_of(r"(?:상한|하한|한도)(?:선|값|치)?(?:은|는|을|를|:)?$|(?:최대|최소)$")
NEAR = 60  # signs behind a figure within which it is set
MOST = 30  # figures of a reason that is looked at
_COUNTED = frozenset(["%p", "배", "년", "개월", "차년"])
# A share of what stands before it is no outcome.
_SHARE = pattern_of(r"(?:의|대비|보다|중|가운데|실적|평균|[고]그|[고]이)(?:약)?$")


def outcome_at(laid: Laid, tokens: Sequence[Token], year: int) -> int | None:
    """Which token is the figure that is set; None when there is none, or more than one with different figures."""
    if sum(one.kind == "number" for one in tokens) > MOST:
        return None
    found = [
        at
        for at, one in enumerate(tokens)
        if one.kind == "number" and _is_set(laid, one) and not (_put_with(tokens, at) or _of_the_past(tokens, at, year))
    ]
    return found[-1] if found else None


def _put_with(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure is one of a list, a part of an arithmetic in signs, or so many of what stands before it."""
    last = max((one for one in range(at) if tokens[one].amount is not None), default=at)
    between = tokens[last + 1 : at]
    listed = bool(between) and all(one.kind == "comma" for one in between)
    closed = max((spot for spot, one in enumerate(between) if one.kind == "close"), default=-1)
    signs = any(one.kind == "op" and one.text != "=" for one in between[closed + 1 :])
    return listed or signs or _of_so_many(between)


def _of_so_many(between: Sequence[Token]) -> bool:
    """`60건 중 46건`: nothing but that stands between the two figures."""
    return any(one.text.startswith(("중", "가운데")) for one in between) and all(
        one.kind in ("other", "blank") for one in between
    )


def _of_the_past(tokens: Sequence[Token], at: int, year: int) -> bool:
    """`’22년 5,498명`, `3개년 평균 6.55회`: what there was in a year before the target's, or was taken of such years."""
    before = [one for one in tokens[max(0, at - 3) : at] if one.kind not in ("blank", "open", "close", "ACTUAL")]
    if before and before[-1].kind in ("MEAN", "GEOMEAN", "MAX", "MIN") and not before[-1].tail:
        return True
    return bool(before) and before[-1].kind == "year" and before[-1].years[0] < year and not before[-1].tail


def _sentence(text: str, at: int) -> str:
    """The sentence in which a sign stands, from its beginning to the next end."""
    begin = max((found.end() for found in _STOP.finditer(text, 0, at)), default=0)
    stop = _STOP.search(text, at)
    return text[begin : stop.start() if stop else len(text)]


_STOP = pattern_of(r"(?<=[가-힣)])[.](?!\d)")


def _is_set(laid: Laid, token: Token) -> bool:
    if token.amount is None or token.unit in _COUNTED:
        return False
    before, behind = laid.text[max(0, token.start - NEAR) : token.start], laid.text[token.end : token.end + NEAR]
    if (token.unit == "%" and _SHARE.search(before)) or behind.startswith("(가중치"):
        return False
    if _BOUND.search(before):
        return False
    if _OTHERWISE.search(_sentence(laid.text, token.start)):
        return False
    if _NAMED.search(before) and _LAST.match(behind):
        # `※ 3개년 평균 6.55회`: what it was, at the end of a note.
        return False
    if _BEHIND.match(behind) or (token.unit != "%" and _DOING.match(behind)):
        return not before.endswith(("+", "-", "×", "÷", "/", "*")) and not _UNDONE.match(behind)
    return bool(_BEFORE.search(before) and _ENDS.match(behind)) and not _UNDONE.match(behind)
