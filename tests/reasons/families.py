"""Families of reasons put together from words, with what each combination comes to; and the siblings that must have no value.

The results are those of `PAST`: 2020 to 2022, and the target is for 2023. `None` for what settles nothing.
"""

from collections.abc import Iterator
from decimal import Decimal

YEAR = 2023
PAST = {2020: Decimal("780"), 2021: Decimal("825"), 2022: Decimal("846")}
LAST = PAST[2022]
MEAN = sum(PAST.values()) / 3

Case = tuple[str, Decimal | None]


def weights() -> Iterator[Case]:
    """Weights in a row, from either end."""
    falling, rising = ("50%, 30%, 20%", "0.5, 0.3, 0.2", "50%·30%·20%"), ("20%, 30%, 50%", "0.2, 0.3, 0.5")
    worth = LAST * 5 / 10 + PAST[2021] * 3 / 10 + PAST[2020] * 2 / 10
    ends = (
        "의 가중치를 두어 평균한 값",
        "의 가중치를 적용한 가중평균",
        "의 가중치를 부여하여 합산",
        "의 비중을 두어 산출한 평균",
    )
    for window in ("최근 3년 실적에", "직전 3개년 실적에", "’20~’22년 실적에", "지난 3년 점수에"):
        for end in ends:
            yield from ((f"{window} 최근 연도부터 각각 {row}{end}", worth) for row in falling)
            yield from ((f"{window} 과거 연도부터 {row}{end}", worth) for row in rising)
            yield from ((f"{window} {row}{end}", worth) for row in rising)
    yield (
        "최근 3년 실적에 최근 연도부터 20%, 30%, 50%의 가중치를 두어 평균",
        LAST / 5 + PAST[2021] * 3 / 10 + PAST[2020] / 2,
    )
    yield "최근 3년 실적에 각각 30%, 50%, 20%의 가중치를 두어 평균", None
    yield "최근 3년 실적에 최근 연도부터 50%, 30%, 30%의 가중치를 두어 평균", None
    yield "최근 3년 실적에 최근 연도부터 70%, 30%의 가중치를 두어 평균", None
    yield "최근 3년 실적을 과거순으로 5:3:2로 가중평균", None


def brackets() -> Iterator[Case]:
    """The same once more in signs, or something else."""
    for before in ("", "등록정보 정확도 조사 결과 ", "이용 건수는 "):
        yield f"{before}최근 3년 평균 대비 5% 향상(평균×1.05)을 목표로 함", MEAN * Decimal("1.05")
        yield f"{before}최근 3년 평균 대비 5% 향상(평균×1.06)을 목표로 함", None
        yield f"{before}전년보다 8% 감소시키고자 함(전년 실적의 92%)", LAST * Decimal("0.92")
        yield f"{before}전년보다 8% 감소시키고자 함(전년 실적의 90%)", None
        yield f"{before}2022년 실적을 기준으로 5%를 상향(846×1.05)한 값", LAST * Decimal("1.05")
        yield f"{before}2022년 실적을 기준으로 5%를 상향(846×1.04)한 값", None
        yield f"{before}최근 3년 평균보다 20건 높게 설정(평균+20)", MEAN + 20


