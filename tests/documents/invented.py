"""Texts of invented plans of an invented ministry, in the official form, with the truth they were made from.

The pages are laid out the way official files come out as text: cells in reading order, words broken at the edge of a column, values
glued to the reason or standing alone, names glued to values, quarter labels above their rows, page numbers in between.
"""

import random
from dataclasses import dataclass, field

ROMAN = "ⅠⅡⅢⅣⅤⅥⅦ"
CIRCLED = "①②③④⑤⑥⑦⑧⑨"

THINGS = ("등대", "갯벌", "나루터", "염전", "해녀", "돌섬", "물길", "어망", "파도", "모래톱", "뱃길", "조개밭")
DOINGS = ("안전", "돌봄", "정비", "교육", "조사", "보전", "나눔", "개방", "연결", "복원")
COUNTS = (("이용 만족도", "점"), ("점검 이행률", "%"), ("참여자 수", "명"), ("복원 면적", "ha"), ("신고 건수", "건"))
ENDS = ("수립", "개최", "공고", "점검", "선정")


@dataclass
class Measure:
    """An indicator with its cells as printed."""

    name: str
    unit: str
    past: list[str]
    target: str
    reason: str
    formula: str
    source: str
    nature: str = "결과"
    quantification: str = "정량"


@dataclass
class Task:
    """A task with everything its section prints."""

    code: str
    title: str
    measures: list[Measure]
    steps: list[tuple[int, str, str]]
    money: list[tuple[str, str, str, str, str, str]]
    served: list[str]
    link: tuple[str, str]


@dataclass
class Goal:
    """A performance goal."""

    code: str
    title: str
    measures: list[Measure]
    tasks: list[Task] = field(default_factory=list)


@dataclass
class Strategic:
    """A strategic goal."""

    code: str
    title: str
    measures: list[Measure]
    goals: list[Goal] = field(default_factory=list)


@dataclass
class Invented:
    """A whole plan: the year, the columns of its tables, the tree."""

    year: int
    columns: tuple[int, ...]
    long_columns: tuple[int, ...]
    mission: str
    vision: str
    strategics: list[Strategic]

    @property
    def goals(self) -> list[Goal]:
        """All performance goals."""
        return [goal for strategic in self.strategics for goal in strategic.goals]

    @property
    def tasks(self) -> list[Task]:
        """All tasks."""
        return [task for goal in self.goals for task in goal.tasks]


def invent(seed: int, strategics: int = 2, goals: int = 2, tasks: int = 2, year: int = 2024) -> Invented:
    """A plan of these counts, other words and numbers for each seed."""
    dice = random.Random(seed)
    columns = (year - 3, year - 2, year - 1, year)
    long_columns = (year - 5, year - 4, year - 3, year - 2, year - 1, year + 3)
    plan = Invented(year, columns, long_columns, "바다와 사람을 잇고 섬의 삶을 지킨다.", "누구나 닿을 수 있는 섬", [])
    used: set[str] = set()
    for s in range(strategics):
        above = Strategic(ROMAN[s], _title(dice, used, "을 새롭게 한다."), [_measure(dice, used, long_columns)])
        for g in range(goals):
            goal = Goal(
                f"{above.code}-{g + 1}", _title(dice, used, "의 기반을 넓힌다."), [_measure(dice, used, columns)]
            )
            goal.tasks = [_task(dice, used, f"{goal.code}-{CIRCLED[t]}", columns, year) for t in range(tasks)]
            above.goals.append(goal)
        plan.strategics.append(above)
    return plan


def _title(dice: random.Random, used: set[str], end: str = "") -> str:
    while True:
        words = f"{dice.choice(THINGS)} {dice.choice(DOINGS)} {dice.choice(THINGS)} {dice.choice(DOINGS)}"
        if words not in used:
            used.add(words)
            return words + end


