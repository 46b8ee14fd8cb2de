"""Other values in the cells of a text: longer and shorter numbers, the same in every place that prints them."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts import IN_TABLES
from uigwe.plan import Indicator, Plan, Printing
from uigwe.values import State, read_number

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


SHAPES = ("{n}", "{n}", "{n}%", "{n}명", "△{n}", "-{n}", "({n})", "{n}개사", "{n}점", "{n}만")


def with_other_values(text: str, plan: Plan, seed: int = 0, shapes: Sequence[str] = ("{n}",)) -> tuple[str, Plan]:
    """The text with another number wherever one value stands alone between spaces on its line, and the plan that says so."""
    dice = random.Random(seed)
    lines = text.split("\n")
    changed = [_changed(indicator, lines, dice, shapes) for indicator in plan.indicators]
    return "\n".join(lines), replace(plan, indicators=tuple(changed))


def _changed(indicator: Indicator, lines: list[str], dice: random.Random, shapes: Sequence[str]) -> Indicator:
    given: dict[tuple[object, ...], str] = {}
    printings = []
    for one in indicator.printings:
        at = (one.place.line or 0) - 1
        written = one.written
        alone = re.compile(rf"(?<!\S){re.escape(written)}(?!\S)")
        usable = one.kind in IN_TABLES and one.state in (State.FINAL, State.PROVISIONAL) and _NUMBER.search(written)
        if usable and len(alone.findall(lines[at])) == 1:
            shaped = shapes if _NUMBER.fullmatch(written) else ("{n}",)
            new = given.setdefault(
                (one.kind, one.year, one.value), _NUMBER.sub(dice.choice(shaped).format(n=_number(dice)), written, 1)
            )
            lines[at] = alone.sub(new, lines[at])
            printings.append(
                replace(
                    one, written=new, value=read_number(new, indicator.unit).value, state=_state(one, new, indicator)
                )
            )
        else:
            printings.append(one)
    return replace(indicator, printings=tuple(printings))


def _state(one: Printing, written: str, indicator: Indicator) -> State:
    return State.PROVISIONAL if one.state is State.PROVISIONAL else read_number(written, indicator.unit).state


def _number(dice: random.Random) -> str:
    size = dice.randint(1, 6)
    whole = dice.randint(10 ** (size - 1), 10**size - 1)
    grouped = f"{whole:,}"
    return grouped if size > 3 or dice.random() < 0.5 else f"{grouped}.{dice.randint(1, 9)}"
