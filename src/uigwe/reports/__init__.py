"""Findings as files that offices use: a workbook, a memo to a task owner, one page for the head of the office.

Values in, bytes out: this room asks nobody for anything. Each report is one function of an `Audited`.
"""

from uigwe.reports.audited import Audited
from uigwe.reports.book import findings_xlsx
from uigwe.reports.memo import memo_hwpx
from uigwe.reports.page import summary_hwpx, summary_text

__all__ = ["Audited", "findings_xlsx", "memo_hwpx", "summary_hwpx", "summary_text"]
