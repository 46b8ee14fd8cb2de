"""Links to the national agenda: the body's table against the annex. The annex may add registers that the body leaves out."""

from collections import defaultdict
from collections.abc import Iterator

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text.lists import two_words_for_one
from uigwe.audit.words.names import squeezed
from uigwe.plan import AgendaLink, Part, Task, order_of_code

# A form that stands once only may be a slip of the extraction.
_SOME = 2


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


def titles(case: Case) -> Iterator[Remark]:
    """One item of a register stands under two titles, or one title under several codes."""
    by_code: dict[tuple[str, str], dict[str, AgendaLink]] = defaultdict(dict)
    by_title: dict[tuple[str, str], dict[str, AgendaLink]] = defaultdict(dict)
    for task in case.plan.tasks():
        for link in task.links:
            if link.code and link.title:
                by_code[(link.register, link.code)].setdefault(squeezed(link.title), link)
                by_title[(link.register, squeezed(link.title))].setdefault(link.code, link)
    for (register, code), found in by_code.items():
        if len(found) > 1:
            shown = " / ".join(link.title for link in found.values())
            facts = {"register": register, "code": code, "titles": shown, "case": "titles"}
            values = tuple(link.title for link in found.values())
            yield _titles(Level.DOUBT, f"agenda:{register}:{code}", facts, list(found.values()), values)
    for (register, title), found in by_title.items():
        if len(found) > 1:
            codes = ", ".join(sorted(found, key=order_of_code))
            facts = {"register": register, "title": next(iter(found.values())).title, "codes": codes, "case": "codes"}
            yield _titles(Level.NOTICE, f"agenda:{register}:{title}", facts, list(found.values()), tuple(found))
    yield from _register_forms(case)
    yield from _terms(case)


def _terms(case: Case) -> Iterator[Remark]:
    """A task and an item that it is linked to name one thing by two words that begin alike."""
    for task in case.plan.tasks():
        told: set[tuple[str, str]] = set()
        for link in task.links:
            for own, other in two_words_for_one(task.title, link.title):
                if (own, other) not in told:
                    told.add((own, other))
                    facts = {"register": link.register, "one": own, "other": other, "case": "terms"}
                    places = (task.place, link.place)
                    yield Remark(Level.DOUBT, task.code, link.place, facts, places, (own, other))


def _register_forms(case: Case) -> Iterator[Remark]:
    """One part of the document writes the name of one register in two ways: `업무 3-4`, `업무보고 2-13`."""
    by_form: dict[tuple[str, Part], dict[str, list[AgendaLink]]] = defaultdict(lambda: defaultdict(list))
    for task in case.plan.tasks():
        for link in task.links:
            form = squeezed(link.written.replace(link.code, "")) if link.code and link.code in link.written else ""
            if form:
                by_form[link.register, link.place.part][form].append(link)
    for (register, part), forms in by_form.items():
        if len(forms) > 1 and all(len(found) >= _SOME for found in forms.values()):
            first = [found[0] for found in forms.values()]
            shown = " · ".join(link.written for link in first)
            facts = {"register": register, "titles": shown, "case": "forms"}
            links = [link for found in forms.values() for link in found]
            values = tuple(link.written for link in first)
            yield _titles(Level.NOTICE, f"agenda:{register}:{part.value}", facts, links, values)


def without_code(case: Case) -> Iterator[Remark]:
    """A link names a register and no item of it, in a plan whose other links have a code."""
    links = [(task, link) for task in case.plan.tasks() for link in task.links]
    if not any(link.code for _, link in links):
        return
    seen = set()
    for task, link in links:
        if not link.code and (task.code, link.register) not in seen:
            seen.add((task.code, link.register))
            facts = {"title": task.title, "written": link.written or link.title, "register": link.register}
            yield Remark(Level.NOTICE, task.code, link.place, facts, (link.place,), (link.written,))


def _titles(
    level: Level, object: str, facts: dict[str, str], links: list[AgendaLink], values: tuple[str, ...]
) -> Remark:
    places = tuple(link.place for link in links)
    return Remark(level, object, places[-1], facts, places, values)


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
