"""Letters over a real mail server: refused encryption, a wrong password, a server that is down or dies. Nothing is lost or sent twice."""

from __future__ import annotations

import email
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from email import policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from tests.every import on_one
from tests.web import builders
from uigwe.web.collecting import posting
from uigwe.web.collecting.models import Letter
from uigwe.web.terminal import Stop

pytestmark = pytest.mark.django_db
NAME, PASSWORD = "uigwe", "a password of 2023"


class Box:
    """What the server took; `no` are recipients it does not know; after `last` letters it goes away."""

    def __init__(self, no: tuple[str, ...] = (), last: int = 1_000) -> None:
        self.letters: list[tuple[str, bytes]] = []
        self.no, self.last = no, last

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:
        if address in self.no:
            return "550 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope) -> str:
        if len(self.letters) >= self.last:
            server.transport.abort()
            return "421 going away"
        self.letters.append((envelope.rcpt_tos[0], envelope.content))
        return "250 taken"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(box: Box, **words: object) -> Iterator[int]:
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port, **words)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def login(server, session, envelope, mechanism, data) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (NAME.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


@pytest.fixture
def owed(town: builders.Town) -> builders.Town:
    """Three letters: two people with an address, one without."""
    for number, person in enumerate((town.office, town.owner, town.people["stranger"])):
        person.email = f"{person.username.replace(' ', '')}@example.invalid" if number < 2 else ""
        person.save()
        Letter.objects.create(person=person, about=f"one-{number}", subject=f"알림 {number}", text="본문\n둘째 줄")
    return town


@pytest.fixture
def goes(settings):
    """Point the site at a mail server."""

    def point(port: int, **words: object) -> None:
        settings.MAIL_IN_FILES = False
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 3
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        for name, value in words.items():
            setattr(settings, name, value)

    return point


def left() -> int:
    return Letter.objects.filter(sent=None, taken=None).count()


def test_letters_go_over_one_connection_in_korean_and_once(owed, goes):
    box = Box()
    with server(box) as port:
        goes(port)
        posted = posting.deliver()
        again = posting.deliver()
    assert (posted.sent, posted.nowhere, posted.failed, posted.problem) == (2, 1, 0, "")
    assert (again.sent, again.nowhere, len(box.letters)) == (0, 1, 2)
    message = email.message_from_bytes(box.letters[0][1], policy=policy.default)
    assert message["Subject"] == "알림 0" and "둘째 줄" in message.get_content()


def test_a_server_that_is_down_costs_one_try_and_loses_nothing(owed, goes, monkeypatch):
    goes(free_port())
    posted = posting.deliver()
    assert (posted.sent, posted.failed, posted.problem) == (0, 2, "mail-unreachable")
    assert left() == 3
    box = Box()
    with server(box) as port:
        goes(port)
        assert posting.deliver().sent == 2
    assert len(box.letters) == 2


def test_a_wrong_password_is_said_and_the_letters_wait(owed, goes):
    box, words = Box(), {"authenticator": login, "auth_required": True, "auth_require_tls": False}
    with server(box, **words) as port:
        goes(port, EMAIL_HOST_USER=NAME, EMAIL_HOST_PASSWORD="another one")
        assert posting.deliver().problem == "mail-login"
        assert left() == 3 and box.letters == []
        goes(port, EMAIL_HOST_USER=NAME, EMAIL_HOST_PASSWORD=PASSWORD)
        assert posting.deliver().sent == 2


def test_a_server_without_encryption_gets_nothing(owed, goes):
    box = Box()
    with server(box) as port:
        goes(port, EMAIL_USE_TLS=True)
        posted = posting.deliver()
    assert (posted.problem, posted.failed, box.letters, left()) == ("mail-tls", 2, [], 3)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate that nobody signed."""
    place = tmp_path_factory.mktemp("certificate")
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "key.pem",
        "-out",
        "cert.pem",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    try:
        subprocess.run(made, cwd=place, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("no openssl here")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(place / "cert.pem", place / "key.pem")
    return context


@pytest.mark.parametrize("from_the_start", [False, True])
def test_a_certificate_that_nobody_signed_gets_nothing(owed, goes, certificate, from_the_start):
    box = Box()
    words = {"ssl_context": certificate} if from_the_start else {"tls_context": certificate}
    port = free_port()
    controller = _Encrypting(box, hostname="127.0.0.1", port=port, **words)
    controller.start()
    try:
        goes(port, **{"EMAIL_USE_SSL" if from_the_start else "EMAIL_USE_TLS": True})
        posted = posting.deliver()
    finally:
        controller.stop()
    assert (posted.problem, box.letters, left()) == ("mail-tls", [], 3)


class _Encrypting(Controller):
    def _trigger_server(self) -> None:
        """The first hello, by somebody who looks at no certificate."""
        with socket.create_connection((self.hostname, self.port), 5) as plain:
            if self.ssl_context is None:
                plain.recv(1024)
                return
            trusting = ssl.create_default_context()
            trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
            with trusting.wrap_socket(plain) as wrapped:
                wrapped.recv(1024)


def test_one_refused_address_does_not_hold_the_others(owed, goes):
    box = Box(no=(owed.office.email,))
    with server(box) as port:
        goes(port)
        posted = posting.deliver()
        assert (posted.sent, posted.failed, posted.problem) == (1, 1, "mail-refused")
        box.no = ()
        assert posting.deliver().sent == 1
    assert sorted(to for to, _ in box.letters) == sorted([owed.office.email, owed.owner.email])


def test_a_server_that_dies_in_the_middle_keeps_what_it_took_and_gets_the_rest_next_time(owed, goes):
    box = Box(last=1)
    with server(box) as port:
        goes(port)
        posted = posting.deliver()
        assert (posted.sent, posted.failed, posted.problem) == (1, 1, "mail-broken")
        box.last = 1_000
        assert posting.deliver().sent == 1
    assert len(box.letters) == 2 and len({to for to, _ in box.letters}) == 2


@pytest.mark.parametrize("language", on_one("ko", "en"))
@pytest.mark.parametrize("reason", ["mail-unreachable", "mail-tls", "mail-login", "mail-refused", "mail-broken"])
def test_each_reason_has_a_sentence_with_the_server_and_what_to_do(reason, language):
    told = Stop(reason, count=3, server="mail.example:25").told(language)
    assert "3" in told and "mail.example:25" in told and "{" not in told and reason not in told


def test_an_address_that_cannot_be_written_holds_nobody_up(owed, goes):
    owed.office.email = "담당\r\nBcc: all@example.invalid"
    owed.office.save()
    box = Box()
    with server(box) as port:
        goes(port)
        posted = posting.deliver()
    assert (posted.sent, posted.failed) == (1, 1)
    assert [to for to, _ in box.letters] == [owed.owner.email]
