"""Example plans of the pages of checks, one file per check: `wrong` is what the check finds, `right` is what it leaves alone.

A file is a list of things in the words of `tests.builders`: `indicator`, `task`, `name`, `tally`, `together` (claims of one
statement), `law`, `body`, `site`, `text` (lines of prose; `code` beside it names their section) and `last_year` (the things of last year's plan).
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests import builders
from tests.audit.prose import text
from uigwe.audit import Case
from uigwe.plan import Kind, Part, Printing
from uigwe.texts.plainly import from_yaml
from uigwe.values import State

HERE = Path(__file__).parent
SIDES = ("wrong", "right")


def ids() -> set[str]:
    """The checks that have an example."""
    return {file.stem for file in HERE.glob("*.yaml")}


def example(id: str) -> Mapping[str, list[dict[str, Any]]]:
    """The two sides of a check's example."""
    found: dict[str, list[dict[str, Any]]] = from_yaml((HERE / f"{id}.yaml").read_text(encoding="utf-8"))
    assert set(found) == set(SIDES), id
    return found


def case(things: list[dict[str, Any]]) -> Case:
    """One side of an example as it is laid before the checks."""
    kinds = {"text", "last_year"}
    told = [part for one in things for part in text(*one.get("text", ()), code=one.get("code", builders.CODE))]
    before = [thing for one in things for thing in one.get("last_year", ())]
    built = [_thing(one) for one in things if not kinds & set(one)]
    last_year = builders.plan(*map(_thing, before), year=builders.YEAR - 1) if before else None
    return Case(builders.plan(*built), last_year, tuple(told) or None)


def _thing(given: Mapping[str, Any]) -> builders.Thing:
    [(kind, said)] = given.items()
    if kind == "together":
        return builders.statement(*(_with(builders.claim, one) for one in said))
    return _MAKERS[kind](said)


def _with(make: Any, said: Mapping[str, Any]) -> Any:
    """A builder called with the words of the file; `part: annex` is a part of the document."""
    return make(**{key: Part(value) if key == "part" else value for key, value in said.items()})


def _indicator(said: Mapping[str, Any]) -> builders.Thing:
    own = {key: value for key, value in said.items() if key not in ("also", "promised")}
    made = builders.indicator(**own)
    for year, written in said.get("promised", {}).items():
        words = Printing(Kind.QUOTED_TARGET, year, written, Decimal(written), State.FINAL, made.uses[0].place)
        made = replace(made, printings=(*made.printings, words))
    for code, changes in said.get("also", {}).items():
        made = builders.also_used(made, code, **changes)
    return made


def _task(said: Mapping[str, Any]) -> builders.Thing:
    makers = (
        ("milestones", builders.milestone),
        ("budget", builders.budget_line),
        ("links", builders.link),
        ("people", builders.person),
    )
    things = [_with(make, one) for key, make in makers for one in said.get(key, ())]
    made = builders.task(said.get("code", builders.CODE), *things, title=said.get("title", "하천을 정비한다"))
    return replace(made, place=replace(made.place, line=said.get("line", 9)))


_MAKERS = {
    "indicator": _indicator,
    "task": _task,
    **{
        kind: lambda said, make=make: _with(make, said)
        for kind, make in (
            ("name", builders.name),
            ("tally", builders.tally),
            ("law", builders.law),
            ("body", builders.body),
            ("site", builders.site),
        )
    },
}
