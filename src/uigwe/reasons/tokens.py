"""From signs to tokens: years, spans of years, amounts, marks of arithmetic and the words of `words`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import GROUPED, pattern_of
from uigwe.reasons.words import TAILS, WORDS
from uigwe.values import EXACT

_SHORT = r"(?:’\d{4}|’\d{2}|FY’?\d{4}|FY’?\d{2}|(?:19|20)\d{2}|\d{2})"
_SURE = r"(?:’\d{4}|’\d{2}|FY’?\d{4}|FY’?\d{2}|(?:19|20)\d{2})(?!\d)"
# A quoted year may follow a comma at once; bare digits may not.
_FREE = r"(?:(?<!\d)(?<!\d[.,])|(?=’|FY))"
_CAL = r"(?:회계연도|년도|연도|년)"
# A month or a day behind a year says when it was counted, never how much.
_WHEN = r"(?:[.]?\d{1,2}월(?:말|초)?(?:\d{1,2}일)?|[.]\d{1,2}(?=[.)말기])[.]?(?:\d{1,2})?|말|연말|초)?"
MAX_DIGITS = 24
MAX_POWER = 8  # digits of what is raised
_TENS = {"스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_SPOKEN = "다섯|여섯|일곱|여덟|아홉|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔"
_KOREAN = {"아홉": 9, **_TENS, "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "열": 10}
_SINO = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "십": 10}
SCALES = {
    "백": 2,
    "천": 3,
    "만": 4,
    "십만": 5,
    "백만": 6,
    "천만": 7,
    "억": 8,
    "십억": 9,
    "백억": 10,
    "천억": 11,
    "조": 12,
}
MONEY = ("원", "달러", "불", "유로", "엔")
_SCALE = "십억|백억|천억|십만|백만|천만|천|백|만|억|조"
_POINTS = r"%[pP](?![a-zA-Z])|%\.?[pP]\.?|%-?포인트|퍼센트포인트|%point|p\.p\.?|[pP](?![a-zA-Z])|포인트"
_UNIT = (
    "tCO2eq|tCO2|개사|개소|개국|개월|개교|개팀|개반(?!기)|개관(?!계|련)|개처(?!리)|개단(?!체|계|위|지)|개과(?!제|정|목|업)|개(?!년|선|별|정|최|발)|건수(?!준|용)|건(?!설|강|전|물)|명|인(?!하|상|원|력|증|식|지)|곳|회(?!복|계|의|원|수)|사(?!업|례|전|용|회)|종(?!합|전|사)|"
    "대(?!비|상|책|폭|학|응|국|기|중|출)|팀|호(?!응)|가구|세대|마리|톤|ha|km2|km3|m2|m3|km|kg|점(?!포|검|수(?!준)|진)|등급|위(?!한|해|하|원|기|탁|반)|편(?!성)|권(?!역|한)|품목|과제|과정|조합|업체|기업|"
    "지역|학교|센터|기관|시간|분(?!기|야|석|배|할)|초(?!과|기|반)|일(?!자|반|정|부|환|몰)|원|달러|불(?!구)|유로|엔|척|쌍|필지|면|그루|MW|GW|kW|TOE|CO2|ppm|μg(?:/m(?![a-zA-Z]))?|배럴|평|차(?!감|이|년|액)|급|학급|차시|기(?!업|관|준|간|초|능|본|술|존|타|여|록|대|반|획|부|계|금|저|한|점|하|상|당|후|증|말|재|의)"
)

# An amount as it is printed, with its unit.
AMOUNT = rf"{GROUPED}(?:{_POINTS}|%|퍼센트|프로(?!그램|젝트|세스)|(?:{_SCALE})?여?(?:{_UNIT}))"

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("blank", r" "),
    ("ordinal",
        r"제\d{1,2}(?:차(?!감|이|액)|호(?!응)|조(?!원)|기(?!업|관)|항|단계|회(?!복|의)|장|번|형(?!태|성)|종(?!합|전)|유형|공장|캠퍼스"
        r"|전시관|군(?!청|수))"),
    ("ROUND",
        r"(?<!\d)(?<!\d[.,])(?:10,?000|1,?000|100|10|1(?=의))(?:의|개사|개|건|명|원|점)?(?:자리|단위|(?=미만))(?:에서|로|까지|"
        r"미만|이하)?(?:은|는|를|을)?(?:반올림|올림|절상|절사|버림|내림)"),
    ("fraction", r"(?<=의)\d{1,2}/\d{1,2}(?![\d.])|(?<![\d.,)/×÷*+-])1/[2-9](?=씩|을|를|만|수준|반영|적용|가산|의|$)"),
    ("ago", r"(?:재작년|전전년도|전전년|직전전년도)|(?<!\d)[2-9]년전(?!망|년|체)"),
    ("EACH", r"(?<!\d)(?<!\d[.,])1(?:일|인|명|개소|개사|가구|회|개월)(?:당|별)?(?:평균)?(?=약?\d)|(?<![가-힣])(?:일|인|회)평균(?=약?\d)"),
    ("until",
        rf"~(?:(?:’\d{{2}}|(?:19|20)\d{{2}})(?!\d){_CAL}?|\d{{2}}{_CAL}){_WHEN}(?:까지)?|"
        rf"{_SURE}{_CAL}?{_WHEN}까지|\d{{2}}{_CAL}{_WHEN}까지"),
    ("range",
        rf"{_FREE}{_SHORT}{_CAL}?[.]?(?:말|초)?(?:~|-|부터|에서)(?:{_SURE}{_CAL}?|"
        rf"\d{{2}}(?![\d.,%])(?:{_CAL}|(?=[),]|평균|의|까지))){_WHEN}(?:까지)?"),
    ("list", rf"{_FREE}(?:(?<!\))|(?=’|20\d{{2}}·20)){_SHORT}{_CAL}?(?:(?:, (?=20)|[,·/]|와|과|및){_SHORT}(?!\d|[.]\d){_CAL}?){{1,9}}(?:도)?"),
    ("span",
        rf"(?:(?:최근|직전|과거|지난|이전|직근|근래|앞선|기존|가장최근)의?)(?:\d{{1,2}}|다섯|두|세|네|삼|"
        rf"사|오|이)(?:개회계연도|개{_CAL}|개해|{_CAL}|해)(?:간|동안|치|분)?"),
    ("year",
        rf"{_FREE}(?:{_SURE}{_CAL}|’\d{{2}}(?!\d)|’\d{{4}}(?!\d)|FY’?(?:\d{{4}}|\d{{2}})(?!\d)|"
        rf"[0-3]\d{_CAL}(?!간|동안|연속|이상|이내|치|평균|만에|차|주기)|20[0-4]\d(?![\d,]|[.]\d|%|개|건|명|"
        rf"인|점|원|회|사|종|대|팀|배|천|만|억|조|곳|톤|호|편|위|일|시|/|[+×*]))[.]?{_WHEN}"),
    ("DATE", r"(?<!\d)(?<![×*x])(?:[1-4](?:/4)?분기(?!당|별)|(?:1[0-2]|[1-9])월(?:말|초|중|까지|기준|부터|\d{1,2}일))"),
    ("last",
        r"(?:직전년도|직전연도|직전해|직전년|직전실적(?:치|값)?|최근실적(?:치|값)?(?=대비|보다|수준|에서)|전년도|전연도|전년동기|"
        r"전년말|전년|지난해|지난연도|작년도|작년|전기(?=대비|실적|의)|현행|현재수준|현수준|현재(?=수준|대비|실적|보다|에서|값|의|상태|운영|\(|\d)|"
        r"종전|기존(?=대비|실적|수준|보다|에(?=\d|서|비|다가|더|추가|신규)|의))(?:말|동기)?"),
    ("this", r"(?:금년도|금년|올해|당해연도|당해년도|당해|당년도|당년|차년도|차년|내년도|내년|이번연도|금번|금회)"),
    ("span",
        rf"(?<!\d)(?<!\d[.,])(?:\d{{1,2}}|다섯|두|세|네|삼|사|오)(?:개회계연도|개{_CAL}|개해|년도|년|연도|"
        rf"(?<=[두세네섯])해)(?:간|동안|치|분)?"),
    ("updown", r"[▲▽▼±](?=\d)"),
    ("fraction", r"(?:\d{1,2}|[이삼사오육칠팔구십])분의(?:\d{1,2}|[일이삼사오육칠팔구])"),
    ("times",
        rf"(?P<digits_t>{GROUPED})배(?!정|분|출|율|수구|치|포)|(?P<word_t>한|두|세|네|다섯|여섯|열)배(?!정|"
        rf"분|출)|(?<![가-힣])(?:갑절|곱절)|절반|(?:(?<![가-힣])|(?<=[을를]))반(?=수준|으로|정도|만)"),
    ("number", r"백분의(?P<hundredth>\d{1,2}|[일이삼사오육칠팔구십])(?=[을를만]|증|감|상|하|$)"),
    ("number", r"(?<![\d.,])(?P<minutes>\d{1,3})분(?P<seconds>\d{1,2})초(?!과|반)"),
    ("number", rf"(?P<spoken>{_SPOKEN}|두|세|네|열)(?P<spoken_unit>퍼센트포인트|퍼센트|프로(?!그램|젝트|세스)|명|건|점(?!검|수))"),
    ("per",
        r"(?<!\d)(?:월평균|매월|매달|월별|월(?=\d|약|평균)|매분기|분기별|분기당|분기마다|분기(?=\d)|"
        r"반기별|매반기|반기당|매주|주당|주(?=\d)|주별)"),
    ("number",
        rf"(?<!\d)(?<!\d[.,])(?<!코로나)(?<!코로나-)(?<!PM)(?<!COVID)(?<!COVID-)(?P<digits>{GROUPED})(?:\^(?P<power>[23]))?(?P<scale>(?:{_SCALE})(?P<more>(?:\d{{1,4}}(?:{_SCALE})?){{0,3}})"
        rf"(?!기업평균))?(?:여(?=개|명|건|곳))?(?P<unit>{_POINTS}|%|퍼센트|프로(?!그램|젝트|세스)|할(?!인|당|증(?!가)|애|부|머)|"
        rf"(?:{_UNIT})(?:/(?:십억원|억원|백만원|만명|천명|명|인|개소|가구|시간)(?!당))?)?"),
    ("arrow", r"→|->|⇒|=>"),
    ("op", r"[+×÷/=*+-]|[xX](?=[\d(])|곱하기|더하기(?=\(?\d|’)|빼기(?=\(?\d|’)|나누기|플러스(?=\(?\d|’)"),
    ("open", r"\("),
    ("close", r"\)"),
    ("comma", r"[,;]|\.(?!\d)"),
    ("sum", r"Σ"),
)  # fmt: skip

_TOKEN = pattern_of(
    "|".join(
        [f"(?P<{kind}_{at}>{pattern})" for at, (kind, pattern) in enumerate(_PATTERNS)]
        + [f"(?P<word_{len(_PATTERNS) + at}>{pattern})" for at, (_, pattern) in enumerate(WORDS)]
    )
)
_KINDS = [kind for kind, _ in _PATTERNS] + [kind for kind, _ in WORDS]
_TAIL = pattern_of(TAILS)
# What may carry a particle: numbers, years, statistics and the nouns around them.
_TAILED = frozenset(
    [
        "number", "times", "fraction", "year", "last", "ago", "span", "range", "list", "close", "this", "until", "MEAN", "GEOMEAN",
        "HMEAN", "TRIMMEAN", "SLOPE", "SPREAD", "WITHOUT", "CAGR", "SD", "TREND", "MAX", "MIN", "GROWN", "RATE", "ACTUAL", "TARGET",
        "MEDIAN", "TOTAL", "CUMUL", "OVERALL", "WEIGHTED", "MIDDLE", "BAND", "CHOOSEMAX", "CHOOSEMIN", "GAP", "SAID",
    ]
)  # fmt: skip
_YEAR = pattern_of(r"\d{4}|\d{2}")


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed amount: `number` without its scale word (7 of `7만`), the power of ten it adds, its unit, its decimals."""

    number: Decimal
    scale: int = 0
    unit: str = ""

    @property
    def scaled(self) -> Decimal:
        """With the scale word: 70000 of `7만`."""
        return EXACT.multiply(self.number, Decimal(1).scaleb(self.scale))

    @property
    def decimals(self) -> int:
        """Places after the point, as printed."""
        return max(0, -int(self.number.as_tuple().exponent))


