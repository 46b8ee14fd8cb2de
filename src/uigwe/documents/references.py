"""Related bodies, sites and laws that a section names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uigwe.documents.entries import BOX, below, listed
from uigwe.documents.healing import Words
from uigwe.documents.layout import Layout, squeeze
from uigwe.documents.lines import Line

_SITE = re.compile(
    r"(?:https?://)?[0-9A-Za-z가-힣][0-9A-Za-z가-힣_\-]{0,60}(?:\.[0-9A-Za-z가-힣_\-]{1,60}){0,5}\.(?:kr|com|net|org)\b"
)
_ARTICLE = r"제\s?\d{1,4}조(?:의\s?\d{1,3})?(?:\s?제\d{1,3}항)?(?:\s?제\d{1,3}호)?"
_LISTED = rf"{_ARTICLE}(?:\s*[,∼~～]\s*{_ARTICLE}){{0,9}}"
_ARTICLES = rf"(?:시행령|시행규칙)(?:\s*{_LISTED})?|{_LISTED}"
_LAW = re.compile(r"[「｢『【]([^「｢『【」｣』】]{2,60})[」｣』】](?:\s*(" + _ARTICLES + r"))?")
# `상생협력법 시행령` without brackets, before a particle or a sign.
_PLAIN_LAW = re.compile(r"([가-힣·‧]{2,18}법령?)(?:\s?시행령|\s?시행규칙)?(?=[\s,.)‧·*]|[을에의은상]\s|$)")
# `융자는 가공단 홈페이지`: what a site is for, before its name.
_TOPIC = re.compile(r"^\S(?:.{0,18}\S)?[은는]\s+(?=\S+\s\S)")
_QUOTES = "‘’'\"“”「」｢｣『』 :-*"


@dataclass(frozen=True, slots=True)
class Mention:
    """One body (`body`), site (`site`, with its address) or law (`law`, with its article) as printed."""

    kind: str
    name: str
    detail: str
    line: int


def read_references(lines: Sequence[Line], layout: Layout, words: Words) -> list[Mention]:
    """What one section names, one row for each distinct name."""
    found = [*_bodies(lines, layout, words), *_sites(lines, layout, words), *_laws(lines, layout)]
    unique: dict[tuple[str, str], Mention] = {}
    for mention in found:
        unique.setdefault((mention.kind, squeeze(mention.name)), mention)
    return sorted(unique.values(), key=lambda mention: mention.line)


def _bodies(lines: Sequence[Line], layout: Layout, words: Words) -> Iterator[Mention]:
    for name in ("bodies", "both"):
        for said, body in below(lines, name, layout):
            if said and not _SITE.search(said):
                yield from (Mention("body", one, "", body[0].number) for one in _split(said, layout))
                continue
            for entry in listed(body[1:], words, layout):
                if entry.mark == "ㅇ" and not _SITE.search(entry.text):
                    head = re.split(r"[:：]", entry.text)[0]
                    yield from (Mention("body", one, "", entry.line) for one in _split(head, layout))


def _split(text: str, layout: Layout) -> list[str]:
    names = [piece.strip(_QUOTES) for piece in re.split(r",\s*(?![^()]*\))", text)]
    for word in layout.et_cetera:
        names = [name.removesuffix(f" {word}") for name in names]
    nobody = tuple(squeeze(word) for word in layout.nobody)
    return [name for name in names if 1 < len(name) <= 40 and not squeeze(name).startswith(nobody)]


def _sites(lines: Sequence[Line], layout: Layout, words: Words) -> Iterator[Mention]:
    """An address and what stands before it in its entry; an address by itself repeats one named before."""
    yield from _unaddressed(lines, layout, words)
    entry: Line | None = None
    for line in lines:
        starts = re.match(r"^(?:[□■ㅇ○◦]|[-–](?!\d))\s*", line.text)
        if starts:
            entry = line
        for match in _SITE.finditer(line.text):
            before = line.text[: match.start()]
            name = _site_name(before)
            if not name and entry is not None and entry is not line:
                name = _site_name(entry.text)
            if name:
                yield Mention(
                    "site", name, match.group(), line.number if _site_name(before) else (entry or line).number
                )


def _unaddressed(lines: Sequence[Line], layout: Layout, words: Words) -> Iterator[Mention]:
    """Entries below the heading of sites that give a name and no address."""
    for _, body in below(lines, "sites", layout):
        entries = listed(body[1:], words, layout)
        for at, entry in enumerate(entries):
            follows = entries[at + 1].mark if at + 1 < len(entries) else "ㅇ"
            said = _SITE.search(entry.text) or _LAW.search(entry.text) or ":" in entry.text
            if entry.mark == follows == "ㅇ" and not said:
                name = _site_name(entry.text)
                if name:
                    yield Mention("site", name, "", entry.line)


def _site_name(text: str) -> str:
    plain = BOX.sub("", text)
    plain = re.sub(r"^(?:[ㅇ○◦•]|[-–*※]+)\s*", "", plain).strip()
    head = re.sub(r"\($", "", re.split(r"\s*[:：]", _inside(plain) or plain)[0].strip()).strip(_QUOTES)
    head = _TOPIC.sub("", head)
    return head if 1 < len(head) <= 40 else ""


def _inside(text: str) -> str:
    """What a bracket holds that stands for the whole name: `홈페이지 : (가센터) 주소`."""
    match = re.match(r"^(?:[^()]*[:：]\s*)?\(([^()]{2,40})\)\s*$", text)
    return match[1] if match else ""


def _without_heading(text: str, layout: Layout) -> str:
    """The heading above a list of laws names none."""
    title, _, said = BOX.sub("", text).partition(":")
    return said if layout.is_heading("laws", title) else text


def _laws(lines: Sequence[Line], layout: Layout) -> Iterator[Mention]:
    surely = {line.number for _, body in below(lines, "laws", layout) for line in body}
    labels = "|".join(r"\s?".join(map(re.escape, word.split())) for word in layout.law_labels)
    label_of = re.compile(rf"^[\W\d]*\(?\s*(?:{labels})\s*(?:\)|[:：])\s*[:：]?")
    for at, line in enumerate(lines):
        text, more = _without_heading(line.text, layout), ""
        if text.count("「") + text.count("｢") > text.count("」") + text.count("｣") and at + 1 < len(lines):
            more = lines[at + 1].text
        for match in _LAW.finditer(f"{text} {more}".rstrip()):
            name = " ".join(match[1].split()).strip(" *")
            is_law = line.number in surely or name.endswith(layout.law_endings)
            if match.start() < len(text) and is_law:
                yield Mention("law", name, match[2] or "", line.number)
        label = label_of.match(text)
        if label:
            yield from _named_laws(text[label.end() :], line.number, layout)
            continue
        for match in _PLAIN_LAW.finditer(_LAW.sub(" ", text)):
            if (line.number in surely or not match[1].endswith(layout.not_laws)) and match[1] not in layout.law_endings:
                yield Mention("law", " ".join(match.group().split()), "", line.number)


def _named_laws(text: str, line: int, layout: Layout) -> Iterator[Mention]:
    """The laws that an entry such as `(근거) 가법 제3조, 나에 관한 법률` lists without brackets."""
    for piece in re.split(r",\s+", _LAW.sub(" ", text)):
        article = re.search(rf"\s*({_LISTED}).*$", piece)
        name = " ".join((piece[: article.start()] if article else piece).split()).strip(_QUOTES)
        if name.endswith((*layout.law_endings, "법")) and len(name) <= 40:
            yield Mention("law", name, article[1] if article else "", line)
