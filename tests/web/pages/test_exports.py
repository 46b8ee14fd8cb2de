"""What leaves the site as a file."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.web.pages.test_pages import client, ministry, read  # noqa: F401 - a fixture
from uigwe.web.plans.views.findings import tame

pytestmark = pytest.mark.once  # what is in a file, whichever database its plan lies in


def test_findings_as_json_are_what_the_page_shows(ministry):  # noqa: F811
    browser = client()
    document = json.loads(browser.get("/p/abc/2023/findings/export.json?level=error").content)

    assert {one["level"] for one in document["findings"]} == {"error"}
    assert read(browser, "/p/abc/2023/findings/?level=error").count('class="finding-row"') == len(document["findings"])
    assert all(one["sentence"] and one["key"] for one in document["findings"])


def test_findings_as_csv_open_in_a_spreadsheet(ministry):  # noqa: F811
    response = client().get("/p/abc/2023/findings/export.csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert "attachment" in response["Content-Disposition"]
    assert rows
    assert all(row["level"] in ("error", "doubt", "notice") for row in rows)


def test_no_cell_becomes_a_formula_and_numbers_stay_numbers():
    assert tame("=1+1") == "'=1+1"
    assert tame("＝cmd") == "'＝cmd"
    assert tame("@sum") == "'@sum"
    assert tame("-5") == "-5"
    assert tame("-5,000.5") == "-5,000.5"
    assert tame("손실보상") == "손실보상"


def test_the_calendar_file_has_an_event_for_each_dated_milestone(ministry):  # noqa: F811
    text = client().get("/p/abc/2023/calendar.ics?goal=1-1-1").content.decode()

    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 8
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "DTSTART;VALUE=DATE:20230401" in text
    assert "DTEND;VALUE=DATE:20230701" in text


def test_the_record_is_verified_and_taken_away_by_the_auditor(ministry):  # noqa: F811
    browser = client(person=ministry.people["auditor"])

    assert browser.post("/record/verify/").content.decode().count("verdict is-clear") == 1
    lines = b"".join(browser.get("/record/export.json").streaming_content).decode().splitlines()
    assert json.loads(lines[-1])["head"]["sequence"] == len(lines) - 1
    assert (
        b"".join(browser.get("/record/export.csv").streaming_content)
        .decode("utf-8-sig")
        .startswith("sequence,time,who")
    )
