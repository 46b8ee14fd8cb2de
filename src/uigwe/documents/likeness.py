"""How alike two wordings are, spaces aside: by the pairs of neighbouring signs they share."""

from collections import Counter

from uigwe.documents.layout import bare


def pairs(text: str) -> Counter[str]:
    """The pairs of neighbouring signs of a text, spaces and punctuation aside."""
    plain = bare(text)
    return (
        Counter(plain[i : i + 2] for i in range(len(plain) - 1))
        if len(plain) > 1
        else Counter([plain] if plain else [])
    )


def likeness(one: str, other: str) -> float:
    """0 for nothing in common, 1 for the same wording."""
    return shared(pairs(one), pairs(other))


def shared(one: Counter[str], other: Counter[str]) -> float:
    """The likeness of two texts given by their pairs of signs (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def holding(part: str, whole: Counter[str]) -> float:
    """How much of `part` stands somewhere in `whole`: 1 when all of it."""
    found = pairs(part)
    return (found & whole).total() / found.total() if found.total() else 0.0
