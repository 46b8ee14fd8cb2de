"""A printed outcome counts where the figures before it prove it, and never where they do not."""

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.every import examples
from tests.reasons.values import values
from uigwe.operations.explaining import explain_reason
from uigwe.reasons.confirmed import Printed, printed
from uigwe.reasons.equations import in_an_equation
from uigwe.reasons.known import Known
from uigwe.reasons.laid import lay_out
from uigwe.reasons.outcomes import outcome_at
from uigwe.reasons.reading import Reading
from uigwe.reasons.tokens import read_tokens

PAST = {2020: "4,700", 2021: "5,000", 2022: "5,200"}


value = values(PAST)


def outcome(text):
    laid = lay_out(text)
    tokens = read_tokens(laid)
    at = outcome_at(laid, tokens, 2023)
    return None if at is None else tokens[at].amount.number


SETS = (
    "으로 설정",
    "으로 목표를 설정하였음",
    "을 목표로 함",
    "을 목표치로 산정함",
    "으로 정함",
    "으로 줄임",
    "을 달성하는 것을 목표로 함",
)


@pytest.mark.parametrize("behind", SETS)
def test_the_figure_that_is_set_is_the_outcome(behind):
    assert outcome(f"전년 5,200건에서 150건을 감한 5,050건{behind}") == 5050


@pytest.mark.parametrize(
    "text",
    [
        "전년 실적의 97%로 하향",  # a share
        "최근 3년 실적: 4,700건, 5,000건, 5,200건",  # a list
        "5,200건 × 1.05로 산정",  # a part of an arithmetic
        "총 60건 중 46건 수용을 목표로 함",
        "5,050건으로 설정하였으나 협의 중",
        "3년 평균의 110%로 함 * ’20년 4,700건 → ’21년 5,000건 → ’22년 5,200건",  # what there was
        "상반기 2,000건을 목표로 함",
        "2026년 최종목표 6,000건으로 설정",
        "5,050건으로 설정할지 검토",
    ],
)
def test_what_is_not_set_is_no_outcome(text):
    assert outcome(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("감소폭을 절반으로 줄인다는 취지에서 전년 실적 5,200건에서 150건 감소한 5,050건으로 설정", "5050"),
        ("최근 3년 평균(5,000건)과 전년 실적(5,200건)을 더해 둘로 나눈 5,100건을 목표로 설정", "5100"),
        (
            "전체 6,200개소 가운데 시범운영 중인 4,960개소(80%)를 90%까지 넓히는 것을 목표로 하여 5,580개소로 설정",
            "5580",
        ),
        (
            "1인당 0.395를 3% 높인 0.407에 예산 12,700을 곱한 5,169건을 목표로 설정",
            "5168.900",
        ),  # the one that rounds so
        (
            "최고목표 5,560(=평균 5,200+1×편차 360)과 최저목표 4,480(=평균 5,200-2×편차 360)의 중간값인 5,020으로 설정",
            "5020",
        ),
        ("시도 1,000곳이 연 4회, 지방청 500곳이 연 2회 하는 것으로 하여 합계 5,000회로 설정", "5000"),
        ("분기별(1,310건, 1,295건, 1,342건, 1,053건)로 이룬 5,000건에 5%를 얹은 5,250건으로 함", "5250"),
        ("해마다 45mg씩 줄어드는 흐름을 이어 5,130mg에서 45mg 낮춘 5,085mg으로 설정", "5085"),
        ("단가 0.03억원, 예산 156억원을 기준으로 하여 5,200건으로 산출함", "5200"),
    ],
)
def test_what_its_figures_come_to_is_given(text, expected):
    assert value(text) == Decimal(expected)


