"""A form that came back, from the file to what it answers: looked at, read in a child that can be killed, held against what was printed."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from uigwe.documents.answers import Answered, answers_of
from uigwe.documents.returned import Note, Returned, read_forms
from uigwe.files import Limits, Refused, preflight
from uigwe.files.child import run
from uigwe.files.preflight import MEGABYTE, Preflight
from uigwe.files.refused import of_form
from uigwe.plan import Plan
from uigwe.plan.mark import Mark
from uigwe.plan.merge import Answer, Fate, Judged, judge
from uigwe.plan.part import Form
from uigwe.plan.results_form import judge_results
from uigwe.reports.form_sheet import FormSheet, texts_around
from uigwe.texts import LANGUAGES

SECONDS, MEGABYTES = 60, 1024
LIMITS = Limits(size=20 * MEGABYTE)
READ = frozenset({"hwpx", "hwp", "xlsx"})
# Notes that tell what was done; all others wait for a person.
TOLD = ("computed", "date-cell", "hidden-row", "hidden-column", "before-tables")
# Notes after which nothing in the file is taken as an answer here.
STRANGE = ("other-agency", "other-year", "other-form", "not-a-form")

Printed = Form | FormSheet
Kept = Callable[[Mark | None], Printed | None]


@dataclass(frozen=True, slots=True)
class Received:
    """A returned form: whose it is, what it answers for certain, what a person has to settle, and what has to be said of it.

    `answers` and `added` are sure of their place and go through `judge`; `doubtful` ones are always asked. `missing` are
    objects whose rows are gone. `troubles` are notes with their places; see `waits`.
    """

    name: str
    kind: str
    sha256: str
    size: int
    mark: Mark | None
    answers: tuple[Answer, ...] = ()
    added: tuple[Answer, ...] = ()
    doubtful: tuple[Answer, ...] = ()
    missing: tuple[str, ...] = ()
    troubles: tuple[Note, ...] = field(default_factory=tuple)

    @property
    def usable(self) -> bool:
        """Whether it is the form that was expected here."""
        return not any(note.reason in STRANGE for note in self.troubles)

    def waits(self) -> tuple[Note, ...]:
        """The notes that somebody has to look at before all of the file is settled."""
        return tuple(note for note in self.troubles if note.reason not in TOLD)


def returned_file(
    source: Path | bytes, printed: Printed | Kept, *, name: str = "", round_no: int | None = None
) -> Received:
    """What a returned file answers. `printed` is the form that was sent out, or looks it up by the number that the file bears.

    A `FormSheet` knows all that was printed; with a `Form` alone what stands before the first table cannot be compared and is told.
    Raises `files.Refused` for what is no HWPX, HWP or XLSX, has macros, is encrypted, empty, too large or broken.
    """
    looked = _looked(source, name)
    read, others = _own(_read(looked), printed)
    kept = _looked_up(printed, read.mark)
    told = Received(looked.name, looked.kind, looked.sha256, looked.size, read.mark)
    if kept is None:
        found = (Note("other-version", facts={"found": str(read.mark)}),) if read.mark else (Note("no-mark"),)
        return _with(told, Answered(notes=found))
    whole = isinstance(kept, FormSheet)
    sheet = kept if isinstance(kept, FormSheet) else FormSheet(kept, "", "", 0, "", "", None, date.min, "")
    form = sheet.form
    if round_no is None and whole:
        round_no = sheet.round_no
    differing = tuple(_differing(read.mark, form, round_no))
    if any(note.reason in STRANGE for note in differing):
        return _with(told, Answered(notes=differing))
    answered = answers_of(read, form, _around(sheet), front=whole)
    if others:
        facts = {"taken": str(read.mark), "others": ", ".join(others), "count": str(len(others) + 1)}
        differing = (*differing, Note("other-forms", facts=facts))
    if any(
        note.reason != "other-forms" for note in differing
    ):  # not what was printed, or not for this round: nothing in it is certain
        answered = Answered(
            (), (), (*answered.answers, *answered.added, *answered.doubtful), answered.missing, answered.notes
        )
    return _with(told, answered, differing)


def judged_against(plan: Plan, received: Received) -> tuple[Judged, ...]:
    """The fate of each answer by what the plan says now; a doubtful one is never merged, only asked."""
    return (*judge(plan, (*received.answers, *received.added)), *map(_asked, judge(plan, received.doubtful)))


def judged_results(form: Form, received: Received, now: Mapping[tuple[str, str], str]) -> tuple[Judged, ...]:
    """The same for a form of results, by what the records say now."""
    certain = judge_results(form, received.answers, now)
    return (*certain, *map(_asked, judge_results(form, received.doubtful, now)))


def _asked(one: Judged) -> Judged:
    return replace(one, fate=Fate.ASK) if one.fate is Fate.MERGE else one


def _with(told: Received, answered: Answered, more: tuple[Note, ...] = ()) -> Received:
    return Received(
        told.name, told.kind, told.sha256, told.size, told.mark, answered.answers, answered.added, answered.doubtful,
        answered.missing, (*more, *answered.notes),
    )  # fmt: skip


def _looked(source: Path | bytes, name: str) -> Preflight:
    try:
        return _taken(source, name)
    except Refused as refused:
        raise of_form(refused) from None


def _taken(source: Path | bytes, name: str) -> Preflight:
    if isinstance(source, Path):
        return preflight(source, LIMITS, READ)
    # The name that somebody gave the file only tells what it promises to be; its place on the disk is ours.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"returned{Path(name).suffix[:8]}"
        path.write_bytes(source)
        try:
            looked = preflight(path, LIMITS, READ)
        except Refused as refused:
            raise Refused(refused.reason, {**refused.facts, "file": name or path.name}) from None
    return Preflight(name or path.name, looked.kind, looked.size, looked.sha256, data=looked.data)


def _looked_up(printed: Printed | Kept, mark: Mark | None) -> Printed | None:
    return printed if isinstance(printed, Form | FormSheet) else printed(mark)


def _own(forms: tuple[Returned, ...], printed: Printed | Kept) -> tuple[Returned, tuple[str, ...]]:
    """Of several forms in one file the one that is expected, otherwise the first; and the numbers of the others."""
    if len(forms) == 1:
        return forms[0], ()
    own = next((one for one in forms if _is_expected(one, printed)), forms[0])
    return own, tuple(str(one.mark) for one in forms if one is not own)


def _is_expected(one: Returned, printed: Printed | Kept) -> bool:
    kept, mark = _looked_up(printed, one.mark), one.mark
    form = kept.form if isinstance(kept, FormSheet) else kept
    return mark is not None and form is not None and (mark.code, mark.year) == (form.code, form.year)


def _read(looked: Preflight) -> tuple[Returned, ...]:
    try:
        return run(read_forms, looked.data, looked.kind, seconds=SECONDS, megabytes=MEGABYTES)
    except Refused as refused:
        raise Refused(refused.reason, {"file": looked.name, **refused.facts}) from None


def _around(sheet: FormSheet) -> list[str]:
    return [text for language in LANGUAGES for text in texts_around(sheet, language)]


def _differing(mark: Mark | None, form: Form, round_no: int | None) -> Iterator[Note]:
    """How the number on the file differs from that of the form which is expected."""
    if mark is None:
        return
    if mark.agency != form.agency.lower():
        yield Note("other-agency", facts={"found": mark.agency, "expected": form.agency})
    elif mark.year != form.year:
        yield Note("other-year", facts={"found": str(mark.year), "expected": str(form.year)})
    elif mark.code != form.code:
        yield Note("other-form", facts={"found": mark.code, "expected": form.code})
    elif round_no is not None and mark.round_no != round_no:
        yield Note("other-round", facts={"found": str(mark.round_no), "expected": str(round_no)})
    elif mark.seal != form.seal:
        yield Note("other-version", facts={"found": mark.seal})
