"""A bound that another quantity is: `5% 낮추되 최근 3년 평균을 하한으로 함`, `3년 평균 아래로는 내려가지 않게 함`, `상한선 95점을 적용`.

The main calculation and the bound are each read by themselves; the target is the lesser or the greater of the two.
"""

import re
from collections.abc import Iterator

from uigwe.reasons.decided.reason import FIGURE, IN, TAKEN, UNIT, Reason, number
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Reading
from uigwe.values import plain, rounded

_OPENS = (
    r"(?P<open>하되|되|이되|하고|하며|으며|[.(;,])?,?(?:단,?|다만,?|이때,?|그러나,?|아울러,?)?(?:그|이)?(?:산출|계산"
    r"|산정)?(?:된)?(?:값|결과|목표|목표치|수치)?(?:이|가|은|는)?(?:어떤경우에도|최소한|적어도|최대|아무리[가-힣]{1,4}도)?"
)
_WHY = (
    r"(?:[^.,()\d]*?(?:이므로|므로|기에|어서|아서|여서|점을감안하여|점을고려하여),?)?"
    rf"(?:(?:만점|최대치|최댓값|상한|한도|정원|수용인원|수용능력)(?:이|은|는|가)?{FIGURE}{UNIT}(?:이므로|이라|이어서|여서|인점을감안하여|인점을고려하여),?)?"
)
_Q = (
    rf"(?P<bound>(?:(?:전년도?|작년|지난해|직전연?도|(?:최근|직전|과거|지난)\d개?년|’\d{{2}}년도?|’\d{{2}}~’?\d{{2}}년)[^.,()\d]{{0,14}}(?:\({FIGURE}{UNIT}?\))?(?:의\d[\d.]*%)?"
    rf"|\d개?년(?:간)?(?:의)?(?:실적)?(?:의)?평균(?:치|값)?(?:\({FIGURE}{UNIT}?\))?"
    rf"|[^.,()\d]{{0,12}}?{FIGURE}{UNIT}?))"
)
_NOT = r"(?:지|질|가지|지지)?(?:는|도록은)?(?:않|못|아니|말|안)[가-힣]{0,8}"
_END = r"(?:함|하였음|했음|설정|하도록함|되도록함|한다|관리함?|조정함?|적용함?|둠|정함)?\)?[.]?$"
_FLOORS = (
    rf"{_Q}(?:보다)?(?:의)?(?:아래|밑|이하|미만)(?:으)?로(?:는|까지는)?(?:내려가|떨어지|낮아지|내리|하락하|낮추|떨어뜨리|줄이|줄어들){_NOT}{_END}",
    rf"{_Q}(?:보다|보다는)(?:는)?(?:더)?(?:낮|작|적|줄어들)(?:아지|추|게하|게잡)?{_NOT}{_END}",
    rf"{_Q}(?:을|를|은|는)(?:밑돌|하회하|깨|깎아먹){_NOT}{_END}",
    rf"{_Q}에(?:는)?(?:미달하|못미치|모자라){_NOT}{_END}",
    rf"{_Q}(?:을|를)?(?:목표)?(?:의)?(?:하한|최저한도|최저선|하한선|최저치|바닥)(?:선|값|치)?(?:으로|로|을|를)?(?:{TAKEN}|둠)?\)?[.]?$",
    rf"(?:하한|최저한도|하한선|최저선)(?:선|값|치)?(?:은|는|을|를|으로|로|:|인)?{_Q}(?:을|를|으로|로)?(?:{TAKEN})?\)?[.]?$",
    rf"(?:최소한|적어도|최소){_Q}(?:은|는|만큼은|을|를|수준은|선은)(?:유지|확보|보장|지키|달성){_END}",
    rf"{_Q}(?:수준)?(?:은|는|만큼은)(?:유지|확보|보장|지킴|지키기로|지키도록){_END}",
)
_CEILINGS = (
    rf"{_Q}(?:보다)?(?:의)?(?:위|이상|초과)(?:으)?로(?:는|까지는)?(?:올라가|높아지|올리|넘어가|상승하|늘리){_NOT}{_END}",
    rf"{_Q}(?:보다|보다는)(?:는)?(?:더)?(?:높|크|많|커지)(?:아지|이|게하|게잡)?{_NOT}{_END}",
    rf"{_Q}(?:을|를|은|는)(?:넘|넘기|넘어서|초과하|상회하|웃돌|뛰어넘){_NOT}{_END}",
    rf"{_Q}(?:을|를)?(?:목표)?(?:의)?(?:상한|최고한도|상한선|최고선|한도|천장)(?:선|값|치)?(?:으로|로|을|를)?(?:{TAKEN}|둠)?\)?[.]?$",
    rf"(?:상한|최고한도|상한선|한도)(?:선|값|치)?(?:은|는|을|를|으로|로|:|인)?{_Q}(?:을|를|으로|로)?(?:{TAKEN})?\)?[.]?$",
    rf"{_Q}(?:까지만|까지로)(?:인정|반영|적용|제한|한정|허용)?{_END}",
    rf"{_Q}(?:이내|이하)?(?:으)?로(?:제한|한정){_END}",
    rf"{_Q}(?:을|를|이|가)?(?:넘|초과하|상회하|웃돌)(?:는|을|할|면|은)?(?:경우|때)?(?:에는|엔|에|는|면)?,?(?P<same>{FIGURE}){UNIT}?(?:을|를|으로|로)(?:{TAKEN}|봄|간주함?|제한함?|한정함?)?\)?[.]?$",
)
# `산출값이 전년 실적에 못 미치면 전년 실적을 목표로 함`.
_THEN_SAME = (
    r"(?:면|(?:는|을|할|한|인)?(?:경우|때)(?:에)?(?:는|엔)?),?(?P<taken>[^.,]{2,24}?)(?:을|를|으로|로)(?:올해|금년)?(?:목표(?:치|값)?(?:로|으로))?"
    rf"(?:{TAKEN}|대체함?|쓰기로함)\)?[.]?$"
)
_FLOOR_CASE = rf"{_Q}(?:에(?:못미치|미달하|미달|미치지못하)|(?:을|를)(?:밑도|밑돌|하회하|하회)|보다(?:낮으|작으|적으|낮|작|적)){_THEN_SAME}"
_CEILING_CASE = (
    rf"{_Q}(?:(?:을|를)(?:넘으|넘|초과하|초과|상회하|상회|웃도|웃돌)|보다(?:높으|크|많으|높|많)){_THEN_SAME}"
)
_PATTERNS = tuple(
    (way, pattern_of(rf"{_OPENS}{_WHY}(?:{one})"))
    for way, ones in (("max", (*_FLOORS, _FLOOR_CASE)), ("min", (*_CEILINGS, _CEILING_CASE)))
    for one in ones
)
_OPEN_VERBS = {"하되": "함", "되": "", "이되": "임", "하고": "함", "하며": "함", "으며": "음"}
# `100점을 넘지 않는 범위에서 5% 상향`.
_WITHIN = pattern_of(
    rf"^{_Q}(?:을|를)(?P<way>넘|초과하|상회하|웃돌|밑돌|하회하)지(?:는)?않는(?:범위|선|한도|수준)(?:내)?(?:안)?(?:에서|로|까지),?(?P<main>.*)$"
)


