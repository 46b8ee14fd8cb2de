"""What is taken off a calculation, or a part of the year that falls out, told beside it.

`3% 상향한다. 다만, 이관되는 20건을 차감하여 설정한다` takes 20 from what was raised; `실적(520개사)에는 중복 20개사가 포함되어 있어
이를 제외한 뒤 10% 확대` from the base; `2개월간 휴관하는 점을 반영하여 산출값의 10/12` says why ten twelfths.
"""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_U = r"(?!%)[가-힣]{1,3}?"
_OFF = r"(?:차감|공제|제외|감액)(?:한|하여|하고|해|함|한다|하였음)|뺀|빼고|빼서|뺌|덜어낸|덜어내고"
_BUT = pattern_of(
    r"(?P<verb>[상하]향|증가|가산|확대|증액)(?:하여)?(?:설정|산정|산출|조정)?(?:함|한다|하였음|하되|하되다만)?(?:[.,]|(?<=하되))(?:다만|단|이때)?,?"
    rf"(?P<what>[^.,\d]{{0,30}}?)(?P<less>{NUMERAL}{_U})(?P<as>을|를|은|는|도)?(?:최종적으로|별도로)?(?:{_OFF})(?P<set>(?:후|뒤|값을|값으로|값|수준으로)?,?(?:최종|최종적으로)?(?:금년|올해|’\d{{2}}년)?(?:도)?(?:목표)?(?:치|값)?(?:를|로|으로)?(?:설정|산정|확정|결정|산출|책정|정)?(?:함|한다|하였음)?)[.]?$"
)
_IF = pattern_of(r"경우|면|시$|않|없|최대|이내|추후|예정")
_BASE = r"(?:(?:전년도?|작년|지난해|직전연?도|(?:’\d{2}|20\d{2})년도?)(?:의)?[가-힣]{0,8}?실적)"
_HELD = pattern_of(
    rf"(?P<base>{_BASE}(?:\({NUMERAL}{_U}\)|{NUMERAL}{_U})?)(?:에는|에|중|가운데)(?P<what>[^.,\d]{{0,24}}?)(?P<less>{NUMERAL}{_U})(?:이|가)?(?:포함|반영|산입|집계)(?:되어있(?:어|으므로|는바|음에따라)|돼있어|되어|되었으므로|된점을감안하여)[,.]?(?:이를|이는|해당분을)(?:{_OFF})(?:뒤|후|다음|값에서|값의|값을|수치를)?(?!실적|[가-힣]{{0,6}}[율률])"
)
_HELD_IN = pattern_of(
    rf"(?P<base>{_BASE}(?:\({NUMERAL}{_U}\)|{NUMERAL}{_U})?)(?:에포함된|중)(?P<what>[^.,\d]{{0,20}}?)(?P<less>{NUMERAL}{_U})(?:을|를)(?:제외|차감|공제)(?:하고|한뒤|한후|한다음|하여)"
)
# A result in whose bracket it is said what remains of it.
_NET = pattern_of(
    rf"(?P<base>{_BASE})\([^()\d]{{0,24}}?(?P<less>{NUMERAL})(?P<unit>{_U})(?:을|를)(?:제외|차감|공제|뺀)(?:한|하고|하면)?(?P<rest>{NUMERAL})(?P=unit)\)(?P<at>에|대비|보다|의)"
)
_TWELFTHS = pattern_of(r"(?P<many>\d{1,2})/12|12분의(?P<of>\d{1,2})")
_MONTHS = pattern_of(
    r"\((?:[^()\d]{0,16}?(?P<in>\d{1,2})개월(?:간)?[^()\d]{0,14})\)|(?:^|(?<=[,.(]))(?P<clause>[^,.()\d]{0,20}?(?P<out>\d{1,2})개월(?:간)?[^,.()\d]{0,16}?(?:점|상황|기간|것)?(?:을|를)?(?:반영|감안|고려)하여,?)"
    r"|[.](?P<note>[^.()\d]{0,20}?(?P<so>\d{1,2})개월(?:간)?[^.()\d]{0,14})$"
)
_WENT_ON = pattern_of(
    r"(?P<verb>가산|상향|하향|증액|감액|확대|축소)하였다가,?(?:[^,.\d]{0,20}(?:을|를)(?:반영|감안|고려)하여,?(?=(?:그|이)값))?"
)
# `… 적용하되, 산출값의 10/12`, `… 상향한 값에 10/12을 곱하여`: a part of what comes out.
_PART_OF_IT = pattern_of(
    r"(?P<verb>적용|가산|상향|하향|증가|감소)하되,?(?:그|이)?(?:산출|산정|계산)?(?:된)?(?:값|결과)의(?=\d{1,2}/12|\d[\d.]*%)"
)
_BY_TWELFTHS = pattern_of(r"에(?P<share>\d{1,2}/12)(?:을|를)?곱(?:하여|한|해)(?:값(?:을|으로)?)?")
_CLOSED = pattern_of(r"휴관|휴장|중단|휴업|폐쇄|휴무|공사|리모델링|미운영|휴원|정지|운영")
_YEAR = 12


def lessened(laid: Laid, known: Known) -> Laid:
    """The reason with what is taken off where it is taken from, and without why a part of the year counts."""
    for step in (_months, _off, _net, _then):
        if changes := sorted(step(laid, known)):
            laid = replaced(laid, changes)
    return laid


def _off(laid: Laid, known: Known) -> Iterator[_Change]:
    del known
    if (found := _BUT.search(laid.text)) and not _IF.search(found["what"] + found["set"]):
        if found["as"] in ("은", "는", "도") and "최종" not in found["set"]:
            # Left out of the result, or of the base: nobody says.
            return
        yield (found.start(), found.end(), f"{found['verb']}한값에서{found['less']}을차감하여설정함")
        return
    for pattern in (_HELD, _HELD_IN):
        if found := pattern.search(laid.text):
            yield (found.end("base"), found.end(), f"에서{found['less']}을뺀후")
            return


def _net(laid: Laid, known: Known) -> Iterator[_Change]:
    """What remains of a result, as the table has it."""
    for found in _NET.finditer(laid.text):
        less, rest = (Decimal(found[name].replace(",", "")) for name in ("less", "rest"))
        if any(cell.value == less + rest for cell in known.actuals.values()):
            yield (found.end("base"), found.end(), f"에서{found['less']}{found['unit']}을뺀후")


def _months(laid: Laid, known: Known) -> Iterator[_Change]:
    """Months that fall out, where so many twelfths of the year are taken."""
    del known
    share = _TWELFTHS.search(laid.text)
    if share is None:
        return
    many = int(share["many"] or share["of"])
    if share["of"] and _CLOSED.search(laid.text):
        yield (*share.span(), f"{many}/{_YEAR}")
    for found in _MONTHS.finditer(laid.text):
        told = int(found["in"] or found["out"] or found["so"])
        if (
            told in (_YEAR - many, many)
            and _CLOSED.search(found[0])
            and not found.start() <= share.start() < found.end()
        ):
            yield (*found.span(), "")


def _then(laid: Laid, known: Known) -> Iterator[_Change]:
    """`가산하였다가, … 다시`: one after the other."""
    del known
    for found in _WENT_ON.finditer(laid.text):
        yield (*found.span(), f"{found['verb']}한후,")
    for found in _PART_OF_IT.finditer(laid.text):
        yield (*found.span(), f"{found['verb']}한값의")
    for found in _BY_TWELFTHS.finditer(laid.text):
        yield (*found.span(), f"의{found['share']}로")
