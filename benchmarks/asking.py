"""Requests as a browser sends them, over a plain socket: no library that would eat the processor that is measured."""

import asyncio
import http.client
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

AS_PAGE = {"HX-Request": "true"}


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back. `status` 0: nothing did."""

    status: int
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


class Sent:
    """One request, spelled out."""

    def __init__(
        self,
        path: str,
        person: Mapping[str, Any] | None = None,
        data: Mapping[str, str] | None = None,
        file: tuple[str, bytes] | None = None,
        **headers: str,
    ) -> None:
        self.path, self.headers = path, {"Connection": "close", **headers}
        self.body = b""
        if person:
            self.headers["Cookie"] = f"sessionid={person['session']}; csrftoken={person['token']}"
        if data is None:
            return
        named = {**data, "csrfmiddlewaretoken": person["token"] if person else ""}
        if file is None:
            self.body = urlencode(named).encode()
            self.headers["Content-Type"] = "application/x-www-form-urlencoded"
        else:
            self.body = _parts(named, *file)
            self.headers["Content-Type"] = f"multipart/form-data; boundary={_BETWEEN}"

    @property
    def method(self) -> str:
        return "POST" if self.body else "GET"

    def spelled(self, port: int) -> bytes:
        """As it goes over the wire; the connection ends with the answer."""
        lines = {"Host": f"127.0.0.1:{port}", "Content-Length": str(len(self.body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in {**lines, **self.headers}.items())
        return f"{self.method} {self.path} HTTP/1.1\r\n{head}\r\n".encode() + self.body


_BETWEEN = "between-the-parts-of-a-form"


def _parts(data: Mapping[str, str], name: str, content: bytes) -> bytes:
    pieces = [
        f'--{_BETWEEN}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in data.items()
    ]
    head = f'--{_BETWEEN}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return b"".join([*pieces, head.encode(), content, f"\r\n--{_BETWEEN}--\r\n".encode()])


def ask(port: int, sent: Sent, timeout: float = 60) -> Answered:
    """Send and wait. Raises OSError when nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request(sent.method, sent.path, sent.body or None, dict(sent.headers))
        answer = connection.getresponse()
        body = answer.read().decode(errors="replace")
        return Answered(answer.status, body, {k.lower(): v for k, v in answer.getheaders()})
    except http.client.HTTPException as error:
        raise ConnectionError(repr(error)) from error
    finally:
        connection.close()


def get(port: int, path: str, person: Mapping[str, Any] | None = None, timeout: float = 60, **headers: str) -> Answered:
    """A page."""
    return ask(port, Sent(path, person, **headers), timeout)


def post(port: int, path: str, person: Mapping[str, Any], timeout: float = 60, **data: str) -> Answered:
    """A form."""
    return ask(port, Sent(path, person, data), timeout)


async def asked(port: int, sent: Sent, timeout: float = 60) -> Answered:
    """The same from within many that wait at once. What cannot be reached answers with status 0."""
    writer = None
    try:
        async with asyncio.timeout(timeout):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(sent.spelled(port))
            await writer.drain()
            raw = await reader.read()
    except (OSError, TimeoutError) as error:
        return Answered(0, repr(error))
    finally:
        if writer is not None:
            writer.close()
    head, _, body = raw.partition(b"\r\n\r\n")
    words = head.split(b" ", 2)
    if len(words) < 2 or not words[1].isdigit():
        return Answered(0, "cut off")
    return Answered(int(words[1]), body.decode(errors="replace"))


def saving(here: str, object: str, name: str, before: str, value: str) -> tuple[str, dict[str, str]]:
    """The address and the fields with which a page saves one of its cells."""
    return f"{here}save/", {"object": object, "field": name, "before": before, f"v {object} {name}": value}
