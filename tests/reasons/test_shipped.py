"""The short quotations in the plan that ships, read and held against the bases that a person stated for them."""

from decimal import Decimal
from pathlib import Path

from uigwe import packs
from uigwe.audit.derive import facts_of
from uigwe.formulas import Derived, evaluate, read_basis
from uigwe.reasons import Confidence, Reading, read_reason


def _value(basis, facts):
    derived = evaluate(read_basis(basis, facts.unit), facts) if basis else None
    return derived.value if isinstance(derived, Derived) else None


def test_most_quotations_yield_what_the_stated_basis_does_and_none_contradicts_it_for_sure():
    agree = total = 0
    contradicting = []
    for indicator, use in packs.read(Path("years/2023/plans/mss")).plan.uses():
        facts = facts_of(indicator, use)
        reading = read_reason(use.reason, indicator.unit, facts.year, facts.actuals, targets=facts.targets)
        stated = _value(use.basis, facts)
        found = _value(reading.basis, facts) if isinstance(reading, Reading) else None
        total += 1
        if stated is None or found is None:
            agree += stated is found
        elif abs(stated - found) <= abs(stated) * Decimal("0.0001"):
            agree += 1
        elif reading.confidence is Confidence.SURE:
            contradicting.append((use.reason, use.basis, reading.basis))
    assert agree >= total * 0.8
    assert not contradicting
