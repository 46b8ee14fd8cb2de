"""Codes, names and accounts of programmes."""

from tests.builders import budget_line, found_by, plan, task
from uigwe.audit import Level
from uigwe.texts import say


def line(name: str, code: str, level: str = "unit", account: str = "일반회계"):
    return budget_line({2023: "10"}, name=name, code=code, level=level, account=account)


def two(first, second):
    return plan(task("Ⅰ-1-①", first), task("Ⅰ-1-②", second))


def test_one_programme_code_over_two_names_is_a_doubt():
    [finding] = found_by(
        "budget-names",
        two(line("물길 조성", "Ⅴ-1-일반재정③", "programme"), line("숲길 조성", "Ⅴ-1-일반재정③", "programme")),
    )

    assert finding.level is Level.DOUBT
    assert say(finding).sentence == (
        "프로그램 코드 Ⅴ-1-일반재정③에 물길 조성 · 숲길 조성 등 서로 다른 이름이 적혀 있습니다(Ⅰ-1-①, Ⅰ-1-②)."
    )


def test_a_fund_or_a_dot_in_the_name_is_no_other_name():
    assert found_by("budget-names", two(line("물길·숲길 지원(기금)", "4131"), line("물길숲길 지원", "4131"))) == []


def test_the_shares_of_regions_in_one_table_are_one_programme():
    table = plan(
        task("Ⅰ-1-①", line("산업", "3336"), line("육성", "302", "detailed"), line("육성(제주)", "302", "detailed"))
    )

    assert found_by("budget-names", table) == []


def test_swapped_digits_of_a_code_are_an_error():
    [finding] = found_by("budget-codes", two(line("기업간협력", "4321"), line("기업간협력", "4231")))

    assert finding.level is Level.ERROR
    assert finding.values == ("4321", "4231")


def test_another_code_altogether_is_a_doubt():
    [finding] = found_by("budget-codes", two(line("기업간협력", "4321"), line("기업간협력", "5120")))

    assert finding.level is Level.DOUBT


def test_codes_for_several_accounts_in_one_table_are_on_purpose():
    table = plan(
        task("Ⅰ-1-①", line("시장 지원", "Ⅴ-1-일반재정③", "programme"), line("시장 지원", "Ⅴ-1-일반재정④", "programme"))
    )

    assert found_by("budget-codes", table) == []


def test_an_account_cut_short_is_a_doubt_that_names_the_whole():
    [finding] = found_by("budget-accounts", two(line("물길", "11"), line("숲길", "12", account="일반")))

    assert (finding.level, finding.facts["case"], finding.facts["other"]) == (Level.DOUBT, "form", "일반회계")


def test_an_account_of_no_known_kind_is_a_doubt():
    [finding] = found_by("budget-accounts", two(line("물길", "11"), line("숲길", "12", account="일반재정")))

    assert finding.facts["case"] == "unknown"


def test_a_funds_programme_under_an_account_that_is_no_fund_is_a_doubt():
    [finding] = found_by("budget-accounts", plan(task("Ⅰ-1-①", line("물길 지원(기금)", "4131"))))

    assert finding.facts["case"] == "fund"


def test_one_line_under_two_accounts_in_two_tasks_is_a_doubt():
    unit = line("물길", "11")
    one, other = line("정비", "301", "detailed"), line("정비", "301", "detailed", "소진기금")

    [finding] = found_by("budget-accounts", plan(task("Ⅰ-1-①", unit, one), task("Ⅰ-1-②", unit, other)))

    assert finding.facts["case"] == "two"
    assert found_by("budget-accounts", plan(task("Ⅰ-1-①", unit, one, other), task("Ⅰ-1-②", unit, one))) == []


def test_a_part_of_a_programme_is_not_its_second_name():
    unit = line("상생", "4231")
    whole, part = line("생태계 구축", "301", "detailed"), line("생태계구축 내 거래공정화", "301", "detailed")

    assert found_by("budget-names", plan(task("Ⅰ-1-①", unit, whole), task("Ⅰ-1-②", unit, part))) == []


def above(task_code: str, programme: str, code: str):
    return task(task_code, line(programme, code, "programme"), line("하천 조사평가", "4838"))


