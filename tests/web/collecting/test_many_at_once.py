"""The last evening of a round: many save at the same moment, nobody's save is lost, and the lock is what makes it so."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.web.builders import AGENCY, OTHER_TASK, TARGET, TASK, YEAR, Town, together
from tests.web.collecting.doing import HERE, PART, refusal
from uigwe.plan import field_now
from uigwe.plan.merge import Answer
from uigwe.review import ReplyStage
from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.collecting.models import Ask
from uigwe.web.people.refused import Refused
from uigwe.web.plans import documents
from uigwe.web.plans.models import PlanPatch, Revision
from uigwe.web.plans.querysets import RevisionQuerySet
from uigwe.web.records import chain

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, EDITS = 8, 50
OBJECT, FIELD = f"{TASK}/m1", "note"
# A field for each writer, of the two parts that are asked for.
FIELDS = [
    (TASK, TARGET, "source"),
    (TASK, TARGET, "formula"),
    (TASK, TARGET, "reason"),
    (TASK, f"{TASK}/m1", "note"),
    (OTHER_TASK, f"satisfaction@{OTHER_TASK}", "source"),
    (OTHER_TASK, f"satisfaction@{OTHER_TASK}", "formula"),
    (OTHER_TASK, f"satisfaction@{OTHER_TASK}", "reason"),
    (OTHER_TASK, f"{OTHER_TASK}/m1", "note"),
]


def now(object: str = OBJECT, name: str = FIELD) -> str:
    documents.KEPT_PLANS.clear()
    draft = Revision.objects.of(AGENCY, YEAR).drafts().select_related("base").get()
    return field_now(documents.plan_of(draft), object, name)


def counted_up(town: Town, writer: int, edits: int) -> int:
    """Read the note, add one, sign, save; when somebody was faster, look again. The number of saves that were acknowledged."""
    saved, seen = 0, now()
    while saved < edits:
        value = f"{int(seen.split()[0] or 0) + 1} by writer {writer}"
        done = replies.save_part(**PART, answers=[Answer(OBJECT, FIELD, seen, value)], by=town.office)
        if done.conflicts:
            seen = done.conflicts[0][1].theirs
        else:
            saved, seen = saved + 1, value
    return saved


def started(town: Town) -> None:
    replies.save_part(**PART, answers=[Answer(OBJECT, FIELD, "", "0")], by=town.office)


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_four_hundred_saves_of_one_field_lose_nothing(asked):
    started(asked)

    answers = together(WRITERS, lambda writer: counted_up(asked, writer, EDITS))

    assert answers == [EDITS] * WRITERS
    assert int(now().split()[0]) == WRITERS * EDITS
    assert PlanPatch.objects.count() == WRITERS * EDITS + 1
    assert chain.verify().intact


@pytest.mark.slow
def test_without_the_locks_postgresql_loses_some_of_them(asked, monkeypatch):
    """The control. SQLite writes one after the other anyway, which is why it cannot show the fault."""
    from uigwe.web.collecting.querysets import AskQuerySet

    started(asked)
    for rows in (RevisionQuerySet, AskQuerySet):
        monkeypatch.setattr(rows, "select_for_update", lambda self, **words: self)

    answers = together(WRITERS, lambda writer: counted_up(asked, writer, 10))

    acknowledged = PlanPatch.objects.count() - 1
    value = int(PlanPatch.objects.order_by("id").last().value.split()[0])
    broken = [one for one in answers if isinstance(one, Exception)]
    if connection.vendor == "postgresql":
        assert value < acknowledged or broken
    else:
        assert value == acknowledged == WRITERS * 10


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_four_hundred_saves_of_many_fields_all_hold(asked):
    before = [now(object, name) for _code, object, name in FIELDS]

    def write(writer: int) -> int:
        code, object, name = FIELDS[writer]
        seen = before[writer]
        for number in range(EDITS):
            answer = Answer(object, name, seen, f"{writer}: {number}")
            saved = replies.save_part(**{**HERE, "code": code}, answers=[answer], by=asked.office)
            assert len(saved.done) == 1, saved
            seen = answer.returned
        return EDITS

    assert together(WRITERS, write) == [EDITS] * WRITERS
    assert [now(object, name) for _code, object, name in FIELDS] == [f"{w}: {EDITS - 1}" for w in range(WRITERS)]
    assert PlanPatch.objects.count() == WRITERS * EDITS
    assert set(Ask.objects.values_list("stage", flat=True)) == {ReplyStage.BEGUN}
    assert chain.verify().intact


def test_a_reply_and_the_closing_of_its_round_never_pass_each_other(asked):
    def act(number: int) -> object:
        if number == 0:
            return rounds.close_round(**HERE, by=asked.office)
        return replies.reply(**PART, by=asked.owner)

    answers = together(2, act)

    ask = Ask.objects.select_related("round").get(code=TASK)
    assert not ask.round.is_open
    refused = [one for one in answers if isinstance(one, Refused)]
    assert (ask.stage == ReplyStage.REPLIED) is not bool(refused), answers
    assert refusal(replies.reply, **PART, by=asked.owner) in ("round-closed", "wrong-stage")


def test_two_rounds_opened_at_once_have_two_numbers(published):
    from tests.web.collecting.doing import wanted

    answers = together(4, lambda _: rounds.open_round(agency=AGENCY, year=YEAR, wanted=wanted(), by=published.office))

    assert sorted(answers) == [1, 2, 3, 4]
