"""Letters leave: over one connection, each marked as it went. What could not be sent stays as it is and goes with the next call.

Nothing is lost when the server is down, refuses the password or the encryption, or dies in the middle: a letter is marked as sent
only after the server took it. `problem` names what was wrong, for the sentence that says what to do.
"""

import smtplib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q
from django.utils import timezone

from uigwe.web.collecting.models import Letter
from uigwe.web.incidents import logger
from uigwe.web.people.models import User
from uigwe.web.room import where_full

# A letter that was taken to be sent and never marked: the process died. Another may take it after this.
_LOST = timedelta(minutes=15)
# The server said no to this letter; the next one may go.
_OF_ONE = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError, ValueError)


@dataclass(slots=True)
class Posted:
    """How many letters went, have no address, could not be sent; the last reason, as `texts` names it: `mail-unreachable` …"""

    sent: int = 0
    nowhere: int = 0
    failed: int = 0
    problem: str = ""


def deliver() -> Posted:
    """Send what is owed. Where the server cannot be used at all no letter is tried after the first."""
    posted = Posted()
    owed = []
    for letter in Letter.objects.filter(_free(), sent=None).select_related("person"):
        if _address(letter.person):
            owed.append(letter.pk)
        else:
            posted.nowhere += 1
    if owed:
        _send(owed, posted)
    return posted


def _send(owed: list[int], posted: Posted) -> None:
    connection: BaseEmailBackend = get_connection()
    left = len(owed)
    try:
        connection.open()
        for letter in _taken(owed):
            left -= 1
            try:
                _letter(letter, connection)
            except BaseException as problem:
                Letter.objects.filter(pk=letter.pk).update(taken=None)
                if not isinstance(problem, _OF_ONE):
                    left += 1
                    raise
                posted.failed, posted.problem = posted.failed + 1, "mail-refused"
                logger.error("a letter was refused: %s", type(problem).__name__)
                continue
            Letter.objects.filter(pk=letter.pk).update(sent=timezone.now())
            posted.sent += 1
    except OSError as problem:  # smtplib's errors are of this family
        if where_full(problem):
            raise
        posted.failed, posted.problem = posted.failed + left, reason_of(problem)
        logger.error("letters could not be sent: %s", type(problem).__name__)
    finally:
        _close(connection)


def _letter(letter: Letter, connection: BaseEmailBackend) -> None:
    message = EmailMessage(letter.subject, letter.text, settings.DEFAULT_FROM_EMAIL, [_address(letter.person)])
    message.connection = connection
    message.send()


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except OSError:  # whoever went away first
        return


def reason_of(problem: OSError) -> str:
    """What was wrong with the server, as `texts` names it."""
    words = str(problem).lower()
    if isinstance(problem, ssl.SSLError) or (isinstance(problem, smtplib.SMTPNotSupportedError) and "tls" in words):
        return "mail-tls"
    if isinstance(problem, smtplib.SMTPAuthenticationError | smtplib.SMTPNotSupportedError):
        return "mail-login"
    if isinstance(problem, smtplib.SMTPServerDisconnected | smtplib.SMTPConnectError):
        return "mail-broken"
    return "mail-broken" if isinstance(problem, smtplib.SMTPException) else "mail-unreachable"


def _free() -> Q:
    return Q(taken=None) | Q(taken__lt=timezone.now() - _LOST)


def _taken(owed: list[int]) -> Iterator[Letter]:
    """The letters that are ours to send, each as its turn comes: two who call at once do not send it twice."""
    for pk in owed:
        if Letter.objects.filter(_free(), pk=pk, sent=None).update(taken=timezone.now()):
            yield Letter.objects.select_related("person").get(pk=pk)


def _address(person: User) -> str:
    """Where a person's letters go; in files, where nothing leaves the machine, everybody has an address."""
    if person.email or not settings.MAIL_IN_FILES:
        return person.email
    return f"{person.username}@uigwe.invalid"
