"""How an indicator is measured: formulas, scales, units, surveys, sources."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.figures import row_of, total_of
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text.alike import one_numerator, repeats
from uigwe.audit.text.asked import is_sample_untold, is_scale_untold, tells_of_survey
from uigwe.audit.text.measured import other_people, other_records, remarks, weighted_formula, weights_in
from uigwe.audit.words.formulas import (
    counts_one_year,
    counts_something,
    is_difference_of_rates,
    is_part_of_whole,
    is_satisfaction,
    is_survey,
    is_target_basis,
    lacks_hundred,
    looks_like_formula,
    names_sample,
    says_cumulative,
    scale_points,
    takes_ratio_for_change,
    unfit_unit,
    weights_of,
)
from uigwe.audit.words.kinds import sets_target
from uigwe.audit.words.measures import classes_unchosen, converted_unsaid, group_untold, narrower
from uigwe.audit.words.names import squeezed
from uigwe.audit.words.numbers import is_bare_number
from uigwe.plan import Indicator, Name, Plan, Use
from uigwe.plan.indicator import ANNEXED
from uigwe.values import is_percentage, is_unit, plain, split_unit, to_won

_HUNDRED = Decimal(100)
# A mark of at most five beside marks of more than twenty: a scale of five points beside one of a hundred.
_SMALL, _LARGE = Decimal(5), Decimal(20)
# What adds up to far less or more than a hundred was not meant as weights.
_LOW, _HIGH = Decimal(50), Decimal(150)
# What stands in brackets and is this long is a remark and no unit.
_REMARK = 6


def formula_is_target(case: Case) -> Iterator[Remark]:
    """The formula tells how the target was set, not how the result will be measured."""
    for indicator, use in case.plan.uses():
        if is_target_basis(use.formula):
            yield _remark(Level.DOUBT, indicator, use, {"formula": use.formula}, (use.formula,))
        elif told := next((text for text in (use.formula, use.source) if sets_target(text)), ""):
            yield _remark(Level.DOUBT, indicator, use, {"formula": told, "case": "within"}, (sets_target(told),))


def name_again(case: Case) -> Iterator[Remark]:
    """Where the formula of a rate should stand, its name stands again: what is divided by what is not said."""
    for indicator, use in case.plan.uses():
        if not is_percentage(indicator.unit) or not use.formula:
            continue
        if repeats(use.name, use.formula):
            yield _remark(Level.DOUBT, indicator, use, {"formula": use.formula}, (use.formula,))
        elif classes := classes_unchosen(use.formula):
            facts = {"formula": use.formula, "classes": classes, "case": "classes"}
            yield _remark(Level.DOUBT, indicator, use, facts, (classes,))


def beyond_reach(case: Case) -> Iterator[Remark]:
    """The share of a part in its whole is to pass 100 %."""
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        if indicator.unit != "%" or target is None or target.value is None or target.value <= _HUNDRED:
            continue
        if is_part_of_whole(use.name, use.formula):
            facts = {"formula": use.formula, "target": target.written}
            yield _remark(Level.DOUBT, indicator, use, facts, (target.written,))


def scale_not_converted(case: Case) -> Iterator[Remark]:
    """People mark on a scale of five points, and the target is beyond it; nothing says how one becomes the other."""
    for indicator, use in case.plan.uses():
        scale = scale_points(use.formula)
        target = indicator.target(use)
        if points := converted_unsaid(use.formula):
            facts = {"points": points, "formula": use.formula, "case": "rule"}
            yield _remark(Level.NOTICE, indicator, use, facts, (points, use.formula))
        if scale is None or target is None or target.value is None or target.value <= scale[0] * scale[1]:
            continue
        most, items = scale
        facts = {"points": str(most), "target": target.written}
        if items > 1:
            facts |= {"items": str(items), "most": str(most * items), "case": "added"}
        yield _remark(Level.DOUBT, indicator, use, facts, (target.written, str(most)))


def scales_mixed(case: Case) -> Iterator[Remark]:
    """Like marks on two scales: a satisfaction of 4.5 beside others of 90."""
    marks = [
        (indicator, use, target)
        for indicator, use in case.plan.uses()
        if is_satisfaction(use.name) and (target := indicator.target(use)) and target.value is not None
    ]
    large = [one for one in marks if one[2].value is not None and one[2].value > _LARGE]
    for indicator, use, target in marks:
        if target.value is not None and target.value <= _SMALL and len(large) >= 2:
            other = large[0]
            facts = {"target": target.written, "other_name": other[1].name, "other": other[2].written}
            yield _remark(Level.NOTICE, indicator, use, facts, (target.written, other[2].written))


def survey_without_sample(case: Case) -> Iterator[Remark]:
    """A survey of which neither the formula nor the source says who is asked or how many; marks of which also the scale is not said."""
    below = {use.code: read for use, read in remarks(tuple(case.prose.lines()), case.plan)}
    for indicator, use in case.plan.uses():
        cells = f"{use.formula} {use.source}"
        told = " ".join([cells, *(one.text for one in below.get(use.code, ()) if tells_of_survey(one.text))])
        surveyed = is_survey(use.name, use.formula, use.source)
        kind = ""
        if surveyed and not names_sample(use.formula, use.source):
            kind = "nobody"
        elif is_sample_untold(told):
            kind = "sample"
        elif surveyed and is_satisfaction(use.name) and is_scale_untold(told):
            kind = "scale"
        if kind:
            facts = {"formula": use.formula, "source": use.source} | ({"case": kind} if kind != "nobody" else {})
            yield _remark(Level.NOTICE, indicator, use, facts)


def formula_in_full(case: Case) -> Iterator[Remark]:
    """The table divides one thing by another, and the prose below adds up weighted parts: two formulas for one indicator."""
    own = {id(use): indicator for indicator, use in case.plan.uses()}
    for use, read in remarks(tuple(case.prose.lines()), case.plan):
        told = weighted_formula(read)
        if told is None or not use.formula or weights_in(use.formula):
            continue
        weights, at = told
        place = at.passage.place_at(at.start)
        shown = " + ".join(f"{weight}%" for weight in weights)
        facts = {"name": use.name, "formula": use.formula, "parts": str(len(weights)), "weights": shown}
        indicator = own[id(use)]
        places = (*row_of(indicator, use, "formula"), place)
        yield Remark(Level.DOUBT, f"{indicator.id}@{use.code}", use.place, facts, places, (use.formula, shown))


def records_differ(case: Case) -> Iterator[Remark]:
    """The source of an indicator names one set of records, and the prose that says how it is measured another."""
    own = {id(use): indicator for indicator, use in case.plan.uses()}
    for use, read in remarks(tuple(case.prose.lines()), case.plan):
        told = other_records(use.source, read)
        if told is None:
            continue
        place = told.passage.place_at(told.start)
        facts = {"name": use.name, "source": use.source, "other": told.text}
        indicator = own[id(use)]
        places = (*row_of(indicator, use, "source"), place)
        yield Remark(Level.DOUBT, f"{indicator.id}@{use.code}", place, facts, places, (use.source, told.text))


def numerator_shared(case: Case) -> Iterator[Remark]:
    """One ratio is taken from another, and both have the same numerator: part of which whole it is, is not said."""
    for indicator, use in case.plan.uses():
        found = one_numerator(use.formula)
        if found:
            top, below, under = found
            facts = {"formula": use.formula, "top": top, "one": below, "other": under}
            yield _remark(Level.DOUBT, indicator, use, facts, (top,))


def others_counted(case: Case) -> Iterator[Remark]:
    """The name speaks of one kind of people or firms, and the formula counts another kind."""
    for indicator, use in case.plan.uses():
        if counted := other_people(use):
            facts = {"formula": use.formula, "counted": counted}
            yield _remark(Level.DOUBT, indicator, use, facts, (use.name, counted))
        elif use.formula and (group := group_untold(use.name, f"{use.formula} {use.annexed_formula} {use.source}")):
            facts = {"formula": use.formula, "counted": group, "case": "wider"}
            yield _remark(Level.NOTICE, indicator, use, facts, (group, use.formula))
        elif only := narrower(use.name, use.formula):
            facts = {"formula": use.formula, "counted": only, "case": "narrower"}
            yield _remark(Level.NOTICE, indicator, use, facts, (use.name, only))


def source_is_formula(case: Case) -> Iterator[Remark]:
    """Where the source should stand, a formula stands, perhaps that of another indicator."""
    formulas = _formulas(case.plan)
    for indicator, use in case.plan.uses():
        if counts_something(use.source):
            yield _remark(
                Level.DOUBT,
                indicator,
                use,
                {"source": use.source, "other": "-", "case": "counted"},
                (use.source,),
                field="source",
            )
            continue
        if not looks_like_formula(use.source):
            continue
        other = formulas.get(squeezed(use.source))
        facts = {"source": use.source, "other": other.name if other else "-", "case": "other" if other else "formula"}
        yield _remark(Level.DOUBT, indicator, use, facts, (use.source,), field="source")


def rates_apart(case: Case) -> Iterator[Remark]:
    """The formula takes one rate from another, which gives percentage points, and the unit is %."""
    for indicator, use in case.plan.uses():
        if indicator.unit == "%" and is_difference_of_rates(use.formula):
            yield _remark(Level.DOUBT, indicator, use, {"formula": use.formula, "unit": "%", "meant": "%p"}, ("%",))


def ratio_for_change(case: Case) -> Iterator[Remark]:
    """The name is that of a change, and the formula divides the later by the earlier: no change at all gives 100."""
    for indicator, use in case.plan.uses():
        if is_percentage(indicator.unit) and takes_ratio_for_change(use.name, use.formula):
            target = indicator.target(use)
            facts = {"formula": use.formula, "target": target.written if target else "-"}
            yield _remark(Level.DOUBT, indicator, use, facts, (facts["target"], use.formula))


def cumulative_untold(case: Case) -> Iterator[Remark]:
    """The name or the unit says that the figures run on from year to year, and the formula counts no longer than a year."""
    for indicator, use in case.plan.uses():
        named = f"{use.name} {indicator.unit}"
        if use.formula and says_cumulative(named) and not says_cumulative(f"{use.formula} {use.source}"):
            target = indicator.target(use)
            facts = {"formula": use.formula, "unit": indicator.unit, "target": target.written if target else "-"}
            yield _remark(Level.NOTICE, indicator, use, facts, (facts["target"], use.formula))
        elif says_cumulative(use.formula) and (words := counts_one_year(use.source)):
            facts = {"formula": use.formula, "source": use.source, "words": words, "case": "year"}
            yield _remark(Level.DOUBT, indicator, use, facts, (use.formula, words), field="source")


def weights(case: Case) -> Iterator[Remark]:
    """The weights of a formula's parts do not add up to the whole."""
    for indicator, use in case.plan.uses():
        parts = weights_of(use.formula)
        added = total_of(parts)
        if len(parts) >= 2 and added not in (_HUNDRED, Decimal(1)) and _LOW <= added <= _HIGH:
            shown = " + ".join(plain(part) for part in parts)
            facts = {"formula": use.formula, "added": plain(added)}
            yield _remark(Level.ERROR, indicator, use, facts, (plain(added),), (f"{shown} = {plain(added)}",))


