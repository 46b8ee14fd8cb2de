"""What pages show, made from small plans."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

from tests import shipped
from tests.web import builders
from uigwe.audit import Case, Level, audit
from uigwe.plan import Patch, edited
from uigwe.web.plans.presenters.calendar import calendar
from uigwe.web.plans.presenters.codes import address, node_at
from uigwe.web.plans.presenters.desk import Desk
from uigwe.web.plans.presenters.edit import as_kept, meaning_of
from uigwe.web.plans.presenters.indicator import place_rows, reading, tried, working
from uigwe.web.plans.presenters.marks import Marks
from uigwe.web.plans.presenters.money import money
from uigwe.web.plans.presenters.search import search, things
from uigwe.web.plans.presenters.tree import tree
from uigwe.web.plans.templatetags.uigwe import object_name

PLAN = shipped.pack().plan
AS_OF = date(2023, 5, 15)


def desk(language: str = "ko") -> Desk:
    return Desk(PLAN, shipped.report().findings, {}, language, AS_OF)


def test_every_goal_and_task_has_an_address_of_its_own():
    slugs = [address(node.code) for node in PLAN.nodes()]

    assert len(set(slugs)) == len(slugs) == 4 + 17 + 46
    assert all(node_at(PLAN, address(node.code)) is node for node in PLAN.nodes())
    assert address("Ⅱ-1-③") == "2-1-3"


def test_the_tree_carries_each_open_finding_up_to_its_goal():
    branches = tree(desk())
    marks = Marks(shipped.report().findings)

    assert [len(branches), sum(len(one.below) for one in branches)] == [4, 17]
    with_code = [finding for finding in shipped.report().findings if finding.code]
    assert sum(one.mark.total for one in branches) == len(with_code)
    assert marks.whole().total == len(shipped.report().findings)


def test_an_accepted_finding_leaves_the_count_and_stays_beside_its_thing():
    [first, *_] = [finding for finding in shipped.report().findings if finding.code]
    quiet = Desk(PLAN, shipped.report().findings, {first.key: "because"}, "ko", AS_OF)

    assert len(quiet.open) == len(desk().open) - 1
    assert any(told.accepted for told in quiet.about(first.object))


def test_money_of_tasks_adds_up_and_a_shared_line_counts_once():
    found = money(PLAN)

    tasks = [task for strategic in found.whole.below for goal in strategic.below for task in goal.below]
    assert len(tasks) == 46
    assert found.whole.now == sum((task.now for task in tasks), Decimal(0))
    assert found.whole.now - found.whole.once == sum((one.extra for one in found.shared), Decimal(0))
    assert all(len(one.tasks) > 1 for one in found.shared)


def test_the_calendar_has_each_milestone_once():
    found = calendar(PLAN, AS_OF)
    dated = sum(len(month.entries) for month in found.months)

    assert (
        dated + len(found.recurring) + len(found.undated)
        == found.total
        == sum(len(task.milestones) for task in PLAN.tasks())
    )
    assert [month.month for month in found.months if month.now] == [5]


def test_initial_consonants_find_over_everything():
    groups = {group.kind: group for group in search(desk(), things(PLAN), "ㅅㅅㄱㅇ")}

    assert {"node", "indicator", "milestone", "money", "person"} <= set(groups)
    assert all(hit.found == "소상공인" for hit in groups["node"].hits)


def test_every_printing_of_an_indicator_has_its_cell():
    for indicator in PLAN.indicators:
        cells = [printing for row in place_rows(indicator) for cell in row.cells for printing in cell]
        assert len(cells) == len(indicator.printings)


def test_the_working_says_whether_the_printed_target_follows():
    indicator = PLAN.indicator("loss-compensation-paid")
    use = indicator.uses[0]

    assert tried(PLAN, indicator, use).exactly
    assert tried(PLAN, indicator, dataclasses.replace(use, basis="last + 7 %p")).finding.level is Level.ERROR
    assert tried(PLAN, indicator, dataclasses.replace(use, basis="last + 4 %")).span == ("last + ", "4 %", "")
    assert tried(PLAN, indicator, dataclasses.replace(use, basis="")).outcome == "none"


def test_the_working_has_no_opinion_of_its_own():
    for indicator, use in PLAN.uses():
        shown = working(indicator, use, shipped.report().findings)
        found = [one for one in shipped.report().findings if one.check == "target-basis"]
        said = next((one for one in found if one.object == f"{indicator.id}@{use.code}"), None)
        if shown.outcome == "derived":
            assert shown.finding == said == tried(PLAN, indicator, use).finding


def test_a_target_is_read_while_it_is_typed():
    meaning = meaning_of(PLAN, "loss-compensation-paid@Ⅰ-1", "target", "(잠정) 93.5")

    assert meaning.number.value == Decimal("93.5")
    assert meaning.number.state.value == "provisional"
    assert meaning.working.finding.level is Level.ERROR


def test_a_basis_may_be_typed_as_a_sentence_and_shows_how_it_was_read():
    about = ("loss-compensation-paid@Ⅰ-1", "basis")
    meaning = meaning_of(PLAN, *about, "’22년 기준 지급률인 88%보다 4%p 상향")

    assert meaning.reading.basis == "actual(2022) + 4 %p"
    assert meaning.working.exactly
    assert as_kept(PLAN, *about, "’22년 기준 지급률인 88%보다 4%p 상향") == "actual(2022) + 4 %p"


def test_a_sentence_that_settles_nothing_is_kept_as_typed_and_says_why():
    about = ("loss-compensation-paid@Ⅰ-1", "basis")
    unread = meaning_of(PLAN, *about, "도전적으로 설정")

    assert (unread.working, unread.reading.why) == (None, "no-arithmetic")
    assert not meaning_of(PLAN, *about, "전년 대비 4%p 이내 상향").reading.confidence.settled
    assert as_kept(PLAN, *about, "전년 대비 4%p 이내 상향") == "전년 대비 4%p 이내 상향"
    assert as_kept(PLAN, *about, "last + 4 %p") == "last + 4 %p"


def test_a_provisional_result_is_marked_in_its_card():
    plan = edited(builders.plan(), Patch(builders.TARGET, "target", "95"))
    indicator = plan.indicators[0]

    assert reading(indicator, indicator.uses[0]).target.written == "95"
    assert audit(Case(plan)) is not None


def test_no_object_of_a_finding_is_shown_by_its_key():
    here = {"desk": desk()}

    for finding in shipped.report().findings:
        called = object_name(here, finding.object)
        assert called and ":" not in called.split(" ")[0] and "@" not in called, finding.object
    assert object_name(here, "claim:Ⅱ-2:수출 증가") == "수출 증가"
    assert object_name(here, "tally::task:결과") == "관리과제 결과"
    assert object_name(here, "새 지표@Ⅰ-1-①") == "Ⅰ-1-① 새 지표"
