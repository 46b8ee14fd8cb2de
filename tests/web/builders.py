"""A small invented plan, people and bodies: what the tests of the site are about."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from threading import Barrier
from typing import Any

from uigwe.packs import Pack
from uigwe.plan import (
    Indicator,
    Kind,
    Level,
    Milestone,
    Part,
    PerformanceGoal,
    Place,
    Plan,
    Printing,
    Statement,
    StrategicGoal,
    Task,
    Use,
)
from uigwe.review import Role
from uigwe.values import Direction, State

AGENCY, YEAR = "abc", 2023
TASK, OTHER_TASK = "Ⅰ-1-①", "Ⅰ-1-②"
TARGET = f"survival@{TASK}"


def plan(agency: str = AGENCY, year: int = YEAR, *, title: str = "성과관리 시행계획", target: str = "92") -> Plan:
    """Two tasks; the first has an indicator with a target and a milestone, and so has the second."""
    tasks = tuple(
        Task(code, f"과제 {code}", Place(code=code), milestones=(milestone(code),)) for code in (TASK, OTHER_TASK)
    )
    goal = PerformanceGoal("Ⅰ-1", "성과목표", Place(code="Ⅰ-1"), tasks)
    return Plan(
        agency=agency,
        year=year,
        title=title,
        mission=Statement("임무"),
        vision=Statement("비전"),
        goals=(StrategicGoal("Ⅰ", "전략목표", Place(code="Ⅰ"), (goal,)),),
        indicators=(indicator("survival", TASK, target, year), indicator("satisfaction", OTHER_TASK, "80", year)),
    )


def milestone(code: str) -> Milestone:
    return Milestone(1, 1, "지침 마련", "3월", date(YEAR, 3, 1), date(YEAR, 3, 31), "", Place(code=code))


def indicator(id: str, code: str, target: str, year: int) -> Indicator:
    use = Use(code, Level.TASK, f"{id} 지표", "결과", "정량", f"{id}.last + 1", "", "식", "출처", Place(code=code))
    printings = (
        Printing(Kind.ACTUAL, year - 1, "91", Decimal("91"), State.FINAL, Place(code=code)),
        Printing(Kind.TARGET, year, target, Decimal(target), State.FINAL, Place(code=code)),
    )
    return Indicator(id, f"{id} 지표", "%", Direction.UP, (use,), printings)


def pack(**words: object) -> Pack:
    return Pack(plan(**words))  # type: ignore[arg-type]


def annexed(of: Plan, written: str = "92", id: str = "survival") -> Plan:
    """The plan with an annex that prints the target of one indicator again."""
    there = Printing(
        Kind.TARGET, of.year, written, Decimal(written), State.FINAL, Place(Part.ANNEX, code=TASK, line=900)
    )
    indicators = (replace(one, printings=(*one.printings, there)) if one.id == id else one for one in of.indicators)
    return replace(of, indicators=tuple(indicators))


class Town:
    """One agency with two divisions and a person of every role, and a second agency with an office of its own."""

    def __init__(self) -> None:
        from uigwe.web.people.models import Agency, Division, Grant, Responsibility, User

        self.agency = Agency.objects.create(code=AGENCY, name="가나부")
        self.elsewhere = Agency.objects.create(code="xyz", name="다라청")
        self.division = Division.objects.create(agency=self.agency, code="one", name="하나과")
        self.other_division = Division.objects.create(agency=self.agency, code="two", name="둘과")
        people = [
            User(username=role.value, name=f"{role.value} 님", agency=self.agency, division=self.division)
            for role in Role
            if role is not Role.PUBLIC
        ]
        for person in people:
            person.set_unusable_password()
        people.append(User(username="stranger", name="남", agency=self.elsewhere))
        self.people: dict[str, User] = {one.username: one for one in User.objects.bulk_create(people)}
        roles = {**{name: name for name in self.people}, "stranger": Role.PERFORMANCE_OFFICE.value}
        Grant.objects.bulk_create(Grant(person=one, role=roles[name]) for name, one in self.people.items())
        owner = self.people[Role.TASK_OWNER]
        of = {"agency": self.agency, "year": YEAR}
        Responsibility.objects.bulk_create(
            [
                Responsibility(**of, code=TASK, division=self.division, owner=owner),
                Responsibility(**of, code=OTHER_TASK, division=self.other_division),
            ]
        )

    def __getattr__(self, name: str) -> object:
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def office(self) -> object:
        return self.people[Role.PERFORMANCE_OFFICE]

    @property
    def owner(self) -> object:
        return self.people[Role.TASK_OWNER]


def together(count: int, act: Callable[[int], Any]) -> list[Any]:
    """`act(number)` in `count` threads that start at the same moment, each with a connection of its own; answers or exceptions."""
    from django.db import connections

    gate = Barrier(count)

    def one(number: int) -> Any:
        try:
            gate.wait(10)
            return act(number)
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))
