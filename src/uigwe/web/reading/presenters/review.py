"""What was read from a file, laid out to be judged: counts, questions, rows left out, and what it would change."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from uigwe.operations.drafting import composed
from uigwe.plan import Change, Plan, compare
from uigwe.review import Actor, Refusal, Verb, YearStage, why_not
from uigwe.texts import sentences, tell
from uigwe.web.people.refused import sentence
from uigwe.web.plans import frozen, rewriting
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.plans.presenters.changes import Group, by_place
from uigwe.web.reading.actions import answers_of
from uigwe.web.reading.found import Found, found_in
from uigwe.web.reading.models import Intake
from uigwe.web.reading.presenters.asked import Asked, asked

# A first import beside another plan changes thousands of things: so many are shown, the rest is counted.
MOST_CHANGES = 400
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEEDED = ("performance_goal", "indicator")


@dataclass(frozen=True, slots=True)
class Review:
    """Everything on the page of a file that was read."""

    found: Found
    counts: Sequence[tuple[str, int]]
    questions: Sequence[Asked]
    unanswered: int
    left_out: Sequence[tuple[str, int, Sequence[dict[str, Any]]]]
    notes: Sequence[str]
    newest: Revision | None
    groups: Sequence[Group]
    changes: int
    gone: Sequence[tuple[str, int]]
    edits: int
    unfit_edits: int
    refusal: str
    shown_changes: int = MOST_CHANGES

    @property
    def taken(self) -> int:
        """How many rows of a table are in the plan."""
        return self.found.rows - len(self.found.left_out)


def review(row: Intake, actor: Actor, language: str) -> Review:
    """The file as it was read, beside the newest revision of its plan."""
    read = found_in(row.found)
    newest = Revision.objects.of(row.agency_id, row.year).light().last()
    before = plan_of(newest) if newest else None
    told, questions = composed(read.plan, read.questions, answers_of(row.agency_id, row.year), before)
    rows = rewriting.standing_rows(newest) if newest and newest.is_draft else []
    plan, unfit = rewriting.on_top(told.plan, rows)
    changes = compare(before, plan) if before else ()
    shown = asked(told.plan, questions, told.unfit, read.around, language)
    return Review(
        found=read,
        counts=shown_counts(plan, read.prose),
        questions=shown,
        unanswered=sum(not one.answered for one in shown),
        left_out=_left_out(read, language),
        notes=[
            *_of_another_year(read.plan, row),
            *(tell("sheets", one["reason"], one["facts"], language) for one in read.notes),
        ],
        newest=newest,
        groups=by_place(plan, changes[:MOST_CHANGES]),
        changes=len(changes),
        gone=_gone(changes),
        edits=len(rows),
        unfit_edits=len(unfit),
        refusal=_refusal(row, read, actor),
    )


def _of_another_year(plan: Plan, row: Intake) -> list[str]:
    """A document whose title names other years than the one it was handed in for was perhaps handed in for the wrong one."""
    years = sorted(set(_YEAR.findall(plan.title)))
    if not years or str(row.year) in years:
        return []
    words = _(
        "The title of the document says {years}, and it was handed in as the plan of {year}. Is that the right year?"
    )
    return [words.format(years=", ".join(years), year=row.year)]


def counts(plan: Plan, prose: int) -> list[tuple[str, int]]:
    """How many things of each kind were read, by the names of kinds in the glossary; `prose` counts paragraphs."""
    tasks = list(plan.tasks())
    return [
        ("strategic_goal", len(plan.goals)),
        ("performance_goal", sum(1 for _ in plan.performance_goals())),
        ("task", len(tasks)),
        ("indicator", sum(1 for _ in plan.uses())),
        ("milestone", sum(len(task.milestones) for task in tasks)),
        ("budget", sum(len(task.budget) for task in tasks)),
        ("link", sum(len(task.links) for task in tasks)),
        ("paragraph", prose),
    ]


def shown_counts(plan: Plan, prose: int) -> list[tuple[str, int]]:
    """The same without what was not found; what a plan cannot be without is shown in any case."""
    return [(kind, count) for kind, count in counts(plan, prose) if count or kind in _NEEDED]


def problem_of(row: Intake, language: str) -> list[str]:
    """Why a file could not be read, in words."""
    told = json.loads(row.problem)
    if "troubles" not in told:
        return [tell("files", told["reason"], {"file": row.name, **told["facts"]}, language)]
    return [
        f"{one['facts'].get('file', '')} {one['facts'].get('at', '')}".strip()
        + ": "
        + tell("packs", one["reason"], one["facts"], language)
        for one in told["troubles"]
    ]


def _left_out(read: Found, language: str) -> list[tuple[str, int, Sequence[dict[str, Any]]]]:
    words = sentences("rows", language)
    return [
        (words[reason]["what"], count, [dict(one) for one in read.left_out if one["reason"] == reason])
        for reason, count in Counter(one["reason"] for one in read.left_out).most_common()
    ]


def _gone(changes: Sequence[Change]) -> list[tuple[str, int]]:
    """How many whole things of the plan are not in the file, by their kind."""
    return Counter(change.kind for change in changes if change.after is None and not change.field).most_common()


def _refusal(row: Intake, read: Found, actor: Actor) -> str:
    """Why this person may not confirm it now, in words; empty when they may."""
    refusal = why_not(Verb.IMPORT, row.thing(), actor)
    stage = frozen.stage_of(row.agency_id, row.year)
    if refusal is None and stage in (YearStage.FIXED, YearStage.CLOSED):
        refusal = Refusal(f"year-{stage}", Verb.IMPORT, row.thing())
    if refusal is None and read.empty:
        refusal = Refusal("nothing-read", Verb.IMPORT, row.thing())
    return sentence(refusal) if refusal else ""
