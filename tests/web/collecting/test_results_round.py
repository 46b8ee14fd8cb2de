"""A round of results: six owners are asked for a period; three enter it on the site, three send files back; all is confirmed and accepted."""

from __future__ import annotations

import dataclasses
import io
import re
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.documents.filling import filling
from tests.every import on_both, on_one
from tests.web import builders
from tests.web.builders import AGENCY, YEAR
from tests.web.collecting.doing import client, refusal, wanted
from tests.web.standing import stands
from uigwe.packs import Pack
from uigwe.plan import BudgetLine, Place, Task
from uigwe.plan.mark import key_of
from uigwe.plan.records import Amount
from uigwe.review import ResultStage, Role, Verb
from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.collecting.models import Ask, Note, Question, ReceivedFile, Round
from uigwe.web.collecting.views.rounds import _period_before
from uigwe.web.people.models import Grant, Responsibility, User
from uigwe.web.plans import actions as plans
from uigwe.web.plans.models import Revision
from uigwe.web.records import chain
from uigwe.web.records.models import AuditEntry
from uigwe.web.results import actions as results
from uigwe.web.results import counting
from uigwe.web.results.models import MilestoneReport, Result, Spending

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
PERIOD = f"{YEAR}-Q1"
CODES = [f"Ⅰ-1-{number}" for number in "①②③④⑤⑥"]
ONE = {"agency": AGENCY, "year": YEAR}
FILLED = (("분자", "45"), ("분모", "50"), ("자료출처", "생존 조사"), ("기준일", "2023-03-31"))


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def six_tasks():
    plain = builders.plan()
    [strategic] = plain.goals
    [goal] = strategic.goals
    tasks, measures = [], []
    for number, code in enumerate(CODES, 1):
        money = BudgetLine(
            1, "detailed", "301", "지원", "일반회계", "백만원", (Amount(YEAR, "100", Decimal(100_000_000)),), False, Place(code=code)
        )  # fmt: skip
        tasks.append(
            Task(code, f"과제 {code}", Place(code=code), milestones=(builders.milestone(code),), budget=(money,))
        )
        made = builders.indicator(f"survival-{number}", code, "92", YEAR)
        use = dataclasses.replace(made.uses[0], formula="생존 기업 ÷ 전체 기업 × 100")
        measures.append(dataclasses.replace(made, uses=(use,)))
    goals = (dataclasses.replace(strategic, goals=(dataclasses.replace(goal, tasks=tuple(tasks)),)),)
    return dataclasses.replace(plain, goals=goals, indicators=tuple(measures))


@stands
def asked(town):
    """Six tasks with six owners, the plan in force, and a round about its first quarter."""
    plans.import_pack(pack=Pack(six_tasks()), published=True, by=town.office)
    Responsibility.objects.all().delete()
    town.owners = []
    for number, code in enumerate(CODES, 1):
        owner = User.objects.create(
            username=f"owner-{number}", name=f"담당 {number}", agency=town.agency, division=town.division
        )
        Grant.objects.create(person=owner, role=Role.TASK_OWNER)
        Responsibility.objects.create(agency=town.agency, year=YEAR, code=code, division=town.division, owner=owner)
        town.owners.append(owner)
    rounds.open_round(**ONE, wanted=wanted(kind="results", title="1분기 실적", period=PERIOD), by=town.office)
    return town


def page(number: int) -> str:
    return f"/p/{AGENCY}/{YEAR}/rounds/1/1-1-{number}/"


def object_of(number: int) -> str:
    return f"survival-{number}@{CODES[number - 1]}"


def form(browser, number: int, kind: str = "xlsx") -> bytes:
    answer = browser.get(f"{page(number)}form.{kind}")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def filled(data: bytes, number: int, *more: tuple[str, str, str], cells=FILLED) -> bytes:
    made = filling(data)
    for head, text in cells:
        made.set(key_of(object_of(number)), head, text)
    for key, head, text in more:
        made.set(key, head, text)
    return made.bytes()


def send(browser, number: int, data: bytes, name: str, **more: str) -> ReceivedFile:
    answer = browser.post(f"{page(number)}files/", {"file": SimpleUploadedFile(name, data), **more})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return ReceivedFile.objects.order_by("pk").last()


