"""A parser runs in a child that can be stopped, sees no secrets, and whose death is a reason and not a traceback."""

import time

import pytest

from tests.files import worked
from uigwe.files import Refused
from uigwe.files.child import run

pytestmark = pytest.mark.child


def refused(function, **limits) -> Refused:
    with pytest.raises(Refused) as caught:
        run(function, **limits)
    return caught.value


def test_what_a_function_returns_comes_back():
    assert run(worked.double, 21, seconds=20, megabytes=512) == 42


def test_a_child_sees_no_secrets(monkeypatch):
    monkeypatch.setenv("UIGWE_SECRET_KEY", "hush")

    assert run(worked.see, "UIGWE_SECRET_KEY", seconds=20) is None
    assert run(worked.see, "PATH", seconds=20)


@pytest.mark.parametrize("function", [worked.hang, worked.burn])
def test_a_child_that_does_not_end_is_stopped(function):
    begun = time.monotonic()

    told = refused(function, seconds=1.5)

    assert told.reason == "took-too-long"
    assert time.monotonic() - begun < 10


def test_a_child_that_wants_too_much_memory_is_refused():
    assert refused(worked.grow, seconds=20, megabytes=400).reason == "too-much-memory"


def test_a_child_that_dies_is_a_reason():
    assert refused(worked.die, seconds=20).reason == "parser-died"


def test_of_a_failure_only_its_kind_is_told():
    told = refused(worked.fail, seconds=20)

    assert (told.reason, told.facts) == ("parser-failed", {"error": "ValueError"})


def test_a_refusal_inside_comes_out_as_it_is():
    told = refused(worked.refuse, seconds=20)

    assert (told.reason, told.facts) == ("not-a-plan", {"lines": 3})


def test_what_a_parser_prints_does_not_mix_with_its_answer():
    assert run(worked.chatter, seconds=20) == "said"


def test_nothing_a_child_starts_outlives_it(tmp_path):
    left = tmp_path / "left"

    run(worked.leave_one_behind, str(left), seconds=20)
    time.sleep(2)

    assert not left.exists()


def test_a_child_tells_how_far_it_has_come():
    told: list[tuple[int, int]] = []

    said = run(worked.count_aloud, progress=lambda done, of: told.append((done, of)))

    assert (said, told) == ("counted", [(1, 3), (2, 3), (3, 3)])


def test_a_child_that_nobody_listens_to_works_all_the_same():
    assert run(worked.count_aloud) == "counted"
