"""Signing in, how long it lasts, and what every answer tells the browser."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tests.every import on_both
from tests.web.builders import AGENCY, TARGET, YEAR
from uigwe.web.people.models import User
from uigwe.web.plans import actions
from uigwe.web.plans.models import Revision
from uigwe.web.records.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
START = datetime(2023, 5, 15, 0, 0, tzinfo=UTC)
PASSWORD = "a long sentence of 2023"


@pytest.fixture(autouse=True)
def quick_hashing(settings):
    """Argon2 takes its time on purpose; one test below asks for it."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def office(published) -> User:
    user = published.office
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def client(office) -> Client:
    """Signed in through the page."""
    client = Client()
    assert sign_in(client).status_code == 302
    return client


def sign_in(client: Client, username: str = "performance_office", password: str = PASSWORD, **extra: str) -> object:
    return client.post(reverse("sign_in"), {"username": username, "password": password, **extra})


def me(client: Client) -> int:
    return client.get(reverse("me")).status_code


@on_both
def test_signing_in_and_out_is_in_the_record(client):
    client.post(reverse("sign_out"))

    assert list(AuditEntry.objects.values_list("verb", flat=True))[-2:] == ["signed in", "signed out"]
    assert me(client) == 302


def test_half_an_hour_without_a_request_ends_the_session(office):
    client = Client()
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client)
        clock.shift(timedelta(minutes=29))
        assert me(client) == 200
        clock.shift(timedelta(minutes=29))
        assert me(client) == 200
        clock.shift(timedelta(minutes=31))
        assert me(client) == 302


def test_eight_hours_end_it_in_any_case(office):
    client = Client()
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client)
        for _ in range(23):
            clock.shift(timedelta(minutes=20))
            assert me(client) == 200
        clock.shift(timedelta(minutes=21))
        assert me(client) == 302


def test_a_page_can_ask_how_long_it_lasts_and_ask_for_more(office):
    client = Client()
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client)
        clock.shift(timedelta(minutes=20))
        asked = client.get(reverse("session"), headers={"X-Uigwe-Clock": "1"}).json()
        assert asked == {"idle": 600, "absolute": 8 * 3600 - 1200}
        assert client.post(reverse("session")).json()["idle"] == 1800


def test_asking_the_clock_is_not_a_sign_of_life(office):
    client = Client()
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client)
        for _ in range(4):
            clock.shift(timedelta(minutes=10))
            answer = client.get(reverse("session"), headers={"X-Uigwe-Clock": "1"})
        assert answer.status_code == 302


def test_an_account_made_inactive_is_out_on_the_next_request(client, office):
    assert me(client) == 200
    office.is_active = False
    office.save()

    assert me(client) == 302


@on_both
def test_a_role_taken_away_is_gone_on_the_next_request(client, office):
    publish = reverse("publish", kwargs={"agency": AGENCY, "year": YEAR})
    assert client.get(publish).status_code != 403
    office.grants.all().delete()

    assert client.get(publish).status_code == 403


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(office):
    wrong = sign_in(Client(), password="wrong").content
    unknown = sign_in(Client(), username="nobody", password="wrong").content

    def without_tokens(page: bytes) -> list[bytes]:
        return [line for line in page.splitlines() if b"csrf" not in line and b'name="username"' not in line]

    assert without_tokens(wrong) == without_tokens(unknown)


@on_both
def test_five_wrong_passwords_lock_the_account_for_that_address_even_for_the_right_one(office):
    client = Client()
    answers = [sign_in(client, password="wrong").status_code for _ in range(6)]

    assert answers[-1] == 429
    assert sign_in(client).status_code == 429
    assert sign_in(Client(REMOTE_ADDR="127.0.0.9")).status_code == 302


def test_the_lock_opens_after_a_quarter_of_an_hour(office):
    client = Client()
    with time_machine.travel(START, tick=False) as clock:
        for _ in range(6):
            sign_in(client, password="wrong")
        clock.shift(timedelta(minutes=16))
        assert sign_in(client).status_code == 302


def test_four_wrong_passwords_do_not_lock(office):
    client = Client()
    for _ in range(4):
        sign_in(client, password="wrong")

    assert sign_in(client).status_code == 302


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_after_signing_in_nobody_is_sent_elsewhere(office, target):
    assert sign_in(Client(), next=target)["Location"] == "/"


def test_after_signing_in_one_is_where_one_wanted_to_be(office):
    assert sign_in(Client(), next=reverse("me"))["Location"] == reverse("me")


