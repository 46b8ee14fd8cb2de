"""What a reason says of itself: years counted twice, a rise of 103 %, a formula where a reason should stand, no reason."""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.derive import comes_to, facts_of
from uigwe.audit.figures import row_of
from uigwe.audit.finding import Level, Remark
from uigwe.audit.words.reasons import (
    holds_formula,
    numbers_in,
    only_considers,
    points_below,
    raised_by,
    sets_out,
    tells_change,
    windows,
    years_counted,
)
from uigwe.formulas import Derived, FormulaProblem, Node, evaluate, read_basis
from uigwe.formulas.tree import Call, Infix, Number, Past, Suffix, Years, walk
from uigwe.plan import Indicator, Use
from uigwe.reasons import Unread
from uigwe.values import EXACT, plain, rounded

_LITTLE_MORE, _CLOSE = Decimal(150), Decimal("0.01")
_HUNDRED = Decimal(100)


def window(case: Case) -> Iterator[Remark]:
    """A reason counts its years in words and in dates, and the two differ; or its years end before last year."""
    for indicator, use in case.plan.uses():
        for found in windows(use.reason):
            if found.length != found.count:
                one, other = str(found.count), str(found.length)
                yield _window(Level.ERROR, indicator, use, (found.text, one, other), "length")
            elif found.last < case.plan.year - 1:
                one, other = str(case.plan.year - 1), str(found.last)
                yield _window(Level.NOTICE, indicator, use, (found.text, one, other), "early")


def years_of_basis(case: Case) -> Iterator[Remark]:
    """The reason looks back over another number of years than the mean that it takes."""
    for indicator, use in case.plan.uses():
        counted = set(years_counted(use.reason))
        node = _read(indicator, use)
        if len(counted) != 1 or node is None:
            continue
        [count] = counted
        taken = {len(years) for part in walk(node) if isinstance(part, Call) for years in [_years(part)] if years}
        if taken and count not in taken:
            facts = {"name": use.name, "counted": str(count), "taken": str(min(taken)), "basis": use.basis}
            values = (str(count), str(min(taken)))
            yield Remark(
                Level.DOUBT, _object(indicator, use), use.place, facts, row_of(indicator, use, "reason"), values
            )


def raised_by_all(case: Case) -> Iterator[Remark]:
    """The words raise by 103 %, the arithmetic takes 103 % of it: read to the letter, the target would be twice as high."""
    for indicator, use in case.plan.uses():
        node = _read(indicator, use)
        if node is None:
            yield from _raised_in_words(indicator, use)
            continue
        factors = {
            _percent(factor)
            for part in walk(node)
            if isinstance(part, Infix) and part.operator == "*"
            for factor in (part.left, part.right)
            if isinstance(factor, Number)
        }
        for number, words in raised_by(use.reason):
            if number >= _HUNDRED and number in factors:
                yield _raised(indicator, use, node, number, words)


def formula_again(case: Case) -> Iterator[Remark]:
    """Where the reason for the target should stand, the formula of the indicator stands again."""
    for indicator, use in case.plan.uses():
        if not use.basis and use.reason and use.formula and holds_formula(use.reason, use.formula):
            facts = {"name": use.name, "reason": use.reason}
            row = row_of(indicator, use, "reason")
            yield Remark(Level.DOUBT, _object(indicator, use), use.place, facts, row, (use.reason,))


def without_reason(case: Case) -> Iterator[Remark]:
    """A target of which the plan does not say how it follows: only what was considered, or nothing."""
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        if use.basis or target is None or target.value is None or holds_formula(use.reason, use.formula):
            continue
        if _object(indicator, use) in case.carried or _told_below(case, use):
            continue
        if not use.reason.strip() or (
            only_considers(use.reason)
            and not tells_change(use.reason)
            and isinstance(case.reading(indicator, use, use.reason), Unread)
        ):
            kind = "considered" if use.reason.strip() else "none"
            facts = {"name": use.name, "target": target.written, "reason": use.reason or "-", "case": kind}
            row = row_of(indicator, use, "reason")
            yield Remark(Level.NOTICE, _object(indicator, use), target.place, facts, row, (target.written,))


