"""Numbers in sentences and footnotes are read as claims, and go the way of all claims."""

from dataclasses import replace

import pytest

from tests.audit.prose import case, found_in
from tests.builders import budget_line, claim, plan, statement, task
from uigwe.texts import say


def said(*lines: str) -> list[list[tuple[str, str, str, str]]]:
    return [
        [(one.role, one.period, str(one.value), one.unit) for one in together] for together in case(*lines).statements()
    ]


@pytest.mark.parametrize(
    "line",
    [
        "ㅇ 방문객: (’21) 154 → (’22) 188만명(+22.1%)",
        "ㅇ 방문객 : 154만명(’21) → 188만명(’22)(22.1% 증가)",
        "ㅇ 방문객은 ’21년 154만명에서 ’22년 188만명으로 22.1% 증가",
        "* ’21→’22년 방문객 : 154 → 188만명(+22.1%)",
    ],
)
def test_a_series_with_its_change_is_read_in_every_form(line):
    assert said(line) == [
        [("value", "2021", "154", "만명"), ("value", "2022", "188", "만명"), ("change", "2022", "22.1", "%")]
    ]


def test_two_series_under_two_names_are_told_apart():
    [staff, sales] = case("* ’21→’22년 종사자‧매출액 : 25.3 → 27.8만명(+9.9%) / 154 → 188조원(+22.1%)").statements()

    assert (staff[0].subject, sales[0].subject) == ("종사자", "매출액")


def test_a_difference_before_its_series_is_read():
    [[old, new, added]] = case("- 하천기금 1.8조원 추가 조성 (’21. 4.9 → ’22. 6.7조원)").statements()

    assert (old.value, new.value, added.role, added.written) == (old.value, new.value, "difference", "1.8조원")
    assert (old.period, new.period) == ("2021", "2022")


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("ㅇ 정비 대상 총 100개소(상류 60, 중류 30, 하류 10)", "개소"),
        ("ㅇ 유역별 정비: 상류 60 + 중류 30 + 하류 10 = 100개소", "개소"),
        ("ㅇ 정비 목표는 100개소: 상류 60 + 중류 30 + 하류 10", "개소"),
    ],
)
def test_a_sum_is_read_in_every_form(line, unit):
    [parts_and_total] = said(line)

    assert [one[0] for one in parts_and_total] == ["part", "part", "part", "total"]
    assert {one[3] for one in parts_and_total} == {unit}


def test_a_list_that_is_not_complete_is_no_sum():
    assert said("ㅇ 표창 2점, 훈장 1점, 포장 3점 등 총 20점") == []


def test_a_list_that_is_more_than_its_total_is_told_of():
    [finding] = found_in("sum", "ㅇ 표창 12점, 훈장 1점, 포장 9점 등 총 20점")

    assert finding.values == ("20점", "22")


def test_a_total_in_a_sentence_is_compared_with_its_footnote():
    [finding] = found_in(
        "sum", "- 온‧오프라인 합계 2,227억원의 매출 달성", "* 온라인 1,229억원 + 오프라인 989억원(9월)"
    )

    assert say(finding).sentence.startswith("‘온‧오프라인’의 합계가 2,227억원")


def test_a_rise_in_a_sentence_is_compared_with_the_series_in_its_footnote():
    lines = ("ㅇ ’22년 매출액이 37조원 증가하여 역대 최고 수준", "* 매출액 : (’21) 154 → (’22) 188조원")

    [finding] = found_in("change", *lines)

    assert finding.values == ("37조원", "34")


def test_a_right_rise_is_no_finding():
    lines = ("ㅇ ’22년 매출액이 34조원 증가하여 역대 최고 수준", "* 매출액 : (’21) 154 → (’22) 188조원")

    assert found_in("change", *lines) == []


def test_percent_said_of_two_percentages_is_a_question_of_unit():
    lines = ("- 이용률은 전년 대비 13.4% 하락하여 56.7%로 나타남", "* (이용률) (’20) 70.1% → (’21) 56.7%")

    [finding] = found_in("percent-for-points", *lines)

    assert finding.values[0] == "13.4%"


def test_a_yearly_rate_runs_over_all_its_years():
    assert found_in("change", "* 시장 규모 : 연평균 40% 성장(’25년 8억달러→’40년 574억달러)") != []
    assert found_in("change", "* 시장 규모 : 연평균 33% 성장(’25년 8억달러→’40년 574억달러)") == []


