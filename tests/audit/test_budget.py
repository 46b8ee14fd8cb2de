"""Money: the same line under several tasks."""

from tests.audit.prose import found_in
from tests.builders import budget_line, found_by, plan, task
from uigwe.audit import Level
from uigwe.texts import say


def two(first, second):
    return plan(task("Ⅰ-1-①", first), task("Ⅰ-1-②", second))


def test_one_programme_with_two_amounts_is_a_doubt():
    [finding] = found_by("budget-amounts", two(budget_line({2023: "224"}), budget_line({2023: "241"})))

    assert finding.level is Level.DOUBT
    assert say(finding).sentence == (
        "세부사업 ‘하천정비’(301)의 2023년 금액이 Ⅰ-1-①에는 224 억원, Ⅰ-1-②에는 241 억원으로 적혀 있습니다."
    )


def test_one_amount_in_two_units_is_no_doubt():
    same = two(budget_line({2023: "224"}), budget_line({2023: "22,400"}, unit="백만원"))

    assert found_by("budget-amounts", same) == found_by("budget-unit", same) == []


def test_a_table_in_another_unit_than_the_others_is_a_notice():
    tables = [task(f"Ⅰ-1-{n}", budget_line({2023: "224"}, code=f"30{at}")) for at, n in enumerate("①②")]
    other = task("Ⅰ-1-③", budget_line({2023: "22,400"}, unit="백만원", code="309"))

    [finding] = found_by("budget-unit", plan(*tables, other))

    assert (finding.level, finding.values) == (Level.NOTICE, ("백만원", "억원"))
    assert say(finding).sentence.startswith("재정사업 표의 단위가 2개 과제는 억원이나 Ⅰ-1-③은 백만원입니다.")
    assert found_by("budget-unit", plan(*tables)) == []


def test_two_accounts_have_two_amounts():
    assert found_by("budget-amounts", two(budget_line({2023: "224"}), budget_line({2023: "241"}, account="기금"))) == []


def test_an_amount_in_brackets_is_kept_apart():
    assert found_by("budget-amounts", two(budget_line({2023: "224"}), budget_line({2023: "12"}, bracketed=True))) == []


def test_a_hundred_times_more_is_a_slip_of_the_unit():
    slip = two(budget_line({2023: "1,303"}), budget_line({2023: "130,335"}))

    [finding] = found_by("budget-unit", slip)

    assert finding.level is Level.ERROR
    assert say(finding).sentence == (
        "세부사업 ‘하천정비’(301)의 2023년 금액이 Ⅰ-1-①에는 1,303 억원, Ⅰ-1-②에는 130,335 억원으로 100배가량 차이 납니다. "
        "한쪽의 단위가 백만원과 억원 사이에서 바뀐 것으로 보입니다."
    )
    assert found_by("budget-amounts", slip) == []


def test_ten_times_more_is_no_slip_of_the_unit():
    assert found_by("budget-unit", two(budget_line({2023: "130"}), budget_line({2023: "1,300"}))) == []


def test_last_years_header_is_an_error_told_once_per_table():
    old = plan(task("Ⅰ-1-①", budget_line({2021: "1", 2022: "2"}), budget_line({2021: "3", 2022: "4"}, code="302")))

    [finding] = found_by("budget-header-year", old)

    assert say(finding).sentence == (
        "‘하천을 정비한다’의 재정사업 표는 2021, 2022년 칸으로 되어 있으나, 2023년도 계획의 칸은 전년도와 2023년입니다."
    )


def test_last_year_and_this_year_are_the_right_header():
    assert found_by("budget-header-year", plan(task("Ⅰ-1-①", budget_line({2022: "1", 2023: "2"})))) == []


def named(first, second):
    """One detailed programme under one unit programme in the tables of two tasks."""
    unit = budget_line(level="unit", code="4131", name="하천관리", line=69)
    return plan(
        task("Ⅰ-1-①", unit, budget_line(name=first)),
        task("Ⅰ-1-②", unit, budget_line(name=second)),
    )


def test_one_code_with_two_names_is_a_doubt():
    [finding] = found_by("budget-names", named("하천정비", "하천정비지원"))

    assert (
        say(finding).sentence
        == "세부사업 코드 301에 하천정비 · 하천정비지원 등 서로 다른 이름이 적혀 있습니다(Ⅰ-1-①, Ⅰ-1-②)."
    )


def test_spacing_does_not_make_another_name():
    assert found_by("budget-names", named("하천정비", "하천 정비")) == []


def test_an_amount_here_and_a_dash_there_is_a_doubt_when_the_other_year_agrees():
    here, there = budget_line({2022: "430", 2023: "-"}), budget_line({2022: "430", 2023: "359"})

    [finding] = found_by("budget-amounts", two(here, there))

    assert finding.values == ("- 억원", "359 억원")
    assert found_by("budget-amounts", two(budget_line({2022: "12", 2023: "-"}), there)) != []


def test_two_years_of_one_line_are_one_finding():
    [finding] = found_by(
        "budget-amounts", two(budget_line({2022: "147", 2023: "152"}), budget_line({2022: "41", 2023: "40"}))
    )

    assert finding.facts["year"] == "2022, 2023"


def test_a_part_of_a_programme_is_not_the_programme():
    part = budget_line({2023: "9"}, name="하천정비 내 기업간 거래공정화")

    assert found_by("budget-amounts", two(budget_line({2023: "147"}), part)) == []


def told(first: str, second: str, *amounts: str):
    rows = [budget_line({2023: amount}, name=f"물길 {n}", code=f"30{n}") for n, amount in enumerate(amounts)]
    return found_in(
        "amount-twice",
        f"◦ 쉼터 조성 (’23. {first}억원)",
        f"◦ 안내 지원 (’23. {second}억원)",
        of=plan(task("Ⅰ-1-①", *rows)),
    )


def test_the_whole_of_a_line_told_for_two_things_is_a_notice():
    [finding] = told("168", "168", "168")

    assert (finding.level, finding.values) == (Level.NOTICE, ("’23. 168억원", "168 억원"))
    assert told("100", "68", "168") == []
    assert told("168", "168", "336") == []
    assert told("3", "3", "3") == []
