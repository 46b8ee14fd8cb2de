"""Money: lines against units, units against each other, all of it against what there is."""

import pytest

from tests.builders import Together, budget_line, claim, found_by, plan, statement, task
from uigwe.audit import Level
from uigwe.texts import say

TASKS = ("Ⅰ-1-①", "Ⅰ-1-②", "Ⅰ-1-③", "Ⅰ-1-④", "Ⅰ-1-⑤", "Ⅰ-1-⑥", "Ⅰ-1-⑦", "Ⅰ-1-⑧")


def unit(amount: str, *lines: str, code: str = "5132", bracket: str = "", account: str = "일반회계"):
    """A unit programme with its bracketed total and its detailed lines, all for 2023."""
    rows = [budget_line({2023: amount}, level="unit", name="물길 조성", code=code, account=account)]
    if bracket:
        rows.append(budget_line({2023: bracket}, level="total", name="", code="", bracketed=True))
    for number, line in enumerate(lines, 301):
        rows.append(budget_line({2023: line}, name=f"정비 {number}", code=str(number), account=account))
    return rows


def outlay(account: str, amount: str) -> Together:
    return statement(claim(amount, subject=f"{account} 지출", unit="억원", period="2023"))


def test_lines_that_are_more_than_their_unit_are_an_error():
    [finding] = found_by("budget-sum", plan(task("Ⅰ-1-①", *unit("6,000", "420", "4,328", "1,303"))))

    assert finding.level is Level.ERROR
    assert say(finding).sentence == (
        "단위사업 ‘물길 조성’(5132)의 2023년 금액은 6,000 억원이나, 세부사업을 더하면 6051입니다."
    )


def test_a_difference_that_rounding_explains_is_a_notice():
    [finding] = found_by("budget-sum", plan(task("Ⅰ-1-①", *unit("6,052", "420", "4,328", "1,303"))))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "rounding")


def test_lines_may_make_the_unit_or_its_bracketed_total():
    whole = plan(
        task("Ⅰ-1-①", *unit("6,051", "420", "4,328", "1,303")),
        task("Ⅰ-1-②", *unit("4,200", "4,200", "115", bracket="(4,315)", code="5161")),
    )

    assert found_by("budget-sum", whole) == []


def test_some_lines_only_are_a_custom_unless_the_plan_has_another():
    partly = unit("6,052", "420")
    usual = [task(code, *unit("100", "60", "40", code=f"6{n}")) for n, code in enumerate(TASKS[1:])]

    assert found_by("budget-sum", plan(task("Ⅰ-1-①", *partly))) == []
    [finding] = found_by("budget-sum", plan(task("Ⅰ-1-①", *partly), *usual))
    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "partial")


def test_a_bracket_above_its_unit_is_a_doubt_where_brackets_are_parts():
    usual = [task(code, *unit("100", "60", "40", code=f"6{n}", bracket="(30)")) for n, code in enumerate(TASKS[1:])]
    odd = task("Ⅰ-1-①", *unit("100", "60", "40", bracket="(130)"))

    [finding] = found_by("budget-sum", plan(odd, *usual))

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, "bracket")


def test_one_unit_with_two_wholes_is_a_doubt():
    [finding] = found_by(
        "budget-totals",
        plan(
            task("Ⅰ-1-①", *unit("5,920", "5,920", bracket="(5,935)")),
            task("Ⅰ-1-②", *unit("6,010", "241")),
        ),
    )

    assert finding.level is Level.DOUBT
    assert finding.values == ("(5,935) 억원", "6,010 억원")


def test_units_that_are_their_own_lines_only_are_told_as_a_notice():
    own = plan(task("Ⅰ-1-①", *unit("1,696", "1,696")), task("Ⅰ-1-②", *unit("2,465", "1,417", "1,048")))

    [finding] = found_by("budget-totals", own)

    assert (finding.level, finding.values) == (Level.NOTICE, ("1,696 억원", "2,465 억원"))
    same = plan(task("Ⅰ-1-①", *unit("1,696", "1,696")), task("Ⅰ-1-②", *unit("1,696", "1,696")))
    assert found_by("budget-totals", same) == []


