"""Where a table ends and prose goes on."""

from tests.documents.forms import lines
from uigwe.documents.prose import cells_of, prose
from uigwe.documents.sections import Kind, Section


def test_a_wide_bullet_below_a_table_is_prose_and_a_narrow_one_is_a_cell():
    row = lines("""
하천 정비율(%)
- 80 85
ㅇ 정비 만족도
ㅇ 정비를 마친 하천(2년차 이후, 29곳)의 이용자를 대상으로 측정
측정 방법
""")

    assert [line.text for line in cells_of(row)] == ["하천 정비율(%)", "- 80 85", "ㅇ 정비 만족도"]


def test_a_remark_as_wide_as_the_page_is_prose_and_one_in_a_cell_is_none():
    row = """
하천 점검률(%)
- 80 85
전년 실적을 고려
점검한 하천 수 / 전체
※ 참고. 측정산식 설명
"""
    below = "- (점검을 마친 하천의 수 / 전체 하천의 수) × 60% + (정비를 마친 하천의 수 / 계획한 하천의 수) × 40%\n"

    assert len(list(cells_of(lines(row + below)))) == 4
    assert len(list(cells_of(lines(row + "하천관리 대장\n")))) == 6


def test_a_row_with_a_stray_bracket_is_kept_as_prose_too():
    rows = lines(
        "① 하천정비(기금)(4131)」 하천기금 355 246\n▪둑 보강(301) 하천기금 355 246\n「하천법」 정비(305) 3 4\n"
    )
    kept = prose([Section(Kind.TASK, "Ⅰ-1-①", (), 1, 1, tuple(rows))], {line.number for line in rows})

    assert [one.text for one in kept] == ["① 하천정비(기금)(4131)」 하천기금 355 246"]
