"""The site with the plan that ships, in a real browser."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from tools import catalogue

PLAN = "/p/mss/2023/"


@pytest.fixture(scope="session")
def kept() -> list[sqlite3.Connection]:
    """The database of the demo as it was loaded, for the next module."""
    return []


def load(kept: list[sqlite3.Connection]) -> None:
    from django.db import connection

    from uigwe.web import demo

    connection.ensure_connection()
    if kept:
        kept[0].backup(connection.connection)
        return
    demo.load("en")
    if connection.vendor == "sqlite":
        kept.append(sqlite3.connect(":memory:"))
        connection.connection.backup(kept[0])


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any, browser: Any, kept: list[sqlite3.Connection]) -> Iterator[str]:
    """The demo, as `uigwe demo` makes it: the shipped plan published, a draft open, a person of every role. Its address.

    Anew for each module, whose tests share it: each leaves the plan as it found it, or works on a field of its own.
    """
    from django.core.management import call_command
    from django.test import override_settings
    from pytest_django.live_server_helper import LiveServer

    catalogue.compile_all()
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # seven people, in no time
    with django_db_blocker.unblock(), override_settings(TODAY=date(2023, 5, 15), DEMO=True, PASSWORD_HASHERS=quick):
        server = LiveServer("localhost")
        try:
            load(kept)
            yield str(server.url)
        finally:
            server.stop()
            call_command("flush", verbosity=0, interactive=False)


@pytest.fixture
def _django_db_helper(site: str) -> None:
    """In the place of pytest-django's: the database belongs to the site of the module and is emptied with it, not after each test."""


@pytest.fixture(scope="module")
def sessions() -> dict[str, list[Any]]:
    """The cookies of those who signed in at the site of the module."""
    return {}


@pytest.fixture
def sign_in(page: Any, site: str, sessions: dict[str, list[Any]]) -> Callable[[str], None]:
    """Sign in as one of the demo's people: by the form, and from then on by the session that it began, while that lasts."""
    from uigwe.web.people.demo import password_of

    def enter(name: str) -> None:
        if name in sessions:
            page.context.add_cookies(sessions[name])
            page.goto(f"{site}{PLAN}")
            if page.locator("form[action='/sign-out/']").count():
                return
        page.goto(f"{site}/sign-in/")
        page.fill("#id_username", name)
        page.fill("#id_password", password_of(name))
        page.click("main button.primary")
        page.wait_for_url(f"{site}{PLAN}")
        sessions[name] = [one for one in page.context.cookies() if one["name"] in ("sessionid", "csrftoken")]

    return enter
