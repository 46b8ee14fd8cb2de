"""The small readers: lines, codes, times at line ends, cells, heads, names, fractions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.forms import layout, lines, squeezed, tree, words
from uigwe.documents import LayoutProblem, read_layout
from uigwe.documents.budget import read_budget
from uigwe.documents.cells import Cell, Cells, words_of
from uigwe.documents.codes import Marker, circled, code_of, read_marker, roman, roman_value, slug
from uigwe.documents.heads import TableHead, table_heads
from uigwe.documents.healing import heal
from uigwe.documents.indicators import Found, assemble
from uigwe.documents.layout import bare
from uigwe.documents.likeness import likeness
from uigwe.documents.milestones import Endwords, read_milestones
from uigwe.documents.naming import direction, name_unit
from uigwe.documents.people import read_people
from uigwe.documents.recut import recut
from uigwe.documents.references import read_references
from uigwe.documents.tables import Row, TableReader, fraction
from uigwe.documents.whens import Endings
from uigwe.plan import Kind
from uigwe.values import Direction, State


def test_page_numbers_go_and_line_numbers_stay():
    assert [(line.number, line.text) for line in lines("가\n\n- 56 -\n\n나")] == [(1, "가"), (5, "나")]


def test_a_page_begins_where_a_line_is_indented_without_an_empty_line_before():
    assert [line.page for line in lines("가\n 나다\n\n 라마")] == [True, True, False]


def test_a_layout_that_lacks_a_part_says_which():
    with pytest.raises(LayoutProblem) as problem:
        read_layout({key: value for key, value in tree().items() if key != "quarters"})

    assert problem.value.key == "quarters"


@pytest.mark.parametrize(("code", "plain"), [("Ⅰ", "s1"), ("Ⅱ-3", "g2-3"), ("Ⅳ-3-⑨", "t4-3-9")])
def test_a_code_has_a_plain_slug(code: str, plain: str):
    assert slug(code) == plain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ⅱ. 섬을 잇는다", Marker(1, 2, "섬을 잇는다")),
        ("3. 뱃길", Marker(2, 3, "뱃길")),
        ("④ 나루", Marker(3, 4, "나루")),
        ("다. 나루", Marker(3, 3, "나루")),
        ("Ⅰ-2 뱃길", Marker(2, 2, "뱃길", "Ⅰ-2")),
        ("(Ⅰ-2-③) 나루", Marker(3, 3, "나루", "Ⅰ-2-③")),
        ("나루 2. 개", None),
        ("2023. 뱃길", None),
        ("마을", None),
    ],
)
def test_a_title_begins_with_its_marker(text: str, told: Marker | None):
    assert read_marker(text) == told


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (("1", "2", "3"), "Ⅰ-2-③"),
        (("Ⅱ", "10", "나"), "Ⅱ-10-②"),
        (("Ⅲ", "2", None), "Ⅲ-2"),
        (("51", "2", "1"), None),
        (("1", "0", "1"), None),
    ],
)
def test_codes_of_every_kind_are_written_in_one(parts: tuple[str, str | None, str | None], code: str | None):
    assert code_of(*parts) == code


def test_look_alikes_of_circled_numerals_are_read_as_them():
    assert circled("➁❷➋②") == "②②②②"


@given(st.integers(1, 12))
def test_roman_numerals_count(number: int):
    assert roman_value(roman(number)) == number


@pytest.mark.parametrize(
    ("line", "text", "when", "note"),
    [
        ("계획 수립 ‘23.4~6월", "계획 수립", "‘23.4~6월", ""),
        ("물류공간 확보(계속) ’23. 1월 ~ 계속", "물류공간 확보(계속)", "’23. 1월 ~", "계속"),
        ("공고 1차 ’23. 1월 완료", "공고 1차", "’23. 1월", "완료"),
        ("가이드북 제작 ’23.12월 -", "가이드북 제작", "’23.12월", "-"),
        ("수수료 지원 ~‘23.12월 4·8·12월", "수수료 지원", "~‘23.12월", "4·8·12월"),
        ("점검 회의 분기별 1회", "점검 회의", "분기별 1회", ""),
        ("사업 정산 4·8·12월", "사업 정산", "4·8·12월", ""),
        ("점검 회의 분기별 3·6·9월", "점검 회의", "분기별", "3·6·9월"),
        ("기념식 개최 3·1", "기념식 개최 3·1", "", ""),
        ("가이드북 제작 ’23.12월 –", "가이드북 제작", "’23.12월", "–"),
        ("공고 ~ ‘23.2월 초", "공고", "~ ‘23.2월 초", ""),
        ("1분기 징후 조사 실시", "1분기 징후 조사 실시", "", ""),
        ("주간행사 개최 ‘23,9월", "주간행사 개최", "‘23,9월", ""),
    ],
)
def test_a_milestone_ends_in_its_time_and_its_remark(line: str, text: str, when: str, note: str):
    found = Endings(layout()).take(line)

    assert (found.text, found.when, found.note) == (text, when, note)


@given(st.text(max_size=80))
def test_taking_a_time_off_loses_nothing(line: str):
    found = Endings(layout()).take(line)

    assert squeezed(found.text + found.when + found.note) == squeezed(line)


@pytest.mark.parametrize(
    ("text", "written", "state"),
    [
        ("1,545 다음", "1,545", State.FINAL),
        ("신\n규", "신규", State.NEW),
        ("(신규)", "(신규)", State.NEW),
        ("6 ,98\n\n2", "6,982", State.FINAL),
        ("167 .\n8", "167.8", State.FINAL),
        ("716\n(잠정)", "716 (잠정)", State.PROVISIONAL),
        ("103.9\n(’22.11)", "103.9 (’22.11)", State.PROVISIONAL),
        ("-", "-", State.NONE),
        ("△0.7%p", "△0.7%p", State.FINAL),
    ],
)
def test_pieces_of_a_cell_come_together(text: str, written: str, state: State):
    cell = next(Cells(layout()).at(words_of(lines(text)), 0))

    assert (cell.written, cell.state) == (written, state)


@pytest.mark.parametrize("text", ["3년 생존율", "가나", "ㅇ", "(국비"])
def test_words_are_no_cells(text: str):
    assert list(Cells(layout()).at(words_of(lines(text)), 0)) == []


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ("’20 ’21 ’22 ’23", (2020, 2021, 2022, 2023)),
        ("2020 2021 2022 2023", (2020, 2021, 2022, 2023)),
        ("’20년 ’21년 ’22년 ’23년", (2020, 2021, 2022, 2023)),
        ("FY20 FY21 FY22 FY23", (2020, 2021, 2022, 2023)),
        ("\n2020년\n2021년\n2022년\n2023년", (2020, 2021, 2022, 2023)),
        ("‘18 ’19 ‘20 ‘21 ‘22 ‘27", (2018, 2019, 2020, 2021, 2022, 2027)),
    ],
)
def test_the_head_of_a_table_tells_its_years(years: str, told: tuple[int, ...]):
    text = f"성과지표\n\n실적 목표치\n\n’23 목표치 산출근거\n측정산식\n\n또는 자료출처 {years}\n이름"

    [head] = table_heads(lines(text), layout())

    assert (head.years, head.past) == (told, told[:-1])


def test_years_out_of_order_are_no_head():
    assert list(table_heads(lines("성과지표\n실적 목표치\n’23 ’21 ’22\n"), layout())) == []


@pytest.mark.parametrize(
    ("written", "name", "unit"),
    [
        ("생존율(%)", "생존율", "%"),
        ("이용자수(월평균 방문자수)(건수)(공통)", "이용자수(월평균 방문자수)", "건수"),
        ("투자액 (단위 : 조원)", "투자액", "조원"),
        ("나루 수(1억원당 나루 수)", "나루 수(1억원당 나루 수)", ""),
        ("운용액(조원, 누적)", "운용액", "조원, 누적"),
        ("대책 발표(1회)", "대책 발표(1회)", ""),
        ("이용률 격차(% p)", "이용률 격차", "%p"),
        ("민원 처리 기간(일)", "민원 처리 기간", "일"),
        ("ㅇ 지원 만족도(점)", "지원 만족도", "점"),
    ],
)
def test_the_unit_is_taken_off_a_name_and_explanations_stay(written: str, name: str, unit: str):
    assert name_unit(written, layout()) == (name, unit)


@pytest.mark.parametrize(
    ("printed", "healed"),
    [
        ("보상 총지원금 ×100 보상 사업규모", "보상 총지원금 / 보상 사업규모 × 100"),
        ("가 / 나 × 100", "가 / 나 × 100"),
        ("(가-나)/나×100", "(가-나)/나×100"),
        ("조사 결과", "조사 결과"),
    ],
)
def test_a_torn_fraction_comes_back_on_one_line(printed: str, healed: str):
    assert fraction(printed) == healed


def test_a_word_broken_by_a_line_is_joined_when_the_text_prints_it_whole():
    known = words("우리 섬의 만족도를 조사 함\n섬의 만족도 조사 결과\n그 만족도 조사 끝\n")

    assert heal(lines("섬의 만\n족도 조사"), known) == "섬의 만족도 조사"


@pytest.mark.parametrize(
    ("broken", "healed"),
    [
        ("본부 750개소 + 지방 2\n750개소", "본부 750개소 + 지방 2750개소"),
        ("전년 실적 대비 1\n0% 상향", "전년 실적 대비 10% 상향"),
        ("지원 1,2\n50명", "지원 1,250명"),
        ("실적 78.2\n79.6점", "실적 78.2 79.6점"),
    ],
)
def test_a_figure_broken_by_a_line_is_one_figure(broken: str, healed: str):
    known = words("본부 750개소 + 지방\n올해 1 2 끝\n")

    assert heal(lines(broken), known) == healed


def test_a_change_is_no_result_although_its_figure_has_the_size_of_one():
    head = TableHead(1, 2, (2022, 2023, 2024), 1)
    past = tuple(Cell(0, 1, written, State.FINAL) for written in ("34.2", "36.8", "40.5"))
    row = Row("증가율", past, (1, 1, 1), 1, head, "’23년 기준 실적 대비 10% 상향", "", "", quoted=(), fit=1.0)

    [made] = assemble([Found("Ⅰ-1-①", row, None, "증가율", "%", frozenset())], layout()).indicators

    assert [one.written for one in made.printings if one.kind is Kind.QUOTED] == []


@given(st.lists(st.text("가나다라 ", min_size=1, max_size=9), min_size=1, max_size=6))
def test_healing_changes_nothing_but_spaces(texts: list[str]):
    made = [line for line in lines("\n".join(texts)) if line.text]

    assert squeezed(heal(made, words())) == squeezed("".join(texts))


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_a_share(one: str, other: str):
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == (1 if bare(one) else 0)


HEAD = "성과지표\n\n실적 목표치\n\n’23 목표치 산출근거\n\n’20 ’21 ’22 ’23\n\n"


def rows(body: str, structure: str = ""):
    return TableReader(layout(), words(body)).read(lines(HEAD + body), (), structure).rows


def told(row) -> list[str]:
    return [cell.written if cell else "" for cell in row.cells]


def test_fewer_values_than_columns_stand_at_the_right():
    [row] = rows("섬살이 만족도(점)\n\n88% 92% 전년보다 4%\n상향\n\n조사\n\n결과")

    assert told(row) == ["", "", "88%", "92%"]


def test_a_cell_of_words_before_the_numbers_is_a_cell():
    [row] = rows("자료 활용률(%)\n\n기반\n구축\n\n100 100 105 - 구축 시점을\n고려\n\n조사\n\n결과", "자료 활용률(%)")

    assert told(row) == ["기반 구축", "100", "100", "105"]


def test_a_dash_that_begins_the_reason_is_no_value():
    [row] = rows("섬 누리 수(개사)\n\n신규 신규 7만 10만 - (지원) 교육을\n통해 7만\n\n조사\n\n결과")

    assert told(row) == ["신규", "신규", "7만", "10만"]


def test_a_name_may_begin_with_a_number():
    [row] = rows("1개 섬당 매출액\n\n(억원)\n\n- - 신규 518 섬 평가 결과\n\n조사\n\n결과")

    assert (squeezed(row.name), told(row)) == ("1개섬당매출액(억원)", ["-", "-", "신규", "518"])


def test_rows_behind_the_text_of_the_next_page_belong_to_the_table():
    text = """
