"""Plain calculations in other words: verbs for a step, names for a base, what is kept, amounts in another size, and how things stand around them."""

from decimal import Decimal

from tests.every import every
from uigwe.operations.explaining import explain_reason

PAST = {2020: "78", 2021: "82.5", 2022: "84.6"}
LAST, MEAN, BEFORE = Decimal("84.6"), Decimal("81.7"), Decimal("82.5")


def given(text, past=PAST, year=2023):
    explained = explain_reason(text, year=year, history=past)
    return explained.value if explained.settled else None


# ── up and down ──

BASES = [
    ("작년 점수보다", LAST),
    ("최근 3년 평균 대비", MEAN),
    ("’21년의 82.5점보다", BEFORE),
    ("세 해(’20~’22) 실적의 중앙값보다", BEFORE),
]
STEPS = [
    ("5% {}", Decimal("1.05"), 0),
    ("2점 {}", 1, 2),
]
UP = [
    "끌어올리고자 함", "높이는 데 목표를 둠", "반등시키는 것을 목표로 함", "올렸음", "늘렸다", "얹었음",
    "오르도록 함", "높아지도록 함", "커지게 함", "늘어나도록 하고자 함", "뛴 수준으로 설정",
    "커진 값을 목표로 함", "위", "위로 잡음", "더 받도록 함", "더 얻는 것을 목표로 함", "나아간 값",
    "더 올려 잡음", "높게 둠", "치솟은 값으로 설정",
]  # fmt: skip
DOWN = [
    "떨어뜨림", "끌어내리고자 함", "줄이는 데 목표를 둠", "낮췄음", "줄였다", "떨어지도록 함",
    "줄어들게 함", "낮아지도록 하고자 함", "작아진 값을 목표로 함", "아래", "아래로 잡음",
    "덜 발생하도록 함", "덜 걸리는 것을 목표로 함", "떨어뜨려 잡음", "낮게 둠",
]  # fmt: skip


@every(BASES, STEPS, [(verb, 1) for verb in UP] + [(verb, -1) for verb in DOWN])
def test_any_verb_steps_from_any_base(base, start, step, times, amount, verb, sign):
    found = given(f"{base} {step.format(verb)}")

    assert found == (start * (1 + sign * (times - 1)) + sign * amount)


@every(
    [
        ("전년 실적을 5% 앞서도록 설정", LAST * Decimal("1.05")),
        ("최근 3년 평균을 2점 넘어서고자 함", MEAN + 2),
        ("’21년의 82.5점을 0.4점 뛰어넘는 것을 목표로 함", BEFORE + Decimal("0.4")),
        ("역대 최고치(’22년 84.6점)를 0.4점 경신", LAST + Decimal("0.4")),
        ("온실가스 감축량을 전년보다 5% 더 감축", LAST * Decimal("1.05")),
        ("온실가스 배출량을 전년보다 5% 더 감축", LAST * Decimal("0.95")),
    ]
)
def test_what_passes_a_base_is_more(text, value):
    assert given(text) == value


@every(
    [
        ("전년보다 5% 올라 84.6점을 기록",),
        ("전년 실적은 재작년보다 2점 올랐음",),
        ("전년보다 5% 넘게 떨어졌음",),
        ("회의를 전년보다 5회 더 열도록 함",),
        ("전년보다 예산을 5% 덜 쓰도록 함",),
        ("전년도 출동 건수 대비 4% 덜 출동하도록 예방활동을 강화하고자 함",),
        ("전년 점수보다 3% 넘게 올리고자 함",),
        ("전년 대비 20명 늘어난 인원을 투입",),
        ("전년보다 2점 높아지면 포상함",),
        ("실적이 전년보다 5% 떨어질 것으로 우려됨",),
        ("전년 실적을 1% 경신",),
        ("최근 3년 평균보다 2% 위아래로 움직임",),
    ]
)
def test_what_happened_or_is_done_of_something_else_is_no_step(text):
    assert given(text) is None


# ── a base kept ──

KEPT = [
    "을 지킴", "을 지키고자 함", "을 지켜 나가는 것을 목표로 함", "을 올해도 달성하고자 함",
    "을 재달성", "을 사수", "을 이어 나가고자 함", "에 맞춤", "에서 더하거나 빼지 않음",
    "에서 변동 없음", "에 머무르는 것으로 함", "으로 정한다", "을 하회하지 않는 선에서 동일하게 설정",
    "을 밑돌지 않도록 같은 수준으로 설정", "을 유지하는 것만으로도 도전적인 목표임에 따라 그 값을 설정",
    "을 되풀이하는 것으로 함",
]  # fmt: skip


@every([("전년 실적", LAST), ("지난해 실적(84.6점)", LAST), ("최근 3년 평균", MEAN)], [(words,) for words in KEPT])
def test_a_base_is_kept_in_any_words(base, value, words):
    assert given(base + words) == value


