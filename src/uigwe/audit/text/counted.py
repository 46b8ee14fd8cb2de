"""Counts beside what they count: `12개 부처(…)`, `A, B, C 등 3개국`, `최근 3개년(’20~’22)`, classes whose shares make 100.

This module is the grammar of such counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.audit.text.figures import Figure
from uigwe.reasons.patterns import pattern_of

_THINGS = r"개국|개사|개소|개교|개|종|가지|곳|대"
_BRACKET = pattern_of(
    rf"(?<![\d.,])(?P<count>\d{{1,2}})\s?(?P<unit>{_THINGS})\s?(?P<noun>[가-힣A-Za-z·‧]{{0,8}}(?:\s[가-힣]{{1,6}})?)\s?[(（](?P<list>[^()（）]{{3,160}})[)）]"
)
_LOOSE = pattern_of(r"등(?![가-힣])|외\s?\d|…|\.\.\.|이상|미만|현재|기준|[~∼→:+%]|포함|제외|신규|누적|\d")
_COMMAS = pattern_of(r"\s*[,，、]\s*")
_DOTS = pattern_of(r"\s*[·‧･ㆍ・/]\s*")
_WINDOW = pattern_of(
    r"(?:최근|직전|과거|지난)\s*(?P<count>\d{1,2})\s*(?:개년도|개년|년간|년도|년)\s*(?:간|치)?\s*"
    r"\(\s*[‘’'`´′]?\s*(?P<first>\d{2,4})\s*년?도?\s*[~∼～\-–]\s*[‘’'`´′]?\s*(?P<last>\d{2,4})\s*년?도?\s*\)"
)
_HEADING = pattern_of(
    r"(?:최근|지난|과거)\s*(?P<count>\d{1,2})\s*(?:개년|년)\s*간?\s*[가-힣·‧･ ]{0,24}(?:현황|추이|실적|동향|변화)(?=\s*(?:$|[(（<>＞【\[*]))"
)
_STARRED = pattern_of(
    r"(?:최근|직전|과거|지난)\s*(?P<count>\d{1,2})\s*(?:개년도?|년)간?(?P<what>[가-힣 ]{0,12})(?P<star>\*{1,3})(?!\*)"
)
_COLUMN = pattern_of(r"(?<![\d.,])(?:[‘’'`´′]\s?(\d{2})|((?:19|20)\d{2}))(?=\s?년|[\s.)]|$)")
_COLUMNS = 3
_SO_FAR = pattern_of(r"(?:기존|지금까지|그간|그동안|현재까지|누적|총|이미)\s*(?:약\s*)?$")
_NEARLY = Decimal("0.2")
_CLASSES = pattern_of(r"(?:[가-힣A-Za-z ]{1,12}\s?\(\s?\d{1,3}(?:\.\d+)?\s?%\s?\)[,·/\s]*){3,}")
_SHARE = pattern_of(r"\(\s?(\d{1,3}(?:\.\d+)?)\s?%\s?\)")


@dataclass(frozen=True, slots=True)
class Counted:
    """A count as printed, what it counts, and how many there are."""

    start: int
    end: int
    stated: str
    listed: int
    text: str


def listed(text: str) -> Iterator[Counted]:
    """A count with its list in brackets behind it, where the list has another number of names, however it is split."""
    for match in _BRACKET.finditer(text):
        names = match["list"]
        if _LOOSE.search(names):
            continue
        by_commas, by_all = _parts(names)
        if by_commas >= 3 and int(match["count"]) not in (by_commas, by_all) and not _is_nested(names, match["count"]):
            near = min((by_commas, by_all), key=lambda found: abs(found - int(match["count"])))
            yield Counted(match.start(), match.end(), match["count"], near, match[0])


_KINDS = "지법|법원|공단|공사|재단|진흥원|연구원|대학|병원|은행|센터|위원회|협회|기금|조합"
_OF_ONE_KIND = pattern_of(
    rf"(?<![\d.,])(?P<count>\d{{1,2}})\s?개?\s?(?P<noun>[가-힣]{{0,8}}?(?P<kind>{_KINDS}))\s?[(（](?P<list>[^()（）]{{6,160}})[)）]"
)
_KIND_AT_END = pattern_of(rf"(?P<kind>{_KINDS})$")
_MANY = 3


def of_another_kind(text: str) -> Iterator[tuple[Counted, str, str]]:
    """A count of bodies of one kind whose list names one of another kind: the count, the kind, and the odd name."""
    for match in _OF_ONE_KIND.finditer(text):
        names = [name.strip() for name in _COMMAS.split(match["list"]) if name.strip()]
        if len(names) < _MANY or len(names) != int(match["count"]) or _LOOSE.search(match["list"]):
            continue
        odd = [name for name in names if (end := _KIND_AT_END.search(name)) and end["kind"] != match["kind"]]
        if len(odd) == 1:
            yield Counted(match.start(), match.end(), match["count"], len(names), match[0]), match["kind"], odd[0]


def _parts(names: str) -> tuple[int, int]:
    commas = [part for part in _COMMAS.split(names) if part.strip()]
    dots = [piece for part in commas for piece in _DOTS.split(part) if piece.strip()]
    return len(commas) if len(commas) > 1 else len(dots), len(dots)


def _is_nested(names: str, count: str) -> bool:
    """Whether some splitting between commas alone and commas with dots gives the count: `·` joins some names and parts others."""
    by_commas, by_all = _parts(names)
    return by_commas < int(count) < by_all


def windows(text: str) -> Iterator[Counted]:
    """A number of years whose dates beside it hold another number: `최근 3개년(’21~’22)`."""
    for match in _WINDOW.finditer(text):
        first, last = (_year(match[name]) for name in ("first", "last"))
        if first and last and first <= last and last - first + 1 != int(match["count"]):
            yield Counted(match.start(), match.end(), match["count"], last - first + 1, match[0])


_AGO = pattern_of(r"(?<!\d)(?P<count>[1-9]\d?)\s?년\s?전(?![가-힣]*\s?대비\s?\d)")
_YEAR_IN_BRACKETS = pattern_of(r"\(\s?[‘’'`´′]\s?(\d{2})\s?년?\s?\)")
_AS_FAR = 4


def ago(text: str, note: str, year: int) -> Counted | None:
    """How long ago something was by the words, and by the first year of the footnote: `10년 전` over `(’10) … (’22)`.

    Counted from the last of its years, or from the plan's, or from the year before.
    """
    match = _AGO.search(text)
    years = [2000 + int(found) for found in _YEAR_IN_BRACKETS.findall(note)]
    if match is None or len(years) < 2 or years != sorted(set(years)):
        return None
    count, since = int(match["count"]), years[-1] - years[0]
    if count in (since, year - years[0], year - 1 - years[0]) or abs(count - since) > _AS_FAR:
        return None
    return Counted(match.start(), match.end(), match["count"], since, match[0])


def starred_window(text: str) -> tuple[Counted, str] | None:
    """A number of years with the star that leads to their values: `최근 5개년 실적*`; `listed` is left to the footnote."""
    match = _STARRED.search(text)
    return (Counted(match.start(), match.end(), match["count"], 0, match[0]), match["star"]) if match else None


def columns(heading: str, row: str) -> Counted | None:
    """A heading that counts years over a table with another number of them: `최근 5년간 현황` over 2017 to 2022."""
    match, years = _HEADING.search(heading), [_year(short or long) for short, long in _COLUMN.findall(row)]
    if match is None or len(years) < _COLUMNS or any(year is None for year in years):
        return None
    found = sorted(year for year in years if year)
    if found != list(range(found[0], found[0] + len(found))) or len(found) == int(match["count"]):
        return None
    return Counted(match.start(), match.end(), match["count"], len(found), match[0].strip())


def so_far(text: str, figures: Sequence[Figure], years: Sequence[tuple[int, Figure]], year: int) -> Figure | None:
    """The count of what there is so far, where its footnote's yearly counts add up to nearly that and not to it.

    `기존 17개 시스템*` over `* (’20) 5개 → (’21) 7개 → (’22) 6개`. Counts of what there was each year end in the count itself.
    """
    unit = years[0][1].unit
    past, all_of = (sum(figure.value for at, figure in years if at < before) for before in (year, 9999))
    for figure in figures:
        if figure.unit != unit or not _SO_FAR.search(text[: figure.start]):
            continue
        single = any(figure.value == one.value for _, one in years)
        if past and figure.value not in (past, all_of) and not single and abs(figure.value - past) <= past * _NEARLY:
            return figure
    return None


def classes(text: str) -> Iterator[tuple[str, tuple[str, ...], Decimal, int]]:
    """Classes with their shares: the words, the shares as printed, their sum, where they begin; near 100 and not 100."""
    for match in _CLASSES.finditer(text):
        shares = _SHARE.findall(match[0])
        added = sum((Decimal(share) for share in shares), Decimal(0))
        step = max(Decimal(1).scaleb(-len(share.partition(".")[2])) for share in shares)
        if Decimal(90) <= added <= Decimal(110) and abs(added - 100) * 2 > step * len(shares):
            yield match[0].strip(" ,"), tuple(shares), added, match.start()


def currencies(figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Two figures of one sentence, one in 불 and one in 달러."""
    first = next((one for one in figures if one.unit.endswith("불")), None)
    second = next((one for one in figures if one.unit.endswith("달러")), None)
    return (first, second) if first and second else None


def _year(digits: str) -> int | None:
    if len(digits) == 2:
        return 2000 + int(digits)
    return int(digits) if len(digits) == 4 else None
