"""`uigwe audit DIR`: findings as a table, as JSON or as a file; with `--against`, what became of them."""

import argparse
import json
import shlex
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from uigwe.audit import CHECKS, Finding, Level, Report, Type, check_by_id
from uigwe.audit.fixes import Proposal
from uigwe.audit.progress import compare_reports
from uigwe.cli.command import Command
from uigwe.cli.progress import pages_read
from uigwe.cli.summaries import SUMMARIES
from uigwe.operations import audit_folder, open_errors
from uigwe.operations.auditing import fixes_for
from uigwe.packs import Pack
from uigwe.packs.contract import place
from uigwe.plan import code_from
from uigwe.texts import both, phrase, say, word

if TYPE_CHECKING:
    from rich.table import Table

UNREADABLE = 2
FILES = ("xlsx", "hwpx", "summary")
SEOUL = timezone(timedelta(hours=9))


def arguments(parser: argparse.ArgumentParser) -> None:
    """DIR and the filters."""
    parser.add_argument("folder", type=Path, metavar="DIR", help=both("folder"))
    parser.add_argument("--format", choices=("table", "json", "xlsx", "hwpx", "summary"), default="table")
    parser.add_argument("--out", type=Path, metavar="FILE", help=both("audit-out"))
    parser.add_argument("--against", type=Path, metavar="DIR", help=both("audit-against"))
    parser.add_argument("--level", choices=[one.value for one in Level], help=both("level"))
    parser.add_argument("--type", choices=[one.value for one in Type], help=both("type"))
    parser.add_argument("--check", help=both("check"))
    parser.add_argument("--code", help=both("below"))
    parser.add_argument("--last-year", type=Path, metavar="DIR", help=both("last-year"))
    parser.add_argument("--today", type=date.fromisoformat, help=both("as-of"))
    parser.add_argument("--steps", action="store_true", help=both("steps"))
    parser.add_argument("--fixes", action="store_true", help=both("audit-fixes"))
    parser.add_argument("--to", default="", help=both("audit-to"))
    parser.add_argument("--reply-by", type=date.fromisoformat, help=both("audit-reply-by"))


def run(given: argparse.Namespace) -> int:
    """Print or write the findings; 1 when an error is open, 0 otherwise."""
    today = given.today or datetime.now(SEOUL).date()
    if given.check and check_by_id(given.check) is None:
        known = ", ".join(check.id for check in CHECKS)
        print(phrase("no-such-check", given.language, found=given.check, known=known), file=sys.stderr)
        return UNREADABLE
    if given.format in FILES:
        from uigwe.cli.audit_files import MISUSED, write_file

        audited = write_file(given, today, lambda finding: _wanted(finding, given))
        if audited is None:
            return MISUSED
        _say_questions(audited.questions, given)
        return 1 if any(finding.level is Level.ERROR for finding in audited.open) else 0
    with pages_read(given.language) as progress:
        pack, report = audit_folder(given.folder, given.last_year, progress)
    codes = [node.code for node in pack.plan.nodes()]
    if given.code and code_from(given.code) not in codes:
        told = phrase("not-found", given.language, what=given.code, first=codes[0], last=codes[-1])
        print(told, file=sys.stderr)
        return UNREADABLE
    findings = [finding for finding in report.findings if _wanted(finding, given)]
    shown = _Shown({one.key for one in pack.exceptions if one.holds_on(today)}, {}, given)
    if given.fixes:
        shown.fixes = fixes_for(pack, given.last_year, findings)
    with _printing_to(given.out):
        if given.against:
            _progress(audit_folder(given.against, given.last_year)[1], report, shown)
        elif given.format == "json":
            _print_json([shown.as_json(one) for one in findings])
        else:
            _table(pack, report, findings, shown)
    if given.out:
        print(phrase("audit-written", given.language, file=given.out, count=len(findings)))
    _say_questions(len(pack.questions), given)
    return 1 if open_errors(pack, report, today) else 0


def _say_questions(count: int, given: argparse.Namespace) -> None:
    """What the reader of a document asks a person, and where it is answered. Beside the findings, so that JSON stays JSON."""
    file = given.folder
    if count and file.is_file() and file.name != "plan.yaml":
        told = phrase("audit-questions", given.language, count=count, file=shlex.quote(str(file)))
        print(told, file=sys.stderr)


@dataclass
class _Shown:
    """How findings are shown: which are accepted, what would repair them, and what was asked for."""

    accepted: set[str]
    fixes: Mapping[str, tuple[Proposal, ...]]
    given: argparse.Namespace

    @property
    def language(self) -> str:
        return str(self.given.language)

    def proposals(self, finding: Finding) -> list[str]:
        """What would repair it, in sentences."""
        from uigwe.reports.words import proposed

        return proposed(self.fixes.get(finding.key, ()), self.language) if self.fixes else []

    def as_json(self, finding: Finding) -> dict[str, Any]:
        """The finding as other programs read it, with its fixes when they were asked for."""
        told = as_json(finding, self.language, finding.key in self.accepted)
        return {**told, "fixes": self.proposals(finding)} if self.given.fixes else told


