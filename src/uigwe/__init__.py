"""Uigwe: the book of what a ministry promised, what came of it, who judged it, and what followed."""

__version__ = "0.1.0"
