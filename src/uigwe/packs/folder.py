"""A pack: one plan as a folder. Reading and writing again gives the same bytes; writing never leaves half a pack."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, replace
from datetime import date
from pathlib import Path

from uigwe.packs import documents
from uigwe.packs.documents import Keys, Tree
from uigwe.packs.exceptions import Acceptance
from uigwe.packs.indicators import indicator_tree, is_slug, number_rows, read_indicators
from uigwe.packs.plain import to_plain
from uigwe.packs.problem import PackProblem, Trouble
from uigwe.packs.questions import Question
from uigwe.packs.records import read_records, record_rows
from uigwe.packs.tables import rows, table
from uigwe.plan import Document, Paragraph, Part, PerformanceGoal, Place, Plan, Statement, StrategicGoal, Task

FORMAT = 1

# Tables that every pack has, if only with their head: a lost file must not look like a plan that promises nothing.
NEEDED = ("numbers.csv", "milestones.csv")


@dataclass(frozen=True, slots=True)
class Pack:
    """A plan with what goes along: accepted exceptions, and, when it was imported, the prose and the open questions."""

    plan: Plan
    exceptions: tuple[Acceptance, ...] = ()
    text: tuple[Paragraph, ...] = ()
    questions: tuple[Question, ...] = ()


def read(folder: Path) -> Pack:
    """The pack in this folder. Raises `PackProblem` with every trouble found."""
    troubles: list[Trouble] = []
    if not folder.exists():
        raise PackProblem([Trouble("no-folder", str(folder))])
    if not (folder / "plan.yaml").is_file():
        raise PackProblem([Trouble("no-plan-file", str(folder))])
    top = documents.load(folder / "plan.yaml", "plan.yaml", troubles)
    if troubles:
        raise PackProblem(troubles)
    troubles += [Trouble("missing-file", file) for file in NEEDED if not (folder / file).is_file()]
    plan = _plan(top, folder, troubles)
    exceptions = tuple(_exceptions(folder, troubles))
    questions = tuple(_questions(folder, troubles))
    text = tuple(
        Paragraph(row["text"], Place(row.one_of("part", Part), row["code"], row["heading"], row.line()))
        for row in rows(folder, "text.csv", troubles)
    )
    if troubles:
        raise PackProblem(troubles)
    return Pack(plan, exceptions, text, questions)


def write(pack: Pack, folder: Path) -> None:
    """Write the pack to `folder`, replacing a pack that is there; the old one stays until the new one is complete."""
    _refuse_unwritable(pack)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        for name, content in _files(pack):
            path = fresh / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
        fresh.chmod(0o755)
        if folder.exists():
            _refuse_foreign(folder)
            aside = fresh.with_name(fresh.name + ".old")
            folder.replace(aside)
            fresh.replace(folder)
            shutil.rmtree(aside)
        else:
            fresh.replace(folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _refuse_unwritable(pack: Pack) -> None:
    """Nothing is written that would not be read back as it was, and no file outside the folder."""
    troubles = [
        Trouble("wrong-id", "indicators", "id", {"found": indicator.id, "expected": "[a-z0-9-]"})
        for indicator in pack.plan.indicators
        if not is_slug(indicator.id)
    ]
    beside = [*map(astuple, pack.exceptions), *map(astuple, pack.questions), *(one.text for one in pack.text)]
    for text in documents.texts_of([to_plain(pack.plan), beside]):
        if sign := documents.control_sign(text):
            troubles.append(Trouble("control-character", "plan", text[:40].strip(), {"sign": sign}))
    if troubles:
        raise PackProblem(troubles)


def _refuse_foreign(folder: Path) -> None:
    """Replace only what is a pack, or an empty folder: never somebody's documents."""
    if any(folder.iterdir()) and not (folder / "plan.yaml").is_file():
        raise PackProblem([Trouble("folder-in-use", str(folder))])


def questions_text(questions: Iterable[Question]) -> str:
    """The text of `questions.yaml`, as `write` puts it into a pack."""
    return documents.dump([_question_tree(one) for one in questions])


def read_questions(folder: Path) -> tuple[Question, ...]:
    """The questions in the `questions.yaml` of a folder, whatever else is in it. Raises `PackProblem`."""
    troubles: list[Trouble] = []
    questions = tuple(_questions(folder, troubles))
    if troubles:
        raise PackProblem(troubles)
    return questions


