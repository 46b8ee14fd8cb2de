"""Findings, troubles and formula problems as sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from uigwe.audit import Finding
from uigwe.texts.glossary import word
from uigwe.texts.pages import page, sentences
from uigwe.texts.particles import fill
from uigwe.texts.readings import in_words

# Facts that are expressions of the basis language: said in words.
_EXPRESSIONS = frozenset({"basis", "fits"})


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in words: what kind it is, what it is about, what would repair it."""

    title: str
    sentence: str
    advice: str


def say(finding: Finding, language: str = "ko") -> Said:
    """The finding as a person reads it."""
    about = page(finding.check, language)
    facts = spoken(finding.facts, language)
    message = about.messages.get(str(finding.facts.get("case", "")), about.messages.get("default", ""))
    return Said(about.title, fill(message, facts), fill(about.advice, facts))


def tell(name: str, reason: str, facts: Mapping[str, str], language: str = "ko") -> str:
    """A refusal or trouble as one or two sentences: what, where, why, and what to do."""
    known = sentences(name, language)
    entry = known.get(reason) or known["unknown"]
    return " ".join(fill(part, {**facts, "reason": reason}) for part in (entry["what"], entry.get("do", "")) if part)


def spoken(facts: Mapping[str, str], language: str) -> dict[str, str]:
    """Facts whose values are words of ours or expressions, in the reader's language; figures and names stay as printed."""
    return {
        name: in_words(str(value), language=language) if name in _EXPRESSIONS else word(name, str(value), language)
        for name, value in facts.items()
    }