def merge(browser, number: int, row: ReceivedFile) -> None:
    assert browser.post(f"{page(number)}files/{row.pk}/merge/", {"what": "merge"}).status_code == 302
    row.refresh_from_db()


def newest(number: int) -> Result:
    return Result.objects.get(indicator=f"survival-{number}", period=PERIOD, superseded_by=None)


def test_the_page_of_an_ask_shows_the_period_and_leads_to_where_it_is_entered(asked):
    shown = client(asked.owners[0]).get(page(1))
    text = shown.content.decode()

    assert f"/p/{AGENCY}/{YEAR}/results/survival-1/1-1-1/?period={PERIOD}" in text
    assert f"/p/{AGENCY}/{YEAR}/results/tasks/1-1-1/" in text
    assert shown.context["collected"]["lines"][0].state == "none"
    assert "data-unsaved" not in text, "nothing of the plan is written here"
    assert not Revision.objects.drafts().exists(), "a round of results opens no draft"


def test_six_owners_three_by_files_all_of_it_confirmed_and_accepted(asked):
    for number in (1, 2, 3):
        browser = client(asked.owners[number - 1])
        typed = {
            "period": PERIOD,
            "numerator": "45",
            "denominator": "50",
            "source": "생존 조사",
            "finality": "provisional",
        }
        assert browser.post(f"/p/{AGENCY}/{YEAR}/results/survival-{number}/1-1-{number}/", typed).status_code == 302
    office = client(asked.office)
    ways = {4: (client(asked.owners[3]), "hwpx", {}), 5: (client(asked.owners[4]), "xlsx", {}),
            6: (office, "xlsx", {"sender": "담당 6"})}  # fmt: skip
    for number, (browser, kind, more) in ways.items():
        data = filled(
            form(browser, number, kind), number, ("m1", "추진 상태", "완료"), ("m1", "완료일", "2023. 3. 20."),
            ("m1", "추진 내용과 까닭", "지침을 알렸다"), ("b1", "집행 누계", "25"),
        )  # fmt: skip
        row = send(browser, number, data, f"회신.{kind}", **more)
        assert not Result.objects.filter(indicator=f"survival-{number}").exists(), "nothing before a person says so"
        merge(browser, number, row)
        assert row.stage == "merged"

    head, second = asked.people[Role.DIVISION_HEAD], second_office(asked)
    for number in range(1, 7):
        row = newest(number)
        assert (row.value, row.computed, row.stage) == ("90", True, ResultStage.ENTERED), number
        assert row.by == (asked.office if number == 6 else asked.owners[number - 1])
        results.judge(**ONE, result=row.pk, verb=Verb.CONFIRM_RESULT, by=head)
        results.judge(**ONE, result=row.pk, verb=Verb.ACCEPT_RESULT, by=second)
        replies.reply(**ONE, number=1, code=CODES[number - 1], by=asked.owners[number - 1])
        rounds.accept_reply(**ONE, number=1, code=CODES[number - 1], by=asked.office)
    assert {report.code: (report.state, str(report.day)) for report in MilestoneReport.objects.all()} == {
        code: ("done", "2023-03-20") for code in CODES[3:]
    }
    assert {(one.code, one.month, one.amount) for one in Spending.objects.all()} == {
        (code, 3, 25_000_000) for code in CODES[3:]
    }
    board = office.get(f"/p/{AGENCY}/{YEAR}/rounds/1/")
    assert [row.states for row in board.context["rows"]] == [{"accepted": 1}] * 6
    assert set(Ask.objects.values_list("stage", flat=True)) == {"accepted"}
    rounds.close_round(**ONE, number=1, by=asked.office)


def second_office(town) -> User:
    person = User.objects.create(username="office-2", name="총괄 둘", agency=town.agency, division=town.division)
    Grant.objects.create(person=person, role=Role.PERFORMANCE_OFFICE)
    return person


