"""One title or one indicator printed in different words."""

from tests.audit.prose import found_in
from tests.builders import found_by, indicator, name, plan, task
from uigwe.plan import Part
from uigwe.texts import say


def test_a_title_in_other_words_is_a_doubt():
    forms = (name("Ⅰ-1-①", "선제적 정비"), name("Ⅰ-1-①", "선재적 정비", part=Part.ANNEX))

    [finding] = found_by("title-differs", plan(task("Ⅰ-1-①"), *forms))

    assert say(finding).sentence == "Ⅰ-1-①의 제목이 자리에 따라 다르게 적혀 있습니다: 선제적 정비 / 선재적 정비"


def test_spaces_dots_and_brackets_do_not_make_another_title():
    forms = (name("Ⅰ-1-①", "정비·보전(공통)"), name("Ⅰ-1-①", "정비 ･ 보전.", part=Part.ANNEX))

    assert found_by("title-differs", plan(task("Ⅰ-1-①"), *forms)) == []


def test_an_indicator_under_two_names_is_a_doubt():
    forms = (name("satisfaction", "만족도(점)"), name("satisfaction", "이용자 만족도(점)", part=Part.ANNEX))

    [finding] = found_by("indicator-name-differs", plan(indicator("만족도", target=90), *forms))

    assert say(finding).sentence == (
        "한 지표의 이름이 자리에 따라 다르게 적혀 있습니다: 만족도(점) / 이용자 만족도(점)"
    )


def test_the_unit_behind_the_name_is_not_part_of_it():
    forms = (name("satisfaction", "만족도(점)"), name("satisfaction", "만족도", part=Part.ANNEX))

    assert found_by("indicator-name-differs", plan(indicator("만족도", target=90), *forms)) == []


def test_a_title_as_a_sentence_and_as_a_noun_is_one_title():
    both = plan(name("Ⅰ-1", "맑은 물길을 조성한다."), name("Ⅰ-1", "맑은 물길을 조성"))

    assert found_by("title-differs", both) == []


def explained(heading: str):
    of = plan(indicator("하천 방문객 증가율", unit="%", target=5), name("indicator", "하천 방문객 증가율(%)"))
    lines = (f"□ {heading}", "ㅇ 측정산식", "- 측정대상기간 : ’23.1.1~’23.12.31")
    return found_in("indicator-name-differs", *lines, of=of)


def test_the_name_above_the_explanation_is_the_name_of_the_table():
    [finding] = explained("하천 누리집 방문객 증가율(%)")

    assert finding.values == ("하천 방문객 증가율(%)", "하천 누리집 방문객 증가율(%)")
    assert explained("하천 방문객 증가율 (%)") == []
    assert explained("하천 방문객 현황") == []


def test_a_title_with_and_without_its_object_is_one_title():
    both = plan(name("Ⅰ-1", "기술기반 창업을 확산한다."), name("Ⅰ-1", "기술기반 창업 확산"))
    other = plan(name("Ⅰ-1", "맑은 물길을 구축한다."), name("Ⅰ-1", "맑은 물길 구현"))

    assert found_by("title-differs", both) == []
    assert len(found_by("title-differs", other)) == 1


def test_a_title_that_promises_more_of_what_is_cut_is_a_doubt():
    reason = "하천기금 예산이 전년 대비 약 39.7% 감액된 점을 반영하여 설정"
    [finding] = found_by("title-against", plan(indicator(target=90, reason=reason), task(title="하천기금 대폭 확대")))

    assert finding.values == ("하천기금 대폭 확대", "하천기금 예산이 전년 대비 약 39.7% 감액")
    assert found_by("title-against", plan(indicator(target=90, reason=reason), task(title="하천 정비 확대"))) == []
    more = "하천기금 예산이 전년 대비 39.7% 늘어난 점을 반영"
    assert found_by("title-against", plan(indicator(target=90, reason=more), task(title="하천기금 확대"))) == []


def test_each_place_of_each_wording_is_named():
    [finding] = found_by(
        "title-differs",
        plan(
            task(),
            name("Ⅰ-1-①", "하천을 정비한다", line=5),
            name("Ⅰ-1-①", "하천을 복원한다", line=6),
            name("Ⅰ-1-①", "하천을 정비한다", line=7, part=Part.ANNEX),
        ),
    )

    assert [place.line for place in finding.places] == [5, 6, 7]


def test_the_name_before_an_equals_sign_is_one_more_wording():
    reason = "상생발전 협력협약 체결건수(누계) = 전년도 건수 + 올해 건수"
    [finding] = found_by("indicator-name-differs", plan(indicator("상생발전 협약 체결건수", target=90, reason=reason)))

    assert finding.values == ("상생발전 협약 체결건수", "상생발전 협력협약 체결건수(누계)")
    other = "전년도 실적 = 87"
    assert found_by("indicator-name-differs", plan(indicator("상생발전 협약 체결건수", target=90, reason=other))) == []
