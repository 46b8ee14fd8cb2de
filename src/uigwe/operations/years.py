"""Where the years that ship are."""

import os
from pathlib import Path


def years() -> Path:
    """The folder of the years: `UIGWE_YEARS`, or beside `src` in a checkout."""
    named = os.environ.get("UIGWE_YEARS", "")
    return Path(named) if named else Path(__file__).resolve().parents[3] / "years"
