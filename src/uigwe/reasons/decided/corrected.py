"""A result that is put right before anything is made of it: a provisional figure by the final one, what was counted twice taken off.

Each function gives the reason in plain words, with everything else as it is, or as it was.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.decided.reason import FIGURE, UNIT, Reason, number
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import plain

_Change = tuple[int, int, str]
_BASE = (
    r"(?P<base>(?:전년도?|작년도?|지난해|직전연?도?|직전년도|’\d{2}년도?|20\d{2}년도?)(?:의)?(?:연간)?[가-힣]{0,8}?(?:실적"
    r"|결과|값|수치|건수|집계)(?:치|값)?)"
)
_PRINTED = rf"\(?(?P<printed>{FIGURE})(?P<unit>{UNIT})\)?"
_STEP = (
    r"(?P<join>을기준으로|를기준으로|기준으로|을토대로|를토대로|을바탕으로|를바탕으로|을출발점으로|를출발점으로|에서"
    r"|보다|대비|에|의|을|를|에견주어|에비해|에비하여)(?P<step>(?:[^.]|(?<=\d)[.](?=\d))*)"
)
# `’22년 실적 412건은 잠정치로, 뒤늦게 나온 확정치 405건을 기준으로 …`.
_FINAL = (
    r"(?:확정|최종|정정|수정|재집계|재산정|보정|결산|정식|공식|확정된|바로잡은|바로잡힌"
    r"|정정된|수정된|재집계된|실제)(?:치|값|실적|집계|수치|결과|통계|자료|건수|본)*"
)
_PROVISIONAL = pattern_of(
    rf"{_BASE}(?:은|는|이|가|인)?(?:{_PRINTED})?(?:은|는|이|가)?(?:속보치|잠정치?|잠정집계치?|잠정값|가집계치?|추정치|임시집계치?|오류|집계오류|입력오류|예비치|착오|오기|(?:정정|수정|보정|확정|조정)전(?:의)?(?:수치|값|실적|치|집계))[^\d]*?"
    rf"(?P<final>{_FINAL})(?:인|은|는|이|가|으로|로|상|상의|결과|에따른)?[^\d.,]*?\(?(?P<true>{FIGURE})(?P<unit2>{UNIT})\)?(?:으로|로)?(?:확정|정정|수정|확인|조정|집계|변경)?(?:되어|되었으므로|되었으며|되었고|됨에따라|하여|했으며|하였으며|이며|이므로|이었으므로)?,?"
    rf"(?:이를|이값을|이|그|이값|그값|이수치|확정치|확정값|정정치)?{_STEP}"
)
# `공급가액 200억원으로 바꾼 뒤 5% 증액`.
_PUT = pattern_of(
    rf"{_BASE}{_PRINTED}(?:\([^()]*\))?(?:을|를|은|는|이|가)[^\d]*?(?P<true>{FIGURE})(?P<unit2>{UNIT})(?:으로|로)(?:바꾼|바꾸|고친|고치|환산|환산한|정정|정정한|수정|수정한|조정|조정한|보정|보정한|재산정|재산정한|바로잡은|바로잡고|바로잡아|재집계한|교정한|전환한|바뀐|바꿔)"
    rf"(?:하여|하고|고|한|해|된)?(?:뒤|후|다음|값|수치|것|결과)?(?:에)?(?P<join>에서|보다|대비|에|의|을기준으로|를기준으로|을|를)?,?(?:이를|여기에|여기서|이에|그)?(?P<step>(?:[^.]|(?<=\d)[.](?=\d))*)"
)
# `전년 실적이 84건에서 80건으로 정정되어, 정정된 실적 대비 5% 상향`.
_REVISED = pattern_of(
    rf"{_BASE}(?:은|는|이|가|을|를)(?P<printed>{FIGURE})(?P<unit>{UNIT})(?:에서|이었으나|였으나|으로집계되었으나|로집계되었으나|으로발표되었으나|로발표되었으나|으로공표되었으나|로공표되었으나),?[^.\d]*?(?P<true>{FIGURE})(?P<unit2>{UNIT})(?:으로|로)[^.,\d]{{0,8}}?(?:정정|수정|확정|조정|변경|재산정|재집계|바로잡|확인)[가-힣]{{0,10}}?(?:어|여|고|며|으며|므로|이에따라|음[.]|됨[.]|함[.]),?"
    rf"(?:(?:정정|수정|확정|조정|변경|재산정|재집계|바로잡은|확인)(?:된|한|후)?(?:실적|값|수치|결과|치)*|이를|이값|그값|이|이수치|여기|이실적)?{_STEP}"
)
# `전년 실적 860건에 이중 집계된 60건이 있어, 이를 바로잡은 수치에서 …`; `540개사 중 … 90개사를 제외하고, 남은 …`.
_TAKE_OFF = r"(?:제외|차감|공제|제거|배제|정정|조정|삭제|감산|바로잡|걷어내|걷어낸|덜어내|덜어낸|덜고|덜|빼|뺀|뺌|들어내|털어내|떼어내|거둬내|빠지)"
_OFF = pattern_of(
    rf"{_BASE}(?:{_PRINTED})?(?P<in>중에서|중|가운데에서|가운데|에는|에서는|에서|에|의)[^\d.]*?(?P<less>{FIGURE})(?P<unit2>{UNIT})(?P<how>이|가|을|를|은|는|만큼을|만큼)?(?P<do>[^\d.]{{0,24}}?{_TAKE_OFF})(?:하고|하여|한|해|하면|면|은|고|아)?,?"
    rf"(?:이를)?(?:나서|뒤|후|다음)?,?(?:나머지|남은|잔여|순|실제|그|이|바로잡은|정정된)?(?:[가-힣]{{0,6}}?(?:수치|값|나머지|잔여분|잔여|수|건수|물량|실적|면적|인원|규모|분|양|금액|부분|몫|것|결과)|\((?P<rest>{FIGURE})[가-힣]{{0,3}}\))*(?:\(?(?P<rest2>{FIGURE})(?P=unit2)\)?)?(?:(?:이며|이고|이므로|인바|이되|임[.])(?:,)?(?:이|그|여기|이값|이를))?"
    r"(?P<join>을출발점으로|를출발점으로|을토대로|를토대로|을바탕으로|를바탕으로|을기초로|를기초로|에대해서만|에대하여만|에대해|에대하여|만을|만|을기준으로|를기준으로|기준으로|에서|보다|대비|에|의|을|를|으로|로)?,?(?P<step>(?:[^.]|(?<=\d)[.](?=\d))*)"
)
_STEPS = pattern_of(
    r"\d[\d.,]*(?:%p?|[가-힣]{1,3}?)(?:만|만큼|를|을|씩)?(?:더)?(?:상향|하향|증|감|확대|축소|가산|추가|높|낮|늘|줄|올|내|더|빼|뺀|얹|향상|제고|단축)|의\d|\d배|유지|동결|그대로|수준"
)
_DENIED = pattern_of(r"않|아니|없이|불구|못하|포함하|그대로두|감안")


def corrected(reason: Reason) -> Laid | None:
    """The reason with its base put right; None where nothing is."""
    for step in (_final, _put, _revised, _off):
        if changes := sorted(step(reason)):
            return replaced(reason.laid, changes)
    return None


def _printed_right(reason: Reason, base: str, printed: str | None) -> bool:
    """Whether the figure printed of a result is the one that the table has, where it has one."""
    if not printed:
        return True
    year = _YEAR.search(base)
    at = reason.known.year - 1 if year is None else 2000 + int(year[1])
    cell = reason.known.actuals.get(at)
    return cell is None or cell.value is None or cell.value == number(printed)


_YEAR = pattern_of(r"(?:’|20)(\d{2})년")


def _final(reason: Reason) -> Iterator[_Change]:
    """The final figure for the provisional one."""
    found = _PROVISIONAL.search(reason.text)
    if found is None or not _STEPS.search(found["step"]) or (found["unit"] and found["unit"] != found["unit2"]):
        return
    if found["printed"] is not None and not _near(number(found["true"]), number(found["printed"])):
        return
    join = _JOINS.get(found["join"], found["join"])
    yield (found.start(), found.start("step"), f"{found['true']}{found['unit2']}{join}")


def _near(one: Decimal, other: Decimal) -> bool:
    return other != 0 and Decimal("0.5") <= one / other <= Decimal(2)


_JOINS = dict.fromkeys(
    ("을", "를", "에견주어", "을기준으로", "를기준으로", "을토대로", "를토대로", "을바탕으로", "를바탕으로"), "대비"
)


def _put(reason: Reason) -> Iterator[_Change]:
    """What a result comes to in another measure, or put right."""
    found = _PUT.search(reason.text)
    if found is None or not _STEPS.search(found["step"]) or found["unit"] != found["unit2"]:
        return
    if not _printed_right(reason, found["base"], found["printed"]) or _DENIED.search(
        found[0][: -len(found["step"]) or None]
    ):
        return
    if not _near(number(found["true"]), number(found["printed"])):
        return
    join = "의" if found["step"].startswith("의") or found["join"] == "의" else "대비"
    step = found["step"].removeprefix("의")
    yield (found.start(), found.end(), f"{found['true']}{found['unit2']}{join}{step}")


def _revised(reason: Reason) -> Iterator[_Change]:
    """A result that was put right before."""
    found = _REVISED.search(reason.text)
    if found is None or not _STEPS.search(found["step"]) or found["unit"] != found["unit2"]:
        return
    # The table may hold what was put right already.
    if not any(_printed_right(reason, found["base"], found[name]) for name in ("printed", "true")):
        return
    join = _JOINS.get(found["join"], found["join"])
    yield (found.start(), found.start("step"), f"{found['true']}{found['unit2']}{join}")


def _off(reason: Reason) -> Iterator[_Change]:
    """What was counted twice, has ended or is no longer needed, taken off before the step."""
    found = _OFF.search(reason.text)
    if found is None or not _STEPS.search(found["step"]):
        return
    said = found[0][: found.start("step") - found.start()]
    if (found["unit"] and found["unit"] != found["unit2"]) or _DENIED.search(said[found.start("do") - found.start() :]):
        return
    if "포함하" in said[: found.start("less") - found.start()]:
        return
    if not _printed_right(reason, found["base"], found["printed"]):
        return
    less = number(found["less"])
    rest = found["rest"] or found["rest2"]
    if found["printed"]:
        whole = number(found["printed"])
        if not 0 < less < whole or (rest and number(rest) != whole - less):
            return
    elif rest:
        return
    if found["in"] in ("에", "에는") and found["how"] not in ("이", "가"):
        return
    if found["in"] == "에서" and found["how"] in ("이", "가", "은", "는") and "있" not in said:
        return
    join = found["join"] or ""
    tail = "의" if join == "의" else ","
    words = f"{found['base']}에서{plain(less)}{found['unit2']}을뺀"
    yield (found.start(), found.start("step"), f"{words}값의" if tail == "의" else f"{words}후")


# ── what a base is called ──

_B = r"(?:전년도?|작년|지난해|’\d{2}년도?)"
_SIMPLE: tuple[tuple[re.Pattern[str], str], ...] = (
    # Quotes around words.
    (pattern_of(r"’(?P<said>(?:목표|전년|최근|직전|작년|지난해)[^’]{0,24})’"), r"\g<said>"),
    # A survey every other year.
    (
        pattern_of(
            r"(?:격년|2년마다|2년주기|이년마다|2년에한번|홀수해|짝수해|홀수연도|짝수연도|홀수년|짝수년)[^.\d]{0,24}?(?:이므로|므로|이라|라서|이어서|여서|로서|로|하므로|되므로|함에따라|인점을감안하여|인점을고려하여|이고|이며|하며|하여|어|고|바|임[.]|됨[.]|함[.]),?(?=[^.]*’\d{2}년)"
        ),
        "",
    ),
    (
        pattern_of(
            r"(?:가장최근|직전|마지막|최근|바로앞|지난번|종전|이전|가장가까운)(?:에)?(?:실시(?:한|된))?(?:의)?(?:조사|측정|평가|진단|검진|실태조사)(?:시점|연도|회차|결과|해)?(?:인|이었던|였던|\()(?P<year>’\d{2}년)\)?(?:도)?(?:의)?(?:조사|측정|평가)?(?:결과|실적|값|수치|점수)?"
        ),
        r"\g<year>실적",
    ),
    (
        pattern_of(
            r"(?P<year>’\d{2}년)도?(?:에)?(?:의)?(?:직전|마지막|최근)?(?:실시(?:한|된))?(?:격년)?(?:조사|측정|실태조사)(?:의)?(?:결과|실적|값|수치|점수)(?=보다|대비|에서|에|를|을|의)"
        ),
        r"\g<year>실적",
    ),
    # What is new about a year; only that year.
    (
        pattern_of(
            r"(?:(?:개편|개정|변경|전환|통합|신설|도입|확대|시행|개통|이관)(?:후|뒤|이후)?[^.,\d]{0,10}(?:첫|최초)[^.,\d]{0,6}(?:해|연도|년도)?인)(?=’\d{2}년도?실적|전년)"
        ),
        "",
    ),
    (
        pattern_of(
            rf"(?P<base>{_B}(?:의)?실적(?:치|값)?)만(?:을|으로)?(?=(?:을|를)?(?:토대|기준|바탕|기초|출발점|근거))"
        ),
        r"\g<base>을",
    ),
    # Provisional, and taken all the same.
    (
        pattern_of(
            r"’\d{2}년도?(?:실적)?(?:은|는|이|가)?(?:아직)?잠정(?:치|값|집계|실적)(?:이나|이지만|이긴하나|지만|임에도|이며|이고),?(?:이를|이값을|이값도|그대로)?(?:그대로)?(?:포함(?:하여|해|한|시켜)|넣어|넣은|반영하여|함께)"
        ),
        "",
    ),
    # Why, before a base: `감사 결과`, `위원회 심의 결과`.
    (
        pattern_of(
            rf"^[가-힣]{{1,12}}(?:결과|과정에서|지적에따라|지적을반영하여)(?:를반영하여|에따라)?,?(?={_B}(?:의)?실적)"
        ),
        "",
    ),
    # From when on a step counts.
    (
        pattern_of(
            r"(?:을|를)?(?:’\d{2}년|내년|차년도)(?:도)?(?:목표)?(?:부터)?(?:이|가)?아니(?:라|고)(?:’\d{2}년(?:도)?|올해|금년)(?:도)?(?:의)?(?:목표)?(?:부터|에)(?:바로)?(?:적용|반영|시행)(?:함|하였음|하기로함)?[.]?$"
        ),
        "하여설정",
    ),
    # All of the parts: `수도권은 물론 나머지 40%까지, 전 물량을`.
    (
        pattern_of(
            r"(?:물량|전체|실적)(?:의|중)\d{1,2}%(?:를|을|인)[^.,]{0,20}?(?:은|는)물론(?:이고)?,?[^.,]{0,24}?(?:까지|도)(?:포함하여|함께|모두)?,?(?:전|전체|모든|총)[가-힣]{1,4}(?:을|를)(?=전년|작년)"
        ),
        "",
    ),
    # Above what stands there, by how much.
    (
        pattern_of(
            rf"(?P<base>{FIGURE}{UNIT})(?:을|를)(?P<step>{FIGURE}(?:%p?|점|건|명))(?:를|을|만큼)?(?:더)?(?:웃돌|웃도|상회하|뛰어넘|넘어서|초과하|능가하)(?:도록|게|는수준|는)"
        ),
        r"\g<base>대비\g<step>상향하여",
    ),
    # Whose level it is, before a figure that is set.
    (
        pattern_of(
            rf"(?<![가-힣])(?:[가-힣]|\d(?=곳|개|군데))(?:[가-힣]|\d(?=곳|개|군데))*평균인(?={FIGURE}{UNIT}(?:을|를)(?:올해|금년)?목표)"
        ),
        "",
    ),
)
_OVERSHOT = pattern_of(
    rf"(?P<base>{_B}(?:의)?목표(?:치|값)?(?:인|였던)?\(?(?P<aim>{FIGURE})(?P<unit>{UNIT})\)?)(?P<join>에|에다|에다가|에서)(?:전년도?)?(?:의)?(?:목표)?(?:초과달성분|초과분|초과달성한부분|초과달성치|상회분|초과실적|초과한분|미달분|부족분)(?:인|\()?(?P<over>{FIGURE})(?P=unit)\)?(?P<part>의절반|의1/2|의반|의\d{{1,2}}%|전부|전액)?(?:을|를|만|만을|만큼)?(?P<all>모두|전부|그대로|고스란히|온전히|전량)?(?P<verb>더|가산|얹|보태|반영|빼|차감|낮)"
)


def called(reason: Reason) -> Laid | None:
    """The reason with its base under its plain name; None where it has that."""
    laid = reason.laid
    for pattern, word in _SIMPLE:
        if (found := pattern.search(laid.text)) and found.end() > found.start():
            laid = replaced(laid, [(*found.span(), found.expand(word))])
    if found := _OVERSHOT.search(laid.text):
        laid = _with_overshot(reason, laid, found) or laid
    return laid if laid.text != reason.text else None


def _with_overshot(reason: Reason, laid: Laid, found: re.Match[str]) -> Laid | None:
    """Last year's target with what the result was above it, or a part of that."""
    aim, over = number(found["aim"]), number(found["over"])
    cell = reason.known.actuals.get(reason.known.year - 1)
    if cell is not None and cell.value is not None and abs(cell.value - aim) != over:
        return None
    share = found["part"] or ""
    if "절반" in share or "1/2" in share or share == "의반":
        over = over / 2
    elif share.endswith("%"):
        over = over * number(share[1:-1]) / 100
    word = {"반영": "더", "얹": "더", "보태": "더"}.get(found["verb"], found["verb"])

    said = f"{found['base']}{'에' if found['verb'] not in ('빼', '차감', '낮') else '에서'}{plain(over)}{found['unit']}을{word}"
    end = found.end()
    if word != found["verb"]:
        said, end = f"{said}함", len(laid.text)
    return replaced(laid, [(found.start(), end, said)])
