"""Plays the story of a year: all of it or nothing, by the ordinary actions, so that the record is whole."""

from dataclasses import replace
from datetime import date, timedelta

from django.db import transaction
from django.utils import translation

from uigwe.packs import Pack
from uigwe.web.people.models import User
from uigwe.web.plans import actions
from uigwe.web.played import approving, collecting, people, results
from uigwe.web.played.collecting import PlanRound, ResultsRound
from uigwe.web.played.diary import Diary
from uigwe.web.played.story import Story, told


def has_story(pack: Pack) -> bool:
    """Whether somebody invented a year for this plan."""
    return told(pack.plan.agency, pack.plan.year) is not None


def day_of(agency: str, year: int) -> date | None:
    """The day on which the story stands at its end."""
    data = told(agency, year)
    return data["today"] if data else None


@transaction.atomic
def play(pack: Pack) -> None:
    """Play the year of a plan that is not on this site yet, from the draft that its forms were printed from."""
    data = told(pack.plan.agency, pack.plan.year)
    assert data is not None  # noqa: S101 - `has_story` was asked
    story = Story(data, pack.plan)
    with translation.override("ko"):
        people.gather(story)
        _diary(story, pack).play()


def _diary(story: Story, pack: Pack) -> Diary:
    data, diary = story.data, Diary()
    asked = [(one["code"], one["conflict"]["field"]) for one in data["round"]["files"] if "conflict" in one]
    earlier, answers = collecting.before(pack.plan, asked)
    opened: date = data["opening"]["opened"]
    diary.on(opened - timedelta(days=3), lambda: _bring_in(replace(pack, plan=earlier), data["invented"]))
    diary.on(opened, lambda: approving.open_year(story))
    PlanRound(story, answers).note(diary)
    collecting.mark_steps(story, diary)
    approving.note(story, diary)
    collected = [one for one in data["periods"] if one.get("round", True)]
    for number, period in enumerate(collected, 2):
        ResultsRound(story, number, period).note(diary)
    results.note(story, diary)
    return diary


def _bring_in(pack: Pack, mark: str) -> None:
    actions.import_pack(pack=pack, note=mark, by=User.objects.get(username="office"))
