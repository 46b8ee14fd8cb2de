"""Figures that prose gives for what the plan's own tables name: an indicator by its name, a programme by its name.

This module is the grammar of the few words that may stand between such a name and its figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.audit.text.figures import Figure, Period
from uigwe.audit.text.passages import Passage, passages
from uigwe.plan import Claim, Paragraph, Plan
from uigwe.reasons.patterns import pattern_of
from uigwe.values import to_won

_GONE = dict.fromkeys(map(ord, " \t\u00a0\u3000·‧․・ㆍ･∙•.,’‘'“”\"「」｢｣"))
_LEAST = {"indicator": 6, "line": 5}
_OF_INDICATOR = pattern_of(
    r"\s*[’'”」]?\s*(?:\([^()\d]{1,8}\))?\s*(?:의)?\s*(?P<word>실적|결과|목표치|목표값|목표|수치|값)?\s*(?:은|는|이|가|을|를)?\s*[:(]?\s*(?:약|총)?\s*"
)
_OF_LINE = pattern_of(r"\s*(?:사업)?\s*(?:예산|사업비)?\s*(?:은|는|이|가|을|를|에|의)?\s*[:(]?\s*(?:총|약)?\s*")
_NO_BUDGET = pattern_of(r"\s*(?:이내|이하|한도|까지|내외|이상|당|씩|규모의\s*(?:융자|보증|펀드|투자))")
_AIM = pattern_of(r"\s*(?:\([^()]*\)\s*)?(?:을|를)?\s*(?:으?로\s*)?목표")
_BEFORE = 14
_ALL_POINTS = 100


@dataclass(frozen=True, slots=True)
class _Name:
    kind: str
    bare: str
    name: str
    unit: str


def named_values(passages: Sequence[Passage], plan: Plan) -> Iterator[Claim]:
    """A claim for each figure that stands right behind the name of an indicator or a programme, with its year."""
    names = _names(plan)
    for passage in passages:
        if not passage.figures:
            continue
        bare = passage.text.translate(_GONE)
        for name in names:
            if name.bare in bare:
                start, end = _span(passage.text, bare.find(name.bare), len(name.bare))
                yield from _value(passage, name, start, end, plan.year)


def in_reasons(plan: Plan) -> Iterator[Claim]:
    """The same in the reasons of targets, each at the place of its indicator."""
    yield from named_values(_reasons(plan), plan)


def _reasons(plan: Plan) -> list[Passage]:
    reasons = [Paragraph(use.reason, use.place_of("reason")) for _, use in plan.uses() if use.reason]
    return [one for reason in reasons for one in passages((reason,))]


def _names(plan: Plan) -> list[_Name]:
    found: dict[tuple[str, str], _Name] = {}
    for indicator, use in plan.uses():
        bare = use.name.translate(_GONE)
        if len(bare) >= _LEAST["indicator"]:
            unit = indicator.unit.partition(",")[0].strip()
            found.setdefault(("indicator", bare), _Name("indicator", bare, use.name, unit))
    for task in plan.tasks():
        for line in task.budget:
            bare = line.name.translate(_GONE)
            if line.level in ("unit", "detailed") and len(bare) >= _LEAST["line"] and not line.bracketed:
                found.setdefault(("line", bare), _Name("line", bare, line.name, line.unit))
    return list(found.values())


def _span(text: str, at: int, length: int) -> tuple[int, int]:
    """Where a stretch of the text without spaces and dots stands in the text."""
    spots = [spot for spot, sign in enumerate(text) if ord(sign) not in _GONE]
    return spots[at], spots[at + length - 1] + 1


def _value(passage: Passage, name: _Name, start: int, end: int, year: int) -> Iterator[Claim]:
    found = passage.tokens
    behind = [token for token in found if token.start >= end][:2]
    figure = next((token for token in behind if isinstance(token, Figure)), None)
    if figure is None or _is_half(passage.text, start, end):
        return
    between = next((token for token in behind if isinstance(token, Period) and token.end <= figure.start), None)
    before = [token for token in found if isinstance(token, Period) and start - _BEFORE <= token.end <= start]
    period = between or (before[-1] if before else None)
    gap = passage.text[end : figure.start]
    if between:
        gap = gap.replace(passage.text[between.start : between.end], "", 1)
    if name.kind == "indicator":
        yield from _of_indicator(passage, name, gap, figure, period)
    else:
        yield from _of_line(passage, name, gap, figure, period.text if period else str(year))


def _of_indicator(passage: Passage, name: _Name, gap: str, figure: Figure, period: Period | None) -> Iterator[Claim]:
    match = _OF_INDICATOR.fullmatch(gap)
    if not match or period is None or len(period.text) != 4 or figure.unit != name.unit:
        return
    aim = period.target or "목표" in (match["word"] or "") or bool(_AIM.match(passage.text, figure.end))
    subject = f"{name.name} 목표" if aim else name.name
    yield _claim(passage, subject, period.text, figure)


def _of_line(passage: Passage, name: _Name, gap: str, figure: Figure, period: str) -> Iterator[Claim]:
    if not _OF_LINE.fullmatch(gap) or len(period) != 4 or to_won(figure.value, figure.unit) is None:
        return
    if not _NO_BUDGET.match(passage.text, figure.end):
        yield _claim(passage, f"{name.name} 예산", period, figure)


def _claim(passage: Passage, subject: str, period: str, figure: Figure) -> Claim:
    return Claim(0, subject, "value", period, figure.written, figure.value, figure.unit, passage.place_at(figure.start))


def _is_half(text: str, start: int, end: int) -> bool:
    """Whether the name is a part of a longer word."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return before.isalpha() or (after.isalpha() and after not in "은는이가을를의에사예")


