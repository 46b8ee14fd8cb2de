"""What prose states, against the tables: an indicator's result or target, the money of a programme or of a task."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.figures import interval_of, object_of, years_of
from uigwe.audit.finding import Level, Remark
from uigwe.audit.money import all_blocks, won, written
from uigwe.audit.text.named import budgets_said, marks_said
from uigwe.audit.words.money import budget_of, is_budget
from uigwe.audit.words.names import is_rough, squeezed, target_of
from uigwe.audit.words.numbers import POINTS, is_weight
from uigwe.plan import BudgetLine, Claim, Indicator, Plan, Printing, Task, Use
from uigwe.values import EXACT, Interval, plain, to_won

_CLOSE = Decimal("0.01")
_ROUGHLY = Decimal("0.05")
_ROLES = ("value", "part", "total")
_HUNDRED = Decimal(100)
_TELLING = 3


def claim_differs(case: Case) -> Iterator[Remark]:
    """Prose gives another figure than the table of the indicator or of the money that it names."""
    names: dict[str, list[tuple[Indicator, Use]]] = {}
    for indicator, use in case.plan.uses():
        names.setdefault(squeezed(use.name), []).append((indicator, use))
    lines = _lines(case.plan)
    for claim in (*case.plan.claims, *case.prose.named):
        years = years_of(claim.period)
        if claim.role not in _ROLES or not years or len(years) != 1:
            continue
        yield from _against_indicator(claim, years[0], names)
        yield from _against_line(claim, years[0], lines)
    held = {(claim.place.code, claim.value) for claim in case.plan.claims}
    said = (one for one in budgets_said(case.prose.passages, case.plan) if (one.place.code, one.value) not in held)
    yield from _against_task(case.plan, (*case.plan.claims, *said))
    yield from _against_marks(case.plan.claims or tuple(marks_said(case.prose.passages)))


def _against_marks(claims: Sequence[Claim]) -> Iterator[Remark]:
    """Marks that add up to 100 give a part so many points, and prose of the same section says that it counts another share."""
    marks: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.unit == POINTS and claim.role in ("part", "total"):
            marks.setdefault(claim.place.code, []).append(claim)
    for claim in claims:
        own = marks.get(claim.place.code, [])
        if claim.unit != "%" or claim.role != "value" or not is_weight(claim.subject) or _total(own) != _HUNDRED:
            continue
        parts = [one for one in own if one.role == "part" and _last_word(one.subject) in squeezed(claim.subject)]
        if len(parts) == 1 and not interval_of(parts[0]).meets(interval_of(claim)):
            [part] = parts
            facts = {
                "subject": claim.subject,
                "year": claim.period,
                "stated": claim.written,
                "own": part.written,
                "part": part.subject,
                "own_code": claim.place.code,
                "case": "marks",
            }
            values = (part.written, claim.written)
            yield Remark(Level.DOUBT, object_of(claim), claim.place, facts, (part.place, claim.place), values)


def _total(marks: list[Claim]) -> Decimal:
    """What the totals of a section's marks add up to."""
    return sum((one.value for one in marks if one.role == "total"), Decimal(0))


def _last_word(subject: str) -> str:
    """The word that says what a mark is for; a word of less than three syllables says too little."""
    word = squeezed(subject.split()[-1]) if subject.split() else ""
    return word if len(word) >= _TELLING else " "


def _against_indicator(claim: Claim, year: int, names: dict[str, list[tuple[Indicator, Use]]]) -> Iterator[Remark]:
    target = target_of(claim.subject)
    for indicator, use in names.get(squeezed(target or claim.subject), []):
        printed = indicator.target(use) if target else indicator.history(use).get(year)
        if claim.unit != indicator.unit or printed is None or printed.year != year or printed.value is None:
            continue
        known = printed.as_written(indicator.unit).interval
        if known is None or known.meets(_meant(claim)):
            return
        yield _indicator(claim, indicator, use, printed)
        return


