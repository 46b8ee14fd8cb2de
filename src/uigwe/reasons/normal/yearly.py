"""A goal of several years that is parted evenly, with the part printed: `확산 목표(~’27년 100건)의 일환으로 본 지표를 연도별 20건 목표로 설정`.

Where the goal divided by the years up to it, the target's included, is the part that is printed, the part is the target.
"""

from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import EXACT

_F = r"\d[\d,]*"
_U = r"(?:(?:천|만|억|백만)?(?:개사|개소|개교|개관|개국|가구|개 ?팀|[가-힣]{1,3}?))"
_GOAL = pattern_of(
    rf"^(?P<head>.*?)목표\((?:’?(?P<from>\d\d)년?)?~’?(?:20)?(?P<to>\d\d)년?(?:도)?(?:까지)?(?:총|누적)?(?P<all>{_F})(?P<unit>{_U})(?:,[^()]*)?\)"
    r"(?:의일환으로|의하나로|에따라|달성을위해|달성을위하여|을달성하기위해|의이행을위해|이행을위해|의일환으로서|를5년간나누어)(?P<what>[^.,()\d]*?)"
    rf"(?:(?P<each>연도별|연차별|매년|해마다|매해|연간|연|각연도)(?:로)?|’(?P<when>\d\d)년(?:도)?목표(?:를|는|치를)?)(?P<part>{_F})(?P<same>{_U})(?:씩)?(?P<set>(?:의|을|를)?(?:조성|확충|지정|발굴|구축|달성|설치|선정|인증)?(?:을|를)?목표(?:로|로서)?|으로|로|(?=설정|책정))"
    r"(?P<verb>설정|책정|정|제시|수립|부여|잡)(?:함|하였음|음|했음)?[.]?$"
)
_NOT_ALL = pattern_of(r"이내|이상|최대|다만|제외|기준|대비|보다")


def yearly(laid: Laid, known: Known) -> Laid:
    """The reason with the year's part alone, where it is the goal's even part."""
    found = _GOAL.search(laid.text)
    if found is None or _NOT_ALL.search(found["head"] + found["what"]) or found["unit"] != found["same"]:
        return laid
    begin = 2000 + int(found["from"]) if found["from"] else known.year
    years = 2000 + int(found["to"]) - begin + 1
    if years < 2 or not begin <= known.year or (found["when"] and int(found["when"]) != known.year % 100):
        return laid
    whole, part = (Decimal(found[name].replace(",", "")) for name in ("all", "part"))
    if EXACT.divide(whole, Decimal(years)) != part:
        return laid
    return replaced(
        laid,
        [
            (
                0,
                len(laid.text),
                f"목표는{found['all']}{found['unit']}을{years}년으로나눈{found['part']}{found['unit']}으로설정함",
            )
        ],
    )
