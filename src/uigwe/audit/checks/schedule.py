"""Milestones and sources against each other: years gone by, reports before the work, surveys in two months, results early or late."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text.spans import Timed, evaluated, known_late, known_too_early
from uigwe.audit.words.kinds import act_of, made_by
from uigwe.audit.words.laws import LawAct, law_acts
from uigwe.audit.words.milestones import (
    applied_or_recruited,
    found_or_told,
    is_survey_milestone,
    makes_budget,
    makes_plan,
    measures_last_year,
    months_due,
    stage_of,
    survey_months,
    years_named,
)
from uigwe.audit.words.names import squeezed
from uigwe.plan import Milestone, Place, Task, Use
from uigwe.plan.place import parent_of
from uigwe.values import read_when
from uigwe.values.when import When

_LAST_QUARTER = 10


def wrong_year(case: Case) -> Iterator[Remark]:
    """A milestone asks for the budget of the year that has begun, or draws up a year's plan at its end."""
    for task in case.plan.tasks():
        for milestone in task.milestones:
            named = set(years_named(milestone.text))
            starts = milestone.start or milestone.end
            if case.plan.year not in named or starts is None or starts.year != case.plan.year:
                continue
            kind = ""
            if makes_budget(milestone.text):
                kind = "budget"
            elif makes_plan(milestone.text) and starts.month >= _LAST_QUARTER and len(named) == 1:
                kind = "plan"
            if kind:
                facts = {
                    "text": milestone.text,
                    "when": milestone.when,
                    "year": str(case.plan.year),
                    "meant": str(case.plan.year + 1),
                    "case": kind,
                }
                yield _remark(Level.DOUBT, task, milestone, facts, (milestone.when,))


def order(case: Case) -> Iterator[Remark]:
    """What comes later in the nature of things is dated earlier: results reported before the survey ends."""
    for task in case.plan.tasks():
        stages = [(milestone, stage) for milestone in task.milestones if (stage := stage_of(milestone.text))]
        for later, (stem, rank) in stages:
            for earlier, (other, before) in stages:
                if stem and stem == other and before < rank and _ends_before(later, earlier):
                    facts = {
                        "earlier": earlier.text,
                        "earlier_when": earlier.when,
                        "later": later.text,
                        "later_when": later.when,
                    }
                    values = (earlier.when, later.when)
                    yield _remark(Level.DOUBT, task, later, facts, values, earlier)
        yield from _told_before_found(task)
        yield from _applied_before_recruited(task)


def _told_before_found(task: Task) -> Iterator[Remark]:
    """Cases or papers are told of and handed out before the only milestone that finds or makes them has begun."""
    acts = [(milestone, act) for milestone in task.milestones if (act := found_or_told(milestone.text))]
    for told, (what, is_found) in acts:
        makers = [milestone for milestone, act in acts if act == (what, True)]
        done = _end(told)
        if is_found or done is None or not makers:
            continue
        begun = [one.start or one.end for one in makers]
        if all(day is not None and done < day for day in begun):
            first = makers[0]
            facts = {"earlier": first.text, "earlier_when": first.when, "later": told.text, "later_when": told.when}
            yield _remark(Level.NOTICE, task, told, facts, (first.when, told.when), first)


def _applied_before_recruited(task: Task) -> Iterator[Remark]:
    """Applications are taken, and are over, before the only milestone that recruits for the same thing has begun."""
    acts = [(milestone, act) for milestone in task.milestones if (act := applied_or_recruited(milestone.text))]
    for applied, (what, recruits) in acts:
        recruited = [milestone for milestone, act in acts if act == (what, True)]
        begun = (recruited[0].start or recruited[0].end) if len(recruited) == 1 else None
        done = _end(applied)
        if not recruits and begun and done and done < begun:
            first = recruited[0]
            facts = {
                "earlier": first.text,
                "earlier_when": first.when,
                "later": applied.text,
                "later_when": applied.when,
            }
            yield _remark(Level.DOUBT, task, applied, facts, (first.when, applied.when), first)


