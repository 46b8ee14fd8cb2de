"""Reading a file that was brought in: begun once, done in a child within a time, and what came of it kept in its row."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from uigwe.files import Refused
from uigwe.operations.years import years
from uigwe.packs import PackProblem
from uigwe.web import uploads
from uigwe.web.reading import found
from uigwe.web.reading.models import Columns, Intake, State

# A reading that has not come back for so long was lost with its process; somebody may begin it again.
LOST_AFTER = timedelta(seconds=330)


def read(intake: int) -> None:
    """Read the file of this row, unless somebody is at it. Whatever happens, the row says how it went."""
    row = _begun(intake)
    if row is None:
        return
    told: dict[str, Any] = {"state": State.READ.value, "problem": ""}
    try:
        drafted = _drafted(row)
        told["found"] = found.written(drafted)
        told["asks"] = "\n".join(one.id for one in drafted.questions if not one.answer)
    except Refused as refused:
        told |= _failed({"reason": refused.reason, "facts": {name: str(one) for name, one in refused.facts.items()}})
    except PackProblem as problem:
        troubles = [
            {"reason": one.reason, "facts": {"file": one.file, "at": one.at, **one.facts}}
            for one in problem.troubles[:20]
        ]
        told |= _failed({"troubles": troubles})
    except BaseException:
        Intake.objects.filter(pk=row.pk, state=State.READING).update(state=State.WAITING.value)
        raise
    Intake.objects.filter(pk=row.pk, state=State.READING).update(**told)


def _failed(problem: Mapping[str, Any]) -> dict[str, str]:
    return {"state": State.FAILED.value, "problem": json.dumps(problem, ensure_ascii=False), "found": ""}


@transaction.atomic
def _begun(intake: int) -> Intake | None:
    """The row, marked as being read; None when it is being read already or needs no reading."""
    row = Intake.objects.select_for_update(of=("self",)).get(pk=intake)
    lost = row.state == State.READING and row.started is not None and timezone.now() - row.started > LOST_AFTER
    if not lost and row.state not in (State.WAITING, State.FAILED):
        return None
    row.state, row.started = State.READING.value, timezone.now()
    row.save(update_fields=["state", "started"])
    return row


def _drafted(row: Intake) -> Any:
    from uigwe.operations.drafting import TAKES, drafted

    source = uploads.look_at(row.kept, TAKES)
    layout = json.loads(row.layout) if row.layout else None
    with uploads.turn():
        return drafted(
            source,
            row.agency_id,
            row.year,
            years(),
            layout,
            lambda head: remembered(row.agency_id, head),
            uploads.telling(row.stored),
        )


def head_key(head: Sequence[str]) -> str:
    """The name under which the layout of tables with this head is remembered."""
    return hashlib.sha256("\x1f".join(head).encode()).hexdigest()


def remembered(agency: str, head: Sequence[str]) -> Mapping[str, object] | None:
    """How somebody of the agency laid out a table with this head before."""
    row = Columns.objects.filter(agency_id=agency, head=head_key(head)).first()
    return json.loads(row.layout) if row else None
