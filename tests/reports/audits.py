"""Audits of small invented plans, as reports take them."""

from datetime import date

from tests.builders import case, indicator, milestone, plan, task
from uigwe.audit import audit
from uigwe.audit.fixes import Repairs
from uigwe.audit.progress import compare_reports
from uigwe.reports import Audited

DAY = date(2023, 4, 7)
FAULTY = plan(
    indicator("만족도", past={2022: 80}, target="84", basis="last * 110 %", annex={2023: "85"}),
    task("Ⅰ-1-①", milestone("보고", "’23.11월", 3)),
    task("Ⅰ-1-②", milestone("점검", "’23.11월", 3), title="물길을 잇는다"),
)


def audited(of=FAULTY, *, fixes=False, before=None, **more) -> Audited:
    """The audit of a plan of 가람부 on the seventh of April."""
    report = audit(case(of))
    progress = compare_reports(audit(case(before)), report) if before else None
    proposals = {}
    if fixes:
        repairs = Repairs(case(of))
        proposals = {one.key: found for one in report.findings if (found := repairs.of(one))}
    return Audited(of, report, "가람부", DAY, progress=progress, proposals=proposals, **more)
