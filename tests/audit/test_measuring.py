"""How indicators are measured."""

import pytest

from tests.audit.prose import found_in
from tests.builders import found_by, indicator, name, plan
from uigwe.audit import Level
from uigwe.plan import Standing
from uigwe.texts import say


def one(**more):
    return plan(indicator(**({"past": {2022: 80}, "target": 82} | more)))


@pytest.mark.parametrize("formula", ["전년도 신규 기업 수 × 1.03", "전년 실적 대비 3% 상향"])
def test_a_formula_that_sets_the_target_is_a_doubt(formula):
    [finding] = found_by("formula-is-basis", one(formula=formula))

    assert finding.level is Level.DOUBT
    assert formula in say(finding).sentence


@pytest.mark.parametrize(
    "formula", ["(당해 매출 − 전년 매출) / 전년 매출 × 100", "이용자 수의 합", "전년도 종료 기업의 비율"]
)
def test_a_formula_that_measures_is_no_finding(formula):
    assert found_by("formula-is-basis", one(formula=formula)) == []


def test_a_share_beyond_its_whole_is_a_doubt():
    share = one(name="서비스 활용률", unit="%", target=105, formula="(활용된 서비스 수 / 구축된 서비스 수) × 100")

    [finding] = found_by("ratio-unreachable", share)

    assert (finding.level, finding.values) == (Level.DOUBT, ("105",))


@pytest.mark.parametrize(
    ("name", "target", "formula"),
    [
        ("매출 증가율", 105, "(당해 매출 − 전년 매출) / 전년 매출 × 100"),
        ("목표 달성률", 105, "실적 / 목표 × 100"),
        ("서비스 활용률", 99, "활용 / 구축 × 100"),
    ],
)
def test_growth_attainment_and_what_stays_below_are_no_findings(name, target, formula):
    assert found_by("ratio-unreachable", one(name=name, unit="%", target=target, formula=formula)) == []


def test_weights_that_make_90_are_an_error():
    [finding] = found_by("weights", one(formula="신속성(30%) + 적극성(30%) + 실효성(30%)"))

    assert (finding.level, finding.steps) == (Level.ERROR, ("30 + 30 + 30 = 90",))
    assert len(found_by("weights", one(formula="0.4 × 계획 + 0.4 × 집행 + 0.4 × 성과"))) == 1


@pytest.mark.parametrize(
    "formula",
    [
        "신속성(30점), 적극성(30점), 실효성(40점)",
        "0.4 × 계획 + 0.6 × 성과",
        "시설(40%) + 절차(30%) + 안내(30%)를 이용자 300명이 평가",
        "지원 기업 수 / 전체 기업 수 × 100",
        "합계",
    ],
)
def test_weights_that_make_the_whole_are_no_finding(formula):
    assert found_by("weights", one(formula=formula)) == []


def test_a_scale_of_five_for_a_target_of_75_is_a_doubt():
    [finding] = found_by("scale-unconverted", one(target=75, formula="경영여건 개선 정도 조사(5점 척도 설문)"))

    assert finding.level is Level.DOUBT
    assert say(finding).sentence == (
        "‘만족도’는 5점 척도로 조사하나 목표치는 75입니다. 어떻게 환산하는지 적혀 있지 않습니다."
    )


@pytest.mark.parametrize(
    ("target", "formula"), [(75, "5점 척도로 조사 후 (평균 − 1) ÷ 4 × 100으로 환산"), ("4.2", "5점 척도 설문")]
)
def test_a_scale_that_is_converted_or_kept_is_no_finding(target, formula):
    assert found_by("scale-unconverted", one(target=target, formula=formula)) == []


def marks(*targets: str):
    found = [
        indicator(f"시설 {n} 만족도", id=f"mark-{n}", code=f"Ⅰ-1-{'①②③④'[n]}", past={2022: target}, target=target)
        for n, target in enumerate(targets)
    ]
    return plan(*found)


