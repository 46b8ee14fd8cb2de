"""A text in other years, words, values, signs, heads and parts is read as it was read before; what is lost is asked."""

import pytest

from benchmarks.variants import FIRST, SILENT, SMALL, invented
from corpus.variants import VARIANTS, Case, Variant, compared
from tests.every import some


@pytest.fixture(scope="module")
def case() -> Case:
    return invented(FIRST, **SMALL)


@pytest.mark.parametrize("variant", some(VARIANTS, one_in=5), ids=lambda variant: variant.id)
def test_a_changed_text_is_read_as_before(case: Case, variant: Variant):
    found, _ = compared(case, variant)

    assert found.share >= variant.wanted, found.missed[:5]
    assert found.silent <= SILENT, found.faults[:5]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.id)
def test_every_change_changes_the_text(case: Case, variant: Variant):
    assert variant.make(case).text != case.text
