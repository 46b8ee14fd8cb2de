"""What stands beside the calculation and takes no part in it: brackets that gloss, remarks behind it, what was not chosen.

A reason that settles nothing is read once more without them. Each kind is told by its form; nothing that could bend a
calculation is left away, and years that were left away must be those of the reading (or, in a remark, none of them).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from uigwe.reasons.account import bent
from uigwe.reasons.apart import told_apart
from uigwe.reasons.headings import (
    without_base_behind,
    without_name,
    without_window_behind,
    without_window_in_bracket,
)
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.named_results import named_results
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.repeats import Repeat, repeats
from uigwe.reasons.spelling import replaced
from uigwe.reasons.taken_up import retold
from uigwe.reasons.words import OF_OTHERS, RATES

_RATE = rf"(?:{RATES}|성장)(?:율|률|분|폭|세|량|치)"
_BRACKET = pattern_of(r"\(([^()]{1,40})\)")
_YEAR = pattern_of(r"(?<!\d)(?:’(\d{2})|(20\d{2}))(?!\d)")
# The years between which a growth runs, and how: `증가율(’21년 대비 ’22년)`, `연평균증가율(4년간 복리 기준)`.
_GROWTH_YEARS = pattern_of(
    r"(?:’?\d{2,4}|년도|년간|년|실적|연도|의|대비|→|~|-|에서|부터|까지|전년|총|연|"
    rf"\d(?=년|개)|[,·]|{_RATE}|복리|기하|방식|기준|(?<=\d)개|구간|기간|CAGR|각각|평균|산식)+"
)
_GROWTH_BEFORE = pattern_of(rf"(?:{_RATE}|증가|CAGR)(?:의평균|평균)?$")
_WHOLE_SPREAD = pattern_of(
    r"(?:분모(?:는|가|를)?)?(?:n|N|\d+)(?:으로나[눔눈](?:값)?)?|편차제곱합÷\d+의제곱근|모집단기준"
)
_BEST = pattern_of(
    r"가장(?:좋|우수|양호|뛰어)(?:은|한|았던|했던|난|났던)(?:해의)?(?:실적|값|성과|결과)?\((최소값|최솟값|최저치|최저값|최댓값|최대값|최고치|최고값)\)"
)
# What only tells the cause, the way it was found, or which way is better.
_TELLING = pattern_of(
    r"에따른|에따라|때문|(?:으로|로)인한|반영$|고려|감안|참고|예정|전환|휴관|휴업|중단|신설|폐지|시행|운영|개편|도입|이전|"
    r"(?:하향|상향|증가|감소|감축)(?:형)?(?:지표|목표)$|조사$|기관$|미개최|취소|영향|여파|특수|기저효과"
)
# Words of a calculation, in which a remark may not speak.
_SPEAKS = pattern_of(
    r"평균|최고|최저|최대|최소|중앙값|중위|대비|보다|추세선|합계|누적|누계|목표|기준|실적|증가율|감소율|성장률|의\d|배(?=[로의를])|[+×÷=*→~]|\d+(?:\.\d+)?%|%p|제외|빼|뺀|절반|까지"
)
# The end of a clause that says what the calculation is for, or what it takes account of.
_FOR = pattern_of(
    r"(?:고려|감안|반영|참고|참작|의식)(?:함|하였음|했음|한것임|하여설정함|한수치임|한값임)?|"
    r"(?:유도|도모|완화|배제|최소화|방지|제거|차단|해소|확보|보완|강화|제고|지원|기대|뒷받침|경감|유지관리|내실화|효율화|활성화)"
    r"(?:함|하고자함|하려는것임|하였음|할계획임|할예정임|에기여|하기위함|를도모|을도모|하려함)?|차원임|위함|때문임|취지임|의지를반영함?|"
    r"(?:어렵기|크기|낮기|높기|있기|없기)때문"
)
_TEMPERED = pattern_of(r"(?:추세|상승세|하락세|증가세|감소세|둔화세|회복세|성장세)(?:를|을|등을)?(?:충분히|함께)?$")
_UNSHAKEN = pattern_of(
    r"(?:영향|왜곡|효과|요인|변동성?|편차|오류|착시)(?:을|를)?(?:배제|제거|차단|최소화|완화|제외)(?:함|하고자함|하였음|하기위함)?"
)
_TAKES_UP = pattern_of(
    r"단,?(?![가-힣])|단[가-힣]|다만|그러나|이때|여기에|이에|이를|이것|그[^러]|위의|또한?|추가로|이후|최종|나머지|그중|이중|상한|하한|최대|최소|초과|미달|제외|가중|평균|여기서|또는"
)
# What is settled otherwise in the end.
_OTHERWISE = pattern_of(
    r"실제로|하향|동결|취소|철회|변경|보류|재산정|수정|미정|조정|재검토|재설정|대신|확정|결정|갈음|적용|상향"
)
_STARTS = pattern_of(r"전년|지난해|작년|직전|최근\d|과거\d|당초|목표")
_SIGNS_OF_END = pattern_of(r"(?<![\dA-Z])[.](?!\d)|(?<=\d)[.](?=[가-힣])|[○※▪●■□◦]|,|;")
_REASONED = pattern_of(
    r"(?:때문임|때문|까닭임|이유임|것이므로|우려가있기때문임|우려가있음|보완할계획임|계획임|예정임|매칭함|실시함|추진함|않았음|없음)$"
)
_FOR_OR_SO = pattern_of(f"{_FOR.pattern}|{_REASONED.pattern}|.{{2,}}")
_OTHER_SUBJECT = pattern_of(
    rf"(?:{'|'.join(OF_OTHERS)}|예산|재원|인력|정원|사업비|국비|지방비|단가)[가-힣]{{0,4}}(?:은|는|이|가)"
)
_CLAUSE = pattern_of(
    r"[,.](?!\d{3})|(?:하여|므로|이나|으나|지만|고려해|감안해|감안하여|커서|크고|있어|위해|따라)(?=[가-힣’\d])"
)


@dataclass(frozen=True, slots=True)
class Plainer:
    """A reason without what stands beside it. `run`: years that the reading must take; `apart`: years that it may not."""

    laid: Laid
    leans: bool = True  # whether it may lean on last year's result that nobody names
    run: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()
    repeat: Repeat | None = None  # what a bracket left away said: the reading must come to it


FIRST = 6  # a calculation takes at least so many signs
MAX_CUTS = 6

_Change = tuple[int, int, str]


def plainer(laid: Laid, known: Known) -> Iterator[Plainer]:
    """The reason without its glosses, then also without remarks, and then without what was not chosen."""
    unit = known.unit
    changes, run, apart = _glosses(laid.text, unit)
    best = [(*one.span(), one[1]) for one in _BEST.finditer(laid.text)]
    changes = sorted([*[one for one in changes if not any(at <= one[0] < end for at, end, _ in best)], *best])
    plain = Plainer(replaced(laid, changes), True, frozenset(run), frozenset(apart)) if changes else Plainer(laid)
    if changes:
        yield plain
    for one in _worded(plain, known):
        if one is not plain:
            yield one
        for cut in _remarks(one.laid, unit):
            yield replace(one, laid=_until(one.laid, cut), apart=one.apart | _years(one.laid.text[cut:]))
    for before in (_same_rate, _of_a_year, _left_out):
        for changed, others in before(plain.laid.text):
            yield Plainer(replaced(plain.laid, changed), False, plain.run, plain.apart | others)
    for rest, said in told_apart(plain.laid, known):
        yield Plainer(rest, True, plain.run, plain.apart | _years(said))


def _worded(plain: Plainer, known: Known) -> Iterator[Plainer]:
    """The reason as it is, in plainer words, without a bracket that says the same in signs, and without its name at the head."""
    found = [plain]
    if moved := (
        without_window_behind(plain.laid) or without_window_in_bracket(plain.laid) or without_base_behind(plain.laid)
    ):
        found.append(replace(plain, laid=moved))
    if named := named_results(found[-1].laid, known):
        found.append(replace(plain, laid=named))
    if again := retold(found[-1].laid):
        found.append(replace(plain, laid=again))
    found += [replace(found[-1], laid=rest, repeat=said) for rest, said in repeats(found[-1].laid)]
    yield from found
    for one in (found[0], found[-1]) if len(found) > 1 else found:
        if rest := without_name(one.laid, known):
            yield replace(one, laid=rest, leans=False)


def _until(laid: Laid, cut: int) -> Laid:
    return Laid(laid.text[:cut], laid.starts[:cut], laid.ends[:cut], laid.gap[:cut])


# ── brackets that gloss ──


def _glosses(text: str, unit: str) -> tuple[list[_Change], set[int], set[int]]:
    changes: list[_Change] = []
    run: set[int] = set()
    apart: set[int] = set()
    for found in _BRACKET.finditer(text):
        inner, before = found[1], text[: found.start()]
        for gloss in (_of_purpose, _of_growth, _of_spread, _of_kept, _of_factor, _of_cause):
            word = gloss(inner, before, unit)
            if word is None:
                continue
            changes.append((*found.span(), word))
            (run if gloss is _of_growth else apart).update(_years(inner))
            break
    return changes, run, apart


def _years(text: str) -> frozenset[int]:
    return frozenset(2000 + int(one[1]) if one[1] else int(one[2]) for one in _YEAR.finditer(text))


def _of_growth(inner: str, before: str, unit: str) -> str | None:
    if (
        re.search(r"복리|CAGR|기하", inner)
        and re.search(r"연평균[가-힣]{0,4}율|CAGR", before)
        and _GROWTH_YEARS.fullmatch(inner)
    ):
        # `…을 곱해 늘린 값(’17년 대비 4개년 복리 기준)`: how the growth was taken, behind it all.
        return ""
    return "" if _GROWTH_BEFORE.search(before) and _GROWTH_YEARS.fullmatch(inner) else None


# Why it was taken so, or how it is to be judged.
_PURPOSE = pattern_of(
    r"(?:연도별|연간|실적)?(?:의)?(?:편차|변동|변동성|왜곡|등락|쏠림|영향)(?:을|를|의)?(?:완화|방지|최소화|축소|보정을위함|감안|고려|반영)(?:함|목적|위함|차원)?"
    r"|단,?[^\d]{4,40}(?:상존|우려|존재|가능성|한계|어려움)(?:있음|큼|임|이있음)?"
    r"|[^\d]{4,40}(?:에도|여건속|상황속)(?:불구하고)?[^\d]{0,20}(?:잡은것|설정|상향|도전적|공격적|적극적)[가-힣]{0,6}"
    r"|[가-힣]{2,10}(?:편람|지침|매뉴얼)(?:을|를)?(?:준용|에따름|적용|참조|따름)"
    r"|[^\d]{2,24}(?:고려|감안)(?:할때|하면|하더라도)[^\d]{2,30}"
)


_OUTLIERS = pattern_of(
    r"[가-힣\d]{0,14}?(?:로|으로)?(?:인한|의한|따른)?(?:이상치|특이값|특이치|극단값|왜곡|편차)(?:의)?(?:영향)?(?:배제|제거|제외)"
)


def _of_purpose(inner: str, before: str, unit: str) -> str | None:
    """`(연도별 편차 완화)`, `(신뢰구간을 고려할 때 유의미한 상승폭)`."""
    if re.search(r"뺀|제외|빼고|버린|덜어", before) and _OUTLIERS.fullmatch(inner):
        return ""
    return "" if _PURPOSE.fullmatch(inner) and not bent(re.sub(r"^단,?|편차|변동성?|폭$", "", inner)) else None


def _of_spread(inner: str, before: str, unit: str) -> str | None:
    """`표준편차(n으로 나눔)`, `모표준편차(분모 5)`: the kind that divides by the count."""
    if not before.endswith("표준편차") or not _WHOLE_SPREAD.fullmatch(inner) or "-1" in inner:
        return None
    return "(모집단)" if before.endswith("모표준편차") or "n" in inner.lower() else None


def _of_kept(inner: str, before: str, unit: str) -> str | None:
    """`그대로 둠(동결)`: the same said again."""
    kept = re.search(r"(?:그대로(?:둠|유지|설정|적용)?|유지(?:함)?|동일(?:하게)?(?:설정|적용|둠)?(?:함)?)$", before)
    return "" if kept and re.fullmatch(r"(?:전년(?:도)?)?(?:수준)?(?:동결|유지|동일)", inner) else None


_FACTOR = pattern_of(
    r"(?:배율|승수|곱셈|곱|비율|정률|증가율|상대증가율)(?:로|으로|을|를)?(?:적용|반영|방식|기준|환산)?"
)


def _of_factor(inner: str, before: str, unit: str) -> str | None:
    """`+2.0%(배율 적용)`: per cent of the base, and no points."""
    return "" if re.search(r"\d%$", before) and _FACTOR.fullmatch(inner) and unit != "%" else None


def _of_cause(inner: str, before: str, unit: str) -> str | None:
    """`(시범사업 종료에 따른 증가)`, `(예산 동결 반영)`, `(’22년은 휴관)`."""
    figures = re.sub(r"(?:’\d{2}|20\d{2})년?도?", "", inner)
    if re.search(r"\d", figures) or not _TELLING.search(inner) or bent(inner) or _SPEAKS.search(_named_goal(inner)):
        return None
    takes_in = re.search(r"(?:반영|적용|포함)$", inner)
    if takes_in and (not any(word in inner for word in OF_OTHERS) or re.search(r"[률율분폭]|추가|도반영", inner)):
        return None
    return ""


def _named_goal(inner: str) -> str:
    """Without the words by which a bracket says which way is better: `오차율 하향 목표`."""
    return re.sub(r"(?:하향|상향|증가|감소|감축)(?:형)?(?:지표|목표)$", "", inner)


# ── remarks behind the calculation ──


def _remarks(laid: Laid, unit: str) -> Iterator[int]:
    """Where remarks begin that run to the end, the longest first."""
    text = laid.text
    ends = [found.start() for found in _SIGNS_OF_END.finditer(text)]
    ends += [
        at for at, sign in enumerate(text) if sign == "-" and laid.gap[at] and at + 1 < len(text) and laid.gap[at + 1]
    ]
    ends += [
        found.end() - 1 for found in re.finditer(r"(?:하여|해|써|택해|고)(?=[가-힣])", text) if laid.gap[found.end()]
    ]
    for cut in sorted(at for at in ends if at > FIRST)[-MAX_CUTS:]:
        sign = text[cut]
        behind = text[cut + 1 :].lstrip("○※▪●■□◦-. ").rstrip(".")
        if len(behind) > 3 and _is_remark(behind, text[:cut], unit, comma=sign == "," or "가" <= sign <= "힣"):
            yield cut + ("가" <= sign <= "힣")


def _is_remark(behind: str, said: str, unit: str, *, comma: bool) -> bool:
    if _OTHERWISE.search(behind) or _TAKES_UP.match(behind) or re.search(r"[+×÷=*]", behind):
        return False
    plain = _UNSHAKEN.sub("", behind)
    plain = _TEMPERED.sub("", re.sub(r"(?:고려|감안|반영|참고)(?:함|하였음|했음|한것임)?$", "", plain))
    if _takes_nothing(behind, said):
        return not _figures(re.sub(r"\(\d+개월\)", "", behind), unit)
    if bent(plain) or _STARTS.search(plain):
        return False
    told = _FOR if comma else _FOR_OR_SO
    ends = any(found.end() == len(behind) for found in told.finditer(behind))
    if not ends:
        return False
    return not _figures(behind, unit) if not _OTHER_SUBJECT.match(behind) else not comma


def _takes_nothing(behind: str, said: str) -> bool:
    """`… 감소분은 반영하지 않음`: what is not taken in changes nothing, unless it is what was just added."""
    found = re.search(
        r"([가-힣]{2})(?:분|액|치|률|율)?(?:은|는)[가-힣]{0,12}?(?:반영|감안|고려|포함|사용)하지(?:는)?(?:않음|않았음|아니함|않는다)$",
        behind,
    )
    return bool(found) and found[1] not in said  # type: ignore[index]


def _figures(behind: str, unit: str) -> bool:
    """Whether a remark prints what could be a part of the calculation: a share, points, or so much of the indicator's own."""
    own = re.escape(unit.replace(" ", "")) if unit else "건|명|점|개"
    if re.search(r"\d(?:[\d.,]*)(?:%|배|할|푼|분의)", behind):
        return True
    return bool(re.search(rf"\d(?:[\d.,]*)[백천만억조]*(?:{own})(?!월)", behind))


