"""Official documents read into draft plans: text or blocks → sections → tables → facts with places, and questions for a person."""

from uigwe.documents.blocks import Block
from uigwe.documents.draft import Draft
from uigwe.documents.hwpx import read_hwpx
from uigwe.documents.layout import Layout, LayoutProblem, read_layout
from uigwe.documents.pdf import read_pdf
from uigwe.documents.questions import Question
from uigwe.documents.read import read_text
from uigwe.documents.structured import read_blocks

__all__ = [
    "Block",
    "Draft",
    "Layout",
    "LayoutProblem",
    "Question",
    "read_blocks",
    "read_hwpx",
    "read_layout",
    "read_pdf",
    "read_text",
]
