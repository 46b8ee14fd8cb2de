"""A reason in words that nobody stated as a basis: every way to read it, against the target."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.derive import comes_to, facts_of
from uigwe.audit.figures import row_of, says_the_same
from uigwe.audit.finding import Level, Remark
from uigwe.audit.words.reasons import before_notes, raised_by, says_about
from uigwe.formulas import Derived, FormulaProblem, evaluate, read_basis
from uigwe.plan import Indicator, Printing, Use
from uigwe.reasons import Confidence, Reading
from uigwe.values import plain, read_number, rounded

_HUNDRED = Decimal(100)
# Items of a reason: `- …`, `▪ …`, `* …` behind the first one.
_ITEMS = re.compile(r"(?:^|\s)(?:-\s|[▪▫•○◦※]|\*\s?)")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def none_yields(case: Case) -> Iterator[Remark]:
    """The words can be read in several ways, and none of them yields the printed target."""
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        printed = target.as_written(indicator.unit).interval if target else None
        if (
            use.basis
            or not use.reason
            or _raises_by_all(use.reason)
            or target is None
            or target.value is None
            or printed is None
        ):
            continue
        for words in _statements(use.reason):
            yielded = _readings(case, indicator, use, words)
            if any(_is_told(one, use.reason) for one in yielded.values()):
                continue
            if yielded and not any(comes_to(one, target.value, printed) for one in yielded.values()):
                yield _remark(indicator, use, target, yielded)
                break
            if (
                yielded
                and says_about(words)
                and not any(says_the_same(one.value, target.value) for one in yielded.values())
            ):
                yield replace(_remark(indicator, use, target, yielded, "about"), level=Level.NOTICE)
                break


def _statements(reason: str) -> Iterator[str]:
    """The reason, without its notes, and what comes first in it where it is told in several items: later ones look ahead or explain."""
    yield reason
    bare = before_notes(reason)
    if says_about(bare) and bare != reason.strip():
        yield bare
    first = next(iter(part for part in _ITEMS.split(reason) if part.strip()), "").strip()
    if first and first not in (reason.strip(), bare):
        yield first


def _raises_by_all(reason: str) -> bool:
    """Whether something is raised by 103 %: what that means is another check's question."""
    return any(number >= _HUNDRED for number, _ in raised_by(reason))


def _is_told(derived: Derived, reason: str) -> bool:
    """Whether what a reading yields stands in the reason itself: then it is a step on the way to the target."""
    return any(
        read.value is not None and read.interval is not None and read.interval.holds(derived.value)
        for match in _NUMBER.finditer(reason)
        for read in [read_number(match[0])]
    )


def _readings(case: Case, indicator: Indicator, use: Use, words: str) -> dict[str, Derived]:
    """What each reading of the words yields; empty when one cannot be computed, or when there is only one and it is a guess."""
    facts, reading = facts_of(indicator, use), case.reading(indicator, use, words)
    if not isinstance(reading, Reading) or (reading.confidence is Confidence.SURE and not _says_about(reading)):
        return {}
    if (
        reading.confidence is not Confidence.SURE
        and not reading.others
        and ((reading.confidence is not Confidence.RULED and not _in_view(reading)) or words != use.reason)
    ):
        return {}
    found: dict[str, Derived] = {}
    for basis in (reading.basis, *reading.others):
        try:
            derived = evaluate(read_basis(basis, indicator.unit), facts)
        except FormulaProblem:
            return {}
        if not isinstance(derived, Derived):
            return {}
        found[basis] = derived
    return found


def _in_view(reading: Reading) -> bool:
    """Whether so many each month of each place are only taken into account: no value, but this is what they come to."""
    return [note.id for note in reading.notes] == ["unused", "product"]


def _says_about(reading: Reading) -> bool:
    """Whether the reason puts `약` before what it adds: nobody states that as a basis."""
    return any(note.id == "about" for note in reading.notes)


def _remark(
    indicator: Indicator, use: Use, target: Printing, yielded: dict[str, Derived], kind: str = "differs"
) -> Remark:
    told = {basis: plain(rounded(derived.value, 2)) for basis, derived in yielded.items()}
    facts = {"name": use.name, "target": target.written, "yields": " · ".join(dict.fromkeys(told.values()))}
    facts |= {"case": kind} if kind != "differs" else {}
    steps = tuple(f"{basis} = {value}" for basis, value in told.items())
    object = f"{indicator.id}@{use.code}"
    places = row_of(indicator, use, "reason")
    return Remark(Level.DOUBT, object, target.place, facts, places, (target.written, *told.values()), steps)
