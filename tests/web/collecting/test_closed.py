"""A closed round says what was asked and answered then, whatever the plan says today."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.db import DatabaseError, transaction

from tests.every import on_both
from tests.web.builders import AGENCY, OTHER_TASK, TARGET, TASK, YEAR
from tests.web.collecting.doing import HERE, MINE, PAGE, PART, ask, client, save
from uigwe.plan.merge import Answer
from uigwe.plan.rows import new_row
from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.collecting.models import PartThen
from uigwe.web.collecting.presenters.closed import page_then
from uigwe.web.collecting.then import then
from uigwe.web.plans import actions as plans

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
ONE = {"agency": AGENCY, "year": YEAR}


def collect(town, *answers: Answer) -> None:
    """Answered, handed in and closed."""
    save(town.owner)
    replies.save_part(**PART, answers=answers, by=town.owner)
    replies.reply(**PART, by=town.owner)
    rounds.close_round(**HERE, by=town.office)


def edit(town, value: str, before: str = "95") -> None:
    plans.revise(**ONE, object=TARGET, field="target", before=before, value=value, by=town.office)


def told() -> list[tuple[str | None, str | None, str | None]]:
    page = page_then(then(ask()), replies.form_now(ask()))
    return [(cell.asked, cell.answered, cell.now) for line in page.changes for cell in line.cells]


@on_both
def test_a_closed_part_says_what_was_asked_and_answered_whatever_the_plan_says_today(asked):
    collect(asked)
    edit(asked, "97")

    assert told() == [("92", "95", "97")]
    page = client(asked.owner).get(MINE).content.decode()
    assert "회신한 내용" in page and page.index("<ins>95</ins>") < page.index("<b>97</b>")
    assert 'name="v ' not in page


def test_a_correction_of_the_office_before_the_closing_belongs_to_what_was_collected(asked):
    save(asked.owner)
    replies.reply(**PART, by=asked.owner)
    edit(asked, "96")
    rounds.close_round(**HERE, by=asked.office)
    assert told() == [("92", "96", "96")]
    assert [row.moment for row in ask().thens.all()] == ["asked", "replied", "closed"]


def test_rows_added_and_struck_are_told(asked):
    row = new_row(when="6월", quarter="2", text="새 일", note="")
    collect(asked, Answer(f"{TASK}/m+", "row", "", row), Answer(f"{TASK}/m1", "struck", "", "필요 없음"))
    page = page_then(then(ask()), replies.form_now(ask()))
    changed = {line.name: line.cells for line in page.changes}
    assert all(cell.asked is None and cell.answered for cell in changed["새 일"])
    assert all(cell.answered is None and cell.asked for cell in changed["지침 마련"])
    text = client(asked.owner).get(MINE).content.decode()
    assert "새 일" in text and "지침 마련" in text


def test_what_nobody_answered_is_told_as_that(asked):
    rounds.close_round(**HERE, by=asked.office)
    page = client(asked.office).get(f"{PAGE}1-1-2/").content.decode()
    assert "회신 없이" in page
    assert then(ask(OTHER_TASK)).handed_in is False


def test_the_form_of_a_closed_round_is_the_one_that_was_collected(asked):
    collect(asked)
    edit(asked, "97")
    data = client(asked.office).get(f"{MINE}form.xlsx").content
    values = {str(cell.value) for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet for cell in row}
    assert "95" in values and "97" not in values


def test_an_open_round_shows_the_plan_as_it_is_now(asked):
    save(asked.owner)
    replies.reply(**PART, by=asked.owner)
    page = client(asked.office).get(MINE).content.decode()
    assert "회신한 내용" not in page and "95" in page


def test_a_round_of_which_nothing_was_kept_says_so(asked, monkeypatch):
    rounds.close_round(**HERE, by=asked.office)
    monkeypatch.setattr("uigwe.web.collecting.views.part.then", lambda ask: None)
    page = client(asked.office).get(MINE).content.decode()
    assert "남아 있지 않아" in page


@on_both
def test_what_was_said_then_is_written_once(asked):
    for change in (lambda: PartThen.objects.update(form="{}"), lambda: PartThen.objects.all().delete()):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()
