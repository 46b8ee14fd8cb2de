"""From revisions to plans. Reading a plan from its JSON takes a while, so each process keeps the last few, by hash."""

import json
from collections import OrderedDict
from threading import Lock

from uigwe import packs
from uigwe.plan import Patch, Plan, edited
from uigwe.web.plans.models import PlanPatch, Revision
from uigwe.web.records.canonical import digest, spelled

KEPT = 12
ATTEMPTS = 5


class Kept:
    """The last few plans of this process. A hash names its plan for ever, so nothing here can be out of date."""

    def __init__(self, size: int = KEPT) -> None:
        self._plans: OrderedDict[str, Plan] = OrderedDict()
        self._size = size
        self._lock = Lock()

    def get(self, hash: str) -> Plan | None:
        """The plan with this hash, when it is still here."""
        with self._lock:
            plan = self._plans.get(hash)
            if plan is not None:
                self._plans.move_to_end(hash)
            return plan

    def put(self, hash: str, plan: Plan) -> None:
        """Keep a plan; the one that was not asked for longest goes."""
        with self._lock:
            self._plans[hash] = plan
            self._plans.move_to_end(hash)
            while len(self._plans) > self._size:
                self._plans.popitem(last=False)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._plans.clear()


KEPT_PLANS = Kept()


class Unsettled(Exception):
    """A draft changed again each time we read it."""


def written(plan: Plan) -> tuple[str, str]:
    """The canonical JSON of a plan and its hash; the plan is kept at hand."""
    document = spelled(packs.to_plain(plan))
    hash = digest(document)
    KEPT_PLANS.put(hash, plan)
    return document, hash


def plan_of(revision: Revision) -> Plan:
    """The plan of a revision: its document, or for a draft its base, with the standing patches applied in order."""
    for _ in range(ATTEMPTS):
        plan = KEPT_PLANS.get(revision.hash)
        if plan is not None:
            return plan
        plan = built(revision)
        if not revision.is_draft or written(plan)[1] == revision.hash:
            KEPT_PLANS.put(revision.hash, plan)
            return plan
        # Somebody edited between our reading the row and reading its patches.
        revision.refresh_from_db(fields=["hash", "stage"])
    raise Unsettled(str(revision))


def built(revision: Revision) -> Plan:
    """The plan made anew from what the tables hold now."""
    if revision.document:
        plan = packs.from_plain(json.loads(revision.document))
    else:
        assert revision.base is not None  # noqa: S101 - a constraint of the table says so
        plan = plan_of(revision.base)
    if not revision.is_draft:
        return plan
    for patch in PlanPatch.objects.filter(revision=revision).standing().only("object", "field", "value"):
        plan = edited(plan, Patch(patch.object, patch.field, patch.value))
    return plan