@on_both
def test_the_board_says_for_each_owner_what_is_entered_confirmed_and_accepted(asked):
    for number in (1, 2, 3):
        typed = results.Typed(f"survival-{number}", CODES[number - 1], PERIOD, numerator="45", denominator="50")
        row = results.enter(**ONE, typed=typed, by=asked.owners[number - 1])
        if number > 1:
            results.judge(**ONE, result=row.pk, verb=Verb.CONFIRM_RESULT, by=asked.people[Role.DIVISION_HEAD])
        if number > 2:
            results.judge(**ONE, result=row.pk, verb=Verb.ACCEPT_RESULT, by=asked.office)

    rows = client(asked.office).get(f"/p/{AGENCY}/{YEAR}/rounds/1/").context["rows"]

    assert [row.states for row in rows] == [
        {"entered": 1}, {"confirmed": 1}, {"accepted": 1}, {"none": 1}, {"none": 1}, {"none": 1},
    ]  # fmt: skip


def test_what_waits_is_due_by_the_round_that_asked_for_it(asked):
    def waits(who: User) -> dict[str, object]:
        return {one.what: one.due for one in client(who).get("/me/").context["work"]}

    due = Ask.objects.get(code=CODES[0]).due
    head = asked.people[Role.DIVISION_HEAD]
    typed = results.Typed("survival-1", CODES[0], PERIOD, numerator="45", denominator="50")
    row = results.enter(**ONE, typed=typed, by=asked.owners[0])
    assert waits(head)["확인할 실적"] == due
    results.judge(**ONE, result=row.pk, verb=Verb.CONFIRM_RESULT, by=head)
    replies.reply(**ONE, number=1, code=CODES[0], by=asked.owners[0])
    assert (waits(asked.office)["접수할 실적"], waits(asked.office)["수리할 회신"]) == (due, due)
    rounds.close_round(**ONE, number=1, by=asked.office)
    assert waits(asked.office)["접수할 실적"] is None


@on_both
def test_what_was_entered_meanwhile_is_asked_and_a_choice_enters_it(asked):
    owner = client(asked.owners[0])
    data = filled(form(owner, 1), 1)
    typed = results.Typed("survival-1", CODES[0], PERIOD, numerator="40", denominator="50")
    results.enter(**ONE, typed=typed, by=asked.owners[0])

    row = send(owner, 1, data, "회신.xlsx")
    merge(owner, 1, row)

    questions = {one.field.rpartition(".")[2]: one for one in Question.objects.all()}
    assert set(questions) == {"numerator"}, "the denominator says the same"
    shown = owner.get(f"{page(1)}files/{row.pk}/").context["questions"]
    assert [(one.printed, one.now, one.returned) for one in shown] == [("", "40", "45")]
    settle = {"question": questions["numerator"].pk, "choice": "returned", "now": "40"}
    assert owner.post(f"{page(1)}files/{row.pk}/settle/", settle).status_code == 302
    assert (newest(1).numerator, newest(1).value, newest(1).source) == ("45", "90", "생존 조사")
    assert Result.objects.filter(indicator="survival-1").count() == 3, "nothing is written over"


def test_what_cannot_be_a_result_is_told_and_the_rest_is_entered(asked):
    owner = client(asked.owners[0])
    bad = (("분자", "45"), ("분모", "50"), ("기간 실적", "77"))
    data = filled(form(owner, 1), 1, ("m1", "추진 상태", "완료"), ("m1", "추진 내용과 까닭", "함"), cells=bad)

    row = send(owner, 1, data, "회신.xlsx")
    merge(owner, 1, row)

    assert not Result.objects.exists(), "the value does not follow from its parts"
    assert MilestoneReport.objects.get().state == "done"
    text = owner.get(f"{page(1)}files/{row.pk}/").content.decode()
    assert "산식" in text


def test_a_form_filled_with_what_is_known_answers_nothing_when_it_comes_back_as_it_left(asked):
    owner = client(asked.owners[0])
    typed = results.Typed("survival-1", CODES[0], PERIOD, numerator="40", denominator="50", source="조사")
    results.enter(**ONE, typed=typed, by=asked.owners[0])
    data = form(owner, 1)

    row = send(owner, 1, data, "회신.xlsx")

    shown = owner.get(f"{page(1)}files/{row.pk}/")
    assert (shown.context["merge"], shown.context["asks"], shown.context["refused"]) == ([], [], [])


