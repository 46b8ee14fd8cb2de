"""The text of an official performance plan, read into a draft: one path from lines to facts with places, and questions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from uigwe.documents.annex import Annex, read_annex
from uigwe.documents.budget import read_budget
from uigwe.documents.codes import roman_value
from uigwe.documents.draft import Draft
from uigwe.documents.front import statement, stretch
from uigwe.documents.heads import table_heads
from uigwe.documents.healing import Words, heal, heal_texts
from uigwe.documents.indicators import Found, Indicators, assemble, found_use, provisional_years
from uigwe.documents.layout import Layout, bare
from uigwe.documents.lines import Line, read_lines
from uigwe.documents.links import LinkTable, read_links
from uigwe.documents.milestones import Endwords, MilestoneTable, read_milestones
from uigwe.documents.names import annex_name, drawing, split_entry
from uigwe.documents.naming import printed_name
from uigwe.documents.people import read_people
from uigwe.documents.pieces import (
    budget,
    budget_questions,
    links,
    milestone_questions,
    milestones,
    people,
    references,
    tallies,
)
from uigwe.documents.prose import prose
from uigwe.documents.questions import Question, ask
from uigwe.documents.references import read_references
from uigwe.documents.sections import Kind, Section, cut
from uigwe.documents.structure import Entry, entries
from uigwe.documents.tables import Row, TableReader, TableRows
from uigwe.documents.tallies import read_counts, read_kinds
from uigwe.files import Refused
from uigwe.plan import (
    Document,
    Level,
    Name,
    Part,
    PerformanceGoal,
    Place,
    Plan,
    Reference,
    Statement,
    StrategicGoal,
    Tally,
    Task,
    order_of_code,
)

_TREE = (Kind.STRATEGIC, Kind.GOAL, Kind.TASK)


def read_text(text: str, layout: Layout, agency: str, year: int | None = None) -> Draft:
    """The plan in an official text, as far as it can be read; what cannot be decided is asked, never guessed in silence.

    Raises `Refused("not-a-plan")` when the text holds no goals and no tasks in the layout's form.
    """
    return _Reader(text, layout, agency, year).draft()


@dataclass
class _Sections:
    """The sections by what they are; one for each code."""

    all: tuple[Section, ...]
    nodes: dict[str, Section] = field(default_factory=dict)
    covers: dict[str, Section] = field(default_factory=dict)
    twice: list[Section] = field(default_factory=list)

    def __post_init__(self) -> None:
        for section in self.all:
            if section.kind is Kind.COVER:
                self.covers.setdefault(section.code, section)
            elif section.kind in _TREE and section.code in self.nodes:
                self.twice.append(section)
            elif section.kind in _TREE:
                self.nodes[section.code] = section

    def of(self, kind: Kind) -> list[Section]:
        """The sections of one kind, in order."""
        return [section for section in self.all if section.kind is kind]


class _Reader:
    """Reads one document. Each step uses what the steps before it found."""

    def __init__(self, text: str, layout: Layout, agency: str, year: int | None) -> None:
        self.layout, self.agency = layout, agency
        self.lines = read_lines(text, layout)
        self.sections = _Sections(cut(self.lines, layout))
        self.questions: list[Question] = []
        self._refuse_other_forms()
        self.words = Words(self.lines, layout.particles)
        self.year = year or self._likely_year()
        self.count = text.count("\n") + 1

    def draft(self) -> Draft:
        """All facts, put together."""
        titles = self._titles()
        front = self.sections.all[0].lines
        overview = stretch(front, "overview", self.layout)
        system = stretch(front, "system", self.layout)
        body_links = read_links(overview.lines, titles, self.layout, self.words)
        annex_links = self._annex_links(titles)
        annex = self._annex(titles, body_links, annex_links)
        entries = self._entries()
        milestones = self._milestones()
        indicators = self._indicators(annex, entries, milestones)
        plan = Plan(
            agency=self.agency,
            year=self.year,
            title=self.layout.title.format(year=self.year),
            mission=self._statement(system.lines, self.layout.mission, system.heading),
            vision=self._statement(system.lines, self.layout.vision, system.heading),
            goals=self._tree(titles, milestones, body_links, annex_links),
            indicators=indicators.indicators,
            document=Document(lines=self.count),
            references=tuple(self._references()),
            names=tuple(
                sorted(
                    self._names(titles, system, overview.heading, body_links, annex_links, annex, entries, indicators),
                    key=lambda name: name.place.line or 0,
                )
            ),
            tallies=tuple(self._tallies(overview)),
        )
        self.questions += indicators.questions
        self._ask_what_is_missing(plan, overview.lines, annex)
        tabled = {number for table in milestones.values() for number in table.used}
        text = tuple(prose(self.sections.all, tabled, ("annex-1-1", "annex-1-2")))
        questions = sorted({one.id: one for one in self.questions}.values(), key=lambda one: (one.line, one.id))
        return Draft(plan, text, tuple(questions))

    def _refuse_other_forms(self) -> None:
        codes = [section for section in self.sections.all if section.kind in (Kind.GOAL, Kind.TASK)]
        if codes:
            return
        looked = [*self.layout.levels["strategic"], *self.layout.levels["goal"], *self.layout.levels["task"]]
        found = [word for word in looked if any(bare(word) in bare(line.text) for line in self.lines[:20_000])]
        raise Refused(
            "not-a-plan",
            {
                "looked_for": ", ".join(looked),
                "found": ", ".join(found) or "-",
                "missing": ", ".join(word for word in looked if word not in found) or "-",
                "lines": len(self.lines),
            },
        )

    def _likely_year(self) -> int:
        """The year most targets of goals and tasks are set for."""
        seen: dict[int, int] = defaultdict(int)
        for section in self.sections.nodes.values():
            if section.kind is not Kind.STRATEGIC:
                for head in table_heads(section.lines, self.layout):
                    seen[head.years[-1]] += 1
        year = max(seen, key=lambda one: (seen[one], one), default=0)
        self.questions.append(ask("year-guessed" if year else "year-unknown", "plan", self.lines[:3], str(year or "")))
        return year

    def _titles(self) -> dict[str, str]:
        nodes = sorted(self.sections.nodes.values(), key=lambda section: order_of_code(section.code))
        return {section.code: heal_texts(section.title, self.words) for section in nodes}

    def _annex_links(self, titles: dict[str, str]) -> LinkTable:
        found = self.sections.of(Kind.LINKS)
        lines = [line for section in found for line in section.lines]
        return read_links(lines, titles, self.layout, self.words)

    def _annex(self, titles: dict[str, str], *tables: LinkTable) -> Annex:
        wordings: dict[str, list[str]] = defaultdict(list)
        for code, title in titles.items():
            wordings[code].append(title)
        for table in tables:
            for titled in table.titles:
                wordings[titled.code].append(titled.written)
        lines = [line for section in self.sections.of(Kind.INDICATORS) for line in section.lines]
        return read_annex(lines, wordings, self.layout, self.words)

    def _entries(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for code, cover in self.sections.covers.items():
            for entry in entries(cover.lines, code, self.layout.tables["structure"]):
                found.setdefault(entry.code, entry)
        return found

    def _milestones(self) -> dict[str, MilestoneTable]:
        tasks = [section for section in self.sections.nodes.values() if section.kind is Kind.TASK]
        endwords = Endwords([section.lines for section in tasks], self.layout)
        return {
            section.code: read_milestones(section.lines, self.layout, self.words, self.year, endwords)
            for section in tasks
        }

    def _indicators(self, annex: Annex, entries: dict[str, Entry], milestones: dict[str, MilestoneTable]) -> Indicators:
        reader = TableReader(self.layout, self.words)
        found: list[Found] = []
        for level in Level:
            for code, section in sorted(self.sections.nodes.items(), key=lambda pair: order_of_code(pair[0])):
                if Level.of(code) is not level:
                    continue
                used = milestones[code].used if code in milestones else set()
                lines = [line for line in section.lines if line.number not in used]
                entry = entries.get(code)
                rows = reader.read(lines, annex.of(code), entry.text if entry else "")
                found += self._uses(code, rows, annex, entry, section)
        return assemble(found, self.layout)

    def _uses(self, code: str, rows: TableRows, annex: Annex, entry: Entry | None, section: Section) -> Iterator[Found]:
        provisional = provisional_years(section.lines, self.layout)
        of_annex = annex.of(code)
        printed = self._entry_names(entry, section, rows.rows)
        for index, row in enumerate(rows.rows):
            own = of_annex[index] if index < len(of_annex) else None
            others = printed[index : index + 1]
            if own:
                name = annex_name(own, row.name, self.words)
                others = [*others, *((name[0],) if name else ())]
            if of_annex and own is None:
                self.questions.append(ask("indicator-not-in-annex", code, row.quoted, row.name, line=row.line))
            yield found_use(code, row, own, others, provisional, self.layout)
        for missing in of_annex[len(rows.rows) :]:
            self.questions.append(ask("indicator-not-read", code, missing.lines, "", [missing.target]))
        if not rows.rows and not of_annex:
            at = [rows.at] if rows.at else list(section.lines[:1])
            self.questions.append(ask("no-indicator", code, at, "", line=section.line))

    def _entry_names(self, entry: Entry | None, section: Section, rows: Sequence[Row]) -> list[str]:
        if entry is None or not rows:
            return []
        title = heal_texts(section.title, self.words)
        _, names = split_entry(entry, title, [row.name for row in rows], self.words)
        return [name for name, _ in names]

    def _statement(self, lines: Sequence[Line], labels: Sequence[str], heading: str) -> Statement:
        stops = (
            *self.layout.mission,
            *self.layout.vision,
            *self.layout.levels["strategic"],
            *self.layout.levels["goal"],
        )
        found, line = statement(lines, labels, stops)
        if not found:
            self.questions.append(ask("no-statement", "plan", lines[:4], ", ".join(labels)))
            return Statement()
        return Statement(heal(found, self.words), Place(heading=heading, line=line))

    def _tree(
        self, titles: dict[str, str], milestones: dict[str, MilestoneTable], body: LinkTable, annex: LinkTable
    ) -> tuple[StrategicGoal, ...]:
        """Strategic goals with theirs below; a parent without a section of its own is taken from the overview and asked about."""
        printed = {titled.code: titled for table in (annex, body) for titled in table.titles}
        codes = set(titles) | {code.rsplit("-", 1)[0] for code in titles if "-" in code}
        codes |= {code.split("-")[0] for code in titles}
        for code in sorted(codes - set(titles), key=order_of_code):
            titles[code] = printed[code].written if code in printed else ""
            self.questions.append(ask("no-section", code, (), titles[code], line=self._first_below(code)))
        ordered = sorted(titles, key=order_of_code)
        return tuple(
            StrategicGoal(
                one, titles[one], self._place(one), self._goals(one, ordered, titles, milestones, body, annex)
            )
            for one in ordered
            if "-" not in one
        )

    def _goals(
        self,
        above: str,
        ordered: Sequence[str],
        titles: dict[str, str],
        milestones: dict[str, MilestoneTable],
        body: LinkTable,
        annex: LinkTable,
    ) -> tuple[PerformanceGoal, ...]:
        goals = [code for code in ordered if code.count("-") == 1 and code.startswith(f"{above}-")]
        return tuple(
            PerformanceGoal(
                goal,
                titles[goal],
                self._place(goal),
                tuple(
                    self._task(code, titles[code], milestones.get(code), body, annex)
                    for code in ordered
                    if code.count("-") == 2 and code.startswith(f"{goal}-")
                ),
            )
            for goal in goals
        )

    def _task(self, code: str, title: str, table: MilestoneTable | None, body: LinkTable, annex: LinkTable) -> Task:
        section = self.sections.nodes[code]
        money = read_budget(section.lines, self.layout, self.words)
        table = table or MilestoneTable()
        self.questions += milestone_questions(code, table, section.lines)
        self.questions += budget_questions(code, money, section.lines)
        if not table.steps:
            self.questions.append(ask("no-milestones", code, section.lines[:1], "", line=section.line))
        return Task(
            code,
            title,
            self._place(code),
            milestones=milestones(code, table),
            budget=budget(code, money),
            links=links(code, body.links, annex.links),
            people=people(code, read_people(section.lines, self.layout, self.words)),
        )

    def _place(self, code: str) -> Place:
        section = self.sections.nodes.get(code)
        return Place(Part.BODY, code, line=section.line if section else self._first_below(code))

    def _first_below(self, code: str) -> int:
        below = [one.line for one in self.sections.nodes.values() if one.code.startswith(f"{code}-")]
        return min(below, default=1)

    def _references(self) -> Iterator[Reference]:
        for code, section in sorted(self.sections.nodes.items(), key=lambda pair: pair[1].line):
            yield from references(code, read_references(section.lines, self.layout, self.words))

    def _tallies(self, overview: object) -> Iterator[Tally]:
        lines, heading = overview.lines, overview.heading  # type: ignore[attr-defined]
        yield from tallies("", read_counts(lines, self.layout), Part.BODY, heading)
        for code, cover in self.sections.covers.items():
            yield from tallies(code, read_counts(cover.lines, self.layout), Part.BODY, "")
        heading = str(self.layout.annex_tables.get("heading", ""))
        for section in self.sections.of(Kind.INDICATORS):
            yield from tallies("", read_kinds(section.lines, self.layout), Part.ANNEX, heading)

    def _names(
        self,
        titles: dict[str, str],
        system: object,
        overview: str,
        body: LinkTable,
        links: LinkTable,
        annex: Annex,
        entries: dict[str, Entry],
        indicators: Indicators,
    ) -> Iterator[Name]:
        for code, section in self.sections.nodes.items():
            yield Name(code, titles[code], Place(Part.BODY, code, line=section.title_line))
        for code, cover in self.sections.covers.items():
            yield Name(code, heal_texts(cover.title, self.words), Place(Part.BODY, code, line=cover.title_line))
        front = system.lines, system.heading  # type: ignore[attr-defined]
        for titled in drawing(front[0], titles, self.layout, self.words):
            yield Name(titled.code, titled.written, Place(Part.BODY, heading=front[1], line=titled.line))
        for titled in body.titles:
            yield Name(titled.code, titled.written, Place(Part.BODY, heading=overview, line=titled.line))
        for titled in (*links.titles, *annex.titles):
            yield Name(titled.code, titled.written, Place(Part.ANNEX, titled.code, line=titled.line))
        by_code: dict[str, list[Found]] = defaultdict(list)
        for one in indicators.found:
            by_code[one.code].append(one)
            yield Name(one.id, printed_name(one.row.name), Place(Part.BODY, one.code, line=one.row.line))
            name = annex_name(one.annex, one.row.name, self.words) if one.annex else None
            if name:
                yield Name(one.id, name[0], Place(Part.ANNEX, one.code, line=name[1]))
        for code, entry in entries.items():
            yield from self._structure_names(code, entry, titles.get(code, ""), by_code[code])

    def _structure_names(self, code: str, entry: Entry, title: str, uses: Sequence[Found]) -> Iterator[Name]:
        titled, names = split_entry(entry, title, [one.row.name for one in uses], self.words)
        above = code.split("-")[0]
        yield Name(code, titled.written, Place(Part.BODY, above, line=titled.line))
        for one, (written, line) in zip(uses, names, strict=False):
            yield Name(one.id, written, Place(Part.BODY, above, line=line))

    def _ask_what_is_missing(self, plan: Plan, overview: Sequence[Line], annex: Annex) -> None:
        """Parts a plan has and this text has not, counts that do not agree, numbers that jump."""
        for kind, name in ((Kind.INDICATORS, "no-annex"), (Kind.LINKS, "no-links-annex")):
            if not self.sections.of(kind):
                last = self.lines[-2:]
                self.questions.append(ask(name, "plan", last, ""))
        if not overview:
            self.questions.append(ask("no-overview", "plan", self.lines[:2], ""))
        for section in self.sections.twice:
            title = heal_texts(section.title, self.words)
            self.questions.append(ask("code-twice", section.code, section.lines[:3], title, line=section.line))
        self._ask_about_counts(plan)
        self._ask_about_gaps(plan)

    def _ask_about_counts(self, plan: Plan) -> None:
        have = {
            Level.STRATEGIC: len(plan.goals),
            Level.GOAL: len(list(plan.performance_goals())),
            Level.TASK: len(list(plan.tasks())),
        }
        for tally in plan.tallies:
            whole = tally.scope == "" and tally.what == "items" and tally.place.part is Part.BODY
            if whole and int(tally.value) != have[tally.level]:
                told = f"{have[tally.level]} / {tally.written}"
                self.questions.append(ask("count-differs", tally.level.value, (), told, line=tally.place.line))

    def _ask_about_gaps(self, plan: Plan) -> None:
        by_parent: dict[str, list[int]] = defaultdict(list)
        for node in plan.nodes():
            parent, _, last = node.code.rpartition("-")
            by_parent[parent].append(order_of_code(node.code)[-1] if parent else roman_value(last))
        for parent, numbers in by_parent.items():
            missing = sorted(set(range(1, max(numbers) + 1)) - set(numbers))
            if missing:
                told = ", ".join(map(str, missing))
                self.questions.append(ask("number-missing", parent or "plan", (), told, line=self._first_below(parent)))
