"""`uigwe show DIR [WHAT]`: the tree, one goal or task in full, one indicator, or JSON."""

import argparse
import json
import sys
from pathlib import Path

from uigwe.cli.command import Command
from uigwe.cli.progress import pages_read
from uigwe.cli.summaries import SUMMARIES
from uigwe.operations import read_plan
from uigwe.packs import contract
from uigwe.plan import Indicator, Plan, code_from
from uigwe.texts import both, phrase

UNREADABLE = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    """DIR, and what of it."""
    parser.add_argument("folder", type=Path, metavar="DIR", help=both("folder"))
    parser.add_argument("what", nargs="?", help=both("what"))
    parser.add_argument("--format", choices=("tree", "json"), default="tree")


def run(given: argparse.Namespace) -> int:
    """Print the plan."""
    with pages_read(given.language) as progress:
        plan = read_plan(given.folder, progress).plan
    if given.format == "json":
        print(json.dumps(_narrowed(contract(plan), given.what), ensure_ascii=False, indent=2))
        return 0
    from uigwe.cli import views

    if not given.what:
        views.whole(plan, given.language)
        return 0
    if node := plan.node(code_from(given.what)):
        views.node(plan, node, given.language)
        return 0
    found = _indicators(plan, given.what)
    for indicator in found:
        views.indicator(indicator, given.language)
    if not found:
        print(_not_found(plan, given), file=sys.stderr)
        return UNREADABLE
    return 0


def _narrowed(data: dict[str, object], what: str | None) -> dict[str, object]:
    """Only one task's or indicator's entries, when one is named."""
    if not what:
        return data
    code = code_from(what)

    def concerns(entry: object) -> bool:
        return isinstance(entry, dict) and (entry.get("code") == code or entry.get("id") == what)

    return {
        key: [one for one in value if concerns(one)] if isinstance(value, list) else value
        for key, value in data.items()
    }


def _indicators(plan: Plan, what: str) -> list[Indicator]:
    wanted = "".join(what.split())
    exact = [one for one in plan.indicators if one.id == what]
    return list(exact or [one for one in plan.indicators if wanted in "".join(one.name.split())])


def _not_found(plan: Plan, given: argparse.Namespace) -> str:
    codes = [node.code for node in plan.nodes()]
    return phrase("not-found", given.language, what=given.what, first=codes[0], last=codes[-1])


command = Command(**SUMMARIES["show"], arguments=arguments, run=run)
