"""What was there so far, told in view of a later goal, and what is put on top of it: `’27년까지 누적 1,500조원 달성목표와
’22년까지의 실적인 800조원을 고려하여 154조원을 더한 누적 954조원으로 목표 설정`.

The base, what is added and what comes out must be one sum as they are printed; then it says `’22년 실적 800조원에 154조원을 더한 954조원`. A sentence
or a bracket that says where what is added comes from goes when it comes to that.
"""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.setting import sentences
from uigwe.reasons.spelling import replaced
from uigwe.values import rounded

_Change = tuple[int, int, str]
_U = r"(?:조|억|천만|백만|만)?(?:원|달러|불|명|건|개사|개소|대|호|톤|가구|[가-힣]{1,2}?)"
_LATER = (
    rf"(?:(?:’?\d{{2}}|20\d{{2}})년(?:도)?(?:까지)?)?[^.\d]{{0,24}}?"
    rf"{NUMERAL}{_U}(?:\([^()]*\))?[^.,\d]{{0,10}}?(?:달성)?(?:목표|계획)(?:\([^()]*\))?(?:와|과|및)(?:함께)?"
)
_VIEWED = pattern_of(
    rf"(?P<goal>{_LATER})?(?P<when>(?:’\d{{2}}|20\d{{2}}|(?<!\d)\d{{2}})년(?:도)?)(?:말)?(?:까지)?(?:의)?(?:누적|총)?(?:실적|누적액|누계)(?:인|은|:|\()?(?P<stock>{NUMERAL})(?P<unit>{_U})\)?(?:을|를)?(?:함께|모두)?"
    rf"(?:,|(?:감안|고려|참고)(?:하여|해|하되|하면서|,),?|에)(?:올해|금년)?(?P<more>{NUMERAL})(?P<same>{_U})(?:을|를)?(?:더한|보탠|합산한|합한|추가한|가산한|얹은|더하여|더해)(?:총|누적|누계)*(?P<all>{NUMERAL})(?P<of>{_U})(?P<set>으로|로|을|를)?"
)
_WHENCE = pattern_of(
    rf"(?P<more>{NUMERAL}){_U}(?:은|는|:|=)(?P<what>[^.=]*?\d개?년(?:간)?(?:의)?[^.\d]{{0,12}}?평균(?:치|값)?[^.\d]{{0,10}}?\(?(?P<mean>{NUMERAL}){_U}\)?)(?:(?:대비|보다|에서|에비해|의|×)(?P<step>{NUMERAL})(?P<kind>%|배|{_U})?(?P<how>[^.\d]{{0,24}}))?(?:임|인값임)?"
)
_HUNDRED = Decimal(100)


def stocked(laid: Laid, known: Known) -> Laid:
    """The reason with the base of such a sum in front of what is put on top, without the note to that."""
    del known
    found = _VIEWED.search(laid.text)
    if found is None or not found["unit"].endswith(found["same"]) or found["unit"] != found["of"]:
        return laid
    stock, more, total = (_number(found[name]) for name in ("stock", "more", "all"))
    if stock + more != total:
        return laid
    when = found["when"] if found["when"].startswith(("’", "20")) else "’" + found["when"]
    sum_said = (
        f"{when}실적{found['stock']}{found['unit']}에{found['more']}{found['unit']}을더한{found['all']}{found['unit']}"
    )
    changes = [(found.start(), found.end("of"), sum_said), *_whence(laid, found.end(), more)]
    return replaced(laid, sorted(changes))


def _whence(laid: Laid, at: int, more: Decimal) -> Iterator[_Change]:
    """Notes that say of which mean what is added is so much."""
    for start, end in sentences(laid):
        said = _WHENCE.fullmatch(laid.text[start:end].strip("-*※"))
        if start > at and said and _agrees(said.groupdict(), more):
            yield (start - 1, end, "")
    tail = laid.text[at:]
    if tail.endswith(")") and "(" in tail:
        begin = at + tail.index("(")
        said = _WHENCE.fullmatch(laid.text[begin + 1 : -1])
        if said and _agrees(said.groupdict(), more):
            yield (begin, len(laid.text), "")


def _agrees(said: dict[str, str | None], more: Decimal) -> bool:
    """Whether the mean with its step comes to what is added."""
    if _number(said["more"] or "0") != more:
        return False
    mean, step, kind = _number(said["mean"] or "0"), said["step"], said["kind"] or ""
    if step is None:
        return mean == more
    by = _number(step)
    down = any(word in (said["how"] or "") for word in ("하향", "낮", "감소", "줄", "적"))
    if kind == "%":
        rate = by / _HUNDRED
        worths = (mean * (1 - rate),) if down else (mean * (1 + rate), mean * rate)
    elif kind in ("", "배"):
        worths = (mean * by,)
    else:
        worths = (mean - by,) if down else (mean + by,)
    return any(rounded(one, max(0, -int(more.as_tuple().exponent))) == more for one in worths)


def _number(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))
