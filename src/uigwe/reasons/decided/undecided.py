"""What a reason decides itself, and a reading of the whole does not answer for: it takes the value away.

Asked of the reason as it is printed. What was taken apart by the rooms beside this one has none of these words left.
"""

from uigwe.formulas.tree import Call, Infix, Node, Years, walk
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_WORDS = (
    # Which of two is taken.
    pattern_of(
        r"(?<![가-힣])(?:전자|후자)(?:를|로|의|에)|제?[1-9가나]안(?:을|으로|이|대로)(?:[^.,\d]{0,8})?(?:채택|선택|확정|결정|의결|택)"
    ),
    # What was made of it is taken back.
    pattern_of(
        r"(?:원안|당초안|종전안|기존안|종전수준|원래대로|이전수준)[^.]{0,24}?(?:되돌[림리렸]|환원|복귀|회귀|돌아[감가갔]|복원|원상회복)|(?:으로|로)(?:되돌[림렸]|환원(?:함|하였|하기)|되돌리기로)"
    ),
    # Only a part of it moves, or of what others asked.
    pattern_of(
        r"[가-힣]만(?:전년)?(?:도)?(?:대비|보다)?\d[\d.]*%(?:를)?[가-힣]{1,6},?나머지[^.]{0,20}?(?:그대로|유지|동결|현행|전년)"
    ),
    pattern_of(
        r"(?:의견|지적|요구|요청|건의|제안|권고|주문)[^.\d]{0,24}?(?:절반|일부|반|부분적으로|1/2)(?:만|으로|를|을|만큼)?(?:수용|반영|받아|따)"
    ),
    # What is to be moved once more, a bound that nobody names, a middle of which nobody says where.
    pattern_of(
        r"(?:으나|지만|하되),?(?:다시(?:조정|변경|검토|설정|산정|정)(?:할|하기로할|될)(?:예정|계획|수있)|재(?:조정|설정|산정)(?:할)?예정)"
        r"|(?:내부|자체|별도|적정|일정)(?:한)?(?:수준을)?(?:의)?(?:상한|하한)(?!\d)|(?:의견|안|요구)[^.\d]{0,12}절충(?:하여|해|하였|안을|한수준)(?![^.]{0,4}(?:중간|평균|가운데))"
    ),
    # What others are to settle, and what is counted again.
    pattern_of(
        r"(?:위원회|심의회|협의체|장관|기관장|부처|본부)(?:가|이|에서)(?:추후)?(?:정하|결정하|확정하|의결하)는(?:값|바|수치|기준|수준|대로|것)"
        r"|(?:재집계|재산정|재조사|재검증|검증|정정)중(?:이며|임|이나|이고|이므로|에있)"
    ),
    # A figure that is still to come.
    pattern_of(
        r"(?:나오|확정되|집계되|공표되|발표되|산출되)(?:면|는대로|고나면|거든)[^.]*?(?:다시|재산정|재설정|조정|변경|정함|[상하]향|확정)"
    ),
)
_FROM = pattern_of(
    r"(?:’|20)(?P<year>\d{2})년(?:도)?(?:목표)?부터(?:는)?(?![^.]*까지)[^.]*?(?:변경|전환|적용|바꾸|바꿈|개편|도입|시행)"
)
# A bound that is itself a result or a mean.
_BOUND = pattern_of(
    r"(?:평균|실적)(?:치|값)?(?:을|를|보다|보다는|의|에)?[^.,\d]{0,6}?(?:(?:하한|상한)(?:으로|선으로|을|로)|(?:아래|밑|위)로는|(?:밑돌|하회하|넘|낮|낮아지|높|높아지|초과하|미달하|떨어지)지(?:는)?(?:않|못|아니))"
)


def undecided(text: str, node: Node, known: Known) -> str:
    """The words that a reading of the whole does not answer for; empty without any."""
    for one in _WORDS:
        if found := one.search(text):
            return found[0]
    found = _FROM.search(text)
    if found and 2000 + int(found["year"]) > known.year:
        return found[0]
    bounded = any(isinstance(part, Call) and not isinstance(part.arguments[0], Years) for part in walk(node))
    calculates = any(isinstance(part, Infix) for part in walk(node))
    found = _BOUND.search(text) if calculates and not bounded else None
    return found[0] if found else ""
