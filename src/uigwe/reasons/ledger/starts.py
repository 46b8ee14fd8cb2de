"""What a calculation may start from: a statistic or a result of the table that the words name, a printed figure, the mean of printed ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from uigwe.formulas import Node
from uigwe.formulas.tree import Past
from uigwe.reasons.build import call, infix, number, years_node
from uigwe.reasons.calculated.figures import last_result
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.ledger.entries import Entry
from uigwe.reasons.ledger.explained import conceded, denied, goal, structural
from uigwe.reasons.ledger.steps import happened, moves, seen, step_of, surpassed
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import Token

STATISTICS = {"MEAN": "mean", "GEOMEAN": "geomean", "MEDIAN": "median", "MAX": "max", "MIN": "min"}
_WINDOWS = frozenset(["span", "range", "list"])
_TAKEN_UP = pattern_of(r"(?:^|[^가-힣])(?:이|그|동|해당|위) ?$")
_OF_CHANGE = pattern_of(r"^(?:증가|상승|순증|성장|감소)")
_CONSIDERED = pattern_of(r"^[^()]{0,16}(?:고려|감안)(?:함|하여|한)?\)")
_OF_OTHERS = pattern_of(
    r"(?:전국|업계|타 ?기관|타 ?부처|동종|유사 ?기관|공공기관) ?(?:의 ?)?(?:(?:최근|직전) ?)?(?:\d개?년(?:간)? ?)?(?:\([^()]*\) ?)?$"
)
_OF_TARGETS = pattern_of(r"목표(?:치|값)?의? ?$")
# The mean is one of changes: `전년 대비 증가율을 산술평균한 값`.
_OF_CHANGES = pattern_of(r"대비 ?(?:증가|상승|성장|감소)(?:율|률|폭|분)(?:을|를|의)? ?(?:단순|산술)?$")
_DENIED = pattern_of(r"^(?:값|치)?(?:이|은|을)?(?:아니|아닌|아님|부적절|부적합|대신|불가|곤란|없|쓰지)")
_BOTH = pattern_of(
    r"(?:재작년|전전년도?)(?:실적)?(?:과|와|및|·)(?:작년|전년도?|지난해)(?:실적)?의?$|(?:작년|전년도?|지난해)(?:실적)?(?:과|와|및|·)(?:재작년|전전년도?)(?:실적)?의?$"
)
_FAR = 40  # signs between a statistic and the years it is of
_YEARLY = pattern_of(r"(?:^|[^가-힣\d])(?:연|년|연간|월|일|분기|한해|한 해|해) ?$|(?:해마다|매년|매해) ?$")
_LONGEST = 12
_OF_TARGET = pattern_of(
    r"^(?:년|년도|도|에|의|에는)?(?:세운|설정한|당초)?(?:목표|예산|사업비|인력|(?:대비)?(?:증가|성장|상승|신장|감소)(?:율|률|폭|세)|[가-힣]{2}율\()"
)
_SIZES = (Decimal("0.5"), Decimal(2))
_SET = pattern_of(
    r"^(?:을|를)?(?:달성|도달)|^(?:으로|로|을|를)(?:목표|설정|정[하함한]|책정|산정|잡|달성|상향|하향|늘|높|낮|줄)"
)
_TO_COME = pattern_of(r"’(?P<year>\d{2})년까지(?:의)?(?:누적)?$")
_OF_RESULT = pattern_of(r"^인(?:’?\d{2,4}년|전년)도?실적")
_COMES_OUT = pattern_of(r"[×÷/*+-]\(?\d[\d.,]*\)?=$")
_TIER = pattern_of(r"^대(?!비|상|학)")
_AIMED = pattern_of(
    r"(?:전년도?|작년|지난해|’?\d{2,4}년도?|상위|계획상|로드맵)[가-힣‘’'()]{0,30}목표(?:치|값)?(?:인|로했던|였던|이었던|이던|(?:으로|로)(?:내세운|삼은|잡은|정한|제시한|설정한|잡았던|정했던|삼았던)|는|가|를)?\(?$"
)
_OWN_TARGET = pattern_of(r"목표(?:치|값)?(?:는|은|:|=)?\(?$")
_FROM_IT = pattern_of(r"^\)?(?:을|를)(?:기준|바탕|토대|출발)")
_FACTORED = pattern_of(
    r"\d[\d,.]*(?:조|억|백만|만|천)*(?:원|명|건|개사|ha)[^.]{0,6}곱|×\d[\d,.]*(?:조|억|백만|만|천)+(?:원|명)"
)
_SMALL = Decimal("1.5")
_TIMES_OF = ("개월", "일", "시간", "분", "초", "주")


@dataclass(frozen=True, slots=True)
class Start:
    """What a calculation starts from, where it is named, and the entries that it takes in.

    `printed`: a figure of the reason; `aimed`: a target; `made`: a calculation that needs no step.
    """

    node: Node
    start: int
    end: int
    takes: frozenset[int] = frozenset()
    printed: bool = False
    aimed: bool = False
    made: bool = False


def resolved(laid: Laid, tokens: list[Token], entries: list[Entry], known: Known) -> bool:
    """Whether each mean is known: of years of the table, taken up, yearly, or with its figure."""
    found = _SIGMA.search(laid.text)
    within = [
        token for token in tokens if found and token.kind in _WINDOWS and token.years and token.start < found.end()
    ]
    if found and within and len(within[-1].years) != int(found["n"]):
        return False
    still = [entry for entry in entries if not step_of(entry, laid.text)]
    at, ends = [entry.start for entry in still], [entry.end for entry in still]
    for token in tokens:
        if token.kind not in STATISTICS:
            continue
        before = _spaced_before(laid, token.start)
        if _TAKEN_UP.search(before) or _YEARLY.search(before) or _DENIED.search(laid.text[token.end :]):
            continue
        if _window(tokens, token, known, laid) and not _OF_TARGETS.search(before):
            continue
        near = any(0 <= start - token.end <= _NEXT for start in at) or any(
            0 <= token.start - end <= _NEXT for end in ends
        )
        if not near and not _listed(tokens, entries, known) and len(dated(tokens, entries, known)) < 2:
            return False
    return True


_NEXT = 6


def starts_of(laid: Laid, tokens: list[Token], entries: list[Entry], known: Known) -> list[Start]:
    """Every start that the words allow."""
    made = [
        *_sums(laid, tokens, known),
        *_statistics(laid, tokens, entries, known),
        *_results(laid, tokens, entries, known),
    ]
    for entry in entries:
        made.extend(_printed(entry, laid.text, known))
    made.extend(_of_printed(tokens, entries, known))
    made.extend(_of_a_sum(laid, entries))
    made.extend(_of_a_run(laid, entries, known))
    made.extend(_of_all(laid, entries, known))
    made.extend(_of_two(laid, entries))
    return made


def _sums(laid: Laid, tokens: list[Token], known: Known) -> Iterator[Start]:
    """`Σ(’19~’21) ÷ 3`: a mean in signs."""
    found = _SIGMA.search(laid.text)
    ranges = [token for token in tokens if found and token.years and found.start() < token.start < found.end()]
    if found and ranges and len(ranges[0].years) == int(found["n"]) and all(map(known.has, ranges[0].years)):
        yield Start(call("mean", years_node(ranges[0].years)), found.start(), found.end())


_SIGMA = pattern_of(r"(?:[Σ∑]|합계)[^.÷/]{0,30}[÷/](?P<n>[2-6])(?!\d)")


def _statistics(laid: Laid, tokens: list[Token], entries: list[Entry], known: Known) -> Iterator[Start]:
    listed = _listed(tokens, entries, known)
    for token in tokens:
        if token.kind not in STATISTICS:
            continue
        before = _spaced_before(laid, token.start)
        if _TAKEN_UP.search(before) or _YEARLY.search(before) or _OF_CHANGE.search(laid.text[token.end :]):
            continue
        if _OF_OTHERS.search(_spaced_before(laid, token.start, _FAR)):
            continue
        if _OF_TARGETS.search(before) or _OF_CHANGES.search(before) or _DENIED.search(laid.text[token.end :]):
            continue
        years = _window(tokens, token, known, laid) or listed
        if not years or not all(known.has(year) for year in years):
            continue
        node = call(STATISTICS[token.kind], years_node(years))
        printed = [
            entry for entry in entries if 0 <= entry.start - token.end <= _NEXT and not structural(entry, laid.text)
        ]
        told = bool(printed) and printed[0].prints(known.value(node))
        if printed and not told and not step_of(printed[0], laid.text):
            continue
        yield Start(node, token.start, printed[0].end if told else token.end)


def _spaced_before(laid: Laid, at: int, many: int = _LONGEST) -> str:
    """The signs before a place, with the blanks between them."""
    return laid.part(max(0, at - many), at).spaced() + (" " if at < len(laid.gap) and laid.gap[at] else "")


def _listed(tokens: list[Token], entries: list[Entry], known: Known) -> tuple[int, ...]:
    """The years of results that are printed one by one."""
    years: list[int] = []
    for entry in entries:
        named = [
            token.years[0]
            for token in tokens[max(0, entry.at - 3) : entry.at + 4]
            if token.kind == "year" and token.years
        ]
        years.extend(year for year in named if known.has(year) and known.actuals[year].value == entry.signed)
    dated = [entry for entry in entries if any(entry.value == cell.value for cell in known.actuals.values())]
    if any(_MOVED.search(entry.before) for entry in dated[1:]):
        return ()
    years = years or _summed(entries, known)
    found = tuple(sorted(set(years)))
    return found if len(found) > 1 else ()


def _summed(entries: list[Entry], known: Known) -> list[int]:
    """The years of results that are printed one behind the other, with nothing between them but a sign."""
    years = sorted(year for year, cell in known.actuals.items() if cell.value is not None)
    values = [known.actuals[year].value for year in years]
    printed = [entry.value for entry in entries]
    for count in range(len(years), 1, -1):
        for first in range(len(years) - count + 1):
            for at in range(len(printed) - count + 1):
                if printed[at : at + count] == values[first : first + count]:
                    between = {one.before for one in entries[at + 1 : at + count]}
                    if all(_SIGN.search(one) for one in between):
                        return years[first : first + count]
    return []


_SIGN = pattern_of(r"^(?:[+,·/]|, |와|과)$")


def _window(tokens: list[Token], of: Token, known: Known, laid: Laid) -> tuple[int, ...]:
    """The years of a statistic: those named nearest to it, before it rather than behind it."""
    near = [
        token
        for token in tokens
        if token.kind in _WINDOWS and (0 <= of.start - token.end <= _FAR or 0 <= token.start - of.end <= _FAR // 2)
    ]
    named = [token for token in near if token.years]
    counted = [token for token in near if token.count > 1]
    if any(laid.text[max(0, token.start - 1) : token.start] == "·" for token in named):
        return ()
    if named:
        years = min(named, key=lambda one: (one.start > of.start, abs(one.start - of.start))).years
        if counted and len(years) != counted[0].count and len(named) == 1:
            return ()
        return tuple(years)
    if not counted and _BOTH.search(laid.text[max(0, of.start - _FAR // 2) : of.start]):
        return (known.year - 2, known.year - 1)
    if counted:
        count = min(counted, key=lambda one: (one.start > of.start, abs(one.start - of.start))).count
        return tuple(range(known.year - count, known.year))
    return ()


def _results(laid: Laid, tokens: list[Token], entries: list[Entry], known: Known) -> Iterator[Start]:
    listed = _listed(tokens, entries, known)
    for at, token in enumerate(tokens):
        if _OF_TARGET.search(laid.text[token.end : token.end + _LONGEST]):
            continue
        if _CONSIDERED.search(laid.text[token.end :]):
            continue
        if token.kind == "ago" and known.has(year := known.year - (_count(token.text))):
            yield _told(Past(kind="actual", year=year), known.actuals[year].value, token, laid, entries)
        elif token.kind == "last" and known.has(known.year - 1):
            yield _told(Past(kind="last"), known.actuals[known.year - 1].value, token, laid, entries)
        elif token.kind == "year" and token.years and token.years[0] < known.year and known.has(token.years[0]):
            around = {one.kind for one in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])}
            beside = bool(around & {"year", "arrow", "range", "list", "until"}) or laid.text[: token.start].endswith(
                "·"
            )
            if token.years[0] not in listed and not beside and not _otherwise(token, at, entries, known):
                value = known.actuals[token.years[0]].value
                yield _told(Past(kind="actual", year=token.years[0]), value, token, laid, entries)


def _told(node: Past, value: Decimal | None, token: Token, laid: Laid, entries: list[Entry]) -> Start:
    """A result from its year to its figure, where that is printed behind it: `2021년에 얻은 82.5점`."""
    behind = [entry for entry in entries if entry.start >= token.end][:1]
    told = behind and behind[0].value == value and behind[0].start - token.end <= _LONGEST
    return Start(node, token.start, behind[0].end if told else token.end)


def _otherwise(token: Token, at: int, entries: list[Entry], known: Known) -> bool:
    """Whether a figure that is no result stands at a year."""
    behind = [entry for entry in entries if entry.at in (at + 1, at + 2)]
    cell = known.actuals[token.years[0]].value
    return any(entry.value != cell and not moves(entry) and entry.start - token.end <= 1 for entry in behind)


def _count(text: str) -> int:
    return int(text[0]) if text[0].isdigit() else 2


def _printed(entry: Entry, text: str, known: Known) -> Iterator[Start]:
    """A printed figure: a statistic as it is printed counts so, a result as the table has it."""
    if (
        entry.factor
        or entry.unit in _TIMES_OF
        or seen(entry)
        or surpassed(entry)
        or any(aside(entry) for aside in (denied, goal, happened, conceded))
        or structural(entry, text)
    ):
        return
    past = [cell.value for cell in known.actuals.values() if cell.value is not None]
    if ((step := step_of(entry, text)) and step.sign == 0) or (
        entry.unit.startswith("%") and moves(entry) and not (_TAKEN_ON.search(entry.behind) and not past)
    ):
        return
    last = last_result(known)
    years = [year for year, cell in known.actuals.items() if cell.value == entry.value and year < known.year]
    if years and (entry.value == last or (len(years) == 1 and _AS_BASE.search(entry.near))):
        yield Start(Past(kind="actual", year=max(years)), entry.start, entry.end, frozenset([entry.at]))
    if (
        entry.value <= 0
        or any(cell.value == entry.value for cell in known.actuals.values())
        or _TIER.search(entry.near)
    ):
        return
    if (
        last
        and not _AIMED.search(text[: entry.start])
        and not _FACTORED.search(text[entry.end :])
        and not last * _SIZES[0] <= entry.value <= last * _SIZES[1]
    ):
        return
    if (
        _OWN_TARGET.search(text[: entry.start])
        and not _FROM_IT.search(text[entry.end :])
        and not _AIMED.search(text[: entry.start])
    ):
        return
    if _RUNS_TO.search(entry.near) or _at_odds(entry, text, known):
        return
    if _to_come(text[: entry.start], known.year) or _OF_RESULT.search(text[entry.end :]):
        return
    if _COMES_OUT.search(text[: entry.start]) or (not entry.unit and entry.value < _SMALL) or _SET.search(entry.near):
        return
    yield Start(
        number(entry.value),
        entry.start,
        entry.end,
        frozenset([entry.at]),
        printed=True,
        aimed=bool(_AIMED.search(text[: entry.start])),
    )


# A result that is called on by its figure alone: `확정된 80점 대비 4%`.
_AS_BASE = pattern_of(r"^(?:을|를)?(?:대비|보다|기준)")
# A figure to which something went, and none to start from: `90점으로 올려`.
_RUNS_TO = pattern_of(
    r"^(?:으로|로)(?!보|하여|하고|삼|두|추정|산정|계산|나[타와왔]|집계|파악|확인|조사|평가|기록|인정|간주|놓|정해|되어|돼|규정|제한|,)"
)


# A rate of growth that more is put on: `12.4% 증가한 것으로 나타났고, 목표는 이보다 0.6%p 높게`.
_TAKEN_ON = pattern_of(r"^[^\d]{0,30}(?:이보다|이에|여기에|그보다|기준보다|뒤에는|후에는)(?:더|추가로|다시)?[\d.]+%p")


def _to_come(before: str, year: int) -> bool:
    """Whether a figure is one that is to be reached in the target's year or later: `’27년까지 60건`."""
    found = _TO_COME.search(before)
    return found is not None and int(found["year"]) >= year % _CENTURY


