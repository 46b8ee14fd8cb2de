"""Findings as files: a pack in a folder becomes a workbook, a memo or the page for the head of the office.

Apart from the other operations, because it loads the writers of documents.
"""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from uigwe.audit import Case, Finding, audit
from uigwe.audit.fixes import Repairs
from uigwe.audit.progress import compare_reports
from uigwe.operations.reading import read_plan
from uigwe.operations.years import years
from uigwe.reports import Audited, findings_xlsx, memo_hwpx, summary_hwpx


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report shall be about: folders, a goal or task, and which findings. `fixes` tries proposed fixes, which takes a while."""

    folder: Path
    day: date
    last_year: Path | None = None
    against: Path | None = None
    code: str = ""
    takes: Callable[[Finding], bool] | None = None
    fixes: bool = False


def audited_folder(asked: Asked) -> Audited:
    """The audit of a pack, as reports need it: with what changed since an earlier state of it, and with proposed fixes."""
    pack = read_plan(asked.folder)
    last = read_plan(asked.last_year).plan if asked.last_year else None
    case = Case(pack.plan, last, pack.text or None)
    report = audit(case)
    progress = None
    if asked.against:
        before = read_plan(asked.against)
        progress = compare_reports(audit(Case(before.plan, last, before.text or None)), report)
    if asked.takes:
        report = replace(report, findings=tuple(filter(asked.takes, report.findings)))
    accepted = frozenset(one.key for one in pack.exceptions if one.holds_on(asked.day))
    body = body_name(asked.folder, pack.plan.agency)
    audited = Audited(pack.plan, report, body, asked.day, accepted, asked.code, progress, questions=len(pack.questions))
    return with_fixes(audited, case) if asked.fixes else audited


def with_fixes(audited: Audited, case: Case) -> Audited:
    """The same with proposed fixes for the open findings that it is about."""
    repairs = Repairs(case)
    return replace(audited, proposals={one.key: found for one in audited.open if (found := repairs.of(one))})


def office_file(form: str, audited: Audited, language: str, to: str = "", reply_by: date | None = None) -> bytes:
    """One of the files: `xlsx`, `memo` (`to` whom, a reply asked for by when) or `summary`.

    What a site runs in a child, since the writers of files are heavy.
    """
    if form == "memo":
        return memo_hwpx(audited, language, to=to, reply_by=reply_by)
    makers: Mapping[str, Callable[[Audited, str], bytes]] = {"xlsx": findings_xlsx, "summary": summary_hwpx}
    return makers[form](audited, language)


def body_name(folder: Path, agency: str) -> str:
    """The name of the body as the lists of organisations have it, first that beside the pack; its code when none knows it."""
    beside = folder.resolve().parent.parent / "organisations.csv"
    for table in (beside, *sorted(years().glob("*/organisations.csv"), reverse=True)):
        if table.is_file():
            with table.open(encoding="utf-8-sig", newline="") as rows:
                for row in csv.DictReader(rows):
                    if row.get("code") == agency:
                        return row["name"]
    return agency
