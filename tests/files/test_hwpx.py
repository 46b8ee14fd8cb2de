"""Writing HWPX: the traps of the format that an office would notice."""

from datetime import date

from tests.reports.reading import SPACE, drawn, lines, section, tables
from uigwe.files.hwpx import Align, Cell, Look, Paper, Paragraph, Table, ems, paragraph, write_hwpx

DAY = date(2023, 4, 7)


def written(*parts, **more):
    return write_hwpx(parts, title="보고", author="가람부", day=DAY, **more)


def cell(text, **more):
    return Cell((paragraph(text, Look(size=10)),), **more)


def heights(data):
    return [int(one.find(f"{SPACE}cellSz").get("height")) for one in section(data).iter(f"{SPACE}tc")]


def test_the_first_paragraph_takes_the_place_of_the_empty_one():
    assert lines(written(paragraph("첫째"), paragraph("둘째"))) == ["첫째", "둘째"]
    assert len(list(section(written(paragraph("첫째"))).iter(f"{SPACE}p"))) == 1


def test_a_paragraph_does_not_inherit_the_look_of_the_one_before():
    data = written(paragraph("제목", Look(size=20, bold=True, align=Align.CENTER)), paragraph("본문", Look(size=10)))

    head, body = section(data).iter(f"{SPACE}p")
    assert head.get("paraPrIDRef") != body.get("paraPrIDRef")
    assert head.findall(f"{SPACE}run")[-1].get("charPrIDRef") != body.find(f"{SPACE}run").get("charPrIDRef")


def test_pieces_of_a_paragraph_keep_their_own_letters():
    data = written(Paragraph((("굵게", Look(bold=True)), (" 보통", Look()))))

    runs = [
        run
        for run in section(data).iter(f"{SPACE}run")
        if run.find(f"{SPACE}t") is not None and "".join(run.itertext())
    ]
    assert ["".join(run.itertext()) for run in runs] == ["굵게", " 보통"]
    assert len({run.get("charPrIDRef") for run in runs}) == 2


def test_a_row_is_as_high_as_its_fullest_cell():
    short, long = cell("짧음"), cell("긴 글이 이어집니다 " * 20)
    one, other, high, beside = heights(written(Table((40, 40), ((short, short), (long, short)))))

    assert one == other and high == beside
    assert high > 5 * one


def test_cells_over_several_columns_are_one_cell():
    data = written(Table((30, 30, 30), ((cell("모두", across=3),), (cell("가"), cell("나"), cell("다")))))

    assert tables(data) == [[["모두"], ["가", "나", "다"]]]
    widths = [int(one.find(f"{SPACE}cellSz").get("width")) for one in section(data).iter(f"{SPACE}tc")]
    assert widths[0] == sum(widths[1:])


def test_a_table_may_come_first():
    assert tables(written(Table((60,), ((cell("상자"),),)))) == [[["상자"]]]


def test_a_long_table_goes_on_over_pages():
    rows = tuple((cell(str(number)), cell("확인할 것이 있습니다")) for number in range(120))

    assert drawn(written(Table((20, 100), rows, heads=1))).page_count > 2


def test_a_row_that_no_page_holds_may_break_so_that_nothing_is_lost():
    def breaks(text):
        return next(section(written(Table((40, 40), ((cell(text), cell("짧음")),)))).iter(f"{SPACE}tbl")).get(
            "pageBreak"
        )

    assert (breaks("짧음"), breaks("긴 글이 이어집니다 " * 300)) == ("TABLE", "CELL")


def test_paper_has_the_margins_asked_for():
    page = next(section(written(paragraph("글"), paper=Paper(20, 15, 25, 20))).iter(f"{SPACE}pagePr"))
    margin = page.find(f"{SPACE}margin")

    assert abs(int(margin.get("left")) - 20 * 283.46) < 1
    assert abs(int(margin.get("top")) + int(margin.get("header")) - 25 * 283.46) < 2


def test_what_is_typed_is_text_and_never_markup():
    assert lines(written(paragraph("<hp:t>&amp;</hp:t>\x00\x08"))) == ["<hp:t>&amp;</hp:t>"]


def test_a_syllable_is_as_wide_as_two_digits():
    assert ems("가나") == 2
    assert 1 <= ems("12") < 1.2
