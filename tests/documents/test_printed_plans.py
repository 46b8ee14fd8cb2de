"""Plans of invented ministries printed with tables come back whole, whatever the habits of the office."""

from dataclasses import replace
from functools import cache

import pytest

from corpus.facts import score, truth_of
from corpus.plans import Invented, invent_case
from corpus.print import LOOKS, Manner, as_hwp, as_hwpx, as_pdf, can_print, drawn, form
from corpus.print.form import draw
from tests.documents.forms import layout
from tests.every import seeds, some
from tests.shipped import pack
from uigwe.documents import Draft
from uigwe.documents.hwpx import read_hwpx
from uigwe.documents.pdf import read_pdf
from uigwe.documents.structured import read_blocks
from uigwe.files import Refused
from uigwe.plan import Plan

SMALL = {"strategic": 2, "goals": 4, "tasks": 8}


def read(made: Invented, manner: Manner) -> Draft:
    return read_blocks(read_hwpx(as_hwpx(form(made, manner))), layout(), made.plan.agency, made.plan.year)


@pytest.mark.parametrize("seed", range(5000, 5006))
def test_every_fact_of_an_hwpx_document_comes_back(seed: int):
    made = invent_case(seed, **SMALL)

    draft = read(made, draw(seed))

    found = score(truth_of(made), draft.plan, [one.object for one in draft.questions])
    assert (found.missed, found.faults) == ([], [])
    assert draft.questions == ()


def test_the_older_format_says_the_same():
    made = invent_case(51, **SMALL)
    sheet = form(made, draw(51))

    draft = read_blocks(read_hwpx(as_hwp(sheet)), layout(), "x", made.plan.year)

    assert (score(truth_of(made), draft.plan, []).missed, draft.questions) == ([], ())


@pytest.mark.parametrize(
    "manner",
    [
        Manner(year="FY{yy}"),
        Manner(formula_first=True, name="지표명"),
        Manner(steps="lists", framed=False),
        Manner(goal_beside=True, names_together=True, broken=True),
        Manner(unit_in_table=True, money_lines=True, tally_heads=2),
    ],
)
def test_each_habit_of_an_office_is_understood(manner: Manner):
    made = invent_case(77, **SMALL)

    draft = read(made, manner)

    assert score(truth_of(made), draft.plan, []).missed == []


def test_every_fact_says_where_it_stands():
    draft = read(invent_case(3, **SMALL), Manner())

    places = [one.place for indicator in draft.plan.indicators for one in indicator.printings]
    places += [one.place for task in draft.plan.tasks() for one in (*task.milestones, *task.budget, *task.links)]
    assert all(place.line and place.code for place in places)


def test_the_prose_keeps_its_sections_and_leaves_the_tables_out():
    made = invent_case(3, **SMALL)

    draft = read(made, Manner())

    told = {(one.place.code, one.text.removeprefix("ㅇ ")) for one in draft.text}
    assert {(one.place.code, one.text) for one in made.text} <= told
    values = {one.written for indicator in made.plan.indicators for one in indicator.printings}
    assert not values & {one.text for one in draft.text}


pdf = pytest.mark.skipif(not can_print(), reason="PDF documents are printed by Typst with the fonts of fonts-nanum")


def read_printed(made: Invented, manner: Manner, look: str) -> tuple[Draft, Plan]:
    sheet = form(made, manner)
    draft = read_blocks(read_pdf(as_pdf(sheet, LOOKS[look])), layout(), made.plan.agency, made.plan.year)
    return draft, drawn(truth_of(replace(made, plan=sheet.plan)))


@pdf
@pytest.mark.parametrize("look", some(sorted(LOOKS), one_in=len(LOOKS)))
@pytest.mark.parametrize("seed", seeds(range(6000, 6003)))
def test_every_fact_of_a_pdf_document_comes_back(seed: int, look: str):
    made = invent_case(seed, **SMALL)

    draft, truth = read_printed(made, draw(seed), look)

    found = score(truth, draft.plan, [one.object for one in draft.questions])
    assert (found.missed, found.faults, draft.questions) == ([], [], ())


@cache
def pages_read() -> tuple[Draft, list[tuple[int, int]]]:
    """A printed document as it is read, and how its progress was told meanwhile."""
    made, told = invent_case(3, **SMALL), list[tuple[int, int]]()
    blocks = read_pdf(as_pdf(form(made, Manner()), LOOKS["ruled"]), lambda done, of: told.append((done, of)))
    return read_blocks(blocks, layout(), made.plan.agency, made.plan.year), told


@pdf
def test_facts_of_a_pdf_say_on_which_page_they_stand():
    draft, _ = pages_read()

    pages = [one.place.page for indicator in draft.plan.indicators for one in indicator.printings]
    assert all(pages)
    assert max(pages) > min(pages)
    assert all(one.place.page for one in draft.text)


@pdf
def test_progress_counts_the_pages():
    _, told = pages_read()

    assert [done for done, _ in told] == list(range(1, told[-1][1] + 1))


@pdf
def test_pages_without_letters_are_a_scan():
    import typst

    blank = typst.compile(b"#rect(width: 10cm, height: 20cm, fill: gray)\n#pagebreak()\n#rect()", format="pdf")

    with pytest.raises(Refused) as refused:
        read_pdf(blank)

    assert (refused.value.reason, refused.value.facts["pages"]) == ("scan", 2)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF", b"%PDF-" + b"x" * 4000]
)
def test_what_only_begins_like_a_pdf_is_refused(data: bytes):
    with pytest.raises(Refused) as refused:
        read_pdf(data)

    assert refused.value.reason in {"pdf-not-read", "scan"}


# Each PDF is as long as a real one; the small ones above are printed in every look.
SHIPPED_LOOKS = [pytest.param(look, marks=pytest.mark.slow) for look in sorted(LOOKS)]


@pytest.mark.parametrize("printer", ["hwpx", *SHIPPED_LOOKS])
def test_the_plan_that_ships_reads_back_whole_and_leaves_nothing_to_ask(printer: str):
    if printer != "hwpx" and not can_print():
        pytest.skip("PDF documents are printed by Typst with the fonts of fonts-nanum")
    sheet = form(Invented(pack().plan, ()))
    blocks = read_hwpx(as_hwpx(sheet)) if printer == "hwpx" else read_pdf(as_pdf(sheet, LOOKS[printer]))

    draft = read_blocks(blocks, layout(), "mss", 2023)

    truth = sheet.plan if printer == "hwpx" else drawn(sheet.plan)
    found = score(truth, draft.plan, [])
    assert (found.missed, found.faults, draft.questions) == ([], [], ())