_CENTURY = 100


def _at_odds(entry: Entry, text: str, known: Known) -> bool:
    """Whether a figure is called the result of a year and is not."""
    if known.has(known.year - 1) and _LAST_YEARS.search(text[: entry.start]):
        return True
    found = _ITS_YEAR.search(text[: entry.start])
    return found is not None and known.has(2000 + int(found["year"]))


_ITS_YEAR = pattern_of(r"(?:’|20)(?P<year>\d{2})년?(?:도)?(?:에|의|말)?(?:얻은|거둔|실적)?\(?$")
_LAST_YEARS = pattern_of(
    r"(?:전년도?|작년|지난해)(?:에|의|도)?(?:얻은|거둔|기록한|달성한|받은|올린|실적(?:인|은|치|치인)?|성적(?:인)?|결과(?:인)?|점수(?:인)?|실적값)?\(?$"
)


def _of_printed(tokens: list[Token], entries: list[Entry], known: Known) -> Iterator[Start]:
    """The mean of figures that are printed year by year."""
    if not any(token.kind == "MEAN" for token in tokens):
        return
    told = dated(tokens, entries, known)
    agree = [_as_in_table(entry, tokens, known) for entry in told]
    if True in agree and False in agree:
        # The reason and the table have different results.
        return
    spans = {token.count for token in tokens if token.kind == "span" and token.count > 1}
    if spans and len(told) not in spans:
        return
    units = {entry.unit for entry in told if entry.unit}
    if len(told) < 2 or len(units) > 1 or any(_MOVED.search(entry.before) for entry in told[1:]):
        return
    node: Node = number(told[0].signed)
    for entry in told[1:]:
        node = infix(node, "+", number(entry.signed))
    node = infix(node, "/", number(Decimal(len(told))))
    yield Start(node, told[0].start, told[-1].end, frozenset(entry.at for entry in told))


