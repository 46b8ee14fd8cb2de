"""Which database the site uses, with the settings under which its record is safe (docs/decisions explains each)."""

import os
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# Order matters: WAL first, then what each connection must hold to. `recursive_triggers` makes INSERT OR REPLACE fire the
# delete trigger that guards the audit chain; without it a row could be replaced in silence.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON", "busy_timeout=20000")


def database(url: str, home: Path) -> dict[str, Any]:
    """Django's `DATABASES["default"]` for a PostgreSQL address, or for the SQLite file in the site's folder when it is empty."""
    return _postgres(url) if url else _sqlite(home / "uigwe.sqlite3")


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "uigwe.web.sqlite3",
        "NAME": str(file),
        # Opening a file of this many tables and triggers takes as long as an empty page; each thread keeps its connection.
        "CONN_MAX_AGE": 600,
        "OPTIONS": {
            # Django's deferred transactions fail under contention however long they may wait; IMMEDIATE ones queue.
            "transaction_mode": "IMMEDIATE",
            "init_command": "".join(f"PRAGMA {pragma};" for pragma in PRAGMAS),
        },
        # A real file: threads of a test meet each other as processes of the site do.
        "TEST": {"NAME": str(Path(tempfile.gettempdir()) / f"uigwe-test-{os.getpid()}.sqlite3")},
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ValueError("UIGWE_DATABASE_URL must look like postgres://user@host:5432/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"application_name": "uigwe", **dict(parse_qsl(parts.query))},
    }
