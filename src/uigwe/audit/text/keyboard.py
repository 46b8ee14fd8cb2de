"""How a Korean word is typed, and whether two words are one slip of a finger apart, on the standard two-set keyboard."""

from collections.abc import Iterator
from functools import lru_cache

_FIRST, _LAST = ord("가"), ord("힣")
_VOWELS, _FINALS = 21, 28
# The keys of initials, vowels and finals in the order of the alphabet; a capital is a key with shift.
_INITIAL = ["r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"]
_VOWEL = [
    "k",
    "o",
    "i",
    "O",
    "j",
    "p",
    "u",
    "P",
    "h",
    "hk",
    "ho",
    "hl",
    "y",
    "n",
    "nj",
    "np",
    "nl",
    "b",
    "m",
    "ml",
    "l",
]
_FINAL = [
    "",
    "r",
    "R",
    "rt",
    "s",
    "sw",
    "sg",
    "e",
    "f",
    "fr",
    "fa",
    "fq",
    "ft",
    "fx",
    "fv",
    "fg",
    "a",
    "q",
    "qt",
    "t",
    "T",
    "d",
    "w",
    "c",
    "z",
    "x",
    "v",
    "g",
]
_VOWEL_KEYS = frozenset("yuiophjklbnmOP")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# Sounds that are alike: ㅐ and ㅔ, ㅒ and ㅖ.
_ALIKE = (frozenset("op"), frozenset("OP"))


@lru_cache(maxsize=65536)
def keys(word: str) -> str:
    """The keys of a word: `생산` is `todtks`."""
    found = []
    for sign in word:
        number = ord(sign) - _FIRST
        if 0 <= number <= _LAST - _FIRST:
            found.append(_INITIAL[number // (_VOWELS * _FINALS)])
            found.append(_VOWEL[number // _FINALS % _VOWELS])
            found.append(_FINAL[number % _FINALS])
        else:
            found.append(sign)
    return "".join(found)


def shorter(word: str) -> Iterator[str]:
    """The keys of a word with each one left out: two words one slip apart share one of these, or one is the other's."""
    typed = keys(word)
    for at in range(len(typed)):
        yield typed[:at] + typed[at + 1 :]


def is_slip(one: str, other: str, any_vowel: bool = False) -> bool:
    """Whether two words are one key left out, put in, changed for a neighbour (a vowel: for any other), or for the next one."""
    first, second = keys(one), keys(other)
    if abs(len(first) - len(second)) > 1 or first == second:
        return False
    begin = 0
    while begin < min(len(first), len(second)) and first[begin] == second[begin]:
        begin += 1
    end = 0
    while end < min(len(first), len(second)) - begin and first[-1 - end] == second[-1 - end]:
        end += 1
    left, right = first[begin : len(first) - end], second[begin : len(second) - end]
    if len(left) + len(right) == 1:
        return True
    if len(left) == len(right) == 1:
        return are_neighbours(left, right) or (any_vowel and left in _VOWEL_KEYS and right in _VOWEL_KEYS)
    return len(left) == len(right) == 2 and left == right[::-1]


@lru_cache(maxsize=4096)
def are_neighbours(one: str, other: str) -> bool:
    """Whether two keys lie side by side, are one key with and without shift, or stand for sounds that are alike."""
    if one.lower() == other.lower() or frozenset((one, other)) in _ALIKE:
        return True
    (row, column), (other_row, other_column) = _at(one.lower()), _at(other.lower())
    if row < 0 or other_row < 0:
        return False
    if row == other_row:
        return abs(column - other_column) == 1
    # Each row is set a little to the right of the one above it.
    upper, lower = (column, other_column) if row < other_row else (other_column, column)
    return abs(row - other_row) == 1 and upper - lower in (0, 1)


def _at(key: str) -> tuple[int, int]:
    for row, signs in enumerate(_ROWS):
        if key in signs:
            return row, signs.index(key)
    return -1, -1
