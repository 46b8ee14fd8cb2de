"""Reasons with what offices put beside and around a calculation, put together of families of words, with what each combination comes to.

Bases under a name of their own, what has been so far, what was weighed first, bounds told as a case, what is taken off, last year's
target with its figure, sums told in view of a goal, means called by what they are of. Each yields (text, results, value).
"""

from decimal import Decimal
from itertools import product

YEAR = 2023
COUNTS = {2020: "800", 2021: "810", 2022: "846"}
LAST, MEAN = Decimal(846), Decimal(2456) / 3
SCORES = {2019: "80.0", 2020: "81.4", 2021: "82.2", 2022: "83.6"}
SCORED, SCORE_MEAN = Decimal("83.6"), Decimal("247.2") / 3
FRONT = ["", "여건이 어려우나 "]
BEHIND = ["", ". 이는 도전적인 수준임"]
STEPS = [
    ("대비 5% 상향하여 설정", "보다 5% 높은 값을 목표로 함", Decimal("1.05")),
    ("대비 3% 상향", "보다 3% 상향하여 목표를 설정함", Decimal("1.03")),
]


# ── what the indicator counts ──

TOO_NEW = [
    " * 폐업 점포 및 개점 후 3개월 미만 점포 제외",
    " ※ 휴면 회원과 가입 후 6개월이 지나지 않은 회원은 집계에서 제외",
    " * 탈퇴 농가 및 가입 후 1년 미만 농가는 뺌",
]
EITHER = [
    " ▪조정 또는 협약을 통해 소상공인 보호 노력을 측정하되, 도전적으로 목표치 설정",
    " ▪민원조정 혹은 화해를 통해 생계영역 보호 노력을 측정하되, 처리율 회복 도전",
]


def counted():
    """Who is too new, of which kinds, how a word is defined."""
    for front, (step, _, by), note in product(FRONT, STEPS, [*TOO_NEW, *EITHER]):
        yield (
            f"{front}최근 3년 평균 {step.removesuffix('상향')}{'상향 설정' if step.endswith('상향') else ''}{note}",
            COUNTS,
            MEAN * by,
        )
    rates = {2022: "66.1"}
    for (base, by), term, taken in product(
        [("54.4", "5"), ("61.2", "4")], ["성공률", "상환율", "이행률"], ["를 가산하여", "를 더해", "를 높여"]
    ):
        comes = Decimal(base) + Decimal(by)
        yield (
            f"보증기관 ‘12년~’19년 누적{term}* {base}%에 약 {by}%p{taken} 도전적인 목표치({comes.quantize(Decimal(1))}%)를 설정 "
            f"* 누적{term} = 1년차 {term} + ··· 7년차 {term}** + 8년차 {term}(금융감독원, ‘17.1)",
            rates,
            comes,
        )


# ── a base under a name of its own ──

NAMES = ["기준값", "기저치", "기준점수", "기본값", "기준실적"]
STANDS_FOR = [
    ("최근 3년(’20~’22년) 실적 평균", SCORE_MEAN),
    ("전년도 실적", SCORED),
    ("’21년과 ’22년 2개년 산술평균", Decimal("82.9")),
    ("’20~’22년 실적 중 최고값", SCORED),
]
NOTES = [
    " * {name} : {base}",
    " ※ {name}은(는) {base}임".replace("은(는)", "은"),
    " ({name}: {base})",
    ". 여기서 {name}이란 {base}을 말한다.",
    " (주: {name}은 {base}을 말함)",
    " * {name} = {base}",
]


def defined():
    """`기준값 대비 3% 상향 * 기준값 : …`."""
    for name, (base, worth), note, (step, more, by) in product(NAMES, STANDS_FOR, NOTES, STEPS):
        end = note.format(name=name, base=base)
        said = step if step.endswith("설정") else step + " 설정"
        yield f"{name} {said}{end}", SCORES, worth * by
        yield f"{name}{more}{end}", SCORES, worth * by
    for note in (" ※ 기준연도는 ’19년으로 함", " (기준연도: 2019년)", " * 기준연도 : ’19년"):
        yield f"기준연도 점수 대비 2% 향상한 값을 목표로 설정{note}", SCORES, Decimal("81.6")


