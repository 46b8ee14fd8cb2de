"""Laws, bodies and sites in two forms."""

import pytest

from tests.audit.prose import found_in
from tests.builders import body, found_by, indicator, law, person, plan, site, task
from uigwe.audit import Case, Level, audit, check_by_id
from uigwe.audit.jamo import distance
from uigwe.plan import Paragraph, Place
from uigwe.texts import say


def test_a_law_a_few_keystrokes_away_is_a_doubt():
    [finding] = found_by(
        "reference-forms", plan(law("하천 정비 촉진에 관한 법률"), law("하천 정비추진에 관한 법률", code="Ⅰ-1-②"))
    )

    assert finding.level is Level.DOUBT
    assert "촉진" in say(finding).sentence and "추진" in say(finding).sentence


def test_a_law_cut_short_is_a_doubt():
    [finding] = found_by("reference-forms", plan(law("중소하천 진흥에 관한 법률"), law("중소하천 진흥법")))

    assert finding.facts["case"] == "short"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("하천법", "하천법 시행령"),
        ("하천 정비 촉진에 관한 법률", "하천정비 촉진에 관한 법률"),
        ("하천 정비 촉진에 관한 법률", "산림 정비 촉진에 관한 법률"),
        ("상법", "민법"),
    ],
)
def test_decrees_spacing_and_other_laws_are_no_findings(one, other):
    assert found_by("reference-forms", plan(law(one), law(other))) == []


def test_a_law_in_prose_is_compared_with_the_list():
    prose = (Paragraph("「광역교텅관리법」 제3조에 따라 추진", Place(code="Ⅰ-1-①", line=77)),)
    check = check_by_id("reference-forms")
    assert check

    [finding] = audit(Case(plan(law("광역교통관리법")), text=prose), (check,)).findings

    assert finding.place.line == 77


@pytest.mark.parametrize("wrong", ["한국하천관공단", "한국하천괸리공단"])
def test_a_body_with_a_syllable_missing_or_a_letter_changed_is_a_doubt(wrong):
    [finding] = found_by("reference-forms", plan(body("한국하천관리공단"), body(wrong, code="Ⅰ-1-②")))

    assert finding.level is Level.DOUBT


def test_a_body_in_a_source_is_compared_with_the_list():
    [finding] = found_by(
        "reference-forms", plan(body("한국하천관리공단"), indicator(source="한국하천관공단 성과보고서", target=1))
    )

    assert finding.object == "satisfaction@Ⅰ-1-①"


def test_a_stakeholder_named_often_and_once_with_another_letter_is_a_doubt():
    often = [task(f"Ⅰ-1-{n}", person("하천협회", role="stakeholder")) for n in "①②③"]
    once = task("Ⅰ-1-④", person("허천협회", role="stakeholder"))

    assert len(found_by("reference-forms", plan(*often, once))) == 1
    assert found_by("reference-forms", plan(*often)) == []


def test_two_bodies_of_one_kind_are_two_bodies():
    assert found_by("reference-forms", plan(body("한국하천관리공단"), body("한국산림관리공단"))) == []


@pytest.mark.parametrize("other", ["tb.river.or.kr", "www.riber.go.kr"])
def test_an_address_of_another_kind_or_a_letter_away_is_a_doubt(other):
    [finding] = found_by("reference-forms", plan(site(), site("물길 자료실", other)))

    assert finding.level is Level.DOUBT


def test_one_name_with_two_addresses_is_a_doubt():
    [finding] = found_by("reference-forms", plan(site(), site("물길 누리집", "www.forest.go.kr")))

    assert finding.facts["case"] == "two"


@pytest.mark.parametrize("other", ["data.river.go.kr", "www.forest.go.kr", "http://www.river.go.kr/"])
def test_other_hosts_of_one_domain_and_other_domains_are_no_findings(other):
    assert found_by("reference-forms", plan(site(), site("물길 자료실", other))) == []


def test_a_site_that_the_prose_gives_another_address_is_a_doubt():
    [finding] = found_in(
        "reference-forms",
        "ㅇ 물길지도(www.river.go.kr)는 수위를 알림",
        "ㅇ 신청 : 물길지도 사이트 (map.forest.or.kr)에서 안내",
    )

    assert finding.values == ("www.river.go.kr", "map.forest.or.kr")


def test_one_kind_of_site_is_not_one_site():
    lines = (
        "ㅇ 하천 관리시스템(www.river.go.kr)",
        "ㅇ 산림 관리시스템(www.forest.go.kr)",
        "ㅇ 물길지도(www.river.go.kr)",
    )

    assert found_in("reference-forms", *lines) == []


def test_a_syllable_is_as_far_as_its_letters():
    assert distance("촉진", "추진", 3) == 2
    assert distance("하천", "허천", 3) == 1
    assert distance("하천법", "하천법", 3) == 0
    assert distance("하천", "산림청", 3) == 4


def test_a_law_that_prose_gives_as_its_ground_is_compared_without_brackets():
    of = plan(law("대·중소어업 상생협력 촉진에 관한 법률"))

    [finding] = found_in("reference-forms", "* (근거) 대·중소어업 상생협력추진에 관한 법률", of=of)

    assert finding.values == ("대·중소어업 상생협력 촉진에 관한 법률", "대·중소어업 상생협력추진에 관한 법률")
    assert found_in("reference-forms", "* (근거) 대·중소어업 상생협력 촉진에 관한 법률 제3조", of=of) == []
    assert found_in("reference-forms", "- 어업인 지원에 관한 법률 제정을 추진", of=of) == []