def _told_below(case: Case, use: Use) -> bool:
    """Whether the cell of the reason only points to the prose of its section, and that tells how the target is set."""
    return points_below(use.reason) and any(
        passage.places[0].code == use.code and sets_out(passage.text) for passage in case.prose.lines()
    )


def on_a_target(case: Case) -> Iterator[Remark]:
    """The target is set from last year's target, although there is a result; or the result's column prints that target."""
    for indicator, use in case.plan.uses():
        node = _read(indicator, use)
        if node is None:
            continue
        known = facts_of(indicator, use)
        for part in walk(node):
            if not isinstance(part, Past) or part.kind != "target" or part.year is None:
                continue
            promised, result = known.targets.get(part.year), indicator.history(use).get(part.year)
            if promised is None or result is None or promised.value is None or result.value is None:
                continue
            facts = {
                "name": use.name,
                "year": str(part.year),
                "promised": promised.text,
                "result": result.written,
                "case": "same" if promised.value == result.value else "other",
            }
            target = indicator.target(use)
            easier = target and target.value is not None and indicator.direction.is_better(result.value, target.value)
            level = Level.DOUBT if easier else Level.NOTICE
            places, values = (use.place, result.place), (promised.text, result.written)
            yield Remark(level, _object(indicator, use), use.place, facts, places, values)


def _read(indicator: Indicator, use: Use) -> Node | None:
    try:
        return read_basis(use.basis, indicator.unit) if use.basis else None
    except FormulaProblem:
        return None


def _years(call: Call) -> tuple[int, ...]:
    """The years of which a mean is taken."""
    if call.name not in ("mean", "geomean"):
        return ()
    return tuple(year for one in call.arguments if isinstance(one, Years) for year in one.listed())


def _percent(number: Number) -> Decimal:
    """A factor in per cent: `103 %` and `1.03` are 103."""
    return number.value if number.suffix is Suffix.RATIO else EXACT.multiply(number.value, _HUNDRED)


def _raised_in_words(indicator: Indicator, use: Use) -> Iterator[Remark]:
    """The same where nobody stated a basis: a little more than all is added, and nothing that is named gives the target so."""
    target = indicator.target(use)
    bases = [cell.value for cell in indicator.history(use).values() if cell.value] + numbers_in(use.reason)
    for number, words in raised_by(use.reason):
        factor = EXACT.divide(EXACT.add(number, _HUNDRED), _HUNDRED)
        aim = target.value if target else None
        meant = aim is not None and any(abs(one * factor - aim) <= abs(aim) * _CLOSE for one in bases)
        if _HUNDRED < number <= _LITTLE_MORE and not meant and not use.basis:
            facts = {"name": use.name, "words": words, "by": f"{plain(EXACT.subtract(number, _HUNDRED))}%"}
            yield Remark(
                Level.DOUBT, _object(indicator, use), use.place, facts, row_of(indicator, use, "reason"), (words,)
            )


def _raised(indicator: Indicator, use: Use, node: Node, number: Decimal, words: str) -> Remark:
    derived = evaluate(node, facts_of(indicator, use))
    target = indicator.target(use)
    facts = {"name": use.name, "words": words, "by": f"{plain(EXACT.subtract(number, _HUNDRED))}%"}
    printed = target.as_written(indicator.unit).interval if target else None
    if (
        isinstance(derived, Derived)
        and target is not None
        and target.value is not None
        and printed is not None
        and comes_to(derived, target.value, printed)
    ):
        literal = EXACT.multiply(EXACT.divide(derived.value, number), EXACT.add(number, _HUNDRED))
        facts |= {"case": "computed", "literal": plain(rounded(literal, 1)), "target": target.written}
    return Remark(Level.DOUBT, _object(indicator, use), use.place, facts, row_of(indicator, use, "reason"), (words,))


def _window(level: Level, indicator: Indicator, use: Use, values: tuple[str, str, str], kind: str) -> Remark:
    text, one, other = values
    facts = {"name": use.name, "text": text, "one": one, "other": other, "case": kind}
    return Remark(level, f"{use.name}@{use.code}", use.place, facts, row_of(indicator, use, "reason"), values)


def _object(indicator: Indicator, use: Use) -> str:
    return f"{indicator.id}@{use.code}"
