"""At which source line each word of a cell stands."""

from tests.documents.forms import lines
from uigwe.documents.standing import standing


def _told(text, *fields):
    return {one.field: list(zip(one.starts, one.lines, strict=True)) for one in standing(fields, lines(text))}


def test_a_cell_is_followed_down_its_lines_and_the_next_cell_begins_behind_it():
    text = "3.1 3.2 최근 3개년 평\n균 대비 5% 상향\n응답자가 준\n점수의 평균"

    assert _told(text, ("reason", "최근 3개년 평균 대비 5% 상향"), ("formula", "응답자가 준 점수의 평균")) == {
        "reason": [(0, 1), (8, 2)],
        "formula": [(0, 3), (7, 4)],
    }


def test_a_fraction_that_was_put_on_one_line_stands_where_its_parts_do():
    assert _told("정비를 마친 하천 ×100\n전체 하천", ("formula", "정비를 마친 하천 / 전체 하천 × 100")) == {
        "formula": [(0, 1), (12, 2), (20, 1)]
    }


def test_words_that_stand_in_no_line_are_told_nothing_of():
    assert _told("하천 정비", ("formula", "누리집 방문자"), ("source", "")) == {}
