"""Misspellings, found without a dictionary."""

import pytest

from tests.audit.prose import found_in
from uigwe.audit.text.keyboard import is_slip, keys
from uigwe.audit.text.words import stem_of

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