# ── what was not chosen ──


# ── what an earlier clause named ──

_SAME_RATE = pattern_of(
    r"(?:(?:이|그|동|해당|위)?(?:와|과)?(?:같은|동일한?|똑같은)|(?<=[,하여해서고])(?:이|그|해당|동))(?:증가율|성장률|상승률|감소율|비율|비율만큼|증감률)(?P<to>을|를|로|으로|만큼)?"
)
_ONE_RATE = pattern_of(r"(?<![\d.~-])(\d+(?:\.\d+)?%)(?!p|포인트)")
_FALLS = pattern_of("감소|하락|줄|축소|감축")

_Changed = tuple[list[_Change], frozenset[int]]


def _same_rate(text: str) -> Iterator[_Changed]:
    """`연 4.1%씩 증가한 점을 반영하여 … 동일 증가율을 적용`: the one rate that was printed before."""
    for found in _SAME_RATE.finditer(text):
        rates = list(_ONE_RATE.finditer(text, 0, found.start()))
        if len(rates) != 1 or _ONE_RATE.search(text, found.end()):
            continue
        told = text[rates[0].start() : found.start()]
        # What was printed is gone from where it stood, so that only the calculation has it.
        noun = "감소율" if _FALLS.search(told) else "증가율"
        start = _clause_start(text, rates[0].start())
        stop = _clause_end(text, rates[0].end(), found.start())
        changes = re.match(r"상향|하향|증가|감소|늘|줄|높|낮|확대|축소", text[found.end() :])
        said = rates[0][1] if changes else f"{noun}{rates[0][1]}를"
        yield [(start, stop, ""), (found.start(), found.end(), said)], frozenset()


