"""Proposed fixes: each was tried, makes its finding go, and brings no new error but the places that have to follow."""

import pytest

from tests.builders import also_used, case, indicator, milestone, plan, task
from tests.every import every
from uigwe.audit import CHECKS, Level, audit
from uigwe.audit.fixes import FIXES, proposals, rewritten
from uigwe.plan import edited, field_now
from uigwe.texts import LANGUAGES, sentences, tell

POINTS = {"past": {2022: 88}, "unit": "%", "basis": "last + 4 %p"}
BOTH = indicator(
    "만족도",
    code="Ⅰ-1",
    past={2022: 92},
    target=93,
    elsewhere={"Ⅰ-1-①": {2022: 92, 2023: 93}},
    formula="조사 점수의 평균",
)

FIXED = [
    ("target-basis", plan(indicator("만족도", past={2022: 80}, target="84", basis="last * 110 %")), "target", "88"),
    (
        "target-basis",
        plan(indicator("이행률", unit="%", past={2022: "28.1%"}, target="40.0%", basis="last + 12 %p")),
        "target",
        "40.1%",
    ),
    (
        "target-basis",
        plan(indicator("고용증가량", unit="명", past={2022: "1,000"}, target="1,130", basis="last * 105 %")),
        "target",
        "1,050",
    ),
    ("values-differ", plan(indicator("만족도", target="89", annex={2023: "88.4"})), "target", "88.4"),
    ("quoted-differs", plan(indicator("만족도", target="118.3", quoted={2023: "116.7점"})), "target", "116.7"),
    (
        "percent-or-points",
        plan(indicator("이행률", target=92, reason="88%보다 4% 상향", **POINTS)),
        "reason",
        "88%보다 4%p 상향",
    ),
    (
        "raised-by-all",
        plan(indicator("만족도", past={2022: 80}, target="82.4", basis="last * 103 %", reason="전년 대비 103% 상향")),
        "reason",
        "전년 대비 3% 상향",
    ),
    (
        "basis-unreadable",
        plan(indicator("만족도", past={2022: 80}, target="84", basis="lats * 105 %")),
        "basis",
        "last * 105 %",
    ),
    (
        "uses-differ",
        plan(also_used(BOTH, "Ⅰ-1-①", formula="응답 점수의 합계")),
        "formula",
        "조사 점수의 평균",
    ),
    (
        "formula-annexed",
        plan(
            indicator(
                "정비율", target=90, formula="하천 정비를 마친 구간의 길이", annexed_formula="누리집별 입점 점포 수"
            )
        ),
        "formula.annex",
        "하천 정비를 마친 구간의 길이",
    ),
    ("milestone-outside", plan(task("Ⅰ-1-①", milestone("보고", "’23.11월", 3))), "quarter", "4"),
    ("milestone-outside", plan(task("Ⅰ-1-①", milestone("점검", "’23.1~5월", 1))), "quarter", "2"),
    ("milestone-outside", plan(task("Ⅰ-1-①", milestone("보고", "’24.12월", 4))), "when", "’23.12월"),
    (
        "milestone-year",
        plan(task("Ⅰ-1-①", milestone("’23년 예산 요구", "’23.5월", 2))),
        "text",
        "’24년 예산 요구",
    ),
]


def errors_of(of):
    return {(one.check, one.object) for one in audit(case(of)).findings if one.level is Level.ERROR}


@every(FIXED)
def test_a_proposal_makes_its_finding_go_and_brings_no_new_error(id, faulty, field, value):
    [finding] = [one for one in audit(case(faulty)).findings if one.check == id]

    proposal = proposals(finding, faulty)[0]
    mended = edited(faulty, proposal.patch)

    assert (proposal.patch.field, proposal.patch.value) == (field, value)
    assert field_now(mended, proposal.patch.object, field) == value
    assert finding.key not in {one.key for one in audit(case(mended)).findings}
    assert errors_of(mended) <= errors_of(faulty)
    assert proposal.follow == ()


def test_every_fix_belongs_to_a_check():
    assert FIXES.keys() <= {check.id for check in CHECKS}


def test_a_target_that_is_printed_again_names_the_places_that_must_follow():
    twice = plan(indicator("만족도", past={2022: 80}, target=84, basis="last * 110 %", annex={2023: 84}))
    [finding] = [one for one in audit(case(twice)).findings if one.check == "target-basis"]

    [proposal] = proposals(finding, twice)
    brought = errors_of(edited(twice, proposal.patch)) - errors_of(twice)

    assert [place.line for place in proposal.follow] == [910]
    assert brought == {("values-differ", "satisfaction@Ⅰ-1-①")}


def test_a_fix_that_would_break_something_else_is_not_proposed():
    """The annex says 95; but 93 is what the basis yields."""
    sound = plan(indicator("만족도", past={2022: 92}, target=93, basis="last + 1", annex={2023: 95}))
    [finding] = [one for one in audit(case(sound)).findings if one.check == "values-differ"]

    assert proposals(finding, sound) == ()


def test_a_past_result_belongs_to_the_record_and_is_not_proposed():
    past = plan(indicator("만족도", past={2022: 92}, target=95, annex={2022: 88}))
    [finding] = [one for one in audit(case(past)).findings if one.check == "values-differ"]

    assert proposals(finding, past) == ()


def test_both_readings_of_a_percentage_are_offered_when_both_hold():
    either = plan(indicator("이행률", target=92, reason="88%보다 4% 상향", **POINTS))
    [finding] = [one for one in audit(case(either)).findings if one.check == "percent-or-points"]

    assert [(one.patch.field, one.patch.value) for one in proposals(finding, either)] == [
        ("reason", "88%보다 4%p 상향"),
        ("basis", "last * (100 % + 4 %)"),
    ]


def test_what_was_done_before_the_year_began_is_not_moved_into_it():
    early = plan(task("Ⅰ-1-①", milestone("공고", "’22.12월", 1)))
    [finding] = [one for one in audit(case(early)).findings if one.check == "milestone-outside"]

    assert proposals(finding, early) == ()


@pytest.mark.parametrize(
    ("cell", "value", "unit", "new"),
    [
        ("40.0%", "41.5", "%", "41.5%"),
        ("1,130", "1056", "명", "1,056"),
        ("(잠정) 92", "93.5", "점", "(잠정) 93.5"),
        ("△7.3", "-8.1", "%", "△8.1"),
        ("12", "-1", "%", "△1"),
        ("2.4조원", "2.6", "조원", "2.6조원"),
        ("7만", "80000", "명", None),
        ("신규", "3", "명", None),
        ("103.9 (’22.11)", "104", "억원", None),
    ],
)
def test_a_cell_keeps_its_dress_or_is_left_alone(cell, value, unit, new):
    from decimal import Decimal

    assert rewritten(cell, Decimal(value), unit) == new


@every([one[1] for one in FIXED], LANGUAGES)
def test_a_proposal_can_be_said(faulty, language):
    for finding in audit(case(faulty)).findings:
        for proposal in proposals(finding, faulty):
            assert proposal.why in sentences("fixes", language)
            assert "{" not in tell("fixes", proposal.why, proposal.facts, language)
