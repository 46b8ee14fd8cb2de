"""Approval and amendments as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from uigwe.audit import Level
from uigwe.plan import Level as Height
from uigwe.plan import agenda, field_now
from uigwe.plan.edit import kind_of_object
from uigwe.plan.part import Cell, form_of
from uigwe.reports.paper import Column, OfficePaper, PaperSection
from uigwe.review import AmendmentStage, Standing
from uigwe.texts import word
from uigwe.values import EXACT, read_number, to_won
from uigwe.web.approving import actions
from uigwe.web.approving.models import Amendment, Approval
from uigwe.web.people.roles import ROLES
from uigwe.web.plans.models import Revision, YearBook
from uigwe.web.plans.presenters.desk import Desk
from uigwe.web.plans.shelf import Shown
from uigwe.web.records import chain


@dataclass(frozen=True, slots=True)
class SignRow:
    """One step on the page: its words, how it stands, what was signed last, whether this person may note it down."""

    code: str
    title: str
    standing: Standing
    approval: Approval | None
    may: bool
    by: tuple[str, ...]

    @property
    def state(self) -> str:
        """`holds`, `outdated`, `next` or `waits`."""
        if self.standing.holds:
            return "holds"
        if self.standing.outdated:
            return "outdated"
        return "next" if self.standing.next else "waits"


@dataclass(frozen=True, slots=True)
class Approved:
    """What the approval is about. While it is prepared: the plan as it is now. Once fixed: the revision that was fixed, and beside
    it what is in force today and by which amendments."""

    revision: Revision
    newest: Revision
    amendments: tuple[Amendment, ...] = ()

    @property
    def in_force(self) -> Revision | None:
        """The published plan of today, where it is another one than was fixed."""
        return self.newest if self.newest.pk != self.revision.pk and not self.newest.is_draft else None


def approved(book: YearBook) -> Approved | None:
    """The plan that the steps of this year are about; None when there is no plan yet."""
    subject = actions.subject_of(book)
    if subject is None or book.fixed_at is None:
        return Approved(subject, subject) if subject else None
    published = Revision.objects.of(book.agency_id, book.year).published().defer("document").order_by("number").last()
    rows = Amendment.objects.filter(agency_id=book.agency_id, year=book.year, stage=AmendmentStage.IN_FORCE)
    return Approved(book.fixed_at, published or book.fixed_at, tuple(rows.order_by("number")))


def sign_rows(book: YearBook, shown: Shown, language: str) -> list[SignRow]:
    """The steps of the year's approval, for the plan that is being approved."""
    subject = actions.subject_of(book)
    given = {
        row.pk: row
        for row in Approval.objects.filter(agency_id=book.agency_id, year=book.year, amendment=None).select_related(
            "file", "by"
        )
    }
    rows = []
    for one in actions.standings(book, subject.hash if subject else ""):
        step = one.step
        title = (step.title if language == "ko" else step.title_en) or word("approval", step.code, language)
        rows.append(
            SignRow(
                step.code,
                title,
                one,
                given.get(one.signed.row) if one.signed else None,
                bool(one.next and step.by & shown.actor.roles and shown.actor.agency == book.agency_id),
                tuple(str(one.title) for one in ROLES if one.role in step.by),
            )
        )
    return rows


# ── the attachment of an approval ────────────────────────────────────────────────────────────────────────────────────


