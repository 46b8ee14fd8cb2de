"""A note that corrects a slip in the words of the reason: `5% 상향 (※ 위의 ‘5%’는 ‘5%p’를 잘못 적은 것)`, `… ※ 정정: 3% → 2%`.

So is a note that says of a base how much is taken off it: `※ 여기서 전년 실적은 일회성 훈련 12회를 공제한 값을 말함`.

What it corrects stands elsewhere in the reason, once; the right words take its place, and the note goes. A slip that is spoken of and not
put right leaves the reason without a value (`uncorrected`).
"""

import re

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_QUOTE = r"[’\"]?"
_WHERE = r"(?:주\)|※|[*])?(?:단|다만)?,?(?:위|상기|앞|윗글|본문|문장|전문|산출근거|원문)?(?:에서|의|중|에적은|에쓴|에기재된)*"
_WORDS = r"(?:[^’\".,()→:]|(?<=\d)[.,](?=\d))"
_MISTAKE = r"(?:오기|오타|오식|오류|착오|잘못|오기재|오기입|잘못된표기)"
_ENDS = r"(?:임|이다|입니다|이었음|였음|이므로|여서|로|으로|하여|함|하였음|한것임|것임|됨|되었음)*(?:바로잡[음은]|정정|고침)?(?:함|하였음|됨|임)*"
_CORRECTS = (
    # `5%는 3%의 오기`, `5%는 5%p를 잘못 적은 것`
    rf"{_QUOTE}(?P<wrong>{_WORDS}{{1,16}}?){_QUOTE}(?:은|는)(?:실은|본래"
    rf"|원래)?,?{_QUOTE}(?P<right>{_WORDS}{{1,16}}?){_QUOTE}(?:의{_MISTAKE}|(?:을|를)(?:잘못|틀리게|착오로)(?:적|쓴|써|표기"
    rf"|기재|입력|인쇄|옮긴|기입)(?:은|한|된)?(?:것)?)",
    # `4%를 2%로 바로잡음`
    rf"{_QUOTE}(?P<wrong>{_WORDS}{{1,16}}?){_QUOTE}(?:을|를|은|는){_QUOTE}(?P<right>{_WORDS}{{1,16}}?){_QUOTE}(?:으로"
    rf"|로)(?:정정|고침|고쳐씀|고쳐적음|고쳐|바로잡[음아는])",
    # `정정: 3% → 2%`, `3% → 2%로 정정`
    rf"(?:정정|정오|오기정정|바로잡음):?{_QUOTE}(?P<wrong>{_WORDS}{{1,16}}?){_QUOTE}→{_QUOTE}(?P<right>{_WORDS}{{1,16}}?){_QUOTE}",
    rf"{_QUOTE}(?P<wrong>{_WORDS}{{1,16}}?){_QUOTE}→{_QUOTE}(?P<right>{_WORDS}{{1,16}}?){_QUOTE}(?:으로|로)?(?:정정|바로잡음|고침)",
    # `오기: 3%, 정정: 4%`
    rf"(?:오기|오|잘못):?{_QUOTE}(?P<wrong>{_WORDS}{{1,16}}?){_QUOTE},(?:정정|정|바름|바른표기):?{_QUOTE}(?P<right>{_WORDS}{{1,16}}?){_QUOTE}",
)
_NOTES = tuple(pattern_of(rf"{_WHERE}{one}{_ENDS}") for one in _CORRECTS)
_SLIPS = pattern_of(
    r"오기(?=임|이|로|재|입|를|는|$|[).,:])|오타|오식|바로잡|(?:(?<=\d로)|(?<=%로)|(?<=%p로)|(?<=’로)|(?<=’으로))고침|정정(?=함|하|됨|되|한|$|[).,:])|(?:잘못"
    r"|틀리게)(?:적|쓴|써|표기|기재|입력|인쇄|옮긴)"
)
_SUFFIX = "p"  # `5%` is not found in `5%p`


def corrected(laid: Laid, known: Known) -> Laid:
    """The reason with its slips put right."""
    del known
    if changes := _redefined(laid):
        return replaced(laid, changes)
    if not _SLIPS.search(laid.text):
        return laid
    for start, end in _parts(laid.text):
        said = laid.text[start:end].strip("().-*※ ")
        note = next((found for one in _NOTES if (found := one.fullmatch(said))), None)
        if note is None:
            continue
        where = _once(laid.text, note["wrong"], start, end)
        if where is not None:
            changes = sorted([(where, where + len(note["wrong"]), note["right"]), (start, end, "")])
            return replaced(laid, changes)
    return laid


_F = r"(?<![\d.,’~])\d[\d,]*(?:\.\d+)?"
_UNIT = r"(?:%p?|점|건|명|회|개소|개사|개교|개|곳|대|기|척|편|일|시간|분|억원|백만원|만원|천원|원|톤|ha|호|가구)"
_RESULT = (
    r"(?:(?:전년도?|작년도?|지난해|직전연?도|직전년도|’\d{2}년(?:도)?)(?:의)?(?:실적|수준|결과|성과)?(?:치|값)?"
    r"|(?:최근|직전|과거|지난)\d(?:개)?년(?:간|도)?(?:의)?(?:실적)?(?:의)?평균(?:치|값)?)"
)
_REDEFINED = pattern_of(
    rf"(?:[.(])(?:[※*]|여기서|이때|이경우|단|다만|주\)|,)*(?P<base>{_RESULT})(?:은|는|이란|란|이라함은)"
    rf"(?:(?!에서)[^.()]){{0,24}}?(?P<figure>{_F})(?P<unit>{_UNIT})?(?:를|을|분을)?(?:공제|제외|차감|뺀|빼고|제)(?:한|하고|하여)?(?:산출한|집계한)?"
    r"(?:값|수치|실적|것)?(?:을|를|으로|로)?(?:말함|의미함|뜻함|의미|함|임|한다|사용함|적용함|말한다)?\)?[.]?$"
)


def _redefined(laid: Laid) -> list[tuple[int, int, str]]:
    """`전년 실적 대비 4% 증가 ※ 여기서 전년 실적은 … 12회를 공제한 값을 말함`: 4 % on what is left."""
    found = _REDEFINED.search(laid.text)
    if found is None:
        return []
    at = laid.text.find(found["base"])
    if laid.text.count(found["base"], 0, found.start()) != 1:
        return []
    behind = at + len(found["base"])
    return [
        (behind, behind, f"에서{found['figure']}{found['unit'] or ''}를뺀값"),
        (found.start(), len(laid.text), ""),
    ]


def _parts(text: str) -> list[tuple[int, int]]:
    """Brackets, and sentences."""
    found = [one.span() for one in re.finditer(r"\([^()]*\)", text)]
    start = 0
    for stop in (*re.finditer(r"\.(?!\d)", text), None):
        end = stop.end() if stop else len(text)
        if start:
            found.append((start, end))
        start = end
    return found


def _once(text: str, wrong: str, start: int, end: int) -> int | None:
    """Where the wrong words stand outside of the note, when that is one place."""
    left = r"(?<![\d.,])" if wrong[:1].isdigit() else ""
    right = rf"(?!{_SUFFIX})" if wrong.endswith("%") else r"(?!\d)" if wrong[-1:].isdigit() else ""
    found = [one.start() for one in re.finditer(left + re.escape(wrong) + right, text)]
    outside = [at for at in found if not start <= at < end]
    return outside[0] if len(outside) == 1 else None


def uncorrected(text: str) -> str:
    """A slip of which the reason speaks, and that nobody put right; empty without one."""
    found = _SLIPS.search(text)
    return found[0] if found else ""