def test_a_line_above_the_outlay_of_its_account_is_an_error_of_the_unit():
    [finding, *_] = found_by(
        "budget-magnitude", plan(task("Ⅰ-1-①", *unit("54,710", "9")), outlay("일반회계", "32,280"))
    )

    assert (finding.level, finding.facts["case"]) == (Level.ERROR, "line")
    assert finding.values == ("54,710 억원", "32,280 억원")


def test_an_account_is_known_by_its_short_name():
    table = task("Ⅰ-1-①", *unit("9,000", "9,000", account="균특회계"))

    assert len(found_by("budget-magnitude", plan(table, outlay("국가균형발전특별회계", "5,863")))) == 2
    assert found_by("budget-magnitude", plan(table, outlay("국가균형발전특별회계", "10,000"))) == []


def test_the_lines_of_an_account_together_may_not_pass_its_outlay():
    tables = [task(code, *unit("500", "500", code=f"6{n}")) for n, code in enumerate(TASKS[:3])]

    [finding] = found_by("budget-magnitude", plan(*tables, outlay("일반회계", "1,200")))

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, "account")
    assert found_by("budget-magnitude", plan(*tables, outlay("일반회계", "1,500"))) == []


def test_a_table_far_larger_than_the_others_is_a_notice():
    small = [task(code, *unit("60", "30", "30", code=f"6{n}")) for n, code in enumerate(TASKS[1:])]
    large = task("Ⅰ-1-①", *unit("6,000", "3,000", "3,000"))

    [finding] = found_by("budget-magnitude", plan(large, *small))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "size")


def test_a_line_far_larger_than_those_beside_it_is_a_notice():
    [finding] = found_by("budget-magnitude", plan(task("Ⅰ-1-①", *unit("9,500", "500", "300", "8,900"))))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "beside")
    assert finding.values == ("8,900 억원",)


def test_loans_and_what_other_tables_print_too_may_be_large():
    lines = unit("9,500", "500", "300", "8,900")
    loan = [*lines[:-1], budget_line({2023: "8,900"}, name="정비 융자", code="303")]

    assert found_by("budget-magnitude", plan(task("Ⅰ-1-①", *loan))) == []
    assert found_by("budget-magnitude", plan(task("Ⅰ-1-①", *lines), task("Ⅰ-1-②", *lines))) == []


def test_the_same_money_under_two_tasks_is_a_notice_told_once():
    [finding] = found_by(
        "budget-counted-again",
        plan(task("Ⅰ-1-①", *unit("300", "100", "200")), task("Ⅰ-1-②", *unit("300", "100", "200"))),
    )

    assert finding.level is Level.NOTICE
    assert (finding.facts["times"], finding.facts["lines"]) == ("2", "2")


def test_two_tasks_with_shares_of_their_own_are_not_counted_again():
    own = plan(task("Ⅰ-1-①", *unit("300", "100")), task("Ⅰ-1-②", *unit("300", "200")))

    assert found_by("budget-counted-again", own) == []


@pytest.mark.parametrize(("asked", "told"), [({}, 0), ({2023: "100"}, 1)])
def test_money_of_the_year_before_alone_is_not_counted_again(asked, told):
    lines = [
        budget_line({2022: "300", **asked}, level="unit", name="물길 조성", code="5132"),
        budget_line({2022: "100", **asked}, name="정비 301", code="301"),
    ]

    assert len(found_by("budget-counted-again", plan(task("Ⅰ-1-①", *lines), task("Ⅰ-1-②", *lines)))) == told


