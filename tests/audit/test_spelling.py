"""Misspellings: known ones, and those found without a dictionary."""

import pytest

from tests.audit.prose import found_in
from tests.builders import found_by, indicator, plan
from tests.every import every
from uigwe.audit import Level
from uigwe.audit.text.keyboard import is_slip, keys
from uigwe.audit.text.known import known_slips, rate_ending
from uigwe.audit.text.words import stem_of
from uigwe.plan import Standing

RIVER = (
    "- 하천 생태계 보전을 위한 조사",
    "- 생태계를 살리는 정비 추진",
    "- 습지 생태계의 회복 지원",
    "- 생태계가 건강한 하천 조성",
    "- 주민이 생태계를 돌보는 활동 지원",
    "- 유역 생태계 조사 결과 공개",
)


def test_a_rare_word_one_key_from_a_frequent_one_is_a_doubt():
    [finding] = found_in("misspelt", *RIVER, "- 하구 생테계를 복원")

    assert (finding.facts["word"], finding.facts["likely"]) == ("생테계를", "생태계를")


def test_a_word_that_stands_nowhere_else_in_any_form_is_left_alone():
    assert found_in("misspelt", *RIVER, "- 하구 갯벌을 복원", "- 생태학습장 운영") == []


def test_a_word_whose_syllables_stand_in_other_words_is_right():
    works = tuple(f"- 하천 정비사업 추진 {count}차" for count in "가나다라마바사")

    assert (
        found_in("misspelt", *works, "- 물 관련 정비산업 육성", "- 신산업 발굴", "- 물산업 지원", "- 산업 육성") == []
    )


def test_a_word_of_two_syllables_must_stand_between_the_same_words():
    works = tuple(f"- 하천 정비 사업 {count}차" for count in "가나다라마바사")

    [finding] = found_in("misspelt", *works, "- 하천 정배 사업 자차")

    assert finding.facts["word"] == "정배"
    assert found_in("misspelt", *works, "- 유배 문학관 견학", "- 정배 기록 전시") == []


def test_half_a_word_at_the_end_of_a_line_is_no_misspelling():
    assert found_in("misspelt", *RIVER, "- 하구의 건강한 생테", "계를 복원") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("생산성", "생상성"), ("동반성장", "동반선장"), ("선제적", "선재적"), ("지원", "지언"), ("관리", "괸리")],
)
def test_a_slip_is_one_key(one, other):
    assert is_slip(one, other) and is_slip(other, one)


@pytest.mark.parametrize(("one", "other"), [("지원", "지원"), ("하천", "바다"), ("지급", "지원"), ("증가", "감소")])
def test_other_words_are_no_slips(one, other):
    assert not is_slip(one, other)


def test_a_word_is_typed_key_by_key():
    assert keys("생산") == "todtks"
    assert keys("값") == "rkqt"


@pytest.mark.parametrize(
    ("word", "stem"),
    [("지원을", "지원"), ("지원하는", "지원"), ("지원", "지원"), ("하천으로부터", "하천"), ("물은", "물은")],
)
def test_a_stem_is_a_word_without_its_ending(word, stem):
    assert stem_of(word) == stem


@every(
    [
        ("- 갯벌 관리메뉴얼을 배포", "관리메뉴얼을", "관리매뉴얼을"),
        ("- 업무협약 채결 추진", "채결", "체결"),
        ("- 재정·세재 지원 확대", "세재", "세제"),
        ("- 정부의 제정사업과 연계", "제정사업과", "재정사업과"),
        ("- 주민의 역활 확대", "역활", "역할"),
        ("- 복원 성공율을 높임", "성공율", "성공률"),
        ("- 수질 개선률(%)", "개선률", "개선율"),
        ("- 주민 스스르 정비", "스스르", "스스로"),
        ("- 일본 도교 하천 전시회", "도교", "도쿄"),
        ("- 정비·홍보·교육 3총 패키지", "총", "종"),
        ("- 가뭄을 이기고 지역경제가 더욱 성장시키기 위한 사업", "지역경제가", "지역경제를"),
        ("- 실질적 성과가 창출하는 물길", "성과가", "성과를"),
        ("- 최근 3년 평균 90% 5%p보다 상향", "90% 5%p보다", "90%보다 5%p"),
    ],
)
def test_a_word_that_is_always_wrong_is_found_once_with_its_places(text, word, right):
    [finding] = found_in("misspelt", text, text)

    assert finding.values == (word, right)
    assert finding.facts["likely"] == right
    assert len(finding.places) == 2


