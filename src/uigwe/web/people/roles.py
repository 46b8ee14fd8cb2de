"""The roles as people read about them: each a class that says what it is for."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from uigwe.review import Role


class Description:
    """A role in words. Subclasses stand in `ROLES`, in the order in which a plan passes through their hands."""

    role: Role
    title: str | Promise
    text: str | Promise


class TaskOwner(Description):
    """Answers for a management task."""

    role = Role.TASK_OWNER
    title = _("Task owner")
    text = _("Answers for management tasks: revises their targets, bases and milestones in the draft.")


class DivisionHead(Description):
    """Heads a division."""

    role = Role.DIVISION_HEAD
    title = _("Head of division")
    text = _("Answers for a division: revises whatever its tasks and those of the teams below it have in the draft.")


class PerformanceOffice(Description):
    """Keeps the plan together."""

    role = Role.PERFORMANCE_OFFICE
    title = _("Performance office")
    text = _(
        "Keeps the agency's plan together: starts drafts, revises anything in them, accepts findings as exceptions, publishes."
    )


class AgencyStaff(Description):
    """Works in a body that carries programmes out."""

    role = Role.AGENCY_STAFF
    title = _("Staff of an affiliated agency")
    text = _(
        "Works in a body that carries programmes out: hands in the results that were delegated, with their evidence."
    )


class Evaluator(Description):
    """Judges results."""

    role = Role.EVALUATOR
    title = _("Evaluator")
    text = _("Judges results as a member of the evaluation committee: reads what is published.")


class Auditor(Description):
    """Looks at how it came about."""

    role = Role.AUDITOR
    title = _("Auditor")
    text = _(
        "Looks at how things came about: reads published plans, drafts and the whole record; changes nothing. "
        "Allows or refuses that a closed year is opened again."
    )


class Administrator(Description):
    """Looks after accounts."""

    role = Role.ADMINISTRATOR
    title = _("Administrator")
    text = _("Looks after accounts and roles and reads the record; has no say in what a plan promises.")


class Public(Description):
    """Everybody."""

    role = Role.PUBLIC
    title = _("The public")
    text = _("Everybody: reads what is published.")


ROLES: tuple[type[Description], ...] = (
    TaskOwner,
    DivisionHead,
    PerformanceOffice,
    AgencyStaff,
    Evaluator,
    Auditor,
    Administrator,
    Public,
)
