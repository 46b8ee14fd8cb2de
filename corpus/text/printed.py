"""The whole document, from the policy results of the past to the annex of links, with the line of every fact."""

import random
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TypeVar

from corpus.plans import Invented
from corpus.text.pages import Pages
from corpus.text.tables import annex_row, budget_table, indicator_head, indicator_row, milestone_table
from uigwe.plan import (
    Indicator,
    Level,
    Name,
    Paragraph,
    Part,
    PerformanceGoal,
    Place,
    Plan,
    StrategicGoal,
    Tally,
    Task,
    Use,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Printed:
    """The text, and the plan whose places are the lines of that text: what a reader of the text should find."""

    text: str
    plan: Plan


def printed(made: Invented, seed: int = 0) -> Printed:
    """The document of an invented plan. Another seed lays the same plan out in another way."""
    press = _Press(made, seed)
    press.front()
    for strategic in made.plan.goals:
        press.strategic(strategic)
    press.annexes()
    return Printed("\n".join(press.pages.lines) + "\n", press.relined())


class _Press:
    """Prints section after section and notes where each fact came to stand."""

    def __init__(self, made: Invented, seed: int) -> None:
        self.plan = made.plan
        self.pages = Pages(random.Random(f"{seed}:{made.plan.title}:{made.plan.agency}"))
        self.at: dict[int, int] = {}
        self.names: dict[tuple[str, Part, str, str], list[Name]] = defaultdict(list)
        for name in self.plan.names:
            self.names[(name.object, name.place.part, name.place.code, name.place.heading)].append(name)
        self.tallies: dict[tuple[str, Part], list[Tally]] = defaultdict(list)
        for tally in self.plan.tallies:
            self.tallies[(tally.scope, tally.place.part)].append(tally)
        self.prose: dict[tuple[str, str], list[Paragraph]] = defaultdict(list)
        for paragraph in made.text:
            self.prose[(paragraph.place.code, paragraph.place.heading)].append(paragraph)
        self.claims: dict[int | None, list[object]] = defaultdict(list)
        for claim in self.plan.claims:
            self.claims[claim.place.line].append(claim)

    # ── the front ────────────────────────────────────────────────────────────────────────────────────────────────────

    def front(self) -> None:
        """What was achieved, mission and vision, the drawing of the goals, the table of goals and tasks."""
        plan, pages = self.plan, self.pages
        pages.page(f"Ⅰ  그간의 정책성과 및 {plan.year}년도 정책 추진방향")
        pages.add("", "1. 그간의 정책성과")
        self._prose("", "Ⅰ.1")
        pages.page("Ⅱ  일반 현황 및 계획의 개요")
        pages.add("", "1. 일반 현황", "(1) 조직", "(3) 재정현황")
        self._prose("", "Ⅱ.1.(3)")
        pages.add("2. 계획의 개요", "(1) 시행계획의 주요특성")
        pages.page("(2) 시행계획의 목표체계")
        pages.add("", "임   무")
        self.at[id(plan.mission)] = pages.add(plan.mission.text)
        pages.add("비   전")
        self.at[id(plan.vision)] = pages.add(plan.vision.text)
        pages.add("전 략 목 표")
        for strategic in plan.goals:
            title = self._written(strategic.code, Part.BODY, "", "Ⅱ.2.(2)", strategic.title)
            self._name(strategic.code, Part.BODY, "", "Ⅱ.2.(2)", pages.cell(title, 12))
        pages.add("성 과 목 표")
        for goal in plan.performance_goals():
            mark = "①②③④⑤⑥⑦⑧"[int(goal.code.partition("-")[2]) - 1]
            title = self._written(goal.code, Part.BODY, "", "Ⅱ.2.(2)", goal.title)
            self._name(goal.code, Part.BODY, "", "Ⅱ.2.(2)", pages.cell(f"{mark} {title}", 16))
        self._overview()
        pages.page("Ⅲ  세부 추진계획")
        pages.gap()

    def _overview(self) -> None:
        pages = self.pages
        pages.page("(3) 목표 및 과제 현황")
        pages.add("", "(단위 : 개)")
        self._counts("")
        pages.add("성과", "목표", "관리과제", "국정목표 연계", "(과제명 및 과제코드)")
        for strategic in self.plan.goals:
            title = self._written(strategic.code, Part.BODY, "", "Ⅱ.2.(3)", strategic.title)
            at = pages.add(f"{strategic.code}. {title}")
            self._name(strategic.code, Part.BODY, "", "Ⅱ.2.(3)", at)
            for goal in strategic.goals:
                title = self._written(goal.code, Part.BODY, "", "Ⅱ.2.(3)", goal.title)
                at = pages.add(f"{goal.code.partition('-')[2]}. {title}")
                self._name(goal.code, Part.BODY, "", "Ⅱ.2.(3)", at)
                for task in goal.tasks:
                    self._linked(task, Part.BODY, "", "Ⅱ.2.(3)")

    def _linked(self, task: Task, part: Part, code: str, heading: str) -> None:
        """A task with its links to the agenda: on one line, or each below the title."""
        pages = self.pages
        links = [link for link in task.links if link.place.part is part]
        texts = [f"{link.title}({link.written})" for link in links]
        title = self._written(task.code, part, code, heading, task.title)
        at = pages.next
        if len(texts) == 1:
            pages.add(f"{task.code[-1]} {title} {texts[0]}")
            self.at[id(links[0])] = at
        else:
            pages.add(f"{task.code[-1]} {title}")
            for link, text in zip(links, texts, strict=True):
                self.at[id(link)] = pages.add(text, loose=False)
            pages.gap()
        self._name(task.code, part, code, heading, at)

    def _counts(self, scope: str) -> None:
        """The table of counts: three pairs of heads, then all numbers on one line."""
        tallies = self.tallies[(scope, Part.BODY)]
        for word in ("전략목표", "성과목표", "관리과제"):
            self.pages.add(word, word, "성과지표")
        at = self.pages.add(" ".join(tally.written for tally in tallies))
        self.at.update((id(tally), at) for tally in tallies)

    # ── the sections ─────────────────────────────────────────────────────────────────────────────────────────────────

    def strategic(self, strategic: StrategicGoal) -> None:
        """The cover of a strategic goal with its system table, its own section, and its goals."""
        pages = self.pages
        pages.page(f"전략목표 {strategic.code}")
        pages.add("", strategic.title, "기 본 방 향", "◇ 현장에서 답을 찾는다")
        pages.page("< 전략목표 및 성과목표, 관리과제․성과지표 체계 >")
        pages.gap()
        self._counts(strategic.code)
        pages.add("성과목표 관리과제 성과지표")
        self._entry(strategic.code, f"{strategic.code}.", strategic.title, strategic.code)
        for goal in strategic.goals:
            self._entry(goal.code, f"{goal.code.partition('-')[2]}.", goal.title, strategic.code)
            for task in goal.tasks:
                self._entry(task.code, task.code[-1], task.title, strategic.code)
        self._own_head(strategic, f"전략목표 {strategic.code}")
        pages.add("(1) 주요내용")
        self._prose(strategic.code)
        pages.add("(2) 성과지표")
        self._indicators(strategic.code)
        pages.page("(3) 외부환경 ․갈등요인 분석 및 갈등관리계획")
        pages.add("", "□ 외부환경‧갈등요인 분석", "ㅇ 지역마다 여건이 다름", "(4) 기타")
        for goal in strategic.goals:
            self._goal(goal)

    def _entry(self, code: str, mark: str, title: str, under: str) -> None:
        """A row of the system table: title and indicators, on one line or below each other."""
        pages = self.pages
        uses = list(self.plan.uses(code))
        title = f"{mark} {self._written(code, Part.BODY, under, '', title)}"
        names = [
            self._written(indicator.id, Part.BODY, under, "", f"{use.name}({indicator.unit})")
            for indicator, use in uses
        ]
        if len(names) == 1 and pages.dice.random() < 0.5:
            at = pages.add(f"{title} {names[0]}")
            lines = [at]
        else:
            at = pages.add(title)
            lines = [pages.add(name) for name in names]
        self._name(code, Part.BODY, under, "", at)
        for (indicator, _), line in zip(uses, lines, strict=True):
            self._name(indicator.id, Part.BODY, under, "", line)

    def _own_head(self, node: StrategicGoal | PerformanceGoal, head: str) -> None:
        pages = self.pages
        if pages.dice.random() < 0.3:  # the title beside its number
            at = pages.page(f"{head} {node.title}")
            pages.gap()
            self.at[id(node.place)] = at
        else:
            pages.page(head)
            pages.gap()
            at = pages.add(node.title)
            self.at[id(node.place)] = at - 2
        self._name(node.code, Part.BODY, node.code, "", at)

    def _goal(self, goal: PerformanceGoal) -> None:
        pages = self.pages
        self._own_head(goal, f"성과목표 {goal.code}")
        pages.add("(1) 주요 내용")
        self._prose(goal.code)
        pages.add("(2) 성과지표")
        self._indicators(goal.code)
        pages.add(
            "(3) 외부환경․갈등요인 분석 및 갈등관리계획", "□ 외부환경 분석", "ㅇ 지역마다 여건이 다름", "(4) 기타"
        )
        self._references(goal.code)
        pages.page("(5) 관리과제별 추진계획")
        pages.gap()
        for number, task in enumerate(goal.tasks):
            self._task(task, first=not number)

    def _references(self, code: str) -> None:
        pages = self.pages
        headings = (("body", "□ 관련기관"), ("site", "□ 관련 사이트"), ("law", "□ 관련법령"))
        for kind, heading in headings:
            own = [one for one in self.plan.references if one.place.code == code and one.kind == kind]
            if own:
                pages.add(heading)
            for one in own:
                self.at[id(one)] = pages.add(f"ㅇ {one.name} : {one.detail}" if one.detail else f"ㅇ {one.name}")

    def _task(self, task: Task, first: bool) -> None:
        pages = self.pages
        head = f"{task.title}({task.code})"
        at = pages.add(head) if first else pages.page(head)
        pages.gap()
        self.at[id(task.place)] = at
        self._name(task.code, Part.BODY, task.code, "", at)
        pages.add("□ 추진배경 (목적)", "ㅇ 현장의 요구가 커짐", "□ 주요내용 및 추진계획")
        self._prose(task.code)
        lines = milestone_table(pages, self.plan.year, task.milestones)
        self.at.update((id(row), lines[row.row]) for row in task.milestones)
        self._people(task)
        pages.add("□ 기대효과", "ㅇ 이용이 편리해짐")
        if task.budget:
            lines = budget_table(pages, self.plan.year, task.budget)
            self.at.update((id(row), lines[row.row]) for row in task.budget)
        if list(self.plan.uses(task.code)):
            pages.add("□ 성과지표 및 측정방법")
            self._indicators(task.code)

    def _people(self, task: Task) -> None:
        pages = self.pages
        pages.add("□ 수혜자 및 이해관계집단")
        served = [one for one in task.people if one.role == "beneficiary"]
        at = pages.add(f"ㅇ (수혜자) {', '.join(one.name for one in served)}")
        self.at.update((id(one), at) for one in served)
        for one in task.people:
            if one.role == "stakeholder":
                self.at[id(one)] = pages.add(f"ㅇ (이해관계자) {one.name} : {one.note}")

    def _indicators(self, code: str) -> None:
        """The indicator tables of one section; rows with other columns get a table of their own."""
        heads: tuple[object, ...] = ()
        for indicator, use in self.plan.uses(code):
            years = sorted(indicator.history(use))
            target = indicator.target(use)
            if target is None:
                continue
            if heads != (years, target.year):
                heads = (years, target.year)
                indicator_head(self.pages, years, target.year)
            first, values = indicator_row(self.pages, indicator, use)
            self._name(indicator.id, Part.BODY, code, "", first)
            self.at[id(use)] = first
            for one in indicator.printings:
                if one.place.code == code and one.place.part is Part.BODY:
                    self.at[id(one)] = values.get((one.kind, one.year), first)

    def _prose(self, code: str, heading: str = "") -> None:
        for paragraph in self.prose[(code, heading)]:
            at = self.pages.prose(paragraph.text)
            self.at.update((id(claim), at) for claim in self.claims[paragraph.place.line])

    # ── the annexes ──────────────────────────────────────────────────────────────────────────────────────────────────

    def annexes(self) -> None:
        """What follows up, then the annex of indicators and that of links."""
        pages = self.pages
        pages.page("Ⅳ  환류 등 관련계획")
        pages.add("", "1. 이행상황 점검 계획", "□ 분기마다 살핀다")
        pages.page("붙임1-1  성과지표 현황")
        pages.add(
            "", "1. 총괄현황", "(단위: 개)", "구분", "성과지표", "소계", "지표성격", "정량지표", "투입 과정 산출 결과"
        )
        for level, word in zip(Level, ("전략목표", "성과목표", "관리과제"), strict=True):
            self._kinds(level, word)
        parts = (
            (Level.STRATEGIC, "2. 전략목표별 성과지표 현황", "전략목표 성과지표"),
            (Level.GOAL, "3. 성과목표별 성과지표 현황", "성과목표 성과지표"),
            (Level.TASK, "4. 관리과제별 성과지표 현황", "관리과제 성과지표"),
        )
        for level, heading, columns in parts:
            begin = pages.page if level is Level.TASK else pages.add
            begin(heading)
            pages.gap()
            year = self._target_year(level)
            pages.add(
                columns, "측정방법", "(또는 측정산식)", f"’{year % 100}년", "목표치", "지표 종류", "비고", "정량화 성격"
            )
            self._annex(level)
        self._annex_of_links()

    def _target_year(self, level: Level) -> int:
        for indicator, use in self.plan.uses():
            target = indicator.target(use)
            if use.level is level and target:
                return target.year
        return self.plan.year

    def _kinds(self, level: Level, word: str) -> None:
        own = [tally for tally in self.tallies[("", Part.ANNEX)] if tally.level is level]
        items, indicators, *classes = own
        at = self.pages.add(f"{word} {items.written} {indicators.written}")
        self.at.update({id(items): at, id(indicators): at})
        for count, share in zip(classes[::2], classes[1::2], strict=True):
            self.at[id(count)] = self.pages.add(count.written, loose=False)
            self.at[id(share)] = self.pages.add(share.written, loose=False)
            self.pages.gap()

    def _annex(self, level: Level) -> None:
        levels = list(Level)
        for number, strategic in enumerate(self.plan.goals, start=1):
            for node in _walk(strategic):
                own = Level.of(node.code)
                if levels.index(own) > levels.index(level):
                    continue
                mark = {
                    Level.STRATEGIC: f"{number}." if level is not Level.TASK else f"{strategic.code}.",
                    Level.GOAL: f"{node.code.partition('-')[2].partition('-')[0]}.",
                    Level.TASK: node.code[-1],
                }[own]
                if own is level:
                    at, names = annex_row(self.pages, f"{mark} {node.title}", list(self.plan.uses(node.code)))
                    for id_, line in names.items():
                        self._name(id_, Part.ANNEX, node.code, "", line)
                        self._annex_target(id_, node.code, line)
                else:
                    at = self.pages.add(f"{mark} {node.title}")
                self._name(node.code, Part.ANNEX, node.code, "", at)

    def _annex_target(self, id_: str, code: str, line: int) -> None:
        indicator = self.plan.indicator(id_)
        for one in indicator.printings if indicator else ():
            if one.place.part is Part.ANNEX and one.place.code == code:
                self.at[id(one)] = line

    def _annex_of_links(self) -> None:
        pages = self.pages
        pages.page("붙임1-2  관리과제와 국정기조 등 연계 현황")
        pages.add("", "성과", "목표 관리과제 국정목표 연계", "(과제명 및 과제코드)")
        for strategic in self.plan.goals:
            at = pages.add(f"{strategic.code}. {strategic.title}")
            self._name(strategic.code, Part.ANNEX, strategic.code, "", at)
            for goal in strategic.goals:
                at = pages.add(f"{goal.code.partition('-')[2]}. {goal.title}")
                self._name(goal.code, Part.ANNEX, goal.code, "", at)
                for task in goal.tasks:
                    self._linked(task, Part.ANNEX, task.code, "")

    # ── where everything stands ──────────────────────────────────────────────────────────────────────────────────────

    def _written(self, object: str, part: Part, code: str, heading: str, otherwise: str) -> str:
        """How this place prints the name: as the plan has it, which may be with a space more or less."""
        waiting = self.names[(object, part, code, heading)]
        return waiting[0].written if waiting else otherwise

    def _name(self, object: str, part: Part, code: str, heading: str, line: int) -> None:
        waiting = self.names[(object, part, code, heading)]
        if waiting:
            self.at[id(waiting.pop(0))] = line

    def relined(self) -> Plan:
        """The plan with the lines of this text in its places; what the text does not print keeps no line."""
        plan = self.plan
        return replace(
            plan,
            mission=replace(plan.mission, place=self._moved(plan.mission.place, plan.mission)),
            vision=replace(plan.vision, place=self._moved(plan.vision.place, plan.vision)),
            goals=tuple(self._relined_goal(strategic) for strategic in plan.goals),
            indicators=tuple(self._relined_indicator(one) for one in plan.indicators),
            document=replace(plan.document, lines=len(self.pages.lines)),
            references=self._all(plan.references),
            names=self._all(plan.names),
            tallies=self._all(plan.tallies),
            claims=self._all(plan.claims),
        )

    def _moved(self, place: Place, of: object) -> Place:
        return replace(place, line=self.at.get(id(of)))

    def _all(self, records: tuple[T, ...]) -> tuple[T, ...]:
        """Records with a place of their own, each moved to where it was printed."""
        return tuple(replace(one, place=self._moved(one.place, one)) for one in records)  # type: ignore[attr-defined, type-var]

    def _relined_goal(self, strategic: StrategicGoal) -> StrategicGoal:
        goals = tuple(
            replace(goal, place=self._moved(goal.place, goal.place), tasks=tuple(map(self._relined_task, goal.tasks)))
            for goal in strategic.goals
        )
        return replace(strategic, place=self._moved(strategic.place, strategic.place), goals=goals)

    def _relined_task(self, task: Task) -> Task:
        return replace(
            task,
            place=self._moved(task.place, task.place),
            milestones=self._all(task.milestones),
            budget=self._all(task.budget),
            links=self._all(task.links),
            people=self._all(task.people),
        )

    def _relined_indicator(self, indicator: Indicator) -> Indicator:
        uses: tuple[Use, ...] = self._all(indicator.uses)
        return replace(indicator, uses=uses, printings=self._all(indicator.printings))


def _walk(strategic: StrategicGoal) -> list[StrategicGoal | PerformanceGoal | Task]:
    found: list[StrategicGoal | PerformanceGoal | Task] = [strategic]
    for goal in strategic.goals:
        found += [goal, *goal.tasks]
    return found
