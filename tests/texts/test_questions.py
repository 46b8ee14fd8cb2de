"""Every kind of question the readers ask has its sentences in both languages."""

import ast
from collections.abc import Iterator
from importlib import resources

import pytest

from uigwe.texts import LANGUAGES, fill, sentences


def kinds() -> set[str]:
    found: set[str] = set()
    doubts: dict[str, set[str]] = {"milestone": set(), "budget": set()}
    for file in resources.files("uigwe.documents").iterdir():
        if not file.name.endswith(".py"):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "ask":
                found |= set(words(node.args[0]))
        text = file.read_text(encoding="utf-8")
        for of, names in (
            ("milestone", ("no-when", "no-text", "when-not-understood")),
            ("budget", ("amount-column", "amounts-unplaced")),
        ):
            doubts[of] |= {name for name in names if f'"{name}"' in text}
    return found | {f"{of}-{doubt}" for of, some in doubts.items() for doubt in some} | {"no-annex", "no-links-annex"}


def words(node: ast.expr) -> Iterator[str]:
    return (
        one.value
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and "-" in str(one.value) and not str(one.value).endswith("-")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_question_has_its_sentences(language):
    known = sentences("questions", language)

    assert kinds() - known.keys() == set()
    for entry in known.values():
        told = fill(entry["ask"] + entry["how"], {"object": "Ⅰ-1-①", "understood": "2022: 41"})
        assert "{" not in told


def test_the_kinds_are_found_in_the_readers():
    assert {
        "year-guessed",
        "indicator-values",
        "milestone-no-when",
        "budget-amount-column",
        "kinds-not-read",
    } <= kinds()


def test_both_languages_know_the_same_kinds():
    assert sentences("questions", "ko").keys() == sentences("questions", "en").keys()
