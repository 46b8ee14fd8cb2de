"""Every check and every reason has its words, in both languages, and they fill."""

import ast
import re
import string
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

import uigwe.plan
from tests.every import every
from tests.shipped import ROOT, report
from uigwe.audit import CHECKS
from uigwe.texts import LANGUAGES, NoPage, fill, glossary, page, say, sentences, tell
from uigwe.texts.particles import PAIRS
from uigwe.texts.readings import in_words

SOURCE = ROOT / "src" / "uigwe"
SECTIONS = {
    "ko": ("## 왜 중요한가", "## 틀린 예", "## 바른 예", "## 조치 방법"),
    "en": ("## Why it matters", "## Wrong", "## Right", "## What to do"),
}


def places_in(template: str) -> Iterator[tuple[str, str]]:
    for _, name, form, _ in string.Formatter().parse(template):
        if name is not None:
            yield name, form or ""


# ── pages of the checks ──────────────────────────────────────────────────────────────────────────────────────────────


@every(CHECKS, LANGUAGES)
def test_every_check_has_a_page(check, language):
    about = page(check.id, language)

    assert about.messages.get("default") and about.advice
    assert [line for line in about.body.splitlines() if line in SECTIONS[language]] == list(SECTIONS[language])


@every(CHECKS)
def test_a_korean_title_fits_into_thirty_letters(check):
    assert 0 < len(page(check.id, "ko").title) <= 30


@every(CHECKS)
def test_both_languages_name_the_same_facts_of_the_same_cases(check):
    korean, english = page(check.id, "ko"), page(check.id, "en")

    assert korean.messages.keys() == english.messages.keys()
    for case, message in korean.messages.items():
        ours = {name for name, _ in places_in(message)}
        theirs = {name for name, _ in places_in(english.messages[case])}
        assert ours == theirs, case


def test_no_page_is_left_without_a_check():
    ids = {check.id for check in CHECKS}

    for language in LANGUAGES:
        assert {path.stem for path in (SOURCE / "texts" / language / "checks").glob("*.md")} == ids


def test_particles_in_pages_are_known_pairs():
    for check in CHECKS:
        for text in (*page(check.id).messages.values(), page(check.id).advice):
            assert {form.lstrip("’") for _, form in places_in(text) if form} <= PAIRS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_of_the_2023_plan_can_be_said(language):
    for finding in report().findings:
        said = say(finding, language)
        assert not re.search(r"\{[a-z_]+[:}]", said.sentence) and said.sentence and said.advice and said.title


def test_a_finding_shows_its_printed_figures():
    """What is not one of the printed values is worked out from them, and shown too."""
    shows_other_things = {"milestone-outside", "milestone-unread", "unit-differs", "budget-header-year"}
    for finding in report().findings:
        if finding.check not in shows_other_things:
            sentence = say(finding).sentence
            printed = [value.strip("()") for value in finding.values]
            shown = [value in sentence or in_words(value) in sentence for value in printed]
            assert all(shown), (finding.check, finding.values)


def test_nobody_is_accused():
    blunt = re.compile(r"잘못하|위반|허위|조작|거짓|부실")

    for check in CHECKS:
        about = page(check.id, "ko")
        assert not blunt.search(" ".join((about.title, about.advice, *about.messages.values(), about.body))), check.id


def test_a_check_without_page_is_an_error_of_ours():
    with pytest.raises(NoPage):
        page("no-such-check")
    with pytest.raises(NoPage):
        page("sum", "fr")


# ── sentences by reason ──────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=1)
def calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """Each call of what is `CALLED` in the source: room, name of what is called, the call."""
    asked = re.compile("|".join(name for names in CALLED.values() for name in names))
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        room, text = path.relative_to(SOURCE).parts[0], path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if asked.search(text) else ():
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                found.append((room, name, node))
    return tuple(found)


def reasons(*names: str, rooms: tuple[str, ...] = ()) -> set[str]:
    """The identifiers that are the first argument of these calls."""
    return {
        call.args[0].value
        for room, name, call in calls()
        if name in names and (not rooms or room in rooms) and call.args and _is_reason(call.args[0])
    }


