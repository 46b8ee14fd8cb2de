"""One fact, several places, two values."""

import random
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from corpus.faults.edits import (
    digits_swapped,
    in_annex,
    nudged,
    object_of,
    objects,
    own_table,
    pick,
    shown,
    swapped,
    valued,
    with_indicator,
    with_line,
    with_printing,
    with_task,
    with_use,
)
from corpus.faults.fault import Fault, Inject, Injected, with_plan
from uigwe.audit import Case, Type
from uigwe.plan import AgendaLink, BudgetLine, Claim, Indicator, Kind, Part, Plan, Printing, Task
from uigwe.plan.records import Amount
from uigwe.values import State
from uigwe.values.unit import WON


def _reprinted(case: Case, indicator: Indicator, one: Printing, value: Decimal) -> Injected:
    plan = with_printing(case.plan, indicator, one, value=value, written=shown(value))
    return Injected(with_plan(case, plan), objects(indicator), f"{indicator.name} {one.written} → {shown(value)}")


def _annex_target(case: Case, rng: random.Random) -> Injected | None:
    chosen = pick(rng, [(i, one) for i in case.plan.indicators for one in valued(in_annex(i))])
    if not chosen or chosen[1].value is None:
        return None
    return _reprinted(case, *chosen, nudged(chosen[1].value, rng.choice(("0.03", "-0.04"))))


def _annex_digits(case: Case, rng: random.Random) -> Injected | None:
    found = [
        (indicator, one, wrong)
        for indicator in case.plan.indicators
        for one in valued(in_annex(indicator))
        if one.value is not None and (wrong := digits_swapped(one.value, rng)) is not None
    ]
    chosen = pick(rng, found)
    return _reprinted(case, *chosen) if chosen else None


def _annex_scale(case: Case, rng: random.Random) -> Injected | None:
    """The annex prints the target in another scale, a thousand times too small."""
    found = [(i, one) for i in case.plan.indicators for one in valued(in_annex(i)) if one.value and one.value >= 1000]
    chosen = pick(rng, found)
    if not chosen:
        return None
    indicator, one = chosen
    return _reprinted(case, indicator, one, ((one.value or Decimal(0)) / 1000).quantize(Decimal("0.1")))


def _level_differs(kind: Kind) -> Inject:
    """Goal page and task page print one indicator with two values."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        found = [
            (indicator, one)
            for indicator in case.plan.indicators
            if len(indicator.uses) > 1
            for one in valued(own_table(indicator, indicator.uses[1], kind))
        ]
        chosen = pick(rng, found)
        if not chosen or chosen[1].value is None:
            return None
        return _reprinted(case, *chosen, nudged(chosen[1].value, "0.05"))

    return inject


def _quoted_swapped(case: Case, rng: random.Random) -> Injected | None:
    found = [
        (indicator, one, wrong)
        for indicator in case.plan.indicators
        for one in indicator.printings
        if one.kind is Kind.QUOTED and one.value is not None and (wrong := digits_swapped(one.value, rng)) is not None
    ]
    chosen = pick(rng, found)
    return _reprinted(case, *chosen) if chosen else None


def _reason_names_another_target(case: Case, rng: random.Random) -> Injected | None:
    found = []
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        if target is not None and target.value is not None:
            found.append((indicator, use, target))
    chosen = pick(rng, found)
    if not chosen:
        return None
    indicator, use, target = chosen
    value = nudged(target.value or Decimal(0), "0.06")
    quoted = Printing(Kind.QUOTED_TARGET, target.year, shown(value), value, State.FINAL, use.place)
    plan = with_indicator(case.plan, indicator, replace(indicator, printings=(*indicator.printings, quoted)))
    return Injected(with_plan(case, plan), objects(indicator), f"{target.written} ↔ {shown(value)}")


def _column_emptied(written: str, state: State) -> Inject:
    """A past value that the reason knows, and its column does not."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        found = []
        for indicator in case.plan.indicators:
            quoted = [one for one in indicator.printings if one.kind is Kind.QUOTED]
            for one in quoted[:1]:
                found.append((indicator, one.year))
        chosen = pick(rng, found)
        if not chosen:
            return None
        indicator, year = chosen
        cells = tuple(
            replace(one, written=written, value=None, state=state)
            if one.kind is Kind.ACTUAL and one.year == year
            else one
            for one in indicator.printings
        )
        plan = with_indicator(case.plan, indicator, replace(indicator, printings=cells))
        return Injected(with_plan(case, plan), objects(indicator), f"{indicator.name} {year}: {written}")

    return inject


