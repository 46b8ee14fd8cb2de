"""What breaks in the middle: the server is killed, the line is cut, the disk is full. Nothing half done may be left, and a
second try with the same key completes what was begun, once.
"""

import json
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks.asking import AS_PAGE, Answered, Sent, ask, get, saving
from benchmarks.site import PATIENCE, Site
from tests.documents.filling import filling
from uigwe.plan.mark import key_of
from uigwe.plan.part import column_of
from uigwe.texts.forms import head_of

HANDS = 4


@dataclass
class Broken:
    """`torn`: what does not fit together afterwards. `once` of `tried` were there exactly once after the second try."""

    tried: int = 0
    once: int = 0
    torn: list[str] = field(default_factory=list)
    cut: int = 0
    note: str = ""


@dataclass
class Hand:
    """Somebody with a filled form, and what it answers: the field and its new value."""

    person: dict[str, Any]
    data: bytes
    at: tuple[str, str]
    value: str
    key: str
    page: str = ""

    def takes_place(self, port: int) -> Answered:
        """Hand the file in and take it into the draft; again from where it stopped when it is tried again."""
        here = self.person["here"]
        taken = ask(port, Sent(f"{here}files/", self.person, {"sender": ""}, ("form.xlsx", self.data)), PATIENCE)
        if taken.status != 302:
            return taken
        self.page = taken.headers["location"]
        return ask(port, Sent(f"{self.page}merge/", self.person, {"what": "merge", "key": self.key}), PATIENCE)


def hands(site: Site, turn: str, count: int = HANDS) -> list[Hand]:
    """A form of each of so many parts, taken from the site and filled in with a spreadsheet's hand."""
    found = []
    for person in site.town["people"]:
        own = [cell for cell in person["own"] if "@" in cell[0] and cell[1] in ("source", "formula")]
        if not own or len(found) == count:
            continue
        object, name, _ = own[0]
        connection = get_bytes(site.port, f"{person['here']}form.xlsx", person)
        form = filling(connection)
        value = f"보낸 파일의 글 {turn} {person['name']}"
        form.set(key_of(object), head_of("indicator", column_of(name, site.town["year"])), value)
        found.append(Hand(person, form.bytes(), (object, name), value, f"{turn}-{person['name']}"))
    return found


def get_bytes(port: int, path: str, person: dict[str, Any]) -> bytes:
    """A file. Raises OSError when it is not given out."""
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers=Sent(path, person).headers)
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    if answer.status != 200:
        raise OSError(f"{path}: {answer.status}")
    return data


# ── kill -9 ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def killed(site: Site, times: int, seed: int = 9) -> Broken:
    """Files are handed in and taken into the draft, fields are saved; in the middle of it everything is killed."""
    dice, seen = Random(seed), Broken()
    site.start()
    for turn in range(times):
        doing = hands(site, f"kill{turn}")
        saver = threading.Thread(target=_saves_on, args=(site, turn), daemon=True)
        with ThreadPoolExecutor(HANDS) as pool:
            begun = [pool.submit(_quiet, hand, site.port) for hand in doing]
            saver.start()
            time.sleep(dice.uniform(0.3, 3.0))
            site.stop(signal.SIGKILL)
            seen.cut += sum(not (one.result() and one.result().status == 302) for one in begun)
        saver.join(30)
        seen.torn += _torn(site)
        site.start()
        answers = [hand.takes_place(site.port) for hand in doing]
        seen.note = f"the second try was answered with {sorted(one.status for one in answers)}"
        _count(site, doing, seen)
    site.stop()
    return seen


def _quiet(hand: Hand, port: int) -> Answered | None:
    try:
        return hand.takes_place(port)
    except OSError:
        return None


def _saves_on(site: Site, turn: int) -> None:
    """Somebody who saves one thing after the other until nobody answers."""
    person = site.town["people"][-1]
    object, name, _ = person["own"][-1]
    now, port = site.town.setdefault("saver", {}).get(object, person["own"][-1][2]), site.port
    for number in range(1000):
        value = f"꺼지기 전의 글 {turn} {number}"
        path, data = saving(person["here"], object, name, now, value)
        try:
            if ask(port, Sent(path, person, data, **AS_PAGE), 10).status == 200:
                now = value
        except OSError:
            break
    looked = site.tell("look")["now"]
    site.town["saver"][object] = next((said for o, n, said in looked if (o, n) == (object, name)), now)


def _torn(site: Site) -> list[str]:
    looked = site.tell("look")
    return [*looked["torn"], *([] if looked["intact"] else [f"the record: {looked['problem']}"])]


def _count(site: Site, doing: list[Hand], seen: Broken) -> None:
    """Each file was merged once, its edit is there once, and the field says it."""
    looked = site.tell("look")
    values = [value for _object, _name, _before, value, _who in looked["patches"]]
    now = {(object, name): said for object, name, said in looked["now"]}
    seen.torn += looked["torn"]
    for hand in doing:
        seen.tried += 1
        merged = [row for row in looked["files"] if row["stage"] == "merged" and _is_of(row, hand)]
        seen.once += (len(merged), values.count(hand.value), now.get(hand.at)) == (1, 1, hand.value)


def _is_of(row: dict[str, Any], hand: Hand) -> bool:
    import hashlib

    return bool(row["sha256"] == hashlib.sha256(hand.data).hexdigest() and row["ask__code"] == hand.person["code"])


