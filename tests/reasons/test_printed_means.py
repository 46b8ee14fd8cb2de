"""Means that are printed: with their deviation and what lies so many of them apart, and of a series that stands year by year in the reason."""

from decimal import Decimal
from itertools import product

import pytest

from tests.every import every
from tests.reasons.values import values

M, S = Decimal("74.3"), Decimal("2.1")
# How the mean and the deviation are told.
BANDS = [
    ("최근 5개년 평균 74.3점에 표준편차 2.1점을 더한 최고목표와 표준편차의 2배를 뺀 최저목표의 중간값", (1, -2)),
    ("평균 74.3에서 표준편차 2.1의 절반을 뺀 값", (Decimal("-0.5"),)),
    ("실적 평균은 74.3점이고 표준편차는 2.1점이므로 평균에 표준편차의 2배를 가산한 값", (2,)),
    ("표준편차는 2.1, 평균은 74.3으로 평균에 표준편차의 1.5배를 더한 값", (Decimal("1.5"),)),
    ("상한(평균+표준편차)과 하한(평균-2×표준편차)의 중간점(평균 74.3점, 표준편차 2.1점)", (1, -2)),
    ("최고목표(기준치+2×표준편차, 기준치 74.3, 표준편차 2.1)", (2,)),
    ("평균 74.3에 표준편차 2.1의 1배를 더해 최고목표 76.4, 2배를 빼서 최저목표 70.1을 구하고 둘의 중간값", (1, -2)),
    ("최고목표 76.4(=74.3+1×2.1)와 최저목표 70.1(=74.3-2×2.1)의 평균값", (1, -2)),
    ("σ=2.1점(’18~’22), 5개년 평균은 74.3점. 평균+1σ", (1,)),
]
ENDS = ["으로 설정", "을 목표로 함", "을 올해 목표로 정하였음"]


value = values()


def with_particle(words, end):
    last = words.rstrip(")")[-1]
    final = (ord(last) - 0xAC00) % 28 if "가" <= last <= "힣" else 1
    if final in (0, 8) and end.startswith("으로"):
        return words + end[1:]
    return words + (end if final else "를" + end[1:])


@every(BANDS, ENDS)
def test_so_many_deviations_about_a_printed_mean(words, times, end):
    edges = [M + one * S for one in times]
    assert value(with_particle(words, end)) == sum(edges) / len(edges)


@pytest.mark.parametrize(
    "text",
    [
        "평균 74.3에 표준편차 2.1을 더한 최고목표와 2배를 뺀 최저목표를 구하고 검토하여 설정",
        "평균 74.3에 표준편차 2.1을 더한 최고목표와 2배를 뺀 최저목표를 제시",  # which of the two
        "평균 74.3에 표준편차 2.1을 더한 최고목표 77.0과 2배를 뺀 최저목표 70.1의 중간값",  # does not come out
        "최고목표 77.0(=74.3+1×2.1)과 최저목표 70.1(=74.3-2×2.1)의 평균값",
        "평균 74.3점, 표준편차 2.1점임",
        "평균 74.3에 편차를 더하여 설정",
    ],
)
def test_a_band_of_which_nobody_says_where_has_no_value(text):
    assert value(text) is None


# ── series ──

SERIES = [
    ("(’20년 2.4%, ’21년 3.0%, ’22년 3.6%)", [Decimal("2.4"), Decimal(3), Decimal("3.6")], "%"),
    ("(’21년 2.5%p, ’22년 1.6%p)", [Decimal("2.5"), Decimal("1.6")], "%p"),
    ("(’20년 19건, ’21년 26건, ’22년 21건)", [Decimal(19), Decimal(26), Decimal(21)], "건"),
]
PAST = {2021: "488", 2022: "500"}
IN_POINTS = {2021: "48.4", 2022: "50"}  # points are added to no number of hundreds


@pytest.mark.parametrize(("row", "figures", "unit"), SERIES)
def test_what_follows_from_the_mean_of_a_printed_series(row, figures, unit):
    mean = sum(figures) / len(figures)
    for base in ("전년 실적", "전년도 실적치", "’22년 실적"):
        if unit == "%":
            told = [
                f"연도별 증가율{row}의 평균을 {base}에 적용",
                f"최근 증가율{row}의 산술평균을 {base}에 곱해 늘린 값으로 함",
            ]
            truth = 500 * (1 + mean / 100)
        else:
            told = [f"최근 증가폭{row}의 평균을 {base}에 더하여 설정", f"연도별 증가폭{row}의 평균만큼 {base}에 가산"]
            truth = (50 if unit == "%p" else 500) + mean
        for text in told:
            given = value(text, IN_POINTS if unit == "%p" else PAST)
            assert given is not None, text
            assert abs(given - truth) < Decimal("1e-9"), text


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("탈수급률: (’20) 14.2%, (’21) 15.1%, (’22) 15.4% → 3개년 평균인 14.9%를 목표로 제시", "14.9"),
        (
            "5년간 증가율 평균을 목표로 함. 연도별 증가율(%)은 (’18) 6.2 → (’19) 4.8 → (’20) △3.5 → (’21) 9.1 → (’22) 5.4",
            "4.4",
        ),
        ("연도별 매출증가율(%) (’18) 12.0 → (’19) 9.6 → (’20) △3.0을 평균하여 목표로 설정함", "6.2"),
        ("증가율(’20년 3%, ’21년 5%)의 평균을 상회하는 수준으로 설정", None),
        ("증가율(’20년 3%, ’21년 5%)의 평균 등을 감안하여 설정", None),
        ("증가율은 ’20년 3%, ’21년 5%로 상승하는 추세임", None),
    ],
)
def test_the_mean_of_a_printed_series_may_be_the_target(text, truth):
    assert value(text) == (truth and Decimal(truth))