@every(
    [
        ("전년 실적을 밑돌지 않도록 함",),
        ("전년 실적보다 낮아지지 않도록 관리",),
        ("전년 실적을 하회하지 않는 선에서 협의하여 결정",),
        ("전년 실적을 지키기 어려울 것으로 예상",),
        ("전년 수준을 이어가지 못할 것으로 보임",),
        ("전년 목표를 다시 달성하는 것을 목표로 함",),
        ("전년 실적을 유지하는 것만으로도 도전적이므로 소폭 상향한 값을 설정",),
    ]
)
def test_a_bound_or_a_doubt_keeps_nothing(text):
    assert given(text) is None


# ── how a base is named ──

FIVE_MORE = [
    "을 100으로 놓으면 105가 되는 값", "을 100으로 놓았을 때 105가 되도록 설정",
    "을 100이라 하면 105인 수준", "을 1로 놓을 때 1.05에 해당하는 값",
    "의 5%에 해당하는 만큼 더 높임", "에서 그 5%에 해당하는 만큼 상향 조정",
    "의 105% 선까지 끌어올리고자 함", "을 유지하는 데 그치지 않고 5% 높임", "에 견주어 5% 높게 설정",
    "을 출발점 삼아 5%를 더함",
]  # fmt: skip


@every([("전년 실적", LAST), ("최근 3년 평균", MEAN)], [(words,) for words in FIVE_MORE])
def test_five_per_cent_more_in_any_words(base, start, words):
    assert given(base + words) == start * Decimal("1.05")


@every(
    [
        ("전년 상·하반기를 합한 연간 점수보다 5% 높게 잡음", LAST * Decimal("1.05")),
        ("최근 3년 가운데 가장 좋았던 ’22년 실적을 5% 올림", LAST * Decimal("1.05")),
        ("’21년 잠정치 83점이 아니라 확정된 82.5점을 바탕으로 2점 올림", BEFORE + 2),
        ("2%p가 아닌 2% 상향임을 밝혀 둔다: 기준은 작년 점수", LAST * Decimal("1.02")),
        ("최근 3년 평균의 95% 선까지 낮추고자 함", MEAN * Decimal("0.95")),
        ("매년 3%씩 줄여 간다는 중기계획에 맞춰 작년 실적의 97%로 함", LAST * Decimal("0.97")),
        ("작년 실적 대비 4% 상향하되 예산 감액분을 감안하여 그 값에 0.9를 곱함", LAST * Decimal("0.936")),
        ("’22년 실적을 3% 올리고, 여기에 새로 여는 센터 몫 2점을 따로 얹음", LAST * Decimal("1.03") + 2),
        ("사업비가 줄었으나 당초 계획한 상향폭(전년 대비 8%)은 조정 없이 그대로 반영", LAST * Decimal("1.08")),
        ("3년 평균치 적용은 보류하고 직전연도 실적 대비 2% 증가한 값으로 결정", LAST * Decimal("1.02")),
        ("타 기관의 전년 실적을 100으로 놓으면 우리 기관은 85", None),
        ("물가를 100으로 놓았을 때 105 수준", None),
        ("전년 실적의 5%에 해당하는 예산을 증액", None),
        ("전년 실적의 90% 선까지 하락하였음", None),
        ("3년 평균치 적용은 유보하고 추후 결정", None),
        ("당초 계획한 상향폭(전년 대비 8%)은 예산 감액으로 절반만 반영", None),
        ("전년 실적을 하한으로만 참고하고, 목표는 별도로 협의", None),
    ]
)
def test_a_base_by_its_name(text, value):
    assert given(text) == value


# ── amounts in another size ──

SIZES = [
    ("수거량(만톤): 전년 수거량 12.6만톤 대비 5천톤을 더 수거하는 것으로 설정", "13.8 12.1 12.6", "13.1"),
    ("수출 상담액(억원): 전년 310억원에서 1,500백만원 증가", "295 302 310", "325"),
    ("(단위: 천명) 이용권 수혜자를 전년보다 5,000명 늘림", "110.2 115.8 120.5", "125.5"),
    ("전년 실적 52.4천명에서 2,600명을 늘린 천명 단위의 값을 목표로 함", "48.1 50 52.4", "55"),
    ("지난해 판매량 48.5천대에서 1,500대를 더 늘림", "44 46 48.5", "50"),
    ("전년 수출액(12.4억달러)보다 3천만달러 증가", "11.1 11.8 12.4", "12.7"),
    ("수확량은 전년 실적 2.4톤보다 200kg 많게 설정", "2.1 2.2 2.4", "2.6"),
    ("대기시간을 전년 1.5시간에서 15분 줄임", "2.1 1.8 1.5", "1.25"),
    ("출동 소요시간을 전년 7.5분에서 30초 단축", "8.1 7.8 7.5", "7"),
    ("평균 처리일수를 최근 3년 평균에서 이틀 단축", "21 19 17", "17"),
    ("민원 처리기간을 전년보다 사흘 줄임", "21 19 17", "14"),
    ("심사기간(개월): 전년 실적에서 한 달 단축", "11 10.5 10.1", "9.1"),
    ("전년보다 5천톤 증가", "13.8 12.1 12.6", None),
    ("처리일수를 전년보다 열흘에서 보름 단축", "41 39 37", None),
    ("처리시간(시간): 전년보다 이틀 단축", "21 19 17", None),
    ("하루 14건을 처리하는 인력을 전년만큼 투입", "21 19 17", None),
]


