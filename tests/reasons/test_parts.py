"""A part whose figures are accounted for may be left away; one that says how to calculate takes the value with it."""

from decimal import Decimal

import pytest

from tests.every import every
from tests.reasons.values import values
from uigwe.reasons.laid import lay_out
from uigwe.reasons.parts import accounted, spared

RESULTS = {2019: "3,460", 2020: "2,041", 2021: "2,900", 2022: "3,000"}
CALCULATIONS = {
    "전년 실적의 102%를 달성": "3060",
    "’20~’22년 평균보다 5% 많게 설정": "2779.35",
    "전년 대비 6% 증가": "3180",
    "정상연도인 ’19년 실적의 90%를 목표로 함": "3114",
}
# Behind the calculation: none of these says how much.
BESIDE = (
    " ※ 모집단: 전국 3,512개 읍·면·동",
    " ※ 동 기간 OECD 평균은 1,820건",
    "(OECD 평균은 2,500건 내외)",
    "* * 고속도로 연장(’21. 4,939km → ’22. 4,973km)으로 쉽지 않은 목표임",
    " - 고속도로 연장(’21. 4,939km → ’22. 4,973km) 및 교통량 증가로 쉽지 않은 목표임",
    " * (’20) 2,041 → (’21) 2,900 → (’22) 3,000",
    "(지역 간 격차 완화 차원)",
    "(연도별 편차가 커 단년도 비교가 곤란)",
)
# These do, or may.
BENDING = (
    "(상반기)",
    "(20% 할인)",
    "(2년마다)",
    " ※ 십 단위 이하는 버려 산정",
    "(물가상승률 추가 반영)",
    " ※ 예산 감액이 예상되어 10% 하향 조정함",
    " ※ 기준은 전년 목표임",
    " ※ 사업물량은 2,700건으로 대체",
    " ※ 이 중 90%만 반영함",
    "(산술평균 아님)",
)


value = values(RESULTS)


@every(CALCULATIONS, BESIDE)
def test_a_part_that_is_accounted_for_takes_nothing_away(said, beside):
    assert value(said + beside) == Decimal(CALCULATIONS[said])


@every(CALCULATIONS, BENDING)
def test_a_part_that_says_how_is_never_left_away(said, bending):
    assert value(said + bending) != Decimal(CALCULATIONS[said])


def test_what_happened_is_accounted_for_when_the_table_shows_it():
    said = "’20년 실적이 코로나19로 급감(전년比 △{}%)하여 정상연도인 ’19년 실적의 90% 회복을 목표로 함"
    assert value(said.format(41)) == Decimal("3114")
    assert value(said.format(23)) is None


def test_a_year_that_could_not_be_counted_is_none_of_the_calculation():
    said = "’20년 실적과 ’22년 실적의 합을 2로 나눈 값으로 설정(’{}년은 전산장애로 집계 불가)"
    assert value(said.format(21)) == Decimal("2520.5")
    assert value(said.format(20)) is None


def test_heads_name_what_stands_behind_them():
    assert value("[산출] 직전 3개년 평균 + 12건 [사유] 국정과제 이행을 위해 상향") == Decimal(7941) / 3 + 12


def test_a_bare_result_is_no_target_when_a_clause_is_left_away():
    assert value("’22년 실적이 목표를 밑돌아 원인분석 후 개선대책을 반영하여 목표를 재설정") is None
    assert value("최근 3년 평균, 인력 규모를 분석하여 설정") is None


def test_figures_of_a_part_must_be_known():
    [(rest, (part,))] = [
        one for one in spared(lay_out("전년 실적의 102%를 달성(실적 3,000건 수준)")) if len(one[1]) == 1
    ]
    assert rest.text.endswith("102%를달성")
    nothing = frozenset()
    assert accounted(part, frozenset({Decimal(3000)}), nothing, nothing)
    assert not accounted(part, frozenset({Decimal(2900)}), nothing, nothing)


@pytest.mark.parametrize(
    "text",
    [
        "전년 실적의 102%를 달성 * 최근 원자재 가격 급등으로 여건은 어려움",
        "전년 실적의 102%를 달성 * 건조일수 증가로 대형화되는 추세를 감안한 최대치",
        "전년 실적의 102% ※ 낚시객 증가세와 홍보예산 감액을 함께 고려한 결과임",
        "전년 실적의 102%를 달성 ※ 강사 인력이 줄어든 상황에서도 목표를 높여 잡음",
        "전년 실적의 102% ※ 선박 대형화로 1건당 유출 규모가 커지는 점 고려",
    ],
)
def test_a_mark_parts_a_note_from_what_stands_before_it(text):
    assert value(text) == Decimal("3060")


