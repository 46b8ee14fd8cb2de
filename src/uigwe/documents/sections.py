"""The document cut into sections: front, strategic goals, performance goals, tasks, and the two annexes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from uigwe.documents.codes import ANY_CIRCLED, GOAL_CODE, ROMAN, TASK_CODE, code_of, numeral, roman
from uigwe.documents.layout import Layout, bare, squeeze
from uigwe.documents.lines import Line

_PARAGRAPH = re.compile(r"^\(\s*\d{1,2}\s*\)")
_BULLET = re.compile(r"^[□■◇◆○◦ㅇ※*▪•·\-–<]")
_LOOK_AHEAD = 8
_TITLE_LINES = 5


class Kind(StrEnum):
    """What a section is about."""

    FRONT = "front"
    COVER = "cover"  # the page of a strategic goal with its direction and the system table
    STRATEGIC = "strategic"
    GOAL = "goal"
    TASK = "task"
    FOLLOW_UP = "follow-up"
    INDICATORS = "annex-indicators"
    LINKS = "annex-links"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of lines under one head. `title` holds the lines of the title as pieces, without the code; `line` is the head's."""

    kind: Kind
    code: str
    title: tuple[tuple[str, bool], ...]
    line: int
    title_line: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    kind: Kind
    code: str
    title: tuple[tuple[str, bool], ...]
    at: int
    body: int
    title_line: int


def cut(lines: Sequence[Line], layout: Layout) -> tuple[Section, ...]:
    """All sections in order. The front is always the first, even when it is empty."""
    heads = list(_heads(lines, layout))
    starts = [head.at for head in heads] + [len(lines)]
    sections = [Section(Kind.FRONT, "", (), 1, 1, tuple(lines[: starts[0]]))]
    for head, end in zip(heads, starts[1:], strict=True):
        body = tuple(lines[head.body : end])
        sections.append(Section(head.kind, head.code, head.title, lines[head.at].number, head.title_line, body))
    return tuple(sections)


def _heads(lines: Sequence[Line], layout: Layout) -> Sequence[_Head]:
    finder = _Finder(lines, layout)
    finder.mark_tasks()
    at = 0
    while at < len(lines):
        head = finder.head(at)
        if head:
            finder.found.append(head)
            at = max(head.body, at + 1)
        else:
            at += 1
    return finder.found


