"""Hostile files are refused before any parser sees them; the good ones beside them are taken; without the guards they would come in."""

from importlib import import_module
from pathlib import Path

import pytest

from corpus.hostile import HOSTILE, TAKES, Hostile, good, hwpx_parts, made, packed
from uigwe.files import Refused, preflight
from uigwe.files.archives import Counted, check_archive
from uigwe.texts import LANGUAGES, tell


def test_there_are_more_than_forty_kinds():
    assert len({hostile.id for hostile in HOSTILE}) == len(HOSTILE) > 40


def written(hostile: Hostile, folder: Path) -> Path:
    path = folder / hostile.name
    path.write_bytes(made(hostile))
    return path


# What unpacks to hundreds of megabytes takes seconds until it is refused.
LONG = {"bomb-of-many", "hwp-bomb", "markup-of-megabytes", "pdf-bomb"}
IN_TURN = [
    pytest.param(hostile, id=hostile.id, marks=pytest.mark.slow if hostile.id in LONG else ()) for hostile in HOSTILE
]


@pytest.mark.parametrize("hostile", IN_TURN)
def test_a_hostile_file_is_refused_for_its_reason_in_a_sentence(hostile, tmp_path):
    with pytest.raises(Refused) as caught:
        preflight(written(hostile, tmp_path), takes=TAKES)

    assert caught.value.reason == hostile.reason
    assert caught.value.facts["file"] == hostile.name
    facts = {name: str(value) for name, value in caught.value.facts.items()}
    for language in LANGUAGES:
        sentence = tell("files", caught.value.reason, facts, language)
        assert sentence != tell("files", "unknown", {"reason": caught.value.reason}, language)
        assert hostile.name in sentence
        assert "{" not in sentence


@pytest.mark.parametrize("long", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_good_files_are_taken(tmp_path, long):
    # Made here, not while tests are collected: each process of a run collects them all.
    files = [(name, data) for name, data in good(long=long) if name.startswith("long") is long]
    assert files
    for name, data in files:
        path = tmp_path / name
        path.write_bytes(data)

        looked = preflight(path, takes=TAKES)

        assert looked.kind in TAKES, name
        assert looked.data == (b"" if looked.kind == "text" else data), name


def test_without_the_look_inside_hostile_containers_would_come_in(tmp_path, monkeypatch):
    """The negative control: the same files, the guards asleep."""
    module = import_module("uigwe.files.preflight")
    monkeypatch.setattr(module, "check_archive", lambda data: "hwpx")
    monkeypatch.setattr(module, "check_compound", lambda data: "hwp")
    monkeypatch.setattr(module, "check_portable", lambda data: None)
    came_in = []
    for hostile in HOSTILE:
        if hostile.reason in ("picture", "unread-kind", "wrong-extension", "file-too-large"):
            continue
        if hostile.name.endswith((".hwpx", ".hwp", ".pdf")) and not hostile.id.startswith("picture"):
            try:
                preflight(written(hostile, tmp_path), takes=TAKES)
            except Refused:
                continue
            came_in.append(hostile.id)

    assert len(came_in) > 40


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Counted(members=5), "too-many-members"),
        (Counted(total=100), "unpacks-too-large"),
        (Counted(member=20), "unpacks-too-large"),
        (Counted(elements=3), "too-many-elements"),
        (Counted(name=10), "bad-member-name"),
    ],
)
def test_each_limit_refuses_what_it_just_took(limits, reason):
    data = packed(hwpx_parts())

    assert check_archive(data) == "hwpx"
    with pytest.raises(Refused) as caught:
        check_archive(data, limits)
    assert caught.value.reason == reason


def test_only_the_kinds_that_somebody_reads_are_taken(tmp_path):
    path = tmp_path / "plan.hwpx"
    path.write_bytes(packed(hwpx_parts()))

    assert preflight(path, takes={"hwpx"}).kind == "hwpx"
    with pytest.raises(Refused) as caught:
        preflight(path)
    assert caught.value.reason == "unread-kind"
