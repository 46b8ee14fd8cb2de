"""From revisions to plans. Reading a plan from its JSON takes a while, so each process keeps the last few, by hash."""

import json
from collections import OrderedDict
from dataclasses import dataclass
from itertools import accumulate
from threading import Lock

from uigwe import packs
from uigwe.plan import Patch, Plan, edited
from uigwe.web.plans.models import PlanPatch, Revision
from uigwe.web.records.canonical import digest, spelled

KEPT = 12
ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Tail:
    """How far this process has followed the edits of a draft: the last of them, and the draft's hash and plan with it applied."""

    last: int
    hash: str
    plan: Plan


class Kept:
    """The last few plans of this process. A hash names its plan for ever, so nothing here can be out of date."""

    def __init__(self, size: int = KEPT) -> None:
        self._plans: OrderedDict[str, Plan] = OrderedDict()
        self._tails: OrderedDict[int, Tail] = OrderedDict()
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

    def tail(self, draft: int) -> Tail | None:
        """How far this draft was followed here."""
        with self._lock:
            return self._tails.get(draft)

    def follow(self, draft: int, tail: Tail) -> None:
        """Keep a draft as far as it was followed; its hash tells whoever goes on from here whether it still leads to the draft."""
        self.put(tail.hash, tail.plan)
        with self._lock:
            self._tails[draft] = tail
            self._tails.move_to_end(draft)
            while len(self._tails) > self._size:
                self._tails.popitem(last=False)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._plans.clear()
            self._tails.clear()


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
        plan = KEPT_PLANS.get(revision.hash) or _followed(revision)
        if plan is not None:
            return plan
        plan, hash = built(revision)
        if hash == revision.hash:
            return plan
        # Somebody edited between our reading the row and reading its patches.
        revision.refresh_from_db(fields=["hash", "stage"])
    raise Unsettled(str(revision))


def _followed(revision: Revision) -> Plan | None:
    """The draft's plan from the edits since this process last looked: on an evening of thousands, the last two or three.

    None where that does not lead to the hash of the draft: it was not followed here, or an earlier edit was undone.
    """
    tail = KEPT_PLANS.tail(revision.pk) if revision.is_draft else None
    if tail is None or tail.hash == revision.hash:
        return tail and tail.plan
    rows = PlanPatch.objects.filter(revision=revision, pk__gt=tail.last).standing().order_by("id")
    hash, plan = tail.hash, tail.plan
    for pk, *row in rows.values_list("pk", "object", "field", "value"):
        patch = Patch(*row)
        hash = hash_with(hash, patch)
        plan = edited(plan, patch)
        if hash == revision.hash:
            KEPT_PLANS.follow(revision.pk, Tail(pk, hash, plan))
            return plan
    return None


def built(revision: Revision) -> tuple[Plan, str]:
    """The plan made anew from what the tables hold now, and the hash that names it; it is kept at hand."""
    if not revision.is_draft:
        plan, hash = packs.from_plain(json.loads(revision.document)), revision.hash
        KEPT_PLANS.put(hash, plan)
        return plan, hash
    rows = standing(revision)
    patches = [patch for _, patch in rows]
    names = list(accumulate(patches, hash_with, initial=_origin_hash(revision)))
    done, plan = _furthest(names, revision)
    for patch in patches[done:]:
        plan = edited(plan, patch)
    KEPT_PLANS.follow(revision.pk, Tail(rows[-1][0] if rows else 0, names[-1], plan))
    return plan, names[-1]


def _furthest(names: list[str], draft: Revision) -> tuple[int, Plan]:
    """How many patches the last plan at hand has already, and that plan; none and the plan the draft starts from otherwise."""
    for done in range(len(names) - 1, -1, -1):
        plan = KEPT_PLANS.get(names[done])
        if plan is not None:
            return done, plan
    return 0, _origin(draft)


def standing(draft: Revision) -> list[tuple[int, Patch]]:
    """The patches of a draft that were not undone, in their order, each with the number of its row."""
    rows = PlanPatch.objects.filter(revision=draft).standing().order_by("id")
    return [(pk, Patch(*row)) for pk, *row in rows.values_list("pk", "object", "field", "value")]


def hash_with(hash: str, patch: Patch) -> str:
    """The name of a draft after one more patch. Without any it has the name of what it starts from.

    Spelling the whole plan out at each edit would take a hundred times as long.
    """
    return digest(spelled([hash, patch.object, patch.field, patch.value]))


def _origin_hash(draft: Revision) -> str:
    return digest(draft.document) if draft.document else _base(draft).hash


def _origin(draft: Revision) -> Plan:
    return packs.from_plain(json.loads(draft.document)) if draft.document else plan_of(_base(draft))


def _base(draft: Revision) -> Revision:
    assert draft.base is not None  # noqa: S101 - a constraint of the table says so
    return draft.base
