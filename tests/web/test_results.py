"""Results entered, confirmed, accepted, returned; never overwritten; milestones, evidence, money spent, papers, followed items."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from tests.every import on_both
from tests.web import builders
from tests.web.builders import AGENCY, OTHER_TASK, TASK, YEAR
from tests.web.collecting.doing import client as browser_of
from tests.web.pages.test_pages import client
from uigwe.packs import Pack
from uigwe.plan import BudgetLine, Place, Plan
from uigwe.plan.records import Amount
from uigwe.review import ResultStage, Role, Verb
from uigwe.web.approving.models import KeptFile
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import Division, Grant, User
from uigwe.web.people.refused import Refused
from uigwe.web.plans import actions as plans
from uigwe.web.plans.models import Revision, YearBook
from uigwe.web.plans.presenters.mine import Due
from uigwe.web.plans.shelf import Shown
from uigwe.web.records.models import AuditEntry
from uigwe.web.results import actions, books, counting, delegating, following, starting
from uigwe.web.results.actions import Typed
from uigwe.web.results.books import Spent, Stated
from uigwe.web.results.mine import work
from uigwe.web.results.models import Counted, Followed, MilestoneReport, PaperStatement, Result, Spending
from uigwe.web.results.presenters import Line, lines, period_now
from uigwe.web.results.starting import achieved
from uigwe.web.uploads import Kept

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
ONE = {"agency": AGENCY, "year": YEAR}
BASE = Typed("survival", TASK, "2023-Q1", value="91.5")


def with_more(plan: Plan) -> Plan:
    """The small plan with a ratio for a formula, and a budget line."""
    first, second = plan.indicators
    use = dataclasses.replace(first.uses[0], formula="생존 기업 ÷ 전체 기업 × 100")
    line = BudgetLine(
        2,
        "detailed",
        "301",
        "지원",
        "일반회계",
        "백만원",
        (Amount(YEAR, "100", Decimal(100_000_000)),),
        False,
        Place(code=TASK),
    )
    [strategic] = plan.goals
    [goal] = strategic.goals
    tasks = tuple(dataclasses.replace(task, budget=(line,)) if task.code == TASK else task for task in goal.tasks)
    goals = (dataclasses.replace(strategic, goals=(dataclasses.replace(goal, tasks=tasks),)),)
    return dataclasses.replace(plan, goals=goals, indicators=(dataclasses.replace(first, uses=(use,)), second))


@pytest.fixture
def town(town: builders.Town) -> builders.Town:
    plans.import_pack(pack=Pack(with_more(builders.plan())), published=True, by=town.office)
    delegating.delegate(**ONE, code=TASK, person=clerk(town), by=town.office)
    return town


def clerk(town: builders.Town) -> object:
    return town.people[Role.AGENCY_STAFF]


def head(town: builders.Town) -> object:
    return town.people[Role.DIVISION_HEAD]


def reason(act: object) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()  # type: ignore[operator]
    return caught.value.refusal.reason


def enter(by: object, **words: object) -> Result:
    seen = words.pop("seen", None)
    return actions.enter(**ONE, typed=dataclasses.replace(BASE, **words), seen=seen, by=by)


def judge(row: Result, verb: Verb, by: object, words: str = "") -> Result:
    return actions.judge(**ONE, result=row.pk, verb=verb, words=words, by=by)


def colleague(town: builders.Town) -> User:
    """A second person of the performance office."""
    other = User.objects.create(username="second", name="동료", agency=town.agency, division=town.division)
    Grant.objects.create(person=other, role=Role.PERFORMANCE_OFFICE)
    return other


def page_of(who: object) -> str:
    return client("ko", who).get(f"/p/{AGENCY}/{YEAR}/results/survival/1-1-1/?period=2023-Q1").content.decode()


def waits_for(who: User) -> list[Due]:
    with translation.override("ko"):
        return list(work(who, actor_of(who), date(YEAR, 5, 15)))


# ── the way of a result ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_reason_that_is_missing_is_asked_for_at_its_field(town):
    row = enter(town.owner)
    judge(row, Verb.CONFIRM_RESULT, head(town))
    judge(row, Verb.ACCEPT_RESULT, town.office)
    page, typed = f"/p/{AGENCY}/{YEAR}/results/survival/1-1-1/?period=2023-Q1", {"period": "2023-Q1", "value": "93"}
    assert 'id="why-problem"' not in browser_of(town.owner).get(page).content.decode()

    answer = browser_of(town.owner).post(page, {**typed, "seen": row.pk})

    assert answer.status_code == 422
    said = answer.content.decode()
    assert 'name="why" maxlength="2000" aria-invalid="true" aria-describedby="why-problem" autofocus' in said
    assert 'value="93"' in said
    assert browser_of(town.owner).post(page, {**typed, "seen": row.pk, "why": "집계 착오"}).status_code == 302
    assert Result.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("value", {"value": "많음"}),
        ("numerator", {"numerator": "1e5", "value": "2"}),
        ("denominator", {"denominator": "둘"}),
        ("n", {"value": "92", "n": "3.5"}),
        ("value", {"numerator": "1830", "denominator": "2000", "value": "95"}),
        ("as_of", {"value": "92", "as_of": "2999-01-01"}),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_field(town, field, typed):
    page = f"/p/{AGENCY}/{YEAR}/results/survival/1-1-1/?period=2023-Q1"
    answer = browser_of(town.owner).post(page, {"period": "2023-Q1", "seen": 0, **typed})
    said = answer.content.decode()
    assert answer.status_code == 422 and said.count("aria-invalid") == 1
    assert f'aria-describedby="{field}-problem"' in said and f'id="{field}-problem" role="alert"' in said
    assert not Result.objects.exists()
    assert ">값 (%)</label>" in page_of(town.owner)


def test_results_are_entered_also_while_a_draft_upon_the_plan_is_open(town):
    assert ">값 (%)</label>" in page_of(town.owner)
    plans.start_draft(**ONE, by=town.office)
    assert ">값 (%)</label>" in page_of(town.owner)


def test_a_question_stands_above_the_value_that_it_is_about(town):
    counting.declare(**ONE, given={"survival": "point"}, by=town.office)
    row = enter(clerk(town), value="0.915")
    said = page_of(town.owner).partition(f'id="r{row.pk}"')[2]
    assert said.index("note is-doubt") < said.index("<h3>")


@on_both
def test_a_result_is_entered_confirmed_and_accepted_by_three_people(town):
    row = enter(clerk(town))
    assert judge(row, Verb.CONFIRM_RESULT, head(town)).stage is ResultStage.CONFIRMED
    assert judge(row, Verb.ACCEPT_RESULT, town.office).stage is ResultStage.ACCEPTED
    assert list(AuditEntry.objects.values_list("verb", flat=True))[-3:] == [
        "result entered", "result confirmed", "result accepted",
    ]  # fmt: skip


@on_both
def test_a_clerk_hands_in_what_was_delegated_until_it_ends(town):
    assert reason(lambda: enter(clerk(town), indicator="satisfaction", code=OTHER_TASK)) == "not-your-task"
    enter(clerk(town))
    delegating.end_delegation(**ONE, delegation=clerk(town).delegations.get().pk, by=town.office)
    assert reason(lambda: enter(clerk(town), value="92")) == "not-your-task"


def test_nobody_passes_what_they_entered(town):
    colleague(town)
    mine = enter(head(town))
    assert reason(lambda: judge(mine, Verb.CONFIRM_RESULT, head(town))) == "own-entry"
    judge(mine, Verb.CONFIRM_RESULT, town.office)
    assert reason(lambda: judge(mine, Verb.ACCEPT_RESULT, town.office)) == "own-entry"


def test_whoever_alone_accepts_does_not_stand_in_for_the_division(town):
    row = enter(clerk(town))
    said = page_of(town.office)
    assert 'value="confirm"' not in said and 'value="return"' in said
    assert "확인하면 접수할 사람이 없" in said and "division_head 님" in said
    assert reason(lambda: judge(row, Verb.CONFIRM_RESULT, town.office)) == "nobody-to-accept"
    assert not waits_for(town.office)

    judge(row, Verb.CONFIRM_RESULT, head(town))

    assert [one.what for one in waits_for(town.office)] == ["접수할 실적"]
    said = page_of(town.office)
    assert 'value="accept"' in said and "지금 접수할 수 있는 사람" not in said
    assert "performance_office 님" in page_of(head(town)).partition("지금 접수할 수 있는 사람")[2]
    judge(row, Verb.ACCEPT_RESULT, town.office)


def test_with_a_colleague_the_office_stands_in_and_the_colleague_accepts(town):
    other = colleague(town)
    row = enter(clerk(town))
    assert 'value="confirm"' in page_of(town.office)
    judge(row, Verb.CONFIRM_RESULT, town.office)
    assert not waits_for(town.office) and [one.what for one in waits_for(other)] == ["접수할 실적"]
    said = page_of(town.office)
    assert 'value="accept"' not in said and "본인이 입력하거나 확인한 실적" in said
    assert "동료" in said.partition("지금 접수할 수 있는 사람")[2]
    judge(row, Verb.ACCEPT_RESULT, other)


def test_of_two_in_the_office_the_one_who_did_not_enter_does_not_confirm(town):
    other = colleague(town)
    row = enter(town.office)
    assert reason(lambda: judge(row, Verb.CONFIRM_RESULT, other)) == "nobody-to-accept"
    judge(row, Verb.CONFIRM_RESULT, head(town))
    assert not waits_for(town.office)
    assert "동료" in page_of(town.office).partition("지금 접수할 수 있는 사람")[2]
    judge(row, Verb.ACCEPT_RESULT, other)


def test_where_nobody_is_left_the_page_says_so(town):
    judge(enter(town.office), Verb.CONFIRM_RESULT, head(town))
    said = page_of(town.office)
    assert 'value="accept"' not in said and "관리자" in said.partition("지금 접수할 수 있는 사람")[2]
    assert not waits_for(town.office)


def test_the_head_of_a_division_above_is_named(town):
    above = Division.objects.create(agency=town.agency, code="above", name="위실")
    Division.objects.filter(pk=town.division.pk).update(parent=above)
    User.objects.filter(pk=head(town).pk).update(division=above)
    enter(clerk(town))
    said = page_of(town.owner)
    assert "division_head 님" in said.partition("지금 확인할 수 있는 사람")[2] and "위실" in said


def test_what_was_sent_back_is_no_to_do_for_whoever_enters_it_no_more(town):
    judge(enter(clerk(town)), Verb.RETURN_RESULT, head(town), "증빙")
    sent_back = [one.what for one in waits_for(clerk(town))]
    assert "보완할 실적" in sent_back
    delegating.end_delegation(**ONE, delegation=clerk(town).delegations.get().pk, by=town.office)
    assert "보완할 실적" not in [one.what for one in waits_for(clerk(town))]


def test_steps_are_not_skipped_and_not_anybodys(town):
    row = enter(clerk(town))
    assert reason(lambda: judge(row, Verb.ACCEPT_RESULT, town.office)) == "wrong-stage"
    assert reason(lambda: judge(row, Verb.CONFIRM_RESULT, town.owner)) == "not-your-role"
    assert reason(lambda: judge(row, Verb.CONFIRM_RESULT, town.people["stranger"])) == "not-your-agency"
    judge(row, Verb.CONFIRM_RESULT, head(town))
    assert reason(lambda: judge(row, Verb.ACCEPT_RESULT, head(town))) == "not-your-role"


@on_both
def test_what_is_returned_with_words_is_entered_anew_beside_the_old_row(town):
    row = enter(clerk(town))
    assert reason(lambda: judge(row, Verb.RETURN_RESULT, head(town))) == "no-reason"
    assert judge(row, Verb.RETURN_RESULT, head(town), "증빙을 붙여 주십시오").stage is ResultStage.RETURNED
    again = enter(clerk(town))
    assert (again.supersedes, Result.objects.count()) == (row, 2)
    assert reason(lambda: judge(row, Verb.CONFIRM_RESULT, head(town))) == "result-moved"


@on_both
def test_a_final_value_changes_only_with_a_reason_and_the_old_one_stays(town):
    first = enter(clerk(town), finality="final")
    assert reason(lambda: enter(clerk(town), value="93", finality="final")) == "no-reason"
    second = enter(clerk(town), value="93", finality="final", why="모집단 정정")
    assert (second.supersedes, Result.objects.get(pk=first.pk).value) == (first, "91.5")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Result.objects.filter(pk=first.pk).update(value="99")


@on_both
def test_the_same_again_is_not_a_new_row(town):
    assert enter(clerk(town)).pk == enter(clerk(town)).pk


@on_both
def test_somebody_who_saw_an_older_row_is_told(town):
    row = enter(clerk(town), seen=0)
    assert reason(lambda: enter(town.owner, value="93", seen=0)) == "result-moved"
    assert enter(town.owner, value="93", seen=row.pk).supersedes == row


@on_both
def test_a_key_makes_a_retry_harmless(town):
    typed = dataclasses.replace(BASE, value="92")
    rows = {actions.enter(**ONE, typed=typed, key="k", by=clerk(town)).pk for _ in range(2)}
    assert len(rows) == Result.objects.count() == 1


# ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_value_comes_from_its_parts(town):
    row = enter(clerk(town), value="", numerator="1,830", denominator="２，０００")
    assert (row.value, row.computed, row.numerator) == ("92", True, "1830")


def test_a_typed_value_must_agree_with_its_parts(town):
    parts = {"numerator": "1830", "denominator": "2000"}
    assert reason(lambda: enter(clerk(town), value="95", **parts)) == "not-from-parts"
    assert enter(clerk(town), value="92", **parts).computed


def test_where_the_formula_is_no_division_the_value_is_typed_and_says_so(town):
    row = enter(town.office, indicator="satisfaction", code=OTHER_TASK, numerator="1", denominator="2", value="81")
    assert (row.value, row.computed) == ("81", False)


def test_not_measured_is_a_value_of_its_own_and_needs_its_reason(town):
    assert reason(lambda: enter(clerk(town), value="")) == "no-reason"
    row = enter(clerk(town), value="", why="연 1회 조사")
    assert (row.value, row.number) == ("", None)
    assert reason(lambda: enter(clerk(town), numerator="3", denominator="0", value="")) == "no-reason"


@pytest.mark.parametrize("words", ["많음", "1e5", "NaN", "inf", "1_000", "9" * 40])
def test_what_is_no_number_is_refused(town, words):
    assert reason(lambda: enter(clerk(town), value=words)) == "not-a-number"


@on_both
def test_large_figures_keep_every_digit(town):
    digits = "99999999999999.9999"
    assert Result.objects.get(pk=enter(clerk(town), value=digits).pk).value == digits


def test_what_looks_odd_is_kept_and_asked_about(town):
    counting.declare(**ONE, given={"survival": "point"}, by=town.office)
    assert [one["why"] for one in enter(clerk(town), value="0.915").odd] == ["hundredfold"]
    assert enter(clerk(town), value="91.5").odd == []


# ── what is counted ──────────────────────────────────────────────────────────────────────────────────────────────────


def declare(town: builders.Town, **given: str) -> int:
    return counting.declare(**ONE, given=given, by=town.office)


def asked(row: Result) -> list[str]:
    return [one["why"] for one in row.odd]


def test_a_sum_over_the_year_that_falls_is_asked_about(town):
    declare(town, survival="year-to-date")
    for quarter, value in ((1, "20"), (2, "40")):
        enter(clerk(town), period=f"2023-Q{quarter}", value=value)
    assert asked(enter(clerk(town), period="2023-Q3", value="30")) == ["falls"]


def test_figures_that_only_rose_are_no_sum_while_nobody_said_so(town):
    for quarter, value in ((1, "20"), (2, "40")):
        enter(clerk(town), period=f"2023-Q{quarter}", value=value)
    assert asked(enter(clerk(town), period="2023-Q3", value="30")) == []


def test_part_of_a_year_is_not_laid_beside_a_year(town):
    assert asked(enter(clerk(town), value="0.915")) == [], "it may be a sum that has just begun"
    assert asked(enter(clerk(town), period="2023", value="0.915")) == ["hundredfold"]
    declare(town, survival="year-to-date")
    assert asked(enter(clerk(town), period="2023-Q2", value="0.915")) == []
    assert asked(enter(clerk(town), period="2023-Q4", value="0.917")) == ["hundredfold", "two-figures"]


def test_a_quarter_is_laid_beside_the_same_quarter_of_earlier_years(town):
    declare(town, survival="year-to-date")
    for year, value in ((2021, "20"), (2022, "22")):
        Result.objects.create(
            agency=town.agency, year=year, indicator="survival", code=TASK, period=f"{year}-Q1", value=value, by=town.office
        )  # fmt: skip
    assert asked(enter(clerk(town), value="0.21")) == ["hundredfold"]
    assert asked(enter(clerk(town), value="21")) == []


@on_both
def test_the_office_says_what_is_counted_and_what_was_said_stays(town):
    assert reason(lambda: counting.declare(**ONE, given={"survival": "point"}, by=town.owner)) == "not-your-role"
    assert reason(lambda: declare(town, survival="sometimes")) == "no-such-counting"
    assert reason(lambda: declare(town, nothing="point")) == "no-such-indicator"
    assert (declare(town, survival="point"), declare(town, survival="point")) == (1, 0)
    assert declare(town, survival="period") == 1
    assert counting.declared(AGENCY, YEAR) == {"survival": "period"}
    assert [row.counting for row in Counted.objects.all()] == ["point", "period"]
    last = AuditEntry.objects.order_by("sequence").last()
    told = (last.verb, json.loads(last.before), json.loads(last.after))
    assert told == ("counting declared", {"survival": "point"}, {"survival": "period"})


def test_what_is_counted_is_proposed_and_last_year_goes_first(town):
    def of(indicator: str) -> tuple[str, str]:
        [one] = [one for one in counting.proposals(with_more(builders.plan())) if one.indicator.id == indicator]
        return one.counting.value, one.because.value

    assert of("survival") == ("point", "rate")
    Counted.objects.create(agency=town.agency, year=YEAR - 1, indicator="survival", counting="period", by=town.office)
    assert of("survival") == ("period", "last-year")


def shown_lines(town: builders.Town, chosen: str = "") -> dict[str, Line]:
    revision = Revision.objects.published().last()
    shown = Shown(revision, [revision], None, actor_of(town.office))
    return {line.indicator.id: line for line in lines(shown, chosen)}


def test_a_target_is_under_way_until_the_year_can_no_longer_change_it(town):
    enter(clerk(town), value="40")
    assert shown_lines(town)["survival"].standing == "under-way"
    declare(town, survival="year-to-date")
    enter(clerk(town), period="2023-Q2", value="93")
    assert shown_lines(town)["survival"].standing == "met"
    declare(town, survival="point")
    assert shown_lines(town)["survival"].standing == "under-way"
    enter(clerk(town), period="2023", value="40")
    assert shown_lines(town)["survival"].standing == "missed"


def test_what_is_asked_of_a_row_that_stands_follows_what_was_said_since(town):
    declare(town, survival="year-to-date")
    enter(clerk(town), value="0.915")
    assert not shown_lines(town)["survival"].asked
    declare(town, survival="point")
    assert shown_lines(town)["survival"].asked


def test_a_sum_at_the_end_of_the_year_is_what_the_year_came_to(town):
    row = enter(clerk(town), period="2023-Q4", value="90")
    judge(row, Verb.CONFIRM_RESULT, head(town))
    judge(row, Verb.ACCEPT_RESULT, town.office)
    assert achieved(AGENCY, YEAR) == {}
    declare(town, survival="year-to-date")
    assert achieved(AGENCY, YEAR)[f"survival@{TASK}"].written == "90"


def test_unknown_indicators_and_periods(town):
    assert reason(lambda: enter(clerk(town), indicator="nothing")) == "no-such-indicator"
    assert reason(lambda: enter(clerk(town), period="2022-Q1")) == "no-such-period"
    assert reason(lambda: enter(clerk(town), as_of=date(2999, 1, 1))) == "in-the-future"


# ── milestones, evidence, money, papers, followed items ──────────────────────────────────────────────────────────────


def report(town: builders.Town, **words: object) -> MilestoneReport:
    told = {"code": TASK, "row": 1, "state": "done", "day": date(2023, 3, 30), "words": "", **words}
    return actions.report_milestone(
        **ONE, by=words.pop("by", town.owner), **{k: v for k, v in told.items() if k != "by"}
    )


@on_both
def test_a_report_keeps_the_words_of_the_milestone_as_they_were(town):
    assert report(town).text == "지침 마련"
    plans.start_draft(**ONE, by=town.office)
    plans.revise(**ONE, object=f"{TASK}/m1", field="text", before="지침 마련", value="지침 검토", by=town.office)
    plans.publish(**ONE, note="시험", by=town.office)
    assert report(town).text == "지침 검토"
    assert MilestoneReport.objects.first().text == "지침 마련"


def test_a_late_milestone_needs_its_reason(town):
    assert reason(lambda: report(town, state="late")) == "no-reason"
    assert report(town, state="late", words="협의 지연").state == "late"
    assert reason(lambda: report(town, row=9)) == "no-such-milestone"
    assert reason(lambda: report(town, by=town.people[Role.AUDITOR])) == "not-your-role"


@on_both
def test_evidence_belongs_to_a_result_or_milestone_of_that_task(town):
    file = Kept("증빙.pdf", "a" * 32 + ".pdf", "pdf", 10, hashlib.sha256(b"x").hexdigest())
    row = enter(clerk(town))
    found = actions.add_evidence(**ONE, code=TASK, about=f"result/{row.pk}", file=file, by=clerk(town))
    assert (found.about, found.name) == (f"result/{row.pk}", "증빙.pdf")
    other = dataclasses.replace(file, stored="b" * 32)
    assert actions.add_evidence(**ONE, code=TASK, about="milestone/1", file=other, by=town.owner).about == f"{TASK}/m1"
    for about in (f"result/{row.pk + 1}", "milestone/9", "plan/1", "result/x"):
        assert reason(lambda about=about: actions.add_evidence(**ONE, code=TASK, about=about, file=file, by=town.owner))
    assert KeptFile.objects.count() == 2


def spend(by: object, *rows: Spent, why: str = "") -> int:
    return books.enter_spending(**ONE, rows=rows, source="d-Brain", why=why, by=by)


@on_both
def test_money_spent_is_entered_by_month_and_changed_with_a_reason(town):
    assert spend(town.owner, Spent(TASK, 2, 3, "10,000,000"), Spent(TASK, 2, 4, "25000000")) == 2
    assert spend(town.owner, Spent(TASK, 2, 3, "10000000")) == 0
    assert reason(lambda: spend(town.owner, Spent(TASK, 2, 3, "9"))) == "no-reason"
    assert spend(town.owner, Spent(TASK, 2, 3, "9"), why="반납") == 1
    assert Spending.objects.count() == 3


@on_both
def test_a_table_with_one_bad_row_changes_nothing(town):
    good = Spent(TASK, 2, 3, "1")
    wrong = [("9", 3, "1"), ("2", 13, "1"), ("2", 3, "x"), ("2", 3, "-1"), ("2", 3, "0.5")]
    for bad in (Spent(TASK, int(row), month, amount) for row, month, amount in wrong):
        assert reason(lambda bad=bad: spend(town.owner, good, bad)) in ("no-such-line", "not-a-number")
    assert reason(lambda: spend(town.owner, good, Spent(OTHER_TASK, 2, 3, "1"))) == "not-your-task"
    assert Spending.objects.count() == 0


def test_papers_are_stated_by_the_office_and_only_changes_are_rows(town):
    row = Stated("survival", "fiscal", "생존율", "식", "93", "")
    assert reason(lambda: books.state_papers(**ONE, rows=[row], by=town.owner)) == "not-your-role"
    assert books.state_papers(**ONE, rows=[row], by=town.office) == 1
    assert books.state_papers(**ONE, rows=[row, dataclasses.replace(row, target="94")], by=town.office) == 1
    assert reason(lambda: books.state_papers(**ONE, rows=[dataclasses.replace(row, paper="x")], by=town.office))
    assert PaperStatement.objects.count() == 2


@on_both
def test_an_opinion_is_carried_on_until_something_was_decided(town):
    told = {
        **ONE,
        "kind": "opinion",
        "code": TASK,
        "source": "현장 간담회",
        "day": date(2023, 3, 2),
        "text": "서류가 많음",
    }
    assert reason(lambda: following.add_item(**{**told, "code": OTHER_TASK}, by=town.owner)) == "not-your-task"
    assert reason(lambda: following.add_item(**{**told, "text": " "}, by=town.owner)) == "no-reason"
    item = following.add_item(**told, by=town.owner)
    assert item.state == "open"
    following.carry_on(**ONE, number=1, state="taken-up", decided="서류 간소화", changed=f"{TASK}/m1", by=town.owner)
    assert Followed.objects.get().state == "taken-up"
    assert reason(lambda: following.carry_on(**ONE, number=2, state="settled", decided="x", by=town.owner))


# ── a closed year ────────────────────────────────────────────────────────────────────────────────────────────────────


@on_both
def test_nothing_is_written_into_a_closed_year_by_any_path(town):
    row = enter(clerk(town))
    following.add_item(
        **ONE, kind="conflict", code=TASK, source="협회", day=date(2023, 3, 2), text="이견", by=town.owner
    )
    YearBook.objects.create(agency=town.agency, year=YEAR, stage="closed", by=town.office)
    file = Kept("a.pdf", "c" * 32, "pdf", 1, "0" * 64)
    writes = [
        lambda: enter(clerk(town), value="99"),
        lambda: judge(row, Verb.CONFIRM_RESULT, head(town)),
        lambda: report(town),
        lambda: actions.add_evidence(**ONE, code=TASK, about="milestone/1", file=file, by=town.owner),
        lambda: delegating.delegate(**ONE, code=TASK, person=clerk(town), by=town.office),
        lambda: spend(town.owner, Spent(TASK, 2, 3, "1")),
        lambda: books.state_papers(**ONE, rows=[Stated("survival", "fiscal", "x")], by=town.office),
        lambda: following.carry_on(**ONE, number=1, state="settled", decided="x", by=town.owner),
        lambda: counting.declare(**ONE, given={"survival": "point"}, by=town.office),
    ]
    assert {reason(write) for write in writes} == {"year-closed"}
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Result.objects.create(agency=town.agency, year=YEAR, indicator="x", code=TASK, period="2023", by=town.office)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        row.moves.create(stage="accepted", by=town.office)


@on_both
@pytest.mark.django_db(transaction=True)
def test_people_who_enter_the_same_result_at_once_lose_nothing(town):
    """Each either makes a row of its own upon the row it saw, or is told that there is another by now."""
    people = [clerk(town), town.owner, head(town), town.office]
    answers = builders.together(
        4, lambda number: actions.enter(**ONE, typed=dataclasses.replace(BASE, value=str(90 + number)), seen=0, by=people[number])
    )  # fmt: skip
    made = [one for one in answers if isinstance(one, Result)]
    told = [one for one in answers if isinstance(one, Refused)]
    assert (len(made), len(told), Result.objects.count()) == (1, 3, 1), answers
    connection.close()


@on_both
@pytest.mark.django_db(transaction=True)
def test_nothing_is_entered_after_a_year_was_closed_in_the_same_moment(town):
    """Whoever comes first holds the year's row: the record shows every figure before the closing, and none after it."""
    from uigwe.web.approving import actions as approving
    from uigwe.web.plans.models import Revision

    YearBook.objects.create(
        agency=town.agency, year=YEAR, stage="fixed", fixed_at=Revision.objects.get(), by=town.office
    )
    periods = ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2023-H1", "2023-H2", "2023"]

    def one(number: int) -> object:
        if number == 3:
            return approving.close(**ONE, by=town.office)
        typed = dataclasses.replace(BASE, period=periods[number - (number > 3)])
        return actions.enter(**ONE, typed=typed, by=town.owner)

    answers = builders.together(8, one)

    made = [one for one in answers if isinstance(one, Result)]
    late = [one.refusal.reason for one in answers if isinstance(one, Refused)]
    assert len(made) + len(late) == 7 and set(late) <= {"year-closed"}, answers
    verbs = list(AuditEntry.objects.order_by("sequence").values_list("verb", flat=True))
    assert verbs[-1] == "year closed"
    assert verbs.count("result entered") == len(made) == Result.objects.count()
    assert reason(lambda: enter(town.owner, value="77")) == "year-closed"


