"""The gate: every route × every role, declared in `matrix.yaml`, allowed and denied; and proof that it would notice."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path, resolve, reverse

from tests.web.builders import AGENCY, YEAR
from uigwe.review import Role
from uigwe.web.people import checks, gate
from uigwe.web.people.gate import ROUTES, Gate, Route

MATRIX: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "matrix.yaml").read_text(encoding="utf-8"))
ROLES = [role.value for role in Role if role is not Role.PUBLIC]
VISITOR, STRANGER = "visitor", "stranger"
ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")
SAMPLES = {
    "agency": AGENCY,
    "year": YEAR,
    "code": "1",
    "id": "survival",
    "finding": "x",
    "check": "x",
    "form": "csv",
    "patch": 1,
    "number": 1,
    "kind": "results",
    "paper": "progress",
    "file": 1,
    "intake": 1,
    "step": "x",
}


def may(route: str, who: str) -> bool:
    allowed = MATRIX[route]
    if allowed == "everybody":
        return True
    if allowed == "known":
        return who != VISITOR
    return who in allowed


@cache
def address(route: str) -> str:
    [words] = [ARGUMENT.findall(pattern) for name, pattern in checks.routes() if name == route]
    return reverse(route, kwargs={word: SAMPLES[word] for word in words})


def at_the_gate(route: str, user: Any, method: str | None = None) -> HttpResponse | type[Http404] | None:
    request = getattr(RequestFactory(), (method or ROUTES[route].methods[0]).lower())(address(route))
    request.user, request.session = user or AnonymousUser(), {}
    request.resolver_match = resolve(request.path_info)
    try:
        return Gate(lambda _: HttpResponse()).process_view(request, None, (), request.resolver_match.kwargs)
    except Http404:
        return Http404


@pytest.mark.once  # who may what is declared in the program
@pytest.mark.django_db
@pytest.mark.parametrize("who", [*ROLES, VISITOR])
def test_every_route_lets_in_whom_the_matrix_names_and_nobody_else(town, who):
    user = town.people.get(who)
    wrong = []
    for route in MATRIX:
        answer = at_the_gate(route, user)
        if (answer is None) is not may(route, who):
            wrong.append((route, answer))
    assert wrong == []


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("who", [*ROLES, VISITOR])
def test_whoever_is_denied_is_denied_by_the_running_site_too(published, who):
    client = Client()
    if who != VISITOR:
        sign_in(client, published.people[who])
    wrong = []
    for route in MATRIX:
        if not may(route, who):
            method = ROUTES[route].methods[0].lower()
            answer = getattr(client, method)(address(route))
            expected = 403 if who != VISITOR else 302
            if answer.status_code != expected or (expected == 302 and "/sign-in/" not in answer["Location"]):
                wrong.append((route, answer.status_code))
    assert wrong == []


@pytest.mark.django_db
def test_the_office_of_another_agency_gets_the_answer_of_what_does_not_exist(published):
    client = Client()
    sign_in(client, published.people[STRANGER])
    for route in ("start_draft", "revise", "publish", "undo", "accept_finding"):
        method = ROUTES[route].methods[0].lower()
        here = getattr(client, method)(address(route))
        nowhere = getattr(client, method)(address(route).replace(f"/{AGENCY}/", "/nowhere/"))
        assert (here.status_code, nowhere.status_code) == (404, 404)


@pytest.mark.django_db
def test_a_method_that_is_not_declared_is_refused(town):
    answer = at_the_gate("publish", town.office, "PUT")

    assert answer.status_code == 405


def test_the_matrix_the_table_and_the_addresses_name_the_same_routes():
    assert set(MATRIX) == set(ROUTES) == {name for name, _ in checks.routes()}


def test_every_route_is_declared():
    assert checks.every_route_is_declared() == []


def test_an_undeclared_route_fails_the_check(monkeypatch):
    monkeypatch.setattr(checks, "ROUTES", {name: route for name, route in ROUTES.items() if name != "money"})

    [problem] = checks.every_route_is_declared()
    assert "money" in problem.msg
    assert problem.id == "uigwe.E001"


# An address book with one page that nobody declared and one without a name.
UNDECLARED = ModuleType("undeclared")
UNDECLARED.urlpatterns = [  # type: ignore[attr-defined]
    path("secret/", lambda request: HttpResponse("secret"), name="secret"),
    path("nameless/", lambda request: HttpResponse("secret")),
]


@pytest.mark.django_db
@pytest.mark.urls(UNDECLARED)
def test_an_undeclared_route_is_not_served(town):
    assert {message.msg for message in checks.every_route_is_declared()} >= {
        "the route 'secret' is not declared",
        "the route 'nameless/' is not declared",
    }
    for where in ("/secret/", "/nameless/"):
        request: HttpRequest = RequestFactory().get(where)
        request.user = town.office
        request.resolver_match = resolve(where)
        with pytest.raises(Http404):
            Gate(lambda _: HttpResponse()).process_view(request, None, (), {})


@pytest.mark.django_db
@pytest.mark.urls(UNDECLARED)
def test_once_it_is_declared_it_is_served(town, monkeypatch):
    """The control: it was the missing line that closed the page."""
    from uigwe.review import Verb

    monkeypatch.setattr(gate, "ROUTES", {"secret": Route(Verb.ENTER)})
    request = RequestFactory().get("/secret/")
    request.user, request.resolver_match = town.office, resolve("/secret/")

    assert Gate(lambda _: HttpResponse()).process_view(request, None, (), {}) is None


def sign_in(client: Client, user: Any) -> None:
    """With a session that began now, as the sign-in page starts it."""
    client.force_login(user, backend="uigwe.web.people.signing.Passwords")


def test_samples_reach_every_route():
    assert all(address(route).startswith("/") for route in MATRIX)
