"""The site's sentences in Korean: `python -m tools.catalogue compile|update|check`.

`compile` makes the .mo files that Django reads (./run setup does it; they are not in git), `update` brings the catalogue up
to date with the templates and modules of the site, `check` fails when it is not, or when a sentence has no Korean yet.
Babel does the work, so that GNU gettext need not be installed; Django's own `templatize` makes templates readable for it.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

WEB = Path(__file__).resolve().parent.parent / "src" / "uigwe" / "web"
LOCALE = WEB / "locale"
CATALOGUE = LOCALE / "ko" / "LC_MESSAGES" / "django.po"
HEADER = "# Korean sentences of the site. Brought up to date by `python -m tools.catalogue update`.\n"

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def sources() -> Iterator[tuple[str, str]]:
    """Every file of the site that may hold a sentence, as Python that gettext calls can be read from."""
    for path in sorted([*WEB.rglob("*.py"), *WEB.rglob("*.html")]):
        if "migrations" in path.parts or "vendor" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        yield str(path.relative_to(WEB)), templatize(text, origin=str(path)) if path.suffix == ".html" else text


def extracted() -> Catalog:
    """The sentences that stand in the site today."""
    found = Catalog(locale="ko", domain="django", fuzzy=False)
    for name, code in sources():
        stream = io.BytesIO(code.encode())
        for _line, message, _comments, context in extract(
            "python", stream, keywords=KEYWORDS, options={"encoding": "utf-8"}
        ):
            found.add(message, locations=[(name, 0)], context=context)
    return found


def kept() -> Catalog:
    """The catalogue as it is in git."""
    if not CATALOGUE.exists():
        return Catalog(locale="ko", domain="django")
    with CATALOGUE.open("rb") as stream:
        return read_po(stream, locale="ko", domain="django")


def updated() -> Catalog:
    """The kept catalogue with exactly today's sentences; nothing is guessed from a similar one."""
    fresh, old = extracted(), kept()
    for message in fresh:
        known = old.get(message.id, message.context) if message.id else None
        if known is not None:
            message.string = known.string
    return fresh


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a file: sorted, without lines and dates, so that it changes only when a sentence does."""
    out = io.BytesIO()
    write_po(out, catalogue, omit_header=True, no_location=True, sort_output=True, width=0)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n"Language: ko\\n"\n\n'
    return (HEADER + head).encode() + out.getvalue()


def missing(catalogue: Catalog) -> list[Message]:
    """Sentences without Korean, or marked as a guess."""
    return [
        m for m in catalogue if m.id and (m.fuzzy or not (all(m.string) if isinstance(m.string, tuple) else m.string))
    ]


def compile_all() -> int:
    """Make each .mo that is older than its .po."""
    for source in LOCALE.rglob("*.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as stream:
            catalogue = read_po(stream, locale=source.parent.parent.name, domain="django")
        beside = target.with_suffix(f".{os.getpid()}")
        with beside.open("wb") as out:
            write_mo(out, catalogue)
        beside.replace(target)
    return 0


def update() -> int:
    """Rewrite the catalogue and say what has no Korean yet."""
    catalogue = updated()
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(written(catalogue))
    for message in missing(catalogue):
        print(f"{message.context or ''}\t{message.id}")
    return 0


def check() -> int:
    """1 when the catalogue is not what the site says today, or lacks a sentence."""
    catalogue = updated()
    lacking = missing(catalogue)
    stale = not CATALOGUE.exists() or CATALOGUE.read_bytes() != written(catalogue)
    for message in lacking:
        print(f"no Korean yet: {message.id!r}")
    if stale:
        print("the catalogue is not up to date: python -m tools.catalogue update")
    return int(bool(lacking) or stale)


def main(arguments: list[str]) -> int:
    verbs = {"compile": compile_all, "update": update, "check": check}
    if len(arguments) != 1 or arguments[0] not in verbs:
        print(__doc__)
        return 2
    return verbs[arguments[0]]()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
