"""`uigwe verify`: the chain, the guards of the tables, and the fingerprints of published plans."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from uigwe.web.terminal import Stop, complain, say

if TYPE_CHECKING:  # Django is set up by then, not when the terminal asks what commands there are
    from uigwe.web.records.chain import Head, Verdict

INTACT, OPEN = 0, 1


def verify(anchor: Path | None, write: Path | None, language: str) -> int:
    """Say what is wrong, or that nothing is; the exit code comes back. A head is written only when all is well."""
    from uigwe.web.records import chain

    kept = _read(anchor) if anchor else None
    verdict = chain.verify(kept)
    problems = list(_problems(verdict))
    for problem in problems:
        complain(problem, language)
    if problems:
        return OPEN
    say("chain-intact", language, entries=verdict.entries, sequence=verdict.head.sequence, hash=verdict.head.hash)
    if write:
        write.write_text(verdict.head.as_json() + "\n", encoding="utf-8")
        say("head-written", language, file=write)
    return INTACT


def _read(file: Path) -> Head:
    from uigwe.web.records.chain import Head

    try:
        return Head.from_json(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Stop("bad-head", file=file) from error


def _problems(verdict: Verdict) -> Iterator[Stop]:
    from uigwe.web.records import append_only

    if not verdict.intact:
        yield Stop(f"chain-{verdict.problem}", at=verdict.at)
    missing = append_only.missing()
    if missing:
        yield Stop("guards-missing", guards=", ".join(missing))
    for plan in changed_documents():
        yield Stop("document-changed", plan=plan)


def changed_documents() -> Iterator[str]:
    """Published revisions whose document is not what their hash says."""
    from uigwe.web.plans.models import Revision
    from uigwe.web.records.canonical import digest

    for row in Revision.objects.published().iterator(chunk_size=10):
        if digest(row.document) != row.hash:
            yield str(row)
