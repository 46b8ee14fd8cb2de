"""The milestones of a task: rows of a table whose quarter labels, texts and times stand in reading order, sometimes torn apart."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from uigwe.documents.healing import Words, heal_texts
from uigwe.documents.layout import Layout, bare, squeeze
from uigwe.documents.lines import Line
from uigwe.documents.whens import Ending, Endings
from uigwe.values import When, read_when

_BULLET = re.compile(r"^(?:[◦ㅇ○●•·․‧･ㆍ∙▪□■※⁕*+]|[-–](?=\s))\s*")
_ROW_BULLET = re.compile(r"^(?:[◦ㅇ○●•·․‧･ㆍ∙▪]|[-–](?=\s))")
# A head may stand on one line, or each of its cells on a line of its own.
_HEAD_LINES = 8
_FOOT = ("*", "※", "(", "→", "-")
_STOP = re.compile(r"^(?:□|■|<|\(\s*\d{1,2}\s*\))")


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone as printed. `sure` is False when its text, time or quarter was a choice between readings."""

    quarter: int
    text: str
    when: str
    note: str
    line: int
    time: When
    doubt: str = ""


@dataclass
class MilestoneTable:
    """The milestones of one task and the numbers of the lines they were read from."""

    steps: list[Step] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    found: bool = False


class Endwords:
    """How milestones end in this document (`수립`, `개최`, `선정`): a line that ends so is a whole milestone."""

    def __init__(self, sections: Iterable[Sequence[Line]], layout: Layout) -> None:
        endings = Endings(layout)
        seen: Counter[str] = Counter()
        for lines in sections:
            for region in _regions(lines, layout, endings):
                for line in region:
                    ending = endings.take(line.text)
                    if ending.when and len(ending.text) > 4:
                        seen[ending.text[-2:]] += 1
        self._known = {end for end, count in seen.items() if count > 2}

    def complete(self, text: str) -> bool:
        """Whether the text ends as milestones do."""
        return text.rstrip(" )")[-2:] in self._known or text[-2:] in self._known


def read_milestones(
    lines: Sequence[Line], layout: Layout, words: Words, year: int, endwords: Endwords
) -> MilestoneTable:
    """The milestones among the lines of a task; tables that go on elsewhere on the next page are put together."""
    endings = Endings(layout)
    table = MilestoneTable()
    quarter = 0
    for region in _regions(lines, layout, endings):
        table.found = True
        reader = _Reader(layout, words, year, endwords, endings, quarter, region)
        table.steps += reader.read()
        quarter = reader.quarter
        table.used.update(line.number for line in region)
    return table


def _regions(lines: Sequence[Line], layout: Layout, endings: Endings) -> Iterator[list[Line]]:
    at = 0
    while at < len(lines):
        size = _head_size(lines, at, layout)
        if not size:
            at += 1
            continue
        begin = at + size
        end = _region_end(lines, begin, layout, endings)
        yield list(lines[begin:end])
        if end < len(lines) and lines[end].page and end > begin:
            yield from _continued(lines, end, layout, endings)
        at = max(end, begin)


def _head_size(lines: Sequence[Line], at: int, layout: Layout) -> int:
    """How many lines from here make the head of a table, cell by cell or in one; 0 when they make none."""
    told, found = "", 0
    for size, line in enumerate(lines[at : at + _HEAD_LINES], start=1):
        told += bare(line.text)
        if told not in layout.milestone_beginnings:
            break
        if told in layout.milestone_heads:
            found = size
    return found


def _region_end(lines: Sequence[Line], start: int, layout: Layout, endings: Endings) -> int:
    for at in range(start, len(lines)):
        text = lines[at].text
        if _STOP.match(text) and not endings.take(text).when:
            return at
        if at > start and lines[at].page and not _goes_on(lines, at, layout, endings):
            return at
        if layout.has(layout.tables["budget"][:1], text) and not endings.take(text).when:
            return at
    return len(lines)


def _goes_on(lines: Sequence[Line], at: int, layout: Layout, endings: Endings) -> bool:
    """Whether a page begins with more rows: a time or a quarter within its first lines, before any heading."""
    for line in lines[at : at + 3]:
        if _STOP.match(line.text):
            return False
        if endings.take(line.text).when or _label_only(line.text, layout):
            return True
    return False