def test_a_mark_of_four_beside_marks_of_ninety_is_a_notice():
    [finding] = found_by("scale-differs", marks("4.48", "90.4", "84.7"))

    assert (finding.level, finding.object) == (Level.NOTICE, "mark-0@Ⅰ-1-①")
    assert found_by("scale-differs", marks("4.48", "4.50", "4.10")) == []


def test_a_survey_of_nobody_in_particular_is_a_notice():
    [finding] = found_by("survey-sample", one(formula="이용 만족도 조사", source="만족도 조사 결과"))

    assert finding.level is Level.NOTICE


@pytest.mark.parametrize(
    "formula",
    ["이용자 1,000명 만족도 조사", "모든 이용자 만족도 조사", "만족도 조사(표본조사, 이용자 300명 무작위 추출)"],
)
def test_a_survey_that_says_whom_it_asks_is_no_finding(formula):
    assert found_by("survey-sample", one(formula=formula, source="결과보고서")) == []


@pytest.mark.parametrize(
    ("name", "source", "kind"),
    [("만족도", "이용자 대상 설문", "scale"), ("매출 증가율", "참여 점포 대상 표본조사", "sample")],
)
def test_marks_without_scale_or_number_and_a_sample_without_size_are_a_notice(name, source, kind):
    [finding] = found_by("survey-sample", one(name=name, formula="조사 결과", source=source))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, kind)


@pytest.mark.parametrize(
    ("name", "source", "lines"),
    [
        ("만족도", "이용자 대상 설문(5점 척도)", ()),
        ("만족도", "이용자 300명 설문", ()),
        ("만족도", "이용자 대상 설문", ("- 표본수 및 선정방법: 이용자 300명",)),
        ("매출 증가율", "참여 점포 대상 조사", ()),
        ("매출 증가율", "참여 점포 대상 표본조사(업종별 층화 추출)", ()),
    ],
)
def test_a_survey_with_its_scale_or_size_in_the_table_or_below_it_is_no_finding(name, source, lines):
    assert found_in("survey-sample", *lines, of=one(name=name, formula="조사 결과", source=source)) == []


def test_marks_on_a_scale_of_five_that_add_up_to_89_are_a_doubt():
    formula = "신속성(30점), 적극성(30점), 실효성(40점) (5점 척도로 평가, 항목점수 합산)"

    [finding] = found_by("scale-unconverted", one(target=89, formula=formula))

    assert (finding.level, finding.facts["items"], finding.facts["most"]) == (Level.DOUBT, "3", "15")
    assert found_by("scale-unconverted", one(target=14, past={2022: 13}, formula=formula)) == []
    assert found_by("scale-unconverted", one(target=89, formula="각 항목을 5점 척도로 매겨 합산")) == []


SHARE = "점검한 하천 수 / 전체 하천 수 × 100"


def test_a_ratio_that_the_prose_tells_as_a_weighted_sum_is_a_doubt():
    lines = ("※ 참고. 측정산식 상세설명", "- ①(점검 하천 / 전체 하천 × 60%) + ②(정비 하천 / 계획 하천 ⅹ 40%)")

    [finding] = found_in("formula-in-full", *lines, of=one(name="하천 점검률", unit="%", formula=SHARE))

    assert (finding.level, finding.values) == (Level.DOUBT, (SHARE, "60% + 40%"))
    assert "2개 항목을 가중하여 더하는 식으로 풀어 적혀 있습니다(60% + 40%)" in say(finding).sentence


@pytest.mark.parametrize(
    "line", ["- 점검 하천 / 전체 하천 × 100", "- 예산의 60%를 상반기에, 40%를 하반기에 집행", "- 전년 × 103%"]
)
def test_a_formula_in_full_without_weights_is_no_finding(line):
    assert found_in("formula-in-full", "※ 측정산식 상세설명", line, of=one(name="하천 점검률", formula=SHARE)) == []


def test_a_weighted_sum_of_another_section_is_no_finding():
    lines = ("※ 측정산식 상세설명", "- (점검 × 60%) + (정비 × 40%)")

    assert found_in("formula-in-full", *lines, of=one(code="Ⅱ-1-①", formula=SHARE)) == []