@contextmanager
def _printing_to(file: Path | None) -> Iterator[None]:
    """What is printed goes into a file where one is named, as UTF-8."""
    if file is None:
        yield
        return
    with file.open("w", encoding="utf-8") as out, redirect_stdout(out):
        yield


def _print_json(told: object) -> None:
    print(json.dumps(told, ensure_ascii=False, indent=2))


def _progress(old: Report, new: Report, shown: _Shown) -> None:
    """What became of the findings since the earlier audit."""
    given = shown.given
    progress = compare_reports(old, new)
    parts = {
        name: [finding for finding in getattr(progress, name) if _wanted(finding, given)]
        for name in ("new", "gone", "still", "apart")
    }
    if given.format == "json":
        _print_json({name: [shown.as_json(one) for one in found] for name, found in parts.items()})
        return
    from uigwe.cli.paint import console

    for name in ("gone", "new"):
        if parts[name]:
            console().print(_rows(parts[name], shown, phrase(f"audit-{name}", given.language)))
    counts = {name: len(found) for name, found in parts.items()}
    counts["changed"] = sum(_wanted(finding, given) for finding in progress.changed)
    console().print(phrase("audit-progress", given.language, **counts))
    if parts["apart"]:
        console().print(phrase("audit-apart", given.language, count=counts["apart"]))


def as_json(finding: Finding, language: str, accepted: bool) -> dict[str, Any]:
    """A finding in the form other programs rely on."""
    return {
        "check": finding.check,
        "type": finding.type.value,
        "level": finding.level.value,
        "code": finding.code,
        "object": finding.object,
        "place": place(finding.place),
        "places": [place(one) for one in finding.places],
        "values": list(finding.values),
        "facts": dict(finding.facts),
        "message": say(finding, language).sentence,
        "steps": list(finding.steps),
        "key": finding.key,
        "accepted": accepted,
    }


def _wanted(finding: Finding, given: argparse.Namespace) -> bool:
    code = code_from(given.code) if given.code else ""
    return (
        (not given.level or finding.level == given.level)
        and (not given.type or finding.type == given.type)
        and (not given.check or finding.check == given.check)
        and (not code or finding.code == code or finding.code.startswith(f"{code}-"))
    )


def _table(pack: Pack, report: Report, findings: list[Finding], shown: _Shown) -> None:
    from uigwe.cli.paint import console

    if findings:
        title = f"{pack.plan.agency} {pack.plan.year} · {pack.plan.title}"
        console().print(_rows(findings, shown, title))
    console().print(_summary(report, findings, shown))


def _rows(findings: list[Finding], shown: _Shown, title: str) -> "Table":
    from rich.table import Table
    from rich.text import Text

    from uigwe.cli.paint import mark

    columns = ("level", "where", "line", "finding")
    table = Table(show_lines=False, header_style="bold", expand=False, title=title)
    for column in columns:
        justify: Literal["left", "right"] = "right" if column == "line" else "left"
        table.add_column(
            phrase(f"column-{column}", shown.language), no_wrap=column != "finding", justify=justify, overflow="fold"
        )
    for finding in findings:
        said = say(finding, shown.language)
        body = Text.assemble((said.title, "bold"), (f"  {finding.check}", "dim"), "\n", said.sentence)
        if shown.given.steps and finding.steps:
            body.append("\n" + "\n".join(f"   {step}" for step in finding.steps), style="dim")
        for proposal in shown.proposals(finding):
            body.append("\n" + phrase("audit-proposed", shown.language, proposal=proposal), style="green")
        if finding.key in shown.accepted:
            body.append("  " + phrase("accepted", shown.language), style="green")
        table.add_row(
            mark(finding.level, shown.language),
            finding.code or finding.place.heading,
            str(finding.place.line or ""),
            body,
        )
    return table


def _summary(report: Report, findings: list[Finding], shown: _Shown) -> str:
    language = shown.language
    by_level = Counter(finding.level for finding in findings)
    counts = ", ".join(f"{word('level', level, language)} {by_level[level]}" for level in Level)
    skipped = ", ".join(f"{check} ({need})" for check, need in report.skipped)
    held = sum(one.key in shown.accepted for one in findings)
    lines = [
        phrase("audit-counts", language, count=len(findings), counts=counts, accepted=held),
        phrase("audit-ran", language, ran=len(report.ran)),
    ]
    if skipped:
        lines.append(phrase("audit-skipped", language, skipped=skipped))
    return "\n".join(lines)


command = Command(**SUMMARIES["audit"], arguments=arguments, run=run)
