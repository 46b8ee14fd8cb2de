"""Slips of the pen in prose."""

import pytest

from tests.audit.prose import found_in
from tests.builders import budget_line, found_by, indicator, milestone, plan, task
from uigwe.audit import Level
from uigwe.plan import Standing
from uigwe.texts import say


@pytest.mark.parametrize(
    "line", ["- 주민 의견을를 들어 정비", "- 하천 하천 정비 추진", "- 점검 결과(’22.12말 말 기준) 반영"]
)
def test_a_word_or_particle_that_stands_twice_is_a_doubt(line):
    [finding] = found_in("word-doubled", line)

    assert finding.level == "doubt"


def test_a_particle_and_a_word_twice_in_one_line_are_two_findings():
    found = found_in("word-doubled", "- 주민 의견을를 들어 하천 하천 정비")

    assert {finding.values for finding in found} == {("을를",), ("하천 하천",)}


@pytest.mark.parametrize(
    "line", ["- 하나 하나 점검", "구분 실적 실적 목표 목표", "- 지원하는 지원사업", "- 정비와 정비"]
)
def test_what_is_said_twice_on_purpose_is_not(line):
    assert found_in("word-doubled", line) == []


def test_a_bracket_that_never_closes_is_a_notice():
    [finding] = found_in("bracket-open", "- 하천 정비(지방하천, 소하천 등 추진")

    assert say(finding).sentence == "“- 하천 정비(지방하천, 소하천 등 추진”의 여는 괄호 ‘(’가 닫히지 않았습니다."


@pytest.mark.parametrize("line", ["1) 하천 정비(지방하천)", "가) 「하천법」 제1조", "- 규모(총 5개(국가 2, 지방 3))"])
def test_brackets_in_pairs_and_marks_of_lists_are_not(line):
    assert found_in("bracket-open", line) == []


@pytest.mark.parametrize(
    "line",
    [
        "- ○○○ 사업 추진",
        "※ 작성요령: 200자 이내로 작성",
        "- (작성 예시) 측정방법을 기재",
        "- 기대효과를 구체적으로 기재",
    ],
)
def test_what_the_form_left_over_is_a_doubt(line):
    [finding] = found_in("template-left", line)

    assert finding.level == "doubt"


def test_a_milestone_of_the_blank_form_is_found_without_any_prose():
    [finding] = found_in("template-left", of=plan(task("Ⅰ-1-①", milestone("○○○ 사업 추진"))))

    assert finding.object == "Ⅰ-1-①/m1"


@pytest.mark.parametrize(
    "line", ["- 작성 방법을 안내하는 교육 실시", "○ 하천 정비", "- 보고서를 작성하여 제출", "- 사례 예시 공유"]
)
def test_ordinary_words_are_no_leftovers(line):
    assert found_in("template-left", line) == []


def test_a_bullet_without_words_is_a_notice():
    [finding] = found_in("template-left", "ㅇ", "ㅇ 하천 정비")

    assert finding.level == "notice"


@pytest.mark.parametrize("figure", ["1,2345명", "3..5점", "6 ,982명", "0.37.5점", "’22.6.월", "12,34명"])
def test_a_broken_figure_is_a_doubt(figure):
    [finding] = found_in("prose-number", f"- 참여 {figure} 달성")

    assert finding.values == (figure.removesuffix("명").removesuffix("점"),)


@pytest.mark.parametrize(
    "figure", ["12,345명", "3.5점", "’22.6월", "’22.6.1", "3,4월", "1.5배", "(9.1~7)", "1, 2위", "3·4급"]
)
def test_a_right_figure_is_not(figure):
    assert found_in("prose-number", f"- 참여 {figure} 달성") == []


@pytest.mark.parametrize("day", ["2월 30일", "’23.2.29", "13월", "4월 31일", "’22.13.1"])
def test_a_day_that_does_not_exist_is_an_error(day):
    [finding] = found_in("day-impossible", f"- 중간보고회 개최({day})")

    assert finding.level == "error"


