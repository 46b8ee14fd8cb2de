"""A round with 46 owners, played over HTTP: 30 answer in the browser, 16 send files back, 4 of them against a plan that moved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.documents.filling import filling
from tests.shipped import pack
from tests.web.collecting.doing import client
from uigwe.plan import Patch, Plan, edited
from uigwe.plan.mark import key_of
from uigwe.plan.part import Form, column_of, form_of
from uigwe.plan.rows import new_row
from uigwe.review import Role
from uigwe.texts.forms import head_of
from uigwe.web.collecting.models import Ask, Question, ReceivedFile
from uigwe.web.people.models import Agency, Division, Grant, Responsibility, User
from uigwe.web.plans import actions
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import PlanPatch, Revision
from uigwe.web.plans.presenters.codes import address
from uigwe.web.plans.shelf import today
from uigwe.web.records import chain

BY_FILE, CONFLICTS = 16, 4
WORDS = {
    "source": "현장 조사와 관리 체계의 집계 (수시)",
    "formula": "대상 가운데 지원을 마친 수를 모두 더함",
    "text": "현장 간담회를 열어 의견을 모은다",
    "when": "’23.8월",
    "note": "수시",
    "reason": "최근 3년의 평균을 넘도록 정함",
}


@dataclass
class Owner:
    """One of the 46: what they change, and how they send it."""

    number: int
    code: str
    user: User
    file: str = ""  # hwpx or xlsx; empty: in the browser
    answers: dict[tuple[str, str], str] = field(default_factory=dict)
    added: dict[str, str] | None = None
    clash: tuple[str, str] | None = None

    @property
    def page(self) -> str:
        return f"/p/mss/2023/rounds/1/{address(self.code)}/"


def people(plan: Plan) -> tuple[User, list[Owner]]:
    """An office and an owner for each task, each a division of their own."""
    Agency.objects.create(code=plan.agency, name="중소벤처기업부")
    office = made("office", Role.PERFORMANCE_OFFICE)
    owners = []
    for number, task in enumerate(plan.tasks()):
        user = made(f"owner{number:02}", Role.TASK_OWNER)
        division = Division.objects.create(agency_id=plan.agency, code=f"d{number}", name=f"{number}과")
        Responsibility.objects.create(
            agency_id=plan.agency, year=plan.year, code=task.code, division=division, owner=user
        )
        owners.append(Owner(number, task.code, user))
    return office, owners


def made(name: str, role: Role) -> User:
    user = User(username=name, name=name, agency_id="mss")
    user.set_unusable_password()
    user.save()
    Grant.objects.create(person=user, role=role)
    return user


def will(owners: list[Owner], plan: Plan) -> None:
    """What each of them changes: two to four fields, and a new milestone now and then. The same in each run."""
    dice = Random(46)
    for number, one in enumerate(dice.sample(owners, BY_FILE)):
        one.file = ("hwpx", "xlsx")[number % 2]
    for one in owners:
        cells = [cell for cell in form_of(plan, one.code).cells() if not cell.locked and cell.field in WORDS]
        chosen = dice.sample(cells, dice.randint(2, 4))
        one.answers = {(c.object, c.field): f"{WORDS[c.field]} {one.number}".strip() for c in chosen}
        if dice.random() < 0.3:
            one.added = {
                "when": "11월",
                "quarter": "4",
                "text": f"성과를 나누는 자리를 마련한다 {one.number}",
                "note": "",
            }
    for one in [one for one in owners if one.file][:CONFLICTS]:
        one.clash = next(iter(one.answers))


def expected(plan: Plan, owners: list[Owner], theirs: dict[tuple[str, str], str]) -> Plan:
    """The plan as it has to be in the end, by pure edits: of a conflict every second is settled for what was sent back."""
    for one in owners:
        for at, value in one.answers.items():
            settled = theirs[at] if at == one.clash and one.number % 2 else value
            plan = edited(plan, Patch(*at, settled))
        if one.added:
            plan = edited(plan, Patch(f"{one.code}/m+", "row", new_row(**one.added)))
    return plan


def in_browser(one: Owner) -> None:
    browser = client(one.user)
    shown = browser.get(one.page)
    typed = {f"v {object} {name}": value for (object, name), value in one.answers.items()}
    fresh = {f"new {name}": value for name, value in (one.added or {}).items()}
    answer = browser.post(f"{one.page}save/", {"printed": shown.context["printed"], **typed, **fresh})
    assert answer.status_code == 302, answer.context and answer.context.get("problem")
    assert browser.post(f"{one.page}reply/", {"text": "회신합니다."}).status_code == 302


def by_hand(data: bytes, one: Owner, form: Form) -> bytes:
    """The file filled in as in Hancom Office or Excel."""
    made = filling(data)
    kinds = {cell.object: section.kind for section in form.sections for row in section.rows for cell in row.cells}
    for (object, name), value in one.answers.items():
        made.set(key_of(object), head_of(kinds[object], column_of(name, form.year)), value)
    if one.added:
        spot = next(nth for nth in range(40) if _blank(made, nth))
        for name in ("text", "when"):
            made.cell("+", head_of("milestones", name), spot).text = one.added[name]
        made.cell("+", head_of("milestones", "quarter"), spot).text = "4"
    return made.bytes()


def _blank(made: object, nth: int) -> bool:
    """The first of the empty rows of the last quarter."""
    return made.cell("+", head_of("milestones", "quarter"), nth).text.startswith("4")  # type: ignore[attr-defined]


@pytest.mark.slow
@pytest.mark.once
@pytest.mark.timeout(900)
@pytest.mark.django_db
def test_forty_six_owners_and_no_field_lost(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    plan = pack().plan
    office, owners = people(plan)
    actions.import_pack(pack=pack(), published=True, by=office)
    will(owners, plan)
    assert (len(owners), sum(one.file == "hwpx" for one in owners), sum(one.file == "xlsx" for one in owners)) == (
        46,
        8,
        8,
    )

    desk = client(office)
    opening = {
        "kind": "plan",
        "title": "시행계획 작성",
        "due": today() + timedelta(days=14),
        "key": "k",
        "code": [o.code for o in owners],
    }
    assert desk.post("/p/mss/2023/rounds/open/", opening).status_code == 302
    sent = {one.code: form_file(one) for one in owners if one.file}

    theirs = {}
    for one in owners:
        if one.clash:  # the office was faster
            theirs[one.clash] = f"총괄이 고침 {one.number}"
            object, name = one.clash
            now = next(cell.value for cell in form_of(plan, one.code).cells() if (cell.object, cell.field) == one.clash)
            desk.post(
                "/p/mss/2023/revise/", {"object": object, "field": name, "before": now, "value": theirs[one.clash]}
            )
    for one in owners:
        if not one.file:
            in_browser(one)
    for number, one in enumerate(one for one in owners if one.file):
        hand_in(one, by_hand(sent[one.code], one, form_of(plan, one.code)), desk if number % 2 else client(one.user))

    asked = {(question.object, question.field) for question in Question.objects.all()}
    assert asked == {one.clash for one in owners if one.clash}, "every conflict is asked, and nothing else"
    for question in Question.objects.select_related("file"):
        settle(next(one for one in owners if one.clash == (question.object, question.field)), question)
    for one in owners:
        if one.file:
            assert client(one.user).post(f"{one.page}reply/", {}).status_code == 302

    draft = Revision.objects.of("mss", 2023).drafts().get()
    assert plan_of(draft) == expected(plan, owners, theirs), "field by field"
    assert {ask.stage for ask in Ask.objects.all()} == {"replied"}
    assert all(row.stage == "merged" for row in ReceivedFile.objects.all())
    assert chain.verify().intact
    fields = sum(len(one.answers) + bool(one.added) for one in owners)
    kept = sum(1 for one in owners if one.clash and one.number % 2)
    assert PlanPatch.objects.count() == fields - kept + CONFLICTS


def form_file(one: Owner) -> bytes:
    answer = client(one.user).get(f"{one.page}form.{one.file}")
    assert answer.status_code == 200
    return answer.content


def hand_in(one: Owner, data: bytes, browser) -> None:
    """Sent by the owner, or by the office for somebody who never signs in; looked at, confirmed."""
    answer = browser.post(
        f"{one.page}files/", {"file": SimpleUploadedFile(f"회신.{one.file}", data), "sender": "담당자"}
    )
    assert answer.status_code == 302, answer.context["problem"]
    shown = browser.get(answer["Location"]).context
    assert shown["file"].stage == "read", shown["verdict"]
    assert shown["verdict"]["troubles"] == [], one.code
    assert not shown["refused"]
    assert browser.post(f"{answer['Location']}merge/", {"what": "merge"}).status_code == 302


def settle(one: Owner, question: Question) -> None:
    choice = "kept" if one.number % 2 else "returned"
    data = {"question": question.pk, "choice": choice, "now": question.now}
    assert client(one.user).post(f"{one.page}files/{question.file_id}/settle/", data).status_code == 302