def test_a_second_line_of_a_table_with_a_proven_slip_is_told_too():
    small = [task(code, *unit("30", "20", "10", code=f"6{n}")) for n, code in enumerate(TASKS[1:])]
    slipped = task("Ⅰ-1-①", *unit("54,710", "54,710"), *unit("45,458", "45,458", code="3152", account="하천기금"))

    found = found_by("budget-magnitude", plan(slipped, *small, outlay("일반회계", "32,280")))

    assert {finding.facts["stated"] for finding in found} >= {"54,710 억원", "45,458 억원"}


def apart(own: str, code: str, *, amounts: dict[int, str] | None = None, bracket: dict[int, str] | None = None):
    """One unit programme in the table of a task that prints one of its lines, and the whole in brackets."""
    cells = amounts or {2022: own, 2023: own}
    rows = [budget_line(cells, level="unit", name="물길 조성", code="5132")]
    if bracket:
        rows.append(budget_line(bracket, level="total", name="", code="", bracketed=True))
    return [*rows, budget_line(cells, name=f"정비 {code}", code=code)]


def test_lines_of_several_tasks_that_make_the_whole_in_one_year_and_nearly_in_another_are_a_notice():
    table = apart("", "301", amounts={2022: "47.6", 2023: "31.4"})
    other = apart("", "302", amounts={2022: "174.2", 2023: "162.9"}, bracket={2022: "(221.8)", 2023: "(194.2)"})

    [finding] = found_by("budget-sum", plan(task("Ⅰ-1-①", *table), task("Ⅰ-1-②", *other)))

    assert (finding.level, finding.values) == (Level.NOTICE, ("(194.2) 억원", "194.3"))


def test_lines_of_several_tasks_that_are_less_or_more_than_the_whole_are_no_finding():
    whole = {2022: "(90)", 2023: "(90)"}
    two = plan(task("Ⅰ-1-①", *apart("30", "301", bracket=whole)), task("Ⅰ-1-②", *apart("40", "302")))

    assert found_by("budget-sum", two) == []
    whole = {2022: "(50)", 2023: "(50)"}
    two = plan(task("Ⅰ-1-①", *apart("30", "301", bracket=whole)), task("Ⅰ-1-②", *apart("40", "302")))
    assert found_by("budget-sum", two) == []


def share(name: str, amount: str, bracket: str = "100", code: str = "4231"):
    """A task's share in a unit programme whose whole stands in brackets."""
    return [
        budget_line({2023: amount}, level="unit", name="물길 함께 돌봄", code=code),
        budget_line({2023: bracket}, level="total", name="", code="", bracketed=True),
        budget_line({2023: amount}, name=name, code="301"),
    ]


def test_shares_of_several_tasks_that_pass_the_whole_are_a_doubt():
    tasks = [
        task("Ⅰ-1-①", *share("정비", "70")),
        task("Ⅰ-1-②", *share("정비", "40", code="4321")),
        task("Ⅰ-1-③", *share("정비", "70")),
    ]

    [finding] = [one for one in found_by("budget-sum", plan(*tasks)) if one.facts["case"] == "shares"]

    assert (finding.level, finding.values) == (Level.DOUBT, ("100 억원", "110"))
    assert finding.steps == ("70 + 40 = 110",)
    assert "여러 과제(Ⅰ-1-①, Ⅰ-1-②)에 적힌 몫을 더하면 110으로 더 많습니다" in say(finding).sentence


@pytest.mark.parametrize(
    "tasks",
    [
        [share("정비", "60"), share("관리", "40")],
        [share("정비", "60.2"), share("관리", "40.1")],
        [share("정비", "70"), share("정비", "70")],
        [share("정비", "70"), share("관리", "40", bracket="200")],
    ],
)
def test_shares_within_the_whole_or_told_twice_are_no_findings(tasks):
    found = found_by("budget-sum", plan(*(task(code, *rows) for code, rows in zip(TASKS, tasks, strict=False))))

    assert [one for one in found if one.facts["case"] == "shares"] == []
