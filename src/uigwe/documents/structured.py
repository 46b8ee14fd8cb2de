"""A document with a structure of its own, read into a draft: blocks → sheet → sections → tables cell by cell → facts with places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from uigwe.documents.annex import Annex
from uigwe.documents.blocks import Block
from uigwe.documents.draft import Draft
from uigwe.documents.front import statement, stretch
from uigwe.documents.goals import Grower
from uigwe.documents.healing import heal, heal_texts
from uigwe.documents.indicators import Found, Indicators, assemble, found_use, provisional_years
from uigwe.documents.layout import Layout
from uigwe.documents.lines import Line, plain
from uigwe.documents.milestones import MilestoneTable
from uigwe.documents.missing import what_is_missing
from uigwe.documents.names import drawing
from uigwe.documents.naming import printed_name
from uigwe.documents.parts import Parts, Sections
from uigwe.documents.pieces import references, tallies
from uigwe.documents.prose import prose
from uigwe.documents.questions import Question, ask
from uigwe.documents.references import read_references
from uigwe.documents.refusing import refuse_other_forms
from uigwe.documents.sections import Kind as Part_
from uigwe.documents.sections import Section, cut
from uigwe.documents.structured_heads import Kind
from uigwe.documents.structured_indicators import AnnexTables, NamedRow, RowReader, paired
from uigwe.documents.structured_links import Listed, TreeReader, counts, kinds, names_beside, tables_of
from uigwe.documents.structured_sheet import Joiner, Sheets, Standing, words_of
from uigwe.documents.structured_tasks import MoneyReader, StepReader
from uigwe.documents.tallies import expected_kinds
from uigwe.plan import Document, Level, Name, Part, Place, Plan, Reference, Statement, Tally, order_of_code

T = TypeVar("T")
# So many texts with letters that could not be read are asked about; a document full of them is no help to anybody.
_MOST_UNREAD = 40


def read_blocks(blocks: Sequence[Block], layout: Layout, agency: str, year: int | None = None) -> Draft:
    """The plan in these blocks; what cannot be decided is asked. A place's line is the number of its paragraph or row.

    Raises `Refused("not-a-plan")` when they hold no goals and no tasks in the layout's form.
    """
    return _Reader(blocks, layout, agency, year).draft()


class _Reader:
    """Reads one document. Each step uses what the steps before it found."""

    def __init__(self, blocks: Sequence[Block], layout: Layout, agency: str, year: int | None) -> None:
        self.layout, self.agency = layout, agency
        self.words = words_of(blocks, layout)
        self.joiner = Joiner(self.words)
        self.sheet = Sheets(layout, self.joiner).make(blocks)
        self.sections = Sections(cut(self.sheet.lines, layout))
        self.questions: list[Question] = []
        refuse_other_forms(self.sections, self.sheet.lines, layout)
        self.standing = self._standing()
        self.year = year or self._likely_year()
        self.rows = RowReader(layout, self.joiner)

    def draft(self) -> Draft:
        """All facts, put together."""
        titles = self._titles()
        tree = TreeReader(self.layout, self.joiner, titles)
        front = self._tables(self.sections.front)
        body = tree.links(tables_of(front, Kind.LINKS))
        links = tree.links(
            [one for section in self.sections.of(Part_.LINKS) for one in tables_of(self._tables(section), Kind.LINKS)]
        )
        annex = self.rows.annex(self._annexed(Kind.ANNEX), titles)
        listed = self._listed(tree)
        steps = self._steps()
        indicators = self._indicators(annex, listed)
        parts = Parts(
            sections=self.sections,
            titles=titles,
            overview=stretch(self.sections.front.lines, "overview", self.layout),
            system=stretch(self.sections.front.lines, "system", self.layout),
            body_links=body,
            annex_links=links,
            annex=Annex(),
            entries={},
            milestones=steps,
            indicators=indicators,
        )
        grower = Grower(self.sections, titles, steps, self._money(), body, links, self.layout, self.words)
        plan = Plan(
            agency=self.agency,
            year=self.year,
            title=self.layout.title.format(year=self.year),
            mission=self._statement(parts, self.layout.mission),
            vision=self._statement(parts, self.layout.vision),
            goals=grower.tree(),
            indicators=indicators.indicators,
            document=Document(lines=self.sheet.count),
            references=tuple(self._references()),
            names=self._names(parts, annex, listed),
            tallies=tuple(self._tallies(parts)),
        )
        self.questions += [*grower.questions, *indicators.questions]
        self.questions += what_is_missing(plan, parts, self.sheet.lines, self.words)
        self.questions += [
            ask("letters-not-read", "plan", (Line(1, told),), " ".join(plain(told).split()))
            for told in list(self.joiner.unread)[:_MOST_UNREAD]
        ]
        text = tuple(prose(self.sections.all, set()))
        unique = {one.id: one for one in self.questions}
        ordered = tuple(sorted(unique.values(), key=lambda one: (one.line, one.id)))
        return paged(Draft(plan, text, ordered), self.sheet.pages)

    # ── sections ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _standing(self) -> dict[int, list[Standing]]:
        """The tables of each section, by its place in the order of sections."""
        starts = [section.line if at else 1 for at, section in enumerate(self.sections.all)]
        found: dict[int, list[Standing]] = {at: [] for at in range(len(starts))}
        for table in self.sheet.tables:
            at = max(at for at, start in enumerate(starts) if start <= table.number or at == 0)
            found[at].append(table)
        return found

    def _tables(self, section: Section) -> list[Standing]:
        at = next(at for at, one in enumerate(self.sections.all) if one is section)
        return self.standing[at]

    def _annexed(self, kind: Kind) -> list[Standing]:
        return [one for section in self.sections.of(Part_.INDICATORS) for one in tables_of(self._tables(section), kind)]

    def _titles(self) -> dict[str, str]:
        nodes = sorted(self.sections.nodes.values(), key=lambda section: order_of_code(section.code))
        return {section.code: heal_texts(section.title, self.words) for section in nodes}

    def _likely_year(self) -> int:
        """The year that the targets of goals and tasks are set for; asked in any case."""
        years = [
            column.year or 0
            for section in self.sections.nodes.values()
            if section.kind is not Part_.STRATEGIC
            for table in tables_of(self._tables(section), Kind.INDICATORS)
            for column in table.head.columns["target"]
        ]
        year = max(set(years), key=lambda one: (years.count(one), one), default=0)
        self.questions.append(
            ask("year-guessed" if year else "year-unknown", "plan", self.sheet.lines[:3], str(year or ""))
        )
        return year

    # ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _listed(self, tree: TreeReader) -> dict[str, list[Listed]]:
        """What the system tables on the covers list, by strategic goal."""
        return {
            code: [
                one
                for table in tables_of(self._tables(cover), Kind.STRUCTURE)
                for one in tree.listed(table, code, "name")
            ]
            for code, cover in self.sections.covers.items()
        }

    def _tasks(self) -> Iterator[Section]:
        return (section for section in self.sections.nodes.values() if section.kind is Part_.TASK)

    def _steps(self) -> dict[str, MilestoneTable]:
        reader = StepReader(self.layout, self.joiner, self.year)
        return {one.code: reader.read(tables_of(self._tables(one), Kind.MILESTONES)) for one in self._tasks()}

    def _money(self) -> dict[str, Any]:
        reader = MoneyReader(self.layout, self.joiner)
        return {one.code: reader.read(tables_of(self._tables(one), Kind.BUDGET), one.lines) for one in self._tasks()}

    def _indicators(self, annex: AnnexTables, listed: Mapping[str, Sequence[Listed]]) -> Indicators:
        beside = {one.title.code: one for found in listed.values() for one in found}
        found: list[Found] = []
        for code, section in sorted(self.sections.nodes.items(), key=_by_level):
            found += self._uses(code, section, annex.rows.get(code, []), beside.get(code))
        return assemble(found, self.layout)

    def _uses(self, code: str, section: Section, annexed: list[NamedRow], beside: Listed | None) -> Iterator[Found]:
        rows = [
            row for table in tables_of(self._tables(section), Kind.INDICATORS) for row in self.rows.indicators(table)
        ]
        provisional = provisional_years(section.lines, self.layout)
        own = paired(annexed, [printed_name(row.name) for row in rows])
        names = names_beside(beside.beside, [row.name for row in rows], self.joiner) if beside else []
        for at, (row, named) in enumerate(zip(rows, own, strict=True)):
            others = [*(name for name, _ in names[at : at + 1]), *((named.name,) if named else ())]
            if annexed and named is None:
                self.questions.append(ask("indicator-not-in-annex", code, row.quoted, row.name, line=row.line))
            yield found_use(code, row, named.row if named else None, others, provisional, self.layout)
        for missing in annexed:
            if missing not in own:
                self.questions.append(ask("indicator-not-read", code, missing.row.lines, "", [missing.row.target]))
        if not rows and not annexed:
            self.questions.append(ask("no-indicator", code, section.lines[:1], line=section.line))

    # ── facts ────────────────────────────────────────────────────────────────────────────────────────────────────────

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
        for table in tables_of(self._tables(self.sections.front), Kind.TALLY)[:1]:
            yield from tallies("", counts(table), Part.BODY, parts.overview.heading)
        for code, cover in self.sections.covers.items():
            for table in tables_of(self._tables(cover), Kind.TALLY)[:1]:
                yield from tallies(code, counts(table), Part.BODY, "")
        heading = str(self.layout.annex_tables.get("heading", ""))
        found = [one for table in self._annexed(Kind.KINDS) for one in kinds(table, self.layout, self.joiner)]
        if self.sections.of(Part_.INDICATORS) and len(found) != expected_kinds(self.layout):
            told = f"{len(found)} / {expected_kinds(self.layout)}"
            around = [line for section in self.sections.of(Part_.INDICATORS) for line in section.lines[:6]]
            self.questions.append(ask("kinds-not-read", "plan", around, told))
        yield from tallies("", found, Part.ANNEX, heading)

    def _names(self, parts: Parts, annex: AnnexTables, listed: Mapping[str, Sequence[Listed]]) -> tuple[Name, ...]:
        """Each place where a title or the name of an indicator is printed, in reading order."""
        found = [
            *self._printed_titles(parts, annex),
            *self._printed_names(parts.indicators, annex),
            *self._beside(parts.indicators, listed),
        ]
        return tuple(sorted(found, key=lambda name: name.place.line or 0))

    def _printed_titles(self, parts: Parts, annex: AnnexTables) -> Iterator[Name]:
        for code, section in self.sections.nodes.items():
            yield Name(code, parts.titles[code], Place(Part.BODY, code, line=section.title_line))
        for code, cover in self.sections.covers.items():
            yield Name(code, heal_texts(cover.title, self.words), Place(Part.BODY, code, line=cover.title_line))
        for titled in drawing(parts.system.lines, parts.titles, self.layout, self.words):
            yield Name(titled.code, titled.written, Place(Part.BODY, heading=parts.system.heading, line=titled.line))
        for titled in parts.body_links.titles:
            yield Name(titled.code, titled.written, Place(Part.BODY, heading=parts.overview.heading, line=titled.line))
        for titled in (*parts.annex_links.titles, *annex.titles):
            yield Name(titled.code, titled.written, Place(Part.ANNEX, titled.code, line=titled.line))

    @staticmethod
    def _printed_names(indicators: Indicators, annex: AnnexTables) -> Iterator[Name]:
        names = {id(one.row): one.name for rows in annex.rows.values() for one in rows}
        for one in indicators.found:
            yield Name(one.id, printed_name(one.row.name), Place(Part.BODY, one.code, line=one.row.line))
            if one.annex:
                yield Name(one.id, names[id(one.annex)], Place(Part.ANNEX, one.code, line=one.annex.target_line))

    def _beside(self, indicators: Indicators, listed: Mapping[str, Sequence[Listed]]) -> Iterator[Name]:
        for strategic, entries in listed.items():
            for entry in entries:
                title = entry.title
                yield Name(title.code, title.written, Place(Part.BODY, strategic, line=title.line))
                uses = sorted((one for one in indicators.found if one.code == title.code), key=lambda one: one.row.line)
                names = names_beside(entry.beside, [one.row.name for one in uses], self.joiner)
                for one, (written, line) in zip(uses, names, strict=False):
                    yield Name(one.id, written, Place(Part.BODY, strategic, line=line))


def _by_level(pair: tuple[str, Section]) -> tuple[int, tuple[int, ...]]:
    return list(Level).index(Level.of(pair[0])), order_of_code(pair[0])


def paged(thing: T, pages: Mapping[int, int]) -> T:
    """The same with the page in each of its places."""
    if not pages:
        return thing
    return _paged(thing, pages)  # type: ignore[no-any-return]


def _paged(thing: Any, pages: Mapping[int, int]) -> Any:
    if isinstance(thing, Place):
        return replace(thing, page=pages.get(thing.line or 0))
    if isinstance(thing, tuple):
        return tuple(_paged(one, pages) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        changed = {one.name: _paged(getattr(thing, one.name), pages) for one in fields(thing)}
        return replace(thing, **changed)
    return thing
