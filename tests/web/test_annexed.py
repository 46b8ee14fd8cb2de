"""A target that the annex prints again changes in both places at once; words for a number are asked about before they are kept."""

from __future__ import annotations

import pytest

from tests.every import on_both
from tests.web import builders
from tests.web.builders import AGENCY, TARGET, TASK, YEAR
from tests.web.collecting.doing import MINE, PART, client, wanted
from uigwe.packs import Pack
from uigwe.plan import EditProblem, field_now
from uigwe.plan.merge import Answer, Fate, judge
from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.plans import actions, documents
from uigwe.web.plans.models import Permit, PlanPatch, Revision
from uigwe.web.records.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
ONE = {"agency": AGENCY, "year": YEAR}
PAGE = f"/p/{AGENCY}/{YEAR}/revise/"
FORM = {"object": TARGET, "field": "target", "before": "92"}
WORDS = "대폭 상향"


def bring_in(town: builders.Town, written: str = "92") -> builders.Town:
    actions.import_pack(pack=Pack(builders.annexed(builders.plan(), written)), published=True, by=town.office)
    return town


@pytest.fixture
def listed(town: builders.Town) -> builders.Town:
    """The town with a plan whose annex prints the target again."""
    return bring_in(town)


def plan_now():
    return documents.plan_of(Revision.objects.of(AGENCY, YEAR).select_related("base").last())


def both() -> tuple[str, str]:
    """What the two printings say."""
    return field_now(plan_now(), TARGET, "target"), field_now(plan_now(), TARGET, "target.annex")


def edits() -> list[tuple[str, str, str]]:
    return list(PlanPatch.objects.standing().values_list("field", "before", "value"))


def revise(town, value="95", before="92", **words):
    return actions.revise(**ONE, **{**FORM, "before": before}, value=value, by=town.office, **words)


# ── the action ───────────────────────────────────────────────────────────────────────────────────────────────────────


@on_both
def test_both_printings_change_in_one_go_each_as_an_edit_with_its_entry(listed):
    before = AuditEntry.objects.filter(object__contains=TARGET).count()

    revise(listed, also=True)

    assert both() == ("95", "95")
    assert edits() == [("target", "92", "95"), ("target.annex", "92", "95")]
    assert AuditEntry.objects.filter(object__contains=TARGET).count() == before + 2
    documents.KEPT_PLANS.clear()
    assert both() == ("95", "95")


def test_the_annex_stays_where_nobody_asked_for_it_or_says_something_else(listed):
    revise(listed)

    assert both() == ("95", "92")
    revise(listed, value="96", before="95", also=True)
    assert both() == ("96", "92"), "they differ: which one is right is for a person to say"


@on_both
def test_what_went_along_is_taken_back_along_and_can_be_taken_back_alone(listed):
    row = revise(listed, also=True).row
    actions.undo(**ONE, patch=row, by=listed.office)
    assert both() == ("92", "92")

    revise(listed, also=True)
    actions.undo(**ONE, patch=PlanPatch.objects.standing().get(field="target.annex").pk, by=listed.office)
    assert both() == ("95", "92")


def test_an_annex_that_was_changed_since_is_not_taken_back_along(listed):
    row = revise(listed, also=True).row
    actions.revise(**ONE, object=TARGET, field="target.annex", before="95", value="97", by=listed.office)

    actions.undo(**ONE, patch=row, by=listed.office)

    assert both() == ("92", "97")


def test_a_conflict_leaves_the_annex_alone(listed):
    with pytest.raises(actions.Conflict):
        revise(listed, before="90", also=True)

    assert edits() == []


def test_an_amendment_that_opens_a_target_opens_it_in_the_annex(listed):
    from uigwe.plan import Patch

    actions.start_permitted_draft(**ONE, permits=[Patch(TARGET, "target", "95")], by=listed.office)

    assert both() == ("95", "95")
    assert set(Permit.objects.values_list("field", "value")) == {("target", "95"), ("target.annex", "95")}


def test_words_for_a_number_are_not_kept_until_somebody_is_sure(listed):
    with pytest.raises(EditProblem) as problem:
        revise(listed, value=WORDS)
    assert problem.value.reason == "words-for-a-number"
    assert edits() == []

    revise(listed, value=WORDS, sure=True)
    assert both()[0] == WORDS


# ── the form ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_form_offers_the_annex_ticked_and_does_what_is_ticked(listed):
    browser = client(listed.office)
    page = browser.get(PAGE, FORM).content.decode()
    assert 'name="also" value="1" checked' in page and "붙임의 같은 목표치도 고침" in page

    answer = browser.post(PAGE, {**FORM, "value": "95", "also": "1"}, follow=True).content.decode()
    assert both() == ("95", "95")
    assert "붙임도 함께 고쳤습니다." in answer

    browser.post(PAGE, {**FORM, "before": "95", "value": "96"})
    assert both() == ("96", "95")


