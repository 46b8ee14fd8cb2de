"""`uigwe show --format json`: the form of a plan on which other programs rely. Add to it; never take away or rename."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from uigwe.plan import Indicator, Name, Place, Plan, Printing, Task, Use
from uigwe.values import plain


def contract(plan: Plan) -> dict[str, Any]:
    """The plan as flat lists: one entry per goal, per task and per *use* of an indicator (an indicator used twice repeats under one id)."""
    return {
        "agency": plan.agency,
        "year": plan.year,
        "title": plan.title,
        "mission": plan.mission.text,
        "vision": plan.vision.text,
        "strategic_goals": [{"code": goal.code, "title": goal.title} for goal in plan.goals],
        "performance_goals": [{"code": goal.code, "title": goal.title} for goal in plan.performance_goals()],
        "tasks": [_task(task) for task in plan.tasks()],
        "indicators": [_use(plan, indicator, use) for indicator, use in plan.uses()],
        "tallies": [
            {
                "scope": tally.scope,
                "level": tally.level.value,
                "what": tally.what,
                "written": tally.written,
                "value": plain(tally.value),
                "unit": tally.unit,
                "place": place(tally.place),
            }
            for tally in plan.tallies
        ],
    }


def place(where: Place) -> dict[str, Any]:
    """A place as JSON."""
    return {"part": where.part.value, "code": where.code, "heading": where.heading, "line": where.line}


def number(value: Decimal | None) -> str | None:
    """A decimal as its printed digits (`58.0` stays `58.0`), None where there is none."""
    return None if value is None else f"{value:f}"


def _task(task: Task) -> dict[str, Any]:
    return {
        "code": task.code,
        "title": task.title,
        "place": place(task.place),
        "milestones": [
            {
                "row": milestone.row,
                "quarter": milestone.quarter,
                "text": milestone.text,
                "when": milestone.when,
                "start": milestone.start.isoformat() if milestone.start else None,
                "end": milestone.end.isoformat() if milestone.end else None,
                "note": milestone.note,
                "line": milestone.place.line,
            }
            for milestone in task.milestones
        ],
        "budget": [
            {
                "level": line.level,
                "code": line.code,
                "name": line.name,
                "account": line.account,
                "unit": line.unit,
                "bracketed": line.bracketed,
                "amounts": [{"year": one.year, "written": one.written, "won": number(one.won)} for one in line.amounts],
                "line": line.place.line,
            }
            for line in task.budget
        ],
        "agenda_links": [
            {
                "register": link.register,
                "code": link.code,
                "title": link.title,
                "place": link.place.part.value,
                "written": link.written,
            }
            for link in task.links
        ],
        "people": [{"role": person.role, "name": person.name, "note": person.note} for person in task.people],
    }


def _use(plan: Plan, indicator: Indicator, use: Use) -> dict[str, Any]:
    target = indicator.target(use)
    return {
        "id": indicator.id,
        "code": use.code,
        "level": use.level.value,
        "name": use.name,
        "unit": indicator.unit,
        "direction": indicator.direction.value,
        "nature": use.nature,
        "quantification": use.quantification,
        "history": {str(year): _cell(cell) for year, cell in sorted(indicator.history(use).items())},
        "target": {"year": target.year, **_cell(target)} if target else None,
        "basis": use.basis,
        "reason": use.reason,
        "formula": use.formula,
        "annexed_formula": use.annexed_formula,
        "source": use.source,
        "place": place(use.place),
        "printings": list(_printings(plan, indicator, use)),
    }


def _cell(cell: Printing) -> dict[str, Any]:
    return {"written": cell.written, "value": number(cell.value), "state": cell.state.value}


def _printings(plan: Plan, indicator: Indicator, use: Use) -> Iterator[dict[str, Any]]:
    for printing in indicator.printings:
        yield {
            "what": printing.kind.value,
            "year": printing.year,
            **_cell(printing),
            "place": place(printing.place),
        }
    for name in plan.names:
        if name.object == indicator.id and _same_use(name, use, indicator):
            yield {"what": "name", "written": name.written, "place": place(name.place)}


def _same_use(name: Name, use: Use, indicator: Indicator) -> bool:
    return name.place.code == use.code or indicator.use(name.place.code) is None
