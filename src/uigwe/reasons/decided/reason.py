"""A reason that decides something itself, with what asks of a part of it: what it says by itself, and what it comes to."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas.tree import Number
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Confidence, Reading
from uigwe.reasons.spelling import replaced

# ── words shared by the rooms beside this one ──

FIGURE = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
UNIT = (
    r"(?:%p?|퍼센트(?:포인트)?|포인트|억원|만원|천원|백만원|조원|원|개소|개사|개교|개국|개월|개|건|명|점|회|일|시간|곳|톤|만톤|천톤|가구|세대|대|마리|필지|권|편|종|척|호|팀"
    r"|ha|km|kg|MW|GWh|[A-Za-z]{1,3}|(?!년|개년)[가-힣]{1,4}?)"
)
# Any sign within a sentence.
IN = r"(?:[^.]|(?<=\d)[.](?=\d))"
UP = r"상향|인상|증액|확대|증가|가산|향상|제고|상승|증원|추가"
DOWN = r"하향|인하|감액|축소|감소|감축|삭감|단축|절감|차감|하락|감원"
CHANGE = (
    rf"(?:{UP}|{DOWN}|높[이여인일임]|올[려리린릴림]|늘[려리린릴림]|더[하한해할함]"
    rf"|얹|보태|보탠|보탬|낮[추춰춘출춤]|내[려리린릴림]|줄[여이인일임]|빼|뺀|뺄|뺌)"
)
# How a decision ends: it is taken, set, confirmed.
_ACTS = (
    r"(?:최종|그대로)?(?:골라|고름|골랐|뽑아|뽑음|뽑았|낙점|채택|선택|선정|택|취|확정|결정|의결"
    r"|적용|반영|설정|책정|산정|사용|활용|준용|정|선정|합의|조정|변경|수정|전환|대체|반영|승인)"
)
_AS_TARGET = (
    r"(?:하여|하고|해|한후|한뒤|한다음|되어|돼|되고)?,?(?:이를|그를)?(?:최종|올해|금년|당해|연도|’\d{2}년도?)*목표(?:치"
    r"|값)?(?:를|로|으로|에)?(?:최종)?(?:설정|확정|결정|책정|정|산정|삼|반영|함|하)?"
)
_ENDED = r"(?:하였음|했음|하였다|했다|한다|하기로(?:함|하였음|했음|결정)?|하도록함|되었음|됨|됐음|된것임|한것임|한결과임|한값임|함|임|음|았음|하)?"
TAKEN = (
    rf"(?:(?:최종|올해|금년|'\d{{2}}년도?)*목표(?:치|값)?(?:로|으로))?(?:{_ACTS}|씀|썼음|쓰기로함|따름|따랐음"
    rf"|삼음|삼았음|둠|두었음|함|하였음|했음|목표(?:치|값)?로(?:함|설정|삼음|정함))(?:{_AS_TARGET})?{_ENDED}"
)
# What says that nothing is settled yet, or moves what was decided once more.
OPEN = pattern_of(
    r"추후|차후|향후|재검토|미정|예정(?!되어있)|검토중|협의중|조율중|보류(?:중|함$)|확보(?:되면|시)|통과(?:되면|시)|승인(?:되면|시)|필요(?:함|하나)|여부|가능성"
    r"|잠정(?!치)|조건부|전제로"
)
COUNTS = pattern_of(r"(?<![’\d제])\d(?!차|안|개년|년|단계|호|기(?![가-힣]))")
_GA, _FINALS, _M, _N, _L = ord("가"), 28, 16, 4, 8


def nominal(said: str) -> str:
    """An option in the words of a step: `4% 상향하는 방안`, `3% 높이자는 안`, `5% 올릴` as `4% 상향함`, `3% 높임`, `5% 올림`."""
    said = _CALLED.sub("", said.strip(" ,.·-:")).strip(" ,.·-:")
    said = _PLANNED.sub("", said)
    if found := _ADNOMINAL.search(said):
        stem = said[: found.start()]
    elif (
        said
        and _final(said[-1]) in (_N, _L)
        and said[-1] in "한할린릴인일운울춘출된될긴길둔둘킨킬낸낼"
        and len(said) > 1
    ):
        stem = said[:-1] + chr(ord(said[-1]) - _final(said[-1]))
    else:
        return said
    if not stem or not "가" <= stem[-1] <= "힣":
        return said
    return stem[:-1] + chr(ord(stem[-1]) + _M) if not _final(stem[-1]) else stem + "음"


_CALLED = pattern_of(
    r"(?:의|이라는|라는|다는|로하는|으로하는)?(?:방안|대안|초안|시안|원안|제시안|개선안|조정안|수정안|산정안|산출안|의견|시나리오|방식|방법|것|안|경우|요청|요구|건의|제안|권고|주문|계획|전망)(?:들)?(?:을|를|의|이|가|은|는)?$"
)
_PLANNED = pattern_of(r"(?:해야한다|하여야한다|야한다|했으면한다|해달라|하여달라|고자하|려|고자)(?:는|던)?$")
_ADNOMINAL = pattern_of(r"(?:자는|려는|고자하는|기로하는|기로한|도록하는|시키는|는)$")


def _final(sign: str) -> int:
    return (ord(sign) - _GA) % _FINALS if "가" <= sign <= "힣" else -1


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason laid out, what is known beside it, and how a text of it is read: only what is settled counts."""

    laid: Laid
    known: Known
    reads: Callable[[Laid], Reading | None]

    @property
    def text(self) -> str:
        """The words without blanks."""
        return self.laid.text

    def saying(self, *parts: str | tuple[int, int]) -> Laid:
        """These stretches of the reason, and words of ours, one behind the other."""
        pieces = [
            self.laid.part(*one) if isinstance(one, tuple) else replaced(self.laid, [(0, len(self.text), one)])
            for one in parts
        ]
        return Laid(
            "".join(one.text for one in pieces),
            sum((one.starts for one in pieces), ()),
            sum((one.ends for one in pieces), ()),
            sum((one.gap for one in pieces), ()),
        )

    def read(self, *parts: str | tuple[int, int]) -> Reading | None:
        """What these words surely say by themselves."""
        return self.of(self.saying(*parts))

    def of(self, said: Laid) -> Reading | None:
        """What a text surely says, with the words by which it is weighed."""
        found = self.reads(said) if said.text else None
        return replace(found, words=found.words or said.spaced()) if found is not None else None

    def option(self, said: str) -> Reading | None:
        """What an option says: with a base and a step of its own, or a result kept."""
        plainly = nominal(said)
        if not plainly or OPEN.search(plainly):
            return None
        tries = [plainly]
        if _ALONE.fullmatch(plainly):
            return self.read(f"{plainly}을목표로설정")
        if _KEEPS.search(plainly) and not _ANY_BASE.search(plainly):
            tries = [f"전년실적을{plainly}"]
        elif not _ANY_BASE.search(plainly) and pattern_of(CHANGE).search(plainly):
            tries = [f"전년대비{plainly}"]
        elif pattern_of(r"(?:평균|실적|\d|전년|작년|전년도|지난해)(?:치|값)?$").search(plainly):
            tries = [f"{plainly}수준으로설정"]
        elif plainly.endswith("수준"):
            tries = [f"{plainly}으로설정"]
        return next((found for one in tries if (found := self.read(one))), None)

    def worth(self, said: str) -> Decimal | None:
        """What a quantity comes to: a figure, a result, a mean, a target with its figure."""
        said = said.strip(" ,()")
        if found := _PLAIN.fullmatch(said):
            return number(found["figure"])
        if (found := _WITH_FIGURE.fullmatch(said)) and "평균" not in said:
            return number(found["figure"])
        reading = self.read(f"{_PARTICLE.sub('', said)}수준으로설정")
        return self.known.comes_to(reading) if reading is not None else None

    def made(self, basis: str, *of: Reading) -> Reading:
        """A reading made of others, over the whole of the reason."""
        notes = tuple(note for one in of for note in one.notes)
        span = self.laid.span(0, len(self.text))
        return replace(
            of[0],
            basis=basis,
            span=span,
            confidence=Confidence.RULED,
            notes=notes,
            words=" ".join(one.words for one in of),
        )