def shared_lines(plan: Plan) -> list[tuple[Task, BudgetLine]]:
    """Detailed lines that another task prints too."""
    seen: dict[tuple[str, str, str], list[tuple[Task, BudgetLine]]] = {}
    for task in plan.tasks():
        unit = ""
        for line in task.budget:
            unit = line.code if line.level == "unit" else unit
            if line.level == "detailed":
                seen.setdefault((unit, line.code, line.name), []).append((task, line))
    return [one for printed in seen.values() if len(printed) > 1 for one in printed[1:]]


def _two_amounts(case: Case, rng: random.Random) -> Injected | None:
    found = [(task, line) for task, line in shared_lines(case.plan) if line.amounts[-1].won]
    chosen = pick(rng, found)
    if not chosen:
        return None
    task, line = chosen
    amount = line.amounts[-1]
    won = (amount.won or Decimal(0)) + 7 * WON["억원"]
    wrong = Amount(amount.year, shown(won / WON[line.unit]), won)
    plan = with_line(case.plan, task, line, amounts=(*line.amounts[:-1], wrong))
    return Injected(
        with_plan(case, plan), (task.code, f"{task.code}/b{line.row}"), f"{amount.written} → {wrong.written}"
    )


def _years_of_amounts_swapped(case: Case, rng: random.Random) -> Injected | None:
    """One table has the amounts of a shared line in the wrong columns."""
    found = []
    for task, line in shared_lines(case.plan):
        one, other = line.amounts
        if one.won and other.won and abs(one.won - other.won) > 3 * WON["억원"]:
            found.append((task, line))
    chosen = pick(rng, found)
    if not chosen:
        return None
    task, line = chosen
    one, other = line.amounts
    amounts = (replace(one, written=other.written, won=other.won), replace(other, written=one.written, won=one.won))
    plan = with_line(case.plan, task, line, amounts=amounts)
    return Injected(with_plan(case, plan), (task.code, f"{task.code}/b{line.row}"), f"{one.written} ↔ {other.written}")


def _linked(plan: Plan, part: Part) -> list[tuple[Task, AgendaLink]]:
    return [(task, link) for task in plan.tasks() for link in task.links if link.place.part is part]


def _relinked(case: Case, task: Task, link: AgendaLink, other: AgendaLink | None) -> Injected:
    links = swapped(task.links, link, other) if other else tuple(one for one in task.links if one is not link)
    plan = with_task(case.plan, task.code, lambda one: replace(one, links=links))
    return Injected(with_plan(case, plan), (task.code,), f"{link.written} → {other.written if other else '-'}")


def _agenda_code(case: Case, rng: random.Random) -> Injected | None:
    """Body and annex name different items."""
    body = {(task.code, link.register) for task, link in _linked(case.plan, Part.BODY)}
    found = [(t, link) for t, link in _linked(case.plan, Part.ANNEX) if (t.code, link.register) in body]
    chosen = pick(rng, found)
    if not chosen:
        return None
    task, link = chosen
    code = f"{int(link.code.partition('-')[0]) + 11}-{link.code.partition('-')[2]}"
    return _relinked(case, task, link, replace(link, code=code, written=link.written.replace(link.code, code)))


def _agenda_left_out(case: Case, rng: random.Random) -> Injected | None:
    """The annex leaves out a link of the body."""
    registers = [
        (t, k) for t, k in _linked(case.plan, Part.ANNEX) if len([x for x in t.links if x.place.part is Part.ANNEX]) > 1
    ]
    body = {(task.code, link.register) for task, link in _linked(case.plan, Part.BODY)}
    chosen = pick(rng, [(t, k) for t, k in registers if (t.code, k.register) in body])
    return _relinked(case, *chosen, None) if chosen else None


def _without_link(case: Case, rng: random.Random) -> Injected | None:
    task = pick(rng, case.plan.tasks())
    if task is None:
        return None
    plan = with_task(case.plan, task.code, lambda one: replace(one, links=()))
    return Injected(with_plan(case, plan), (task.code,), "no link")


def _agenda_retitled(case: Case, rng: random.Random) -> Injected | None:
    """One item of the agenda has two titles."""
    links = _linked(case.plan, Part.BODY)
    known = [link.code for _, link in links]
    chosen = pick(rng, [(task, link) for task, link in links if known.count(link.code) > 1])
    if not chosen:
        return None
    task, link = chosen
    other = pick(rng, [one.title for _, one in links if one.title != link.title and one.register == link.register])
    return _relinked(case, task, link, replace(link, title=f"{other or ''} 및 점검")) if other else None