def test_records_that_the_prose_names_otherwise_are_a_doubt():
    line = "- 측정대상 표본수 및 선정방법 : 정비 완료 하천 전수조사 (안전점검 DB)"

    [finding] = found_in("records-differ", line, of=one(source="하천관리 DB"))

    assert (finding.level, finding.values) == (Level.DOUBT, ("하천관리 DB", "안전점검 DB"))


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("하천관리 DB", "- 측정방법: 하천관리시스템 DB로 집계"),
        ("하천관리 DB", "- 측정방법: 현장 전수조사"),
        ("결과보고서", "- 측정방법: 안전점검 DB로 집계"),
        ("하천관리 DB", "ㅇ 안전점검 DB를 새로 구축"),
    ],
)
def test_one_set_of_records_and_prose_that_speaks_of_others_are_no_findings(source, line):
    assert found_in("records-differ", line, of=one(source=source)) == []


def test_two_ratios_with_one_numerator_are_a_doubt():
    own = one(name="증가농가 비율 차", unit="%p", formula="{(증가농가/지원농가)-(증가농가/비지원농가)}×100")

    [finding] = found_by("numerator-shared", own)

    assert (finding.level, finding.values) == (Level.DOUBT, ("증가농가",))


@pytest.mark.parametrize(
    "formula",
    [
        "{(지원 증가농가/지원농가)-(비지원 증가농가/비지원농가)}×100",
        "(당해 매출 - 전년 매출) / 전년 매출",
        "(증가농가/지원농가) + (증가농가/비지원농가)",
    ],
)
def test_ratios_with_their_own_numerators_are_no_finding(formula):
    assert found_by("numerator-shared", one(unit="%p", formula=formula)) == []


@pytest.mark.parametrize(
    ("name", "count"), [("방문자 수(예산 1억원당 방문자)", 1), ("미세먼지 농도(㎍/㎥)", 0), ("방문자 수(명)", 0)]
)
def test_a_remark_in_the_bracket_of_a_name_is_no_unit(name, count):
    other = indicator("만족도", id="other", code="Ⅰ-1-②", past={2022: 1}, target=2)
    own = indicator(name, id="own", unit="", past={2022: 80}, target=82)

    assert len([found for found in found_by("unit-missing", plan(other, own)) if found.object == "own@Ⅰ-1-①"]) == count


def test_a_formula_that_counts_others_than_the_name_is_a_doubt():
    own = one(name="귀촌 청년의 정착 비율", unit="%", formula="정착 청년 수 / 창업농 청년 수 × 100")

    [finding] = found_by("counts-others", own)

    assert (finding.level, finding.values) == (Level.DOUBT, ("귀촌 청년의 정착 비율", "창업농 청년"))


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("귀촌 청년의 정착 비율", "정착 귀촌청년 수 / 전체 귀촌청년 수 × 100"),
        ("귀촌 청년의 정착 비율", "정착 청년 수 / 참여 청년 수 × 100"),
        ("귀촌 청년의 정착 비율", "정착한 가구 수 / 전입신고 가구 수 × 100"),
        ("청년 정착 비율", "정착 청년 수 / 창업농 청년 수 × 100"),
    ],
)
def test_a_formula_that_counts_those_of_the_name_is_no_finding(name, formula):
    assert found_by("counts-others", one(name=name, unit="%", formula=formula)) == []


def test_a_cumulative_formula_with_a_source_of_one_year_is_a_doubt():
    own = one(formula="개발 제품의 누적 매출액 / 지원금", source="성과분석보고서 * ’22년 1년간의 매출을 조사")

    [finding] = found_by("cumulative-untold", own)

    assert (finding.level, finding.facts["case"], finding.values[1]) == (Level.DOUBT, "year", "1년간의")
    assert found_by("cumulative-untold", one(formula="매출액 / 지원금", source="’22년 1년간의 매출")) == []
    assert found_by("cumulative-untold", one(formula="누적 매출액", source="최근 11년간 매출")) == []


