"""Lists of printed figures and so many of each: made up with what they come to, and what only looks like one."""

from itertools import product

import pytest

from tests.every import every, in_two, part
from uigwe.operations.explaining import explain_reason

# A list, with what it comes to.
LISTS = [
    ("1분기 30건, 2분기 45건, 3분기 45건, 4분기 40건", 160, "건"),
    ("상반기 120건과 하반기 140건", 260, "건"),
    ("건설 320명·제조 410명·서비스 270명", 1000, "명"),
    ("국내 대학 12곳, 해외 대학 8곳 및 연구소 5곳", 25, "곳"),
    ("중앙부처 46곳에서 각 3건, 시·도 17곳에서 각 2건", 172, "건"),
    ("시·도에서 17건, 본부에서 분기별 3건", 29, "건"),
    ("정기회의 월별 1회, 수시회의 분기별 2회", 20, "회"),
    ("이월 20건, 신규 180건", 200, "건"),
]
# What adds them up, without and with what comes out.
ENDS = [
    "{object} 합산하여 목표로 설정",
    "{object} 모두 더한 물량으로 함",
    "{object} 합쳐 산정",
    "{object} 합한 {out}{unit}을 목표로 정함",
    "{object} 더하여 총 {out}{unit}으로 설정",
]
# So many of each, with what they come to.
EACH = [
    ("17개 시·도별 상·하반기 각 2회씩 합동점검 실시", 68, "회"),
    ("258개 경찰서가 분기마다 2회씩, 회당 60명을 교육하는 것으로 계산함", 123_840, "명"),
    ("1기당 하루 95톤을 처리하고 연간 300일 가동하는 시설 12기를 기준으로 산출", 342_000, "톤"),
    ("지원기업 1개사당 신규채용 2.4명을 기준으로 850개사 지원 시 예상되는 인원을 목표로 설정", 2_040, "명"),
    ("장비 12대의 대당 연간 분석건수 380건에 가동률 75%를 적용함", 3_420, "건"),
    ("개관일수 365일에서 휴관일 53일을 뺀 날에 하루 평균 800명이 관람하는 것으로 계산", 249_600, "명"),
    ("대상시설 1,250개소 중 정비를 마친 850개소를 제외한 잔여분의 25%를 연내 정비함", 100, "개소"),
    ("기본계획(’24~’28) 목표 3,500명을 5개년으로 똑같이 안분한 물량임", 700, "명"),
    ("국비 120억원, 지방비 60억원, 민자 20억원 투입 시 10억원당 7명의 고용이 발생하는 것으로 보아 산출", 140, "명"),
    ("초 120교, 중 80교, 고 50교이며 학교당 2개 동아리를 운영하므로 동아리 수를 목표로 함", 500, "개"),
    ("예산 28억원을 1인당 400만원으로 나누어 산출", 700, "명"),
    ("월 85건씩 11개월, 휴가철인 1개월은 130건으로 편성", 1_065, "건"),
    ("마을 20곳, 마을당 주민 35명을 교육", 700, "명"),
]


def value(text, last=None):
    history = {} if last is None else {2022: str(last)}
    explained = explain_reason(text, year=2023, history=history)
    return explained.value if explained.settled else None


def object_of(word):
    return word + ("을" if (ord(word[-1]) - 0xAC00) % 28 else "를")


def sums():
    for (words, truth, unit), end, lead in product(LISTS, ENDS, ["", "올해 목표는 ", "추진계획에 따라 "]):
        yield lead + end.format(object=object_of(words), out=f"{truth:,}", unit=unit), truth


@pytest.mark.parametrize("near", [True, False])
@in_two
def test_a_list_comes_to_its_sum(near, share):
    unread, wrong = [], []
    asked = part(share, sums(), 4)
    for text, truth in asked:
        given = value(text, round(truth * 0.95) if near else None)
        if given is None:
            unread.append(text)
        elif given != truth:
            wrong.append((text, given, truth))
    assert not wrong
    assert len(unread) <= 0.05 * len(asked), unread


def test_another_outcome_than_the_sum_gives_no_value():
    for words, truth, unit in LISTS:
        for end in ENDS[3:]:
            text = end.format(object=object_of(words), out=f"{truth + 7:,}", unit=unit)
            assert value(text) is None, text


@every(EACH)
def test_so_many_of_each_come_to_their_product(text, truth, unit):
    assert value(text) == truth
    assert value(text, round(truth * 0.9)) == truth
    assert value(text, truth * 40) is None


@every(
    [
        "예산 20억원과 인력 30명을 투입하여 추진",
        "전문가 12명과 회의 4회를 거쳐 목표를 설정",
        "3개 부처, 5개 기관이 참여하는 협의체를 통해 목표를 설정",
        "17개 시·도, 226개 시·군·구를 대상으로 조사",
        "1분기 30건, 2분기 40건을 처리하는 것으로 함",  # half of the year
        "신규 5건, 폐지 3건을 반영하여 설정",
        "센터 12곳 중 5곳에서 각 3건씩 발굴",  # and never (12 + 5) × 3
        "학교 20개교 가운데 8개교에서 교당 2건 발굴",
        "12개소에 개소당 3건씩 점검하는 방안을 검토",
        "2024년 30건, 2025년 40건을 목표로 함",
        "강사 20명이 100시간 강의하는 것으로 함",  # nothing joins them
        "매월 2회씩 개최하는 것으로 하여 연 20회를 목표로 함",
        "센터 5곳이 분기별로 3건씩 발굴하여 총 70건을 목표로 설정",
        "교육 1회당 수료인원에 연간 교육횟수 48회를 곱하여 산출",
        "4개 분야, 12개 지표, 30개 과제로 구성",
        "국내 20건, 해외 5건 중 국내만 실적으로 인정",
        "서울 30건·부산 20건 등 주요 지역 중심으로 추진",
        "청년 30%, 여성 20%를 우선 선발",
        "신규 채용 20명, 퇴직 5명",
        "특허 20건 출원을 목표로 하되, 이 중 5건은 해외 출원으로 함",
        "12개 과제(3개 분야)의 이행을 목표로 함",
        "1~3등급 30%, 4~6등급 40%",
        "하루 30건을 처리하는 것으로 함",
    ],
)
def test_what_only_looks_like_a_tally_has_no_value(text):
    assert value(text) is None
