"""Milestones and sources against each other."""

import pytest

from tests.audit.prose import found_in
from tests.builders import CODE, found_by, indicator, milestone, plan, task
from uigwe.audit import Level
from uigwe.texts import say


def of(*milestones):
    return plan(task(CODE, *milestones))


@pytest.mark.parametrize(
    ("text", "when", "kind"),
    [
        ("’23년 하천 예산 편성 및 예산 요구", "’23.1~5월", "budget"),
        ("2023년 예산 국회 심의", "’23.9~12월", "budget"),
        ("’23년 정비사업 추진계획 수립", "’23.12월", "plan"),
    ],
)
def test_work_of_the_year_that_has_begun_is_a_doubt(text, when, kind):
    [finding] = found_by("milestone-year", of(milestone(text, when, 4)))

    assert (finding.level, finding.facts["case"], finding.facts["meant"]) == (Level.DOUBT, kind, "2024")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("’24년 예산 편성 및 예산 요구", "’23.1~5월"),
        ("’23년 정비사업 추진계획 수립", "’23.1월"),
        ("’23년 예산 집행 점검", "’23.6월"),
        ("추진계획 수립", "’23.12월"),
        ("’23년 정비사업 평가 및 ’24년 추진계획 수립", "’23.12월"),
    ],
)
def test_work_of_its_own_year_is_no_finding(text, when):
    assert found_by("milestone-year", of(milestone(text, when, 4))) == []


def test_a_report_before_the_survey_begins_is_a_doubt():
    [finding] = found_by(
        "milestone-order",
        of(milestone("하천 실태조사 결과보고", "’23.3월", 1), milestone("하천 실태조사 착수", "’23.9월", 3)),
    )

    assert finding.level is Level.DOUBT
    assert say(finding).sentence == (
        "‘하천 실태조사 결과보고’(’23.3월)의 시기가 ‘하천 실태조사 착수’(’23.9월)보다 앞서 있습니다."
    )


def test_a_report_after_the_survey_and_of_another_one_are_no_findings():
    survey = milestone("하천 실태조사 실시", "’23.1~10월", 4)

    assert found_by("milestone-order", of(survey, milestone("하천 실태조사 결과보고", "’23.11월", 4))) == []
    assert found_by("milestone-order", of(survey, milestone("이용 만족도 결과보고", "’23.3월", 1))) == []


def test_a_milestone_that_stands_twice_in_one_quarter_is_a_doubt():
    [finding] = found_by("milestone-twice", of(milestone(), milestone("현장점검")))

    assert (finding.level, finding.object) == (Level.DOUBT, "Ⅰ-1-①/m2")


def test_the_same_work_in_two_quarters_is_no_finding():
    assert found_by("milestone-twice", of(milestone(), milestone("현장 점검", "’23.8월", 3))) == []


def test_one_span_that_stands_in_several_quarters_is_told_once_as_a_notice():
    rows = [milestone("점포 모집", "’23.2월~12월", quarter) for quarter in (1, 2, 3, 4)]

    [finding] = found_by("milestone-twice", of(*rows))

    assert (finding.level, finding.values) == (Level.NOTICE, ("’23.2월~12월", "1·2·3·4"))
    assert len(finding.places) >= 1


def test_a_result_due_after_the_evaluation_is_a_notice():
    [finding] = found_by("source-late", plan(indicator(source="성과조사 결과(’24.4월 예정)", target=1)))

    assert (finding.level, finding.values) == (Level.NOTICE, ("’24.4월",))


@pytest.mark.parametrize("source", ["성과조사 결과(’24.1월 예정)", "성과조사 결과(’23.12월)", "성과조사 결과"])
def test_a_result_in_time_is_no_finding(source):
    assert found_by("source-late", plan(indicator(source=source, target=1))) == []


def test_a_study_of_last_year_as_source_is_a_doubt():
    [finding] = found_by("source-old", plan(indicator(source="’22년 성과평가 연구", target=1)))

    assert finding.level is Level.DOUBT


@pytest.mark.parametrize("source", ["’23년 성과평가 연구", "’22년과 ’23년 비교 조사", "실태조사"])
def test_a_study_of_this_year_as_source_is_no_finding(source):
    assert found_by("source-old", plan(indicator(source=source, target=1))) == []