def _continued(lines: Sequence[Line], start: int, layout: Layout, endings: Endings) -> Iterator[list[Line]]:
    """Rows that the next page prints behind its other text: from the first dated line without a bullet to the end of that page."""
    end = next((at for at in range(start + 1, len(lines)) if lines[at].page), len(lines))
    if any(bare(line.text) in layout.milestone_heads for line in lines[start:end]):
        return
    for at in range(start, end):
        text = lines[at].text
        is_label = bool(_label_only(text, layout))
        if not (is_label or (endings.is_dated(text) and not _BULLET.match(text) and endings.take(text).text)):
            continue
        rest = list(lines[at:end])
        rows = sum(1 for line in rest if endings.take(line.text).when or _label_only(line.text, layout))
        if rows >= 2 and rows * 2 >= len(rest) and not any(_STOP.match(line.text) for line in rest):
            yield rest
            return


def _label_only(text: str, layout: Layout) -> int | None:
    """The quarter when the line holds nothing but its label; -1 for a lone tilde between two labels."""
    plain = squeeze(text)
    if plain in ("~", "∼", "～"):
        return -1
    for label, quarter in layout.quarters:
        if plain.strip("~∼～") == label:
            return quarter
    return None


@dataclass
class _Item:
    """A line of the table without its label."""

    ending: Ending
    line: Line
    bullet: str


