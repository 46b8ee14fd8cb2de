"""One run of all checks: who a finding is, what ran, and in which order."""

from dataclasses import replace

from tests.builders import case, claim, found_by, indicator, milestone, plan, statement, task
from tests.every import every
from tests.shipped import pack, report
from uigwe.audit import CHECKS, Case, Level, Type, audit, check_by_id
from uigwe.plan import Plan


def renumbered(of: Plan, by: int) -> Plan:
    """The same plan, printed `by` lines further down."""

    def place(one):
        return replace(one, line=one.line + by if one.line is not None else None)

    def moved(one):
        return replace(one, place=place(one.place))

    indicators = tuple(
        replace(one, uses=tuple(map(moved, one.uses)), printings=tuple(map(moved, one.printings)))
        for one in of.indicators
    )
    return replace(of, indicators=indicators, claims=tuple(map(moved, of.claims)))


def test_a_finding_keeps_its_key_when_lines_are_renumbered():
    first = plan(
        indicator(past={2022: 92}, target=90, annex={2023: 91}),
        statement(claim("1", "part"), claim("2", "part"), claim("4", "total")),
    )

    before = audit(case(first)).findings
    after = audit(case(renumbered(first, 40))).findings

    assert len(before) == 3
    assert {one.key for one in before} == {one.key for one in after}
    assert [one.place.line for one in before] != [one.place.line for one in after]


def test_the_whole_2023_plan_keeps_its_keys_when_lines_are_renumbered():
    moved = audit(Case(renumbered(pack().plan, 1000)))

    assert {one.key for one in moved.findings} == {one.key for one in report().findings}


def test_a_finding_gets_another_key_when_its_facts_change():
    [one] = found_by("target-retreats", plan(indicator(past={2022: 92}, target=90)))
    [other] = found_by("target-retreats", plan(indicator(past={2022: 92}, target=91)))

    assert one.object == other.object
    assert one.key != other.key


def test_every_finding_of_the_2023_plan_has_a_key_of_its_own():
    keys = [finding.key for finding in report().findings]

    assert len(keys) == len(set(keys))


def test_a_check_that_lacks_what_it_needs_is_skipped_and_named():
    without_claims = audit(case(plan(indicator(target=1))))

    assert {("sum", "claims"), ("change", "claims"), ("base-moved", "last_year")} <= set(without_claims.skipped)
    assert "sum" not in without_claims.ran


def test_with_claims_and_last_years_plan_nothing_is_skipped_but_what_needs_text():
    whole = plan(statement(claim("1")))
    complete = audit(Case(whole, last_year=whole))

    assert {need for _, need in complete.skipped} <= {"text"}
    assert complete.ran == tuple(check.id for check in CHECKS if "text" not in check.needs)


def test_findings_come_in_reading_order_the_gravest_first():
    unordered = plan(
        indicator("이행률", id="later", code="Ⅱ-1-①", past={2022: 92}, target=90),
        indicator("만족도", code="Ⅰ-1-①", past={2022: 92}, target=90),
        task("Ⅰ-1-①", milestone("보고", "’23.11월", 3)),
    )

    found = audit(case(unordered)).findings

    assert [(one.code, one.level) for one in found] == [
        ("Ⅰ-1-①", Level.ERROR),
        ("Ⅰ-1-①", Level.DOUBT),
        ("Ⅱ-1-①", Level.DOUBT),
    ]


def test_a_report_counts_its_levels():
    assert sum(report().count(level) for level in Level) == len(report().findings)


def test_a_clean_plan_has_no_finding():
    clean = plan(
        indicator("만족도", past={2022: 92}, target=93, basis="last + 1"),
        task("Ⅰ-1-①", milestone("보고", "’23.5월", 2)),
    )

    assert audit(case(clean)).findings == ()


@every(CHECKS)
def test_an_empty_plan_stops_no_check(check):
    bare = replace(plan(), goals=())

    assert list(check.find(case(bare))) == []


def test_checks_have_ids_of_their_own_and_a_type():
    ids = [check.id for check in CHECKS]

    assert len(ids) == len(set(ids))
    assert all(isinstance(check.type, Type) for check in CHECKS)
    assert check_by_id("no-such-check") is None