# ── a line that is cut ───────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def cutting(port: int) -> Iterator[int]:
    """A way to the site that carries each request there whole and never brings the answer back: cut just after COMMIT."""
    door = socket.create_server(("127.0.0.1", 0))
    door.settimeout(0.2)
    over = threading.Event()

    def carry(near: socket.socket) -> None:
        with near, socket.create_connection(("127.0.0.1", port)) as far:
            near.settimeout(0.5)
            try:
                while piece := near.recv(65536):
                    far.sendall(piece)
            except TimeoutError:
                pass  # the request is over there; now its answer
            far.settimeout(60)
            while far.recv(65536):
                pass  # the site is done

    def serve() -> None:
        while not over.is_set():
            try:
                near, _ = door.accept()
            except TimeoutError:
                continue
            threading.Thread(target=carry, args=(near,), daemon=True).start()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield int(door.getsockname()[1])
    finally:
        over.set()
        thread.join()
        door.close()


def cut(site: Site, times: int) -> tuple[Broken, int]:
    """Saves, notes and merges whose answer never came, each sent a second time; and notes without a key, written twice."""
    site.start()
    seen, doing = Broken(), hands(site, "cut", times)
    with cutting(site.port) as door:
        for hand in doing:
            _lost(door, Sent(f"{hand.person['here']}files/", hand.person, {"sender": ""}, ("form.xlsx", hand.data)))
            seen.cut += 1
            hand.takes_place(site.port)
        for send in (_note_sent(site, True), _save_sent(site)):
            for number in range(times):
                sent = send(number)
                _lost(door, sent)
                seen.cut += 1
                again = ask(site.port, sent)
                if again.status not in (200, 302):
                    seen.torn.append(f"the second try was answered with {again.status}")
        unkeyed = _note_sent(site, False)
        for number in range(times):
            _lost(door, unkeyed(number))
            ask(site.port, unkeyed(number))
    _count(site, doing, seen)
    looked = site.tell("look")
    seen.torn += _torn(site)
    values = [value for _object, _name, _before, value, _who in looked["patches"]]
    notes = looked["notes"]
    for number in range(times):
        seen.tried += 2
        seen.once += (notes.count(f"열쇠 있는 말 {number}") == 1) + (values.count(f"끊긴 글 {number}") == 1)
    site.stop()
    return seen, sum(note.startswith("열쇠 없는 말") for note in notes)


def _note_sent(site: Site, keyed: bool) -> Callable[[int], Sent]:
    person = site.town["people"][1]

    def send(number: int) -> Sent:
        words = f"열쇠 {'있는' if keyed else '없는'} 말 {number}"
        return Sent(f"{person['here']}comment/", person, {"text": words, "key": f"note-{number}" if keyed else ""})

    return send


def _save_sent(site: Site) -> Callable[[int], Sent]:
    person = site.town["people"][2]
    object, name, first = person["own"][-1]

    def send(number: int) -> Sent:
        path, data = saving(
            person["here"], object, name, f"끊긴 글 {number - 1}" if number else first, f"끊긴 글 {number}"
        )
        return Sent(path, person, data, **AS_PAGE)

    return send


def _lost(door: int, sent: Sent) -> None:
    try:
        ask(door, sent, 60)
    except OSError:
        return
    raise AssertionError("the answer came through a line that is cut")


# ── no room left ─────────────────────────────────────────────────────────────────────────────────────────────────────


def full(site: Site) -> Broken:
    """The site may write no file beyond a size: its database on SQLite, what is handed in on both. Then it has room again."""
    seen = Broken()
    site.start()
    doing = hands(site, "full")
    site.stop()
    limit, seen.note = _limit(site), "RLIMIT_FSIZE"
    site.start("prlimit", f"--fsize={limit}", "--")
    big = doing[0].data + b"\0" * limit  # a file that has no room, whatever the database is
    person = site.town["people"][-1]  # whose fields no file is about
    answer = ask(site.port, Sent(f"{person['here']}files/", person, {"sender": ""}, ("big.xlsx", big)))
    seen.cut += answer.status != 302
    object, name, now = person["own"][-1]
    for number in range(400):
        value = f"자리가 모자랄 때까지 쓰는 글 {number} " + "가" * 1500
        path, data = saving(person["here"], object, name, now, value)
        if ask(site.port, Sent(path, person, data, **AS_PAGE)).status != 200:
            seen.cut += 1
            break
        now = value
        if site.url and number > 5:
            break
    for hand in doing:
        done = _quiet(hand, site.port)
        seen.cut += done is None or done.status != 302
    reads = get(site.port, person["here"], person).status
    if reads != 200:
        seen.torn.append(f"while there was no room a page answered with {reads}")
    site.stop()
    seen.torn += _torn(site)
    site.start()
    for hand in doing:
        hand.takes_place(site.port)
    _count(site, doing, seen)
    site.stop()
    return seen


def _limit(site: Site) -> int:
    """A little more than what the database takes now."""
    file = site.home / "uigwe.sqlite3"
    return (file.stat().st_size if file.is_file() and not site.url else 2_000_000) + 200_000


def told(seen: Broken) -> str:
    """Beside the figure."""
    return json.dumps(sorted(set(seen.torn))[:3], ensure_ascii=False) if seen.torn else seen.note
