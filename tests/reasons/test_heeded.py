"""What the whole reason says, whichever way it is read: a quantity nobody names, a condition, a second statement, something else's."""

from decimal import Decimal

import pytest

from tests.every import every
from tests.reasons.values import values
from uigwe.reasons.left_open import left_open

PAST = {2019: "400", 2020: "460", 2021: "535", 2022: "610"}
MEAN = Decimal(535)


value = values(PAST)


@every(
    [
        "전년 실적의 일정 배율을 적용하되 구체적인 배율은 사업공고 결과에 따라 결정",
        "직전 3년 평균에 표준편차의 일정 비율을 가산하는 방식으로 산정하였으며 비율은 내부기준에 따름",
        "최근 3년 평균에 소정의 가산율을 적용",
        "전년 실적 대비 ○% 상향",
        "전년 실적에 10건을 더하고 소정의 조정률을 적용",
        "전년 실적의 103%로 하되 최종 비율은 추후 결정",
        "전년 실적의 103%로 설정(적용 비율은 내부 산식에 따름)",
        "최근 3년 평균의 적정 수준",
        "전년도 실적에 증가율을 적용하여 설정",
        "추경 편성을 전제로 서울 450건, 부산 220건의 합",
        "전년 실적에 몇%를 더하여 설정",
    ],
)
def test_a_quantity_that_nobody_names_leaves_the_target_open(text):
    assert value(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "최근 3년 평균의 103%로 설정. 법이 시행되면 수요가 늘 것으로 예상됨",
        "상반기에는 실적이 저조하였으나 최근 3년 평균의 103%로 설정",
        "기상 여건에 따라 실적이 크게 달라지는 지표로 최근 3년 평균의 103%로 설정",
        "○ 건강검진 수검은 최근 3년 평균의 103%로 설정",
        "최근 3년 평균의 103%로 설정. 적정한 수준임",
    ],
)
def test_what_only_looks_like_it_takes_nothing_away(text):
    assert value(text) == MEAN * 103 / 100


@every(
    [
        ("최근 3년 평균을 적용", "535"),
        ("추가 상향 없이 최근 3년 평균을 적용", "535"),
        ("최근 3년 평균을 상향 조정하여 설정", None),
        ("최근 3년 평균에 증가율을 적용하여 설정", None),
        ("최근 3년 평균값을 여건에 맞게 조정하여 설정", None),
        ("2020년을 제외하고 2019년과 2021년 두 해의 평균치를 조정하여 설정", None),
        ("전년 실적에 동일 증가율 적용", None),
        ("’22년 실적에 신규 물량을 더하여 설정", None),
        ("품질을 높이고자 최근 3년 평균을 목표로 함", "535"),
        ("’20년 실적 수준까지 끌어올리는 것을 목표로 함", "460"),
    ],
)
def test_a_bare_base_counts_when_nothing_is_made_of_it(text, expected):
    assert value(text) == (expected and Decimal(expected))


@every(
    [
        "전년도 증가율(’21→’22)이 올해에도 이어진다고 가정하여",
        "작년 증가율이 금년에도 계속될 것으로 보고",
        "전년 대비 증가율이 유지될 것으로 보아",
        "전년도 증가율이 유지된다는 전제로",
    ],
    ["전년 실적에", "’22년 실적에", "작년 실적에"],
    ["동일 증가율", "같은 증가율을", "동일한 비율을", "이 증가율을"],
)
def test_a_growth_told_without_its_figure_is_applied_once_more(told, base, taken_up):
    given = value(f"{told} {base} {taken_up} 적용")
    assert given is not None
    assert abs(given - Decimal(610) * 610 / 535) < Decimal("1e-9")


@pytest.mark.parametrize(
    "text",
    [
        "전년도 증가율(’20→’21)이 이어진다고 보고 전년 실적에 동일 증가율 적용",
        "경쟁기관의 전년도 증가율이 유지된다고 보고 전년 실적에 동일 증가율 적용",
        "전년도 예산 증가율이 유지된다고 보고 전년 실적에 동일 증가율 적용",
        "전년도 증가율이 예산 증가율과 같다고 보고 예산에 동일 증가율 적용",
    ],
)
def test_a_growth_of_something_else_is_not(text):
    assert value(text) is None


@every(
    ["최근 3년", "최근 3년간", "최근 3년(’20~’22년)", "직전 3년(’20~’22)간"],
    ["순증 평균", "연도별 증가폭의 평균", "매년 증가분의 평균", "해마다 늘어난 건수의 평균"],
    ["전년 실적에 {} {}을 더하여 설정", "{} {}을 전년 누계에 합산하여 산출"],
)
def test_what_each_year_brought_is_so_many_changes(years, each, frame):
    assert value(frame.format(years, each)) == 610 + (Decimal(610) - 400) / 3


@every(
    [
        ("최근 3년 평균 대비 5% 상향. 이에 따라 목표를 620건으로 설정함", None),
        ("전년 대비 5% 상향(전년 실적의 71%)", None),
        ("전년 대비 5% 상향(전년 실적의 105%)", "640.5"),
        ("전년 대비 5% 상향(700)", None),
        ("전년 대비 5% 상향(640.5)", "640.5"),
        ("전년 대비 5% 상향 → 목표 700", None),
        ("전년 대비 5% 상향하여 설정. 이후 협의를 거쳐 7% 감액하여 확정함", None),
        ("최근 3년 평균(535)을 기준으로 함. 여기에 3%를 더함", "551.05"),
        ("전년 예산 대비 5% 상향", None),
        ("전년 대비 예산을 5% 증액", None),
        ("최근 3년 평균 대비 인건비를 5% 상향하여 설정", None),
        ("전년 실적의 103%로 설정함. 예산 감액이 예상되어 10% 하향 조정함", None),
        ("타 기관의 전년 실적의 105%로 설정", None),
        ("다른 부처의 최근 3년 평균을 목표로 함", None),
        ("전년 상반기 실적의 105%로 설정", None),
        ("직전 3개년 평균값과 전년 예산값을 다시 산술평균하여 설정", None),
    ],
)
def test_a_second_statement_and_what_is_something_elses(text, expected):
    assert value(text) == (expected and Decimal(expected))


def test_a_mean_that_prints_its_figure_is_the_mean():
    past = {2023: "71.4", 2024: "73.0", 2025: "72.6"}
    mean = Decimal("217") / 3
    for text in (
        "’23~’25년 평균 실적치인 72.3점을 목표로 설정",
        "’23~’25년 평균인 72.3점을 목표로 설정(’25년 목표 71.5점 → ’26년 목표 72.3점)",
    ):
        assert abs(value(text, past, 2026) - mean) < Decimal("1e-9")


def test_a_level_that_is_judged_is_nobodys_word():
    past = {2022: "86.7", 2023: "87.5"}
    assert value("상담 만족도는 현장 의견과 예산 사정을 감안하여 88점으로 설정함", past, 2024) is None
    assert value("만족도는 여건을 고려하여 88점을 목표로 함", past, 2024) is None
    assert value("법령상 기준인 88점을 목표로 설정함", past, 2024) == 88


@pytest.mark.parametrize(
    "text", ["일정률을가산", "전년실적의n%를가산", "+α", "추후결정함", "예산이확보되면", "상반기에는100건"]
)
def test_each_family_is_seen(text):
    assert left_open(text)
