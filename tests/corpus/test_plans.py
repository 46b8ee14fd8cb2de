"""Invented plans are clean, whole, and the same on every machine."""

import pytest

from corpus.plans import Knobs, invent, invent_case
from corpus.words import FIELDS, forms_of_bases
from tests.every import seeds
from uigwe import packs
from uigwe.audit import Case, Level, audit
from uigwe.audit.derive import derive
from uigwe.formulas import Derived


@pytest.mark.parametrize("seed", seeds(range(12), quick=2))
def test_nothing_is_wrong_with_a_clean_plan(seed):
    made = invent_case(seed)

    report = audit(Case(made.plan, None, made.text))

    assert [f for f in report.findings if f.level in (Level.ERROR, Level.DOUBT)] == []


def test_the_same_seed_gives_the_same_plan_and_another_seed_another():
    assert invent(7) == invent(7)
    assert packs.hash_of(invent(7)) != packs.hash_of(invent(8))


@pytest.mark.parametrize("seed", range(3))
def test_a_pack_holds_an_invented_plan_without_loss(seed, tmp_path):
    made = invent_case(seed)

    packs.write(packs.Pack(made.plan, text=made.text), tmp_path / "pack")

    assert packs.read(tmp_path / "pack") == packs.Pack(made.plan, text=made.text)


@pytest.mark.parametrize("seed", range(3))
def test_plans_have_the_size_of_real_ones(seed):
    plan = invent(seed)

    assert 3 <= len(plan.goals) <= 6
    assert 8 <= len(list(plan.performance_goals())) <= 25
    assert 15 <= len(list(plan.tasks())) <= 60
    assert 2022 <= plan.year <= 2027


def test_knobs_say_how_large_a_plan_is():
    plan = invent(1, field="sea", year=2024, strategic=3, goals=8, tasks=15)

    assert (plan.agency, plan.year, len(plan.goals), len(list(plan.tasks()))) == ("sea", 2024, 3, 15)
    assert Knobs().field is None


def test_every_field_and_every_form_of_a_basis_turns_up():
    plans = [invent(seed) for seed in range(18)]
    heads = {form["basis"].partition("{")[0].partition("(")[0].strip() for form in forms_of_bases()}
    bases = " ".join(use.basis for plan in plans for _, use in plan.uses())

    assert {plan.agency for plan in plans} == set(FIELDS)
    assert [head for head in heads if head and head not in bases] == []


def test_every_target_follows_from_its_basis():
    plan = invent(5)

    derived = [derive(indicator, use) for indicator, use in plan.uses()]

    assert all(isinstance(one, Derived) for one in derived)


def test_every_role_of_a_claim_turns_up():
    roles = {claim.role for seed in range(6) for claim in invent(seed).claims}

    assert roles == {"value", "part", "total", "change", "difference", "share", "mean", "sd"}