def attachment(
    shown: Shown, desk: Desk, body: str, rows: Iterable[SignRow], about: Approved | None = None
) -> OfficePaper:
    """What is approved, in figures, with the names (hashes) that tie the paper to the plan and to the record. `shown` is that very
    plan, whatever came after it; `about` adds what is in force since."""
    plan, language = desk.plan, desk.language
    heights = [Height.of(node.code) for node in plan.nodes()]
    counts = [
        (_("Strategic goals"), heights.count(Height.STRATEGIC)),
        (_("Performance goals"), heights.count(Height.GOAL)),
        (_("Management tasks"), heights.count(Height.TASK)),
        (_("Indicators"), len(plan.indicators)),
        (_("Milestones"), sum(len(task.milestones) for task in plan.tasks())),
    ]
    head = chain.head()
    facts = (
        (_("What is approved"), plan.title + " " + _("(revision {n})").format(n=shown.revision.number)),
        (_("Body"), body),
        (_("Year"), str(plan.year)),
        (_("Seal of the plan"), shown.revision.hash),
        *_since(about),
    )
    findings = [
        (word("level", level.value, language), str(sum(one.level is level for one in desk.open))) for level in Level
    ]
    sections = (
        PaperSection(
            _("The plan in figures"),
            columns=(Column(_("What"), 3), Column(_("Number"), 1, figures=True)),
            rows=tuple((name, str(number)) for name, number in counts),
        ),
        PaperSection(
            _("Strategic and performance goals"),
            columns=(Column(_("Code"), 1), Column(_("Title"), 6), Column(_("Tasks"), 1, figures=True)),
            rows=tuple(
                (goal.code, goal.title, str(len(goal.tasks))) for strategic in plan.goals for goal in strategic.goals
            ),
        ),
        PaperSection(
            _("Needs a look, not accepted"),
            columns=(Column(_("Level"), 3), Column(_("Number"), 1, figures=True)),
            rows=tuple(findings),
        ),
        PaperSection(
            _("Steps of the approval"),
            columns=(Column(_("Step"), 3), Column(_("Document number"), 3), Column(_("Day"), 2), Column(_("State"), 2)),
            rows=tuple(
                (
                    row.title,
                    row.approval.document_number if row.approval else "",
                    row.approval.day.isoformat() if row.approval else "",
                    told_state(row.state),
                )
                for row in rows
            ),
        ),
    )
    foot = (
        _("The seal is the SHA-256 name of the plan: a plan with another word in it has another seal."),
        _("End of the record when this was printed: entry {number}, {hash}").format(
            number=head.sequence, hash=head.hash
        ),
    )
    return OfficePaper(_("Attachment for the approval"), body, desk.as_of, facts, sections, foot)


def _since(about: Approved | None) -> tuple[tuple[str, str], ...]:
    if about is None or about.in_force is None:
        return ()
    numbers = ", ".join(str(one.number) for one in about.amendments)
    words = _("revision {n}, by amendment {numbers}").format(n=about.in_force.number, numbers=numbers)
    return ((_("In force today"), words),)


def told_state(state: str) -> str:
    """The state of a step in words."""
    return {
        "holds": _("signed, holds"),
        "outdated": _("to be signed again"),
        "next": _("is next"),
        "waits": _("waits"),
    }[state]


# ── amendments ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Money:
    """The amounts of an amendment in won: before, after, and the difference; counted where both are plain amounts."""

    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        """How much more or less."""
        return EXACT.subtract(self.after, self.before)


def money_of(amendment: Amendment, desk: Desk) -> Money | None:
    """What the budget lines of an amendment come to; None when it changes none."""
    before = after = Decimal(0)
    any_line = False
    for item in amendment.items.all():
        if kind_of_object(item.object) != "budget" or item.field != "amount" or not item.proposed:
            continue
        code, _slash, row = item.object.partition("/b")
        task = desk.plan.task(code)
        unit = next((line.unit for line in task.budget if str(line.row) == row), "") if task else ""
        old, new = (read_number(text, unit).value for text in (item.before, item.proposed))
        old_won = to_won(old, unit) if old is not None else None
        new_won = to_won(new, unit) if new is not None else None
        if old_won is not None and new_won is not None:
            before, after, any_line = EXACT.add(before, old_won), EXACT.add(after, new_won), True
    return Money(before, after) if any_line else None


def cells_of(desk: Desk, code: str) -> list[Cell]:
    """The fields of a goal or task that an amendment may name, as they are now."""
    cells = [cell for cell in form_of(desk.plan, code).cells() if not cell.locked]
    return [*cells, *([agenda_cell(desk, code)] if desk.plan.task(code) else [])]


def agenda_cells(desk: Desk) -> list[Cell]:
    """The links of every task to the national agenda: a new agenda concerns all of them at once."""
    return [agenda_cell(desk, task.code) for task in desk.plan.tasks()]


def agenda_cell(desk: Desk, code: str) -> Cell:
    """The links of one task as a field."""
    object = agenda.object_of(code)
    return Cell(object, agenda.FIELD, "long", field_now(desk.plan, object, agenda.FIELD))
