"""The mutator: every kind finds a place in some plan, changes something, and is found where it was put."""

import random
from functools import lru_cache

import pytest

from benchmarks.trials import trials
from corpus.faults import FAULTS, found
from corpus.plans import Invented, invent_case, year_before
from tests.every import every
from uigwe.audit import Case, Type, audit

SEEDS = range(6)


@lru_cache(maxsize=1)
def invented() -> list[Case]:
    made: list[Invented] = [invent_case(seed) for seed in SEEDS]
    return [Case(one.plan, year_before(one.plan), one.text) for one in made]


def test_there_are_enough_kinds_of_every_type_and_no_two_of_one_name():
    ids = [fault.id for fault in FAULTS]

    assert len(ids) == len(set(ids)) >= 60
    assert {fault.type for fault in FAULTS} == set(Type)


@pytest.fixture
def cases() -> list[Case]:
    return invented()


@every(FAULTS)
def test_a_fault_finds_a_place_and_changes_the_case(fault):
    cases = invented()
    made = next((made for case in cases if (made := fault.inject(case, random.Random(fault.id)))), None)

    assert made, "no plan has a place for it"
    assert made.case not in cases
    assert made.where
    assert made.what


def test_the_same_dice_put_the_same_fault_in_the_same_place(cases):
    for fault in FAULTS[::7]:
        assert fault.inject(cases[0], random.Random(3)) == fault.inject(cases[0], random.Random(3))


def test_nothing_counts_as_found_in_a_plan_without_a_fault(cases):
    report = audit(cases[0])
    for fault in FAULTS:
        injected = fault.inject(cases[0], random.Random(1))
        if injected:
            assert found(fault, injected, report, report) is None


def test_a_small_trial_catches_nearly_all_and_cries_no_wolf():
    tally = trials(range(8), 5, small=True)
    covered = [fault.id for fault in FAULTS if fault.covered]
    tried, caught = (sum(counts[id] for id in covered) for counts in (tally.tried, tally.caught))

    assert not tally.alarms
    assert caught >= 0.9 * tried