class _Reader:
    """Reads one stretch of a table from top to bottom."""

    def __init__(
        self,
        layout: Layout,
        words: Words,
        year: int,
        endwords: Endwords,
        endings: Endings,
        quarter: int,
        region: Sequence[Line],
    ) -> None:
        self.layout, self.words, self.year = layout, words, year
        self.endwords, self.endings = endwords, endings
        self.quarter = quarter
        self.region = region
        # A table that labels `1/4분기` may well have rows about `1분기`.
        slashed = any(re.match(r"[~∼]?\s*[1-4]\s*/\s*4\s*분기", line.text) for line in region)
        self.labels = [(label, of) for label, of in layout.quarters if "/" in label or not slashed or of == 0]

    def read(self) -> list[Step]:
        steps: list[Step] = []
        for quarter, items in self._blocks():
            steps += [self._step(quarter, *row) for row in self._rows(items)]
        return steps

    def _blocks(self) -> list[tuple[int, list[_Item]]]:
        """The lines by quarter. Labels stand above their rows, or in the middle of them when the first row has none."""
        blocks: list[tuple[int, list[_Item]]] = [(self.quarter, [])]
        joined = False
        for line in self.region:
            quarter, text = self._label(line.text)
            if quarter == -1:
                joined = True
                continue
            if quarter is not None:
                if joined:
                    joined = False  # `1/4분기 ~ 2/4분기`: the block counts from its first quarter
                else:
                    blocks.append((quarter, []))
                self.quarter = blocks[-1][0]
            if text:
                blocks[-1][1].append(_item(text, line, self.endings))
        return self._centred(blocks) if self._is_centred(blocks) else [block for block in blocks if block[1]]

    def _is_centred(self, blocks: Sequence[tuple[int, list[_Item]]]) -> bool:
        first = blocks[0]
        return len(blocks) > 1 and first[0] == 0 and bool(first[1]) and first[1][0].bullet not in ("-", "–")

    def _centred(self, blocks: Sequence[tuple[int, list[_Item]]]) -> list[tuple[int, list[_Item]]]:
        """Labels in the middle of their rows: between two labels the rows change over where the months do."""
        quarters = [quarter for quarter, _ in blocks[1:]]
        shared: list[list[_Item]] = [list(blocks[0][1])] + [[] for _ in quarters[1:]]
        for index, (_, items) in enumerate(blocks[1:]):
            last = index + 1 == len(quarters)
            cut = len(items) if last else self._change(items, quarters[index], quarters[index + 1])
            shared[index] += items[:cut]
            if not last:
                shared[index + 1] += items[cut:]
        return [(quarter, items) for quarter, items in zip(quarters, shared, strict=True) if items]

    def _change(self, items: Sequence[_Item], one: int, other: int) -> int:
        """After how many lines the second quarter begins, by their months; the earliest of equals that ends a row."""
        months = [self._quarter_of(item) for item in items]
        costs = []
        for cut in range(len(items) + 1):
            wrong = sum(1 for month in months[:cut] if month and month != one)
            wrong += sum(1 for month in months[cut:] if month and month != other)
            whole = cut == 0 or bool(items[cut - 1].ending.when)
            costs.append((wrong, not whole, cut))
        return min(costs)[2]

    def _quarter_of(self, item: _Item) -> int:
        if not item.ending.when:
            return 0
        time = read_when(item.ending.when, self.year)
        day = time.start or time.end
        return (day.month + 2) // 3 if day else 0

    def _label(self, text: str) -> tuple[int | None, str]:
        """The quarter a line is labelled with, and what of the line is not label."""
        if squeeze(text) in ("~", "∼", "～"):
            return -1, ""
        start = re.match(r"^[~∼～]?\s*", text)
        begin = start.end() if start else 0
        for label, quarter in self.labels:
            end = _match_squeezed(text, label, begin)
            if end is None:
                continue
            rest = text[end:]
            if quarter == 0 and rest and not (rest[0].isspace() and self.endings.take(rest).when):
                continue
            if "/" not in label and self._goes_on(quarter, rest):
                continue
            return quarter, rest.strip()
        return None, text

    def _goes_on(self, quarter: int, rest: str) -> bool:
        """Whether `1분기 조사 ’23.4월` below the label of its month's quarter is a row that begins with a quarter."""
        months = self._quarter_of(_item(rest, self.region[0], self.endings)) if rest else 0
        return 0 < quarter < months == self.quarter

    def _rows(self, items: Sequence[_Item]) -> Iterator[tuple[list[_Item], Ending, str]]:
        """Groups lines into rows: the lines of the text, the time that counts for them, and a doubt."""
        pending: list[_Item] = []
        shared: Ending | None = None
        made = 0
        for index, item in enumerate(items):
            ending = item.ending
            if ending.when and not ending.text:
                for row in self._split(pending):
                    made += 1
                    yield row, ending, ""
                if not pending and made == 0 and not any(not later.ending.when for later in items[index + 1 :]):
                    yield [item], ending, "no-text"
                pending, shared = [], ending
            elif ending.when:
                before, own = self._shared_before(pending, shared)
                for row in before:
                    made += 1
                    yield row, shared or Ending("", "", ""), ""
                made += 1
                yield [*own, item], ending, ""
                pending, shared = [], None
            else:
                pending.append(item)
        for row in self._split(pending):
            yield row, shared or Ending("", "", ""), "" if shared else "no-when"

    def _shared_before(self, pending: list[_Item], shared: Ending | None) -> tuple[list[list[_Item]], list[_Item]]:
        """Lines without a time before a line with one: rows that share the time above them, or the beginning of this row."""
        if not pending:
            return [], []
        if shared and self._is_whole(pending[-1]):
            return self._split(pending), []
        rows = self._split(pending)
        if shared:
            return rows[:-1], rows[-1]
        return [], pending

    def _is_whole(self, item: _Item) -> bool:
        return bool(item.bullet) or self.endwords.complete(item.ending.text)

    def _split(self, pending: Sequence[_Item]) -> list[list[_Item]]:
        """Lines without a time of their own as rows."""
        rows: list[list[_Item]] = []
        bulleted = bool(pending) and bool(pending[0].bullet)
        tagged = len(pending) > 1 and all(item.ending.text.startswith("(") for item in pending)
        for item in pending:
            if not rows:
                rows.append([item])
                continue
            text = item.ending.text
            if bulleted:
                new = item.bullet == pending[0].bullet
            elif tagged:
                new = True
            elif item.bullet or text.startswith(_FOOT):
                new = False
            else:
                new = self.endwords.complete(rows[-1][-1].ending.text)
            if new:
                rows.append([item])
            else:
                rows[-1].append(item)
        return rows

    def _step(self, quarter: int, items: Sequence[_Item], ending: Ending, doubt: str) -> Step:
        pieces = [(items[0].ending.text, items[0].line.open_end)]
        pieces += [(_with_bullet(item), item.line.open_end) for item in items[1:]]
        text = heal_texts(pieces, self.words)
        time = read_when(ending.when, self.year)
        if ending.when and not time.understood:
            time = When(ending.when, None, None, True) if not re.search(r"\d", ending.when) else time
        if not doubt and ending.when and not time.understood and re.search(r"\d", ending.when):
            doubt = "when-not-understood"
        return Step(quarter, text, ending.when, ending.note, items[0].line.number, time, doubt)


def _item(text: str, line: Line, endings: Endings) -> _Item:
    match = _ROW_BULLET.match(text)
    ending = endings.take(_BULLET.sub("", text, count=1) if match else text)
    return _Item(ending, line, match.group().strip() if match else "")


def _with_bullet(item: _Item) -> str:
    return f"{item.bullet} {item.ending.text}" if item.bullet else item.ending.text


def _match_squeezed(text: str, label: str, begin: int) -> int | None:
    """Where the label ends when the text begins with it, spaces aside."""
    at = begin
    for sign in label:
        while at < len(text) and text[at].isspace():
            at += 1
        if at >= len(text) or text[at] != sign:
            return None
        at += 1
    return at
