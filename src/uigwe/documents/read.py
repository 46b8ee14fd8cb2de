"""The text of an official performance plan, read into a draft: one path from lines to facts with places, and questions."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from uigwe.documents.annex import Annex, read_annex
from uigwe.documents.budget import BudgetTable, read_budget
from uigwe.documents.draft import Draft
from uigwe.documents.front import statement, stretch
from uigwe.documents.goals import Grower
from uigwe.documents.heads import table_heads
from uigwe.documents.healing import Words, heal, heal_texts
from uigwe.documents.indicators import Found, Indicators, assemble, found_use, provisional_years
from uigwe.documents.layout import Layout
from uigwe.documents.lines import read_lines
from uigwe.documents.links import LinkTable, read_links
from uigwe.documents.milestones import Endwords, MilestoneTable, read_milestones
from uigwe.documents.missing import what_is_missing
from uigwe.documents.names import annex_name, split_entry
from uigwe.documents.parts import Parts, Sections
from uigwe.documents.pieces import references, tallies
from uigwe.documents.printed import names
from uigwe.documents.prose import cells_of, prose
from uigwe.documents.questions import Question, ask
from uigwe.documents.recut import recut
from uigwe.documents.references import read_references
from uigwe.documents.refusing import refuse_other_forms
from uigwe.documents.sections import Kind, Section, cut
from uigwe.documents.structure import Entry, entries
from uigwe.documents.tables import Row, TableReader, TableRows, fraction
from uigwe.documents.tallies import expected_kinds, read_counts, read_kinds
from uigwe.plan import Document, Level, Part, Place, Plan, Reference, Statement, Tally, order_of_code


def read_text(text: str, layout: Layout, agency: str, year: int | None = None) -> Draft:
    """The plan in an official text, as far as it can be read; what cannot be decided is asked, never guessed in silence.

    Raises `Refused("not-a-plan")` when the text holds no goals and no tasks in the layout's form.
    """
    return _Reader(text, layout, agency, year).draft()


class _Reader:
    """Reads one document. Each step uses what the steps before it found."""

    def __init__(self, text: str, layout: Layout, agency: str, year: int | None) -> None:
        self.layout, self.agency = layout, agency
        self.lines = read_lines(text, layout)
        self.count = len(text.splitlines())
        self.sections = Sections(cut(self.lines, layout))
        self.questions: list[Question] = []
        refuse_other_forms(self.sections, self.lines, layout)
        self.words = Words(self.lines, layout.particles)
        self.year = year or self._likely_year()

    def draft(self) -> Draft:
        """All facts, put together."""
        parts = self._parts()
        grower = Grower(
            self.sections,
            parts.titles,
            parts.milestones,
            self._money(),
            parts.body_links,
            parts.annex_links,
            self.layout,
            self.words,
        )
        plan = Plan(
            agency=self.agency,
            year=self.year,
            title=self.layout.title.format(year=self.year),
            mission=self._statement(parts, self.layout.mission),
            vision=self._statement(parts, self.layout.vision),
            goals=grower.tree(),
            indicators=parts.indicators.indicators,
            document=Document(lines=self.count),
            references=tuple(self._references()),
            names=names(parts, self.layout, self.words),
            tallies=tuple(self._tallies(parts)),
        )
        self.questions += grower.questions
        self.questions += parts.indicators.questions
        self.questions += what_is_missing(plan, parts, self.lines, self.words)
        text = tuple(prose(self.sections.all, self._tabled(parts, plan)))
        unique = {one.id: one for one in self.questions}
        return Draft(plan, text, tuple(sorted(unique.values(), key=lambda one: (one.line, one.id))))

    @staticmethod
    def _tabled(parts: Parts, plan: Plan) -> set[int]:
        """The lines whose words the plan itself holds."""
        tabled = {number for table in parts.milestones.values() for number in table.used}
        tabled |= {line.number for one in parts.indicators.found for line in cells_of(one.row.quoted)}
        tabled |= {line.place.line or 0 for task in plan.tasks() for line in task.budget}
        return tabled | {line.number for entry in parts.entries.values() for line in entry.lines}

    def _likely_year(self) -> int:
        """The year most targets of goals and tasks are set for; asked in any case."""
        below = [section for section in self.sections.nodes.values() if section.kind is not Kind.STRATEGIC]
        heads = [head for section in below for head in table_heads(section.lines, self.layout)]
        seen = Counter(head.years[-1] for head in heads)
        year = max(seen, key=lambda one: (seen[one], one), default=0)
        self.questions.append(ask("year-guessed" if year else "year-unknown", "plan", self.lines[:3], str(year or "")))
        return year

    def _parts(self) -> Parts:
        nodes = sorted(self.sections.nodes.values(), key=lambda section: order_of_code(section.code))
        titles = {section.code: heal_texts(section.title, self.words) for section in nodes}
        front = self.sections.front.lines
        overview = stretch(front, "overview", self.layout)
        body = read_links(overview.lines, titles, self.layout, self.words)
        annex_lines = [line for section in self.sections.of(Kind.LINKS) for line in section.lines]
        links = read_links(annex_lines, titles, self.layout, self.words)
        annex = self._annex(titles, body, links)
        structure = self._entries()
        milestones = self._milestones()
        return Parts(
            sections=self.sections,
            titles=titles,
            overview=overview,
            system=stretch(front, "system", self.layout),
            body_links=body,
            annex_links=links,
            annex=annex,
            entries=structure,
            milestones=milestones,
            indicators=self._indicators(annex, structure, milestones),
        )

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

    def _money(self) -> dict[str, BudgetTable]:
        tasks = [section for section in self.sections.nodes.values() if section.kind is Kind.TASK]
        return {section.code: read_budget(section.lines, self.layout, self.words) for section in tasks}

    def _indicators(
        self, annex: Annex, structure: dict[str, Entry], milestones: dict[str, MilestoneTable]
    ) -> Indicators:
        reader = TableReader(self.layout, self.words)
        found: list[Found] = []
        for code, section in sorted(self.sections.nodes.items(), key=_by_level):
            used = milestones[code].used if code in milestones else set()
            lines = [line for line in section.lines if line.number not in used]
            entry = structure.get(code)
            rows = reader.read(lines, annex.of(code), entry.text if entry else "")
            found += self._uses(code, rows, annex, entry, section)
        return assemble(found, self.layout)

    def _uses(self, code: str, rows: TableRows, annex: Annex, entry: Entry | None, section: Section) -> Iterator[Found]:
        provisional = provisional_years(section.lines, self.layout)
        of_annex = annex.of(code)
        printed = self._entry_names(entry, section, rows.rows)
        for index, row in enumerate(rows.rows):
            own = of_annex[index] if index < len(of_annex) else None
            name = annex_name(own, row.name, self.words) if own else None
            if own and name:
                own = replace(own, formula=fraction(name.formula))
                row = recut(row, own.formula)
            others = [*printed[index : index + 1], *((name.written,) if name else ())]
            if of_annex and own is None:
                self.questions.append(ask("indicator-not-in-annex", code, row.quoted, row.name, line=row.line))
            yield found_use(code, row, own, others, provisional, self.layout)
        for missing in of_annex[len(rows.rows) :]:
            self.questions.append(ask("indicator-not-read", code, missing.lines, "", [missing.target]))
        if not rows.rows and not of_annex:
            at = [rows.at] if rows.at else list(section.lines[:1])
            self.questions.append(ask("no-indicator", code, at, line=section.line))

    def _entry_names(self, entry: Entry | None, section: Section, rows: Sequence[Row]) -> list[str]:
        if entry is None or not rows:
            return []
        title = heal_texts(section.title, self.words)
        _, printed = split_entry(entry, title, [[row.name] for row in rows], self.words)
        return [name for name, _ in printed]

    def _statement(self, parts: Parts, labels: Sequence[str]) -> Statement:
        layout = self.layout
        stops = (*layout.mission, *layout.vision, *layout.levels["strategic"], *layout.levels["goal"])
        found, line = statement(parts.system.lines, labels, stops)
        if not found:
            self.questions.append(ask("no-statement", "plan", parts.system.lines[:4], ", ".join(labels)))
            return Statement()
        return Statement(heal(found, self.words), Place(heading=parts.system.heading, line=line))

    def _references(self) -> Iterator[Reference]:
        for code, section in sorted(self.sections.nodes.items(), key=lambda pair: pair[1].line):
            yield from references(code, read_references(section.lines, self.layout, self.words))

    def _tallies(self, parts: Parts) -> Iterator[Tally]:
        overview = parts.overview
        yield from tallies("", read_counts(overview.lines, self.layout), Part.BODY, overview.heading)
        for code, cover in self.sections.covers.items():
            yield from tallies(code, read_counts(cover.lines, self.layout), Part.BODY, "")
        heading = str(self.layout.annex_tables.get("heading", ""))
        for section in self.sections.of(Kind.INDICATORS):
            kinds = read_kinds(section.lines, self.layout)
            if len(kinds) != expected_kinds(self.layout):
                told = f"{len(kinds)} / {expected_kinds(self.layout)}"
                self.questions.append(ask("kinds-not-read", "plan", section.lines[:12], told))
            yield from tallies("", kinds, Part.ANNEX, heading)


def _by_level(pair: tuple[str, Section]) -> tuple[int, tuple[int, ...]]:
    return list(Level).index(Level.of(pair[0])), order_of_code(pair[0])