def _indicator(claim: Claim, indicator: Indicator, use: Use, printed: Printing) -> Remark:
    facts = {
        "subject": claim.subject,
        "year": claim.period,
        "stated": claim.written,
        "own": printed.written,
        "own_code": use.code,
        "case": "indicator",
    }
    places = (claim.place, printed.place)
    values = (claim.written, printed.written)
    level = Level.DOUBT if is_rough(claim.written) else Level.ERROR
    return Remark(level, f"{indicator.id}@{use.code}", claim.place, facts, places, values)


def _meant(claim: Claim) -> Interval:
    """What the figure may stand for: a rough one for anything within five per cent."""
    printed = interval_of(claim)
    if not is_rough(claim.written):
        return printed
    play = EXACT.multiply(abs(claim.value), _ROUGHLY)
    return Interval(EXACT.subtract(printed.low, play), EXACT.add(printed.high, play))


def _lines(plan: Plan) -> dict[str, list[tuple[Task, BudgetLine]]]:
    found: dict[str, list[tuple[Task, BudgetLine]]] = {}
    for task in plan.tasks():
        for line in task.budget:
            if line.level in ("unit", "detailed") and not line.bracketed:
                found.setdefault(squeezed(line.name), []).append((task, line))
    return found


def _against_line(claim: Claim, year: int, lines: dict[str, list[tuple[Task, BudgetLine]]]) -> Iterator[Remark]:
    """A claim of a programme's budget against the lines of that name: it fits when it is the amount of one of them."""
    factor, name = to_won(Decimal(1), claim.unit), budget_of(claim.subject)
    found = [(task, line) for task, line in lines.get(squeezed(name), []) if won(line, year)] if name else []
    if not factor or not found:
        return
    stated = _meant(claim) * Interval.exactly(factor)
    for _, line in found:
        amount = won(line, year) or Decimal(0)
        step = to_won(Decimal("0.5"), line.unit) or Decimal(0)
        if stated.meets(Interval(amount - step, amount + step)):
            return
    task, line = next((pair for pair in found if pair[0].code == claim.place.code), found[0])
    stated_won, amount = EXACT.multiply(claim.value, factor), won(line, year) or Decimal(1)
    ratio = EXACT.divide(max(stated_won, amount), max(min(stated_won, amount), Decimal(1)))
    facts = {
        "subject": claim.subject,
        "year": claim.period,
        "stated": claim.written,
        "own": written(line, year),
        "own_code": task.code,
        "case": "unit" if abs(ratio - _HUNDRED) < 10 else "line",
    }
    values = (claim.written, facts["own"])
    yield Remark(Level.DOUBT, object_of(claim), claim.place, facts, (claim.place, line.place), values)


def _against_task(plan: Plan, claims: Sequence[Claim]) -> Iterator[Remark]:
    """Prose states the money of a task a little beside what its unit programmes add up to."""
    units: dict[str, list[BudgetLine]] = {}
    for block in all_blocks(plan):
        units.setdefault(block.task.code, []).append(block.unit)
    for claim in claims:
        years = years_of(claim.period)
        own = units.get(claim.place.code)
        if own and years and len(years) == 1 and is_budget(claim.subject):
            yield from _beside(claim, years[0], own)


def _beside(claim: Claim, year: int, units: list[BudgetLine]) -> Iterator[Remark]:
    factor = to_won(Decimal(1), claim.unit)
    amounts = [amount for line in units if (amount := won(line, year))]
    added = sum(amounts, Decimal(0))
    if not factor or len(amounts) < 2 or not added:
        return
    stated = _meant(claim) * Interval.exactly(factor)
    if stated.holds(added) or any(stated.holds(amount) for amount in amounts):
        return
    if abs(EXACT.subtract(EXACT.multiply(claim.value, factor), added)) > EXACT.multiply(added, _CLOSE):
        return
    shown = plain(EXACT.divide(added, factor))
    facts = {
        "subject": claim.subject,
        "year": claim.period,
        "stated": claim.written,
        "own": f"{shown} {claim.unit}",
        "own_code": claim.place.code,
        "case": "sum",
    }
    step = f"{' + '.join(plain(EXACT.divide(amount, factor)) for amount in amounts)} = {shown}"
    places = (claim.place, *(line.place for line in units))
    yield Remark(Level.DOUBT, object_of(claim), claim.place, facts, places, (claim.written, facts["own"]), (step,))
