"""The tables that link tasks to the national agenda: in the overview of goals and tasks, and in the second annex."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from uigwe.documents.annex import Titled
from uigwe.documents.healing import Words, heal_texts
from uigwe.documents.layout import Layout, bare, squeeze
from uigwe.documents.likeness import likeness
from uigwe.documents.lines import Line
from uigwe.documents.structure import Entry, listed

_LONGEST_TITLE = 300
_CODE = re.compile(r"(\d{1,3}(?:[-–]\d{1,3})*)\s*$")
_BRACKET = re.compile(r"\(([^()\n]{0,40}(?:\n[^()\n]{0,40})?(?:\([^()]{0,20}\)[^()]{0,40})?)\)")


@dataclass(frozen=True, slots=True)
class Link:
    """A link as printed: the task, the register and number, the item's title, the words in the brackets, the line of the title."""

    task: str
    register: str
    code: str
    title: str
    written: str
    line: int


@dataclass(frozen=True, slots=True)
class LinkTable:
    """What one table says: links, and the titles it prints."""

    links: tuple[Link, ...]
    titles: tuple[Titled, ...]


def read_links(lines: Sequence[Line], titles: Mapping[str, str], layout: Layout, words: Words) -> LinkTable:
    """The table below these lines' head. `titles` by code as the body prints them tell where a title ends and its link begins."""
    entries = listed(_content(lines, layout), "")
    reader = _Reader(titles, layout, words, entries)
    links: list[Link] = []
    printed: list[Titled] = []
    for entry in entries:
        title, found = reader.split(entry)
        printed.append(title)
        links += found
    return LinkTable(tuple(links), tuple(printed))


def _content(lines: Sequence[Line], layout: Layout) -> list[Line]:
    head = sorted({bare(word) for word in layout.tables["annex_links"]}, key=len, reverse=True)
    repeated = re.compile(rf"(?:{'|'.join(map(re.escape, head))})+")
    return [line for line in lines if not repeated.fullmatch(bare(line.text))]


class Brackets:
    """Finds the words in brackets that name an item of an agenda."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The brackets, in order."""
        for match in _BRACKET.finditer(text):
            inside = squeeze(match[1])
            if self._named(inside) and (_CODE.search(match[1]) or len(inside) <= 12):
                yield match

    def _named(self, inside: str) -> str | None:
        for register, words in self.layout.registers:
            if any(squeeze(word) in inside for word in words):
                return register
        return None

    def register(self, inside: str) -> tuple[str, str]:
        """The register that the words in a bracket name, and the number of the item."""
        code = _CODE.search(inside)
        return self._named(squeeze(inside)) or self.layout.register_other, code[1].replace("–", "-") if code else ""

    def whole(self, text: str) -> tuple[str, str] | None:
        """A link without an item at the end of a text: its words and its register."""
        for whole in self.layout.register_whole:
            form = r"\s*".join(map(re.escape, squeeze(whole)))
            match = re.search(rf"{form}\s*$", text)
            if match:
                return match.group().strip(), self._named(squeeze(whole)) or self.layout.register_other
        return None


class _Reader:
    """Splits an entry into its title and its links; titles of links that stand beside several tasks are evidence."""

    def __init__(self, titles: Mapping[str, str], layout: Layout, words: Words, entries: Sequence[Entry]) -> None:
        self.titles, self.words = titles, words
        self.brackets = Brackets(layout)
        self.tails: Counter[str] = Counter()
        for entry in entries:
            text = _text(entry)
            self.tails.update(set(_tails(squeeze(text[: self._first_start(text)]))))

    def split(self, entry: Entry) -> tuple[Titled, list[Link]]:
        text = _text(entry)
        brackets = list(self.brackets.find(text))
        whole = self.brackets.whole(text) if not brackets and entry.code.count("-") == 2 else None
        if whole:
            place = text.rindex(whole[0])
            title = Titled(entry.code, self._healed(entry, text, 0, place), entry.lines[0].number)
            written = " ".join(whole[0].split())
            return title, [Link(entry.code, whole[1], "", "", written, _line_at(entry, text, place))]
        if not brackets:
            return Titled(entry.code, self._healed(entry, text, 0, len(text)), entry.lines[0].number), []
        begin = self._title_end(entry, text, brackets[0].start())
        title = Titled(entry.code, self._healed(entry, text, 0, begin), entry.lines[0].number)
        links: list[Link] = []
        for bracket in brackets:
            register, code = self.brackets.register(bracket[1])
            start = begin + len(text[begin:]) - len(text[begin:].lstrip())
            name = self._healed(entry, text, start, bracket.start())
            written = " ".join(bracket[1].split())
            links.append(Link(entry.code, register, code, name, written, _line_at(entry, text, start)))
            begin = bracket.end()
        return title, links

    def _first_start(self, text: str) -> int:
        first = next(self.brackets.find(text), None)
        return first.start() if first else 0

    def _title_end(self, entry: Entry, text: str, limit: int) -> int:
        """Where the title ends and the title of the first link begins.

        The better the words before agree with the title in the body, the better; an end of a line helps, and most of all
        that the words behind stand beside another task too and would not with one more word.
        """
        wanted = self.titles.get(entry.code, "")
        best, at_best, shared_before = -1.0, 0, 1
        for place in [match.end() for match in re.finditer(r"\s+", text[: min(limit, _LONGEST_TITLE)])]:
            fit = likeness(text[:place], wanted)
            if bare(text[:place]) == bare(wanted):
                fit += 0.5
            if text[place - 1] == "\n":
                fit += 0.05 + 0.05 * _gap_at(entry, text, place)
            shared = self.tails[squeeze(text[place:limit])]
            if shared > shared_before:
                fit += 0.4
                shared_before = shared
            if fit > best:
                best, at_best = fit, place
        return at_best

    def _healed(self, entry: Entry, text: str, start: int, end: int) -> str:
        pieces: list[tuple[str, bool]] = []
        offset = 0
        for line, piece in zip(entry.lines, text.split("\n"), strict=True):
            low, high = max(start, offset), min(end, offset + len(piece))
            if low < high and text[low:high].strip():
                pieces.append((text[low:high], line.open_end or text[high - 1].isspace()))
            offset += len(piece) + 1
        return heal_texts(pieces, self.words)


def _text(entry: Entry) -> str:
    return "\n".join(line.text for line in entry.lines)


def _line_at(entry: Entry, text: str, place: int) -> int:
    return entry.lines[text.count("\n", 0, place)].number


def _gap_at(entry: Entry, text: str, place: int) -> bool:
    return entry.lines[text.count("\n", 0, place)].gap


def _tails(text: str) -> Iterator[str]:
    """Ends of a text long enough to be a title with its bracket."""
    for start in range(max(0, len(text) - 60), max(0, len(text) - 5)):
        yield text[start:]