def survey(source: str):
    return plan(indicator(source=source, target=1), task(CODE, milestone("이용자 만족도 조사", "’23.11월", 4)))


def test_a_survey_in_november_that_its_source_puts_in_december_is_a_doubt():
    [finding] = found_by("survey-month", survey("전문기관 조사(12월말)"))

    assert (finding.level, finding.facts["month"]) == (Level.DOUBT, "12")


@pytest.mark.parametrize("source", ["전문기관 조사(11월)", "전문기관 조사"])
def test_a_survey_with_one_month_is_no_finding(source):
    assert found_by("survey-month", survey(source)) == []


@pytest.mark.parametrize(
    ("over", "known", "count"),
    [
        ("’23. 1. 1∼ ’23. 12. 31", "’23.3월말 예정", 1),
        ("’23.1.1 ~ ’23.12.31", "’24.1월말", 0),
        ("’23.1.1 ~ ’23.11.30", "’23.12월말 예정", 0),
        ("’23.1.1 ~ ’23.12.31", "추후 안내", 0),
    ],
)
def test_a_result_before_the_measuring_is_over_is_an_error(over, known, count):
    lines = (f"- 측정대상기간 : {over}", f"- 실적치 집계 완료 시점 : {known}", "- 측정수행기관 : 하천연구원")

    assert len(found_in("result-early", *lines)) == count


def test_both_times_are_shown():
    [finding] = found_in("result-early", "- 측정기간 : ’23.1월~12월", "- 집계 시기 : ’23.6월")

    assert (finding.level, finding.values) == (Level.ERROR, ("’23.1월~12월", "’23.6월"))
    assert [place.line for place in finding.places] == [100, 102]


def with_steps(name: str, *steps: str):
    of = task("Ⅰ-1-①", *(milestone(step, "’23.10월", 4) for step in steps))
    return plan(indicator(name, id="acts", unit="건", target=1), of)


def test_an_act_that_is_counted_and_only_prepared_is_a_doubt():
    [finding] = found_by("act-unscheduled", with_steps("하천법 개정안 발의 수", "관계부처 협의", "하천법 개정안 마련"))

    assert (finding.level, finding.values) == (Level.DOUBT, ("하천법 개정안 발의 수", "하천법 개정안 마련"))


def test_an_act_that_no_milestone_mentions_is_a_notice():
    [finding] = found_by("act-unscheduled", with_steps("하천법 개정안 발의", "현장 점검", "결과 보고"))

    assert (finding.level, finding.facts["case"], finding.facts["what"]) == (Level.NOTICE, "never", "개정안")


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("하천법 개정안 발의", ("하천법 개정안 마련", "하천법 개정안 국회 제출")),
        ("하천 정비 대책 마련", ("하천 정비 대책 수립",)),
        ("하천 정비율", ("하천 정비 착수",)),
    ],
)
def test_an_act_that_is_done_by_another_word_or_not_prepared_here_is_no_finding(name, steps):
    assert found_by("act-unscheduled", with_steps(name, *steps)) == []


@pytest.mark.parametrize(
    ("due", "lines", "levels"),
    [
        ("’24.2월말", ["□ 연말 평가(`24.1)"], [Level.DOUBT]),
        ("’24.2월말", [], [Level.NOTICE]),
        ("’23.12월말", ["□ 연말 평가(`24.1)"], []),
    ],
)
def test_a_result_that_the_prose_dates_after_the_evaluation_is_told(due, lines, levels):
    told = [f"- 실적치 집계 완료 시점 : {due} 예정", *lines]

    assert [one.level for one in found_in("source-late", *told, of=plan(indicator(target=90)))] == levels


