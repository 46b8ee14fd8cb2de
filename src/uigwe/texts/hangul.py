"""Finding words in Korean text: by initial consonants (ㅅㅅㄱㅇ finds 소상공인), while a syllable is still being typed, and whatever the spacing.

Its subject is the Hangul alphabet: a syllable's number is (initial × 21 + vowel) × 28 + final, counted from 가.
"""

import re
import unicodedata
from functools import lru_cache

FIRST = ord("가")
LAST = ord("힣")
VOWELS, FINALS = 21, 28
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"

# What may stand between two letters without parting them, and the many dots and quotes of official print.
_BETWEEN = r"[\s·‧･ㆍ・‘’“”'\"｢｣「」\-]*"
_IDLE = re.compile(r"[\s·‧･ㆍ・‘’“”'\"｢｣「」\-]+")

MAX_LENGTH = 60


def initials(text: str) -> str:
    """The initial consonants of the syllables of a text; other signs stay, spaces go: `소상공인 지원` is `ㅅㅅㄱㅇㅈㅇ`."""
    return "".join(
        INITIALS[(ord(letter) - FIRST) // (VOWELS * FINALS)] if FIRST <= ord(letter) <= LAST else letter
        for letter in unicodedata.normalize("NFC", text)
        if not letter.isspace()
    )


@lru_cache(maxsize=256)
def pattern(words: str) -> re.Pattern[str] | None:
    """A pattern that finds what was typed; None when nothing was. Linear in the text: it has no nested repetition."""
    letters = list(_IDLE.sub("", unicodedata.normalize("NFC", words))[:MAX_LENGTH])
    if not letters:
        return None
    parts = [_letter(letter, last=index == len(letters) - 1) for index, letter in enumerate(letters)]
    return re.compile(_BETWEEN.join(parts), re.IGNORECASE)


def find(words: str, text: str) -> tuple[int, int] | None:
    """Where in a text the words stand, or None."""
    wanted = pattern(words)
    match = wanted.search(text) if wanted else None
    return match.span() if match else None


def _letter(letter: str, last: bool) -> str:
    if letter in INITIALS:
        start = FIRST + INITIALS.index(letter) * VOWELS * FINALS
        return f"[{letter}{chr(start)}-{chr(start + VOWELS * FINALS - 1)}]"
    number = ord(letter) - FIRST
    if last and FIRST <= ord(letter) <= LAST and number % FINALS == 0:
        # 시 may become 실: a last syllable without a final consonant is still being typed.
        return f"[{letter}-{chr(ord(letter) + FINALS - 1)}]"
    return re.escape(letter)