def test_a_star_between_two_amounts_multiplies():
    assert value("개소당 51건 * 60개소") == Decimal("3060")
    assert value("개소당 51건 * 운영 예정 개소 60개소") == Decimal("3060")


def test_a_note_does_not_swallow_a_step_before_it():
    said = "계속사업 3,000건에 2% 상향분을 반영하고 신규사업 45건 추가"
    assert value(said) == value(said + " ※ 낚시객 증가세와 홍보예산 감액을 함께 고려한 결과임") == Decimal("3105")


def test_what_is_divided_is_no_level():
    said = "단년도 급등 효과를 완화하기 위하여 전체 점검대상 9,000개소를 3년 주기로 나누어 매년 같은 개소수를 점검"
    assert value(said) in (None, Decimal("3000"))


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("전년도 증가율(3.4%)을 웃도는 5.0%의 증가율을 전년 실적에 적용함", "3150"),
        ("인구가 줄어드는 여건에도 전년도 증가율보다 높은 5%를 전년 실적에 적용함", "3150"),
        ("최근 3년 평균(2,647건)을 상회하는 3,200건을 목표로 설정", "3200"),
        ("최근 2년간 연평균 480건 늘어난 점을 감안하여 공격적으로 전년 실적에 500건을 더하여 설정", "3500"),
        ("해마다 60건씩 오른 추세를 연장하여 전년 실적 3,000건에 60건을 더함", "3060"),
        ("예산이 전년보다 20% 감액된 만큼 목표도 전년 실적에서 20% 낮추어 설정", "2400"),
        ("불확실성을 반영하여 ’19년 실적의 60% 수준으로 낮춰 잡음", "2076"),
        ("억원당 0.420명에서 5% 상향한 0.441명 × 6,800억원(이차보전 예산 제외)으로 산정", "2998.8"),
        ("5년간의 평균 매출액(기하평균 3,000억원) 대비 5% 향상된 목표치를 설정", "3150"),
    ],
)
def test_what_is_surpassed_or_taken_into_account_is_no_step(text, worth):
    assert value(text) == Decimal(worth)


@pytest.mark.parametrize(
    "text",
    [
        "전년 실적을 상회하는 수준을 목표로 설정",
        "전년 실적을 감안하여 적극적으로 설정",
        "전년 실적(온라인 제외)의 60% 수준으로 설정",
    ],
)
def test_a_rest_that_says_less_has_no_value(text):
    assert value(text) is None


def test_what_a_plan_holds_is_not_multiplied_with_what_is_done_of_it():
    said = "우수모델 발굴 목표(~’26년 12,000건)에 맞추어 매년 3,000건씩을 목표로 설정"
    assert value(said) in (None, Decimal(3000))


def test_what_is_said_twice_and_comes_to_something_else_has_no_value():
    assert value("’22년 실적×1.05, 즉 전년도 실적보다 6% 증가한 값") is None


def test_what_is_to_be_once_there_are_more_results_is_not_this_target():
    said = "’22년 실적(3,000건)보다 4% 많은 값을 목표로 하고, 향후 3년치가 쌓이면 3년 평균의 105%로 변경할 예정"
    assert value(said) == Decimal("3120")
    assert value("’22년 실적(3,000건)보다 4% 많은 값을 목표로 하고, 추후 협의하여 변경할 예정") is None


def test_a_sum_sign_over_years_and_a_rate_that_is_proven():
    assert value("Σ(’20~’22년도 구매액)/3×1.04로 산출") == Decimal(7941) / 3 * Decimal("1.04")
    said = "매출이 15% 이상 늘어난 기업을 선발하고 있으므로 여기에 10%p를 더한 25% 증가율을 도전적 목표로 함"
    assert value(said, {}) == Decimal(25)


def test_what_is_only_compared_with_is_no_second_step():
    said = "최근 3년 평균에 3%를 가산함. 같은 기간 계약실적의 연평균 증가율(4.2%)보다 보수적으로 적용"
    assert value(said) == Decimal(7941) / 3 * Decimal("1.03")


@pytest.mark.parametrize(
    "text",
    [
        "지난 3년간의 연평균 증가율과 고금리에 따른 소비 위축 등 제반 여건을 두루 감안하여 설정",
        "센터 18개소 × 49건 (목표 기준)",
        "센터 18개소(국내 한정) × 49건",
    ],
)
def test_what_is_one_of_many_or_restricted_gives_no_value(text):
    assert value(text) is None


def test_the_share_of_a_year_is_not_all_there_is():
    said = "2026년까지 누적 4,000건을 달성한다는 계획과 ’22년까지의 누적 실적을 고려, 남은 물량을 4년간 똑같이 나눈 건수를 당해연도 목표로 함"
    assert value(said) in (None, Decimal(250))