@pytest.mark.parametrize("source", ["사업 성과 보고서 * 전년도 실적을 관리", "이행 실적 조사(1년의 시차 발생)"])
def test_a_result_of_the_year_before_is_a_notice(source):
    [finding] = found_by("source-old", plan(indicator(target=90, source=source)))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "lag")
    assert found_by("source-old", plan(indicator(target=90, source="전년도 실적 대비 증가율 조사"))) == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("ㅇ 「하천법*」 개정(’23.上)을 통한 근거 마련", 1),
        ("ㅇ 하천법령 개정 추진(’23.상반기)", 1),
        ("ㅇ 하천법 개정(’23.하반기)", 0),
        ("ㅇ 하천법 개정안 발의(’23.3월)", 0),
        ("ㅇ 하천법 시행령 개정(’23.3월)", 0),
        ("ㅇ 습지보전법 개정(’23.3월)", 0),
        ("ㅇ 하천법 개정을 추진", 0),
    ],
)
def test_a_statute_that_is_amended_at_two_times(words, count):
    schedule = of(milestone("하천법 개정 추진(정비 근거 등)", "~’23.12월", 4))
    found = found_in("law-date", words, of=schedule)

    assert [one.facts["planned"] for one in found] == ["~’23.12월"] * count


@pytest.mark.parametrize(
    ("steps", "count"),
    [
        ((("정비 제도, 성공사례 홍보", "’23.5월", 2), ("하천 성공사례 발굴", "’23.12월", 4)), 1),
        ((("성공사례 발굴", "’23.3월", 1), ("성공사례 홍보", "’23.5월", 2)), 0),
        ((("성공사례 홍보", "’23.5월", 2), ("정비모델 발굴", "’23.12월", 4)), 0),
        ((("성공사례 홍보", "’23.5월", 2), ("성공사례 발굴", "’23.4~12월", 4)), 0),
        ((("성공사례 홍보", "’23.5월", 2),), 0),
    ],
)
def test_what_is_told_before_it_is_found_is_a_notice(steps, count):
    found = found_by("milestone-order", of(*(milestone(*step) for step in steps)))

    assert [one.level for one in found] == [Level.NOTICE] * count


def test_applications_that_are_over_before_anybody_is_recruited_are_a_doubt():
    rows = (milestone("물길학교 신청/접수", "’23.3월", 1), milestone("물길학교 참여기업 모집", "’23.4~5월", 2))

    [finding] = found_by("milestone-order", of(*rows))

    assert (finding.level, finding.values) == (Level.DOUBT, ("’23.4~5월", "’23.3월"))


@pytest.mark.parametrize(
    ("applied", "recruited"),
    [
        (("물길학교 신청/접수", "’23.5월"), ("물길학교 참여기업 모집", "’23.4~5월")),
        (("물길학교 신청/접수", "’23.3월"), ("숲길학교 참여기업 모집", "’23.4~5월")),
        (("물길학교 평가", "’23.3월"), ("물길학교 참여기업 모집", "’23.4~5월")),
    ],
)
def test_applications_after_recruiting_and_for_other_things_are_no_findings(applied, recruited):
    assert found_by("milestone-order", of(milestone(*applied, 1), milestone(*recruited, 2))) == []


STEPS = ("①정비계획 수립", "②정비업체 공모", "③정비공사 시행")


def dated(times: str, *rows):
    return found_in("step-dates", *STEPS, f"▸ 일정 {times}", of=of(*rows))


def test_a_step_with_another_time_than_its_milestone_is_told():
    [narrower] = dated("’23.2월 ’23.4월 ’23.5~12월", milestone("정비공사 착공", "’23.6~12월", 4))
    [apart] = dated("’23.2월 ’23.4월 ’23.5~12월", milestone("정비업체 선정", "’23.8월", 3))

    assert (narrower.level, narrower.values) == (Level.NOTICE, ("’23.5~12월", "’23.6~12월"))
    assert (apart.level, apart.values) == (Level.DOUBT, ("’23.4월", "’23.8월"))


@pytest.mark.parametrize(
    ("times", "text", "when"),
    [
        ("’23.2월 ’23.4월 ’23.5~12월", "정비공사 착공 및 감리", "’23.5~12월"),
        ("’23.2월 ’23.4월 ’23.6~8월", "정비공사 착공", "’23.5~12월"),
        ("’23.2월 ’23.4월 ’23.5~12월", "수질조사 실시", "’23.1월"),
        ("’23.2월 ’23.4월", "정비공사 착공", "’23.6~12월"),
    ],
)
def test_steps_within_their_milestone_and_rows_that_do_not_fit_are_no_findings(times, text, when):
    assert dated(times, milestone(text, when, 4)) == []
