"""The words used once, and only so: `glossary.yaml` holds each domain word in Korean and English."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources

from uigwe.texts.plainly import from_yaml


@lru_cache(maxsize=1)
def glossary() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Groups of words: group → identifier → {ko, en}."""
    text = resources.files("uigwe.texts").joinpath("glossary.yaml").read_text(encoding="utf-8")
    data = from_yaml(text)
    return {str(group): {str(key): words for key, words in entries.items()} for group, entries in data.items()}


def word(group: str, identifier: str, language: str = "ko") -> str:
    """The word for an identifier of a group (`level`, `part` …); the identifier itself when there is none."""
    entry = glossary().get(group, {}).get(identifier)
    return entry[language] if entry else identifier


def field_word(field: str, language: str = "ko") -> str:
    """The word for a field of a change: `actual.2022` is the result of 2022, `target.annex` a field of its own."""
    name, _, year = field.rpartition(".") if field[-1:].isdecimal() else ("", "", field)
    return f"{word('field', name, language)} {year}" if name else word("field", field, language) if field else ""


def period_word(period: str, language: str = "ko") -> str:
    """What a period of results is called: `2023-Q1`, `2023-H1`, `2023`; anything else as it is."""
    year, _dash, part = period.partition("-")
    told = word("period", part or "whole", language)
    return told.replace("{year}", year) if "{year}" in told and year.isdecimal() else period


def period_called(text: str, known: Iterable[str]) -> str:
    """The period that somebody wrote, by its name or what it is called in either language; the text itself where it is none of the known."""
    wanted = "".join(text.split())
    called = ((one, period_word(one, language)) for one in known for language in ("ko", "en"))
    return next((one for one, told in called if wanted in (one, "".join(told.split()))), text)
