"""Reasons of plans in near words: the build of a printed reason with all its notes kept, its words, order, endings and signs varied.

A template of `near.jsonl` holds slots `{a|b|c}`; `varied` fills each of them with its first word but one at a time, so that every word is
tried by itself, and all of them at once in a few further lines. What a line comes to is that of its template.
"""

import json
import random
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from tests.reasons.roles import Told

YEAR = 2024
WORDS = {
    "MEAN": "평균|평균값|평균치|산술평균|산술평균값|평균 수준|단순평균",
    "RESULT": "실적|실적치|실적값|성과|달성치|달성도",
    "WINDOW": "최근 3년|최근 3개년|직전 3년|지난 3개년|과거 3년|최근 3년간|최근 3년(21~23)|최근 3개년도(’21~’23년)|3개년(’21～’23년)|최근 세 해",
    "LAST": "전년|전년도|작년|지난해|직전 연도|직전년도",
    "BOLDLY": "도전적으로|적극적으로|의욕적으로|공격적으로|과감하게",
    "SETS": "설정|산정|책정|제시|결정|정함|잡음|설정함|책정하였음|설정하고자 함|정하였음",
    "RATE": "증가율|신장률|상승률|성장률",
}
SLOT = re.compile(r"\{([^{}]*)\}")


def varied(template: str, more: int = 4) -> Iterator[str]:
    """The template with one slot at a time in each of its words, and some with words chosen for all of them."""
    slots = [WORDS.get(one, one).split("|") for one in SLOT.findall(template)]
    first = [0] * len(slots)
    chosen = [[*first[:at], word, *first[at + 1 :]] for at, words in enumerate(slots) for word in range(len(words))]
    chance = random.Random(template)
    chosen += [[chance.randrange(len(words)) for words in slots] for _ in range(more)]
    for choice in dict.fromkeys(map(tuple, chosen)):
        words = iter([slot[word] for slot, word in zip(slots, choice, strict=True)])
        yield SLOT.sub(lambda _, words=words: next(words), template)  # type: ignore[misc]


def families() -> dict[str, list[Told]]:
    """The lines of each family."""
    found: dict[str, list[Told]] = {}
    with Path(__file__).with_name("near.jsonl").open(encoding="utf-8") as file:
        for one in map(json.loads, file):
            history = {int(year): value for year, value in one["history"].items()}
            lines = [Told(text, Decimal(one["worth"]), history) for text in varied(one["text"])]
            found.setdefault(one["family"], []).extend(lines)
    return found
