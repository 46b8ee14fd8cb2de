"""What the site's commands say in the terminal: sentences from `texts`, Korean first."""

import sys

from uigwe.texts import sentences, tell


class Stop(Exception):
    """A command cannot go on; the reason has a sentence in `texts/*/site.yaml`."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = {name: str(value) for name, value in facts.items()}

    def told(self, language: str) -> str:
        """As a person reads it."""
        return tell("site", self.reason, self.facts, language)


def say(reason: str, language: str, **facts: object) -> None:
    """One or two sentences to the terminal, at once."""
    print(Stop(reason, **facts).told(language), flush=True)


def complain(stop: Stop, language: str) -> None:
    """The reason for stopping, to the error output."""
    print(stop.told(language), file=sys.stderr, flush=True)


def about(key: str) -> tuple[str, str]:
    """A line about a command or an option, in Korean and in English."""
    return sentences("site", "ko")[key]["what"], sentences("site", "en")[key]["what"]
