"""Options of which one is taken: `전년 동결안과 4% 상향안 가운데 후자를 채택`, `1안(…), 2안(…) 중 2안으로 확정`, `두 안의 중간값`.

Each option must say a basis by itself; what is taken is named by its place, its number, its size, or lies in the middle.
"""

import re
from collections.abc import Iterator

from uigwe.reasons.decided.reason import CHANGE, COUNTS, FIGURE, IN, OPEN, TAKEN, UNIT, Reason
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Reading

_BOTH = r"(?:의)?(?:두|둘|2개|양|양쪽|위|이상의두)?(?:가지)?(?:안|방안|대안|개안|시나리오|방식)?"
_WEIGHED = r"(?:을|를|이|가)?(?:함께|놓고|두고|서로)?(?:비교|검토|견주|저울질|논의|심의|놓고|두고|제시|마련|상정|대안)"
_AMONG = (
    rf"(?:{_BOTH}(?:중(?!간|앙)(?:에서|에)?|가운데(?!값)(?:에서)?)|{_BOTH}{_WEIGHED}[^.\d]*?(?:끝에"
    rf"|결과|하여|하였으며|하였고|했으며|해|한뒤|한후|되었으나|하였으나|했으나|되었으며|고),?(?:(?:이|그|이들)(?:중|가운데)(?:에서)?)?)"
)
_PICKS: tuple[tuple[str, str], ...] = (
    ("first", r"전자|앞(?:의|쪽)?(?:안|것|쪽|방안)|앞엣것|먼저(?:의)?(?:안|것)|첫(?:번)?째(?:안|것|방안)?|첫안"),
    (
        "last",
        r"후자|뒤(?:의|쪽)?(?:안|것|쪽|방안)|뒤엣것|나중(?:의)?(?:안|것)|둘째(?:안|것|방안)?|두번째(?:안|것|방안)?",
    ),
    (
        "high",
        r"(?:더)?(?:높은|큰|많은|도전적인|도전성이(?:더)?(?:높은|큰)|적극적인|공격적인)(?:쪽|값|안|것|수치|방안|수준|쪽의값)",
    ),
    (
        "low",
        r"(?:더)?(?:낮은|작은|적은|보수적인|소극적인|안정적인|현실적인)(?:쪽|값|안|것|수치|방안|수준|쪽의값)",
    ),
    (
        "middle",
        r"(?:한)?(?:가운데|복판)(?:값|지점|의값|수준)?|중간(?:값|치|안|점|지점|수준)?|(?:산술|단순)?평균(?:값|치)?|절충(?:값|안|치)?|정중앙(?:값)?|중앙(?:값)?",
    ),
)
_PICK = "|".join(f"(?P<{name}>{words})" for name, words in _PICKS)
_CHOICE = pattern_of(
    rf"(?P<options>{IN}*?){_AMONG}(?P<why>[^.\d]*?)(?:{_PICK})(?:을|를|으로|로|이|인)?,?(?:최종)?{TAKEN}[.]?$"
)
_MIDDLE = pattern_of(
    rf"(?P<options>{IN}*?)(?:의)?(?:두|양)?(?:안|값)?(?:(?:이|가)(?:맞서|엇갈려|갈려|대립하여|팽팽하여|팽팽히맞서),?(?:두|양)(?:안|방안)?)?(?:의|을|를)(?:(?:절충|타협|조율|평균|합의|합산)(?:하여|해|한|하고)|더해)?,?(?:딱|꼭|그)?(?P<middle>{_PICKS[-1][1]})(?:을|를|으로|로|하여|내어|한값을|한값으로)?,?(?:최종)?{TAKEN}[.]?$"
)
# `… 큰 쪽을 택하고, 그 값의 101%를 목표로 함`.
_THEN_MADE = pattern_of(
    rf"(?P<options>{IN}*?){_AMONG}(?P<why>[^.\d]*?)(?:{_PICK})(?:을|를|으로|로)(?:기준으로|기준값으로|출발점으로|토대로)?(?:채택|선택|선정|택|취|적용|확정|결정|삼|골라|잡|정)?(?:하고|하여|하되|해|한후|한뒤|한다음|고|아|은뒤|은후|은다음)?,?"
    r"(?:그|이|해당|거기|여기|채택된|선택된|채택한|선택한)(?:값|수치|안|것|쪽)?(?P<tail>(?:의|에서|에|보다|대비|을|를).*?)[.]?$"
)
_PARTS = pattern_of(r"(?:와|과|및|,|/|·|또는|혹은|이나|하고|대)(?=.)")
# Labels of options: `1안: …`, `(가안) …`, `…(2안)`.
_NAMES_OF = r"[1-9]|[가나다갑을병]|[A-C]|보수|도전|기본|적극|소극|현실|최소|최대|낙관|비관|중립|확대|안정"
_L = rf"(?:제)?(?P<label{{0}}>{_NAMES_OF})안"
_LABELLED = pattern_of(
    rf"(?:{_L.format(1)}(?:은|는|:|\(|-|,|=)?(?P<behind>{IN}*?)\)?(?=,|/|·|및|와|과|[.]|(?:제)?(?:{_NAMES_OF})안|(?:의)?(?:두안)?(?:중|가운데|을|를)|$))"
)
_NAMED = pattern_of(rf"{_L.format(1)}\((?P<behind>(?=[^()]*(?:{CHANGE}|동결|유지|실적|평균))[^()]*)\)")
# `후자(전년 대비 3% 상향)를 채택`: what is taken is told once more.
_TOLD_ONCE_MORE = pattern_of(
    rf"(?:{_PICKS[0][1]}|{_PICKS[1][1]})(?:인|,)?\((?P<said>[^()]*)\)(?:을|를|으로|로|이|인)?,?(?:최종)?{TAKEN}[.]?$"
)
_BRACKETED = pattern_of(rf"(?P<before>[^.,()]*)\({_L.format(1)}\)")
_LABEL_TAKEN = pattern_of(
    rf"{_L.format(1)}(?:\([^()]*\))?(?:을|를|으로|로|이|에|대로|의)?,?(?P<why>[^.\d]{{0,12}}?)(?:최종)?{TAKEN}[.]?$"
)


