"""What a sub-command of `uigwe` is."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A sub-command: a line in each language for the list, its arguments, and what it does (the exit code comes back)."""

    ko: str
    en: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
