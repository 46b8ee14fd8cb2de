"""What the document counts of itself, against what it lists."""

from tests.builders import found_by, indicator, plan, tally, task
from uigwe.audit import Level
from uigwe.texts import say


def test_a_stated_number_of_tasks_that_is_not_listed_is_an_error():
    [finding] = found_by("count-stated", plan(task("Ⅰ-1-①"), task("Ⅰ-1-②"), tally("items", 3)))

    assert finding.level is Level.ERROR
    assert say(finding).sentence == "문서는 관리과제 개수를 3개로 집계하였으나, 계획에 실린 것을 세면 2개입니다."


def test_the_number_that_is_listed_is_no_error():
    assert found_by("count-stated", plan(task("Ⅰ-1-①"), task("Ⅰ-1-②"), tally("items", 2))) == []


def test_a_count_of_one_strategic_goal_looks_only_there():
    split = plan(task("Ⅰ-1-①"), task("Ⅱ-1-①"), task("Ⅱ-1-②"), tally("items", 3, scope="Ⅱ"))

    [finding] = found_by("count-stated", split)

    assert say(finding).sentence == "문서는 Ⅱ의 관리과제 개수를 3개로 집계하였으나, Ⅱ에 실린 것을 세면 2개입니다."


def test_indicators_are_counted_by_use():
    assert found_by("count-stated", plan(indicator(target=1), tally("indicators", 1))) == []


def test_a_class_counted_once_too_often_is_an_error():
    [finding] = found_by("tally-classes", plan(indicator(target=1, nature="산출"), tally("결과", 1)))

    assert say(finding).sentence == "집계표에는 관리과제의 ‘결과’ 지표가 1개이나, 붙임의 분류로 세면 0개입니다."
    assert say(finding, "en").sentence.startswith("The table counts 1 indicators of class ‘outcome’")


def test_a_class_counted_rightly_is_no_error():
    assert found_by("tally-classes", plan(indicator(target=1, nature="결과"), tally("결과", 1), tally("정량", 1))) == []


def test_a_share_that_its_counts_do_not_make_is_an_error():
    wrong = plan(tally("indicators", 50), tally("결과", 45), tally("결과", 95, unit="%"))

    [finding] = found_by("tally-shares", wrong)

    assert say(finding).sentence == "관리과제의 ‘결과’ 비율이 95%로 적혀 있으나, 50개 가운데 45개이면 90%입니다."
    assert finding.steps == ("45 / 50 * 100 = 90",)


def test_a_share_that_is_rounded_is_no_error():
    assert found_by("tally-shares", plan(tally("indicators", 3), tally("결과", 1), tally("결과", 33, unit="%"))) == []
