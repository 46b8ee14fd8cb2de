"""A document is taken in by what it is, whatever its name, and read to the same plan."""

from pathlib import Path

import pytest

from corpus.facts import score
from corpus.plans import invent_case
from corpus.print import LOOKS, as_hwpx, as_pdf, can_print, drawn, form
from uigwe.files import Refused
from uigwe.operations.importing import read_document

pytestmark = pytest.mark.child

YEARS = Path(__file__).resolve().parents[2] / "years"
MADE = invent_case(31, strategic=2, goals=3, tasks=5)


def read(folder: Path, name: str, data: bytes, told: list[tuple[int, int]] | None = None):
    file = folder / name
    file.write_bytes(data)
    progress = (lambda done, of: told.append((done, of))) if told is not None else None
    return read_document(file, "garam", MADE.plan.year, folder / "pack", YEARS, progress)


@pytest.mark.parametrize("name", ["plan.hwpx", "plan", "plan.backup"])
def test_an_hwpx_document_under_any_name_becomes_a_pack(tmp_path: Path, name: str):
    sheet = form(MADE)

    imported = read(tmp_path, name, as_hwpx(sheet))

    assert score(sheet.plan, imported.pack.plan, []).missed == []
    assert (imported.encoding, imported.pack.plan.document.name) == ("HWPX", name)


@pytest.mark.skipif(not can_print(), reason="PDF documents are printed by Typst with the fonts of fonts-nanum")
def test_a_pdf_document_becomes_the_same_pack_and_tells_its_pages(tmp_path: Path):
    sheet = form(MADE)
    told: list[tuple[int, int]] = []

    imported = read(tmp_path, "plan.pdf", as_pdf(sheet, LOOKS["open"]), told)

    assert score(drawn(sheet.plan), imported.pack.plan, []).missed == []
    assert [done for done, _ in told] == list(range(1, told[-1][1] + 1))


def test_a_refusal_out_of_the_child_names_the_file(tmp_path: Path):
    from corpus.print import Sheet

    other = Sheet()
    other.add("주요업무 추진계획", "1. 추진과제")

    with pytest.raises(Refused) as refused:
        read(tmp_path, "other.hwpx", as_hwpx(other))

    assert (refused.value.reason, refused.value.facts["file"]) == ("not-a-plan", "other.hwpx")