< 과제추진 계획 >

구 분 추진계획 세부일정 비 고

1/4분기
섬 조사 공고 ’23.2월
 □ 수혜자

ㅇ (수혜자) 섬 주민

섬 조사 점검 ’23.3월

2/4분기

섬 조사 보고 ’23.6월
 □ 기대효과
"""
    made = lines(text)
    table = read_milestones(made, layout(), words(text), 2023, Endwords([made], layout()))

    assert [(step.quarter, step.text) for step in table.steps] == [
        (1, "섬 조사 공고"),
        (1, "섬 조사 점검"),
        (2, "섬 조사 보고"),
    ]


def test_one_time_between_rows_counts_for_all_of_them():
    text = "구 분 추진계획 세부일정 비 고\n\n1/4분기\n◦ 섬 공고\n\n‘23.1월~\n◦ 뭍 공고\n\n□ 기대효과\n"
    made = lines(text)
    table = read_milestones(made, layout(), words(text), 2023, Endwords([made], layout()))

    assert [(step.text, step.when) for step in table.steps] == [("섬 공고", "‘23.1월~"), ("뭍 공고", "‘23.1월~")]


def test_a_label_in_the_middle_of_its_rows_is_told_by_the_months():
    text = "구 분 추진계획 세부일정 비 고\n가 수립 ’23.1월\n1/4분기\n나 수립 ’23.3월\n다 수립 ’23.4월\n2/4분기\n라 수립 ’23.6월\n"
    made = lines(text)
    table = read_milestones(made, layout(), words(text), 2023, Endwords([made], layout()))

    assert [(step.quarter, step.text) for step in table.steps] == [
        (1, "가 수립"),
        (1, "나 수립"),
        (2, "다 수립"),
        (2, "라 수립"),
    ]


def test_a_row_may_begin_with_a_quarter_that_is_no_label():
    text = "구분 추진내용 추진시기 비고\n\n1분기\n섬 공고 ’23.2월\n\n2분기\n1분기 뱃길 조사 ’23.4월\n\n□ 기대효과\n"
    made = lines(text)
    table = read_milestones(made, layout(), words(text), 2023, Endwords([made], layout()))

    assert [(step.quarter, step.text) for step in table.steps] == [(1, "섬 공고"), (2, "1분기 뱃길 조사")]


def test_the_cells_of_a_head_may_stand_below_each_other():
    text = "구 분\n추진계획\n세부일정\n비 고\n\n1/4분기\n섬 공고 ’23.2월\n\n□ 기대효과\n"
    made = lines(text)
    table = read_milestones(made, layout(), words(text), 2023, Endwords([made], layout()))

    assert [step.text for step in table.steps] == ["섬 공고"]


def test_a_name_of_money_may_stand_above_its_number():
    text = "회계구분 ’22 ’23\n나루(Ⅰ-1-일반재정①)\n▪뱃길\n넓히기(301) 일반회계 1,000 2,000\n▪섬 잇기(302) 일반회계 3,000 4,000\n"
    rows = read_budget(lines(text), layout(), words(text)).rows

    assert [(row.level, row.code, squeezed(row.name)) for row in rows] == [
        ("programme", "Ⅰ-1-일반재정①", "나루"),
        ("detailed", "301", "뱃길넓히기"),
        ("detailed", "302", "섬잇기"),
    ]


def test_amounts_printed_column_by_column_find_their_lines():
    text = (
        "(단위 : 억원)\n회계구분 ’22 ’23\n섬살림(Ⅴ-1-일반재정⑥)\n① 섬살림(5153) 일반회계\n▪섬집(301)\n\n(섬집 수리)\n"
    )
    text += "\n740.6\n\n(121.6)\n\n130.0\n\n(97.7)\n"
    table = read_budget(lines(text), layout(), words(text))

    assert [(row.level, [amount.written for amount in row.amounts]) for row in table.rows] == [
        ("programme", ["", ""]),
        ("unit", ["", ""]),
        ("detailed", ["740.6", "130.0"]),
        ("sub", ["(121.6)", "(97.7)"]),
    ]


def test_one_amount_in_two_columns_is_a_doubt():
    text = "(단위 : 억원)\n회계구분 ’22 ’23\n① 섬살림(5134) 일반회계 69\n"
    [row] = read_budget(lines(text), layout(), words(text)).rows

    assert row.doubt == "amount-column"


def test_bodies_that_do_one_thing_together_share_its_note():
    text = "□ 수혜자 및 이해관계집단\n\nㅇ (수혜자) 섬 주민, 어부 등\n\nㅇ (이해관계자) 섬길재단, 뱃길공단 등 지원기관\n\n□ 기대효과\n"
    found = [(one.role, one.name, one.note) for one in read_people(lines(text), layout(), words(text))]

    assert found == [
        ("beneficiary", "섬 주민", ""),
        ("beneficiary", "어부", ""),
        ("stakeholder", "섬길재단", "지원기관"),
        ("stakeholder", "뱃길공단", "지원기관"),
    ]


def test_sites_laws_and_bodies_are_found():
    text = "□ 관련기관\n\nㅇ 섬길재단\n\n□ 관련 사이트\n\nㅇ 섬누리(www.seom.go.kr)은 안내\n\nㅇ 「섬 발전 촉진법」 제3조의2에 따라\n"
    found = [(one.kind, one.name, one.detail) for one in read_references(lines(text), layout(), words(text))]

    assert found == [
        ("body", "섬길재단", ""),
        ("site", "섬누리", "www.seom.go.kr"),
        ("law", "섬 발전 촉진법", "제3조의2"),
    ]


def test_a_body_in_brackets_behind_what_it_does_is_the_one_concerned():
    text = "□ 수혜자 및 이해관계집단\n\nㅇ (이해관계자) 뱃길 관리(뱃길공단)\n\nㅇ (이해관계자) 자금 관련 : 섬은행, 뭍은행\n\n□ 기대효과\n"
    found = [(one.name, one.note) for one in read_people(lines(text), layout(), words(text))]

    assert found == [("뱃길공단", "뱃길 관리"), ("섬은행", "자금 관련"), ("뭍은행", "자금 관련")]


def test_laws_behind_the_word_for_grounds_need_no_brackets():
    text = "* (근거) 섬 발전 촉진법 제3조, 뱃길에 관한 법률\n"
    found = [(one.name, one.detail) for one in read_references(lines(text), layout(), words(text))]

    assert found == [("섬 발전 촉진법", "제3조"), ("뱃길에 관한 법률", "")]


def test_what_a_site_is_for_is_no_part_of_its_name():
    text = (
        "□ 관련 사이트\n\nㅇ 융자는 섬길재단 누리집(www.seom.go.kr)에서 신청\n\n□ 누리집 : (뱃길센터) www.baet.or.kr\n"
    )
    found = [(one.name, one.detail) for one in read_references(lines(text), layout(), words(text))]

    assert found == [("섬길재단 누리집", "www.seom.go.kr"), ("뱃길센터", "www.baet.or.kr")]


CUT = ("설문 평균의 105% 상향 올해", "마친 사람 / 올해 시작한 사람 × 100", "수 전수 조사")


@pytest.mark.parametrize(
    ("printed", "cells"),
    [
        (
            "올해 마친 사람 / 올해 시작한 사람 × 100",
            ("설문 평균의 105% 상향", "올해 마친 사람 / 올해 시작한 사람 × 100", "수 전수 조사"),
        ),
        ("마친 사람 / 올해 시작한 사람 × 100 수", (CUT[0], "마친 사람 / 올해 시작한 사람 × 100 수", "전수 조사")),
        ("마친 사람의 수", CUT),
        ("", CUT),
    ],
)
def test_what_slipped_over_the_border_of_a_cell_comes_back_by_the_annex(printed: str, cells: tuple[str, str, str]):
    head = TableHead(1, 2, (2022, 2023), 1)
    row = recut(Row("수료율", (), (), 1, head, *CUT, quoted=(), fit=1.0), printed)

    assert (row.reason, row.formula, row.source) == cells


@pytest.mark.parametrize(
    ("name", "reason", "down"),
    [
        ("버스 안전사고 발생 건수", "", True),
        ("지역 간 이용률 격차(%p)", "최근 3년 평균의 96% 수준", True),
        ("민원 처리", "’21년 실적에서 6% 감축하여 설정", True),
        ("초격차 기업 수", "전년 대비 3% 상향", False),
        ("감염병감시망 정비율(%)", "", False),
        ("강력범죄 검거율", "", False),
        ("강력범죄 발생률(%)", "", True),
        ("안전사고 예방 교육 만족도", "사고를 줄이기 위한 교육의 만족도를 3% 상향", False),
    ],
)
def test_what_should_become_less_is_known_by_its_name_or_its_reason(name: str, reason: str, down: bool):
    assert (direction(name, layout(), reason) is Direction.DOWN) is down
