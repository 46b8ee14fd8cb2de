"""Public holidays: by the sun, by the moon, named one by one, and the days that take their place."""

from __future__ import annotations

from datetime import date

import pytest

from tests.every import every
from uigwe.packs.holidays import known_years, public_holidays


def names(year: int) -> dict[str, str]:
    return {
        day.strftime("%m-%d"): " · ".join(one.ko for one in held)
        for day, held in public_holidays(year).items()
        if day.year == year
    }


def test_the_year_2023_as_the_government_announced_it():
    assert names(2023) == {
        "01-01": "1월 1일", "01-21": "설날 연휴", "01-22": "설날", "01-23": "설날 연휴", "01-24": "대체공휴일(설날)",
        "03-01": "3·1절", "05-05": "어린이날", "05-27": "부처님 오신 날", "05-29": "대체공휴일(부처님 오신 날)",
        "06-06": "현충일", "08-15": "광복절", "09-28": "추석 연휴", "09-29": "추석", "09-30": "추석 연휴",
        "10-02": "임시공휴일", "10-03": "개천절", "10-09": "한글날", "12-25": "기독탄신일",
    }  # fmt: skip


def test_two_holidays_that_meet_on_a_weekday_give_one_day_more():
    found = names(2025)
    assert found["05-05"] == "어린이날 · 부처님 오신 날"
    assert found["05-06"].startswith("대체공휴일")
    assert "05-07" not in found
    assert names(2028)["10-03"] == "개천절 · 추석"
    assert "10-05" in names(2028) and "10-06" not in names(2028)


def test_the_days_between_a_feast_of_three_days_and_its_substitute_are_skipped():
    assert names(2025)["10-08"] == "대체공휴일(추석 연휴)"  # the eve fell on a Sunday, the feast went on until Tuesday


def test_a_saturday_gives_a_feast_of_the_moon_no_day_and_a_feast_of_the_sun_one():
    assert date(2023, 9, 30).weekday() == 5 and "10-04" not in names(2023)
    assert date(2026, 8, 15).weekday() == 5 and names(2026)["08-17"] == "대체공휴일(광복절)"


@pytest.mark.parametrize(("year", "there"), [(2025, False), (2026, True)])
def test_a_law_holds_from_its_year_on(year, there):
    assert ("07-17" in names(year)) is there
    assert ("05-01" in names(year)) is there
    assert "12-26" not in names(2022), "in 2022 Christmas fell on a Sunday, and nothing took its place yet"


def test_a_year_beyond_the_list_has_the_days_of_the_sun_only():
    beyond = known_years().stop
    assert names(beyond)["10-09"] == "한글날"
    assert not any("추석" in name for name in names(beyond).values())


@every(known_years())
def test_no_substitute_falls_on_a_weekend_or_on_another_holiday(year):
    for day, held in public_holidays(year).items():
        if any("대체공휴일" in one.ko for one in held):
            assert day.weekday() < 5
            assert len(held) == 1
        assert all(one.name("en").isascii() for one in held)


def test_each_year_of_the_list_has_all_three_feasts():
    for year in known_years():
        assert {"설날", "부처님 오신 날", "추석"} <= {one.ko for held in public_holidays(year).values() for one in held}
