"""Patterns that are compiled when they are first asked: a process pays for those only that its reasons need."""

import re
from typing import Any, cast


class _Pattern:
    """A pattern as it is written. What `re.Pattern` can do it can do from the first question on."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        # Asked once for each method: the compiled pattern's own stands in its place from then on.
        method = getattr(re.compile(self.pattern), name)
        setattr(self, name, method)
        return method


def pattern_of(pattern: str) -> re.Pattern[str]:
    """A pattern of the reasons. Ask it itself (`X.search(text)`); the functions of `re` take strings and compiled patterns only."""
    return cast(re.Pattern[str], _Pattern(pattern))