# `5% 상향할 경우 100%를 초과(100.8%)하므로 최댓값인 100%로 설정`.
_WOULD = pattern_of(
    rf"^(?P<main>{IN}*?)(?:하면|할경우|하는경우|할때|하게되면|시|한값이|한결과가|한값은|하면은)(?:에는)?,?(?:그값이|산출값이)?(?P<bound>{FIGURE})(?P<unit>{UNIT})(?:을|를)?(?:초과|넘|상회|웃돌)(?:\((?P<comes>{FIGURE})(?P=unit)\))?[가-힣]{{0,5}}?(?:므로|여|어|아|으로|니|기에|는바),?"
    rf"[^.\d]*?(?P<same>{FIGURE})(?P=unit)?(?:을|를|으로|로)(?:목표(?:치|값)?(?:를|로|으로)?)?{TAKEN}[.]?$"
)


def held(reason: Reason) -> Iterator[Reading]:
    """The calculation of a reason within the bound that stands beside it."""
    text = reason.text
    if found := _WITHIN.match(text):
        way = "max" if found["way"] in ("밑돌", "하회하") else "min"
        yield from _both(reason, reason.read(found.span("main")), found["bound"], way)
        return
    if found := _WOULD.match(text):
        yield from _over(reason, found)
        return
    for way, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            start = found.start()
            if not start or (found["open"] is None and text[start - 1] not in ",.("):
                continue
            same, taken = (found.groupdict().get(name) for name in ("same", "taken"))
            if same and reason.worth(found["bound"]) != number(same):
                continue
            if taken and reason.worth(taken) != reason.worth(found["bound"]):
                continue
            main = _main(reason, start, found["open"] or "")
            before = list(_both(reason, main, found["bound"], way))
            if before:
                yield before[0]
                return


def _over(reason: Reason, found: re.Match[str]) -> Iterator[Reading]:
    """The most there can be, where the calculation would come to more."""
    main = reason.option(f"{found['main']}함")
    value = reason.known.comes_to(main) if main is not None else None
    bound, comes = number(found["bound"]), number(found["comes"] or "0")
    if main is None or value is None or value <= bound or number(found["same"]) != bound:
        return
    if comes and rounded(value, max(0, -int(comes.as_tuple().exponent))) != comes:
        return
    yield reason.made(f"min({main.basis}, {plain(bound)})", main)


def _main(reason: Reason, end: int, opening: str) -> Reading | None:
    """What stands before the bound, closed."""
    if opening in ("하되", "하고", "하며"):
        if reason.text[:end].endswith(("로", "으로")):
            return reason.read((0, end), "설정")
        return reason.read((0, end), "함")
    if opening == "되":
        # `얹되`, `더하되` without its verb.
        before = reason.text[end - 1]
        final = (ord(before) - ord("가")) % 28
        return reason.read((0, end - 1), before + "음" if final else chr(ord(before) + 16))
    return reason.read((0, end), "임" if opening == "이되" else "")


def _both(reason: Reason, main: Reading | None, bound: str, way: str) -> Iterator[Reading]:
    if main is None:
        return
    value = reason.worth(bound)
    if value is None:
        return
    limit = reason.read(f"{bound}수준으로설정")
    basis = limit.basis if limit is not None and reason.known.comes_to(limit) == value else plain(value)
    yield reason.made(f"{way}({main.basis}, {basis})", main)