def _is_reason(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


REASONS = {
    "packs": lambda: reasons("Trouble", "trouble"),
    "formulas": lambda: reasons("FormulaProblem"),
    "files": lambda: reasons("Refused", rooms=("files", "documents", "operations", "cli")),
    "edits": lambda: reasons("EditProblem"),
}


@pytest.mark.parametrize("name", REASONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_of_the_source_has_a_sentence(name, language):
    known = sentences(name, language)

    assert REASONS[name]() - known.keys() == set()
    assert "unknown" in known


# What the caller adds to the facts that the place of the problem knows.
ADDED = {"packs": {"file", "at"}, "files": {"file"}, "edits": {"object", "field", "value"}, "formulas": set()}
CALLED = {
    "packs": ("Trouble", "trouble"),
    "formulas": ("FormulaProblem",),
    "files": ("Refused",),
    "edits": ("EditProblem",),
}


def facts_given(name: str, call: ast.Call) -> set[str] | None:
    """The names of the facts that a call passes; None when they are not written out there."""
    given = [one for one in call.args[1:] if isinstance(one, ast.Dict)]
    given += [one.value for one in call.keywords if one.arg == "facts" and isinstance(one.value, ast.Dict)]
    if any(key is None for one in given for key in one.keys):
        return None
    known = {key.value for one in given for key in one.keys if isinstance(key, ast.Constant)}
    known |= {one.arg for one in call.keywords if one.arg and one.arg != "facts"}
    return known | ({"found"} if name == "trouble" else set())


@pytest.mark.parametrize("name", REASONS)
def test_every_sentence_finds_its_facts_where_the_problem_is_raised(name):
    known = sentences(name, "ko")
    for room, called, call in calls():
        if called not in CALLED[name] or not call.args or not _is_reason(call.args[0]) or room == "web":
            continue
        given = facts_given(called, call)
        asked = {fact for text in known[call.args[0].value].values() for fact, _ in places_in(text)}
        # A child does not know the name of the file that it reads.
        added = ADDED[name] - ({"file"} if name == "files" and room != "files" else set())
        assert given is None or asked <= given | added, (call.args[0].value, asked - given - added)


def test_the_source_really_is_searched():
    """The test above would also pass if it found nothing."""
    assert {"wrong-columns", "not-a-decimal", "no-folder"} <= REASONS["packs"]()
    assert {"ratio-is-not-a-value", "unknown-word"} <= REASONS["formulas"]()
    assert {"empty-file", "picture"} <= REASONS["files"]()
    assert {"empty", "not-a-quarter"} <= REASONS["edits"]()


@pytest.mark.parametrize("name", [*REASONS, "forms", "site"])
def test_both_languages_have_the_same_reasons_and_facts(name):
    korean, english = sentences(name, "ko"), sentences(name, "en")

    assert korean.keys() == english.keys()
    for reason in korean:
        ours = {fact for text in korean[reason].values() for fact, _ in places_in(text)}
        theirs = {fact for text in english[reason].values() for fact, _ in places_in(text)}
        assert ours == theirs, reason


def test_every_formula_reason_has_short_words_too():
    assert REASONS["formulas"]() <= glossary()["reason"].keys()


def test_an_unknown_reason_is_still_a_sentence():
    assert tell("packs", "brand-new", {"file": "plan.yaml", "at": ""}) == (
        "알 수 없는 문제가 있습니다(brand-new). docs/pack.md의 형식과 견주어 보십시오."
    )


def test_a_missing_fact_is_an_error_of_ours_and_never_an_empty_place():
    with pytest.raises(KeyError):
        fill("{name:은/는} 없습니다.", {})


# ── glossary ─────────────────────────────────────────────────────────────────────────────────────────────────────────

# Words of the trade of programming, not of the field.
OURS = {"EDITABLE", "EditProblem", "Part"}
THINGS = sorted(name for name in uigwe.plan.__all__ if name[0].isupper() and name not in OURS)


@every(THINGS)
def test_every_public_name_of_the_plan_is_in_the_glossary(name):
    identifier = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()

    assert glossary()["object"][identifier].keys() >= {"ko", "en"}


def test_every_word_of_the_glossary_is_in_both_languages():
    for group, words in glossary().items():
        for identifier, entry in words.items():
            assert all(entry.get(language) for language in LANGUAGES), (group, identifier)


def test_pages_are_found_wherever_the_package_lies():
    assert (Path(uigwe.plan.__file__).parent.parent / "texts" / "ko" / "checks" / "sum.md").is_file()