def test_a_form_without_its_token_is_refused(office):
    client = Client(enforce_csrf_checks=True)

    assert sign_in(client).status_code == 403


def test_passwords_are_kept_with_argon2(db, settings):
    from uigwe.web import settings as shipped

    settings.PASSWORD_HASHERS = shipped.PASSWORD_HASHERS
    user = User.objects.create_user("kim", "Kim", PASSWORD)

    assert user.password.startswith("argon2$argon2id$")
    assert user.check_password(PASSWORD)


# ── what every answer says ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("where", ["/", "/sign-in/", "/nowhere/", f"/p/{AGENCY}/{YEAR}/"])
def test_every_answer_carries_the_strict_policy(published, where):
    answer = Client().get(where)

    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert (answer["X-Content-Type-Options"], answer["X-Frame-Options"]) == ("nosniff", "DENY")


def test_a_page_of_somebody_who_signed_in_is_not_stored(client):
    assert client.get(reverse("home"), follow=True)["Cache-Control"] == "no-store"


def test_korean_is_the_language_whatever_the_browser_wishes(published):
    answer = Client().get("/sign-in/", headers={"Accept-Language": "en-US"})

    assert answer["Content-Language"] == "ko"


def test_english_is_one_click_away_and_stays(published):
    client = Client()
    client.post(reverse("set_language"), {"language": "en", "next": "/sign-in/"})

    assert client.get("/sign-in/")["Content-Language"] == "en"


def test_what_breaks_leaves_an_incident_number_and_no_detail(published, monkeypatch, caplog):
    def broken(*args: object, **words: object) -> None:
        raise RuntimeError("a secret of the database")

    monkeypatch.setattr("uigwe.web.plans.views.overview.plans_on_shelf", broken, raising=False)
    monkeypatch.setattr("uigwe.web.plans.shelf.Revision.objects.light", broken, raising=False)
    client = Client(raise_request_exception=False)
    answer = client.get("/")

    assert answer.status_code == 500
    assert b"a secret of the database" not in answer.content
    [line] = [record.getMessage() for record in caplog.records if record.name == "uigwe.incident"]
    number = line.split()[1]
    assert number.encode() in answer.content


# ── the password once more ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def draft(office) -> User:
    """A draft with one change, ready to be published."""
    actions.start_draft(agency=AGENCY, year=YEAR, by=office)
    actions.revise(agency=AGENCY, year=YEAR, object=TARGET, field="target", before="92", value="93", by=office)
    return office


def publish(client: Client, **words: str) -> int:
    words = {"note": "시험", **words}
    return client.post(reverse("publish", kwargs={"agency": AGENCY, "year": YEAR}), words).status_code


def published_revisions() -> int:
    return Revision.objects.published().count()


def publish_page(client: Client) -> str:
    return client.get(reverse("publish", kwargs={"agency": AGENCY, "year": YEAR})).content.decode()


def test_within_ten_minutes_publishing_does_not_ask_for_the_password(draft):
    client = Client()
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client)
        clock.shift(timedelta(minutes=9))
        assert 'type="password"' not in publish_page(client)
        assert publish(client) == 302
    assert published_revisions() == 2


def test_later_it_does_and_nothing_is_published_without_the_right_one(draft):
    client = Client()
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client)
        clock.shift(timedelta(minutes=11))
        assert 'type="password"' in publish_page(client)
        assert publish(client) == publish(client, password="wrong") == publish(client, password=" ") == 422
        assert published_revisions() == 1
        assert publish(client, password=PASSWORD) == 302
    assert published_revisions() == 2
    assert "password confirmed" in AuditEntry.objects.values_list("verb", flat=True)


def test_somebody_elses_password_proves_nothing(draft, published):
    other = published.owner
    other.set_password("another long sentence")
    other.save()
    client = Client()
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client)
        clock.shift(timedelta(minutes=11))
        assert publish(client, password="another long sentence", username=other.username) == 422
    assert published_revisions() == 1


def test_guessing_at_the_button_is_locked_like_guessing_at_the_door(draft):
    client = Client()
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client)
        clock.shift(timedelta(minutes=11))
        answers = [publish(client, password=f"guess {number}") for number in range(5)]
        assert answers[-1] == 429
        assert publish(client, password=PASSWORD) in (422, 429)
    assert published_revisions() == 1


def test_a_page_of_somebody_signed_in_carries_the_warning_and_a_visitors_does_not(client):
    home = reverse("plan", kwargs={"agency": AGENCY, "year": YEAR})

    assert 'id="ending"' in client.get(home).content.decode()
    assert 'id="ending"' not in Client().get(home).content.decode()
