"""An invented plan as the text of its official document: interleaved cells, broken words, strayed page numbers, and all."""

from corpus.text.printed import Printed, printed

__all__ = ["Printed", "printed"]
