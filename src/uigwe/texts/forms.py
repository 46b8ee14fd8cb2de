"""The words of forms: heads of columns as they are printed and as people rewrite them, and the words that stand for values in cells."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from uigwe.texts.pages import LANGUAGES, sentences
from uigwe.texts.particles import fill
from uigwe.texts.say import tell

# Columns whose cells show a word of ours for a value: by the name of the column, the first part of the keys of its words.
WORDED = {"quarter": "quarter", "state": "state", "finality": "finality", "level": "level", "counting": "counting"}
_YEAR = re.compile(r"(?:20)?(\d\d)(?=\D|$)")
_NEARLY, _BEGINS, _WHOLE = 0.74, 0.8, 3


def form_label(key: str, language: str = "ko", **facts: object) -> str:
    """A word or sentence of the forms."""
    return fill(sentences("forms", language)[key]["what"], {name: str(value) for name, value in facts.items()})


def head_of(section: str, column: str, language: str = "ko") -> str:
    """The head of a column: `’22 실적` for `actual.2022`."""
    name, _, year = column.partition(".")
    template = sentences("forms", language)[f"col-{section}-{name}"]["what"]
    return fill(template, {"year": year[-2:] if "’" in template else year})


def word_in(column: str, value: str, language: str = "ko") -> str:
    """A value as a cell of this column shows it; what has no word of ours is shown as it is."""
    known = sentences("forms", language)
    entry = known.get(f"{WORDED[column]}-{value}") if column in WORDED else None
    return entry["what"] if entry else value


def words_of(column: str, language: str = "ko") -> tuple[str, ...]:
    """The words that a cell of this column may hold, in their order."""
    first = f"{WORDED[column]}-"
    return tuple(entry["what"] for key, entry in sentences("forms", language).items() if key.startswith(first))


def value_of(column: str, text: str) -> str:
    """The value that a word in a cell stands for, in whatever language it was written; other words come back as they are."""
    return _values(WORDED[column]).get(_squeezed(text), text) if column in WORDED else text


@lru_cache(maxsize=8)
def _values(first: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for key, entry in sentences("forms", language).items():
            if key.startswith(f"{first}-"):
                for word in _spellings(entry):
                    found.setdefault(_squeezed(word), key.removeprefix(f"{first}-"))
    return found


def _spellings(entry: object) -> Iterator[str]:
    if isinstance(entry, dict):
        yield str(entry["what"])
        yield from str(entry.get("also", "")).split("|") if entry.get("also") else ()


def _squeezed(text: str) -> str:
    return re.sub(r"[\s·/()\[\]:.,‧ㆍ…_\-]", "", text).lower() or text.strip()


def tell_note(reason: str, facts: Mapping[str, str], language: str = "ko") -> str:
    """What has to be said of a returned form, as a sentence or two with its place."""
    told = dict(facts)
    told["at"] = f" ({facts['at']})" if facts.get("at") else ""
    if "section" in facts:
        told["table"] = form_label(f"table-{facts['section']}", language)
        told["head"] = head_of(facts["section"], facts["name"], language) if "name" in facts else ""
    return tell("forms", reason, {**told, "place": place_of(facts, language)}, language)


def place_of(facts: Mapping[str, str], language: str = "ko") -> str:
    """Where in a file something stands, in short; empty where it stands nowhere."""
    if "sheet" in facts:
        return form_label("place-sheet", language, **{name: facts[name] for name in ("sheet", "row", "column")})
    if "table" in facts and "row" in facts:
        return form_label("place-table", language, **{name: facts[name] for name in ("table", "row", "column")})
    line = facts.get("line", "0")
    return form_label("place-text", language, line=line) if line != "0" else ""


def section_of(heads: tuple[str, ...]) -> tuple[str, dict[int, str]]:
    """Which table has these heads, and which column stands where; an empty name when they are not heads of ours.

    A head counts when it is one of ours, or nearly; a table counts when at least two heads and half of all written are its.
    """
    best: tuple[float, str, dict[int, str]] = (0, "", {})
    written = sum(1 for head in heads if head.strip())
    for section in _sections():
        found = _matched(heads, section)
        named = {at: column for at, (column, _) in found.items()}
        own = sum(score for column, score in found.values() if column != "key")
        if len(named) >= 2 and 2 * len(named) >= written and own > best[0]:
            best = (own, section, named)
    return best[1], best[2]


def _matched(heads: tuple[str, ...], section: str) -> dict[int, tuple[str, float]]:
    """The column of each head, and how sure that is; heads that nobody knows are left out."""
    found: dict[int, tuple[str, float]] = {}
    for at, head in enumerate(heads):
        year = _YEAR.search(head)
        plain = _pattern(head)
        if not plain:
            continue
        score, column = _nearest(plain, section)
        if score >= _NEARLY:
            dated = column in ("actual", "amount") and year is not None
            found[at] = (f"{column}.20{year[1]}" if dated and year else column, score)
    best: dict[str, float] = {}
    for column, score in found.values():
        best[column] = max(score, best.get(column, 0.0))
    # Of two heads that are like one of ours, the one that is less like it is somebody's own column.
    return {at: (column, score) for at, (column, score) in found.items() if score == best[column]}


@lru_cache(maxsize=2_048)
def _nearest(plain: str, section: str) -> tuple[float, str]:
    """The column whose head is most like this one, and how much; the same heads stand in form after form."""
    return max((_likeness(plain, word), column) for word, column in _words(section))


def _likeness(one: str, other: str) -> float:
    """How much one head is like another; nothing where it is not even nearly the other."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) >= _WHOLE and (one.startswith(other) or other.startswith(one)):
        return _BEGINS
    # No more letters agree than are found in both; most heads differ so much that nothing need be aligned.
    enough = _NEARLY * (len(one) + len(other)) / 2
    if abs(len(one) - len(other)) >= 12 or sum(map(other.__contains__, one)) < enough:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _pattern(text: str) -> str:
    """A head without spaces and signs, its year as one sign."""
    return _YEAR.sub("#", re.sub(r"[\s’‘'`´·/()\[\]:.,‧ㆍ…_*※\-]", "", text)).lower()


@lru_cache(maxsize=1)
def _sections() -> tuple[str, ...]:
    keys = (key.split("-") for key in sentences("forms") if key.startswith("col-") and key.count("-") == 2)
    return tuple(dict.fromkeys(section for _, section, _ in keys))


@lru_cache(maxsize=16)
def _words(section: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for language in LANGUAGES:
        known = sentences("forms", language)
        for key, entry in known.items():
            if key == "col-key" or key.startswith(f"col-{section}-"):
                column = key.rpartition("-")[2]
                found += [(_pattern(word.replace("{year}", "2000")), column) for word in _spellings(entry)]
    return tuple(dict.fromkeys(found))
