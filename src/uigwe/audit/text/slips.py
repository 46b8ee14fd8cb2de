"""Slips of the pen that need no arithmetic: doubled words, what a form left over, broken numbers, days that do not exist.

This module is the grammar of such slips; the words it knows are listed at its top. Each function yields where in a text one stands.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from uigwe.reasons.patterns import pattern_of

_QUOTE = r"[‘’'`´′]"


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip in a text: the signs it takes, and which kind it is."""

    start: int
    end: int
    text: str
    kind: str


# ── doubled ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_PARTICLES = pattern_of(
    r"[가-힣](을를|를을|(?<![마가노고])을을|를를|은는|는은|은은|는는|에에|에서에서|으로으로|의 의|을 을|를 를|에 에)(?![가-힣])"
)
_TWICE = pattern_of(r"(?<![가-힣A-Za-z0-9])([가-힣]{2,}) \1(?![가-힣])")
_HALF = pattern_of(r"(?<=\d)(월?\s?[말초중]) ?[말초중](?=[\s)])")
# Said twice on purpose.
_TWO_TIMES = frozenset(
    [
        *("하나", "조금", "차근", "차곡", "구석", "가지", "서로", "매우", "점점", "방울", "또박", "두루", "하루"),
        *("한걸음", "한발", "너무", "정말", "아주", "부분", "각각"),
        # Cells of a table side by side.
        *("신규", "상시", "연중", "수시", "정량", "정성", "투입", "과정", "산출", "결과", "해당없음", "상향", "하향"),
    ]
)


def doubled(text: str) -> Iterator[Slip]:
    """A particle or a word that stands twice: `사업을를`, `지원 지원 대상`."""
    for match in _PARTICLES.finditer(text):
        yield Slip(match.start(1), match.end(1), match[1], "particle")
    for match in _TWICE.finditer(text):
        word = match[1]
        if word not in _TWO_TIMES and text.count(word) == 2:
            yield Slip(match.start(), match.end(), match[0], "word")
    for match in _HALF.finditer(text):
        yield Slip(match.start(), match.end(), match[0], "word")


# ── brackets ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_PAIRS = {"(": ")", "（": "）", "[": "]", "「": "」", "｢": "｣", "『": "』", "《": "》", "【": "】", "“": "”"}
_CLOSERS = {close: open for open, close in _PAIRS.items()}
# `1)` and `가)` open a list and no bracket.
_LIST_MARK = pattern_of(r"(?:(?<=^)|(?<=[\s(]))(?:\d{1,2}|[가-하]|[a-z])\)")


def unbalanced(text: str) -> Iterator[Slip]:
    """A bracket that opens and never closes, or closes and never opened."""
    marks = {match.end() - 1 for match in _LIST_MARK.finditer(text)}
    opened: list[tuple[int, str]] = []
    for at, sign in enumerate(text):
        if sign in _PAIRS:
            opened.append((at, sign))
        elif sign in _CLOSERS:
            if opened and opened[-1][1] == _CLOSERS[sign]:
                opened.pop()
            elif sign != "”" and at not in marks:
                yield Slip(at, at + 1, sign, "closed")
    for at, sign in opened:
        if sign != "“":
            yield Slip(at, at + 1, sign, "opened")


_CLOSED_AGAIN = pattern_of(r"\)\s?[」｣』](?=\s|$)")


def closed_again(row: str) -> Iterator[Slip]:
    """A corner bracket that a row of a table closes behind another one and never opened: `지원(기금)(4131)」`."""
    match = _CLOSED_AGAIN.search(row)
    if match and not any(sign in row[: match.start()] for sign in "「｢『"):
        yield Slip(match.end() - 1, match.end(), row[match.end() - 1], "closed")


# ── left over from the form ──────────────────────────────────────────────────────────────────────────────────────────

