"""What changed between two plans, by meaning and not by line."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings

from tests.builders import budget_line, indicator, link, milestone, plan, task
from tests.every import examples
from tests.shipped import pack
from tests.strategies import plans
from uigwe.plan import Part, compare
from uigwe.plan.indicator import Bounds, Seeks, TargetType


@settings(max_examples=examples(20))
@given(plans())
def test_a_plan_does_not_differ_from_itself(one):
    assert compare(one, one) == ()


def test_the_2023_plan_does_not_differ_from_itself():
    assert compare(pack().plan, pack().plan) == ()


@settings(max_examples=examples(20))
@given(plans(), plans())
def test_what_came_one_way_went_the_other(one, other):
    there = {(c.kind, c.field, c.before, c.after) for c in compare(one, other) if c.kind in ("plan", "node")}
    back = {(c.kind, c.field, c.after, c.before) for c in compare(other, one) if c.kind in ("plan", "node")}

    assert there == back


def test_spacing_alone_is_no_difference():
    assert compare(plan(task("Ⅰ-1-①", title="하천을 정비한다")), plan(task("Ⅰ-1-①", title="하천을  정비 한다"))) == ()


def test_a_lower_target_is_one_change():
    before = plan(indicator("만족도", past={2022: 92}, target=93))
    after = plan(indicator("만족도", past={2022: 92}, target=90))

    [change] = compare(before, after)

    assert (change.kind, change.object, change.field) == ("indicator", "satisfaction@Ⅰ-1-①", "target.2023")
    assert (change.before, change.after) == ("93", "90")


def test_a_milestone_that_moves_up_a_row_is_the_same_milestone():
    before = plan(task("Ⅰ-1-①", milestone("공고"), milestone("보고")))
    after = plan(task("Ⅰ-1-①", milestone("보고")))

    [change] = compare(before, after)

    assert (change.kind, change.before, change.after) == ("milestone", "공고", None)


def test_an_amount_that_changes_is_told_by_its_year():
    before = plan(task("Ⅰ-1-①", budget_line({2022: "200", 2023: "224"})))
    after = plan(task("Ⅰ-1-①", budget_line({2022: "200", 2023: "241"})))

    [change] = compare(before, after)

    assert (change.field, change.before, change.after) == ("amount.2023", "224", "241")


def test_a_task_that_comes_brings_its_things():
    after = plan(task("Ⅰ-1-①"), task("Ⅰ-1-②", milestone("보고"), link()))

    assert {(one.kind, one.before) for one in compare(plan(), after)} == {
        ("node", None),
        ("milestone", None),
        ("link", None),
    }


def test_a_link_of_body_and_annex_that_changes_in_both_is_told_once():
    both = (link(), link(part=Part.ANNEX))

    assert [one.before for one in compare(plan(task("Ⅰ-1-①", *both)), plan(task("Ⅰ-1-①")))] == ["맑은 물 (국정 32-1)"]
    assert len(compare(plan(task("Ⅰ-1-①", *both)), plan(task("Ⅰ-1-①", both[0])))) == 1


def test_a_renamed_indicator_is_recognised_by_its_id():
    before = plan(indicator("만족도", id="satisfaction", target=93))
    after = plan(indicator("이용자 만족도", id="satisfaction", target=93))

    [change] = compare(before, after)

    assert (change.field, change.before, change.after) == ("name", "만족도", "이용자 만족도")


def test_another_line_in_the_document_is_no_difference():
    one = plan(indicator("만족도", target=93))
    use = one.indicators[0].uses[0]
    moved = replace(
        one, indicators=(replace(one.indicators[0], uses=(replace(use, place=replace(use.place, line=999)),)),)
    )

    assert compare(one, moved) == ()


def test_bounds_of_a_target_are_compared():
    one = indicator(target=90)
    low = replace(one, bounds=Bounds(TargetType.RANGE, Seeks.WITHIN, Decimal(80), Decimal(95)))
    lower = replace(one, bounds=Bounds(TargetType.RANGE, Seeks.WITHIN, Decimal(70), Decimal(95)))

    [change] = compare(plan(low), plan(lower))

    assert (change.field, change.before, change.after) == ("bounds", "range within 80..95", "range within 70..95")
    assert compare(plan(low), plan(low)) == ()
