"""Numbers as written: `92`, `(잠정) 92`, `신규`, `-`, `(4.0)`, `△0.7`, `7만` and `103.9 (’22.11)` stay different things.

This module is the grammar of figures in Korean official tables; the words it knows are listed at its top.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from uigwe.values.interval import Interval
from uigwe.values.number import EXACT

SCALES = {"천": 3, "만": 4, "십만": 5, "백만": 6, "천만": 7, "억": 8, "조": 12}
NEW = ("신규",)
NONE = ("", "-", "–", "―", "‐", "－", "ㅡ", "·", "해당없음")
PROVISIONAL = ("잠정", "추정", "예상", "추계")
MINUS = r"△▲▽▼−–\-"

_NUMBER = re.compile(
    rf"(?P<sign>[{MINUS}])?\s*(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<scale>십만|백만|천만|천|만|억|조)?"
)
# A date in brackets beside a number says that the year was not over: 103.9 (’22.11).
_AS_OF = re.compile(r"\(\s*[‘’'`´′]?\d{2,4}\s*\.\s*(?:1[0-2]|0?[1-9])\s*(?:월|월말|말)?\s*(?:기준|현재)?\s*\)")
_BRACKETS = re.compile(r"[()\[\]〔〕]")
_STATE = re.compile(rf"\(?\s*(?:{'|'.join((*PROVISIONAL, *NEW))})(?:치|값)?\s*\)?")


class State(StrEnum):
    """What kind of thing stands in a cell of results."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    NEW = "new"
    NONE = "none"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Written:
    """A cell as printed and as understood. `step` is one unit of the last printed digit (0.1 for `87.5`, 10000 for `7만`)."""

    text: str
    state: State
    value: Decimal | None = None
    step: Decimal | None = None
    unit: str = ""

    @property
    def interval(self) -> Interval | None:
        """What the number may have been before it was rounded to be printed; None where there is no number."""
        if self.value is None or self.step is None:
            return None
        return Interval.around(self.value, self.step)


def step_of(digits: str, scale: int = 0) -> Decimal:
    """One unit of the last printed digit: `step_of("87.5")` is 0.1."""
    decimals = len(digits.partition(".")[2])
    return Decimal(1).scaleb(scale - decimals)


def read_number(text: str, unit: str = "") -> Written:
    """Understand one cell of an indicator in `unit`: `118.9조원` is 118.9 for an indicator in 조원 and 118900000000000 otherwise.

    Never guesses: words that are not a number come back as `text` with no value.
    """
    return _read(text, unit)


@lru_cache(maxsize=4096)
def _read(text: str, unit: str) -> Written:
    """The same for a cell that is asked again: one figure is read by many checks."""
    cell = " ".join(text.split())
    if cell in NONE:
        return Written(text, State.NONE)
    if cell.strip("()[] ") in NEW:
        return Written(text, State.NEW)
    core = _AS_OF.sub(" ", cell)
    if not re.search(r"\d", core):
        core = cell  # a date stands beside a number: (12.5) alone is the number
    provisional = any(word in cell for word in PROVISIONAL) or core != cell
    core = _STATE.sub(" ", core)
    core = _BRACKETS.sub(" ", core).strip(" *※")
    core = _without_unit(core, unit)
    match = _NUMBER.match(core)
    rest = core[match.end() :].strip() if match else core
    if not match or not _is_unit(rest):
        return Written(text, State.TEXT)
    digits = match["digits"].replace(",", "")
    scale = SCALES.get(match["scale"] or "", 0)
    value = EXACT.multiply(Decimal(digits), Decimal(1).scaleb(scale))
    if match["sign"]:
        value = -value
    state = State.PROVISIONAL if provisional else State.FINAL
    return Written(text, state, value, step_of(digits, scale), rest)


def _without_unit(core: str, unit: str) -> str:
    """A number of an indicator in 조원 may be printed with 조원, with 조, or bare; `조원, 누적` is still 조원."""
    plain_unit = unit.split(",")[0].strip()
    for ending in (plain_unit, plain_unit.removesuffix("원")):
        if ending and core.endswith(ending):
            return core.removesuffix(ending).rstrip()
    return core


def _is_unit(rest: str) -> bool:
    """Whether what follows a number is short enough and plain enough to be its unit: `%`, `%p`, `명`, `개사`, `백만원`."""
    return rest == "" or (len(rest) <= 6 and not re.search(r"\d", rest) and " " not in rest)
