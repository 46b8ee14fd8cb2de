"""Figures and times in running text: each number with its unit, each year with its month, and where it stands.

This module is the grammar of figures in Korean prose; the words it knows are listed at its top.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.reasons.patterns import pattern_of
from uigwe.values import EXACT

# Units that may stand behind a number. A unit that begins other words says which letters may not follow.
_THINGS = (
    r"개(?:사|소|교|국|월|년|과|팀|반|점|처)(?![가-힣])|개(?:사|소|교|국|월|년)|명(?!칭|의|확|시|품|단)|인(?![가-힣])|곳|건(?!강|설|축|의|전|조|립|수)|"
    r"회(?!계|의|복|사|원|수)|점(?!검|포|수|유|진|용|주)|대(?!상|비|응|학|중|기|표|책|한|형|외|내|국|출|도)|종(?!합|료|사|목|류|전)|팀|배(?!정|포|치|출|상|려|송|달|당)|시간|"
    r"가구|세대(?!별)|호(?!흡|응|주)|석|편(?!의|성|리|입)|학급|업체|톤|㎡|㎞|㎏|㎢|㎥|kg|km|ha|kW|MW|GW|t(?![A-Za-z])|"
    r"일(?!자|반|부|본|정|몰|괄|체|시|상|원|제)|주(?!년|요|력|도|기|관|민)|년(?!도|간|차|내|월|대)|개(?!발|편|선|방|정|인|최|설|념|별|요|척|시|소|혁|입)"
)
_MONEY = r"(?:조|억|천만|백만|십만|만|천)?\s?(?:원|달러|불|유로|엔)(?!\s?[가-힣]?금)"
_SCALE = "조|억|천만|백만|십만|만|천"
_PERCENT = r"%\s?[pP](?![a-zA-Z])|[%％]\s?포인트|퍼센트\s?포인트|[%％]|퍼센트"
_UNIT = rf"(?:{_PERCENT}|{_MONEY}|(?:{_SCALE})?\s?(?:{_THINGS})|(?:{_SCALE})(?![가-힣]))"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]\d)|\d+(?:\.\d+)?"
_SIGN = r"[△▲▼▽+−]\s?|(?<![\w가-힣)\]~∼])[-–](?=\d)"

_QUOTE = r"[‘’'`´′]"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = rf"(?:{_QUOTE}\s?(?P<{{0}}2>\d{{{{2}}}})(?!\d)|(?<![\d.,])(?P<{{0}}4>(?:19|20)\d{{{{2}}}})(?=\s?년|\s?\)|\s?[~∼]|\s?[.]\s?\d|\s?:)(?!,\d))"


def _period(name: str) -> str:
    year = _YEAR.format(name)
    return (
        rf"(?:{year}(?:\s?(?:학년도|년도?))?(?:"
        rf"\s?[.]?\s?(?P<{name}q>[1-4])\s?(?:Q|분기|/4)"
        rf"|\s?[.](?P<{name}m>{_MONTH})(?:[.]\s?{_DAY}(?=[\s.,)~∼일]|$)\s?일?|(?=\s?월|\s?\)|[.~∼](?!\d\s?→)))\s?월?(?:말|초)?"
        rf"|\s?[.]\s(?P<{name}n>{_MONTH})(?=\s?월|\s?\))\s?월?(?:말|초)?"
        rf"|\s?(?P<{name}k>{_MONTH})월(?:\s?{_DAY}일|말|초)?"
        rf"|\s?[.]?\s?(?P<{name}h>上|下|상반기|하반기))?[.]?)"
    )


_TOKEN = pattern_of(
    rf"(?P<bracketed>\(\s?{_period('b')}(?P<word>[^()\d→]{{0,8}})\)(?:\s?년도?)?)"
    rf"|(?P<period>{_period('p')})"
    rf"|(?P<figure>(?P<sign>{_SIGN})?(?P<digits>(?<![\d.,]){_DIGITS})"
    rf"(?:\s?(?P<scale>조|억)\s?(?P<more>\d{{1,3}}(?:,\d{{3}})*)\s?(?P<rest>억|만|천만|백만)?\s?(?P<money>원|달러|불)|\s?(?P<unit>{_UNIT}))?)"
    r"|(?P<arrow>→|⟶|➡|➔|➝|⇒|->|⇀)"
)
_POWERS = {"천": 3, "만": 4, "십만": 5, "백만": 6, "천만": 7, "억": 8, "조": 12}
_PERCENTS = {"%": "%", "％": "%", "퍼센트": "%"}


@dataclass(frozen=True, slots=True)
class Period:
    """A time: `2022`, `2022-06`, `2021Q3`, `2023H1`; `target` when its bracket calls it a goal or a forecast."""

    start: int
    end: int
    text: str
    bracketed: bool = False
    target: bool = False

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return len(self.text) == 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands in a sentence: signs `start` to `end`, the value at the scale of its unit, `%` or `%p` for percentages."""

    start: int
    end: int
    written: str
    value: Decimal
    unit: str
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """A sign that leads from one figure to the next."""

    start: int
    end: int


Token = Period | Figure | Arrow


def tokens(text: str) -> Iterator[Token]:
    """Figures, periods and arrows of a text in order."""
    for match in _TOKEN.finditer(text):
        if match["bracketed"]:
            target = bool(re.search(r"목표|계획|전망|예상|안", match["word"] or ""))
            yield Period(match.start(), match.end(), _text(match, "b"), True, target)
        elif match["period"]:
            yield Period(match.start(), match.end(), _text(match, "p"))
        elif match["arrow"]:
            yield Arrow(match.start(), match.end())
        else:
            yield _figure(match)


def figures(text: str) -> list[Figure]:
    """The figures of a text."""
    return [token for token in tokens(text) if isinstance(token, Figure)]


def unit_named(unit: str) -> str:
    """A unit without spaces, with one spelling for each sign of percentages."""
    bare = unit.replace(" ", "")
    if "%" in bare or "퍼센트" in bare or "％" in bare:
        return _PERCENTS.get(bare, "%p")
    return bare


def _figure(match: re.Match[str]) -> Figure:
    value = Decimal(match["digits"].replace(",", ""))
    sign = (match["sign"] or "").strip()
    unit = unit_named(match["unit"] or "")
    if match["money"]:
        rest = Decimal(match["more"].replace(",", "")).scaleb(
            _POWERS.get(match["rest"] or "", 0) - _POWERS[match["scale"]]
        )
        value = EXACT.add(value, rest)
        unit = f"{match['scale']}{match['money']}"
    if sign in ("△", "▲", "▼", "▽", "−", "-", "–"):
        value = -value
    return Figure(match.start("figure"), match.end("figure"), match["figure"].strip(), value, unit, bool(sign))


def _text(match: re.Match[str], name: str) -> str:
    year = match[f"{name}4"] or f"20{match[f'{name}2']}"
    if match[f"{name}q"]:
        return f"{year}Q{match[f'{name}q']}"
    month = match[f"{name}m"] or match[f"{name}n"] or match[f"{name}k"]
    if month:
        return f"{year}-{int(month):02}"
    half = match[f"{name}h"]
    if half:
        return f"{year}H{1 if half in ('上', '상반기') else 2}"
    return year
