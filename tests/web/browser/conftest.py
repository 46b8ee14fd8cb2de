"""The site with the plan that ships, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tools import catalogue

PLAN = "/p/mss/2023/"


@pytest.fixture
def on_sqlite() -> None:
    """For what a database cannot change: it is looked at once."""
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("pages look the same on every database: swept on SQLite")


@pytest.fixture
def site(live_server: Any, settings: Any) -> str:
    """The demo, as `uigwe demo` makes it: the shipped plan published, a draft open, a person of every role. Its address."""
    from uigwe.web import demo

    catalogue.compile_all()
    settings.TODAY = date(2023, 5, 15)
    settings.DEMO = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # seven people, in no time
    demo.load("en")
    return str(live_server.url)


@pytest.fixture
def sign_in(page: Any, site: str) -> Callable[[str], None]:
    """Sign in as one of the demo's people, by the form."""
    from uigwe.web.people.demo import password_of

    def enter(name: str) -> None:
        page.goto(f"{site}/sign-in/")
        page.fill("#id_username", name)
        page.fill("#id_password", password_of(name))
        page.click("main button.primary")
        page.wait_for_url(f"{site}{PLAN}")

    return enter