@every(SIZES)
def test_a_step_in_another_size_of_the_same_unit(text, past, value):
    found = given(text, dict(zip(PAST, past.split(), strict=True)))

    assert found == (Decimal(value) if value else None)


# ── how things stand ──

CORES = [
    ("전년 실적 대비 3% 상향", LAST * Decimal("1.03")),
    ("최근 3년 평균에서 2점을 더 올려 잡음", MEAN + 2),
    ("전년 실적(84.6점)을 유지하는 것으로 설정", LAST),
    ("’21년의 82.5점보다 1점 높게 설정", BEFORE + 1),
]
FRONTS = [
    "노후장비 비율이 41%에 이르는 등 위험요인이 늘어나는 가운데 ",
    "총사업비 350억원, 누적 지원인원 12,000명 규모의 사업으로, ",
    "심사관 증원 지연과 출원 증가(연 5.8%)라는 어려움 속에서 ",
    "타 부처 만족도는 91.2점에 이르나 이들은 비교용일 뿐이며, 우리 청의 ",
    "법정 의무고용률이 3.4%에서 3.6%로 오르면서 부담이 커졌다. 이러한 사정에도 불구하고 ",
    "○ (배경) 저출산으로 학령인구가 매년 3% 안팎 줄고 있음 ○ (목표) 그럼에도 ",
    "[현황] 등록 대수 25,000대, 담당 인력 14명 [목표] ",
    "예산이 18,420백만원에서 17,300백만원으로 6.1% 감액되었음에도 ",
    "지난해 목표를 잡을 때 이미 4% 상향한 바 있어, 올해는 ",
    "정원 1,200명 대비 현원 1,050명으로 결원율이 12.5%에 달하나 ",
    "주52시간제 시행으로 현장 투입 시간이 15% 줄어드는 상황에서 ",
    "조사 문항이 15개에서 20개로 늘어 하락이 예상되지만 ",
]
BEHIND = [
    ". 다만 온라인 전시를 늘려 목표달성에 힘쓰겠음",
    ". 아울러 홍보를 강화하여 목표 달성에 만전을 기하겠음",
    ". 1차 온라인조사, 2차 현장방문으로 측정(매년 1~4월)",
    " *부적합 판정 건수/검사 종료 건수",
]


@every(CORES, [(front, "") for front in FRONTS] + [("", behind) for behind in BEHIND])
def test_how_things_stand_takes_nothing_away(core, value, front, behind):
    assert given(front + core + behind) == value


@every(
    [
        ("신규 20개소를 추가하여 전년 실적을 유지",),
        ("수도권 3개 지사만 운영되는 가운데 전년 실적 대비 3% 상향",),
        ("경쟁기관 점수가 91.2점인 상황에서 그와의 격차를 절반으로 줄임",),
        ("참여기관이 45개소에서 40개소로 줄어든 상황에서 전년 실적에 그 비율을 곱하여 산정",),
        ("상반기 실적이 45점에 그친 가운데 하반기 목표는 전년 실적 대비 3% 상향",),
        ("[현황] 전년 실적 84.6점 [목표] 그보다 소폭 상향",),
        ("[현황] 예산 5% 증가 [목표] 전년 실적에 예산 증가율만큼 상향",),
        ("지난해 목표에 3%를 상향한 바 있어, 올해는 그만큼 하향",),
        ("전년 실적 유지. 다만 하반기에 목표를 재조정하겠음",),
        ("전년 실적 대비 3% 상향. 다만 예산 감액분을 반영하여 하향 조정하겠음",),
    ]
)
def test_what_bears_on_the_calculation_stays(text):
    assert given(text) is None


def test_another_indicator_beside_ours_takes_nothing_away():
    told = "자매지표인 ‘재방문의사’는 전년 대비 3점 상향하고, 본 지표(탐방객 만족도)는 "

    assert given(told + "전년 실적을 유지") == LAST
    assert given(told + "그보다 더 높게 설정") is None
    assert given("본 지표는 전년 실적을 유지하고, 자매지표는 3점 상향") == LAST