_CELLS = "성과지표|측정방법|측정산식|산출근거|추진배경|기대효과|주요내용|추진계획|이해관계자|수혜자"
_LEFT = (
    ("stray", r"(?<=[가-힣]\s)[fhjoqrsuwz](?=\s[가-힣]|$)"),
    ("blank", r"(?<![○〇◯])(?:[○〇◯]\s?){2,9}(?=\s?[가-힣])|(?<![A-Za-z0-9])O{2,}(?![A-Za-z0-9])|(?:[□×]){3,}|_{4,}"),
    ("guide", r"(?:작성|기재|기입)\s?(?:요령|방법|예시|례|지침|안내|양식)(?=\s*[:)）\]】>]|\s|$)"),
    ("guide", r"[(（\[<]\s?(?:작성\s?)?예\s?시\s?[)）\]>](?=\s*[가-힣])"),
    ("guide", r"(?:자|줄|쪽|페이지|장)\s?(?:이내|내외)로?\s?(?:작성|기재|기술)"),
    ("guide", r"(?:기재|작성|기술|기입|서술)\s?(?:바람|할\s?것|요망|하시오|하십시오|하세요|해\s?주세요)"),
    ("guide", r"근거\s?[(（]\s?법령\s?[․·‧･,/]\s?규정\s?[․·‧･,/]\s?지침\s?[)）]"),
    (
        "guide",
        r"(?:필요성|목적|배경|근거)\s?(?:및|과|와|,|·)\s?(?:필요성|목적|배경|근거)(?:\s?등)?(?:을|를)?\s?(?:제시|명시|기재|기술|서술|작성)(?=\s*[.)]?\s*$)",
    ),
    ("headless", r"^[^가-힣A-Za-z0-9(]{0,3}\(\s?[가-힣· ]{2,12}\s?\)\s?(?:인한|따른|의한|관한|통한|위한)(?=\s)"),
    (
        "guide",
        rf"(?:{_CELLS})(?:의\s?[가-힣 ]{{1,10}})?(?:을|를)\s?(?:구체적으로\s?|간략히\s?|상세히\s?)?(?:기재|기술|서술|작성)(?=$|[\s).,])",
    ),
)
_LEFT_OVER = tuple((kind, pattern_of(pattern)) for kind, pattern in _LEFT)
_EMPTY = pattern_of(r"\s*[□■ㅇ◦○●▪▸∙•\-–*]+\s*")


def left_over(text: str) -> Iterator[Slip]:
    """What the blank form says to whoever fills it in: `○○○ 사업`, `※ 작성요령`, `구체적으로 기재`."""
    for kind, pattern in _LEFT_OVER:
        for match in pattern.finditer(text):
            yield Slip(match.start(), match.end(), match[0].strip(), kind)
            return


def is_empty_bullet(text: str) -> bool:
    """Whether a line is a bullet without words."""
    return bool(_EMPTY.fullmatch(text))


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_COUNTED = r"\s?(?:명|건|개|억|만|원|천|조|%|점|배)"
_NUMBERS = (
    ("comma", r"(?<![\d,.])\d{1,3}(?:,\d{3})*,\d{4,}(?![\d,])"),
    ("comma", r"(?<![\d,.])\d{4,},\d{3}(?!\d)|(?<![\d,.])\d{1,3},\d{3},\d{1,2}(?![\d,])"),
    ("comma", rf"(?<![\d,.])\d{{2,3}},\d{{2}}(?={_COUNTED})"),
    ("point", r"\d\.\.\d|\d,,\d|\d\.,\d|\d,\.\d"),
    ("point", rf"(?<![\d.‘’'`])\d+\.\d+\.\d+(?={_COUNTED})"),
    ("space", rf"(?<![\d,.])\d{{1,3}}\s,\s?\d{{3}}(?!\d)|(?<![\d,.])\d{{1,3}},\d{{1,2}}\s\d{{1,2}}(?={_COUNTED}|$)"),
    ("space", rf"(?<![\d,.년월일:])\d+\s\.\d+(?={_COUNTED})"),
    ("grade", r"(?<![\d.])[1-9]\.[1-9]급(?=\s|이상|이하|공무원|$)"),
    ("date", rf"{_QUOTE}\s?\d{{2}}\.\s?\d{{1,2}}\.\s?월|{_QUOTE}\s?\d{{2}},\s?\d{{1,2}}\s?월"),
)
_BROKEN = tuple((kind, pattern_of(pattern)) for kind, pattern in _NUMBERS)


def broken_numbers(text: str) -> Iterator[Slip]:
    """A figure that is none: `1,2345`, `3..5`, `6 ,982`, `0.37.5점`, and `’22.12.월`, `’23,9월`."""
    for kind, pattern in _BROKEN:
        for match in pattern.finditer(text):
            yield Slip(match.start(), match.end(), match[0].strip(), kind)


