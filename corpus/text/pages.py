"""Lines of text with the noise of extraction, and the line on which each thing was printed."""

import random

# A page holds about so many lines.
_PAGE = 46


class Pages:
    """Writes lines. The first line of a page begins with a space and has no empty line before it; now and then a page number strays in."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.lines: list[str] = []
        self.page_number = 0
        self._since = 0

    @property
    def next(self) -> int:
        """The number of the next line."""
        return len(self.lines) + 1

    def page(self, first: str) -> int:
        """A new page with its first line; the number of that line."""
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        self.page_number += 1
        self._since = 0
        if self.lines and self.dice.random() < 0.1:
            self.lines += ["", f"- {self.page_number} -", ""]
        self.lines.append(f" {first}")
        return len(self.lines)

    def add(self, *lines: str, loose: bool = True) -> int:
        """Lines, each with an empty line behind it when they are set loosely; the number of the first."""
        first = self.next
        for line in lines:
            self.lines.append(line)
            if loose:
                self.lines.append("")
        return first

    def gap(self) -> None:
        """An empty line, if there is none."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def prose(self, text: str) -> int:
        """A paragraph, broken at the edge of the page between words; long sections turn the page before it."""
        self._since += 1
        if self._since > _PAGE // 6:
            first = self.page(f"ㅇ {text}")
            self.gap()
            return first
        return self.add(f"ㅇ {text}")

    def cell(self, text: str, width: int) -> int:
        """A narrow cell, broken at its width as narrow columns break; an empty line behind."""
        first = self.add(*broken(text, width), loose=False)
        self.gap()
        return first


def broken(text: str, width: int) -> list[str]:
    """A text cut at a width, in the middle of words; where the cut falls between words the space disappears."""
    return [piece for at in range(0, len(text), width) if (piece := text[at : at + width].strip())]


def wrapped(text: str, width: int) -> list[str]:
    """A text broken between words."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
