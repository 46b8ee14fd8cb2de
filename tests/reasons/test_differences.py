"""How much it rose or fell, in other words: last year's change again, the mean change of years, the mean of a list."""

from decimal import Decimal

from tests.every import every
from uigwe.operations.explaining import explain_reason

PAST = {
    "건": {2018: "690", 2019: "730", 2020: "780", 2021: "825", 2022: "850"},
    "일": {2018: "27", 2019: "26.5", 2020: "26", 2021: "25", 2022: "24"},
    "점": {2018: "78.2", 2019: "79.5", 2020: "80.1", 2021: "82.5", 2022: "84.6"},
}
# Last year's change once more: what rose by 25, what fell by 1.
RISEN = [
    "전전년도(’21년)보다 전년도(’22년)에 늘어난 건수만큼을 전년도 실적에 그대로 얹음",
    "’21년 대비 ’22년 늘어난 폭만큼 올해도 더 늘림",
    "’21년 825건에서 ’22년 850건으로 늘어난 만큼 올해도 늘림",
    "전년 대비 실적 증가분(’21→’22)을 올해에도 동일하게 더하여 설정",
    "전년 대비 증가폭을 그대로 유지하여 산정",
]
FALLEN = [
    "’21년 대비 ’22년 줄어든 폭만큼 올해도 더 줄임",
    "’21년 25일에서 ’22년 24일로 줄어든 폭만큼 한 번 더 단축",
    "재작년보다 작년에 단축된 만큼 올해도 더 단축",
]
# The mean change of 2019 to 2022, which is 40.
MEAN = [
    "’19년과 ’22년 사이 총 증가분을 연수(3년)로 나눈 값을 ’22년 실적에 더함",
    "매년 평균 증가건수((’22-’19)÷3)를 ’22년 실적에 더함",
    "전년 실적에 최근 3년 연평균 증가 건수(’19년과 ’22년의 차이를 3으로 나눈 값)를 더함",
    "전년 실적 850건에 3년간 상승폭(’19→’22)의 연평균치를 더해 산출",
    "’19~’22년 연도별 전년 대비 증가폭(3회)의 평균을 ’22년 실적에 가산",
    "’22년까지 3년간 해마다 늘어난 건수의 평균이 40건, 이를 전년 실적에 보탬",
    "전년 실적에 최근 3년간 증가폭 평균인 40건을 더해 목표로 삼음",
    "최근 3년간 연도별 증가폭의 평균(40건)을 전년 실적에 가산하였음",
]
LISTS = """
전년 대비 상승폭이 ’21년 2.4점, ’22년 2.1점이므로 그 평균을 ’22년 점수에 더함 | 점 | 86.85
3년 평균 증가율(’20년 4%, ’21년 6%, ’22년 5%의 평균)을 전년도 건수에 적용 | 건 | 892.5
전년 실적에 3년 평균 상승폭(2.1, 2.4, 0.6점의 평균)을 더함 | 점 | 86.3
""".strip().splitlines()
# Years, figures or words that do not fit, or take it back.
OPEN = """
’20년 대비 ’21년 늘어난 폭만큼 올해도 더 늘리고 추가로 조정 | 건
’21년 820건에서 ’22년 850건으로 늘어난 만큼 올해도 늘림 | 건
’21년 대비 ’22년 줄어든 폭만큼 올해도 더 줄임 | 건
’18년과 ’22년 사이 총 증가분을 연수(3년)로 나눈 값을 ’22년 실적에 더함 | 건
최근 3년간 연도별 증가폭의 평균(44건)을 전년 실적에 가산하였음 | 건
작년에 늘어난 만큼은 아니지만 올해도 늘리는 것으로 설정 | 건
전년 증가분의 일부를 더하여 설정 | 건
증가폭을 전년보다 확대하여 설정 | 건
""".strip().splitlines()


def given(text, unit, said):
    explained = explain_reason(text, year=2023, unit=unit if said else None, history=PAST[unit])
    return explained.value if explained.settled else None


@every(
    [
        *((text, "건", "875") for text in RISEN),
        *((text, "일", "23") for text in FALLEN),
        *((text, "건", "890") for text in MEAN),
        *(tuple(line.split(" | ")) for line in LISTS),
    ],
    [True, False],
)
def test_a_change_is_taken_again(text, unit, truth, said):
    value = given(text, unit, said)

    assert value is not None
    assert abs(value - Decimal(truth)) < Decimal("1e-9")


@every([tuple(line.split(" | ")) for line in OPEN], [True, False])
def test_a_change_that_does_not_fit_has_no_value(text, unit, said):
    assert given(text, unit, said) is None


def test_a_comparison_behind_takes_no_part_in_it():
    text = "전년보다 0.4점 높은 값을 목표로 함. 최근 3년간 평균 상승폭(1.7점)을 웃도는 수준임"
    assert given(text, "점", said=False) == Decimal("85.0")
