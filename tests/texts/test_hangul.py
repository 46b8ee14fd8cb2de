"""Finding words in Korean text."""

import pytest

from uigwe.texts.hangul import find, initials


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("소상공인", "소상공인 손실보상금"),
        ("ㅅㅅㄱㅇ", "소상공인 손실보상금"),
        ("ㅅㅅㄱㅇㅅㅅ", "소상공인 손실보상금"),
        ("손실보상금지급률", "소상공인 손실보상금 지급률"),
        ("손실 보상금", "소상공인 손실보상금"),
        ("소상공이", "소상공인 지원"),
        ("소ㅅ공", "소상공인 지원"),
        ("중소벤처", "중소･벤처기업"),
        ("ip", "IP 보호"),
        ("4131", "4131 소상공인 지원(기금)"),
        ("%)", "생존율(%)"),
    ],
)
def test_words_are_found(words, text):
    assert find(words, text)


@pytest.mark.parametrize(
    ("words", "text"),
    [("소상공인", "중소기업"), ("ㄱㅅ", "소상공인"), ("", "소상공인"), ("  ", "소상공인"), (".*", "소상공인")],
)
def test_other_words_are_not(words, text):
    assert find(words, text) is None


def test_the_span_covers_what_is_printed_with_its_spaces():
    start, end = find("손실보상금지급", "소상공인 손실 보상금 지급률")

    assert "소상공인 손실 보상금 지급률"[start:end] == "손실 보상금 지급"


def test_initials_of_a_name():
    assert initials("소상공인 지원 2023") == "ㅅㅅㄱㅇㅈㅇ2023"


def test_a_long_hostile_query_ends_soon():
    assert find("ㄱ" * 5000, "가 " * 5000)
