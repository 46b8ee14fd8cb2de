"""No test talks to another machine: an audit hook that stops a socket on its way out.

The hook sees every connection, datagram, bind and name look-up that this Python process makes, in whichever library. It
does not see C libraries of their own (libpq) nor child processes; the browser fixture keeps its child in by itself.
"""

from __future__ import annotations

import ipaddress
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Outside(RuntimeError):
    """Something in this test wanted to talk to another machine. Not an OSError: no retry loop should swallow it."""


attempts: list[str] = []
_watching = False
_installed = False

WITH_ADDRESS = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"}
WITH_NAME = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


def is_this_machine(host: str) -> bool:
    """Loopback, by number or by name. An empty host and 0.0.0.0 mean every interface, and are not."""
    if host.casefold() in {"localhost", "ip6-localhost"}:
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _host_of(event: str, arguments: tuple[Any, ...]) -> str | None:
    """The host that the event is about; None when it concerns no network."""
    if event in WITH_ADDRESS:
        address = arguments[1]
        return str(address[0]) if isinstance(address, tuple) and len(address) in (2, 4) else None
    host = arguments[0]
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host in ("", socket.gethostname()):
        return None
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return str(host)
    return None  # a number needs no look-up; connecting to it is another event


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching or not event.startswith("socket."):
        return
    if event not in WITH_ADDRESS and event not in WITH_NAME:
        return
    host = _host_of(event, arguments)
    if host is not None and not is_this_machine(host):
        attempts.append(f"{event} {host!r}")
        raise Outside(f"A test may only talk to this machine, and this one asked for {host!r} ({event}).")


def watch() -> None:
    """From here on nothing goes out. Audit hooks cannot be taken away again, so there is one, and a switch."""
    global _installed, _watching
    if not _installed:
        sys.addaudithook(_hook)
        _installed = True
    _watching = True


@contextmanager
def unwatched() -> Iterator[None]:
    """For the negative control of the guard only."""
    global _watching
    before, _watching = _watching, False
    try:
        yield
    finally:
        _watching = before
