"""Letters: written in the transaction of their cause, in Korean, once for each cause; sent afterwards by `uigwe remind`."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.urls import reverse

from uigwe.review import Role
from uigwe.texts import fill, sentences
from uigwe.web.collecting.models import Ask, Letter
from uigwe.web.collecting.people import suppliers
from uigwe.web.people.models import User
from uigwe.web.plans.presenters.codes import address

LANGUAGE = "ko"
# Letters that also go to whoever supplies figures, by the words that they get.
_OF_FIGURES = {"asked": "asked-figures", "reminded": "asked-figures", "supplement": "asked-figures"}


def said(kind: str, facts: dict[str, str]) -> tuple[str, str]:
    """Subject and first sentence of a letter, or a line of one."""
    entry = sentences("letters", LANGUAGE)[kind]
    return fill(entry["what"], facts), fill(entry.get("do", ""), facts)


def letter_about_ask(ask: Ask, kind: str, about: str, text: str = "") -> None:
    """To whoever is asked: the owner, or where nobody is named the heads of the division; and to whoever supplies the figures."""
    _write(letter_addressees(ask), ask, kind, about, text)
    if kind in _OF_FIGURES:
        _write(suppliers(ask), ask, _OF_FIGURES[kind], about, text)


def letters_to_office(ask: Ask, kind: str, about: str, text: str = "") -> None:
    """To the performance office of the agency."""
    _write(office_of(ask.round.agency_id), ask, kind, about, text)


def office_of(agency: str) -> list[User]:
    """The people of the performance office."""
    grants = {"grants__role": Role.PERFORMANCE_OFFICE.value}
    return list(User.objects.filter(agency_id=agency, is_active=True, **grants).order_by("pk"))


def write(person: User, about: str, subject: str, text: str) -> bool:
    """Owe somebody a letter; False when it was written before."""
    _letter, made = Letter.objects.get_or_create(
        person=person, about=about[:120], defaults={"subject": subject[:200], "text": text}
    )
    return made


def link(path: str) -> str:
    """An address for a letter: whole where the site knows its own, otherwise its path."""
    return f"{settings.ADDRESS.rstrip('/')}{path}"


def way_to(ask: Ask) -> str:
    """The page of an ask."""
    row = ask.round
    return reverse(
        "part",
        kwargs={"agency": row.agency_id, "year": row.year, "number": row.number, "code": address(ask.code)},
    )


def left(due: date, today: date) -> str:
    """How long there is still, in words."""
    days = (due - today).days
    kind = "left-days" if days > 0 else "left-late" if days < 0 else "left-today"
    return said(kind, {"count": str(abs(days))})[0]


def _write(people: Iterable[User], ask: Ask, kind: str, about: str, text: str) -> None:
    for person in people:
        facts = {"name": person.name, "title": ask.round.title, "code": ask.code, "due": ask.due.isoformat()}
        subject, first = said(kind, facts)
        write(person, about, subject, "\n\n".join(part for part in (first, text, link(way_to(ask))) if part))


def letter_addressees(ask: Ask) -> list[User]:
    if ask.owner is not None and ask.owner.is_active:
        return [ask.owner]
    if ask.division_id is None:
        return []
    heads = {"grants__role": Role.DIVISION_HEAD.value}
    return list(User.objects.filter(division_id=ask.division_id, is_active=True, **heads).order_by("pk"))
