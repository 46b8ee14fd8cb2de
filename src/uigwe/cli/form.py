"""`uigwe form PACK CODE --out form.hwpx`, `uigwe form PACK --all --out DIR`, `uigwe form PACK --read returned.xlsx`."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from uigwe.cli.command import Command
from uigwe.cli.summaries import SUMMARIES
from uigwe.operations.collecting import Received
from uigwe.operations.form_files import FORMS, Forms, Sending, forms_of, one_form, read_back
from uigwe.plan import code_from
from uigwe.plan.merge import Fate, Judged
from uigwe.texts import both, phrase, tell, word
from uigwe.texts.forms import form_label, tell_note

OPEN, MISUSED = 1, 2


def arguments(parser: argparse.ArgumentParser) -> None:
    """A pack, whose form, and where it goes or what came back."""
    parser.add_argument("folder", type=Path, metavar="PACK", help=both("folder-pack"))
    parser.add_argument("code", nargs="?", default="", help=both("form-code"))
    parser.add_argument("--out", type=Path, help=both("form-out"))
    parser.add_argument("--all", action="store_true", help=both("form-all"))
    parser.add_argument("--read", type=Path, metavar="FILE", help=both("form-read"))
    parser.add_argument("--as", dest="kind", choices=FORMS, default="hwpx", help=both("form-kind"))
    parser.add_argument("--period", default="", help=both("form-period"))
    parser.add_argument("--round", type=int, default=1, help=both("form-round"))
    parser.add_argument("--title", default="", help=both("form-title"))
    parser.add_argument("--guideline", type=Path, help=both("form-guideline"))
    parser.add_argument("--due", type=date.fromisoformat, help=both("form-due"))
    parser.add_argument("--to", default="", help=both("form-to"))
    parser.add_argument("--findings", action="store_true", help=both("form-findings"))
    parser.add_argument("--today", type=date.fromisoformat, help=both("form-today"))
    parser.add_argument("--format", choices=("table", "json"), default="table")


def run(given: argparse.Namespace) -> int:
    """0 when all went well, 1 when something of a returned form waits for a person, 2 after a misuse."""
    guideline = given.guideline.read_text(encoding="utf-8").strip() if given.guideline else ""
    day = given.today or date.today()  # noqa: DTZ011 - the day on the person's own wall
    sending = Sending(
        day, given.round, given.title, guideline, given.due, given.to, given.period, given.findings and not given.read
    )
    forms = forms_of(given.folder, sending)
    code = code_from(given.code) if given.code else ""
    if not _fits(forms, code, given):
        return MISUSED
    if given.read:
        received, judged = read_back(forms, given.read, code)
        (_print_json if given.format == "json" else _print_table)(received, judged, given.language)
        return OPEN if _waits(received, judged) else 0
    if given.all:
        return _write_all(forms, given)
    kind = given.out.suffix.lower().removeprefix(".")
    sheet = forms.sheet(code, given.language)
    given.out.write_bytes(one_form(kind, sheet, given.language))
    print(phrase("form-written", given.language, file=given.out, mark=sheet.mark))
    return 0


def _fits(forms: Forms, code: str, given: argparse.Namespace) -> bool:
    """Whether what was asked for can be done; if not, it is said why."""
    wrong = ""
    if code and forms.plan.node(code) is None:
        codes = [node.code for node in forms.plan.nodes()]
        wrong = phrase("not-found", given.language, what=given.code, first=codes[0], last=codes[-1])
    elif given.period and not _is_period(forms, given.period):
        wrong = phrase("form-no-period", given.language, period=given.period, year=forms.plan.year)
    elif not given.read and given.out is None:
        wrong = phrase("form-out-needed", given.language)
    elif not given.read and not given.all and not code:
        wrong = phrase("form-code-needed", given.language)
    elif not given.read and not given.all and given.out.suffix.lower().removeprefix(".") not in FORMS:
        wrong = phrase("form-kind-unknown", given.language, file=given.out.name)
    if wrong:
        print(wrong, file=sys.stderr)
    return not wrong


def _is_period(forms: Forms, period: str) -> bool:
    try:
        forms.form(next(forms.plan.nodes()).code)
    except ValueError:
        return False
    return bool(period)


def _write_all(forms: Forms, given: argparse.Namespace) -> int:
    """The forms of all tasks, with a line of progress where somebody watches."""
    total, watched = sum(1 for _ in forms.plan.tasks()), sys.stderr.isatty()
    count = 0
    for count, path in enumerate(forms.all(given.out, given.kind, given.language), 1):
        if watched:
            print(
                f"\r{phrase('form-progress', given.language, done=count, of=total, file=path.name)}",
                end="",
                file=sys.stderr,
            )
    if watched:
        print(file=sys.stderr)
    print(phrase("form-all-written", given.language, count=count, folder=given.out))
    return 0


# ── what came back ───────────────────────────────────────────────────────────────────────────────────────────────────


def _waits(received: Received, judged: tuple[Judged, ...]) -> bool:
    return bool(received.waits()) or any(one.fate in (Fate.ASK, Fate.REFUSED) for one in judged)


def _print_table(received: Received, judged: tuple[Judged, ...], language: str) -> None:
    from rich.table import Table
    from rich.text import Text

    from uigwe.cli.paint import console

    out = console()
    told = [one for one in judged if one.fate is not Fate.SAME]
    if told:
        table = Table(header_style="bold")
        for column in ("fate", "what", "field", "printed", "returned", "now"):
            table.add_column(phrase(f"column-{column}", language), overflow="fold")
        colours = {Fate.MERGE: "green", Fate.ASK: "yellow", Fate.REFUSED: "red"}
        for one in told:
            answer = one.answer
            table.add_row(
                Text(form_label(f"fate-{one.fate}", language), style=colours[one.fate]),
                Text(answer.object),
                _field(answer.field, language),
                Text(answer.printed),
                Text(answer.returned),
                Text(one.now if one.now != answer.printed else ""),
            )
        out.print(table)
    for line in _sentences(received, judged, language):
        out.print(Text(f"- {line}"))
    counts = Counter(one.fate for one in judged)
    out.print(form_label("sum-up", language, **{fate.value: counts[fate] for fate in Fate}))


def _field(field: str, language: str) -> str:
    name = (
        field.rpartition(".")[2] if field.startswith(("result.", "progress.", "spending.")) else field.partition(".")[0]
    )
    return word("field", name, language)


def _sentences(received: Received, judged: tuple[Judged, ...], language: str) -> Iterator[str]:
    for one in judged:
        if one.problem:
            facts = {"object": one.answer.object, "field": one.answer.field, "value": one.answer.returned}
            yield tell("edits", one.problem, facts, language)
    for note in received.troubles:
        yield tell_note(note.reason, note.all_facts(), language)


def _print_json(received: Received, judged: tuple[Judged, ...], language: str) -> None:
    told = {
        "name": received.name,
        "kind": received.kind,
        "sha256": received.sha256,
        "mark": str(received.mark) if received.mark else None,
        "judged": [
            {
                "object": one.answer.object,
                "field": one.answer.field,
                "printed": one.answer.printed,
                "returned": one.answer.returned,
                "now": one.now,
                "fate": one.fate.value,
                "problem": one.problem,
            }
            for one in judged
        ],
        "missing": list(received.missing),
        "troubles": [
            {
                "reason": note.reason,
                "facts": note.all_facts(),
                "sentence": tell_note(note.reason, note.all_facts(), language),
            }
            for note in received.troubles
        ],
    }
    print(json.dumps(told, ensure_ascii=False, indent=2))


command = Command(**SUMMARIES["form"], arguments=arguments, run=run)
