"""Figures as they stand on the page: malformed ones, differences in the wrong unit, parts that nearly make a target."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from uigwe.audit.case import Case
from uigwe.audit.figures import object_of, row_of, statements, total_of
from uigwe.audit.finding import Level, Remark
from uigwe.audit.money import all_blocks
from uigwe.audit.money import object_of as object_of_line
from uigwe.audit.text.listed import listed_targets
from uigwe.audit.words.numbers import broken_numbers, is_broken_number
from uigwe.formulas import FormulaProblem, read_basis
from uigwe.formulas.tree import Number, Suffix, walk
from uigwe.plan import Claim, Plan
from uigwe.values import EXACT, is_percentage, plain, rounded

_NEAR = Decimal("0.1")
_HUNDRED = Decimal(100)


def malformed(case: Case) -> Iterator[Remark]:
    """A printed figure is no number: two points, a comma in the wrong place, a stray sign."""
    for indicator in case.plan.indicators:
        for printing in indicator.printings:
            if is_broken_number(printing.written):
                facts = {"name": indicator.name, "written": printing.written}
                object = f"{indicator.id}@{printing.place.code}"
                yield Remark(Level.DOUBT, object, printing.place, facts, (printing.place,), (printing.written,))
        for use in indicator.uses:
            for field in ("reason", "formula"):
                text = str(getattr(use, field))
                for written in broken_numbers(text):
                    facts = {"name": use.name, "written": written}
                    place = use.place_of(field, max(0, text.find(written)))
                    row = tuple(dict.fromkeys((place, *row_of(indicator, use))))
                    yield Remark(Level.DOUBT, f"{indicator.id}@{use.code}", place, facts, row, (written,))
    for task in case.plan.tasks():
        for line in task.budget:
            for amount in line.amounts:
                if is_broken_number(amount.written):
                    facts = {"name": line.name, "written": amount.written}
                    object = object_of_line(task, line)
                    yield Remark(Level.DOUBT, object, line.place, facts, (line.place,), (amount.written,))
    yield from _half_bracketed(case.plan)
    for claim in case.plan.claims:
        if is_broken_number(claim.written):
            facts = {"name": claim.subject, "written": claim.written}
            yield Remark(Level.DOUBT, object_of(claim), claim.place, facts, (claim.place,), (claim.written,))


def _half_bracketed(plan: Plan) -> Iterator[Remark]:
    """A row of amounts in brackets in which one amount has none: `(258) 3,595`."""
    for block in all_blocks(plan):
        if block.total is None:
            continue
        printed = [amount.written for amount in block.total.amounts if amount.won]
        bare = [written for written in printed if not written.startswith("(")]
        if bare and len(bare) < len(printed):
            facts = {"name": block.unit.name, "written": " ".join(printed), "bare": bare[0], "case": "half"}
            object, place = object_of_line(block.task, block.total), block.total.place
            yield Remark(Level.DOUBT, object, place, facts, (block.unit.place, place), tuple(printed))


def percent_for_points(case: Case) -> Iterator[Remark]:
    """Two percentages are said to differ by so many %, and they differ by so many percentage points."""
    known = _points_of_bases(case.plan)
    for claims in case.statements():
        for index, claim in enumerate(claims):
            if claim.role == "mean":
                yield from _mean_of_points(claim, claims[:index])
            if claim.role != "difference" or claim.unit != "%" or "%" not in claim.written or "p" in claim.written:
                continue
            before = [one for one in claims[:index] if one.role in ("value", "part", "total")][-2:]
            if len(before) != 2 or not all(is_percentage(one.unit) for one in before):
                continue
            if (claim.place.code, abs(claim.value)) not in known:
                yield from _points(claim, *before)


def parts_against_target(case: Case) -> Iterator[Remark]:
    """The parts that a section lists nearly make the target of its indicator, and do not make it."""
    targets = {
        (use.code, indicator.unit): (use, target)
        for indicator, use in case.plan.uses()
        if (target := indicator.target(use)) and target.year == case.plan.year and target.value and indicator.unit
    }
    held = {(claim.place.code, claim.value) for claim in case.plan.claims}
    listed = (
        claims
        for claims in listed_targets(case.prose.passages, case.plan)
        if not all((one.place.code, one.value) in held for one in claims)
    )
    for claims in chain(statements(case.plan), listed):
        parts = [claim for claim in claims if claim.role == "part"]
        if len(parts) < 3 or any(claim.role == "total" for claim in claims):
            continue
        if any(claim.period != str(case.plan.year) for claim in parts):
            continue
        found = targets.get((parts[0].place.code, parts[0].unit))
        if found is None or len({claim.unit for claim in parts}) != 1 or found[1].value is None:
            continue
        use, target = found
        added = total_of(claim.value for claim in parts)
        off = abs(EXACT.subtract(added, found[1].value))
        if off and off <= EXACT.multiply(found[1].value, _NEAR):
            facts = {"name": use.name, "target": target.written, "added": plain(added), "unit": parts[0].unit}
            steps = (f"{' + '.join(plain(claim.value) for claim in parts)} = {plain(added)}",)
            places = (target.place, *(claim.place for claim in parts))
            values = (target.written, plain(added))
            yield Remark(Level.DOUBT, object_of(parts[0]), parts[0].place, facts, places, values, steps)


def _points_of_bases(plan: Plan) -> set[tuple[str, Decimal]]:
    """The percentage points that reasons already are asked about, by the code of their goal or task."""
    found = set()
    for indicator, use in plan.uses():
        try:
            node = read_basis(use.basis, indicator.unit) if use.basis else None
        except FormulaProblem:
            continue
        if node is not None and "%p" not in use.reason:
            found |= {
                (use.code, part.value)
                for part in walk(node)
                if isinstance(part, Number) and part.suffix is Suffix.POINTS
            }
    return found


def _mean_of_points(mean: Claim, before: list[Claim]) -> Iterator[Remark]:
    """The mean of percentage points is percentage points."""
    values = [one for one in before if one.role == "value"]
    if len(values) < 2 or {one.unit for one in values} != {"%p"} or "%" not in mean.written or "p" in mean.written:
        return
    facts = {
        "subject": mean.subject,
        "stated": mean.written,
        "points": f"{plain(mean.value)}%p",
        "old": values[0].written,
        "new": values[-1].written,
        "case": "mean",
    }
    places = tuple(one.place for one in values)
    yield Remark(Level.DOUBT, object_of(mean), mean.place, facts, places, (mean.written, facts["points"]))


def _points(claim: Claim, old: Claim, new: Claim) -> Iterator[Remark]:
    apart = EXACT.subtract(new.value, old.value)
    if not old.value or abs(apart) != abs(claim.value):
        return
    relative = rounded(EXACT.multiply(EXACT.divide(apart, old.value), _HUNDRED), 1)
    facts = {
        "subject": claim.subject,
        "stated": claim.written,
        "points": f"{plain(abs(apart))}%p",
        "relative": f"{plain(abs(relative))}%",
        "case": "difference",
        "old": old.written,
        "new": new.written,
    }
    steps = (
        f"{plain(new.value)} - {plain(old.value)} = {plain(apart)} %p",
        f"({plain(new.value)} / {plain(old.value)} - 1) * 100 = {plain(relative)} %",
    )
    places = (old.place, new.place)
    yield Remark(Level.ERROR, object_of(claim), claim.place, facts, places, (claim.written, facts["points"]), steps)