# ── what has been so far ──

CHANGED = ["전년 대비 4.4% 증가한 ", "’21년보다 36건 늘어난 ", "전년 대비 크게 상승한 ", "직전 연도보다 36건 오른 "]
SO_FAR = [
    "매년 3%씩 상향해 왔으나, ",
    "그동안 매년 5%씩 상향하였으나 금년에는 예산 동결로 ",
    "최근 3년간 매년 10건씩 늘려 왔으나 올해는 ",
    "매년 4% 수준으로 증가해 왔지만 대상자 감소로 올해 목표는 ",
]
OTHERS = [
    "유사사업을 수행하는 타 기관의 최근 증가율은 연 4.5% 수준이나, 성숙기에 접어든 점을 반영하여 ",
    "동종 업계의 성장률은 6% 내외이나 우리 사업은 예산 제약이 있어 ",
    "민간 시장은 연 8% 성장하고 있지만, 공공부문 특성을 감안하여 ",
    "다른 부처 유사사업은 매년 5% 이상 증가하고 있으나, 본 사업은 정체기임을 고려하여 ",
]
SETS = [
    ("전년 실적과 동일한 수준으로 설정", LAST),
    ("전년 실적 대비 2% 상향하여 설정", LAST * Decimal("1.02")),
    ("최근 3년 평균 수준으로 설정", MEAN),
    ("최근 3년 평균의 103%로 설정", MEAN * Decimal("1.03")),
]


def so_far():
    """How a past result changed, how it was raised before, how others grow."""
    for changed, kept in product(CHANGED, ["실적을 그대로 유지하는 것을 목표로 설정", "실적 수준을 유지"]):
        yield f"{changed}’22년 {kept}", COUNTS, LAST
    for changed, (step, more, by) in product(CHANGED, STEPS):
        yield f"{changed}’22년 실적 {step}", COUNTS, LAST * by
        yield f"{changed}’22년 실적{more}", COUNTS, LAST * by
    for before, (sets, worth), behind in product([*SO_FAR, *OTHERS], SETS, BEHIND):
        yield before + sets + behind, COUNTS, worth
    for got_over in ("딛고", "극복하고", "만회하여"):
        yield (
            f"전년 대비 3.2점 하락한 ’22년 실적을 {got_over} ’21년 실적 수준을 회복하는 것을 목표로 설정",
            SCORES,
            Decimal("82.2"),
        )


# ── what was weighed first ──


def weighed():
    """`당초 5% … 검토하였으나 … 2% 상향하는 것으로 조정`."""
    bases = [("전년 실적 대비", LAST), ("최근 3년 평균 대비", MEAN)]
    firsts = ["당초 {} 5% 상향을 검토하였으나, ", "애초 {} 10% 상향하려 하였으나 ", "당초안은 {} 7% 상향이었으나 "]
    whys = ["예산 감액을 반영하여 ", "현장 의견을 수렴하여 ", "사업 축소로 "]
    taken = [("2% 상향하는 것으로 최종 조정", "1.02"), ("3% 상향으로 조정함", "1.03"), ("1% 상향하기로 함", "1.01")]
    for (base, worth), first, why, (step, by) in product(bases, firsts, whys, taken):
        yield first.format(base) + why + step, COUNTS, worth * Decimal(by)


# ── bounds told as a case, and what is taken off ──

CASES = [
    "하되, 산출값이 {b}점을 초과하는 경우 {b}점으로 함",
    "하되 산출값이 {b}점을 넘는 경우에는 {b}점을 목표로 설정",
    "(산출값이 {b}점을 초과하는 경우 {b}점)",
    ". 다만 상향한 값이 {b}점을 초과하면 {b}점을 적용",
    "하되, 산정값이 {b}점을 초과할 경우 {b}점으로 설정",
]
LEAST = ["하되, 산출값이 {b}점에 미달하는 경우 {b}점으로 함", "하되, 산출값이 {b}점 미만인 경우 {b}점을 목표로 설정"]