def test_named_evidence_goes_into_the_thread(asked):
    owner = client(asked.owners[0])
    data = filled(form(owner, 1), 1, cells=(*FILLED, ("증빙 파일", "결과보고서.pdf")))

    merge(owner, 1, send(owner, 1, data, "회신.xlsx"))

    assert "결과보고서.pdf" in Note.objects.get(kind="comment").text


def accepted(asked, number: int = 1) -> Result:
    typed = results.Typed(
        f"survival-{number}", CODES[number - 1], PERIOD, numerator="40", denominator="50", finality="final"
    )
    row = results.enter(**ONE, typed=typed, by=asked.owners[number - 1])
    results.judge(**ONE, result=row.pk, verb=Verb.CONFIRM_RESULT, by=asked.people[Role.DIVISION_HEAD])
    return results.judge(**ONE, result=row.pk, verb=Verb.ACCEPT_RESULT, by=asked.office)


@pytest.mark.parametrize("kind", on_one("hwpx", "xlsx"))
def test_an_accepted_result_is_corrected_by_a_form_with_its_reason_and_the_old_one_stays(asked, kind):
    first = accepted(asked)
    replies.reply(**ONE, number=1, code=CODES[0], by=asked.owners[0])
    rounds.accept_reply(**ONE, number=1, code=CODES[0], by=asked.office)
    rounds.require_supplement(**ONE, number=1, code=CODES[0], text="분자 확인", by=asked.office)
    owner = client(asked.owners[0])
    data = filled(form(owner, 1, kind), 1, cells=(("분자", "45"), ("정정·미측정 사유", "3월 말 폐업 신고 지연분 반영")))

    merge(owner, 1, send(owner, 1, data, f"회신.{kind}"))

    row = newest(1)
    assert (row.value, row.why, row.supersedes) == ("90", "3월 말 폐업 신고 지연분 반영", first)
    assert (row.stage, first.stage, Result.objects.get(pk=first.pk).value) == (
        ResultStage.ENTERED, ResultStage.ACCEPTED, "80",
    )  # fmt: skip
    entry = AuditEntry.objects.filter(verb="result entered").order_by("sequence").last()
    assert entry.reason == row.why and '"80"' in entry.before

    assert send(owner, 1, data, f"다시.{kind}").stage == "merged", "the same file again is known"


def test_a_form_that_changes_an_accepted_result_without_a_reason_is_told_so(asked):
    first = accepted(asked)
    owner = client(asked.owners[0])
    row = send(owner, 1, filled(form(owner, 1), 1, cells=(("분자", "45"),)), "회신.xlsx")
    merge(owner, 1, row)

    assert newest(1).pk == first.pk
    assert "사유" in owner.get(f"{page(1)}files/{row.pk}/").content.decode()


def test_the_reason_of_one_correction_is_not_that_of_the_next(asked):
    accepted(asked)
    owner = client(asked.owners[0])
    why = ("정정·미측정 사유", "늦은 신고")
    merge(owner, 1, send(owner, 1, filled(form(owner, 1), 1, cells=(("분자", "45"), why)), "회신.xlsx"))
    again = filled(form(owner, 1), 1, cells=(("분자", "44"),))
    merge(owner, 1, send(owner, 1, again, "다시.xlsx"))

    assert newest(1).numerator == "45", "a final value again needs a reason of its own"


def test_another_amount_for_the_same_month_is_told_where_its_reason_goes(asked):
    owner = client(asked.owners[0])
    for amount in ("25", "30"):
        row = send(owner, 1, filled(form(owner, 1), 1, ("b1", "집행 누계", amount), cells=()), f"{amount}.xlsx")
        merge(owner, 1, row)
    assert [one.amount for one in Spending.objects.all()] == [25_000_000]
    assert "옆의 사유 칸에" in owner.get(f"{page(1)}files/{row.pk}/").content.decode()