def test_a_tick_that_was_taken_off_stays_off_when_the_form_comes_back(listed):
    page = client(listed.office).post(PAGE, {**FORM, "value": WORDS}).content.decode()

    assert 'name="also" value="1">' in page


def test_the_form_offers_nothing_where_the_annex_says_something_else(town):
    page = client(bring_in(town, "93").office).get(PAGE, FORM).content.decode()

    assert 'name="also"' not in page


def test_the_form_asks_before_it_keeps_words(listed):
    browser = client(listed.office)
    asked = browser.post(PAGE, {**FORM, "value": WORDS})
    page = asked.content.decode()
    assert asked.status_code == 422
    assert "숫자가 아닌 목표치로 저장하시겠습니까?" in page and 'name="sure"' in page and WORDS in page
    assert edits() == []

    browser.post(PAGE, {**FORM, "value": WORDS, "sure": "1"})
    assert both() == (WORDS, "92")


def test_the_history_and_the_differences_name_the_annex(listed):
    revise(listed, also=True)

    page = client(listed.office).get(f"/p/{AGENCY}/{YEAR}/changes/").content.decode()

    assert page.count("붙임의 목표치") == 2  # among the differences and among the edits


# ── collecting ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def asked(listed: builders.Town) -> builders.Town:
    rounds.open_round(**ONE, wanted=wanted(), by=listed.office)
    return listed


@on_both
def test_a_target_saved_in_a_round_goes_into_the_annex_as_well(asked):
    replies.save_part(**PART, answers=[Answer(TARGET, "target", "92", "95")], by=asked.owner)

    assert both() == ("95", "95")


@pytest.mark.parametrize("sure", [False, True])
def test_one_field_of_a_part_asks_before_it_keeps_words(asked, sure):
    name = f"{TARGET} target"
    sent = {**FORM, f"v {name}": WORDS, **({f"s {name}": "1"} if sure else {})}

    answer = client(asked.owner).post(f"{MINE}save/", sent, headers={"HX-Request": "true"})

    assert answer.status_code == (200 if sure else 422)
    assert (f'name="s {name}"' in answer.content.decode()) is not sure
    assert both()[0] == (WORDS if sure else "92")


def test_a_whole_part_asks_before_it_keeps_words(asked):
    name, browser = f"{TARGET} target", client(asked.owner)
    sent = {"printed": f'[["{TARGET}", "target", "92"]]', f"v {name}": WORDS}
    page = browser.post(f"{MINE}save/", sent)
    assert page.status_code == 422
    assert f'name="s {name}"' in page.content.decode()

    assert browser.post(f"{MINE}save/", {**sent, f"s {name}": "1"}).status_code == 302
    assert both() == (WORDS, WORDS)


def test_words_in_a_returned_file_become_a_question_and_numbers_are_taken(asked):
    words, number = judge(plan_now(), [Answer(TARGET, "target", "92", value) for value in (WORDS, "95")])

    assert (words.fate, words.problem) == (Fate.ASK, "words-for-a-number")
    assert number.fate is Fate.MERGE


@pytest.mark.parametrize(("choice", "value"), [("returned", WORDS), ("kept", "92")])
def test_the_question_about_words_is_answered_by_a_choice(asked, choice, value):
    from tests.web.collecting.doing import ask
    from uigwe.web.collecting.actions import files
    from uigwe.web.collecting.models import Question, ReceivedFile

    file = ReceivedFile.objects.create(ask=ask(TASK), name="회신.xlsx", how="browser", stage="merged", by=asked.owner)
    question = Question.objects.create(
        ask=file.ask, file=file, object=TARGET, field="target", printed="92", returned=WORDS, now="92"
    )
    files.settle_question(**PART, question=question.pk, choice=choice, now="92", by=asked.owner)

    assert both() == (value, value)


def test_other_words_written_into_a_question_are_asked_about_once_more(asked):
    from tests.web.collecting.doing import ask
    from uigwe.web.collecting.models import Question, ReceivedFile

    file = ReceivedFile.objects.create(ask=ask(TASK), name="회신.xlsx", how="browser", stage="merged", by=asked.owner)
    question = Question.objects.create(
        ask=file.ask, file=file, object=TARGET, field="target", printed="92", returned="93", now="92"
    )
    browser, there = client(asked.owner), f"{MINE}files/{file.pk}/settle/"
    sent = {"question": question.pk, "now": "92", "choice": "other", "value": WORDS}

    page = browser.post(there, sent)
    assert page.status_code == 422
    assert 'name="sure"' in page.content.decode()

    browser.post(there, {**sent, "sure": "1"})
    assert both()[0] == WORDS
