"""Audits of plans, made once: kept in the database under the plan's hash and a digest of the checks, and at hand in the process."""

import dataclasses
import hashlib
import json
from collections import OrderedDict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from threading import Lock
from typing import Any

from django.db import transaction

import uigwe
from uigwe.audit import VERSION, Case, Finding, Level, Report, Type
from uigwe.audit.fixes import FIXES, Proposal, Repairs
from uigwe.plan import Part, Patch, Place, Plan
from uigwe.texts import LANGUAGES, say
from uigwe.web.incidents import logger
from uigwe.web.plans.models import AuditCache
from uigwe.web.room import no_room_needed

KEPT = 32
# What findings follow from, beside the plan. A changed line in any of these rooms makes all kept audits those of another time.
ROOMS = ("uigwe.audit", "uigwe.formulas", "uigwe.plan", "uigwe.values")
_kept: OrderedDict[str, Report] = OrderedDict()
_lock = Lock()


def report_of(plan: Plan, hash: str, last_year: Plan | None = None, last_hash: str = "") -> Report:
    """The findings of exactly this plan. The first who asks waits for the audit; everybody after that does not."""
    key = _key(hash, last_hash)
    report = at_hand(hash, last_hash)
    if report is None:
        report = _made(key, plan, last_year)
        _put(key, report)
    return report


def at_hand(hash: str, last_hash: str = "") -> Report | None:
    """The audit under these hashes when this process or the database has it; None where it would have to be made."""
    report = in_process(hash, last_hash)
    if report is not None:
        return report
    key = _key(hash, last_hash)
    row = AuditCache.objects.filter(pk=key).first()
    report = _kept_whole(row) if row else None
    if report is not None:
        _put(key, report)
    return report


def in_process(hash: str, last_hash: str = "") -> Report | None:
    """The audit under these hashes when this process has it: a look that asks nobody."""
    key = _key(hash, last_hash)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
        return _kept.get(key)


def fresh(plan: Plan, hash: str, last_year: Plan | None = None, last_hash: str = "") -> Report:
    """An audit made now, at hand in this process only: of a draft that will be another one in a moment."""
    from uigwe.operations import audit_plan

    report = audit_plan(plan, last_year)
    _put(_key(hash, last_hash), report)
    return report


def _put(key: str, report: Report) -> None:
    with _lock:
        _kept[key] = report
        while len(_kept) > KEPT:
            _kept.popitem(last=False)


def forget() -> None:
    """Empty what this process keeps at hand."""
    with _lock:
        _kept.clear()


def _key(hash: str, last_hash: str, about: str = "") -> str:
    named = f"{hash} {last_hash} {uigwe.__version__} {VERSION} {checks_digest()} {about}".strip()
    return hashlib.sha256(named.encode()).hexdigest()


@cache
def checks_digest() -> str:
    """What the checks are: a digest of their sources, so that nobody has to remember to raise a number when one changes."""
    return digest_of(ROOMS)


def digest_of(rooms: tuple[str, ...]) -> str:
    """A digest of every source file of these rooms and its name."""
    found = hashlib.sha256()
    for room in rooms:
        for name, source in sorted(_sources(files(room), room)):
            found.update(f"{name}\0{len(source)}\0".encode() + source)
    return found.hexdigest()


def _sources(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _sources(one, f"{name}/{one.name}")
        elif one.name.endswith((".py", ".yaml")):
            yield f"{name}/{one.name}", one.read_bytes()


def _kept_whole(row: AuditCache) -> Report | None:
    """The kept report, when it can be read and each finding still fills its sentence in every language; None otherwise."""
    try:
        report = from_plain(json.loads(row.report))
        for finding in report.findings:
            for language in LANGUAGES:
                say(finding, language)
    except Exception as problem:
        # Whatever is wrong with it: an audit can be made anew at any time, and then it is right.
        logger.warning("a kept audit cannot be used any more and is made anew: %r", problem)
        return None
    return report


def _made(key: str, plan: Plan, last_year: Plan | None) -> Report:
    from uigwe.operations import audit_plan

    report = audit_plan(plan, last_year)
    _keep(key, to_plain(report))
    return report


def _keep(key: str, data: Any) -> None:
    kept = AuditCache(key=key, report=json.dumps(data, ensure_ascii=False))
    with no_room_needed(), transaction.atomic():
        AuditCache.objects.bulk_create([kept], update_conflicts=True, unique_fields=["key"], update_fields=["report"])


def proposals_of(
    finding: Finding, plan: Plan, hash: str, last_year: Plan | None = None, last_hash: str = ""
) -> tuple[Proposal, ...]:
    """The edits that would repair a finding, each tried by an audit of its own: once for a plan, and then kept."""
    if finding.check not in FIXES:
        return ()
    key = _key(hash, last_hash, f"fixes {finding.key}")
    row = AuditCache.objects.filter(pk=key).first()
    if row:
        return tuple(_proposal(one) for one in json.loads(row.report))
    report = report_of(plan, hash, last_year, last_hash)
    found = Repairs(Case(plan, last_year), report).of(finding)
    _keep(key, [{**dataclasses.asdict(one), "facts": dict(one.facts)} for one in found])
    return found


def _proposal(data: dict[str, Any]) -> Proposal:
    return Proposal(Patch(**data["patch"]), data["why"], data["facts"], tuple(_place(one) for one in data["follow"]))


def to_plain(report: Report) -> dict[str, Any]:
    """The report as values that JSON has."""
    return {
        "findings": [{**dataclasses.asdict(finding), "facts": dict(finding.facts)} for finding in report.findings],
        "ran": list(report.ran),
        "skipped": [list(one) for one in report.skipped],
    }


def from_plain(data: dict[str, Any]) -> Report:
    """The report that `to_plain` wrote."""
    return Report(
        tuple(_finding(one) for one in data["findings"]),
        tuple(data["ran"]),
        tuple((check, need) for check, need in data["skipped"]),
    )


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(
        check=data["check"],
        type=Type(data["type"]),
        level=Level(data["level"]),
        object=data["object"],
        place=_place(data["place"]),
        places=tuple(_place(one) for one in data["places"]),
        values=tuple(data["values"]),
        facts=data["facts"],
        steps=tuple(data["steps"]),
    )


def _place(data: dict[str, Any]) -> Place:
    return Place(**{**data, "part": Part(data["part"])})