def _agenda_recoded(case: Case, rng: random.Random) -> Injected | None:
    """One title stands with two codes, in body and annex alike."""
    links = _linked(case.plan, Part.BODY)
    titles = [link.title for _, link in links]
    chosen = pick(rng, [(task, link) for task, link in links if titles.count(link.title) > 1])
    if not chosen:
        return None
    task, link = chosen
    code = f"{int(link.code.partition('-')[0]) + 20}-9"
    links_now = tuple(
        replace(one, code=code, written=one.written.replace(link.code, code)) if one.title == link.title else one
        for one in task.links
    )
    plan = with_task(case.plan, task.code, lambda one: replace(one, links=links_now))
    return Injected(with_plan(case, plan), (task.code,), f"{link.title}: {link.code} ↔ {code}")


def _series_twice(case: Case, rng: random.Random) -> Injected | None:
    """The prose states one figure of one year twice, differently."""
    claim = pick(rng, [c for c in case.plan.claims if c.role == "value" and c.period.isdigit() and c.value > 10])
    if claim is None:
        return None
    wrong = nudged(claim.value, "0.08")
    number = max(one.statement for one in case.plan.claims) + 1
    place = replace(claim.place, line=(claim.place.line or 0) + 1)
    written = claim.written.replace(shown(claim.value), shown(wrong))
    again = replace(claim, statement=number, value=wrong, written=written, place=place)
    plan = replace(case.plan, claims=(*case.plan.claims, again))
    series = f"series:{claim.subject.replace(' ', '')}:{claim.period}"
    return Injected(with_plan(case, plan), (object_of(claim), series), f"{claim.written} ↔ {written}")


def _claim_against(names: str) -> Inject:
    """The prose gives an indicator's result, or a budget line's amount, otherwise than its table."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        known: dict[str, tuple[str, ...]] = {}
        if names == "indicators":
            known = {indicator.name: objects(indicator) for indicator in case.plan.indicators}
        else:
            for task in case.plan.tasks():
                for line in task.budget:
                    if line.level == "detailed":
                        known.setdefault(f"{line.name} 예산", (f"{task.code}/b{line.row}",))
        claim = pick(rng, [one for one in case.plan.claims if one.subject in known and "약" not in one.written])
        if claim is None:
            return None
        wrong = nudged(claim.value, "0.11")
        written = claim.written.replace(f"{claim.value:,}", f"{wrong:,}")
        claims = swapped(case.plan.claims, claim, replace(claim, value=wrong, written=written))
        where = (object_of(claim), *known[claim.subject], claim.place.code or "-")
        return Injected(with_plan(case, replace(case.plan, claims=claims)), where, f"{claim.written} → {written}")

    return inject


def _use_differs(field: str, other: str) -> Inject:
    """One indicator used at two levels has two sources, or two formulas."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        indicator = pick(rng, [one for one in case.plan.indicators if len(one.uses) > 1])
        if indicator is None:
            return None
        use = indicator.uses[1]
        plan = with_use(case.plan, indicator, use, **{field: other})
        return Injected(with_plan(case, plan), objects(indicator), f"{getattr(use, field)} → {other}")

    return inject


def _unit_with_two_wholes(case: Case, rng: random.Random) -> Injected | None:
    """Two tasks print the whole of one unit programme in brackets, with two amounts."""
    seen: dict[str, list[tuple[Task, BudgetLine, BudgetLine]]] = {}
    for task in case.plan.tasks():
        for unit, line in pairwise(task.budget):
            own, whole = unit.amounts[-1].won, line.amounts[-1].won
            if unit.level == "unit" and line.level == "total" and own and whole and whole >= own:
                seen.setdefault(unit.code, []).append((task, unit, line))
    chosen = pick(rng, [one for printed in seen.values() for one in printed[1:]])
    if not chosen:
        return None
    task, unit, line = chosen
    amount = line.amounts[-1]
    won = (amount.won or Decimal(0)) + 9 * WON["억원"]
    wrong = Amount(amount.year, f"({shown(won / WON[line.unit])})", won)
    plan = with_line(case.plan, task, line, amounts=(*line.amounts[:-1], wrong))
    codes = [one.code for one, _, _ in seen[unit.code]]
    return Injected(with_plan(case, plan), tuple(codes), f"{unit.name}: {amount.written} → {wrong.written}")


