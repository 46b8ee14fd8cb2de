"""Questions of a document as a person answers them: the piece of the document, what was understood, what else it may be."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from uigwe.operations.answering import AS_UNDERSTOOD, chosen
from uigwe.packs import Question
from uigwe.plan import Plan
from uigwe.texts import fill, sentences, word
from uigwe.web.reading.models import Answer, Intake


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in words. `lines` are numbered lines of the document, each with whether the question is about it."""

    question: Question
    ask: str
    how: str
    lines: Sequence[tuple[int | None, str, bool]]
    unfit: bool
    name: str
    code: str = ""

    @property
    def numbered(self) -> bool:
        """Whether the lines around are those of a text, with their numbers."""
        return any(number for number, _, _ in self.lines)

    @property
    def answered(self) -> bool:
        """Whether there is an answer that could be put in."""
        return bool(self.question.answer) and not self.unfit

    @property
    def choice(self) -> str:
        """What the answer says: `=` for what was understood, the alternative itself, or words of its own."""
        return AS_UNDERSTOOD if self.question.answer.strip() == AS_UNDERSTOOD else chosen(self.question)

    @property
    def told(self) -> str:
        """The answer in words: what was understood, where it says so."""
        return self.question.understood if self.choice == AS_UNDERSTOOD else self.choice

    @property
    def own(self) -> str:
        """The answer where it is neither what was understood nor an alternative."""
        told = self.question.answer
        if told.strip() == AS_UNDERSTOOD or chosen(self.question) in self.question.alternatives:
            return ""
        return told


def asked(
    plan: Plan,
    questions: Sequence[Question],
    unfit: Sequence[Question],
    around: Mapping[str, Sequence[Sequence[Any]]],
    language: str,
) -> list[Asked]:
    """The questions in words, in the order in which the document raised them."""
    known = sentences("questions", language)
    wrong = {one.id for one in unfit}
    told = []
    for one in questions:
        entry = known.get(one.kind) or known["unknown"]
        name, code = _named(plan, one.object, language)
        facts = {"object": name, "understood": one.understood}
        lines = _lines(one, around.get(one.id, ()))
        told.append(
            Asked(one, fill(entry["ask"], facts), fill(entry["how"], facts), lines, one.id in wrong, name, code)
        )
    return told


def _named(plan: Plan, object: str, language: str) -> tuple[str, str]:
    """What people call the object of a question, and the code of the goal or task it belongs to, where there is one."""
    head, _, code = object.partition("@")
    head, _, row = head.partition("/")
    node = plan.node(code or head)
    where = node.code if node else ""
    indicator = plan.indicator(head)
    if indicator is not None:
        return f"{where} {indicator.name}".strip(), where
    if node is None:
        return (word("object", object, language) if object in ("plan", "mission", "vision") else object), ""
    kind = {"m": "milestone", "b": "budget"}.get(row[:1], "")
    return (f"{where} {word('object', kind, language)} {row[1:]}" if kind else where), where


def _lines(question: Question, around: Sequence[Sequence[Any]]) -> list[tuple[int | None, str, bool]]:
    """The lines around, those of the question marked; only its own lines, without numbers, where the document has none."""
    if not around:
        return [(None, line, True) for line in question.excerpt.split("\n")] if question.excerpt else []
    own = {_bare(line) for line in question.excerpt.split("\n")} - {""}
    # Texts taken out of a document are half empty lines; their numbers tell where one was.
    return [(int(number), str(line), _bare(str(line)) in own) for number, line in around if _bare(str(line))]


def _bare(line: str) -> str:
    return re.sub(r"\s+", "", line)


def open_questions(row: Intake) -> int:
    """How many questions of a file have no answer yet."""
    asks = row.asks.splitlines()
    if not asks:
        return 0
    rows = Answer.objects.filter(agency_id=row.agency_id, year=row.year, question__in=asks)
    return len(asks) - rows.count()