def test_a_share_is_read_from_two_figures_of_one_thing():
    assert found_in("share", "ㅇ 정비 대상 850개소 가운데 친환경 시설이 210개소(27.4%)") != []
    assert found_in("share", "ㅇ 정비 대상 850개소 가운데 친환경 시설이 210개소(24.7%)") == []
    assert found_in("share", "ㅇ 참여 하천(1,640개)도 전체 하천(12만개)의 2.4%에 불과") != []


def test_a_mean_is_read_with_the_years_before_it():
    assert found_in("mean", "ㅇ 방문객: (’20) 10, (’21) 20, (’22) 30만명(3년 평균 25만명)") != []
    assert found_in("mean", "ㅇ 방문객: (’20) 10, (’21) 20, (’22) 30만명(3년 평균 20만명)") == []


TABLE = ("(단위 : 명)", "계 100 60 40", "상류 50 30 20", "하류 50 30 20")


def test_a_total_row_that_does_not_add_up_is_found_where_the_others_do():
    [finding] = found_in("sum", *TABLE[:1], "계 100 61 40 12", "상류 50 30 20 5", "하류 50 30 20 7")

    assert finding.values == ("61", "60")


def test_numbers_that_are_no_table_of_sums_are_left_alone():
    assert found_in("sum", *TABLE) == []
    assert found_in("sum", "계 10 20 30", "상류 7 1 9", "하류 2 8 1") == []


def test_a_rate_under_its_values_is_checked_where_the_others_hold():
    rows = ("ㅇ 총지출 100 110 121 133", "(전년대비증가율, %) (10.0) (10.0) (9.9)", "ㅇ 인건비 50 55 60 90",
            "(전년대비증가율, %) (10.0) (9.1) (40.0)")  # fmt: skip

    [finding] = found_in("change", *rows)

    assert finding.values == ("(40.0)", "50")


def test_what_the_pack_already_holds_is_not_said_twice():
    line = "ㅇ 방문객: (’21) 154 → (’22) 188만명(+30.1%)"
    known = [claim("154", unit="만명"), claim("188", unit="만명"), claim("30.1", "change", unit="%")]
    of = plan(statement(*(replace(one, place=case(line).text[0].place) for one in known)))

    assert len(found_in("change", line, of=of)) == 1


def test_a_day_and_a_code_are_no_figures():
    assert said("ㅇ 점검 결과 발표(’22.5.31) 및 후속조치(Ⅱ-3-①)", "ㅇ 3D 프린터와 5G 장비 도입") == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("ㅇ 방문객은 ’21년 154만명에서 ’22년 308만명으로 2배 증가", 0),
        ("ㅇ 방문객은 ’21년 154만명에서 ’22년 462만명으로 2배 증가", 0),
        ("ㅇ 방문객은 ’21년 154만명에서 ’22년 188만명으로 2배 증가", 1),
        ("ㅇ 방문객 : (’21) 154 → (’22) 188만명(2.5배)", 1),
        ("ㅇ 방문객은 ’21년 154만명에서 ’22년 188만명으로 2배 이상 증가", 0),
        ("ㅇ 수집량 확대(’21. 2 → ’22. 9만건, 배출량 3배)", 0),
    ],
)
def test_so_many_times_as_much_is_worked_out_again(line, count):
    assert len(found_in("change", line)) == count


def test_rows_under_heads_in_brackets_are_about_what_the_head_names():
    rows = (
        "(단위 : 억원)",
        "구   분 ’22 ’23 ’24",
        "【일반회계】",
        "ㅇ (총)지출 58,984 32,280 54,191",
        "【하천기금】",
        "ㅇ (총)지출 67,037 53,894 77,565",
        "□ 합계",
        "ㅇ (총)지출 126,021 86,174 131,756",
    )

    subjects = {one.subject for together in case(*rows).statements() for one in together if one.role == "value"}

    assert subjects == {"일반회계 (총)지출", "하천기금 (총)지출", "(총)지출"}


def test_the_outlay_of_an_account_may_stand_in_the_prose():
    table = task(
        "Ⅰ-1-①", budget_line({2023: "54,710"}, level="unit", name="물길 조성", code="5231", account="일반회계")
    )
    rows = ("(단위 : 억원)", "구   분 ’22 ’23 ’24", "【일반회계】", "ㅇ (총)지출 58,984 32,280 54,191")

    [finding] = found_in("budget-magnitude", *rows, of=plan(table))

    assert finding.values == ("54,710 억원", "32,280 억원")
