"""Small invented plans, in the words of the thing: `plan(indicator("만족도", past={2022: 92}, target=90))`.

Everything has a default, so that a test names only what it is about. All of it belongs to an invented ministry, 가람부.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.audit import Case, Check, Finding, audit, check_by_id
from uigwe.plan import (
    AgendaLink,
    BudgetLine,
    Claim,
    Indicator,
    Kind,
    Level,
    Milestone,
    Name,
    Part,
    PerformanceGoal,
    Person,
    Place,
    Plan,
    Printing,
    Reference,
    Standing,
    Statement,
    StrategicGoal,
    Tally,
    Task,
    Use,
    order_of_code,
)
from uigwe.plan.place import parent_of
from uigwe.plan.records import Amount
from uigwe.values import Direction, read_number, read_when, to_won

YEAR = 2023
CODE = "Ⅰ-1-①"
Figure = int | str | Decimal

IDS = {"만족도": "satisfaction", "이행률": "compliance-rate", "고용증가량": "jobs-gained"}


def indicator(
    name: str = "만족도",
    direction: str = "up",
    *,
    id: str = "",
    code: str = CODE,
    unit: str = "점",
    past: Mapping[int, Figure] | None = None,
    target: Figure | None = None,
    year: int = YEAR,
    annex: Mapping[int, Figure] | None = None,
    quoted: Mapping[int, Figure] | None = None,
    elsewhere: Mapping[str, Mapping[int, Figure]] | None = None,
    basis: str = "",
    reason: str = "전년 실적 + 1",
    formula: str = "이용자 300명이 준 점수의 평균",
    annexed_formula: str = "",
    source: str = "만족도 조사 결과보고서",
    nature: str = "결과",
    quantification: str = "정량",
    line: int = 10,
    standings: tuple[Standing, ...] = (),
) -> Indicator:
    """An indicator with one use. `annex` and `elsewhere` (by code) print values again; `quoted` stands in the reason.

    Years before `year` are results, `year` and later are targets.
    """
    own = {**(past or {}), **({} if target is None else {year: target})}
    printings = [_printing(one, own[one], unit, Place(code=code, line=line), year) for one in own]
    for one, figure in (annex or {}).items():
        printings.append(_printing(one, figure, unit, Place(Part.ANNEX, code, line=line + 900), year))
    for other, figures in (elsewhere or {}).items():
        for one, figure in figures.items():
            printings.append(_printing(one, figure, unit, Place(code=other, line=line + 300), year))
    for one, figure in (quoted or {}).items():
        printings.append(_printing(one, figure, unit, Place(code=code, line=line + 1), year, quoted=True))
    use = Use(
        code,
        Level.of(code),
        name,
        nature,
        quantification,
        basis,
        reason,
        formula,
        source,
        Place(code=code, line=line),
        annexed_formula,
        standings,
    )
    id = id or IDS.get(name, "indicator")
    return Indicator(id, name, unit, Direction(direction), (use,), tuple(printings))


def _printing(when: int, figure: Figure, unit: str, place: Place, year: int, *, quoted: bool = False) -> Printing:
    read = read_number(str(figure), unit)
    kinds = (Kind.QUOTED, Kind.QUOTED_TARGET) if quoted else (Kind.ACTUAL, Kind.TARGET)
    kind = kinds[when >= year]
    return Printing(kind, when, str(figure), read.value, read.state, place)


def also_used(indicator: Indicator, code: str, **changes: str) -> Indicator:
    """The same indicator with a second use, by another goal or task."""
    [first] = indicator.uses
    second = replace(first, code=code, level=Level.of(code), place=Place(code=code, line=400), **changes)
    return replace(indicator, uses=(first, second))


def milestone(
    text: str = "현장 점검", when: str = "’23.5월", quarter: int = 2, *, note: str = "", line: int = 50
) -> Milestone:
    """A milestone as the plan of `YEAR` prints it; its row is given by its task."""
    read = read_when(when, YEAR)
    return Milestone(0, quarter, text, when, read.start, read.end, note, Place(line=line))


def budget_line(
    amounts: Mapping[int, str] | None = None,
    *,
    name: str = "하천정비",
    code: str = "301",
    level: str = "detailed",
    account: str = "일반회계",
    unit: str = "억원",
    bracketed: bool = False,
    line: int = 70,
    mark: str = "",
) -> BudgetLine:
    """A line of a budget table; its row is given by its task."""
    cells = []
    for year, written in (amounts or {2022: "200", 2023: "224"}).items():
        value = read_number(written).value
        cells.append(Amount(year, written, None if value is None else to_won(value, unit)))
    return BudgetLine(0, level, code, name, account, unit, tuple(cells), bracketed, Place(line=line), mark)


def link(code: str = "32-1", *, register: str = "국정", part: Part = Part.BODY, title: str = "맑은 물") -> AgendaLink:
    """A link to the national agenda."""
    return AgendaLink(register, code, title, f"{register} {code}", Place(part, line=30 if part is Part.BODY else 930))


def person(name: str = "하천 주변 주민", *, role: str = "beneficiary", note: str = "") -> Person:
    """Somebody whom a task serves or concerns."""
    return Person(role, name, note, Place(line=45))


def task(
    code: str = CODE,
    *things: Milestone | BudgetLine | AgendaLink | Person,
    title: str = "하천을 정비한다",
    line: int = 9,
) -> Task:
    """A management task with its milestones, budget lines, links and people."""

    def placed(one: Place) -> Place:
        return replace(one, code=code)

    milestones = [one for one in things if isinstance(one, Milestone)]
    lines = [one for one in things if isinstance(one, BudgetLine)]
    return Task(
        code,
        title,
        Place(code=code, line=line),
        tuple(replace(one, row=row, place=placed(one.place)) for row, one in enumerate(milestones, 1)),
        tuple(replace(one, row=row, place=placed(one.place)) for row, one in enumerate(lines, 1)),
        tuple(replace(one, place=placed(one.place)) for one in things if isinstance(one, AgendaLink)),
        tuple(replace(one, place=placed(one.place)) for one in things if isinstance(one, Person)),
    )


def name(object: str, written: str, *, code: str = CODE, part: Part = Part.BODY, line: int = 5) -> Name:
    """A title or an indicator's name as one place prints it."""
    return Name(object, written, Place(part, code, line=line))


