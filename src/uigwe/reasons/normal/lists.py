"""Lists of figures by year that only repeat the table: `* 연도별(%) : (’18) 9.5→(’19) 3.1→(’20) △4.6`, `(’20년은 △2.5%)`."""

import re
from dataclasses import dataclass
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import GROUPED, pattern_of
from uigwe.reasons.spelling import replaced

_F = rf"-?{GROUPED}"
_UNIT = r"(?:%p?|퍼센트|점|건|명)?"
_YEAR = r"(?:’?(?:19|20)\d{2}|’\d{2})년?(?:도)?"
_ONE = (
    rf"(?P<year>\({_YEAR}\)|{_YEAR})(?:에는|은|는|의|에|:)?(?:[가-힣]{{2,12}}(?=-))? ?(?:\((?=-?[\d.,]+(?:%p?)?\)))?"
    rf"(?P<figure>{_F}){_UNIT}(?:(?<=[\d%p])\)(?=[가-힣]))?"
)
_PAIR = pattern_of(_ONE)
_PLAIN = re.sub(r"\?P<\w+>", "?:", _ONE).replace("(?:?:", "(?:")
_ROW = pattern_of(rf"{_PLAIN}(?:(?:,|→|/|·|~|;|및|와|과){{0,2}} ?{_PLAIN}){{0,11}}")
_BARE = pattern_of(rf"(?<=[(률율이은는])(?P<row>{_F}{_UNIT}(?:(?:,|→|/|·) ?{_F}{_UNIT}){{2,9}})(?=\)|로|으로|이며|였)")
_END = pattern_of(
    r"(?:이었음|였음|이었다|임|순임|순|이다|을기록함?|를기록함?|기록함?|로나타남|으로나타남|로집계됨)?[.)]*$"
)
_HEAD = r"(?:[가-힣()/·]{0,16}?(?:율|률|실적|추이|현황|연도별|별)?(?:\(%p?\)|\(단위:?%\))?(?:은|는|이|:)*)"
_WINDOW = r"(?:최근|과거|직전)?\d개?년(?:간)?(?:의)?[가-힣]{0,12}?(?:율|률)(?:은|는|이)"
_BRACKET = pattern_of(r"\((?P<head>[^()’]{0,14})$")
_SAID = pattern_of(r"적용|반영|가산|더하|상향|목표|설정|평균")
_CAUSES = pattern_of(
    r"(?:로|을기록하는|를기록하는)?(?:등|등으로)?,?[가-힣]{2,14}?(?:크므로|커서|커|심하여|심해|심하므로|있어|있으므로|상이하여|크기때문에|감안하여|고려하여),?(?=(?:최근|직전|과거)?\d)"
)
_INCLUDED = pattern_of(r"(?:을|를|도|까지|까지도)?(?:모두)?포함(?:하여|한|해|하되),?(?=(?:최근|직전)?\d)")
_AMONG = pattern_of(r"(?:(?:최근|직전)?\d개?년(?:간)?중)?[가-힣]{0,12}?(?:던|인|한)?$")
# What ties a list in front to what is made of it.
_TIE = pattern_of(
    r"(?:(?:을|를)?기록한|였던|이었던|을보인|를보인|인|로|으로|이며|였으며|이었으며|→|의|[,.])?,?(?:[가-힣]{2,12}(?:커서?|커|심하여|심해|있어|하여|하므로|크므로))?,?(?:이|그|이들|해당)?(?=[가-힣·\d])"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A list that the table holds figure by figure, with where it stands."""

    years: tuple[int, ...]
    start: int
    end: int


def repeating(laid: Laid, known: Known) -> list[Row]:
    """The lists of a reason whose every figure is the table's of its year."""
    rows = []
    for found in _ROW.finditer(laid.text):
        pairs = [(_year(one["year"]), Decimal(one["figure"].replace(",", ""))) for one in _PAIR.finditer(found[0])]
        cells = [(known.actuals.get(year), figure) for year, figure in pairs]
        if pairs and all(cell is not None and cell.value == figure for cell, figure in cells):
            rows.append(Row(tuple(year for year, _ in pairs), *found.span()))
    return rows or _undated(laid, known)


def _undated(laid: Laid, known: Known) -> list[Row]:
    """A bracket that holds the last results in their order, without the years: `성장률(8.5%, △2.5%, 6.0%)`."""
    rows = []
    for found in _BARE.finditer(laid.text):
        figures = [Decimal(one.replace(",", "")) for one in re.findall(_F, found["row"])]
        years = range(known.year - len(figures), known.year)
        cells = [known.actuals.get(year) for year in years]
        if all(cell is not None and cell.value == one for cell, one in zip(cells, figures, strict=True)):
            rows.append(Row(tuple(years), found.start("row"), found.end("row")))
    return rows


def _year(said: str) -> int:
    digits = re.sub(r"\D", "", said)
    return int(digits) if len(digits) == len("2020") else 2000 + int(digits)


def without_rows(laid: Laid, rows: list[Row], known: Known) -> Laid:
    """The reason without its lists: a note or a bracket behind goes, one in front gives its place to the window of its years."""
    changes: list[tuple[int, int, str]] = []
    for row in rows:
        change = (
            _cause(laid, row)
            or _included(laid, row)
            or _behind(laid, row)
            or _in_bracket(laid, row)
            or _in_front(laid, row)
        )
        if change:
            changes.append(change)
    return replaced(laid, sorted(changes)) if changes else laid


def _cause(laid: Laid, row: Row) -> tuple[int, int, str] | None:
    """One result with what it led to: `’23년 △6.6% 등 편차가 크므로`."""
    behind = _CAUSES.match(laid.text, row.end)
    if behind is None or len(row.years) != 1 or laid.text[: row.start].rpartition(".")[2]:
        return None
    return (row.start, behind.end(), "")


def _included(laid: Laid, row: Row) -> tuple[int, int, str] | None:
    """A year of the window that is said to be in it: `최근 5년 중 마이너스였던 ’20년(△2.5%)을 포함하여 5개년`."""
    behind = _INCLUDED.match(laid.text, row.end)
    if behind is None or len(row.years) != 1:
        return None
    before = _AMONG.search(laid.text[: row.start])
    return (before.start() if before else row.start, behind.end(), "")


def _behind(laid: Laid, row: Row) -> tuple[int, int, str] | None:
    """A list at the very end, behind a stop, a star or a blank."""
    text = laid.text
    if not _END.match(text, row.end) or text[row.end :].startswith(")"):
        return None
    for found in re.finditer(r"[.*※]", text[: row.start]):
        if re.fullmatch(rf"[.*※]+(?:{_HEAD})", text[found.start() : row.start]) and found.start():
            return (found.start(), len(text), "")
    return None


def _in_bracket(laid: Laid, row: Row) -> tuple[int, int, str] | None:
    """A list in a bracket of its own, or one result with the word that tells of it."""
    text = laid.text
    opened, closed = _BRACKET.search(text[: row.start]), re.match(r"[가-힣]{0,6}\)", text[row.end :])
    if opened is None or closed is None or _SAID.search(opened["head"] + closed[0]):
        return None
    return (opened.start(), row.end + closed.end(), "")


def _in_front(laid: Laid, row: Row) -> tuple[int, int, str] | None:
    """A list of which something is taken: its years stand for it."""
    if len(row.years) < 2 or list(row.years) != list(range(row.years[0], row.years[-1] + 1)):
        return None
    text = laid.text
    start = row.start
    if head := re.search(rf"(?:^|(?<=[.]))(?:{_WINDOW}|{_HEAD})$", text[:start]):
        start = head.start()
    tie = _TIE.match(text, row.end)
    end = tie.end() if tie else row.end
    rest = text[end:]
    words = f"’{row.years[0] % 100:02}~’{row.years[-1] % 100:02}년"
    return (start, end, words if re.match(r"[^.,]{0,30}?(?:율|률)의", rest) else f"{words}실적의")