_BARE_YEAR = pattern_of(r"\s*[~∼]?\s*2\d\s?\.\s?(?:1[0-2]|[1-9])(?![\d.])\s*(?:월|[~∼])")
_MARKED_YEAR = pattern_of(rf"\s*[~∼]?\s*{_QUOTE}\s?\d{{2}}\s?[.년]")


def lacks_year_mark(when: str) -> bool:
    """Whether a time begins with a year of two digits without its apostrophe: `23.4월`."""
    return bool(_BARE_YEAR.match(when))


def has_year_mark(when: str) -> bool:
    """Whether a time begins with a year of two digits with its apostrophe: `’23.4월`."""
    return bool(_MARKED_YEAR.match(when))


_ODD = (
    ("letter", pattern_of(r"(?<=[가-힣])[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f](?=[가-힣])")),
    ("times", pattern_of(r"(?<=[가-힣)\]}\s])[ⅹⅩ](?=\s?\d{1,3}(?:\.\d+)?\s?(?:%|\)|\]|$))")),
)


def odd_signs(text: str) -> Iterator[Slip]:
    """Signs that stand in place of another: a foreign letter between two Korean ones, a Roman ten where something is multiplied."""
    for kind, pattern in _ODD:
        for match in pattern.finditer(text):
            yield Slip(match.start(), match.end(), match[0], kind)


_THOUSANDS = pattern_of(rf"(?<![\w.,‘’'`/-])(?!(?:19|20)\d\d(?!\d))\d{{4,6}}(?={_COUNTED})")
_WITH_COMMA = pattern_of(rf"(?<![\d.,])\d{{1,3}}(?:,\d{{3}})+(?={_COUNTED})")


def thousands(text: str) -> Iterator[Slip]:
    """Figures of a thousand and more that are printed without a comma: `2500억원`; a year is none."""
    for match in _THOUSANDS.finditer(text):
        yield Slip(match.start(), match.end(), match[0], "bare")


def commas(text: str) -> int:
    """How many such figures are printed with one."""
    return len(_WITH_COMMA.findall(text))


# ── days ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

_DAY = pattern_of(
    rf"(?:(?:{_QUOTE}\s?(?P<y2>\d{{2}})|(?P<y4>20\d{{2}}))\s?(?:년\s?|\.\s?))?(?<![\d.])(?P<m>\d{{1,2}})월\s?(?P<d>\d{{1,2}})일(?!\s?(?:간|이내|까지\s?\d))"
    rf"|(?:{_QUOTE}\s?(?P<q2>\d{{2}})|(?<!\d)(?P<q4>20\d{{2}}))\s?\.\s?(?P<n>\d{{1,2}})\s?\.\s?(?P<e>\d{{1,2}})(?![\d.,]*\d|\s?[조억만%월])"
)
_MONTH = pattern_of(r"(?<![\d.~∼\-,/])(?P<m>0|1[3-9]|[2-9]\d)월(?![가-힣0-9])")


def impossible_days(text: str, year: int) -> Iterator[Slip]:
    """A day that does not exist: `2월 30일`, `’23.13.5`, `13월`."""
    for match in _DAY.finditer(text):
        short, long = match["y2"] or match["q2"], match["y4"] or match["q4"]
        own = 2000 + int(short) if short else int(long) if long else year
        month, day = int(match["m"] or match["n"]), int(match["d"] or match["e"])
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(own, month)[1]:
            yield Slip(match.start(), match.end(), match[0].strip(), "day")
    for match in _MONTH.finditer(text):
        yield Slip(match.start(), match.end(), match[0], "month")


# ── years of another plan ────────────────────────────────────────────────────────────────────────────────────────────

