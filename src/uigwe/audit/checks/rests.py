"""What a target rests on that is not its own: the figure of another statistic, acts that the formula does not count."""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.derive import facts_of
from uigwe.audit.figures import decimals_of, row_of
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text.measured import remarks
from uigwe.audit.words.acts import counted_otherwise
from uigwe.audit.words.reasons import base_named, before_notes, is_rate_or_mark, rounding_said, starts_from_figure
from uigwe.formulas import FormulaProblem, Node, read_basis
from uigwe.formulas.tree import Infix, Number, Past, Suffix, Years, walk
from uigwe.plan import Indicator, Use
from uigwe.reasons import Confidence, Reading
from uigwe.values import plain, rounded

# What lies so far beyond all results is not one of them, nor their mean.
_BEYOND = Decimal("0.05")


def foreign_base(case: Case) -> Iterator[Remark]:
    """The target is raised from a printed figure that is none of the indicator's results, although it has results of its own."""
    for indicator, use in case.plan.uses():
        past = [cell for _, cell in sorted(indicator.history(use).items()) if cell.value is not None]
        if not past or not is_rate_or_mark(indicator.unit):
            continue
        base = _base(_basis(case, indicator, use))
        known = [cell.value for cell in past if cell.value is not None]
        known += [one.value for one in facts_of(indicator, use).targets.values() if one.value is not None]
        if base is None or min(known) * (1 - _BEYOND) <= base <= max(known) * (1 + _BEYOND):
            continue
        words = base_named(use.reason, plain(base))
        if words:
            latest, target = past[-1], indicator.target(use)
            facts = {"name": use.name, "base": words, "year": str(latest.year), "result": latest.written}
            facts |= {"target": target.written if target else "-"}
            places = row_of(indicator, use, "reason")
            yield Remark(Level.DOUBT, _object(indicator, use), use.place, facts, places, (words, latest.written))


def measures_otherwise(case: Case) -> Iterator[Remark]:
    """The reason says which acts are measured, and the formula counts others beside those of both."""
    for indicator, use in case.plan.uses():
        found = counted_otherwise(use.reason, use.formula)
        if found:
            told, counted = found
            facts = {"name": use.name, "told": told, "counted": counted, "formula": use.formula}
            places = row_of(indicator, use, "reason", "formula")
            yield Remark(Level.NOTICE, _object(indicator, use), use.place, facts, places, (told, counted))


def rounding_not_kept(case: Case) -> Iterator[Remark]:
    """The words say to which digit is rounded, and the target is the figure rounded to another."""
    below = {use.code: read for use, read in remarks(tuple(case.prose.lines()), case.plan)}
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        if target is None or target.value is None:
            continue
        told = [(use.reason, use.place_of("reason"))]
        told += [(one.text, one.places[-1]) for one in below.get(use.code, ())]
        for text, place in told:
            said = rounding_said(text)
            if said and (computed := _rounded_otherwise(said, target.value)):
                words, figure = said[0], plain(said[1])
                facts = {"name": use.name, "figure": figure, "words": words}
                facts |= {"computed": computed, "target": target.written}
                places = tuple(dict.fromkeys((*row_of(indicator, use, "reason"), place)))
                values = (figure, words, target.written)
                yield Remark(Level.NOTICE, _object(indicator, use), target.place, facts, places, values)
                break


def _rounded_otherwise(said: tuple[str, Decimal, int, str], target: Decimal) -> str:
    """What the figure is when rounded as said, where the target is the figure rounded to another digit; else empty."""
    _, figure, kept, way = said
    meant = rounded(figure, kept, way)
    others = {rounded(figure, digits, way) for digits in range(decimals_of(figure))}
    return plain(meant) if meant != target and target in others else ""


def _basis(case: Case, indicator: Indicator, use: Use) -> Node | None:
    """The stated basis; where there is none, the one that the reason surely says."""
    basis = use.basis
    if not basis and starts_from_figure(use.reason):
        read = case.reading(indicator, use, before_notes(use.reason))
        basis = read.basis if isinstance(read, Reading) and read.confidence is Confidence.SURE else ""
    try:
        return read_basis(basis, indicator.unit) if basis else None
    except FormulaProblem:
        return None


def _base(node: Node | None) -> Decimal | None:
    """The figure that a basis without any past value raises by per cent or points: 54.4 of `54.4 + 5 %p`."""
    if not isinstance(node, Infix) or not isinstance(node.left, Number) or node.left.suffix is not Suffix.NONE:
        return None
    if any(isinstance(part, (Past, Years)) for part in walk(node)):
        return None
    right = [part for part in walk(node.right) if isinstance(part, Number)]
    changed = node.operator in "+-*" and any(part.suffix is not Suffix.NONE for part in right)
    return node.left.value if changed else None


def _object(indicator: Indicator, use: Use) -> str:
    return f"{indicator.id}@{use.code}"