@pytest.mark.parametrize("day", ["2월 28일", "’24.2.29", "12월", "’23.12.31", "3~13월령", "10.13월", "30일간"])
def test_a_day_of_the_calendar_is_not(day):
    assert found_in("day-impossible", f"- 중간보고회 개최({day})") == []


@pytest.mark.parametrize(
    "line",
    [
        "□ ’22년도 과제추진 계획",
        "- 2021년도 성과관리 시행계획에 따라 정비",
        "성과지표 실적 ’22 목표치 산출근거",
        "- 센터 개소(’22.10월 예정)",
    ],
)
def test_a_year_of_another_plan_is_a_doubt(line):
    [finding] = found_in("prose-year", line)

    assert finding.facts["year"] == "2023"


@pytest.mark.parametrize(
    "line",
    [
        "□ ’23년도 과제추진 계획",
        "- ’24년도 성과관리 시행계획 수립",
        "- ’22년도 성과관리 시행계획 평가 결과 반영",
        "* ‘22년 실적은 잠정치로, ’23년 4월 중 집계 예정",
        "- ’22년 목표치를 넘어선 실적을 바탕으로 올해에는 더 높은 수준의 목표를 세우고 지원을 늘려 나감",
    ],
)
def test_a_year_gone_by_that_is_spoken_of_as_such_is_not(line):
    assert found_in("prose-year", line) == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("ㅇ 하천 이용권 도입 추진(~’22.하)", 1),
        ("ㅇ 하천법 시행령 개정 (~’22.12월)", 1),
        ("ㅇ 하천법 시행령 개정 (~’23.7월)", 0),
        ("ㅇ 하천 이용권을 나누어 줌(~’22.하)", 0),
    ],
)
def test_what_is_to_be_done_by_a_year_gone_by_is_a_doubt(line, count):
    assert len(found_in("prose-year", line)) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("* 사업추진의 근거(법령․규정․지침) 또는 환경변화 등에 따른 추진 필요성", 1),
        ("* 하천 정비의 필요성 및 목적 제시", 1),
        ("* 하천 정비의 목적과 필요성을 널리 알림", 0),
        ("* 사업추진의 근거(하천법 제3조)", 0),
    ],
)
def test_what_the_form_asks_for_is_left_over(line, count):
    assert len(found_in("template-left", line)) == count


def test_a_number_that_is_skipped_is_a_doubt():
    [finding] = found_in("numbering-skips", "① 조사", "② 정비", "④ 점검")

    assert say(finding).sentence == "“④ 점검”: 앞의 번호에 이어 3번이 올 자리에 4번이 있습니다."


@pytest.mark.parametrize(
    "lines",
    [
        ("① 조사", "② 정비", "③ 점검", "① 홍보", "② 교육"),
        ("① 조사 ①수시 ②정기", "② 정비", "③ 점검"),
        ("ㅇ ①~③ 가운데 하나를 고름", "③ 점검"),
    ],
)
def test_lists_in_lists_and_new_lists_skip_nothing(lines):
    assert found_in("numbering-skips", *lines) == []


def test_a_heading_that_lost_half_of_its_bracket_is_told_where_it_stands():
    [finding] = found_in("numbering-skips", "(1) 주요 내용", "(2) 성과지표", "3) 갈등관리계획", "(4) 기타")

    assert (finding.place.line, finding.values, finding.facts["case"]) == (104, ("3)", "(3)"), "half")
    assert (
        found_in("numbering-skips", "(1) 내용", "1) 하나", "2) 둘", "3) 셋", "(2) 지표", "(3) 갈등", "(4) 기타") == []
    )


def test_a_comma_in_a_month_is_no_date():
    [finding] = found_by("prose-number", plan(task("Ⅰ-1-①", milestone("행사 개최", "’23,9월", 3))))

    assert (finding.facts["case"], finding.values) == ("date", ("’23,9월",))


@pytest.mark.parametrize(
    ("lines", "case"),
    [
        (("- (지킴이) 하천 감시 활동 제공", "** 정례 모의훈련 운영"), "first"),
        (("- 4개 분야*에 대한 조사", "* 시설, 안내, 인력, 안전", "** 결과는 평가에 반영"), "lost"),
    ],
)
def test_a_footnote_to_which_nothing_leads_is_good_to_know(lines, case):
    [finding] = found_in("note-marks", *lines)

    assert (finding.level, finding.facts["case"], finding.values) == (Level.NOTICE, case, ("**",))


