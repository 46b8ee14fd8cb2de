"""How the plan of the story was approved and fixed, how it was amended, and how tasks passed on."""

from datetime import date
from functools import partial
from typing import Any

from uigwe.review import Verb
from uigwe.web.approving import actions, amending, handing
from uigwe.web.approving.calendars import calendar_for
from uigwe.web.approving.models import Amendment
from uigwe.web.people.models import Division
from uigwe.web.plans import actions as plan_actions
from uigwe.web.plans.models import Revision
from uigwe.web.played.diary import Diary
from uigwe.web.played.story import Story


def note(story: Story, diary: Diary) -> None:
    """Everything of this chapter, each on its day."""
    for one in story.data["approval"]:
        diary.on(one["day"], partial(_sign, story, one))
    fixed = story.data["fixed"]
    diary.on(fixed["day"], partial(plan_actions.publish, **story.here, note=fixed["note"], by=story.office))
    for number, one in enumerate(story.data["amendments"], 1):
        _amendment(story, diary, number, one)
    for one in story.data["transfers"]:
        diary.on(one["day"], partial(_transfer, story, one))
    for one in story.data["handovers"]:
        diary.on(one["day"], partial(_hand_over, story, one))


def open_year(story: Story) -> None:
    """From here on the plan is approved step by step."""
    actions.open_year(**story.here, calendar=calendar_for(story.plan.year), by=story.office)


def _sign(story: Story, told: dict[str, Any]) -> None:
    draft = Revision.objects.of(*story.here.values()).drafts().get()
    actions.sign(
        **story.here, step=told["step"], hash=draft.hash, document_number=told["number"], day=told["day"],
        words=told.get("words", ""), by=story.people[told["by"]],
    )  # fmt: skip


def _amendment(story: Story, diary: Diary, number: int, told: dict[str, Any]) -> None:
    diary.on(told["day"], partial(_request, story, told))
    for move in told["moves"]:
        diary.on(move["day"], partial(_move, story, _at(told["day"], number, story), move))
    if "published" in told:
        last: date = told["published"]["day"]
        here = {**story.here, "by": story.office}
        diary.on(last, partial(amending.open_draft, **here, number=_at(told["day"], number, story)))
        diary.on(last, partial(plan_actions.publish, **here, note=told["published"]["note"]))


def _at(day: date, number: int, story: Story) -> int:
    """Requests are numbered by the day on which they were made."""
    return 1 + sum((one["day"], place) < (day, number) for place, one in enumerate(story.data["amendments"], 1))


def _request(story: Story, told: dict[str, Any]) -> Amendment:
    items = [amending.Wanted(**one) for one in told["items"]]
    words = {name: told[name] for name in ("kind", "title", "reason")}
    return amending.request(**story.here, **words, items=items, by=story.people[told["by"]])


def _move(story: Story, number: int, told: dict[str, Any]) -> None:
    amending.move(
        **story.here, number=number, verb=Verb(told["verb"]), document_number=told.get("number", ""), day=told["day"],
        words=told.get("words", ""), by=story.office,
    )  # fmt: skip


def _transfer(story: Story, told: dict[str, Any]) -> None:
    to = Division.objects.get(agency_id=story.plan.agency, code=told["division"])
    handing.transfer(
        **story.here, code=told["code"], division=to, owner=story.people[told["owner"]], day=told["day"],
        why=told["why"], document_number=told["number"], by=story.office,
    )  # fmt: skip


def _hand_over(story: Story, told: dict[str, Any]) -> None:
    handing.hand_over(
        **story.here, code=told["code"], owner=story.people[told["owner"]], day=told["day"], why=told["why"],
        note=told["note"], by=story.people[told["by"]],
    )  # fmt: skip
