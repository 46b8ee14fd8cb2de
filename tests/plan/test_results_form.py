"""The form on which results are reported, and what becomes of what is written on it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import budget_line, indicator, milestone, plan, task
from tests.documents.filling import filling
from tests.reports.test_form import sheet
from tests.shipped import pack
from uigwe.documents.answers import answers_of
from uigwe.documents.returned import read_returned
from uigwe.plan.mark import key_of
from uigwe.plan.merge import Answer, Fate
from uigwe.plan.results_form import FIELDS, FINALITIES, STATES, day_of, judge_results, last_quarter, results_form
from uigwe.reports.form import form_hwpx, form_xlsx, texts_around
from uigwe.texts import sentences

CODE = "Ⅰ-1-①"
RATE = f"satisfaction@{CODE}"
KINDS = {"hwpx": form_hwpx, "xlsx": form_xlsx}


def sample():
    return plan(
        indicator("만족도", past={2022: 92}, target=93),
        task(CODE, milestone("보고", "’23.2월", 1), milestone("점검", "’23.9월", 3), budget_line()),
    )


def of_quarter(known=None, period="2023-Q1"):
    return results_form(sample(), CODE, period, known)


def test_a_form_of_results_shows_the_promise_and_asks_for_what_came_of_it():
    form = of_quarter({(RATE, "result.2023-Q1.value"): "91.5"})

    assert [(one.kind, len(one.rows)) for one in form.sections] == [
        ("node", 1), ("results", 1), ("progress", 1), ("spending", 1),
    ]  # fmt: skip
    asked = {cell.field.rpartition(".")[2] for cell in form.cells() if not cell.locked}
    assert asked == {name for fields in FIELDS.values() for name in fields}
    assert form.cell(RATE, "target").locked and form.cell(RATE, "target").value == "93"
    assert form.cell(RATE, "result.2023-Q1.value").value == "91.5"
    assert form.cell(f"{CODE}/m1", "progress.2023-Q1.state").value == ""


@pytest.mark.parametrize(("period", "quarter"), [("2023", 4), ("2023-H1", 2), ("2023-H2", 4), ("2023-Q3", 3)])
def test_a_period_asks_for_the_milestones_that_are_due_in_it(period, quarter):
    assert last_quarter(period, 2023) == quarter
    progress = next(one for one in of_quarter(period=period).sections if one.kind == "progress")
    assert len(progress.rows) == (2 if quarter >= 3 else 1)


@pytest.mark.parametrize("period", ["2022-Q1", "2023-Q5", "1분기", "2023-H3", ""])
def test_what_is_no_period_of_the_year_is_refused(period):
    with pytest.raises(ValueError, match="no period"):
        of_quarter(period=period)


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_of_results_comes_back_with_every_field(kind):
    told = sheet(sample(), CODE, form=of_quarter(), round_title="1분기 실적")
    of = filling(KINDS[kind](told))
    key = key_of(RATE)
    for head, text in (
        ("분자", "183"), ("분모", "200"), ("기간 실적", "91.5"), ("응답 수", "200"), ("잠정·확정", "잠정"),
        ("기준일", "2023. 3. 31."), ("자료출처", "만족도 조사"), ("증빙 파일", "조사결과.pdf"),
    ):  # fmt: skip
        of.set(key, head, text)
    of.set("m1", "추진 상태", "완료")
    of.set("m1", "완료일", "’23.2.20")
    of.set("m1", "추진 내용과 까닭", "보고서를 냈음")
    of.set("b1", "집행 누계", "56.2")
    of.set("b1", "정정 사유", "3월분 이체가 빠졌음")

    found = answers_of(read_returned(of.bytes(), kind), told.form, texts_around(told, "ko"))
    judged = judge_results(told.form, found.answers, {})

    assert not found.notes and not found.doubtful
    assert {one.fate for one in judged} == {Fate.MERGE}
    assert {(one.answer.object, one.answer.field): one.answer.returned for one in judged} == {
        (RATE, "result.2023-Q1.numerator"): "183", (RATE, "result.2023-Q1.denominator"): "200",
        (RATE, "result.2023-Q1.value"): "91.5", (RATE, "result.2023-Q1.n"): "200",
        (RATE, "result.2023-Q1.finality"): "provisional", (RATE, "result.2023-Q1.as_of"): "2023. 3. 31.",
        (RATE, "result.2023-Q1.source"): "만족도 조사", (RATE, "result.2023-Q1.evidence"): "조사결과.pdf",
        (f"{CODE}/m1", "progress.2023-Q1.state"): "done", (f"{CODE}/m1", "progress.2023-Q1.done_on"): "’23.2.20",
        (f"{CODE}/m1", "progress.2023-Q1.done"): "보고서를 냈음", (f"{CODE}/b1", "spending.2023-Q1.spent"): "56.2",
        (f"{CODE}/b1", "spending.2023-Q1.why"): "3월분 이체가 빠졌음",
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_of_results_of_a_goal_comes_back_without_a_word(kind):
    shipped = pack().plan
    for code in ("Ⅱ", "Ⅱ-1", "Ⅱ-1-③"):
        told = sheet(shipped, code, form=results_form(shipped, code, "2023-H1"))
        found = answers_of(read_returned(KINDS[kind](told), kind), told.form, texts_around(told, "ko"))
        assert found.answers == found.notes == found.missing == found.doubtful == ()


def answer(field, returned, printed="", object=RATE):
    return Answer(object, f"result.2023-Q1.{field}", printed, returned)


@pytest.mark.parametrize(
    ("field", "returned", "now", "fate", "problem"),
    [
        ("value", "91.5", "", Fate.MERGE, ""),
        ("value", "91.5", "91.5", Fate.SAME, ""),
        ("value", "", "", Fate.SAME, ""),
        ("value", "91.5", "90", Fate.ASK, ""),
        ("value", "많음", "", Fate.REFUSED, "not-a-number"),
        ("as_of", "2023. 3. 31.", "", Fate.MERGE, ""),
        ("as_of", "2023년 3월 31일", "", Fate.MERGE, ""),
        ("as_of", "3월 말", "", Fate.REFUSED, "not-a-day"),
        ("finality", "아마", "", Fate.REFUSED, "not-a-finality"),
        ("source", "가" * 2001, "", Fate.REFUSED, "too-long"),
        ("nothing", "1", "", Fate.REFUSED, "no-such-field"),
    ],
)
def test_an_answer_is_weighed_against_the_records(field, returned, now, fate, problem):
    [one] = judge_results(
        of_quarter(), [answer(field, returned)], {(RATE, f"result.2023-Q1.{field}"): now} if now else {}
    )

    assert (one.fate, one.problem) == (fate, problem)


def test_what_is_only_shown_cannot_be_answered():
    [one] = judge_results(of_quarter(), [Answer(RATE, "target", "93", "95")], {})

    assert (one.fate, one.problem) == (Fate.REFUSED, "no-such-field")


@settings(deadline=None)
@given(st.text(max_size=30), st.sampled_from([name for fields in FIELDS.values() for name in fields]))
def test_no_text_makes_weighing_raise(text, name):
    [one] = judge_results(of_quarter(), [answer(name, text)], {})

    assert one.fate in Fate


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-03-31", date(2023, 3, 31)), ("’23.3.31", date(2023, 3, 31)), ("２０２３．３．３１．", date(2023, 3, 31)),
        ("2023년 3월 31일", date(2023, 3, 31)), ("2023.2.30", None), ("3월 31일", None), ("2023.3월", None), ("", None),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_state_has_its_words(language):
    known = sentences("forms", language)

    assert {f"state-{one}" for one in STATES} | {f"finality-{one}" for one in FINALITIES} <= known.keys()
