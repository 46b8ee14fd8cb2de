"""Two audits: what is new, what is gone, what is still there."""

from dataclasses import replace

from tests.builders import case, indicator, milestone, plan, task
from uigwe.audit import audit, check_by_id
from uigwe.audit.progress import compare_reports

CHECKS = tuple(check_by_id(id) for id in ("target-basis", "milestone-outside"))


def report(target, when, checks=CHECKS):
    of = plan(
        indicator("만족도", past={2022: 80}, target=target, basis="last * 110 %"),
        task("Ⅰ-1-①", milestone("보고", when, 3)),
    )
    return audit(case(of), checks)


def checks_of(findings):
    return [one.check for one in findings]


def test_what_was_mended_is_gone_and_what_came_is_new():
    progress = compare_reports(report(84, "’23.8월"), report(88, "’23.11월"))

    assert (checks_of(progress.new), checks_of(progress.gone)) == (["milestone-outside"], ["target-basis"])
    assert progress.still == progress.apart == ()


def test_what_nobody_touched_is_still_there():
    same = report(84, "’23.11월")

    progress = compare_reports(same, same)

    assert checks_of(progress.still) == ["target-basis", "milestone-outside"]
    assert progress.new == progress.gone == ()


def test_other_lines_do_not_make_a_finding_new():
    old = report(84, "’23.8월")
    moved = replace(old, findings=tuple(replace(one, place=replace(one.place, line=999)) for one in old.findings))

    assert checks_of(compare_reports(old, moved).still) == ["target-basis"]


def test_a_check_that_did_not_run_leaves_nothing_gone_or_new():
    both, one = report(84, "’23.11월"), report(84, "’23.11월", CHECKS[:1])

    for progress in (compare_reports(both, one), compare_reports(one, both)):
        assert checks_of(progress.still) == ["target-basis"]
        assert checks_of(progress.apart) == ["milestone-outside"]
        assert progress.new == progress.gone == ()


def test_a_finding_with_other_figures_was_neither_repaired_nor_has_it_arisen():
    progress = compare_reports(report(84, "’23.8월"), report(85, "’23.11월"))

    assert (checks_of(progress.changed), checks_of(progress.arisen)) == (["target-basis"], ["milestone-outside"])
    assert progress.repaired == ()
