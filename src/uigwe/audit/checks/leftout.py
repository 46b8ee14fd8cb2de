"""What a formula leaves out: the span, the mean or the money that the name speaks of, and how several marks become one."""

from collections.abc import Iterator

from uigwe.audit.case import Case
from uigwe.audit.figures import row_of
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text.measured import in_full, remarks
from uigwe.audit.words.measures import chosen_for, divided_by_target, marks_joined, untold
from uigwe.plan import Indicator, Use
from uigwe.plan.indicator import ANNEXED


def name_untold(case: Case) -> Iterator[Remark]:
    """The name says survival of three years, a monthly mean or so much for each 억원, and the formula knows nothing of it."""
    for indicator, use in case.plan.uses():
        found = untold(use.name, use.formula, f"{use.annexed_formula} {use.source}") if use.formula else None
        if found:
            kind, what = found
            level = Level.NOTICE if kind == "per" else Level.DOUBT
            yield _remark(
                level, indicator, use, {"what": what, "formula": use.formula, "case": kind}, (what, use.formula)
            )


def marks_unjoined(case: Case) -> Iterator[Remark]:
    """Several marks are made one, and neither a mean nor weights say how."""
    for indicator, use in case.plan.uses():
        found = marks_joined(use.formula)
        if found:
            facts = {"one": found[0], "other": found[1], "formula": use.formula}
            yield _remark(Level.NOTICE, indicator, use, facts, found)


def divided_by_own_target(case: Case) -> Iterator[Remark]:
    """The formula divides by what the office itself has set as a target: a lower target gives a higher result."""
    below = {use.code: read for use, read in remarks(tuple(case.prose.lines()), case.plan)}
    for indicator, use in case.plan.uses():
        whole, place = divided_by_target(use.name, use.formula), use.place_of("formula")
        told = in_full(below.get(use.code, ())) if not whole else None
        if told is not None:
            whole, place = divided_by_target(use.name, told.text), told.passage.place_at(told.start)
        if whole:
            facts = {"name": use.name, "whole": whole}
            places = tuple(dict.fromkeys((*row_of(indicator, use, "formula"), place)))
            yield Remark(Level.NOTICE, f"{indicator.id}@{use.code}", use.place, facts, places, (whole,))


def chosen_and_measured(case: Case) -> Iterator[Remark]:
    """Those who have grown so much are chosen, and how much they have grown is then the result."""
    for indicator, use in case.plan.uses():
        found = chosen_for(use.name, use.reason)
        if found:
            words, least = found
            facts = {"name": use.name, "words": words, "least": least}
            places = row_of(indicator, use, "reason")
            yield Remark(Level.NOTICE, f"{indicator.id}@{use.code}", use.place, facts, places, (words,))


def _remark(level: Level, indicator: Indicator, use: Use, facts: dict[str, str], values: tuple[str, ...]) -> Remark:
    annexed = [ANNEXED] if use.annexed_formula and not use.formula_of_annex else []
    places = row_of(indicator, use, "formula", *annexed)
    return Remark(level, f"{indicator.id}@{use.code}", use.place, {"name": use.name, **facts}, places, values)
