"""The words used once, and only so: `glossary.yaml` holds each domain word in Korean and English."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

import yaml


@lru_cache(maxsize=1)
def glossary() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Groups of words: group → identifier → {ko, en}."""
    text = resources.files("uigwe.texts").joinpath("glossary.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    return {str(group): {str(key): words for key, words in entries.items()} for group, entries in data.items()}


def word(group: str, identifier: str, language: str = "ko") -> str:
    """The word for an identifier of a group (`level`, `part` …); the identifier itself when there is none."""
    entry = glossary().get(group, {}).get(identifier)
    return entry[language] if entry else identifier


def field_word(field: str, language: str = "ko") -> str:
    """The word for a field of a change: `actual.2022` is the result of 2022, `target.annex` a field of its own."""
    name, _, year = field.rpartition(".") if field[-1:].isdecimal() else ("", "", field)
    return f"{word('field', name, language)} {year}" if name else word("field", field, language) if field else ""