@dataclass(frozen=True, slots=True)
class Token:
    """A token: what kind, the signs it covers, the particle behind it, and its amount or years when it has some."""

    kind: str
    text: str
    start: int
    end: int
    tail: str = ""
    glued: bool = False
    amount: Amount | None = None
    years: tuple[int, ...] = ()
    count: int = 0

    @property
    def unit(self) -> str:
        """The unit of the amount, empty without one."""
        return self.amount.unit if self.amount else ""


def read_tokens(laid: Laid) -> list[Token]:
    """All tokens in order; what no pattern knows becomes tokens of kind `other`, parted where blanks stood."""
    return list(_tokens(laid))


@lru_cache(maxsize=256)
def _tokens(laid: Laid) -> tuple[Token, ...]:
    """The same for a text that is asked again: one reason asks for its tokens a dozen times."""
    return tuple(_with_tails(laid, list(_raw(laid))))


def _raw(laid: Laid) -> Iterator[Token]:
    text, at, other = laid.text, 0, -1
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or found.end() == at or not (other < 0 or _bounded(laid, found)):
            if other >= 0 and laid.gap[at]:
                yield Token("other", text[other:at], other, at)
                other = at
            other = at if other < 0 else other
            at += 1
            continue
        if other >= 0:
            yield Token("other", text[other:at], other, at)
            other = -1
        yield _token(found, laid)
        at = found.end()
    if other >= 0:
        yield Token("other", text[other:], other, len(text))


