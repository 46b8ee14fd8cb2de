"""A level that is stated as the target, the second best of a window, and weights in other orders of words."""

from decimal import Decimal
from itertools import product

import pytest

from tests.every import every, in_two, part
from uigwe.operations.explaining import explain_reason

PAST = {
    "건": {2018: "690", 2019: "730", 2020: "780", 2021: "825", 2022: "846"},
    "%": {2018: "61.2", 2019: "63.0", 2020: "66.1", 2021: "68.3", 2022: "71.1"},
    "점": {2018: "78.2", 2019: "79.5", 2020: "80.1", 2021: "82.5", 2022: "84.6"},
    "일": {2018: "27", 2019: "26.5", 2020: "26", 2021: "25", 2022: "24"},
}

STATED = """
관련 법령상 의무이행률 73.4%를 준수하는 것을 목표로 설정 | % | 73.4
법정 의무사항으로 대상기관 전체(100%)가 이행하는 것을 목표로 설정함 | % | 100
85점 이상을 유지하는 것을 목표로 설정 | 점 | 85
만족도 85점 달성을 목표로 함 | 점 | 85
이용자 만족도는 85점 수준으로 설정 | 점 | 85
국정과제 이행계획상 ’23년도 목표인 900건으로 설정 | 건 | 900
연구용역에서 제시한 적정 수준인 900건을 준용하여 목표로 설정 | 건 | 900
OECD 회원국 평균(72.3%)을 목표연도에 따라잡는 것으로 설정 | % | 72.3
선진국 평균 수준인 75%를 목표로 설정 | % | 75
전체 공공기관 1,000건 중 900건의 처리를 목표로 설정 | 건 | 900
법정 처리기한인 20일을 목표로 설정 | 일 | 20
민원 처리기한 20일 이내 처리를 목표로 설정 | 일 | 20
’20, ’21, ’22년 중 두 번째로 높은 실적을 목표로 함 | 건 | 825
최근 5년(’18~’22) 중 두 번째로 높은 실적을 목표로 채택 | 건 | 825
최근 5년 실적 중 두 번째로 낮은 값을 적용 | 건 | 730
최근 5년 중 세 번째로 높은 실적에 2%를 더함 | 건 | 795.6
최근 3년 중 최고와 최저를 뺀 나머지 한 해의 실적을 목표로 채택 | 건 | 825
최고·최저 연도를 뺀 나머지 3개년(최근 4년 기준)의 평균으로 정함 | 건 | 802.5
최근 3년 최단 기록과 같은 수준으로 설정 | 일 | 24
이용 만족도는 최근 3년 최고점을 유지하는 수준으로 설정 | 점 | 84.6
최근 3년 최고 기록을 2건 경신 | 건 | 848
’21년 가중치 0.4, ’22년 가중치 0.6을 적용한 가중평균에 3건을 더함 | 건 | 840.6
’20년에 0.2, ’21년에 0.3, ’22년에 0.5의 가중치를 두어 평균 | 건 | 826.5
최근 3년간 연도별 실적에 1:2:3의 가중치(최근 연도가 3)를 적용한 가중평균 | 건 | 828
최근 3년 실적에 1:2:3(최근 3)의 가중치를 부여한 평균 | 건 | 828
최근 3년 실적을 3:2:1(최근 연도 3)로 가중평균 | 건 | 828
최근 3개년 실적에 최근 연도 순으로 3, 2, 1의 가중치를 적용 | 건 | 828
최근 3년 실적에 각각 20%, 30%, 50%의 가중치(최근 연도 50%)를 적용 | 건 | 826.5
내부고객 만족도 78점과 외부고객 만족도 86점을 각각 4:6으로 반영하여 산정 | 점 | 82.8
내부 만족도 78점과 외부 만족도 86점을 4:6의 비율로 합산 | 점 | 82.8
""".strip().splitlines()

# No level is stated: figures of something else, a bound, what was meant at first, what lies far from the results.
OPEN = """
예산 20억원을 투입하여 내실 있게 추진 | 건
외부위원 80명의 의견을 들어 목표로 설정 | 점
전년 목표 900건을 고려하여 설정 | 건
목표 900건 달성이 어려울 것으로 예상됨 | 건
당초 900건을 목표로 하였으나 여건을 감안하여 조정 | 건
900건을 상회하는 수준을 목표로 설정 | 건
2027년까지 1,200건 달성을 목표로 추진 | 건
최종 목표 1,000건을 달성하는 것을 목표로 노력 | 건
85점에서 90점 사이를 목표로 설정 | 점
조사 대상 85명에게 설문하여 목표를 설정 | 점
5점 척도를 100점으로 환산하여 목표로 설정 | 점
두 번째로 높은 기관의 실적을 목표로 함 | 건
최근 3년 중 두 번째로 높은 예산 규모를 감안하여 설정 | 건
최근 3년 실적에 1:2:3의 가중치를 적용하되 연도 순서는 추후 결정 | 건
국민 평가와 전문가 평가를 6:4로 반영하여 산정 | 점
의무고용률 3.4%를 준수하는 것을 목표로 설정 | %
전문가 의견을 수렴하여 85점으로 설정 | 점
목표 달성 가능성을 고려하여 850건으로 설정 | 건
""".strip().splitlines()


