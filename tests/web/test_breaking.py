"""Small versions of what `python -m benchmarks.collecting` measures, against a real server, with nothing timed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator

import pytest
from django.db import connection

from benchmarks import breaking, evening, writers
from benchmarks.site import Site, made

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with 46 people, in a database of its own."""
    with made(46) as one:
        yield one


def test_an_evening_loses_no_save(site):
    site.start()
    seen = evening.play(site, 6, think=3)

    looked = site.tell("look")
    assert (seen.errors, seen.wrong) == (0, [])
    assert seen.saved == len(looked["patches"]) > 0
    now = {(object, name): said for object, name, said in looked["now"]}
    assert {at: now[at] for at in seen.said} == seen.said
    assert looked["intact"] and not looked["torn"]


def test_eight_writers_over_http_lose_nothing_and_without_the_lock_they_do(site):
    site.start()
    seen = writers.same_field(site, saves=4)
    assert (seen.acknowledged, seen.lost, seen.one_sided, seen.errors) == (32, 0, 0, [])
    assert seen.clashes > 0
    site.stop()

    site.start(command=(sys.executable, "-m", "benchmarks.unlocked"))
    control = writers.same_field(site, saves=8)
    if connection.vendor == "postgresql":
        assert control.lost or control.errors
    else:  # SQLite writes one after the other anyway
        assert (control.lost, control.errors) == (0, [])


def test_what_was_killed_in_the_middle_is_whole_and_a_retry_completes_once(site):
    seen = breaking.killed(site, 1)
    assert (seen.torn, seen.once) == ([], seen.tried), seen.note
    assert seen.tried == breaking.HANDS


def test_an_answer_that_never_came_is_asked_for_again_and_nothing_is_done_twice(site):
    seen, without_key = breaking.cut(site, 2)
    assert (seen.torn, seen.once) == ([], seen.tried)
    assert without_key == 4, "the control: without a key it is done twice"


@pytest.mark.skipif(shutil.which("prlimit") is None, reason="prlimit (util-linux) is not here")
def test_without_room_nothing_is_half_written_and_pages_are_still_read(site):
    seen = breaking.full(site)
    assert (seen.torn, seen.once) == ([], seen.tried)
    assert seen.cut > 0
