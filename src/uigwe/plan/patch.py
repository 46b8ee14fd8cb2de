"""A patch: one field of one object gets a new value. And the reasons why a plan does not take it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patch:
    """One field of one object gets a new value.

    Objects: `plan`, a code, `indicator-id@code`, `code/m3` (a milestone), `code/m+` (one to be added), `code/b2` (a budget line), `code/agenda`.
    """

    object: str
    field: str
    value: str


class EditProblem(ValueError):
    """A patch that does not fit this plan: `no-such-object`, `no-such-field`, `not-an-amount` …"""

    def __init__(self, reason: str, patch: Patch) -> None:
        super().__init__(f"{reason}: {patch.object} {patch.field}")
        self.reason = reason
        self.patch = patch