def bounds():
    """`산출값이 85점을 초과하는 경우 85점`."""
    for case, bound, (base, worth) in product(
        CASES, [85, 95], [("전년 실적 대비", SCORED), ("최근 3년 평균 대비", SCORE_MEAN)]
    ):
        yield f"{base} 5% 상향{case.format(b=bound)}", SCORES, min(worth * Decimal("1.05"), Decimal(bound))
    for case, bound in product(LEAST, [78, 80]):
        yield f"전년 실적 대비 5% 하향{case.format(b=bound)}", SCORES, max(SCORED * Decimal("0.95"), Decimal(bound))


def lessened():
    """`다만, … 20건을 차감하여`, what a result holds, months that fall out."""
    off = [
        "한다. 다만, 타 부처로 이관되는 사업분 {n}건을 차감하여 최종 목표로 설정한다.",
        "하되, 이관 물량 {n}건을 차감하여 설정",
        "함. 단, 일몰사업 {n}건을 공제하여 목표로 정함",
    ]
    for said, n, (base, worth) in product(off, [20, 15], [("전년 실적 대비", LAST), ("최근 3년 평균 대비", MEAN)]):
        yield f"{base} 3% 상향{said.format(n=n)}", COUNTS, worth * Decimal("1.03") - n
    held = [
        "전년 실적(846건)에는 중복 지원 46건이 포함되어 있어 이를 제외한 뒤 5% 상향하여 설정",
        "전년 실적(846건)에 포함된 일회성 사업 46건을 제외하고 5% 상향하여 설정",
        "’22년 실적(감사 결과 부적정 46건을 제외한 800건)에 5%를 가산하여 설정",
        "전년 실적에는 중복 접수 46건이 포함되어 있으므로 이를 차감한 후 5% 상향하여 설정",
    ]
    yield from ((said, COUNTS, Decimal(840)) for said in held)
    crowd = {2020: "24000", 2021: "25200", 2022: "26400"}
    months = [
        "’22년 관람객 수에 3% 증가율을 적용하되, 시설공사로 {m}개월간 휴관하는 점을 반영하여 산출값의 {k}/12을 목표로 설정",
        "전년 실적 대비 3% 상향한 값에 {k}/12을 곱하여 설정({m}개월 휴관)",
    ]
    for said, out in product(months, [2, 3]):
        yield said.format(m=out, k=12 - out), crowd, Decimal(26400) * Decimal("1.03") * (12 - out) / 12


# ── last year's target, sums in view of a goal, means and parts that are called something ──


def called():
    """Figures that are told beside what they are taken up by."""
    met = [
        "전년 실적(846건)이 목표({t}건)를 초과하였으나 이는 일시적 요인에 따른 것이므로, ",
        "’22년 목표({t}건)를 초과 달성하였으나 ",
        "전년 목표는 {t}건이었으며 올해는 ",
        "2022년 실적이 목표치({t})를 초과 달성하였으나, 초과분은 반영하지 않고 ",
    ]
    takes = [
        ("전년도 목표에 10건을 더하여 설정", lambda t: t + 10),
        ("전년 목표 대비 2% 상향하여 설정", lambda t: t * Decimal("1.02")),
    ]
    for said, target, (taken, worth) in product(met, [800, 820], takes):
        yield said.format(t=target) + taken, COUNTS, worth(Decimal(target))
    yield "’22년 실적은 846건이나 예산이 동결되어 ’22년 목표치인 820건을 그대로 유지", COUNTS, Decimal(820)
    stock = {2019: "380", 2020: "512", 2021: "655", 2022: "800"}
    goals = ["27년까지 누적 투자액 1,500조원 달성목표와 ", "’26년까지 누적 공급액 1,400조원 달성계획과 ", ""]
    notes = [
        " * 154조원은 최근 3개년 평균치(140.0조원) 대비 10% 상향",
        " * 154조원은 지난 3개년 평균치 140.0조원의 110%",
        "",
    ]
    adds = [
        "을 고려하여 154조원을 더한 누적 954조원으로 목표 설정",
        "을 감안하여 154조원을 합산한 누적 954조원을 목표로 설정함",
    ]
    for goal, add, note in product(goals, adds, notes):
        yield f"{goal}’22년까지의 실적인 800조원{add}{note}", stock, Decimal(954)
    rates = {2020: "110.8", 2021: "112.6", 2022: "113.8"}
    of_what = ["수혜기업 기술보호 역량 수준 향상 ", "참여학교 디지털교육 준비 정도 개선 ", "참여농가 소득 향상 정도의 "]
    ends = [
        "평균값인 112.4%를 목표 설정",
        "평균치인 112.4%로 정함",
        "산술평균치인 112.4%를 적용",
        "평균(112.4%)으로 설정",
    ]
    for what, end, years in product(of_what, ends, ["최근 ’20~’22년 ", "지난 3년간 ", "’20년부터 ’22년까지 "]):
        yield f"’23년 목표치는 {years}{what}{end}", rates, Decimal("112.4")
    for part, head, ending in product(
        [20, 30],
        ["국정과제 (33-3) ‘상호 윈-윈 모델’ 확산 목표", "‘안심 먹거리’ 인증 확대 목표"],
        [
            "의 일환으로 본 성과지표를 연도별 {p}건 목표로 설정",
            "에 따라 본 성과지표를 매년 {p}건 목표로 설정함",
            "의 하나로 연간 {p}건을 목표로 설정",
        ],
    ):
        yield f"{head}(~27년 {part * 5}건){ending.format(p=part)}", {}, Decimal(part)


