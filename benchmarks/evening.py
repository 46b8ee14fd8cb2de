"""The last evening of a round: so many people, each saving a field of his part, thinking, and saving the next.

Each save is what the page sends: one field, with what it said before; a moment later the page asks for the findings, as it
does in a browser, and again when it is told that they are not there yet. A tenth of the saves go to the field that all who
write the same part may write; who was too slow there is shown both values and sends his own once more. Beside them somebody
asks for an empty view all the time: what the machine needs for nothing at all, in the same minute.
"""

import asyncio
import re
import statistics
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks.asking import AS_PAGE, Sent, asked, saving
from benchmarks.site import Site

THINK = 20
SHARED = 0.1
SETTLES = 0.8  # seconds after a save until the page asks for the findings
_AGAIN = re.compile(r"load delay:(\d+)s")


@dataclass
class Evening:
    """What was seen. Times in milliseconds; `said` is what each field said last to whoever was told that it is saved."""

    people: int
    seconds: float = 0
    saves: list[float] = field(default_factory=list)
    findings: list[float] = field(default_factory=list)
    empty: list[float] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    saved: int = 0
    clashes: int = 0
    said: dict[tuple[str, str], str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    generator: float = 0

    @property
    def errors(self) -> int:
        """Answers that nobody should ever get, and no answers."""
        return sum(count for what, count in self.answers.items() if what.split()[1] not in ("200", "409"))


def p95(times: list[float]) -> float:
    """The 95th percentile, in the unit of the times; 0 for none."""
    found = sorted(times)
    return found[min(len(found) - 1, int(len(found) * 0.95))] if found else 0


def play(site: Site, seconds: float, seed: int = 200, think: float = THINK) -> Evening:
    """So many seconds of that evening, by all people of the site."""
    return asyncio.run(_played(site, seconds, seed, think))


async def _played(site: Site, seconds: float, seed: int, think: float) -> Evening:
    people = site.town["people"]
    seen = Evening(len(people))
    await _warmed(site)
    start, used = time.perf_counter(), time.process_time()
    end = start + seconds
    watching = asyncio.create_task(_watched(site, seen, end))
    await asyncio.gather(*(_person(site, one, seen, Random(f"{seed} {n}"), end, think) for n, one in enumerate(people)))
    await watching
    seen.seconds = time.perf_counter() - start
    seen.generator = (time.process_time() - used) / seen.seconds
    return seen


async def _warmed(site: Site) -> None:
    """Both workers have read the plan and audited it once, as on an evening that began hours ago."""
    for one in site.town["people"][:8]:
        await asked(site.port, Sent(one["here"], one))


async def _person(site: Site, one: Mapping[str, Any], seen: Evening, dice: Random, end: float, think: float) -> None:
    """One person: thinks, saves, looks at what is found, thinks."""
    now = {(object, name): value for object, name, value in [*one["own"], one["shared"]]}
    shared, own = (one["shared"][0], one["shared"][1]), [(object, name) for object, name, _ in one["own"]]
    await asyncio.sleep(dice.uniform(0, think))
    looking: asyncio.Task[None] | None = None
    for number in range(10_000):
        if time.perf_counter() >= end:
            break
        at = shared if dice.random() < SHARED else dice.choice(own)
        value = f"{one['name']} 저녁에 고친 {number}번째 문장"
        await _saved(site, one, seen, now, at, value)
        if looking is not None:
            looking.cancel()  # the page has put another list of findings in its place
        looking = asyncio.create_task(_looked(site, one, seen, end))
        await asyncio.sleep(dice.uniform(0.5, 1.5) * think)
    if looking is not None:
        await looking


async def _saved(
    site: Site, one: Mapping[str, Any], seen: Evening, now: dict[tuple[str, str], str], at: tuple[str, str], value: str
) -> None:
    for _ in range(5):
        path, data = saving(one["here"], *at, now[at], value)
        start = time.perf_counter()
        answer = await asked(site.port, Sent(path, one, data, **AS_PAGE))
        seen.saves.append((time.perf_counter() - start) * 1000)
        seen.answers[f"save {answer.status}"] += 1
        if answer.status == 200:
            seen.saved += 1
            now[at] = seen.said[at] = value
            return
        if answer.status != 409:
            seen.wrong.append(f"{one['name']} {answer.status} {answer.body[:200]}")
            return
        seen.clashes += 1
        theirs = said_by_others(answer.body)
        if theirs is None or value not in answer.body:
            seen.wrong.append(f"{one['name']}: a clash without both values")
            return
        now[at] = theirs
    seen.wrong.append(f"{one['name']}: five clashes in a row")


_THEIRS = re.compile(r'value="theirs">.*?</span><b>(.*?)</b>', re.DOTALL)


def said_by_others(page: str) -> str | None:
    """The value of the other side, as the page of a clash shows it."""
    from html import unescape

    found = _THEIRS.search(page)
    return None if found is None else "" if found[1] == "–" else unescape(found[1])


async def _looked(site: Site, one: Mapping[str, Any], seen: Evening, end: float) -> None:
    await asyncio.sleep(SETTLES)
    while time.perf_counter() < end:
        start = time.perf_counter()
        answer = await asked(site.port, Sent(f"{one['here']}findings/", one, **AS_PAGE))
        seen.findings.append((time.perf_counter() - start) * 1000)
        seen.answers[f"findings {answer.status}"] += 1
        again = _AGAIN.search(answer.body)
        if again is None:
            return
        await asyncio.sleep(int(again[1]))


async def _watched(site: Site, seen: Evening, end: float) -> None:
    """The empty view: how long a session still lasts."""
    one = site.town["people"][0]
    while time.perf_counter() < end:
        start = time.perf_counter()
        answer = await asked(site.port, Sent("/session/", one, **{"X-Uigwe-Clock": "1"}))
        seen.empty.append((time.perf_counter() - start) * 1000)
        seen.answers[f"empty {answer.status}"] += 1
        await asyncio.sleep(0.25)


def told(seen: Evening) -> str:
    """The rest of the figures, for the column beside."""
    median = statistics.median(seen.saves) if seen.saves else 0
    ratio = p95(seen.saves) / p95(seen.empty) if seen.empty and p95(seen.empty) else 0
    return (
        f"median {median:.0f} ms; {ratio:.1f} × an empty view ({p95(seen.empty):.0f} ms); {len(seen.saves)} saves, "
        f"{len(seen.saves) / seen.seconds:.1f}/s, findings p95 {p95(seen.findings):.0f} ms; generator {seen.generator:.0%} of a core"
    )
