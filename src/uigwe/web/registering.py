"""`uigwe person` and `uigwe load`: how accounts and plans come into a site, by somebody who has its folder."""

import getpass
import sys
from pathlib import Path

from uigwe.review import Thing
from uigwe.web.terminal import Stop, say


def terminal() -> str:
    """The name under which the terminal enters the record: whoever has the folder needs no account."""
    return f"terminal:{getpass.getuser()}"


def organisations(file: Path, language: str) -> None:
    """Agencies and divisions from a table."""
    from django.db import transaction

    from uigwe.web.people import organisations as bodies
    from uigwe.web.records.chain import record

    with transaction.atomic():
        count = bodies.load(file)
        if not count:
            raise Stop("no-organisations", file=file)
        record(verb="organisations loaded", by=terminal(), object=file.name, after=count)
    say("organisations-loaded", language, count=count)


def person(
    username: str,
    name: str,
    agency: str,
    division: str,
    roles: list[str] | None,
    close: bool,
    password: bool,
    language: str,
    email: str | None = None,
) -> None:
    """Make an account, or change the one that is there: its roles, its password, its mail address, whether it is open."""
    from django.core.exceptions import ObjectDoesNotExist, ValidationError
    from django.db import transaction

    from uigwe.review import Role
    from uigwe.web.people import actions
    from uigwe.web.people.models import User

    try:
        with transaction.atomic():
            user = User.objects.filter(username=username).first()
            if user is None:
                if not name or not agency:
                    raise Stop("person-needs-more", username=username)
                user = actions.add_person(
                    username=username, name=name, agency=agency, division=division, password=_asked(), by=terminal()
                )
            elif password:
                actions.set_password(user=user, password=_asked(), by=terminal())
            if roles is not None:
                actions.set_roles(user=user, roles=frozenset(map(Role, roles)), by=terminal())
            if email is not None:
                actions.set_email(user=user, email=email, by=terminal())
            actions.set_active(user=user, active=not close, by=terminal())
    except ObjectDoesNotExist as error:
        raise Stop("no-such-body", agency=agency, division=division) from error
    except ValidationError as error:
        raise Stop("weak-password", error=" ".join(error.messages)) from error
    held = ", ".join(sorted(user.grants.values_list("role", flat=True))) or "-"
    say("person-is", language, username=user.username, name=user.name, roles=held)


def _asked() -> str:
    """A password from the terminal, unseen, or the first line of what is piped in."""
    return getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def load(folder: Path, username: str, published: bool, note: str, language: str) -> None:
    """A pack becomes a revision, in the name of somebody who may import."""
    from uigwe import packs
    from uigwe.web.people.models import User
    from uigwe.web.people.refused import Refused, sentence
    from uigwe.web.plans import actions

    by = User.objects.filter(username=username, is_active=True).first()
    if by is None:
        raise Stop("no-such-person", username=username)
    try:
        done = actions.import_pack(pack=packs.read(folder), published=published, note=note, by=by)
    except Refused as refused:
        from django.utils import translation

        if refused.refusal.reason == "draft-open":
            raise Stop("draft-in-the-way", **_open_draft(refused.refusal.thing)) from refused
        with translation.override(language):
            raise Stop("refused", sentence=sentence(refused.refusal)) from refused
    plan = f"{done.agency}/{done.year}/{done.number}"
    if done.already and done.draft and published:
        raise Stop("there-as-draft", plan=plan, who=done.who, when=_minute(done.when))
    if done.already:
        say("already-loaded", language, plan=plan, who=done.who, when=_minute(done.when))
    else:
        say("loaded", language, plan=plan)


def _open_draft(thing: Thing) -> dict[str, str]:
    """The draft that stands in the way of an import: which, whose, since when."""
    from uigwe.web.plans.models import Revision

    draft = Revision.objects.of(thing.agency, thing.year).drafts().get()
    plan = f"{thing.agency}/{thing.year}/{draft.number}"
    return {"plan": plan, "who": draft.by.name, "when": _minute(draft.created.isoformat())}


def _minute(when: str) -> str:
    return when[:16].replace("T", " ")