def test_a_formula_in_the_cell_of_the_source_is_a_doubt():
    jobs = indicator("고용", id="jobs", formula="∑{신규고용×기여율} ÷ 예산", past={2022: 1}, target=2)
    sales = indicator("매출", id="sales", code="Ⅰ-1-②", source="∑{신규고용 × 기여율} ÷ 예산", past={2022: 1}, target=2)

    [finding] = found_by("source-formula", plan(jobs, sales))

    assert (finding.object, finding.facts["case"], finding.facts["other"]) == ("sales@Ⅰ-1-②", "other", "고용")
    assert found_by("source-formula", plan(jobs)) == []


def test_a_difference_of_rates_in_percent_is_a_doubt():
    [finding] = found_by("rates-apart", one(unit="%", formula="지원기업 증가율 - 전체 기업 증가율"))

    assert finding.level is Level.DOUBT
    assert found_by("rates-apart", one(unit="%p", formula="지원기업 증가율 - 전체 기업 증가율")) == []
    assert found_by("rates-apart", one(unit="%", formula="(증가율 - 감소율) / 2")) == []


def test_a_figure_without_unit_beside_others_with_one_is_a_notice():
    bare = indicator("신규 기업 수", id="new", unit="", past={2022: 5}, target=6)

    [finding] = found_by("unit-missing", plan(bare, indicator(code="Ⅰ-1-②", target=1)))

    assert (finding.level, finding.object) == (Level.NOTICE, "new@Ⅰ-1-①")
    assert found_by("unit-missing", plan(bare)) == []


def test_a_division_in_percent_without_a_hundred_is_a_notice():
    [finding] = found_by("hundred-missing", one(unit="%", formula="(이행 건수) ÷ (대상 건수)"))

    assert finding.level is Level.NOTICE


@pytest.mark.parametrize("formula", ["이행 건수 ÷ 대상 건수 × 100", "이행 비율", "이행률 조사", "’23/’22 비교"])
def test_a_hundred_a_rate_or_no_division_is_no_finding(formula):
    assert found_by("hundred-missing", one(unit="%", formula=formula)) == []


@pytest.mark.parametrize(
    ("name", "unit", "counted"),
    [
        ("어촌 청년기업 지원 수", "명", "firms"),
        ("참여 업체수", "천명", "firms"),
        ("누리집 이용자수(월평균 방문자수)", "건수", "people"),
        ("해설사 교육 수료자", "개", "people"),
        ("야간개장 이용 인원", "건", "people"),
    ],
)
def test_a_unit_that_counts_something_else_is_a_doubt(name, unit, counted):
    [finding] = found_by("unit-unfit", plan(indicator(name, unit=unit, target=10)))

    assert (finding.level, finding.facts["case"], finding.values) == (Level.DOUBT, counted, (unit, name))


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("어촌 청년기업 지원 수", "개사"),
        ("이용자 불편 신고 건수", "건"),
        ("기업 종사자 수", "명"),
        ("기업 일자리 창출 수", "명"),
        ("이용자 만족도", "점"),
        ("수료자 취업률", "%"),
        ("수혜자 1인당 지원 건수", "건"),
    ],
)
def test_a_unit_that_fits_is_no_finding(name, unit):
    assert found_by("unit-unfit", plan(indicator(name, unit=unit, target=10))) == []


def test_a_unit_behind_the_target_itself_is_a_unit():
    others = indicator("이행률", id="rate", unit="%", target=80)

    assert found_by("unit-missing", plan(others, indicator("대책 발표", unit="", target="1회"))) == []
    assert len(found_by("unit-missing", plan(others, indicator("대책 발표", unit="", target="1")))) == 1


def test_a_source_that_tells_how_the_target_was_set_is_a_doubt():
    told = plan(indicator("매출증가율", target=90, source="* 최근 3년 평균을 성과 목표로 설정 전수 조사"))

    [finding] = found_by("formula-is-basis", told)

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, "within")
    assert found_by("formula-is-basis", plan(indicator(target=90, formula="목표 대비 달성 수", source="조사"))) == []


