"""What targets rest on: figures of other statistics, results that nobody prints, acts that the formula does not count, `약`."""

import pytest

from tests.audit.prose import found_in
from tests.builders import found_by, indicator, plan
from uigwe.audit import Level


def one(**more):
    return plan(indicator(**({"name": "이행률", "unit": "%", "past": {2022: "66.6"}, "target": "60"} | more)))


@pytest.mark.parametrize(
    ("basis", "reason"),
    [
        ("54.4 + 5 %p", "민간 정비 성공률 54.4%에 5%p를 가산"),
        ("43.5 * 200 %", "전체 점포 생존율 평균(43.5%)의 200%로 설정"),
        ("", "민간 정비 성공률* 54.4%에 약 5%p를 가산하여 설정 * 성공률 = 1년차 성공률 + ··· 5년차 성공률"),
    ],
)
def test_a_target_from_another_statistic_is_a_doubt(basis, reason):
    [finding] = found_by("basis-foreign", one(basis=basis, reason=reason))

    assert (finding.level, finding.values[1]) == (Level.DOUBT, "66.6")
    assert finding.values[0].endswith(("54.4%", "43.5%"))


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"basis": "66.6 + 5 %p"}, "이행률 66.6%에 5%p를 가산"),
        ({"basis": "3.0 + 0.5 %p"}, "전년도 목표 3.0%에 0.5%p 증가"),
        ({"basis": "54.4 + 5 %p", "past": {2022: "-"}}, "민간 정비 성공률 54.4%에 5%p를 가산"),
        ({"basis": "last * (100 % + 3 %)"}, "경제성장률 2.5%를 고려하여 3% 상향"),
        ({"basis": "54.4 * (100 % + 10 %)"}, "유사 기관 평균 54.4%에서 10% 상향"),
        ({"basis": "54 * 2", "unit": "개"}, "센터 54%에 2개씩"),
        ({"basis": "mean(2021..2022) + 5 %p", "past": {2021: "42", 2022: "66.6"}}, "평균 54.3%에 5%p를 가산"),
    ],
)
def test_a_target_from_its_own_past_or_without_one_is_no_finding(more, reason):
    assert found_by("basis-foreign", one(reason=reason, **more)) == []


def test_what_is_added_about_and_does_not_come_out_is_a_notice():
    told = "민간 정비 성공률* 54.4%에 약 5%p를 가산하여 60%를 설정 * 성공률 = 1년차 성공률 + ··· 5년차 성공률"

    [finding] = found_by("reason-readings", one(reason=told))

    assert (finding.level, finding.values) == (Level.NOTICE, ("60", "59.4"))
    assert found_by("reason-readings", one(reason=told.replace("54.4", "55.0"))) == []


def test_a_reason_from_results_that_nobody_prints_is_a_doubt():
    nothing = {"past": {2020: "-", 2021: "-", 2022: "신규"}, "target": "50"}

    [finding] = found_by("basis-unreadable", one(reason="최근 3년 재취업률 평균 대비 5% 상향", **nothing))

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, "unprinted")
    for reason in ("처음 재는 지표로 절반을 목표로 설정", "5개 지역 × 10곳"):
        assert found_by("basis-unreadable", one(reason=reason, **nothing)) == []
    known = nothing | {"past": {2021: "45", 2022: "47"}}
    assert found_by("basis-unreadable", one(reason="최근 2년 재취업률 평균 대비 5% 상향", **known)) == []


def test_a_rate_and_points_that_are_added_as_one_are_a_doubt():
    told = {"past": {2021: "80", 2022: "82"}, "target": "89", "reason": "연평균 증가율 3.2% + 도전적 목표 3.2%p"}

    [finding] = found_by("percent-or-points", one(**told))

    assert (finding.level, finding.values[1:]) == (Level.DOUBT, ("87.82", "88.4", "89"))
    assert found_by("percent-or-points", one(**told | {"target": "87.8"})) == []
    assert found_by("percent-or-points", one(**told | {"reason": "연평균 증가율 3.2%p + 도전적 목표 3.2%p"})) == []