def test_a_rounded_outcome_does_not_follow_from_two_rates_by_chance():
    for first, second in product((14, 15), (15, 16)):
        text = f"자활 탈수급률 {first}.2%, {second}.1%, 15.4%를 종합한 14.9%를 목표로 제시"
        assert value(text) in (None, Decimal("14.9")), text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("전국 평균 처리율 38.0%의 1.1배를 목표로 하되 영세 사업장이 많은 점을 감안", "41.8"),
        ("금융권의 채무조정 성공률(’15~’19년 누적) 53.6%에 5%p를 가산하여 적극적으로 목표를 설정함", "58.6"),
        ("통계청 신생기업 5년 생존율(33.8%)의 2배 수준으로 목표를 정함", "67.6"),
        ("유사 지표인 ‘보호센터 이용 만족도’ 72점보다 3% 높은 점수로 설정", "74.16"),
        ("유사 기관인 C공사의 실적 15.0%의 90%에 해당하는 값까지 끌어올림", "13.5"),
        ("전국 평균 38.0%의 1.1배 수준인 예산으로 추진", None),
        ("전국 평균 처리율 38.0%와의 격차를 감안하여 설정", None),
        ("법정 비율 60%의 2배로 정함", None),  # more than there can be
    ],
)
def test_what_is_made_of_a_figure_of_others(text, expected):
    assert value(text) == (expected and Decimal(expected))


# A band told by figures in any order: mean 78.0, deviation 4.0, edges 82.0 and 70.0.
EDGES = [
    "최근 5개년 실적의 표준편차(4.0점)를 활용해 최고목표 82.0점(78.0+1*4.0), 최저목표 70.0점(78.0-2*4.0)을 산출하고, ",
    "최고목표(78.0+4.0=82.0)와 최저목표(78.0-2×4.0=70.0)를 구함(표준편차 활용). ",
    "최근 5개년 평균(78.0)과 표준편차(4.0)로 최고(+1σ) 82.0, 최저(-2σ) 70.0을 구하였다. ",
    "경영평가 편람을 준용하여 상한을 5년 평균 78.0에 표준편차 4.0을 더한 82.0, 하한을 2배의 표준편차를 뺀 70.0으로 두고 ",
]
CHOICES = [
    ("두 값의 평균을 목표로 함", Decimal(76)),
    ("두 값을 산술평균한 수준을 목표로 설정", Decimal(76)),
    ("두 값의 중간을 ’25년 목표로 설정함", Decimal(76)),
]
OF_ONE = [("이 중 최고목표를 ’25년 목표로 채택", Decimal(82)), ("그중 최저목표를 목표로 설정함", Decimal(70))]


@pytest.mark.parametrize("edges", EDGES)
@pytest.mark.parametrize(("choice", "expected"), CHOICES)
def test_edges_of_a_band_by_their_figures(edges, choice, expected):
    assert value(edges + choice, {2023: "79.0", 2024: "78.0"}, 2025) == expected


@pytest.mark.parametrize("edges", EDGES[:1])
@pytest.mark.parametrize(("choice", "expected"), OF_ONE)
def test_the_edge_that_is_chosen(edges, choice, expected):
    assert value(edges + choice, {2023: "79.0", 2024: "78.0"}, 2025) == expected


@pytest.mark.parametrize("edges", EDGES)
@pytest.mark.parametrize(("choice", "expected"), CHOICES)
def test_an_edge_that_does_not_lie_so_far_from_the_mean_gives_none(edges, choice, expected):
    assert value(edges.replace("82.0", "83.0") + choice, {2023: "79.0", 2024: "78.0"}, 2025) is None


@pytest.mark.parametrize("edges", EDGES)
def test_edges_of_which_nobody_says_which_is_taken_give_none(edges):
    assert value(edges + "검토하여 설정함", {2023: "79.0", 2024: "78.0"}, 2025) is None


FIVE = {2017: "58.1", 2018: "59.2", 2019: "60.1", 2020: "60.9", 2021: "61.9"}  # their geometric mean is 60.03
GEOMETRIC = [
    "’17~’21년 5년간 평균 매출액(기하평균 60.0억원) 대비 {}",
    "5년 기하평균(60.0억원)보다 {}",
    "5개년(2017~2021) 평균 매출 규모(기하평균으로 60.0억원)보다 {}",
    "업체당 매출액의 5개년 기하평균은 60.0억원이며, 이보다 {}",
]
RAISED = ["3% 향상된 수준으로 목표를 설정", "3% 높은 금액을 목표로 함"]
WHICH = [
    "",
    ". 산술평균은 특정 연도의 영향이 커서 사용하지 않음",
    " ※ 기하평균: 연속하는 성장률의 평균을 구하는 데 적합",
]


@pytest.mark.parametrize("which", WHICH)
@pytest.mark.parametrize("raised", RAISED)
@pytest.mark.parametrize("words", GEOMETRIC)
def test_a_geometric_mean_counts_as_it_is_printed(words, raised, which):
    assert value(words.format(raised) + which, FIVE, 2022) == Decimal("61.8")
