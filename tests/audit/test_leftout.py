"""What formulas leave out: spans, means and money of the name, how marks become one, which classes count, whom a group is taken from."""

import pytest

from tests.audit.prose import found_in
from tests.builders import found_by, indicator, plan
from uigwe.audit import Level
from uigwe.texts import say


def one(**more):
    return plan(indicator(**({"past": {2022: 80}, "target": 82} | more)))


@pytest.mark.parametrize(
    ("name", "unit", "formula", "kind", "level"),
    [
        ("귀촌 점포 3년 생존율", "%", "생존 점포 수 / 지원 점포 수 × 100", "span", Level.DOUBT),
        ("취업자 6개월 고용유지율", "%", "고용 유지자 수 / 취업자 수 × 100", "span", Level.DOUBT),
        ("누리집 이용자 수(월평균 방문자 수)", "명", "누리집 방문자 수", "mean", Level.DOUBT),
        ("국비 10억원당 신규 고용", "명", "신규 고용 인원 ÷ 당해연도 예산(단위 10억원)", "per", Level.NOTICE),
    ],
)
def test_what_only_the_name_says_is_told(name, unit, formula, kind, level):
    [finding] = found_by("name-untold", one(name=name, unit=unit, formula=formula))

    assert (finding.level, finding.facts["case"]) == (level, kind)


@pytest.mark.parametrize(
    ("name", "unit", "formula"),
    [
        ("귀촌 점포 3년 생존율", "%", "3년 뒤 영업 중인 점포 수 / 지원 점포 수 × 100"),
        ("귀촌 점포 3년 생존율", "%", ""),
        ("귀촌 점포 생존율", "%", "생존 점포 수 / 지원 점포 수 × 100"),
        ("누리집 이용자 수(월평균 방문자 수)", "명", "연간 방문자 수 / 12개월"),
        ("누리집 이용자 수(월평균 방문자 수)", "명", "매월 방문자 수의 평균"),
        ("예산 1억원당 방문자", "명", "방문자 수 / 예산(억원)"),
        ("5년 연속 우수 기관 수", "개", "우수 기관 수"),
    ],
)
def test_what_the_formula_says_too_is_no_finding(name, unit, formula):
    assert found_by("name-untold", one(name=name, unit=unit, formula=formula)) == []


def test_a_source_that_says_the_span_is_enough():
    told = one(name="점포 3년 생존율", unit="%", formula="생존 점포 수 / 지원 점포 수", source="지원 3년 뒤 전수조사")

    assert found_by("name-untold", told) == []


@pytest.mark.parametrize(
    "formula", ["시설 만족도 및 안내 만족도 등 조사", "교육 만족도와 강사 만족도 조사", "시설 점수, 안내 점수 조사"]
)
def test_marks_that_become_one_in_no_said_way_are_a_notice(formula):
    [finding] = found_by("marks-joined", one(formula=formula))

    assert finding.level is Level.NOTICE


@pytest.mark.parametrize(
    "formula",
    [
        "시설 만족도와 안내 만족도의 평균",
        "시설 만족도(60%) + 안내 만족도(40%)",
        "시설 만족도 및 안내 만족도를 각각 조사",
        "이용자 만족도 조사",
        "만족도 및 의견 조사",
    ],
)
def test_marks_that_are_weighed_or_alone_are_no_finding(formula):
    assert found_by("marks-joined", one(formula=formula)) == []


def test_a_conversion_without_its_rule_is_a_notice():
    [finding] = found_by("scale-unconverted", one(target=75, formula="5점 척도로 조사 후 100점 기준으로 환산"))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "rule")
    assert "어떤 식으로 환산하는지" in say(finding).sentence


@pytest.mark.parametrize(
    "formula",
    ["5점 척도 평균 × 20으로 환산", "5점 척도, (평균 − 1) ÷ 4 × 100으로 환산", "5점 척도를 20점씩 부여하여 환산"],
)
def test_a_conversion_with_its_rule_is_no_finding(formula):
    assert found_by("scale-unconverted", one(target=75, formula=formula)) == []


def test_classes_of_which_it_is_not_said_which_count_are_a_doubt():
    shops = {"name": "전체 시장 중 활발한 시장 비율", "unit": "%"}
    listed = "전체 시장 중 활발한 시장 비율(활발 수준 : 높음-A,B, 보통-C, 낮음-D,E)"

    [finding] = found_by("formula-name", one(formula=listed, **shops))

    assert (finding.level, finding.values) == (Level.DOUBT, ("높음-A,B, 보통-C, 낮음-D,E",))
    assert found_by("formula-name", one(formula="B 이상 시장 수 / 전체(활발 수준 : A,B,C,D,E)", **shops)) == []


