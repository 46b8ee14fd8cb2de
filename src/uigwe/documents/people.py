"""Whom a task serves and whom it concerns: the two lists below `수혜자 및 이해관계집단`, taken apart into groups and bodies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uigwe.documents.entries import Listed, below, listed
from uigwe.documents.healing import Words
from uigwe.documents.layout import Layout, bare, squeeze
from uigwe.documents.lines import Line

_LABEL = re.compile(r"^\(([^()]{2,12})\)\s*")
_GROUP = re.compile(r"^([^()]*?)\s*\(([^()]+)\)$")
_NOTE = 60


@dataclass(frozen=True, slots=True)
class Concerned:
    """One group or body: its role, its name as printed, what it does, the line."""

    role: str
    name: str
    note: str
    line: int


def read_people(lines: Sequence[Line], layout: Layout, words: Words) -> list[Concerned]:
    """Beneficiaries and stakeholders of one task, one for each distinct name."""
    found: list[Concerned] = []
    for _, body in below(lines, "people", layout):
        role = ""
        entries = listed(_with_tail(lines, body, layout), words, layout)
        for at, entry in enumerate(entries):
            label = _LABEL.match(entry.text)
            role = _role(label[1], layout) or role if label else role
            if not role or entry.mark == "*" or _has_details(entries, at):
                continue
            text = entry.text[label.end() :] if label else entry.text
            found += _named(role, text, entry.line, layout)
    return list({(one.role, squeeze(one.name)): one for one in reversed(found)}.values())[::-1]


def _with_tail(lines: Sequence[Line], body: Sequence[Line], layout: Layout) -> list[Line]:
    """The list, and an entry of it that stands behind a table which slipped in between."""
    numbers = {line.number for line in body}
    known = (*layout.beneficiary, *layout.stakeholder)
    kept: list[Line] = []
    cut = False
    for line in body:
        match = re.match(r"^[ㅇ○◦]\s*\(([^()]{2,12})\)", line.text)
        labelled = bool(match) and any(squeeze(word) == squeeze(match[1]) for word in known) if match else False
        if bare(line.text) in layout.milestone_heads:
            cut = True
        cut = cut and not labelled
        if not cut and line.number in numbers:
            kept.append(line)
    return kept


def _has_details(entries: Sequence[Listed], at: int) -> bool:
    """Whether the entry only announces the ones below it (`- 기관 : 하는 일`)."""
    return (
        entries[at].mark == "ㅇ"
        and at + 1 < len(entries)
        and entries[at + 1].mark == "-"
        and ":" in entries[at + 1].text
    )


def _role(label: str, layout: Layout) -> str:
    plain = squeeze(label)
    if plain in {squeeze(word) for word in layout.beneficiary}:
        return "beneficiary"
    return "stakeholder" if plain in {squeeze(word) for word in layout.stakeholder} else ""


def _named(role: str, text: str, line: int, layout: Layout) -> Iterator[Concerned]:
    if squeeze(text).startswith(tuple(squeeze(word) for word in layout.nobody)):
        return
    names, _, note = _colon(text)
    if note and names.rstrip().endswith(layout.about_endings):
        for name in _pieces(note, layout):
            yield Concerned(role, _trimmed(name, layout), _short(names.strip()), line)
        return
    if note:
        for name in _pieces(names, layout):
            yield Concerned(role, _trimmed(name, layout), _short(note), line)
        return
    waiting: list[tuple[str, str]] = []
    for piece in _pieces(text, layout):
        for name, own, of_all in _taken_apart(piece, layout, bool(waiting)):
            waiting.append((name, own))
            if of_all:
                waiting = [(one, said or of_all) for one, said in waiting]
                yield from _concerned(role, waiting, line)
                waiting = []
    yield from _concerned(role, waiting, line)


def _concerned(role: str, waiting: Sequence[tuple[str, str]], line: int) -> Iterator[Concerned]:
    yield from (Concerned(role, name, _short(note), line) for name, note in waiting if name)


def _pieces(text: str, layout: Layout) -> list[str]:
    """The text cut at commas, and behind a bracket at `및`; never inside a bracket."""
    pieces, depth = [""], 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += sign
    joints = "|".join(map(re.escape, layout.bracket_joints))
    return [part.strip() for piece in pieces for part in re.split(rf"(?<=\))\s*(?:{joints})\s+", piece) if part.strip()]


def _colon(text: str) -> tuple[str, str, str]:
    """`기관 : 하는 일` as two; a colon inside brackets is none."""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign == ":" and depth == 0:
            return text[:at], ":", text[at + 1 :].strip()
    return text, "", ""


def _taken_apart(piece: str, layout: Layout, listed_before: bool) -> Iterator[tuple[str, str, str]]:
    """Name, its own note, and a note for all names since the last such note: `가, 나 등 지원기관`."""
    et_cetera = rf"\s(?:{'|'.join(map(re.escape, layout.et_cetera))})"
    group = _GROUP.match(piece)
    if group and group[1].endswith((*layout.group_endings, *layout.deed_endings)):
        for part in group[2].split(","):
            for name in _both(_trimmed(part, layout), layout):
                yield name, group[1], ""
        return
    parted = re.match(rf"^(\S.*?){et_cetera}\s(\S.*)$", piece)
    if parted and (listed_before or parted[2].endswith(layout.group_endings)):
        names = _both(parted[1], layout)
        for at, name in enumerate(names):
            yield _trimmed(name, layout), "", parted[2] if at + 1 == len(names) else ""
        return
    if group and not re.search(r"[,·ㆍ․]", group[2]) and group[1]:
        yield _trimmed(group[1], layout), group[2], ""
        return
    for name in _both(piece, layout):
        yield _trimmed(name, layout), "", ""


def _both(text: str, layout: Layout) -> list[str]:
    """Two single words joined by `및` are two; long words joined by dots are several."""
    for word in layout.and_words:
        pair = re.match(rf"^(\S+)\s{re.escape(word)}\s(\S+(?:\s\S+)?)$", text)
        # `가시장 및 나상가 상인`: places do not stand for people; the last word goes with both.
        if pair and not (" " in pair[2] and pair[1].endswith(layout.place_endings)):
            return [pair[1], pair[2]]
    dotted = re.split(r"[·ㆍ․⋅]", text)
    whole = len(dotted) > 1 and "(" not in text and " " not in dotted[0] and all(len(part) > 1 for part in dotted)
    return dotted if whole and not set(dotted) & set(layout.halves) else [text]


def _trimmed(name: str, layout: Layout) -> str:
    name = name.strip(" *.")
    for word in layout.et_cetera:
        name = re.sub(rf"\s*(?<=[\s\w)]){re.escape(word)}$", "", name) if name.endswith(f" {word}") else name
    return name.strip()


def _short(note: str) -> str:
    return note if len(note) <= _NOTE else note[: _NOTE - 1].rstrip() + "…"