@pytest.mark.parametrize(
    "lines",
    [
        ("- 4개 분야*에 대한 조사** 실시", "* 시설, 안내, 인력, 안전", "** 연 1회"),
        ("- 하천 감시 활동 제공", "* 정례 모의훈련 운영"),
        ("- 하천 감시 활동 제공", "* 정례 훈련", "** 수시 훈련"),
        ("- 조사* 실시", "* 하천** 전체", "** 지방하천 포함"),
    ],
)
def test_footnotes_with_their_marks_or_without_any_are_no_findings(lines):
    assert found_in("note-marks", *lines) == []


def test_a_bracket_that_stays_open_in_a_formula_is_told_once():
    open_one = "∑(농가별 소득) ÷ (올해 예산(10억원)"
    of = plan(indicator(target=90, formula=open_one, annexed_formula=open_one))

    [finding] = found_by("bracket-open", of)

    assert finding.level is Level.NOTICE
    assert found_by("bracket-open", plan(indicator(target=90, formula="∑(농가별 소득) ÷ 올해 예산"))) == []


def test_a_bracket_in_a_cell_stands_at_its_own_line():
    of = indicator(
        target=90, formula="∑(농가별 소득) ÷ (올해 예산", standings=(Standing("formula", (0, 12), (21, 22)),)
    )

    assert [one.place.line for one in found_by("bracket-open", plan(of))] == [22]


def test_a_sentence_whose_beginning_is_gone_is_a_doubt():
    [finding] = found_in("template-left", "ㅇ (수출환경) 인한 1년 연속 적자로 여건이 나빠짐")

    assert finding.facts["case"] == "headless"
    assert found_in("template-left", "ㅇ (수출환경) 고금리로 인한 1년 연속 적자", "ㅇ (대상) 위한다는 말") == []


@pytest.mark.parametrize(
    ("marks", "found"),
    [("①②④", [("4", "3")]), ("①①②", []), ("②③", []), ("①②①②", []), ("①②③", [])],
)
def test_a_number_skipped_among_the_programmes_of_a_budget_table_is_a_doubt(marks, found):
    lines = [budget_line(level="unit", code=f"21{at}", mark=mark, line=70 + at) for at, mark in enumerate(marks)]
    details = [part for line in lines for part in (line, budget_line(line=90))]

    assert [one.values for one in found_by("numbering-skips", plan(task("Ⅰ-1-①", *details)))] == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["ㅇ 회계구분1」에 따름", "ㅇ 사업비"], [("1」",)]),
        (["ㅇ 회계구분1」에 따름", "1」 기금은 따로 적음"], []),
        (["ㅇ 「하천법1」에 따름"], []),
    ],
)
def test_a_number_that_leads_to_no_note_is_a_doubt(lines, found):
    assert [one.values for one in found_in("note-marks", *lines)] == found


@pytest.mark.parametrize(("year", "found"), [("’21", 1), ("’23", 0)])
def test_a_target_of_a_year_gone_by_is_nothing_to_hope_for(year, found):
    line = f"ㅇ 제도를 다듬어 {year}년 구매 목표액 118.9조원 달성을 기대"

    assert len(found_in("prose-year", line)) == found


def test_a_noun_that_ends_like_a_particle_takes_one():
    assert found_in("word-doubled", "ㅇ 어촌마을을 정비하고 가을을 맞아 고을을 알림") == []
    assert [one.values for one in found_in("word-doubled", "ㅇ 지원을을 넓힘")] == [("을을",)]