class _Finder:
    """Looks for heads from top to bottom; what was found before says what may come."""

    def __init__(self, lines: Sequence[Line], layout: Layout) -> None:
        self.lines, self.layout = lines, layout
        self.found: list[_Head] = []
        self.strategic = 0
        self.marked: set[str] = set()
        names = "|".join(re.escape(bare(word)) for word in layout.levels["strategic"])
        self._strategic = re.compile(rf"^(?:{names})([{ROMAN}]|\d{{1,2}})?[.:]?(.*)$")
        names = "|".join(r"\s*".join(bare(word)) for word in layout.levels["goal"])
        self._goal = re.compile(rf"^(?:{names})\s*{GOAL_CODE}[.:]?\s*(.*)$")

    def head(self, at: int) -> _Head | None:
        """The head that begins at this line, if any."""
        line = self.lines[at]
        first = line.text[0]
        if first in "□■◇◆○◦ㅇ※*▪•" or len(line.text) > 200:
            return None
        return (
            self._annex(at)
            or self._follow_up(at)
            or self._strategic_head(at)
            or self._goal_head(at)
            or self._task_head(at)
        )

    def _annex(self, at: int) -> _Head | None:
        text = bare(self.lines[at].text)
        if not text.startswith(tuple(bare(word) for word in self.layout.annexes["words"])):
            return None
        for kind, name in ((Kind.LINKS, "links"), (Kind.INDICATORS, "indicators")):
            if any(text.endswith(bare(word)) for word in self.layout.annexes[name]):
                return _Head(kind, "", (), at, at + 1, self.lines[at].number)
        return None

    def _follow_up(self, at: int) -> _Head | None:
        line = self.lines[at]
        if line.text[0] not in ROMAN or not self.found:
            return None
        text = bare(line.text[1:])
        if any(text == bare(word) for word in self.layout.chapters["follow_up"]):
            return _Head(Kind.FOLLOW_UP, "", (), at, at + 1, line.number)
        return None

    def _strategic_head(self, at: int) -> _Head | None:
        match = self._strategic.match(squeeze(self.lines[at].text))
        if not match:
            return None
        end, kind = self._strategic_end(at)
        if kind is None:
            return None
        number = numeral(match[1]) if match[1] else None
        if number is None:
            number = self.strategic + (kind is Kind.COVER or not self.strategic)
        if not 1 <= number <= len(ROMAN):
            return None
        self.strategic = number
        own = self.lines[at].text
        rest = _after(own, len(self._strategic.match(squeeze(own))[0]) - len(match[2]))  # type: ignore[index]
        return self._with_title(kind, roman(number), at, end, rest)

    def _strategic_end(self, at: int) -> tuple[int, Kind | None]:
        """Where the title ends and what follows: its direction (a cover page) or its contents (the goal's own section)."""
        for ahead in range(at + 1, min(at + _LOOK_AHEAD, len(self.lines))):
            text = self.lines[ahead].text
            if self.layout.is_heading("direction", text):
                return ahead, Kind.COVER
            if _PARAGRAPH.match(text):
                known = self.layout.is_heading("contents", _PARAGRAPH.sub("", text))
                return (ahead, Kind.STRATEGIC) if known else (at, None)
            if _BULLET.match(text):
                return at, None
        return at, None

    def _goal_head(self, at: int) -> _Head | None:
        match = self._goal.match(self.lines[at].text)
        code = code_of(match[1], match[2]) if match else None
        if not match or not code:
            return None
        end = next(
            (
                ahead
                for ahead in range(at + 1, min(at + _LOOK_AHEAD, len(self.lines)))
                if _PARAGRAPH.match(self.lines[ahead].text) or _BULLET.match(self.lines[ahead].text)
            ),
            None,
        )
        if end is None or (end > at + 1 and not _PARAGRAPH.match(self.lines[end].text)):
            return None
        return self._with_title(Kind.GOAL, code, at, end, match[3])

    def _with_title(self, kind: Kind, code: str, at: int, end: int, rest: str) -> _Head:
        pieces = [(rest, self.lines[at].open_end)] if rest.strip() else []
        end = min(end, at + _TITLE_LINES)
        pieces += [(line.text, line.open_end) for line in self.lines[at + 1 : end]]
        first = self.lines[at] if rest.strip() or end == at + 1 else self.lines[at + 1]
        return _Head(kind, code, tuple(pieces), at, end, first.number)

    def mark_tasks(self) -> None:
        """Notes the tasks whose heads stand where heads stand; for others a line that merely looks like a head will do."""
        for at in range(len(self.lines)):
            coded = self._coded(at)
            if coded and self._stands_as_head(at, coded[0]):
                self.marked.add(coded[1])

    def _coded(self, at: int) -> tuple[int, str, re.Match[str]] | None:
        """How many lines from here make a title that ends in the code of a task."""
        if _BULLET.match(self.lines[at].text) or _PARAGRAPH.match(self.lines[at].text):
            return None
        if self.lines[at].text[0] in ANY_CIRCLED:
            return None
        for size in (1, 2, 3):
            if at + size > len(self.lines):
                return None
            last = self.lines[at + size - 1]
            if size > 1 and (_BULLET.match(last.text) or last.page or _PARAGRAPH.match(last.text)):
                return None
            match = TASK_CODE.search(last.text)
            code = code_of(*match.groups()) if match else None
            if match and code:
                return size, code, match
        return None

    def _stands_as_head(self, at: int, size: int) -> bool:
        """On a new page or right below the heading of the tasks, and with a box below it."""
        follows = at + size >= len(self.lines) or self.lines[at + size].text[0] in "□■○◦ㅇ<"
        below = at > 0 and bool(_PARAGRAPH.match(self.lines[at - 1].text))
        return follows and (self.lines[at].page or below or (size == 1 and self.lines[at].gap))

    def _task_head(self, at: int) -> _Head | None:
        coded = self._coded(at)
        if not coded:
            return None
        size, code, match = coded
        weak = size == 1 and code not in self.marked and at + 1 < len(self.lines) and self.lines[at + 1].text[0] in "□■"
        if not weak and not self._stands_as_head(at, size):
            return None
        pieces = [(line.text, line.open_end) for line in self.lines[at : at + size - 1]]
        pieces.append((self.lines[at + size - 1].text[: match.start()], True))
        return _Head(Kind.TASK, code, tuple(pieces), at, at + size, self.lines[at].number)


def _after(text: str, count: int) -> str:
    """What follows the first `count` visible signs."""
    seen = 0
    for index, sign in enumerate(text):
        if seen == count:
            return text[index:].strip()
        seen += not sign.isspace()
    return ""
