"""Running the site with gunicorn, and the reasons for which it is not started."""

import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

from uigwe.web.terminal import Stop

KEY_LENGTH = 50


@dataclass(frozen=True, slots=True)
class Server:
    """Where and how gunicorn runs."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    threads: int = 8
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """As typed into a browser."""
        scheme = "https" if self.more.get("certfile") else "http"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{host}:{self.port}/"


def refuse_taken_port(server: Server) -> None:
    """Raises `Stop` when somebody else listens there; a clear sentence instead of gunicorn's five retries."""
    family = socket.AF_INET6 if ":" in server.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((server.host, server.port))
        except OSError as error:
            raise Stop("port-taken", port=server.port, host=server.host, other=server.port + 1) from error


def is_this_machine(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_unsafe() -> None:
    """Raises `Stop` for the first thing that a site with real data must not have."""
    for stop in unsafe():
        raise stop


def unsafe() -> Iterator[Stop]:
    """Debugging switched on, a weak key, a demo password, and whatever Django's own deployment check says."""
    from django.conf import settings

    if settings.DEBUG:
        yield Stop("debug-on")
    if len(settings.SECRET_KEY) < KEY_LENGTH or len(set(settings.SECRET_KEY)) < 10:
        yield Stop("weak-key", home=settings.HOME)
    people = demo_people()
    if people:
        yield Stop("default-password", people=", ".join(people))
    if settings.TLS != "local":
        for message in deployment_messages():
            yield Stop("deploy-check", message=message)


def demo_people() -> list[str]:
    """Active accounts of the demo, and accounts that have a password of the demo."""
    from uigwe.web.people.demo import password_of, usernames
    from uigwe.web.people.models import User

    active = User.objects.filter(is_active=True)
    found = set(active.filter(demo=True).values_list("username", flat=True))
    found |= {
        one.username for one in active.filter(username__in=usernames()) if one.check_password(password_of(one.username))
    }
    return sorted(found)


def deployment_messages() -> list[str]:
    """What `check --deploy` has to say: nothing, when all is well."""
    from django.core.checks import WARNING, run_checks

    return [
        f"{message.id} {message.msg}"
        for message in run_checks(include_deployment_checks=True)
        if message.level >= WARNING
    ]


def run(server: Server) -> None:
    """Serve until told to stop; requests in flight are finished."""
    from gunicorn.app.base import BaseApplication

    class Site(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            options = {
                "bind": f"[{server.host}]:{server.port}" if ":" in server.host else f"{server.host}:{server.port}",
                "worker_class": "gthread",
                "workers": server.workers,
                "threads": server.threads,
                "timeout": 60,
                "graceful_timeout": 10,
                "keepalive": 5,
                "preload_app": True,
                "loglevel": "warning",
                "post_fork": forget_connections,
                **server.more,
            }
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from uigwe.web.wsgi import application

            return application

    Site().run()


# Seconds after which a thread that computes lets another one run. Each answer of the database asks for that again, two dozen
# times in a save: with Python's five milliseconds everybody would stand still while somebody's audit is made.
SWITCH = 0.0005


def forget_connections(arbiter: Any, worker: Any) -> None:
    """A worker makes its own connection to the database, the parent's is not shared; and its threads take short turns."""
    from django.db import connections

    sys.setswitchinterval(SWITCH)

    for one in connections.all(initialized_only=True):
        one.connection = None
