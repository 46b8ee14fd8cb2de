"""How many keystrokes apart two names are: a syllable is its initial, its vowel and its final."""

from functools import lru_cache

_FIRST, _LAST = 0xAC00, 0xD7A3
_VOWELS, _FINALS = 21, 28


@lru_cache(maxsize=4096)
def letters(text: str) -> tuple[int, ...]:
    """A text as its letters: each Hangul syllable taken apart, any other sign as it is."""
    found: list[int] = []
    for sign in text:
        number = ord(sign) - _FIRST
        if 0 <= number <= _LAST - _FIRST:
            found.append(0x1100 + number // (_VOWELS * _FINALS))
            found.append(0x1161 + number // _FINALS % _VOWELS)
            if number % _FINALS:
                found.append(0x11A7 + number % _FINALS)
        else:
            found.append(ord(sign))
    return tuple(found)


def distance(one: str, other: str, limit: int) -> int:
    """The number of letters to put in, take out or change; `limit` + 1 as soon as it is more than the limit."""
    a, b = letters(one), letters(other)
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before = list(range(len(b) + 1))
    for row, letter in enumerate(a, 1):
        now = [row]
        for column, other_letter in enumerate(b, 1):
            change = before[column - 1] + (letter != other_letter)
            now.append(min(before[column] + 1, now[column - 1] + 1, change))
        if min(now) > limit:
            return limit + 1
        before = now
    return before[-1]


def missing_from(short: str, long: str) -> int | None:
    """How many signs the short name leaves out of the long one, in order; None when it is not made of its signs."""
    rest = iter(long)
    if not all(sign in rest for sign in short):
        return None
    return len(long) - len(short)