_KEEPS = pattern_of(r"동결|유지|그대로|현행")
_ANY_BASE = pattern_of(
    r"전년|작년|지난해|직전|전전년|최근|과거|지난\d|평균|실적|’\d{2}년|20\d{2}년|\d[\d.,]*(?:%p?|[가-힣]{1,3})?(?:대비|보다|에서|의\d)"
)
_ALONE = pattern_of(rf"{FIGURE}(?!년|개년){UNIT}")
_PARTICLE = pattern_of(r"(?:을|를|이|가|은|는|의|보다|에)$")
_PLAIN = pattern_of(rf"(?P<figure>{FIGURE})(?!년|개년){UNIT}?(?:이|가|을|를)?")
# `전년 목표(80점)`, `만점인 100점`, `상한선 95점`: what is named with its figure.
_WITH_FIGURE = pattern_of(
    rf"[^\d()]*(?:(?:’|20)\d{{2}}년?도?)?[^\d()]*?(?:목표|만점|상한|하한|최댓값|최대치|최대값|기준|한도|한계|정원)[^\d()]*\(?(?P<figure>{FIGURE}){UNIT}?\)?"
)


def number(said: str) -> Decimal:
    """A printed figure."""
    return Decimal(said.replace(",", ""))


def single(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The one place where a pattern matches; None where there are more."""
    found = list(pattern.finditer(text))
    return found[0] if len(found) == 1 else None


def bare(reading: Reading) -> bool:
    """Whether a reading is nothing but a figure."""
    return isinstance(reading.node, Number)