def find(root: Path) -> list[Path]:
    """The folders below `root` (itself included) that hold a pack, sorted."""
    return sorted(path.parent for path in root.rglob("plan.yaml")) if root.is_dir() else []


def identity(folder: Path) -> tuple[str, int] | None:
    """Agency and year of a pack, without reading the rest; None when the file does not say them."""
    top = documents.load(folder / "plan.yaml", "plan.yaml", [])
    if not isinstance(top, dict) or not isinstance(top.get("year"), int):
        return None
    return str(top.get("agency", "")), top["year"]


def _plan(top: object, folder: Path, troubles: list[Trouble]) -> Plan:
    keys = Keys(
        top,
        "plan.yaml",
        "",
        troubles,
        ("format", "agency", "year", "title", "mission", "vision", "goals"),
        ("document",),
    )
    if keys.integer("format") not in (FORMAT, None):
        raise PackProblem(
            [Trouble("unknown-format", "plan.yaml", "format", {"found": keys.text("format"), "known": str(FORMAT)})]
        )
    records = read_records(folder, troubles)
    goals = tuple(_strategic(tree, records.tasks, troubles) for tree in keys.items("goals"))
    plan = Plan(
        agency=keys.text("agency"),
        year=keys.integer("year") or 0,
        title=keys.text("title"),
        mission=_statement(keys.get("mission"), "mission", troubles),
        vision=_statement(keys.get("vision"), "vision", troubles),
        goals=goals,
        indicators=read_indicators(folder, troubles),
        document=_document(keys.get("document"), troubles),
        references=records.references,
        names=records.names,
        tallies=records.tallies,
        claims=records.claims,
    )
    _check_codes(plan, records.tasks, troubles)
    return plan


def _check_codes(plan: Plan, records: Mapping[str, object], troubles: list[Trouble]) -> None:
    codes = [node.code for node in plan.nodes()]
    for code in {code for code in codes if codes.count(code) > 1}:
        troubles.append(Trouble("code-twice", "plan.yaml", code))
    for code in records:
        if code not in codes:
            troubles.append(
                Trouble("unknown-task", "milestones.csv · budget.csv · links.csv · people.csv", code, {"found": code})
            )
    for indicator in plan.indicators:
        for use in indicator.uses:
            if use.code not in codes:
                troubles.append(Trouble("unknown-code", f"indicators/{indicator.id}.yaml", "uses", {"found": use.code}))


def _statement(tree: object, at: str, troubles: list[Trouble]) -> Statement:
    keys = Keys(tree or {}, "plan.yaml", at, troubles, ("text",), ("line",))
    return Statement(keys.text("text"), Place(line=keys.integer("line")))


def _document(tree: object, troubles: list[Trouble]) -> Document:
    keys = Keys(tree or {}, "plan.yaml", "document", troubles, (), ("name", "sha256", "lines"))
    return Document(keys.text("name"), keys.text("sha256"), keys.integer("lines") or 0)


def _head(tree: object, below: str, troubles: list[Trouble]) -> tuple[Keys, str, str, Place]:
    at = str(tree.get("code", "")) if isinstance(tree, dict) else ""
    keys = Keys(tree, "plan.yaml", at, troubles, ("code", "title"), ("line", below) if below else ("line",))
    code = keys.text("code")
    return keys, code, keys.text("title"), Place(code=code, line=keys.integer("line"))


def _strategic(tree: object, tasks: Mapping[str, Task], troubles: list[Trouble]) -> StrategicGoal:
    keys, code, title, place = _head(tree, "goals", troubles)
    return StrategicGoal(code, title, place, tuple(_goal(one, tasks, troubles) for one in keys.items("goals")))


def _goal(tree: object, tasks: Mapping[str, Task], troubles: list[Trouble]) -> PerformanceGoal:
    keys, code, title, place = _head(tree, "tasks", troubles)
    return PerformanceGoal(code, title, place, tuple(_task(one, tasks, troubles) for one in keys.items("tasks")))


def _task(tree: object, tasks: Mapping[str, Task], troubles: list[Trouble]) -> Task:
    _, code, title, place = _head(tree, "", troubles)
    records = tasks.get(code) or Task(code, title, place)
    return replace(records, title=title, place=place)


