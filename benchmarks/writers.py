"""Eight people at once, over HTTP: fifty saves each of one field, and of a field of their own; and without the locks."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from benchmarks.asking import AS_PAGE, Sent, ask, saving
from benchmarks.evening import said_by_others
from benchmarks.site import Site

WRITERS, SAVES = 8, 50


@dataclass
class Written:
    """What was told to those who saved, and what of it the site still knows."""

    acknowledged: int = 0
    lost: int = 0
    clashes: int = 0
    one_sided: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass
class _Writer:
    said: list[str] = field(default_factory=list)
    clashes: int = 0
    one_sided: int = 0
    errors: list[str] = field(default_factory=list)


def same_field(site: Site, writers: int = WRITERS, saves: int = SAVES) -> Written:
    """All of them write the same field. Each signs what he writes and says which of his saves it is.

    A save counts as lost when it is not among the edits; or when it is there, but what stood before it was overwritten unseen:
    the edit says it replaced another value than the edit before it had left.
    """
    person = site.town["people"][0]
    object, name, before = person["shared"]
    return _all(site, [(site.town["office"], person["here"], object, name, before)] * writers, saves)


def own_fields(site: Site, writers: int = WRITERS, saves: int = SAVES) -> Written:
    """Each writes a field of his own."""
    chosen = [(one, one["here"], *one["own"][0]) for one in site.town["people"][1 : writers + 1]]
    return _all(site, chosen, saves)


def _all(site: Site, chosen: list[tuple[Mapping[str, Any], str, str, str, str]], saves: int) -> Written:
    start = len(site.tell("look")["patches"])
    with ThreadPoolExecutor(len(chosen)) as pool:
        done = list(pool.map(lambda nth: _write(site, nth, chosen[nth], saves), range(len(chosen))))
    looked = site.tell("look")
    edits = looked["patches"][start:]
    there = [value for _object, _name, _before, value, _who in edits]
    said = [value for one in done for value in one.said]
    missing = len(set(said) - set(there)) + len(there) - len(set(there))
    return Written(
        len(said),
        missing + _overwritten(edits) + len(looked["torn"]) + (not looked["intact"]),
        sum(one.clashes for one in done),
        sum(one.one_sided for one in done),
        [error for one in done for error in one.errors],
    )


def _overwritten(edits: list[list[str]]) -> int:
    """Edits whose value before is not what the edit of the same field before them had left."""
    left: dict[tuple[str, str], str] = {}
    found = 0
    for object, name, before, value, _who in edits:
        found += left.get((object, name), before) != before
        left[object, name] = value
    return found


def _write(site: Site, nth: int, chosen: tuple[Mapping[str, Any], str, str, str, str], saves: int) -> _Writer:
    person, here, object, name, before = chosen
    writer = _Writer()
    for number in range(saves * 60):
        if len(writer.said) >= saves:
            break
        value = f"{nth} 쓴 사람의 {len(writer.said)}번째 글"
        path, data = saving(here, object, name, before, value)
        answer = ask(site.port, Sent(path, person, data, **AS_PAGE))
        if answer.status == 200:
            writer.said.append(value)
            before = value
        elif answer.status == 409:
            writer.clashes += 1
            theirs = said_by_others(answer.body)
            writer.one_sided += theirs is None or value not in answer.body
            before = theirs or ""
        else:
            writer.errors.append(f"{number}: {answer.status}")
            if len(writer.errors) > saves:
                break
    return writer