@pytest.mark.parametrize(
    ("name", "unit", "formula", "found"),
    [
        ("참여 기업의 지원 전후 고용증가율", "%", "’23년 사업 참여 기업의 지원 전후 고용증가율(%)", 1),
        ("참여 기업의 고용증가율", "%", "참여 기업의 (올해 고용 - 지난해 고용) / 지난해 고용", 0),
        ("참여 기업 수", "개사", "참여 기업 수", 0),
        ("전체 시장 중 활성 시장 비율", "%", "전체 시장 중 활성 시장 비율", 0),
        ("이용자 만족도", "%", "이용자 만족도 조사", 0),
    ],
)
def test_a_rate_whose_formula_says_its_name_again_is_a_doubt(name, unit, formula, found):
    assert len(found_by("formula-name", plan(indicator(name, unit=unit, target=13, formula=formula)))) == found


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("기술보호 역량 향상도", "(수혜 후 역량수준 / 수혜 전 역량수준) × 100"),
        ("참여업체 매출 증가율", "당해 연도 매출액 ÷ 전년도 매출액 × 100"),
    ],
)
def test_a_ratio_under_the_name_of_a_change_is_a_doubt(name, formula):
    [finding] = found_by("change-as-ratio", plan(indicator(name, unit="%", target=120, formula=formula)))

    assert (finding.level, finding.values) == (Level.DOUBT, ("120", formula))


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("참여업체 매출 증가율", "{(당해 연도 매출액 / 전년도 매출액) - 1} × 100"),
        ("참여업체 매출 증가율", "당해 연도 매출 증가액 ÷ 전년도 매출액 × 100"),
        ("매출이 늘어난 업체의 비율", "당해 연도에 늘어난 업체 수 ÷ 전체 업체 수 × 100"),
        ("전년 대비 매출 비율", "당해 연도 매출액 ÷ 전년도 매출액 × 100"),
        ("개선율", "개선된 지점 수 ÷ 전체 지점 수 × 100"),
    ],
)
def test_a_change_with_something_taken_off_and_a_share_are_none(name, formula):
    assert found_by("change-as-ratio", plan(indicator(name, unit="%", target=120, formula=formula))) == []


@pytest.mark.parametrize(
    ("formula", "count"), [("정비를 마친 길이", 1), ("2015년부터 정비를 마친 누적 길이", 0), ("사업 도입 이후 길이", 0)]
)
def test_a_cumulative_indicator_says_so_in_its_formula(formula, count):
    found = found_by("cumulative-untold", plan(indicator("정비 길이", unit="km, 누적", target=120, formula=formula)))

    assert [one.level for one in found] == [Level.NOTICE] * count


def test_the_annex_that_prints_the_same_formula_is_named_too():
    told = (Standing("formula", (0,), (12,)), Standing("annexed_formula", (0,), (930,)))
    formula = "이행 건수 ÷ 대상 건수"
    of = indicator("이행률", unit="%", target=60, formula=formula, annexed_formula=formula, standings=told)

    [finding] = found_by("hundred-missing", plan(of))

    assert {12, 930} <= {place.line for place in finding.places}


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("공공기관과 체결한 상생협약 체결건수", 1),
        ("협약 체결건수 집계", 0),
        ("협약관리시스템의 건수", 0),
        ("하천과", 0),
    ],
)
def test_a_source_that_only_counts_is_a_doubt(source, count):
    found = found_by("source-formula", plan(indicator("협약 체결", target=90, source=source)))

    assert [one.facts["case"] for one in found] == ["counted"] * count


@pytest.mark.parametrize(
    ("unit", "written", "count"),
    [("조원, 누적", "운용 실적", 1), ("억원", "운용 실적", 1), ("억원", "운용 실적(억원)", 0), ("%", "운용 실적", 0)],
)
def test_a_unit_of_money_that_another_place_leaves_out(unit, written, count):
    of = indicator("운용 실적", id="runs", unit=unit, target=994)
    named = (name("runs", f"운용 실적({unit})", line=10), name("runs", written, line=5))

    assert [one.facts["case"] for one in found_by("unit-missing", plan(of, *named))] == ["elsewhere"] * count