def _exceptions(folder: Path, troubles: list[Trouble]) -> Iterator[Acceptance]:
    for tree in _listed(folder, "exceptions.yaml", troubles):
        keys = Keys(tree, "exceptions.yaml", "", troubles, ("check", "object", "key", "why", "who", "until"))
        until = keys.get("until")
        if not isinstance(until, date):
            troubles.append(Trouble("not-a-date", "exceptions.yaml", "until", {"found": str(until)}))
            continue
        yield Acceptance(
            keys.text("check"), keys.text("object"), keys.text("key"), keys.text("why"), keys.text("who"), until
        )


def _questions(folder: Path, troubles: list[Trouble]) -> Iterator[Question]:
    for tree in _listed(folder, "questions.yaml", troubles):
        needed = ("id", "kind", "object", "line", "excerpt", "understood")
        keys = Keys(tree, "questions.yaml", "", troubles, needed, ("alternatives", "answer"))
        alternatives = tuple(str(one) for one in keys.items("alternatives"))
        yield Question(
            id=keys.text("id"),
            kind=keys.text("kind"),
            object=keys.text("object"),
            line=keys.integer("line") or 0,
            excerpt=keys.text("excerpt"),
            understood=keys.text("understood"),
            alternatives=alternatives,
            answer=keys.text("answer"),
        )


def _listed(folder: Path, file: str, troubles: list[Trouble]) -> list[object]:
    if not (folder / file).exists():
        return []
    tree = documents.load(folder / file, file, troubles)
    if tree is None:
        return []
    if not isinstance(tree, list):
        troubles.append(Trouble("not-a-list", file))
        return []
    return tree


def _files(pack: Pack) -> Iterator[tuple[str, str]]:
    plan = pack.plan
    yield "plan.yaml", documents.dump(_plan_tree(plan))
    for indicator in plan.indicators:
        yield f"indicators/{indicator.id}.yaml", documents.dump(indicator_tree(indicator))
    yield "numbers.csv", table("numbers.csv", number_rows(plan.indicators))
    for file, lines in record_rows(plan):
        yield file, table(file, lines)
    if pack.exceptions:
        yield "exceptions.yaml", documents.dump([_acceptance_tree(one) for one in pack.exceptions])
    if pack.text:
        lines = ((p.place.part, p.place.code, p.place.heading, p.place.line, p.text) for p in pack.text)
        yield "text.csv", table("text.csv", lines)
    if pack.questions:
        yield "questions.yaml", questions_text(pack.questions)


def _plan_tree(plan: Plan) -> Tree:
    tree: Tree = {"format": FORMAT, "agency": plan.agency, "year": plan.year, "title": plan.title}
    if plan.document != Document():
        tree["document"] = {"name": plan.document.name, "sha256": plan.document.sha256, "lines": plan.document.lines}
    tree["mission"] = _with_line({"text": plan.mission.text}, plan.mission.place)
    tree["vision"] = _with_line({"text": plan.vision.text}, plan.vision.place)
    tree["goals"] = [
        {
            **_with_line({"code": strategic.code, "title": strategic.title}, strategic.place),
            "goals": [
                {
                    **_with_line({"code": goal.code, "title": goal.title}, goal.place),
                    "tasks": [_with_line({"code": task.code, "title": task.title}, task.place) for task in goal.tasks],
                }
                for goal in strategic.goals
            ],
        }
        for strategic in plan.goals
    ]
    return tree


def _with_line(tree: Tree, place: Place) -> Tree:
    return tree if place.line is None else {**tree, "line": place.line}


def _acceptance_tree(one: Acceptance) -> Tree:
    return {
        "check": one.check,
        "object": one.object,
        "key": one.key,
        "why": one.why,
        "who": one.who,
        "until": one.until,
    }


def _question_tree(one: Question) -> Tree:
    tree: Tree = {
        "id": one.id,
        "kind": one.kind,
        "object": one.object,
        "line": one.line,
        "excerpt": one.excerpt,
        "understood": one.understood,
    }
    if one.alternatives:
        tree["alternatives"] = list(one.alternatives)
    if one.answer:
        tree["answer"] = one.answer
    return tree


def refuse_twins(folders: Iterable[Path]) -> None:
    """Raises `PackProblem` when two packs claim to be the plan of the same body and year."""
    found: dict[tuple[str, int], Path] = {}
    troubles = []
    for folder in folders:
        who = identity(folder)
        if who is None:
            continue
        first = found.setdefault(who, folder)
        if first is not folder:
            troubles.append(
                Trouble("two-of-one", str(folder), "", {"other": str(first), "agency": who[0], "year": str(who[1])})
            )
    if troubles:
        raise PackProblem(troubles)
