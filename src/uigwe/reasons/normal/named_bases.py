"""A base under a name of its own, and a note that says what the name stands for: `기준값 대비 3% 상향 * 기준값 : ’20~’22년 실적 평균`.

What it stands for takes the place of the name, and the note goes. It must be a base: results, their mean or the like, or a year.
"""

import re

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.remarked import brackets
from uigwe.reasons.setting import sentences
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_NAME = r"(?:기준|기저|기본|기초)(?:값|치|연도|년도|점수|실적|수치|건수)|출발점|비교기준|직전평균|기준평균|과거평균"
_YEAR = r"(?:’\d{2}|20\d{2})년?(?:도)?"
_BASE = (
    rf"(?:(?:최근|직전|과거|지난)?(?:{_YEAR}(?:~|과|와|부터|,)?)*[^.=×÷%]{{0,24}}?(?:평균|중앙값|최고값|최고치|최댓값|최저값|최저치|최솟값|평균값|평균치|산술평균)(?:실적|점수|이행률)?"
    rf"|(?:전년도?|작년|지난해|직전연?도|직전년도|{_YEAR})(?:의)?[가-힣]{{0,8}}?실적(?:치|값)?(?:평균|\d[\d,.]*[가-힣%]{{1,3}})?|{_YEAR})"
)
_DEFINES = pattern_of(
    rf"(?:[-*※]|주[:)]|여기서|이때|단,)*(?P<name>{_NAME})(?:은|는|이란|란|이라함은|[:=])(?P<base>{_BASE})(?:(?:임|이다|입니다|(?:을|를)(?:말|의미|뜻)(?:함|한다)|(?:으로|로)(?:함|한다|하였음|정함|설정함))?)"
)
_CALCULATES = pattern_of(r"대비|보다|[상하]향|증가|감소|가산|[곱뺀빼]|제외|가중|증감|이내|또는")
_OF_WHAT = pattern_of(r"(?:의)?(?:실적|점수|건수|배출량|사용량|인원|수치|값|실적치)?")


def with_named_base(laid: Laid, known: Known) -> Laid:
    """The reason with the base in the place of its name."""
    del known
    for start, end, said in _notes(laid):
        note = _DEFINES.fullmatch(said)
        if note is None or _CALCULATES.search(note["base"]):
            continue
        named = [one for one in re.finditer(note["name"], laid.text) if not start <= one.start() < end]
        if len(named) != 1:
            continue
        [name] = named
        stop, base = name.end(), note["base"]
        if base[-1:] in "년도" or base[-1:].isdigit():
            what = _OF_WHAT.match(laid.text, stop)
            stop = what.end() if what else stop
            base += ("년" if base[-1:].isdigit() else "") + "실적"
        return replaced(laid, sorted([(name.start(), stop, base), (start, end, "")]))
    return laid


def _notes(laid: Laid) -> list[tuple[int, int, str]]:
    """Brackets, and sentences but the first."""
    found = [(start, end, laid.text[start + 1 : end - 1]) for start, end in brackets(laid.text)]
    parts = sentences(laid)
    found += [(start - 1, end, laid.text[start:end]) for at, (start, end) in enumerate(parts) if at]
    for one in _LATE.finditer(laid.text):
        # A mark that no finished sentence stands before: `… 상향 주) 기준실적은`.
        if not laid.text.count("(", 0, one.start()) > laid.text.count(")", 0, one.start()):
            found.append((one.start(), len(laid.text.rstrip(".")), laid.text[one.start() :].rstrip(".")))
    return found


_LATE = pattern_of(rf"(?<=[가-힣%\d])(?:주\)|[*])?(?={_NAME})(?=[가-힣]{{2,5}}(?:은|는|이란|:|=))")
