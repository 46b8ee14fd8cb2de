"""Short reasons in other words: figures half in words, a window behind its mean, what is done instead, a step with its amount."""

from decimal import Decimal

import pytest

from tests.reasons.values import values

PAST = {2020: "78", 2021: "82.5", 2022: "84.6"}
READ = [
    ("최근 3년 평균값 대비 일 퍼센트포인트 상승", "82.7"),
    ("최근 3년 평균 대비 십이 점 오 퍼센트 상향", "91.9125"),
    ("최근 3년 평균 대비 영점 오 퍼센트 상향", "82.1085"),
    ("최근 3년 평균보다 천분의 5만큼 증가", "82.1085"),
    ("전년 실적의 천분의 1,030", "87.138"),
    ("전년 실적의 100분의 105", "88.83"),
    ("평균 81.7%(최근 3개년)를 목표로 함", "81.7"),
    ("평균(최근 3년)보다 2% 높게", "83.334"),
    ("평균 81.7점(’20~’22년)에 2점을 더함", "83.7"),
    ("최근 3년 평균 대비 +2.0%(배율 적용)", "83.334"),
    ("전년 실적을 쓰는 대신 최근 3년 평균에서 2% 상향", "83.334"),
    ("3년 평균에 0.5점을 더하는 통상 방식 대신 전년 실적에 0.5점을 더함", "85.1"),
    ("최근 3년 평균에 2%를 가산하던 종전 방식 대신 전년 실적을 유지", "84.6"),
    ("지난해 거둔 성과(84.6점)의 5%인 4.23점을 덧붙임", "88.83"),
    ("3년 평균의 2%인 1.634점을 가산", "83.334"),
    ("지난해 성과(84.6점)의 5%(4.23점)를 더한 수준", "88.83"),
    ("연평균 6% 성장(’22년 실적 기준)", "89.676"),
    ("전년 실적을 5% 줄이되 소수점 첫째자리까지 남기고 둘째자리 이하 절사", "80.3"),
    ("전년×(1+3개 연도 증가율의 산술평균)", "88.11711188811188811188811189"),
]
OPEN = [
    "평균 90%(최근 3개년)를 목표로 함",
    "전년 실적 대비 3% 올리는 대신 2%만 상향",
    "전년 실적 81 점 오 퍼센트 상향",
    "전년 실적의 5%인 4.9점을 더함",
    "전년 예산의 5%인 4.23억원을 더함",
    "전년도 실적 미집계로 ’21년 실적에 6%를 증가시켜 산정",
    "’20년부터 ’22년까지의 연평균증가율을 구하여, 그 걸음을 ’22년 실적에 한 차례 더 옮겨 ’23년 목표를 얻음",
    "기준값은 최근 3년의 중앙값임. 평균은 ’20년의 이례적 하락에 끌려가므로 쓰지 않았으며, 여기에 1.1%p를 더하고 나온 수를 그대로 표기함",
    "작년과 재작년의 격차를 셋으로 똑같이 쪼개어, 그 한 조각만큼만 작년 값 위에 포갰음",
]


value = values(PAST, year=2023)


@pytest.mark.parametrize(("text", "worth"), READ)
def test_it_is_read(text, worth):
    assert abs(value(text) - Decimal(worth)) < Decimal("1e-20")


@pytest.mark.parametrize("text", OPEN)
def test_what_does_not_follow_has_no_value(text):
    assert value(text) is None


def test_a_result_that_is_missing_gives_way_to_the_year_that_is_taken():
    text = "전년도 실적 미집계로 ’21년 실적에 6%를 증가시켜 산정"
    assert value(text, {2020: "78", 2021: "82.5", 2022: "-"}) == Decimal("87.45")


def test_over_which_years_a_growth_runs_is_a_doubt_in_a_bracket_as_well():
    assert value("전년×(1+3개 연도 증가율의 산술평균)", {2019: "75", **PAST}) is None


@pytest.mark.parametrize(
    ("text", "worth"), [("분기당 15회씩 4개 분기", 60), ("반기당 3회씩 2개 반기", 6), ("매월 5회씩 10개월", 50)]
)
def test_how_many_parts_of_a_year_are_told_counts_once(text, worth):
    assert value(text, {2022: "신규"}) == worth