def _agenda_without_code(case: Case, rng: random.Random) -> Injected | None:
    """A link names its register and no item."""
    chosen = pick(rng, [(task, link) for task, link in _linked(case.plan, Part.BODY) if len(task.links) > 1])
    if not chosen:
        return None
    task, link = chosen
    return _relinked(case, task, link, replace(link, code="", written=link.register))


def _target_told_elsewhere(case: Case, rng: random.Random) -> Injected | None:
    """Another section names a target of the indicator that its own table does not have."""
    found = [one for one in case.plan.indicators if one.target(one.uses[0])]
    indicator = pick(rng, found)
    if indicator is None:
        return None
    target = indicator.target(indicator.uses[0])
    task = pick(rng, [one for one in case.plan.tasks() if not indicator.use(one.code)])
    if task is None or target is None or target.value is None:
        return None
    value = nudged(target.value, "0.3")
    number = max((one.statement for one in case.plan.claims), default=0) + 1
    claim = Claim(
        number,
        f"{indicator.name} 목표",
        "value",
        str(target.year),
        f"{shown(value)}{indicator.unit}",
        value,
        indicator.unit,
        task.place,
    )
    plan = replace(case.plan, claims=(*case.plan.claims, claim))
    where = (object_of(claim), task.code, *objects(indicator), *(use.code for use in indicator.uses))
    return Injected(with_plan(case, plan), where, f"{indicator.name}: {target.written} ↔ {shown(value)}")


FAULTS = (
    Fault("annex-target-differs", Type.CROSS_REFERENCE, _annex_target, ("values-differ",)),
    Fault("annex-digits-swapped", Type.CROSS_REFERENCE, _annex_digits, ("values-differ",)),
    Fault("annex-in-another-scale", Type.UNIT, _annex_scale, ("values-differ",)),
    Fault("goal-and-task-target-differ", Type.CROSS_REFERENCE, _level_differs(Kind.TARGET), ("values-differ",)),
    Fault("goal-and-task-result-differ", Type.CROSS_REFERENCE, _level_differs(Kind.ACTUAL), ("values-differ",)),
    Fault("quoted-digits-swapped", Type.CROSS_REFERENCE, _quoted_swapped, ("quoted-differs",)),
    Fault("reason-names-another-target", Type.CROSS_REFERENCE, _reason_names_another_target, ("quoted-differs",)),
    Fault("result-missing-as-new", Type.CROSS_REFERENCE, _column_emptied("신규", State.NEW), ("actual-not-in-table",)),
    Fault("result-missing-as-dash", Type.CROSS_REFERENCE, _column_emptied("-", State.NONE), ("actual-not-in-table",)),
    Fault("budget-line-with-two-amounts", Type.CROSS_REFERENCE, _two_amounts, ("budget-amounts",)),
    Fault("budget-columns-swapped", Type.CROSS_REFERENCE, _years_of_amounts_swapped, ("budget-amounts",)),
    Fault("agenda-code-differs", Type.CROSS_REFERENCE, _agenda_code, ("agenda-differs",)),
    Fault("agenda-left-out-of-annex", Type.CROSS_REFERENCE, _agenda_left_out, ("agenda-differs",)),
    Fault("task-without-agenda", Type.CROSS_REFERENCE, _without_link, ("agenda-missing",)),
    Fault("agenda-item-with-two-titles", Type.LABEL, _agenda_retitled, ("agenda-titles",)),
    Fault("agenda-title-with-two-codes", Type.LABEL, _agenda_recoded, ("agenda-titles",)),
    Fault("series-with-two-values", Type.CROSS_REFERENCE, _series_twice, ("series-differs",)),
    Fault("prose-against-indicator", Type.CROSS_REFERENCE, _claim_against("indicators"), ("claim-differs",)),
    Fault("prose-against-budget", Type.CROSS_REFERENCE, _claim_against("budget"), ("claim-differs",)),
    Fault("two-sources", Type.CROSS_REFERENCE, _use_differs("source", "외부 전문기관 설문조사"), ("uses-differ",)),
    Fault("two-formulas", Type.METHOD, _use_differs("formula", "전체 대상 대비 누적 비율의 평균"), ("uses-differ",)),
    Fault("unit-with-two-wholes", Type.CROSS_REFERENCE, _unit_with_two_wholes, ("budget-totals",)),
    Fault("agenda-without-code", Type.CROSS_REFERENCE, _agenda_without_code, ("agenda-code-missing",)),
    Fault("target-told-elsewhere", Type.CROSS_REFERENCE, _target_told_elsewhere, ("target-elsewhere", "claim-differs")),
)