def _measure(dice: random.Random, used: set[str], columns: tuple[int, ...]) -> Measure:
    what, unit = dice.choice(COUNTS)
    name = f"{_title(dice, used)} {what}"
    scale = dice.choice(("small", "percent", "large"))
    past = [_number(dice, scale) for _ in columns[:-1]]
    new = dice.random()
    if new < 0.2:
        past = ["-"] * (len(past) - 1) + ["신규"]
    elif new < 0.3:
        past[-1] = f"{past[-1]} (잠정)"
    elif new < 0.4:
        past = ["신규"] * len(past)
    target = _number(dice, scale)
    kind = dice.choice(("결과", "결과", "산출"))
    return Measure(
        name,
        unit,
        past,
        target,
        f"최근 {len(past)}년 평균을 고려하여 도전적인 목표로 설정하였음",
        f"{name} 조사 결과의 합계",
        "수행기관 전수조사 결과 보고",
        kind,
        dice.choice(("정량", "정량", "정성")),
    )


def _number(dice: random.Random, scale: str) -> str:
    if scale == "small":
        return str(dice.randint(1, 99))
    return f"{dice.uniform(1, 99):.1f}" if scale == "percent" else f"{dice.randint(1000, 99999):,}"


def _task(dice: random.Random, used: set[str], code: str, columns: tuple[int, ...], year: int) -> Task:
    short = f"’{year % 100}"
    measures = [_measure(dice, used, columns) for _ in range(dice.choice((1, 1, 1, 2)))]
    steps = []
    for quarter in (1, 2, 3, 4):
        for _ in range(dice.choice((1, 1, 2))):
            month = 3 * quarter - dice.randint(0, 2)
            when = dice.choice((f"{short}.{month}월", f"{short}.{month}월~", f"~{short}.{month}월"))
            steps.append((quarter, f"{_title(dice, used)} 계획 {dice.choice(ENDS)}", when))
    number = dice.randint(1000, 9999)
    amounts = f"{dice.randint(10, 9999):,}", f"{dice.randint(10, 9999):,}"
    name = _title(dice, used)
    money = [
        ("programme", f"Ⅱ-{dice.randint(1, 5)}-일반재정①", name, "", "", ""),
        ("unit", str(number), f"{name} 지원", "일반회계", *amounts),
        ("detailed", str(dice.randint(301, 399)), f"{name} 사업", "", *amounts),
    ]
    served = [f"{dice.choice(THINGS)} 주민", f"{dice.choice(DOINGS)} 종사자"]
    link = (f"{dice.choice(THINGS)} 고르게 잇기", f"{dice.randint(1, 120)}-{dice.randint(1, 9)}")
    return Task(code, _title(dice, used), measures, steps, money, served, link)


