"""Words of last year keep its mark until they are changed, or until somebody says that they stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.web import builders
from tests.web.builders import TARGET, TASK
from uigwe.plan import Patch, Plan, edited, field_now
from uigwe.plan.carried import alike_but_for_the_mark, carried_from, freed, rewritten, unmarked
from uigwe.plan.merge import Answer, Fate, judge
from uigwe.plan.next_year import next_year

NOTE = f"{TASK}/m1"


def plan() -> Plan:
    """Next year's plan, started from one whose indicator has a reason and a basis."""
    this = builders.plan()
    indicators = tuple(
        replace(one, uses=tuple(replace(use, reason="전년 실적보다 1%p 상향") for use in one.uses))
        for one in this.indicators
    )
    return next_year(replace(this, indicators=indicators))


@pytest.mark.parametrize(
    ("before", "text", "left"),
    [
        ("〔2023〕 전년 수준", "〔2023〕 올해의 까닭", "올해의 까닭"),
        ("〔2023〕 전년 수준", "〔2023〕 전년 수준", "〔2023〕 전년 수준"),
        ("〔2023〕 전년 수준", "〔2023〕  전년  수준 ", "〔2023〕  전년  수준 "),
        ("〔2023〕 전년 수준", "전년 수준", "전년 수준"),
        ("〔2023〕 전년 수준", "〔 2023 〕 올해의 까닭", "올해의 까닭"),
        ("전년 수준", "〔2023〕 다른 글", "〔2023〕 다른 글"),
        ("〔2023〕", "〔2023〕 새 비고", "새 비고"),
    ],
)
def test_changed_words_lose_the_mark_and_others_keep_it(before, text, left):
    assert rewritten(before, text) == left


def test_a_returned_form_that_changed_the_words_and_left_the_mark_counts_as_rewritten():
    now = field_now(plan(), TARGET, "reason")
    assert carried_from(now) == 2023
    [judged] = judge(plan(), [Answer(TARGET, "reason", now, "〔2023〕 새 사업을 시작해 2%p 상향")])
    assert (judged.fate, judged.answer.returned) == (Fate.MERGE, "새 사업을 시작해 2%p 상향")


def test_a_returned_form_that_changed_nothing_answers_nothing():
    now = field_now(plan(), TARGET, "reason")
    [judged] = judge(plan(), [Answer(TARGET, "reason", now, now)])
    assert judged.fate is Fate.SAME


def test_taking_only_the_mark_away_says_that_the_words_stay():
    now = field_now(plan(), TARGET, "reason")
    [judged] = judge(plan(), [Answer(TARGET, "reason", now, unmarked(now))])
    assert judged.fate is Fate.MERGE


def test_a_mark_that_went_meanwhile_is_no_conflict():
    printed = field_now(plan(), TARGET, "reason")
    meanwhile = edited(plan(), Patch(TARGET, "reason", unmarked(printed)))
    [judged] = judge(meanwhile, [Answer(TARGET, "reason", printed, "다른 까닭")])
    assert judged.fate is Fate.MERGE
    assert alike_but_for_the_mark(printed, unmarked(printed)) and not alike_but_for_the_mark(printed, "다른 글")


def test_a_milestone_that_was_changed_is_not_last_years_any_more():
    assert carried_from(field_now(plan(), NOTE, "note")) == 2023
    [note] = freed(plan(), Patch(NOTE, "when", "5월"))
    assert (note.object, note.field, note.value) == (NOTE, "note", "")
    assert not list(freed(plan(), Patch(NOTE, "when", field_now(plan(), NOTE, "when"))))


def test_a_basis_goes_with_the_reason_it_explained_and_stays_with_one_that_stays():
    old = field_now(plan(), TARGET, "reason")
    [gone] = freed(plan(), Patch(TARGET, "reason", "새 까닭"))
    assert (gone.field, gone.value) == ("basis", "")
    [stays] = freed(plan(), Patch(TARGET, "reason", unmarked(old)))
    assert (stays.field, stays.value) == ("basis", "survival.last + 1")
    assert not list(freed(plan(), Patch(TARGET, "reason", old + " ")))
    assert not list(freed(plan(), Patch("nothing@Ⅰ-1-①", "reason", "새 까닭")))
