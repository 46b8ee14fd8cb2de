"""Counts and figures of one sentence against each other, and figures that are nearly the same."""

import pytest

from tests.audit.prose import found_in, text
from tests.builders import budget_line, indicator, person, plan, task
from uigwe.audit import Case, Level, audit, check_by_id
from uigwe.texts import say


def test_two_figures_of_one_year_a_digit_apart_are_a_doubt():
    lines = ("ㅇ ’22년 정비 하천 방문객은 13,749명으로 집계", "ㅇ 정비 하천 방문객 : (’21) 12,001 → (’22) 13,748명")

    [finding] = found_in("figures-nearly", *lines)

    assert say(finding).sentence.startswith("‘정비 하천 방문객’의 2022년 값이")


def test_digits_that_changed_places_are_seen_beside_the_indicator_of_the_goal():
    of = plan(indicator("고용증가량", unit="명", past={2022: "3,749"}, code="Ⅰ-1"))

    [finding] = found_in("figures-nearly", "* 고용창출 3,794명(’22.12월 기준)", of=of)

    assert set(finding.values) == {"3,749", "3,794명"}


@pytest.mark.parametrize(
    "lines",
    [
        ("ㅇ ’22년 상류 방문객은 13,749명", "ㅇ ’22년 하류 방문객은 13,748명"),
        ("ㅇ ’21년 하천 방문객은 13,749명", "ㅇ ’22년 하천 방문객은 13,748명"),
        ("ㅇ ’22년 하천 방문객은 1,374.9천명", "ㅇ ’22년 하천 방문객은 1,375천명"),
        ("ㅇ ’22년 하천 방문객은 13,749명", "ㅇ ’22년 하천 방문객은 19,748명"),
    ],
)
def test_other_things_other_years_and_rounder_figures_are_not(lines):
    assert found_in("figures-nearly", *lines) == []


def test_a_count_that_its_list_does_not_have_is_a_doubt():
    [finding] = found_in("list-count", "- 5개 기관(수자원센터, 하천연구원, 강물재단, 환경협회)과 협력")

    assert (finding.facts["stated"], finding.facts["listed"]) == ("5", "4")


@pytest.mark.parametrize(
    "line",
    [
        "- 4개 기관(수자원센터, 하천연구원, 강물재단, 환경협회)과 협력",
        "- 5개 기관(수자원센터, 하천연구원, 강물재단 등)과 협력",
        "- 9개 강(가람·나루·다솜·라온·마루·바다·사랑·아름·자연) 정비",
        "- 4개 권역(상류·중류, 하류, 하구)",
        "- 30개사(2,500명) 참여",
    ],
)
def test_a_list_that_fits_or_is_not_complete_is_not(line):
    assert found_in("list-count", line) == []


def test_a_window_with_other_dates_is_a_doubt():
    [finding] = found_in("prose-window", "- 최근 3개년(’21~’22) 평균 방문객을 바탕으로")

    assert finding.facts["listed"] == "2"


def test_a_window_with_its_dates_is_not():
    assert found_in("prose-window", "- 최근 3개년(’20~’22) 평균, 최근 3년(누적 ’19~’22) 자료") == []


YEARS = "구 분 2018년 2019년 2020년 2021년 2022년"


@pytest.mark.parametrize(
    ("heading", "row", "count"),
    [
        ("□ 최근 4년간 하천별 방문객 현황", YEARS, 1),
        ("□ 최근 4년간 하천별 방문객 현황(단위 : 명)", YEARS, 1),
        ("□ 최근 5년간 하천별 방문객 현황", YEARS, 0),
        ("□ 하천별 방문객 현황", YEARS, 0),
        ("ㅇ 최근 4년간 방문객 실적을 높이기 위해", YEARS, 0),
        ("□ 최근 4년간 하천별 방문객 현황", "하천 1,234 2,345 3,456 4,567 5,678", 0),
    ],
)
def test_a_heading_that_counts_years_is_compared_with_the_columns_below(heading, row, count):
    found = found_in("prose-window", heading, "(단위 : 명)", row)

    assert [len(finding.places) for finding in found] == [2] * count


def test_classes_that_nearly_make_a_hundred_are_a_doubt():
    [finding] = found_in("classes-whole", "- 등급은 우수(20%), 보통(60%), 개선 필요(15%)로 나눔")

    assert finding.steps == ("20 + 60 + 15 = 95",)


