"""Proposed fixes: what would make a finding go, as edits that a person may take or leave. Nothing here is done by itself.

A proposal is offered only when it was tried: with it the finding is gone, nothing else takes its place, and no new error
appears, except that other places which print the same number must follow; the proposal names them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from uigwe.audit.case import Case
from uigwe.audit.checks import check_by_id
from uigwe.audit.checks.basis import as_ratio
from uigwe.audit.derive import derive
from uigwe.audit.finding import Finding, Level
from uigwe.audit.report import Report, audit
from uigwe.formulas import Derived, FormulaProblem, read_basis, written
from uigwe.formulas.tree import Number, Suffix, walk
from uigwe.plan import EditProblem, Indicator, Milestone, Patch, Place, Plan, Use, edited
from uigwe.values import percent_signs, rounded
from uigwe.values.written import read_number

_NUMBER = re.compile(r"(?:(?P<sign>[△▲▽▼−–\-])\s*)?(?P<digits>\d[\d,]*(?:\.\d+)?)")
_PERCENT = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*%(?!\s*[pPｐ])")
_PRINTED_AGAIN = ("values-differ", "quoted-differs", "claim-differs", "target-elsewhere", "percent-for-points")
# A year as dates of tables print it: two digits behind a quote or before a point, or all four.
_YEAR = re.compile(r"(?:(?<=[‘’'`´′])|(?<![\d.])(?=\d{2}\s*[.])|(?<!\d)20)(?P<short>\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One edit, and why it would help: `why` names a sentence of the texts (`fixes`), which `facts` fill.

    `follow` are the places that print the number which the edit replaces, and have to be changed as well.
    """

    patch: Patch
    why: str
    facts: Mapping[str, str]
    follow: tuple[Place, ...] = ()


def proposals(finding: Finding, plan: Plan) -> tuple[Proposal, ...]:
    """What would repair a finding; empty when no edit of one field does. Leaving it as it is always stays possible."""
    return Repairs(Case(plan)).of(finding)


class Repairs:
    """Proposals for the findings of one case. Use one for many findings: what the case has now is looked at once.

    `report` is the audit of just this case, for those who have it already.
    """

    def __init__(self, case: Case, report: Report | None = None) -> None:
        self.case = case
        self._report = report

    @cached_property
    def _errors(self) -> frozenset[tuple[str, str]]:
        found = self._report.findings if self._report else audit(self.case).findings
        return frozenset((one.check, one.object) for one in found if one.level is Level.ERROR)

    def of(self, finding: Finding) -> tuple[Proposal, ...]:
        """The edits that were tried and help, the likeliest first."""
        candidates = FIXES.get(finding.check)
        if candidates is None:
            return ()
        tried: dict[Patch, Proposal | None] = {}
        for proposal in candidates(finding, self.case.plan):
            if proposal.patch not in tried:
                tried[proposal.patch] = self._tried(finding, proposal)
        return tuple(proposal for proposal in tried.values() if proposal)

    def _tried(self, finding: Finding, proposal: Proposal) -> Proposal | None:
        """The proposal with the places that must follow; None when it does not help, or costs something else."""
        try:
            mended = replace(self.case, plan=edited(self.case.plan, proposal.patch))
        except EditProblem:
            return None
        before, after = _same(self.case, finding), _same(mended, finding)
        if finding.key in after or len(after) >= len(before):
            return None
        errors = _errors_of(mended)
        if proposal.patch.field == "basis" and any(one.object == proposal.patch.object for one in errors):
            return None
        brought = [one for one in errors if (one.check, one.object) not in self._errors]
        if not all(_only_follows(one, proposal) for one in brought):
            return None
        follow = dict.fromkeys(place for one in brought for place in one.places if place != finding.place)
        return replace(proposal, follow=tuple(follow))


def _only_follows(error: Finding, proposal: Proposal) -> bool:
    """Whether an error only says that another place still prints what the edit replaces."""
    id, _, code = proposal.patch.object.partition("@")
    if error.check not in _PRINTED_AGAIN or not (error.object.partition("@")[0] == id or error.code == code):
        return False
    old = read_number(proposal.facts["before"]).value
    printed = (read_number(error.facts.get(name, "")).value for name in ("own", "other", "stated"))
    return old is not None and old in printed


def _same(case: Case, finding: Finding) -> set[str]:
    """The keys of all that one check has to say of one object."""
    check = check_by_id(finding.check)
    found = audit(case, (check,)).findings if check else ()
    return {one.key for one in found if one.object == finding.object}


def _errors_of(case: Case) -> list[Finding]:
    return [one for one in audit(case).findings if one.level is Level.ERROR]


