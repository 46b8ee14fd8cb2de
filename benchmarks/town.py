"""What a measured site holds, and questions about it, each in a process of its own: `python -m benchmarks.town WORD…`

    invent 200     the shipped plan published, a round opened for each of its tasks, so many people who answer; told as JSON
    look           whether the record is whole, what the draft says, and what has no counterpart: rows, files, edits

People are invented. The first of each task is its owner, the others are the heads of its division, so that several write
into the same part, as on a last evening.
"""

import json
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

WRITTEN = ("source", "formula", "text", "note", "reason")
TOKEN = "t" * 32
PLAN = Path(__file__).resolve().parent.parent / "years/2023/plans/mss"


def main(arguments: list[str]) -> int:
    """One word, one answer as JSON."""
    from uigwe.web import starting

    starting.start(UIGWE_TLS="local", UIGWE_STATIC="collected", UIGWE_DEMO="")
    word, *rest = arguments
    told = {"invent": invent, "look": look}[word](*rest)
    json.dump(told, sys.stdout, ensure_ascii=False)
    return 0


def invent(people: str) -> dict[str, Any]:
    """The plan, the round, the people; for each a session and the fields that are his."""
    from uigwe import packs
    from uigwe.plan import order_of_code
    from uigwe.plan.part import form_of
    from uigwe.review import Role
    from uigwe.web import starting
    from uigwe.web.collecting.actions import rounds
    from uigwe.web.people.models import Agency, Division, Responsibility
    from uigwe.web.plans import actions
    from uigwe.web.plans.presenters.codes import address
    from uigwe.web.plans.shelf import today

    starting.migrate()
    pack = packs.read(PLAN)
    plan = pack.plan
    agency = Agency.objects.create(code=plan.agency, name="지어낸 부")
    office = _person("office", Role.PERFORMANCE_OFFICE, agency)
    codes = sorted((task.code for task in plan.tasks()), key=order_of_code)
    told = []
    for number in range(int(people)):
        code = codes[number % len(codes)]
        division, _ = Division.objects.get_or_create(agency=agency, code=f"d-{address(code)}", name=f"{code} 과")
        nth = number // len(codes)
        user = _person(f"p{number:03}", Role.DIVISION_HEAD if nth else Role.TASK_OWNER, agency, division)
        if not nth:
            Responsibility.objects.create(agency=agency, year=plan.year, code=code, division=division, owner=user)
        sharing = len(range(number % len(codes), int(people), len(codes)))
        cells = [cell for cell in form_of(plan, code).cells() if not cell.locked and cell.field in WRITTEN]
        cells = [cell for cell in cells if cell.kind in ("text", "long")]
        own = cells[1:][nth::sharing] or cells[:1]
        told.append(
            {
                **_session(user),
                "code": code,
                "here": f"/p/{plan.agency}/{plan.year}/rounds/1/{address(code)}/",
                "own": [[cell.object, cell.field, cell.value] for cell in own],
                "shared": [cells[0].object, cells[0].field, cells[0].value],
            }
        )
    actions.import_pack(pack=pack, published=True, by=office)
    wanted = rounds.Wanted(kind="plan", title="시행계획 작성", due=today() + timedelta(days=1))
    rounds.open_round(agency=plan.agency, year=plan.year, wanted=wanted, by=office)
    return {"agency": plan.agency, "year": plan.year, "office": _session(office), "people": told}


def _person(name: str, role: Any, agency: Any, division: Any = None) -> Any:
    from uigwe.web.people.models import Grant, User

    user = User(username=name, name=f"지어낸 {name}", agency=agency, division=division)
    user.set_unusable_password()
    user.save()
    Grant.objects.create(person=user, role=role)
    return user


def _session(user: Any) -> dict[str, str]:
    """Signed in, without the quarter of a second that a password takes."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from uigwe.web.people import sessions

    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = "uigwe.web.people.signing.Passwords"
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store[sessions.BEGAN] = store[sessions.SEEN] = store[sessions.PROVED] = sessions.now()
    store.save()
    return {"name": user.username, "session": str(store.session_key), "token": TOKEN}


# ── questions ────────────────────────────────────────────────────────────────────────────────────────────────────────


def look() -> dict[str, Any]:
    """What the tables hold now, and what in them does not fit together: `torn` is empty where everything does.

    All of it at one moment: on PostgreSQL a COMMIT that was under way when its site was killed may still come through.
    """
    from django.db import connection, transaction

    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return _seen()


def _seen() -> dict[str, Any]:
    from uigwe.plan import field_now
    from uigwe.web.collecting.models import Note, ReceivedFile
    from uigwe.web.plans.documents import built
    from uigwe.web.plans.models import PlanPatch, Revision
    from uigwe.web.records import chain
    from uigwe.web.records.models import AuditEntry, IdempotencyKey

    draft = Revision.objects.drafts().select_related("base").get()
    plan, hash = built(draft)
    patches = list(PlanPatch.objects.order_by("id").values_list("object", "field", "before", "value", "by__username"))
    verdict = chain.verify()
    return {
        "intact": verdict.intact,
        "problem": verdict.problem,
        "verbs": dict(Counter(AuditEntry.objects.values_list("verb", flat=True))),
        "patches": patches,
        "now": [[object, name, field_now(plan, object, name)] for object, name, *_rest in patches],
        "files": list(ReceivedFile.objects.order_by("id").values("pk", "name", "stage", "sha256", "ask__code")),
        "notes": list(Note.objects.filter(kind="comment").order_by("id").values_list("text", flat=True)),
        "keys": IdempotencyKey.objects.count(),
        "torn": [*_torn_edits(draft, hash), *_torn_files()],
    }


def _torn_edits(draft: Any, hash: str) -> list[str]:
    """Edits without an entry in the record, entries without their edit, and a draft that is not what its edits make."""
    from uigwe.review import MOVES, Verb
    from uigwe.web.collecting.models import ReceivedFile
    from uigwe.web.plans.models import PlanPatch
    from uigwe.web.records.models import AuditEntry

    edits, entries = PlanPatch.objects.count(), AuditEntry.objects.filter(verb=MOVES[Verb.REVISE].log).count()
    merged = ReceivedFile.objects.filter(stage="merged").count()
    told = AuditEntry.objects.filter(verb=MOVES[Verb.MERGE_FILE].log).count()
    taken, rows = AuditEntry.objects.filter(verb=MOVES[Verb.TAKE_FILE].log).count(), ReceivedFile.objects.count()
    found = [] if hash == draft.hash else ["the draft is not what its edits make"]
    pairs = {"edits": (edits, entries), "merged files": (merged, told), "received files": (rows, taken)}
    return found + [f"{name}: {rows}, in the record {said}" for name, (rows, said) in pairs.items() if rows != said]


def _torn_files() -> list[str]:
    """Rows whose file is gone or is another one. A file without a row is waste, not a loss, and told apart."""
    import hashlib

    from uigwe.web import uploads
    from uigwe.web.collecting.models import ReceivedFile

    found = []
    for row in ReceivedFile.objects.exclude(stored=""):
        path = uploads.path_of(row.stored)
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != row.sha256:
            found.append(f"the file of row {row.pk} is not what was taken in")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