def test_an_amount_is_corrected_by_a_form_that_says_why(asked):
    owner = client(asked.owners[0])
    merge(owner, 1, send(owner, 1, filled(form(owner, 1), 1, ("b1", "집행 누계", "25"), cells=()), "회신.xlsx"))
    told = (("b1", "집행 누계", "30"), ("b1", "정정 사유", "12월 이체가 빠졌음"))
    merge(owner, 1, send(owner, 1, filled(form(owner, 1), 1, *told, cells=()), "고침.xlsx"))

    assert [(one.amount, one.why) for one in Spending.objects.order_by("id")] == [
        (25_000_000, ""),
        (30_000_000, "12월 이체가 빠졌음"),
    ]
    assert chain.verify().intact

    again = filled(form(owner, 1), 1, ("b1", "집행 누계", "31"), cells=())
    merge(owner, 1, send(owner, 1, again, "또.xlsx"))
    assert Spending.objects.count() == 2, "the next correction needs a reason of its own"


def test_the_form_says_what_is_counted(asked):
    counting.declare(**ONE, given={"survival-1": "point"}, by=asked.office)
    book = openpyxl.load_workbook(io.BytesIO(form(client(asked.owners[0]), 1)))
    assert "그 시점의 값" in {cell.value for row in book.worksheets[0].iter_rows() for cell in row}


@pytest.mark.parametrize(("period", "reason"), [("", "no-such-period"), ("2022-Q1", "no-such-period")])
def test_a_round_of_results_is_about_a_period_of_its_year(asked, period, reason):
    words = wanted(kind="results", title="실적", period=period)

    assert refusal(rounds.open_round, **ONE, wanted=words, by=asked.office) == reason


@on_both
def test_the_same_results_are_asked_for_in_one_open_round_only(asked):
    again = wanted(kind="results", title="1분기 실적 다시", period=PERIOD)

    assert refusal(rounds.open_round, **ONE, wanted=again, by=asked.office) == "collected-already"
    answer = client(asked.office).post(
        f"/p/{AGENCY}/{YEAR}/rounds/open/",
        {"kind": "results", "title": again.title, "due": again.due.isoformat(), "period": PERIOD, "code": list(CODES),
         "sure_of": again.due.isoformat()},
    )  # fmt: skip
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "이 기간의 취합이 이미 열려 있습니다" in text and "‘1분기 실적’" in text
    assert (Round.objects.count(), Ask.objects.count()) == (1, len(CODES)), "nobody was asked again"

    assert rounds.open_round(**ONE, wanted=dataclasses.replace(again, period=f"{YEAR}-Q2"), by=asked.office) == 2
    rounds.close_round(**ONE, number=1, by=asked.office)
    assert rounds.open_round(**ONE, wanted=again, by=asked.office) == 3


def test_what_an_open_round_left_out_is_asked_for_in_another(town):
    plans.import_pack(pack=Pack(six_tasks()), published=True, by=town.office)
    first = wanted(kind="results", title="1분기 실적", period=PERIOD, codes=tuple(CODES[:2]))
    rounds.open_round(**ONE, wanted=first, by=town.office)

    assert rounds.open_round(**ONE, wanted=dataclasses.replace(first, codes=tuple(CODES[2:])), by=town.office) == 2
    assert refusal(
        rounds.open_round, **ONE, wanted=dataclasses.replace(first, codes=tuple(CODES[1:3])), by=town.office
    ) == ("collected-already")


@pytest.mark.parametrize("kind", on_one("hwpx", "xlsx"))
def test_an_untouched_form_leaves_nothing_to_decide_and_the_reply_goes(asked, kind):
    owner = client(asked.owners[0])
    row = send(owner, 1, form(owner, 1, kind), f"회신.{kind}")

    shown = owner.get(f"{page(1)}files/{row.pk}/")
    assert (row.stage, Ask.objects.get(code=CODES[0]).stage) == ("merged", "begun")
    assert shown.context["unchanged"] and shown.context["may_reply"]
    cells = [one for one in results_form_of(1).cells() if not one.locked]
    assert shown.context["same"] == len(cells)
    assert "바뀐 것이 없습니다" in shown.content.decode()
    assert owner.post(f"{page(1)}reply/", {"file": row.pk}).status_code == 302
    assert Ask.objects.get(code=CODES[0]).stage == "replied"
    assert not Result.objects.exists()
    assert chain.verify().intact


