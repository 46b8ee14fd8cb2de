"""Public holidays of government offices, from `holidays.yaml`: by the sun, by the moon, named one by one, and what takes their place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

SATURDAY, SUNDAY = 5, 6
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday by its names. `substitute` says when another day is given for it: `weekend`, `sunday`, or never (empty)."""

    day: date
    ko: str
    en: str
    substitute: str = ""

    def name(self, language: str) -> str:
        """What it is called in this language."""
        return self.en if language == "en" else self.ko


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    text = resources.files("uigwe.packs").joinpath("holidays.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


@lru_cache(maxsize=1)
def known_years() -> range:
    """The years whose lunar days are listed; of other years only the days by the sun are known."""
    years = [day.year for feast in _data()["lunar"] for day in feast["days"]]
    return range(min(years), max(years) + 1)


@lru_cache(maxsize=32)
def public_holidays(year: int) -> Mapping[date, tuple[Holiday, ...]]:
    """The public holidays of a year by day, those that take the place of another among them."""
    found: dict[date, list[Holiday]] = {}
    for one in sorted((*_solar(year), *_lunar(year), *_named(year)), key=lambda one: one.day):
        found.setdefault(one.day, []).append(one)
    for day, why in _owed(found):
        while day.weekday() >= SATURDAY or day in found:
            day += _ONE
        found[day] = [_in_words("substitute", why, day)]
    return MappingProxyType({day: tuple(found[day]) for day in sorted(found)})


def _owed(found: Mapping[date, list[Holiday]]) -> list[tuple[date, Holiday]]:
    """For which holidays another day is given, each with the first day that could be it: one day for what meets on a weekday."""
    owed = []
    for day, here in sorted(found.items()):
        for one in here:
            weekend = one.substitute == "weekend" and day.weekday() >= SATURDAY
            if weekend or (one.substitute == "sunday" and day.weekday() == SUNDAY):
                owed.append((day, one))
        met = [one for one in here if one.substitute]
        if len(here) > 1 and met and day.weekday() < SATURDAY:
            owed.append((day, met[0]))
    return owed


def _in_words(kind: str, of: Holiday, day: date, substitute: str = "") -> Holiday:
    words = _data()["words"][kind]
    return Holiday(day, words["ko"].format(name=of.ko), words["en"].format(name=of.en), substitute)


def _solar(year: int) -> Iterator[Holiday]:
    for one in _data()["solar"]:
        if year >= one.get("since", 0):
            yield Holiday(date(year, one["month"], one["day"]), one["ko"], one["en"], _substitute(one, year))


def _substitute(one: Mapping[str, Any], year: int) -> str:
    rule: str = one.get("substitute", "")
    return rule if year >= one.get("substitute_since", 0) else ""


def _lunar(year: int) -> Iterator[Holiday]:
    for feast in _data()["lunar"]:
        for day in feast["days"]:
            if day.year != year:
                continue
            main = Holiday(day, feast["ko"], feast["en"], _substitute(feast, year))
            yield main
            for step in range(1, feast.get("around", 0) + 1):
                for beside in (day - step * _ONE, day + step * _ONE):
                    yield _in_words("around", main, beside, main.substitute)


def _named(year: int) -> Iterator[Holiday]:
    for one in _data()["named"]:
        if one["day"].year == year:
            yield Holiday(one["day"], one["ko"], one["en"])