# ── targets ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _target_from_basis(finding: Finding, plan: Plan) -> Iterator[Proposal]:
    """The target becomes what its basis yields, printed with as many decimals as now."""
    indicator, use = _use(finding, plan)
    derived = _derived(indicator, use)
    target = indicator.target(use) if indicator and use else None
    if derived is None or target is None or target.value is None:
        return
    decimals = max(0, -int(target.value.as_tuple().exponent))
    yield from _target(finding, plan, rounded(derived.value, decimals), "target-from-basis")


def _target_from_elsewhere(finding: Finding, plan: Plan) -> Iterator[Proposal]:
    """The target becomes what the other table, the reason or the prose prints. Past results belong to the record and stay."""
    indicator, use = _use(finding, plan)
    target = indicator.target(use) if indicator and use else None
    if indicator is None or target is None or finding.facts.get("own") != target.written:
        return
    if finding.facts.get("kind", "target") == "target" and finding.facts["year"] == str(target.year):
        other = read_number(finding.facts.get("other") or finding.facts["stated"], indicator.unit).value
        if other is not None:
            yield from _target(finding, plan, other, "target-from-elsewhere")


def _target_without_gaps(finding: Finding, plan: Plan) -> Iterator[Proposal]:
    """A target that is torn by spaces is one number again."""
    indicator, use = _use(finding, plan)
    target = indicator.target(use) if indicator and use else None
    if use is None or target is None or target.written != finding.facts["written"]:
        return
    after = "".join(target.written.split())
    facts = {"name": use.name, "before": target.written, "after": after}
    yield Proposal(Patch(finding.object, "target", after), "target-in-one", facts)


def _target(finding: Finding, plan: Plan, value: Decimal, why: str) -> Iterator[Proposal]:
    indicator, use = _use(finding, plan)
    target = indicator.target(use) if indicator and use else None
    if indicator is None or use is None or target is None:
        return
    after = rewritten(target.written, value, indicator.unit)
    if after is not None and after != target.written:
        facts = {"name": use.name, "before": target.written, "after": after}
        yield Proposal(Patch(f"{indicator.id}@{use.code}", "target", after), why, facts)


def rewritten(cell: str, value: Decimal, unit: str = "") -> str | None:
    """A printed cell with another number in the same dress: `40.0%` and 41.5 make `41.5%`; None when that cannot be read back."""
    numbers = list(_NUMBER.finditer(cell))
    if len(numbers) != 1:
        return None
    [match] = numbers
    digits = f"{abs(value):,f}" if "," in match["digits"] else f"{abs(value):f}"
    sign = (match["sign"] or "△") if value < 0 else ""
    new = cell[: match.start()] + sign + digits + cell[match.end() :]
    return new if read_number(new, unit).value == value else None


# ── reasons and bases ────────────────────────────────────────────────────────────────────────────────────────────────


def _percent_as_points(finding: Finding, plan: Plan) -> Iterator[Proposal]:
    """The reason says percentage points, as the arithmetic does; or the arithmetic takes per cent, as the reason says."""
    indicator, use = _use(finding, plan)
    if indicator is None or use is None:
        return
    points = next((number for number, _ in percent_signs(finding.facts["printed"])), None)
    reason = _PERCENT.sub(lambda found: found[0] + "p" if Decimal(found["number"]) == points else found[0], use.reason)
    facts = {"name": use.name, "before": finding.facts["printed"], "after": finding.facts["meant"]}
    yield Proposal(Patch(finding.object, "reason", reason), "reason-in-points", facts)
    node = read_basis(use.basis, indicator.unit)
    for part in walk(node):
        if isinstance(part, Number) and part.suffix is Suffix.POINTS and part.value == points:
            after = written(as_ratio(node, part))
            yield Proposal(
                Patch(finding.object, "basis", after),
                "basis-in-percent",
                {"name": use.name, "before": use.basis, "after": after},
            )


def _raised_by_rest(finding: Finding, plan: Plan) -> Iterator[Proposal]:
    """`raised by 103 %` becomes `raised by 3 %`."""
    _, use = _use(finding, plan)
    words, by = finding.facts["words"], finding.facts["by"]
    after = _PERCENT.sub(by, words, count=1)
    if use is not None and words in use.reason and after != words:
        facts = {"name": use.name, "before": words, "after": after}
        yield Proposal(Patch(finding.object, "reason", use.reason.replace(words, after)), "reason-rest", facts)


def _nearest_word(finding: Finding, plan: Plan) -> Iterator[Proposal]:
    """A misspelt word of a basis becomes the word that it is nearest to."""
    indicator, use = _use(finding, plan)
    if indicator is None or use is None:
        return
    try:
        read_basis(use.basis, indicator.unit)
    except FormulaProblem as problem:
        near = problem.facts.get("near", "")
        if near:
            after = use.basis[: problem.start] + near + use.basis[problem.end :]
            facts = {"name": use.name, "before": use.basis[problem.start : problem.end], "after": near}
            yield Proposal(Patch(finding.object, "basis", after), "basis-word", facts)