def test_stars_in_a_cell_lead_to_a_note_in_the_row_or_below_the_table():
    alone = plan(indicator(target=90, reason="누적 성공률* + 7년차 성공률** * 누적 성공률 = 1년차 + 2년차"))
    noted = plan(indicator(target=90, reason="누적 성공률* + 7년차 성공률** * 8년의 합 ** 7년차까지"))

    [finding] = found_in("note-marks", "ㅇ 하천 정비", of=alone)

    assert (finding.facts["mark"], finding.facts["case"]) == ("**", "cell")
    assert found_in("note-marks", "ㅇ 하천 정비", of=noted) == []
    assert found_in("note-marks", "ㅇ 성공률*", "* 8년의 합", "** 7년차까지", of=alone) != [finding]


def test_a_grade_has_no_decimals():
    [finding] = found_in("prose-number", "* 적용대상 : 4.5급 이상")

    assert finding.facts["case"] == "grade"
    assert found_in("prose-number", "* 적용대상 : 4·5급 이상", "* 규모 4.5 지진") == []


def test_the_same_formula_in_the_annex_is_a_second_place_of_its_bracket():
    open_one = "∑(농가별 소득) ÷ (올해 예산"
    told = (Standing("formula", (0,), (21,)), Standing("annexed_formula", (0,), (921,)))

    [finding] = found_by("bracket-open", plan(indicator(formula=open_one, annexed_formula=open_one, standings=told)))

    assert [place.line for place in finding.places] == [21, 921]


def test_a_letter_alone_between_words_is_left_over():
    [finding] = found_in("template-left", "ㅇ 장 관 차 관 s 옴부즈만")

    assert (finding.facts["text"], finding.facts["case"]) == ("s", "stray")
    assert found_in("template-left", "ㅇ 길이 x 너비", "ㅇ 5 m 높이의 제방", "ㅇ 비타민 c 공급") == []


def test_thousands_without_a_comma_are_told_where_the_others_have_one():
    custom = [f"ㅇ 하천 {count} : 1,{count:03}명 참여, 2,{count:03}억원 지원" for count in range(100, 108)]

    [finding] = found_in("prose-number", *custom, "ㅇ 자금(2500억원)과 2023년 계획")

    assert (finding.level, finding.facts["text"]) == (Level.NOTICE, "2500")
    assert found_in("prose-number", "ㅇ 자금(2500억원)", "ㅇ 3000명 참여") == []


def test_a_foreign_letter_between_two_words_is_a_doubt_told_once():
    [finding] = found_in("sign-odd", "ㅇ 조치ž보완 계획", "ㅇ 상ž하반기 점검")

    assert (finding.level, finding.values, len(finding.places)) == (Level.DOUBT, ("ž",), 2)


def test_a_roman_ten_that_multiplies_is_a_notice():
    [finding] = found_in("sign-odd", "- (점검 하천 / 전체 하천) ⅹ 35%")

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "times")


@pytest.mark.parametrize(
    "line", ["- 조치·보완 × 35%", "- 전략목표 Ⅹ 하천", "- Škoda 사 방문, 카페é 운영", "- 대안 ⅹ, 채택 ○"]
)
def test_signs_in_their_place_are_no_findings(line):
    assert found_in("sign-odd", line) == []


def times(*whens: str):
    return plan(task("Ⅰ-1-①", *(milestone(f"점검 {n}", when, 1) for n, when in enumerate(whens))))


def test_years_without_their_mark_are_told_once_where_the_others_have_one():
    [finding] = found_by("prose-number", times(*["’23.2월"] * 24, "23.3월", "23.4~5월"))

    assert (finding.level, finding.values, finding.facts["count"]) == (Level.NOTICE, ("23.3월",), "2")
    assert found_by("prose-number", times(*["’23.2월"] * 24, "3월", "23개소")) == []
    assert found_by("prose-number", times("’23.2월", "23.3월")) == []


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ("① 하천정비지원(기금)(4131)」 하천기금 355,237 2,465", 1),
        ("① 하천정비지원(기금)(4131) 하천기금 355,237 2,465", 0),
        ("「하천법」에 따른 정비(4131)」 355,237 2,465", 0),
        ("회계구분1」 ’22 ’23", 0),
    ],
)
def test_a_row_of_a_table_that_closes_what_it_never_opened(row, count):
    assert [one.level for one in found_in("bracket-open", row)] == [Level.NOTICE] * count