def test_a_unit_programme_under_two_programmes_is_a_doubt():
    [finding] = found_by(
        "budget-codes",
        plan(above("Ⅰ-1-①", "하천 조사", "Ⅳ-1-일반재정④"), above("Ⅰ-1-②", "하천 평가", "Ⅵ-1-일반재정④")),
    )

    assert (finding.level, finding.values) == (
        Level.DOUBT,
        ("Ⅳ-1-일반재정④", "Ⅵ-1-일반재정④", "하천 조사", "하천 평가"),
    )
    assert say(finding).sentence == (
        "단위사업 ‘하천 조사평가’(4838)의 프로그램이 하천 조사(Ⅳ-1-일반재정④) · 하천 평가(Ⅵ-1-일반재정④) 등으로 "
        "서로 다르게 적혀 있습니다(Ⅰ-1-①, Ⅰ-1-②)."
    )


def test_a_unit_programme_under_its_one_programme_is_none():
    one = plan(above("Ⅰ-1-①", "하천 조사", "Ⅳ-1-일반재정④"), above("Ⅰ-1-②", "하천 조사", "Ⅳ-1-일반재정④"))

    assert found_by("budget-codes", one) == []


def programme(code: str, name: str = "하천정비"):
    return budget_line({2023: "10"}, level="programme", name=name, code=code)


def test_codes_of_a_goal_that_the_plan_does_not_have_are_told_once():
    odd = task("Ⅰ-1-②", programme("Ⅴ-1-일반재정①"), programme("Ⅴ-2-일반재정②", "물길"))
    known = task("Ⅰ-1-①", programme("Ⅰ-1-일반재정①"))

    [finding] = found_by("budget-goal", plan(odd, known))

    assert (finding.level, finding.facts["goal"], len(finding.places)) == (Level.NOTICE, "Ⅴ", 2)


def test_codes_of_known_goals_and_codes_without_a_goal_are_no_findings():
    assert found_by("budget-goal", plan(task("Ⅰ-1-①", programme("Ⅰ-2-일반재정①"), programme("3335")))) == []


def test_an_odd_account_stands_beside_the_one_of_another_table():
    [finding] = found_by(
        "budget-accounts", two(line("물길 지원(기금)", "4131", account="물길기금"), line("물길 지원(기금)", "4131"))
    )

    assert finding.values == ("일반회계", "물길기금")
    assert len(finding.places) == 2


def test_a_unit_programme_without_the_account_that_another_table_prints_is_a_doubt():
    [finding] = found_by("budget-accounts", two(line("물길 조성", "4231"), line("물길 조성", "4231", account="")))

    assert (finding.level, finding.facts["case"], finding.values) == (Level.DOUBT, "missing", ("일반회계",))
    assert say(finding).sentence == "‘물길 조성’(4231)에 회계가 적혀 있지 않습니다. 다른 표에는 ‘일반회계’입니다."


def test_a_unit_programme_with_its_account_on_a_line_or_under_another_name_lacks_none():
    lines = [line("물길 조성", "4231", account=""), line("정비", "301", "detailed")]
    assert found_by("budget-accounts", plan(task("Ⅰ-1-①", line("물길 조성", "4231")), task("Ⅰ-1-②", *lines))) == []
    other = two(line("물길 조성", "4231"), line("숲길 조성", "4231", account=""))
    assert found_by("budget-accounts", other) == []
    assert found_by("budget-accounts", two(line("가", "1", account=""), line("나", "2", account=""))) == []


def programmes(*codes: str):
    return plan(*(task(f"Ⅰ-1-{'①②③④⑤⑥⑦⑧⑨⑩'[n]}", line(f"사업 {n}", code, "programme")) for n, code in enumerate(codes)))


CIRCLED = [f"Ⅰ-{n}-일반재정{'①②③'[n % 3]}" for n in range(1, 9)]


def test_a_code_in_a_form_that_no_other_has_is_a_doubt():
    [finding] = found_by("budget-codes", programmes(*CIRCLED, "Ⅱ-1-일반재정(1)"))

    assert (finding.level, finding.facts["case"], finding.values[0]) == (Level.DOUBT, "form", "Ⅱ-1-일반재정(1)")


def test_codes_of_other_words_and_few_codes_have_no_odd_form():
    assert found_by("budget-codes", programmes(*CIRCLED, "Ⅱ-1-R&D①")) == []
    assert found_by("budget-codes", programmes(*CIRCLED[:5], "Ⅱ-1-일반재정(1)")) == []
    assert found_by("budget-codes", programmes(*CIRCLED, "Ⅱ-1-①-1", "Ⅱ-1-①-2")) == []