def _bounded(laid: Laid, found: re.Match[str]) -> bool:
    """Short words inside longer ones are not words: 감 in 감독, 큰 in 작은큰…; they need a blank or no letter before them."""
    word, at = found[0], found.start()
    if _KINDS[int((found.lastgroup or "").rpartition("_")[2])] == "per":
        return at == 0 or laid.gap[at] or not "가" <= laid.text[at - 1] <= "힣" or laid.text[at - 1] in "별당"
    if _split(laid, at, found.end()):
        return False
    if len(word) > 1 or not "가" <= word <= "힣":
        return True
    return at == 0 or laid.gap[at] or not "가" <= laid.text[at - 1] <= "힣"


def _split(laid: Laid, start: int, end: int) -> bool:
    """`납기 준수율` is no 기준: a word of two syllables that stands in two others."""
    if end - start != 2 or not laid.gap[start + 1] or laid.gap[start] or start == 0:
        return False
    after = end < len(laid.text) and not laid.gap[end] and "가" <= laid.text[end] <= "힣"
    return after and all("가" <= laid.text[at] <= "힣" for at in (start - 1, start, end - 1))


def _token(found: re.Match[str], laid: Laid) -> Token:
    kind = _KINDS[int((found.lastgroup or "").rpartition("_")[2])]
    start, end = found.span()
    glued = start > 0 and not laid.gap[start] and "가" <= laid.text[start - 1] <= "힣"
    plain = Token(kind, found[0], start, end, glued=glued)
    if kind == "number" and found["minutes"]:
        seconds = Decimal(int(found["minutes"]) * 60 + int(found["seconds"]))
        return Token(kind, found[0], start, end, glued=glued, amount=Amount(seconds, 0, "초"))
    if kind == "number" and not found["digits"]:
        return Token(kind, found[0], start, end, glued=glued, amount=_spoken(found))
    if kind == "number" and found["power"] and len(found["digits"]) < MAX_POWER:
        value = Decimal(found["digits"].replace(",", ""))
        return Token(kind, found[0], start, end, glued=glued, amount=Amount(EXACT.power(value, int(found["power"]))))
    if kind == "number" and len(found["digits"]) > MAX_DIGITS:
        return Token("other", found[0], start, end, glued=glued)
    if kind == "number":
        return Token(kind, found[0], start, end, glued=glued, amount=_amount(found))
    if kind == "times":
        return Token(kind, found[0], start, end, glued=glued, amount=Amount(_times(found), 0, "배"))
    if kind == "fraction":
        above, below = _fraction(found[0])
        return Token(kind, found[0], start, end, years=(above, below)) if below else plain
    if kind in ("until", "range", "list", "year"):
        return Token(kind, found[0], start, end, years=_years(kind, found[0]), glued=glued)
    if kind == "span":
        return Token(kind, found[0], start, end, count=_count(found[0]), glued=glued)
    return plain