def chosen(reason: Reason) -> Iterator[Reading]:
    """The option that a reason takes."""
    yield from _labelled(reason)
    text = reason.text
    if (found := _TOLD_ONCE_MORE.search(text)) and not OPEN.search(text):
        if option := reason.option(found["said"]):
            yield reason.made(option.basis, option)
        return
    if found := _COMPARED.match(text):
        if option := _compared(reason, found):
            yield option
        return
    for pattern in (_CHOICE, _MIDDLE, _THEN_MADE):
        found = pattern.search(text)
        if found is None:
            continue
        tail = found.groupdict().get("tail") or ""
        why = found.groupdict().get("why") or ""
        if OPEN.search(text) or COUNTS.search(why) or COUNTS.search(text[: found.start()]):
            continue
        for pair in _pairs(reason, found["options"]):
            picked = _pick(reason, pair, next(name for name, _ in _PICKS if found.groupdict().get(name)), tail)
            if picked:
                yield picked
                return


# `전년 실적과 3년 평균을 비교하여 더 높은 전년 실적을 기준으로 …`: it is told which of the two that is.
_COMPARED = pattern_of(
    rf"^(?P<one>{IN}{{2,24}}?)(?:와|과)(?P<other>{IN}{{2,24}}?)(?:을|를)(?:서로)?(?:비교|견주|대조)[가-힣]{{1,6}}?,?(?:더|보다)?(?:(?P<high>높은|큰|많은)|(?P<low>낮은|작은|적은))(?P<rest>(?:전년|작년|지난해|최근|직전|\d개?년|’\d{{2}}년).*)$"
)


def _compared(reason: Reason, found: re.Match[str]) -> Reading | None:
    names = (found["one"], found["other"])
    taken = next((one for one in names if found["rest"].startswith(one)), None)
    values = {one: reason.worth(one) for one in names}
    if taken is None or None in values.values():
        return None
    best = (max if found["high"] else min)(value for value in values.values() if value is not None)
    return reason.read(found["rest"]) if values[taken] == best else None


def _pairs(reason: Reason, said: str) -> Iterator[tuple[Reading, Reading]]:
    """The two options that a stretch names; the second may lean on the base of the first."""
    for found in _PARTS.finditer(said):
        first, second = said[: found.start()], said[found.end() :]
        if not _IS_ONE.search(first) or not _IS_ONE.search(second):
            continue
        one = reason.option(first)
        if one is None:
            continue
        base = _BASE.match(_HEAD.sub("", first))
        other = None
        if base is not None and not _NAMES.search(second):
            other = reason.option(base[0] + second)
        other = other or reason.option(second)
        if other is not None:
            yield one, other


_IS_ONE = pattern_of(rf"{CHANGE}|동결|유지|실적|평균|그대로|\d%|배(?:로|안)?")
_BASE = pattern_of(
    r"[^\d]*?(?:전년도?|작년|지난해|직전연?도?|’\d{2}년도?|20\d{2}년도?|(?:최근|직전|과거|지난)\d개?년(?:간)?(?:의)?(?:실적)?(?:의)?평균)(?:의)?(?:실적|결과|수준)?(?:치|값)?(?:대비|보다|에서|에|의)"
)
_HEAD = pattern_of(rf"^{IN}*:")
_NAMES = pattern_of(r"전년|작년|지난해|직전|최근|평균|’\d{2}|20\d{2}|과거")


def _pick(reason: Reason, pair: tuple[Reading, Reading], which: str, tail: str) -> Reading | None:
    """The option that is picked, with what is made of it."""
    one, other = pair
    first, second = (reason.known.comes_to(each) for each in pair)
    if first is None or second is None or (tail and which == "middle"):
        return None
    if which in ("first", "last") or tail:
        taken = one if which == "first" or (which != "last" and (first >= second) == (which == "high")) else other
        return reason.read(f"{taken.words}{tail}") if tail else reason.made(taken.basis, taken)
    name = {"high": "max", "low": "min", "middle": "mean"}[which]
    return reason.made(f"{name}({one.basis}, {other.basis})", one, other)


def _labelled(reason: Reason) -> Iterator[Reading]:
    """The option of a number: `1안: 전년 동결, 2안: 전년 대비 4% 상향. 2안 채택`."""
    text = reason.text
    taken = _LABEL_TAKEN.search(text)
    if taken is None or OPEN.search(text):
        return
    options: dict[str, str] = {}
    before = text[: taken.start()]
    for found in [*_NAMED.finditer(text), *_LABELLED.finditer(before), *_BRACKETED.finditer(before)]:
        said = found.groupdict().get("behind") or found.groupdict().get("before") or ""
        if _IS_ONE.search(said) or _FIGURE_ALONE.fullmatch(said):
            options.setdefault(found["label1"], said)
    if len(options) < 2 or taken["label1"] not in options:
        return
    said = _JOINS.sub("", options[taken["label1"]])
    if found_option := reason.option(said):
        yield reason.made(found_option.basis, found_option)


_FIGURE_ALONE = pattern_of(rf"{FIGURE}{UNIT}")
_JOINS = pattern_of(r"^(?:와|과|및|,|/|·|\)|\()+|(?:와|과|및|,|/|·|\)|\()+$")