def taken_up() -> Iterator[Case]:
    """What was named just before."""
    for so in (
        "실적만 존재하므로 그 평균에",
        "실적만 있어 그 평균에",
        "자료만 확보되어 이 평균에",
        "실적뿐이므로 해당 평균에",
    ):
        yield f"신규 지표로 2020~2022년 3개년 {so} 105%를 곱한 값을 목표로 함", MEAN * Decimal("1.05")
    yield "2020~2022년 실적이 존재하지 않아 그 평균에 105%를 곱함", None
    for take in ("감안하여 이에", "고려하여 여기에", "고려해 이에", "감안해 여기에"):
        for add, what in (("5건을 추가한 건수를 목표로 함", 5), ("20건을 더하여 설정", 20), ("12건을 가산함", 12)):
            yield f"전년 실적이 846건인 점을 {take} {add}", LAST + what
        yield f"전년 실적이 846건인 점을 {take} 추가하여 설정", None
        yield f"전년 실적이 846건인 점을 {take} 5건을 추가하는 방안을 검토", None
    for part, own in (("절반인 5%", "0.05"), ("5분의 1인 2%", "0.02"), ("30%인 3%", "0.03")):
        yield (
            f"지난 3년 동안 매해 10%씩 성장하였으나 위축을 감안하여 그 {part}만 전년 실적에 적용함",
            LAST * (1 + Decimal(own)),
        )
    yield "지난 3년 동안 매해 10%씩 성장하였으나 위축을 감안하여 그 절반인 4%만 전년 실적에 적용함", None
    for why in ("표본오차를 감안한", "경기 여건을 고려한", "조사 방식 변경을 반영한"):
        yield f"최근 3년의 평균에 {why} 7건을 가산하여 설정", MEAN + 7
    yield "최근 3년의 평균에 목표 미달을 감안한 7건 수준을 검토", None


def less() -> Iterator[Case]:
    """Where less is better, what may not be exceeded is the target; what was raised is only bounded."""
    for verb in ("감축한", "줄인", "단축한", "낮춘"):
        for end in (
            "값을 넘지 않는 것으로 목표를 설정함",
            "수준을 초과하지 않도록 관리",
            "수치를 상한 목표로 삼음",
            "수준 이내로 억제",
        ):
            yield f"최근 3년 평균에서 3% {verb} {end}", MEAN * Decimal("0.97")
    for end in ("건수 이내로 억제하는 것을 목표로 함", "수준 이하로 유지", "범위 내로 관리"):
        yield f"최근 3년 평균치의 90%에 해당하는 {end}", MEAN * Decimal("0.9")
    for end in ("값을 넘지 않는 것으로 설정함", "값을 상한으로 설정", "값을 초과하지 않도록 관리"):
        yield f"최근 3년 평균에서 3% 상향한 {end}", None


def counted() -> Iterator[Case]:
    """So many of each, counted together; and two figures told in clauses of their own."""
    for place in ("환경청 7곳이 각 66건", "7개 센터에서 각각 66건", "7개소가 각 66건"):
        yield f"{place}을 점검하는 것으로 계획하여 이를 모두 더한 건수로 설정", Decimal(7 * 66)
        yield f"{place}을 점검하는 것으로 보아 이를 합한 건수로 설정", Decimal(7 * 66)
    yield "도별 배정물량 9개 도 × 25건을 합한 것임", Decimal(225)
    for both in ("두 수를 합한", "둘을 더한", "두 값을 합산한"):
        yield (
            f"2022년 말까지 누적 846건을 지정하였으며 2023년에 85건을 새로 지정할 계획이므로 누계 기준 목표는 {both} 건수로 함",
            LAST + 85,
        )
    yield "2022년 846건, 2023년 10건, 2024년 5건이므로 두 수를 합한 값으로 설정", None
    yield "2022년 846건에 해마다 늘려 온 15건과 추가 목표 5건을 합함", LAST + 20
    yield "전년 실적 846건을 기준으로 20건을 감하고 신규분 35건을 보태어 정함", LAST + 15
    yield "2022년 846건에 쉼터 6개소(개소당 정원 15건)의 수용분 90건을 더해 산출", LAST + 90
    yield "최근 3년 평균 실적과 전년 실적 중 더 높은 값인 전년 실적을 택하고 여기에 5건을 더함", LAST + 5
    yield "최근 3년 평균 실적과 전년 실적 중 더 낮은 값인 전년 실적을 택하고 여기에 5건을 더함", None


def rounded() -> Iterator[Case]:
    """To which place, or to none that is said."""
    for below in ("십 건 단위 아래는 올림", "십 건 미만은 올림 처리", "십의 자리 미만은 올림"):
        yield f"전년 실적의 105%로 하고 {below}함", Decimal(890)
    yield "전년 실적의 105%로 하고 끝수는 버림", None
    yield "전년 실적의 105%로 하되 반올림 여부는 추후 결정", None


