"""The official form of a performance plan, filled in with an invented one: which tables it has and how they are headed."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.plans import Invented
from corpus.print import tables
from corpus.print.sheet import Builder, Sheet
from uigwe.plan import (
    Indicator,
    Kind,
    Level,
    Name,
    Paragraph,
    Part,
    PerformanceGoal,
    Plan,
    Reference,
    StrategicGoal,
    Tally,
    Task,
    Use,
    order_of_code,
)
from uigwe.values import State, read_number

_WORDS = {Level.STRATEGIC: "전략목표", Level.GOAL: "성과목표", Level.TASK: "관리과제"}


@dataclass(frozen=True)
class Manner:
    """The habits of one office: how years and heads are written, what is framed, how rows are merged."""

    year: str = "’{yy}"
    name: str = "성과지표"
    reason: str = "’{yy}년 목표치 산출근거"
    formula: str = "측정산식\n(또는 측정방법)"
    source: str = "자료수집 방법\n(또는 자료출처)"
    formula_first: bool = False
    framed: bool = True
    steps: str = (
        "rows"  # rows: a row for each; lists: a row for each quarter with a list; plain: the quarter in each row
    )
    steps_head: tuple[str, str, str, str] = ("구 분", "추진계획", "세부일정", "비 고")
    goal_beside: bool = False
    names_together: bool = False
    unit_above: str = "(단위 : {unit})"
    unit_in_table: bool = False
    money_lines: bool = False
    broken: bool = False  # names broken by hand in narrow cells
    tally_heads: int = 1


def draw(seed: object) -> Manner:
    """The habits that the dice give an office."""
    dice = random.Random(f"manner:{seed}")
    return Manner(
        year=dice.choice(("’{yy}", "'{yy}", "‘{yy}", "20{yy}", "’{yy}년", "FY{yy}")),
        name=dice.choice(("성과지표", "성과지표", "지표명")),
        reason=dice.choice(
            ("’{yy}년 목표치 산출근거", "목표치\n산출근거", "산출 근거", "’{yy}년 목표치\n설정근거", "설정근거")
        ),
        formula=dice.choice(("측정산식\n(또는 측정방법)", "측정산식", "측정방법\n(또는 측정산식)", "측정방법")),
        source=dice.choice(
            ("자료수집 방법\n(또는 자료출처)", "자료출처", "자료수집방법\n또는 자료출처\n(성과측정시 유의사항)")
        ),
        formula_first=dice.random() < 0.2,
        framed=dice.random() < 0.6,
        steps=dice.choice(("rows", "rows", "lists", "plain")),
        steps_head=dice.choice(
            (
                ("구 분", "추진계획", "세부일정", "비 고"),
                ("구분", "추진내용", "세부일정", "비고"),
                ("구분", "추진계획", "추진일정", "비고"),
            )
        ),
        goal_beside=dice.random() < 0.4,
        names_together=dice.random() < 0.4,
        unit_above=dice.choice(("(단위 : {unit})", "(단위: {unit})", "( 단위 : {unit} )")),
        unit_in_table=dice.random() < 0.3,
        money_lines=dice.random() < 0.3,
        broken=dice.random() < 0.5,
        tally_heads=dice.choice((1, 2)),
    )


def form(made: Invented, manner: Manner | None = None) -> Sheet:
    """The document of a plan, in the habits of an office."""
    press = _Press(made, manner or Manner())
    press.front()
    for strategic in made.plan.goals:
        press.strategic(strategic)
    press.annexes()
    press.sheet.plan = press.printed()
    return press.sheet


class _Press:
    """Prints section after section."""

    def __init__(self, made: Invented, manner: Manner) -> None:
        self.plan, self.manner = made.plan, manner
        self.sheet = Sheet()
        self.names: dict[tuple[str, Part, str, str], list[Name]] = defaultdict(list)
        for name in self.plan.names:
            self.names[(name.object, name.place.part, name.place.code, name.place.heading)].append(name)
        self.tallies: dict[tuple[str, Part], list[Tally]] = defaultdict(list)
        for tally in self.plan.tallies:
            self.tallies[(tally.scope, tally.place.part)].append(tally)
        self.prose: dict[tuple[str, str], list[Paragraph]] = defaultdict(list)
        for paragraph in made.text:
            self.prose[(paragraph.place.code, paragraph.place.heading)].append(paragraph)

    def _named(self, object: str, part: Part, code: str, heading: str, otherwise: str) -> str:
        """The wording that this place has of a title or a name."""
        waiting = self.names[(object, part, code, heading)]
        return waiting.pop(0).written if waiting else otherwise

    def printed(self) -> Plan:
        """The plan without what this form has no place for: further printings of names, what stands outside the goal tree."""
        left = {id(name) for waiting in self.names.values() for name in waiting}
        names = tuple(name for name in self.plan.names if id(name) not in left)
        references = tuple(
            replace(one, detail="") if one.kind == "body" else one for one in self.plan.references if one.place.code
        )
        return replace(self.plan, names=names, references=references)

    # ── the front ────────────────────────────────────────────────────────────────────────────────────────────────────

    def front(self) -> None:
        """Policy results, mission and vision, the drawing of the goals, the table of goals and tasks."""
        plan, sheet = self.plan, self.sheet
        sheet.add(plan.title, style="chapter")
        sheet.page(f"Ⅰ  그간의 정책성과 및 {plan.year}년도 정책 추진방향", "chapter")
        sheet.add("1. 그간의 정책성과", style="head")
        self._prose("", "Ⅰ.1")
        sheet.page("Ⅱ  일반 현황 및 계획의 개요", "chapter")
        sheet.add("1. 일반 현황", "(1) 조직", "(3) 재정현황", style="head")
        self._prose("", "Ⅱ.1.(3)")
        sheet.add("2. 계획의 개요", "(1) 시행계획의 주요특성", style="head")
        sheet.page("(2) 시행계획의 목표체계")
        self._drawing()
        sheet.page("(3) 목표 및 과제 현황")
        sheet.add("(단위 : 개)", style="note")
        self._counts("")
        self._links(Part.BODY, "Ⅱ.2.(3)")
        sheet.page("Ⅲ  세부 추진계획", "chapter")

    def _drawing(self) -> None:
        plan, sheet = self.plan, self.sheet
        strategic = [self._named(one.code, Part.BODY, "", "Ⅱ.2.(2)", one.title) for one in plan.goals]
        goals = [
            [
                f"{tables.CIRCLED[int(goal.code.partition('-')[2]) - 1]} "
                + self._named(goal.code, Part.BODY, "", "Ⅱ.2.(2)", goal.title)
                for goal in one.goals
            ]
            for one in plan.goals
        ]
        if not self.manner.framed:
            sheet.add(
                "임   무", plan.mission.text, "비   전", plan.vision.text, "전 략 목 표", *strategic, "성 과 목 표"
            )
            sheet.add(*(goal for below in goals for goal in below))
            return
        sheet.frame("임   무")
        sheet.frame(plan.mission.text)
        sheet.frame("비   전")
        sheet.frame(plan.vision.text)
        builder = Builder([1] * len(strategic))
        builder.put(0, "전 략 목 표", across=len(strategic))
        builder.row += 1
        builder.line(*strategic)
        builder.put(0, "성 과 목 표", across=len(strategic))
        builder.row += 1
        builder.line(*goals)
        sheet.grid(builder)

    def _counts(self, scope: str) -> None:
        numbers = [tally.written for tally in self.tallies[(scope, Part.BODY)]]
        if numbers:
            self.sheet.grid(tables.tally(numbers, self.manner.tally_heads))

    def _links(self, part: Part, heading: str) -> None:
        """The table of goals and tasks with their links."""
        rows: list[tables.Linked] = []
        for strategic in self.plan.goals:
            rows.append(tables.Linked(f"{strategic.code}. {self._title(strategic, part, heading)}", 0, ()))
            for goal in strategic.goals:
                rows.append(tables.Linked(f"{goal.code.partition('-')[2]}. {self._title(goal, part, heading)}", 1, ()))
                for task in goal.tasks:
                    links = tuple(
                        f"{link.title}({link.written})" if link.title else link.written
                        for link in task.links
                        if link.place.part is part
                    )
                    rows.append(tables.Linked(f"{task.code[-1]} {self._title(task, part, heading)}", 2, links))
        self.sheet.grid(tables.links(rows, self.manner.goal_beside))

    def _title(self, node: StrategicGoal | PerformanceGoal | Task, part: Part, heading: str) -> str:
        code = "" if part is Part.BODY else node.code
        return self._named(node.code, part, code, heading, node.title)

    # ── the sections ─────────────────────────────────────────────────────────────────────────────────────────────────

    def strategic(self, strategic: StrategicGoal) -> None:
        """The cover of a strategic goal with its system table, its own section, and its goals."""
        sheet, code = self.sheet, strategic.code
        own = self.names[(code, Part.BODY, code, "")]
        cover = own.pop(0).written if len(own) > 2 else strategic.title
        self._headed(f"전략목표 {code}", cover)
        sheet.add("기 본 방 향", style="head")
        sheet.add("◇ 현장에서 답을 찾는다")
        sheet.page("< 전략목표 및 성과목표, 관리과제․성과지표 체계 >")
        self._counts(code)
        self._system(strategic)
        self._headed(f"전략목표 {code}", self._named(code, Part.BODY, code, "", strategic.title))
        sheet.add("(1) 주요내용", style="head")
        self._prose(code)
        sheet.add("(2) 성과지표", style="head")
        self._indicators(code)
        sheet.add("(3) 외부환경 ․갈등요인 분석 및 갈등관리계획", style="head")
        sheet.add("□ 외부환경‧갈등요인 분석", "ㅇ 지역마다 여건이 다름")
        sheet.add("(4) 기타", style="head")
        self._references(code)
        for goal in strategic.goals:
            self._goal(goal)

    def _headed(self, head: str, title: str) -> None:
        if self.manner.framed:
            self.sheet.frame(head, title, turns=True)
        else:
            self.sheet.page(head)
            self.sheet.add(title, style="head")

    def _system(self, strategic: StrategicGoal) -> None:
        rows: list[tables.Listed] = []
        under = strategic.code
        nodes: list[tuple[StrategicGoal | PerformanceGoal | Task, str]] = [(strategic, f"{under}.")]
        for goal in strategic.goals:
            nodes.append((goal, f"{goal.code.partition('-')[2]}."))
            nodes += [(task, task.code[-1]) for task in goal.tasks]
        for node, mark in nodes:
            title = self._named(node.code, Part.BODY, under, "", node.title)
            names = [
                self._named(indicator.id, Part.BODY, under, "", _printed(indicator, use))
                for indicator, use in self.plan.uses(node.code)
            ]
            rows.append(tables.Listed(f"{mark} {title}", list(Level).index(Level.of(node.code)), names))
        self.sheet.grid(tables.system(rows, self.manner.goal_beside, self.manner.names_together))

    def _goal(self, goal: PerformanceGoal) -> None:
        sheet = self.sheet
        self._headed(f"성과목표 {goal.code}", self._named(goal.code, Part.BODY, goal.code, "", goal.title))
        sheet.add("(1) 주요 내용", style="head")
        self._prose(goal.code)
        sheet.add("(2) 성과지표", style="head")
        self._indicators(goal.code)
        sheet.add("(3) 외부환경․갈등요인 분석 및 갈등관리계획", style="head")
        sheet.add("□ 외부환경 분석", "ㅇ 지역마다 여건이 다름")
        sheet.add("(4) 기타", style="head")
        self._references(goal.code)
        sheet.page("(5) 관리과제별 추진계획")
        for number, task in enumerate(goal.tasks):
            self._task(task, first=not number)

    def _references(self, code: str) -> None:
        for kind, heading in (("body", "□ 관련기관"), ("site", "□ 관련 사이트"), ("law", "□ 관련법령")):
            own = [one for one in self.plan.references if one.place.code == code and one.kind == kind]
            if own:
                self.sheet.add(heading)
            for one in own:
                self.sheet.add(f"ㅇ {_reference(one)}")

    def _task(self, task: Task, first: bool) -> None:
        sheet, code = self.sheet, task.code
        head = f"{self._named(code, Part.BODY, code, '', task.title)}({code})"
        if self.manner.framed:
            sheet.frame(head, turns=not first)
        elif first:
            sheet.add(head, style="head")
        else:
            sheet.page(head)
        sheet.add("□ 추진배경 (목적)", "ㅇ 현장의 요구가 커짐", "□ 주요내용 및 추진계획")
        self._prose(code)
        if task.milestones:
            sheet.add(f"< ’{self.plan.year % 100}년도 과제추진 계획 >", style="note")
            sheet.grid(tables.milestones(task.milestones, self.manner.steps, self.manner.steps_head))
        self._people(task)
        sheet.add("□ 기대효과", "ㅇ 이용이 편리해짐")
        self._money(task)
        self._references(code)
        if list(self.plan.uses(code)):
            sheet.add("□ 성과지표 및 측정방법")
            self._indicators(code)

    def _people(self, task: Task) -> None:
        sheet = self.sheet
        sheet.add("□ 수혜자 및 이해관계집단")
        for role, label in (("beneficiary", "수혜자"), ("stakeholder", "이해관계자")):
            own = [one for one in task.people if one.role == role]
            plain = not any(one.note or "," in one.name for one in own)
            if own and plain:
                sheet.add(f"ㅇ ({label}) {', '.join(one.name for one in own)}")
            elif own:
                sheet.add(f"ㅇ ({label})")
                sheet.add(*(f"- {one.name} : {one.note}" if one.note else f"- {one.name}" for one in own))

    def _money(self, task: Task) -> None:
        """Budget tables; rows in another unit or with other years get a table of their own."""
        groups: list[list[int]] = []
        for at, row in enumerate(task.budget):
            before = task.budget[groups[-1][0]] if groups else None
            if before is None or _columns(before) != _columns(row):
                groups.append([])
            groups[-1].append(at)
        for number, group in enumerate(groups):
            rows = [task.budget[at] for at in group]
            self.sheet.add(*(() if number else ("□ 관련 재정사업 내역",)))
            unit = self.manner.unit_above.format(unit=rows[0].unit)
            if not self.manner.unit_in_table:
                self.sheet.add(unit, style="note")
            years = [self.manner.year.format(yy=f"{amount.year % 100:02}") for amount in rows[0].amounts]
            caption = unit if self.manner.unit_in_table else ""
            self.sheet.grid(tables.budget(rows, years, caption, self.manner.money_lines))

    def _indicators(self, code: str) -> None:
        """The indicator tables of one section; rows with other columns get a table of their own."""
        groups: list[tuple[tuple[object, ...], list[tables.Measured]]] = []
        tentative: set[int] = set()
        for indicator, use in self.plan.uses(code):
            past = sorted(indicator.history(use).values(), key=lambda one: one.year)
            targets = [one for one in indicator.own(use) if one.kind is Kind.TARGET]
            name = self._named(indicator.id, Part.BODY, code, "", _printed(indicator, use))
            values = [one.written for one in (*past, *targets)]
            columns = tuple(one.year for one in past), tuple(one.year for one in targets)
            if not groups or groups[-1][0] != columns:
                groups.append((columns, []))
            groups[-1][1].append(tables.Measured(name, values, use.reason, use.formula, use.source))
            tentative |= {
                one.year
                for one in past
                if one.state is State.PROVISIONAL and read_number(one.written).state is not State.PROVISIONAL
            }
        for columns, rows in groups:
            self.sheet.grid(tables.indicators(columns, rows, self.manner))
        for year in sorted(tentative):
            self.sheet.add(f"※ ’{year % 100}년 실적은 잠정치임")

    def _prose(self, code: str, heading: str = "") -> None:
        self.sheet.add(*(f"ㅇ {paragraph.text}" for paragraph in self.prose[(code, heading)]))

    # ── the annexes ──────────────────────────────────────────────────────────────────────────────────────────────────

    def annexes(self) -> None:
        """What follows up, then the annex of indicators and that of links."""
        sheet = self.sheet
        sheet.page("Ⅳ  환류 등 관련계획", "chapter")
        sheet.add("1. 이행상황 점검 계획", "□ 분기마다 살핀다")
        sheet.page("붙임1-1  성과지표 현황")
        sheet.add("1. 총괄현황", style="head")
        sheet.add("(단위: 개)", style="note")
        rows = []
        for level in Level:
            own = [tally.written for tally in self.tallies[("", Part.ANNEX)] if tally.level is level]
            rows.append((_WORDS[level], own))
        if all(own for _, own in rows):
            sheet.grid(tables.kinds(rows))
        for number, level in enumerate(Level, 2):
            sheet.add(f"{number}. {_WORDS[level]}별 성과지표 현황", style="head")
            sheet.grid(tables.annex(_WORDS[level], self._target_head(level), self._annex(level), self.manner.broken))
        sheet.page("붙임1-2  관리과제와 국정기조 등 연계 현황")
        self._links(Part.ANNEX, "")

    def _target_head(self, level: Level) -> str:
        years = [
            target.year
            for indicator, use in self.plan.uses()
            if use.level is level and (target := indicator.target(use))
        ]
        return f"{self.manner.year.format(yy=f'{(years or [self.plan.year])[0] % 100:02}')}\n목표치"

    def _annex(self, level: Level) -> list[tables.Annexed]:
        """The rows of one part of the annex: titles of the goals above, then each with its indicators."""
        rows: list[tables.Annexed] = []
        nodes = sorted(self.plan.nodes(), key=lambda node: order_of_code(node.code))
        for node in nodes:
            own = Level.of(node.code)
            if list(Level).index(own) > list(Level).index(level):
                continue
            mark = {
                Level.STRATEGIC: f"{node.code}.",
                Level.GOAL: f"{node.code.split('-')[-1]}.",
                Level.TASK: node.code[-1],
            }
            title = f"{mark[own]} {self._named(node.code, Part.ANNEX, node.code, '', node.title)}"
            if own is not level:
                rows.append(tables.Annexed(title, ()))
                continue
            below = [
                (
                    self._named(indicator.id, Part.ANNEX, node.code, "", _printed(indicator, use)),
                    use.formula,
                    _annex_target(indicator, use),
                    use.quantification,
                    use.nature,
                )
                for indicator, use in self.plan.uses(node.code)
            ]
            rows.append(tables.Annexed(title, tuple(below)))
        return rows


def _reference(one: Reference) -> str:
    if one.kind == "law":
        return f"「{one.name}」 {one.detail}".strip()
    return f"{one.name} : {one.detail}" if one.detail and one.kind == "site" else one.name


def _printed(indicator: Indicator, use: Use) -> str:
    return f"{use.name}({indicator.unit})" if indicator.unit else use.name


def _annex_target(indicator: Indicator, use: Use) -> str:
    found: Sequence[str] = [
        one.written
        for one in indicator.printings
        if one.kind is Kind.TARGET and one.place.part is Part.ANNEX and one.place.code == use.code
    ]
    return found[0] if found else ""


def _columns(row: object) -> tuple[object, ...]:
    return row.unit, tuple(amount.year for amount in row.amounts)  # type: ignore[attr-defined]
