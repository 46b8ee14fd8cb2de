"""One fact, several places."""

from dataclasses import replace

import pytest

from tests.audit.prose import found_in
from tests.builders import also_used, found_by, indicator, name, plan
from uigwe.audit import Level
from uigwe.plan import Part
from uigwe.texts import say


def test_another_target_in_the_annex_is_an_error():
    [finding] = found_by("values-differ", plan(indicator("이행률", unit="%", target="89", annex={2023: "88.4"})))

    assert finding.level is Level.ERROR
    assert say(finding).sentence == (
        "‘이행률’의 2023년 목표치가 Ⅰ-1-① 표에는 89, Ⅰ-1-① 붙임 표에는 88.4로 적혀 있어 서로 다릅니다."
    )


def test_a_rounder_printing_of_the_same_value_is_no_error():
    assert found_by("values-differ", plan(indicator(target="88.6", annex={2023: "89"}))) == []


def test_an_empty_cell_of_the_annex_says_nothing():
    assert found_by("values-differ", plan(indicator(past={2022: "71"}, target="89", annex={2022: "-"}))) == []


def test_a_result_where_the_annex_says_new_is_a_doubt():
    [finding] = found_by("values-differ", plan(indicator(past={2022: "71"}, target="89", annex={2022: "신규"})))

    assert finding.level is Level.DOUBT


def test_a_goal_is_compared_with_the_table_of_its_task():
    goal = indicator("고용증가량", code="Ⅰ-1", unit="명", past={2022: "3,749"}, target=4000)
    shared = also_used(goal, "Ⅰ-1-①")
    told_twice = indicator("고용증가량", code="Ⅰ-1-①", unit="명", past={2022: "3,794"}, target=4000, line=400)

    [finding] = found_by("values-differ", plan(replace(shared, printings=(*shared.printings, *told_twice.printings))))

    assert say(finding).sentence == (
        "‘고용증가량’의 2022년 실적이 Ⅰ-1 표에는 3,749, Ⅰ-1-① 본문 표에는 3,794로 적혀 있어 서로 다릅니다."
    )


def test_a_reason_that_quotes_another_result_is_an_error():
    [finding] = found_by(
        "quoted-differs",
        plan(indicator("고용증가량", unit="명", past={2022: "3,749"}, target=4000, quoted={2022: "3,794명"})),
    )

    assert finding.level is Level.ERROR
    assert say(finding).sentence == (
        "‘고용증가량’의 2022년 실적이 Ⅰ-1-① 표에는 3,749, Ⅰ-1-①의 글에서 인용한 값은 3,794명으로 서로 다릅니다."
    )


def test_a_reason_that_quotes_the_result_rounded_is_no_error():
    rounded = indicator(past={2022: "87.6"}, target=90, quoted={2022: "88"})

    assert found_by("quoted-differs", plan(rounded)) == []


def test_a_reason_that_gives_the_target_with_fewer_digits_is_a_notice():
    shorter = indicator("이행률", unit="%", past={2022: 25}, target="27.2", quoted={2023: "27%"})

    [finding] = found_by("quoted-differs", plan(shorter))

    assert (finding.level, finding.values) == (Level.NOTICE, ("27.2", "27%"))
    assert found_by("quoted-differs", plan(indicator(past={2022: 25}, target="27.2", quoted={2023: "27.2점"}))) == []


def test_a_result_known_to_the_reason_but_not_to_the_table_is_a_doubt():
    [finding] = found_by(
        "actual-not-in-table",
        plan(indicator("이행률", unit="%", past={2022: "신규"}, target=80, quoted={2022: "76.2%"})),
    )

    assert say(finding).sentence == (
        "‘이행률’의 산출근거는 2022년 실적 76.2%를 들고 있으나, 표의 2022년 칸에는 ‘신규’로 적혀 있습니다."
    )


def test_a_result_known_to_both_is_no_doubt():
    known = indicator("이행률", unit="%", past={2022: "76.2"}, target=80, quoted={2022: "76.2%"})

    assert found_by("actual-not-in-table", plan(known)) == []


def test_one_indicator_in_two_units_is_a_doubt():
    two = plan(
        indicator("만족도", target=90),
        name("satisfaction", "만족도(점)"),
        name("satisfaction", "만족도(명)", part=Part.ANNEX),
    )

    [finding] = found_by("unit-differs", two)

    assert say(finding).sentence == "‘만족도’의 단위가 자리에 따라 점 · 명으로 다르게 적혀 있습니다."


def test_a_remark_in_brackets_is_not_a_unit():
    remark = plan(
        indicator("만족도", target=90),
        name("satisfaction", "만족도(점)"),
        name("satisfaction", "만족도(공통)", part=Part.ANNEX),
    )

    assert found_by("unit-differs", remark) == []


