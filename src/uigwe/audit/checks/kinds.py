"""Kinds of indicators: input to outcome, quantitative or qualitative, of a goal or of its task; like ones should be of like kind."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.words.formulas import is_satisfaction, is_survey, says_words
from uigwe.audit.words.kinds import OUTCOME, QUANTITATIVE, is_output, is_own_act
from uigwe.plan import Indicator, Part, Place, Use
from uigwe.values import State

_MOST = Fraction(2, 3)
_ENOUGH = 3

_Pair = tuple[Indicator, Use]


def like_but_other(case: Case) -> Iterator[Remark]:
    """One indicator is qualitative where those in the same unit are quantitative, or one satisfaction an output beside outcomes."""
    measured = [pair for pair in case.plan.uses() if _is_number(*pair)]
    by_unit: dict[str, list[_Pair]] = {}
    for indicator, use in measured:
        if indicator.unit and not is_satisfaction(use.name):
            by_unit.setdefault(indicator.unit, []).append((indicator, use))
    told: set[str] = set()
    for unit, pairs in by_unit.items():
        for remark in _odd_ones(pairs, "quantification", unit):
            told.add(remark.object)
            yield remark
    marks = [pair for pair in measured if is_satisfaction(pair[1].name)]
    asked = [pair for pair in measured if pair in marks or is_survey(pair[1].name, pair[1].formula, pair[1].source)]
    yield from (one for one in _odd_ones(asked, "quantification", "") if one.object not in told)
    yield from _odd_ones(marks, "nature", "")
    # Bills brought in and plans announced are counted alike, in whatever unit.
    acts = [pair for pair in measured if is_own_act(pair[1].name)]
    yield from (one for one in _odd_ones(acts, "quantification", "") if one.object not in told)
    done = [pair for pair in case.plan.uses() if is_own_act(pair[1].name)]
    for one in _odd_ones(done, "nature", ""):
        yield replace(one, level=Level.NOTICE, facts={**one.facts, "case": "acts"})
    yield from _words_as_numbers(case)


def _words_as_numbers(case: Case) -> Iterator[Remark]:
    """What is called quantitative is to be reached in words: there is no number to reach."""
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        if use.quantification != QUANTITATIVE or target is None or target.value is not None:
            continue
        if target.state is State.TEXT and says_words(target.written):
            facts = {"name": use.name, "kind": use.quantification, "target": target.written, "case": "words"}
            places = (use.place, target.place, *_in_annex(indicator, use))
            values = (use.quantification, target.written)
            yield Remark(Level.DOUBT, f"{indicator.id}@{use.code}", use.place, facts, places, values)


def own_acts(case: Case) -> Iterator[Remark]:
    """What counts the ministry's own acts is called an outcome: measures drawn up, bills brought in, plans announced."""
    for indicator in case.plan.indicators:
        uses = [use for use in indicator.uses if use.nature == OUTCOME]
        found = [use for use in uses if is_own_act(use.name) or is_own_act(use.formula)]
        if found:
            use, places = found[0], tuple(use.place for use in found)
            facts = {"name": use.name, "nature": use.nature, "formula": use.formula}
            places += tuple(place for one in found for place in _in_annex(indicator, one))
            yield Remark(Level.DOUBT, f"{indicator.id}@{use.code}", use.place, facts, places, (use.nature,))


def outputs(case: Case) -> Iterator[Remark]:
    """What counts how much was done or how many were served is called an outcome: firms supported, people trained."""
    for indicator, use in case.plan.uses():
        if use.nature == OUTCOME and is_output(use.name, indicator.unit) and not is_own_act(use.name):
            facts = {"name": use.name, "nature": use.nature}
            places = (use.place, *_in_annex(indicator, use))
            yield Remark(Level.NOTICE, f"{indicator.id}@{use.code}", use.place, facts, places, (use.nature,))


def of_goal_and_task(case: Case) -> Iterator[Remark]:
    """One indicator measures a goal and also a task below it: the goal then says no more than that task."""
    for indicator in case.plan.indicators:
        for upper in indicator.uses:
            below = [use for use in indicator.uses if use.code.startswith(f"{upper.code}-")]
            if below:
                facts = {
                    "name": upper.name,
                    "upper": upper.code,
                    "lower": ", ".join(use.code for use in below),
                }
                places = (upper.place, *(use.place for use in below))
                object = f"{indicator.id}@{upper.code}"
                yield Remark(Level.NOTICE, object, upper.place, facts, places, (upper.name,))


def _is_number(indicator: Indicator, use: Use) -> bool:
    target = indicator.target(use)
    return target is not None and target.value is not None


def _odd_ones(pairs: list[_Pair], field: str, unit: str) -> Iterator[Remark]:
    pairs = [pair for pair in pairs if getattr(pair[1], field)]
    counts = Counter(getattr(use, field) for _, use in pairs)
    if len(counts) < 2:
        return
    [(usual, most)] = counts.most_common(1)
    if most < _ENOUGH or Fraction(most, len(pairs)) < _MOST:
        return
    like = next(use for _, use in pairs if getattr(use, field) == usual)
    for indicator, use in pairs:
        kind = getattr(use, field)
        if kind != usual:
            facts = {
                "name": use.name,
                "kind": kind,
                "usual": usual,
                "count": str(most),
                "of": str(len(pairs)),
                "unit": unit or "-",
                "other_name": like.name,
                "case": field,
            }
            object = f"{indicator.id}@{use.code}"
            places = (use.place, *_in_annex(indicator, use), like.place)
            yield Remark(Level.DOUBT, object, use.place, facts, places, (kind, usual))


def _in_annex(indicator: Indicator, use: Use) -> tuple[Place, ...]:
    """Where the annex prints the indicator for this use: its kind stands there."""
    printed = (one.place for one in indicator.printings if one.place.part is Part.ANNEX and one.place.code == use.code)
    return tuple(dict.fromkeys(printed))[:1]
