"""A round that was opened in the invented town."""

from __future__ import annotations

from tests.web import builders
from tests.web.standing import stands


@stands
def asked(published: builders.Town) -> builders.Town:
    """The town with its plan published and a round opened."""
    from tests.web.collecting.doing import wanted
    from uigwe.web.collecting.actions import rounds

    rounds.open_round(
        agency=builders.AGENCY, year=builders.YEAR, wanted=wanted(guideline="작성 지침"), by=published.office
    )
    return published
