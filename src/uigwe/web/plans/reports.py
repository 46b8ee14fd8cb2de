"""Audits of plans, made once: kept in the database under the plan's hash and the version of the checks, and at hand in the process."""

import dataclasses
import hashlib
import json
from collections import OrderedDict
from threading import Lock
from typing import Any

from django.db import transaction

import uigwe
from uigwe.audit import VERSION, Finding, Level, Report, Type
from uigwe.plan import Part, Place, Plan
from uigwe.web.plans.models import AuditCache

KEPT = 32
_kept: OrderedDict[str, Report] = OrderedDict()
_lock = Lock()


def report_of(plan: Plan, hash: str, last_year: Plan | None = None, last_hash: str = "") -> Report:
    """The findings of exactly this plan. The first who asks waits for the audit; everybody after that does not."""
    key = _key(hash, last_hash)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    row = AuditCache.objects.filter(pk=key).first()
    report = from_plain(json.loads(row.report)) if row else _made(key, plan, last_year)
    with _lock:
        _kept[key] = report
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return report


def forget() -> None:
    """Empty what this process keeps at hand."""
    with _lock:
        _kept.clear()


def _key(hash: str, last_hash: str) -> str:
    return hashlib.sha256(f"{hash} {last_hash} {uigwe.__version__} {VERSION}".encode()).hexdigest()


def _made(key: str, plan: Plan, last_year: Plan | None) -> Report:
    from uigwe.operations import audit_plan

    report = audit_plan(plan, last_year)
    with transaction.atomic():
        AuditCache.objects.bulk_create(
            [AuditCache(key=key, report=json.dumps(to_plain(report), ensure_ascii=False))], ignore_conflicts=True
        )
    return report


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