def results_form_of(number: int):
    return replies.form_now(Ask.objects.select_related("round").get(code=CODES[number - 1]))


def test_a_form_that_says_what_was_typed_meanwhile_holds_nothing_up(asked):
    owner = client(asked.owners[0])
    data = filled(form(owner, 1), 1, cells=FILLED[:3])
    typed = results.Typed("survival-1", CODES[0], PERIOD, numerator="45", denominator="50", source="생존 조사")
    results.enter(**ONE, typed=typed, by=asked.owners[0])

    row = send(owner, 1, data, "회신.xlsx")

    shown = owner.get(f"{page(1)}files/{row.pk}/")
    assert (row.stage, shown.context["unchanged"]) == ("merged", True)
    assert shown.context["same"] == len([one for one in results_form_of(1).cells() if not one.locked])


@pytest.mark.parametrize(
    ("day", "period"),
    [("2023-04-20", "Q1"), ("2023-07-31", "H1"), ("2023-10-20", "Q3"), ("2024-01-31", ""), ("2023-03-10", None)],
)
def test_the_period_of_a_step_is_what_is_over_by_its_day(day, period):
    wanted = {None: "", "": f"{YEAR}"}.get(period, f"{YEAR}-{period}")
    assert _period_before(YEAR, date.fromisoformat(day)) == wanted


def test_the_period_is_chosen_from_a_list_and_asked_for_at_its_field(asked):
    office, page_of = client(asked.office), f"/p/{AGENCY}/{YEAR}/rounds/open/"
    due = wanted().due.isoformat()
    given = {"kind": "results", "title": "실적", "due": due, "sure_of": due, "code": list(CODES)}

    assert f'<option value="{YEAR}-Q3">{YEAR}년 3분기</option>' in office.get(page_of).content.decode()
    answer = office.post(page_of, given)
    assert answer.status_code == 422 and answer.context["form"].errors == {"period": ["기간을 고르십시오."]}
    assert office.post(page_of, {**given, "period": f"{YEAR}-Q3"}).status_code == 302
    assert f"{YEAR}년 3분기" in office.get(f"/p/{AGENCY}/{YEAR}/rounds/").content.decode()
    office.post(page_of, {**given, "kind": "plan", "period": f"{YEAR}-Q2"})
    assert Round.objects.order_by("number").last().period == "", "only results are of a period"


def test_a_returned_form_is_told_in_words(asked):
    owner = client(asked.owners[0])
    milestone = (("m1", "추진 상태", "완료"), ("m1", "완료일", "2023. 3. 20."), ("b1", "집행 누계", "25"))
    row = send(owner, 1, filled(form(owner, 1), 1, *milestone), "회신.xlsx")

    text = owner.get(f"{page(1)}files/{row.pk}/").content.decode()
    assert f"{YEAR}년 1분기 분자" in text and f"{YEAR}년 1분기 집행 누계" in text
    assert "· 완료일" in text and "<ins>완료</ins>" in text
    assert "실적에 반영" in text and "초안에 반영" not in text
    assert not re.search(r"(result|progress|spending)\.2", text)
    done = owner.post(f"{page(1)}files/{row.pk}/merge/", {"what": "merge"}, follow=True).content.decode()
    assert "7개 항목을 실적에 반영했습니다." in done


def test_a_round_of_results_needs_a_plan_in_force(town):
    plans.import_pack(pack=Pack(six_tasks()), by=town.office)
    words = wanted(kind="results", title="실적", period=PERIOD)

    assert refusal(rounds.open_round, **ONE, wanted=words, by=town.office) == "nothing-published"


def test_the_owner_of_another_task_enters_nothing(asked):
    owner, other = client(asked.owners[0]), client(asked.owners[1])
    data = filled(form(owner, 1), 1)

    assert other.get(page(1)).status_code == 403
    assert other.post(f"{page(1)}files/", {"file": SimpleUploadedFile("a.xlsx", data)}).status_code == 403
    assert not Result.objects.exists()
    assert "result entered" not in set(AuditEntry.objects.values_list("verb", flat=True))