def _spoken(found: re.Match[str]) -> Amount:
    """`서른 명`, `일곱 퍼센트`, `백분의 오`."""
    if found["hundredth"]:
        return Amount(Decimal(_small(found["hundredth"])), 0, "%")
    unit = {"퍼센트포인트": "%p", "퍼센트": "%", "프로": "%"}.get(found["spoken_unit"], found["spoken_unit"])
    return Amount(Decimal(_KOREAN[found["spoken"]]), 0, unit)


def _amount(found: re.Match[str]) -> Amount:
    number = Decimal(found["digits"].replace(",", ""))
    unit = found["unit"] or ""
    scale_text = found["scale"] or ""
    if unit and re.fullmatch(_POINTS, unit) and unit not in ("점",):
        return Amount(number, 0, "%p")
    if unit in ("퍼센트", "프로"):
        unit = "%"
    if unit == "할":
        return Amount(number * 10, 0, "%")
    scale = ""
    if scale_text:
        scale = re.match(_SCALE, scale_text)[0]  # type: ignore[index]
        for digits, below in re.findall(rf"(\d+)({_SCALE})?", found["more"] or ""):
            # `2조4천억`, `4만2천`, `3만500`
            small = Decimal(digits).scaleb(SCALES[below] if below else 0)
            number = EXACT.add(number, EXACT.divide(small, Decimal(1).scaleb(SCALES[scale])))
    if scale and unit in MONEY:
        return Amount(number, SCALES[scale], scale + unit)
    return Amount(number, SCALES.get(scale, 0), unit)