@pytest.mark.parametrize(
    "line",
    [
        "- 우수(20%), 보통(65%), 개선 필요(15%)",
        "- 상류(33.3%), 중류(33.3%), 하류(33.3%)",
        "- 정비율(20%), 참여율(70%), 만족도(80%)",
    ],
)
def test_classes_that_do_or_that_are_none_are_not(line):
    assert found_in("classes-whole", line) == []


def test_dollars_in_two_words_are_a_notice():
    [finding] = found_in("two-currencies", "- 해외 투자 2.2억달러 유치", "* 상반기 2.15억불 포함")

    assert finding.level == "notice"


def test_dollars_in_one_word_are_not():
    assert found_in("two-currencies", "- 해외 투자 2.2억달러 유치", "* 상반기 2.15억달러 포함") == []


NAMED = plan(indicator("하천 정비 이행률", unit="%", past={2022: 83}, target=90))


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("- ’22년 하천 정비 이행률은 85%로 나타남", 1),
        ("- ’22년 하천 정비 이행률은 83%로 나타남", 0),
        ("- ’21년 하천 정비 이행률은 85%로 나타남", 0),
        ("- ’23년 하천 정비 이행률 95%를 목표로 추진", 1),
        ("- ’23년 하천 정비 이행률 90%를 목표로 추진", 0),
    ],
)
def test_prose_that_names_an_indicator_is_compared_with_its_table(line, count):
    assert len(found_in("claim-differs", line, of=NAMED)) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("◦ 하천정비사업 (233억원) : 정비", 1),
        ("◦ 하천정비사업 (224억원) : 정비", 0),
        ("◦ 하천정비사업(최대 5억원) 지원", 0),
    ],
)
def test_prose_that_names_a_programme_is_compared_with_the_budget(line, count):
    of = plan(task("Ⅰ-1-①", budget_line(name="하천정비사업")))

    assert len(found_in("claim-differs", line, of=of)) == count


def test_what_there_is_so_far_is_the_sum_of_the_years_below():
    [finding] = found_in(
        "list-count",
        "- (자료실) 기존 17개 자료실에 이어 하천 자료실 추가 설치",
        "* (’19) 5개 → (’20) 7개 → (’21) 5개 → (’22) 1개 → (’23) 1개",
    )

    assert finding.values == ("17개", "18")
    assert [place.line for place in finding.places] == [100, 102]


@pytest.mark.parametrize(
    "lines",
    [
        ("- 기존 18개 자료실에 이어 추가 설치", "* (’20) 5개 → (’21) 7개 → (’22) 6개 → (’23) 1개"),
        ("- 기존 19개 자료실 운영", "* (’20) 17개 → (’21) 18개 → (’22) 19개"),
        ("- 기존 90개 자료실 운영", "* (’20) 5개 → (’21) 7개 → (’22) 6개"),
        ("- 17개 자료실 설치", "* (’20) 5개 → (’21) 7개 → (’22) 6개"),
        ("- 기존 17개 자료실 운영", "* (’20) 5명 → (’21) 7명 → (’22) 6명"),
    ],
)
def test_a_count_that_its_years_make_or_that_is_of_something_else_is_no_finding(lines):
    assert found_in("list-count", *lines) == []


def test_a_figure_that_the_plan_holds_as_a_quotation_is_compared_there():
    quoted = indicator("고용증가량", unit="명", past={2022: "3,749"}, code="Ⅰ-1", quoted={2022: "3,794명"}, line=99)

    assert found_in("figures-nearly", "* 고용창출 3,794명(’22.12월 기준)", of=plan(quoted)) == []


def test_years_that_are_counted_and_not_all_listed_below_are_a_doubt():
    lines = ("- 최근 5개년 실적*의 평균을 고려", "* 방문객 증가율 : (’20년)10.8%, (’21년) 14.9%, (’22년) 18.5%")

    [finding] = found_in("prose-window", *lines)

    assert finding.values == ("최근 5개년 실적*", "5", "3")
    assert len(finding.places) == 2


@pytest.mark.parametrize(
    "note",
    [
        "* 방문객 : (’19) 9 → (’20) 10 → (’21) 14 → (’22) 18만명",
        "* 방문객 : (’20) 10 → (’21) 14 → (’22) 18만명",
        "** 방문객 : (’21) 14 → (’22) 18만명",
    ],
)
def test_years_with_their_base_year_or_under_another_star_are_no_finding(note):
    assert found_in("prose-window", "- 최근 3년 평균 방문객*의 증가율을 고려", note) == []


