"""What stands beside a calculation: circumstances before it, glosses in it, remarks behind it; and what looks like one and is none.

Every member of a family is put beside every calculation, so that the truth is known: the same basis, or no value.
"""

# The reason with the place of a gloss, the unit, the basis.
CALCULATIONS = [
    ("최근 3년 평균 대비 3% 상향", "건", "mean(2020..2022) * 103 %"),
    ("전년 실적의 103% 수준으로 설정", "건", "last * 103 %"),
    ("’20~’22년 평균보다 20건 높게 설정", "건", "mean(2020..2022) + 20"),
    ("전년도 실적에 5%를 가산하여 산정", "명", "last * 105 %"),
    ("최근 5년 기하평균을 목표로 설정", "억원", "geomean(2018..2022)"),
    ("전년 실적 대비 1.5%p 상향", "%", "last + 1.5 %p"),
    ("’22년 실적에서 2점을 더한 값으로 설정", "점", "last + 2"),
]
# What went before and tells why; the figures are of something else.
CIRCUMSTANCES = [
    "올해 예산이 12% 줄었으나 ",
    "신규 인력이 3명 늘었지만 ",
    "전년도 목표를 4.5% 초과 달성하였으나 ",
    "수요가 20% 급증하였으므로 ",
    "연도별 편차가 큰 점을 감안하여 ",
    "사업비가 15% 삭감된 점을 고려하여 ",
    "대외 여건이 악화되고 있으나 ",
    "산술평균 대신 ",
    "단년도 실적이 아닌 ",
    "예산은 20억원으로 동결되었으나 ",
]
# What is said behind it and changes nothing.
REMARKS = [
    ", 최근 상승세를 고려함",
    ". 사업 여건이 좋지 않음을 감안함",
    ", 별도의 가산은 하지 않음",
    ". 전담인력 2명이 감축되었으나 자동화로 보완할 계획임",
    ". 예산은 개소당 1.8억원이며 지방비 30%를 매칭함",
    ", 국민 체감도를 제고하고자 함",
    " ※ 외부 전문기관의 조사",
    " - 연도별 등락이 커 추세가 과대평가될 우려가 있기 때문임",
    ", 시설 개보수(2개월)로 인한 감소는 반영하지 않음",
    "(사업 전환에 따른 증가)",
    "(예산 동결 반영)",
    "(외부 전문기관 조사)",
]
# What is said behind it and changes it, or takes it back.
TURNS = [
    ". 다만 예산 감액분을 차감함",
    ". 실제로는 동결함",
    ", 이후 10% 감액 조정",
    ". 최종 목표는 협의 후 확정",
    "(물가상승률 추가 반영)",
    ", 신규 물량 30건을 별도로 가산",
    ", 상반기 실적만 반영함",
    ". 여기에 도전분 2%를 추가함",
]

# Facts, wishes and other figures, of which no target follows: the reason, the unit.
NO_CALCULATION = """
올해 예산이 전년 대비 12% 줄었으나 사업관리 강화로 성과 하락을 최소화하는 수준에서 설정 | 건
전년 실적이 목표를 4.5%p 초과하였으나 기저효과가 있어 신중히 설정함 | %
전년 대비 인력이 5% 늘었으므로 도전적으로 설정 | 건
전년 대비 8% 감소하였으나 회복될 것으로 전망하여 설정 | 건
최근 5년 평균 증가율을 상회하도록 적극적으로 설정함 | 건
전년 실적을 상회하도록 설정 | 건
최근 3년 평균을 초과하는 수준으로 설정 | 건
전년 실적을 웃도는 수준을 목표로 함 | 건
전년 실적을 뛰어넘도록 도전적으로 부여 | 건
전년 실적이 우수하여 같은 수준의 유지가 곤란하므로 소폭 하향 조정 | %
최근 3년 평균 수준에서 다소 상향 | 건
전년 실적보다 약간 높게 설정 | 건
전년 수준에서 소폭 개선 | %
전문가 조사 3회와 내부 토론 2회를 거쳐 결정된 값 | 점
설명회 4회, 간담회 6회를 실시하여 의견 수렴 | 점
환율 1,320원, 유가 배럴당 85달러 전제하에 여건을 종합 판단 | 억원
예산 20억원, 인력 15명을 투입하여 최대한 확대 | 건
전담인력 3명과 예산 5억원을 확보하여 내실 있게 추진 | 건
전년 미이행분 28.9%를 절반으로 줄이는 것 | %
최근 10년 표준편차가 12.4건으로 커서 3년 평균에 이 표준편차의 25%만 더함 | 건
’20년 68%에서 ’27년 80%까지 증가한다고 보고 산출 | %
예산이 10% 감소하고 인력이 5% 증가함 | 건
물가가 3.6% 올랐고 금리가 0.5%p 내렸음을 고려 | 억원
경쟁률이 3.2대 1로 높아져 적극적으로 설정 | 명
협약기관 12개 중 9개가 참여 의사를 밝혀 확대 설정 | 건
전년 실적에 신규 사업 효과를 더해 설정 | 건
전년 실적에서 종료 사업분을 제외하고 설정 | 건
최근 3년 평균에 물가상승률을 반영 | 억원
전년 대비 두 자릿수 증가를 목표로 함 | 건
전년 실적의 일정 비율을 상향 | 건
""".strip().splitlines()


def beside():
    """Each calculation with what changes nothing: the reason, its unit, its basis."""
    for text, unit, basis in CALCULATIONS:
        for word in CIRCUMSTANCES:
            yield word + text, unit, basis
        for word in REMARKS:
            yield text + word, unit, basis


def turned():
    """Each calculation with what changes it or takes it back: straight, turned, the unit."""
    for text, unit, _ in CALCULATIONS:
        for word in TURNS:
            yield text, text + word, unit


def no_calculation():
    """Reasons of which no target follows, with the unit."""
    for line in NO_CALCULATION:
        text, unit = (part.strip() for part in line.split(" | "))
        yield text, unit
