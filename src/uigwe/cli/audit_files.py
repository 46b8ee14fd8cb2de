"""`uigwe audit DIR --format xlsx|hwpx|summary`: findings as files."""

import argparse
import sys
from collections.abc import Callable
from datetime import date

from uigwe.audit import Finding
from uigwe.operations.reporting import Asked, audited_folder
from uigwe.plan import code_from
from uigwe.reports import Audited, findings_xlsx, memo_hwpx, summary_hwpx, summary_text
from uigwe.texts import phrase

MISUSED = 2


def write_file(given: argparse.Namespace, day: date, takes: Callable[[Finding], bool]) -> Audited | None:
    """Write what was asked for; a summary without a file is printed. What it is about comes back, None after a misuse."""
    if given.out is None and given.format != "summary":
        print(phrase("audit-out-needed", given.language, format=given.format), file=sys.stderr)
        return None
    code = code_from(given.code) if given.code else ""
    fixes = given.fixes or (given.format == "hwpx" and bool(code))
    audited = audited_folder(Asked(given.folder, day, given.last_year, given.against, code, takes, fixes))
    if code and audited.plan.node(code) is None:
        codes = [node.code for node in audited.plan.nodes()]
        told = phrase("not-found", given.language, what=given.code, first=codes[0], last=codes[-1])
        print(told, file=sys.stderr)
        return None
    if given.out is None:
        print(summary_text(audited, given.language))
    else:
        given.out.write_bytes(_bytes(audited, given))
        print(phrase("audit-written", given.language, file=given.out, count=len(audited.findings)))
    return audited


def _bytes(audited: Audited, given: argparse.Namespace) -> bytes:
    if given.format == "xlsx":
        return findings_xlsx(audited, given.language)
    if given.format == "hwpx":
        return memo_hwpx(audited, given.language, to=given.to, reply_by=given.reply_by)
    if given.out.suffix.lower() == ".hwpx":
        return summary_hwpx(audited, given.language)
    return summary_text(audited, given.language).encode()