@pytest.mark.parametrize(
    ("words", "series", "found"),
    [
        ("최근 3년간 증가세를 보임", "(’20)95→(’21)93→(’22)91", ["fell"]),
        ("최근 3년간 감소하고 있음", "(’20)91→(’21)93→(’22)95", ["rose"]),
        ("최근 3년간 증가세를 보임", "(’19)99→(’20)91→(’21)90→(’22)95", []),
        ("최근 5년간 증가세를 보임", "(’20)95→(’21)93→(’22)91", []),
        ("최근 3년간 조사", "(’20)95→(’21)93→(’22)91", []),
    ],
)
def test_a_trend_that_the_footnote_turns_around_is_a_doubt(words, series, found):
    lines = (f"ㅇ 방문객은 {words}", f"* 방문객(천명) : {series}")

    assert [one.facts["case"] for one in found_in("trend-differs", *lines)] == found


LONG = "ㅇ 협의회의 법률적 근거가 미비하고 합의 결과를 적은 {} 법적 효력을 갖지 못하여 집행이 어려움"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("조정조서가", "조정서가", 1),
        ("조정조서가", "조정조서는", 0),
        ("조정조서가", "합의각서가", 0),
        ("2023년 자료가", "2022년 자료가", 0),
    ],
)
def test_a_sentence_of_two_sections_that_differs_in_one_word_is_a_doubt(one, other, found):
    told = (*text(LONG.format(one), code="Ⅰ-1"), *text(LONG.format(other), code="Ⅰ-1-①"))
    check = check_by_id("copies-differ")

    assert check is not None
    assert len(audit(Case(plan(), None, told), (check,)).findings) == found


def test_items_of_one_section_may_be_alike():
    assert found_in("copies-differ", LONG.format("조정조서가"), LONG.format("조정서가")) == []


def test_a_numbered_term_that_stands_for_two_lists_is_a_doubt():
    [finding] = found_in("defined-twice", "ㅇ 3고(고물가·고금리·고환율)에 대비", "ㅇ 지속, 금리·환율·유가 3고 현상")

    assert finding.values == ("3고(고물가·고금리·고환율)", "금리·환율·유가 3고")


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("위탁기업(대기업, 공공기관, 중견기업)", "위탁기업(대기업, 중견기업)", 1),
        ("위탁기업(대기업, 공공기관)", "위탁기업(대기업, 공공기관)", 0),
        ("위탁기업(대기업, 공공기관 등)", "위탁기업(대기업, 공공기관, 중견기업)", 0),
        ("물가·금리·환율 3고", "3고(고물가, 고금리, 고환율)", 0),
        ("참여기관(환경부, 서울시)", "참여기관(환경부, 부산시)", 0),
        ("수리시설(보, 저수지)", "수리시설(양수장, 제방)", 0),
    ],
)
def test_a_term_with_two_lists_that_share_something_is_a_notice(one, other, count):
    assert len(found_in("defined-twice", f"ㅇ {one}을 점검", f"ㅇ {other}을 지원")) == count


@pytest.mark.parametrize(
    ("words", "people", "count"),
    [
        ("ㅇ 이해당사자(지자체, 어업인) 간 협의·조정 필요", (person(),), 1),
        ("ㅇ 이해당사자(지자체, 어업인) 간 협의·조정 필요", (person(), person("어업인", role="stakeholder")), 0),
        ("ㅇ 갈등요인 없음", (person(),), 0),
        ("ㅇ 이해관계자 간 조정 필요", (), 0),
    ],
)
def test_a_goal_with_interests_and_tasks_that_name_nobody(words, people, count):
    check = check_by_id("nobody-concerned")
    found = audit(Case(plan(task("Ⅰ-1-①", *people)), None, text(words, code="Ⅰ-1")), (check,)).findings

    assert len(found) == count


def lists(one: str, other: str):
    text_of = (*text(f"* {one}", code="Ⅰ-1-①"), *text(f"- {other} 등 정비 분야", code="Ⅰ-1-②"))
    check = check_by_id("defined-twice")
    return audit(Case(plan(), None, text_of), (check,)).findings


def test_one_thing_named_otherwise_between_the_same_neighbours_is_a_doubt():
    [finding] = lists("제방, 수문정비, 물가쉼터, 산책로, 다리", "수문 정비, 물가 정자, 산책로, 다리")

    assert (finding.level, finding.facts["case"]) == (Level.DOUBT, "listed")
    assert finding.values == ("물가쉼터", "물가 정자")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("제방, 수문정비, 물가쉼터, 산책로, 다리", "수문정비, 물가쉼터, 산책로, 다리"),
        ("제방, 수문정비, 물가쉼터, 산책로, 다리", "수문정비, 둔치숲길, 산책로, 다리"),
        ("제방, 수문정비, 물가쉼터, 산책로", "물가정자, 어도, 둔치, 산책로"),
        ("제방, 물가쉼터, 물가정자, 산책로, 다리", "제방, 물가정자, 산책로, 다리"),
    ],
)
def test_a_part_of_a_list_and_other_lists_are_no_findings(one, other):
    assert lists(one, other) == ()


