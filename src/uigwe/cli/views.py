"""A plan in the terminal."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from uigwe.audit.derive import derive
from uigwe.cli.paint import console
from uigwe.formulas import Derived, FormulaProblem, NotComputable
from uigwe.plan import Indicator, Level, Plan, Printing, StrategicGoal, Task, Use
from uigwe.plan.tree import Node
from uigwe.texts import tell, word
from uigwe.values import State, plain, rounded

_TONES = {State.NEW: "cyan", State.NONE: "dim", State.PROVISIONAL: "yellow", State.TEXT: "italic", State.FINAL: ""}


def whole(plan: Plan, language: str) -> None:
    """The tree with each indicator's target."""
    tasks = list(plan.tasks())
    counts = (
        ("object", "strategic_goal", len(plan.goals)),
        ("object", "performance_goal", len(list(plan.performance_goals()))),
        ("object", "task", len(tasks)),
        ("object", "indicator", len(list(plan.uses()))),
        ("object", "milestone", sum(len(task.milestones) for task in tasks)),
    )
    tree = Tree(Text(f"{plan.agency} {plan.year} · {plan.title}", style="bold"), guide_style="dim")
    tree.add(Text.assemble((word("object", "mission", language), "bold"), "  ", plan.mission.text))
    tree.add(Text.assemble((word("object", "vision", language), "bold"), "  ", plan.vision.text))
    for strategic in plan.goals:
        _branch(tree, plan, strategic)
    console().print(tree)
    console().print(
        Text(" · ".join(f"{word(group, name, language)} {count}" for group, name, count in counts), style="bold")
    )


def _branch(tree: Tree, plan: Plan, node: Node) -> None:
    styles = {Level.STRATEGIC: "bold blue", Level.GOAL: "bold", Level.TASK: ""}
    branch = tree.add(Text.assemble((f"{node.code}  ", "dim"), (node.title, styles[Level.of(node.code)])))
    for indicator, use in plan.uses(node.code):
        branch.add(_line(indicator, use))
    for below in () if isinstance(node, Task) else node.goals if isinstance(node, StrategicGoal) else node.tasks:
        _branch(branch, plan, below)


def _line(indicator: Indicator, use: Use) -> Text:
    target = indicator.target(use)
    past = [cell for _, cell in sorted(indicator.history(use).items())]
    text = Text.assemble(("▸ ", "green"), use.name)
    if indicator.unit:
        text.append(f" ({indicator.unit})", style="dim")
    text.append("  ")
    for cell in past:
        text.append(f"{cell.written or '·'} ", style=_TONES[cell.state] or "dim")
    text.append(f"→ {target.written if target else '?'}", style="bold green")
    return text


def node(plan: Plan, shown: Node, language: str) -> None:
    """One goal or task in full."""
    parts: list[RenderableType] = []
    for indicator, use in plan.uses(shown.code):
        parts.append(_card(indicator, use, language))
    if isinstance(shown, Task):
        parts += [
            part
            for part in (_milestones(shown, language), _budget(shown, language), _others(plan, shown, language))
            if part
        ]
    else:
        below = Tree(
            Text(
                word("object", "task", language)
                if not isinstance(shown, StrategicGoal)
                else word("object", "performance_goal", language),
                style="bold",
            )
        )
        for one in shown.goals if isinstance(shown, StrategicGoal) else shown.tasks:
            _branch(below, plan, one)
        parts.append(below)
    console().print(
        Panel(
            Group(*parts), title=f"{shown.code}  {shown.title}", title_align="left", subtitle=_place(shown.place.line)
        )
    )


def indicator(shown: Indicator, language: str) -> None:
    """One indicator in each of its uses."""
    for use in shown.uses:
        console().print(Padding(_card(shown, use, language), (0, 0, 1, 0)))


def _place(line: int | None) -> str | None:
    return f"L{line}" if line else None


