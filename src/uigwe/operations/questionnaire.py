"""The questions of a document with their answers as the one file that terminal and site share: `questions.yaml` of a pack."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from uigwe import packs
from uigwe.files.preflight import Preflight


def questionnaire(questions: Sequence[packs.Question]) -> str:
    """The text of the file."""
    return packs.questions_text(questions)


def answers_in(source: Preflight) -> Mapping[str, str] | tuple[packs.Trouble, ...]:
    """The answers in such a file, by the question's key; troubles when it is none. To be called in a child."""
    with tempfile.TemporaryDirectory(prefix="uigwe-answers.") as cage:
        Path(cage, "questions.yaml").write_text(source.text, encoding="utf-8")
        try:
            return {one.id: one.answer for one in packs.read_questions(Path(cage)) if one.answer}
        except packs.PackProblem as problem:
            return problem.troubles
