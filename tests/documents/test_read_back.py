"""A clean invented plan, printed as text and read back, leaves the auditor nothing to ask."""

import pytest

from corpus.plans import invent_case
from corpus.text import printed
from tests.documents.forms import layout
from uigwe.audit import Case, Level, audit
from uigwe.documents import read_text
from uigwe.operations.reasoning import with_bases
from uigwe.texts import say


@pytest.mark.parametrize("seed", [1007, 1014])
def test_what_was_clean_is_clean_when_it_is_read_back(seed: int):
    made = invent_case(seed, strategic=3, goals=6, tasks=14)
    draft = read_text(printed(made, seed).text, layout(), made.plan.agency, made.plan.year)
    report = audit(Case(with_bases(draft.plan), None, draft.text))

    assert [say(one).sentence for one in report.findings if one.level is not Level.NOTICE] == []
