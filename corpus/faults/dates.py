"""Days outside their quarter or year, in the wrong order, or of another plan."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from corpus.faults.edits import pick, swapped, with_milestone, with_task, with_use
from corpus.faults.fault import Fault, Inject, Injected, with_plan, with_text
from uigwe.audit import Case, Type
from uigwe.plan import Kind, Level, Milestone, Plan, Task
from uigwe.values import read_when


def _dated(plan: Plan) -> Iterator[tuple[Task, Milestone]]:
    """Milestones with an end, that do not come back again and again."""
    for task in plan.tasks():
        for row in task.milestones:
            if row.end and not read_when(row.when, plan.year).recurring:
                yield task, row


def _redated(case: Case, task: Task, row: Milestone, when: str) -> Injected:
    read = read_when(when, case.plan.year)
    plan = with_milestone(case.plan, task, row, when=when, start=read.start, end=read.end)
    return Injected(with_plan(case, plan), (task.code, f"{task.code}/m{row.row}"), f"{row.text}: {row.when} → {when}")


def _at(month: Callable[[int], int | None], form: str = "’{yy}.{month}월", year: int = 0) -> Inject:
    """A milestone dated into the month that the function makes of its quarter."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        chosen = pick(rng, [(task, row, m) for task, row in _dated(case.plan) if (m := month(row.quarter))])
        if not chosen:
            return None
        task, row, other = chosen
        when = form.format(yy=(case.plan.year + year) % 100, month=other, before=max(1, other - 1))
        return _redated(case, task, row, when)

    return inject


def _unreadable(case: Case, rng: random.Random) -> Injected | None:
    chosen = pick(rng, _dated(case.plan))
    return (
        _redated(case, *chosen, rng.choice(("추후 확정", f"’{case.plan.year % 100}.13월", "월중"))) if chosen else None
    )


def _reversed_range(case: Case, rng: random.Random) -> Injected | None:
    chosen = pick(rng, [(task, row) for task, row in _dated(case.plan) if row.quarter > 1])
    if not chosen:
        return None
    last = 3 * chosen[1].quarter
    return _redated(case, *chosen, f"’{case.plan.year % 100}.{last}~{last - 2}월")


def _done_before_begun(case: Case, rng: random.Random) -> Injected | None:
    """A work is reported in the quarter before it is started."""
    found = []
    for task in case.plan.tasks():
        dated = [row for row in task.milestones if row.end and not read_when(row.when, case.plan.year).recurring]
        first = [row for row in dated if row.quarter in (1, 2)]
        last = [row for row in dated if row.quarter in (3, 4)]
        if first and last and first[0].text.split()[0] == last[-1].text.split()[0]:
            found.append((task, first[0], last[-1]))
    chosen = pick(rng, found)
    if not chosen:
        return None
    task, early, late = chosen
    subject = f"{early.text.split()[0]} 실태조사"
    rows = swapped(task.milestones, early, replace(early, text=f"{subject} 결과보고"))
    rows = swapped(rows, late, replace(late, text=f"{subject} 착수"))
    plan = with_task(case.plan, task.code, lambda one: replace(one, milestones=rows))
    where = (task.code, f"{task.code}/m{early.row}", f"{task.code}/m{late.row}")
    return Injected(with_plan(case, plan), where, f"{subject} 결과보고 ({early.when}) < {subject} 착수 ({late.when})")


def _twice(case: Case, rng: random.Random) -> Injected | None:
    """One milestone stands twice in its table."""
    found = [task for task in case.plan.tasks() if len(task.milestones) > 3]
    task = pick(rng, found)
    if task is None:
        return None
    one, other = task.milestones[0], task.milestones[-1]
    rows = swapped(
        task.milestones,
        other,
        replace(other, text=one.text, when=one.when, start=one.start, end=one.end, quarter=one.quarter),
    )
    plan = with_task(case.plan, task.code, lambda t: replace(t, milestones=rows))
    where = (task.code, f"{task.code}/m{one.row}", f"{task.code}/m{other.row}")
    return Injected(with_plan(case, plan), where, f"{one.text} twice")


def _header(shift: int) -> Inject:
    """The head of a budget table has the years of another plan."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        task = pick(rng, [task for task in case.plan.tasks() if task.budget])
        if task is None:
            return None
        rows = tuple(
            replace(line, amounts=tuple(replace(one, year=one.year + shift) for one in line.amounts))
            for line in task.budget
        )
        plan = with_task(case.plan, task.code, lambda one: replace(one, budget=rows))
        where = (task.code, *(f"{task.code}/b{line.row}" for line in task.budget))
        return Injected(with_plan(case, plan), where, f"header years moved by {shift}")

    return inject


def _source_too_late(case: Case, rng: random.Random) -> Injected | None:
    """The data come after the evaluation that needs them (January of the next year)."""
    chosen = pick(rng, case.plan.uses())
    if not chosen:
        return None
    indicator, use = chosen
    source = f"{use.source}(’{(case.plan.year + 1) % 100}.4월 공표)"
    plan = with_use(case.plan, indicator, use, source=source)
    return Injected(
        with_plan(case, plan), (f"{indicator.id}@{use.code}", indicator.id, use.code), f"{use.source} → {source}"
    )


def _prose_of_another_year(case: Case, rng: random.Random) -> Injected | None:
    """A sentence of the plan is that of last year's."""
    one = pick(rng, [p for p in case.text or () if p.place.code.count("-") == 2 and "’" not in p.text])
    if one is None or case.text is None:
        return None
    text = f"{case.plan.year - 2}년도 성과관리 시행계획에 따라 {one.text}"
    return Injected(with_text(case, swapped(case.text, one, replace(one, text=text))), (one.place.code,), text)


