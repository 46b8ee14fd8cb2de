"""Links to the national agenda: the body's table against the annex."""

from dataclasses import replace

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


def test_one_item_with_two_titles_is_a_doubt():
    [finding] = found_by(
        "agenda-titles", plan(task("Ⅰ-1-①", link(title="맑은 물")), task("Ⅰ-1-②", link(title="깨끗한 숲")))
    )

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, "titles")


def test_one_title_with_two_codes_is_a_notice():
    [finding] = found_by("agenda-titles", plan(task("Ⅰ-1-①", link("32-1")), task("Ⅰ-1-②", link("32-5"))))

    assert (finding.level, finding.values) == (Level.NOTICE, ("32-1", "32-5"))


def test_one_item_with_one_title_is_no_finding():
    same = plan(task("Ⅰ-1-①", link(title="맑은 물")), task("Ⅰ-1-②", link(title="맑은물")))

    assert found_by("agenda-titles", same) == []


def test_a_link_without_code_beside_others_with_one_is_a_notice():
    [finding] = found_by("agenda-code-missing", plan(task("Ⅰ-1-①", link("")), task("Ⅰ-1-②", link("32-5"))))

    assert (finding.level, finding.object) == (Level.NOTICE, "Ⅰ-1-①")
    assert found_by("agenda-code-missing", plan(task("Ⅰ-1-①", link("")), task("Ⅰ-1-②", link("")))) == []


def test_one_register_in_two_forms_is_a_notice():
    def short(code):
        return replace(link(code, register="업무보고", title=f"일 {code}"), written=f"업무 {code}")

    def full(code):
        return link(code, register="업무보고", title=f"일 {code}")

    mixed = plan(task("Ⅰ-1-①", short("3-1"), short("3-2")), task("Ⅰ-1-②", full("2-1"), full("2-2")))

    [finding] = found_by("agenda-titles", mixed)

    assert (finding.level, finding.values) == (Level.NOTICE, ("업무 3-1", "업무보고 2-1"))
    assert found_by("agenda-titles", plan(task("Ⅰ-1-①", full("2-1"), full("2-2")))) == []


def test_a_task_and_its_item_that_name_one_thing_by_two_words_are_a_doubt():
    own = replace(task("Ⅰ-1-①", link(title="하천점용 감면제 확산")), title="하천사용 감면제 안착 지원")

    [finding] = found_by("agenda-titles", plan(own))

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, "terms")
    assert finding.values == ("하천사용 감면제", "하천점용 감면제")


def test_one_word_and_words_of_other_things_are_no_two_terms():
    for title in ("하천사용 감면제 확산", "도로점용 감면제 확산", "하천점용 신고제 확산"):
        own = replace(task("Ⅰ-1-①", link(title=title)), title="하천사용 감면제 안착 지원")
        assert found_by("agenda-titles", plan(own)) == []