def headed() -> Iterator[Case]:
    """A name at the head that could be taken for a part of the calculation, and a window at the end."""
    for name in ("평균 이용 건수는", "최대 동시 접속 건수는", "월평균 상담 건수:", "누계 개선 건수는"):
        yield f"{name} 직전 3년 평균 실적에 8건을 더한 수준으로 설정함", MEAN + 8
    yield "만족도 목표는 과거 실적 최고치와 최저치의 중간값으로 설정('20~'22)", (LAST + PAST[2020]) / 2
    yield "목표는 실적 평균으로 설정(’20~’22년)", MEAN
    yield "민간기업의 최근 3년 평균의 103%", None


CALCULATIONS = (
    ("전년 실적의 103% 수준으로 설정함", LAST * Decimal("1.03")),
    ("최근 3년 평균 대비 20건 상향", MEAN + 20),
    ("직전 3년 평균 실적의 98%로 설정", MEAN * Decimal("0.98")),
    ("전년도 실적에 5%를 가산한 값을 목표로 함", LAST * Decimal("1.05")),
)
APPRAISING = (
    ". 공공부문 채용 축소로 수요가 줄어든 점을 고려하면 적극적 목표임",
    ". 관련 수요가 사라진 점을 감안하면 증가 자체가 도전임",
    ". 보조율이 70%에서 50%로 인하되어 참여 수요가 크게 줄 것으로 예상됨",
    ". 인구가 해마다 2%씩 줄어들 것으로 전망됨",
    ". 유치 활동 강화로 초과 달성을 위해 노력함",
    ". 인력난을 감안할 때 쉽지 않은 수준임",
    ". 표본 교체로 변동성이 커질 우려가 있음",
    ". 예산이 동결된 상황에서 도전적인 목표임",
)
ACTING = (
    ". 다만 인력 감축을 감안하여 하향 조정함",
    ". 예산 감액이 예상되어 10% 하향 조정함",
    ". 이 중 90%만 반영함",
    ". 실제로는 동결함",
    ". 목표는 협의를 거쳐 확정 예정임",
)


def appraised() -> Iterator[Case]:
    """A sentence behind that only appraises, and one that acts."""
    for text, worth in CALCULATIONS:
        yield from ((text + behind, worth) for behind in APPRAISING)
        yield from ((text + behind, None) for behind in ACTING)
    yield (
        "최근 2개년 실적의 평균에 20건을 가산한 값. 대면 사업이 중단된 ’20년은 산정에서 제외하였음",
        (LAST + PAST[2021]) / 2 + 20,
    )
    yield "최근 3개년 실적의 평균에 20건을 가산한 값. 대면 사업이 중단된 ’20년은 산정에서 제외하였음", Decimal("855.5")
    yield "최근 2개년 실적의 평균에 20건을 가산한 값. 대면 사업이 중단된 ’22년은 산정에서 제외하였음", None
    yield "신고액은 금리와 환율 변동에 민감하여 전년 실적의 92% 수준으로 낮추어 설정", LAST * Decimal("0.92")
    yield "전년 실적이 목표의 95%에 그쳐 올해 목표를 유지", None


def results_named() -> Iterator[Case]:
    """A figure that is the result of its year, with words in between; another figure is not."""
    for verb in ("이었으며", "이었고", "이며"):
        yield (
            f"신규 고용은 ’22년 846명{verb}, 경제 여건을 감안하여 이보다 2% 많은 인원을 목표로 함",
            LAST * Decimal("1.02"),
        )
    yield (
        "국비 10억원당 신규 고용은 ’22년 846명이었으며, 경제 여건을 감안하여 이보다 2% 많은 인원을 목표로 함",
        LAST * Decimal("1.02"),
    )
    yield "’22년에 정책자금과 연계된 건수 846건의 110% 수준을 목표로 제시", LAST * Decimal("1.1")
    yield "인구 10만명당 846명인 ’22년 실적보다 5% 감소한 수준을 목표로 설정", LAST * Decimal("0.95")
    yield "인구 10만명당 500명인 ’22년 실적보다 5% 감소한 수준을 목표로 설정", None
    yield (
        "기업 수는 ’20년 780개에서 ’22년 846개로 연평균 4% 늘었으므로 같은 증가율을 ’22년 실적에 적용함",
        LAST * Decimal("1.04"),
    )


