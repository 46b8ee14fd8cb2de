"""What only tells takes nothing away and adds nothing, wherever it stands; what bends, and is not heeded, takes the value away."""

from decimal import Decimal

import pytest

from tests.every import in_two, part
from uigwe.operations.explaining import explain_reason
from uigwe.reasons.laid import lay_out
from uigwe.reasons.setting import set_alone, tells

RESULTS = {2021: "820", 2022: "850", 2023: "900"}
CALCULATIONS = {
    "상담 이용 건수는 전년 실적의 1.02배로 산정하였음": "918",
    "상담 이용 건수는 최근 2개년 평균 대비 4% 상향": "910",
    "상담 이용 건수는 ’22년 실적에 30건을 더한 값을 목표로 함": "880",
    "상담 이용 건수는 전년 실적의 92% 수준으로 낮추어 설정": "828",
    "상담 이용 건수는 전년도 실적과 같은 수준으로 설정함": "900",
}
TOLD = (
    "유치 활동을 넓혀 초과 달성을 위해 노력함",
    "구인 수요가 줄어든 점을 고려하면 적극적 목표임",
    "대면 수요가 사라진 점을 감안하면 증가 자체가 도전임",
    "보조율이 70%에서 50%로 인하되어 참여가 크게 줄 것으로 예상됨",
    "최근 3년간 평균 상승폭을 웃도는 수준임",
    "담당자 1인당 처리건수는 주요국의 3배에 달함",
    "이는 최근 5년 평균 증가율(2.1%)을 상회하는 수준임",
    "예산이 전년보다 12% 줄어 유지도 쉽지 않은 여건임",
    "3년 연속 증가한 실적을 이어가려는 것임",
    "2020년에는 코로나19로 실적이 크게 감소한 바 있음",
    "전국 17개 시·도에서 동일하게 시행 중임",
    "정부24 개편으로 접수 창구가 바뀌는 점을 감안하였음",
    "제4차 기본계획의 방향과도 부합함",
)
BENDS = (
    "이 중 90%만 반영함",
    "단, 상한은 860건으로 함",
    "여기에 신규 5건을 추가함",
    "이 값에 0.9를 곱한 값임",
    "다만 하반기 실적만 반영함",
    "예산 감액이 예상되어 10% 하향 조정함",
    "목표는 이보다 2% 낮은 수준으로 정함",
    "기준은 전년 목표임",
    "신규 과제분 10%를 추가로 반영함",
    "실제로는 이의 95% 수준에서 결정됨",
    "여기에 물가상승률을 더함",
    "이 가운데 절반을 목표로 함",
    "신규 과제 5건을 더해 도전적으로 잡음",
)
CIRCUMSTANCES = (
    "금리와 환율 변동에 민감하여",
    "사업 대상이 제한되어 있으므로",
    "업무 부담이 가중되고 있으나",
    "정부24 개편에 따른 이용 변화를 감안하여",
    "기상 여건에 따른 변동성이 커",
    "도전적인 목표 설정을 위해",
)
BRACKETS = (
    "국정과제와 연계",
    "예산이 10% 감액된 점을 감안",
    "보조율이 70%에서 50%로 인하",
    "최근 5년 내 가장 높은 수준",
)


def calculations(share, beside):
    """The calculations that are tried beside a remark: one in five every day, others beside another remark."""
    return [case[1:] for case in part(share, [(beside, *case) for case in CALCULATIONS.items()], 5)]


def given(text):
    found = explain_reason(text, year=2024, history=RESULTS)
    return found.value if found.settled else None


@in_two
@pytest.mark.parametrize("remark", TOLD)
def test_a_sentence_that_only_tells_changes_nothing_in_either_order(remark, share):
    assert tells(lay_out(remark).text.replace("19로", "구로").replace("24", "사"))
    for text, value in calculations(share, remark):
        assert given(f"{text}. {remark}") == Decimal(value), text
        assert given(f"{remark}. {text}") == Decimal(value), text
        assert given(f"{text}. {remark}. {TOLD[0]}") == Decimal(value), text


