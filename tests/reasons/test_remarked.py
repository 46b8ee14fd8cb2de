"""A remark that bears on no calculation changes nothing wherever it stands; one that does is heeded, or takes the value away."""

from decimal import Decimal

import pytest

from tests.every import every, in_two, part
from tests.reasons.remarked import (
    CONTRARY,
    HEADS,
    NO_HEADS,
    PLACES,
    RESULTS,
    STRAIGHT,
    TELL,
    TURN,
    TURNED,
    WORKINGS,
    beside,
)
from uigwe.operations.explaining import explain_reason
from uigwe.reasons.bearing import only_tells, turns
from uigwe.reasons.laid import lay_out
from uigwe.reasons.remarked import bared


def given(text, results=RESULTS, year=2024):
    found = explain_reason(text, year=year, history=results)
    return found.value if found.settled else None


def same(value, truth):
    return value is not None and abs(value - Decimal(truth)) <= abs(Decimal(truth)) * Decimal("1e-9")


def test_what_only_tells_is_told_from_what_turns():
    rest = "최근3년평균대비3%상향"
    assert [one for one in TELL if only_tells(lay_out(one).text, rest) is None or turns(lay_out(one).text, rest)] == []
    assert [one for one in TURN if only_tells(lay_out(one).text, rest) is not None] == []


def those_of(text, share, remarks, places, one_in):
    """A straight reason beside a share of the remarks, and what it comes to."""
    return [(said, value) for said, value, _ in part(share, beside(remarks, places), one_in) if text in said]


@in_two
@pytest.mark.parametrize("text", STRAIGHT)
def test_a_remark_that_only_tells_changes_nothing(text, share):
    cases = those_of(text, share, TELL, PLACES, 5)
    read = [given(said) for said, _ in cases]
    assert [
        said for (said, value), one in zip(cases, read, strict=True) if one is not None and not same(one, value)
    ] == []
    lost = [said for (said, _), one in zip(cases, read, strict=True) if one is None]
    assert len(lost) <= max(1, len(cases) * 0.03), lost


@in_two
@pytest.mark.parametrize("text", STRAIGHT)
def test_a_remark_that_turns_a_calculation_takes_its_value(text, share):
    cases = those_of(text, share, TURN, TURNED, 4)
    assert [said for said, value in cases if same(given(said), value)] == []


@pytest.mark.parametrize("head", HEADS)
def test_a_head_that_only_names_changes_nothing(head):
    assert [text for text, value in STRAIGHT.items() if not same(given(head + text), value)] == []


@pytest.mark.parametrize("head", NO_HEADS)
def test_a_head_that_says_of_which_part_stays(head):
    assert [text for text in STRAIGHT if given(head + text) is not None] == []


@every(lambda: ((text, working) for text, workings in WORKINGS.items() for working in workings))
def test_working_that_agrees_changes_nothing(text, working):
    value, straight = given(text + working), given(text)
    assert value is not None and abs(value - straight) <= straight / 1000, working  # what is printed is rounded


@pytest.mark.parametrize("working", CONTRARY)
def test_working_that_comes_to_something_else_takes_the_value(working):
    assert given("최근 3년 평균 대비 3% 상향" + working) is None


@every(
    [
        (
            "월평균 방문자 수의 최근 3개년 평균 실적에 증가율(4%)을 곱해 가산하여 산출하였음",
            "918.666666666666666666666666667",
        ),
        ("최근 3개년 월평균 접속자수 평균에서 6% 늘어난 규모를 목표로 함", "936.333333333333333333333333333"),
        ("이용자 수(월평균)는 직전 3개년 평균에다 5%의 증가율을 적용하여 산정", "927.5"),
        (
            "최근 세 차례 조사결과의 평균치를 차기연도 목표로 그대로 적용하기로 함(매년 1회 조사)",
            "883.333333333333333333333333333",
        ),
        ("직전 3개년 평균치로 만족도의 목표치를 설정하고 있음", "883.333333333333333333333333333"),
        ("지난해 목표였던 880점에서 20점 올려 잡았으며 농촌협약 시군이 늘어난 점을 반영함", "900"),
        (
            "최근 3년간 평균 대비 1%를 상향한 점수이며, 90점대 만족도에서 추가 상승은 쉽지 않은 도전적 목표임",
            "892.166666666666666666666666667",
        ),
        ("서비스 개시 시점을 고려하여 ’21년부터 실적을 반영하였음. 최근 3개년 평균에서 2% 상향한 값이 목표임", "901"),
        ("전년 누적 실적보다 45건 증가(누적 기준, 특허 데이터 개방 건수)", "945"),
        ("최근 3년 평균을 목표로 설정(단순평균)", "883.333333333333333333333333333"),
    ],
)
def test_names_and_remarks_of_other_forms(text, value):
    assert same(given(text), value)


@pytest.mark.parametrize(
    "text",
    [
        "최근 3년 중앙값으로 설정(기하평균)",
        "최근 3개년 평균에서 2% 상향. 시스템 개편으로 ’22년부터 실적을 반영하였음",
        "기존 사업은 전년 대비 2% 상향, 신규 사업은 20건",
        "최근 3개년 평균에서 2% 상향(적용 비율은 내부 산식에 따름)",
    ],
)
def test_what_may_be_a_part_of_the_calculation_stays(text):
    assert given(text) is None


def test_a_remark_that_nobody_can_take_for_a_part_wins_over_a_reading_with_it():
    results = {2020: "80.5", 2021: "81.3", 2022: "81.9"}
    said = "통계청 5개년 평균치 41.2%의 2배{}"
    assert given(said.format(" [통계 시차(t-2) 존재]"), results, 2023) == Decimal("82.4")
    assert given(
        "지원 대상 2,400개사 중 65%가 참여할 것으로 예상하여 산출한 기업 수 ※ 통계 시차(t-2) 존재", {}
    ) == Decimal(1560)


def test_a_star_begins_a_note_only_where_nothing_is_multiplied():
    assert given("전년 실적 × (1+3%) * 전년도 실제 증가율 1.2% 대비 도전적") == Decimal(927)
    assert given("개소당 51건 * 운영 예정 개소 20개소") == Decimal(1020)
    assert lay_out("3년 평균을 적용 * 11월 전수 설문").text == "3년평균을적용.11월전수설문"
    assert "*" in lay_out("물량 51건 * 11개소").text


def test_what_is_left_is_laid_out_like_the_reason():
    bare = bared(lay_out("[근거] 전년 실적의 104%로 설정(매년 1회 조사). 여건은 나빠졌음"))
    assert bare is not None and bare.laid.text == "전년실적의104%로설정"
    assert bare.certain and bare.head
    assert bared(lay_out("전년 실적의 104%로 설정")) is None