def gone_on() -> Iterator[Case]:
    """What is done with what came out, and what was told before."""
    for verb in ("가산하되", "더하되", "가산한 뒤"):
        for value in ("그 값의", "그 수치의"):
            yield (
                f"최근 3개년 평균에 5%를 {verb}, 인력 감축을 감안하여 {value} 98%를 최종 목표로 함",
                MEAN * Decimal("1.05") * Decimal("0.98"),
            )
    for told in ("증가한 추세를 이어", "늘어난 흐름을 감안하여", "늘어난 추세를 반영하여"):
        yield f"’20년부터 ’22년까지 3년간 매년 33건씩 {told} ’22년 실적에 33건을 더하여 설정", LAST + 33
    yield "예산 96억원에 개소당 지원 단가 0.12억원을 적용하여 산출", Decimal(800)
    yield "복원을 마친 800ha에 올해 준공되는 3개소의 면적 4ha, 25ha, 35ha를 더하여 산출", Decimal(864)
    yield "복원을 마친 800ha에 올해 준공되는 2개소의 면적 4ha, 25ha, 35ha를 더하여 산출", None
    yield "사업별 목표를 가중평균함: 융자 부문 800점(가중치 0.6), 보증 부문 850점(가중치 0.4)", Decimal(820)
    yield "전년 점수를 기준으로 1등급 상향에 필요한 점수를 더하여 정함", None
    yield "전년 실적과 3년 평균 중 보수적인(낮은) 값을 채택", MEAN
    yield "3년 평균과 전년 실적의 중간 수준으로 설정", (MEAN + LAST) / 2


def joined_rates() -> Iterator[Case]:
    """Rates that are put together before they are used."""
    for text, rate in (
        ("자연증가율 2%와 도전분 3%를 합친 5%", 5),
        ("5% 자연증가분과 3% 정책효과를 합한 8%", 8),
        ("물가상승률 2%에 도전치 1%p를 더한 3%", 3),
        ("전년도 증가율(2%)보다 1%p 높은 3%", 3),
    ):
        for end in ("를 전년 실적에 적용하여 설정", "를 전년 실적에 가산함", "를 전년도 실적에 곱하여 늘려 잡음"):
            yield text + end, LAST * (1 + Decimal(rate) / 100)
        yield f"전년 실적에 {text}를 가산", LAST * (1 + Decimal(rate) / 100)
    yield "전년도 성과에 자연증가율 2%와 도전분 3%를 합친 5% 상향률을 적용함", LAST * Decimal("1.05")
    yield "전년 실적에 물가상승률 2%와 도전분 3%를 더한 6%를 반영", None
    yield (
        "연도별 증가율은 ’20년 4%, ’21년 7%, ’22년 4%였으며, 그 평균인 5%를 전년 실적에 반영하여 목표를 산출하였음",
        LAST * Decimal("1.05"),
    )
    yield (
        "연도별 증가율은 ’20년 4%, ’21년 7%, ’22년 4%였으며, 그 평균인 6%를 전년 실적에 반영하여 목표를 산출하였음",
        None,
    )
    yield "최근 연평균증가율은 6.2%로, 이보다 높은 8%를 전년 실적에 적용하여 설정", LAST * Decimal("1.08")
    yield "최근 연평균증가율은 6.2%로, 이보다 낮은 8%를 전년 실적에 적용하여 설정", None
    yield "전년 투자액의 4분의 3 수준(75%)을 목표로 함", LAST * 3 / 4
    yield "전년 투자액의 절반(50%)을 목표로 함", LAST / 2