def test_percent_that_is_added_to_percent_is_a_doubt():
    told = {"past": {2022: "신규"}, "target": "40", "basis": "20 + 20"}

    [finding] = found_by("percent-or-points", one(reason="20% 이상 는 곳을 뽑아, 추가 20%의 증가율 설정", **told))

    assert finding.values == ("20%", "40", "24", "40")
    for reason in ("20% 이상 는 곳을 뽑아, 추가 20%p의 증가율 설정", "교육 20% 및 상담 20%"):
        assert found_by("percent-or-points", one(reason=reason, **told)) == []


@pytest.mark.parametrize(
    ("reason", "formula", "count"),
    [
        ("지정 또는 협약을 통한 보호를 측정하되", "(심의 건수 + 협약 건수) ÷ 신청 건수", 1),
        ("지정 또는 협약을 통한 보호를 측정하되", "(지정 건수 + 협약 건수) ÷ 신청 건수", 0),
        ("지정 또는 협약을 통한 보호를 높이고자", "(심의 건수 + 협약 건수) ÷ 신청 건수", 0),
        ("지정을 통한 보호를 측정하되", "(심의 건수 + 협약 건수) ÷ 신청 건수", 0),
        ("지정 또는 협약을 통한 보호를 측정하되", "심의 건수 + 협약 건수", 0),
        ("", "(심의 건수 + 협약 건수) ÷ 신청 건수", 0),
    ],
)
def test_acts_that_reason_and_formula_count(reason, formula, count):
    found = found_by("reason-measures", one(reason=reason, formula=formula))

    assert [(one.level, one.values) for one in found] == [(Level.NOTICE, ("지정", "심의"))] * count


def test_a_reason_that_points_below_is_no_missing_reason():
    told = one(reason="매칭상담회 결과를 기반으로 산출 *설정근거 참조", target="70")

    assert len(found_in("reason-none", "□ 점검 결과", of=told)) == 1
    assert found_in("reason-none", "ㅇ 목표치 설정근거", "- 최근 3년 평균으로 함", of=told) == []


RESULT = "* (’22년 실적) 상생협력 우수사례 총 22건 선정"


@pytest.mark.parametrize(
    ("line", "past", "count"),
    [
        (RESULT, {2021: "-", 2022: "-"}, 1),
        (RESULT, {2021: "18", 2022: "-"}, 0),
        (RESULT, {2021: "-", 2022: "22"}, 0),
        (RESULT.replace("22건", "22회"), {2021: "-", 2022: "-"}, 0),
        (RESULT.replace("우수사례", "간담회"), {2021: "-", 2022: "-"}, 0),
        (RESULT.replace("실적", "목표"), {2021: "-", 2022: "-"}, 0),
    ],
)
def test_a_result_that_only_the_prose_tells(line, past, count):
    cases = one(
        name="상생 사례", unit="건", past=past, target="20", formula="기업의 상생협력 우수사례 발굴 수", reason=""
    )

    found = found_in("actual-not-in-table", line, of=cases)

    assert [one.values for one in found] == [("-", "22건")] * count


@pytest.mark.parametrize(
    ("words", "target", "computed"),
    [
        ("10.69에서 소수점 반올림", "10.7", "11"),
        ("10.69%에서 소수점 이하 버림", "10.6", "10"),
        ("10.69점을 소수점 첫째 자리에서 올림", "10.7", "11"),
        ("10.69에서 소수점 둘째 자리에서 반올림", "10.7", ""),
        ("10.69에서 소수점 반올림", "11", ""),
        ("10.69에서 소수점 반올림", "12.5", ""),
        ("10.69 수준", "10.7", ""),
    ],
)
def test_a_target_is_rounded_as_its_reason_says(words, target, computed):
    found = found_by("rounding-said", one(reason=f"두 값의 평균 {words}", target=target))

    assert [(one.level, one.facts["computed"]) for one in found] == ([(Level.NOTICE, computed)] if computed else [])


def test_the_prose_below_may_say_how_it_is_rounded():
    assert (
        len(found_in("rounding-said", "- 두 값의 평균(10.69)에서 소수점 반올림하여 설정", of=one(target="10.7"))) == 1
    )