def _of_a_sum(laid: Laid, entries: list[Entry]) -> Iterator[Start]:
    """`(397 + 546) / 2`: the figures are none of the table."""
    run: list[Entry] = []
    for entry in entries:
        if run and entry.before == "+":
            run.append(entry)
        elif len(run) > 1 and _DIVIDED.search(entry.before) and entry.value == len(run):
            node: Node = number(run[0].value)
            for one in run[1:]:
                node = infix(node, "+", number(one.value))
            takes = frozenset(one.at for one in (*run, entry))
            yield Start(infix(node, "/", number(entry.value)), run[0].start, entry.end, takes)
        else:
            run = [entry]


def _of_a_run(laid: Laid, entries: list[Entry], known: Known) -> Iterator[Start]:
    """`(17.82%, 1.14%, △7.34%)를 단순평균`: three figures or more that stand one behind the other, and their mean."""
    run: list[Entry] = []
    for entry in [*entries, None]:
        if entry is not None and run and _NEXT_ONE.search(entry.before) and entry.unit == run[0].unit:
            run.append(entry)
            continue
        pair = len(run) == 2 and bool(_AND.search(run[1].before))
        if (len(run) > 2 or pair) and (found := _MEAN_OF_THEM.search(laid.text[run[-1].end :])):
            node: Node = number(run[0].signed)
            for one in run[1:]:
                node = infix(node, "+", number(one.signed))
            takes = frozenset(one.at for one in run)
            yield Start(infix(node, "/", number(Decimal(len(run)))), run[0].start, run[-1].end + found.end(), takes)
        run = [entry] if entry is not None else []