def asserted() -> Iterator[Case]:
    """Sentences behind that tell a fact, and bases that are only compared with."""
    facts = (
        ". 심사관 1인당 처리건수는 주요국의 3배에 달함",
        ". 관련 예산은 전국 평균의 60%에 불과함",
        ". 최근 3년간 평균 상승폭(0.3%p)을 웃도는 수준임",
        ". 전년도 대비 용역비가 8% 줄어든 점을 감안하면 도전적임",
        "하였으며 이는 예산증가율(2.1%)을 크게 웃도는 수준임",
    )
    for fact in facts:
        yield (
            f"전년 대비 12건 단축하는 것을 목표로 함{fact}"
            if fact[0] == "."
            else f"전년 실적에서 12건 줄여 설정{fact}",
            LAST - 12,
        )
        yield f"최근 3년 평균의 1.05배로 산정{fact if fact[0] != '.' else '하였음' + fact}", MEAN * Decimal("1.05")
    for said in ("도전적인 수준에서 목표를 부여하였음", "다소 높은 수준으로 설정", "향상된 목표를 설정함"):
        yield f"출원 여건과 환율 변동을 고려하여 전년 실적보다 {said}", None
    yield "OECD 평균(800건)과 격차가 있어 선진국 사례를 함께 살펴 단계적으로 개선되도록 함", None
    yield "전년 실적의 103% 수준으로 설정함. 예산 감액이 예상되어 10% 하향 조정함", None


def set_out() -> Iterator[Case]:
    """What is set out in lists, brackets and clauses before the calculation."""
    yield "’30년 40% 감축 로드맵에 따라 매년 3건씩 높이기로 하였으며, 전년 실적 846건에 3건을 더하여 설정함", LAST + 3
    yield (
        "이미 800건을 웃돌아 더 오를 여지가 크지 않으나, 지난 3개 연도 평균치에서 2.5% 끌어올린 수준을 목표로 잡음",
        MEAN * Decimal("1.025"),
    )
    yield "직전 2년 평가 결과(’15년 800건, ’16년 850건)의 평균에 105%를 곱한 값을 도전적 목표로 함", Decimal("866.25")
    yield (
        "지난 3년의 실적을 평균한 뒤 그 110%에 해당하는 인원을 목표로 제시함 * (실적) ’20년 780명 → ’21년 825명 → ’22년 846명",
        MEAN * Decimal("1.1"),
    )
    yield (
        "지난 3년의 실적을 평균한 뒤 그 110%에 해당하는 인원을 목표로 제시함 * (실적) ’20년 780명 → ’21년 825명 → ’22년 900명",
        None,
    )
    yield "신청 대상 1,200개사 중 지난 3년간 평균 참여율 62.5%를 적용하여 참여기업 수를 산출", Decimal(750)
    yield (
        "센터 6개가 매월 평균 12건을 처리하는 것을 기준으로 연간(12개월) 처리 건수를 산정하여 목표로 설정",
        Decimal(864),
    )
    yield "전년 실적의 104%를 계산한 후 십의 자리 미만을 올림 처리하여 10명 단위로 목표를 제시함", Decimal(880)
    yield "과거 3년 가운데 가장 우수했던 실적에 2%를 추가하여 설정하였음", LAST * Decimal("1.02")
    yield "목표가 최근 3년 평균 실적을 밑돌지 않도록 평균값 자체를 금년 목표로 정함", MEAN
    yield "’22년 실적치를 2.5% 넘어서는 수준으로 책정", LAST * Decimal("1.025")
    yield "전년 실적의 105%로 설정함. 즉 전년 실적 × 1.05", LAST * Decimal("1.05")


