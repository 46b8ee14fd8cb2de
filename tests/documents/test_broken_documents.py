"""Documents with tables that lack parts, or whose parts are torn: asked about or refused, never a traceback."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.facts import score, truth_of
from corpus.plans import invent_case
from corpus.print import Manner, as_hwpx, form
from tests.documents.forms import layout
from uigwe.documents import Draft, read_blocks, read_hwpx
from uigwe.documents.blocks import Block, Cell, End, Paragraph, Piece, Table
from uigwe.files import Refused

MADE = invent_case(41, strategic=2, goals=4, tasks=8)
BLOCKS = read_hwpx(as_hwpx(form(MADE, Manner())))


def read(blocks: Sequence[Block]) -> Draft:
    return read_blocks(blocks, layout(), "garam", MADE.plan.year)


def kinds(draft: Draft) -> set[str]:
    return {one.kind for one in draft.questions}


def is_table(block: Block, word: str) -> bool:
    return isinstance(block, Table) and any(word in cell.text for cell in block.cells if cell.row < 2)


def test_without_its_annexes_a_plan_is_read_and_says_so():
    end = next(at for at, block in enumerate(BLOCKS) if isinstance(block, Paragraph) and "붙임1-1" in block.text)

    draft = read(BLOCKS[:end])

    assert {"no-annex", "no-links-annex"} <= kinds(draft)
    assert len(list(draft.plan.uses())) == len(list(MADE.plan.uses()))


def test_an_indicator_that_only_the_annex_has_is_asked_about():
    lost = next(at for at, block in enumerate(BLOCKS) if is_table(block, "산출근거"))

    draft = read([*BLOCKS[:lost], *BLOCKS[lost + 1 :]])

    assert "indicator-not-read" in kinds(draft)


def test_a_milestone_without_a_time_is_asked_about():
    at = next(at for at, block in enumerate(BLOCKS) if is_table(block, "추진계획"))
    table = BLOCKS[at]
    cells = tuple(replace(cell, pieces=()) if (cell.row, cell.column) == (1, 2) else cell for cell in table.cells)

    draft = read([*BLOCKS[:at], Table(table.rows, table.columns, cells), *BLOCKS[at + 1 :]])

    assert "milestone-no-when" in kinds(draft)


def test_letters_that_could_not_be_read_are_asked_about_and_not_left_out_in_silence():
    at = next(at for at, block in enumerate(BLOCKS) if is_table(block, "추진계획"))
    table = BLOCKS[at]
    torn = (Piece("현장\ufffd점검 실시"),)
    cells = tuple(replace(cell, pieces=torn) if (cell.row, cell.column) == (1, 1) else cell for cell in table.cells)

    draft = read([*BLOCKS[:at], Table(table.rows, table.columns, cells), *BLOCKS[at + 1 :]])

    assert "letters-not-read" in kinds(draft)


@pytest.mark.parametrize("seed", range(16))
def test_lost_and_torn_parts_never_break_the_reader(seed: int):
    dice = random.Random(seed)
    torn = [tear(block, dice) for block in BLOCKS if dice.random() > 0.04]
    if seed % 4 == 0:
        dice.shuffle(torn)

    try:
        draft = read(torn)
    except Refused as refused:
        assert refused.reason == "not-a-plan"
    else:
        assert draft.questions


def tear(block: Block, dice: random.Random) -> Block:
    """A block that lost a cell, a row, a column or the end of its text now and then."""
    if dice.random() > 0.2:
        return block
    if isinstance(block, Paragraph):
        return replace(block, pieces=(Piece(block.text[: dice.randint(0, 30)], dice.choice(list(End))),))
    lost = dice.choice(("cell", "row", "column", "spans", "text"))
    at = dice.randint(0, max(block.rows, block.columns))
    cells: list[Cell] = []
    for cell in block.cells:
        if (lost == "cell" and dice.random() < 0.1) or at == {"row": cell.row, "column": cell.column}.get(lost):
            continue
        if lost == "spans":
            cell = replace(cell, down=dice.randint(1, 3), across=dice.randint(1, 3))
        if lost == "text":
            cell = replace(cell, pieces=(Piece(cell.text[::-1], dice.choice(list(End))),))
        cells.append(cell)
    return Table(block.rows, block.columns, tuple(cells))


def test_what_is_torn_in_one_task_leaves_the_others_whole():
    at = next(at for at, block in enumerate(BLOCKS) if is_table(block, "추진계획"))

    draft = read([*BLOCKS[:at], *BLOCKS[at + 1 :]])

    found = score(truth_of(MADE), draft.plan, [one.object for one in draft.questions])
    assert {one.split(":")[0] for one in found.missed} == {"milestones|Ⅰ-1-①"}
    assert found.faults == []
