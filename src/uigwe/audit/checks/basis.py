"""The target against the reason that the plan gives for it, recomputed step by step."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.derive import comes_to, derive, facts_of
from uigwe.audit.figures import decimals_of, row_of, says_the_same
from uigwe.audit.finding import Level, Remark
from uigwe.audit.words.reasons import adds_percent, before_notes, rate_with_points, takes_past
from uigwe.formulas import Derived, FormulaProblem, Node, NotComputable, evaluate, read_basis
from uigwe.formulas.tree import Call, Infix, Negative, Number, Suffix, Years, walk
from uigwe.formulas.write import written
from uigwe.plan import Indicator, Printing, Use
from uigwe.plan.carried import carried_from
from uigwe.reasons import Reading
from uigwe.values import EXACT, Interval, is_percentage, percent_signs, plain, rounded

# So many years the named window may lie before the one that was used.
_SHIFTED = 2
# So many results show to which digit an indicator is printed.
_SEVERAL = 2


def target_against_basis(case: Case) -> Iterator[Remark]:
    """The basis does not yield the printed target. What rounding explains is a notice, not an error."""
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        try:
            derived = derive(indicator, use)
        except FormulaProblem:
            continue  # `unreadable` says so
        if target is None or target.value is None or not isinstance(derived, Derived):
            continue
        level = _level(derived, target, target.as_written(indicator.unit).interval)
        if level is None and _is_coarser(indicator, use, target, derived):
            level = Level.NOTICE
        if level:
            yield _remark(level, indicator, use, target, derived)


def unreadable(case: Case) -> Iterator[Remark]:
    """A basis that cannot be read, or that uses a past value which the plan nowhere prints."""
    for indicator, use in case.plan.uses():
        object = f"{indicator.id}@{use.code}"
        try:
            derived = derive(indicator, use)
        except FormulaProblem as problem:
            facts = {"name": use.name, "basis": use.basis, "case": "problem", "reason": problem.reason}
            yield Remark(Level.DOUBT, object, use.place, facts, steps=tuple(problem.marked().splitlines()))
            continue
        if derived is None:
            yield from _without_results(case, indicator, use)
        if isinstance(derived, NotComputable):
            target = indicator.target(use)
            printed = target.written if target else "-"
            facts = {"name": use.name, "basis": use.basis, "target": printed, "case": derived.reason, **derived.facts}
            places = row_of(indicator, use, "reason")
            values = (target.written,) if target else ()
            future = derived.facts.get("year", "") >= str(case.plan.year)
            level = Level.NOTICE if future else Level.DOUBT
            facts |= {"case": "future"} if future else {}
            yield _other_years(indicator, use, facts) or Remark(level, object, use.place, facts, places, values)


def _without_results(case: Case, indicator: Indicator, use: Use) -> Iterator[Remark]:
    """Nobody stated a basis, the reason takes past results, and neither table nor reason prints a single one."""
    known = facts_of(indicator, use)
    target = indicator.target(use)
    if not takes_past(use.reason) or carried_from(use.reason) or target is None or target.value is None:
        return
    if any(one.value is not None for one in (*known.actuals.values(), *known.targets.values())):
        return
    read = case.reading(indicator, use, before_notes(use.reason))
    if not isinstance(read, Reading):
        return
    try:
        derived = evaluate(read_basis(read.basis, indicator.unit), known)
    except FormulaProblem:
        return
    if isinstance(derived, NotComputable) and derived.reason == "missing":
        facts = {"name": use.name, "reason": use.reason, "target": target.written, "case": "unprinted"}
        places = row_of(indicator, use, "reason")
        yield Remark(Level.DOUBT, f"{indicator.id}@{use.code}", use.place, facts, places, (target.written,))


def _other_years(indicator: Indicator, use: Use, facts: dict[str, str]) -> Remark | None:
    """The basis names years that are not printed, and the same words over the last years that are yield the target."""
    target, node = indicator.target(use), read_basis(use.basis, indicator.unit)
    if target is None or target.value is None or sum(isinstance(part, Years) for part in walk(node)) != 1:
        return None
    for by in range(1, _SHIFTED + 1):
        moved = _moved(node, by)
        yields = evaluate(moved, facts_of(indicator, use))
        if isinstance(yields, Derived) and comes_to(yields, target.value, Interval.exactly(target.value)):
            facts = facts | {"case": "shifted", "fits": written(moved), "target": target.written}
            steps = tuple(f"{step.working} = {plain(rounded(step.value, 4))}" for step in yields.steps)
            places = row_of(indicator, use, "reason")
            values = (use.basis, facts["fits"], target.written)
            return Remark(Level.DOUBT, f"{indicator.id}@{use.code}", use.place, facts, places, values, steps)
    return None


def _moved(node: Node, by: int) -> Node:
    """The expression over years so many years later."""
    match node:
        case Years(spans=spans):
            return replace(node, spans=tuple((first + by, last + by) for first, last in spans))
        case Infix(left=left, right=right):
            return replace(node, left=_moved(left, by), right=_moved(right, by))
        case Negative(operand=operand):
            return replace(node, operand=_moved(operand, by))
        case Call(arguments=arguments):
            return replace(node, arguments=tuple(_moved(one, by) for one in arguments))
    return node


def percent_or_points(case: Case) -> Iterator[Remark]:
    """The reason says % where the arithmetic adds percentage points (or the other way round)."""
    for indicator, use in case.plan.uses():
        try:
            node = read_basis(use.basis, indicator.unit) if use.basis else None
        except FormulaProblem:
            continue
        if node is None:
            yield from _rate_and_points(indicator, use)
            continue
        for part in walk(node):
            if isinstance(part, Number) and part.suffix is Suffix.POINTS and _says_percent(use.reason, part.value):
                yield _two_readings(indicator, use, node, part)
        if is_percentage(indicator.unit) and isinstance(node, Infix) and node.operator == "+" and _is_bare(node):
            added = node.right
            if isinstance(added, Number) and adds_percent(use.reason, plain(added.value)):
                yield _two_readings(indicator, use, node, added)


def _rate_and_points(indicator: Indicator, use: Use) -> Iterator[Remark]:
    """A rate of growth and percentage points are added to the latest result as if they were one, and it comes to something else."""
    target, found = indicator.target(use), rate_with_points(use.reason)
    past = [cell.value for _, cell in sorted(indicator.history(use).items()) if cell.value is not None]
    if not found or not is_percentage(indicator.unit) or not past or target is None or target.value is None:
        return
    growth, points, words = found
    grown = EXACT.multiply(past[-1], EXACT.add(Decimal(1), EXACT.divide(growth, Decimal(100))))
    by_growth, by_points = (EXACT.add(one, points) for one in (grown, EXACT.add(past[-1], growth)))
    if says_the_same(by_growth, target.value):
        return
    as_growth, as_points = (plain(rounded(one, 2)) for one in (by_growth, by_points))
    facts = {"name": use.name, "printed": words, "meant": f"{plain(growth)}%p", "case": "mixed"}
    facts |= {"as_points": as_points, "as_percent": as_growth, "target": target.written}
    steps = (
        f"{plain(past[-1])} × (1 + {plain(growth)}%) + {plain(points)}%p = {as_growth}",
        f"{plain(past[-1])} + {plain(growth)}%p + {plain(points)}%p = {as_points}",
    )
    places = row_of(indicator, use, "reason")
    values = (words, as_growth, as_points, target.written)
    yield Remark(Level.DOUBT, f"{indicator.id}@{use.code}", use.place, facts, places, values, steps)


def _is_bare(node: Infix) -> bool:
    """Whether both sides are printed figures and nothing else."""
    return all(isinstance(side, Number) and side.suffix is Suffix.NONE for side in (node.left, node.right))


def _two_readings(indicator: Indicator, use: Use, node: Node, points: Number) -> Remark:
    """The target by either reading of the number, where both can be computed."""
    known = facts_of(indicator, use)
    added, raised = evaluate(node, known), evaluate(as_ratio(node, points), known)
    target = indicator.target(use)
    printed, meant = f"{plain(points.value)}%", f"{plain(points.value)}%p"
    facts = {"name": use.name, "printed": printed, "meant": meant}
    values: tuple[str, ...] = (printed,)
    if target and isinstance(added, Derived) and isinstance(raised, Derived):
        as_points, as_percent = plain(rounded(added.value, 2)), plain(rounded(raised.value, 2))
        facts |= {"case": "computed", "as_points": as_points, "as_percent": as_percent, "target": target.written}
        values = (printed, as_points, as_percent, target.written)
    return Remark(Level.DOUBT, f"{indicator.id}@{use.code}", use.place, facts, row_of(indicator, use, "reason"), values)


def as_ratio(node: Node, points: Number) -> Node:
    """The expression with `x + 4 %p` read as `x * (100 % + 4 %)`."""
    match node:
        case Infix(operator="+" | "-", left=left, right=right) if right is points:
            whole = Number(value=Decimal(100), suffix=Suffix.RATIO)
            factor = Infix(operator=node.operator, left=whole, right=replace(points, suffix=Suffix.RATIO))
            return Infix(operator="*", left=left, right=factor)
        case Infix(left=left, right=right):
            return replace(node, left=as_ratio(left, points), right=as_ratio(right, points))
        case Negative(operand=operand):
            return replace(node, operand=as_ratio(operand, points))
        case Call(arguments=arguments):
            return replace(node, arguments=tuple(as_ratio(one, points) for one in arguments))
    return node


def _says_percent(reason: str, value: Decimal) -> bool:
    """Whether the quoted reason prints this number with % and not with %p."""
    signs = {sign for number, sign in percent_signs(reason) if number == value}
    return signs == {"%"}


def _level(derived: Derived, target: Printing, printed: Interval | None) -> Level | None:
    if printed is None or target.value is None:
        return None
    if rounded(derived.value, max(0, -int(target.value.as_tuple().exponent))) == target.value:
        return None
    return Level.NOTICE if comes_to(derived, target.value, printed) else Level.ERROR


def _is_coarser(indicator: Indicator, use: Use, target: Printing, derived: Derived) -> bool:
    """Whether all results are printed to a finer digit than the target, and at that digit the target is another number."""
    if target.value is None:
        return False
    finest = [decimals_of(cell.value) for cell in indicator.history(use).values() if cell.value is not None]
    return (
        len(finest) >= _SEVERAL
        and min(finest) > decimals_of(target.value)
        and rounded(derived.value, min(finest)) != target.value
    )


def _remark(level: Level, indicator: Indicator, use: Use, target: Printing, derived: Derived) -> Remark:
    decimals = max(1, -int((target.value or Decimal(0)).as_tuple().exponent) + 1)
    yields = plain(rounded(derived.value, decimals))
    facts = {
        "name": use.name,
        "target": target.written,
        "yields": yields,
        "basis": use.basis,
        "case": "rounding" if level is Level.NOTICE else "differs",
    }
    steps = tuple(f"{step.working} = {plain(rounded(step.value, 4))}" for step in derived.steps)
    object = f"{indicator.id}@{use.code}"
    places = row_of(indicator, use, "reason")
    return Remark(level, object, target.place, facts, places, (target.written, yields), steps)