def test_the_form_starts_with_the_quarter_whose_results_are_due():
    days = {date(2023, 2, 1): "Q1", date(2023, 5, 15): "Q1", date(2023, 7, 1): "Q2", date(2023, 10, 18): "Q3",
            date(2024, 1, 20): "Q4", date(2025, 1, 1): "Q4", date(2022, 12, 1): "Q1"}  # fmt: skip
    assert {day: period_now(2023, day) for day in days} == {day: f"2023-{name}" for day, name in days.items()}


def test_whoever_hands_in_for_a_task_finds_it_on_their_own_page(town):
    delegating.delegate(agency=AGENCY, year=YEAR, code=TASK, person=town.agency_staff, by=town.office)
    found = list(work(town.agency_staff, actor_of(town.agency_staff), date(YEAR, 5, 15)))
    assert [(one.about, one.address) for one in found] == [(TASK, f"/p/{AGENCY}/{YEAR}/results/tasks/1-1-1/")]


def test_a_year_whose_amounts_are_asked_for_has_none_yet(town):
    from uigwe.plan.next_year import next_year
    from uigwe.web.plans.presenters.money import money

    whole = money(with_more(builders.plan())).whole
    assert (whole.waiting, whole.empty) == (0, False)
    fresh = money(next_year(with_more(builders.plan()))).whole
    assert (fresh.waiting, fresh.now, fresh.empty) == (1, 0, True)


def test_the_pages_of_a_new_year_say_that_there_are_no_amounts_yet(town):
    starting.start_next_year(**ONE, by=town.office)
    browser = client("ko", town.office)
    for page in ("", "money/"):
        text = browser.get(f"/p/{AGENCY}/{YEAR + 1}/{page}").content.decode()
        assert "아직 없음" in text and ">0백만원" not in text
    assert "1건 미기재" in browser.get(f"/p/{AGENCY}/{YEAR + 1}/").content.decode()
