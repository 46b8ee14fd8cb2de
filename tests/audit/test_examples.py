"""The examples of the handbook run: what a page calls wrong is found by its check, what it calls right is left alone."""

import calendar
import re
from functools import lru_cache

from tests.audit import examples
from tests.every import every
from uigwe.audit import CHECKS, Case, Finding, Level, audit
from uigwe.texts import page, say
from uigwe.texts.pages import LANGUAGES

IDS = [check.id for check in CHECKS]
HEADS = {"ko": {"wrong": "틀린 예", "right": "바른 예"}, "en": {"wrong": "Wrong", "right": "Right"}}
_MONTH_NAMES = tuple(calendar.month_name)
_MONTHS = re.compile(rf"\b({'|'.join(_MONTH_NAMES[1:])})\b")
_DATE = re.compile(r"’\d\d(?:\.\d{1,2})+")
_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?")
_QUOTE = re.compile(r"“([^”]+)”|‘([^’]+)’")


def test_every_check_has_an_example_and_every_example_a_check():
    """A new check without `tests/audit/examples/<id>.yaml` fails here."""
    assert examples.ids() == set(IDS)


@every(IDS)
def test_the_wrong_example_is_found_and_by_no_other_check_as_an_error(id):
    found = findings(id, "wrong")

    assert [one for one in found if one.check == id]
    assert {one.check for one in found if one.level is Level.ERROR} <= {id}


@every(IDS)
def test_the_right_example_is_left_alone_and_has_no_error_at_all(id):
    assert [say(one).sentence for one in findings(id, "right") if one.check == id or one.level is Level.ERROR] == []


@every(IDS, examples.SIDES, LANGUAGES)
def test_what_a_page_shows_stands_in_the_plan_of_its_example(id, side, language):
    """Every figure of the page is one of the plan's, or one that the finding computes from them; so is every quoted word."""
    shown = section(id, side, language)
    known = words_of(id, side)

    assert figures(shown) <= figures(known), sorted(figures(shown) - figures(known))
    if language == "ko":
        assert [quote for quote in quotes(shown) if bare(quote) not in bare(known)] == []


@every(IDS)
def test_what_is_found_is_shown_on_the_page(id):
    """What a finding quotes of the plan stands in the wrong example: in figures in both languages, in words in Korean."""
    found = [one for one in findings(id, "wrong") if one.check == id]
    printed = figures(str(examples.example(id)["wrong"]))

    for language in LANGUAGES:
        shown = figures(section(id, "wrong", language))
        assert any(figures(" ".join(one.values)) & printed <= shown for one in found), (language, found[0].values)
    shown = bare(section(id, "wrong", "ko"))
    assert any(all(not names(value) or names(value) in shown for value in one.values) for one in found), found[0].values


def test_a_page_that_shows_what_its_plan_does_not_say_would_be_noticed():
    """The control of the two tests above: another figure, another month, another quoted word."""
    said = words_of("milestone-outside", "wrong")

    assert figures("Quarter 3, November 2023") <= figures(said)
    assert not figures("Quarter 3, October 2023") <= figures(said)
    assert not figures("12분기") <= figures(said)
    assert quotes("’23.11월 “현장 점검”, ‘수질 조사’") == ["현장 점검", "수질 조사"]
    assert bare("수질 조사") not in bare(said)
    assert figures("△1,417.50 · 3.0 · ’22.10.1") == {"1417.5", "3", "22", "10", "1"}


@lru_cache(maxsize=256)
def case(id: str, side: str) -> Case:
    return examples.case(examples.example(id)[side])


@lru_cache(maxsize=256)
def findings(id: str, side: str) -> tuple[Finding, ...]:
    return audit(case(id, side)).findings


def section(id: str, side: str, language: str) -> str:
    """The example of a page: what stands under its heading."""
    _, _, below = page(id, language).body.partition(f"## {HEADS[language][side]}\n")
    assert below.strip(), f"{id}: no {side} example ({language})"
    return below.partition("\n## ")[0].strip()


def words_of(id: str, side: str) -> str:
    """All that one side says: its plan, and for the wrong side what the finding computes."""
    case_ = case(id, side)
    told = [
        " ".join([*one.steps, *one.values, *one.facts.values(), say(one).sentence])
        for one in findings(id, side)
        if one.check == id
    ]
    return " ".join([str(examples.example(id)[side]), str(case_.plan.year), str(case_.plan.year)[2:], *told])


def figures(text: str) -> set[str]:
    """Figures without commas and closing zeros, so that 1,417 is 1417 and 3.0 is 3; a date is its year, month and day."""
    apart = _DATE.sub(lambda date: date[0].replace(".", " "), _MONTHS.sub(_number_of_month, text))
    plain = (figure.replace(",", "") for figure in _FIGURE.findall(apart))
    short = (figure.rstrip("0").rstrip(".") if "." in figure else figure for figure in plain)
    return {figure[2:] if re.fullmatch("20[12][0-9]", figure) else figure for figure in short}


def _number_of_month(found: re.Match[str]) -> str:
    return f"{_MONTH_NAMES.index(found[1])} "


def quotes(text: str) -> list[str]:
    return [one or other for one, other in _QUOTE.findall(re.sub(r"’(?=\d)", "′", text))]


def bare(text: str) -> str:
    return re.sub(r"[\s’′]", "", text)


def names(value: str) -> str:
    """A value that is words, and no figure with its unit."""
    return "" if re.match(r"[△(~’]*\d", value) or not re.search("[가-힣]", value) else bare(value)
