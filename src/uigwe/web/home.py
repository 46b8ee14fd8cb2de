"""The site's own folder: database, keys and collected front-end files, all in one place that a backup can take."""

import os
import secrets
from pathlib import Path

KEY_FILE = "secret.key"
KEY_LENGTH = 64


def folder() -> Path:
    """Where this site lives: `UIGWE_HOME`, or `~/.local/share/uigwe`."""
    named = os.environ.get("UIGWE_HOME", "").strip()
    return Path(named).expanduser().resolve() if named else Path.home() / ".local/share/uigwe"


def prepare() -> Path:
    """Make the folder and the secret key when they are not there yet; only the owner may read them."""
    home = folder()
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = home / KEY_FILE
    if not key.exists():
        try:
            handle = os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process was faster
            return home
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(KEY_LENGTH))
    return home


def secret_key() -> str:
    """The key that signs sessions. Without a prepared home it is good for this process only, so reading settings writes nothing."""
    named = os.environ.get("UIGWE_SECRET_KEY", "")
    if named:
        return named
    key = folder() / KEY_FILE
    return key.read_text(encoding="ascii").strip() if key.is_file() else secrets.token_urlsafe(KEY_LENGTH)
