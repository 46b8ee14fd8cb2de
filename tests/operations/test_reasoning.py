"""Bases of imported plans: read from reasons where that is safe, and kept where a person wrote them."""

from tests.builders import indicator, plan
from uigwe.operations.reasoning import keeping_bases, with_bases

PAST = {2020: "78", 2021: "82.5", 2022: "84.6"}


def basis_of(one):
    return one.indicators[0].uses[0].basis


def read(reason, target, unit="점"):
    return basis_of(with_bases(plan(indicator(unit=unit, past=PAST, target=target, reason=reason))))


def test_a_sure_reading_is_taken_even_when_it_misses_the_target():
    assert read("전년 실적 대비 3% 상향", "90") == "last * (100 % + 3 %)"


def test_a_likely_reading_is_taken_only_when_it_yields_the_target():
    assert read("전년 실적 대비 4% 상향", "88.6", "%") == "last + 4 %p"
    assert read("전년 실적 대비 4% 상향", "95.0", "%") == ""


def test_a_reason_without_arithmetic_gives_no_basis():
    assert read("대내외 여건을 고려하여 도전적으로 설정", "90") == ""


def test_a_basis_written_by_a_person_survives_a_new_import():
    reason = "대내외 여건을 고려하여 설정"
    before = plan(indicator(past=PAST, target="90", reason=reason, basis="last + 5.4"))
    again = plan(indicator(past=PAST, target="90", reason=reason))
    assert basis_of(keeping_bases(again, before)) == "last + 5.4"


def test_a_changed_reason_is_read_anew():
    before = plan(indicator(past=PAST, target="90", reason="전년과 같이 설정", basis="last + 5.4"))
    again = plan(indicator(past=PAST, target="90", reason="전년 실적 대비 3% 상향"))
    assert basis_of(keeping_bases(with_bases(again), before)) == "last * (100 % + 3 %)"
