"""Faults put into invented plans, many plans, two processes: what was caught, what cried wolf."""

import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from corpus.faults import FAULTS, Fault, found
from corpus.plans import invent_case, year_before
from uigwe.audit import Case, Level, Report, audit

# Plans of life's size are one in four; the others are as small as a small ministry's, to try more of them.
_SMALL = {"strategic": 3, "goals": 8, "tasks": 16}
_EXAMPLES = 3


@dataclass
class Tally:
    """What so many plans showed."""

    plans: int = 0
    tried: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    by_level: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    plans_with_alarm: int = 0
    missed: dict[str, list[str]] = field(default_factory=dict)
    alarmed: dict[str, list[str]] = field(default_factory=dict)

    def add(self, other: "Tally") -> None:
        """Takes in what another process saw."""
        self.plans += other.plans
        self.plans_with_alarm += other.plans_with_alarm
        for mine, theirs in (
            (self.tried, other.tried),
            (self.caught, other.caught),
            (self.by_level, other.by_level),
            (self.alarms, other.alarms),
        ):
            mine.update(theirs)
        for kept, more in ((self.missed, other.missed), (self.alarmed, other.alarmed)):
            for id, examples in more.items():
                kept[id] = [*kept.get(id, []), *examples][:_EXAMPLES]


def run(seeds: range, faults_each: int, small: bool = False) -> Tally:
    """All trials of these seeds, in two processes, with progress on the error stream."""
    chunk = max(1, min(25, len(seeds) // 4))
    chunks = [seeds[at : at + chunk] for at in range(0, len(seeds), chunk)]
    total = Tally()
    with ProcessPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as pool:
        for part in pool.map(trials, chunks, [faults_each] * len(chunks), [small] * len(chunks)):
            total.add(part)
            if sys.stderr.isatty() or total.plans % 250 < chunk:
                print(f"  {total.plans}/{len(seeds)} 계획 (plans)", file=sys.stderr, flush=True)
    return total


def trials(seeds: range, faults_each: int, small: bool = False) -> Tally:
    """Each plan is audited clean, then with one fault at a time."""
    tally = Tally()
    for seed in seeds:
        made = invent_case(seed, **(_SMALL if small or seed % 4 else {}))
        case = Case(made.plan, year_before(made.plan), made.text)
        before = audit(case)
        tally.plans += 1
        alarms = [one for one in before.findings if one.level in (Level.ERROR, Level.DOUBT)]
        tally.plans_with_alarm += bool(alarms)
        for one in alarms:
            tally.alarms[one.check] += 1
            examples = tally.alarmed.setdefault(one.check, [])
            if len(examples) < _EXAMPLES:
                examples.append(f"seed {seed}: {one.object} {dict(one.facts)}")
        tried = 0
        for fault in _turn(seed, faults_each):
            tried += _one(tally, seed, fault, case, before)
            if tried == faults_each:
                break
    return tally


def fill_up(tally: Tally, plans: int = 10) -> None:
    """Kinds for which the plans so far had no place get a turn in some more plans of life's size."""
    for seed in range(100_000, 100_000 + plans):
        left = [fault for fault in FAULTS if not tally.tried[fault.id]]
        if not left:
            return
        made = invent_case(seed)
        case = Case(made.plan, year_before(made.plan), made.text)
        before = audit(case)
        for fault in left:
            _one(tally, seed, fault, case, before)


def _one(tally: Tally, seed: int, fault: Fault, case: Case, before: Report) -> bool:
    """Puts one fault into the plan and looks; False when the plan has no place for it."""
    injected = fault.inject(case, random.Random(f"{seed}:{fault.id}"))
    if injected is None:
        return False
    tally.tried[fault.id] += 1
    finding = found(fault, injected, before, audit(injected.case, fault.checks))
    if finding:
        tally.caught[fault.id] += 1
        tally.by_level[finding.level] += 1
    elif fault.covered and len(tally.missed.setdefault(fault.id, [])) < _EXAMPLES:
        tally.missed[fault.id].append(f"seed {seed}: {injected.where[:2]} {injected.what}")
    return True


def _turn(seed: int, count: int) -> Iterator[Fault]:
    """The kinds in turn, so that each is tried as often as any other; further ones where a plan has no place for one."""
    first = seed * count % len(FAULTS)
    for at in range(len(FAULTS)):
        yield FAULTS[(first + at) % len(FAULTS)]
