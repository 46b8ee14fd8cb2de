"""A plan as a folder of YAML and CSV that people read (`docs/pack.md`), as plain JSON, and as the JSON other programs rely on."""

from uigwe.packs.contract import contract
from uigwe.packs.exceptions import Acceptance
from uigwe.packs.folder import Pack, find, identity, questions_text, read, read_questions, refuse_twins, write
from uigwe.packs.plain import from_plain, hash_of, to_plain
from uigwe.packs.problem import PackProblem, Trouble
from uigwe.packs.questions import Question

__all__ = [
    "Acceptance",
    "Pack",
    "PackProblem",
    "Question",
    "Trouble",
    "contract",
    "find",
    "from_plain",
    "hash_of",
    "identity",
    "questions_text",
    "read",
    "read_questions",
    "refuse_twins",
    "to_plain",
    "write",
]
