"""Plans as documents with tables: the official form as one sheet, printed as HWPX, HWP and, in two looks, as PDF."""

from corpus.print.form import Manner, form
from corpus.print.hwpx import as_hwp, as_hwpx
from corpus.print.pdf import LOOKS, as_pdf, can_print, drawn
from corpus.print.sheet import Sheet

__all__ = ["LOOKS", "Manner", "Sheet", "as_hwp", "as_hwpx", "as_pdf", "can_print", "drawn", "form"]
