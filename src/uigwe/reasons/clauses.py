"""Where the calculation may begin behind clauses that only tell the circumstances.

`법인세수가 20% 급감하였으나 …`, `연도별 편차가 15%p에 달하여 …`: such a clause has figures of its own that nothing is calculated
with. When a reason as a whole settles nothing, what stands behind such a clause is read by itself.
"""

import re
from collections.abc import Iterator

from uigwe.reasons.account import bent
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import Token
from uigwe.reasons.words import OF_OTHERS

MAX_CUTS = 6

_FACTS = (
    "증가|감소|급증|급감|상승|하락|급등|급락|둔화|확대|축소|악화|위축|심화|정체|부진|침체|예상|우려|전망|필요|가능|불가피|곤란|"
    "발생|변경|시행|도입|개편|중단|종료|지연|초과|상회|하회|미달|달성|저조|양호|미흡|부족|과다|어려움|감액|삭감|증액|개선|향상|"
    "추진|참여|운영|존재|수준|상황|추세|상태|예정|실정|한계|규모|단계|특성|불가"
)
# A clause that ends so tells why, or what stands against it.
_TELLS = pattern_of(
    rf"(?:{_FACTS}|편|중)이나|(?:어려|쉬|가까|까다로|부담스러)우나|(?:을|를)넘어|(?:하였|되었|했|됐|[있없였었았겠높낮많적크작않])으나|(?:{_FACTS})(?:하나|되나)"
    rf"|(?<!하)지만|하지만|(?<![가-힣]수)므로|때문에|(?:음|함|됨|임|중|한데|[가-힣]{{2}})에도(?:불구하고|불구)?"
    rf"|(?:음|함|됨|임|짐|{_FACTS})에따라|(?:으로|로)(?:인해|인하여)|관계로|(?:상황|여건|가운데)에서도|에(?:대응|부응)(?:하여|하기위해|해)|에힘입어|에서벗어나|(?:추세|상황|상태|실정|전망)이며|것으로(?:보고|보아|보이나|보여|판단하여|판단되어|예상하여|전망하여|기대하여|기대하고|추정되나)"
    rf"|(?:감안|고려|참고|참작)(?:하여|해|하되|하고|했으며|하였으며|한바|시)?|염두에두고"
    rf"|(?:{_FACTS}|왜곡|이월|집중|제한|연기)(?:되어|돼|되고있어|하고있어|되는바)|(?:높|낮|많|적|크)아|[가-힣](?:어려워|없어|있어|이어서)"
    rf"|기로(?:하였|했)(?:으며|고|으므로)|기로(?:하고|한바|함에따라|하여)|(?:한다는|하는|[인린일릴]다는|[늘높올]린다는)?(?:계획|로드맵|방침|목표)(?:에따라|이며|으로)"
    rf"|(?:{_FACTS}|달)하여|달해|(?:이|가|도)커|늘고있어|줄고있어|늘어|줄어"
)
# A clause that ends so may as well be a part of the calculation: it may hold nothing that could be one.
_GOES_ON = pattern_of(r"위해|위하여|(?:[하되이]|[있없였었았]으)며|하고|해|하여|상(?=적극|도전|목표)")
# What is applied counts only as a circumstance when it is of somebody else, and in per cent.
_APPLIED = pattern_of(r"반영(?:하여|해|하되|하고|한)?")
_STATED = pattern_of(
    rf"(?:있음|없음|(?:{_FACTS}|필요)(?:임|됨|함|성이있음|상황임|추세임)?|어려움|높음|낮음|큼|많음|적음|[가-힣]것임|있다|이다)\."
)
# What bends a calculation wherever it stands.
_BENDS = pattern_of(
    r"제외|배제|경우|조건|한하여|상한|하한|한도|환산|가중|기준으로|기준치|기준값|포함하여|포함한|미포함|목표로하|표본|모집단|반올림|절사|올림|"
    r"으로하되|로하되|다고보고|로가정|가정하|간주|동일하게|같은|똑같이"
)
_CALCULATING = frozenset(
    ["ROUND", "ALONE", "WITHOUT", "TRIM", "TRIMMAX", "TRIMMIN", "WEIGHTED", "BAND", "SD", "SLOPE"]
)  # fmt: skip
_STARTING = frozenset(
    ["last", "ago", "span", "range", "list", "year", "until", "MEAN", "GEOMEAN", "MEDIAN", "TREND", "RATE", "CAGR", "GROWN", "GAP",
     "TOTAL", "TARGET", "OVERALL", "MIDDLE"]
)  # fmt: skip
# Words that take up what a clause before has named.
_ANAPHORA = pattern_of(
    r"이를|이의|이보다|이와|이것|그값|그의|그중|이중|위의|위값|위수치|상기|해당|동값|동수치|각각|전자|후자|양자|둘중|나머지"
)


def beginnings(laid: Laid, tokens: list[Token]) -> Iterator[int]:
    """The tokens with which a calculation of its own may begin, the first first."""
    found = 0
    for at in range(1, len(tokens)):
        here = tokens[at]
        if here.kind == "comma" or not (laid.gap[here.start] or tokens[at - 1].kind == "comma"):
            continue
        said = laid.text[tokens[0].start : here.start]
        if not any(token.kind == "number" for token in tokens[:at]) and not _has_start(tokens[:at]) and not bent(said):
            # Nothing before it that the reading could have stumbled over.
            continue
        if _parts(laid.text, tokens[:at], tokens[at:]) and not _ANAPHORA.match(laid.text, here.start):
            found += 1
            yield at
        if found == MAX_CUTS:
            return


