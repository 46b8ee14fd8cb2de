"""What reading a document gives: a plan, the prose, and the questions."""

from dataclasses import dataclass

from uigwe.documents.questions import Question
from uigwe.plan import Paragraph, Plan


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan as far as it could be read, the prose around it, and what a person has to decide."""

    plan: Plan
    text: tuple[Paragraph, ...]
    questions: tuple[Question, ...]
