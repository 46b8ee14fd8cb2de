"""The audit of a draft that many write at once: made as often as the machine can bear, and not for each edit.

An audit takes as long as a dozen saves. On the last evening a draft changes ten times a second, and everybody who saves asks
what is found now. So each process audits one draft at a time and then rests a while that is in proportion to what the audit
took; who asks meanwhile gets the audit of a moment ago, with the plan it was made of, and is told so.
"""

from dataclasses import dataclass
from secrets import randbelow
from threading import Lock
from time import monotonic

from uigwe.audit import Report
from uigwe.plan import Plan
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.plans.reports import at_hand, fresh, in_process

# So many times as long as the audit took. Six: a seventh of a processor at most goes into audits.
REST = 6


@dataclass(frozen=True, slots=True)
class Lately:
    """An audit, the plan that it is about, and how many seconds until it is worth asking for a newer one (0: this is the newest)."""

    report: Report
    plan: Plan
    again: int = 0


@dataclass(slots=True)
class _Last:
    """The last audit of a draft, until when to rest, and whether the next one is being made."""

    lately: Lately | None = None
    until: float = 0
    rest: float = 0
    busy: bool = False


_last: dict[tuple[int, str], _Last] = {}
_lock = Lock()
_making = Lock()  # one audit at a time in a process: they take the processor from saves


def forget() -> None:
    """Empty what this process keeps at hand."""
    with _lock:
        _last.clear()


def _again(left: float, rest: float) -> int:
    """When to come again: after the rest, and not in the same second as everybody else who is told to."""
    return int(max(left, 0)) + 2 + randbelow(2 + int(2 * rest))


def report_lately(draft: Revision, last_year: Revision | None) -> Lately:
    """The audit of this draft; while it is edited faster than it can be audited, that of a moment ago."""
    plan = plan_of(draft)
    last_hash = last_year.hash if last_year else ""
    report = in_process(draft.hash, last_hash)
    if report is not None:
        return Lately(report, plan)
    with _lock:
        last = _last.setdefault((draft.pk, last_hash), _Last())
        left = last.until - monotonic()
        if last.lately is not None and (last.busy or left > 0):
            return Lately(last.lately.report, last.lately.plan, _again(left, last.rest))
        last.busy = True
    try:
        with _making:
            return _next(last, plan, draft.hash, last_year)
    finally:
        last.busy = False


def _next(last: _Last, plan: Plan, hash: str, last_year: Revision | None) -> Lately:
    """The next audit of a draft, made while no other is; whoever waited for one finds it made."""
    last_hash = last_year.hash if last_year else ""
    report = in_process(hash, last_hash)
    if report is not None:
        return Lately(report, plan)
    left = last.until - monotonic()
    if last.lately is not None and left > 0:
        return Lately(last.lately.report, last.lately.plan, _again(left, last.rest))
    start = monotonic()
    try:
        report = at_hand(hash, last_hash) or fresh(plan, hash, plan_of(last_year) if last_year else None, last_hash)
        last.lately = Lately(report, plan)
        return last.lately
    finally:
        last.rest = REST * (monotonic() - start)
        last.until = monotonic() + last.rest