def remark(laid: Laid, tokens: list[Token]) -> int:
    """Where a remark on the outcome begins: `…, 이는 전년 목표 대비 2.6% 높은 수준임`; 0 without one."""
    aside = _LEFT_ASIDE.search(laid.text)
    if aside is not None:
        return next((at for at, token in enumerate(tokens) if at and token.start >= aside.start()), 0)
    for at in range(2, len(tokens)):
        here = tokens[at]
        if here.kind == "other" and here.text.startswith("이는") and tokens[at - 1].kind == "comma":
            return at - 1
    return 0


# A sentence that goes on with the one before, takes something back, or calculates itself.
_TIES = pattern_of(
    r"^(?:여기에|이에|또한|추가로|다시|단|다만|이때|그중|이중|위|해당|이를|이값|이후|그후|산출|최종|목표|따라서|그결과|상한|하한|동|같은)"
    r"|제외|배제|상한|하한|한도|초과|이내|미만|반올림|절사|올림|버림|가중|환산|곱|나누|나눈|더한|더하|뺀|빼|차감|합산|적용|또는|혹은|경우"
)
_LEAVES_OUT = pattern_of(r"(?:포함|반영|고려|감안)하지(?:는)?않|(?:포함|반영)되지(?:는)?않|미반영|미포함")
_WHY = pattern_of(
    r"(?:계획|예정|전망|기대|예상|우려|필요|가능|곤란|어려움|때문|판단|보완|추진|노력|매칭|지속|상황|추세|실정|수준|효과|영향|참고|유지|확보)"
    r"(?:임|함|됨|있음|이있음|이다|한다|하였음|했음|되었음|할계획임|할예정임|할것임|할것으로기대함|이필요함|이예상됨)?$|[가-힣](?:음|임|함|됨|짐|움)$|다$"
)


# How the outcome compares with something else.
_COMPARES = pattern_of(
    r"(?:을|를|보다)(?:크게|다소|소폭|약간|훨씬)?(?:웃도는|상회하는|넘는|넘어서는|초과하는|밑도는|하회하는|높은|낮은|많은|적은)(?:수준|값|것|목표|수치)(?:임|이다|으로볼수있음|에해당함|으로판단됨)$"
)


def compares(laid: Laid, tokens: list[Token]) -> bool:
    """Whether a sentence behind only compares the outcome: `최근 3년간 평균 상승폭(0.3%p)을 웃도는 수준임`."""
    said = re.sub(r"\([^()]*\)", "", laid.text[tokens[0].start : tokens[-1].end])
    found = _COMPARES.search(said)
    return found is not None and not any(sign.isdigit() for sign in said[found.start() :])


def tells_why(laid: Laid, tokens: list[Token], unit: str) -> bool:
    """Whether a sentence only tells circumstances of another: no figure of it counts what the indicator counts."""
    said = laid.text[tokens[0].start : tokens[-1].end].strip("-○ㅇ※*·(")
    if _TIES.search(_LEAVES_OUT.sub("", said)) or not _WHY.search(said.rstrip(")")):
        return False
    figures = [token.amount for token in tokens if token.amount is not None]
    return all(amount.unit and amount.unit != unit for amount in figures)


# `…, 시설 개보수(2개월)로 인한 감소분은 반영하지 않음`
_LEFT_ASIDE = pattern_of(
    r"[,.](?!단|다만|이때)(?:(?!평균|실적|전년|목표|위|이중|가산|상향)[^,.]){2,60}(?:은|는)(?:별도로|따로)?(?:반영|감안|고려|포함)하지(?:는)?"
    r"(?:않음|않았음|않는다|않기로함|아니함)[.]?$"
)


def _has_start(tokens: list[Token]) -> bool:
    return any(token.kind in _STARTING for token in tokens)


def _parts(text: str, before: list[Token], rest: list[Token]) -> bool:
    """Whether what stands before is nothing but circumstances."""
    said = text[before[0].start : rest[0].start]
    if _BENDS.search(said) or any(token.kind in _CALCULATING for token in before):
        return False
    if said.endswith("."):
        return bool(_STATED.search(said[-12:])) and not _counted(before)
    said = said.rstrip(",")
    if _ends(_TELLS, said):
        return True
    figures = [token for token in before if token.amount is not None]
    if _ends(_APPLIED, said):
        if figures and all(any(one.amount == other.amount for other in rest) for one in figures):
            # `2.5%p 상승을 반영하여 … 2.5%p 가산`: the same said again.
            return True
        of_others = any(word in said for word in OF_OTHERS)
        return of_others and not _has_start(before) and all(token.unit == "%" for token in figures)
    return _ends(_GOES_ON, said) and not _has_start(before) and not figures


def _counted(tokens: list[Token]) -> bool:
    """Whether a sentence says by how much something is to change."""
    return any(token.kind in ("UP", "DOWN", "IMPROVE", "APPLY") for token in tokens) and any(
        token.amount is not None for token in tokens
    )


def _ends(pattern: re.Pattern[str], said: str) -> bool:
    return any(found.end() == len(said) for found in pattern.finditer(said, max(0, len(said) - 14)))