def _times(found: re.Match[str]) -> Decimal:
    if found["digits_t"]:
        return Decimal(found["digits_t"].replace(",", ""))
    if found["word_t"]:
        return Decimal(_KOREAN[found["word_t"]])
    return Decimal(2) if found[0] in ("갑절", "곱절") else Decimal("0.5")


def _fraction(text: str) -> tuple[int, int]:
    """Numerator and denominator: `1/5` and `5분의 1` are the same."""
    if "/" in text:
        above, below = text.split("/")
        return int(above), int(below)
    below, above = text.split("분의")
    return _small(above), _small(below)


def _small(text: str) -> int:
    return int(text) if text.isdigit() else _SINO.get(text, 0)


def _count(text: str) -> int:
    digits = re.search(r"\d+", text)
    if digits:
        return int(digits[0])
    words = re.search(r"다섯|두|세|네|삼|사|오|이(?=개|년)", text)
    known = {**_SINO, **_KOREAN}
    return known[words[0]] if words else 0


def _years(kind: str, text: str) -> tuple[int, ...]:
    body = (
        re.sub(r"[.]?\d{1,2}월.*$", "", text)
        if kind in ("year", "until")
        else re.sub(r"[.]?\d{1,2}월(?:말|초)?", "", text)
    )
    found = [int(part) if len(part) == 4 else 2000 + int(part) for part in _YEAR.findall(body)]
    if kind == "range" and len(found) >= 2:
        return tuple(range(found[0], found[1] + 1)) if found[0] < found[1] < found[0] + 60 else ()
    return tuple(found[:1]) if kind in ("year", "until") else tuple(found)


def _with_tails(laid: Laid, tokens: list[Token]) -> Iterator[Token]:
    """Split the particle off what follows a token that may carry one: `평균` + `보다`."""
    held: Token | None = None
    for token in tokens:
        if held is not None and token.kind == "other" and held.end == token.start:
            match = _TAIL.match(token.text)
            if match and not (laid.gap[token.start] and len(token.text) > match.end()):
                yield _replace(held, tail=match[0])
                held = None
                rest = token.text[match.end() :]
                if rest:
                    yield Token("other", rest, token.start + match.end(), token.end)
                continue
        if held is not None:
            yield held
            held = None
        if token.kind in _TAILED:
            held = token
        else:
            yield token
    if held is not None:
        yield held


def _replace(token: Token, tail: str) -> Token:
    return Token(
        token.kind, token.text, token.start, token.end, tail, token.glued, token.amount, token.years, token.count
    )
