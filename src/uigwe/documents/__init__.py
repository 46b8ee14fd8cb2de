"""Official documents read into draft plans: text → lines → sections → tables → facts with places, and questions for a person."""

from uigwe.documents.draft import Draft
from uigwe.documents.layout import Layout, LayoutProblem, read_layout
from uigwe.documents.questions import Question
from uigwe.documents.read import read_text

__all__ = ["Draft", "Layout", "LayoutProblem", "Question", "read_layout", "read_text"]
