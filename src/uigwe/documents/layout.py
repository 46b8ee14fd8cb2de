"""How the text of a plan is laid out, as data: the words of headings and table heads that a year's forms use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any


def squeeze(text: str) -> str:
    """Text without white space: how wordings are compared."""
    return "".join(text.split())


_MARKS = re.compile(r"[\s·․‧･ㆍ∙•,.<>｢｣「」『』()\[\]‘’'`´′“”\"]+")


def bare(text: str) -> str:
    """Text without spaces, dots, commas and brackets: `< 전략목표 및 …․체계 >` and `전략목표 및 … 체계` are one."""
    return _MARKS.sub("", text)


class LayoutProblem(ValueError):
    """The layout file lacks something the reader needs. `key` is what."""

    def __init__(self, key: str) -> None:
        super().__init__(f"the layout has no '{key}'")
        self.key = key


@dataclass(frozen=True)
class Layout:
    """The words of one year's form. Built by `read_layout`; nothing about a ministry or a year is in the program itself."""

    name: str
    title: str
    chapters: Mapping[str, tuple[str, ...]]
    annexes: Mapping[str, tuple[str, ...]]
    levels: Mapping[str, tuple[str, ...]]
    headings: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Any]
    annex_tables: Mapping[str, Any]
    mission: tuple[str, ...]
    vision: tuple[str, ...]
    indicator: tuple[str, ...]
    nature: tuple[str, ...]
    quantification: tuple[str, ...]
    kind_columns: tuple[str, ...]
    units: frozenset[str]
    name_units: tuple[str, ...]
    unit_label: tuple[str, ...]
    unit_endings: tuple[str, ...]
    name_marks: tuple[str, ...]
    down: tuple[str, ...]
    new: tuple[str, ...]
    provisional: tuple[str, ...]
    provisional_note: str
    quarters: tuple[tuple[str, int], ...]
    when_words: tuple[str, ...]
    note_words: tuple[str, ...]
    accounts: tuple[str, ...]
    account_endings: tuple[str, ...]
    registers: tuple[tuple[str, tuple[str, ...]], ...]
    register_other: str
    register_whole: tuple[str, ...]
    beneficiary: tuple[str, ...]
    stakeholder: tuple[str, ...]
    law_endings: tuple[str, ...]
    law_labels: tuple[str, ...]
    particles: tuple[str, ...]
    open_words: tuple[str, ...]
    nobody: tuple[str, ...]
    et_cetera: tuple[str, ...]
    and_words: tuple[str, ...]
    group_endings: tuple[str, ...]
    deed_endings: tuple[str, ...]
    about_endings: tuple[str, ...]
    bracket_joints: tuple[str, ...]
    place_endings: tuple[str, ...]
    halves: tuple[str, ...]
    not_laws: tuple[str, ...]
    page_number: re.Pattern[str]

    def is_heading(self, name: str, text: str) -> bool:
        """Whether `text` is one of the wordings of the heading `name`; spacing, dots and words for "and" aside."""
        return self._plainly(text) in self._headings[name]

    @cached_property
    def milestone_beginnings(self) -> frozenset[str]:
        """What the head of a table of milestones may begin with, when its cells stand on lines of their own."""
        return frozenset(head[:size] for head in self.milestone_heads for size in range(1, len(head) + 1))

    @cached_property
    def _headings(self) -> Mapping[str, frozenset[str]]:
        return {name: frozenset(map(self._plainly, words)) for name, words in self.headings.items()}

    def _plainly(self, text: str) -> str:
        plain = bare(text)
        for word in self.and_words:
            plain = plain.replace(word, "")
        return plain

    @cached_property
    def milestone_heads(self) -> frozenset[str]:
        """The heads of tables of milestones as one word each, also without their first or their last cell."""
        rows = [str(row).split() for row in self.tables["milestones"]]
        cuts = [cut for row in rows for cut in (row, row[1:], row[:-1]) if len(cut) >= len(row) - 1 > 1]
        return frozenset(bare("".join(cut)) for cut in cuts)

    def has(self, words: Iterable[str], text: str) -> bool:
        """Whether one of the words stands in the text, spacing and dots aside."""
        plain = bare(text)
        return any(bare(word) in plain for word in words)


_NEEDED = (
    "title", "chapters", "annexes", "levels", "headings", "tables", "annex_tables", "mission", "vision", "indicator",
    "nature", "quantification", "kind_columns", "units", "quarters", "when_words", "accounts", "registers",
    "beneficiary", "stakeholder",
)  # fmt: skip


def read_layout(tree: Mapping[str, Any]) -> Layout:
    """The layout held by a parsed YAML file. Raises `LayoutProblem` naming what is missing."""
    for key in _NEEDED:
        if not tree.get(key):
            raise LayoutProblem(key)
    given: dict[str, Any] = {name: _lists(tree[name]) for name in ("chapters", "annexes", "levels", "headings")}
    given |= {name: _words(tree, name) for name in _WORD_LISTS}
    return Layout(
        name=str(tree.get("layout", "")),
        title=str(tree["title"]),
        **given,
        tables={**tree["tables"], "milestones": _milestones(tree["tables"])},
        annex_tables=tree["annex_tables"],
        units=frozenset(_words(tree, "units")),
        provisional_note=str(tree.get("provisional_note", "")),
        quarters=_quarters(tree["quarters"]),
        registers=tuple((str(name), tuple(words)) for name, words in tree["registers"].items()),
        register_other=str(tree.get("register_other", "")),
        page_number=_page_number(str(tree.get("noise", {}).get("page_number", "- #... -"))),
    )


_WORD_LISTS = (
    "mission", "vision", "indicator", "nature", "quantification", "kind_columns", "name_units", "unit_label", "unit_endings", "name_marks", "down",
    "new", "provisional", "when_words", "note_words", "accounts", "account_endings", "register_whole", "beneficiary",
    "stakeholder", "law_endings", "law_labels", "particles", "open_words",
    "nobody", "et_cetera", "and_words", "group_endings", "deed_endings", "about_endings", "bracket_joints", "place_endings",
    "halves", "not_laws",
)  # fmt: skip


def _words(tree: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(str(word) for word in tree.get(key) or ())


def _lists(tree: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {str(name): tuple(str(word) for word in words) for name, words in tree.items()}


def _quarters(tree: Mapping[Any, Any]) -> tuple[tuple[str, int], ...]:
    """Labels with their quarter, the longest first so that `1/4분기` is tried before `4분기`."""
    labels = [(squeeze(str(label)), int(quarter)) for quarter, words in tree.items() for label in words]
    return tuple(sorted(labels, key=lambda pair: -len(pair[0])))


def _milestones(tables: Mapping[str, Any]) -> list[str]:
    """The heads of tables of milestones: those that are written out, and every choice of a word for each column."""
    columns = [[str(word) for word in words] for words in tables.get("milestone_columns") or ()]
    chosen = [" ".join(row) for row in product(*columns)] if columns else []
    return [*map(str, tables["milestones"]), *chosen]


def _page_number(form: str) -> re.Pattern[str]:
    escaped = re.escape(form).replace(r"\#\.\.\.", "#").replace(r"\ ", r"\s*").replace(r"\-", "[-–—−]")
    return re.compile(rf"\s*{escaped.replace('#', chr(92) + 'd{1,4}')}\s*")
