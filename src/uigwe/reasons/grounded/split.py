"""A reason as figures and the words between them: years, windows and what names hold count as words."""

import re
from dataclasses import dataclass
from decimal import Decimal

from uigwe.reasons.account import names_only
from uigwe.reasons.constructs.values import Figure
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.setting import nameless

PERCENT = ("%", "퍼센트")
POINTS = ("%p", "%포인트", "퍼센트포인트", "포인트")
# What stands for a figure that only names: a year, a run of years, a window, an index of what is counted.
MARK = "#"
YEAR = r"(?:’\d{2}|(?<!\d)(?<!\d[.,])(?:19|20)\d{2}(?!\d|\.\d|,\d))(?:년도|연도|년|학년도)?(?:\.?\d{1,2}월|말)?"
_NAMES = pattern_of(
    rf"{YEAR}(?:[~-](?:{YEAR}|\d{{2}}년?))?"
    r"|(?<![\d.’])(?<!\d,)\d{1,2}(?:개)?(?:년도|연도|년|해)(?:간|차|치|째|분)?"
    r"|\(t-\d\)|제\d{1,2}(?:차|기|호|단계|회)|\(\d{1,2}-\d{1,2}\)"
    r"|(?<![\d.,])\d{1,3}(?:,\d{3})*(?:십|백|천)?(?:억|만|조)?(?:원|개|명|곳)?(?:(?![은는이가을를에의][가-힣]{0,3}당)[가-힣]){0,6}?(?<![을를은는이가에])당(?=[가-힣])(?![해초])"
    r"|(?<=[가-힣])\d{1,2}사(?=등|[)·,])|(?<![\d.,])\d{1,2}(?:대|종|등급|급|학년|세대|차산업)(?=[가-힣])"
)
NUMBER = pattern_of(r"(?<!\d)(?<!\d[.,])[+]?\d+(?:,\d{3})*(?:\.\d+)?")
UNIT = pattern_of(
    r"(?:(?P<scale>십억|백억|천억|십만|백만|천만|천|백|만|억|조)(?=[가-힣]))?"
    r"(?P<unit>%p|%포인트|퍼센트포인트|포인트|%|퍼센트|배(?!출|치|정|포|분|송|당)|점|건|명|인(?!원|데|점|바|만|것)|개소(?!상공)|개사|개국|개교|개월|개관|개업체|개기업|개기관|개과제|개팀|개단지|개(?!소(?!상공)|사|국|교|월)|곳|호|회|편|종|대(?!비|상)|척|팀"
    r"|톤|kg|km|m|ha|시간|분|초|일|주(?!민)|가구|세대|마리|필지|과제|기관|기업|업체|학교|농가|품목|과정|사업|원|달러|불|그루|교(?!육)|MW|GW|kW|kWh|GWh)?"
)
_TIMES = pattern_of(r"(?<=[의을를에그,])(두|세|네|다섯)배(?=[를로에의가]|인|,|수준|$)")
_THOUSANDS = pattern_of(r"(?<![\d.,])(\d{1,3})만(\d)(?:천|000)(?=[가-힣])")
_IN_WORDS = {"두": "2", "세": "3", "네": "4", "다섯": "5"}
SCALES = {
    "천": 3,
    "백": 2,
    "만": 4,
    "억": 8,
    "조": 12,
    "십억": 9,
    "백억": 10,
    "천억": 11,
    "십만": 5,
    "백만": 6,
    "천만": 7,
}


@dataclass(frozen=True, slots=True)
class Mean(Figure):
    """The mean of printed figures."""

    values: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """`words[i]` stands before `figures[i]`, the last of them behind the last figure; `names[i]`: what the marks in them stand for."""

    words: tuple[str, ...]
    figures: tuple[Figure, ...]
    names: tuple[tuple[str, ...], ...]

    def without(self, first: int, last: int, word: str) -> "Split":
        """Without the figures from `first` up to `last`; `word` stands in their place, between the words around them."""
        words = (*self.words[:first], self.words[first] + word + self.words[last], *self.words[last + 1 :])
        names = (*self.names[:first], self.names[first] + self.names[last], *self.names[last + 1 :])
        return Split(words, (*self.figures[:first], *self.figures[last:]), names)

    def worded(self, at: int, word: str) -> "Split":
        """With other words at one place; the marks in them stand for the last names that stood there."""
        count = word.count(MARK)
        names = self.names[at][len(self.names[at]) - count :]
        return Split(
            (*self.words[:at], word, *self.words[at + 1 :]),
            self.figures,
            (*self.names[:at], names, *self.names[at + 1 :]),
        )


def in_figures(laid: Laid) -> str:
    """The signs of a reason with `두 배` and `4만 2천` as figures."""
    text = _TIMES.sub(lambda found: _IN_WORDS[found[1]] + "배", nameless(laid).rstrip("."))
    return _THOUSANDS.sub(lambda found: f"{int(found[1]) * 10 + int(found[2])}천", text)


def words_and_figures(text: str, keep_plus: bool = False) -> tuple[list[str], list[Figure]]:
    """The figures of a text with their units, and the words around them; `keep_plus`: a plus before a figure is one of the words."""
    words: list[str] = []
    figures: list[Figure] = []
    at = 0
    for one in NUMBER.finditer(text):
        if one.start() < at:
            continue
        unit = UNIT.match(text, one.end())
        digits = one[0].lstrip("+")
        words.append(text[at : one.end() - len(digits) if keep_plus else one.start()])
        power = SCALES[unit["scale"]] if unit and unit["scale"] else 0
        figures.append(Figure(Decimal(digits.replace(",", "")), power, (unit["unit"] or "") if unit else ""))
        at = unit.end() if unit else one.end()
    return [*words, text[at:]], figures


def split(laid: Laid) -> Split:
    """The figures of a reason and what stands between them."""
    named: list[str] = []

    def mark(found: re.Match[str]) -> str:
        named.append(found[0])
        return MARK

    words, figures = words_and_figures(_NAMES.sub(mark, in_figures(laid)))
    names: list[tuple[str, ...]] = []
    for word in words:
        count = word.count(MARK)
        names.append(tuple(named[:count]))
        del named[:count]
    return Split(tuple(words), tuple(figures), tuple(names))


# A bracket that only names or tells why; what bounds, parts, dates or takes in more is more than that.
_BRACKET = pattern_of(r"\((?P<inner>[가-힣·#,A-Za-z]{0,30})\)")
_MORE = pattern_of(
    r"제외|미만|이상|이하|한정|평균|[상하]반기|분기|\d?월|추가|누계|마다|제거|당초|물가|이전|부터|까지|절반|일부|만$|후$|뒤$|차$|예산|증가율"
)
_WHY = pattern_of(
    r"(?:에따른[가-힣]{2,10}|효과|취지|점|여건|상황|추세|요인|영향|의지|노력|특성|사정|변화|둔화|확대|강화|임)(?:을|를|등|등을)?(?:감안|고려|반영)(?:함)?$"
)


def unbracketed(said: str) -> str:
    """Words without brackets that only name, or tell why."""
    return _BRACKET.sub(lambda found: "" if _only_names(found["inner"]) else found[0], said)


def _only_names(inner: str) -> bool:
    if inner.startswith("누적기준"):
        return not _MORE.search(inner)
    return not _MORE.search(inner) and (names_only(inner, beside=False) or bool(_WHY.search(inner)))
