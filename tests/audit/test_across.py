"""This year's plan against last year's."""

from tests.builders import found_by, indicator, plan, task
from uigwe.audit import Level
from uigwe.texts import say


def before(**more):
    return indicator(**({"past": {2021: 80}, "target": 85, "year": 2022} | more))


def now(**more):
    return indicator(**({"past": {2021: 80, 2022: 83}, "target": 86} | more))


def found(check: str, this, last):
    return found_by(check, plan(this), plan(last, year=2022))


def test_another_formula_than_last_year_is_a_doubt():
    [finding] = found("formula-changed", now(formula="이행 건수 ÷ 접수 건수"), before(formula="이행 건수 ÷ 신청 건수"))

    assert finding.level is Level.DOUBT
    assert say(finding).sentence == (
        "‘만족도’의 측정산식이 지난해 ‘이행 건수 ÷ 신청 건수’에서 올해 ‘이행 건수 ÷ 접수 건수’로 바뀌었습니다."
    )


def test_another_unit_is_told_too_and_spacing_is_not():
    assert [f.facts["part"] for f in found("formula-changed", now(unit="%"), before(unit="점"))] == ["unit"]
    assert found("formula-changed", now(formula="건수의 합"), before(formula="건수의  합")) == []


def test_an_indicator_that_another_one_replaced_is_a_doubt():
    [finding] = found("indicator-dropped", now(name="방문객 수", id="visitors"), before(name="재방문율", id="return"))

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, "swapped")
    assert finding.values == ("재방문율", "방문객 수")


def test_an_indicator_that_goes_on_is_not_dropped_even_under_another_id():
    assert found("indicator-dropped", now(), before()) == []
    assert found("indicator-dropped", now(id="new-id"), before(id="old-id")) == []


def test_an_easier_target_than_last_years_is_a_doubt():
    [finding] = found("target-lowered", now(target=83), before(target=85))

    assert (finding.level, finding.values) == (Level.DOUBT, ("83", "85"))
    assert found("target-lowered", now(target=85), before(target=85)) == []
    assert found("target-lowered", now(target=83, direction="down"), before(target=85, direction="down")) == []


def test_a_past_result_that_moved_is_a_doubt():
    [finding] = found("base-moved", now(past={2021: "79.5", 2022: 83}), before(past={2021: "81.0"}))

    assert (finding.level, finding.values) == (Level.DOUBT, ("79.5", "81.0"))
    assert found("base-moved", now(past={2021: "80.0", 2022: 83}), before(past={2021: 80})) == []


def test_a_promise_that_was_missed_or_is_not_told_is_a_notice():
    [missed] = found("promise-missed", now(past={2022: 83}), before(target=85))
    [untold] = found("promise-missed", now(past={2021: 80}), before(target=85))

    assert (missed.level, missed.facts["case"], missed.facts["short"]) == (Level.NOTICE, "missed", "2")
    assert untold.facts["case"] == "untold"
    assert found("promise-missed", now(past={2022: 85}), before(target=85)) == []


def test_a_code_with_another_title_is_a_notice():
    this, last = plan(task(title="물가 쉼터를 조성한다")), plan(task(title="하천을 정비한다"), year=2022)

    [finding] = found_by("task-renamed", this, last)

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "other")
    assert found_by("task-renamed", this, this) == []


def test_without_last_years_plan_nothing_is_asked():
    assert found_by("target-lowered", plan(now())) == []