def test_two_formulas_for_one_indicator_are_a_doubt():
    [finding] = found_by("uses-differ", plan(also_used(indicator(code="Ⅰ-1", target=90), "Ⅰ-1-①", formula="다른 산식")))

    assert (finding.level, finding.facts["part"]) == (Level.DOUBT, "formula")


def test_the_same_formula_in_other_spacing_is_no_finding():
    one = indicator(code="Ⅰ-1", formula="건수의 합", target=90)

    assert found_by("uses-differ", plan(also_used(one, "Ⅰ-1-①", formula="건수의합"))) == []


@pytest.mark.parametrize(
    ("reason", "values"),
    [
        (
            "* 연도별 이수자 수는 (’20) 79 (’21) 170 (’22) 84, 예년보다 높임",
            ("신규", "신규", "신규", "79", "170", "84"),
        ),
        ("지난 2년의 평균(’21년도 397, ’22년도 546)의 110%", ("신규", "신규", "397", "546")),
        ("’22년 실적치 76명 대비 103%", ("신규", "76명")),
    ],
)
def test_past_values_that_the_words_of_a_reason_tell_are_missing_from_the_table(reason, values):
    new = indicator(unit="명", past=dict.fromkeys((2020, 2021, 2022), "신규"), target=600, reason=reason)

    [finding] = found_by("actual-not-in-table", plan(new))

    assert finding.values == values


@pytest.mark.parametrize(
    "reason",
    [
        "’22년 목표 300을 고려",
        "예산 (’21) 20억원 (’22) 30억원 수준",
        "전국 평균 (’20) 41 (’21) 42를 고려",
        "(’23목표) 600 달성",
    ],
)
def test_targets_other_units_and_other_series_are_not_the_indicators_past(reason):
    mixed = indicator(unit="명", past={2020: 79, 2021: "신규", 2022: "신규"}, target=600, reason=reason)

    assert found_by("actual-not-in-table", plan(mixed)) == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("* 구매액 : (’20) 115.3조원 → (’21) 118.9조원 → (’23.목표) 116.7조원", 1),
        ("* 구매액 : (’20) 115.3조원 → (’21) 118.9조원 → (’23.목표) 118.3조원", 0),
        ("* 판매액 : (’20) 105.3조원 → (’21) 118.9조원 → (’23.목표) 116.7조원", 0),
    ],
)
def test_a_series_of_the_same_results_with_another_target_is_an_error(line, count):
    bought = indicator(
        "하천 물품 구매액", id="bought", unit="조원", past={2020: "115.3", 2021: "118.9"}, target="118.3"
    )

    assert len(found_in("quoted-differs", line, of=plan(bought))) == count


@pytest.mark.parametrize(
    ("body", "annex", "how"),
    [
        ("하천 정비를 마친 구간의 길이", "누리집별 입점 점포 수", "words"),
        ("최근 3년간 정비 구간 수의 평균", "최근 5년간 정비 구간 수의 평균", "figures"),
        ("신속성(30점) + 정확성(70점)", "신속성(40점) + 정확성(70점)", "figures"),
        ("정비 구간 수 + 점검 구간 수", "정비 구간 수 - 점검 구간 수", "signs"),
        ("정비 완료 구간 수 / 정비 대상 구간 수 × 100", "(정비 대상 구간 수) ÷ (정비 완료 구간 수) × 100", "turned"),
        ("정비 완료 구간 수 ÷ 정비 대상 구간 수", "정비 완료 구간 수 ÷ 주민등록 인구", "halves"),
    ],
)
def test_another_formula_in_the_annex_is_a_doubt(body, annex, how):
    [finding] = found_by(
        "formula-annexed", plan(indicator("정비율", target=90, formula=body, source="하천 대장", annexed_formula=annex))
    )

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, how)


@pytest.mark.parametrize(
    ("body", "annex"),
    [
        ("정비 완료 구간 수 / 정비 대상 구간 수 × 100", "정비완료 구간수 ÷ 정비대상 구간수"),
        ("주민에게 물은 ‘하천 개선 정도’ (5점 척도)", "외부 전문기관이 설문조사로 측정"),
        ("정비 구간 수(’21~’23년)", "정비 구간 수"),
        (
            "(올해 길이 - 지난해 길이) / 지난해 길이 × 100 * 길이는 대장에 따름",
            "(올해 길이-지난해 길이)/지난해 길이×100",
        ),
        ("하천 정비 실적을 집계", ""),
        ("만족도 조사 결과", "이용자 설문 조사"),
    ],
)
def test_another_wording_of_the_same_formula_is_none(body, annex):
    of = indicator("정비율", target=90, formula=body, source="외부 전문기관의 설문조사", annexed_formula=annex)

    assert found_by("formula-annexed", plan(of)) == []