def _columns_of_another_year(case: Case, rng: random.Random) -> Injected | None:
    """The columns of one indicator table are a year early."""
    found = [
        indicator
        for indicator in case.plan.indicators
        if len(indicator.uses) == 1
        and indicator.uses[0].level is not Level.STRATEGIC
        and indicator.history(indicator.uses[0])
    ]
    indicator = pick(rng, found)
    if indicator is None:
        return None
    printings = tuple(
        replace(one, year=one.year - 1) if one.kind is Kind.ACTUAL else one for one in indicator.printings
    )
    plan = replace(
        case.plan, indicators=swapped(case.plan.indicators, indicator, replace(indicator, printings=printings))
    )
    where = (indicator.id, f"{indicator.id}@{indicator.uses[0].code}")
    return Injected(with_plan(case, plan), where, f"{indicator.name}: columns a year early")


def _plan_of_a_year_gone(*texts: str) -> Inject:
    """At the end of the year a milestone does what belonged to its beginning, or to the year before."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        chosen = pick(
            rng,
            [(task, row) for task, row in _dated(case.plan) if row.quarter == 4 and row.start and row.start.month > 9],
        )
        if not chosen:
            return None
        task, row = chosen
        text = rng.choice(texts).format(yy=case.plan.year % 100, a=row.text.split()[0])
        plan = with_milestone(case.plan, task, row, text=text)
        return Injected(with_plan(case, plan), (task.code, f"{task.code}/m{row.row}"), f"{row.when}: {text}")

    return inject


def _old_study(case: Case, rng: random.Random) -> Injected | None:
    """The result of this year is to come from a study of years ago."""
    chosen = pick(rng, case.plan.uses())
    if not chosen:
        return None
    indicator, use = chosen
    source = f"’{(case.plan.year - 2) % 100}년 {use.source}"
    plan = with_use(case.plan, indicator, use, source=source)
    return Injected(
        with_plan(case, plan), (f"{indicator.id}@{use.code}", indicator.id, use.code), f"{use.source} → {source}"
    )


def _survey_in_two_months(case: Case, rng: random.Random) -> Injected | None:
    """The source names one month for the survey, the milestone another."""
    found = []
    for indicator, use in case.plan.uses():
        task = case.plan.task(use.code)
        if indicator.name.endswith("만족도") and task:
            rows = [row for one, row in _dated(case.plan) if one.code == task.code and row.quarter == 3]
            if rows:
                found.append((indicator, use, task, rows[0]))
    chosen = pick(rng, found)
    if not chosen:
        return None
    indicator, use, task, row = chosen
    plan = with_use(case.plan, indicator, use, source=f"{use.source}(12월)")
    text = f"{row.text.split()[0]} 이용자 만족도 조사 실시"
    plan = with_milestone(plan, task, row, text=text)
    where = (indicator.id, f"{indicator.id}@{use.code}", task.code)
    return Injected(with_plan(case, plan), where, f"{text} {row.when} ↔ 12월")


FAULTS = (
    Fault(
        "milestone-after-its-quarter", Type.DATE, _at(lambda q: 3 * q + 2 if q < 4 else None), ("milestone-outside",)
    ),
    Fault(
        "milestone-before-its-quarter", Type.DATE, _at(lambda q: 3 * q - 4 if q > 1 else None), ("milestone-outside",)
    ),
    Fault(
        "milestone-runs-over",
        Type.DATE,
        _at(lambda q: 3 * q + 1 if q < 4 else None, "’{yy}.{before}~{month}월"),
        ("milestone-outside",),
    ),
    Fault("milestone-before-the-year", Type.DATE, _at(lambda q: 3 * q, year=-1), ("milestone-outside",)),
    Fault("milestone-after-the-year", Type.DATE, _at(lambda q: 3 * q, year=1), ("milestone-outside",)),
    Fault("milestone-of-another-plan", Type.DATE, _at(lambda q: 3 * q, year=-3), ("milestone-outside",)),
    Fault("date-unreadable", Type.DATE, _unreadable, ("milestone-unread",)),
    Fault("range-reversed", Type.DATE, _reversed_range, ("milestone-unread",)),
    Fault("done-before-begun", Type.DATE, _done_before_begun, ("milestone-order",)),
    Fault("milestone-twice", Type.DATE, _twice, ("milestone-twice",)),
    Fault("header-years-a-year-early", Type.DATE, _header(-1), ("budget-header-year",)),
    Fault("header-years-a-year-late", Type.DATE, _header(1), ("budget-header-year",)),
    Fault("data-after-the-evaluation", Type.DATE, _source_too_late, ("source-late",)),
    Fault("prose-of-another-year", Type.DATE, _prose_of_another_year, ("prose-year",)),
    Fault("columns-a-year-early", Type.DATE, _columns_of_another_year, ("columns-years",)),
    Fault(
        "plan-of-this-year-at-its-end",
        Type.DATE,
        _plan_of_a_year_gone("’{yy}년도 {a} 추진계획 수립"),
        ("milestone-year",),
    ),
    Fault(
        "budget-of-this-year-asked-for", Type.DATE, _plan_of_a_year_gone("’{yy}년도 {a} 예산 요구"), ("milestone-year",)
    ),
    Fault("source-of-years-ago", Type.DATE, _old_study, ("source-old",)),
    Fault("survey-in-two-months", Type.DATE, _survey_in_two_months, ("survey-month",)),
)
