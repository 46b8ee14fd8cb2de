"""The tree of goals and tasks with what belongs to each task."""

from collections.abc import Sequence

from uigwe.documents.budget import BudgetTable
from uigwe.documents.healing import Words
from uigwe.documents.layout import Layout
from uigwe.documents.links import LinkTable
from uigwe.documents.milestones import MilestoneTable
from uigwe.documents.parts import Sections
from uigwe.documents.people import read_people
from uigwe.documents.pieces import budget, budget_questions, links, milestone_questions, milestones, people
from uigwe.documents.questions import Question, ask
from uigwe.plan import Part, PerformanceGoal, Place, StrategicGoal, Task, order_of_code


class Grower:
    """Grows the tree from the titles by code; asks about parents that have no section of their own."""

    def __init__(
        self,
        sections: Sections,
        titles: dict[str, str],
        tables: dict[str, MilestoneTable],
        money: dict[str, BudgetTable],
        body: LinkTable,
        annex: LinkTable,
        layout: Layout,
        words: Words,
    ) -> None:
        self.sections, self.titles = sections, titles
        self.tables, self.money = tables, money
        self.body, self.annex = body, annex
        self.layout, self.words = layout, words
        self.questions: list[Question] = []

    def tree(self) -> tuple[StrategicGoal, ...]:
        """The strategic goals with everything below."""
        self._add_parents()
        ordered = sorted(self.titles, key=order_of_code)
        return tuple(
            StrategicGoal(code, self.titles[code], self._place(code), self._goals(code, ordered))
            for code in ordered
            if "-" not in code
        )

    def _add_parents(self) -> None:
        printed = {titled.code: titled.written for table in (self.annex, self.body) for titled in table.titles}
        needed = {code.rsplit("-", depth)[0] for code in self.titles for depth in range(1, code.count("-") + 1)}
        for code in sorted(needed - set(self.titles), key=order_of_code):
            self.titles[code] = printed.get(code, "")
            line = self.sections.first_below(code)
            self.questions.append(ask("no-section", code, (), self.titles[code], line=line))

    def _goals(self, above: str, ordered: Sequence[str]) -> tuple[PerformanceGoal, ...]:
        return tuple(
            PerformanceGoal(code, self.titles[code], self._place(code), self._tasks(code, ordered))
            for code in ordered
            if code.count("-") == 1 and code.startswith(f"{above}-")
        )

    def _tasks(self, above: str, ordered: Sequence[str]) -> tuple[Task, ...]:
        return tuple(self._task(code) for code in ordered if code.count("-") == 2 and code.startswith(f"{above}-"))

    def _task(self, code: str) -> Task:
        section = self.sections.nodes[code]
        money = self.money.get(code) or BudgetTable()
        table = self.tables.get(code) or MilestoneTable()
        self.questions += milestone_questions(code, table, section.lines)
        self.questions += budget_questions(code, money, section.lines)
        if not table.steps:
            self.questions.append(ask("no-milestones", code, section.lines[:1], line=section.line))
        return Task(
            code,
            self.titles[code],
            self._place(code),
            milestones=milestones(code, table),
            budget=budget(code, money),
            links=links(code, self.body.links, self.annex.links),
            people=people(code, read_people(section.lines, self.layout, self.words)),
        )

    def _place(self, code: str) -> Place:
        section = self.sections.nodes.get(code)
        return Place(Part.BODY, code, line=section.line if section else self.sections.first_below(code))
