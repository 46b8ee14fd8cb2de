"""Arithmetic told step by step, made up from families of words, with the basis it states; see `invented` for the usual kind."""

import random

# Families: any member may stand for any other.
TIMES = ["{}를 곱한", "{}를 곱하여 산출한", "{}를 적용한", "{}를 적용하여 산정한"]
PLUS = ["더한", "합한", "합산한", "가산한", "추가한", "보탠", "더하여 산출한", "합하여 산정한", "포함하여 합산한"]
MINUS = ["뺀", "차감한", "제외한", "공제한", "덜어낸", "뺀 뒤 남은"]
SUMS = [
    "합산",
    "합한 값",
    "모두 더한 값",
    "합계",
    "모두 합산하여 설정",
    "더하여 산출",
    "합한 수준으로 설정",
    "합쳐 산정",
]
RATES = [
    "처리율",
    "승인율",
    "수료율",
    "참여율",
    "이행률",
    "평균 처리율",
    "최근 3년 평균이 아닌 예상 처리율",
    "목표 이행률",
    "전환율",
    "성공률",
]
COUNTS = [
    "접수",
    "신청",
    "접수 예상",
    "전년도 신청",
    "금년 신청 예상",
    "대상",
    "발굴",
    "심사 대상",
    "상담 신청",
    "등록",
]
MORE = ["이월분", "신규 과제", "추가 배정분", "수시 접수", "기획 점검", "하반기 신규", "공모 선정", "계속 과제"]
LESS = ["취하 예상", "중복", "기각 예상", "종료 과제", "이미 처리한", "폐쇄 예정", "제외 대상"]
PLACES = [
    ("지사", "개소"),
    ("센터", "개소"),
    ("지방청", "개"),
    ("교육과정", "개"),
    ("기관", "곳"),
    ("담당자", "명"),
    ("점검반", "개"),
]
VALUES = ["값", "건수", "수치", "물량", "결과", "값"]
ENDS = [
    "",
    "으로 설정",
    "을 목표로 함",
    "을 목표치로 설정",
    "을 목표로 산정하였음",
    "으로 정함",
    "으로 책정",
    "을 금년 목표로 제시",
]
FRONTS = [
    "",
    "",
    "",
    "목표치는 ",
    "금년도 목표는 ",
    "도전적 목표 설정을 위해 ",
    "업무량 증가를 감안하여 ",
    "성과 제고를 위하여 ",
    "○ ",
    "- ",
]


def _number(rng: random.Random, low: int, high: int) -> tuple[str, str]:
    value = rng.randint(low, high)
    return rng.choice([f"{value:,}", str(value)]), str(value)


def _after(noun: str, end: str) -> str:
    """The noun with an ending whose particle fits it."""
    closed = (ord(noun[-1]) - 0xAC00) % 28
    if not closed:
        end = end.replace("으로", "로", 1).replace("을 ", "를 ", 1)
        end = "가" if end == "이" else end
    elif closed == 8:
        end = end.replace("으로", "로", 1)
    return noun + end


def _share(rng: random.Random) -> tuple[str, str]:
    said, value = _number(rng, 900, 1100)
    rate = rng.choice(["72", "75.5", "80", "85", "90"])
    kind = rng.randrange(3)
    if kind == 0:
        times = rng.choice(TIMES).format(f"{rng.choice(RATES)} {rate}%")
        return f"{rng.choice(COUNTS)} {said}건에 {times} {rng.choice(VALUES)}", f"{value} * {rate} %"
    if kind == 1:
        return f"{rng.choice(COUNTS)} {said}건의 {rate}%에 해당하는 {rng.choice(VALUES)}", f"{value} * {rate} %"
    return (
        f"{rng.choice(COUNTS)} {said}건 {rng.choice(['중', '가운데'])} {rate}%를 처리하는 {rng.choice(VALUES)}",
        f"{value} * {rate} %",
    )


def _each(rng: random.Random) -> tuple[str, str]:
    name, unit = rng.choice(PLACES)
    count, each = rng.randint(10, 19), rng.randint(45, 60)
    said = rng.choice(
        [
            f"{name} {count}{unit}에서 각 {each}건씩 처리하는 물량",
            f"{name} {count}{unit}에 {name}당 {each}건을 곱한 값",
            f"{name} {count}{unit} × {name}당 {each}건",
            f"{name}별 {each}건씩 {count}{unit}에서 처리하는 물량",
            f"{_after(f'{name} {count}{unit}', '이')} 각 {each}건을 처리하는 물량",
            f"{name} {count}{unit} × {each}건",
        ]
    )
    return said, f"{count} * {each}"


def _plain(rng: random.Random) -> tuple[str, str]:
    said, value = _number(rng, 700, 900)
    return rng.choice(
        [(f"{rng.choice(COUNTS)} {said}건", value), ("전년 실적", "last"), ("최근 3년 평균", "mean(2020..2022)")]
    )


def _sum(rng: random.Random) -> tuple[str, str]:
    parts = [(name, rng.randint(200, 320)) for name in rng.sample(MORE, 3)]
    joint = rng.choice([", ", ", ", "과 "])
    said = joint.join(f"{name} {value}건" for name, value in parts)
    return f"{said}을 {rng.choice(SUMS[:4] if joint == ', ' else SUMS[:2])}", " + ".join(
        str(value) for _, value in parts
    )


def told(rng: random.Random) -> tuple[str, str, str]:
    """A reason, the unit and the basis."""
    kind = rng.randrange(6)
    if kind == 5:
        said, basis = _sum(rng)
        return rng.choice(FRONTS) + said, "건", basis
    said, basis = rng.choice([_share, _each, _plain] if kind else [_share, _each])(rng)
    if kind >= 1:
        value = rng.randint(10, 60)
        if rng.random() < 0.6:
            said = f"{said}에 {rng.choice(MORE)} {value}건을 {rng.choice(PLUS)} {rng.choice(VALUES)}"
            basis = f"({basis}) + {value}"
        else:
            said = f"{said}에서 {rng.choice(LESS)} {value}건을 {rng.choice(MINUS)} {rng.choice(VALUES)}"
            basis = f"({basis}) - {value}"
    if kind >= 3:
        rate = rng.choice(["95", "98", "102", "105"])
        said, basis = f"{said}의 {rate}%", f"({basis}) * {rate} %"
        return rng.choice(FRONTS) + said + rng.choice(["", "로 설정", "를 목표로 함", " 수준으로 설정"]), "건", basis
    return rng.choice(FRONTS) + _after(said, rng.choice(ENDS)), "건", basis
