"""A task's links to the national agenda as one field, so that a new agenda can be written into a plan: a line for each link.

A line says register, code (`-` where it has none) and title: what stands in the body and once more in the annex is one line.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from uigwe.plan.patch import EditProblem, Patch
from uigwe.plan.place import Part, Place
from uigwe.plan.records import AgendaLink
from uigwe.plan.tree import Plan, Task

OBJECT = "/agenda"
FIELD = "links"
NO_CODE = "-"
NONE = "-"  # as the whole text: no link at all, as a plan prints what there is none of
_CODE = re.compile(r"\d[\d.\-]*|[Ⅰ-Ⅻ][\d.\-①-⑳]*|-")

_PARTS = tuple(Part)

Line = tuple[str, str, str]


def object_of(code: str) -> str:
    """The object whose field holds the links of a task."""
    return f"{code}{OBJECT}"


def links_now(plan: Plan, patch: Patch) -> str:
    """The links of a task, a line for each."""
    return "\n".join(
        " ".join((register, code or NO_CODE, title)).rstrip() for register, code, title in _lines(_task(plan, patch))
    )


def edit_links(plan: Plan, patch: Patch) -> tuple[str, Callable[[Task], Task]]:
    """The task that a patch names and the change of it: lines that stay keep their printings, new ones stand where the plan prints
    their register. Raises `EditProblem`."""
    task = _task(plan, patch)
    told = "" if patch.value.strip() == NONE else patch.value
    wanted = [_read(line, patch) for line in told.split("\n") if line.strip()]
    if len({line[:2] if line[1] else line for line in wanted}) < len(wanted):
        raise EditProblem("twice", patch)
    found = [link for line in wanted for link in _links(plan, task, line)]
    links = tuple(sorted(found, key=lambda link: _PARTS.index(link.place.part)))  # as printed: the body, then the annex
    return task.code, lambda held: replace(held, links=links)


def _task(plan: Plan, patch: Patch) -> Task:
    task = plan.task(patch.object.removesuffix(OBJECT))
    if task is None:
        raise EditProblem("no-such-object", patch)
    return task


def _key(link: AgendaLink) -> tuple[str, str]:
    return link.register, link.code or "".join(link.title.split())


def _lines(task: Task) -> list[Line]:
    """One line for what body and annex say of the same item, as the first of them says it."""
    found: dict[tuple[str, str], Line] = {}
    for link in task.links:
        found.setdefault(_key(link), (link.register, link.code, " ".join(link.title.split())))
    return list(found.values())


def _read(line: str, patch: Patch) -> Line:
    register, _, rest = line.strip().partition(" ")
    code, _, title = rest.strip().partition(" ")
    if any(sign.isdigit() for sign in register) or not _CODE.fullmatch(code):
        raise EditProblem("not-a-link", patch)
    return register, "" if code == NO_CODE else code, " ".join(title.split())


def _links(plan: Plan, task: Task, line: Line) -> list[AgendaLink]:
    """The printings of a line: those that there are, with its title where that is another one now; new ones otherwise."""
    register, code, title = line
    key = (register, code or "".join(title.split()))
    there = [link for link in task.links if _key(link) == key]
    if there:
        same = line in _lines(task)
        return there if same else [replace(link, title=title) for link in there]
    parts = {link.place.part for one in plan.tasks() for link in one.links if link.register == register}
    written = f"{register} {code}".strip()
    return [
        AgendaLink(register, code, title, written, Place(part, task.code))
        for part in sorted(parts or [Part.BODY], key=_PARTS.index)
    ]