FAMILIES = (counted, defined, so_far, weighed, bounds, lessened, called)

# What looks like one of these and settles nothing, or something else.
OPEN = [
    ("타 기관의 증가율은 4.5% 수준이나 전년 실적에 그 절반을 적용", COUNTS),
    ("당초 전년 실적 대비 5% 상향하였으나 예산 감액으로 2% 하향 조정함", COUNTS),
    ("전년 실적 대비 5% 상향하되, 중복 20건을 제외한 실적을 기준으로 함", COUNTS),
    ("전년 실적 대비 5% 상향하되, 이월 20건은 제외", COUNTS),
    ("전년 실적치가 850건을 초과하는 경우 850건으로 함", COUNTS),
    ("기준값 대비 3% 상향 * 기준값: 타 기관의 최근 3년 평균", SCORES),
    ("기준값 대비 3% 상향 * 기준값: 최근 3년 평균과 전년 실적 중 큰 값", SCORES),
    ("’22년 목표는 820건이었으나, ’21년 목표 대비 2% 상향", COUNTS),
    ("그동안 매년 5%씩 상향해 왔으나 목표 미달로 전년 실적 대비 상향 폭을 절반으로 축소", COUNTS),
    ("기준치 대비 2점 상향 ※ 기준치는 관계부처 협의를 거쳐 결정", SCORES),
    ("기준값 대비 3% 상향 * 기준값 : 추후 확정", SCORES),
    ("당초 전년 실적 대비 5% 상향을 검토하였으나, 추후 재검토하기로 함", COUNTS),
    ("당초 전년 실적 대비 5% 상향하였으나 예산 감액을 반영하여 하향 조정", COUNTS),
    ("당초 전년 대비 6% 상향을 검토하였으나 절반만 반영하여 2% 상향", COUNTS),
    ("전년 실적 대비 3% 상향한다. 다만, 여건 악화 시 일부를 차감할 수 있다.", COUNTS),
    ("전년 실적 대비 3% 상향하되, 산출값이 85점을 초과하는 경우 84점으로 함", SCORES),
    ("전년도 목표 대비 5% 상향", COUNTS),
    ("매년 3%씩 상향해 왔으나 올해는 동일한 폭으로 낮춤", COUNTS),
    (
        "28년까지 1,500조원 달성목표와 ’22년까지의 실적인 800조원을 고려하여 154조원을 더한 누적 960조원으로 목표 설정",
        {2022: "800"},
    ),
    ("누적 800조원에 154조원을 더한 누적 960조원을 목표로 설정", {2021: "655", 2022: "800"}),
    ("국정과제 (33-3) ‘상호 윈-윈 모델’ 확산 목표(~27년 100건)의 일환으로 설정", {}),
    (
        "▪전년 실적 82.0%+최근 3년 연평균 증가폭 2.5%p 또는 도전적 목표 3.0%p",
        {2020: "77.0", 2021: "79.5", 2022: "82.0"},
    ),
    ("전년 실적 × 10/12 × 1.03으로 산출 (2개월 휴관 반영)", {2021: "25200", 2022: "26400"}),
]
