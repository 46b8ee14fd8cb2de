"""Appending to the audit chain, and reading it again with suspicion.

A chain alone does not notice that its tail was cut together with its head row; a head that was noted elsewhere
(`uigwe verify --head FILE`) does.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from uigwe.web.records.canonical import digest, spelled
from uigwe.web.records.models import ZERO, AuditEntry, ChainHead

COLUMNS = ("sequence", "time", "who", "verb", "object", "before", "after", "reason", "previous", "hash")
_strings = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain at some time; printed or sent elsewhere, it anchors everything before it."""

    sequence: int
    hash: str

    def as_json(self) -> str:
        """For a file or a message."""
        return spelled(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Head":
        """Raises ValueError when the text is not a head."""
        data = json.loads(text)
        if (
            not isinstance(data, dict)
            or not isinstance(data.get("sequence"), int)
            or not isinstance(data.get("hash"), str)
        ):
            raise ValueError("not the head of an audit chain")
        return cls(data["sequence"], data["hash"])


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found: how many entries it read, where the chain ends, and the first thing wrong (empty: nothing).

    `problem` is one of `hash`, `previous`, `gap`, `tail` (the head row and the last entry differ), `anchor` (a head that was
    noted elsewhere is not in this chain).
    """

    entries: int
    head: Head
    problem: str = ""
    at: int | None = None

    @property
    def intact(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problem


def record(
    *,
    verb: str,
    by: Any,
    object: str,
    before: Any = None,
    after: Any = None,
    reason: str = "",
    at: datetime | None = None,
) -> AuditEntry:
    """Append one entry. Must run inside the transaction of the change: no entry without the change, no change without it.

    `by` is a person with a `username`, or the name itself (`system`).
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an audit entry belongs in the transaction of its change")
    head = _locked_head()
    entry = AuditEntry(
        sequence=head.sequence + 1,
        time=at or timezone.now(),
        who=by if isinstance(by, str) else by.get_username(),
        verb=verb,
        object=object,
        before=spelled(before),
        after=spelled(after),
        reason=reason,
        previous=head.hash,
    )
    entry.hash = hash_of(*(getattr(entry, name) for name in COLUMNS[:-1]))
    entry.save(force_insert=True)
    head.sequence, head.hash = entry.sequence, entry.hash
    head.save(update_fields=["sequence", "hash"])
    return entry


def _locked_head() -> ChainHead:
    head = ChainHead.objects.select_for_update().filter(pk=1).first()
    if head is None:
        ChainHead.objects.get_or_create(pk=1)
        head = ChainHead.objects.select_for_update().get(pk=1)
    return head


def hash_of(
    sequence: int, time: datetime, who: str, verb: str, object: str, before: str, after: str, reason: str, previous: str
) -> str:
    """The hash of an entry with these contents; the time counts in UTC, to the microsecond."""
    moment = time.astimezone(UTC).isoformat(timespec="microseconds")
    return digest(_strings([sequence, moment, who, verb, object, before, after, reason, previous]))


def head() -> Head:
    """Where the chain ends now."""
    row = ChainHead.objects.filter(pk=1).values_list("sequence", "hash").first()
    return Head(*row) if row else Head(0, ZERO)


def verify(anchor: Head | None = None) -> Verdict:
    """Read the whole chain and name the first entry that is not as it was written."""
    with transaction.atomic():
        end = head()
        sequence, previous = 0, ZERO
        found_anchor = anchor is None or anchor == Head(0, ZERO)
        for row in _rows():
            problem = _problem(row, sequence, previous)
            if problem:
                return Verdict(sequence, end, problem, row[0])
            sequence, previous = row[0], row[-1]
            found_anchor = found_anchor or anchor == Head(sequence, previous)
    if end != Head(sequence, previous):
        return Verdict(sequence, end, "tail", sequence + 1)
    if not found_anchor and anchor is not None:
        return Verdict(sequence, end, "anchor", anchor.sequence)
    return Verdict(sequence, end)


def _rows() -> Iterator[tuple[Any, ...]]:
    return AuditEntry.objects.order_by("sequence").values_list(*COLUMNS).iterator(chunk_size=5000)


def _problem(row: tuple[Any, ...], sequence: int, previous: str) -> str:
    if hash_of(*row[:-1]) != row[-1]:
        return "hash"
    if row[0] != sequence + 1:
        return "gap"
    return "" if row[-2] == previous else "previous"
