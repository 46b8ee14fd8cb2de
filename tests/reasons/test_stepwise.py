"""So much every year from a year that is named: every base with every step, read as often as years lie between."""

from decimal import Decimal

import pytest

from tests.every import in_two, part
from uigwe.operations.explaining import explain_reason

PAST = {
    "건": {2018: "690", 2019: "730", 2020: "780", 2021: "825", 2022: "846"},
    "%": {2018: "61.2", 2019: "63.0", 2020: "66.1", 2021: "68.3", 2022: "71.1"},
    "일": {2018: "27", 2019: "26.5", 2020: "26", 2021: "25", 2022: "24"},
}
YEAR = 2023
# The base with the place of its figure, and how many steps lead to the target.
BASES = {
    "건": [
        ("’20년 실적을 기준으로 ", "780", 3),
        ("’20년 실적 780건을 출발점으로 ", "780", 3),
        ("기준연도(’21년) 처리 실적 825건에서 ", "825", 2),
        ("2021년 825건을 바탕으로 ", "825", 2),
        ("’19년 확정치 735건을 기준으로 ", "735", 4),
    ],
    "%": [
        ("’20년 실적을 기준으로 ", "66.1", 3),
        ("기준연도인 ’21년 68.3%에서 ", "68.3", 2),
        ("5대 범죄 검거율은 ’20년 실적에서 ", "66.1", 3),
    ],
    "일": [("’20년(26일)을 기점으로 ", "26", 3), ("’21년 처리기간 25일에서 ", "25", 2)],
}
STEPS = {
    "건": [
        ("매년 5%씩 복리로 늘려", lambda base, n: base * Decimal("1.05") ** n),
        ("매년 5%씩 단리로 늘려", lambda base, n: base * (1 + Decimal("0.05") * n)),
        ("해마다 10건씩 늘려", lambda base, n: base + 10 * n),
        ("매년 60건씩 증가하는 것으로 하여", lambda base, n: base + 60 * n),
        ("매년 전년의 95% 수준으로 줄여", lambda base, n: base * Decimal("0.95") ** n),
        ("연 4%씩 줄여", lambda base, n: base * Decimal("0.96") ** n),
    ],
    "%": [
        ("매년 0.5%p씩 올려", lambda base, n: base + Decimal("0.5") * n),
        ("해마다 1%p씩 높이는 것으로 하여", lambda base, n: base + n),
    ],
    "일": [("매년 0.5일씩 단축하여", lambda base, n: base - Decimal("0.5") * n)],
}
ENDS = [" ’23년 목표를 산정", " ’23년 목표 설정", " 목표치를 도출함"]
NTH = ["{}년차 목표", "{}년차"]

CONTROLS = """
’20년 실적을 기준으로 매년 5%씩 늘릴 계획이나 올해는 동결 | 건
’22년 실적을 기준으로 2년마다 5%씩 늘림 | 건
’20년 실적을 기준으로 매년 5%씩 늘려 간다는 계획의 2년차 | 건
’20년 780건을 기준으로 연 5%씩 2년간 복리로 증가 | 건
’20년 실적을 기준으로 매년 10건씩 늘릴지 검토 중 | 건
’20년 실적을 기준으로 매년 10건씩 늘려 산출하되 상반기만 반영 | 건
""".strip().splitlines()


def given(text, unit):
    explained = explain_reason(text, year=YEAR, unit=unit, history=PAST[unit])
    return explained.value if explained.settled else None


def family():
    for unit, bases in BASES.items():
        for base, figure, count in bases:
            for step, worth in STEPS[unit]:
                truth = worth(Decimal(figure), count)
                for end in ENDS:
                    yield base + step + end, unit, truth
                for end in NTH:
                    stem = step.removesuffix("줄여").removesuffix("늘려")
                    if stem != step:
                        yield (
                            base
                            + stem
                            + ("줄여" if step.endswith("줄여") else "늘려")
                            + " 간다는 계획의 "
                            + end.format(count),
                            unit,
                            truth,
                        )


@in_two
def test_every_base_takes_every_step_as_often_as_years_lie_between(share):
    unread, wrong = [], []
    asked = part(share, family(), 4)
    for text, unit, truth in asked:
        value = given(text, unit)
        if value is None:
            unread.append(text)
        elif abs(value - truth) > abs(truth) * Decimal("1e-9"):
            wrong.append((text, value, truth))

    assert not wrong
    assert len(unread) <= 0.02 * len(asked), unread


@pytest.mark.parametrize("text, unit", [tuple(line.split(" | ")) for line in CONTROLS])
def test_a_plan_whose_steps_lead_elsewhere_has_no_value(text, unit):
    assert given(text, unit) is None


def test_the_base_may_stand_behind_the_step():
    assert given("매년 2%p씩 높이는 계획이며 출발점은 ’21년 68.3%", "%") == Decimal("72.3")
    assert given("매년 1.0%p씩 상향하되 기준점은 ’21년 실적", "%") == Decimal("70.3")
