"""What was read from a file, as JSON in its row and back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from uigwe import packs
from uigwe.operations.drafting import Drafted
from uigwe.plan import Plan

# Rows that are not in the plan are listed up to so many; beyond that only counted.
MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it was read, before anybody answered; the plan with its questions, and what the page says of the rest."""

    way: str
    plan: Plan
    questions: tuple[packs.Question, ...]
    exceptions: tuple[packs.Acceptance, ...] = ()
    prose: int = 0
    around: Mapping[str, Sequence[Sequence[Any]]] = field(default_factory=dict)
    rows: int = 0
    left_out: Sequence[Mapping[str, Any]] = ()
    notes: Sequence[Mapping[str, Any]] = ()
    proposed: Mapping[str, Any] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing was read that a plan could be made of."""
        return not self.plan.goals and not self.plan.indicators


def written(drafted: Drafted) -> str:
    """The JSON of what was read."""
    return _text(
        {
            "way": drafted.way,
            "plan": packs.to_plain(drafted.plan),
            "questions": [asdict(one) for one in drafted.questions],
            "exceptions": [{**asdict(one), "until": one.until.isoformat()} for one in drafted.exceptions],
            "prose": drafted.prose,
            "around": drafted.around or {},
            "rows": drafted.rows,
            "left_out": [asdict(one) for one in drafted.left_out],
            "notes": [asdict(one) for one in drafted.notes],
            "proposed": asdict(drafted.proposed) if drafted.proposed else {},
        }
    )


def resting_on(text: str, plan: Plan) -> str:
    """The same with another plan below its answers: the one in which bases written by people stand."""
    return _text({**json.loads(text), "plan": packs.to_plain(plan)})


def found_in(text: str) -> Found:
    """What was read, from its JSON."""
    from datetime import date

    tree = json.loads(text)
    return Found(
        way=tree["way"],
        plan=packs.from_plain(tree["plan"]),
        questions=tuple(
            packs.Question(**{**one, "alternatives": tuple(one["alternatives"])}) for one in tree["questions"]
        ),
        exceptions=tuple(
            packs.Acceptance(**{**one, "until": date.fromisoformat(one["until"])}) for one in tree["exceptions"]
        ),
        prose=tree["prose"],
        around=tree["around"],
        rows=tree["rows"],
        left_out=tree["left_out"],
        notes=tree["notes"],
        proposed=tree["proposed"],
    )


def layout_in(text: str) -> dict[str, Any]:
    """The layout by which a table was read; empty for what is no table."""
    return dict(json.loads(text)["proposed"].get("layout", {})) if text else {}


def _text(tree: Mapping[str, Any]) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
