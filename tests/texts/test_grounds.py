"""What stands behind a target: the printed reason, how it reads, what it comes to."""

from dataclasses import replace

from tests import shipped
from tests.builders import indicator, plan
from uigwe.audit import CHECKS, Case, audit
from uigwe.texts import LANGUAGES, grounds, reason_of
from uigwe.texts.grounds import ON_TARGETS


def reasoned(reason: str, basis: str = "", target: str = "90"):
    """A plan with one indicator whose target has this reason, and its findings on targets."""
    one = indicator("만족도", past={2020: 80, 2021: 82, 2022: 84}, target=target)
    [use] = one.uses
    told = plan(replace(one, uses=(replace(use, reason=reason, basis=basis),)))
    return told, [found for found in audit(Case(told)).findings if found.check in ON_TARGETS]


def test_the_reason_is_quoted_with_its_reading_and_its_working():
    told, findings = reasoned("최근 3년 평균 대비 3% 상향", "mean(2020..2022) * 103 %")
    [found] = [one for one in findings if one.check == "target-basis"]
    behind = grounds(found, told)

    assert behind is not None
    assert (behind.words, behind.basis) == ("최근 3년 평균 대비 3% 상향", "mean(2020..2022) * 103 %")
    assert behind.reading == "2020~2022년 실적의 평균의 103%"
    assert behind.steps == found.steps != ()
    assert "the mean of the results" in grounds(found, told, "en").reading


def test_a_reason_without_a_calculation_says_why_there_is_none():
    told, findings = reasoned("코로나19 여파와 경제 상황 등을 고려하여 설정")
    [found] = [one for one in findings if one.check == "reason-none"]
    behind = grounds(found, told)

    assert (behind.basis, behind.steps) == ("", ())
    assert "기준값과 상향폭을 적어야" in behind.reading


def test_a_finding_about_anything_else_and_a_reason_of_last_year_have_no_grounds():
    told, findings = reasoned("〔2022〕 최근 3년 평균 대비 3% 상향", target="80")

    assert findings
    assert all(grounds(one, told) is None and reason_of(one, told) == "" for one in findings)
    shipped_plan = shipped.pack().plan
    others = [one for one in shipped.report().findings if one.check not in ON_TARGETS]
    assert all(grounds(one, shipped_plan) is None for one in others)


def test_every_finding_on_a_target_of_the_plan_that_ships_has_its_words_in_both_languages():
    found = [one for one in shipped.report().findings if one.check in ON_TARGETS]

    for one in found:
        for language in LANGUAGES:
            behind = grounds(one, shipped.pack().plan, language)
            assert behind is None or (behind.words and behind.reading and "{" not in behind.reading), one.object
    assert sum(grounds(one, shipped.pack().plan) is not None for one in found) > len(found) * 0.8
    assert set(ON_TARGETS) <= {check.id for check in CHECKS}
