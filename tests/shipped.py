"""The plan that ships, read once."""

from functools import lru_cache
from pathlib import Path

from uigwe import packs
from uigwe.audit import Report
from uigwe.operations import audit_plan

ROOT = Path(__file__).resolve().parent.parent
MSS = ROOT / "years" / "2023" / "plans" / "mss"


@lru_cache(maxsize=1)
def pack() -> packs.Pack:
    """The pack of 2023."""
    return packs.read(MSS)


@lru_cache(maxsize=1)
def report() -> Report:
    """All findings of the plan of 2023."""
    return audit_plan(pack().plan)