def test_a_part_of_a_group_that_the_formula_does_not_know_is_a_notice():
    name = "평가 대상 기업 동행 참여 수"

    [finding] = found_by(
        "counts-others", one(name=name, unit="개사", formula="동행 확인을 받은 기업 수", source="협회")
    )

    assert (finding.level, finding.facts["counted"]) == (Level.NOTICE, "평가 대상 기업")
    for formula in ("평가 대상 가운데 동행 확인을 받은 기업 수", "평가를 받는 기업의 동행 확인 수"):
        assert found_by("counts-others", one(name=name, unit="개사", formula=formula, source="협회")) == []


def test_surveys_are_of_one_kind_whatever_they_ask():
    asked = [
        indicator(
            name, id=f"asked-{at}", target=80, quantification=kind, line=10 + at, unit=unit, formula="이용자 설문"
        )
        for at, (name, unit, kind) in enumerate(
            [
                ("시설 만족도", "점", "정량"),
                ("안내 만족도", "점", "정량"),
                ("교육 만족도", "점", "정량"),
                ("여건 개선 정도", "", "정성"),
            ]
        )
    ]

    [finding] = found_by("kind-differs", plan(*asked))

    assert (finding.values, finding.object) == (("정성", "정량"), "asked-3@Ⅰ-1-①")


@pytest.mark.parametrize(
    ("name", "formula", "count"),
    [
        ("장비 활용률", "장비 배정 수 / 장비 배정 목표 × 100", 1),
        ("장비 활용률", "{장비 배정 수 ÷ (배정 목표치)} × 100", 1),
        ("목표 달성률", "배정 수 / 배정 목표 × 100", 0),
        ("배정 이행률", "배정 수 / 배정 목표 × 100", 0),
        ("장비 활용률", "쓴 장비 수 / 갖춘 장비 수 × 100", 0),
    ],
)
def test_a_formula_that_divides_by_its_own_target_is_a_notice(name, formula, count):
    found = found_by("target-divides", one(name=name, unit="%", formula=formula))

    assert [one.level for one in found] == [Level.NOTICE] * count


def test_a_formula_in_full_may_divide_by_a_target_too():
    of = one(name="장비 활용률", unit="%", formula="(쓴 장비 수 / 갖춘 장비 수) × 100")
    lines = ("※ 측정산식 상세설명", "- (쓴 장비 / 갖춘 장비 × 60%)", "+ ②[배정 수 / 배정 목표(100개) × 40%]")

    assert len(found_in("target-divides", *lines, of=of)) == 1
    assert found_in("target-divides", *lines[:2], of=of) == []


@pytest.mark.parametrize(
    ("name", "formula", "count"),
    [
        ("지역 일자리 창출 수", "혁신지원센터 일자리 창출 수", 1),
        ("지역 일자리 창출 수", "지역 일자리 창출 수", 0),
        ("지역 일자리 창출 수", "지역 기업 일자리 창출 수", 0),
        ("지역 일자리 창출 수", "센터와 기업 일자리 창출 수의 합계", 0),
        ("일자리 창출 수", "혁신지원센터 일자리 창출 수", 0),
        ("지역 일자리 수", "혁신지원센터 종사자 수", 0),
    ],
)
def test_a_formula_that_counts_less_than_the_name_says(name, formula, count):
    found = found_by("counts-others", one(name=name, unit="명", formula=formula, source="운영 통계"))

    assert [one.level for one in found] == [Level.NOTICE] * count


@pytest.mark.parametrize(
    ("name", "reason", "count"),
    [
        ("선정 기업 매출액 증가율", "매출액 20% 이상 증가한 기업을 선정하고 있어, 추가 20%p 상향", 1),
        ("선정 농가 소득 성장률", "소득이 10% 성장한 농가만 선발", 1),
        ("선정 기업 고용 증가율", "매출액 20% 이상 증가한 기업을 선정하고 있어, 추가 20%p 상향", 0),
        ("선정 기업 매출액", "매출액 20% 이상 증가한 기업을 선정", 0),
        ("선정 기업 매출액 증가율", "매출액이 20% 증가할 것으로 전망", 0),
    ],
)
def test_what_they_are_chosen_for_and_measured_by(name, reason, count):
    found = found_by("chosen-for-it", one(name=name, unit="%", target="40", reason=reason))

    assert [finding.level for finding in found] == [Level.NOTICE] * count
