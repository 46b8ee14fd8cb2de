"""Links to the national agenda: the body's table against the annex. The annex may add registers that the body leaves out."""

from collections.abc import Iterator

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.plan import AgendaLink, Part, Task


def body_against_annex(case: Case) -> Iterator[Remark]:
    """For one task and one register, body and annex name different items."""
    for task in case.plan.tasks():
        body, annex = _of_part(task, Part.BODY), _of_part(task, Part.ANNEX)
        if not annex:
            continue
        for register in sorted({link.register for link in body}):
            in_body = {link.code: link for link in body if link.register == register}
            in_annex = {link.code: link for link in annex if link.register == register}
            if in_body.keys() != in_annex.keys():
                yield _remark(task, register, in_body, in_annex)


def without_link(case: Case) -> Iterator[Remark]:
    """A task that is linked to nothing, in a plan whose other tasks are linked."""
    if not any(task.links for task in case.plan.tasks()):
        return
    for task in case.plan.tasks():
        if not task.links:
            yield Remark(Level.NOTICE, task.code, task.place, {"title": task.title})


def _of_part(task: Task, part: Part) -> list[AgendaLink]:
    return [link for link in task.links if link.place.part is part]


def _remark(task: Task, register: str, body: dict[str, AgendaLink], annex: dict[str, AgendaLink]) -> Remark:
    facts = {
        "title": task.title,
        "register": register,
        "body": ", ".join(sorted(body)) or "-",
        "annex": ", ".join(sorted(annex)) or "-",
    }
    links = [*body.values(), *annex.values()]
    place = task.place
    return Remark(
        Level.ERROR, task.code, place, facts, tuple(link.place for link in links), (facts["body"], facts["annex"])
    )
