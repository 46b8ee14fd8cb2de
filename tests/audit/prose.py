"""Lines of invented prose, and what a check finds in them."""

from tests.builders import CODE, plan
from uigwe.audit import Case, Finding, audit, check_by_id
from uigwe.plan import Paragraph, Place, Plan


def text(*lines: str, code: str = CODE) -> tuple[Paragraph, ...]:
    """Lines of one section as an imported document has them: two apart, as printed pages are."""
    return tuple(Paragraph(line, Place(code=code, line=100 + 2 * number)) for number, line in enumerate(lines))


def case(*lines: str, of: Plan | None = None) -> Case:
    """A plan with this prose."""
    return Case(of or plan(), None, text(*lines))


def found_in(id: str, *lines: str, of: Plan | None = None) -> list[Finding]:
    """What one check finds in these lines."""
    check = check_by_id(id)
    assert check is not None, id
    return list(audit(case(*lines, of=of), (check,)).findings)