_AND = pattern_of(r"^[%)]*(?:과|와) ?$")
_NEXT_ONE = pattern_of(r"^[)%]*(?:,|와|과|·) ?-?$")
_MEAN_OF_THEM = pattern_of(
    r"^\)?(?:을|를|의)?(?:단순|산술)?평균|^\)?(?:을|를)?(?:모두)?더(?:하여|해|한뒤|한후)[2-9](?:으로|로)나"
)
_DIVIDED = pattern_of(r"^\)?[/÷]$")


def _is_past(entry: Entry, known: Known) -> bool:
    return any(cell.value == entry.value for cell in known.actuals.values())


def _of_all(laid: Laid, entries: list[Entry], known: Known) -> Iterator[Start]:
    """`(설치) 420기 (교체) 185기 … 모두 더한 값`: everything that is counted, where nothing comes to it that is printed."""
    counts = [entry for entry in entries if entry.unit and not entry.unit.startswith("%") and not entry.factor]
    found = _ALL.search(laid.text)
    parts = [one for one in counts if one.value * 2 != sum((each.value for each in counts), Decimal(0))]
    if (
        found
        and len(parts) > 2
        and len(counts) == len(entries)
        and not _NOT_ALL.search(laid.text)
        and len({one.unit for one in counts}) == 1
    ):
        if any(step_of(one, laid.text) for one in parts) or any(_is_past(one, known) for one in parts):
            return
        node: Node = number(parts[0].value)
        for one in parts[1:]:
            node = infix(node, "+", number(one.value))
        yield Start(node, parts[0].start, found.end(), frozenset(one.at for one in counts), made=True)


