"""Invent a plan: first what it says, then where each thing stands, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.plans.customs import in_annex, spaced
from corpus.plans.days import milestones
from corpus.plans.ground import Ground, fill
from corpus.plans.measured import Measured, measure_all
from corpus.plans.money import Purse
from corpus.plans.said import Said, Speaker
from corpus.plans.tree import Branch, grow
from corpus.words import FIELDS
from uigwe.plan import (
    AgendaLink,
    BudgetLine,
    Claim,
    Document,
    Indicator,
    Kind,
    Level,
    Name,
    Paragraph,
    Part,
    PerformanceGoal,
    Person,
    Place,
    Plan,
    Printing,
    Reference,
    Statement,
    StrategicGoal,
    Tally,
    Task,
    Use,
    order_of_code,
)
from uigwe.values import EXACT, Direction, State, half_up
from uigwe.values.unit import WON


@dataclass(frozen=True, slots=True)
class Knobs:
    """How large the plan is; None lets the dice say."""

    field: str | None = None
    year: int | None = None
    strategic: int | None = None
    goals: int | None = None
    tasks: int | None = None
    two_indicators: int = 20  # of a hundred tasks
    shared: int = 35  # of a hundred goals whose indicator may be a task's too


@dataclass(frozen=True, slots=True)
class Invented:
    """A plan with the sentences of its prose."""

    plan: Plan
    text: tuple[Paragraph, ...]


def invent(seed: int, **knobs: object) -> Plan:
    """A clean plan. The same seed and knobs (see `Knobs`) give the same plan."""
    return invent_case(seed, **knobs).plan


def invent_case(seed: int, **knobs: object) -> Invented:
    """A clean plan with its prose."""
    return _Scribe(seed, Knobs(**knobs)).write()  # type: ignore[arg-type]


class _Scribe:
    """Holds what has been written so far."""

    def __init__(self, seed: int, knobs: Knobs) -> None:
        dice = Ground(seed, knobs.field or FIELDS[seed % len(FIELDS)], 0)
        field = knobs.field or dice.one(FIELDS)
        year = knobs.year or dice.between(2022, 2027)
        strategic = knobs.strategic or dice.between(3, 6)
        goals = knobs.goals or dice.between(max(8, strategic), 25)
        tasks = knobs.tasks or dice.between(max(15, goals), 60)
        self.ground = Ground(seed, field, year)
        self.roots = grow(self.ground, strategic, max(goals, strategic), max(tasks, goals))
        self.branches = [branch for root in self.roots for branch in root.walk()]
        self.measured = measure_all(self.ground, self.roots, knobs.two_indicators, knobs.shared)
        self.purse = Purse(self.ground, tasks)
        self.speaker = Speaker(self.ground)
        self.agenda = self._agenda()
        self.links: dict[str, list[AgendaLink]] = {}
        self.heads: dict[str, Place] = {}
        self.tasks: dict[str, Task] = {}
        self.names: list[Name] = []
        self.tallies: list[Tally] = []
        self.claims: list[Claim] = []
        self.text: list[Paragraph] = []
        self.references: list[Reference] = []
        self.uses: dict[str, list[Use]] = {one.id: [] for one in self.measured}
        self.printings: dict[str, list[Printing]] = {one.id: [] for one in self.measured}

    def write(self) -> Invented:
        """Everything in reading order: front, sections, annexes."""
        ground, common = self.ground, self.ground.common
        one, other = ground.rng.sample(ground.words["things"], 2)
        mission = Statement(fill(common["mission"], a=one, b=other), Place(line=ground.place().line))
        vision = Statement(fill(common["vision"], a=one), Place(line=ground.place().line))
        self._front()
        for root in self.roots:
            self._system_table(root)
            for branch in root.walk():
                self._section(branch)
        self._finances()
        self._annex_of_indicators()
        self._annex_of_links()
        plan = Plan(
            agency=ground.field,
            year=ground.year,
            title=common["title"].format(year=ground.year),
            mission=mission,
            vision=vision,
            goals=tuple(self._strategic(root) for root in self.roots),
            indicators=self._indicators(),
            document=Document("", "", ground.lines),
            references=tuple(self.references),
            names=tuple(self.names),
            tallies=tuple(self.tallies),
            claims=tuple(self.claims),
        )
        return Invented(plan, tuple(self.text))

    # ── the front ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _front(self) -> None:
        for said in self.speaker.some("", self.ground.between(2, 8), "Ⅰ.1"):
            self._say(said)
        for branch in self.branches:
            if Level.of(branch.code) is not Level.TASK:
                self._name(branch.code, branch.title, Part.BODY, "", "Ⅱ.2.(2)")
        self._counts("", "Ⅱ.2.(3)")
        for branch in self.branches:
            self._name(branch.code, branch.title, Part.BODY, "", "Ⅱ.2.(3)")
            if Level.of(branch.code) is Level.TASK:
                self.links[branch.code] = self._linked(branch.code)

    def _finances(self) -> None:
        """What each account may spend: all the lines that tasks print, each counted once, and what no task prints."""
        lines: dict[str, dict[str, tuple[Decimal, Decimal]]] = {}
        for task in self.tasks.values():
            for line in task.budget:
                if line.level == "detailed":
                    before, this = ((one.won or Decimal(0)) / WON["억원"] for one in line.amounts)
                    lines.setdefault(line.account, {})[line.name] = before, this
        for account, found in lines.items():
            more = Decimal(self.ground.between(115, 160)).scaleb(-2)
            before, this = (half_up(sum(pair[at] for pair in found.values()) * more) for at in (0, 1))
            before = before or this  # an account of which all lines are new had other lines before
            self._say(self.speaker.of_outlay(account, before, this, "Ⅱ.1.(3)"))

    def _system_table(self, root: Branch) -> None:
        self._counts(root.code, "")
        for branch in root.walk():
            self._name(branch.code, branch.title, Part.BODY, root.code)
            for one in self._used_by(branch.code):
                self._name(one.id, one.printed_name, Part.BODY, root.code)

    def _counts(self, scope: str, heading: str) -> None:
        for level in Level:
            items = [
                branch for branch in self.branches if Level.of(branch.code) is level and _within(branch.code, scope)
            ]
            indicators = [code for code in self._codes(level) if _within(code, scope)]
            for what, count in (("items", len(items)), ("indicators", len(indicators))):
                self._tally(scope, level, what, count, Part.BODY, heading)

    # ── the sections ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _section(self, branch: Branch) -> None:
        ground = self.ground
        level = Level.of(branch.code)
        self.heads[branch.code] = ground.place(code=branch.code)
        self.names.append(Name(branch.code, branch.title, self.heads[branch.code]))
        self._background(branch, 2)
        for said in self.speaker.some(branch.code, ground.one((0, 1, 1, 2))):
            self._say(said)
        if level is Level.TASK:
            self._task(branch)
        for one in self._used_by(branch.code):
            self._table_row(one, branch.code, level)
        if level is Level.GOAL:
            self._references(branch.code)

    def _background(self, branch: Branch, count: int) -> None:
        words = self.ground.words
        for template in self.ground.rng.sample(self.ground.common["backgrounds"], count):
            facts = {name: self.ground.one(words[plural]) for name, plural in _WORDS}
            place = self.ground.place(code=branch.code)
            self.text.append(Paragraph(fill(template, a=branch.thing, **facts), place))
        if self.ground.chance(35):
            self._remark(branch)

    def _remark(self, branch: Branch) -> None:
        """A sentence that counts, dates or divides something, and does it rightly."""
        bodies = self.ground.rng.sample(self.ground.words["bodies"], 3)
        facts = {f"b{index}": body for index, body in enumerate(bodies)}
        years = {f"y{ago}": str(self.ground.year - ago)[2:] for ago in (1, 3)} | {"yy": str(self.ground.year)[2:]}
        template = self.ground.one(self.ground.common["remarks"])
        place = self.ground.place(code=branch.code)
        self.text.append(Paragraph(fill(template, a=branch.thing, **facts, **years), place))

    def _task(self, branch: Branch) -> None:
        ground, code = self.ground, branch.code
        rows = milestones(ground, code, branch.thing)
        people = tuple(self._people(code))
        budget = self.purse.table(code) if ground.chance(92) else ()
        head = self.heads[code]
        self.tasks[code] = Task(code, branch.title, head, rows, budget, (), people)
        detailed = [line for line in budget if line.level == "detailed"]
        if detailed and ground.chance(30):
            self._say_of_budget(code, ground.one(detailed))
        used = self._used_by(code)
        if used and ground.chance(30):
            said = self.speaker.of_indicator(code, used[0])
            if said:
                self._say(said)
        if used and ground.chance(25):
            said = self.speaker.of_target(code, used[-1])
            if said:
                self._say(said)

    def _say_of_budget(self, code: str, line: BudgetLine) -> None:
        said = self.speaker.of_budget(code, line)
        if said:
            self._say(said)

    def _say(self, said: Said) -> None:
        claims, sentence = said
        self.claims += claims
        self.text.append(sentence)

    def _people(self, code: str) -> Iterator[Person]:
        words, ground = self.ground.words, self.ground
        for name in ground.rng.sample(words["groups"], ground.between(1, 3)):
            yield Person("beneficiary", name, "", ground.place(code=code))
        for name in ground.rng.sample(words["bodies"], ground.between(1, 2)):
            yield Person("stakeholder", name, ground.one(ground.common["stakeholder_notes"]), ground.place(code=code))

    def _references(self, code: str) -> None:
        ground, words = self.ground, self.ground.words
        for name in ground.rng.sample(words["bodies"], ground.between(1, 2)):
            self.references.append(Reference("body", name, "", ground.place(code=code)))
        at = ground.between(0, len(words["things"]) - 1)
        syllables = ground.common["syllables"]
        address = f"www.{syllables[at]}{syllables[(at * 7 + 5) % len(syllables)]}.{words['domain']}.go.kr"
        self.references.append(Reference("site", words["things"][at], address, ground.place(code=code)))
        for name in ground.rng.sample(words["laws"], ground.between(0, 2)):
            self.references.append(Reference("law", name, "", ground.place(code=code)))

    def _table_row(self, one: Measured, code: str, level: Level) -> None:
        """A row of the indicator table of the use's own level, with what its reason quotes."""
        place = self.ground.place(code=code)
        made = one.promise
        self.names.append(Name(one.id, one.printed_name, place))
        self.uses[one.id].append(
            Use(
                code=code,
                level=level,
                name=one.name,
                nature=one.measure["nature"],
                quantification=one.measure["quantification"],
                basis=made.basis,
                reason=made.reason,
                formula=one.formula,
                source=one.source,
                place=place,
            )
        )
        rows = self.printings[one.id]
        rows += [Printing(Kind.ACTUAL, cell.year, cell.written, cell.value, cell.state, place) for cell in made.cells]
        rows.append(
            Printing(Kind.TARGET, made.target.year, made.target.written, made.target.value, made.target.state, place)
        )
        quoted = self.ground.place(code=code) if made.quotes else place
        decimals = max(0, -int((made.target.value or Decimal(0)).as_tuple().exponent))
        for is_target, year, value in made.quotes:
            kind = Kind.QUOTED_TARGET if is_target else Kind.QUOTED
            rows.append(Printing(kind, year, f"{value:,.{decimals}f}", value, State.FINAL, quoted))

    # ── the annexes ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _annex_of_indicators(self) -> None:
        heading = self.ground.common["annex_heading"]
        for level in Level:
            codes = self._codes(level)
            items = [branch for branch in self.branches if Level.of(branch.code) is level]
            self._tally("", level, "items", len(items), Part.ANNEX, heading)
            self._tally("", level, "indicators", len(codes), Part.ANNEX, heading)
            for what in self.ground.common["classes"]:
                count = sum(1 for one, code in self._all_uses() if Level.of(code) is level and what in _classes(one))
                self._tally("", level, what, count, Part.ANNEX, heading)
                self._tally("", level, what, count, Part.ANNEX, heading, whole=len(codes))
        for level in Level:
            for branch in self.branches:
                if list(Level).index(Level.of(branch.code)) > list(Level).index(level):
                    continue
                self._name(branch.code, branch.title, Part.ANNEX, branch.code)
                for one in self._used_by(branch.code) if Level.of(branch.code) is level else ():
                    place = self.ground.place(Part.ANNEX, branch.code)
                    self.names.append(Name(one.id, one.printed_name, place))
                    target = one.promise.target
                    written, value = in_annex(self.ground, target.written, target.value, one.unit)
                    self.printings[one.id].append(
                        Printing(Kind.TARGET, target.year, written, value, target.state, place)
                    )

    def _annex_of_links(self) -> None:
        for branch in self.branches:
            self._name(branch.code, branch.title, Part.ANNEX, branch.code)
            for link in tuple(self.links.get(branch.code, ())):
                place = self.ground.place(Part.ANNEX, branch.code)
                self.links[branch.code].append(replace(link, place=place))
            if Level.of(branch.code) is Level.TASK and self.ground.chance(25):
                register = list(self.agenda)[-1]
                code, title = self.ground.one(self.agenda[register])
                place = self.ground.place(Part.ANNEX, branch.code)
                self.links[branch.code].append(AgendaLink(register, code, title, f"{register} {code}", place))

    def _agenda(self) -> dict[str, list[tuple[str, str]]]:
        """The national agenda: registers with their items, each item one code and one title."""
        ground = self.ground
        registers = {}
        for register, templates in ground.common["agenda"].items():
            titles = [ground.fresh("agenda", lambda: fill(ground.one(templates), a=ground.thing())) for _ in range(12)]  # noqa: B023 - called at once
            registers[register] = [(f"{3 + at // 4}-{at % 4 + 1}", title) for at, title in enumerate(titles)]
        return registers

    def _linked(self, code: str) -> list[AgendaLink]:
        """The links of a task in the body; the last register stands in the annex only."""
        ground = self.ground
        registers = list(self.agenda)[:-1]
        chosen = registers if ground.chance(20) else registers[:1]
        links = []
        for register in chosen:
            item, title = ground.one(self.agenda[register])
            links.append(AgendaLink(register, item, title, f"{register} {item}", ground.place(code=code)))
        return links

    # ── small words ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _used_by(self, code: str) -> list[Measured]:
        return [one for one in self.measured if code in one.codes]

    def _all_uses(self) -> list[tuple[Measured, str]]:
        return [(one, code) for one in self.measured for code in one.codes]

    def _codes(self, level: Level) -> list[str]:
        return [code for _, code in self._all_uses() if Level.of(code) is level]

    def _name(self, object: str, written: str, part: Part, code: str, heading: str = "") -> None:
        self.names.append(Name(object, spaced(self.ground, written), self.ground.place(part, code, heading)))

    def _tally(
        self, scope: str, level: Level, what: str, count: int, part: Part, heading: str, whole: int | None = None
    ) -> None:
        place = self.ground.place(part, scope, heading)
        if whole is None:
            self.tallies.append(
                Tally(scope, level, what, str(count), Decimal(count), self.ground.common["pieces"], place)
            )
            return
        share = half_up(EXACT.divide(Decimal(100 * count), Decimal(whole)), 1)
        written = f"{share:.1f}".removesuffix(".0")
        self.tallies.append(Tally(scope, level, what, f"({written}%)", Decimal(written), "%", place))

    def _indicators(self) -> tuple[Indicator, ...]:
        """As packs hold them: by level and code of their first use."""
        made = [
            Indicator(
                one.id,
                one.name,
                one.unit,
                Direction(one.measure["direction"]),
                tuple(self.uses[one.id]),
                tuple(self.printings[one.id]),
            )
            for one in self.measured
        ]
        levels = list(Level)
        return tuple(
            sorted(
                made,
                key=lambda one: (
                    levels.index(one.uses[0].level),
                    order_of_code(one.uses[0].code),
                    one.uses[0].place.line or 0,
                ),
            )
        )

    def _strategic(self, root: Branch) -> StrategicGoal:
        goals = tuple(
            PerformanceGoal(
                goal.code,
                goal.title,
                self.heads[goal.code],
                tuple(replace(self.tasks[task.code], links=tuple(self.links[task.code])) for task in goal.below),
            )
            for goal in root.below
        )
        return StrategicGoal(root.code, root.title, self.heads[root.code], goals)


_WORDS = (("group", "groups"), ("body", "bodies"), ("law", "laws"))


def _within(code: str, scope: str) -> bool:
    return not scope or code == scope or code.startswith(f"{scope}-")


def _classes(one: Measured) -> tuple[str, str]:
    return one.measure["nature"], one.measure["quantification"]