class Pages:
    """Lines of text with the noise of extraction: the first line of a page begins with a space and has no empty line before it."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.lines: list[str] = []
        self.number = 0

    def page(self, first: str) -> None:
        """A new page; now and then its number strays in."""
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        self.number += 1
        if self.dice.random() < 0.1:
            self.lines += ["", f"- {self.number} -", ""]
        self.lines.append(f" {first}")

    def add(self, *lines: str, loose: bool = True) -> None:
        """Lines, each with an empty line behind it when they are set loosely."""
        for line in lines:
            self.lines.append(line)
            if loose:
                self.lines.append("")

    def cell(self, text: str, width: int) -> None:
        """A narrow cell: broken at its width, in the middle of words; an empty line behind."""
        self.lines += broken(text, width)
        self.lines.append("")


def broken(text: str, width: int) -> list[str]:
    """A text cut at a width; where the cut falls between words the space disappears."""
    return [text[at : at + width].strip() for at in range(0, len(text), width)]


def render(plan: Invented, seed: int = 0, reason_head: str = "목표치 산출근거") -> str:
    """The text of the plan, laid out anew for each seed."""
    pages = Pages(random.Random(seed))
    _front(pages, plan)
    for strategic in plan.strategics:
        _cover(pages, plan, strategic)
        pages.page(f"전략목표 {strategic.code}")
        pages.add(strategic.title)
        pages.add("(1) 주요내용", "□ 섬과 뭍을 잇는 일을 넓혀 간다", "(2) 성과지표")
        _table(pages, strategic.measures, plan.long_columns, reason_head)
        pages.page("(3) 외부환경 ․갈등요인 분석 및 갈등관리계획")
        pages.add("□ 외부환경‧갈등요인 분석", "ㅇ 섬마다 사정이 다름", "(4) 기타", "□ 관련기관 : 한섬살이재단")
        for goal in strategic.goals:
            _goal(pages, plan, goal, reason_head)
    pages.page("Ⅳ  환류 등 관련계획")
    pages.add("1. 이행상황 점검 계획", "□ 분기마다 살핀다")
    _annex(pages, plan)
    _links_annex(pages, plan)
    return "\n".join(pages.lines) + "\n"


def _front(pages: Pages, plan: Invented) -> None:
    pages.lines.append(f" Ⅰ  그간의 정책성과 및 {plan.year}년도 정책 추진방향")
    pages.add("", "1. 그간의 정책성과", "□ (섬) 뱃길을 다시 열었다")
    pages.page("Ⅱ  일반 현황 및 계획의 개요")
    pages.add("1. 섬살림부 일반 현황", "(1) 조직", "2. 계획의 개요", "(1) 시행계획의 주요특성")
    pages.page("(2) 시행계획의 목표체계")
    pages.add("임   무", plan.mission, "비   전", plan.vision, "전 략 목 표")
    for strategic in plan.strategics:
        pages.cell(strategic.title, 12)
    pages.add("성 과 목 표")
    pages.page("(3) 목표 및 과제 현황")
    pages.add("(단위 : 개)")
    indicators = [sum(len(one.measures) for one in level) for level in (plan.strategics, plan.goals, plan.tasks)]
    counts = [len(plan.strategics), len(plan.goals), len(plan.tasks)]
    _tally(pages, [number for pair in zip(counts, indicators, strict=True) for number in pair])
    pages.add("성과", "목표", "관리과제", "국정목표 연계", "(과제명 및 과제코드)")
    for strategic in plan.strategics:
        pages.add(f"{strategic.code}. {strategic.title}")
        for goal in strategic.goals:
            pages.add(f"{goal.code.split('-')[1]}. {goal.title}")
            for task in goal.tasks:
                pages.add(f"{task.code[-1]} {task.title} {task.link[0]}(국정 {task.link[1]})")
    pages.page("Ⅲ  세부 추진계획")


def _tally(pages: Pages, numbers: list[int]) -> None:
    for word in ("전략목표", "성과목표", "관리과제"):
        pages.add(word, word, "성과지표")
    pages.add(" ".join(map(str, numbers)))


def _cover(pages: Pages, plan: Invented, strategic: Strategic) -> None:
    pages.add("", f"전략목표 {strategic.code}")
    pages.add(strategic.title, "기 본 방 향", "◇ 섬을 먼저 살핀다")
    pages.page("< 전략목표 및 성과목표, 관리과제․성과지표 체계 >")
    goals, tasks = strategic.goals, [task for goal in strategic.goals for task in goal.tasks]
    numbers = [1, len(strategic.measures), len(goals), sum(len(goal.measures) for goal in goals)]
    _tally(pages, [*numbers, len(tasks), sum(len(task.measures) for task in tasks)])
    pages.add("성과목표 관리과제 성과지표")
    _entry(pages, f"{strategic.code}. {strategic.title}", strategic.measures)
    for goal in goals:
        _entry(pages, f"{goal.code.split('-')[1]}. {goal.title}", goal.measures)
        for task in goal.tasks:
            _entry(pages, f"{task.code[-1]} {task.title}", task.measures)


def _entry(pages: Pages, title: str, measures: list[Measure]) -> None:
    names = [f"{one.name}({one.unit})" for one in measures]
    if pages.dice.random() < 0.5 and len(names) == 1:
        pages.add(f"{title} {names[0]}")
    else:
        pages.add(title, *names)


def _goal(pages: Pages, plan: Invented, goal: Goal, reason_head: str) -> None:
    if pages.dice.random() < 0.5:
        pages.page(f"성과목표{goal.code} {goal.title}")
    else:
        pages.page(f"성과목표 {goal.code}")
        pages.add("", goal.title)
    pages.add("", "(1) 주요 내용", "□ 길을 넓힌다", "(2) 성과지표")
    _table(pages, goal.measures, plan.columns, reason_head)
    pages.add(
        "(3) 외부환경․갈등요인 분석 및 갈등관리계획", "□ 외부환경 분석", "(4) 기타", "□ 관련기관", "ㅇ 섬길연구원"
    )
    pages.page("(5) 관리과제별 추진계획")
    for number, task in enumerate(goal.tasks):
        if number:
            pages.page(f"{task.title}({task.code})")
        else:
            pages.add("", f"{task.title}({task.code})")
        _task_section(pages, plan, task, reason_head)


def _task_section(pages: Pages, plan: Invented, task: Task, reason_head: str) -> None:
    short = plan.year % 100
    pages.add("", "□ 추진배경 (목적)", "ㅇ 뱃길이 드물어 섬살이가 고됨", "□ 주요내용 및 추진계획", "ㅇ 배를 더 띄운다")
    pages.add(f"< ’{short}년도 과제추진 계획 >", "구 분 추진계획 세부일정 비 고")
    for quarter in (1, 2, 3, 4):
        label = f"{quarter}/4분기"
        rows = [(text, when) for of, text, when in task.steps if of == quarter]
        if len(rows) == 1 and pages.dice.random() < 0.5:
            pages.add(f"{label}{pages.dice.choice((' ', '◦', ''))}{rows[0][0]} {rows[0][1]}")
            continue
        pages.add(label, loose=False)
        for text, when in rows:
            if pages.dice.random() < 0.2:
                half = text.rindex(" ", 0, len(text) - 4)
                pages.add(text[:half], text[half + 1 :], "", when, loose=False)
                pages.add("")
            else:
                pages.add(f"{text} {when}", loose=pages.dice.random() < 0.5)
        pages.add("", loose=False)
    pages.add(
        "□ 수혜자 및 이해관계집단", f"ㅇ (수혜자) {', '.join(task.served)}", "ㅇ (이해관계자) 섬길연구원 : 사업 운영"
    )
    pages.add("□ 기대효과", "ㅇ 섬살이가 나아짐", "□ 관련 재정사업 내역", "(단위 : 백만원)")
    pages.add(f"회계구분1」 ’{short - 1} ’{short}")
    for level, code, name, account, one, other in task.money:
        mark = {"programme": "", "unit": "① ", "detailed": "▪"}[level]
        pages.add(" ".join(part for part in (f"{mark}{name}({code})", account, one, other) if part))
    pages.add("□ 성과지표 및 측정방법")
    _table(pages, task.measures, plan.columns, reason_head)


def _table(pages: Pages, measures: list[Measure], columns: tuple[int, ...], reason_head: str) -> None:
    years = " ".join(f"’{year % 100}" for year in columns)
    pages.add(
        "성과지표",
        "실적 목표치",
        f"’{columns[-1] % 100}년 {reason_head}",
        "측정산식",
        "(또는 측정방법)",
        "자료수집 방법",
    )
    if pages.dice.random() < 0.5:
        pages.add(f"(또는 자료출처){years}")
    else:
        pages.add("(또는 자료출처)", years)
    for one in measures:
        _row(pages, one)


def _row(pages: Pages, one: Measure) -> None:
    dice = pages.dice
    values = [*one.past, one.target]
    name = broken(f"{one.name}({one.unit})", dice.choice((9, 11, 14)))
    reason = broken(one.reason, 15)
    style = dice.choice(("glued", "alone", "name", "torn"))
    if style == "name":
        pages.add(*name[:-1], loose=False)
        pages.add(f"{name[-1]} {' '.join(values)} {reason[0]}", *reason[1:], loose=False)
    elif style == "glued":
        pages.add(*name, loose=dice.random() < 0.5)
        pages.add("", f"{' '.join(values)} {reason[0]}", *reason[1:], loose=False)
    elif style == "alone":
        pages.add(*name, "", " ".join(values), "", *reason, loose=False)
    else:
        pages.add(*name, "", loose=False)
        for value in values[:-1]:
            pages.add(*(("신", "규", "") if value == "신규" else (value, "")), loose=False)
        pages.add(f"{values[-1]} {reason[0]}", *reason[1:], loose=False)
    pages.add("", loose=False)
    pages.cell(one.formula, 12)
    pages.cell(one.source, 12)


def _annex(pages: Pages, plan: Invented) -> None:
    pages.page("붙임1-1  성과지표 현황")
    pages.add("", "1. 총괄현황", "(단위: 개)")
    for level, items in (("전략목표", plan.strategics), ("성과목표", plan.goals), ("관리과제", plan.tasks)):
        measures = [one for item in items for one in item.measures]
        pages.add(f"{level} {len(items)} {len(measures)}")
        for nature in ("투입", "과정", "산출", "결과"):
            _share(pages, sum(one.nature == nature for one in measures), len(measures))
        _share(pages, sum(one.quantification == "정량" for one in measures), len(measures))
    pages.add(
        "2. 전략목표별 성과지표 현황",
        "전략목표 성과지표",
        "측정방법",
        "(또는 측정산식)",
        "지표 종류",
        "비고",
        "정량화 성격",
    )
    for number, strategic in enumerate(plan.strategics, 1):
        _annex_rows(pages, f"{number}. {strategic.title}", strategic.measures)
    pages.add("3. 성과목표별 성과지표 현황", "성과목표 성과지표", f"’{plan.year % 100}년", "목표치", "정량화 성격")
    for number, strategic in enumerate(plan.strategics, 1):
        pages.add(f"{number}. {strategic.title}")
        for goal in strategic.goals:
            _annex_rows(pages, f"{goal.code.split('-')[1]}. {goal.title}", goal.measures)
    pages.page("4. 관리과제별 성과지표 현황")
    pages.add("", "관리과제 성과지표", "정량화 성격")
    for strategic in plan.strategics:
        pages.add(f"{strategic.code}. {strategic.title}")
        for goal in strategic.goals:
            pages.add(f"{goal.code.split('-')[1]}. {goal.title}")
            for task in goal.tasks:
                _annex_rows(pages, f"{task.code[-1]} {task.title}", task.measures)


def _share(pages: Pages, part: int, whole: int) -> None:
    pages.add(str(part), f"({round(100 * part / whole)}%)")


def _annex_rows(pages: Pages, title: str, measures: list[Measure]) -> None:
    pages.cell(title, 11)
    for one in measures:
        pages.cell(f"{one.name}({one.unit})", 10)
        pages.cell(one.formula, 20)
        pages.add(f"{one.target} {one.quantification} {one.nature}")


def _links_annex(pages: Pages, plan: Invented) -> None:
    pages.page("붙임1-2  관리과제와 국정기조 등 연계 현황")
    pages.add("", "성과", "목표 관리과제 국정목표 연계", "(과제명 및 과제코드)")
    for strategic in plan.strategics:
        pages.add(f"{strategic.code}. {strategic.title}")
        for goal in strategic.goals:
            pages.add(f"{goal.code.split('-')[1]}. {goal.title}")
            for task in goal.tasks:
                pages.add(f"{task.code[-1]} {task.title}", f"{task.link[0]}(국정 {task.link[1]})")
