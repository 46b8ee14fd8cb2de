"""Terse products and sums of printed figures, made up with what they come to, and their siblings that lack a figure."""

from decimal import Decimal
from itertools import product

from tests.every import every, in_two, part
from tests.reasons.values import values

# How often in a year: as a lead of a figure, with what it comes to.
OFTEN = [
    ("매월 ", 12),
    ("월 ", 12),
    ("분기마다 ", 4),
    ("분기별 ", 4),
    ("반기별 ", 2),
    ("반기마다 ", 2),
    ("격월 ", 6),
    ("격월로 ", 6),
    ("연 ", 1),
]
MANY = [
    ("25개 기관을 대상으로 기관별 {}3회씩 실시", 25 * 3, "회"),
    ("{}3회씩 9개 지사에서 각각 개최", 9 * 3, "회"),
    ("17개 시·도에서 각각 {}2회씩 운영", 34, "회"),
    ("세 개 센터에서 각각 {}20명씩 배출", 60, "명"),
    ("6개 권역별로 {}4회 개최", 24, "회"),
    ("상담사 18명이 1인당 {}15건 처리", 270, "건"),
    ("다섯 개 지부가 {}7건씩 발굴", 35, "건"),
    ("개소당 {}12명 × 45개소", 540, "명"),
]
ENDS = ["", "하는 것으로 산정", " 계획에 따라 산출", "하여 연간 {total}{unit}"]
# The year in parts, with what all of it comes to.
PARTED = [
    ("상반기 월 4회, 하반기 월 6회", 60, "회"),
    ("1~3분기 분기당 30건, 4분기 50건", 140, "건"),
    ("1분기 20건, 2~4분기 각 35건", 125, "건"),
    ("1~6월 월 500톤, 7~12월 월 700톤", 7200, "톤"),
    ("상반기 40건, 하반기 55건", 95, "건"),
    ("(1분기)20건 (2분기)35건 (3분기)30건 (4분기)15건", 100, "건"),
    ("평일(250일) 하루 6회, 휴일(115일) 하루 10회", 2650, "회"),
]
# Money by what each costs.
FUNDS = [
    ("호당 지원액 1백만원, 총예산 15억원", 1500, "호"),
    ("대당 1,400만원, 예산 560억원", 4000, "대"),
    ("국비 30억원·지방비 20억원 합계로 개소당 2.5억원씩", 20, "개소"),
    ("총예산 126억원 중 홍보비 6억원을 제외한 120억원을 개소당 3억원씩", 40, "개소"),
    ("예산 840백만원을 기업당 0.6억원씩", 14, "개사"),
    ("사업비 2조 4천억원을 가구당 6천만원씩", 40_000, "가구"),
]
FUND_ENDS = [" 지원 가능", " 지원할 수 있는 수", " 지원하여 {total}{unit}"]
LISTS = [
    ("초등 40교, 중등 25교, 고등 20교에 학교당 3회씩 방문", 255),
    ("4개 권역에 각 15건, 본부에 10건 배정", 70),
    ("9개 도는 각 4회, 8개 시는 각 2회", 52),
    ("8개 특·광역시에 6개소씩, 9개 도에 10개소씩 조성", 138),
    ("18개 부처 2건씩 36건에 공동과제 4건을 추가", 40),
    ("학교당 2개 학급, 학급당 24명, 대상 학교 150개교의 참여 학생 수", 7200),
    ("1인당 하루 4건, 연 근무일 240일, 조사관 15명으로 처리건수 계산", 14_400),
    ("격주 1회(연 26회)씩 5개 센터가 각각 운영", 130),
    ("주 1회(연 52주), 6개 방송사별 송출", 312),
    ("건당 절감액 2.4만원을 연 처리건수 5만건에 곱해 12억원 절감", 12),
    ("열두 달 동안 매월 다섯 개 업체씩 발굴", 60),
    ("일평균 방문객 850명에 연간 개관일 310일을 곱하여 산정", 263_500),
]
# Something is missing, counts something else, or is open.
OPEN = [
    "격주 1회씩 5개 센터가 각각 운영",
    "하루 4건, 조사관 15명으로 처리건수 계산",
    "기관별 반기 1회 실시",
    "상반기 월 4회 개최",
    "1~3분기 분기당 30건 발굴",
    "1~3분기 분기당 30건, 3~4분기 50건 발굴",
    "4개 권역에 각 15건, 본부 배정분을 더하여 설정",
    "호당 지원액 1백만원, 총예산 15억원, 사업비 별도",
    "총예산 126억원 중 홍보비를 제외하고 개소당 3억원으로 나눔",
    "단가 35천원, 물량 12,000건",
    "세 개 센터에서 각각 월 20명씩 1년간 배출하여 240명",
    "6개 권역별로 4회 개최, 중복 참가 제외",
    "9개 도는 각 4회, 8개 시는 협의",
    "조사 3회, 토론 2회",
]


value = values()


def families():
    for (words, each, unit), (often, count), end in product(MANY, OFTEN, ENDS):
        yield words.format(often) + end.format(total=f"{each * count:,}", unit=unit), each * count
    for (words, total, unit), end in product(PARTED, [" 개최", "의 연간 합계", " 추진하여 총 {total}{unit}"]):
        yield words + end.format(total=total, unit=unit), total
    for (words, total, unit), end in product(FUNDS, FUND_ENDS):
        yield words + end.format(total=f"{total:,}", unit=unit), total
    yield from LISTS


@in_two
def test_terse_figures_come_to_what_they_say(share):
    unread, wrong, count = [], [], 0
    for text, truth in part(share, families(), 4):
        given = value(text)
        count += 1
        if given is None:
            unread.append(text)
        elif truth is None or abs(given - Decimal(truth)) > Decimal("1e-9"):
            wrong.append((text, given, truth))
    assert not wrong, wrong[:20]
    assert len(unread) <= 0.1 * count, (len(unread), count, unread[:60])


@every(OPEN)
def test_what_lacks_a_figure_gives_no_value(text):
    assert value(text) is None