@in_two
@pytest.mark.parametrize("remark", BENDS)
def test_a_sentence_that_bends_is_heeded_or_takes_the_value_away(remark, share):
    assert not tells(lay_out(remark).text)
    for text, value in calculations(share, remark):
        if "860" in remark and Decimal(value) < 860:
            continue  # below the limit that it sets
        assert given(f"{text}. {remark}") != Decimal(value), text
        assert given(f"{text}. {TOLD[0]}. {remark}") != Decimal(value), text


@in_two
@pytest.mark.parametrize("clause", CIRCUMSTANCES)
def test_a_clause_that_tells_why_changes_nothing(clause, share):
    for text, value in calculations(share, clause):
        head, rest = text[: text.index("는 ") + 2], text[text.index("는 ") + 2 :]
        assert given(f"{head}{clause} {rest}") == Decimal(value), text
        assert given(f"{clause} {text}") == Decimal(value), text


@in_two
@pytest.mark.parametrize("bracket", BRACKETS)
def test_a_bracket_that_only_tells_changes_nothing(bracket, share):
    for text, value in calculations(share, bracket):
        assert given(f"{text}({bracket})") == Decimal(value), text


@pytest.mark.parametrize(
    "text",
    [
        "최근 3년 평균에 증가 추세를 반영하여 설정",
        "최근 3년 평균에 신규분을 더하여 설정",
        "물가 상승률을 반영하여 최근 3년 평균을 상향",
        "예산 감액률을 반영하여 전년도 실적과 같은 수준으로 설정함",
        "전년 실적의 103% 수준으로 설정. 올해는 6월부터 시행함",
        "전문가 의견을 수렴하여 850건으로 설정",
        "신규 20건을 반영하여 전년 실적 대비 3% 상향",
        "타 기관과 비교하여 전년 실적 대비 상향",
    ],
)
def test_a_clause_that_says_how_is_no_circumstance(text):
    assert given(text) is None


def test_a_rate_of_something_else_is_why_when_the_step_has_its_figure():
    assert given("예산 감액률을 반영하여 전년 실적 대비 5% 감소한 인원으로 정하였음") == Decimal("855")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("사업 여건이 전년과 다르지 않아 최근 2년 최고치와 최저치의 중간값(두 값의 평균)으로 설정", "875"),
        ("전년도 집행 부진을 만회하고자 최근 2개년 평균 대비 4% 상향", "910"),
        ("전년 실적의 1.0205배로 하고 소수점 첫째 자리에서 반올림(예산이 10% 감액된 점을 감안)", "918"),
        ("본부 350건, 소속기관 480건을 합산한 건수(예산이 10% 감액된 점을 감안)", "830"),
    ],
)
def test_what_only_tells_adds_nothing_and_hides_nothing(text, value):
    assert given(text) == Decimal(value)


@pytest.mark.parametrize("bracket", ["이 중 90%", "7개월 기준", "가중치 0.9 적용", "하반기 실적만 집계"])
def test_a_bracket_that_goes_on_takes_the_value_away(bracket):
    for text, value in CALCULATIONS.items():
        assert given(f"{text}({bracket})") != Decimal(value), text


def test_words_that_end_like_a_connective_part_nothing():
    assert given(
        "군 단위 인구 감소(전년 대비 1.8% 감소)를 반영해 전년 참여 인원 900명에서 같은 비율만큼 낮춤"
    ) == Decimal("883.8")


def test_a_year_left_out_must_not_be_one_of_the_readings():
    assert given("최근 2개년 평균에 3%를 가산한 값. 사업이 중단된 ’20년은 산정에서 제외하였음") == Decimal("901.25")
    assert given("최근 2개년 평균에 3%를 가산한 값. 사업이 중단된 ’22년은 산정에서 제외하였음") is None


def test_what_was_left_away_is_told_by_sentences():
    parted = set_alone(lay_out("전년 실적 대비 3% 상향(예산 1.5억원. 신규). 여건은 나빠졌음"))
    assert parted is not None and parted.laid.text == "전년실적대비3%상향(예산1.5억원.신규)"
    assert set_alone(lay_out("전년 실적 대비 3% 상향")) is None