_YEAR = rf"(?:{_QUOTE}\s?(?P<y2>\d{{2}})|(?<!\d)(?P<y4>20\d{{2}}))\s?년?도?"
_OWN_PLAN = pattern_of(
    rf"{_YEAR}\s?(?P<what>(?:과제\s?추진\s?계획|성과관리\s?시행계획|관리과제\s?추진\s?계획))(?!\s?\(?안?\)?\s?(?:수립|마련|평가|대비|이행|결과|점검|에서\s?이관))"
)
_TARGET_HEAD = pattern_of(rf"{_YEAR}\s?(?P<what>목표치?)(?=\s|$|\s?\()")
_HEAD_WORDS = pattern_of(r"성과지표|측정산식|산출근거|실적")
_TO_COME = pattern_of(
    rf"{_YEAR}(?P<between>(?:\s?[.]\s?\d{{1,2}}\s?월?)?[^‘’'`´′\d]{{0,24}}?)(?P<what>(?:할|될)?\s?(?:예정|계획임|계획이며)|추진할\s?계획|실시할\s?계획)"
)
# `도입 추진(~’22.하)`: by a time that is over before the plan begins.
_UNTIL = pattern_of(
    rf"(?:추진|도입|구축|개정|제정|마련|수립|시행|확대)\s?\(\s?[~∼]\s?{_YEAR}(?P<what>[^()~∼]{{0,8}})\)"
)

# `’21년 구매 목표액 달성 … 기대`: what is hoped for is a target of a year gone by.
_AIM = pattern_of(
    rf"{_YEAR}(?P<between>[^‘’'`´′\d]{{0,20}}?)(?P<what>목표(?:치|액|값)?\*{{0,2}}[^‘’'`´′]{{0,18}}?달성)(?=.{{0,40}}(?:기대|전망|예상))"
)
_OTHER_YEARS = (("plan", _OWN_PLAN), ("head", _TARGET_HEAD), ("to-come", _TO_COME), ("until", _UNTIL), ("aim", _AIM))


def other_years(text: str, year: int) -> Iterator[tuple[Slip, int]]:
    """A year gone by where the plan's own must stand: its title, the head of the targets, what is still to come."""
    for kind, pattern in _OTHER_YEARS:
        for match in pattern.finditer(text):
            named = 2000 + int(match["y2"]) if match["y2"] else int(match["y4"])
            if named >= year or (kind == "head" and not _is_head(text)):
                continue
            yield Slip(match.start(), match.end(), match[0].strip(), kind), named


def _is_head(text: str) -> bool:
    return len(text) <= 20 or len(_HEAD_WORDS.findall(text)) >= 2


# ── numbering ────────────────────────────────────────────────────────────────────────────────────────────────────────

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_JOINING = ("-", "–", "~", "∼")
_CIRCLES = pattern_of(rf"[{_CIRCLED}]")


def circled(text: str) -> Iterator[tuple[int, int]]:
    """The circled numbers of a text: where each stands, and which it is. `Ⅱ-1-③` and `일반재정③)` are codes and not counted."""
    for match in _CIRCLES.finditer(text):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if (
            before not in _JOINING
            and after not in ("~", "∼", ")")
            and not (before.isalnum() and after in ("」", ",", ""))
        ):
            yield match.start(), _CIRCLED.index(match[0]) + 1


def head_number(mark: str) -> int | None:
    """The number of a heading in brackets: 3 for `(3)`."""
    return int(mark[1:-1]) if re.fullmatch(r"\(\d{1,2}\)", mark) else None


def half_head(text: str) -> int | None:
    """The number of a heading that has lost the bracket before it: 3 for `3) 갈등관리계획`."""
    match = re.match(r"\s*(\d{1,2})\)\s?(?=[가-힣])", text)
    return int(match[1]) if match else None


# ── marks of notes ───────────────────────────────────────────────────────────────────────────────────────────────────

_NUMBER_OF_NOTE = pattern_of(r"(?<=[가-힣])(?P<mark>\d{1,2}[」｣])")
_NOTE_BEGINS = pattern_of(r"\s*[*※]?\s*(?:주\s?(?P<told>\d{1,2})\s?[」｣).:]|(?P<number>\d{1,2})\s?[」｣])")


def note_numbers(text: str) -> Iterator[Slip]:
    """The numbers by which words lead to a note below: `회계구분1」`. Where a corner bracket opened before, it is a title."""
    for match in _NUMBER_OF_NOTE.finditer(text):
        if not re.search(r"[「｢]", text[: match.start()]):
            yield Slip(match.start(), match.end(), match["mark"], "number")


def begun_note(text: str) -> int | None:
    """The number of the note that a line begins."""
    match = _NOTE_BEGINS.match(text)
    return int(match["told"] or match["number"]) if match else None