def _one_wording(finding: Finding, plan: Plan) -> Iterator[Proposal]:
    """One indicator serves two levels: the second takes the wording of the first, or the first that of the second."""
    id, _, _ = finding.object.partition("@")
    part, facts = finding.facts["part"], finding.facts
    for code, before, after in ((facts["other_code"], "other", "one"), (facts["one_code"], "one", "other")):
        told = {"name": facts["name"], "part": part, "code": code, "before": facts[before], "after": facts[after]}
        yield Proposal(Patch(f"{id}@{code}", part, facts[after]), "one-wording", told)


def _one_formula(finding: Finding, plan: Plan) -> Iterator[Proposal]:
    """The annex takes the formula of the table, or the table that of the annex."""
    facts, code = finding.facts, finding.object.partition("@")[2]
    for field, kind, before, after in (
        ("formula.annex", "formula-of-table", "annexed", "own"),
        ("formula", "formula-of-annex", "own", "annexed"),
    ):
        told = {"name": facts["name"], "code": code, "before": facts[before], "after": facts[after]}
        yield Proposal(Patch(finding.object, field, facts[after]), kind, told)


def _usual_kind(finding: Finding, plan: Plan) -> Iterator[Proposal]:
    """The indicator is called what those like it are called."""
    field, facts = finding.facts["case"], finding.facts
    told = {"name": facts["name"], "before": facts["kind"], "after": facts["usual"]}
    yield Proposal(Patch(finding.object, field, facts["usual"]), "usual-kind", told)


# ── milestones ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _quarter_of_end(finding: Finding, plan: Plan) -> Iterator[Proposal]:
    """The milestone moves to the quarter in which it ends; or its date to the year of the plan."""
    milestone = _milestone(finding, plan)
    end = (milestone.end or milestone.start) if milestone else None
    if milestone is None or end is None:
        return
    facts = {"text": milestone.text, "when": milestone.when}
    if end.year == plan.year:
        quarter = str((end.month + 2) // 3)
        told = {**facts, "before": str(milestone.quarter), "after": quarter}
        yield Proposal(Patch(finding.object, "quarter", quarter), "quarter-of-end", told)
        return
    if milestone.quarter == 0:
        return  # what stands before the quarters may well have been done the year before
    when = _other_year(milestone.when, end.year, plan.year)
    told = {**facts, "before": milestone.when, "after": when}
    yield Proposal(Patch(finding.object, "when", when), "year-of-plan", told)


def _year_meant(finding: Finding, plan: Plan) -> Iterator[Proposal]:
    """The words of the milestone name the year that they must mean."""
    facts = finding.facts
    after = _other_year(facts["text"], int(facts["year"]), int(facts["meant"]))
    told = {"text": facts["text"], "before": facts["year"], "after": facts["meant"]}
    yield Proposal(Patch(finding.object, "text", after), "year-meant", told)


def _other_year(text: str, old: int, new: int) -> str:
    """A text with one year in the place of another, printed with as many digits."""

    def changed(found: re.Match[str]) -> str:
        if found["short"] != f"{old % 100:02}":
            return found[0]
        return found[0][:-2] + f"{new % 100:02}"

    return _YEAR.sub(changed, text)


# ── what a finding is about ──────────────────────────────────────────────────────────────────────────────────────────


def _use(finding: Finding, plan: Plan) -> tuple[Indicator | None, Use | None]:
    """The indicator and its use; a finding about the indicator as a whole is about the use of the goal where it stands."""
    id, _, code = finding.object.partition("@")
    indicator = plan.indicator(id)
    return indicator, indicator.use(code or finding.facts.get("own_code", "")) if indicator else None


def _derived(indicator: Indicator | None, use: Use | None) -> Derived | None:
    try:
        derived = derive(indicator, use) if indicator and use else None
    except FormulaProblem:
        return None
    return derived if isinstance(derived, Derived) else None


def _milestone(finding: Finding, plan: Plan) -> Milestone | None:
    code, _, row = finding.object.partition("/m")
    task = plan.task(code)
    return next((one for one in task.milestones if str(one.row) == row), None) if task else None


# Which finding has which candidates. What is not here has no edit of one field that would settle it.
FIXES: Mapping[str, Callable[[Finding, Plan], Iterator[Proposal]]] = {
    "target-basis": _target_from_basis,
    "values-differ": _target_from_elsewhere,
    "quoted-differs": _target_from_elsewhere,
    "claim-differs": _target_from_elsewhere,
    "number-malformed": _target_without_gaps,
    "percent-or-points": _percent_as_points,
    "raised-by-all": _raised_by_rest,
    "basis-unreadable": _nearest_word,
    "uses-differ": _one_wording,
    "formula-annexed": _one_formula,
    "kind-differs": _usual_kind,
    "milestone-outside": _quarter_of_end,
    "milestone-year": _year_meant,
}