@settings(max_examples=examples(60), deadline=None)
@given(
    base=st.integers(4_000, 6_000),
    step=st.integers(10, 300),
    parts=st.integers(101, 115),
    words=st.sampled_from(["감한", "덜어낸", "덜어 낸"]),
    behind=st.sampled_from(SETS),
)
def test_only_what_is_exactly_so_is_given(base, step, parts, words, behind):
    assume((base - step + 7) % 10)  # a printed 3,900 may stand for 3,893
    less = f"내부 여건이 바뀌어 작년도 분 {base}건에서 {step}건을 {words} {{}}건{behind}"
    assert value(less.format(base - step)) == base - step
    assert value(less.format(base - step + 7)) is None
    share = f"작년도 분 {base}건을 100으로 놓고 {parts}%로 넓힌 {{}}건{behind}"
    exact = Decimal(base * parts) / 100
    assume(exact + 9 != base + 52)  # a hundredth of last year's result on top is an arithmetic as well
    assert value(share.format(exact)) in (exact, None)
    assert value(share.format(exact + 9)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("관련 법령상 의무비율 3.4% 준수를 목표로 함", "3.4"),
        ("우수등급 하한선인 90점을 목표치로 설정함", "90"),
        ("전문가 의견 등을 고려하여 90점을 목표로 설정함", None),  # what it follows from nobody says
        ("과제 5건 발굴을 목표로 제시하였음", "5"),
        ("전년보다 350대 더 보급하는 것을 목표로 함", None),
        (
            "5점 만점 기준 4.2점을 100점으로 환산한 점수를 목표로 설정",
            "84",
        ),  # of a hundred, what it is of five
        ("전년 목표는 90점이었음", None),
        ("점수를 높여 90점을 목표로 설정함", None),  # a step without its figure
        ("100건 달성", None),
    ],
)
def test_a_level_counts_where_it_is_set_and_nothing_is_made_of_it(text, expected):
    assert value(text, history={}) == (expected and Decimal(expected))


def test_an_outcome_of_another_size_is_none_of_the_indicator():
    assert value("강사 12명에서 3명을 감한 9명으로 줄임") is None


def test_a_unit_behind_the_name_is_no_part_of_the_calculation():
    past = {2020: "93.0", 2021: "95.0", 2022: "97.0"}
    assert value("이행률(%)은 최근 3년 평균 대비 1%p 상향", past) == 96
    assert value("사고(건)를 최근 3년 평균의 90%로 감축", {2020: "90", 2021: "100", 2022: "110"}) == 90
    assert value("이행률(상반기)은 최근 3년 평균 대비 1%p 상향", past) is None


def test_a_scale_that_nobody_says_gives_no_value():
    text = "기존 152만명에 신규 24만명을 더하고 해지 9만명을 뺀 167만명을 목표로 설정함"
    assert value(text, history={}) is None
    assert value(text, history={2022: "1,520,000"}) == 1_670_000
    assert value(text, history={2022: "152"}) == 167


def test_a_reading_that_comes_to_something_else_than_is_printed_is_not_given():
    assert value("전년 대비 3% 상향한 5,356건으로 설정") == 5356
    assert value("전년 대비 3% 상향한 5,450건으로 설정") is None
    assert value("전년도 실적 및 올해 예산 축소(△12%)를 종합적으로 고려하여 4,500건을 목표로 함") is None


def test_the_exact_arithmetic_of_the_figures_beats_a_reading_that_is_only_about_it():
    past = {2018: "95.0", 2019: "95.4", 2020: "96.0", 2021: "96.6", 2022: "97.0"}
    assert value("5개년 실적의 평균(96.0%)에 표준편차(0.8)를 더하여 96.8%로 함", past) == Decimal("96.8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("전년 실적치의 107%(전망 성장률 5%에 정책 노력 2%p를 추가)", "5564"),
        ("최근 추이를 감안하여 5,300건으로 설정함", None),  # a judgement
        ("계량적 산출이 어려우므로 최근 추이를 고려하여 5,300건으로 설정함", None),
        ("전년 수준을 유지하여 5,200건으로 설정함. 예산이 줄어든 점을 감안하면 도전적임", "5200"),
    ],
)
def test_of_what_a_rate_is_made_and_what_is_judged(text, expected):
    assert value(text) == (expected and Decimal(expected))


def test_a_mean_told_behind_is_no_outcome():
    past = {2020: "6.21", 2021: "6.48", 2022: "6.96"}
    text = "논문 1편당 피인용 횟수, 최근 3년간 실적 평균 대비 3% 상향한 값. 도전적임 ※ 3개년 평균 6.55회"
    assert value(text, past) in (None, Decimal("6.7465"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("취업률: (’20) 14.2%, (’21) 15.1%, (’22) 15.4% → 3개년 평균인 14.9%를 목표로 제시", "14.9"),
        ("취업률: (’20) 14.2%, (’21) 15.1%, (’22) 15.7% → 3개년 평균인 15.0%를 목표로 제시", "15"),
        ("취업률: (’20) 14.2%, (’21) 15.1%, (’22) 15.4% → 3개년 평균인 15.4%를 목표로 제시", None),
        ("취업률 14.2%, 15.1%, 15.4%의 흐름을 감안한 14.93%를 목표로 함", None),  # no product of the three
        ("취업률: (’21) 90%, (’22) 80% → 3개년 평균인 72%를 목표로 제시", None),
    ],
)
def test_results_told_with_their_years_count_as_their_mean_and_are_never_multiplied(text, expected):
    assert value(text, history={}) == (expected and Decimal(expected))


