"""Korean particles: 은/는, 이/가, 을/를, 과/와, 으로/로, 이다/다 picked by how the word before them is read aloud."""

import string
import unicodedata
from collections.abc import Mapping
from typing import Any

PAIRS = {
    "은/는": ("은", "는"),
    "이/가": ("이", "가"),
    "을/를": ("을", "를"),
    "과/와": ("과", "와"),
    "으로/로": ("으로", "로"),
    "이라/라": ("이라", "라"),
    "이며/며": ("이며", "며"),
    "입니다": ("입니다", "입니다"),
}

# A particle stands behind the quote and fits the word before it.
QUOTES = ("’", "”", "'", '"')

# Whether the last sound is a consonant, for what is not Hangul. Digits as read in Korean: 영 일 이 삼 사 오 육 칠 팔 구.
_DIGITS = {
    "0": True,
    "1": True,
    "2": False,
    "3": True,
    "4": False,
    "5": False,
    "6": True,
    "7": True,
    "8": True,
    "9": False,
}
_LETTERS_WITH_CONSONANT = frozenset("lmnr")
_SIGNS = {"%": False, "℃": False, "$": False}
_RIEUL_DIGITS = frozenset("178")
_SKIPPED = frozenset(" .,·’'\"”)]}」｣>…")


def has_final(word: str) -> bool:
    """Whether the word, read aloud, ends in a consonant."""
    last = _last(word)
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 != 0
    if last in _DIGITS:
        return _DIGITS[last]
    if last.lower() in _LETTERS_WITH_CONSONANT:
        return True
    return _SIGNS.get(last, False)


def ends_in_rieul(word: str) -> bool:
    """Whether the last sound is ㄹ, after which 로 and not 으로 stands."""
    last = _last(word)
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 == 8
    return last in _RIEUL_DIGITS or last.lower() in "lr"


def with_particle(word: str, pair: str) -> str:
    """The word and the particle that fits it: `with_particle("목표", "은/는")` is `목표는`."""
    after_consonant, after_vowel = PAIRS[pair]
    final = has_final(word) and not (pair == "으로/로" and ends_in_rieul(word))
    return word + (after_consonant if final else after_vowel)


class Sentences(string.Formatter):
    """`str.format` with particles: `{name:은/는}`, and behind a closing quote `‘{name:’은/는}`.

    A missing fact is an error of ours, not an empty place.
    """

    def format_field(self, value: Any, format_spec: str) -> str:
        """A fact, with its particle when one is asked for."""
        quote, pair = format_spec[:1], format_spec[1:]
        if quote in QUOTES and pair in PAIRS:
            word = str(value)
            return f"{word}{quote}{with_particle(word, pair).removeprefix(word)}"
        return with_particle(str(value), format_spec) if format_spec in PAIRS else str(value)


def _last(word: str) -> str:
    stripped = word.rstrip("".join(_SKIPPED))
    last = stripped[-1:] or " "
    if last.isnumeric() and last not in _DIGITS:
        return str(int(unicodedata.numeric(last)))[-1]  # ③ and Ⅲ are read like 3
    return last


_FILL = Sentences()


def fill(template: str, facts: Mapping[str, str]) -> str:
    """A template with its facts put in and particles picked."""
    return _FILL.vformat(template, (), facts)
