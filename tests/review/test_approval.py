"""The steps of the approval: which hold for the plan as it is now."""

from __future__ import annotations

from uigwe.review import STEPS, Signed, cleared, holding

CODES = [step.code for step in STEPS]


def states(signed: list[Signed], hash: str) -> list[str]:
    return ["holds" if one.holds else "next" if one.next else "waits" for one in holding(STEPS, signed, hash)]


def test_the_first_step_is_next_when_nothing_is_signed():
    assert states([], "a") == ["next", "waits", "waits", "waits", "waits"]


def test_a_step_holds_for_the_plan_it_was_signed_for():
    assert states([Signed(CODES[0], "a")], "a")[:2] == ["holds", "next"]


def test_a_changed_plan_is_to_be_signed_again_from_the_first_step():
    signed = [Signed(code, "a") for code in CODES]
    assert cleared(holding(STEPS, signed, "a"))

    found = holding(STEPS, signed, "b")
    assert states(signed, "b") == ["next", "waits", "waits", "waits", "waits"]
    assert all(one.outdated for one in found)


def test_a_later_step_does_not_hold_before_an_earlier_one():
    assert states([Signed(CODES[1], "a")], "a")[:2] == ["next", "waits"]


def test_a_plan_that_came_back_to_what_was_signed_holds_again():
    assert states([Signed(CODES[0], "a"), Signed(CODES[0], "b")], "a")[0] == "holds"


def test_no_steps_clear_nothing():
    assert not cleared(holding((), [], "a"))