_NOT_ALL = pattern_of(r"만점|평균|전년|작년|지난해|누적|누계")
_ALL = pattern_of(
    r"(?:모두|전부|다)?(?:더한|합한|합친|합산한?|더하여산출한?)(?:값|수|물량|것|수치|결과)?(?:을|를|으로|로|임|함)?[^\d]{0,10}$"
)


def _of_two(laid: Laid, entries: list[Entry]) -> Iterator[Start]:
    """`1억원당 0.52명 … 예산 1,250억원 … 곱함`: so many for each, and how many of them there are."""
    if not _MULTIPLIED.search(laid.text):
        return
    sizes = {(one.value, one.unit) for one in entries if structural(one, laid.text)}
    if any(value not in (1, _SCALE) for value, _ in sizes):
        return
    counts = [
        one for one in entries if one.unit and not one.unit.startswith("%") and (one.value, one.unit) not in sizes
    ]
    for each, many in permutations(counts, 2):
        if each.unit != many.unit and not each.unit.endswith("원") and _FOR_EACH.search(laid.text[: each.start]):
            takes = frozenset((each.at, many.at))
            start, end = min(each.start, many.start), max(each.end, many.end)
            yield Start(infix(number(each.value), "*", number(many.value)), start, end, takes, made=True)


_SCALE = Decimal(100)
_MULTIPLIED = pattern_of(r"곱[하한함해]|×")
_FOR_EACH = pattern_of(r"(?:당|마다|한사람이|1억원(?:이만|으로)|10억원(?:이만|으로))[^.;]{0,40}$")


