"""What would repair a finding, as a person is asked about it: the field before and after, why, and what has to follow."""

from collections.abc import Iterable
from dataclasses import dataclass

from uigwe.audit.fixes import FIXES, Proposal
from uigwe.plan import Place, Plan, field_now
from uigwe.texts import fill, sentences


@dataclass(frozen=True, slots=True)
class Fix:
    """One edit that was tried. `before` and `after` are the whole field, as the edit sends them."""

    object: str
    field: str
    before: str
    after: str
    why: str
    otherwise: str
    follow: tuple[Place, ...]


def may_have_fixes(check: str) -> bool:
    """Whether findings of this check can be repaired by an edit of one field at all."""
    return check in FIXES


def fixes(proposals: Iterable[Proposal], plan: Plan, language: str) -> list[Fix]:
    """Proposals in words."""
    return [_fix(one, plan, language) for one in proposals]


def _fix(proposal: Proposal, plan: Plan, language: str) -> Fix:
    words = sentences("fixes", language)[proposal.why]
    patch = proposal.patch
    return Fix(
        object=patch.object,
        field=patch.field,
        before=field_now(plan, patch.object, patch.field),
        after=patch.value,
        why=fill(words["what"], proposal.facts),
        otherwise=fill(words.get("do", ""), proposal.facts),
        follow=proposal.follow,
    )