def repeated(case: Case) -> Iterator[Remark]:
    """One milestone stands twice in one quarter, or in several, with the same words and the same date."""
    for task in case.plan.tasks():
        seen: dict[tuple[str, str, int], Milestone] = {}
        for milestone in task.milestones:
            key = (squeezed(milestone.text), squeezed(milestone.when), milestone.quarter)
            first = seen.setdefault(key, milestone)
            if first is not milestone:
                facts = {"text": milestone.text, "when": milestone.when, "quarter": str(milestone.quarter)}
                yield _remark(Level.DOUBT, task, milestone, facts, (milestone.when,), first)
        yield from _in_each_quarter(task, list(seen.values()))


def _in_each_quarter(task: Task, milestones: list[Milestone]) -> Iterator[Remark]:
    """One span of months that stands unchanged in several quarters: what each of them is to see done is not said."""
    same: dict[tuple[str, str], list[Milestone]] = defaultdict(list)
    for milestone in milestones:
        if (milestone.start or milestone.end) and milestone.when.strip():
            same[squeezed(milestone.text), squeezed(milestone.when)].append(milestone)
    for found in same.values():
        if len(found) > 1:
            first = found[0]
            quarters = "·".join(str(one.quarter) for one in found)
            facts = {"text": first.text, "when": first.when, "quarter": quarters, "case": "quarters"}
            places = tuple(one.place for one in found)
            object = f"{task.code}/m{first.row}"
            yield Remark(Level.NOTICE, object, first.place, facts, places, (first.when, quarters))


def late_results(case: Case) -> Iterator[Remark]:
    """The source, or the prose below it, says that the result comes after the evaluation at the year's end has been made."""
    read = tuple(case.prose.lines())
    made = evaluated(read, case.plan.year)
    for indicator, use in case.plan.uses():
        object = f"{indicator.id}@{use.code}"
        for year, month, words in months_due(f"{use.source} {use.formula}"):
            if year == case.plan.year + 1 and month >= 2:
                field = "source" if words in use.source else "formula"
                place = use.place_of(field, max(0, str(getattr(use, field)).find(words)))
                yield _late(case, use.name, words, place, object, made)
    for late in known_late(read, case.plan.year):
        place = late.passage.place_at(late.start)
        named = [(one, use) for one, use in case.plan.uses() if use.code == place.code]
        if len(named) == 1:
            [(indicator, use)] = named
            yield _late(case, use.name, late.when.text, place, f"{indicator.id}@{use.code}", made)


def _late(case: Case, name: str, due: str, place: Place, object: str, made: Timed | None) -> Remark:
    """A result that is due too late: a doubt where the plan itself dates its evaluation, else a notice."""
    facts = {"name": name, "due": due, "year": str(case.plan.year)}
    if made is None:
        return Remark(Level.NOTICE, object, place, facts, (place,), (due,))
    at = made.passage.place_at(made.start)
    facts |= {"case": "dated", "made": made.when.text}
    return Remark(Level.DOUBT, object, place, facts, (place, at), (due, made.when.text))


def known_before_over(case: Case) -> Iterator[Remark]:
    """The result is counted before the time over which it is measured has ended."""
    for over, known in known_too_early(tuple(case.prose.lines()), case.plan.year):
        places = (over.passage.place_at(over.start), known.passage.place_at(known.start))
        values = (over.when.text, known.when.text)
        facts = {"over": over.when.text, "known": known.when.text}
        object = f"text:{places[1].code or places[1].heading}:{known.when.text}"
        yield Remark(Level.ERROR, object, places[1], facts, places, values)


def act_unscheduled(case: Case) -> Iterator[Remark]:
    """The indicator counts an act of the ministry, and the milestones prepare it and never come to it."""
    for indicator in case.plan.indicators:
        for use in indicator.uses:
            act = act_of(use.name)
            steps = [
                (task, milestone)
                for task in case.plan.tasks()
                if use.code in (task.code, parent_of(task.code))
                for milestone in task.milestones
            ]
            near = [(task, milestone) for task, milestone in steps if act and act[0] in squeezed(milestone.text)]
            made = made_by(use.name)
            if made and steps and not any(made in squeezed(text) for text in _said(case, use)):
                facts = {"name": use.name, "what": made, "case": "never"}
                places = (use.place, *dict.fromkeys(task.place for task, _ in steps))
                yield Remark(Level.NOTICE, f"{indicator.id}@{use.code}", use.place, facts, places, (use.name,))
                break
            if act is None or not near or any(word in one.text for _, one in steps for word in act[1]):
                continue
            last = near[-1][1]
            facts = {"name": use.name, "text": last.text, "when": last.when}
            places = (use.place, last.place)
            values = (use.name, last.text)
            yield Remark(Level.DOUBT, f"{indicator.id}@{use.code}", last.place, facts, places, values)
            break


