"""A refusal of a file: a reason as an identifier, and the facts a sentence about it needs. Sentences are made elsewhere."""

from collections.abc import Mapping


class Refused(Exception):
    """This file is not taken in. `reason` is an identifier such as `file-too-large`; `facts` are what its sentence names."""

    def __init__(self, reason: str, facts: Mapping[str, object] | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts: dict[str, object] = dict(facts or {})

    def __reduce__(self) -> tuple[type["Refused"], tuple[str, dict[str, object]]]:
        return Refused, (self.reason, self.facts)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.reason} ({told})" if told else self.reason


# What is no document at all, or none that a form is sent out as.
_NO_FORM = frozenset({"unread-kind", "picture"})


def of_form(refused: Refused) -> Refused:
    """The same refusal where a filled form was wanted and not a plan: only HWPX and XLSX are named as what to send."""
    return Refused("unread-form", refused.facts) if refused.reason in _NO_FORM else refused