def without_hundred(case: Case) -> Iterator[Remark]:
    """The unit is %, and the formula divides and does not multiply by a hundred."""
    for indicator, use in case.plan.uses():
        if indicator.unit == "%" and lacks_hundred(use.formula):
            yield _remark(Level.NOTICE, indicator, use, {"formula": use.formula})


def unit_missing(case: Case) -> Iterator[Remark]:
    """A figure without a unit, in a plan whose other indicators have one."""
    if not any(indicator.unit for indicator in case.plan.indicators):
        return
    yield from _unit_elsewhere(case)
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        if target is None or target.value is None or _holds_unit(use.name):
            continue
        if not indicator.unit and is_bare_number(target.written):
            facts = {"target": target.written}
            yield _remark(Level.NOTICE, indicator, use, facts, (target.written,))


def _holds_unit(name: str) -> bool:
    """Whether the bracket of a name may be its unit: `(㎍/㎥)`, and not a remark such as `(예산 1억원당 방문자)`."""
    bracket = split_unit(name)[1]
    return "(" in name and (is_unit(bracket) or len(squeezed(bracket)) < _REMARK)


def _unit_elsewhere(case: Case) -> Iterator[Remark]:
    """Money, or a figure that runs on, whose unit its own table prints and another place that names the indicator does not."""
    named: dict[str, list[Name]] = defaultdict(list)
    for name in case.plan.names:
        named[name.object].append(name)
    for indicator, use in case.plan.uses():
        if use is not indicator.uses[0] or not (says_cumulative(indicator.unit) or to_won(Decimal(1), indicator.unit)):
            continue
        bare = [name for name in named[indicator.id] if "(" not in name.written and indicator.unit not in name.written]
        if bare and any("(" in name.written for name in named[indicator.id]):
            facts = {"name": use.name, "unit": indicator.unit, "case": "elsewhere"}
            places = tuple(dict.fromkeys((*(name.place for name in bare), *row_of(indicator, use))))
            values = (indicator.unit, bare[0].written)
            yield Remark(Level.NOTICE, f"{indicator.id}@{use.code}", bare[0].place, facts, places, values)


def unit_unfit(case: Case) -> Iterator[Remark]:
    """The name counts firms and the unit people, or the name people and the unit cases."""
    for indicator, use in case.plan.uses():
        counted = unfit_unit(use.name, indicator.unit)
        if counted:
            facts = {"unit": indicator.unit, "case": counted}
            yield _remark(Level.DOUBT, indicator, use, facts, (indicator.unit, use.name))


def _formulas(plan: Plan) -> dict[str, Use]:
    return {squeezed(use.formula): use for _, use in plan.uses() if use.formula}


def _remark(
    level: Level,
    indicator: Indicator,
    use: Use,
    facts: dict[str, str],
    values: tuple[str, ...] = (),
    steps: tuple[str, ...] = (),
    field: str = "formula",
) -> Remark:
    facts = {"name": use.name, **facts}
    # The annex that prints the same formula has the same fault.
    annexed = field == "formula" and use.annexed_formula and not use.formula_of_annex
    places = row_of(indicator, use, field, *([ANNEXED] if annexed else []))
    return Remark(level, f"{indicator.id}@{use.code}", use.place, facts, places, values, steps)