@pytest.mark.parametrize(
    ("line", "note", "count"),
    [
        ("ㅇ 10년 전에는 없던 물길*", "* (’10) 없음 (’22) 87곳", 1),
        ("ㅇ 10년 전에는 없던 물길*", "* (’12) 없음 (’22) 87곳", 0),
        ("ㅇ 10년 전에는 없던 물길*", "* (’13) 없음 (’22) 87곳", 0),
        ("ㅇ 10년 전에는 없던 물길*", "* (’02) 없음 (’22) 87곳", 0),
        ("ㅇ 10년 전에는 없던 물길*", "* 전국 87곳", 0),
        ("ㅇ 2010년 전국 물길*", "* (’18) 없음 (’22) 87곳", 0),
    ],
)
def test_so_long_ago_by_the_words_and_longer_by_the_footnote_is_a_notice(line, note, count):
    found = found_in("prose-window", line, note)

    assert len(found) == count
    assert all(one.values == ("10년 전", "12") for one in found)


@pytest.mark.parametrize(
    ("line", "odd"),
    [
        ("ㅇ 4개 법원(동강, 서강, 남강, 물길재단)과 협약", "물길재단"),
        ("ㅇ 3개 공단(강물공단, 둑공단, 숲길공사)이 참여", "숲길공사"),
        ("ㅇ 3개 공단(강물공단, 둑공단, 숲길공단)이 참여", ""),
        ("ㅇ 4개 법원(동강, 서강, 남강, 북강)과 협약", ""),
        ("ㅇ 3개 공단(강물공단, 둑공사, 숲길공사)이 참여", ""),
        ("ㅇ 5개 공단(강물공단, 둑공단, 숲길공사 등)이 참여", ""),
    ],
)
def test_one_of_another_kind_among_those_counted_is_a_notice(line, odd):
    found = [one for one in found_in("list-count", line) if one.facts.get("case") == "kind"]

    assert [one.facts["odd"] for one in found] == ([odd] if odd else [])
    assert all(one.level is Level.NOTICE for one in found)


RATES = "* 방문 증가율(%): (’22.1) 18.0 (5) 10.5 (6) △3.0 (9) △0.7"


@pytest.mark.parametrize(
    ("line", "note", "cell"),
    [
        ("ㅇ 방문은 ’22년 하반기부터 감소 추세", RATES, "(6) △3.0"),
        ("ㅇ 방문은 ’22년 상반기부터 감소 추세", RATES, ""),
        ("ㅇ 방문은 ’22년 하반기부터 감소 추세", RATES.replace("(6)", "(7)"), ""),
        ("ㅇ 방문은 ’22년 하반기부터 증가 추세", RATES, ""),
        ("ㅇ 방문은 ’22년 하반기부터 감소 추세", "* 방문객(명): (1) 18 (5) 10 (6) 3", ""),
        ("ㅇ 방문은 ’22년 하반기부터 감소 추세", "* 방문 증가율(%): (’21.6) 2.0 (’22.5) △3.0 (6) △4.0", ""),
    ],
)
def test_a_turn_in_another_half_than_the_words_say_is_a_notice(line, note, cell):
    found = found_in("trend-differs", line, note)

    assert [one.values[1] for one in found] == ([cell] if cell else [])


@pytest.mark.parametrize(
    ("line", "note", "count"),
    [
        ("① (법개정) 돌봄이 지원 근거 마련*", "* 「하천 돌봄 운영요령」 개정", 1),
        ("① (법개정) 돌봄이 지원 근거 마련*", "* 「하천법」 및 「하천 돌봄 운영요령」 개정", 0),
        ("① (규정개정) 돌봄이 지원 근거 마련*", "* 「하천 돌봄 운영요령」 개정", 0),
        ("① (법개정) 돌봄이 지원 근거 마련*", "* 「하천 돌봄 운영요령」 참고", 0),
    ],
)
def test_a_rule_under_the_heading_of_a_law_is_a_doubt(line, note, count):
    found = found_in("law-or-rule", line, note)

    assert [one.values for one in found] == [("(법개정)", "하천 돌봄 운영요령")] * count