@pytest.mark.parametrize(
    "text",
    [
        "- 지역활성화 추진",
        "- 일본 도교육감 면담, 유교와 도교, 3개 권역 총 패키지 5종",
        "- 법률과 조례의 제정 지원",
        "- 표결로 의안을 채결",
        "- 자율 점검, 효율 향상, 비율과 환율, 법률, 이행률, 참여율, 생존율, 확률",
        "- 관리 매뉴얼, 네트워크, 페스티벌",
        "- 경제를 정부가 성장시키기 위한 사업, 국가 발전시키기 위한 대책, 주민이 스스로 성장하기 위한 모임",
        "- 성과가 창출되는 물길, 성과를 창출하는 사업",
        "- 전년 90%보다 5%p 상향, 증가폭 5%p보다 큰 지역",
    ],
)
def test_right_words_that_look_alike_are_no_findings(text):
    assert list(known_slips(text)) == []


def test_the_ending_of_a_rate_is_good_to_know_only():
    [finding] = found_in("misspelt", "- 복원 성공율 상승")

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "rate")
    assert (rate_ending("공"), rate_ending("비"), rate_ending("환")) == ("률", "율", "율")


def test_a_slip_inside_a_compound_is_found():
    nets = tuple(f"- 하천 관측체계 확충 {mark}" for mark in "가나다라마")

    [finding] = found_in("misspelt", *nets, "- 하천 관측", "- 하천관측체게 정비")

    assert (finding.facts["word"], finding.facts["likely"]) == ("하천관측체게", "하천관측체계")


def test_a_syllable_twice_is_found_where_the_word_stands_with_it_once():
    [finding] = found_in("misspelt", "- 물관리위원회 개최", "- 물관리위위원회 개최")

    assert (finding.facts["case"], finding.values) == ("stuttered", ("물관리위위원회", "물관리위원회"))
    assert found_in("misspelt", "- 위원회 개최", "- 회의 개최", "- 위원회회의 개최", "- 위원회의 의결") == []


def test_a_noun_that_is_joined_to_another_takes_no_object():
    [finding] = found_in("misspelt", "- 수질 감시활동을 강화와 자율 조정 확산을 통해 보전")

    assert finding.values == ("감시활동을", "감시활동")
    assert (
        found_in("misspelt", "- 감시활동의 강화와 조정", "- 감시활동을 강화하고 조정", "- 감시를 강화와 같은 뜻으로")
        == []
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("채널을 활용한 지원를 홍보", [("지원를", "지원을")]),
        ("조합와 협의", [("조합와", "조합과")]),
        ("지붕에 올린 기와, 청와대와 담장", []),
        ("자료를 모아 학교와 나눔", []),
        ("3% 상향한 14.7으로 설정", [("14.7으로", "14.7로")]),
        ("실적 92을 감안, 3로 설정", [("92을", "92를"), ("3로", "3으로")]),
        ("종로 3가 점포, 중앙 3로 12, 정책 2과 협의", []),
        ("14.7로 설정, 3으로 조정, 100으로 환산, 92를 감안, 41을 넘는 값, ’22로", []),
        ("글로벌기업(NVIDA 등)과 협력", [("NVIDA", "NVIDIA")]),
    ],
)
def test_a_particle_that_cannot_stand_behind_its_syllable_is_wrong(text, found):
    assert [(one.word, one.right) for one in known_slips(text) if not one.is_rate] == found


def test_a_misspelling_in_a_narrow_cell_stands_at_the_line_of_the_word():
    of = indicator(
        target=90,
        reason="최근 실적 평균에 비추어 도적적인 목표를 설정",
        standings=(Standing("reason", (0, 14), (41, 42)),),
    )

    [finding] = found_by("misspelt", plan(of))

    assert finding.place.line == 42
