"""The handbook as a file and in the terminal, in both languages."""

from datetime import date

import pytest

from tests.reports.reading import SPACE, lines, section
from uigwe.audit import CHECKS
from uigwe.cli import main
from uigwe.reports.handbook import handbook_html, handbook_hwpx, handbook_text
from uigwe.texts import LANGUAGES, page
from uigwe.texts.handbook import handbook, neighbours, pages_about

DAY = date(2026, 1, 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_stands_in_the_handbook_once(language):
    ids = [one.id for chapter in handbook(language) for one in chapter.pages]

    assert sorted(ids) == sorted(check.id for check in CHECKS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_hold_every_page_and_lead_from_the_contents_to_it(language):
    text, html = handbook_text(language), handbook_html(language)

    for check in CHECKS:
        assert f"](#{check.id})" in text and f'<a id="{check.id}"></a>' in text
        assert f'href="#{check.id}"' in html and f'<article id="{check.id}">' in html
        assert page(check.id, language).title in text
    assert "{" not in "".join(line for line in text.splitlines() if not line.startswith(">"))
    assert "http" not in html and "<script" not in html


def test_the_document_is_the_same_every_time_and_begins_each_chapter_on_a_page():
    made = handbook_hwpx(DAY, "ko")
    begun = [one for one in section(made).iter(f"{SPACE}p") if one.get("pageBreak") == "1"]

    assert made == handbook_hwpx(DAY, "ko")
    assert {page(check.id, "ko").title for check in CHECKS} <= set(lines(made))
    assert ["".join(one.itertext()) for one in begun] == [chapter.title for chapter in handbook("ko")]


def test_words_and_a_type_leave_the_pages_that_fit():
    found = pages_about("5점 척도", handbook("ko"))

    assert "scale-unconverted" in {one.id for chapter in found for one in chapter.pages}
    assert {chapter.type for chapter in pages_about("", handbook("ko"), "unit")} == {"unit"}
    assert pages_about("없는말없는말", handbook("ko")) == ()


def test_a_page_has_its_neighbours():
    order = [one.id for chapter in handbook("en") for one in chapter.pages]
    before, after = neighbours(order[1], "en")

    assert (before and before.id, after and after.id) == (order[0], order[2])
    assert neighbours(order[0], "en")[0] is neighbours(order[-1], "en")[1] is None


@pytest.mark.parametrize("form", ["md", "html", "hwpx"])
def test_the_command_writes_what_the_name_of_the_file_asks_for(form, tmp_path, capsys):
    out = tmp_path / f"handbook.{form}"

    assert main(["handbook", "--out", str(out)]) == 0
    assert out.stat().st_size > 10_000
    assert str(len(CHECKS)) in capsys.readouterr().out


def test_another_form_is_refused_in_words(tmp_path, capsys):
    assert main(["handbook", "--out", str(tmp_path / "handbook.pdf")]) == 2
    assert ".hwpx" in capsys.readouterr().err


def test_a_check_is_explained_a_word_lists_and_a_slip_is_answered(capsys):
    assert main(["explain", "target-basis"]) == 0
    assert "왜 중요한가" in capsys.readouterr().out
    assert main(["--lang", "en", "explain", "target-basis"]) == 0
    assert "Wrong" in capsys.readouterr().out
    assert main(["explain", "표준편차"]) == 0
    assert "deviation" in capsys.readouterr().out
    assert main(["explain", "target-bassis"]) == 2
    assert "target-basis" in capsys.readouterr().err