def _clause_start(text: str, at: int) -> int:
    return max((one.end() for one in _CLAUSE.finditer(text, 0, at)), default=0)


def _clause_end(text: str, at: int, until: int) -> int:
    """Where the clause ends in which something was told; right behind it when it ends with no sign of its own."""
    return next((one.end() for one in _CLAUSE_ENDS.finditer(text, at, until)), at)


_CLAUSE_ENDS = pattern_of(
    r"(?:반영|감안|고려)(?:하여|해)|(?:하여|므로|으나|지만|하고|가정해|보고|맞추어|맞춰|따라),?|,"
)


def _of_a_year(text: str) -> Iterator[_Changed]:
    """`예년 대비 20% 이상 급증한 ’22년을 제외하고`: how that year was."""
    told = r"(?:예년|평년|전년|통상)?(?:대비|보다)?\d+(?:\.\d+)?%(?:이상|가까이|이나|가량)?"
    told += r"(?:급증|급감|증가|감소|폭증|상승|하락)(?:한|했던|하였던)(?=’?\d{2,4}년)"
    for found in re.finditer(told, text):
        yield [(*found.span(), "")], frozenset()


def _left_out(text: str) -> Iterator[_Changed]:
    """`’21년 실적은 특이값이라 빼고 ’19·’20·’22년 평균`: the years taken are listed without it."""
    for found in re.finditer(
        r"(?:빼고|제외하고|제외하되|배제하고|포함하지않고|(?:집계|조사|산출|공표|실시|측정)(?:되지|하지)(?:않아|못해|못하여|않으므로|않았으므로)"
        r"|(?:실적)?(?:이|가)없(?:어|으므로)),?(?=’?\d{2})",
        text,
    ):
        years = _years(text[: found.start()])
        if years and not re.search(r"평균|대비|최근|최고|최저", text[: found.start()]):
            yield [(0, found.end(), "")], years
