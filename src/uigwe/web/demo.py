"""The demo: sample plans, people of every role, a date inside the plan's year."""

from pathlib import Path

from uigwe.operations.years import years
from uigwe.web import starting
from uigwe.web.terminal import Stop, say

TODAY = "2023-05-15"


def load(language: str) -> None:
    """Bring in the years that ship, the demo's people, and every plan as a published revision. Doing it again changes nothing."""
    from uigwe import packs
    from uigwe.web.people import demo, organisations
    from uigwe.web.plans.models import AuditCache

    refuse_real_site()
    folder = years()
    found = list(starting.packs_in(folder)) if folder.is_dir() else []
    if not found:
        raise Stop("demo-no-years", folder=folder)
    for table in sorted(folder.glob("*/organisations.csv")):
        organisations.load(table)
    AuditCache.objects.all().delete()  # made anew: the checks may have changed since
    for path in found:
        pack = packs.read(path)
        _agency(pack.plan.agency)
        demo.make_people(pack.plan.agency)
        demo.assign(pack.plan)
        _publish(pack, path, language)


def refuse_real_site() -> None:
    """Raises `Stop` where real people have accounts: everybody knows the passwords of the demo."""
    from uigwe.web.people.models import User

    real = User.objects.filter(demo=False).values_list("username", flat=True)[:3]
    if real:
        raise Stop("demo-in-real-site", people=", ".join(real))


def _agency(code: str) -> None:
    from uigwe.web.people.models import Agency

    Agency.objects.get_or_create(code=code, defaults={"name": code})


def _publish(pack: object, path: Path, language: str) -> None:
    from uigwe.packs import Pack
    from uigwe.web.people.models import User
    from uigwe.web.people.refused import Refused
    from uigwe.web.plans import actions
    from uigwe.web.plans.documents import written
    from uigwe.web.plans.reports import report_of

    assert isinstance(pack, Pack)  # noqa: S101 - imported late, so that the terminal answers at once
    office = User.objects.get(username="office")
    try:
        imported = actions.import_pack(pack=pack, published=True, note=f"demo: {path.name}", by=office)
    except Refused:  # the pack changed since, and somebody's draft is open
        say("demo-kept", language, plan=f"{pack.plan.agency} {pack.plan.year}")
        return
    report = report_of(pack.plan, written(pack.plan)[1])
    if not imported.already:
        actions.start_draft(agency=imported.agency, year=imported.year, by=office)
        say("demo-loaded", language, plan=f"{imported.agency} {imported.year}", findings=len(report.findings))


def introduce(language: str) -> None:
    """Say who can sign in."""
    from django.utils import translation

    from uigwe.web.people.demo import password_of
    from uigwe.web.people.models import User
    from uigwe.web.people.roles import ROLES

    titles = {one.role.value: one.title for one in ROLES}
    say("demo-people", language)
    with translation.override(language):
        for person in User.objects.filter(demo=True, is_active=True).prefetch_related("grants").order_by("pk"):
            roles = ", ".join(str(titles[grant.role]) for grant in person.grants.all())
            print(f"  {person.username:<10} {password_of(person.username):<22} {roles} · {person.name}", flush=True)
