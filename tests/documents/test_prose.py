"""Where a table ends and prose goes on."""

from tests.documents.forms import lines
from uigwe.documents.prose import cells_of


def test_a_wide_bullet_below_a_table_is_prose_and_a_narrow_one_is_a_cell():
    row = lines("""
하천 정비율(%)
- 80 85
ㅇ 정비 만족도
ㅇ 정비를 마친 하천(2년차 이후, 29곳)의 이용자를 대상으로 측정
측정 방법
""")

    assert [line.text for line in cells_of(row)] == ["하천 정비율(%)", "- 80 85", "ㅇ 정비 만족도"]
