"""A proposal that is accepted, cut down or revised: `… 상향 요청을 받아들여 확정`, `… 의견이 있었으나 4%로 조정하여 반영`, `원안인 … 되돌림`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.decided.reason import CHANGE, COUNTS, FIGURE, IN, OPEN, TAKEN, UNIT, Reason, number
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Reading
from uigwe.values import EXACT, plain

_SAID = r"(?:요청|수요|필요|필요성|요구|의견|권고|제안|건의|주문|제언|지적|안|방안|제시안|초안|계획|대안|목표안|조정안)"
_TAKE_UP = (
    r"(?:받아들여|받아들임|받아들였음|수용하여|수용함|수용하였음|수용한것임|수용|그대로(?:수용|반영"
    r"|채택)|전적으로수용|채택하여|채택|반영하여|반영함|따라|따름|따랐음|존중하여|원안대로|그대로)"
)
_ACCEPTED = pattern_of(
    rf"^(?:(?P<who>[^.,\d]{{0,24}}?)(?:의|이|가|에서|은|는))?(?P<what>{IN}*?){_SAID}(?:을|를|에|이|대로|으로)?(?P<how>[^.,\d]{{0,8}}?){_TAKE_UP},?(?P<end>(?:올해|금년|이를|최종|’\d\d년도?)*(?:목표(?:치|값)?(?:로|에|를)?)?(?:(?:최종)?{TAKEN})?)[.]?$"
)
# `… 높여야 한다는 의견이 있었으나 이를 4%로 조정하여 반영`.
_CUT = pattern_of(
    rf"^(?P<what>{IN}*?)(?:{_SAID}|것)?(?:(?:이|가|을|를|은|는|으로)?(?:있으|있었|제시되었|제기되었|제출되었|제출하였|제시하였|검토하였|검토했|요청하였|요구하였|계획하였|계획했|계획이었|예정이었|예상되|전망되|나왔|하였|했|이었|였|들어왔)(?:으나|지만|는데|으며|나)|(?<=있으)나|에대해(?:서는)?|에대하여|에대해서),?(?P<why>(?:[^\d()]|\([^()]*\))*?)"
    rf"(?:이를|그를|그폭을|상향폭을|증가율을|증가폭을|인상폭을|인상률을|증액률을|폭을|상승폭을|비율을|율을|하락률을|감소율을|감소폭을|하락폭을|감축폭을|(?P<bare>))?(?:그)?"
    rf"(?:(?P<figure>{FIGURE})(?P<unit>%p?|점|건|명|개소|개|회)|(?P<half>절반|1/2|2분의1|반|(?P<of>[2-9])분의(?P<parts>\d)))(?:의수준|수준)?(?P<again>{CHANGE})?(?P<way>으로|로|만|만큼만|까지|에)(?:금년|올해|이번|당해연도)?(?:에|목표에)?(?P<verb>{CHANGE}|낮춤|낮추|그[쳤침치]|머무|머물|설정|확정|결정|하향|축소|낮추어|낮춰|줄여|완화|조정|반영|수용|막아|억제|감축|수정|하향조정|축소조정|변경)[가-힣]*[.]?$"
)
_OVERTURNED = pattern_of(
    rf"(?P<what>{IN}*?)(?:을|를|에서|(?<=[가-힣])(?:으나|지만|는데|다가|나)),?(?P<why>{IN}*?)(?:원안|당초안|당초|종전|기존안|기존|최초안|초안|애초안)(?:\([^()]*\))?(?:인|대로|의|이었던|였던)(?P<back>{IN}*?)(?:으로|로|을|를)?(?:되돌[림리렸]|환원|복귀|회귀|돌아[감가갔]|복원|원상회복|유지하기로|확정|의결)[가-힣]*[.]?$"
)
_EXCHANGED = pattern_of(
    rf"^(?P<what>{IN}*?)(?:을|를)(?P<why>{IN}*?)(?P<new>(?:전년도?|작년|지난해|직전|최근|과거|’\d{{2}}년){IN}*?)(?:으로|로)(?:고쳐|고침|바꾸어|바꿔|바꿈|변경|수정|조정|전환|대체|갈음)(?:하여|해|함|하였음|하기로함|하고)?,?(?:최종)?(?:의결|확정|결정|{TAKEN})?[.]?$"
)
_INSTEAD = pattern_of(
    rf"^(?P<what>{IN}*?)(?:안|방안|방식|방법)?(?:대신(?:에)?|이아니라|가아니라|이아닌|가아닌|말고),?(?P<new>{IN}*?)(?:을|를|으로|로){TAKEN}[.]?$"
)
_HEAD = pattern_of(
    r"^(?:[^.\d]{0,16}?(?:\d차)?(?:심의|회의|위원회|단계|협의|검토|초안|안)(?:에서)?(?:의|는|은|에서|에서는)|당초(?:안|에는|에|의|계획)?(?:인|은|는)?|애초|처음)"
)
# A figure that was changed, and stands.
_SETTLED_FIGURE = pattern_of(
    rf"(?:목표|초안|당초안|원안|요구안|제출안|시안|애초안)(?:치|값)?(?:를|는|을|은|이|가)?(?:당초|처음|애초)?(?P<old>{FIGURE})(?P<unit>{UNIT})(?:(?:이었|였)(?:으나|지만)|에서|(?:으로|로)(?:두었|정하였|정했|설정하였|설정했|잡았|하였|했|제시하였|제출하였|마련하였|수립하였)(?:다가|으나|지만)),?(?P<why>[^.\d]*?(?:’\d{{2}}년)?[^.\d]*?)(?P<new>{FIGURE})(?P=unit)(?:으로|로)(?:최종)?(?:변경|조정|수정|상향|하향|확정|바꾸|바꿈|고치|고침|재설정|올|낮)[가-힣]*"
    r"(?:,?(?:변경|조정|수정|확정|바뀐|고친|새)(?:된|한)?(?:목표|안|값|수치|것)(?:치|값)?(?:가|이|을|를)(?:최종|확정)[가-힣]*)?[.]?$"
)
# The rate of a draft, and the one that took its place.
_REWRITTEN = pattern_of(
    rf"^(?:[가-힣]{{0,6}}안\()?(?P<what>[^.()]*?(?:\d[.]\d+[^.()]*?)?{CHANGE}(?:하는|할|한)?)(?:\)|안|방안|계획)*(?:을|를)(?P<why>[^.\d]*?)(?P<figure>{FIGURE})(?P<unit>%p?|점|건|명|개소|개|회)(?:{CHANGE})?(?:안)?(?:으로|로)(?:상향|하향|다시|재|축소|확대|낮추어|높여)?(?:조정|수정|변경|확정|의결|고침|고쳐|바꿈|바꾸|낮춤|높임)[가-힣]*[.]?$"
)
# What begins later, and what counts until then.
_UNTIL = pattern_of(
    rf"^(?:’|20)(?P<from>\d{{2}})년(?:도)?(?:목표)?부터(?:는)?{IN}*?(?:으나|지만|이나|고|며),?(?:’(?P<to>\d{{2}})년(?:도)?|올해|금년)(?:목표)?(?:까지는|에는|는|은|까지)(?P<new>{IN}*)$"
)
_SINCE = pattern_of(
    rf"^(?P<what>{IN}*?)(?:을|를|로|으로)?(?:썼|써왔|써오|적용하였|적용했|적용해왔|적용하여왔|사용하였|사용했|사용해왔|산정하였|산정했|산정해왔|산출하였|산출했|산출해왔|설정하였|설정했|설정해왔|활용하였|활용했|활용해왔|유지했|유지하였|하였|했|해왔|하여왔|삼았|삼아왔|따랐|잡았|잡아왔)(?:으나|지만|는데|고|으며|다가|음[.]),?"
    rf"(?:(?:’|20)(?P<from>\d{{2}})년(?:도)?(?:목표)?|올해|금년|금번|이번|당해연도|금년도|올해목표|이번목표)(?:부터|에|에는|부터는|는|은)(?:는)?(?P<why>[^.\d]*?)(?P<new>’?(?:전년|작년|지난해|직전|최근|과거|’\d{{2}}|평균|\d){IN}*?)(?:으로|로|을|를)?(?:변경|전환|바꿈|바꾸[가-힣]*|수정|적용|개편|조정|채택|산정|산출|설정|함|사용|씀|개선)[가-힣]{{0,6}}[.]?$"
)
_RATE = pattern_of(rf"(?<![\d.’])(?P<figure>{FIGURE})(?P<unit>%p?|점|건|명|개소|개|회)")
_DENIED = pattern_of(r"하되|않|못하|아니|거부|기각|반려|불수용|일부|부분|다만|단,|이내|범위")
_FUTURE = pattern_of(r"내년|차년도|다음해|익년|중장기|20\d\d년까지")

_STILL_OPEN = pattern_of(
    r"(?:예정|검토중|논의중|협의중|조율중|미정|미확정|필요|여지|가능|계획|방침|않|못)(?:임|함|이다|있음|음|에있음)?[.]?$"
)


def accepted(reason: Reason) -> Iterator[Reading]:
    """What a proposal, or the one that took its place, says."""
    if _FUTURE.search(reason.text) or _STILL_OPEN.search(reason.text):
        return
    for step in (_settled_figure, _returned, _until, _since, _cut, _rewritten, _taken_up, _exchanged, _instead):
        if found := step(reason):
            yield found
            return


def _taken_up(reason: Reason) -> Reading | None:
    """`위탁기관의 전년 대비 7% 상향 요청을 받아들여 목표로 확정`."""
    found = _ACCEPTED.match(reason.text)
    if found is None or _DENIED.search(found["what"] + found["how"] + found["end"]) or OPEN.search(reason.text):
        return None
    if not COUNTS.search(found["what"]) and not _KEEPS.search(found["what"]):
        return None
    return reason.option(found["what"])


_KEEPS = pattern_of(r"동결|유지")


def _cut(reason: Reason) -> Reading | None:
    """A proposal of which the rate is another, or a part of it."""
    found = _CUT.match(_VIEW.sub("", reason.text))
    if found is None or OPEN.search(found["why"]) or (not found["figure"] and found["way"] == "까지"):
        return None
    what = found["what"]
    if what.endswith("목표"):
        # Whether it was the target, and of which year, nobody says.
        return None
    rates = list(_RATE.finditer(what))
    if len(rates) != 1 or not (moved := pattern_of(CHANGE).search(what[rates[0].end() :])):
        return None
    if found["again"] and bool(_DOWN.match(found["again"])) != bool(_DOWN.match(moved[0])):
        return None
    if (
        found["figure"]
        and found["way"] in ("만", "만큼만")
        and _DOWN.match(found["verb"])
        and not _DOWN.match(moved[0])
    ):
        # By so much less, or by so much only: nobody says.
        return None
    rate = number(rates[0]["figure"])
    if found["figure"]:
        if found["unit"] != rates[0]["unit"]:
            return None
        new = number(found["figure"])
    else:
        part = _part(found)
        if part is None or (found["bare"] is not None and not _OF_A_STEP.search(found["why"] + found[0])):
            return None
        new = EXACT.multiply(rate, part)
    said = what[: rates[0].start()] + plain(new) + what[rates[0].start("unit") :]
    if _VIEW.search(reason.text) and not _BASE.search(said):
        said = f"전년실적대비{said}"
    return reason.option(_HEAD_WORDS.sub("", said))


_DOWN = pattern_of(r"하향|인하|감액|축소|감소|감축|삭감|낮|내[려리린릴림]|줄|빼|뺀|차감|단축|절감|하락")
_OF_A_STEP = pattern_of(r"폭|률|율|이를|절반|반|분의")
_VIEW = pattern_of(r"\((?:전년)(?:도)?실적(?:을)?기준\)[.]?$")
_BASE = pattern_of(r"전년|작년|지난해|최근|평균|’\d{2}년")
_HEAD_WORDS = pattern_of(r"^(?:당초|애초|처음|최초)(?:에는|에|의)?")


def _part(found: re.Match[str]) -> Decimal | None:
    if found["of"]:
        return EXACT.divide(Decimal(found["parts"]), Decimal(found["of"]))
    return Decimal("0.5")


def _returned(reason: Reason) -> Reading | None:
    """`… 상향하였으나, … 원안인 전년 실적 수준으로 되돌림`."""
    found = _OVERTURNED.search(reason.text)
    if found is None or _DENIED.search(found["back"]) or OPEN.search(found["back"]) or not _NAMES.search(found["back"]):
        return None
    return reason.option(found["back"])


_NAMES = pattern_of(r"전년|작년|지난해|최근|평균|’\d{2}|\d")


def _exchanged(reason: Reason) -> Reading | None:
    """`1차 심의의 전년 동결안을 2차 심의에서 전년 대비 3점 상향안으로 고쳐 의결`."""
    found = _EXCHANGED.match(reason.text)
    if found is None or OPEN.search(reason.text) or _DENIED.search(found["new"]):
        return None
    old = reason.option(_HEAD.sub("", found["what"]))
    return reason.option(found["new"]) if old is not None else None


def _instead(reason: Reason) -> Reading | None:
    """`전년 동결안 대신 전년 대비 4% 상향안을 채택`."""
    found = _INSTEAD.match(reason.text)
    if found is None or OPEN.search(reason.text) or _DENIED.search(found["new"]) or not _NAMES.search(found["new"]):
        return None
    return reason.option(found["new"]) if reason.option(found["what"]) is not None else None


def _settled_figure(reason: Reason) -> Reading | None:
    """`84점으로 두었다가 … 85.5점으로 변경하였으며, 변경된 목표가 최종임`."""
    found = _SETTLED_FIGURE.search(reason.text)
    if found is None or OPEN.search(found["why"]) or COUNTS.search(found["why"]):
        return None
    return reason.read(f"{found['new']}{found['unit']}을목표로설정")


def _rewritten(reason: Reason) -> Reading | None:
    """`당초안(전년 대비 4% 확대)을 심의에서 6% 확대로 상향 조정`."""
    found = _REWRITTEN.match(reason.text)
    if found is None or OPEN.search(reason.text) or _DENIED.search(found["why"]):
        return None
    rates = list(_RATE.finditer(found["what"]))
    if len(rates) != 1 or rates[0]["unit"] != found["unit"]:
        return None
    what = found["what"][: rates[0].start()] + found["figure"] + found["what"][rates[0].start("unit") :]
    return reason.option(_HEAD.sub("", what))


def _until(reason: Reason) -> Reading | None:
    """What counts until a method begins that is another."""
    found = _UNTIL.match(reason.text)
    if found is None or 2000 + int(found["from"]) <= reason.known.year:
        return None
    if found["to"] and 2000 + int(found["to"]) != reason.known.year:
        return None
    return None if OPEN.search(found["new"]) else reason.read(found["new"])


def _since(reason: Reason) -> Reading | None:
    """A method that is another from a year on."""
    found = _SINCE.match(reason.text)
    if found is None or OPEN.search(reason.text):
        return None
    begins = 2000 + int(found["from"]) if found["from"] else reason.known.year
    if begins > reason.known.year:
        return None
    return reason.option(_QUOTES.sub("", found["new"]))


_QUOTES = pattern_of(r"[\"]|’(?!\d\d년)")
