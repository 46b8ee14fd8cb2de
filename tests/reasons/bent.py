"""Right reasons bent by one meaningful word: the reading must change, or no longer be given as what the reason says."""

# A reason that is read, and where a word may be put in: before it, in the place of {}, behind it.
STRAIGHT = [
    ("최근 3년 평균 대비 3%{} 상향", "건"),
    ("전년 실적 대비 3%{} 상향", "건"),
    ("’20~’22년 평균보다 20건{} 확대", "건"),
    ("최근 3년 최고 실적에서 1%{} 상향", "건"),
    ("전년도 목표 대비 2%p{} 상향", "%"),
    ("최근 3년 기하평균 대비 3%{} 증가", "억원"),
]
BEFORE = [
    "신규 과제를 제외한 ",
    "시범사업을 제외하고 ",
    "일회성 물량 30건을 제외한 ",
    "목표 달성 시 ",
    "예산이 확보될 경우 ",
    "당초 ",
    "최고치를 뺀 ",
]
WITHIN = [" 이내", " 미만", "의 절반만큼", "~9%", " 또는 9%", "가 아닌 9%", "씩 2년간", " 내지 9%", "의 1/2"]
BEHIND = [
    " 후 10건 차감",
    "한 값의 절반",
    "한 값에 10건을 더함",
    "한 값의 90%",
    "하되 850을 넘지 않도록 설정",
    "(단, 전년 실적 미달 시 전년 수준)",
    ", 다만 상한은 850",
    "하지 않음",
    "을 취소하고 유지",
    ", 소수점 이하 절사",
    "한 값과 전년 실적 중 큰 값",
    "한 값과 전년 실적의 평균",
    " 또는 전년 수준 유지",
    "에서 9% 상향으로 수정",
    "하려 하였으나 보류",
]


def bent():
    """Each reason straight and bent, with the unit."""
    for text, unit in STRAIGHT:
        straight = text.format("")
        for word in BEFORE:
            yield straight, word + straight, unit
        for word in WITHIN:
            if "%" in text.partition("{}")[0][-3:] or "%" not in word:
                yield straight, text.format(word), unit
        for word in BEHIND:
            yield straight, straight + word, unit
