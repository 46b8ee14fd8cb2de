"""Codes, levels and uses."""

import pytest

from tests.builders import also_used, indicator, plan, task
from uigwe.plan import Level, order_of_code
from uigwe.plan.place import parent_of


def test_codes_sort_in_reading_order():
    codes = ["Ⅱ-1", "Ⅰ-10-①", "Ⅰ", "Ⅰ-2-⑩", "Ⅰ-2-②", "Ⅰ-2"]

    assert sorted(codes, key=order_of_code) == ["Ⅰ", "Ⅰ-2", "Ⅰ-2-②", "Ⅰ-2-⑩", "Ⅰ-10-①", "Ⅱ-1"]


@pytest.mark.parametrize(
    ("code", "level", "parent"),
    [("Ⅰ", Level.STRATEGIC, ""), ("Ⅰ-1", Level.GOAL, "Ⅰ"), ("Ⅰ-1-①", Level.TASK, "Ⅰ-1")],
)
def test_a_code_says_its_level_and_its_parent(code, level, parent):
    assert (Level.of(code), parent_of(code)) == (level, parent)


def test_nodes_come_each_before_what_is_below():
    tree = plan(task("Ⅱ-1-①"), task("Ⅰ-1-②"), task("Ⅰ-1-①"))

    assert [node.code for node in tree.nodes()] == ["Ⅰ", "Ⅰ-1", "Ⅰ-1-①", "Ⅰ-1-②", "Ⅱ", "Ⅱ-1", "Ⅱ-1-①"]
    assert tree.node("Ⅲ") is None and tree.task("Ⅰ-1") is None


def test_an_indicator_used_twice_is_one_indicator_with_two_uses():
    shared = plan(also_used(indicator("만족도", code="Ⅰ-1", target=93), "Ⅰ-1-①"))

    assert [use.code for _, use in shared.uses()] == ["Ⅰ-1", "Ⅰ-1-①"]
    assert [use.code for _, use in shared.uses("Ⅰ-1-①")] == ["Ⅰ-1-①"]
    assert len(shared.indicators) == 1


def test_the_table_of_its_own_level_is_the_one_that_counts():
    goal = indicator(
        "만족도", code="Ⅰ-1", past={2022: 92}, target=93, annex={2023: 90}, elsewhere={"Ⅰ-1-①": {2023: 91}}
    )
    [use] = goal.uses

    target = goal.target(use)

    assert target is not None and target.written == "93"
    assert [one.written for one in goal.history(use).values()] == ["92"]
