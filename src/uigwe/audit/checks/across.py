"""This year's plan against last year's: what was changed on the way, and what became of what was promised."""

from collections.abc import Iterator

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.jamo import distance
from uigwe.audit.words.names import squeezed
from uigwe.plan import Indicator, Plan, Use
from uigwe.values import State, plain

_KEYSTROKES = 6


def formula_changed(case: Case) -> Iterator[Remark]:
    """The indicator has its name and another formula or unit than last year: the two years cannot be compared."""
    for indicator, use, before, old in _pairs(case):
        for part, now, then in (
            ("formula", use.formula, old.formula),
            ("unit", indicator.unit, before.unit),
            ("direction", indicator.direction, before.direction),
        ):
            if then and squeezed(now) != squeezed(then):
                facts = {"name": use.name, "part": part, "now": now or "-", "then": then}
                object = f"{indicator.id}@{use.code}"
                yield Remark(Level.DOUBT, object, use.place, facts, (use.place,), (now, then))


def indicator_gone(case: Case) -> Iterator[Remark]:
    """An indicator of last year is no longer there; where its goal or task goes on, another may have taken its place."""
    last = case.last_year
    if last is None:
        return
    kept = {before.id for _, _, before, _ in _pairs(case)}
    nodes = {node.code: node for node in case.plan.nodes()}
    for before in last.indicators:
        if before.id in kept:
            continue
        for old in before.uses:
            node = nodes.get(old.code)
            if node is None:
                continue
            new = [use.name for indicator, use in case.plan.uses(old.code) if _is_new(indicator, last)]
            facts = {
                "name": old.name,
                "code": old.code,
                "new": ", ".join(new) or "-",
                "case": "swapped" if new else "dropped",
            }
            yield Remark(Level.DOUBT, f"{before.id}@{old.code}", node.place, facts, (node.place,), (old.name, *new))


def target_lowered(case: Case) -> Iterator[Remark]:
    """The target is easier than the one of last year's plan."""
    for indicator, use, before, old in _pairs(case):
        now, then = indicator.target(use), before.target(old)
        if now is None or then is None or now.value is None or then.value is None or now.year < then.year:
            continue
        if indicator.unit == before.unit and indicator.direction.is_better(then.value, now.value):
            facts = {
                "name": use.name,
                "target": now.written,
                "year": str(now.year),
                "before": then.written,
                "before_year": str(then.year),
            }
            object = f"{indicator.id}@{use.code}"
            yield Remark(Level.DOUBT, object, now.place, facts, (now.place,), (now.written, then.written))


def base_moved(case: Case) -> Iterator[Remark]:
    """A result of a past year is printed with another value than last year's plan gave for it."""
    for indicator, use, before, old in _pairs(case):
        if indicator.unit != before.unit:
            continue
        earlier = before.history(old)
        for year, cell in sorted(indicator.history(use).items()):
            then = earlier.get(year)
            if then is None or then.value is None or cell.value is None:
                continue
            now_printed = cell.as_written(indicator.unit).interval
            then_printed = then.as_written(before.unit).interval
            if now_printed and then_printed and not now_printed.meets(then_printed):
                facts = {"name": use.name, "year": str(year), "now": cell.written, "then": then.written}
                object = f"{indicator.id}@{use.code}"
                yield Remark(Level.DOUBT, object, cell.place, facts, (cell.place,), (cell.written, then.written))


def promise_missed(case: Case) -> Iterator[Remark]:
    """Last year's result against last year's target: what was promised was not reached, or is not told."""
    last = case.last_year
    if last is None:
        return
    for indicator, use, before, old in _pairs(case):
        promised = before.target(old)
        if promised is None or promised.value is None or promised.year >= case.plan.year:
            continue
        result = indicator.history(use).get(promised.year)
        object = f"{indicator.id}@{use.code}"
        facts = {"name": use.name, "year": str(promised.year), "target": promised.written}
        if (result is None or result.value is None) and _is_asked(indicator, use):
            continue  # nobody has written this year's plan of it yet
        if result is None or result.value is None:
            yield Remark(Level.NOTICE, object, use.place, facts | {"case": "untold"}, (use.place,), (promised.written,))
        elif indicator.unit == before.unit and indicator.direction.is_better(promised.value, result.value):
            facts |= {"result": result.written, "short": plain(abs(promised.value - result.value)), "case": "missed"}
            values = (result.written, promised.written)
            yield Remark(Level.NOTICE, object, result.place, facts, (result.place,), values)


def _is_asked(indicator: Indicator, use: Use) -> bool:
    """Whether this year's target is still to be set."""
    target = indicator.target(use)
    return target is not None and target.state is State.NONE


def renamed(case: Case) -> Iterator[Remark]:
    """A goal or task has last year's code and another title."""
    last = case.last_year
    if last is None:
        return
    before = {node.code: node for node in last.nodes()}
    for node in case.plan.nodes():
        old = before.get(node.code)
        if old is None or distance(squeezed(node.title), squeezed(old.title), _KEYSTROKES) == 0:
            continue
        near = distance(squeezed(node.title), squeezed(old.title), _KEYSTROKES) <= _KEYSTROKES
        facts = {"code": node.code, "now": node.title, "then": old.title, "case": "near" if near else "other"}
        yield Remark(Level.NOTICE, node.code, node.place, facts, (node.place,), (node.title, old.title))


def _pairs(case: Case) -> Iterator[tuple[Indicator, Use, Indicator, Use]]:
    """Each use of this year beside the same indicator's use last year: same code, or the same level."""
    last = case.last_year
    if last is None:
        return
    for indicator, use in case.plan.uses():
        before = _before(indicator, last)
        if before is None:
            continue
        old = before.use(use.code) or next((one for one in before.uses if one.level is use.level), None)
        if old is not None:
            yield indicator, use, before, old


def _before(indicator: Indicator, last: Plan) -> Indicator | None:
    by_id = last.indicator(indicator.continues or indicator.id)
    if by_id is not None:
        return by_id
    name = squeezed(indicator.name)
    return next((one for one in last.indicators if squeezed(one.name) == name), None)


def _is_new(indicator: Indicator, last: Plan) -> bool:
    return _before(indicator, last) is None