def _card(indicator: Indicator, use: Use, language: str) -> Panel:
    facts = Table(show_header=False, box=None, padding=(0, 1))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(overflow="fold")
    facts.add_row(
        word("field", "nature", language),
        f"{use.nature} · {use.quantification} · {word('direction', indicator.direction, language)}",
    )
    for name in ("formula", "source", "basis", "reason"):
        if getattr(use, name):
            facts.add_row(
                word("field", name, language), Text(getattr(use, name), style="bold" if name == "basis" else "")
            )
        if name == "formula" and use.formula_of_annex:
            facts.add_row(word("field", "formula.annex", language), use.formula_of_annex)
    if use.basis:
        facts.add_row("", _working(indicator, use, language))
    title = f"{use.name} ({indicator.unit})" if indicator.unit else use.name
    return Panel(
        Group(_history(indicator, use, language), facts),
        title=Text(f"{use.code}  {title}", style="bold"),
        title_align="left",
        subtitle=Text(indicator.id, style="dim"),
        border_style="dim",
    )


def _history(indicator: Indicator, use: Use, language: str) -> Table:
    table = Table(box=None, header_style="dim")
    cells: list[Printing] = [cell for _, cell in sorted(indicator.history(use).items())]
    target = indicator.target(use)
    for cell in cells:
        table.add_column(str(cell.year), justify="right")
    table.add_column(f"{target.year if target else ''} {word('field', 'target', language)}", justify="right")
    row = [Text(cell.written or "·", style=_TONES[cell.state]) for cell in cells]
    table.add_row(*row, Text(target.written if target else "?", style="bold green"))
    return table


def _working(indicator: Indicator, use: Use, language: str) -> Text:
    try:
        derived = derive(indicator, use)
    except FormulaProblem as problem:
        return Text(tell("formulas", problem.reason, problem.facts, language) + "\n" + problem.marked(), style="yellow")
    if isinstance(derived, Derived):
        steps = [f"{step.working} = {plain(rounded(step.value, 4))}" for step in derived.steps] or [
            plain(rounded(derived.value, 4))
        ]
        return Text("\n".join(steps), style="dim")
    reason = derived.reason if isinstance(derived, NotComputable) else "empty"
    return Text(
        tell("formulas", f"not-computable-{reason}", dict(derived.facts) if derived else {}, language), style="yellow"
    )


def _milestones(task: Task, language: str) -> Table | None:
    if not task.milestones:
        return None
    table = Table(title=word("object", "milestone", language), title_justify="left", header_style="dim", box=None)
    for name in ("quarter", "text", "when", "note"):
        table.add_column(word("field", name, language), overflow="fold")
    for one in task.milestones:
        table.add_row(f"{one.quarter}/4" if one.quarter else "", one.text, one.when, one.note)
    return table


def _budget(task: Task, language: str) -> Table | None:
    if not task.budget:
        return None
    unit = next((line.unit for line in task.budget if line.unit), "")
    years = sorted({amount.year for line in task.budget for amount in line.amounts})
    table = Table(
        title=f"{word('object', 'budget', language)} ({unit})", title_justify="left", header_style="dim", box=None
    )
    table.add_column("")
    table.add_column(word("field", "account", language), style="dim")
    for year in years:
        table.add_column(str(year), justify="right")
    indents = {"programme": 0, "unit": 1, "detailed": 2, "sub": 3, "total": 2}
    for line in task.budget:
        code = f" ({line.code})" if line.code else ""
        amounts = [(line.amount(year).written if line.amount(year) else "") for year in years]  # type: ignore[union-attr]
        table.add_row(
            "  " * indents[line.level] + (line.name or "( )") + code,
            line.account,
            *amounts,
            style="dim" if line.bracketed else "",
        )
    return table


def _others(plan: Plan, task: Task, language: str) -> Table | None:
    table = Table(show_header=False, box=None, padding=(0, 1))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for link in task.links:
        table.add_row(
            f"{word('object', 'link', language)} · {word('part', link.place.part, language)}",
            f"{link.title} ({link.written})",
        )
    for person in task.people:
        table.add_row(word("role", person.role, language), f"{person.name}{f' — {person.note}' if person.note else ''}")
    for one in plan.references:
        if one.place.code == task.code:
            table.add_row(word("reference", one.kind, language), f"{one.name} {one.detail}".strip())
    return table if table.row_count else None