@pytest.mark.parametrize(
    "text",
    [
        "전년 실적 5,200건과 최근 3년 평균의 중간인 5,304건으로 설정",  # 5,200 * 1.02 is no way between
        "’22년 실적 82.0%에서 5% 증가한 86.1%를 목표로 하여 77.5%로 설정",  # nor is 5 * 86.1 % one
        "최근 3년 평균과 전년 실적 중 큰 수치의 3%로서 5,203건으로 설정",  # of what is counted a per cent is a part
    ],
)
def test_figures_that_count_different_things_prove_nothing(text):
    assert value(text) is None


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("비율 5%와 82.0%, 86.1%를 참고하여 77.5%로 설정", {2021: "80.0", 2022: "82.0"}),  # no share of a share
        ("응답률 8%, 참여율 12%인 점에서 96%로 설정", {2021: "90.0", 2022: "92.0"}),
        ("기준 1.021배와 전년 실적 5,200건의 중간인 5,309건으로 설정", PAST),  # 5,200 * 1.021 is no middle
        ("물량 2,000건을 둘로 나누어 3,000건으로 설정", {2021: "3,200", 2022: "3,600"}),  # and a half of it
    ],
)
def test_what_comes_out_by_chance_proves_nothing(text, past):
    assert value(text, past) is None


@pytest.mark.parametrize(
    ("worth", "how"),
    [("5100.2", Printed.SAME), ("5130", Printed.LOOSELY), ("5149", Printed.LOOSELY), ("5199", Printed.OTHER)],
)
def test_a_figure_cut_or_raised_lies_within_a_hundredth(worth, how):
    laid = lay_out("전년 실적을 감안하여 5,100건으로 설정")
    assert printed(laid, read_tokens(laid), Decimal(worth), Known(2023, "", {}, {}, None)) is how


def test_half_is_taken_of_something_and_never_added():
    assert value("물가 목표 2.0%와 전년 실적 3.6%의 중간 수준에서 3.0%로 설정", {2021: "3.2", 2022: "3.6"}) is None


@pytest.mark.parametrize("behind", ["마지막 자리는 올림 처리함", "끝자리는 내림 처리함", "백 명 단위 아래는 절상함"])
def test_a_rounding_that_was_not_understood_gives_no_value(behind):
    assert value(f"전년 실적의 105.3%로 하고 {behind}") in (None, Decimal(5500))
    assert value("전년 실적의 105.3%로 하고 소수점 이하는 버림") == 5475


def test_a_mean_without_an_end_among_the_figures_is_compared_and_raises_nothing():
    mean = Decimal(1000) / 3
    assert not in_an_equation(mean, [mean, Decimal(123456), Decimal("7.5")])
    assert in_an_equation(mean, [mean, Decimal(1000), Decimal(3)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("시범사업 건수 4,000건의 1.3배인 5,200건을 목표로 잡음", "5200"),  # proven, and not multiplied once more
        ("점검 대상 전 기관(5,200개)의 조치를 모두 마치는 것으로 하여 5,200개를 목표로 함", "5200"),
        ("전년 실적에 경제성장률(1.4%)만큼의 증가를 반영하여 1.4% 상향함", None),
        ("전년 실적에 1.4%를 더하고 다시 1.4% 상향함", "5346.6192"),
        ("예산이 전년보다 31.5% 삭감된 사정을 반영하여 목표치를 하향 조정함", None),
        ("예산이 전년보다 5% 삭감된 점을 반영하여 목표치를 5% 하향 조정함", "4940"),
        ("분기마다 한 차례씩 모두 4회의 간담회를 여는 것을 목표로 제시", None),
    ],
)
def test_what_is_said_twice_is_taken_once(text, expected):
    given = value(text)
    assert given is None if expected is None else given in (None, Decimal(expected))


def test_beside_a_row_of_results_another_figure_proves_nothing():
    row = "연도별 수료 인원 (’18) 70 (’19) 79 (’20) 79 (’21) 170 (’22) 84"

    text = f"{row}, 예년(’21년 제외 시 평균 78명) 대비 상향된 85명으로 목표 설정"
    reading = explain_reason(text, year=2023, history={2021: "170", 2022: "84"}).reading
    assert isinstance(reading, Reading)
    assert reading.basis == "85"  # stated, and no arithmetic of the others
