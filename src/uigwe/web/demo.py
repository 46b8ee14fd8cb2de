"""The demo: sample plans, people of every role, a date inside the plan's year; for the plan of 2023 a whole year played through."""

from pathlib import Path

from uigwe.operations.years import years
from uigwe.packs import Pack
from uigwe.web import starting
from uigwe.web.terminal import Stop, say

# The day on which the demo stands: with a year played through, and plain.
TODAY, PLAIN_TODAY = "2023-10-18", "2023-05-15"
FOLDER, PLAIN_FOLDER = "demo-year", "demo"


def load(language: str, plain: bool = True) -> None:
    """Bring in the years that ship, the demo's people, and every plan: played through where somebody invented a year for it
    (not when `plain`), otherwise as a published revision. Doing it again changes nothing."""
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
        if plain or not _played(pack, language):
            demo.assign(pack.plan)
            _publish(pack, path, language)


def _played(pack: Pack, language: str) -> bool:
    """Whether the plan stands here with its year played; it is played now when the plan is new to the site."""
    from uigwe.web.people import demo
    from uigwe.web.plans.documents import plan_of
    from uigwe.web.plans.models import Revision, YearBook
    from uigwe.web.plans.reports import report_of
    from uigwe.web.played.play import has_story, play

    agency, year = pack.plan.agency, pack.plan.year
    if not has_story(pack):
        return False
    if YearBook.objects.filter(agency_id=agency, year=year).exists():
        return True
    if Revision.objects.of(agency, year).exists():
        say("demo-not-played", language, plan=f"{agency} {year}")
        return False
    say("demo-playing", language, plan=f"{agency} {year}")
    demo.assign(pack.plan)
    play(pack)
    newest = Revision.objects.of(agency, year).published().order_by("number").last()
    assert newest is not None  # noqa: S101 - it was just played
    report = report_of(plan_of(newest), newest.hash)  # so that the first page waits for nothing
    say("demo-loaded", language, plan=f"{agency} {year}", findings=len(report.findings))
    return True


def refuse_real_site() -> None:
    """Raises `Stop` where real people have accounts: everybody knows the passwords of the demo."""
    from uigwe.web.people.models import User

    real = User.objects.filter(demo=False).values_list("username", flat=True)[:3]
    if real:
        raise Stop("demo-in-real-site", people=", ".join(real))


def _agency(code: str) -> None:
    from uigwe.web.people.models import Agency

    Agency.objects.get_or_create(code=code, defaults={"name": code})


def _publish(pack: Pack, path: Path, language: str) -> None:
    from uigwe.web.people.models import User
    from uigwe.web.people.refused import Refused
    from uigwe.web.plans import actions
    from uigwe.web.plans.documents import written
    from uigwe.web.plans.reports import report_of

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

    from uigwe.web.people.demo import password_of, usernames
    from uigwe.web.people.models import User
    from uigwe.web.people.roles import ROLES

    titles = {one.role.value: one.title for one in ROLES}
    say("demo-people", language)
    with translation.override(language):
        for person in (
            User.objects.filter(username__in=usernames(), is_active=True).prefetch_related("grants").order_by("pk")
        ):
            roles = ", ".join(str(titles[grant.role]) for grant in person.grants.all())
            print(f"  {person.username:<10} {password_of(person.username):<22} {roles} · {person.name}", flush=True)
