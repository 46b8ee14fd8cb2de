"""Opinions from the field and conflicts: noted down with where they come from, then carried on until something was decided."""

from datetime import date
from typing import Any

from uigwe.plan import Plan
from uigwe.review import Thing, Verb
from uigwe.web.people.models import User
from uigwe.web.plans.shelf import today
from uigwe.web.results.common import act, no, note
from uigwe.web.results.models import Followed, FollowedStep


def add_item(
    *, agency: str, year: int, kind: str, code: str, source: str, day: date, text: str, key: str = "", by: User
) -> Followed:
    """Something was heard or is in dispute: from whom, when, and what about."""
    thing = Thing(agency, year, code)
    body = {"kind": kind, "code": code, "source": source, "day": day.isoformat(), "text": text}

    def do(plan: Plan) -> dict[str, Any]:
        if plan.node(code) is None or kind not in Followed.Kind.values:
            raise no("no-such-thing", Verb.FOLLOW_UP, thing)
        if not source.strip() or not text.strip():
            raise no("no-reason", Verb.FOLLOW_UP, thing)
        if day > today():
            raise no("in-the-future", Verb.FOLLOW_UP, thing)
        last = Followed.objects.filter(agency_id=agency, year=year).order_by("number").last()
        row = Followed.objects.create(
            agency_id=agency, year=year, number=last.number + 1 if last else 1, kind=kind, code=code,
            source=source.strip()[:300], day=day, text=text.strip(), by=by,
        )  # fmt: skip
        note(Verb.FOLLOW_UP, by, f"followed/{row}", None, {"code": code, "from": row.source, "text": row.text})
        return {"row": row.pk}

    return Followed.objects.get(pk=act(Verb.FOLLOW_UP, thing, by, key, body, do)["row"])


def carry_on(
    *, agency: str, year: int, number: int, state: str, decided: str, changed: str = "", key: str = "", by: User
) -> Followed:
    """What was decided, and what changed because of it."""
    found = Followed.objects.filter(agency_id=agency, year=year, number=number).first()
    thing = Thing(agency, year, found.code if found else "")

    def do(_plan: Plan) -> dict[str, Any]:
        if found is None or state not in FollowedStep.State.values:
            raise no("no-such-thing", Verb.FOLLOW_UP, thing)
        if not decided.strip():
            raise no("no-reason", Verb.FOLLOW_UP, thing)
        before = found.state
        FollowedStep.objects.create(item=found, state=state, decided=decided.strip(), changed=changed.strip(), by=by)
        after = {"state": state, "changed": changed.strip()}
        note(Verb.FOLLOW_UP, by, f"followed/{found}", {"state": before}, after, decided.strip())
        return {"row": found.pk}

    body = {"number": number, "state": state, "decided": decided, "changed": changed}
    return Followed.objects.get(pk=act(Verb.FOLLOW_UP, thing, by, key, body, do)["row"])