def tally(what: str, value: int, *, level: str = "task", scope: str = "", unit: str = "개") -> Tally:
    """A count that the document states about itself."""
    written = f"({value}%)" if unit == "%" else str(value)
    return Tally(scope, Level(level), what, written, Decimal(value), unit, Place(Part.ANNEX, scope, "붙임1", 800))


def claim(
    written: str,
    role: str = "value",
    *,
    subject: str = "방문객",
    unit: str = "명",
    period: str = "",
    code: str = "",
    line: int = 200,
) -> Claim:
    """A number that prose or a table states; `△` is a minus."""
    value = read_number(written.removeprefix("약 ")).value
    assert value is not None, written
    place = Place(code=code, line=line) if code else Place(heading="Ⅱ.1", line=line)
    return Claim(0, subject, role, period, written, value, unit, place)


def law(name: str = "하천법", *, code: str = CODE, detail: str = "제1조") -> Reference:
    """A law that a section names."""
    return Reference("law", name, detail, Place(code=code, line=60))


def body(name: str = "한국하천관리공단", *, code: str = CODE) -> Reference:
    """A body that a section names."""
    return Reference("body", name, "", Place(code=code, line=61))


def site(name: str = "물길 누리집", address: str = "www.river.go.kr", *, code: str = CODE) -> Reference:
    """A site that a section names."""
    return Reference("site", name, address, Place(code=code, line=62))


@dataclass(frozen=True)
class Together:
    """Claims of one statement."""

    claims: tuple[Claim, ...]


def statement(*claims: Claim) -> Together:
    """Claims that belong together: one sentence, or one row of a table."""
    return Together(claims)


Thing = Indicator | Task | Name | Tally | Reference | Together


def plan(*things: Thing, year: int = YEAR, agency: str = "garam", title: str = "성과관리 시행계획") -> Plan:
    """A plan that holds these things, and the goals and tasks that they name."""
    tasks = {one.code: one for one in things if isinstance(one, Task)}
    indicators = [one for one in things if isinstance(one, Indicator)]
    codes = {CODE, *tasks, *(use.code for one in indicators for use in one.uses)}
    together = [one for one in things if isinstance(one, Together)]
    return Plan(
        agency=agency,
        year=year,
        title=f"{year}년도 {title}",
        mission=Statement("맑은 강을 지킨다", Place(line=1)),
        vision=Statement("누구나 쉬어 가는 물가", Place(line=2)),
        goals=_tree(codes, tasks),
        indicators=tuple(indicators),
        references=tuple(one for one in things if isinstance(one, Reference)),
        names=tuple(one for one in things if isinstance(one, Name)),
        tallies=tuple(one for one in things if isinstance(one, Tally)),
        claims=tuple(
            replace(one, statement=number) for number, group in enumerate(together, 1) for one in group.claims
        ),
    )


def _tree(codes: Iterable[str], tasks: Mapping[str, Task]) -> tuple[StrategicGoal, ...]:
    known = {ancestor for code in codes for ancestor in _with_parents(code)}
    by_level = {level: sorted((c for c in known if Level.of(c) is level), key=order_of_code) for level in Level}

    def goal(code: str) -> PerformanceGoal:
        below = [c for c in by_level[Level.TASK] if parent_of(c) == code]
        return PerformanceGoal(
            code, f"성과목표 {code}", Place(code=code, line=8), tuple(tasks.get(c) or task(c) for c in below)
        )

    return tuple(
        StrategicGoal(
            code,
            f"전략목표 {code}",
            Place(code=code, line=7),
            tuple(goal(c) for c in by_level[Level.GOAL] if parent_of(c) == code),
        )
        for code in by_level[Level.STRATEGIC]
    )


def _with_parents(code: str) -> list[str]:
    above = []
    while code:
        above.append(code)
        code = parent_of(code)
    return above


def case(of: Plan, last_year: Plan | None = None) -> Case:
    """A plan as it is laid before the checks."""
    return Case(of, last_year=last_year)


def found_by(id: str, of: Plan, last_year: Plan | None = None) -> list[Finding]:
    """What one check finds in a plan."""
    check = check_by_id(id)
    assert isinstance(check, Check), id
    return list(audit(case(of, last_year), (check,)).findings)