def _said(case: Case, use: Use) -> Iterator[str]:
    """What the goal or task of a use and the tasks below it do: their milestones, and their titles, which may be the act itself."""
    for task in case.plan.tasks():
        if use.code in (task.code, parent_of(task.code)):
            yield task.title
            yield from (milestone.text for milestone in task.milestones)


def law_in_two_times(case: Case) -> Iterator[Remark]:
    """The prose of a task says by when a statute is amended, and its milestones say another time."""
    tasks = {task.code: task for task in case.plan.tasks()}
    for passage in case.prose.lines():
        task = tasks.get(passage.places[0].code)
        if task is None:
            continue
        for told in law_acts(passage.text):
            due = read_when(told.when, case.plan.year)
            for milestone in task.milestones:
                planned = any(_is_same_act(one, told) for one in law_acts(milestone.text))
                if planned and _is_another_time(due, milestone):
                    yield _law_date(task, milestone, told, passage.place_at(told.start))


def _is_another_time(due: When, milestone: Milestone) -> bool:
    if due.end is None or milestone.end is None:
        return False
    return milestone.end > due.end or (due.start is not None and milestone.end < due.start)


def _law_date(task: Task, milestone: Milestone, told: LawAct, place: Place) -> Remark:
    facts = {
        "law": told.law,
        "act": told.act,
        "when": told.when,
        "text": milestone.text,
        "planned": milestone.when,
    }
    object, places = f"{task.code}/m{milestone.row}", (place, milestone.place)
    return Remark(Level.DOUBT, object, milestone.place, facts, places, (told.when, milestone.when))


def _is_same_act(one: LawAct, other: LawAct) -> bool:
    return one.act == other.act and one.rules == other.rules and one.law == other.law


def old_source(case: Case) -> Iterator[Remark]:
    """The source of this year's result is a study of an earlier year."""
    for indicator, use in case.plan.uses():
        years = set(years_named(use.source))
        object = f"{indicator.id}@{use.code}"
        if words := measures_last_year(f"{use.source} {use.formula} {use.name}"):
            facts = {"name": use.name, "words": words, "year": str(case.plan.year), "case": "lag"}
            yield Remark(Level.NOTICE, object, use.place, facts, (use.place,), (words,))
        elif years and max(years) < case.plan.year:
            facts = {"name": use.name, "source": use.source, "named": str(max(years)), "year": str(case.plan.year)}
            place = use.place_of("source")
            yield Remark(Level.DOUBT, object, place, facts, (place,), (use.source,))


def survey_in_two_months(case: Case) -> Iterator[Remark]:
    """The source says one month for the survey, the milestones of the task another."""
    for indicator, use in case.plan.uses():
        months = survey_months(use.source)
        tasks = [task for task in case.plan.tasks() if task.code == use.code or parent_of(task.code) == use.code]
        if len(months) != 1:
            continue
        for task in tasks:
            for milestone in task.milestones:
                held = milestone.end or milestone.start
                if held and is_survey_milestone(milestone.text) and held.month != months[0]:
                    facts = {
                        "name": use.name,
                        "source": use.source,
                        "month": str(months[0]),
                        "text": milestone.text,
                        "when": milestone.when,
                    }
                    object = f"{indicator.id}@{use.code}"
                    places = (use.place_of("source"), milestone.place)
                    yield Remark(Level.DOUBT, object, milestone.place, facts, places, (milestone.when, use.source))


def _ends_before(later: Milestone, earlier: Milestone) -> bool:
    """Whether the later step is over before the earlier one has begun, or a report before the work has ended."""
    done, begun, ended = _end(later), earlier.start or earlier.end, earlier.end
    if done is None or begun is None:
        return False
    return done < begun or (ended is not None and done < ended and (later.start or done) < ended)


def _end(milestone: Milestone) -> date | None:
    return milestone.end or milestone.start


def _remark(
    level: Level,
    task: Task,
    milestone: Milestone,
    facts: dict[str, str],
    values: tuple[str, ...],
    other: Milestone | None = None,
) -> Remark:
    places = (milestone.place,) if other is None else (other.place, milestone.place)
    return Remark(level, f"{task.code}/m{milestone.row}", milestone.place, facts, places, values)
