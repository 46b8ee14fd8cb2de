"""Where the years that ship are."""

import os
from pathlib import Path

# A checkout has them beside `src`; an installation says where with UIGWE_YEARS.
YEARS = Path(os.environ.get("UIGWE_YEARS") or Path(__file__).resolve().parents[3] / "years")