def _as_in_table(entry: Entry, tokens: list[Token], known: Known) -> bool | None:
    """Whether a figure is the result of the year that stands before it; None when the table has none."""
    years = [
        token.years[0] for token in tokens[max(0, entry.at - 2) : entry.at] if token.kind == "year" and token.years
    ]
    return known.actuals[years[-1]].value == entry.signed if years and known.has(years[-1]) else None


_MOVED = pattern_of(r"에서|대비|보다|사이")


def dated(tokens: list[Token], entries: list[Entry], known: Known) -> list[Entry]:
    """The figures that a year stands at."""
    return [entry for entry in entries if _is_dated(entry, tokens, known)]


def _is_dated(entry: Entry, tokens: list[Token], known: Known) -> bool:
    """Whether a year stands at a figure: `’19년 52.1%`, `(’21) 397`, `17.82(’18)`."""
    at = entry.at
    named = [token for token in tokens[max(0, at - 4) : at + 4] if token.kind == "year" and token.years]
    if not any(token.years[0] < known.year for token in named):
        return False
    if any(token.years[0] >= known.year for token in tokens[max(0, at - 1) : at] if token.years):
        return False
    kinds = [token.kind for token in tokens[max(0, at - 4) : at] if not (token.kind == "op" and token.text == "-")]
    before = [kind for kind in kinds if kind != "MEAN"][-3:]
    if before[-1:] == ["year"] or before[-2:] == ["year", "close"] or before[-2:] == ["year", "other"]:
        return True
    behind = [token.kind for token in tokens[at + 1 : at + 4]]
    return behind == ["open", "year", "close"]