def in_parts() -> Iterator[Case]:
    """A part of several years, changes whose years a printed figure tells, signs with words between."""
    for lead in (
        "’22년 실적에서 출발하여 향후 4년간 총 60건을 균등하게 늘린다는 계획의",
        "향후 4년간 총 60건을 균등하게 늘린다는 계획의",
    ):
        for share in ("첫해분을 반영해 설정함", "1차년도분을 적용하여 설정", "올해분을 더하여 설정"):
            yield f"{lead} {share}", LAST + 15
    yield "최근 3년간 연도별 증가폭의 평균(33건)을 전년 실적에 가산하였음", LAST + 33
    yield "최근 3년간 연도별 증가폭의 평균(40건)을 전년 실적에 가산하였음", None
    yield "업체 수는 전년 말 846개사 + 신규 공인 40개사 - 공인 취소 예상 15개사로 산출", LAST + 25
    yield "전년 실적에 신규 도입 기관 3개(기관당 10건)를 반영하여 산출", LAST + 30
    yield "최고 실적과 최저 실적의 평균을 목표로 함(최근 3년)", (LAST + PAST[2020]) / 2
    yield (
        "수출 전망 증가율과 같은 3.4%만큼 전년 실적보다 늘어난 값으로 하되 소수점 이하는 올려 정수로 표시",
        Decimal(875),
    )
    yield "중기계획에 따라 매년 100건씩 확대하기로 한 바, 전년 실적에 100건을 더함", LAST + 100
    for why in ("최근 상승세를 고려하여", "예산 감액을 감안하여", "인구 구조 변화와 여건을 고려해"):
        yield f"전년 실적을 기준으로 하되 {why} 3%를 가산하여 산출함", LAST * Decimal("1.03")
    yield "예산 감액률을 반영하여 전년 실적 대비 5% 감소한 인원으로 정하였음", LAST * Decimal("0.95")
    yield "5% 확대된 인원으로 업무를 추진", None
    yield "전년 실적 대비 5% 상향하되 하반기에 재조정", None


def noted() -> Iterator[Case]:
    """Notes and brackets behind: the mean of the window printed, of what a share is made, why it was set so."""
    for note in ("\n※ 3개년 평균 817건", "\n* 3개년 평균 817건 : (’20) 780 (’21) 825 (’22) 846", " ※ 3년 평균 817건"):
        yield f"최근 3년간 실적 평균 대비 3% 상향한 값{note}", MEAN * Decimal("1.03")
        yield (
            f"최근 3년간 실적 평균 대비 3% 상향*. 쌀값 하락을 감안할 때 쉽지 않은 목표임{note}",
            MEAN * Decimal("1.03"),
        )
    yield "최근 3년간 실적 평균 대비 3% 상향한 값\n※ 3개년 평균 900건", None
    for why in (
        "단, 조사표본 확대로 점수 하락 가능성 상존",
        "인구 감소, 전자책 확산 등 불리한 여건 속 상향",
        "수요 감소에도 공격적으로 잡은 것",
    ):
        yield f"최근 3년 평균의 110%로 설정({why})", MEAN * Decimal("1.1")
    yield "방문객 수 전년 실적치의 107%(’23년 전망 성장률 5%에 정책 노력 2%p를 추가)", LAST * Decimal("1.07")
    yield "방문자 수 전년比 4% 증", LAST * Decimal("1.04")
    yield "사망자 수(10만명당) 전년 실적치 대비 5% 낮춤", LAST * Decimal("0.95")
    yield "목표는 3년 평균 대비 3% 상향. 다만 소수 첫째자리에서 반올림함", Decimal(842)
    yield "최근 3년 중 가장 낮았던 실적(최저치)을 유지하는 것으로 함", PAST[2020]
    yield "계량적 산출이 곤란하므로, 정책 방향과 최근 추이를 감안하여 12회로 설정함", None


FAMILIES = (
    weights,
    brackets,
    taken_up,
    less,
    counted,
    rounded,
    headed,
    appraised,
    results_named,
    gone_on,
    joined_rates,
    asserted,
    set_out,
    in_parts,
    noted,
)