# ── budgets of a section, marks of a mark ────────────────────────────────────────────────────────────────────────────

_BUDGET_SAID = pattern_of(
    r"(?:[‘’'`´′](?P<year>\d{2})\s*년?도?)?(?P<what>[^‘’'`´′\d]{0,28}예산)(?:은|이|을|를|액|규모)?\s*(?P<written>(?:약|총)?\s*(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>조원|억원|백만원))"
)
_PART_OF_MARK = pattern_of(r"(?P<name>[가-힣A-Za-z0-9·‧ ]{2,20}?)\s*\(\s*(?P<number>\d{1,3})\s*점\s*\)")
_WEIGHS = pattern_of(
    r"(?P<name>[가-힣·‧]{2,20}점수)\s*(?:의|를|을)?\s*(?:반영|비중|가중치)\s*\(?\s*(?P<written>(?P<number>\d{1,3}(?:\.\d+)?)\s*%)"
)


def budgets_said(read: Sequence[Passage], plan: Plan) -> Iterator[Claim]:
    """Amounts of money that the prose and the reasons of a section call its budget, with their year."""
    for passage in (*read, *_reasons(plan)):
        for match in _BUDGET_SAID.finditer(passage.text) if not passage.row else ():
            year = 2000 + int(match["year"]) if match["year"] else plan.year
            value = Decimal(match["number"].replace(",", ""))
            place = passage.place_at(match.start("number"))
            subject = match["what"].strip()
            yield Claim(0, subject, "value", str(year), match["written"], value, match["unit"], place)


def marks_said(read: Sequence[Passage]) -> Iterator[Claim]:
    """Parts of a mark with their points, `지표(10점) + 만족도(10점)`, as parts; and how much something counts, in per cent."""
    for passage in read:
        parts = list(_PART_OF_MARK.finditer(passage.text)) if passage.text.count("점") > 1 and not passage.row else []
        joined = [
            match
            for match in parts
            if passage.text[match.end() :].lstrip().startswith("+")
            or passage.text[: match.start()].rstrip().endswith("+")
        ]
        total = sum(int(match["number"]) for match in joined)
        for match in joined:
            place = passage.place_at(match.start("number"))
            role = "total" if total == _ALL_POINTS else "part"
            written, value = f"{match['number']}점", Decimal(match["number"])
            yield Claim(0, match["name"].strip(), role, "", written, value, "점", place)
        for match in _WEIGHS.finditer(passage.text):
            place = passage.place_at(match.start("number"))
            yield Claim(
                0, match[0].partition("(")[0], "value", "", match["written"], Decimal(match["number"]), "%", place
            )
