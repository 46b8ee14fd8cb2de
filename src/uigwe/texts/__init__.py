"""Sentences in Korean and English, made at the edge from facts: findings, refusals, the glossary, a page per check."""

from uigwe.texts.glossary import field_word, glossary, period_called, period_word, word
from uigwe.texts.grounds import Grounds, grounds, reason_of
from uigwe.texts.pages import LANGUAGES, NoPage, Page, page, sentences
from uigwe.texts.particles import fill, with_particle
from uigwe.texts.phrases import both, phrase
from uigwe.texts.say import Said, say, tell

__all__ = [
    "LANGUAGES",
    "Grounds",
    "NoPage",
    "Page",
    "Said",
    "both",
    "field_word",
    "fill",
    "glossary",
    "grounds",
    "page",
    "period_called",
    "period_word",
    "phrase",
    "reason_of",
    "say",
    "sentences",
    "tell",
    "with_particle",
    "word",
]
