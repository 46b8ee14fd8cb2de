"""Links to the national agenda: the body's table against the annex."""

from tests.builders import found_by, link, plan, task
from uigwe.audit import Level
from uigwe.plan import Part
from uigwe.texts import say


def test_another_item_in_the_annex_is_an_error():
    [finding] = found_by("agenda-differs", plan(task("Ⅰ-1-①", link("32-2"), link("32-1", part=Part.ANNEX))))

    assert finding.level is Level.ERROR
    assert say(finding).sentence == (
        "‘하천을 정비한다’의 국정과제 연계가 본문에는 32-2, 붙임에는 32-1로 적혀 있어 서로 다릅니다."
    )


def test_a_register_that_only_the_annex_has_is_custom():
    more = task("Ⅰ-1-①", link("32-1"), link("32-1", part=Part.ANNEX), link("5", register="정책방향", part=Part.ANNEX))

    assert found_by("agenda-differs", plan(more)) == []


def test_without_an_annex_there_is_nothing_to_compare():
    assert found_by("agenda-differs", plan(task("Ⅰ-1-①", link("32-2")))) == []


def test_the_one_task_without_link_is_a_notice():
    [finding] = found_by("agenda-missing", plan(task("Ⅰ-1-①", link()), task("Ⅰ-1-②", title="습지를 돌본다")))

    assert finding.level is Level.NOTICE
    assert say(finding).sentence == (
        "‘습지를 돌본다’에는 국정과제·업무보고 등과의 연계가 적혀 있지 않습니다. 같은 계획의 다른 과제에는 적혀 있습니다."
    )


def test_a_plan_that_links_nothing_is_left_alone():
    assert found_by("agenda-missing", plan(task("Ⅰ-1-①"), task("Ⅰ-1-②"))) == []