def given(text, unit, said):
    explained = explain_reason(text, year=2023, unit=unit if said else None, history=PAST[unit])
    return explained.value if explained.settled else None


@every([tuple(line.split(" | ")) for line in STATED], [True, False])
def test_what_is_stated_or_chosen_is_read(text, unit, truth, said):
    value = given(text, unit, said)

    assert value is not None
    assert abs(value - Decimal(truth)) < Decimal("1e-9")


@every([tuple(line.split(" | ")) for line in OPEN], [True, False])
def test_what_states_no_level_has_no_value(text, unit, said):
    assert given(text, unit, said) is None


def test_a_rank_counts_only_when_every_result_is_there_and_no_two_are_alike():
    text = "최근 3년 중 두 번째로 높은 실적을 목표로 함"
    for past in ({2021: "825", 2022: "846"}, {2020: "825", 2021: "825", 2022: "846"}):
        explained = explain_reason(text, year=2023, unit="건", history=past)
        assert not explained.settled


# ── levels, whatever is done with so many ──

WHY = [
    "",
    "제3차 기본계획에 따라 ",
    "정책 여건 변화를 반영하여 ",
    "비교할 실적이 없어 시범사업 규모를 참고해 ",
    "여건이 아직 불확실하나 ",
    "법 시행 첫해인 만큼 ",
]
WHAT = [
    ("조례 제정 {}건", "을 연내 완료하는 것"),
    ("국제표준 제안 {}건", " 채택"),
    ("하위법령 제·개정안 {}건", "을 연내 입법예고하는 것"),
    ("신규 후보과제 {}개", " 발굴"),
    ("시범학교 {}개교", " 지정"),
    ("종합대책을 {}회", " 마련·발표하는 것"),
    ("{}개 시·군·구", ""),
    ("업무협약 {}건", "을 체결하는 것"),
    ("관련 고시 {}건", "의 개정"),
    ("예년보다 상향된 {}명", ""),
]
AIM = ["을 목표로 설정하였음", "을 올해 목표로 함", "을 목표로 정함(통상 3~4년 소요)", "을 목표치로 제시"]


def levels():
    for (why, (what, done), aim), figure in zip(product(WHY, WHAT, AIM), [1, 3, 5, 12, 85] * 60, strict=False):
        yield why + what.format(figure) + _with(done, aim), figure


def _with(done, aim):
    """The noun with its particle, as its last sound asks."""
    return done + (aim if not done or (ord(done[-1]) - 0xAC00) % 28 else "를" + aim[1:])


@in_two
def test_a_level_is_read_whatever_is_done_with_so_many(share):
    unread, wrong = [], []
    for text, truth in part(share, levels(), 4):
        explained = explain_reason(text, year=2023, history={})
        if not explained.settled:
            unread.append(text)
        elif explained.value != truth:
            wrong.append((text, explained.value))
    assert not wrong
    assert not unread


@every(
    ["과제 5건", "정책 여건을 반영하여 과제 5건"],
    [
        "을 더 발굴하는 것을 목표로 함",
        " 확대를 목표로 함",
        "의 의견을 들어 목표를 정함",
        "을 대상으로 조사하여 목표를 설정",
        "을 통합하는 것을 목표로 함",
        "을 목표로 하였으나 재검토 예정",
        " 발굴을 목표로 하나 예산 확정 후 조정 가능",
        "을 제정하고 나머지는 내년에 추진하는 것을 목표로 함",
        "을 목표로 하되, 이 중 2건은 해외에서 추진",
    ],
)
def test_what_else_is_said_of_so_many_is_no_level(before, behind):
    assert not explain_reason(before + behind, year=2023, history={}).settled


@pytest.mark.parametrize("label", ["하반기 ", "지역별 ", "센터당 ", "3년간 총 ", "2027년까지 ", "신청 물량의 5%인 "])
def test_so_many_of_a_part_or_for_each_is_no_level(label):
    assert not explain_reason(f"{label}4건 완료를 목표로 함", year=2023, history={}).settled


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("정부 이행계획상 ’23년 물량인 48,000명으로 설정함", "48000"),  # far, but laid down
        ("제2차 기본계획에 따라 ’23년 목표는 21,000명으로 정해져 있음", "21000"),
        ("’23년 목표는 종합계획에서 정한 21,500명임", "21500"),
        ("48,000명으로 설정함", None),
        ("우수등급 하한선인 21,000명을 넘기는 것을 목표로 함", "21000"),
        ("21,000명을 넘기는 것을 목표로 함", None),
        ("’27년 90,000명 계획에 맞추어 올해는 24,000명으로 설정함", "24000"),
        ("’27년 목표인 24,000명으로 설정함", None),
        ("3개 분야 12개 과제의 이행을 목표로 함", None),
    ],
)
def test_where_a_level_comes_from_says_how_far_it_may_lie(text, truth):
    explained = explain_reason(text, year=2023, history={2021: "10,900", 2022: "20,600"})
    assert (explained.value if explained.settled else None) == (truth and Decimal(truth))
