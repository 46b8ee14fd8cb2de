"""The rounds of the story: the one that built the plan, and one for each quarter's results."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import cycle
from typing import Any

from uigwe.operations.forming import one_form
from uigwe.plan import EditProblem, Patch, Plan, edited
from uigwe.plan.merge import Answer
from uigwe.plan.part import Form, form_of
from uigwe.reports.form import FormSheet
from uigwe.texts import period_word
from uigwe.web.approving.calendars import calendar_for
from uigwe.web.collecting.actions import files, replies, rounds
from uigwe.web.collecting.actions.year import finish_step
from uigwe.web.collecting.models import Ask, Question
from uigwe.web.collecting.printing import keep
from uigwe.web.collecting.returning import TAKES, read_returned
from uigwe.web.collecting.unasked import asked_first
from uigwe.web.plans import actions as plan_actions
from uigwe.web.played.diary import Diary
from uigwe.web.played.story import Story, file_of

Answers = dict[str, list[Answer]]


def before(plan: Plan, more: Iterable[tuple[str, str]] = ()) -> tuple[Plan, Answers]:
    """The plan as the forms were printed from it: last year's result where a target will be, no reasons yet; and what each goal and task
    answers, which makes it the plan again. `more`: further fields that were empty, by code and name."""
    answers: Answers = {}
    for node in plan.nodes():
        for answer in _answers(plan, node.code, {field for code, field in more if code == node.code}):
            patch = Patch(answer.object, answer.field, answer.printed)
            try:
                earlier = edited(plan, patch)
                same = edited(earlier, replace(patch, value=answer.returned)).indicators == plan.indicators
            except EditProblem:
                continue
            if same:
                plan = earlier
                answers.setdefault(node.code, []).append(answer)
    return plan, answers


def _answers(plan: Plan, code: str, more: set[str]) -> Iterator[Answer]:
    for section in form_of(plan, code).sections:
        for row in section.rows if section.kind == "indicator" else ():
            actual = [cell.value for cell in row.cells if cell.field.startswith("actual.")]
            printed = {"target": actual[-1] if actual else "", "reason": "", **dict.fromkeys(more, "")}
            for cell in row.cells:
                if cell.field in printed and not cell.locked and cell.value not in ("", printed[cell.field]):
                    yield Answer(cell.object, cell.field, printed[cell.field], cell.value)


class PlanRound:
    """The round that built the plan."""

    def __init__(self, story: Story, answers: Answers) -> None:
        self.story, self.answers = story, answers
        self.told: dict[str, Any] = story.data["round"]
        self.here = {**story.here, "number": 1}

    def note(self, diary: Diary) -> None:
        """What happens in it, each on its day."""
        told = self.told
        diary.on(told["opens"], self.open)
        days = cycle(told["days"])
        elsewhere = {told["extension"]["code"]: told["extension"]["replied"]}
        elsewhere |= dict.fromkeys(told["late"], told["late_day"])
        by_file = {one["code"]: one for one in told["files"]}
        for code in asked_first(self.story.plan, **self.story.here):
            if code == told["refusal"]["code"]:
                continue
            answer = partial(self.by_file, by_file[code]) if code in by_file else self.in_browser
            diary.on(elsewhere.get(code) or next(days), partial(answer, code))
        diary.on(told["reminder"]["day"], self.remind)
        diary.on(told["extension"]["day"], self.extend)
        self._refusal(diary, told["refusal"])
        for one in told["supplements"]:
            self._supplement(diary, one)
        diary.on(told["accepted"], self.accept)
        diary.on(told["closed"], partial(rounds.close_round, **self.here, by=self.story.office))

    def open(self) -> None:
        """The office opens it."""
        told = self.told
        wanted = rounds.Wanted("plan", told["title"], told["due"], told["guideline"], step=told["step"])
        rounds.open_round(**self.story.here, wanted=wanted, by=self.story.office)

    def in_browser(self, code: str, words: str = "") -> None:
        """The owner fills in and hands in."""
        by = self.story.owner_of(code)
        answers = self.answers.get(code, ())
        meant = frozenset((one.object, one.field) for one in answers)  # one goal's target of a later year is words
        replies.save_part(**self.here, code=code, answers=answers, sure=meant, by=by)
        replies.reply(**self.here, code=code, text=words or self.told["reply"], by=by)

    def by_file(self, told: dict[str, Any], code: str) -> None:
        """The form goes out, comes back filled in by somebody who does not sign in, and the office takes it in."""
        ask = Ask.objects.select_related("round__agency", "division", "owner").get(round__number=1, code=code)
        sheet = self._sheet(ask)
        keep(ask, sheet)
        data = one_form(told["form"], _filled(sheet, self.answers[code]), "ko")
        if "conflict" in told:
            self._office_was_faster(code, told["conflict"])
        kept = file_of(f"{told['sender']}.{told['form']}", data, TAKES)
        read = read_returned(lambda: None, ask, kept)  # type: ignore[arg-type,return-value]  # printed: nothing else is asked
        here = {**self.here, "code": code}
        file, _already = files.take_file(
            **here, kept=kept, sender=told["sender"], seal=read.seal, verdict=read.verdict, by=self.story.office
        )
        files.merge_file(**here, file=file, by=self.story.office)
        for question in Question.objects.filter(file_id=file):
            files.settle_question(
                **here, question=question.pk, choice="returned", now=question.now, by=self.story.office
            )
        replies.reply(**here, text=self.told["reply"], by=self.story.office)

    def _office_was_faster(self, code: str, told: dict[str, str]) -> None:
        answer = next(one for one in self.answers[code] if one.field == told["field"])
        plan_actions.revise(
            **self.story.here, object=answer.object, field=answer.field, before="", value=told["office"],
            by=self.story.office,
        )  # fmt: skip

    def _sheet(self, ask: Ask) -> FormSheet:
        told, agency = self.told, ask.round.agency
        to = f"{ask.division.name} {ask.owner.name}" if ask.division and ask.owner else ""
        return FormSheet(
            replies.form_now(ask), self.story.plan.title, agency.name, 1, told["title"], told["guideline"], told["due"],
            told["opens"], to,
        )  # fmt: skip

    def remind(self) -> None:
        """Whoever has not replied is reminded."""
        owed = list(Ask.objects.at(*self.here.values()).owed().values_list("code", flat=True))
        rounds.remind(**self.here, codes=owed, text=self.told["reminder"]["text"], by=self.story.office)

    def extend(self) -> None:
        """One gets more time."""
        told = self.told["extension"]
        rounds.extend(**self.here, codes=[told["code"]], due=told["due"], why=told["why"], by=self.story.office)

    def _refusal(self, diary: Diary, told: dict[str, Any]) -> None:
        code, owner = told["code"], self.story.owner_of(told["code"])
        here = {**self.here, "code": code}
        diary.on(told["day"], partial(replies.refuse_reply, **here, why=told["why"], by=owner))
        again = {"text": told["words"], "due": told["due"], "by": self.story.office}
        diary.on(told["answered"], partial(rounds.require_supplement, **here, **again))
        diary.on(told["replied"], partial(self.in_browser, code))

    def _supplement(self, diary: Diary, told: dict[str, Any]) -> None:
        here, owner = {**self.here, "code": told["code"]}, self.story.owner_of(told["code"])
        asked = {"text": told["text"], "due": told["due"], "by": self.story.office}
        diary.on(told["day"], partial(rounds.require_supplement, **here, **asked))
        for line in told["thread"]:
            by = self.story.office if line["by"] == "office" else owner
            diary.on(told["day"], partial(replies.comment, **here, text=line["text"], by=by))
        diary.on(told["replied"], partial(replies.reply, **here, text=told["reply"], by=owner))

    def accept(self) -> None:
        """The office takes what was handed in."""
        for code in Ask.objects.at(*self.here.values()).filter(stage="replied").values_list("code", flat=True):
            rounds.accept_reply(**self.here, code=code, by=self.story.office)


@dataclass(frozen=True, slots=True)
class _Returned(FormSheet):
    """A form as it comes back: other words in its cells, and still the number under which it left."""

    left: str = ""

    @property
    def mark(self) -> str:
        return self.left


def _filled(sheet: FormSheet, answers: Iterable[Answer]) -> FormSheet:
    typed = {(one.object, one.field): one.returned for one in answers}
    form = sheet.form
    sections = tuple(
        replace(section, rows=tuple(
            replace(row, cells=tuple(
                replace(cell, value=typed.get((cell.object, cell.field), cell.value)) for cell in row.cells
            ))
            for row in section.rows
        ))
        for section in form.sections
    )  # fmt: skip
    return _Returned(
        Form(form.agency, form.year, form.code, sections), sheet.plan_title, sheet.body, sheet.round_no,
        sheet.round_title, sheet.guideline, sheet.due, sheet.day, sheet.to, left=sheet.mark,
    )  # fmt: skip


class ResultsRound:
    """The round of a quarter's results. What came in is said by the chapter of results."""

    def __init__(self, story: Story, number: int, told: dict[str, Any]) -> None:
        self.story, self.told = story, told
        self.here = {**story.here, "number": number}

    def note(self, diary: Diary) -> None:
        """What happens in it, each on its day."""
        told = self.told
        diary.on(told["opens"], self.open)
        diary.on(told["confirmed"], partial(self.reply, set(self._silent())))
        if "closed" in told:
            diary.on(told["accepted"], self.accept)
            diary.on(told["closed"], partial(rounds.close_round, **self.here, by=self.story.office))

    def _silent(self) -> list[str]:
        data = self.story.data
        return [] if "closed" in self.told else [*data["missing"], *data["unconfirmed"]]

    def open(self) -> None:
        """The office opens it."""
        told, data = self.told, self.story.data
        title = data["results_title"].format(period=period_word(told["period"]))
        wanted = rounds.Wanted(
            "results", title, told["due"], data["results_guideline"], period=told["period"], step=told["step"]
        )
        rounds.open_round(**self.story.here, wanted=wanted, by=self.story.office)

    def reply(self, silent: set[str]) -> None:
        """Whoever has entered results says so."""
        for code in Ask.objects.at(*self.here.values()).owed().values_list("code", flat=True):
            if code not in silent:
                words = self.story.data["results_reply"]
                replies.reply(**self.here, code=code, text=words, by=self.story.owner_of(code))

    def accept(self) -> None:
        """The office takes what was handed in."""
        for code in Ask.objects.at(*self.here.values()).filter(stage="replied").values_list("code", flat=True):
            rounds.accept_reply(**self.here, code=code, by=self.story.office)


def mark_steps(story: Story, diary: Diary) -> None:
    """Steps of the year that are done."""
    known = calendar_for(story.plan.year)
    codes = {one.code for one in known.steps} if known else set()
    day: date
    for day, steps in story.data["steps"].items():
        for step in steps:
            if step in codes:
                diary.on(day, partial(finish_step, **story.here, step=step, done=True, by=story.office))