def test_a_body_whose_paper_is_named_without_a_space_is_read():
    of = plan(body("소상공인시장진흥공단"), indicator(source="소상공인시진흥공단성과보고서"))

    [finding] = found_by("reference-forms", of)

    assert finding.values == ("소상공인시장진흥공단", "소상공인시진흥공단")


@pytest.mark.parametrize(
    ("named", "found"), [("중소기업진흥공단", 1), ("중소벤처기업진흥공단", 0), ("중소기업지원센터", 0)]
)
def test_a_body_of_which_there_is_one_is_compared_where_prose_names_it(named, found):
    of = plan(body("중소벤처기업진흥공단"), body("중소벤처기업지원센터"))

    assert len(found_in("reference-forms", f"* 무역협회, {named} 등", of=of)) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["ㅇ 자율조정협의회를 두고 합의를 이끎", "ㅇ 전문가로 이루어진 ‘자율사업조정협의회’ 활용"], 1),
        (["ㅇ 하천 정비 운영위원회 구성", "ㅇ 하천 정비 발전 운영위원회 구성"], 1),
        (["ㅇ 하천정비위원회 구성", "ㅇ 하천정비실무위원회 구성"], 0),
        (["ㅇ 자율조정협의회 운영", "ㅇ 자율조정협의회 활성화"], 0),
        (["ㅇ 스마트등대공장 협의회, 스마트공장 협의회"], 0),
    ],
)
def test_a_committee_with_a_word_more_in_one_section_is_a_doubt(lines, found):
    spread = [part for line in lines for part in (line, "ㅇ 현장 점검", "ㅇ 결과 보고")]

    assert len([one for one in found_in("reference-forms", *spread) if one.facts["case"] == "longer"]) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["ㅇ 하천종합관리시스템(RIMS) 운영", "ㅇ 민간 기반의 하천 수질 시스템(RIMS*) 구축"], 1),
        (["ㅇ 하천종합관리시스템(RIMS) 운영", "ㅇ 등록된 사업 중 관리시스템(RIMS)을 이용"], 0),
        (["ㅇ 하천종합관리시스템(RIMS) 운영", "ㅇ 하천 종합관리시스템(RIMS)의 자료"], 0),
        (["ㅇ 연구개발(R&D) 지원", "ㅇ 기술개발(R&D) 지원"], 0),
    ],
)
def test_one_acronym_behind_two_names_is_a_doubt(lines, found):
    assert len([one for one in found_in("reference-forms", *lines) if one.facts["case"] == "acronym"]) == found


def test_two_names_of_an_agency_in_the_prose_are_a_doubt():
    lines = (
        "ㅇ (수행기관) 지방중소벤처기업청 등",
        "ㅇ 공공기관에 대한 지방중소기업청의 지원",
        "ㅇ 사업전환계획신청, 사업계획신청",
    )

    [finding] = found_in("reference-forms", *lines)

    assert set(finding.values) == {"지방중소벤처기업청", "지방중소기업청"}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("농어촌스마트산지혁신촉진에 관한 법률", "스마트산지혁신 촉진법", ["short"]),
        ("산지관리법", "국유림관리법", []),
        ("하천 점용에 관한 법률", "국가하천 점용에 관한 법률", []),
    ],
)
def test_a_law_that_lost_its_first_word_is_a_doubt(one, other, found):
    of = plan(law(one), law(other))

    assert [finding.facts["case"] for finding in found_by("reference-forms", of)] == found


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("ㅇ 농업협동조합법에 따른 공제", "ㅇ 협동조합법령을 개정(~7월)"), 1),
        (("ㅇ 농업협동조합법(이하 협동조합법)에 따른 공제", "ㅇ 협동조합법령을 개정(~7월)"), 0),
        (("ㅇ 농업협동조합법에 따른 공제", "ㅇ 농업협동조합법 시행령 개정"), 0),
        (("ㅇ 새로운 방법을 마련", "ㅇ 방법의 개선"), 0),
    ],
)
def test_a_statute_in_full_and_cut_short_in_one_section_is_a_notice(lines, count):
    assert len(found_in("reference-forms", *lines)) == count


def test_a_hyphenated_name_with_a_word_more_is_a_doubt():
    [finding] = found_in("reference-forms", "ㅇ 정보망(River-Link)을 운영", "ㅇ 새 정보망(Smart River-Link)을 구축")

    assert (finding.level, finding.values) == (Level.DOUBT, ("Smart River-Link", "River-Link"))
    assert found_in("reference-forms", "ㅇ K-Water Week", "ㅇ Water Week", "ㅇ Global Water Week") == []


@pytest.mark.parametrize(
    ("one", "other", "case"),
    [
        ("강변물길관리중앙회", "지역강물중앙회", "cut"),
        ("강변물길관리중앙회", "산림중앙회", ""),
        ("강변물길관리중앙회", "강물진흥원", ""),
        ("하천 전문관리자를 양성", "하천관리전문가 모집", "turned"),
        ("하천 전문관리자를 양성", "하천 전문관리사 모집", ""),
        ("하천 전문관리자를 양성", "숲길관리전문가 모집", ""),
    ],
)
def test_a_body_cut_short_and_a_profession_turned_round_are_a_notice(one, other, case):
    found = [hit for hit in found_in("reference-forms", f"ㅇ {one}", f"ㅇ {other}") if hit.level is Level.NOTICE]

    assert [hit.facts["case"] for hit in found] == ([case] if case else [])
