"""The words of reports: labels, days, places and levels in the reader's language."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from uigwe.audit import Finding, Level
from uigwe.audit.fixes import Proposal
from uigwe.plan import Place, Plan
from uigwe.texts import Grounds, fill, sentences, tell, word


def label(key: str, language: str, **facts: object) -> str:
    """A word or sentence of the reports."""
    return fill(sentences("reports", language)[key]["what"], {name: str(value) for name, value in facts.items()})


def day(of: date, language: str) -> str:
    """A day as offices write it: `2023. 4. 7.`"""
    return label("day", language, year=of.year, month=of.month, day=of.day)


def title_of(plan: Plan, code: str, language: str) -> str:
    """The title of a goal or task."""
    node = plan.node(code) if code else None
    return node.title if node else label("whole-plan", language)


def where(place: Place, language: str, *, part: bool = True) -> str:
    """A place in short: part, code or heading, page, line."""
    words = [word("part", place.part, language)] if part and place.part != "body" else []
    words += [place.code or place.heading]
    if place.page:
        words.append(label("page-short", language, page=place.page))
    if place.line:
        words.append(label("line-short", language, line=place.line))
    return " ".join(one for one in words if one)


def wheres(places: Iterable[Place], language: str) -> list[str]:
    """Several places in short, each goal or task once with all its lines under it."""
    found: dict[str, list[Place]] = {}
    for place in dict.fromkeys(places):
        found.setdefault(where(replace(place, page=None, line=None), language), []).append(place)
    said = []
    for head, there in found.items():
        numbers = [("page", one.page) if one.page else ("line", one.line) for one in there if one.page or one.line]
        said += [head] if head else []
        for kind in ("page", "line"):
            listed = "·".join(dict.fromkeys(str(number) for which, number in numbers if which == kind))
            if listed:
                said.append(label(f"{kind}-short", language, **{kind: listed}))
    return said


def read_as(behind: Grounds) -> str:
    """How the reason of a target was read: in words, with the expression where there is one."""
    return f"{behind.reading} [{behind.basis}]" if behind.basis else behind.reading


def counts(findings: Iterable[Finding], language: str) -> str:
    """How many of each level: `오류 가능 2, 의문 3, 참고 1`."""
    by_level = Counter(one.level for one in findings)
    return ", ".join(f"{word('level', level, language)} {by_level[level]}" for level in Level if by_level[level])


def proposed(proposals: Iterable[Proposal], language: str) -> list[str]:
    """Proposed fixes as sentences, with the places that have to follow."""
    said = []
    for one in proposals:
        sentence = fill(sentences("fixes", language)[one.why]["what"], one.facts)
        if one.follow:
            places = ", ".join(where(place, language) for place in one.follow)
            sentence += " " + tell("fixes", "follow", {"places": places}, language)
        said.append(sentence)
    return said
