"""A reason as its figures and what is said of each: what names it, and what is done with it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from uigwe.reasons.constructs.values import Figure
from uigwe.reasons.grounded.split import MARK, PERCENT, POINTS, SCALES, YEAR, in_figures, words_and_figures
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import MONEY

Words = re.Pattern[str]
# What counts one by one, by whatever name: `25개 기관`, `40개사`.
_ONE_BY_ONE = pattern_of(r"^(?:개[가-힣]*|곳|기관|기업|업체|학교|농가|사업|과제)$")
_NAMES = pattern_of(
    rf"{YEAR}(?:\.?\d{{1,2}}\.\d{{1,2}}\.?)?(?:[~-](?:{YEAR}|\d{{2}}년?))?"
    r"|(?<![\d.’])(?<!\d,)\d{1,2}(?:개)?(?:년도|연도|년|해|개월)(?:간|차|치|째|분|동안)?|(?<=최근)\d회(?=평균)"
    r"|\(t-\d\)|제\d{1,3}(?:차|기|호|단계|회|번|조|항)|\(\d{1,3}-\d{1,2}(?:-\d{1,2})?\)|\d{1,3}번(?:째)?(?=[은는이의을과에)]|국정|과제|$)|과제\d{1,3}(?:-\d{1,2})?"
    r"|(?<!\d)(?:1[0-2]|[1-9])월(?:말|중|초)?|(?<!\d)(?<!\d[.,])\d{1,2}(?:대|종|등급|급|학년|세대|차산업)(?=[가-힣])(?![을를이은는의과와에도로])"
    r"|\(\d{1,2}\)(?=\d)"
)
_PER = pattern_of(
    r"(?<!\d)(?<!\d[,.])(?P<many>[1-9]\d{0,3})?(?P<scale>십억|백억|십만|백만|천만|백|천|만|억|조)원당|/(?P<by>[1-9]\d{0,3})?(?P<of>십억|백억|백만|천만|만|억|조)원"
)


YEAR_OF = pattern_of(r"(?:’|20)(\d{2})(?!\d)")
_BRACKET = pattern_of(r"\([^()]*\)")
_CIRCUMSTANCES = pattern_of(
    r"^(?:(?!평균|전년|작년|실적|목표|예산)[^○#=×(])*?(?:으나|이나|하나|지만|음에도|임에도|에도불구하고|는데도),?(?=[^○]{0,60}○)"
)


@dataclass(frozen=True)
class Told:
    """`words[i]` stands before `figures[i]`, the last of them behind the last figure; years and windows are marks in them."""

    words: tuple[str, ...]
    figures: tuple[Figure, ...]
    names: tuple[str, ...]
    per: tuple[Decimal, ...] = ()  # the amounts of money of which something is counted: `10억원당`

    @cached_property
    def text(self) -> str:
        """All that it says of its figures, with a ring in the place of each: not what stands before it of the circumstances."""
        return _CIRCUMSTANCES.sub("", "○".join(self.words))

    def label(self, at: int) -> str:
        """What names a figure: the words before it, back to the last sign or bracket that parts them."""
        said = _BRACKET.sub("", self.words[at].removesuffix("("))
        return re.split(r"[(),.:;+=→×]", said)[-1]

    def named_years(self, at: int) -> list[int]:
        """The years in what names a figure."""
        before = "".join(self.words[: at + 1]).count(MARK)
        said = self.names[before - self.label(at).count(MARK) : before]
        return [2000 + int(year) for one in said for year in YEAR_OF.findall(one)]

    def behind(self, at: int) -> str:
        """What is said right behind a figure, up to the next."""
        return self.words[at + 1]

    @cached_property
    def quantities(self) -> tuple["Quantity", ...]:
        """The figures, each once, however often it is printed."""
        found: dict[tuple[Decimal, str], list[int]] = {}
        for at, one in enumerate(self.figures):
            found.setdefault((one.scaled, kind(one)), []).append(at)
        return tuple(Quantity(self, self.figures[places[0]], tuple(places)) for places in found.values())


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a reason prints once or more: the same figure at several places."""

    told: Told
    figure: Figure
    places: tuple[int, ...]

    @property
    def worth(self) -> Decimal:
        return self.figure.scaled

    @property
    def kind(self) -> str:
        return kind(self.figure)

    def named(self, pattern: "Words") -> bool:
        """Whether it is named so, wherever it stands."""
        return any(pattern.search(self.told.label(at)) for at in self.places)

    def followed(self, pattern: "Words") -> bool:
        """Whether this stands right behind it, wherever it stands."""
        return any(pattern.match(self.told.behind(at)) for at in self.places)


def kind(one: Figure) -> str:
    """What a figure counts: a share, points, so many times, money, or things of one kind."""
    if one.unit in PERCENT:
        return "%"
    if one.unit in POINTS:
        return "%p"
    if one.unit in MONEY or one.unit == "원":
        return "money"
    return "things" if _ONE_BY_ONE.match(one.unit) else one.unit


def tick(one: Figure) -> Decimal:
    """One in the last place that a figure is printed to."""
    return Decimal(1).scaleb(one.power - max(0, -int(one.number.as_tuple().exponent)))


def printed(value: Decimal, one: Figure) -> bool:
    """Whether a value is printed so, rounded or cut."""
    return abs(one.scaled - value) < tick(one)


def told(laid: Laid) -> Told:
    """The figures of a reason and what stands between them."""
    named: list[str] = []
    per: list[Decimal] = []

    def mark(found: re.Match[str]) -> str:
        named.append(found[0])
        return MARK

    def by_money(found: re.Match[str]) -> str:
        many, scale = (found["many"], found["scale"]) if found["scale"] else (found["by"], found["of"])
        per.append(Decimal(many or 1).scaleb(SCALES[scale]))
        return "원당"

    text = _PER.sub(by_money, in_figures(laid))
    words, figures = words_and_figures(_NAMES.sub(mark, text), keep_plus=True)
    return Told(tuple(words), tuple(figures), tuple(named), tuple(dict.fromkeys(per)))
